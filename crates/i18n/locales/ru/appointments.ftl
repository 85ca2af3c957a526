# Appointments, for the head and the coordinator.
appointments-title = Без пары
appointments-aside = Кстати
appointments-count = всего: { $count }
appointments-none = Без пары никого нет
appointments-none-text = Здесь будет каждый, у кого пары нет, хотя выбор закончился. Пустой список означает, что назначать некого.
appointments-no-programme = Программы в школе пока нет, назначать некого.
appointments-board-early = Назначать рано: выбирают по { $day }
appointments-board-early-text = Пока люди выбирают сами, с молодым педагогом остаётся временный наставник.
appointments-board-closed = Учебный год программы закончен
appointments-board-closed-text = Наставников в ней больше не назначают.
appointments-board-needs = { $count ->
    [1] { $name }: поговорите и назначьте наставника
    [one] Без пары { $count } человек: поговорите и назначьте наставников
    [few] Без пары { $count } человека: поговорите и назначьте наставников
   *[many] Без пары { $count } человек: поговорите и назначьте наставников
    }
appointments-board-needs-text = Оба увидят, что это назначение и кто назначил, и прочитают причину. Дальше согласия обоих и приказ.
appointments-board-waiting = Пары ещё не опубликованы, назначать рано
appointments-board-waiting-text = Пара ещё может сложиться из выбора. Координатор публикует предложение, потом здесь останутся те, кому нужны вы.
appointments-board-looks-on = Назначать рано: второй круг идёт до { $day }
appointments-board-looks-on-text = Те, кто остался без пары, выбирают ещё раз. Временный наставник остаётся с ними.
appointments-board-nobody = У каждого молодого педагога есть пара
appointments-board-nobody-text = От вас здесь ничего не ждут.
appointments-board-one = { $name }: поговорите и назначьте наставника
appointments-why-ended = Пара была, она завершена.
appointments-why-came-later = Списки были уже закрыты, когда начался первый рабочий день, поэтому выбора не было.
appointments-why-left-over = Пары опубликованы, этого имени среди них нет.
appointments-why-looks-on = Идёт второй круг: выбирает ещё раз среди тех, у кого есть место.
appointments-why-not-published = Пары ещё не опубликованы: пара может сложиться из выбора.
appointments-unseen = Запросов, списков, впечатлений и отказов здесь нет: их видят только те, кому они открыты
appointments-reason-seen = Причину и ваше имя прочитают оба: молодой педагог и наставник.
appointments-how = Что такое назначение
appointments-how-text = Пара складывается по решению человека, а не по выбору двоих. Оба видят, кто назначил и почему. До приказа каждый может отступить без объяснений. Сколько пар назначено, видно в списке пар.
appointments-to-share = Выбор и назначение
appointments-all = Все без пары
appointments-not-without = Назначать здесь нечего: у этого молодого педагога есть пара, или выбор ещё идёт. Ничего не изменилось.
appointments-to = Без пары: { $count }
appointments-beside = Посмотреть рядом
appointments-beside-one = Посмотреть рядом: { $name }
appointments-leads = Прежде чем решить: кто здесь руководит педагогами
appointments-leads-one = { $name }: { $post }
appointments-leads-school = директор школы
appointments-leads-deputy = заместитель директора
appointments-leads-programme = ведёт программу в школе
appointments-leads-text = Тому, кто оценивает работу, труднее рассказать о неудаче. Это не запрет, решаете вы.
appointments-leads-source = Кто кого оценивает, в данных школы не записано, поэтому здесь директор, его заместители и координатор.
appointments-namesakes = Прежде чем решить: у молодого педагога то же полное имя
appointments-namesakes-text = Если обе записи об одном человеке, он стал бы наставником самому себе: сначала оставьте одну запись. Если это тёзки, решайте как обычно.
