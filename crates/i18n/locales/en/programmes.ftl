# The programme: what happens when, dates, settings, days off.
programmes-title = Programme
programmes-years = School year { $first }–{ $second }
programmes-aside = By the way
programmes-phases = Phases of the programme
programmes-phase-hiring = Hiring
programmes-phase-selection = Selection
programmes-phase-decision = Decision
programmes-phase-orders = Orders
programmes-phase-work = Work
programmes-phase-hiring-text = The coordinator enrols newcomers and names a provisional mentor for each. The order is due { $days ->
    [one] { $days } working day
   *[other] { $days } working days
    } after hiring. Whoever wants to be a mentor fills in a card.
programmes-phase-selection-text = Newcomers work together with every mentor, write down impressions for themselves and send requests, at most { $requests } at a time. Mentors answer.
programmes-phase-decision-text = Newcomers and mentors mark whom they would like to work with. Until the phase is over nobody but the author sees these lists.
programmes-phase-orders-text = The coordinator looks at the proposal and publishes pairs, both consent, the head signs the order. While there is no pair, the newcomer keeps the provisional mentor.
programmes-phase-work-text = Pairs work together until the end of the school year.
programmes-board-soon = The programme begins on { $day }
programmes-board-hiring = Hiring now: the school welcomes its newcomers { $until }
programmes-board-selection = Selection now: newcomers get to know every mentor { $until }
programmes-board-decision = Decision now: everybody marks whom they would like to work with { $until }
programmes-board-orders = Orders now: pairs consent and get their order { $until }
programmes-board-work = Pairs work together and finish { $until }
programmes-board-closed = The programme is over: { $years }
programmes-board-closed-text = Everything that was decided is kept. Dates and settings do not change any more.
programmes-left = { $count ->
    [0] Today is the last day. { $years }.
    [one] { $count } day left. { $years }.
   *[other] { $count } days left. { $years }.
    }
programmes-to-newcomers = To the newcomers
programmes-to-contacts = Who has met whom
programmes-to-proposals = To the proposed pairs
programmes-to-pairs = To the pairs
programmes-to-dates = Change dates
programmes-stages = What happens when
programmes-now = now
programmes-dates = Dates
programmes-dates-text = What has passed stays. The rest may move; we check the order.
programmes-passed = passed
programmes-typed = You typed: { $day }
programmes-overtaken = Somebody else changed the dates while you did. The new ones stand below: look at them and enter yours again.
programmes-move = Save dates
programmes-date-starts_on = First day of the programme
programmes-date-starts_on-means = from here newcomers are enrolled
programmes-date-selection_from = First day of the selection
programmes-date-selection_from-means = from here people meet and send requests
programmes-date-selection_until = Last day of the selection
programmes-date-selection_until-means = at most two months after the first
programmes-date-decision_until = Last day of the decision
programmes-date-decision_until-means = until then people mark whom they would like to work with
programmes-date-orders_until = Last day for orders
programmes-date-orders_until-means = until then pairs are published and the order is signed
programmes-date-work_until = Last day of the pairs’ work
programmes-date-work_until-means = usually the last day of lessons
programmes-none-board = Set the dates of the programme: { $years }
programmes-none-board-text = The usual dates stand in the form. Compare them with the school calendar and save.
programmes-none-why = Where the dates come from
programmes-none-why-text = School year, terms and breaks follow the order for 2026–27, and two months are given to the choice of a mentor. For another year the same days of the month are offered: compare them with the order.
programmes-none-later = Can they change later
programmes-none-later-text = Yes. A date that has not passed may move. Days off are added by themselves, and you can check them on this page.
programmes-set-up = Begin the programme
programmes-none-others = No programme yet: { $years }
programmes-none-others-title = The phases and dates of the programme will stand here
programmes-none-others-text = The coordinator of the school sets them. That is normal at the beginning of a year: once there are dates you will see them here.
programmes-settings = Settings
programmes-settings-text = The numbers by which the programme checks each step. Beside each stands what its usual value rests on.
programmes-setting = Setting
programmes-setting-now = Now
programmes-setting-usual = Usually
programmes-setting-basis = Rests on
programmes-change = Change
programmes-setting-board = { $name }: now { $value }
programmes-setting-new = New value
programmes-setting-save = Change the setting
programmes-setting-keep = Leave it as it is
programmes-bounds = from { $least } to { $most }
programmes-bounds-category = any category
programmes-bounds-switch = yes or no
programmes-bounds-mode = one of two rules
programmes-reason = What this decision rests on
programmes-reason-hint = an order, minutes, a decision of the council
programmes-from-today = From which day
programmes-from-today-text = The new value holds from today. What was done by the old one stays.
programmes-setting-days_to_order = Time for the order that names a mentor
programmes-setting-days_to_order-means = How many working days lie between hiring and the order. A school may set fewer, never more.
programmes-value-days_to_order = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
    }
programmes-setting-pay_percent = Extra pay of a mentor
programmes-setting-pay_percent-means = In per cent of the basic salary.
programmes-value-pay_percent = { $count } %
programmes-setting-mentor_min_category = Category of a mentor
programmes-setting-mentor_min_category-means = The lowest category of a mentor. Below it the coordinator approves with a written reason.
programmes-setting-max_mentees = Newcomers with one mentor
programmes-setting-max_mentees-means = A mentor cannot offer more places than this.
programmes-value-max_mentees = { $count ->
    [one] at most { $count } person
   *[other] at most { $count } people
    }
programmes-setting-sanction_months = How long a sanction holds
programmes-setting-sanction_months-means = For how many months a disciplinary sanction is in force at most. As long as it is, its person does not become a mentor.
programmes-value-sanction_months = { $count ->
    [one] at most { $count } month
   *[other] at most { $count } months
    }
programmes-setting-exam = Exam before a new pair
programmes-setting-exam-means = With it a mentor takes a new newcomer only while the right that the exam grants is in force. Pairs that work go on, and a provisional mentor is named without the exam.
programmes-setting-appeal_days = Time to appeal against a result of the exam
programmes-setting-appeal_days-means = In so many working days after a result was told a candidate may file an appeal. It holds for courses that begin from then on.
programmes-value-appeal_days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
    }
programmes-setting-course_hours = Hours of training in the mentor course
programmes-setting-course_hours-means = So many hours of training a candidate needs before the exam. The outline of the course has 30 hours: discussion 6, training 18, preparation and exam 6; whether the sessions have enough is seen on their page. It holds for courses that begin from then on.
programmes-value-course_hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
    }
programmes-setting-choice_window_months = Length of the selection
programmes-setting-choice_window_months-means = The longest time in which newcomers get to know the mentors.
programmes-value-choice_window_months = { $count ->
    [one] { $count } month
   *[other] { $count } months
    }
programmes-setting-open_requests = Requests at a time
programmes-setting-open_requests-means = How many requests of one newcomer may wait for an answer at once.
programmes-value-open_requests = { $count ->
    [one] { $count } request
   *[other] { $count } requests
    }
programmes-setting-request_min_chars = Shortest request
programmes-setting-request_min_chars-means = A request with fewer characters is not sent.
programmes-value-request_min_chars = { $count ->
    [one] { $count } character
   *[other] { $count } characters
    }
programmes-setting-answer_days = Time to answer a request
programmes-setting-answer_days-means = After so many days a request without an answer closes by itself, and both are told.
programmes-value-answer_days = { $count ->
    [one] { $count } day
   *[other] { $count } days
    }
programmes-setting-ranked_choices = Names on the sealed list
programmes-setting-ranked_choices-means = How many mentors a newcomer may name where as many pairs as possible are looked for. With the true order they name as many as they like: its promise holds for no bounded list.
programmes-value-ranked_choices = { $count ->
    [one] { $count } name
   *[other] { $count } names
    }
programmes-setting-ranked_after_contact = Ranking after joint work
programmes-setting-ranked_after_contact-means = A newcomer ranks only those with whom joint work is written down. Turn it on where the school writes down every meeting.
programmes-switch-on = yes
programmes-switch-off = no
programmes-setting-choice_mode = Rule of the pairs
programmes-setting-choice_mode-means = What the program looks for when the lists are opened: the true order or as many pairs as possible. Chosen while the lists are sealed; whoever writes a list sees which rule holds.
programmes-mode-truthful = True order
programmes-mode-truthful-means = Pairs are looked for starting from the newcomers’ wishes. None of them gains by hiding the true order; between equals a draw decides from a number fixed beforehand.
programmes-mode-most_pairs = Most pairs
programmes-mode-most_pairs-means = As many pairs as possible are looked for. Those who stand equal let fewer people be left out, but somebody may gain by hiding that two are equal to them.
programmes-setting-round_days = Second round of the choice
programmes-setting-round_days-means = How many days are proposed for a second round when somebody has no pair. Another day can be named.
programmes-value-round_days = { $count ->
    [one] { $count } day
   *[other] { $count } days
    }
programmes-setting-first_meeting_days = First meeting of a pair
programmes-setting-first_meeting_days-means = In how many days after the order a pair should meet.
programmes-value-first_meeting_days = { $count ->
    [one] { $count } day
   *[other] { $count } days
    }
programmes-certainty-confirmed = by law
programmes-certainty-to_verify = to be checked
programmes-certainty-essay = idea of the programme
programmes-certainty-ours = our proposal
programmes-certainty-help = What do these words mean?
programmes-certainty-confirmed-means = By law: it stands in a law or an order.
programmes-certainty-to_verify-means = To be checked: plausible, but we have not read it in the text of the order yet. Look it up in your copy.
programmes-certainty-essay-means = Idea of the programme: those who proposed the choice of a mentor meant it so.
programmes-certainty-ours-means = Our proposal: a usual value that the school may change.
programmes-history = What was changed
programmes-history-none = Nothing so far: every setting stands as usual.
programmes-history-seen = Seen by the coordinators of the school
programmes-days = Days off and working weekends
programmes-days-text = They decide how working days until the order are counted. Moved days are published every year: compare them with the decree. Enter Kurban Ait yourself.
programmes-days-none = No moved days ahead
programmes-days-none-text = If a holiday falls on a weekend, or the school works on a Saturday, enter the day below.
programmes-days-fixed = Holidays with a fixed date: { $count }
programmes-days-passed = Passed already: { $count }
programmes-day-add = Enter a day
programmes-day = Day
programmes-day-kind = What kind of day
programmes-day-save = Enter the day
programmes-day-remove = Remove
programmes-day-moved_off = day off
programmes-day-moved_to_work = working weekend
programmes-day-new_year = New Year
programmes-day-christmas = Christmas
programmes-day-women = International Women’s Day
programmes-day-nauryz = Nauryz
programmes-day-unity = Day of Unity of the People of Kazakhstan
programmes-day-defender = Defender of the Fatherland Day
programmes-day-victory = Victory Day
programmes-day-capital = Capital Day
programmes-day-constitution = Constitution Day
programmes-day-republic = Republic Day
programmes-day-independence = Independence Day
programmes-done-set-up = The programme has begun. The days off of the year are entered; check the moved ones at the bottom of the page.
programmes-done-moved = The dates are saved.
programmes-done-setting = Changed from today: { $name }.
programmes-done-day = Entered into the calendar: { $day }.
programmes-done-day-removed = Removed from the calendar: { $day }.
programmes-refused-out-of-order = This day is earlier than the one before it. Phases follow each other: set a day no earlier than the line above.
programmes-refused-too-long = The selection would be longer than the setting allows. Set an earlier last day.
programmes-refused-shorter = The selection is longer than that already. First set an earlier last day for it.
programmes-refused-year-taken = There is a programme for this school year already. Open the page again.
programmes-refused-other-year = The programme begins in the year in which the school year begins. Check the year.
programmes-refused-past = This day has passed. Set today or a later day.
programmes-refused-closed = The programme is over; its dates and settings do not change any more.
programmes-refused-opened = The lists can be read now: the rule of the pairs does not change any more in this programme, or it would be chosen with a known outcome.
programmes-refused-out-of-bounds = This value cannot be set. Possible: { $bounds }.
programmes-refused-reason = Write what this decision rests on.
programmes-bounds-reach = one of three circles
programmes-refused-written = People wrote or answered this for a narrower circle. In this programme it cannot be opened wider.
programmes-reach-everyone = All teachers
programmes-reach-everyone-means = Every teacher of the school reads it on the card.
programmes-reach-matching = For matching
programmes-reach-matching-means = On the card the mentor and the coordinator read it. Suggestions to newcomers count it without naming it.
programmes-reach-coordinator = Coordinator
programmes-reach-coordinator-means = On the card only the mentor and the coordinator read it. Suggestions do not count it.
programmes-readers-own-means = Who reads it on the card. The circle may be narrowed on any day and not widened again in this programme: mentors wrote for those who read then.
programmes-readers-list-means = Who reads it on the card. It comes from the staff list.
programmes-setting-readers_motive = Who reads: why they want to mentor
programmes-setting-readers_motive-means = { programmes-readers-own-means }
programmes-setting-readers_gives = Who reads: what they can help with
programmes-setting-readers_gives-means = { programmes-readers-own-means }
programmes-setting-readers_works = Who reads: how they work
programmes-setting-readers_works-means = { programmes-readers-own-means }
programmes-setting-readers_languages = Who reads: working languages
programmes-setting-readers_languages-means = { programmes-readers-own-means }
programmes-setting-readers_category = Who reads: the mentor’s category
programmes-setting-readers_category-means = { programmes-readers-list-means }
programmes-setting-readers_service_years = Who reads: the mentor’s years of service
programmes-setting-readers_service_years-means = { programmes-readers-list-means }
programmes-readers = Who reads a mentor’s card
programmes-readers-text = Usually all teachers of the school read all of it.
programmes-setting-min_cell = Smallest group in the district’s figures
programmes-setting-min_cell-means = The district does not see a smaller number: behind a small number a person is recognised. The district takes the strictest value of its schools.
programmes-value-min_cell = { $count ->
    [one] { $count } person
   *[other] { $count } people
}

# The school day
programmes-bounds-time = from 7:00 to 9:30
programmes-setting-first_lesson = Start of the first lesson
programmes-setting-first_lesson-means = The times of free lessons that a pair is offered follow from it.
programmes-setting-lesson_minutes = Length of a lesson
programmes-setting-lesson_minutes-means = How many minutes one lesson lasts.
programmes-value-lesson_minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
    }
programmes-setting-break_minutes = Length of a break
programmes-setting-break_minutes-means = The usual break between lessons, in minutes.
programmes-value-break_minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
    }

# Observations of lessons
programmes-setting-observations_first = Observations from September to December
programmes-setting-observations_first-means = How many lessons of a newcomer are observed in the first half-year. 0: the school counts none. A wish, never late.
programmes-value-observations_first = { $count }
programmes-setting-observations_second = Observations from January to May
programmes-setting-observations_second-means = The same in the second half-year.
programmes-value-observations_second = { $count }
programmes-setting-observations_outside = Of these by somebody from outside the pair
programmes-setting-observations_outside-means = How many in each half-year are observed by another colleague: a second pair of eyes.
programmes-value-observations_outside = { $count }

# Ideas
programmes-setting-lantern_years = Until which year of service a teacher may be a round lantern
programmes-setting-lantern_years-means = A newcomer always may; another teacher while they have no more years of service than this.
programmes-value-lantern_years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
programmes-setting-lantern_colleagues = How many colleagues make a round lantern
programmes-setting-lantern_colleagues-means = When so many colleagues name the same person for the same topic, the person is asked whether to share it. A small school may need fewer.
programmes-value-lantern_colleagues = { $count }
programmes-setting-idea_days = Time to answer an idea of a young specialist
programmes-setting-idea_days-means = In so many days after an idea is first seen on the board, whoever is named answers it.
programmes-value-idea_days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
programmes-like = With the settings of the last programme
programmes-like-hint = days, limits and steps as they stand now; without it the usual ones

# The short pulse
programmes-setting-pulse_fortnightly = Short pulse every fortnight
programmes-setting-pulse_fortnightly-means = Newcomers and mentors are asked once in a fortnight how it goes: two questions at most, each may be skipped.
programmes-setting-pulse_after_meeting = Short pulse after a meeting
programmes-setting-pulse_after_meeting-means = Whoever says that a meeting took place is asked how it went, once in a fortnight and one question a week at most. Whoever answers or skips it is not asked the fortnightly question in that week and the next.
programmes-setting-pulse_silent = Fortnights without an answer
programmes-setting-pulse_silent-means = After so many in a row it is time to ask how it goes. Skipped ones count, too.
programmes-value-pulse_silent = { $count ->
    [one] { $count } fortnight
   *[other] { $count } fortnights
}

# Pupils who help
programmes-setting-volunteer_grade = Volunteers: from which grade
programmes-setting-volunteer_grade-means = Pupils of this grade and above may help others. Whoever is written down already stays.
programmes-value-volunteer_grade = from grade { $count }
programmes-setting-peer_ahead_least = Pairs of pupils: how far ahead whoever helps is, at least
programmes-setting-peer_ahead_least-means = The smallest difference in grades between whoever helps and whoever is helped. Pairs that stand already stay.
programmes-value-peer_ahead_least = { $count ->
    [one] { $count } grade
   *[other] { $count } grades
    }
programmes-setting-peer_ahead_most = Pairs of pupils: how far ahead whoever helps is, at most
programmes-setting-peer_ahead_most-means = The greatest difference in grades. Pairs that stand already stay.
programmes-value-peer_ahead_most = { $count ->
    [one] { $count } grade
   *[other] { $count } grades
    }
programmes-setting-peer_mentees = Pairs of pupils: how many one helps
programmes-setting-peer_mentees-means = One pupil helps no more children than this at a time. Pairs that stand already stay.
programmes-value-peer_mentees = { $count } at most
programmes-setting-peer_rest_days = Pairs of pupils: rest after one that ended
programmes-setting-peer_rest_days-means = For so many days no other pair is looked for: a quick re-match harms. After that an adult decides.
programmes-value-peer_rest_days = { $count ->
    [one] { $count } day
   *[other] { $count } days
    }
programmes-setting-grades_from_zhas_qyran = Zhas Qyran: first grade
programmes-setting-grades_from_zhas_qyran-means = From which grade on this organisation may be written down for a pupil.
programmes-value-grades_from_zhas_qyran = from grade { $count }
programmes-setting-grades_to_zhas_qyran = Zhas Qyran: last grade
programmes-setting-grades_to_zhas_qyran-means = Up to which grade this organisation may be written down for a pupil. 0: the school does not have it.
programmes-value-grades_to_zhas_qyran = { $count ->
    [0] not at this school
   *[other] up to grade { $count }
}
programmes-setting-grades_from_zhas_ulan = Zhas Ulan: first grade
programmes-setting-grades_from_zhas_ulan-means = From which grade on this organisation may be written down for a pupil.
programmes-value-grades_from_zhas_ulan = from grade { $count }
programmes-setting-grades_to_zhas_ulan = Zhas Ulan: last grade
programmes-setting-grades_to_zhas_ulan-means = Up to which grade this organisation may be written down for a pupil. 0: the school does not have it.
programmes-value-grades_to_zhas_ulan = { $count ->
    [0] not at this school
   *[other] up to grade { $count }
}
programmes-setting-grades_from_zhas_sarbaz = Zhas Sarbaz: first grade
programmes-setting-grades_from_zhas_sarbaz-means = From which grade on this organisation may be written down for a pupil.
programmes-value-grades_from_zhas_sarbaz = from grade { $count }
programmes-setting-grades_to_zhas_sarbaz = Zhas Sarbaz: last grade
programmes-setting-grades_to_zhas_sarbaz-means = Up to which grade this organisation may be written down for a pupil. 0: the school does not have it.
programmes-value-grades_to_zhas_sarbaz = { $count ->
    [0] not at this school
   *[other] up to grade { $count }
}
programmes-setting-grades_from_qamqor = Qamqor: first grade
programmes-setting-grades_from_qamqor-means = From which grade on this organisation may be written down for a pupil.
programmes-value-grades_from_qamqor = from grade { $count }
programmes-setting-grades_to_qamqor = Qamqor: last grade
programmes-setting-grades_to_qamqor-means = Up to which grade this organisation may be written down for a pupil. 0: the school does not have it.
programmes-value-grades_to_qamqor = { $count ->
    [0] not at this school
   *[other] up to grade { $count }
}
# All years: stopping a programme, setting one aside.
programmes-to-years = All years of the programme
programmes-years-title = All years of the programme
programmes-years-text = What comes, what runs and what is over. A programme that is over can be set aside: it leaves the daily lists and stays readable here.
programmes-years-near = In the daily lists
programmes-years-none = No programme stands in the daily lists
programmes-years-none-text = Set up the programme of a school year, or take an earlier one out again.
programmes-years-earlier = Earlier years
programmes-years-earlier-none = Nothing was set aside yet.
programmes-standing-open = open
programmes-standing-over = over
programmes-standing-stopped = stopped
programmes-standing-shelved = set aside
programmes-stopped-by = Stopped on { $day }: { $name }
programmes-shelve = Set aside
programmes-take-out = Take out again
programmes-stop = Stop the programme
programmes-stop-ask = Stop the programme in the middle of the year? { $years }
programmes-stop-text = This is for a school that closes, or where too few people are left. It cannot be undone: everybody is told at once.
programmes-stop-yes = Stop and tell everybody
programmes-stop-no = Let it run
programmes-stop-over = This programme is over
programmes-stop-over-text = There is nothing to stop: it ended by its last day or was stopped before.
programmes-stop-reason = Why it stops
programmes-stop-reason-hint = for the leaders who come later; no names of people
programmes-stop-seen = Coordinators and head read the reason
programmes-stop-told = Newcomers, mentors and leaders each get one letter, without the reason and without blame. Whoever has left gets none.
programmes-ends = What ends today
programmes-ends-none = Nothing waits or is planned: only the programme itself ends.
programmes-ends-pairs = { $count ->
    [one] { $count } pair ends; by order as planned, with closing words and the letter of thanks
   *[other] { $count } pairs end; those by order as planned, with closing words and the letter of thanks
    }
programmes-ends-requests = { $count ->
    [one] { $count } request without an answer is taken back
   *[other] { $count } requests without an answer are taken back
    }
programmes-ends-meetings = { $count ->
    [one] { $count } meeting to come falls away
   *[other] { $count } meetings to come fall away
    }
programmes-ends-turns = { $count ->
    [one] { $count } planned joint work falls away
   *[other] { $count } planned joint works fall away
    }
programmes-ends-observations = { $count ->
    [one] { $count } observed lesson falls away
   *[other] { $count } observed lessons fall away
    }
programmes-ends-drafts = { $count ->
    [one] { $count } draft order that names a mentor is thrown away
   *[other] { $count } draft orders that name mentors are thrown away
    }
programmes-ends-round = The second round closes
programmes-ends-survey = The open wave of the survey closes
programmes-goes-on = What goes on
programmes-goes-on-text = Papers, journals and reports stay readable, and the archive of the year can be made. Training sessions, sittings of the exam, camps and pupils’ pairs belong to the school: call them off on their own pages if need be.
programmes-done-stopped = The programme is stopped. Letters promised: { $count }.
programmes-done-stopped-before = The programme had been stopped already: { $day }. Letters promised then: { $count }. Nothing was done again.
programmes-done-stopped-known = The programme had been stopped already: { $day }. Nothing was done again.
programmes-done-shelved = The programme is set aside.
programmes-done-out = The programme is back in the daily lists.
programmes-refused-open = What still runs is not set aside: stop it first or wait for its last day.
programmes-refused-orders-wait = The order on the end of pairs is not signed yet. Prepare and sign it under “Orders”, then set the programme aside.
programmes-refused-stop-reason = Write the reason: at least { $least } characters.

# The next programme, templates.
programmes-next = Set up the next programme
programmes-next-way = Begin from another year or a template
programmes-next-text = Choose with what it begins, look at what was moved, and change what you like before it is set up. Dates to come and settings can be changed later, too.
programmes-next-dates = Compare the dates with the school calendar.
programmes-with = Begin with
programmes-with-chosen = chosen
programmes-with-usual = The usual dates and settings
programmes-with-usual-text = As they come with the program
programmes-with-copy = A copy: { $years }
programmes-with-copy-text = Dates moved by years, settings with the reason for each
programmes-with-own-text = Template of the school
programmes-with-offered-text = Template that the district offers
programmes-moved-title = What comes along
programmes-moved = { $name }: { $was } becomes { $becomes }
programmes-moved-same = { $name }: { $becomes }, unchanged
programmes-moved-off = { $name }: { $was } becomes { $becomes }, because the same day is no working day or is out of order
programmes-moved-settings = { $count ->
    [0] All settings are the usual ones.
    [one] { $count } setting differs from the usual one and keeps its reason.
   *[other] { $count } settings differ from the usual ones and keep their reasons.
    }
programmes-moved-not = Not taken along: people, requests, pairs, papers, a second round, lines of the regulation. Days off of the new year are the usual ones; correct them afterwards.
programmes-no-year = No school year is free
programmes-no-year-text = This school year and the next one have a programme already.
programmes-templates = Templates of programmes
programmes-templates-text = Dates and settings under a name. A template holds no people.
programmes-templates-own = Of the school
programmes-templates-own-none = Nothing was kept yet.
programmes-templates-offered = Offered by the district
programmes-templates-offered-none = The district offers no template.
programmes-template-text = { $years }. { $count ->
    [0] All settings usual
    [one] { $count } own setting
   *[other] { $count } own settings
    }
programmes-template-begin = Begin from it
programmes-template-show = Show to the district
programmes-template-hide = Show no longer
programmes-template-shown = The district sees it
programmes-template-remove = Remove
programmes-template-keep = Keep as a template
programmes-template-of = Dates and settings of
programmes-template-name = Name
programmes-template-name-hint = for example “Village school, small team”; no names of people
programmes-template-name-needed = Give the template a name.
programmes-template-name-taken = Another template has this name.
programmes-template-nothing = There is no programme to keep
programmes-template-nothing-text = Set up a programme first.
programmes-offers = Templates of programmes for the schools
programmes-offers-text = What schools of the district have shown, without their names: dates and settings, no people. What you offer, every school of the district can begin from.
programmes-offers-now = Offered to all schools
programmes-offers-none = Nothing is offered yet.
programmes-offers-shown = Shown by schools
programmes-offers-shown-none = Schools show nothing new yet.
programmes-offer-act = Offer to all schools
programmes-offer-withdraw = Offer no longer
programmes-done-template = The template is kept: { $name }.
programmes-done-template-shown = The district sees the template.
programmes-done-template-hidden = The district does not see the template any more.
programmes-done-template-removed = The template is removed.
programmes-done-offered = The template is offered to all schools.
programmes-done-withdrawn = The template is offered no longer.
programmes-aside-title = The programme of this year was set aside
programmes-aside-text = It stands among all years. Take it out again there, or begin the next one.
