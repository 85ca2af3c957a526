# Disciplinary sanctions: the head alone (feat:B2).
sanctions-title = Disciplinary sanctions
sanctions-board-barred = { $name } cannot become a mentor for now; the last day is { $day }
sanctions-board-free = { $name }: no sanction is in force today
sanctions-board-text = The head alone keeps this page. The person and the coordinator read one line among the rules for mentors: a sanction is in force, therefore not eligible for now, and the last day. They see neither the order nor the reason.
sanctions-entered = What is entered
sanctions-none = Nothing is entered.
sanctions-order = Order No. { $number } of { $day }
sanctions-days = From { $from } to { $until }. Entered by { $name }, { $day }.
sanctions-standing-ahead = has not begun
sanctions-standing-in-force = in force
sanctions-standing-lifted = lifted
sanctions-standing-over = over
sanctions-lift = Lift it
sanctions-lifted-on = Not in force from
sanctions-lifted-on-hint = for one entered by mistake, its first day
sanctions-seen = The head alone
sanctions-enter = Enter a sanction
sanctions-enter-text = Only the order and the days are entered. What happened stays in the order on paper.
sanctions-number = Number of the order
sanctions-dated = Date of the order
sanctions-from = First day in force
sanctions-last-day = Last day in force
sanctions-last-day-hint = please check it against the law and the order
sanctions-enter-act = Enter
sanctions-aside = About sanctions
sanctions-then = What follows
sanctions-then-text = As long as a sanction is in force, its person does not come forward as mentor and is not approved. Whoever mentors already goes on: a pair is changed by people and by an order. A month after the end the entry is deleted.
sanctions-to = Enter or lift
sanctions-to-person = To the page of the person
sanctions-done-entered = The sanction is entered.
sanctions-done-lifted = The sanction is lifted.
sanctions-refused-number = Enter the order’s number, 40 characters at most.
sanctions-refused-order-ahead = The order cannot be dated after today.
sanctions-refused-before-order = A sanction is not in force before its order.
sanctions-refused-days = The last day is before the first one.
sanctions-refused-over = The last day has passed: this sanction keeps nobody from anything.
sanctions-refused-long = { $count ->
    [one] A sanction is in force for { $count } month at most. Check the last day.
   *[other] A sanction is in force for { $count } months at most. Check the last day.
    }
sanctions-refused-not-open = It is lifted or over already. Nothing changed.
sanctions-refused-lift-day = The day lies outside the days of the sanction.
