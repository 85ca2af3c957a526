requests-title = Requests
requests-state-sent = sent
requests-state-new = not opened yet
requests-state-read = read
requests-state-asked = question asked
requests-state-meet_first = meet first
requests-state-accepted = accepted
requests-state-declined = closed
requests-state-withdrawn = taken back
requests-state-expired = time ran out
requests-state-closed = closed
requests-board-none = No new requests for you
requests-board-none-text = When one comes you will see it here and get a letter.
requests-board-mine = { $count ->
    [one] { $name } waits for your answer
   *[other] { $count } people wait for your answer, { $name } longest
    }
requests-board-mine-text = Any of the four answers is right: a “no” needs no reason and harms nobody.
requests-board-write = Who would you like to work with?
requests-board-write-text = { $count ->
    [one] Write to somebody you have worked with. You can send { $count } request now.
   *[other] Write to somebody you have worked with. You can send { $count } requests now.
    }
requests-board-closed = No requests are sent now
requests-board-closed-text = They are written in the selection and in a second round.
requests-board-wait = Next comes the answer of { $name }
requests-board-left = { $count ->
    [0] You cannot send more now: wait for an answer or take one back.
    [one] You can send { $count } more request.
   *[other] You can send { $count } more requests.
    }
requests-to-mentors = See the mentors
requests-mine = Your turn
requests-theirs = Waiting for them
requests-over = Finished
requests-sent = You sent
requests-left = you can send { $count } more
requests-none-title = No requests yet
requests-none-text = That is normal: newcomers work with you first and write later.
requests-sent-none-title = You have not written to anybody yet
requests-sent-none-text = No hurry. Work together first, then write to the one you feel at ease with.
requests-places = { $taken ->
    [0] { $places ->
        [1] the only place is free
       *[other] all { $places } places are free
    }
   *[other] { $places ->
        [1] the only place is taken
       *[other] { $taken } of { $places } places taken
    }
    }
requests-open = Open the request
requests-look = Look
requests-show-mentor = { $name } writes: would like to learn from you
requests-show-newcomer = Your request to { $name }
requests-answer-until = Please answer { $until }. Any of the four answers is right: a “no” needs no reason and harms nobody.
requests-words = What it says
requests-goals = Goals
requests-rhythm = Rhythm
requests-met = You met on
requests-met-not = not worked together yet
requests-rhythm-weekly = once a week
requests-rhythm-fortnightly = every other week
requests-rhythm-as_needed = when there is need
requests-others = { $name } also asks { $count } more. We do not show whom.
requests-reason-own = The reason you noted for yourself: { $text }
requests-reason-shared = The reason the coordinator may read too: { $text }
requests-your-answer = Your answer
requests-your-answer-one = Choose one of the four
requests-answer-accept = Accept
requests-answer-accept-then = You and { $name } become a pair; we keep the place, the order follows.
requests-answer-meet = Meet first
requests-answer-meet-then = No obligation. The request will wait.
requests-answer-ask = Ask a question
requests-answer-ask-then = When the answer comes it is your turn again.
requests-answer-decline = Decline
requests-answer-decline-then = We will not ask why.
requests-question = Your question
requests-decline-seen = This is all that { $name } will see:
requests-reason = A reason, for yourself
requests-reason-hint = if you like
requests-reason-coordinator = Let the coordinator read the reason
requests-reason-coordinator-hint = if you like; { $name } will not see it
requests-send-answer = Send the answer
requests-later = Later
requests-reply-title = { $name } asks a question
requests-reply-label = Your answer
requests-reply = Answer
requests-aside = By the way
requests-closes = An answer is awaited { $until }
requests-closes-text = Without an answer the request closes by itself, and we tell you both.
requests-edit = Change the words
requests-withdraw = Take the request back
requests-withdraw-text = The mentor learns only that it was taken back. You may write again later.
requests-all = All requests
requests-told-newcomer-sent = { $name } has not opened it yet. You may still change the words.
requests-told-newcomer-read = { $name } has read it and is thinking.
requests-told-newcomer-asked = { $name } asked a question. It is your turn.
requests-told-newcomer-meet_first = { $name } would like to meet once more first. Agree on a time.
requests-told-newcomer-accepted = { $name } said yes. Your place is kept, the order follows.
requests-told-newcomer-declined = { $name } cannot take another newcomer now. It says nothing about your work.
requests-told-newcomer-withdrawn = You took this request back. Mentor: { $name }.
requests-told-newcomer-expired = { $name } did not manage in time. Nobody is to blame; you may write to another mentor.
requests-told-newcomer-full = All places of { $name } are taken. It says nothing about your work; you may write to another mentor.
requests-told-newcomer-elsewhere = You agreed with another mentor, so this request to { $name } closed.
requests-told-newcomer-left = { $name } is no longer in the programme. You may write to another mentor.
requests-told-mentor-sent = { $name } waits for your answer.
requests-told-mentor-read = { $name } waits for your answer.
requests-told-mentor-asked = { $name } will answer your question.
requests-told-mentor-meet_first = You will meet { $name } and then decide.
requests-told-mentor-accepted = You said yes. { $name } will be your newcomer.
requests-told-mentor-declined = You declined. { $name } saw the neutral text only.
requests-told-mentor-withdrawn = { $name } took the request back.
requests-told-mentor-expired = The time to answer has passed. { $name } knows.
requests-told-mentor-full = Your places are taken, so the request of { $name } closed.
requests-told-mentor-elsewhere = { $name } agreed with another mentor.
requests-told-mentor-left = { $name } is no longer in the programme.
requests-write = Write a request
requests-write-board = Tell { $name } why you would like to work together
requests-write-text = The mentor may accept, suggest to meet, ask or decline. A no will not harm you.
requests-write-words = In your own words
requests-write-least = at least { $count } characters
requests-write-goals = Up to three goals
requests-write-goal = Goal { $number }
requests-write-rhythm = How often would you like to meet?
requests-card = The mentor’s card
requests-send = Send the request
requests-hints = What to write
requests-hint-who = One sentence about yourself.
requests-hint-why = Why this person: what you saw and liked.
requests-hint-what = What you hope to learn.
requests-hint-short = Keep it short.
requests-example = In your lesson with 8B the class found the mistake by itself. In mine a mistake is followed by silence. I would like to learn to wait.
requests-done-sent = The request is sent. Until it is read you may change the words.
requests-done-edited = The words are changed.
requests-done-accepted = Your yes is recorded and the place kept. Nothing more is needed before the order.
requests-done-asked = The question is sent.
requests-done-replied = The answer is sent.
requests-done-meet = We passed on that you would like to meet first.
requests-done-declined = The neutral text is sent. Nobody sees the reason unless you allowed it.
requests-done-withdrawn = The request is taken back.
requests-refused-not-now = Requests are sent and answered only in the selection and in a second round.
requests-refused-mentor-gone = This mentor is not in the programme now. Please choose another.
requests-refused-mentor-full = This mentor has no free place. Please choose another.
requests-refused-you-agreed = You have already agreed with a mentor.
requests-refused-already-asked = You have already written to this mentor, or the request was read.
requests-refused-too-many = You have as many open requests as allowed. Wait for an answer or take one back.
requests-refused-too-short = The text is too short: at least { $least } characters are needed.
requests-refused-too-many-goals = Three goals at most.
requests-refused-not-open = This request was answered already or is closed. Nothing changed.
requests-refused-expired = The time to answer has passed. Nothing changed.
requests-refused-you-are-full = All your places are taken. Nothing changed.
requests-refused-paused = This mentor pauses { $until } and takes no new requests. Please choose another or wait.
requests-refused-you-pause = You pause { $until }. Take requests again first, then offer.
requests-refused-no-right = You do not have the right to mentor now. Please tell the coordinator.
requests-refused-no-exam = The programme asks for the mentor exam, and your right from it is not in force. The newcomers who are with you stay. The way to the exam is on the page “Mentor course”.
requests-refused-mentor-takes-nobody = This mentor takes no new newcomers at present. Please choose another.
requests-refused-agreed-elsewhere = The newcomer has agreed with another mentor meanwhile. Nothing changed.
requests-former = You wrote these words to { $name } before. Change the name and whatever concerns that mentor alone.
requests-next = Next among your favourites
requests-next-text = your text and goals stand in the form already
requests-next-write = Next: { $name }

# A mentor offers first.
requests-offer-title = You may offer first
requests-offer-text = the same rules: four answers, one term
requests-offer-act = Offer help
requests-offer-none = No offer waits for your answer.
requests-offer-sent-none = No offer of yours waits for an answer.
requests-offer-open = Open the offer
requests-offer-words = What the offer says
requests-offer-show-mentor = Your offer to { $name }
requests-offer-show-newcomer = { $name } offers to be your mentor
requests-offer-others = { $name } also offers to { $count } more. We do not show to whom.
requests-offer-answer-accept-then = You and { $name } become a pair; we keep the place, the order follows.
requests-offer-withdraw-text = The newcomer learns only that it was taken back. You may write again later.
requests-offer-told-mentor-accepted = { $name } said yes. The place is kept, the order follows.
requests-offer-told-mentor-declined = { $name } goes on choosing another way. It says nothing about your work.
requests-offer-told-mentor-withdrawn = You took this offer back. Newcomer: { $name }.
requests-offer-told-mentor-expired = { $name } did not manage in time. Nobody is to blame.
requests-offer-told-mentor-full = Your places are taken, so the offer to { $name } closed.
requests-offer-told-newcomer-accepted = You said yes. Your mentor is { $name }. The order follows.
requests-offer-told-newcomer-withdrawn = { $name } took the offer back. It says nothing about your work.
requests-offer-write = Offer to be a mentor
requests-offer-write-board = Tell { $name } why you would like to work together
requests-offer-write-text = The newcomer may accept, suggest to meet, ask or decline. The choice is theirs.
requests-offer-send = Send the offer
requests-offer-hint-why = What you saw: which lesson, which work.
requests-offer-hint-free = Let a no be easy: write that the choice is free.
requests-offer-example = I saw how you began group work in 6A. Shall we plan the marking together? If you choose another mentor, my door stays open.
requests-offer-refused-newcomer-gone = This newcomer no longer works at the school.
requests-offer-refused-already = There is an open request between the two of you, or it was read.
requests-follow = If nothing comes of it
requests-follow-text = Choose to whom a new request goes at once where the answer is no “yes”, and write to them apart: the words of this request stay between the two of you. Only you know this: no mentor sees that there was another one.
requests-follow-who = To whom next
requests-follow-nobody = Nobody, I shall choose
requests-follow-words = Words for the next one
requests-follow-rhythm = The rhythm is that of this request.
requests-follow-goals = Goals and rhythm are those of this request. Goals: { $goals }.
requests-follow-act = Save
requests-done-follow = Saved.
requests-went-on = The request has gone on
requests-went-on-text = With the words you wrote for this mentor: { $name }.
requests-open-own = Open the request
