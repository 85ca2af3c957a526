# Списки школы для тех, кто ведёт программу: на бумаге и таблицей.
handouts-title = Получить списки
handouts-text = Каждый список показывает сегодняшнее положение. Заметок, причин и личных впечатлений нет ни в одном.
handouts-to = Все списки: PDF и таблицы
handouts-none = Списков пока нет
handouts-none-text = Они появятся здесь, когда начнётся программа учебного года.
handouts-people = Сотрудники
handouts-pairs = Пары
handouts-column-asked-by = Кто спросил
handouts-column-sent = Отправлен
handouts-column-answer-until = Последний день для ответа
handouts-column-state = Состояние
handouts-column-met = Работали вместе
handouts-column-worked-with = С кем работали
handouts-column-not-yet = С кем ещё нет
handouts-worked-with = { $name }, { $day }
handouts-column-from = Первый день
handouts-column-kind = Вид
handouts-column-observed = Состоялось наблюдений
handouts-column-wished = Сколько ждёт школа
handouts-column-outside = Из них провёл человек не из пары
handouts-column-outside-wished = Сколько таких ждёт школа
handouts-column-pair = Пара
handouts-column-done = Сделано шагов
handouts-column-steps = Всего шагов
handouts-column-why = Почему
handouts-column-day = День
handouts-talks-disputed = О встрече двое сказали по-разному
handouts-column-written = Сколько из двоих написали слова на прощание
handouts-ending-planned = день назван
handouts-courses = Журнал курса наставников
handouts-courses-about = Занятия, которые прошли в этом учебном году; кто на них был, как отметил ведущий.
handouts-column-minutes = Минуты
handouts-column-when = Когда
handouts-column-deed = Что сделано
handouts-column-who = Кто сделал
handouts-column-about = Кого касается
handouts-audit-latest = { $count ->
    [one] Не больше { $count } последней записи. Входов в систему здесь нет.
   *[many] Не больше { $count } последних записей. Входов в систему здесь нет.
    }
