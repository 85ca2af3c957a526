# Дисциплинарные взыскания: только директор (feat:B2).
sanctions-title = Дисциплинарные взыскания
sanctions-board-barred = { $name } пока не может стать наставником, последний день – { $day }
sanctions-board-free = { $name }: действующих взысканий сегодня нет
sanctions-board-text = Эту страницу ведёт только директор. Сам человек и координатор читают одну строку среди правил для наставника: действует взыскание, поэтому пока нельзя, и последний день. Приказа и причины они не видят.
sanctions-entered = Что внесено
sanctions-none = Ничего не внесено.
sanctions-order = Приказ № { $number } от { $day }
sanctions-days = С { $from } по { $until }. Запись внесена: { $name }, { $day }.
sanctions-standing-ahead = ещё не началось
sanctions-standing-in-force = действует
sanctions-standing-lifted = снято
sanctions-standing-over = закончилось
sanctions-lift = Снять взыскание
sanctions-lifted-on = Не действует с
sanctions-lifted-on-hint = если внесено по ошибке, его первый день
sanctions-seen = Только директор
sanctions-enter = Внести взыскание
sanctions-enter-text = Вносятся только приказ и сроки. За что наложено, остаётся в самом приказе.
sanctions-number = Номер приказа
sanctions-dated = Дата приказа
sanctions-from = Действует с
sanctions-last-day = Последний день действия
sanctions-last-day-hint = сверьте с законом и приказом
sanctions-enter-act = Внести
sanctions-aside = О взысканиях
sanctions-then = Что из этого следует
sanctions-then-text = Пока взыскание действует, человек не выдвигается и не утверждается наставником. Кто уже наставник, продолжает: пару меняют люди и приказ. Через месяц после окончания запись удаляется.
sanctions-to = Внести или снять
sanctions-to-person = На страницу человека
sanctions-done-entered = Взыскание внесено.
sanctions-done-lifted = Взыскание снято.
sanctions-refused-number = Введите номер приказа, не длиннее 40 знаков.
sanctions-refused-order-ahead = Дата приказа не может быть позже сегодняшнего дня.
sanctions-refused-before-order = Взыскание не действует раньше своего приказа.
sanctions-refused-days = Последний день раньше первого.
sanctions-refused-over = Последний день уже прошёл: такое взыскание ничему не мешает.
sanctions-refused-long = { $count ->
    [one] Взыскание действует не дольше { $count } месяца. Проверьте последний день.
   *[many] Взыскание действует не дольше { $count } месяцев. Проверьте последний день.
    }
sanctions-refused-not-open = Оно уже снято или закончилось. Ничего не изменилось.
sanctions-refused-lift-day = Этот день вне срока взыскания.
