# Newcomers, for the coordinator.
newcomers-title = Молодые педагоги
newcomers-aside = Кстати
newcomers-works-since = на работе с { $day }
newcomers-board-late = { $name }: срок назвать временного наставника прошёл { $day }
newcomers-board-late-text = Назовите сегодня. Приказ можно подписать и после срока, но молодой педагог не должен оставаться один.
newcomers-act-late = Назвать наставника
newcomers-board-late-named = { $name }: приказ о временном наставнике был нужен { $day }
newcomers-board-late-named-text = Наставник назван, остался приказ. По закону согласие для него не нужно.
newcomers-act-late-named = К приказам
newcomers-board-alone = { $name } сейчас без наставника
newcomers-board-alone-text = Прежний наставник больше не может работать вместе. Назовите другого.
newcomers-act-alone = Назвать наставника
newcomers-board-open = { $name }: назовите временного наставника { $day }
newcomers-board-open-text = Временный наставник не закрывает выбор: молодой педагог сможет выбрать любого.
newcomers-act-open = Назвать наставника
newcomers-board-named = { $name }: приказ о временном наставнике нужен { $day }
newcomers-board-named-text = Наставник назван, остался приказ. По закону согласие для него не нужно.
newcomers-act-named = К приказам
newcomers-board-unpaired = { $name }: выбор закончился, пары пока нет
newcomers-board-unpaired-text = Временный наставник остаётся. Посмотрите причины и предложите пару.
newcomers-act-unpaired = К предложению пар
newcomers-board-looks-on = { $name }: выбирает во втором круге
newcomers-board-looks-on-text = Назначать сейчас не нужно: круг закончится сам, временный наставник остаётся.
newcomers-act-looks-on = Ко второму кругу
newcomers-board-after-choice = { $name }: поговорите и назначьте наставника
newcomers-board-after-choice-text = Списки были уже закрыты, когда начался первый рабочий день, поэтому выбора не было. Временный наставник остаётся, пока пары нет.
newcomers-act-after-choice = К назначению
newcomers-board-enrol = { $count ->
    [1] Можно зачислить: { $name } впервые начинает работать учителем
    [one] Можно зачислить { $count } человека, первым в списке стоит { $name }
   *[other] Можно зачислить { $count } человек, первым в списке стоит { $name }
    }
newcomers-board-enrol-text = Нашли по дате приёма и стажу. Проверьте и отметьте сами.
newcomers-act-enrol = Посмотреть и зачислить
newcomers-act-find = Найти и зачислить
newcomers-board-none = Молодых педагогов пока нет
newcomers-board-none-text = Никто не принят на первую работу учителем. Если кто-то пропущен, найдите по имени.
newcomers-board-quiet = У каждого молодого педагога есть наставник
newcomers-board-quiet-text = Сегодня от вас здесь ничего не ждут.
newcomers-board-settled = { $name }: сегодня ничего не нужно
newcomers-board-settled-text = Приказ о наставнике подписан.
newcomers-board-stopped = { $name }: программа остановлена
newcomers-board-stopped-text = Наставника в ней больше не назначают. Всё написанное можно читать ниже.
newcomers-board-finished = { $name }: пара завершена в назначенный день
newcomers-board-finished-text = Ничего больше не требуется. Если всё же нужен наставник, назовите его ниже.
newcomers-board-left = { $name } больше не работает в школе
newcomers-board-left-text = Запросы и пары закрыты вместе с уходом, записи остались.
newcomers-unpaired = { $count ->
    [one] Выбор закончился, у { $count } человека пары пока нет. Временный наставник остаётся, пока пары нет.
   *[other] Выбор закончился, у { $count } человек пары пока нет. Временные наставники остаются, пока пар нет.
    }
newcomers-enrolled = Зачислены
newcomers-count = всего: { $count }
newcomers-none = Здесь встанут молодые педагоги
newcomers-none-text = У каждого будет видно, кто наставник, до какого дня нужен приказ и есть ли пара. До зачисления список пуст, это нормально.
newcomers-no-programme = Сначала назначьте даты программы
newcomers-no-programme-text = Зачислять можно, когда у программы есть даты. Обычные уже стоят в форме.
newcomers-to-programme = К датам программы
newcomers-standing-late = срок был { $day }
newcomers-standing-alone = без наставника
newcomers-standing-unpaired = пары нет
newcomers-standing-settled = приказ есть
newcomers-standing-stopped = программа остановлена
newcomers-standing-finished = пара завершена
newcomers-standing-left = не работает
newcomers-provisional-is = Временный наставник: { $name }
newcomers-for-now = Временный наставник остаётся: { $name }.
newcomers-for-now-none = Временного наставника сейчас нет. По закону он нужен: координатор называет его на карточке молодого педагога.
newcomers-for-now-own = С вами остаётся временный наставник: { $name }.
newcomers-for-now-own-none = Временного наставника сейчас нет: его назовёт координатор. Скажите координатору, если помощь нужна уже сейчас.
newcomers-provisional-missing = Временный наставник не назван
newcomers-mentor-is = Наставник: { $name }
newcomers-pair-agreed = пара договорилась
newcomers-pair-published = впереди согласия и приказ
newcomers-pair-provisional = ждёт приказа
newcomers-pair-assigned = приказ подписан
newcomers-pair-ended = закончена
newcomers-pair-none = пары пока нет
newcomers-name = Назвать наставника
newcomers-open = Открыть
newcomers-enrol = Зачислить
newcomers-first = Впервые начинают работать учителем
newcomers-first-hint = нашли по дате приёма и стажу; отметьте, кого зачислить
newcomers-first-none = Новых людей без стажа сейчас нет. Если кого-то не хватает, найдите по имени.
newcomers-first-time = Полного года стажа нет, на работе с { $day }
newcomers-has-service = { $count ->
    [one] Стаж { $count } год, на работе с { $day }
    [few] Стаж { $count } года, на работе с { $day }
   *[many] Стаж { $count } лет, на работе с { $day }
    }
newcomers-service-unknown = Стаж не указан, на работе с { $day }
newcomers-found = Нашли в школе
newcomers-found-none = В школе никого не нашли: { $search }. Проверьте имя или загрузите список.
newcomers-search = Найти кого-то ещё
newcomers-search-hint = имя или фамилия, можно без казахских букв
newcomers-find = Найти
newcomers-enrol-ticked = Зачислить отмеченных
newcomers-choose = Отметьте, кого зачислить.
newcomers-refused-of = { $name }: { $why } Пока никто не зачислен, снимите отметку и отправьте ещё раз.
newcomers-refused-not-now = Программа этого года закончена, зачислять в неё больше нельзя.
newcomers-refused-does-not-work = Больше не работает в школе.
newcomers-refused-no-hire-day = Не указан первый день работы, без него срок приказа не посчитать. Впишите его в разделе «Люди».
newcomers-refused-mentors = В этой программе сам наставник.
newcomers-refused-is-newcomer = В этой программе молодой педагог.
newcomers-refused-sanction = Действует дисциплинарное взыскание. Пока оно не закончится или его не снимут, стать наставником нельзя.
newcomers-refused-exam = Программа требует экзамен наставника, а права по нему у этого человека сейчас нет.
newcomers-refused-category = Категория ниже той, что стоит в настройках.
newcomers-refused-years = Стаж меньше, чем нужно для категории из настроек.
newcomers-refused-places = Мест больше, чем разрешают настройки.
newcomers-refused-naming-not-now = Программа этого года закончена, наставника в ней больше не называют.
newcomers-refused-appointing-not-now = Назначают, когда выбор закончился и пока идёт учебный год программы. Ничего не изменилось.
newcomers-refused-has-mentor = Наставник уже есть. Ничего не изменилось.
newcomers-refused-has-order = Приказ подписан, и только новый приказ его меняет. Ничего не изменилось.
newcomers-refused-traces = С зачислением уже связаны запросы, встречи или пары, отменить его нельзя.
newcomers-provisional = Временный наставник
newcomers-order-due = Приказ нужен { $day }.
newcomers-stays = Пары пока нет, поэтому временный наставник остаётся.
newcomers-take-back = Отозвать наставника
newcomers-take-back-text = Пока приказа нет, можно назвать другого.
newcomers-whom = Кого назвать
newcomers-whom-hint = лучше с тем же предметом; место для выбора это не занимает
newcomers-whom-none = Выберите человека
newcomers-naming-text = Письма уйдут обоим, приказ подписывает директор. Молодой педагог потом выберет сам, и это может быть другой человек.
newcomers-choice-with = { $count ->
    [one] сейчас с { $count } молодым педагогом
   *[other] сейчас с { $count } молодыми педагогами
    }
newcomers-not-nameable = Кого назвать нельзя и почему: { $count }
newcomers-provisional-over = Временного наставника уже нет.
newcomers-pair = Пара
newcomers-pair-not-yet = Пара появится после выбора.
newcomers-to-pair = Открыть пару
newcomers-unpaired-text = Выбор закончился без пары. Это не оценка человека: предложите пару из тех, у кого есть место.
newcomers-after-choice = Списки были уже закрыты, когда начался первый рабочий день, поэтому выбора не было. Пару здесь делает назначение с причиной, после разговора с обоими.
newcomers-looks-on-text = Идёт второй круг: молодой педагог выбирает ещё раз среди тех, у кого есть место. Назначить можно, когда круг закончится.
newcomers-appoint = Назначить наставника
newcomers-appoint-text = Сначала поговорите с обоими. Оба увидят, что это назначение, и прочитают причину. Дальше согласия обоих и приказ; отступить каждый может без объяснений.
newcomers-appoint-nobody = Свободных мест сейчас нет ни у кого. Новый наставник может подать заявку в любой день учебного года.
newcomers-to-mentors = К наставникам
newcomers-requests = Запросы
newcomers-requests-none = Запросов пока не было.
newcomers-reason = Причина, которую наставник рассказал вам: { $text }
newcomers-reason-seen = Читаете только вы и сам наставник, молодой педагог её не увидит
newcomers-offered = наставник предложил сам
newcomers-reason-newcomer = Причина, которую молодой педагог рассказал вам: { $text }
newcomers-reason-seen-newcomer = Читаете только вы и сам молодой педагог, наставник её не увидит
newcomers-requests-seen = Слова запросов вам не показываем: их видят только двое
newcomers-answer-until = ответа ждут до { $day }
newcomers-contacts = Совместная работа
newcomers-contacts-none = Пока ничего не записано.
newcomers-contacts-count = Записей: { $count }, разных наставников: { $met }.
newcomers-to-contacts = Кто с кем встретился
newcomers-to-person = Данные человека
newcomers-all = Все молодые педагоги
newcomers-leaving = Если человек уходит
newcomers-leaving-text = Отметьте это в его данных: запросы, встречи и пары закроются вместе, и тем, кто рядом, придёт письмо.
newcomers-mistake = Зачислен по ошибке?
newcomers-mistake-text = Пока нет ни запросов, ни встреч, ни пар, зачисление можно отменить без следа для человека.
newcomers-withdraw = Отменить зачисление
newcomers-done-enrolled = { $count ->
    [0] Все отмеченные уже были зачислены.
    [one] Зачислен { $count } человек. Теперь назовите временного наставника.
    [few] Зачислено { $count } человека. Теперь назовите временных наставников.
   *[many] Зачислено { $count } человек. Теперь назовите временных наставников.
    }
newcomers-done-named = Временный наставник назван, письма ушли обоим. Теперь нужен приказ.
newcomers-done-appointed = Наставник назначен, письма ушли обоим. Дальше согласия обоих и приказ.
newcomers-done-taken-back = Временный наставник отозван. Назовите другого.
newcomers-done-withdrawn = Зачисление отменено.
