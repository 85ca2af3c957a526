# Days on which somebody is not at school.
absences-title = Who is away
absences-board-text = On these days no joint work is planned with this person. Why they are away is not asked.
absences-standing = Entered
absences-none = Everybody is here.
absences-remove = Remove
absences-enter = Enter days
absences-person = Who is away
absences-enter-text = Joint work planned for these days is taken back and the other person gets a letter. All other days of the plan stay; the next plan finds a new one.
absences-enter-act = Enter
absences-seen = The coordinator sees this; a line without a reason stays in the log.
absences-done = The days are entered.
absences-done-renewed = The days are entered. Meetings taken back: { $count }. Plan them anew.
absences-done-removed = The days are removed.
absences-refused-person = Choose somebody who works here.
absences-refused-days = Choose days in order: the last one not before today, three months at most.
absences-refused-taken = Some of these days are entered already.
