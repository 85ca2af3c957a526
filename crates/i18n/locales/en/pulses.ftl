# The short pulse: own wording, CC BY 4.0; no test, no norms, no points.
pulses-title = Short pulse
pulses-question = How is it going?
pulses-question-meeting = How did the meeting go ({ $on })?
pulses-ask-going = My work is going well at the moment
pulses-ask-meeting = The meeting went well for me
pulses-scale = 1 means not at all, 5 means fully
pulses-skip = Skip
pulses-none = Nothing is asked of you now
pulses-none-text = Whoever works in a pair this year is asked in each fortnight and after a meeting, one question a week at most.
pulses-asks = How is it going?
pulses-asks-text = One tap, then one more question if you like. The school’s choice: nobody has to answer.
pulses-asks-meeting = How did the meeting go?
pulses-asks-meeting-text = One tap, then one more question if you like. Whoever you met does not learn what you say, nor whether you say anything.
pulses-answered = Thank you, your answer is kept
pulses-answered-text = You can change it until the end of the fortnight.
pulses-skips = You skipped it this time
pulses-skips-text = That is all right. You can still answer until the end of the fortnight.
pulses-change = Answer anew
pulses-line = Your line
pulses-line-meeting = { $when }, after a meeting
pulses-line-none = No answers yet
pulses-line-none-text = After your first answer you see here how it goes from fortnight to fortnight.
pulses-column-when = Fortnight
pulses-column-from = From
pulses-column-until = Until
pulses-column-source = Asked
pulses-source-fortnight = in the fortnight
pulses-source-meeting = after a meeting
pulses-column-second = Second question
pulses-column-mark = Mark
pulses-going = How it goes
pulses-second = { $line }: { $mark }
pulses-said-skipped = skipped
pulses-said-silent = no answer
pulses-take-xlsx = Take along as XLSX
pulses-take-csv = As CSV
pulses-no-test = This is no test and there are no norms. One step of the scale means little: look at several fortnights.
pulses-who-reads = Only you see your answers. The school sees the middle of a group of { $least } people or more, after the half-year is over.
pulses-who-asks = { $count ->
    [one] The coordinator may ask you how it goes: after an answer of 1 or 2, after an answer at least one step lower than usual, after { $count } fortnight without an answer, or by lot. Which of these it is, the coordinator does not see.
   *[other] The coordinator may ask you how it goes: after an answer of 1 or 2, after an answer at least one step lower than usual, after { $count } fortnights without an answer, or by lot. Which of these it is, the coordinator does not see.
}
pulses-done = Your answer is kept
pulses-done-skipped = Skipped
pulses-done-asked = Noted: you have asked
pulses-refused-not-now = It is not asked now. Nothing changed.
pulses-refused-first = Answer the first question first. Nothing changed.
pulses-talks = Time to ask how it goes
pulses-talks-board = { $count ->
    [0] Nobody to ask now
    [one] Time to ask { $count } person how it goes
   *[other] Time to ask { $count } people how it goes
}
pulses-talks-text = A short word is enough: in person, by phone or by mail.
pulses-task-text = A short word is enough. A message in their language is ready.
pulses-talks-none = Nobody stands here
pulses-talks-none-text = New names come when a fortnight is over.
pulses-talks-seen = Only coordinators see these names, and never the one of their own pair. Answers are shown to nobody
pulses-talks-why = Why do these people stand here?
pulses-talks-why-text = { $count ->
    [one] Some gave a low answer, some gave none for { $count } fortnight, and one in five is drawn by lot. The program does not say which: a name here proves nothing.
   *[other] Some gave a low answer, some gave none for { $count } fortnights, and one in five is drawn by lot. The program does not say which: a name here proves nothing.
}
pulses-talk = It is time to ask how it goes.
pulses-talk-message = You can send this as it is or say it in your own words:
pulses-talk-mail = Write by mail
pulses-talk-done = I have asked
pulses-message-subject = How are you getting on?
pulses-message = Hello, { $name }! How are you getting on? If you like, drop by or write to me at any time that suits you, and we shall talk. { $from }
pulses-groups = Short pulse: groups
pulses-groups-text = The middle and the range of a half-year, one figure for each person. Groups cannot be ranked by them.
pulses-groups-none = Nothing to show yet
pulses-groups-none-text = Groups are shown when nobody answers any more: from the middle of January on, and after the end of the programme.
pulses-group = { $side }: { $half }, { $year }
pulses-half-first = first half-year
pulses-half-second = second half-year
pulses-skipped = Skipped at least once: { $share }
pulses-link = Your answers from fortnight to fortnight; only you see them
pulses-questions = Questions of the short pulse
pulses-questions-text = You can put them in your own words. Answers keep the words they were asked with.
pulses-questions-asked = As they are asked now
pulses-question-title = A question of the short pulse
pulses-turn-newcomer = second question to new teachers, in turn
pulses-turn-mentor = second question to mentors, in turn
pulses-own-words = own words
pulses-words = In your own words
pulses-words-hint = A statement that is answered from “not at all” to “fully”; the higher, the better it goes.
pulses-words-from-now = It is asked like this from the next answer on. Answers to the earlier words stay a line of their own and are not added to the new ones.
pulses-words-act = Ask like this
pulses-usual = The usual words
pulses-usual-act = Bring the usual words back
pulses-done-worded = The question is changed
pulses-refused-texts = Write the question in three languages, 120 characters at most in each.
