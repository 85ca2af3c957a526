# Joint work of newcomers with candidate mentors, and private impressions.
contacts-title = Совместная работа
contacts-kind-visit_to_mentor = Посещение урока наставника
contacts-kind-visit_by_mentor = Посещение урока молодого педагога
contacts-kind-co_teaching = Урок вдвоём
contacts-kind-planning = Подготовка урока
contacts-kind-talk = Разговор
contacts-kind-duty = Дежурство
contacts-kind-outside_lessons = Дело вне уроков
contacts-kind-online = Разговор онлайн
contacts-kind-phone = Разговор по телефону
contacts-kind-demonstration = Показательный урок наставника
contacts-kind-usual = { $kind }, { $minutes } мин
contacts-state-waits-you = ждёт вас
contacts-state-waits = ждёт подтверждения
contacts-state-confirmed = подтверждено
contacts-state-cancelled = отменено
contacts-state-one-side = записано одной стороной
contacts-seen = Тему видите вы двое. Координатор видит только день, вид и длительность.
contacts-seen-impressions = Впечатления видите только вы. Никто не узнает, записали ли вы что-нибудь и о ком.
contacts-aside = Кстати
contacts-look = Посмотреть
contacts-record = Записать совместную работу
contacts-record-short = Записать
contacts-confirm = Подтвердить
contacts-all = Вся совместная работа
contacts-later = Не сейчас

# The list
contacts-board-confirm = { $day }: { $name } ждёт вашего подтверждения
contacts-board-confirm-text = { $count ->
    [one] Прочтите запись и подтвердите, если так и было.
    [few] Прочтите { $count } записи и подтвердите, если так и было.
   *[many] Прочтите { $count } записей и подтвердите, если так и было.
    }
contacts-board-before = { $day }: начинается совместная работа
contacts-board-after = { $day } закончилось время совместной работы
contacts-board-closed-text = Записать новое сейчас нельзя. Всё, что записано, и ваши впечатления остаются здесь.
contacts-board-missing-newcomer = Поработайте вместе: { $name }
contacts-board-missing-mentor = Поработайте вместе: { $name }
contacts-board-met-newcomer = Вы виделись с каждым наставником, до { $day } можно встретиться снова
contacts-board-met-mentor = Вы виделись с каждым молодым педагогом, до { $day } можно встретиться снова
contacts-board-until = { $count ->
    [0] Что сделали вместе, запишите за минуту. Впечатление о встрече останется только у вас.
    [one] Это последнее знакомство из тех, что впереди. Время есть до { $day }.
    [few] Впереди ещё { $count } знакомства. Время есть до { $day }.
   *[many] Впереди ещё { $count } знакомств. Время есть до { $day }.
    }
contacts-board-nothing = Совместной работы здесь пока нет
contacts-nothing-title = Здесь будет совместная работа
contacts-nothing-text = Она появится, когда в школе начнётся программа и вы станете её участником. Так бывает: делать ничего не нужно.
contacts-waiting = Ждут вашего подтверждения
contacts-people-newcomer = Наставники программы
contacts-people-mentor = Молодые педагоги
contacts-people-count = виделись: { $met } из { $all }
contacts-people-none-newcomer = Наставников пока нет
contacts-people-none-mentor = Молодых педагогов пока нет
contacts-people-none-text = Так бывает в начале года. Когда их утвердят, они встанут здесь.
contacts-met = { $times ->
    [one] виделись { $day }
    [few] { $times } раза, последний { $day }
   *[many] { $times } раз, последний { $day }
    }
contacts-not-met = пока не виделись
contacts-own = Ваша совместная работа
contacts-noted = есть ваше впечатление
contacts-none-title = Пока ничего не записано
contacts-none-text = Так бывает в начале. Побывайте на уроке, подготовьте что-нибудь вместе или просто поговорите, а потом запишите за минуту.

# The coordinator
contacts-board-none-begun = Выбор идёт до { $day }, пока никто не записал совместную работу
contacts-board-none-begun-text = Так бывает в первые дни. Записывают её сами педагоги, вы увидите здесь день.
contacts-board-all-met = До { $day } все молодые педагоги познакомились со всеми наставниками
contacts-board-all-met-text = Делать ничего не нужно.
contacts-board-still = { $count ->
    [one] До { $day } осталось { $count } знакомство
    [few] До { $day } осталось { $count } знакомства
   *[many] До { $day } осталось { $count } знакомств
    }
contacts-board-still-text = Ниже видно, кто с кем ещё не встретился. Помогите им найти общий час.
contacts-matrix = Кто с кем встретился
contacts-matrix-count =
    { $newcomers ->
        [one] { $newcomers } молодой педагог
        [few] { $newcomers } молодых педагога
       *[many] { $newcomers } молодых педагогов
    }, { $mentors ->
        [one] { $mentors } наставник
        [few] { $mentors } наставника
       *[many] { $mentors } наставников
    }
contacts-matrix-missing = Только «ещё не встретились»
contacts-matrix-all = Показать всех
contacts-matrix-newcomer = Молодой педагог
contacts-matrix-met = Встречи
contacts-matrix-total = { $met } из { $all }
contacts-matrix-nobody = Здесь будет таблица встреч
contacts-matrix-nobody-text = Пока нет молодых педагогов или утверждённых наставников. Так бывает до начала выбора.
contacts-matrix-none-missing = Таких нет
contacts-matrix-none-missing-text = Каждый молодой педагог уже встретился с каждым наставником.
contacts-matrix-seen = Темы и впечатления вам не показываем: это делает выбор свободным.
contacts-facts-board = { $newcomer } и { $mentor }. Последняя встреча: { $day }
contacts-facts-text = Вы видите день, вид и длительность. О чём шла речь, знают они двое.
contacts-facts = Что было вместе

# A new one
contacts-new-board = С кем и что вы делали вместе?
contacts-new-board-with = Что вы делали вместе? { $name } подтвердит запись
contacts-new-text = Минута: вид, день, несколько слов. Сразу после этого вы сможете записать впечатление для себя.
contacts-new-with = С кем
contacts-new-choose = Выберите человека
contacts-new-kind = Что это было
contacts-new-day = День
contacts-new-minutes = Сколько минут
contacts-new-minutes-hint = пусто: как обычно для этого вида
contacts-new-topic = О чём
contacts-new-topic-hint = несколько слов, необязательно
contacts-save = Записать
contacts-then = Что дальше
contacts-then-text = Встреча считается сразу. Второй из вас увидит запись и подтвердит её одной кнопкой. Пока она не подтверждена, её можно отменить.

# One of them
contacts-show-confirm = { $day }: так и было? { $name } ждёт вашего подтверждения
contacts-show-confirm-text = Если было иначе, скажите об этом друг другу: запись может отменить тот, кто её сделал.
contacts-show-recorded = { $day }. Эту встречу подтвердит { $name }
contacts-show-recorded-text = Она уже считается. Если ошиблись, запись можно отменить.
contacts-show-confirmed = { $day }. Вместе с вами: { $name }
contacts-show-cancelled = { $day }. Эта запись отменена
contacts-show-work = Что сделано
contacts-show-long = Сколько
contacts-show-minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[many] { $count } минут
    }
contacts-show-topic = О чём
contacts-cancel-title = Ошиблись?
contacts-cancel-text = Отмените запись и сделайте новую. В списке у вас двоих останется строка «отменено».
contacts-cancel = Отменить запись
contacts-help = Кто узнает о моём впечатлении?
contacts-help-text = Никто. Его нет ни в отчётах, ни в выгрузках, ни в журнале действий, и его никто не считает. Даже то, что вы его записали, видно только вам.

# The impression
contacts-impression = Впечатление для себя
contacts-impression-seen = Видите только вы. Всё можно пропустить.
contacts-impression-useful = Мне это было полезно
contacts-impression-ease = Мне было спокойно
contacts-impression-asking = Можно было спросить обо всём
contacts-mark-1 = нет
contacts-mark-2 = не очень
contacts-mark-3 = в основном
contacts-mark-4 = да
contacts-mark-none = без ответа
contacts-impression-note = Строка для себя
contacts-impression-written = Вы писали это: { $day }.
contacts-impression-keep = Сохранить для себя
contacts-impression-forget-title = Удалить впечатление
contacts-impression-forget-text = От него ничего не останется, вернуть его нельзя. Сама встреча останется в списке.
contacts-impression-forget = Удалить навсегда

# What was done, what was refused
contacts-done-recorded = Записано. Подтвердит { $name }. Ниже минута для вас: впечатление, которое увидите только вы.
contacts-done-confirmed = Подтверждено. Ниже можно записать впечатление, которое увидите только вы.
contacts-done-cancelled = Запись отменена.
contacts-done-kept = Сохранено. Видите только вы.
contacts-done-forgotten = Впечатление удалено, ничего не осталось.
contacts-refused-not-open = Эту запись уже подтвердили или отменили. Ничего не изменилось.
contacts-refused-not-yours = Подтверждает тот, кто не делал запись, отменяет тот, кто её сделал. Ничего не изменилось.
contacts-refused-not-now = Совместную работу записывают только во время выбора и решения.
contacts-refused-mentor-gone = Этот наставник сейчас не участвует в программе.
contacts-refused-newcomer-gone = Этот молодой педагог больше не работает в школе.
contacts-refused-future = Этот день ещё не наступил. Запишите, когда всё состоится.
contacts-refused-before = Этот день раньше начала программы. Она началась { $day }.
contacts-refused-minutes = От { $least } до { $most } минут. Например: 45.
contacts-refused-already = Такая же запись за этот день уже есть: её сделали вы или второй из вас.
contacts-refused-empty = Отметьте хотя бы одно или напишите слово. Если не хочется, просто уйдите со страницы.
contacts-refused-too-long = Слишком длинно. Сократите.
contacts-refused-cancelled = Запись о встрече отменена, поэтому впечатление не сохранено.
