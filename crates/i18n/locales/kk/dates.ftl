# Days and times.
date-year = { $year } жыл
date-day = { $month ->
    [1] { $year } жылғы { $day } қаңтар
    [2] { $year } жылғы { $day } ақпан
    [3] { $year } жылғы { $day } наурыз
    [4] { $year } жылғы { $day } сәуір
    [5] { $year } жылғы { $day } мамыр
    [6] { $year } жылғы { $day } маусым
    [7] { $year } жылғы { $day } шілде
    [8] { $year } жылғы { $day } тамыз
    [9] { $year } жылғы { $day } қыркүйек
    [10] { $year } жылғы { $day } қазан
    [11] { $year } жылғы { $day } қараша
   *[12] { $year } жылғы { $day } желтоқсан
    }
date-day-short = { $month ->
    [1] { $day } қаңтар
    [2] { $day } ақпан
    [3] { $day } наурыз
    [4] { $day } сәуір
    [5] { $day } мамыр
    [6] { $day } маусым
    [7] { $day } шілде
    [8] { $day } тамыз
    [9] { $day } қыркүйек
    [10] { $day } қазан
    [11] { $day } қараша
   *[12] { $day } желтоқсан
    }
date-weekday = { $weekday ->
    [1] Дүйсенбі
    [2] Сейсенбі
    [3] Сәрсенбі
    [4] Бейсенбі
    [5] Жұма
    [6] Сенбі
   *[7] Жексенбі
    }
date-day-with-weekday = { $weekday }, { $day }
