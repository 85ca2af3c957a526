# Letters. Each says what happened and the one next step; a link only opens a page.
letters-greeting = Здравствуйте, { $name }.
letters-footer = Это письмо отправила программа наставничества: { $school }. Ссылка только открывает страницу, решаете вы сами.
letters-day-subject = { $count ->
    [one] { $count } новость за день
    [few] { $count } новости за день
   *[other] { $count } новостей за день
    }
letters-act-request = Посмотреть запрос
letters-act-requests = Посмотреть запросы
letters-act-mentors = Посмотреть наставников
letters-act-card = Открыть карточку наставника
letters-act-pair = Открыть страницу пары
letters-act-consent = Открыть документы
letters-act-order = Посмотреть приказ
letters-act-contacts = Открыть совместную работу
letters-act-rotation = Открыть встречу
letters-act-home = Открыть главную страницу
letters-act-proposals = Открыть предложение пар
letters-act-survey = Открыть опрос
letters-act-course = Открыть страницу курса
letters-act-training = Открыть занятие
letters-act-camp = Открыть лагерь
letters-act-exam = Открыть экзамен
letters-act-result = Прочитать результат
letters-act-practice = Открыть экзамен по практике
letters-act-sitting = Открыть страницу экзамена
letters-act-appeal = Открыть апелляцию
letters-act-concern = Открыть обращение

letters-request-sent-subject = Вам запрос: { $name }
letters-request-sent-text = { $name } хочет учиться у вас: вам пришёл запрос.
letters-request-sent-next = Откройте его и выберите один из четырёх ответов, любой из них правильный. Последний день для ответа: { $day }.
letters-request-reminder-subject = Напоминание: запрос ждёт вашего ответа
letters-request-reminder-text = { $count ->
    [one] Прошла половина времени для ответа. Вас ждёт { $count } запрос.
    [few] Прошла половина времени для ответа. Вас ждут { $count } запроса.
   *[many] Прошла половина времени для ответа. Вас ждут { $count } запросов.
    }
letters-request-reminder-next = Любой из четырёх ответов правильный, отказ не объясняют. Ближайший срок: { $day }.
letters-request-asked-subject = { $name } задаёт вам вопрос
letters-request-asked-text = Ваш запрос прочитан, и вам задали вопрос. Его задаёт { $name }.
letters-request-asked-next = Прочитайте вопрос на странице запроса и ответьте. Последний день: { $day }.
letters-request-replied-subject = На ваш вопрос ответили: { $name }
letters-request-replied-text = { $name } отвечает на ваш вопрос. Теперь ваш ход.
letters-request-replied-next = Прочитайте ответ и скажите, что решили. Последний день: { $day }.
letters-request-meet-first-subject = { $name } хочет сначала встретиться
letters-request-meet-first-text = { $name } хочет ещё раз встретиться с вами, прежде чем ответить.
letters-request-meet-first-next = Договоритесь о времени. Запрос подождёт, последний день: { $day }.
letters-request-accepted-subject = { $name } даёт согласие
letters-request-accepted-text = { $name } даёт согласие быть вашим наставником. Место за вами, приказ выйдет позже.
letters-request-accepted-next = Сейчас делать ничего не нужно. Что дальше, видно на странице запроса.
letters-request-went-on-subject = Ваш запрос пошёл дальше
letters-request-went-on-text = { $name } сейчас не сможет быть вашим наставником. Это не оценка вашей работы. Ваш запрос с теми же словами сразу ушёл дальше, как вы и хотели: { $next }.
letters-request-went-on-next = Делать ничего не нужно. Пока запрос не прочитан, его можно поправить или отозвать.
letters-request-declined-subject = На ваш запрос ответили
letters-request-declined-text = { $name } сейчас не может взять ещё одного молодого педагога. Это не оценка вашей работы.
letters-request-declined-next = Посмотрите других наставников и напишите тому, с кем уже поработали.
letters-request-withdrawn-subject = Запрос отозван
letters-request-withdrawn-text = Запрос к вам отозван. Его писал молодой педагог: { $name }.
letters-request-withdrawn-next = От вас ничего не нужно. Остальные запросы на странице.
letters-request-expired-newcomer-subject = Срок ответа прошёл
letters-request-expired-newcomer-text = Ответа в срок не было, и запрос закрылся. Наставник: { $name }. Это не оценка вашей работы.
letters-request-expired-newcomer-next = Посмотрите других наставников и напишите тому, с кем уже поработали.
letters-request-expired-mentor-subject = Срок ответа прошёл
letters-request-expired-mentor-text = Срок ответа на запрос прошёл, и он закрылся. Об этом знает и { $name }.
letters-request-expired-mentor-next = Посмотрите, не ждёт ли вас другой запрос.
letters-request-closed-elsewhere-subject = Запрос закрыт
letters-request-closed-elsewhere-text = { $name } будет работать с другим наставником, поэтому запрос к вам закрыт.
letters-request-closed-elsewhere-next = От вас ничего не нужно. Остальные запросы на странице.
letters-request-closed-full-subject = Запрос закрыт
letters-request-closed-full-text = Все места заняты, поэтому ваш запрос закрыт. Наставник: { $name }. Это не оценка вашей работы.
letters-request-closed-full-next = Посмотрите других наставников и напишите тому, с кем уже поработали.
letters-request-closed-left-newcomer-subject = Запрос закрыт
letters-request-closed-left-newcomer-text = { $name } больше не участвует в программе, поэтому ваш запрос закрыт.
letters-request-closed-left-newcomer-next = Посмотрите других наставников и напишите тому, с кем уже поработали.
letters-request-closed-left-mentor-subject = Запрос закрыт
letters-request-closed-left-mentor-text = { $name } больше не участвует в программе, поэтому запрос к вам закрыт.
letters-request-closed-left-mentor-next = От вас ничего не нужно. Остальные запросы на странице.
letters-offer-sent-subject = { $name } предлагает вам быть наставником
letters-offer-sent-text = { $name } хочет с вами работать: вам пришло предложение наставничества.
letters-offer-sent-next = Откройте его и выберите один из четырёх ответов: любой правильный, выбор за вами. Последний день для ответа: { $day }.
letters-offer-accepted-subject = { $name } даёт согласие
letters-offer-accepted-text = { $name } принимает ваше предложение. Место сохранено, приказ выйдет позже.
letters-offer-accepted-next = Сейчас делать ничего не нужно. Что дальше, видно на странице предложения.
letters-offer-declined-subject = На ваше предложение ответили
letters-offer-declined-text = { $name } продолжает выбор иначе. Это не оценка вашей работы.
letters-offer-declined-next = Запросы к вам на странице.
letters-offer-withdrawn-subject = Предложение отозвано
letters-offer-withdrawn-text = Предложение к вам отозвано. Наставник: { $name }. Это не оценка вашей работы.
letters-offer-withdrawn-next = Посмотрите наставников и напишите тому, с кем уже поработали.
letters-offer-expired-newcomer-subject = Срок ответа прошёл
letters-offer-expired-newcomer-text = Срок ответа на предложение прошёл, и оно закрылось. Об этом знает и { $name }.
letters-offer-expired-newcomer-next = Посмотрите наставников и напишите тому, с кем уже поработали.
letters-offer-expired-mentor-subject = Срок ответа прошёл
letters-offer-expired-mentor-text = Ответа в срок не было, и ваше предложение закрылось. Кому оно было: { $name }. Это не оценка вашей работы.
letters-offer-expired-mentor-next = Запросы к вам на странице.
letters-offer-closed-elsewhere-subject = Предложение закрыто
letters-offer-closed-elsewhere-text = { $name } будет работать с другим наставником, поэтому ваше предложение закрыто.
letters-offer-closed-elsewhere-next = От вас ничего не нужно. Запросы к вам на странице.
letters-offer-closed-full-subject = Предложение закрыто
letters-offer-closed-full-text = Все места заняты, поэтому предложение к вам закрыто. Наставник: { $name }. Это не оценка вашей работы.
letters-offer-closed-full-next = Посмотрите других наставников и напишите тому, с кем уже поработали.
letters-offer-closed-left-newcomer-subject = Предложение закрыто
letters-offer-closed-left-newcomer-text = { $name } больше не участвует в программе, поэтому предложение к вам закрыто.
letters-offer-closed-left-newcomer-next = Посмотрите других наставников и напишите тому, с кем уже поработали.
letters-offer-closed-left-mentor-subject = Предложение закрыто
letters-offer-closed-left-mentor-text = { $name } больше не участвует в программе, поэтому ваше предложение закрыто.
letters-offer-closed-left-mentor-next = От вас ничего не нужно. Запросы к вам на странице.
letters-request-reopened-newcomer-subject = Ваш запрос снова открыт
letters-request-reopened-newcomer-text = { $name } работает в школе: уход был записан по ошибке. Ваш запрос снова в том же состоянии, что и раньше.
letters-request-reopened-newcomer-next = Срок ответа: { $day }. Если вы передумали, запрос можно отозвать.
letters-request-reopened-mentor-subject = Запрос к вам снова открыт
letters-request-reopened-mentor-text = { $name } работает в школе: уход был записан по ошибке. Запрос к вам снова в том же состоянии, что и раньше.
letters-request-reopened-mentor-next = Срок ответа: { $day }.

letters-mentor-nominated-subject = Вас предлагают в наставники
letters-mentor-nominated-text = Координатор предлагает вам стать наставником. Решаете вы: если откажетесь, о причине никто не спросит.
letters-mentor-nominated-next = Откройте карточку и согласитесь или откажитесь.
letters-mentor-approved-subject = У вас есть право быть наставником
letters-mentor-approved-text = Координатор подтвердил вашу заявку. Теперь молодые педагоги видят вашу карточку и могут вам написать.
letters-mentor-approved-next = Взгляните ещё раз, нравятся ли вам слова на карточке.
letters-mentor-rejected-subject = Ваша заявка наставника рассмотрена
letters-mentor-rejected-text = В этот раз координатор не подтвердил вашу заявку. Пояснение стоит на вашей карточке.
letters-mentor-rejected-next = Откройте карточку и прочитайте пояснение. Если остался вопрос, спросите координатора.

letters-provisional-named-subject = Ваш временный наставник: { $name }
letters-provisional-named-text = Пока вы не выбрали наставника сами, с вами { $name }.
letters-provisional-named-next = Назначьте первую встречу на странице пары.
letters-provisional-taken-back-subject = Временная пара отменена до приказа
letters-provisional-taken-back-text = До приказа не дошло: { $name } и вы больше не закреплены друг за другом. Это не оценка ничьей работы.
letters-provisional-taken-back-next = Следующий шаг решит координатор. Что дальше, видно на главной странице.
letters-pair-provisional-subject = Вы временный наставник: { $name }
letters-pair-provisional-text = Вас просят быть рядом с молодым педагогом, пока он не выберет наставника: { $name }.
letters-pair-provisional-next = Назначьте первую встречу на странице пары.
letters-pair-chosen-subject = Пара опубликована: { $name } и вы
letters-pair-chosen-text = Ваш выбор совпал, пара опубликована: { $name } и вы.
letters-pair-chosen-next = Откройте документы и дайте письменное согласие или отступите. О причине не спросят.
letters-pair-appointed-subject = Пара опубликована: { $name } и вы
letters-pair-appointed-text = Школа назначила пару: { $name } и вы. Пояснение к назначению стоит на странице пары.
letters-pair-appointed-next = Откройте документы и дайте письменное согласие или отступите. О причине не спросят.
letters-pair-dissolved-subject = Пара не состоялась
letters-pair-dissolved-text = Пара не состоялась: { $name } и вы. Это не оценка ничьей работы, причину не спрашивают и не показывают.
letters-pair-dissolved-next = Координатор предложит другой путь. Что дальше, видно на главной странице.
letters-pair-pending-subject = Вашего наставника назовут позже
letters-pair-pending-text = Пары опубликованы, ваш наставник ещё не назван. Вы не останетесь без наставника: координатор поговорит с вами.
letters-pair-pending-next = Сейчас делать ничего не нужно. Что дальше, видно на главной странице.
letters-round-opened-newcomer-subject = Можно выбрать наставника ещё раз
letters-round-opened-newcomer-text = { $count ->
    [one] Пары пока нет, и так бывает: это не оценка вашей работы. Открыт второй круг, место есть у { $count } наставника.
    [few] Пары пока нет, и так бывает: это не оценка вашей работы. Открыт второй круг, места есть у { $count } наставников.
   *[many] Пары пока нет, и так бывает: это не оценка вашей работы. Открыт второй круг, места есть у { $count } наставников.
    }
letters-round-opened-newcomer-next = Напишите тому, с кем вам хочется работать, или составьте закрытый список. Последний день: { $day }.
letters-round-opened-mentor-subject = Кто-то ещё ищет наставника
letters-round-opened-mentor-text = Открыт второй круг выбора, а у вас есть свободное место. Кто-то из молодых педагогов ещё ищет наставника.
letters-round-opened-mentor-next = Вам могут написать. Можно предложить помощь и самому или составить закрытый список. Последний день: { $day }.
letters-round-extended-newcomer-subject = Второй круг продлён
letters-round-extended-newcomer-text = { $count ->
    [one] Времени на выбор стало больше, место есть у { $count } наставника.
    [few] Времени на выбор стало больше, места есть у { $count } наставников.
   *[many] Времени на выбор стало больше, места есть у { $count } наставников.
    }
letters-round-extended-newcomer-next = Новый последний день: { $day }.
letters-round-extended-mentor-subject = Второй круг продлён
letters-round-extended-mentor-text = Времени на выбор стало больше. У вас есть свободное место, и кто-то ещё ищет наставника.
letters-round-extended-mentor-next = Новый последний день: { $day }.
letters-round-over-newcomer-subject = Второй круг закончился
letters-round-over-newcomer-text = Теперь координатор составит пары из новых списков. С вами остаётся временный наставник: { $name }.
letters-round-over-newcomer-next = Сейчас делать ничего не нужно: когда пары опубликуют, вы получите письмо.
letters-round-over-alone-subject = Второй круг закончился
letters-round-over-alone-text = Теперь координатор составит пары из новых списков. Без поддержки вы не останетесь: координатор назовёт того, кто будет с вами до этого.
letters-round-over-alone-next = Сейчас делать ничего не нужно: когда пары опубликуют, вы получите письмо.
letters-round-over-coordinator-subject = Второй круг закончился, можно составить пары
letters-round-over-coordinator-text = Списки второго круга открыты. Без пары сейчас: { $count }.
letters-round-over-coordinator-next = Составьте черновик, посмотрите его и опубликуйте.
letters-pair-ended-subject = Пара завершена: { $name }
letters-pair-ended-text = { $name } больше не работает в школе, поэтому ваша пара завершена.
letters-pair-ended-next = Следующий шаг координатор решит вместе с вами. Всё, что вы сделали вместе, осталось на странице пары.
letters-pair-handed-over-subject = Пара завершена: { $name }
letters-pair-handed-over-text = Ваша пара завершена: { $name } и вы. Последний день: { $day }. Это ничего не говорит ни о чьей работе.
letters-pair-handed-over-next = Дни, когда вы были парой, остаются на её странице. О следующем шаге скажет координатор.
letters-pair-resumed-subject = Пара продолжается: { $name }
letters-pair-resumed-text = { $name } работает в школе: уход был записан по ошибке. Ваша пара продолжается, как была.
letters-pair-resumed-next = Что дальше, видно на странице пары.
letters-first-meeting-subject = Первая встреча: { $day }, { $time }
letters-first-meeting-text = Первая встреча назначена: { $day }, { $time }. Место: { $place }. Её предлагает { $name }.
letters-first-meeting-next = Если время не подходит, назначьте другое на странице пары.
letters-order-signed-subject = Приказ № { $number } подписан
letters-order-signed-text = Директор подписал приказ № { $number }, дата: { $day }. В нём есть ваше имя.
letters-order-signed-next = Откройте приказ и посмотрите срок и пару.

letters-rotation-published-subject = { $count ->
    [one] Для вас назначена { $count } встреча
    [few] Для вас назначены { $count } встречи
   *[many] Для вас назначено { $count } встреч
    }
letters-rotation-published-text = { $count ->
    [one] Координатор составил план совместной работы, в нём у вас { $count } встреча.
    [few] Координатор составил план совместной работы, в нём у вас { $count } встречи.
   *[many] Координатор составил план совместной работы, в нём у вас { $count } встреч.
    } Ближайшая: { $day }, урок { $lesson }, { $name }.
letters-rotation-published-next = Все дни видны на странице. Если день не подходит, предложите другой, причину не спрашивают.
letters-rotation-withdrawn-subject = План встреч изменился
letters-rotation-withdrawn-text = Координатор отменил часть будущих встреч плана. { $count ->
    [0] Сейчас вам ничего не назначено.
    [one] У вас остаётся { $count } встреча.
    [few] У вас остаются { $count } встречи.
   *[many] У вас остаётся { $count } встреч.
    }
letters-rotation-withdrawn-next = Делать ничего не нужно. Что назначено, видно на странице.
letters-rotation-asked-subject = { $name } предлагает другое время
letters-rotation-asked-text = Встреча назначена так: { $day }, урок { $lesson }. Другое время: { $other }, урок { $other-lesson }. Его предлагает { $name }.
letters-rotation-asked-next = Согласитесь или оставьте прежнее время: правильно и то и другое.
letters-rotation-moved-subject = Встреча перенесена: { $day }
letters-rotation-moved-text = Ваше время подошло. Теперь встреча так: { $day }, урок { $lesson }, { $name }.
letters-rotation-moved-next = Сейчас делать ничего не нужно.
letters-rotation-kept-subject = Время встречи прежнее: { $day }
letters-rotation-kept-text = Другое время не подошло, остаётся прежнее: { $day }, урок { $lesson }, { $name }.
letters-rotation-kept-next = Если не получается прийти, скажите об этом на странице встречи. Причину не спрашивают.
letters-rotation-excused-subject = Встречи не будет: { $day }
letters-rotation-excused-text = { $name } не сможет прийти: { $day }, урок { $lesson }. Это не оценка ничьей работы, причину не спрашивают.
letters-rotation-excused-next = Координатор найдёт другой день. От вас ничего не нужно.

# The letters of a demonstration
letters-demo-title = Письма
letters-demo-link = Письма, которые ушли бы
letters-demo-board = Письма, которые получит { $name }
letters-demo-board-everybody = Письма, которые получат люди этого показа
letters-demo-text = Из показа ничего не отправляется: письма остаются только здесь.
letters-demo-mine = Мне
letters-demo-everybody = Всем
letters-demo-none = Писем пока нет
letters-demo-none-text = Когда что-то произойдёт, например придёт ответ на запрос, письмо появится здесь через несколько секунд.
letters-demo-read = Прочитать
letters-demo-show = Письмо получит { $name }
letters-demo-to = Кому
letters-demo-subject = Тема
letters-demo-not-yours = Ссылка откроется тому, кто вошёл под этим именем: { $name }.
letters-demo-all = Все письма

# Meetings of a pair
letters-act-answer = Ответить
letters-meeting-proposed-subject = { $name } предлагает встретиться: { $day }
letters-meeting-proposed-text = Предложенное время: { $day }, { $time }. { $kind }. Предлагает { $name }.
letters-meeting-proposed-next = Ссылка только открывает страницу, отвечаете вы там. Другое время можно предложить на странице встречи.
letters-meeting-series-subject = { $name } предлагает встречаться каждую неделю
letters-meeting-series-text = { $count ->
    [one] Первая встреча: { $day }, { $time }. Всего { $count } встреча. { $kind }. Предлагает { $name }.
    [few] Первая встреча: { $day }, { $time }. Всего { $count } встречи. { $kind }. Предлагает { $name }.
   *[many] Первая встреча: { $day }, { $time }. Всего { $count } встреч. { $kind }. Предлагает { $name }.
    }
letters-meeting-series-next = Можно согласиться на все сразу или выбрать одну на странице встречи.
letters-meeting-moving-subject = { $name } предлагает перенести встречу
letters-meeting-moving-text = Новое время: { $day }, { $time }. { $kind }. Предлагает { $name }.
letters-meeting-moving-next = Пока вы не ответите, стоит прежнее время.
letters-meeting-agreed-subject = Встреча согласована: { $day }
letters-meeting-agreed-text = Ваше время подошло: { $day }, { $time }. { $kind }, { $name }.
letters-meeting-agreed-next = За день напомним вам обоим.
letters-meeting-declined-subject = Это время не подошло: { $day }
letters-meeting-declined-text = Предложенное вами время не подошло: { $day }, { $time }. { $kind }, { $name }. Причину не спрашивают.
letters-meeting-declined-next = Предложите другое время.
letters-meeting-kept-subject = Время встречи прежнее: { $day }
letters-meeting-kept-text = Другое время не подошло, остаётся согласованное: { $day }, { $time }. { $kind }, { $name }.
letters-meeting-kept-next = Если не получается прийти, скажите об этом на странице встречи. Причину не спрашивают.
letters-meeting-cancelled-subject = Встречи не будет: { $day }
letters-meeting-cancelled-text = { $name } не сможет прийти: { $day }, { $time }. { $kind }. Это не оценка ничьей работы, причину не спрашивают.
letters-meeting-cancelled-next = Предложите другое время.
letters-meeting-reminder-subject = Напоминание о встрече: { $day }, { $time }
letters-meeting-reminder-text = Встреча согласована: { $day }, { $time }. { $kind }, { $name }.
letters-meeting-reminder-next = Открытые шаги стоят первыми на странице встречи.
letters-meeting-reminder-place-subject = Напоминание о встрече: { $day }, { $time }
letters-meeting-reminder-place-text = Встреча согласована: { $day }, { $time }. { $kind }, { $name }. Место: { $place }.
letters-meeting-reminder-place-next = Открытые шаги стоят первыми на странице встречи.
letters-act-report = Открыть отчёт
letters-report-due-subject = Отчёт ждёт ваших слов: { $kind }
letters-report-due-text = Последний день, о котором договорилась школа: { $day }. Сведения уже собраны из журнала.
letters-report-due-next = Откройте отчёт, добавьте свои слова и подпишите.
letters-report-due-sign-subject = Отчёт ждёт вашей подписи: { $kind }
letters-report-due-sign-text = Автор подписал отчёт, теперь ваша очередь. Последний день, о котором договорилась школа: { $day }.
letters-report-due-sign-next = Откройте и прочитайте отчёт, потом подпишите или верните его.
letters-report-awaits-subject = Ваша очередь подписать: { $kind }
letters-report-awaits-text = Автор отчёта: { $name }. Те, кто стоит до вас, подписали.
letters-report-awaits-next = Откройте и прочитайте отчёт, потом подпишите или верните его.
letters-report-returned-subject = Отчёт вернули с замечанием: { $kind }
letters-report-returned-text = Автор отчёта: { $name }. Замечание стоит на странице отчёта.
letters-report-returned-next = Откройте отчёт, исправьте и подпишите снова.
letters-report-approved-subject = Отчёт подписали все: { $kind }
letters-report-approved-text = Ваш отчёт утверждён.
letters-report-approved-next = Откройте отчёт, чтобы сохранить PDF.
letters-act-plans = Открыть «Планы»
letters-act-plan = Открыть план
letters-plan-awaits-subject = План работы ждёт вашей подписи
letters-plan-awaits-text = План ведёт наставник: { $name }. Те, кто стоит до вас, подписали.
letters-plan-awaits-next = Откройте и прочитайте план, потом подпишите.
letters-plan-returned-subject = План работы вернули с замечанием
letters-plan-returned-text = Молодой педагог в этом плане: { $name }. Замечание стоит на странице плана.
letters-plan-returned-next = Откройте план, исправьте и подпишите снова.
letters-plan-returned-off-subject = План работы вернули, ваша подпись потеряла силу
letters-plan-returned-off-text = План ведёт наставник: { $name }. Когда его исправят, он снова придёт к вам.
letters-plan-returned-off-next = Откройте план и прочитайте замечание.
letters-plan-unsigned-subject = План работы изменился, подписи потеряли силу
letters-plan-unsigned-text = Молодой педагог в этом плане: { $name }. После подписания шаги изменились, поэтому подписи собираются заново.
letters-plan-unsigned-next = Откройте и прочитайте план, потом нажмите «Готов к подписи».
letters-plan-approved-subject = План работы утверждён
letters-plan-approved-text = Ваш общий план работы подписали все. С вами в паре: { $name }.
letters-plan-approved-next = Откройте план и посмотрите ближайший шаг.
letters-plan-due-subject = План работы ждёт вас
letters-plan-due-text = Молодой педагог в этом плане: { $name }. План ещё не утверждён, следующий шаг за вами. Последний день: { $day }.
letters-plan-due-next = Откройте план: на его странице видно, что нужно сделать.
letters-plan-unmade-subject = Плана работы ещё нет
letters-plan-unmade-text = Молодой педагог в вашей паре: { $name }. План работы на год просит закон, последний день для него: { $day }.
letters-plan-unmade-next = Откройте «Планы»: план составляется по шаблону одним нажатием, а потом правится вдвоём.
letters-order-due-subject = Приказ ждёт вашей подписи: { $kind }
letters-order-due-text = Проект готов. Последний день для него: { $day }.
letters-order-due-next = Откройте и прочитайте проект, потом подпишите его на бумаге или в системе.
letters-act-newcomer = Открыть страницу молодого педагога
letters-order-undrafted-subject = Приказа о наставнике ещё нет
letters-order-undrafted-text = Молодой педагог: { $name }. Наставника назначают приказом в первые рабочие дни, последний день: { $day }.
letters-order-undrafted-next = Назначьте временного наставника и подготовьте черновик приказа.
letters-act-observation = Открыть наблюдение
letters-observation-proposed-subject = { $name } хочет побывать на вашем уроке: { $day }
letters-observation-proposed-text = { $name } хочет побывать на вашем уроке: { $day }, { $time }. Лист наблюдения будет вашим: вы решаете, кто ещё его прочитает.
letters-observation-proposed-next = Скажите, подходит ли вам этот урок.
letters-observation-invited-subject = { $name } приглашает вас на урок: { $day }
letters-observation-invited-text = { $name } приглашает вас посмотреть урок: { $day }, { $time }.
letters-observation-invited-next = Скажите, сможете ли вы прийти.
letters-observation-announced-subject = Посещение урока в рамках внутришкольного контроля: { $day }
letters-observation-announced-text = На ваш урок придёт { $name }: { $day }, { $time }. Это внутришкольный контроль.
letters-observation-announced-next = На странице видно, на что будут смотреть.
letters-observation-agreed-subject = Наблюдение согласовано: { $day }
letters-observation-agreed-text = Этот урок подходит: { $day }, { $time }, { $name }.
letters-observation-agreed-next = В этот день лист наблюдения откроется на странице.
letters-observation-declined-subject = Этот урок не подошёл: { $day }
letters-observation-declined-text = Урок { $day }, { $time } не подошёл, отвечает { $name }. Причину не спрашивают.
letters-observation-declined-next = Выберите другой урок.
letters-observation-cancelled-subject = Наблюдения не будет: { $day }
letters-observation-cancelled-text = Наблюдение урока не состоится: { $day }, { $time }, { $name }. Это не оценка ничьей работы.
letters-observation-cancelled-next = При желании выберите другой урок.
letters-observation-reminder-subject = Напоминание об уроке: { $day }, { $time }
letters-observation-reminder-text = Урок с наблюдением: { $day }, { $time }. Вторым будет { $name }.
letters-observation-reminder-next = Класс и кабинет указаны на странице наблюдения.
letters-observation-finished-subject = Лист наблюдения вашего урока готов
letters-observation-finished-text = Лист наблюдения вашего урока готов: { $day }, наблюдал(а) { $name }.
letters-observation-finished-next = Прочитайте его и добавьте свои слова.
letters-observation-voided-subject = Лист наблюдения урока отозван
letters-observation-voided-text = Лист наблюдения вашего урока отозван: { $day }, { $name }. Он больше нигде не учитывается.
letters-observation-voided-next = Причина указана на странице.
letters-act-words = Написать слова на прощание
letters-act-thanks = Прочесть слова
letters-rotation-left-subject = Встречи не будет: { $day }
letters-rotation-left-text = { $name } больше не работает в школе, поэтому встречи не будет: { $day }, урок { $lesson }.
letters-rotation-left-next = Координатор подумает, с кем ещё вам познакомиться. От вас ничего не нужно.
letters-meeting-fell-away-subject = Встречи не будет: { $day }
letters-meeting-fell-away-text = Вы договорились встретиться: { $day }, { $time }. { $kind }: { $name }. К этому дню работа вашей пары закончится, поэтому встреча отпадает.
letters-meeting-fell-away-next = От вас ничего не нужно. Если хотите, встретьтесь раньше.
letters-ending-planned-subject = Последний день вашей пары: { $day }
letters-ending-planned-text = Координатор назвал последний день вашей работы вместе: { $day }. Рядом с вами { $name }. Встречи после этого дня отпадают.
letters-ending-planned-next = Напишите несколько слов на прощание. Другой прочтёт их, когда напишете оба или наступит этот день.
letters-ending-taken-back-subject = Пара продолжает работу: { $name }
letters-ending-taken-back-text = Последний день снят, вы продолжаете работать вместе: { $name }.
letters-ending-taken-back-next = Встречи, которые отпали, назначьте заново.
letters-thanks-opened-subject = Слова для вас: { $name }
letters-thanks-opened-text = Вы оба написали слова на прощание, теперь их можно прочесть. Для вас написано: { $name }.
letters-thanks-opened-next = Они на странице вашей пары, читаете их только вы двое.
letters-pair-closed-subject = Пара завершена: { $name }
letters-pair-closed-text = Последний день вашей работы вместе был { $day }. Рядом с вами был коллега: { $name }. Всё, что вы сделали вместе, осталось на странице пары.
letters-pair-closed-next = Слова на прощание открыты вам обоим. Если вы их ещё не написали, для этого есть месяц.
letters-act-extension = Открыть продление
letters-extension-proposed-subject = Продлить работу пары? { $name }
letters-extension-proposed-text = Предлагают продлить вашу работу вместе, новый последний день: { $day }. Рядом с вами { $name }.
letters-extension-proposed-next = Ответьте, как вам удобно. «Нет» не требует объяснений.
letters-extension-agreed-subject = Подтвердите продление: { $name }
letters-extension-agreed-text = Оба согласны продлить работу пары, новый последний день: { $day }. Молодой педагог: { $name }.
letters-extension-agreed-next = Подтвердите продление или оставьте прежний день.
letters-extension-declined-subject = Последний день прежний: { $day }
letters-extension-declined-text = Работа пары не продлевается, последний день прежний: { $day }. Рядом с вами { $name }.
letters-extension-declined-next = От вас ничего не нужно. Это ни для кого не упрёк.
letters-act-pause = Открыть паузу
letters-meeting-paused-subject = Встречи не будет: { $day }
letters-meeting-paused-text = Вы договорились встретиться: { $day }, { $time }. { $kind }: { $name }. На этот день у вашей пары пауза, поэтому встреча отпадает.
letters-meeting-paused-next = Назначьте другое время после паузы.
letters-pair-paused-subject = Пауза вашей пары до возвращения: { $day }
letters-pair-paused-text = Первый день паузы: { $from }. День возвращения: { $day }. Рядом с вами { $name }. Встречи на эти дни отпадают, причину не спрашивают.
letters-pair-paused-next = До этого дня от вас ничего не нужно.
letters-pause-ended-subject = Паузы больше нет: { $name }
letters-pause-ended-text = Пауза, которая начиналась { $from }, закончена. День возвращения: { $day }. Рядом с вами { $name }.
letters-pause-ended-next = Назначьте встречу, когда вам обоим удобно.
letters-pause-called-off-subject = Паузы не будет: { $name }
letters-pause-called-off-text = Пауза, которая должна была начаться { $from }, отменена. Рядом с вами { $name }.
letters-pause-called-off-next = Встречи, которые отпали, назначьте заново.

letters-survey-opened-subject = Опрос о наставничестве на две минуты
letters-survey-opened-text = Школа спрашивает, как вам работается. Это не обязательно: можно ответить, можно пропустить.
letters-survey-opened-next = Откройте вопросы и отметьте то, что хотите. Второй в вашей паре ответов не увидит. Последний день: { $day }.
letters-survey-reminder-subject = Опрос скоро закроется
letters-survey-reminder-text = Опрос о наставничестве ещё открыт. Если не хотите отвечать, пропустите его: больше писем не будет.
letters-survey-reminder-next = Хватит двух минут. Последний день: { $day }.

letters-act-goals = Открыть цели развития
letters-review-ahead-subject = Обзор плана развития скоро
letters-review-ahead-text = Первый день обзора: { $day }. Вы и второй человек пары напишете по одному предложению о том, что изменилось.
letters-review-ahead-next = Вспомните цели и подумайте, какие достигнуты, а какие пора изменить или отложить.
letters-review-ahead-alone-subject = Обзор плана развития скоро
letters-review-ahead-alone-text = Первый день обзора: { $day }. Напишите одно предложение о том, что изменилось.
letters-review-ahead-alone-next = Вспомните цели и подумайте, какие достигнуты, а какие пора изменить или отложить.
letters-review-written-subject = Есть обзор плана развития: { $name }
letters-review-written-text = { $name }: написано, что изменилось с прошлого раза. Прочесть это можете только вы двое.
letters-review-written-next = Прочтите и добавьте своё предложение, если ещё не написали.
letters-course-begun-subject = Курс наставников начался
letters-course-begun-text = Вы записаны на курс наставников. Первая ступень: обсуждение.
letters-course-begun-next = Расскажите случай из практики (нужно: { $cases }) и откликнитесь на чужие (нужно: { $replies }). Срока нет.
letters-training-place-subject = Для вас есть место: { $title }
letters-training-place-text = Кто-то отказался, и теперь на занятии есть место для вас: { $day }, { $time }, { $place }.
letters-training-place-next = Если не сможете прийти, откажитесь: за вами стоят другие.
letters-camp-place-subject = Для вас есть место в мастерской: { $title }
letters-camp-place-text = В лагере «{ $camp }» кто-то отказался от места. В жребии вы стояли раньше других, кто остался без места, и теперь оно ваше: { $day }, { $time }, { $place }.
letters-camp-place-next = Если не поедете в лагерь, откажитесь: место может ждать кто-то ещё.
letters-camp-places-subject = Для вас есть места в мастерских: { $count }
letters-camp-places-text = В лагере «{ $camp }» кто-то отказался от мест. В жребии вы стояли раньше других, кто остался без места, и теперь они ваши. { $places }.
letters-camp-places-line = «{ $title }»: { $day }, { $time }, { $place }
letters-camp-places-next = Если не поедете в лагерь, откажитесь: места может ждать кто-то ещё.
letters-training-cancelled-subject = Занятия не будет: { $title }
letters-training-cancelled-text = Занятие, на которое вы записались, отменено: { $day }, { $time }.
letters-training-cancelled-next = Выберите другое занятие на странице курса.
letters-training-material-subject = После занятия: { $title }
letters-training-material-text = Ведущий написал, что прочитать или сделать после занятия: { $day }, { $time }.
letters-training-material-next = Это на странице занятия.
letters-course-declined-subject = На вашу заявку на курс ответили
letters-course-declined-text = Сейчас на курсе наставников для вас нет места. Координатор написал вам об этом несколько слов.
letters-course-declined-next = Прочесть их можете только вы, на странице курса. Заявку можно подать снова.
letters-training-announced-subject = Объявлено занятие: { $title }
letters-training-announced-text = Когда и где: { $day }, { $time }, { $place }.
letters-training-announced-next = Если время подходит, запишитесь. Если мест не осталось, можно встать в очередь.
letters-sitting-planned-subject = Экзамен по теории: { $day }
letters-sitting-planned-text = Экзамен назначен. Начало: { $day }, { $time }.
letters-sitting-planned-next = Ваша работа откроется на странице экзамена, когда координатор его начнёт.
letters-sitting-opened-subject = Экзамен по теории в другой школе: { $day }
letters-sitting-opened-text = { $host } проводит экзамен, открытый школам района. Начало: { $day }, { $time }.
letters-sitting-opened-next = Число мест ограничено: возьмите место на странице экзамена. Результат засчитает ваша школа.
letters-sitting-called-off-subject = Экзамен не засчитывается: { $day }
letters-sitting-called-off-text = Экзамен по теории отменён: { $day }, { $time }. Попытка ни у кого не потрачена.
letters-sitting-called-off-next = Причина указана на странице экзамена. Когда появится новый день, придёт письмо.
letters-theory-told-subject = Есть результат вашего экзамена по теории
letters-theory-told-text = Результат вашей работы можно прочитать.
letters-theory-told-next = Он на вашей странице: в письмах результатов не бывает.
letters-texts-wait-subject = Письменные ответы ждут баллов
letters-texts-wait-text =
    { $count ->
    [one] Экзамен закончился, а { $count } письменный ответ ещё без баллов. Его ждут результаты.
    [few] Экзамен закончился, а { $count } письменных ответа ещё без баллов. Их ждут результаты.
   *[other] Экзамен закончился, а { $count } письменных ответов ещё без баллов. Их ждут результаты.
    }
letters-texts-wait-next = Напомните тому, кто их проверяет, или назначьте другого.
letters-right-granted-subject = У вас есть право быть наставником
letters-right-granted-text = Вам дано право быть наставником. Его последний день: { $day }.
letters-right-granted-next = Итог экзамена по практике и сертификат ждут вас на странице курса.
letters-right-ends-subject = Ваше право быть наставником скоро закончится
letters-right-ends-text = Последний день вашего права: { $day }. Пары, которые работают, продолжают работу.
letters-right-ends-next = Если хотите и дальше начинать новые пары, подайте заявку на курс.
letters-hearing-named-subject = Ваш экзамен по практике: { $day }
letters-hearing-named-text = Комиссия ждёт вас: { $day }, { $time }. Место: { $place }.
letters-hearing-named-next = Свою ситуацию вы прочтёте, когда экзамен начнётся. Учить ничего не нужно.
letters-hearing-moved-subject = Экзамен по практике перенесён: { $day }
letters-hearing-moved-text = Теперь комиссия заседает так: { $day }, { $time }. Место: { $place }.
letters-hearing-moved-next = Посмотрите страницу экзамена. Если прийти не сможете, скажите координатору.
letters-hearing-taken-off-subject = В этот день вашего экзамена по практике не будет
letters-hearing-taken-off-text = Вас больше нет в списке комиссии: { $day }, { $time }. Попытка не потрачена.
letters-hearing-taken-off-next = Когда появится новый день, придёт письмо.
letters-practice-told-subject = Есть результат вашего экзамена по практике
letters-practice-told-text = Комиссия закончила работу, её результат можно прочитать.
letters-practice-told-next = Он на вашей странице: в письмах результатов не бывает.
letters-examiner-named-subject = Вы в комиссии: { $day }
letters-examiner-named-text = Вы назначены экзаменатором на экзамене по практике. Комиссия заседает: { $day }, { $time }. Место: { $place }.
letters-examiner-named-next = Кандидаты и листы на странице экзамена. Если прийти не сможете, скажите координатору.
letters-examiner-replaced-subject = Вы больше не в комиссии
letters-examiner-replaced-text = Ваше место в комиссии занимает другой человек. День комиссии: { $day }, { $time }.
letters-examiner-replaced-next = Закрытые вами листы остаются в силе. Больше ничего делать не нужно.
letters-examiner-asked-subject = Вас просят оценить экзамен по практике
letters-examiner-asked-text = Комиссии нужен ещё один экзаменатор. Комиссия заседает: { $day }, { $time }, место: { $place }.
letters-examiner-asked-next = Откройте лист. Вы оцениваете сами и не видите чужих оценок, пока не закроете свой лист.
letters-commission-removed-subject = Комиссии не будет: { $day }
letters-commission-removed-text = Комиссия экзамена по практике отменена: { $day }, { $time }.
letters-commission-removed-next = Делать ничего не нужно.
letters-sheet-unsealed-subject = Ваш лист экзамена по практике не закрыт
letters-sheet-unsealed-text = Экзамен по практике прошёл, а результат ждёт ваших оценок. День комиссии: { $day }.
letters-sheet-unsealed-next = Откройте лист, посмотрите оценки и закройте его. Если продолжить не можете, скажите координатору.
letters-appeal-filed-subject = Апелляция ждёт вашего решения
letters-appeal-filed-text = Кандидат подал апелляцию на результат экзамена. Вы его не оценивали, поэтому решать вам.
letters-appeal-filed-next = Прочитайте основание и решите, указав причину. Последний день: { $day }.
letters-appeal-upheld-subject = Ваша апелляция удовлетворена
letters-appeal-upheld-text = По вашей апелляции на результат экзамена есть решение: вы были правы.
letters-appeal-upheld-next = Что дальше и почему, сказано на странице.
letters-appeal-dismissed-subject = По вашей апелляции есть решение
letters-appeal-dismissed-text = По вашей апелляции на результат экзамена есть решение: результат остаётся.
letters-appeal-dismissed-next = Причина на странице.
letters-concern-waits-subject = Вас ждёт одно дело
letters-concern-waits-text = Записано или передано вам то, что не может ждать. Что именно, сказано только на странице.
letters-concern-waits-next = Откройте страницу сегодня: сроки идут.
letters-concern-due-subject = Близок последний день
letters-concern-due-text = В деле, которое ждёт вас, есть открытый шаг.
letters-concern-due-next = Запишите, что сделано или почему это не нужно. Последний день: { $day }.

# Ideas
letters-act-idea = Открыть идею
letters-act-ideas = К идеям
letters-idea-due-subject = Идея ждёт вашего ответа
letters-idea-due-text = На идею молодого специалиста ещё не ответили, и ответ за вами.
letters-idea-due-next = Ответьте одним-двумя предложениями, можно и отказом. Последний день: { $day }.
letters-idea-told-subject = Новое на доске идей
letters-idea-told-text = О том, чем вы поделились или что написали на доске, есть новое.
letters-idea-told-next = Загляните туда.

# Messages to many
letters-act-messages = Открыть сообщения
letters-act-message = Открыть шаблон
letters-message-sent-subject = { $subject }
letters-message-sent-text = { $text }
letters-message-sent-next = То же самое стоит на странице ваших сообщений; на это письмо отвечать не нужно.
letters-message-tried-subject = Проба: { $subject }
letters-message-tried-text = { $text }
letters-message-tried-next = Это письмо ушло только вам. Если всё читается хорошо, выберите, кому его отправить.
letters-programme-stopped-subject = Программа наставничества завершается
letters-programme-stopped-text = Программа этого учебного года завершается раньше срока: сразу для всех и ни по чьей вине. Ожидавшие ответа запросы отозваны, будущие встречи и уроки отменены, пары завершаются как плановые. Последний день: { $day }.
letters-programme-stopped-next = Всё написанное по-прежнему можно читать. Кто работал в паре по приказу, может написать заключительные слова на её странице.
