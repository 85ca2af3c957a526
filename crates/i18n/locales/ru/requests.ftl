requests-title = Запросы
requests-state-sent = отправлен
requests-state-new = ещё не открыт
requests-state-read = прочитан
requests-state-asked = задан вопрос
requests-state-meet_first = сначала встреча
requests-state-accepted = согласие
requests-state-declined = закрыт
requests-state-withdrawn = отозван
requests-state-expired = срок прошёл
requests-state-closed = закрыт
requests-board-none = Новых запросов к вам нет
requests-board-none-text = Когда запрос придёт, вы увидите его здесь и получите письмо.
requests-board-mine = { $count ->
    [one] Вашего ответа ждёт { $name }
    [few] Вашего ответа ждут { $count } человека, дольше всех { $name }
   *[many] Вашего ответа ждут { $count } человек, дольше всех { $name }
    }
requests-board-mine-text = Любой из четырёх ответов правильный: отказ не объясняют, и он никому не вредит.
requests-board-write = С кем вы хотели бы работать?
requests-board-write-text = { $count ->
    [one] Напишите тому, с кем уже поработали. Сейчас можно отправить { $count } запрос.
    [few] Напишите тому, с кем уже поработали. Сейчас можно отправить { $count } запроса.
   *[many] Напишите тому, с кем уже поработали. Сейчас можно отправить { $count } запросов.
    }
requests-board-closed = Сейчас запросы не отправляют
requests-board-closed-text = Их пишут в период выбора и во втором круге.
requests-board-wait = Следующий шаг: ответ, который даст { $name }
requests-board-left = { $count ->
    [0] Больше запросов сейчас отправить нельзя: дождитесь ответа или отзовите один.
    [one] Можно отправить ещё { $count } запрос.
    [few] Можно отправить ещё { $count } запроса.
   *[many] Можно отправить ещё { $count } запросов.
    }
requests-to-mentors = Посмотреть наставников
requests-mine = Ваш ход
requests-theirs = Ждём ответа от них
requests-over = Завершено
requests-sent = Вы отправили
requests-left = можно отправить ещё: { $count }
requests-none-title = Запросов пока нет
requests-none-text = Так бывает: молодые педагоги сначала работают вместе с вами, потом пишут.
requests-sent-none-title = Вы пока никому не писали
requests-sent-none-text = Не спешите. Поработайте вместе и напишите тому, с кем вам по пути.
requests-places = { $taken ->
    [0] { $places ->
        [1] единственное место свободно
       *[other] все места свободны: { $places }
    }
   *[other] занято мест: { $taken } из { $places }
    }
requests-open = Открыть запрос
requests-look = Посмотреть
requests-show-mentor = Вам пишет { $name }: хочет у вас учиться
requests-show-newcomer = Ваш запрос. Кому: { $name }
requests-answer-until = Ответьте { $until }. Любой из четырёх ответов правильный: отказ не объясняют, и он никому не вредит.
requests-words = Что в запросе
requests-goals = Над чем работать
requests-rhythm = Ритм
requests-met = Вы виделись
requests-met-not = пока не работали вместе
requests-rhythm-weekly = раз в неделю
requests-rhythm-fortnightly = раз в две недели
requests-rhythm-as_needed = по необходимости
requests-others = Есть и другие открытые запросы ({ $count }), их отправляет { $name }. Кому, не показываем.
requests-reason-own = Причина, которую вы записали для себя: { $text }
requests-reason-shared = Причина, которую видит и координатор: { $text }
requests-your-answer = Ваш ответ
requests-your-answer-one = Выберите одно из четырёх
requests-answer-accept = Согласиться
requests-answer-accept-then = Вы станете парой; место сохраним, приказ выйдет позже. Ваш молодой педагог: { $name }.
requests-answer-meet = Сначала встретиться
requests-answer-meet-then = Без обязательств. Запрос подождёт.
requests-answer-ask = Задать вопрос
requests-answer-ask-then = Когда придёт ответ, ход снова будет ваш.
requests-answer-decline = Отказаться
requests-answer-decline-then = Причину спрашивать не будем.
requests-question = Вопрос
requests-decline-seen = Вот всё, что увидит { $name }:
requests-reason = Причина для себя
requests-reason-hint = по желанию
requests-reason-coordinator = Рассказать причину координатору
requests-reason-coordinator-hint = по желанию; { $name } её не увидит
requests-send-answer = Отправить ответ
requests-later = Позже
requests-reply-title = Вопрос задаёт { $name }
requests-reply-label = Ваш ответ
requests-reply = Ответить
requests-aside = Кстати
requests-closes = Ждём ответа { $until }
requests-closes-text = Если ответа не будет, запрос закроется сам, и мы скажем об этом вам обоим.
requests-edit = Изменить текст
requests-withdraw = Отозвать запрос
requests-withdraw-text = Наставник узнает только, что запрос отозван. Потом можно написать снова.
requests-all = Все запросы
requests-told-newcomer-sent = Ещё не прочитан. Текст пока можно изменить. Ответит { $name }.
requests-told-newcomer-read = { $name } уже читает и думает над ответом.
requests-told-newcomer-asked = { $name } задаёт вопрос. Теперь ваш ход.
requests-told-newcomer-meet_first = { $name } хочет сначала встретиться ещё раз. Договоритесь о времени.
requests-told-newcomer-accepted = { $name } даёт согласие. Место за вами, приказ выйдет позже.
requests-told-newcomer-declined = { $name } сейчас не может взять ещё одного молодого педагога. Это не оценка вашей работы.
requests-told-newcomer-withdrawn = Вы отозвали этот запрос. Наставник: { $name }.
requests-told-newcomer-expired = Срок ответа прошёл: { $name }. Никто не виноват, можно написать другому наставнику.
requests-told-newcomer-full = Все места заняты. Наставник: { $name }. Это не оценка вашей работы, можно написать другому.
requests-told-newcomer-elsewhere = Вы договорились с другим наставником, поэтому этот запрос закрыт. Наставник: { $name }.
requests-told-newcomer-left = { $name } больше не участвует в программе. Можно написать другому наставнику.
requests-told-mentor-sent = { $name } ждёт вашего ответа.
requests-told-mentor-read = { $name } ждёт вашего ответа.
requests-told-mentor-asked = Ответ на ваш вопрос даст { $name }.
requests-told-mentor-meet_first = { $name } встретится с вами, потом вы решите.
requests-told-mentor-accepted = Вы согласились. Ваш молодой педагог: { $name }.
requests-told-mentor-declined = Вы отказались. Нейтральный текст, и только его, читает { $name }.
requests-told-mentor-withdrawn = Запрос отозван. Его писал молодой педагог: { $name }.
requests-told-mentor-expired = Срок ответа прошёл. Об этом знает и { $name }.
requests-told-mentor-full = Ваши места заняты, поэтому запрос закрыт. Писал молодой педагог: { $name }.
requests-told-mentor-elsewhere = { $name } будет работать с другим наставником.
requests-told-mentor-left = { $name } больше не участвует в программе.
requests-write = Написать запрос
requests-write-board = Напишите, почему именно этот наставник: { $name }
requests-write-text = Наставник может согласиться, предложить встречу, задать вопрос или отказаться. Отказ вам не повредит.
requests-write-words = Своими словами
requests-write-least = не меньше { $count } знаков
requests-write-goals = До трёх целей
requests-write-goal = Цель { $number }
requests-write-rhythm = Как часто вы хотели бы встречаться?
requests-card = Карточка наставника
requests-send = Отправить запрос
requests-hints = О чём написать
requests-hint-who = Одно предложение о себе.
requests-hint-why = Почему именно этот человек: что увидели, что понравилось.
requests-hint-what = Чему хотите научиться.
requests-hint-short = Коротко.
requests-example = На вашем уроке в 8 «Б» класс сам нашёл ошибку. У меня после ошибки становится тихо. Хочу научиться ждать.
requests-done-sent = Запрос отправлен. Пока его не прочитали, текст можно изменить.
requests-done-edited = Текст изменён.
requests-done-accepted = Ваше согласие записано, место сохранено. До приказа больше ничего не нужно.
requests-done-asked = Вопрос отправлен.
requests-done-replied = Ответ отправлен.
requests-done-meet = Мы передали, что вы хотите сначала встретиться.
requests-done-declined = Нейтральный текст отправлен. Причину никто не увидит без вашего разрешения.
requests-done-withdrawn = Запрос отозван.
requests-refused-not-now = Запросы отправляют и получают ответ только в период выбора и во втором круге.
requests-refused-mentor-gone = Этот наставник сейчас не участвует в программе. Выберите другого.
requests-refused-mentor-full = У этого наставника нет свободных мест. Выберите другого.
requests-refused-you-agreed = Вы уже договорились с наставником.
requests-refused-already-asked = Этому наставнику вы уже написали, или запрос прочитан.
requests-refused-too-many = Открытых запросов уже столько, сколько можно. Дождитесь ответа или отзовите один.
requests-refused-too-short = Текст слишком короткий: нужно не меньше { $least } знаков.
requests-refused-too-many-goals = Целей не больше трёх.
requests-refused-not-open = На этот запрос уже ответили, или он закрыт. Ничего не изменилось.
requests-refused-expired = Срок ответа прошёл. Ничего не изменилось.
requests-refused-you-are-full = Все ваши места уже заняты. Ничего не изменилось.
requests-refused-paused = Этот наставник на паузе { $until } и новых запросов не принимает. Выберите другого или подождите.
requests-refused-you-pause = Вы на паузе { $until }. Сначала начните снова принимать запросы, потом предлагайте.
requests-refused-no-right = Сейчас у вас нет права быть наставником. Скажите координатору.
requests-refused-no-exam = Программа требует экзамен наставника, а ваше право по нему сейчас не действует. Молодые педагоги, с которыми вы работаете, остаются с вами. Путь к экзамену – на странице «Курс наставников».
requests-refused-mentor-takes-nobody = Этот наставник сейчас не берёт новых молодых педагогов. Выберите другого.
requests-refused-agreed-elsewhere = Молодой педагог уже договорился с другим наставником. Ничего не изменилось.
requests-former = Это слова из прежнего запроса. Кому он был: { $name }. Поправьте имя и то, что относится только к этому наставнику.
requests-next = Дальше в вашем избранном
requests-next-text = ваш текст и цели уже будут в форме
requests-next-write = Дальше: { $name }

# A mentor offers first.
requests-offer-title = Можно предложить первым
requests-offer-text = правила те же: четыре ответа, один срок
requests-offer-act = Предложить помощь
requests-offer-none = Предложений, которые ждут вашего ответа, нет.
requests-offer-sent-none = Предложений, которые ждут ответа, у вас нет.
requests-offer-open = Открыть предложение
requests-offer-words = Что в предложении
requests-offer-show-mentor = Ваше предложение. Кому: { $name }
requests-offer-show-newcomer = { $name } предлагает вам быть наставником
requests-offer-others = Есть и другие открытые предложения ({ $count }), их отправляет { $name }. Кому, не показываем.
requests-offer-answer-accept-then = Вы станете парой; место сохраним, приказ выйдет позже. Ваш наставник: { $name }.
requests-offer-withdraw-text = Молодой педагог узнает только, что предложение отозвано. Потом можно написать снова.
requests-offer-told-mentor-accepted = { $name } даёт согласие. Место сохранено, приказ выйдет позже.
requests-offer-told-mentor-declined = { $name } продолжает выбор иначе. Это не оценка вашей работы.
requests-offer-told-mentor-withdrawn = Вы отозвали это предложение. Молодой педагог: { $name }.
requests-offer-told-mentor-expired = Срок ответа прошёл: { $name }. Никто не виноват.
requests-offer-told-mentor-full = Ваши места заняты, поэтому предложение закрыто. Молодой педагог: { $name }.
requests-offer-told-newcomer-accepted = Вы согласились. Ваш наставник: { $name }. Приказ выйдет позже.
requests-offer-told-newcomer-withdrawn = Предложение отозвано. Наставник: { $name }. Это не оценка вашей работы.
requests-offer-write = Предложить наставничество
requests-offer-write-board = Напишите, почему вам хочется работать вместе. Кому: { $name }
requests-offer-write-text = Молодой педагог может согласиться, предложить встречу, задать вопрос или отказаться. Выбор за ним.
requests-offer-send = Отправить предложение
requests-offer-hint-why = Что вы видели: какой урок, какую работу.
requests-offer-hint-free = Пусть «нет» дастся легко: напишите, что выбор свободен.
requests-offer-example = Я видел, как вы начали групповую работу в 6 «А». Может быть, спланируем вместе оценивание? Если выберете другого наставника, моя дверь всё равно открыта.
requests-offer-refused-newcomer-gone = Этот молодой педагог больше не работает в школе.
requests-offer-refused-already = Между вами уже есть открытый запрос, или он прочитан.
requests-follow = Если ничего не выйдет
requests-follow-text = Выберите, кому сразу уйдёт новый запрос, если ответа «да» не будет, и напишите ему отдельно: слова этого запроса останутся между вами двумя. О выборе знаете только вы: ни один наставник не увидит, что был другой.
requests-follow-who = Кому дальше
requests-follow-nobody = Никому, выбор оставлю за собой
requests-follow-words = Слова для того, кто следующий
requests-follow-rhythm = Ритм уйдёт тот же, что в этом запросе.
requests-follow-goals = Цели и ритм уйдут те же, что в этом запросе. Цели: { $goals }.
requests-follow-act = Сохранить
requests-done-follow = Сохранено.
requests-went-on = Запрос пошёл дальше
requests-went-on-text = Со словами, которые вы написали для этого наставника: { $name }.
requests-open-own = Открыть запрос
