# Newcomers, for the coordinator.
newcomers-title = Newcomers
newcomers-aside = By the way
newcomers-works-since = at work since { $day }
newcomers-board-late = { $name }: the day to name a provisional mentor was { $day }
newcomers-board-late-text = Name somebody today. The order may be signed late, but a newcomer should not stay alone.
newcomers-act-late = Name a mentor
newcomers-board-late-named = { $name }: the order for the provisional mentor was due on { $day }
newcomers-board-late-named-text = The mentor is named, the order is left. By law it needs no consent.
newcomers-act-late-named = To the orders
newcomers-board-alone = { $name } has no mentor now
newcomers-board-alone-text = The mentor of before cannot go on. Name somebody else.
newcomers-act-alone = Name a mentor
newcomers-board-open = { $name }: name a provisional mentor { $day }
newcomers-board-open-text = A provisional mentor does not close the choice: the newcomer may choose anybody.
newcomers-act-open = Name a mentor
newcomers-board-named = { $name }: the order for the provisional mentor is due { $day }
newcomers-board-named-text = The mentor is named, the order is left. By law it needs no consent.
newcomers-act-named = To the orders
newcomers-board-unpaired = { $name }: the choice is over, there is no pair yet
newcomers-board-unpaired-text = The provisional mentor stays. Look at the causes and propose a pair.
newcomers-act-unpaired = To the proposed pairs
newcomers-board-looks-on = { $name }: chooses in a second round
newcomers-board-looks-on-text = No appointment is needed now: the round ends by itself, and the provisional mentor stays.
newcomers-act-looks-on = To the second round
newcomers-board-after-choice = { $name }: talk and appoint a mentor
newcomers-board-after-choice-text = The lists were sealed before the first day of work, so there was no choice. The provisional mentor stays as long as there is no pair.
newcomers-act-after-choice = To the appointment
newcomers-board-enrol = { $count ->
    [one] To be enrolled: { $name } starts work as a teacher for the first time
   *[other] { $count } people may be enrolled, { $name } is first on the list
    }
newcomers-board-enrol-text = Found by hire date and service. Check and tick them yourself.
newcomers-act-enrol = Look and enrol
newcomers-act-find = Find and enrol
newcomers-board-none = No newcomers yet
newcomers-board-none-text = Nobody was hired for a first job as a teacher. If somebody is missing, search by name.
newcomers-board-quiet = Every newcomer has a mentor
newcomers-board-quiet-text = Nothing is expected of you here today.
newcomers-board-settled = { $name }: nothing is needed today
newcomers-board-settled-text = The order that names the mentor is signed.
newcomers-board-stopped = { $name }: the programme was stopped
newcomers-board-stopped-text = Nobody is named in it any more. What was written can be read below.
newcomers-board-finished = { $name }: the pair ended on its planned day
newcomers-board-finished-text = Nothing more is needed. If a mentor is wanted after all, name one below.
newcomers-board-left = { $name } does not work here any more
newcomers-board-left-text = Requests and pairs closed together with the leaving; the records stay.
newcomers-unpaired = { $count ->
    [one] The choice is over and { $count } person has no pair yet. The provisional mentor stays until there is one.
   *[other] The choice is over and { $count } people have no pair yet. Their provisional mentors stay until there is one.
    }
newcomers-enrolled = Enrolled
newcomers-count = { $count } in all
newcomers-none = Newcomers will stand here
newcomers-none-text = Beside each you will see who the mentor is, when the order is due and whether there is a pair. Before enrolling the list is empty; that is normal.
newcomers-no-programme = First set the dates of the programme
newcomers-no-programme-text = People can be enrolled once the programme has dates. The usual ones stand in the form.
newcomers-to-programme = To the dates of the programme
newcomers-standing-late = was due { $day }
newcomers-standing-alone = no mentor
newcomers-standing-unpaired = no pair
newcomers-standing-settled = order signed
newcomers-standing-stopped = programme stopped
newcomers-standing-finished = pair ended
newcomers-standing-left = has left
newcomers-provisional-is = Provisional mentor: { $name }
newcomers-for-now = The provisional mentor stays: { $name }.
newcomers-for-now-none = There is no provisional mentor now. The law asks for one: the coordinator names one on the newcomer’s card.
newcomers-for-now-own = Your provisional mentor stays with you: { $name }.
newcomers-for-now-own-none = There is no provisional mentor now: the coordinator will name one. Tell the coordinator if you need help right now.
newcomers-provisional-missing = No provisional mentor is named
newcomers-mentor-is = Mentor: { $name }
newcomers-pair-agreed = both agreed
newcomers-pair-published = consents and order ahead
newcomers-pair-provisional = awaits the order
newcomers-pair-assigned = order signed
newcomers-pair-ended = over
newcomers-pair-none = no pair yet
newcomers-name = Name a mentor
newcomers-open = Open
newcomers-enrol = Enrol
newcomers-first = They start work as teachers for the first time
newcomers-first-hint = found by hire date and service; tick whom to enrol
newcomers-first-none = Nobody new without service now. If somebody is missing, search by name.
newcomers-first-time = No full year of service, at work since { $day }
newcomers-has-service = { $count ->
    [one] { $count } year of service, at work since { $day }
   *[other] { $count } years of service, at work since { $day }
    }
newcomers-service-unknown = Service not given, at work since { $day }
newcomers-found = Found in the school
newcomers-found-none = Nobody found in the school: { $search }. Check the name or bring a list.
newcomers-search = Find somebody else
newcomers-search-hint = name or surname, also without Kazakh letters
newcomers-find = Find
newcomers-enrol-ticked = Enrol those ticked
newcomers-choose = Tick whom to enrol.
newcomers-refused-of = { $name }: { $why } Nobody is enrolled yet; untick them and send again.
newcomers-refused-not-now = The programme of this year is over; nobody is enrolled in it any more.
newcomers-refused-does-not-work = Does not work here any more.
newcomers-refused-no-hire-day = The first day of work is not known, so the order’s day cannot be counted. Enter it under “People”.
newcomers-refused-mentors = Is a mentor in this programme.
newcomers-refused-is-newcomer = Is a newcomer in this programme.
newcomers-refused-sanction = A disciplinary sanction is in force. Until it ends or is lifted, this person cannot become a mentor.
newcomers-refused-exam = The programme asks for the mentor exam, and this person has no right from it now.
newcomers-refused-category = The category is below the one in the settings.
newcomers-refused-years = Fewer years of service than the category in the settings takes.
newcomers-refused-places = More places than the settings allow.
newcomers-refused-naming-not-now = The programme of this year is over; no mentor is named in it any more.
newcomers-refused-appointing-not-now = Mentors are appointed when the choice is over and as long as the school year of the programme lasts. Nothing changed.
newcomers-refused-has-mentor = There is a mentor already. Nothing was changed.
newcomers-refused-has-order = The order is signed, and only a new order changes it. Nothing was changed.
newcomers-refused-traces = Requests, meetings or pairs hang on this enrolment; it cannot be taken back.
newcomers-provisional = Provisional mentor
newcomers-order-due = The order is due { $day }.
newcomers-stays = There is no pair yet, so the provisional mentor stays.
newcomers-take-back = Take the mentor back
newcomers-take-back-text = Until there is an order somebody else can be named.
newcomers-whom = Whom to name
newcomers-whom-hint = the same subject is better; it takes no place of the choice
newcomers-whom-none = Choose a person
newcomers-naming-text = Both get a letter, the head signs the order. Later the newcomer chooses freely, and it may be somebody else.
newcomers-choice-with = { $count ->
    [one] with { $count } newcomer now
   *[other] with { $count } newcomers now
    }
newcomers-not-nameable = Who cannot be named and why: { $count }
newcomers-provisional-over = There is no provisional mentor any more.
newcomers-pair = Pair
newcomers-pair-not-yet = The pair comes after the choice.
newcomers-to-pair = Open the pair
newcomers-unpaired-text = The choice ended without a pair. It says nothing about the person: propose a pair among those with a free place.
newcomers-after-choice = The lists were sealed before the first day of work, so there was no choice. Here an appointment with a reason makes the pair, after a talk with both.
newcomers-looks-on-text = A second round runs: the newcomer chooses once more among those with a free place. You can appoint when it is over.
newcomers-appoint = Appoint a mentor
newcomers-appoint-text = Talk with both first. Both see that it is an appointment and read the reason. Then come the consents of both and the order; each may step back without an explanation.
newcomers-appoint-nobody = Nobody has a free place now. A new mentor can apply on any day of the school year.
newcomers-to-mentors = To the mentors
newcomers-requests = Requests
newcomers-requests-none = No requests so far.
newcomers-reason = The reason that the mentor told you: { $text }
newcomers-reason-seen = Only you and the mentor read it; the newcomer does not
newcomers-offered = the mentor offered first
newcomers-reason-newcomer = The reason that the newcomer told you: { $text }
newcomers-reason-seen-newcomer = Only you and the newcomer read it; the mentor does not
newcomers-requests-seen = The words of requests are not shown to you: only the two see them
newcomers-answer-until = answer awaited until { $day }
newcomers-contacts = Joint work
newcomers-contacts-none = Nothing recorded so far.
newcomers-contacts-count = Recorded: { $count }, different mentors: { $met }.
newcomers-to-contacts = Who has met whom
newcomers-to-person = Data of the person
newcomers-all = All newcomers
newcomers-leaving = If the person leaves
newcomers-leaving-text = Mark it in their data: requests, meetings and pairs close together, and those beside them get a letter.
newcomers-mistake = Enrolled by mistake?
newcomers-mistake-text = While there are no requests, meetings or pairs, the enrolment can be taken back without a trace for the person.
newcomers-withdraw = Take the enrolment back
newcomers-done-enrolled = { $count ->
    [0] All those ticked were enrolled already.
    [one] { $count } person is enrolled. Now name a provisional mentor.
   *[other] { $count } people are enrolled. Now name provisional mentors.
    }
newcomers-done-named = The provisional mentor is named and both got a letter. Now the order is needed.
newcomers-done-appointed = The mentor is appointed and both have a letter. Next come the consents of both and the order.
newcomers-done-taken-back = The provisional mentor is taken back. Name somebody else.
newcomers-done-withdrawn = The enrolment is taken back.
