# Joint work of newcomers with candidate mentors, and private impressions.
contacts-title = Joint work
contacts-kind-visit_to_mentor = A visit to the mentor’s lesson
contacts-kind-visit_by_mentor = A visit to the newcomer’s lesson
contacts-kind-co_teaching = A lesson taught together
contacts-kind-planning = Planning a lesson
contacts-kind-talk = A talk
contacts-kind-duty = On duty together
contacts-kind-outside_lessons = Work outside lessons
contacts-kind-online = A talk online
contacts-kind-phone = A talk by phone
contacts-kind-demonstration = A demonstration lesson by the mentor
contacts-kind-usual = { $kind }, { $minutes } min
contacts-state-waits-you = waits for you
contacts-state-waits = waits for confirmation
contacts-state-confirmed = confirmed
contacts-state-cancelled = taken back
contacts-state-one-side = recorded by one side
contacts-seen = The two of you see the topic. The coordinator sees day, kind and length only.
contacts-seen-impressions = Only you see your impressions. Nobody learns whether you wrote any, or about whom.
contacts-aside = By the way
contacts-look = Look at it
contacts-record = Record joint work
contacts-record-short = Record
contacts-confirm = Confirm
contacts-all = All joint work
contacts-later = Not now

# The list
contacts-board-confirm = { $day }: { $name } waits for your confirmation
contacts-board-confirm-text = { $count ->
    [one] Read what was written, and confirm it if it was so.
   *[other] Read { $count } records, and confirm them if it was so.
    }
contacts-board-before = { $day }: joint work begins
contacts-board-after = The time for joint work ended on { $day }
contacts-board-closed-text = Nothing new can be recorded now. What was recorded stays here, and so do your impressions.
contacts-board-missing-newcomer = Do something together with { $name }
contacts-board-missing-mentor = Do something together with { $name }
contacts-board-met-newcomer = You have met every mentor; there is time to meet again until { $day }
contacts-board-met-mentor = You have met every newcomer; there is time to meet again until { $day }
contacts-board-until = { $count ->
    [0] Record in a minute what you did together. Your impression of it stays with you alone.
    [one] This is the last one to get to know. There is time until { $day }.
   *[other] { $count } people are still to be met. There is time until { $day }.
    }
contacts-board-nothing = There is no joint work here yet
contacts-nothing-title = Joint work will stand here
contacts-nothing-text = It appears when a programme begins at your school and you take part in it. That is normal; there is nothing to do.
contacts-waiting = Waiting for your confirmation
contacts-people-newcomer = Mentors of the programme
contacts-people-mentor = Newcomers
contacts-people-count = met { $met } of { $all }
contacts-people-none-newcomer = No mentors yet
contacts-people-none-mentor = No newcomers yet
contacts-people-none-text = That is normal early in the year. Once approved, they stand here.
contacts-met = { $times ->
    [one] met on { $day }
    [2] met twice, last on { $day }
   *[other] met { $times } times, last on { $day }
    }
contacts-not-met = not met yet
contacts-own = Your joint work
contacts-noted = you kept an impression
contacts-none-title = Nothing recorded yet
contacts-none-text = That is normal at the start. Visit a lesson, plan something together or just talk, then record it in a minute.

# The coordinator
contacts-board-none-begun = The selection lasts until { $day }; nobody has recorded joint work yet
contacts-board-none-begun-text = That is normal in the first days. Teachers record it themselves; you will see the day here.
contacts-board-all-met = Before { $day }, every newcomer has met every mentor
contacts-board-all-met-text = There is nothing to do.
contacts-board-still = { $count ->
    [one] One introduction is left until { $day }
   *[other] { $count } introductions are left until { $day }
    }
contacts-board-still-text = Below you see who has not met whom. Help them find a common hour.
contacts-matrix = Who has met whom
contacts-matrix-count =
    { $newcomers ->
        [one] { $newcomers } newcomer
       *[other] { $newcomers } newcomers
    }, { $mentors ->
        [one] { $mentors } mentor
       *[other] { $mentors } mentors
    }
contacts-matrix-missing = Only those not met yet
contacts-matrix-all = Show everybody
contacts-matrix-newcomer = Newcomer
contacts-matrix-met = Met
contacts-matrix-total = { $met } of { $all }
contacts-matrix-nobody = The table of meetings will stand here
contacts-matrix-nobody-text = There are no newcomers or no approved mentors yet. That is normal before the selection.
contacts-matrix-none-missing = There are none
contacts-matrix-none-missing-text = Every newcomer has met every mentor.
contacts-matrix-seen = We do not show you topics or impressions: that keeps the choice free.
contacts-facts-board = { $newcomer } and { $mentor }. They last met: { $day }
contacts-facts-text = You see day, kind and length. What it was about, the two of them know.
contacts-facts = What they did together

# A new one
contacts-new-board = With whom did you work, and what did you do?
contacts-new-board-with = What did you do together? { $name } will confirm it
contacts-new-text = One minute: kind, day, a few words. Right after that you can keep an impression for yourself.
contacts-new-with = With whom
contacts-new-choose = Choose a person
contacts-new-kind = What it was
contacts-new-day = Day
contacts-new-minutes = How many minutes
contacts-new-minutes-hint = empty: as usual for this kind
contacts-new-topic = What about
contacts-new-topic-hint = a few words, optional
contacts-save = Record
contacts-then = What comes next
contacts-then-text = The meeting counts at once. The other one sees the record and confirms it with one button. Until then it can be taken back.

# One of them
contacts-show-confirm = { $day }: was it so? { $name } waits for your confirmation
contacts-show-confirm-text = If it was otherwise, tell each other: whoever wrote the record can take it back.
contacts-show-recorded = { $day }. { $name } will confirm this meeting
contacts-show-recorded-text = It counts already. If it is wrong, you can take the record back.
contacts-show-confirmed = { $day }. Together with you: { $name }
contacts-show-cancelled = { $day }. This record was taken back
contacts-show-work = What was done
contacts-show-long = How long
contacts-show-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
    }
contacts-show-topic = What about
contacts-cancel-title = A mistake?
contacts-cancel-text = Take the record back and write a new one. A line “taken back” stays in the list of you both.
contacts-cancel = Take the record back
contacts-help = Who learns of my impression?
contacts-help-text = Nobody. It is in no report, no export and no log of actions, and nobody counts it. Even that you wrote one is visible to you alone.

# The impression
contacts-impression = An impression for yourself
contacts-impression-seen = Only you see it. You may skip any of it.
contacts-impression-useful = It was useful to me
contacts-impression-ease = I was at ease
contacts-impression-asking = I could ask anything
contacts-mark-1 = no
contacts-mark-2 = not really
contacts-mark-3 = mostly
contacts-mark-4 = yes
contacts-mark-none = no answer
contacts-impression-note = A line for yourself
contacts-impression-written = You wrote this: { $day }.
contacts-impression-keep = Keep for myself
contacts-impression-forget-title = Delete the impression
contacts-impression-forget-text = Nothing of it will stay, and it cannot be brought back. The meeting itself stays in the list.
contacts-impression-forget = Delete for good

# What was done, what was refused
contacts-done-recorded = Recorded. { $name } will confirm it. Below is a minute for you: an impression that only you will see.
contacts-done-confirmed = Confirmed. Below you can keep an impression that only you will see.
contacts-done-cancelled = The record was taken back.
contacts-done-kept = Kept. Only you see it.
contacts-done-forgotten = The impression is deleted; nothing is left of it.
contacts-refused-not-open = This record was confirmed or taken back already. Nothing has changed.
contacts-refused-not-yours = The one who did not write it confirms it, the one who wrote it takes it back. Nothing has changed.
contacts-refused-not-now = Joint work is recorded during the selection and the decision only.
contacts-refused-mentor-gone = This mentor does not take part in the programme at present.
contacts-refused-newcomer-gone = This newcomer does not work at the school any more.
contacts-refused-future = This day has not come yet. Record it once it has taken place.
contacts-refused-before = This day lies before the programme, which began on { $day }.
contacts-refused-minutes = From { $least } to { $most } minutes. For example 45.
contacts-refused-already = The same record of that day stands already: you or the other one wrote it.
contacts-refused-empty = Mark one line at least, or write a word. If you would rather not, just leave the page.
contacts-refused-too-long = Too long. Please shorten it.
contacts-refused-cancelled = The record of the meeting was taken back, so the impression was not kept.
