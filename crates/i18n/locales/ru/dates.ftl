# Days and times.
date-year = { $year } год
date-day = { $month ->
    [1] { $day } января { $year } года
    [2] { $day } февраля { $year } года
    [3] { $day } марта { $year } года
    [4] { $day } апреля { $year } года
    [5] { $day } мая { $year } года
    [6] { $day } июня { $year } года
    [7] { $day } июля { $year } года
    [8] { $day } августа { $year } года
    [9] { $day } сентября { $year } года
    [10] { $day } октября { $year } года
    [11] { $day } ноября { $year } года
   *[12] { $day } декабря { $year } года
    }
date-day-short = { $month ->
    [1] { $day } января
    [2] { $day } февраля
    [3] { $day } марта
    [4] { $day } апреля
    [5] { $day } мая
    [6] { $day } июня
    [7] { $day } июля
    [8] { $day } августа
    [9] { $day } сентября
    [10] { $day } октября
    [11] { $day } ноября
   *[12] { $day } декабря
    }
date-weekday = { $weekday ->
    [1] Понедельник
    [2] Вторник
    [3] Среда
    [4] Четверг
    [5] Пятница
    [6] Суббота
   *[7] Воскресенье
    }
date-day-with-weekday = { $weekday }, { $day }
