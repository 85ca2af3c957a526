# The regulation on mentoring and the road map (doc:A20).
regulations-title = Regulation
regulations-board = Regulation on mentoring for the school year { $year }
regulations-board-text = It is made from the law and from the settings and days of the programme. When they change, it changes. It is printed for the head’s signature.
regulations-chapter-general = General
regulations-chapter-choice = Choosing a mentor
regulations-chapter-work = The year of work
regulations-chapter-care = Trust and protection
regulations-chapter-own = The school’s own rules
regulations-clause-purpose = Mentoring helps those who work as a teacher for the first time to settle into the profession and the school. It is support and no inspection.
regulations-clause-newcomer = Everybody who starts work as a teacher for the first time is given a mentor, whatever their age (Law No. 293-VI on the status of teachers, Articles 1 and 13).
regulations-clause-order = { $order_days ->
    [one] The order naming a mentor is issued within { $order_days } working day of hiring (Law No. 293-VI, Article 13; Order No. 160). Until the choice is over the mentor is provisional.
   *[other] The order naming a mentor is issued within { $order_days } working days of hiring (Law No. 293-VI, Article 13; Order No. 160). Until the choice is over the mentor is provisional.
    }
regulations-clause-pay = A mentor is paid a supplement of { $percent } % of the base salary.
regulations-clause-plan = The one document of a mentor that the law asks for is the work plan with the young specialist (Order No. 130, Annex 9). It is made within { $plan_days } days of the order.
regulations-clause-no_other = No other reports on mentoring are demanded of teachers. Other forms are the school’s choice.
regulations-clause-category = One may mentor from the category “{ $category }” on. Below it the coordinator approves with a written reason.
regulations-clause-capacity = Most newcomers with one mentor at the same time: { $most }.
regulations-clause-window = { $months ->
    [one] The selection lasts no longer than a month: from { $from } to { $until }. In that time newcomers work together with several mentors.
   *[other] The selection lasts no longer than two months: from { $from } to { $until }. In that time newcomers work together with several mentors.
    }
regulations-clause-both = Both choose: the newcomer and the mentor. A pair comes about with the consent of both only.
regulations-clause-requests = A newcomer may await the answers to several requests at once, at most: { $open }. Days for a mentor’s answer: { $answer_days }.
regulations-clause-lists = { $mode ->
    [most_pairs] Sealed lists are made by { $closes }; most names in a newcomer’s list: { $ranked }. Until then only the author sees one, afterwards the coordinator too and nobody else. Pairs are proposed so that there are as many as possible; a person decides and publishes.
   *[other] Sealed lists are made by { $closes }, with as many names as one likes. Until then only the author sees one, afterwards the coordinator too and nobody else. Pairs are proposed by the order that people named themselves; a person decides and publishes.
    }
regulations-clause-refusal = A refusal is not explained and not judged. A reason, if one is given, is not shown to the other side.
regulations-clause-appointment = Where the choice leads to no pair, a second round is opened (usual number of days: { $round_days }), or a mentor is appointed with a written reason that both read.
regulations-clause-first_meeting = A pair meets soon after the order. Days for the first meeting: { $meeting_days }.
regulations-clause-journal = Meetings are written down briefly: what and how long. The two read it; documents take only what was offered to them.
regulations-clause-observations = The school’s wish for observed lessons: { $first } in the first half-year, { $second } in the second, of these with a colleague from outside the pair { $outside } in each. It is no norm and no deadline. A sheet belongs to whoever’s lesson was observed.
regulations-clause-survey = In October, January and May both sides may answer a short survey. Nobody has to.
regulations-clause-private = Impressions, private notes, sealed lists and answers to the survey are seen by their author alone.
regulations-clause-groups = The school sees figures only of groups of at least { $cell } people.
regulations-clause-change = Either of the two may ask the coordinator in confidence for a change of mentor. Who asked is written nowhere.
regulations-road = Road map
regulations-column-event = Event
regulations-column-when = Term
regulations-column-who = Responsible
regulations-column-result = Result: document
regulations-column-basis = Basis
regulations-when-after-hiring = { $days ->
    [one] within { $days } working day of hiring
   *[other] within { $days } working days of hiring
    }
regulations-when-after-order = { $days ->
    [one] within { $days } day of the order
   *[other] within { $days } days of the order
    }
regulations-when-seasons = September, January, May
regulations-when-waves = October, January, May
regulations-who-head = head
regulations-who-coordinator = coordinator
regulations-who-mentors = mentors
regulations-who-newcomers = newcomers
regulations-who-pair = newcomer and mentor
regulations-event-provisional = A provisional mentor is named
regulations-result-provisional = order assigning a mentor
regulations-event-plan = The mentor’s work plan is made
regulations-result-plan = work plan (Annex 9)
regulations-event-maps = The difficulty map is filled in, by whoever likes
regulations-result-maps = map, stays with the newcomer
regulations-event-selection = Joint work with all mentors
regulations-result-selection = records of joint work
regulations-event-surveys = Survey of both sides
regulations-result-surveys = figures of groups
regulations-event-lists = Sealed lists of both sides
regulations-result-lists = proposal of pairs
regulations-event-confirming = Pairs are published, consents are given
regulations-result-confirming = order confirming or replacing the mentor
regulations-event-meetings = Meetings of the pair and steps of the plan
regulations-result-meetings = journal of meetings
regulations-event-mentor_half = The mentor’s half-year report
regulations-result-mentor_half = signed report
regulations-event-newcomer_half = The newcomer’s half-year report
regulations-result-newcomer_half = report
regulations-event-note_half = Analytic note on the half-year
regulations-result-note_half = note
regulations-event-mentor_year = The mentor’s annual report
regulations-result-mentor_year = signed report
regulations-event-newcomer_year = The newcomer’s annual report
regulations-result-newcomer_year = report
regulations-event-note_year = Analytic note on the year
regulations-result-note_year = note
regulations-own = Lines of the school
regulations-own-text = A school adds its lines in the two languages of papers. A line is not edited: it is taken off and another is added, and both stay in the history.
regulations-add-text = Add a rule
regulations-add-road = Add an event to the road map
regulations-kk = Rule in Kazakh
regulations-ru = Rule in Russian
regulations-event-kk = Event in Kazakh
regulations-event-ru = Event in Russian
regulations-due = Last day
regulations-who-kk = Responsible, in Kazakh
regulations-who-ru = Responsible, in Russian
regulations-result-kk = Document in Kazakh
regulations-result-ru = Document in Russian
regulations-basis = Basis
regulations-basis-choice = the school’s choice
regulations-basis-law = required by law
regulations-add = Add the line
regulations-remove = Take off
regulations-added = Added: { $name }, { $day }.
regulations-removed = Taken off: { $name }, { $day }.
regulations-history = Lines that were taken off
regulations-done-added = The line is added.
regulations-done-removed = The line is taken off; it stays in the history.
regulations-refused-words = A text is needed in both languages, no longer than 300 characters.
regulations-refused-day = The day has to lie in the school year of the programme.
regulations-refused-many = There are thirty lines already. Take one off first.
