# Meetings of a pair in the year of work.
meetings-title = Встречи
meetings-pair = Страница пары
meetings-open = Открыть встречи
meetings-all = Все встречи
meetings-aside = Кстати
meetings-optional = необязательно
meetings-later = Позже
meetings-seen = Видите только вы двое.
meetings-minutes = { $count } мин
meetings-lesson = урок { $number }
meetings-act-log = Записать разговор
meetings-act-propose = Предложить время
meetings-act-answer = Ответить
meetings-act-say = Отметить встречу
meetings-act-open = Открыть встречу

# The list
meetings-board-waits = { $name } предлагает время встречи
meetings-board-waits-text = Согласитесь, предложите другое или откажитесь: причину не спрашивают.
meetings-board-said = { $day }: состоялась ли встреча? Вместе с вами: { $name }
meetings-board-said-text = Спрашиваем вас обоих. Хватит одной кнопки.
meetings-board-ahead = { $day }, { $time }: следующая встреча. Вместе с вами: { $name }
meetings-board-ahead-text = Открытые шаги стоят первыми на странице встречи.
meetings-board-free = Дня следующей встречи пока нет. Ваша пара: { $name }
meetings-board-free-text = Уроки, когда вы оба свободны, уже найдены: достаточно выбрать один.
meetings-board-over = Совместная работа закончена. Ваша пара: { $name }
meetings-board-over-text = О последних встречах вы двое ещё можете сказать, состоялись ли они.
meetings-told-until = Совместная работа закончена. Последний день, когда можно отметить встречи: { $day }.
meetings-board-none = Встречи начинаются после приказа
meetings-board-none-text = Когда пара будет закреплена приказом, здесь вы будете выбирать время и записывать разговоры.
meetings-first = Первая встреча: { $day }, { $time }. Место: { $place }.
meetings-first-said = Состоялась ли первая встреча?
meetings-first-said-text = Назначенный день: { $day }. Если да, запишите её за минуту.
meetings-first-log = Записать первую встречу
meetings-none-ahead = Впереди встреч пока нет.
meetings-steps-open = Открытые шаги
meetings-past = Прошлое
meetings-older = Более ранние: { $count }
meetings-empty = Встреч пока нет
meetings-empty-text = Это нормально: до приказа совместная работа записывается на своей странице.
meetings-chip-passed = время прошло
meetings-chip-waits = ждёт вашего ответа
meetings-chip-proposed = ждёт ответа
meetings-chip-said = состоялась?
meetings-chip-untold = не отмечена
meetings-chip-agreed = согласована
meetings-chip-held = состоялась
meetings-chip-missed = не состоялась
meetings-chip-disputed = помните по-разному
meetings-chip-declined = время не подошло
meetings-chip-withdrawn = отозвана
meetings-chip-cancelled = не будет

# A time is proposed
meetings-new-board = Когда встретитесь? Ваша пара: { $name }
meetings-new-text = Ниже свободное время на две недели: без уроков, праздников и всего, что у вас уже назначено.
meetings-new-slots = Уроки, когда вы оба свободны
meetings-new-no-slot = Общих свободных уроков не нашлось, или нет расписания. Напишите своё время.
meetings-new-own = Или своё время
meetings-kind = Вид встречи
meetings-new-day = День
meetings-new-at = Время
meetings-new-minutes = Сколько длится
meetings-new-minutes-hint = для своего времени; выбранный урок длится как урок
meetings-new-place = Место
meetings-new-place-hint = кабинет, учительская, телефон
meetings-new-topic = О чём
meetings-new-weeks = Каждую неделю
meetings-new-weeks-hint = в тот же день и час; праздники пропускаются
meetings-new-weeks-count = { $count ->
    [1] только один раз
    [one] { $count } неделя подряд
    [few] { $count } недели подряд
   *[many] { $count } недель подряд
    }
meetings-propose = Предложить это время
meetings-then = Что дальше
meetings-then-text = { $name } получит письмо: согласится, предложит другое или откажется. До согласия ничего не назначено.
meetings-how = Откуда берётся свободное время?
meetings-how-text = Из расписаний вас двоих. Время уроков считается по настройкам программы; из-за длинных перемен оно может отличаться на несколько минут.

# The log
meetings-log-board = Что вы сделали вместе?
meetings-log-board-with = Что было? Ваша пара: { $name }
meetings-log-text = Хватит минуты: разговор в коридоре тоже встреча.
meetings-log-topic = О чём, одной строкой
meetings-log-save = Записать
meetings-log-then = Что дальше
meetings-log-then-text = Разговор засчитывается сразу. Второй увидит запись и сможет сказать, если было иначе.

# One meeting
meetings-show-meeting = Встреча
meetings-show-passed = { $on }, { $time }: предложенное время прошло
meetings-show-passed-text = Ничего страшного: предложите ниже другое время.
meetings-show-proposed = Вы предложили: { $on }, { $time }
meetings-show-proposed-text = { $name } ответит. До этого время можно изменить или взять назад.
meetings-show-waits = Подходит ли вам { $on }, { $time }?
meetings-show-waits-text = Предлагает { $name }. Другое время можно предложить ниже, причину не спрашивают.
meetings-show-moves = { $on }, { $time }: { $name } предлагает перенести на это время
meetings-show-moves-text = Согласовано: { $old }, { $old-time }. Если не подходит, остаётся так.
meetings-show-moving = Вы предложили перенести: { $on }, { $time }
meetings-show-moving-text = Пока { $name } не ответит, стоит согласованное время: { $old }, { $old-time }.
meetings-show-agreed = { $on }, { $time }. Вместе с вами: { $name }
meetings-show-agreed-text = Время согласовано. За день вы оба получите напоминание.
meetings-show-agreed-soon-text = Вы оба согласились на это время.
meetings-show-said = { $on }: состоялась ли встреча? Вместе с вами: { $name }
meetings-show-said-text = Спрашиваем вас обоих. Если нет, причину никто не спрашивает.
meetings-show-logged = { $on }: запись об этой встрече. Её автор: { $name }. Так и было?
meetings-show-logged-text = Она уже засчитана. Если было иначе, скажите.
meetings-show-unsaid = { $on }: вы ответили. Ваша пара: { $name }
meetings-show-unsaid-text = Когда ответит второй, станет ясно, состоялась ли встреча.
meetings-show-untold = { $on }: встреча осталась неотмеченной. Ваша пара: { $name }
meetings-show-untold-text = Отметить её успели не оба, поэтому она не засчитана.
meetings-show-held = { $on }: встреча состоялась. Вместе с вами: { $name }
meetings-show-held-text = Ниже можно оставить заметку и договориться о следующих шагах.
meetings-show-missed = { $on }: встреча не состоялась. Ваша пара: { $name }
meetings-show-missed-text = Так бывает. Предложите другое время.
meetings-show-disputed = { $on }: эту встречу вы двое помните по-разному. Ваша пара: { $name }
meetings-show-disputed-text = Никто не виноват. Поговорите между собой: свой ответ можно изменить. Координатор видит только, что есть расхождение, но не кто что сказал.
meetings-show-declined = { $on }, { $time }: это время не подошло
meetings-show-declined-text = Причину не спрашивают. Предложите другое время.
meetings-show-withdrawn = { $on }: эта встреча отозвана
meetings-show-withdrawn-text = Делать ничего не нужно.
meetings-show-cancelled = { $on }, { $time }: этой встречи не будет
meetings-show-cancelled-text = Причину не спрашивают. Предложите другое время.
meetings-show-over-text = Совместная работа вашей пары закончена: делать ничего не нужно.
meetings-accept = Подходит
meetings-accept-one = Подходит только эта: { $day }
meetings-accept-series = { $count ->
    [one] Подходит вся { $count } встреча
    [few] Подходят все { $count } встречи
   *[many] Подходят все { $count } встреч
    }
meetings-decline = Не подходит
meetings-decline-series = Не подходит ни одна
meetings-keep = Оставить прежнее время
meetings-series-times = Предложены все эти даты:
meetings-take-back = Взять назад
meetings-yes = Да, состоялась
meetings-no = Нет, не было
meetings-other = Другое время
meetings-other-text = Решает { $name }. Если время уже согласовано, до ответа стоит оно.
meetings-ask = Предложить это время
meetings-cancel-title = Не сможете прийти?
meetings-cancel-text = { $name } получит письмо. Причину не спрашивают.
meetings-cancel = Не смогу прийти

# Notes and next steps
meetings-notes = Заметки
meetings-note-by = { $name }, { $day }
meetings-note-text = Новая заметка
meetings-note-level = Кто прочтёт
meetings-note-keep = Сохранить заметку
meetings-note-forget = Удалить
meetings-level-ours = Только мы двое
meetings-level-mine = Только я
meetings-level-document = Мы двое и читатели документов
meetings-next = Следующие шаги
meetings-step-what = Что сделать
meetings-step-whose = Кто делает
meetings-step-until = До какого дня
meetings-step-add = Добавить шаг
meetings-step-yours = Вы
meetings-step-theirs = Ваша пара
meetings-step-late = срок прошёл
meetings-step-done = Сделано
meetings-step-is-done = сделано

# What was done, what was refused
meetings-done-proposed = Предложено. { $name } получит письмо.
meetings-done-logged = Записано. { $name } увидит это на своей странице.
meetings-done-accepted = Согласовано.
meetings-done-declined = Ответ отправлен. Причину не спрашивают.
meetings-done-taken-back = Взято назад.
meetings-done-cancelled = Встречи не будет. Второй получит письмо.
meetings-done-said = Ваш ответ записан.
meetings-done-asked = Другое время предложено. Второй получит письмо.
meetings-done-noted = Заметка сохранена.
meetings-done-forgotten = Заметка удалена.
meetings-done-step = Шаг добавлен.
meetings-done-ticked = Шаг отмечен.
meetings-done-answered = Ответ записан, ваша пара получит письмо.
meetings-refused-not-working = Эта пара сейчас не работает по приказу. Ничего не изменилось.
meetings-refused-over = Для этой встречи такой шаг уже невозможен. Ничего не изменилось.
meetings-refused-not-yours = Этот шаг за вторым из вас. Ничего не изменилось.
meetings-refused-past = Это время уже прошло. Выберите другое.
meetings-refused-early = Встреча ещё не закончилась. Отметьте её потом.
meetings-refused-late = Последний день совместной работы: { $day }. Выберите его или день раньше.
meetings-refused-midnight = Встреча не может длиться за полночь. Выберите время раньше.
meetings-refused-minutes = От 5 до 180 минут.
meetings-refused-day-off = Это праздник, выходной или день паузы вашей пары. Выберите другой день.
meetings-refused-busy = В это время у одного из вас урок или другое дело.
meetings-refused-weeks = От 1 до 16 недель.
meetings-refused-future = Этот день ещё не наступил.
meetings-refused-before = В этот день пара ещё не была закреплена приказом.
meetings-refused-told = Последний день, когда это можно было отметить: { $day }.
meetings-refused-note = Заметка не длиннее { $most } знаков.
meetings-refused-step = Шаг не длиннее { $most } знаков.
meetings-refused-step-past = Этот день прошёл. Выберите день позже или оставьте пустым.

# The link in a letter
meetings-link-asks = { $name } предлагает это время. Подходит ли оно вам?
meetings-link-asks-text = Ответ записывается, только когда вы нажмёте кнопку.
meetings-link-moves = { $name } предлагает перенести встречу на это время. Подходит ли оно вам?
meetings-link-moves-text = Пока согласовано: { $old }, { $old-time }. Ответ записывается, только когда вы нажмёте кнопку.
meetings-link-own = Своё время, не из расписания, можно предложить на странице встречи.
meetings-link-answered = На это предложение уже ответили
meetings-link-answered-text = Ссылка работает один раз. Ответ и время смотрите на странице встречи.
meetings-link-expired = Эта ссылка больше не действует
meetings-link-expired-text = Предложенное время прошло, или совместная работа пары закончена.
meetings-link-foreign = Эта ссылка не для вас
meetings-link-foreign-text = Её отправили в письме другому человеку. Вам ничего делать не нужно.
meetings-link-none = Такой ссылки нет
meetings-link-none-text = Возможно, адрес скопирован не целиком. Нажмите на ссылку в письме.
meetings-link-page = Перейти к встречам

# For the coordinator
meetings-disputes = Встречи, которые помнят по-разному
meetings-disputes-two = { $newcomer } и { $mentor }
meetings-disputes-none = Таких встреч нет
meetings-disputes-none-text = Когда двое говорят одинаково и встречи проходят, здесь ничего нет.
meetings-disputes-seen = Это видит только координатор.
meetings-talks = Где поможет разговор
meetings-talks-board = Где поможет разговор: { $count }
meetings-talks-text = Это никому не в упрёк. Поговорите с обоими: кто что сказал и кто не смог прийти, нигде не показано.
meetings-falling = Встречи срываются
meetings-falling-text = У этих пар не состоялось подряд согласованных встреч: { $count }. Первая состоявшаяся снимет пару отсюда.
meetings-late = За последние { $days } дней вы отменили встречу меньше чем за сутки столько раз: { $count }. Так бывает; раннее слово помогает второму.
meetings-theme-offer = Предложить тему для отчёта
meetings-theme-take-back = Убрать тему из отчёта
meetings-theme-ours = Тему видите только вы двое. В отчёт она попадёт, только если её предложит тот, кто её написал
meetings-theme-offered = Тема предложена для отчётов этой пары: её прочтут те, кто их читает
meetings-done-theme-offered = Тема предложена для отчёта.
meetings-done-theme-taken-back = Тема убрана. Отчёт, который уже готов, остаётся как был.
meetings-refused-theme-none = У этой встречи нет темы.
meetings-refused-theme-over = Эта встреча не состоится, её темы в отчёте не будет.
meetings-refused-theme-not-yours = Предложить тему может только тот, кто её написал.
meetings-journal = Дневник наставника
meetings-journal-text = Собран из того, что вы двое записали; заметки «мы двое» и «только я» в него не входят.
meetings-journal-of-mentor = Наставник: { $name }
meetings-journal-of-newcomer = Молодой педагог: { $name }
meetings-journal-day = День
meetings-journal-kind = Что было
meetings-journal-minutes = Минут
meetings-journal-theme = Тема
meetings-journal-notes = Заметки для документов
meetings-journal-newcomer = Следующий шаг молодого педагога
meetings-journal-mentor = Следующий шаг наставника
meetings-journal-confirmed = Подтверждено
meetings-journal-both = обоими
meetings-journal-answers = Дополнительные вопросы
meetings-hours = Лист часов наставника
meetings-hours-text = Для аттестации и портфолио: собран из встреч, о которых вы оба сказали, что они были. О чём вы говорили, в нём нет.
meetings-hours-of = Наставник: { $name }
meetings-hours-how = Учтены только встречи, подтверждённые обоими в паре
meetings-hours-year = Учебный год
meetings-hours-newcomer = Молодой педагог
meetings-hours-from = С какого дня
meetings-hours-until = Последний день
meetings-hours-meetings = Встреч
meetings-hours-minutes = Минут
meetings-hours-total = Всего
