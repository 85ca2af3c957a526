# Messages to many.
messages-title = Messages to many
messages-board-text = A template in three languages; who gets it is shown before it goes.
messages-none = There are no templates yet
messages-none-text = A template is written once, in three languages, and everybody gets it in their own.
messages-templates = Templates
messages-whole = Ready in three languages
messages-unfinished = Not finished: all three languages are needed before it is sent
messages-add = A new template
messages-field-name = What you call it
messages-field-name-hint = only coordinators see this
messages-add-act = Begin
messages-sent = Sent
messages-sent-on = { $day } · { $audience }
messages-received = Messages
messages-received-text = What the coordinator wrote to you and others.
messages-received-none = There are no messages yet
messages-received-none-text = What the coordinator writes to many will stand here.
messages-older = Older messages
messages-newest = The latest messages
messages-said = { $name }, { $day }
messages-one = A template of messages
messages-texts = Texts
messages-variables = In the texts these words are filled in for each reader. Leave the brackets; do not hang an ending on them.
messages-variable-name = how the reader is addressed
messages-variable-school = your school
messages-variable-year = the school year
messages-variable-sender = whoever sends it
messages-variable-partner = whoever the reader works with in a pair
messages-variable-meeting = the day of the pair's next meeting
messages-no-partner = no pair yet
messages-no-meeting = no day is set yet
messages-in-kk = In Kazakh
messages-in-ru = In Russian
messages-in-en = In English
messages-field-subject-kk = Subject in Kazakh
messages-field-subject-ru = Subject in Russian
messages-field-subject-en = Subject in English
messages-field-text-kk = Text in Kazakh
messages-field-text-ru = Text in Russian
messages-field-text-en = Text in English
messages-field-text-hint = the letter greets the reader by name itself: write no greeting
messages-keep = Save the texts
messages-samples = How it reads
messages-try = Send it to yourself in three languages
messages-to = To whom
messages-field-to = Who gets it
messages-choose = Choose
messages-field-of = Only teachers of the subject
messages-field-of-hint = of those chosen above
messages-field-person = Only one person
messages-any = Any subject
messages-any-person = All of them
messages-any-unmet = Any pair
messages-field-unmet = Only pairs that have not met
messages-field-unmet-hint = counted from the last meeting that both of the pair say took place; where there was none, from the order
messages-unmet = pairs that have not met for { $weeks } weeks
messages-audience-everybody = everybody at the school who has a role
messages-audience-newcomers = newcomers
messages-audience-mentors = mentors
messages-audience-waiting = newcomers without a mentor of their own
messages-audience-paired = both of every pair that goes on
messages-audience-consent = those whose consent to their pair is missing
messages-audience-plan = mentors of an assigned pair without a work plan
messages-audience-data = people who have not looked at their data this term
messages-look = Show who it is
messages-reach = { $count ->
    [one] { $count } person would get it
   *[other] { $count } people would get it
    }
messages-reach-none = Nobody would get it now
messages-reach-had = { $count ->
    [one] { $count } person has got this text already and does not get it again.
   *[other] { $count } people have got this text already and do not get it again.
    }
messages-reach-page = { $count ->
    [one] { $count } of them gets no letter and reads it on the page.
   *[other] { $count } of them get no letter and read it on the page.
    }
messages-sent-today = It was sent to them today
messages-send = Send
messages-remove = Take the template off the list
messages-one-sent = A message that was sent
messages-sent-by = { $name }, { $day } · { $audience }
messages-log = What became of it
messages-counts = In all: { $all }. Letter sent: { $sent }, letter waits: { $waiting }, read on the page: { $page }, letter not delivered: { $failed }.
messages-outcome-sent = letter sent
messages-outcome-waiting = letter waits
messages-outcome-page = read on the page
messages-outcome-failed = letter not delivered
messages-said-then = What it said
messages-seen-log = Coordinators see this. Nobody sees whether a letter was read.
messages-done-added = The template is there. Write it in three languages.
messages-done-kept = Saved.
messages-done-tried = Three letters, one in each language, go to you alone.
messages-done-sent = It is on its way. Letters wait for the morning where somebody wants none at night.
messages-done-removed = The template is off the list; what was sent stays.
messages-refused-many = There are as many templates as there can be. Take one off the list.
messages-refused-unknown = Nothing can be filled in for [{ $word }]. Choose one of the words in the list, or use round brackets.
messages-refused-unfinished = Write subject and text in all three languages first.
messages-refused-nobody = Everybody of them has got this text, or there is nobody.
messages-refused-others = Others stand on the list now. Look at it once more and send.
messages-refused-no-address = You have no e-mail address here, so no letter can go. How it reads is shown on this page.
