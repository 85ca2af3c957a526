# The planned end of a pair: last day, closing words, letter of thanks.
endings-title = Ends of pairs
endings-aside = By the way
endings-last-day = Until which day
endings-manage = The end and the closing words
endings-to-pair = To the pair’s page
endings-to-list = To all ends
endings-to-pairs = To all pairs
endings-board-without = { $count ->
    [one] Name the last day: { $count } pair has none
   *[other] Name the last day: { $count } pairs have none
    }
endings-board-without-text = When the day is known before, the two have time to look back and to say thank you. One day can be named for all at once.
endings-board-planned = { $count ->
    [one] The last day is named: { $count } pair is on its way to it
   *[other] The last day is named: { $count } pairs are on their way to it
    }
endings-board-planned-text = On the day after the last one a pair closes by itself. Nothing is needed from you now.
endings-board-none = There is nothing to close yet
endings-board-none-text = A last day is named for pairs that have an order. They appear here by themselves.
endings-without = Without a last day
endings-all-text = Both of each pair in the list get a letter. Meetings after this day fall away, and the two get a letter of each.
endings-all-act = { $count ->
    [one] Name the day for { $count } pair
   *[other] Name the day for all { $count } pairs
    }
endings-one-text = Another day for one pair
endings-planned = The day is named
endings-planned-none = No pair has a named day yet.
endings-closed = Closed
endings-state-closed = closed
endings-written = { $count ->
    [0] No closing words yet
    [one] One of the two has written closing words
   *[other] Both have written closing words
    }
endings-written-seen = You see here only whether words are written. What the two write to each other, they alone read.
endings-done-all = The last day is named: { $day }. Pairs: { $count }.
endings-done-one = The last day is named: { $day }. Both get a letter.
endings-done-taken-back = The last day is taken back, the pair goes on. Both get a letter.
endings-done-words = Kept.
endings-ordered = This day stands in a signed order. Another day can be named; it needs a new order.
endings-not-open = There is nothing to take back: no day is named, or the pair has ended.
endings-refused-not-working = A last day is named for a pair that works by an order. A provisional mentor stays until the order that names the mentor of choice.
endings-refused-past = That day has passed. Choose today or a day to come.
endings-refused-before = The order begins on { $day }. Choose that day or a later one.
endings-refused-late = The programme works until { $day }. Choose that day or an earlier one.
endings-refused-nothing = Write at least one of them: what worked, thanks, or a word to the coordinator.
endings-why-planned = The programme of this year ends, as planned.
endings-why-agreed = That is what was agreed with the coordinator.
endings-until = You work together until this day: { $day }. { $why }
endings-until-closed = The last day was { $day }. { $why }
endings-until-order = By the order the pair works until this day: { $day }.
endings-day = Last day
endings-reason = Why
endings-reason-hint = the two read only whether it is as planned or as agreed
endings-reason-seen = Coordinators alone see the reason
endings-reason-was = The reason: { $reason }.
endings-reason-planned = the programme ends
endings-reason-goal_reached = the goals were reached earlier
endings-reason-moves_away = one of the two moves away
endings-reason-workload = too much to do
endings-reason-other = something else
endings-plan = Name the day
endings-change = Change
endings-take-back = Take the day back
endings-take-back-text = If the pair goes on, the day can be taken back. Meetings that fell away have to be agreed on anew.
endings-show-none = No last day is named yet: { $newcomer } and { $mentor }
endings-show-none-text = Agree with both and name the day. It may be before the end of the year: goals reached, moving away, too much to do.
endings-show-planned = { $newcomer } and { $mentor }: together until { $day }
endings-show-planned-text = The two know it and write closing words. On the day after, the pair closes by itself.
endings-show-closed = { $newcomer } and { $mentor }: the pair has closed, its last day was { $day }
endings-show-closed-text = Thank the mentor: the letter of thanks is ready to print.
endings-show-not-working = { $newcomer } and { $mentor }: there is nothing to close
endings-show-not-working-text = A last day is named for a pair that works by an order.
endings-then = What comes next
endings-then-text = Both get a letter with the day. Each writes closing words, and the other one reads them when both have written or the day has come. Nobody is asked for another report.
endings-thanks = Letter of thanks
endings-thanks-text = For the mentor: the term, the number of meetings, and the newcomer’s word where they let it stand there.
endings-thanks-kk = Print in Kazakh
endings-thanks-ru = Print in Russian
endings-thanks-paper = Letter of thanks
endings-words = Closing words
endings-words-seen = The two of you read it: when both have written, or when the last day has come
endings-evaluations-none = Nobody has written anything to the coordinator yet.
endings-evaluation-seen = The coordinator alone reads it, the other one of the pair does not
endings-report = Report of the year
endings-report-look = Open the report
endings-report-signed = { $kind }: signed by all.
endings-report-unsigned = { $kind }: not signed yet. No separate report on the end is needed.
endings-words-early = Closing words come nearer to the end: { $name }
endings-words-early-text = They can be written from { $day } on, or once the coordinator has named the last day.
endings-words-write = Write your closing words to { $name }
endings-words-write-text = A few sentences are enough. The last day: { $day }. The other one reads them when both of you have written or that day has come.
endings-words-kept = Your words are kept, nothing more is needed: { $name }
endings-words-kept-text = You can change them until the other one has written, at the latest until { $day }. Then each reads the other’s.
endings-words-open = There are words for you from { $name }
endings-words-open-text = You worked together until { $day }. What is written stays here.
endings-words-late = A month has passed since the end
endings-words-late-text = Closing words are written no more. It is never too late to say thank you in person.
endings-words-alone = Your words are open to { $name }
endings-words-alone-text = The other one has not written anything yet. The last day: { $day }.
endings-theirs = To you from { $name }
endings-own = Your words
endings-for-other = { $name } reads it
endings-for-other-text = Any part may stay empty.
endings-for-coordinator = The coordinator alone reads it
endings-part-worked = What worked for us
endings-part-gave = What my colleague gave me
endings-part-thanks = A word of thanks
endings-part-evaluation = What could have been done differently
endings-optional = if you like
endings-in-letter = My word of thanks may stand in the letter of thanks
endings-in-letter-hint = the coordinator prints it and the head signs it
endings-keep = Keep
endings-task-words = Write your closing words to { $name }
endings-task-words-text = A few sentences on what worked. The last day together: { $day }.
endings-act-write = Write
endings-task-thanks = { $name } thanks you
endings-task-thanks-text = “{ $text }”
endings-task-plan = { $count ->
    [one] Name the last day: { $count } pair has none
   *[other] Name the last day: { $count } pairs have none
    }
endings-task-plan-text = The year comes to its end, and the two need time to look back: { $names }.
endings-act-plan = Name the day
endings-extension = Extension
endings-extension-to = Make the pair’s work longer
endings-extension-propose = Propose an extension
endings-extension-act = Propose
endings-extension-seen = The two of you and the coordinator read it
endings-extension-history = All extensions
endings-extension-days = { $to } instead of { $from }
endings-extension-then = The other one of the pair agrees or not, and nobody asks why. Then the coordinator confirms, and the last day moves.
endings-extension-none = The last day is { $day } now: { $newcomer } and { $mentor }
endings-extension-none-text = If time was short, it can be made longer: part-time work, absence, goals not reached yet.
endings-extension-yours = It is proposed that the pair works until { $day }
endings-extension-yours-text = { $newcomer } and { $mentor }. Think about it and answer: a “no” needs no reason.
endings-extension-waits = The extension until { $day } waits for an answer
endings-extension-waits-text = { $newcomer } and { $mentor }. Until both agree, the last day stays as it was.
endings-extension-agreed = Both agree to work until { $day }; the coordinator’s confirmation is left
endings-extension-agreed-text = { $newcomer } and { $mentor }. When the coordinator confirms, the last day moves.
endings-cause = Why more time is needed
endings-cause-part_time = part-time work
endings-cause-absence = absence
endings-cause-goals = goals not reached yet
endings-missed = How many days were missed
endings-missed-hint = for part-time work and absence: the last day moves by as many
endings-new-day = New last day
endings-new-day-hint = where goals are not reached yet
endings-progress-proposed = waits for an answer
endings-progress-agreed = waits for confirmation
endings-progress-confirmed = confirmed
endings-progress-declined = the day stays
endings-progress-taken_back = taken back
endings-turn-agree = I agree
endings-turn-decline = No, leave it as it is
endings-turn-confirm = Confirm the extension
endings-turn-take-back = Take the proposal back
endings-done-extension = The proposal is sent. Whoever has to answer gets a letter.
endings-done-turn = Done.
endings-refused-days = Write how many days were missed: from 1 to { $most }.
endings-refused-day = Name a day after { $day }, at most { $most } days later.
endings-refused-proposed = One extension waits for an answer already. It has to be settled first.
endings-refused-open = There is nothing to settle here: the proposal was answered or taken back.
endings-task-extension = Answer about the extension with { $name }
endings-task-extension-text = The new last day: { $day }.
endings-act-answer = Answer
endings-task-confirm = { $count ->
    [one] Confirm the extension: { $count } pair waits
   *[other] Confirm the extension: { $count } pairs wait
    }
endings-task-confirm-text = Both agree: { $names }.
endings-act-confirm = Look
endings-pause = Pause of the pair
endings-pause-to = Make a pause
endings-pause-set = A new pause
endings-pause-from = First day without meetings
endings-pause-back = Day of return
endings-pause-back-hint = on this day you can meet again
endings-pause-act = Make a pause
endings-pause-end = End the pause earlier
endings-pause-history = All pauses
endings-pause-word-ahead = still to come
endings-pause-word-running = now
endings-pause-word-over = over
endings-pause-word-called-off = called off before it began
endings-pause-word-first-day = ended on its first day
endings-pause-then = Meetings on these days fall away, and the two of you get a letter of each. Reports move by as many days, and nobody is reminded during the pause.
endings-pause-none = No pause now: { $newcomer } and { $mentor }
endings-pause-none-text = If one of the two will be away, name the day of return. Nobody asks why.
endings-pause-ahead = A pause is to come, back on { $day }: { $newcomer } and { $mentor }
endings-pause-ahead-text = If plans have changed, it can be called off.
endings-pause-running = The pair pauses, back on { $day }: { $newcomer } and { $mentor }
endings-pause-running-text = Nothing is needed until then. If you are back earlier, end the pause.
endings-pause-line = The pair pauses; the day of return: { $day }.
endings-pause-line-ahead = A pause is to come: { $days }.
endings-done-pause = The pause is written down. The other one of the pair gets a letter.
endings-done-pause-end = The pause has ended. The other one of the pair gets a letter.
endings-pause-not-open = There is no pause now.
endings-refused-return = The day of return is after the first day of the pause, at most { $most } days later.
endings-refused-overlaps = There is a pause on these days already. Choose others.
endings-order = Order on the end
endings-order-waits = The pair ends before the term in its order, so an order on the end is needed. It does not say the reason, only the day and whether the end is as planned or early.
endings-order-signed = The order on the end is signed. If the day changes, a new order is needed.
endings-order-look = To the orders
