courses-title = Mentor course
courses-back = To the course
courses-later = Later
courses-stages = Stages of the course
courses-stage-discussion = Discussion
courses-stage-discussion-note = cases and replies
courses-stage-training = Training
courses-stage-training-note = sessions by hours
courses-stage-theory = Theory
courses-stage-theory-note = questions
courses-stage-practice = Practice
courses-stage-practice-note = before a commission
courses-state-discussion = Discussion
courses-state-training = Training
courses-state-admitted = Admitted to the exam
courses-state-border = Result at the border
courses-state-practice = Theory passed
courses-state-passed = Right to mentor
courses-state-failed = A part not passed
courses-state-expired = The right has ended
courses-state-revoked = The right was taken away
courses-state-left = Left the course
courses-board-none = The mentor course: discussion, training, exam
courses-board-none-text = First you tell one case from your practice and reply to two of others. Then come hours of training, and an exam at the end.
courses-board-waits = You have asked for a place in the course
courses-board-waits-text = A letter comes when the coordinator confirms. Until then there is nothing for you to do.
courses-board-discussion = First stage: discussion
courses-board-discussion-text = Tell a case from your own practice and reply to those of colleagues. The count keeps itself.
courses-board-training = Second stage: training
courses-board-training-text = Sign up for sessions. The leader marks who came, and hours count by themselves.
courses-board-admitted = You are admitted to the exam
courses-board-admitted-text = Both stages are done. The coordinator names the day of the theory.
courses-board-border = The theory came to the border
courses-board-border-text = Somebody looks at it a second time and says why. Nothing is drawn by lot.
courses-board-practice = The theory is passed
courses-board-practice-text = Next is the practice before a commission. The coordinator names the day.
courses-board-passed = You hold the right to mentor, last day: { $day }
courses-board-passed-text = Cases and material stay open to you.
courses-board-failed = One part of the exam is not passed yet
courses-board-failed-text = What was passed stays passed. The coordinator tells you about the retake.
courses-board-again = One part of the exam is not passed yet
courses-board-again-text = What was passed stays passed. The first day on which the other part can be sat again: { $day }.
courses-board-expired = The right to mentor has ended
courses-board-expired-text = Pairs that work go on. For a new one the course can be taken again.
courses-board-revoked = The right to mentor was taken away
courses-board-revoked-text = Ask the coordinator for the reason. The course can be taken again.
courses-board-left = You have left the course
courses-board-left-text = You may come back on any day; the course begins anew.
courses-missing = What is missing for the next stage
courses-counted = Nobody ticks this by hand: what is done counts by itself.
courses-gap-cases =
    { $count ->
    [one] Tell one more case from your practice.
   *[other] Tell { $count } more cases from your practice.
    }
courses-gap-replies =
    { $count ->
    [one] Reply to one more case of a colleague.
   *[other] Reply to { $count } more cases of colleagues.
    }
courses-gap-hours = Training still to attend: { $hours }.
courses-hours = { $count } h
courses-hours-minutes = { $hours } h { $minutes } min
courses-done-cases = Cases: { $done } of { $all }
courses-done-replies = Replies: { $done } of { $all }
courses-done-hours = Training: { $done } of { $all }
courses-done-discussed = Meetings of the discussion: { $done }
courses-ways = Parts of the course
courses-apply-title = Take the course
courses-apply-text = If you want to mentor or already do, ask for a place. The coordinator confirms.
courses-apply = Ask for a place
courses-withdraw = Take it back
courses-act-tell = Tell a case
courses-act-read = Read the cases
courses-act-sign-up = Choose a session
courses-act-announce = Announce a session
courses-act-mark = Mark who came
courses-leave-title = Leave the course
courses-leave-text = Your places at sessions become free. The cases and replies you wrote stay in the library.
courses-certificates = Right and certificate
courses-certificates-text = Anybody who holds the paper can check its code and learns only whether it is valid. Your card says it only while you let it.
courses-certificate = Certificate of a mentor
courses-certificate-none = No certificate has been made yet
courses-certificate-numbered = Certificate No. { $number }
courses-certificate-is-valid = The certificate is valid until { $day }
courses-certificate-is-expired = The certificate has expired; its last day was { $day }
courses-certificate-is-revoked = The certificate has been revoked
courses-certificate-make = Make the certificate
courses-certificate-kk = Certificate in Kazakh (PDF)
courses-certificate-ru = Certificate in Russian (PDF)
courses-certificate-show = Show on my card
courses-certificate-hide = Do not show on my card
courses-done-certificate = The certificate is made
courses-done-certificate-shown = Your card says until when the certificate is valid
courses-done-certificate-hidden = Your card does not say it any more
courses-refused-no-right = There is no right in force here. Nothing changed.
courses-decline = No place now
courses-decline-board = No place in the course now: { $name }
courses-decline-text = They get a letter that there is an answer, and can ask again on any day.
courses-decline-words = Why, and what they can do
courses-decline-act = Answer that there is no place
courses-seen-declined = Read by whoever asked, and by nobody else
courses-declined = Answer to your request for a place
courses-seen-declined-own = Only you read this
courses-done-declined = Answered; a letter will be sent.
courses-refused-not-waiting = This person does not wait for a place any more.
courses-revoke = Take the right away
courses-revoke-board = Right to mentor: { $name }
courses-revoke-text = The certificate stops being valid at once. Pairs that work go on. This cannot be taken back; the course can be taken again.
courses-revoke-reason = Why
courses-seen-revoked = The reason is read by whoever leads the course. The public check says “revoked” and nothing more.
courses-revoked-because = Reason: { $reason }
courses-done-revoked = The right is taken away
courses-leave = Leave the course
courses-material = Material of the course
courses-material-licence = The material is open under CC BY 4.0: a school may change and use it.
courses-self-check = Self-check
courses-self-check-text = Choose a topic and answer ten questions: the answers are checked at once, with explanations. The exam does not ask these questions.
courses-self-check-seen = What you tried and how you answered is written down nowhere
courses-self-check-topics = Topics of the self-check
courses-self-check-count =
    { $count ->
    [0] no questions yet
    [one] { $count } question
   *[other] { $count } questions
    }
courses-self-check-none = There are no questions to try yet
courses-self-check-none-text = The coordinator or the head marks them, on the page of a question in the question bank. The exam does not ask what is marked. Tell the coordinator if you would like to practise.
courses-self-check-one = { $number }. { $text }
courses-self-check-act = Check the answers
courses-self-check-again = Other questions
courses-self-check-result = Right answers: { $right } of { $count }
courses-self-check-question = Question { $number }
courses-self-check-right = right
courses-self-check-partly = partly right
courses-self-check-wrong = wrong
courses-self-check-blank = no answer
courses-self-check-given = Your answer: { $answer }
courses-self-check-right-is = Right answer: { $answer }
courses-refused-self-check = The questions have changed meanwhile, here are new ones.
courses-cases = Cases from practice
courses-cases-board =
    { $count ->
    [0] No cases stand here yet
    [one] One case stands here
   *[other] { $count } cases stand here
    }
courses-cases-text = Colleagues tell what they did and ask the others. The library stays open after the course.
courses-cases-all = All cases
courses-cases-none = No case yet
courses-cases-none-text = That is usual at the beginning. Be the first to tell one.
courses-cases-not-found = No such case was found
courses-cases-not-found-text = Try a shorter word, or leave the topic open.
courses-search = Words that occur in it
courses-find = Find
courses-topic = Topic
courses-topic-any = Any topic
courses-case-line =
    { $count ->
    [0] { $topic }. { $name }. No replies yet
   *[other] { $topic }. { $name }. Replies: { $count }
    }
courses-case-own = Yours
courses-case-elsewhere = Another school of the district
courses-author-there = { $name }, { $school }
courses-author-unnamed = A colleague of the district
courses-case-replied = You replied
courses-case-head = { $topic }. { $by }
courses-by = { $name }, { $day }
courses-case-title = In a line: what it is about
courses-case-situation = What happened
courses-case-did = What I did
courses-case-asks = What I ask of colleagues
courses-tell = A case from my practice
courses-tell-text = It may be short. There is no right answer: what matters is what you noticed.
courses-tell-names = No names, classes or signs of a family: nobody may recognise a child or a colleague.
courses-tell-keep = Publish the case
courses-seen-cases = Read by people in the course, now and before, and by the coordinator.
courses-audience = Who reads the case
courses-audience-school = People in the course of my school
courses-audience-district = Colleagues of the district, too, without my name and school
courses-audience-named = Colleagues of the district, too, with my name and school
courses-audience-hint = you can change it later; no name stands on replies that come from another school
courses-audience-keep = Keep
courses-seen-case-district = Read by people in the course, now and before, and by coordinators, here and in the other schools of the district. Another school is told neither who wrote the case nor who replies, nor from where.
courses-seen-case-named = Read by people in the course, now and before, and by coordinators, here and in the other schools of the district. Another school is told who wrote the case; it is not told who replies, nor from where.
courses-replies = Replies
courses-replies-none = Nobody has replied yet.
courses-reply = Your reply
courses-reply-hint = say what helped you, without judging
courses-reply-send = Send the reply
courses-unreply = Take the reply back
courses-take-back-title = Take the case back
courses-take-back-text = Possible until somebody replies or the next stage opens. The text is gone for good.
courses-take-back = Take back
courses-take-off-title = Can somebody be recognised in it?
courses-take-off-text = The words of the case and of its replies are gone for good. Those who replied keep what counted; its author tells another one.
courses-take-off = Take the case off
courses-trainings = Sessions of training
courses-trainings-all = All sessions
courses-trainings-board =
    { $count ->
    [0] No session is announced
    [one] One session is to come
   *[other] { $count } sessions are to come
    }
courses-trainings-text = Where no place is free, wait for one: a letter comes when it is.
courses-trainings-none = No session to come
courses-trainings-none-text = It will stand here when the coordinator announces one.
courses-trainings-ahead = To come
courses-trainings-past = Past
courses-training-line = { $stage }. { $from }–{ $to }, { $place }. { $places }
courses-training-line-elsewhere = { $stage }. { $from }–{ $to }, { $place }. Held by: { $host }. { $places }
courses-training-when = { $day }, { $from }–{ $to }
courses-places = Places: { $all }, taken: { $taken }
courses-places-waiting = Places: { $all }, taken: { $taken }, waiting: { $waiting }
courses-phase-held = Held
courses-phase-cancelled = Cancelled
courses-came = You were there
courses-came-not = You were not there
courses-seat-place = Has a place
courses-seat-waiting = Waiting, number { $number }
courses-unlisted = came without signing up
courses-sign-up = Sign up
courses-sign-up-wait = Wait for a place
courses-step-back = Step back
courses-training-stage = Stage
courses-training-stage-hint = to a meeting of the discussion come those who tell cases, to the training those who are through the discussion; hours count at their own stage
courses-training-stage-discussion = Discussion
courses-training-stage-training = Training
courses-training-title = What it is about
courses-training-day = Day
courses-training-from = From
courses-training-to = To
courses-training-place = Where
courses-training-places = Places
courses-training-leader = Leader
courses-training-leader-hint = marks who came
courses-training-length = Length
courses-training-before = Before
courses-training-after = After
courses-training-links = words or an address; one that begins with https:// can be followed
courses-training-host = Held by
courses-training-for = For whom
courses-training-for-district = this school and the other schools of the district
courses-training-opened = Open to the other schools of the district, too
courses-training-opened-hint = who has come to the training there may sign up, hours count in their own school; the leader and the coordinator see name and school
courses-plan = Hours of the course
courses-plan-outline = By the outline of the course
courses-plan-outline-parts = { $all }: discussion { $discussion }, training { $training }, preparation and exam { $exam }
courses-plan-required = Training that the school’s programme asks for
courses-plan-sessions = In sessions of training of this year, held and announced
courses-plan-short = The programme asks for more training than the sessions offer: { $missing } are missing. Announce more sessions, or change the number of hours in the programme.
courses-announce = Announce a session
courses-announce-text = People in the course see it at once and can sign up.
courses-announce-keep = Announce
courses-mark-title = Who came
courses-mark-text = Tick everybody who came, also from the waiting list and without signing up. For fourteen days it can be corrected.
courses-mark-who = Signed up
courses-mark = Keep the marks
courses-list = Who signed up
courses-list-none = Nobody has signed up yet.
courses-seen-list = Only the leader and the coordinator see the list.
courses-seen-elsewhere = If you sign up, the leader and the coordinator of that school see your name and your school, and nothing of your course.
courses-amend = Change what to read and to do
courses-amend-text = Whoever signed up sees it at once, and gets a letter when there is something new for after.
courses-amend-keep = Keep
courses-cancel-title = Does it not take place?
courses-cancel-text = Everybody who signed up gets a letter. It cannot be undone.
courses-cancel = Cancel the session
courses-candidates = People in the course
courses-candidates-board =
    { $count ->
    [0] Nobody is in the course yet
    [one] One person is in the course
   *[other] { $count } people are in the course
    }
courses-candidates-text = Stages open by themselves, by what was done: nothing is ticked here.
courses-candidates-none = The course has not begun
courses-candidates-none-text = Enrol people below, or wait until they ask.
courses-column-name = Name
courses-column-stage = Stage
courses-column-missing = What is missing
courses-nothing-missing = Nothing
courses-waiting = Waiting for your word
courses-confirm = Confirm
courses-enrol-title = Enrol somebody
courses-enrol-who = Whom
courses-enrol-hint = they get a letter
courses-enrol = Enrol
courses-seen-candidates = Only the coordinator sees this list. Everybody sees their own page alone.
courses-task-discussion = Mentor course: the discussion is on
courses-task-discussion-text = A case and replies open the next stage.
courses-task-training = Mentor course: hours of training
courses-task-training-text = Sign up for the next session.
courses-task-mark = Who came to the session: { $title }
courses-task-mark-text = Once marked, hours count by themselves.
courses-task-waiting =
    { $count ->
    [one] One person asks for a place in the course
   *[other] { $count } people ask for a place in the course
    }
courses-task-waiting-text = Confirm, and they get a letter.
courses-done-asked = The coordinator has your request.
courses-done-unasked = Your request is taken back.
courses-done-left = You have left the course.
courses-done-told = The case is published.
courses-done-opened = Colleagues of the district read the case now and may reply.
courses-done-closed = The case is read in your school alone now.
courses-done-replied = The reply is sent.
courses-done-taken-back = The case is taken back.
courses-done-unreplied = The reply is taken back.
courses-done-taken-off = The case is taken off, its words are gone.
courses-done-announced = The session is announced.
courses-done-signed-up = You have signed up.
courses-done-waits = You are in the waiting list. A letter comes when there is a place.
courses-done-stepped-back = You have stepped back.
courses-done-marked = The marks are kept, hours are counted.
courses-done-amended = What to read and to do is kept.
courses-done-cancelled = The session is cancelled, letters go out.
courses-done-enrolled = Enrolled; a letter goes out.
courses-refused-runs = This person is in the course already.
courses-refused-left = This person works here no longer.
courses-refused-newcomer = A newcomer has a mentor: the course is for mentors.
courses-refused-empty = Fill in every field.
courses-refused-long = The text is too long, shorten it.
courses-refused-no-course = This takes a course that runs.
courses-refused-own-case = This is your case: others reply to it.
courses-refused-counts = It has been replied to or has opened the next stage, and cannot be taken back.
courses-refused-time = The end must be later than the beginning, by eight hours at most.
courses-refused-places = Places: from 1 to 200.
courses-refused-past = This time is over.
courses-refused-begun = The session has begun.
courses-refused-not-over = The session is not over; mark who came afterwards.
courses-refused-cancelled = This session is cancelled.
courses-refused-settled = Too late to correct: more than fourteen days have passed.
courses-refused-not-at-training = Sessions come after the discussion.
courses-refused-not-at-discussion = This meeting is for those who are at the discussion now.
courses-refused-same-time = You are on the list of another session at that time. Step back there first.
courses-refused-leads = You lead this session: hours of it count for those who came to you.
