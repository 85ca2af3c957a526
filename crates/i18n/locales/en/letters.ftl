# Letters. Each says what happened and the one next step; a link only opens a page.
letters-greeting = Dear { $name },
letters-footer = Sent by the mentoring programme of { $school }. The link only opens a page; the decision is yours to make there.
letters-act-request = See the request
letters-act-requests = See the requests
letters-act-mentors = See the mentors
letters-act-card = Open your mentor’s card
letters-act-pair = Open the pair’s page
letters-act-consent = Open the documents
letters-act-order = See the order
letters-act-contacts = Open joint work
letters-act-rotation = Open the meeting
letters-act-home = Open the home page
letters-act-proposals = Open the proposed pairs
letters-act-survey = Open the survey

letters-request-sent-subject = A request for you: { $name }
letters-request-sent-text = { $name } would like to learn from you and has sent you a request.
letters-request-sent-next = Open it and choose one of four answers; each of them is right. Last day to answer: { $day }.
letters-request-reminder-subject = Reminder: a request waits for your answer
letters-request-reminder-text = { $count ->
    [one] Half of the time to answer has passed. One request waits for you.
   *[other] Half of the time to answer has passed. { $count } requests wait for you.
    }
letters-request-reminder-next = Each of the four answers is right, and nobody asks why you decline. The nearest last day: { $day }.
letters-request-asked-subject = { $name } has a question for you
letters-request-asked-text = { $name } has read your request and asks you a question.
letters-request-asked-next = Read the question on the request’s page and answer it. Last day: { $day }.
letters-request-replied-subject = { $name } has answered your question
letters-request-replied-text = { $name } has answered what you asked. It is your turn again.
letters-request-replied-next = Read the answer and say what you decide. Last day: { $day }.
letters-request-meet-first-subject = { $name } would like to meet first
letters-request-meet-first-text = { $name } would like to meet you once more before answering.
letters-request-meet-first-next = Find a time together. The request waits; last day: { $day }.
letters-request-accepted-subject = { $name } agrees
letters-request-accepted-text = { $name } agrees to be your mentor. Your place is kept; the order follows later.
letters-request-accepted-next = There is nothing to do now. What comes next stands on the request’s page.
letters-request-declined-subject = Your request has an answer
letters-request-declined-text = { $name } cannot take another newcomer now. It says nothing about your work.
letters-request-declined-next = Look at the other mentors and write to somebody you have worked with.
letters-request-withdrawn-subject = A request was taken back
letters-request-withdrawn-text = { $name } has taken the request to you back.
letters-request-withdrawn-next = Nothing is needed from you. The other requests are on the page.
letters-request-expired-newcomer-subject = The time to answer has passed
letters-request-expired-newcomer-text = { $name } did not answer in time, so your request has closed. It says nothing about your work.
letters-request-expired-newcomer-next = Look at the other mentors and write to somebody you have worked with.
letters-request-expired-mentor-subject = The time to answer has passed
letters-request-expired-mentor-text = The time to answer a request has passed, and it has closed. { $name } knows about it too.
letters-request-expired-mentor-next = See whether another request waits for you.
letters-request-closed-elsewhere-subject = A request has closed
letters-request-closed-elsewhere-text = { $name } will work with another mentor, so the request to you has closed.
letters-request-closed-elsewhere-next = Nothing is needed from you. The other requests are on the page.
letters-request-closed-full-subject = Your request has closed
letters-request-closed-full-text = All places of { $name } are taken, so your request has closed. It says nothing about your work.
letters-request-closed-full-next = Look at the other mentors and write to somebody you have worked with.
letters-request-closed-left-newcomer-subject = Your request has closed
letters-request-closed-left-newcomer-text = { $name } is no longer in the programme, so your request has closed.
letters-request-closed-left-newcomer-next = Look at the other mentors and write to somebody you have worked with.
letters-request-closed-left-mentor-subject = A request has closed
letters-request-closed-left-mentor-text = { $name } is no longer in the programme, so the request to you has closed.
letters-request-closed-left-mentor-next = Nothing is needed from you. The other requests are on the page.
letters-offer-sent-subject = { $name } offers to be your mentor
letters-offer-sent-text = { $name } would like to work with you: an offer came for you.
letters-offer-sent-next = Open it and choose one of the four answers: any is right, and the choice is yours. Last day to answer: { $day }.
letters-offer-accepted-subject = { $name } said yes
letters-offer-accepted-text = { $name } accepts your offer. The place is kept, the order follows.
letters-offer-accepted-next = There is nothing to do now. The page of the offer shows what comes next.
letters-offer-declined-subject = Your offer was answered
letters-offer-declined-text = { $name } goes on choosing another way. It says nothing about your work.
letters-offer-declined-next = The requests to you are on the page.
letters-offer-withdrawn-subject = An offer was taken back
letters-offer-withdrawn-text = { $name } took back the offer to you. It says nothing about your work.
letters-offer-withdrawn-next = See the mentors and write to somebody you have worked with.
letters-offer-expired-newcomer-subject = The time to answer has passed
letters-offer-expired-newcomer-text = The time to answer the offer has passed, and it closed. { $name } knows.
letters-offer-expired-newcomer-next = See the mentors and write to somebody you have worked with.
letters-offer-expired-mentor-subject = The time to answer has passed
letters-offer-expired-mentor-text = There was no answer in time, and your offer to { $name } closed. It says nothing about your work.
letters-offer-expired-mentor-next = The requests to you are on the page.
letters-offer-closed-elsewhere-subject = An offer closed
letters-offer-closed-elsewhere-text = { $name } will work with another mentor, so your offer closed.
letters-offer-closed-elsewhere-next = Nothing is needed from you. The requests to you are on the page.
letters-offer-closed-full-subject = An offer closed
letters-offer-closed-full-text = All places of { $name } are taken, so the offer to you closed. It says nothing about your work.
letters-offer-closed-full-next = See the other mentors and write to somebody you have worked with.
letters-offer-closed-left-newcomer-subject = An offer closed
letters-offer-closed-left-newcomer-text = { $name } is no longer in the programme, so the offer to you closed.
letters-offer-closed-left-newcomer-next = See the other mentors and write to somebody you have worked with.
letters-offer-closed-left-mentor-subject = An offer closed
letters-offer-closed-left-mentor-text = { $name } is no longer in the programme, so your offer closed.
letters-offer-closed-left-mentor-next = Nothing is needed from you. The requests to you are on the page.
letters-request-reopened-newcomer-subject = Your request is open again
letters-request-reopened-newcomer-text = { $name } works at the school: the leaving was recorded by mistake. Your request stands as it did before.
letters-request-reopened-newcomer-next = The answer is due by { $day }. If you have changed your mind, you can take the request back.
letters-request-reopened-mentor-subject = A request to you is open again
letters-request-reopened-mentor-text = { $name } works at the school: the leaving was recorded by mistake. The request to you stands as it did before.
letters-request-reopened-mentor-next = The answer is due by { $day }.

letters-mentor-nominated-subject = You are proposed as a mentor
letters-mentor-nominated-text = The coordinator proposes you as a mentor. You decide; if you say no, nobody asks why.
letters-mentor-nominated-next = Open the card and agree or decline.
letters-mentor-approved-subject = You have the right to mentor
letters-mentor-approved-text = The coordinator has approved your application. Newcomers now see your card and can write to you.
letters-mentor-approved-next = See once more whether you like the words on your card.
letters-mentor-rejected-subject = Your application as a mentor was considered
letters-mentor-rejected-text = The coordinator has not approved your application this time. The explanation stands on your card.
letters-mentor-rejected-next = Open the card and read the explanation. If a question remains, ask the coordinator.

letters-provisional-named-subject = Your provisional mentor: { $name }
letters-provisional-named-text = Until you have chosen a mentor yourself, { $name } is with you.
letters-provisional-named-next = Arrange the first meeting on the pair’s page.
letters-provisional-taken-back-subject = The provisional pair was called off before the order
letters-provisional-taken-back-text = No order came of it: { $name } and you do not belong together any more. It says nothing about anybody’s work.
letters-provisional-taken-back-next = The coordinator decides the next step. It will stand on the home page.
letters-pair-provisional-subject = You are a provisional mentor: { $name }
letters-pair-provisional-text = You are asked to be with { $name } until a mentor is chosen.
letters-pair-provisional-next = Arrange the first meeting on the pair’s page.
letters-pair-chosen-subject = Your pair is published: { $name } and you
letters-pair-chosen-text = You and { $name } chose each other, and the pair is published.
letters-pair-chosen-next = Open the documents and give your written consent, or step back. Nobody asks why.
letters-pair-appointed-subject = Your pair is published: { $name } and you
letters-pair-appointed-text = The school has appointed a pair: { $name } and you. The explanation stands on the pair’s page.
letters-pair-appointed-next = Open the documents and give your written consent, or step back. Nobody asks why.
letters-pair-dissolved-subject = The pair did not come about
letters-pair-dissolved-text = The pair of { $name } and you did not come about. It says nothing about anybody’s work; the reason is neither asked nor shown.
letters-pair-dissolved-next = The coordinator will propose another way. What comes next stands on the home page.
letters-pair-pending-subject = Your mentor will be named later
letters-pair-pending-text = The pairs are published, and your mentor is not named yet. You will not be left alone: the coordinator will talk to you.
letters-pair-pending-next = There is nothing to do now. What comes next stands on the home page.
letters-round-opened-newcomer-subject = You can choose a mentor once more
letters-round-opened-newcomer-text = { $count ->
    [one] There is no pair yet; that happens, and it says nothing about your work. A second round is open, and { $count } mentor has a place.
   *[other] There is no pair yet; that happens, and it says nothing about your work. A second round is open, and { $count } mentors have a place.
    }
letters-round-opened-newcomer-next = Write to somebody you would like to work with, or make a sealed list. The last day is { $day }.
letters-round-opened-mentor-subject = Somebody still looks for a mentor
letters-round-opened-mentor-text = A second round of the choice is open, and you have a free place. One of the newcomers still looks for a mentor.
letters-round-opened-mentor-next = Somebody may write to you. You may offer help first, too, or make a sealed list. The last day is { $day }.
letters-round-extended-newcomer-subject = The second round is longer now
letters-round-extended-newcomer-text = { $count ->
    [one] There is more time to choose, and { $count } mentor has a place.
   *[other] There is more time to choose, and { $count } mentors have a place.
    }
letters-round-extended-newcomer-next = The new last day is { $day }.
letters-round-extended-mentor-subject = The second round is longer now
letters-round-extended-mentor-text = There is more time to choose. You have a free place, and somebody still looks for a mentor.
letters-round-extended-mentor-next = The new last day is { $day }.
letters-round-over-newcomer-subject = The second round is over
letters-round-over-newcomer-text = Now the coordinator makes pairs from the new lists. Your provisional mentor stays with you: { $name }.
letters-round-over-newcomer-next = There is nothing to do now: you get a letter when the pairs are published.
letters-round-over-alone-subject = The second round is over
letters-round-over-alone-text = Now the coordinator makes pairs from the new lists. You will not be left alone: the coordinator names somebody who is with you until then.
letters-round-over-alone-next = There is nothing to do now: you get a letter when the pairs are published.
letters-round-over-coordinator-subject = The second round is over: pairs can be drafted
letters-round-over-coordinator-text = The lists of the second round are open. Without a pair now: { $count }.
letters-round-over-coordinator-next = Make a draft, look at it and publish it.
letters-pair-ended-subject = The pair has ended: { $name }
letters-pair-ended-text = { $name } no longer works at the school, so your pair has ended.
letters-pair-ended-next = The coordinator decides the next step together with you. What you did together is kept on the pair’s page.
letters-pair-handed-over-subject = The pair has ended: { $name }
letters-pair-handed-over-text = The pair of { $name } and you has ended. Its last day: { $day }. This says nothing about anybody’s work.
letters-pair-handed-over-next = The days on which you were a pair stay on its page. The coordinator tells you what comes next.
letters-pair-resumed-subject = The pair goes on: { $name }
letters-pair-resumed-text = { $name } works at the school: the leaving was recorded by mistake. Your pair goes on as it was.
letters-pair-resumed-next = What comes next stands on the pair’s page.
letters-first-meeting-subject = First meeting: { $day }, { $time }
letters-first-meeting-text = { $name } has planned your first meeting: { $day }, { $time }. Place: { $place }.
letters-first-meeting-next = If the time does not suit you, set another one on the pair’s page.
letters-order-signed-subject = Order № { $number } is signed
letters-order-signed-text = The head has signed order № { $number } of { $day }. Your name is in it.
letters-order-signed-next = Open the order and see its term and the pair.

letters-rotation-published-subject = { $count ->
    [one] { $count } meeting is planned for you
   *[other] { $count } meetings are planned for you
    }
letters-rotation-published-text = { $count ->
    [one] The coordinator has made a plan of joint work, with { $count } meeting of yours in it.
   *[other] The coordinator has made a plan of joint work, with { $count } meetings of yours in it.
    } The next one: { $day }, lesson { $lesson }, { $name }.
letters-rotation-published-next = You see all days on the page. If one does not suit, propose another; nobody asks why.
letters-rotation-withdrawn-subject = The plan of meetings has changed
letters-rotation-withdrawn-text = The coordinator has taken back what was still to come of the last plan. { $count ->
    [0] Nothing is planned for you now.
    [one] { $count } meeting of yours stays.
   *[other] { $count } meetings of yours stay.
    }
letters-rotation-withdrawn-next = There is nothing to do. What is planned stands on the page.
letters-rotation-asked-subject = { $name } proposes another time
letters-rotation-asked-text = The meeting is planned for { $day }, lesson { $lesson }. { $name } proposes another time: { $other }, lesson { $other-lesson }.
letters-rotation-asked-next = Agree, or keep the old time: either is right.
letters-rotation-moved-subject = The meeting has moved: { $day }
letters-rotation-moved-text = The time you proposed suits. The meeting is now on { $day }, lesson { $lesson }, with { $name }.
letters-rotation-moved-next = There is nothing to do now.
letters-rotation-kept-subject = The meeting stays at its time: { $day }
letters-rotation-kept-text = The other time did not suit, so the old one stays: { $day }, lesson { $lesson }, with { $name }.
letters-rotation-kept-next = If you cannot come, say so on the page of the meeting. Nobody asks why.
letters-rotation-excused-subject = No meeting on { $day }
letters-rotation-excused-text = { $name } cannot come on { $day }, lesson { $lesson }. That is no judgement of anybody’s work, and nobody asks why.
letters-rotation-excused-next = The coordinator will find another day. Nothing is needed from you.

# The letters of a demonstration
letters-demo-title = Letters
letters-demo-link = Letters that would be sent
letters-demo-board = Letters that { $name } gets
letters-demo-board-everybody = Letters that the people of this demonstration get
letters-demo-text = Nothing leaves the demonstration: letters are only kept here.
letters-demo-mine = To me
letters-demo-everybody = To everybody
letters-demo-none = No letters yet
letters-demo-none-text = When something happens, an answer to a request for instance, its letter stands here a few seconds later.
letters-demo-read = Read
letters-demo-show = This letter goes to { $name }
letters-demo-to = To
letters-demo-subject = Subject
letters-demo-not-yours = The link opens for somebody signed in as { $name }.
letters-demo-all = All letters

# Meetings of a pair
letters-act-answer = Answer
letters-meeting-proposed-subject = { $name } proposes to meet: { $day }
letters-meeting-proposed-text = The proposed time is { $day }, { $time }. { $kind }. It comes from { $name }.
letters-meeting-proposed-next = The link only opens a page; you answer there. Another time can be proposed on the page of the meeting.
letters-meeting-series-subject = { $name } proposes to meet every week
letters-meeting-series-text = The first meeting would be on { $day }, { $time }; { $count } meetings in all. { $kind }. It comes from { $name }.
letters-meeting-series-next = You can agree to all at once, or choose one on the page of the meeting.
letters-meeting-moving-subject = { $name } proposes to move a meeting
letters-meeting-moving-text = The new time would be { $day }, { $time }. { $kind }. It comes from { $name }.
letters-meeting-moving-next = Until you answer, the agreed time stands.
letters-meeting-agreed-subject = The meeting is agreed on: { $day }
letters-meeting-agreed-text = The time you proposed suits: { $day }, { $time }. { $kind }, with { $name }.
letters-meeting-agreed-next = A day before, both of you are reminded.
letters-meeting-declined-subject = This time does not suit: { $day }
letters-meeting-declined-text = The time you proposed does not suit: { $day }, { $time }. { $kind }, with { $name }. Nobody asks why.
letters-meeting-declined-next = Propose another time.
letters-meeting-kept-subject = The meeting stays at its time: { $day }
letters-meeting-kept-text = The other time did not suit, so the agreed one stays: { $day }, { $time }. { $kind }, with { $name }.
letters-meeting-kept-next = If you cannot come, say so on the page of the meeting. Nobody asks why.
letters-meeting-cancelled-subject = No meeting on { $day }
letters-meeting-cancelled-text = { $name } cannot come on { $day }, { $time }. { $kind }. That is no judgement of anybody’s work, and nobody asks why.
letters-meeting-cancelled-next = Propose another time.
letters-meeting-reminder-subject = A reminder: meeting on { $day }, { $time }
letters-meeting-reminder-text = The meeting is on { $day }, { $time }. { $kind }, with { $name }.
letters-meeting-reminder-next = Open steps stand first on the page of the meeting.
letters-meeting-reminder-place-subject = A reminder: meeting on { $day }, { $time }
letters-meeting-reminder-place-text = The meeting is on { $day }, { $time }. { $kind }, with { $name }. Place: { $place }.
letters-meeting-reminder-place-next = Open steps stand first on the page of the meeting.
letters-act-report = Open the report
letters-report-due-subject = A report awaits your words: { $kind }
letters-report-due-text = The last day that the school has agreed on is { $day }. The facts are gathered from the journal.
letters-report-due-next = Open the report, add your words and sign it.
letters-report-due-sign-subject = A report awaits your signature: { $kind }
letters-report-due-sign-text = Its author has signed, now it is your turn. The last day that the school has agreed on is { $day }.
letters-report-due-sign-next = Open and read the report, then sign or return it.
letters-report-awaits-subject = Your turn to sign: { $kind }
letters-report-awaits-text = The report is by { $name }. Those before you have signed.
letters-report-awaits-next = Open and read the report, then sign or return it.
letters-report-returned-subject = A report was returned with a comment: { $kind }
letters-report-returned-text = The report is by { $name }. The comment stands on its page.
letters-report-returned-next = Open the report, mend it and sign again.
letters-report-approved-subject = Everybody has signed the report: { $kind }
letters-report-approved-text = Your report is approved.
letters-report-approved-next = Open the report to keep its PDF.
letters-act-observation = Open the observation
letters-observation-proposed-subject = { $name } would like to come to your lesson: { $day }
letters-observation-proposed-text = { $name } would like to watch your lesson on { $day } at { $time }. The sheet will be yours: you decide who else reads it.
letters-observation-proposed-next = Say whether it suits you.
letters-observation-invited-subject = { $name } invites you to a lesson: { $day }
letters-observation-invited-text = { $name } asks you to watch a lesson on { $day } at { $time }.
letters-observation-invited-next = Say whether you can come.
letters-observation-announced-subject = A lesson is visited within internal control: { $day }
letters-observation-announced-text = { $name } comes to your lesson on { $day } at { $time } within internal control.
letters-observation-announced-next = What will be looked at stands on the page.
letters-observation-agreed-subject = The observation is agreed on: { $day }
letters-observation-agreed-text = The lesson on { $day } at { $time } suits { $name }.
letters-observation-agreed-next = On that day the sheet opens on the page.
letters-observation-declined-subject = This lesson does not suit: { $day }
letters-observation-declined-text = The lesson on { $day } at { $time } does not suit { $name }. Nobody asks why.
letters-observation-declined-next = Choose another lesson.
letters-observation-cancelled-subject = No observation on { $day }
letters-observation-cancelled-text = The observation with { $name } on { $day } at { $time } does not take place. That is no judgement of anybody’s work.
letters-observation-cancelled-next = Choose another lesson if you like.
letters-observation-finished-subject = The sheet of your lesson is ready
letters-observation-finished-text = { $name } has finished the sheet of your lesson of { $day }.
letters-observation-finished-next = Read it and add your own words.
letters-observation-voided-subject = The sheet of a lesson was taken back
letters-observation-voided-text = { $name } has taken back the sheet of your lesson of { $day }. It counts nowhere any more.
letters-observation-voided-next = The reason stands on the page.

letters-survey-opened-subject = A two-minute survey about mentoring
letters-survey-opened-text = The school asks how it is going for you. You need not take part: answer it, or skip it.
letters-survey-opened-next = Open the questions and mark what you like. The other one of your pair never sees your answers. The last day is { $day }.
letters-survey-reminder-subject = The survey closes soon
letters-survey-reminder-text = The survey about mentoring is still open. If you would rather not answer, skip it: no other letter will come.
letters-survey-reminder-next = Two minutes are enough. The last day is { $day }.
