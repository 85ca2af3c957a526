mentors-title = Mentors
mentors-not-begun = The programme has not begun in your school
mentors-not-begun-heading = The mentors of the year will stand here
mentors-not-begun-text = The coordinator sets the programme up at the start of the school year. From then on you can apply.

mentors-state-nominated = answer awaited
mentors-state-applied = decision awaited
mentors-state-approved = mentor
mentors-state-rejected = not taking part now
mentors-state-stepped_back = not taking part now

mentors-refused-not-now = The programme of this year is over. Nothing changed.
mentors-refused-not-open = Something changed here while you were reading. Please look again; nothing was recorded.
mentors-refused-works = A mentor works at this school.
mentors-refused-not_newcomer = A newcomer of the programme cannot be a mentor in it in the same year.
mentors-refused-sanction = A disciplinary sanction is in force. Until it ends or is lifted, this person cannot become a mentor.
mentors-refused-exam = This year the programme asks for the mentor exam, and there is no right from it now. The way to it is the mentor course.
mentors-refused-category = The category is below the one set in the programme: a reason is needed.
mentors-refused-years = Fewer years of service than the category set in the programme takes: a reason is needed.
mentors-refused-places = The card has more places than the programme allows.
mentors-refused-reason = Please write the reason: the applicant will read it.
mentors-refused-exception = One of the rules is not met. Please write why the school decides otherwise.
mentors-refused-pair = A newcomer is with you. First the school names another mentor.
mentors-refused-long = The text is longer than fits: up to { $most } characters.
mentors-refused-languages = Please mark at least one language.
mentors-refused-most = { $count ->
    [one] The programme allows { $count } newcomer at most.
   *[other] The programme allows { $count } newcomers at most.
    }
mentors-refused-taken = There cannot be fewer places than are taken: { $count }.

mentors-asked-works = Works at this school
mentors-asked-not_newcomer = Is not a newcomer of the programme this year
mentors-asked-sanction = No disciplinary sanction is in force
mentors-asked-exam = Holds the right from the mentor exam
mentors-asked-category = Category: { $category } or higher
mentors-asked-years = Years of service: { $count } at least
mentors-asked-places = Newcomers at a time: { $count } at most
mentors-has-left = has not worked here since { $day }
mentors-has-hired = has worked here since { $day }
mentors-has-works = works here
mentors-has-newcomer = takes part as a newcomer
mentors-has-no-newcomer = does not take part as a newcomer
mentors-has-barred = not eligible for now; the last day is { $day }
mentors-has-no-sanction = none is entered
mentors-has-right = the right is in force; its last day is { $day }
mentors-has-right-over = the right is over
mentors-has-no-right = the exam has not been passed yet
mentors-way-courses = The mentor course
mentors-has-no-card = no card yet
mentors-has-no-years = years of service are not entered
mentors-has-places = places on the card: { $count }
mentors-fit-met = fits
mentors-fit-not_met = does not fit
mentors-fit-not_known = not known yet
mentors-source-law = Law on the status of the pedagogue, Article 13
mentors-source-to_verify = Order No. 160; please check its text
mentors-source-school = decision of the school
mentors-source-programme = rule of the programme
mentors-fits = rules are met
mentors-fits-not = cannot become a mentor
mentors-fits-with-reason = a reason is needed
mentors-line-asked = Rule
mentors-line-has = As it is
mentors-line-fit = Result
mentors-line-source = Where the rule comes from
mentors-gives-way = The coordinator may decide otherwise and write why.
mentors-lines = Rules line by line
mentors-lines-of = Rules for a mentor and what is known: { $name }
mentors-lines-own = Rules for a mentor and what the school knows of you
mentors-seen-lines = You and the candidate see this
mentors-seen-lines-own = You and the coordinator see this

mentors-years = { $count ->
    [one] { $count } year of service
   *[other] { $count } years of service
    }
mentors-language-kk = Kazakh
mentors-language-ru = Russian
mentors-language-en = English
mentors-full = full
mentors-full-text = All places are taken. If one becomes free, the button appears here.

mentors-done-nominated = The proposal is sent to { $name }. Both yes and no are fine.
mentors-done-approved = The decision is recorded. { $name } is now in the list of mentors.
mentors-done-rejected = The decision is recorded. { $name } will read the reason.
mentors-done-applied = The application is with the coordinator. You can go on changing the card.
mentors-done-agreed = The coordinator learns that you agree and decides. You can go on changing the card.
mentors-done-declined = Your answer is taken. Nothing more is needed, and nobody will ask why.
mentors-done-saved = The card is saved. Others see the new words already.
mentors-done-stepped-back = Recorded. Open requests closed with a neutral text, and nobody will ask why.

mentors-own = Your card
mentors-own-none-word = no application
mentors-own-none = You become a mentor by your own application. The coordinator decides; if it is a no, you read the reason.
mentors-own-nominated-word = your answer
mentors-own-applied = The application is with the coordinator. You can still change the card.
mentors-own-nominated = The coordinator asks you to become a mentor. Yes and no are equally easy.
mentors-own-rejected = The coordinator decided otherwise for now. The reason is on the page of your card; you may apply again.
mentors-own-stepped_back = You do not take part as a mentor now. You may apply again.

mentors-board-chosen = You have agreed. Your mentor is { $name }
mentors-board-chosen-text = No more requests are needed. You can go on reading the cards.
mentors-board-soon = Get to know the mentors; requests open on { $day }
mentors-board-soon-text = Read without hurry. The choice begins with working together, not with profiles.
mentors-board-choose = Who would you like to work with? The choice is open { $until }
mentors-board-choose-text = { $count ->
    [one] Write to somebody you have worked with. You can send { $count } request now.
   *[other] Write to somebody you have worked with. You can send { $count } requests now.
    }
mentors-board-wait = Wait for the answers: the choice is open { $until }
mentors-board-wait-text = You have as many open requests as allowed. You may take any of them back and write to somebody else.
mentors-board-over = The choice ended on { $day }
mentors-board-over-text = Requests are no longer sent. You can go on reading the cards.
mentors-board-mentor = You are a mentor. You can change the card { $until }
mentors-board-mentor-text = Newcomers read your words before category and years.
mentors-board-applied = The application is with the coordinator. Decisions are made { $until }
mentors-board-applied-text = No need to wait for a letter: the decision will stand here.
mentors-board-nominated = You are asked to become a mentor. There is time to answer { $until }
mentors-board-nominated-text = You decide. A no needs no reason and changes nothing in your work.
mentors-board-rejected = The coordinator answered your application. You may apply again { $until }
mentors-board-rejected-text = You and the coordinator read the reason, nobody else.
mentors-board-staff = You can become a mentor; applications are open { $until }
mentors-board-staff-text = Years and category stand beside your words on the card and do not decide for you.
mentors-board-late = Applications of mentors were open { $until }
mentors-board-late-text = They open again with the programme of the next school year.
mentors-board-decide = { $count ->
    [1] Decide on the application of { $name }
   *[other] { $count } applications wait for a decision, that of { $name } longest
    }
mentors-board-decide-text = Decisions are made { $until }. The rules stand line by line; a person decides.
mentors-board-answers = Next comes the answer of { $name }
mentors-board-answers-text = There is time { $until }. Any answer is right.
mentors-board-quiet = { $count ->
    [0] No mentors yet: ask somebody who likes to share
    [one] There is { $count } mentor; free places: { $free }
   *[other] There are { $count } mentors; free places: { $free }
    }
mentors-board-quiet-text = No new applications. They are open { $until }.
mentors-to-own = My card
mentors-answer = Read and answer
mentors-read-reason = Read the reason
mentors-come-forward = Become a mentor
mentors-look = Look

mentors-to-decide = They wait for your decision
mentors-none-to-decide = No applications yet
mentors-none-to-decide-text = That is normal. When somebody applies, it stands here.
mentors-since = applied
mentors-nominated = Their answer is awaited
mentors-nominated-text = they answer themselves; no need to hurry them
mentors-asked-on = asked
mentors-approved = Mentors of the year
mentors-approved-count = { $count } in all, by name; { $free } of { $places } places free
mentors-none-approved = No mentors yet
mentors-none-approved-text = They stand here once you have decided on an application.
mentors-none-yet-text = That is normal at the start of the year. Cards appear here when the coordinator has decided.
mentors-over = Not taking part now: { $count }
mentors-find = Ask somebody to become a mentor
mentors-find-text = anybody of the staff; they decide themselves
mentors-find-name = Name or surname
mentors-find-hint = Kazakh letters are not needed, nor the whole name; an empty line shows everybody
mentors-find-act = Find
mentors-find-none = Nobody was found
mentors-find-none-text = Check the letters or write only the beginning of the surname. We look among those who work here now.
mentors-find-more = There are { $count } more. Write more of the name to see them.
mentors-nominate = Ask
mentors-all = All mentors
mentors-all-count = { $count } in all, by name
mentors-order = The order is by name: the system puts nobody higher. Category and years are facts only.
mentors-order-newcomer = First those you marked, the others by alphabet: the system puts nobody above another. Category and years are facts, the choice is yours.

mentors-hide = Hide
mentors-unhide = Back into the list
mentors-favour = Add to favourites
mentors-unfavour = Remove from favourites
mentors-marks = For yourself
mentors-hidden = Hidden by you: { $count }
mentors-seen-marks = Stars and hidden cards are seen by you alone: neither the mentor nor the coordinator nor the log knows of them
mentors-done-favourite = Marked, and now first in the list. Only you see it.
mentors-done-hidden = The card went to the end of the list, to “Hidden by you”. Only you know.
mentors-done-unmarked = The mark is taken away. Nobody but you has seen it.

mentors-gives = Can help with
mentors-works = Works like this
mentors-motive = Why a mentor
mentors-languages = Languages of work
mentors-answering = Answers
mentors-answering-day = usually within a day
mentors-answering-three_days = usually within three days
mentors-answering-week = usually within a week
mentors-answering-longer = usually after more than a week
mentors-answering-not_known = there are too few requests to say
mentors-answering-help = Where does this come from?
mentors-answering-help-text = From the requests of this programme, once there are five or more: the time within which half of them got a first answer. Requests that still wait are counted in, a pause is not. It is no mark: a new mentor simply has few requests yet.
mentors-places = Places
mentors-offered = offers to you
mentors-written = request sent
mentors-show = Get to know { $name }
mentors-show-mine = { $name }, this is how others see your card
mentors-show-meet = Work together first, then decide. A request binds you to nothing.
mentors-show-decide = Decide on the application of { $name }
mentors-desk-nominated = Asked on { $day }. No answer yet, and that is normal.
mentors-desk-applied = Applied on { $day }. Read the words, look at the rules and decide.
mentors-desk-approved = Mentor since { $day }.
mentors-desk-rejected = Not taking part now. You may ask again.
mentors-desk-stepped_back = Not taking part now. You may ask again.
mentors-card = Card
mentors-no-card = The card is empty so far: the candidate fills it in.
mentors-seen-card = All teachers of the school see this
mentors-seen-card-later = For now you and the candidate see this, all teachers of the school after the decision
mentors-decision = Your decision
mentors-decision-legend = What you decide on the application of { $name }
mentors-approve = Approve
mentors-approve-then = All teachers of the school see the card, and newcomers can write a request.
mentors-exception = Why the school decides otherwise than the rule
mentors-exception-hint = for example: the school has no expert in this subject
mentors-reject = Do not approve
mentors-reject-then = It is possible to apply again later.
mentors-reason = Reason
mentors-reason-hint = the applicant will read it
mentors-seen-reason = { $name } and the coordinator read the reason; it does not enter the log
mentors-decide = Record the decision
mentors-later = Later
mentors-stands = Now
mentors-reason-written = Reason of the last decision
mentors-nominate-again = Ask again
mentors-nominate-then = Nothing changes until the person agrees.
mentors-meet = Arrange joint work
mentors-all-link = All mentors

mentors-agree = Agree
mentors-decline = Say no
mentors-decline-text = To say no you need not fill in anything. We do not ask why, and the log does not show it.
mentors-apply = Apply
mentors-save = Save the card
mentors-reason-read = What the coordinator wrote
mentors-seen-reason-own = You and the coordinator read this
mentors-facts = From the staff list
mentors-facts-text = These are facts only. If something is wrong, please tell the coordinator.
mentors-motive-own = Why you would like to be a mentor
mentors-motive-hint = two or three sentences of your own
mentors-gives-own = What you can help with
mentors-gives-hint = for example: the start of a lesson, the journal, talking with parents
mentors-works-own = How you work
mentors-works-hint = when, how often, where you begin
mentors-languages-own = In which languages you can work
mentors-languages-hint = you may mark several
mentors-places-own = How many newcomers you take
mentors-places-hint = { $count ->
    [0] as many as you have time for
   *[other] as many as you have time for; taken already: { $count }
    }
mentors-takes = { $count ->
    [one] { $count } person
   *[other] { $count } people
    }
mentors-seen-card-own = The coordinator sees it at once, the other teachers of the school after the decision
mentors-as-others = The card as others see it
mentors-does = What a mentor does
mentors-does-select = { $days ->
    [one] During the selection works together with every newcomer and answers a request within { $days } day. Any answer is right.
   *[other] During the selection works together with every newcomer and answers a request within { $days } days. Any answer is right.
    }
mentors-does-meet = Meets their newcomer as often as the two agree; each meeting leaves a short record that both confirm.
mentors-does-year = Stays near for the whole school year, { $until }.
mentors-does-pay = After the order the school pays a supplement of { $percent } % of the basic official salary.
mentors-does-leave = May step back, and nobody will ask why. If a newcomer is with them, the school first names another mentor.

mentors-card-none = You can share your experience: applications are open { $until }
mentors-card-none-text = Newcomers read your words before category and years.
mentors-card-nominated = The coordinator asks you to become a mentor. You decide, and there is time { $until }
mentors-card-nominated-text = Asked on { $since }. Yes and no are equally easy.
mentors-card-applied = Your application has been with the coordinator since { $since }
mentors-card-applied-text = You can change the card { $until }.
mentors-card-approved = You can change your card { $until }
mentors-card-approved-text = You have been a mentor since { $since }. All teachers of the school read the card.
mentors-card-rejected = The coordinator answered on { $since }. You may apply again { $until }
mentors-card-rejected-text = The reason is below. You and the coordinator read it, nobody else.
mentors-card-stepped_back = You do not take part now. You may apply again { $until }
mentors-card-stepped_back-text = The words on your card are kept.
mentors-card-closed = You cannot apply now
mentors-card-closed-text = Below you read why. Applications were open { $until }.

mentors-leave = Step back
mentors-leave-text = You may do so on any day of the programme. Nobody will ask why.
mentors-leave-look = See what it ends
mentors-leave-board = Decide in peace: nobody will ask why
mentors-leave-board-text = Nothing changes until you press the button.
mentors-leave-later = You can step back later
mentors-leave-ask = Step back now?
mentors-leave-ends = This happens at once:
mentors-leave-yes = Step back
mentors-leave-no = Stay
mentors-leave-card = Your card leaves the list of mentors.
mentors-leave-requests = { $count ->
    [0] There are no open requests to you.
    [one] { $count } open request closes; the newcomer reads a neutral text and may write to somebody else.
   *[other] { $count } open requests close; the newcomers read a neutral text and may write to somebody else.
    }
mentors-leave-application = The coordinator no longer considers the application.
mentors-leave-again = The words on your card are kept; you may apply again while the choice is on.
mentors-leave-pair = { $name } works with you. Please tell the coordinator: first the school names another mentor, then you can step back.

mentors-paused = pauses { $until }
mentors-certified = valid until { $day }
mentors-paused-text = Takes no new requests until then. You can already get to know each other.
mentors-pause = Pause
mentors-pause-look = Take a pause
mentors-pause-look-back = Look at the pause
mentors-pause-text = For a while no new requests come; on the day you name they come again by themselves.
mentors-pause-board = No new requests for a while: nobody will ask why
mentors-pause-board-text = Your newcomers and the requests that have come stay with you. Your card says on which day you are back.
mentors-pause-now = No new requests come { $until }
mentors-pause-now-text = On that day they come again by themselves. Everybody who reads your card sees the day.
mentors-pause-day = First day back
mentors-pause-day-hint = Not later than { $day }.
mentors-pause-yes = Pause until this day
mentors-pause-back = Take requests again now
mentors-pause-past = Choose a day after today.
mentors-pause-too-long = The programme ends on { $day }. If you do not want to go on at all, step back instead.
mentors-pause-seen = The teachers of the school: the day stands on your card
mentors-done-paused = The pause is recorded. New requests come again on { $day }.
mentors-done-resumed = You take requests again.
mentors-closed-matching = Except “{ $field }”: the mentor and the coordinator read it, suggestions count it
mentors-closed-coordinator = Except “{ $field }”: only the mentor and the coordinator read it
mentors-beside-title = Newcomer and mentor side by side
mentors-beside-board = { $newcomer } and { $mentor }: see what they have in common
mentors-beside-text = What they have in common is marked with a word. There are no points, you decide.
mentors-beside-subject = Subject
mentors-beside-languages = Languages
mentors-beside-own = In their own words
mentors-beside-goals = The newcomer’s goals stand in the requests, and only the two read them.
mentors-beside-facts = Post, category, years of service
mentors-beside-unseen = No lists, no impressions, no words of requests stand here
mentors-beside-free = When both are free
mentors-beside-lessons = lessons by number: { $numbers }
mentors-beside-free-none = By the timetable there is no lesson at which both are free.
mentors-beside-free-unknown = The timetables of both are not there, so their time cannot be compared.
mentors-beside-works = What the two did together
mentors-beside-works-none = No joint work of the two is written down yet.
mentors-beside-line = To the decision on this line
