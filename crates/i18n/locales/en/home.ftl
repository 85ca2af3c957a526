home-phases = Phases of the programme
home-phase-hiring = Hiring
home-phase-selection = Selection
home-phase-decision = Decision
home-phase-orders = Orders
home-phase-work = Work
home-phase-left = { $count ->
    [one] { $count } day left, { $until }
   *[other] { $count } days left, { $until }
    }
home-when-late = Was due { $day }
home-when-today = Today
home-when-weekday = { $weekday ->
    [1] By Monday
    [2] By Tuesday
    [3] By Wednesday
    [4] By Thursday
    [5] By Friday
    [6] By Saturday
   *[7] By Sunday
    }
home-when-minute = 1 minute
home-board-late = { $count ->
    [one] { $count } thing to do today, it was due { $day }
   *[other] { $count } things to do today, the first was due { $day }
    }
home-board-until = { $count ->
    [one] { $count } thing to do today, { $until }
   *[other] { $count } things to do today, the first { $until }
    }
home-board-count = { $count ->
    [one] { $count } thing to do today
   *[other] { $count } things to do today
    }
home-coverage = Worked together: { $met } of { $all } possible acquaintances.
home-tasks = Things to do, in order
home-tasks-more = { $count ->
    [one] { $count } more thing
   *[other] { $count } more things
    }
home-of = { $count } of { $of }
home-aside = By the way

# Newcomer and mentor
home-consent = Decide whether you agree to the pair with { $name }
home-consent-text = The order follows when both agree. A refusal needs no reason.
home-meeting = First meeting with { $name } on { $day }, { $time }
home-meeting-text = Place: { $place }
home-plan = Agree on a day for the first meeting with { $name }
home-plan-text = Either of you may propose a day, and either may move it.
home-confirm = Confirm the joint work of { $day } with { $name }
home-confirm-many = Joint work to confirm: { $count }
home-confirm-text = The other side wrote it down. If it was so, one tap is enough.
home-impression = Write your impression of the joint work of { $day } with { $name }
home-impression-text = Three questions and a line for yourself. Only you will see it.
home-ranking-newcomer = Write your sealed list: whom you would like to work with
home-ranking-mentor = Write your sealed list: whom you could take
home-ranking-text = Until the deadline only you see the list. The other side never will.
home-question = { $name } asks about your request
home-question-text = It is your turn. The two of you see question and answer.
home-meet = { $name } would like to meet first
home-meet-text = Agree on a time, and write the meeting down here afterwards.
home-next = Next among your favourites: { $name }
home-next-text = Your former text and goals stand in the form already. Only you see your favourites.
home-unmet = Do something together with { $name }
home-unmet-last = The only mentor with whom there was no joint work yet.
home-unmet-many = Work with the mentors { $until }: { $count } still ahead
home-unmet-names = { $names }
home-answer = { $name } would like to learn from you
home-offer = { $name } offers to be your mentor
home-answer-new = You have not opened this request yet.
home-answer-read = Any of the four answers is right: a refusal needs no reason and harms nobody.
home-answer-met = You wanted to meet first. After the meeting you can answer.
home-nomination = You are nominated as mentor. You decide
home-nomination-text = You can agree and fill in the card, or decline. Nobody will ask why.
home-quiet-hiring = Nothing is expected of you today. The selection begins on { $day }
home-quiet-selection = Nothing is expected of you today. The selection lasts { $until }
home-quiet-decision = Nothing is expected of you today. Sealed lists are taken { $until }
home-quiet-orders = Nothing is expected of you today. Orders come out { $until }
home-quiet-work = Nothing is expected of you today. The year of work lasts { $until }
home-quiet-closed = This year’s programme is over
home-quiet-choose = Think about whom you would like to work with. The selection lasts { $until }
home-quiet-agreed = You have agreed. Your mentor: { $name }
home-quiet-agreed-text = Sealed lists are taken { $until }; then pairs are published and each of you consents in writing.
home-quiet-pair-publishing = Your pair with { $name } will be published soon
home-quiet-pair-consents = Your consent is written down. Now { $name } decides
home-quiet-pair-order = You both agree, the order comes next. Your mentor: { $name }
home-quiet-pair-meeting = Agree on a day for the first meeting with { $name }
home-quiet-pair-work = Nothing is expected of you today. { $name } works with you
home-quiet-unpaired = There is no pair yet, but you will not be left without a mentor
home-quiet-requests = Nothing is expected of you today. Requests come in { $until }
home-quiet-applied = Your application is with the coordinator. The answer comes here and by letter
home-quiet-teacher = You can become a mentor this year { $until }
home-quiet-no-programme = The programme has not begun in your school
home-candidates = Candidate mentors
home-candidates-met = worked together: { $met } of { $all }
home-candidates-seen = Only you see your impressions. Days and kind of work are also seen by the mentor and the coordinator.
home-met-not = not met yet
home-met-once = met on { $day }
home-met-times = { $count ->
    [one] met { $count } time
   *[other] met { $count } times
    }
home-your-pair = Your pair
home-provisional = { $name } is with you until the choice is made
home-provisional-order = Provisional mentor by order № { $number } of { $day }.
home-provisional-named = The provisional mentor is named, the order is on its way.
home-provisional-text = This decides nothing for you: your choice and the mentor’s consent make the pair.
home-alone = There is no provisional mentor yet
home-alone-text = By law one is named by order in the first working days. The coordinator takes care of it.
home-turn = Your turn
home-places = Places you offer
home-newcomers = Your newcomers
home-newcomers-none = Nobody yet: a place goes to whomever you agree with.
home-requests-theirs = Waiting for their answer: { $count }.
home-requests-over = Over: { $count }.
home-apply = Would you like to help a new colleague?
home-apply-text = Say three sentences about yourself. The coordinator decides by open conditions, and newcomers themselves choose.
home-empty = Nothing here yet
home-empty-text = That is normal: when there is something for you it stands here and a letter comes.

# Coordinator and head
home-late-order = Without an order naming a provisional mentor: { $names }
home-order-law = { $days ->
    [one] By law the order comes within { $days } working day of hiring.
   *[other] By law the order comes within { $days } working days of hiring.
    }
home-open-order = Name a provisional mentor: { $names }
home-unsigned = A provisional mentor is named, the order is missing: { $names }
home-met-nobody = Have not worked with anybody yet: { $names }
home-met-nobody-text = Talk first: only they know why.
home-unanswered = { $count ->
    [one] { $count } request has been unanswered for a week
   *[other] { $count } requests have been unanswered for a week
    }
home-unanswered-text = Addressed to: { $names }. Ask whether everything is all right. You do not see the text of a request.
home-applications = Applications of mentors wait for your decision: { $names }
home-applications-text = The conditions stand beside the card. Only the applicant reads the reason of a refusal.
home-nominees = Silent for a week about their nomination: { $names }
home-nominees-text = Ask them in person. One may decline without a reason.
home-rankings = Sealed lists handed in: newcomers { $newcomers } of { $of_newcomers }, mentors { $mentors } of { $of_mentors }
home-rankings-text = Remind everybody at once: whose list is in and whose is not, you cannot see either.
home-publish = Check and publish the proposal of pairs
home-publish-text = Until you publish it, none of those concerned sees it.
home-propose = Make a proposal of pairs: { $names }
home-propose-text = The system drafts from the lists, you decide.
home-consents = { $count ->
    [one] { $count } pair waits for consents
   *[other] { $count } pairs wait for consents
    }
home-consents-text = No answer yet from: { $names }. One may decline without a reason.
home-to-order = { $count ->
    [one] { $count } pair waits for an order
   *[other] { $count } pairs wait for an order
    }
home-to-order-text = The system fills in the draft, the head adds number and date.
home-handovers = Somebody would like to talk to you: { $names }
home-handovers-text = It is about a pair. Only you see the details.
home-commit = Read what we agree on before the choice
home-commit-text = Four lines, one minute. It stands in the way of nothing.
home-act-read = Read
home-with-head = Drafts of orders with the head: { $count }
home-with-head-text = The papers are ready in two languages and need a signature.
home-no-meeting = No day for the first meeting: { $names }
home-no-meeting-text = Without a first meeting many pairs never begin. Ask what is in the way.
home-sign = Waits for your signature: { $kind }
home-sign-text = Newcomers: { $names }
home-late-head = There is no draft yet: ask the coordinator.
home-unpaired = Without a pair after the choice: { $names }
home-unpaired-text = Talk with both and appoint a mentor. Both read the reason.
home-unpaired-own = There is no pair yet
home-unpaired-why-ended = There was a pair, and it has ended. No reason is asked and none is told.
home-unpaired-why-came-later = The lists were sealed when you came, so you have had no choice yet.
home-unpaired-why-left-over = The pairs are published, and yours is not among them yet: so it came out of the lists of both sides. It says nothing about your work.
home-unpaired-why-looks-on = A second round runs: you choose once more among those with a free place.
home-unpaired-why-not-published = The choice is over, and the pairs are not published yet.
home-unpaired-next-ended = Next the coordinator talks to you and offers another mentor or a second round.
home-unpaired-next-came-later = Next the coordinator talks to you and offers a mentor or a second round.
home-unpaired-next-left-over = Next the coordinator talks to you and offers a mentor or a second round.
home-unpaired-next-looks-on = Write requests or make a sealed list { $until }. Then the coordinator publishes the pairs, and you get a letter.
home-unpaired-next-not-published = Next the coordinator publishes the pairs, and you get a letter.
home-round-newcomer = { $count ->
    [one] Second round: { $count } mentor has a place
   *[other] Second round: { $count } mentors have a place
    }
home-round-newcomer-text = Write to somebody you would like to work with, or make a sealed list. There is no hurry.
home-round-mentor = Second round: somebody still looks for a mentor, and you have a place
home-round-mentor-text = Somebody may write to you. You may offer help first, too, or make a sealed list.
home-round-runs = A second round runs, still looking: { $names }
home-round-runs-text = Their provisional mentors stay. The round ends by itself; it can be made longer or closed earlier.
home-round-all = In the second round everybody has agreed
home-round-all-text = Close the round and publish the pairs: there is nobody left to wait for.
home-round-open = Without a pair after the publication: { $names }
home-round-open-text = Open a second round, or talk to both and appoint a mentor.
home-nobody-there = Without a mentor now: { $names }
home-nobody-there-text = The former order has ended and there is no pair. Name somebody who is there until a new pair.
home-act-appoint = To the appointment
home-share = How the pairs came about
home-acquainted = Who has worked with whom
home-steps = { $count ->
    [one] Where { $count } person is now
   *[other] Where { $count } people are now
    }
home-step = Step
home-step-count = How many
home-step-who = Who
home-step-order = Has an order naming a mentor
home-step-met = Worked with every mentor
home-step-asked = Sent a request
home-step-agreed = Has a pair
home-step-published = The pair is published
home-step-assigned = The pair is by order
home-step-meeting = The first meeting is planned
home-unseen = Impressions, stars and texts of requests are not shown to you: that makes the choice free.
home-no-newcomers = No newcomers in the programme yet
home-no-newcomers-text = The system suggests those in their first year. You enrol them.
home-begin = Begin with the dates: when newcomers choose their mentors
home-begin-text = The usual dates are filled in, you can change them.
home-rosters = Bring in the list of teachers
home-rosters-text = An Excel file will do. Nothing is written until you have checked it.

# District
home-district = Schools with a programme: { $with } of { $of }
home-district-text = Sums over the district only: no school and no person by name.
home-district-figures = Sums over the schools
home-district-what = Figure
home-district-newcomers = Newcomers
home-district-mentors = Mentors
home-district-chosen = Chosen pairs
home-district-appointed = Appointed pairs
home-district-small = fewer than { $least }, not shown
home-district-seen = Numbers below { $least } are not shown: they could point to a person. Where one part of the pairs is hidden, the other is too.

# Acts
home-act-look = Look
home-act-decide = Decide
home-act-pair = Open the pair’s page
home-act-plan = Choose a day
home-act-confirm = Check
home-act-write = Write
home-act-rank = Write the list
home-act-answer = Answer
home-act-record = Write the meeting down
home-act-next = Write a request
home-act-acquaint = Get acquainted
home-act-open = Open the request
home-act-name = Name a mentor
home-act-orders = To the documents
home-act-check = Check
home-act-propose = To the proposal
home-act-round = To the second round
home-act-choices = My choice
home-act-prepare = Prepare the order
home-act-sign = Open the draft
home-act-pairs = All pairs
home-act-begin = Set the dates
home-act-rosters = Bring in a list
home-act-apply = Come forward
home-act-mentors = Mentors’ cards
home-act-cards = All cards
home-act-card = My card
home-act-requests = All requests
home-act-enrol = Enrol

# Planned meetings
home-planned = { $day }, lesson { $lesson }. { $kind }: { $name }
home-planned-today = Today, lesson { $lesson }. { $kind }: { $name }
home-planned-tomorrow = Tomorrow, lesson { $lesson }. { $kind }: { $name }
home-planned-text = Agree with each other on the place.
home-planned-class = Class: { $class }.
home-planned-room = { $class }, room { $room }.
home-planned-wish = { $day }: { $name } proposes another time
home-planned-wish-text = Agree, or keep the old one.
home-planned-wish-past = The old day has passed. Yes and no are both right.
home-planned-unsaid = { $day }. Did the meeting take place? { $name }
home-planned-unsaid-text = Say so with one button, or propose another time.
home-act-say = Say how it was
home-unplanned = { $pairs ->
    [one] { $pairs } pair has not met and has no day
   *[other] { $pairs } pairs have not met and have no day
    }
home-unplanned-text = Newcomers: { $names }.
home-clashing = Planned meetings that cannot take place: { $count }
home-clashing-text = The timetable has changed, or somebody is away. The other days of the plan stay.
home-act-plan-anew = Plan anew

# Meetings of a pair
home-meets-answer = { $name } proposes a time to meet
home-meets-answer-text = { $day }, { $time }
home-meets-said = { $day }: did the meeting take place? { $name }
home-meets-said-text = Both of you are asked; one button is enough.
home-meets-logged = { $day }: { $name } logged a meeting. Was it so?
home-meets-logged-text = If it was otherwise, say so with one button.
home-meets-first-text = If the first meeting took place, log it in a minute.
home-meets-step = A step that you agreed on with { $name }
home-meets-step-text = { $text }
home-meets-next = { $day }, { $time }: a meeting with { $name }
home-meets-next-text = { $kind }.
home-meets-next-place = { $kind }. Place: { $place }.
home-act-meeting = Open the meeting
home-disputes = Meetings that two people remember differently: { $count }
home-disputes-text = Talk to both and blame nobody. Who says what is not shown.
home-to-talk = Pairs whose agreed meetings fall away again and again: { $count }
home-to-talk-text = A calm word with both, before it becomes a habit.
