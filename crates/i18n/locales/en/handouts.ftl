# Lists of the school for those who lead the programme: on paper and as tables.
handouts-title = Get the lists
handouts-text = Each list shows how things stand today. Notes, reasons and private impressions are in none of them.
handouts-to = All lists: PDF and tables
handouts-none = No lists yet
handouts-none-text = They will stand here once the programme of the school year begins.
handouts-people = Staff
handouts-pairs = Pairs
handouts-column-asked-by = Who asked
handouts-column-sent = Sent
handouts-column-answer-until = Last day for an answer
handouts-column-state = State
handouts-column-met = Worked together
handouts-column-worked-with = With whom
handouts-column-not-yet = With whom not yet
handouts-worked-with = { $name }, { $day }
handouts-column-from = First day
handouts-column-kind = Kind
handouts-column-observed = Observations held
handouts-column-wished = How many the school wishes for
handouts-column-outside = Of them by somebody outside the pair
handouts-column-outside-wished = How many of these the school wishes for
handouts-column-pair = Pair
handouts-column-done = Steps done
handouts-column-steps = All steps
handouts-column-why = Why
handouts-column-day = Day
handouts-talks-disputed = The two told of the meeting differently
handouts-column-written = How many of the two wrote closing words
handouts-ending-planned = day named
handouts-courses = Journal of the mentor course
handouts-courses-about = Sessions that took place this school year; who was there, as the leader marked it.
handouts-column-minutes = Minutes
handouts-column-when = When
handouts-column-deed = What was done
handouts-column-who = Who did it
handouts-column-about = Whom it concerns
handouts-audit-latest = { $count ->
    [one] The latest line, { $count } at most. Sign-ins are not among them.
   *[other] The latest lines, { $count } at most. Sign-ins are not among them.
    }
