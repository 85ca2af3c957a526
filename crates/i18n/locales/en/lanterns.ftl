# The round lantern: young specialists who share what they are good at.
lanterns-title = Round lantern
lanterns-one = Round lantern
lanterns-board = { $count ->
    [one] { $count } light is lit
   *[other] { $count } lights are lit
}
lanterns-board-none = No light is lit yet
lanterns-board-text = A young specialist whom colleagues recognise for something shares it: open hours, answers, secrets of success.
lanterns-offered = Colleagues recognise you for
lanterns-offered-text = Three colleagues say that you are good at it. Do you want to share it?
lanterns-none = Nobody shares yet
lanterns-none-text = With the third colleague who recognises a young specialist for a topic, that person is asked.
lanterns-lit = Who shares what
lanterns-no-hour = no open hour is announced; you may ask a question
lanterns-hour = { $day }, { $at }, { $minutes } min, { $place }
lanterns-notes = Secrets of success
lanterns-notes-none = No notes here.
lanterns-search = Look for words
lanterns-search-act = Search
lanterns-recognise = Recognise a colleague
lanterns-recognise-text = Who succeeds at something in the first years? Nobody reads who said so; from three colleagues on the person is asked whether to share it.
lanterns-recognise-act = Recognise
lanterns-field-person = Who
lanterns-field-topic = For what
lanterns-choose = Choose
lanterns-seen = Who recognised whom is shown to nobody
lanterns-done-recognised = Thank you. It counts with what others say.
lanterns-done-accepted = Your light is lit until the school year ends.
lanterns-done-ended = It has ended.
lanterns-done-opened = The hour is announced.
lanterns-done-held = The hour counts.
lanterns-done-asked = The question is asked.
lanterns-done-replied = The answer is there.
lanterns-done-noted = The note is in the library.
lanterns-refused-person = Choose a young specialist who works here.
lanterns-refused-day = Choose a day from today on within this school year.
lanterns-refused-minutes = An hour takes from 10 to 180 minutes.
lanterns-refused-dark = This light is not lit.
lanterns-refused-early = This hour is still to come.
lanterns-state-recognised = Three colleagues say so. It is not lit yet.
lanterns-state-lit = Lit until { $day }
lanterns-state-over = It has ended; its notes stay.
lanterns-accept-text = Until the school year ends you may announce open hours, answer questions and write notes. It is as much as you like, brings no pay, and you may end it on any day without a reason. If you do not want it, end it now.
lanterns-accept = Share it
lanterns-hours = Open hours
lanterns-counted = Held so far: { $minutes } min
lanterns-hours-none = No open hours yet.
lanterns-held = held
lanterns-hold = It took place
lanterns-open = Announce an open hour
lanterns-open-act = Announce
lanterns-field-day = Day
lanterns-field-at = From
lanterns-field-minutes = Minutes
lanterns-field-place = Place
lanterns-questions = Questions
lanterns-questions-none = No questions that are yours to read.
lanterns-waits = waits for an answer
lanterns-answer = Answer
lanterns-field-question = Your question
lanterns-ask = Ask
lanterns-field-asked = Which question
lanterns-field-answer = Your answer
lanterns-reply = Answer
lanterns-seen-question = A question and its answer are read by the two of it
lanterns-field-title = What it is about, in a line
lanterns-field-words = What to do, and what it is good for
lanterns-note = Add the note
lanterns-end-text = It ends at once, and nobody asks why. Notes stay in the library.
lanterns-end = End it
lanterns-task = Colleagues recognise you
lanterns-task-text = Look for what, and say whether you want to share it.
lanterns-task-questions = { $count ->
    [one] A question waits for your answer
   *[other] { $count } questions wait for your answer
}
lanterns-task-questions-text = Colleagues ask about what you share.
