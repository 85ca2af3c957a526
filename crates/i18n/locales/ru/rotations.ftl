# The plan of joint work: made for all, moved by the two.
rotations-title = План совместной работы
rotations-make = Составить план
rotations-coming = Впереди
rotations-row = Урок { $lesson }. { $kind }: { $name }
rotations-place = { $class }, кабинет { $room }
rotations-lesson = урок
rotations-lesson-number = Урок
rotations-where = Класс и кабинет
rotations-work = Вид работы
rotations-norm = Обычно длится
rotations-newcomer = Молодой педагог
rotations-mentor = Наставник
rotations-chip-asked = вы предложили другое время
rotations-chip-waits = ждёт вашего ответа
rotations-chip-missed = состоялась?
rotations-board-wish = { $day }: { $name } предлагает другое время
rotations-board-wish-text = Согласитесь или оставьте прежнее: правильно и то и другое.

# A planned meeting
rotations-show-ahead = { $day }, урок { $lesson }. Вместе с вами: { $name }
rotations-show-ahead-text = Если время не подходит, предложите другое ниже.
rotations-show-today = Сегодня, урок { $lesson }. Вместе с вами: { $name }
rotations-show-today-text = Когда встреча состоится, отметьте её одной кнопкой: она сразу запишется вам двоим.
rotations-show-missed = { $day }. Состоялась ли встреча? Вместе с вами: { $name }
rotations-show-missed-text = Если да, отметьте одной кнопкой. Если нет, предложите другое время: так бывает.
rotations-show-late = { $day }. Этой встречи не было: { $name }
rotations-show-late-text = Время совместной работы прошло, делать ничего не нужно.
rotations-show-wish = { $name } предлагает другое время
rotations-show-wish-at = Новое время: { $day }, урок { $lesson }.
rotations-show-wish-text = Прежнее: { $day }, урок { $lesson }. Правильно и то и другое.
rotations-show-met = { $day }. Вы уже встретились: { $name }
rotations-show-met-text = Встреча по плану не понадобилась, делать ничего не нужно.
rotations-show-held = { $day }. Встреча состоялась: { $name }
rotations-show-held-text = Она записана в совместной работе.
rotations-show-excused = { $day }. Этой встречи не будет: { $name }
rotations-show-excused-text = Координатор найдёт другой день. Причину никто не спрашивает.
rotations-show-withdrawn = { $day }. Эта встреча снята с плана: { $name }
rotations-show-withdrawn-text = Что назначено сейчас, видно в списке совместной работы.
rotations-show-gone = { $name } сейчас не участвует в программе
rotations-show-gone-text = Встречи не будет, делать ничего не нужно.
rotations-show-wish-past = Прежний день прошёл: { $day }, урок { $lesson }. Правильно и согласиться, и нет.
rotations-agree = Согласиться на новое
rotations-keep = Оставить прежнее
rotations-no = Это время не подходит
rotations-held = Встреча состоялась
rotations-contact = Открыть запись
rotations-turn = Что назначено
rotations-seen = Видите вы двое и координатор.
rotations-other = Другое время
rotations-other-text = Уроки, когда вы оба можете. Решает { $name }, а до ответа встреча стоит как есть.
rotations-other-none = До конца выбора нет урока, когда вы оба можете. Договоритесь между собой и запишите встречу, когда она состоится.
rotations-own-wish = Вы предложили: { $day }, урок { $lesson }. Ответит { $name }, а пока встреча стоит как есть.
rotations-ask = Предложить это время
rotations-take-back = Оставить прежнее время
rotations-take-back-past = Отозвать предложение
rotations-excuse-title = Не сможете прийти?
rotations-excuse-text = { $name } получит письмо, координатор найдёт другой день. Причину не спрашивают.
rotations-excuse = Не смогу прийти
rotations-help = А если день не подходит?
rotations-help-text = Предложите другой: встреча переносится, только если второй согласен. Или скажите, что не сможете: координатор найдёт день заново. Ни то ни другое никто не оценивает.
rotations-facts-board = { $newcomer } и { $mentor }: { $day }
rotations-facts-text = День переносят они сами. Если кто-то не сможет прийти, вы увидите это в таблице.
rotations-stands = Как обстоит дело
rotations-standing-ahead = назначена
rotations-standing-missed = день прошёл, встречи не было
rotations-standing-met = встретились в другое время
rotations-standing-held = состоялась
rotations-standing-excused = не будет, нужен другой день
rotations-standing-withdrawn = снята с плана

# The coordinator's plan
rotations-board-complete = { $count ->
    [one] { $count } встреча { $until }, каждый встретится с каждым
    [few] { $count } встречи { $until }, каждый встретится с каждым
   *[many] { $count } встреч { $until }, каждый встретится с каждым
    }
rotations-board-complete-text = План пока видите только вы. Люди узнают о нём, когда вы его опубликуете.
rotations-board-partly = { $count ->
    [one] { $count } встреча { $until }, без дня остаются пары: { $left }
    [few] { $count } встречи { $until }, без дня остаются пары: { $left }
   *[many] { $count } встреч { $until }, без дня остаются пары: { $left }
    }
rotations-board-partly-text = План пока видите только вы. Ниже видно, кто остался без дня и почему.
rotations-board-done = Каждый уже встретился с каждым или ждёт назначенного дня { $until }
rotations-board-done-text = Делать ничего не нужно.
rotations-board-nobody = Для такого плана { $until } не нашлось ни одного дня
rotations-board-nobody-text = Ниже видно почему. Попробуйте другой вид работы или больше встреч в неделю.
rotations-board-no-lessons = Чтобы составить план { $until }, нужно расписание школы
rotations-board-no-lessons-text = Загрузите список уроков: из него видно, кто когда свободен.
rotations-board-wrong = Поправьте отмеченное, и план { $until } появится
rotations-rosters = Загрузить расписание
rotations-publish = Опубликовать план
rotations-plan = Кто когда встречается
rotations-plan-count = встреч: { $count }
rotations-plan-seen = После публикации каждый увидит свои встречи, а вы все.
rotations-left = Остались без дня
rotations-left-count = пар: { $count }
rotations-two = { $newcomer } и { $mentor }
rotations-verdict-proved = Проверено: плана, в котором этот вид работы с такими пределами достался бы каждому, не существует.
rotations-verdict-not-found = Полный план не найден, хотя он может быть. Попробуйте другое начальное число или больше встреч в неделю.
rotations-why-no-common = Нет урока, когда оба могут.
rotations-why-no-capacity = { $name }: нужно встреч { $wanted }, а дни и предел на неделю оставляют место для { $most }. Уроки тут ни при чём.
rotations-why-full = { $name }: нужно встреч { $wanted }, помещается { $most }.
rotations-why-crowded = Каждый по отдельности успевает, но всем вместе уроков не хватает.
rotations-why-not-found = Для них не нашлось свободного урока.
rotations-instead = Можно назначить: { $kinds }.
rotations-instead-none = Другого вида работы для них тоже не нашлось: договоритесь с ними.
rotations-instead-visit_to_mentor = посещение урока наставника
rotations-instead-visit_by_mentor = посещение урока молодого педагога
rotations-instead-planning = планирование урока
rotations-instead-talk = беседу
rotations-notes = Кого план не касается
rotations-note-met = Уже встретились, пар: { $count }.
rotations-note-standing = Назначено раньше и остаётся как есть, встреч: { $count }.
rotations-note-chosen = Наставника уже выбрали: { $names }. Новых встреч им не назначаем.
rotations-note-unknown = Нет в расписании, поэтому считаются свободными: { $names }.
rotations-wish = Каким быть плану
rotations-kind = Что делают вместе
rotations-newcomer-week = Встреч в неделю у молодого педагога, не больше
rotations-mentor-week = Встреч в неделю у наставника, не больше
rotations-seed = Начальное число
rotations-seed-hint = другое число даёт другой план, то же число даёт тот же
rotations-look = Показать план
rotations-then = Что дальше
rotations-then-text = Каждый получит письмо: сколько встреч и какая первая. Переносят день они сами, с согласия второго.
rotations-how = Как составлен план
rotations-how-text = По расписанию: никто не пропускает урока, в неделю не больше встреч, чем вы указали, без праздников и дней отдыха. Кто уже встретился или ждёт назначенного дня, остаётся как есть.
rotations-withdraw-title = Снять будущие встречи последнего плана: { $count }
rotations-withdraw-text = Встречи с завтрашнего дня исчезнут у всех, кого они касаются, и каждый получит письмо. Что состоялось, остаётся.
rotations-withdraw = Снять с плана

# What was done, what was refused
rotations-done-published = План опубликован, встреч: { $count }. Каждый получит письмо.
rotations-done-withdrawn = Снято с плана, встреч: { $count }. Каждый, кого это касается, получит письмо.
rotations-done-held = Записано. Ниже минута для вас: впечатление, которое увидите только вы.
rotations-done-asked = Предложено. До ответа встреча стоит как есть.
rotations-done-agreed = Встреча перенесена.
rotations-done-kept = Время осталось прежним.
rotations-done-excused = Этой встречи не будет. Координатор найдёт другой день.
rotations-refused-over = Эта встреча уже состоялась или снята с плана. Ничего не изменилось.
rotations-refused-early = Этот день ещё не наступил. Отметьте встречу, когда она состоится.
rotations-refused-answer-first = Сначала ответьте: вам уже предложили другое время.
rotations-refused-nothing-asked = Другого времени сейчас никто не предлагает. Ничего не изменилось.
rotations-refused-not-yours = На новое время соглашается второй из вас. Ничего не изменилось.
rotations-refused-taken = В это время один из вас занят. Выберите другое.
rotations-refused-not-now = План составляют до выбора и пока он идёт
rotations-refused-no-day = Дней для плана не осталось: выбор идёт { $until }
rotations-refused-kind = Такую работу по расписанию не спланировать. Выберите одну из четырёх.
rotations-refused-per-week = Встреч в неделю: от 1 до 10
rotations-refused-per-week-number = Число от 1 до { $most }. Например: 2.
rotations-refused-seed = Целое число. Например: 1.
rotations-refused-nothing = Публиковать нечего: новых встреч в плане нет.
rotations-refused-changed = С тех пор как вы смотрели план, что-то изменилось, поэтому он не опубликован. Выше план на сейчас: посмотрите его ещё раз.
rotations-refused-none-to-come = Будущих встреч в плане нет. Ничего не изменилось.
