# Whom a newcomer could get to know, and what the two have in common.
suggestions-title = С кем познакомиться ближе
suggestions-text = без баллов и процентов: только то, что у вас общего
suggestions-liked = виделись, понравилось
suggestions-common = Общее у вас
suggestions-none = Общее пока неизвестно. Ваше впечатление от встречи важнее.
suggestions-subject = предмет: { $subject }
suggestions-language-kk = говорите по-казахски
suggestions-language-ru = говорите по-русски
suggestions-language-en = говорите по-английски
suggestions-free = оба свободны в одно время: { $days }
suggestions-weekday = { $weekday ->
    [1] понедельник
    [2] вторник
    [3] среда
    [4] четверг
    [5] пятница
    [6] суббота
   *[7] воскресенье
    }
suggestions-goals = ваша цель есть на карточке: { $goals }
suggestions-help = Почему именно они?
suggestions-help-text = Сравниваем предмет, язык, свободное время по расписанию и цели из ваших запросов; категория и стаж не в счёт. Одного наставника всем не предлагаем: на каждое свободное место не больше двух молодых педагогов. Те, с кем вы виделись и отметили хорошее, всегда стоят первыми. Чужие отметки и впечатления сюда не попадают. В самом списке есть все наставники.
suggestions-unknown = пока неизвестно
suggestions-work = { $kind }, { $day }
suggestions-works = Что делали вместе
suggestions-own = Моё впечатление
suggestions-step = Следующий шаг
suggestions-pick = Сравнить
suggestions-compare = Сравнить отмеченных
suggestions-compare-hint = Отметьте две или три карточки
suggestions-compare-title = Сравнение наставников
suggestions-compare-board = Сравните и решите { $until }, кому написать
suggestions-compare-text = Порядок начинается с ваших впечатлений. Категория и стаж только сведения: система никого не выстраивает по баллам.
suggestions-compare-refused = Для сравнения отметьте двух или трёх наставников.
suggestions-facts = Предмет, категория, стаж
suggestions-own-none = впечатления вы не записали
suggestions-compare-other = Сравнить других
suggestions-compare-favourites = Сравнить избранных
