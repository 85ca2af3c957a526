# Meetings of a pair in the year of work.
meetings-title = Meetings
meetings-pair = The pair’s page
meetings-open = Open the meetings
meetings-all = All meetings
meetings-aside = By the way
meetings-optional = not required
meetings-later = Later
meetings-seen = Only the two of you see it.
meetings-minutes = { $count } min
meetings-lesson = lesson { $number }
meetings-act-log = Log a talk
meetings-act-propose = Propose a time
meetings-act-answer = Answer
meetings-act-say = Say how it was
meetings-act-open = Open the meeting

# The list
meetings-board-waits = { $name } proposes a time to meet
meetings-board-waits-text = Agree, propose another, or say no: nobody asks why.
meetings-board-said = { $day }: did the meeting take place? Together with you: { $name }
meetings-board-said-text = Both of you are asked. One button is enough.
meetings-board-ahead = { $day }, { $time }: the next meeting. Together with you: { $name }
meetings-board-ahead-text = Open steps stand first on the meeting’s page.
meetings-board-free = There is no day for the next meeting yet. Your pair: { $name }
meetings-board-free-text = Lessons in which you are both free are found already: choose one.
meetings-board-none = Meetings begin after the order
meetings-board-none-text = Once your pair stands in an order, you choose times and log talks here.
meetings-first = First meeting: { $day }, { $time }. Place: { $place }.
meetings-first-said = Did the first meeting take place?
meetings-first-said-text = Its day was { $day }. If it did, log it in a minute.
meetings-first-log = Log the first meeting
meetings-none-ahead = Nothing is planned yet.
meetings-steps-open = Open steps
meetings-past = What was
meetings-older = Earlier ones: { $count }
meetings-empty = No meetings yet
meetings-empty-text = That is normal: before the order, joint work is recorded on its own page.
meetings-chip-passed = its time has passed
meetings-chip-waits = waits for your answer
meetings-chip-proposed = waits for an answer
meetings-chip-said = did it take place?
meetings-chip-agreed = agreed
meetings-chip-held = took place
meetings-chip-missed = did not take place
meetings-chip-disputed = remembered differently
meetings-chip-declined = the time did not suit
meetings-chip-withdrawn = taken back
meetings-chip-cancelled = called off

# A time is proposed
meetings-new-board = When will you meet? Your pair: { $name }
meetings-new-text = Below is the free time of two weeks: without lessons, holidays and meetings that stand already.
meetings-new-slots = Lessons in which you are both free
meetings-new-no-slot = No shared free lesson was found, or there is no timetable. Write a time of your own.
meetings-new-own = Or a time of your own
meetings-new-day = Day
meetings-new-at = Time
meetings-new-minutes = How long
meetings-new-minutes-hint = for a time of your own; a lesson lasts as long as a lesson
meetings-new-place = Place
meetings-new-place-hint = a room, the staff room, by phone
meetings-new-topic = What about
meetings-new-weeks = Every week
meetings-new-weeks-hint = on the same day and hour; holidays are left out
meetings-new-weeks-count = { $count ->
    [1] only once
   *[other] { $count } weeks in a row
    }
meetings-propose = Propose this time
meetings-then = What comes next
meetings-then-text = { $name } gets a letter: to agree, to propose another, or to say no. Until then nothing is planned.
meetings-how = Where does the free time come from?
meetings-how-text = From both of your timetables. Times of lessons follow from the programme’s settings; with long breaks they may differ by minutes.

# The log
meetings-log-board = What did you do together?
meetings-log-board-with = What was it? Your pair: { $name }
meetings-log-text = A minute is enough: a talk in the corridor is a meeting, too.
meetings-log-topic = What about, in one line
meetings-log-save = Log it
meetings-log-then = What comes next
meetings-log-then-text = The talk counts at once. The other one sees it, and may say if it was otherwise.

# One meeting
meetings-show-meeting = The meeting
meetings-show-passed = { $on }, { $time }: the proposed time has passed
meetings-show-passed-text = No harm done: propose another time below.
meetings-show-proposed = You proposed { $on }, { $time }
meetings-show-proposed-text = { $name } will answer. Until then you can change the time or take it back.
meetings-show-waits = Does { $on }, { $time } suit you?
meetings-show-waits-text = { $name } proposes it. You can propose another time below; nobody asks why.
meetings-show-moves = { $on }, { $time }: { $name } proposes to move to this time
meetings-show-moves-text = Agreed so far: { $old }, { $old-time }. If the new time does not suit, that stays.
meetings-show-moving = You proposed to move: { $on }, { $time }
meetings-show-moving-text = Until { $name } answers, the agreed time stands: { $old }, { $old-time }.
meetings-show-agreed = { $on }, { $time }. Together with you: { $name }
meetings-show-agreed-text = You have both agreed. A day before, both of you get a reminder.
meetings-show-said = { $on }: did the meeting take place? Together with you: { $name }
meetings-show-said-text = Both of you are asked. If it did not, nobody asks why.
meetings-show-logged = { $on }: { $name } logged this meeting. Was it so?
meetings-show-logged-text = It counts already. If it was otherwise, say so.
meetings-show-unsaid = { $on }: you have answered. Your pair: { $name }
meetings-show-unsaid-text = When the other one has answered, it is settled.
meetings-show-held = { $on }: the meeting took place. Together with you: { $name }
meetings-show-held-text = Below you can leave a note and agree on next steps.
meetings-show-missed = { $on }: the meeting did not take place. Your pair: { $name }
meetings-show-missed-text = It happens. Propose another time.
meetings-show-disputed = { $on }: the two of you remember this meeting differently. Your pair: { $name }
meetings-show-disputed-text = Nobody is to blame. Talk to each other: you can change your answer. The coordinator sees only that there is a difference, not who says what.
meetings-show-declined = { $on }, { $time }: this time did not suit
meetings-show-declined-text = Nobody asks why. Propose another time.
meetings-show-withdrawn = { $on }: this meeting was taken back
meetings-show-withdrawn-text = There is nothing to do.
meetings-show-cancelled = { $on }, { $time }: this meeting is called off
meetings-show-cancelled-text = Nobody asks why. Propose another time.
meetings-accept = It suits
meetings-accept-one = Only this one suits
meetings-accept-series = All { $count } suit
meetings-decline = It does not suit
meetings-take-back = Take it back
meetings-yes = Yes, it did
meetings-no = No, it did not
meetings-other = Another time
meetings-other-text = { $name } decides. A time that is agreed on stands until then.
meetings-ask = Propose this time
meetings-cancel-title = You cannot come?
meetings-cancel-text = { $name } gets a letter. Nobody asks why.
meetings-cancel = I cannot come

# Notes and next steps
meetings-notes = Notes
meetings-note-by = { $name }, { $day }
meetings-note-text = A new note
meetings-note-level = Who reads it
meetings-note-keep = Keep the note
meetings-note-forget = Delete
meetings-level-ours = The two of us
meetings-level-mine = Only I
meetings-level-document = The two of us, and later the documents
meetings-next = Next steps
meetings-step-what = What is to be done
meetings-step-whose = Who does it
meetings-step-until = Until when
meetings-step-add = Add the step
meetings-step-yours = You
meetings-step-theirs = Your pair
meetings-step-late = late
meetings-step-done = Done
meetings-step-is-done = done

# What was done, what was refused
meetings-done-proposed = Proposed. { $name } gets a letter.
meetings-done-logged = Logged. { $name } sees it at home.
meetings-done-accepted = Agreed. A day before, both of you are reminded.
meetings-done-declined = Your answer is sent. Nobody asks why.
meetings-done-taken-back = Taken back.
meetings-done-cancelled = The meeting is called off. The other one gets a letter.
meetings-done-said = Your answer is kept.
meetings-done-asked = Another time is proposed. The other one gets a letter.
meetings-done-noted = The note is kept.
meetings-done-forgotten = The note is deleted.
meetings-done-step = The step is added.
meetings-done-ticked = The step is ticked off.
meetings-done-answered = Your answer is kept; your pair gets a letter.
meetings-refused-not-working = This pair does not work by an order now. Nothing has changed.
meetings-refused-over = This step cannot be taken any more. Nothing has changed.
meetings-refused-not-yours = This is the other one’s step. Nothing has changed.
meetings-refused-past = This time has passed. Choose another.
meetings-refused-early = The meeting has not ended yet. Say so afterwards.
meetings-refused-late = The last day of the programme’s work is { $day }. Choose an earlier one.
meetings-refused-midnight = A meeting does not go on past midnight. Choose an earlier time.
meetings-refused-minutes = From 5 to 180 minutes.
meetings-refused-day-off = This is a holiday, a day off, or a day of your pair’s pause. Choose another.
meetings-refused-busy = One of you has a lesson or another meeting then.
meetings-refused-weeks = From 1 to 16 weeks.
meetings-refused-future = This day has not come yet.
meetings-refused-before = On this day the pair did not stand in an order yet.
meetings-refused-note = A note has at most { $most } characters.
meetings-refused-step = A step has at most { $most } characters.
meetings-refused-step-past = This day has passed. Choose a later one, or none.

# The link in a letter
meetings-link-asks = { $name } proposes this time. Does it suit you?
meetings-link-asks-text = Your answer is kept only when you press a button.
meetings-link-answered = This proposal is answered
meetings-link-answered-text = The link works once. How things stand, you see on the page of the meeting.
meetings-link-expired = This link has run out
meetings-link-expired-text = The proposed time has passed, or the pair works no more.
meetings-link-foreign = This link is not for you
meetings-link-foreign-text = It stands in a letter to somebody else. There is nothing to do here.
meetings-link-none = There is no such link
meetings-link-none-text = Perhaps the address was not copied whole. Follow the link in the letter.
meetings-link-page = To the meetings

# For the coordinator
meetings-disputes = Meetings remembered differently
meetings-disputes-board = Meetings that two people remember differently: { $count }
meetings-disputes-text = It blames nobody. Talk to both: who says what is shown nowhere.
meetings-disputes-two = { $newcomer } and { $mentor }
meetings-disputes-none = There are none
meetings-disputes-none-text = Where both say the same, nothing stands here.
meetings-disputes-seen = Only the coordinator sees this.
