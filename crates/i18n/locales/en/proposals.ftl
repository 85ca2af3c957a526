proposals-title = Pairs
proposals-one = Proposed pairs
proposals-aside = By the way
proposals-back = Back to the proposal
proposals-all = All proposals
proposals-look = Look
proposals-change = Change
proposals-no-programme = The school has no programme yet
proposals-no-programme-text = When a programme begins, this page says until when lists are written and when pairs can be drafted.
proposals-early = Lists will be written from { $day }
proposals-early-text = Until then everybody meets and works together. There is nothing to do here yet.
proposals-sealed = Lists are written until { $day }. Nothing is needed from you now
proposals-sealed-text = Until the opening nobody sees them, and neither do you. From { $opened } you can draft the pairs here.
proposals-second-sealed = A second round runs: lists are written until { $day }
proposals-second-sealed-text = Until the opening nobody sees them, and neither do you. From { $opened } you can draft the pairs here.
proposals-waiting = A draft of pairs waits for your decision
proposals-waiting-text = Until you publish it, nothing happens and nobody knows of it.
proposals-ready = { $count ->
    [one] Make a draft: { $count } newcomer waits for a pair
   *[other] Make a draft: { $count } newcomers wait for a pair
    }
proposals-ready-text = The program proposes pairs from the lists of both sides and explains each. You decide: a draft can be changed and thrown away, and nobody sees it before you publish.
proposals-all-paired = Every newcomer has a mentor
proposals-all-paired-text = There is nothing to draft. If somebody comes or a pair ends, you can make a draft again.
proposals-closed = The year of the programme is over
proposals-closed-text = The history of proposals stands below.
proposals-to-draft = Open the draft
proposals-make = Make a draft
proposals-make-again = Make a new draft
proposals-written = How many lists are written
proposals-written-newcomers = { $count ->
    [one] list by newcomers
   *[other] lists by newcomers
    }
proposals-written-mentors = { $count ->
    [one] list by mentors
   *[other] lists by mentors
    }
proposals-written-seen = Only the number. Who wrote and whom they named is seen by nobody before the opening.
proposals-history = History
proposals-none = No proposals yet
proposals-none-text = That is normal: the first one comes when the selection is over.
proposals-past-by = Drafted by { $name }.
proposals-past-published = Published { $at }.
proposals-past-discarded = Discarded { $at }.
proposals-state-draft = draft
proposals-state-published = published
proposals-state-discarded = discarded
proposals-steps = What will happen
proposals-step-written = Both sides write their lists
proposals-step-written-sub = until { $day }, sealed
proposals-step-drafted = You make a draft
proposals-step-drafted-sub = from { $opened }; only you see the lists
proposals-step-decided = You decide and publish
proposals-step-decided-sub = every pair can be changed, with a reason
proposals-step-order = Consents and the order
proposals-step-order-sub = until { $orders }
proposals-who-decides = Who decides?
proposals-who-decides-text = The program works it out, a person decides. A mentor who said no is not proposed to the newcomer, and the newcomer does not learn of the “no”.
proposals-to-rule = The rule is among the settings
proposals-board-draft = { $pairs ->
    [0] There is no pair in the draft yet
    [one] { $pairs } pair can be published
   *[other] { $pairs } pairs can be published
    }
proposals-board-text = By request: { $agreed }. From the lists of both sides: { $ranked }. Appointed: { $appointed }. Without a pair: { $unpaired }.
proposals-board-published = Published { $at }
proposals-board-discarded = The draft was discarded { $at }; nothing happened
proposals-publish = { $pairs ->
    [0] Publish without pairs
    [one] Publish { $pairs } pair
   *[other] Publish { $pairs } pairs
    }
proposals-publish-ask = { $pairs ->
    [0] Publish the proposal without pairs?
    [one] Publish { $pairs } pair?
   *[other] Publish { $pairs } pairs?
    }
proposals-publish-ask-text = Both people of each pair get a letter, and publishing cannot be undone. Without a pair: { $unpaired }. They get a letter too, and their provisional mentor stays.
proposals-discard = Discard the draft
proposals-discard-ask = Discard the draft?
proposals-discard-ask-text = Your decisions on its lines are lost. The lists stay; a new draft can be made from them.
proposals-to-orders = To the documents
proposals-pairs = { $count ->
    [one] { $count } pair
   *[other] { $count } pairs
    }
proposals-pairs-rule = The rule proposes the pairs, you decide. Anybody may ask you to look again.
proposals-pairs-none = No pairs yet
proposals-pairs-none-text = That happens when lists do not meet. Below, each newcomer stands with a cause and a next step.
proposals-column-newcomer = Newcomer
proposals-column-mentor = Mentor
proposals-column-why = Why this pair
proposals-column-act = Action
proposals-places = places taken: { $taken } of { $places }
proposals-word-asked = both said yes
proposals-word-ranked = named each other
proposals-word-appointed = appointed
proposals-agreed-stands = by agreement
proposals-why-asked = The newcomer asked; the mentor agreed on { $day }.
proposals-why-wish = { $number ->
    [1] First in the newcomer’s list.
   *[other] Number { $number } in the newcomer’s list.
    }
proposals-why-drafted = The draft had another name: { $name }.
proposals-why-appointed = Both will see that this is an appointment, and read the reason.
proposals-wish-full = Number { $number }, { $name }: the places went to people who stand higher in the mentor’s list.
proposals-wish-equal-draw = Number { $number }, { $name }: the places went to people who stand higher or equal in the mentor’s list; between equals the draw decided.
proposals-wish-equal-most_pairs = Number { $number }, { $name }: the places went to people who stand higher or equal in the mentor’s list; between equals it was chosen so that there are more pairs.
proposals-wish-equal-person = Number { $number }, { $name }: the places went to people who stand higher or equal in the mentor’s list; between equals it was decided by hand.
proposals-wish-no-places = Number { $number }, { $name }: there was no free place.
proposals-wish-not-listed = Number { $number }, { $name }: it was not mutual.
proposals-wish-passed = Number { $number }, { $name }: there is a place, and the two named each other. A change by hand left it open.
proposals-seen = Only you see reasons and places in lists. The others learn only of their own pair.
proposals-unpaired = { $count ->
    [one] Without a pair: { $count } person
   *[other] Without a pair: { $count } people
    }
proposals-unpaired-rule = Nobody is left without an answer: each has a cause and a next step
proposals-cause-no_wishes = The list is empty: talk, and find out with whom it would be easier.
proposals-cause-not_listed = No names were mutual.
proposals-cause-all_full = Some names were mutual, but the places there are taken.
proposals-cause-left-out = You do not publish the pair of the draft. The mentor in the draft: { $name }.
proposals-appoint = Appoint a mentor
proposals-card = Card
proposals-helps = One change would help
proposals-help-place = If { $mentor } took one more newcomer, { $placed } would have a mentor. { $moved ->
    [0] Nobody else would move.
    [one] { $moved } person would move to a mentor higher in their own list.
   *[other] { $moved } people would move to mentors higher in their own lists.
    }
proposals-help-mentor-names = If { $mentor } also named { $newcomer }, { $placed } would have a mentor. { $moved ->
    [0] Nobody else would move.
    [one] { $moved } person would move to a mentor higher in their own list.
   *[other] { $moved } people would move to mentors higher in their own lists.
    }
proposals-help-newcomer-names = If { $newcomer } also named { $mentor }, they would be a pair: there is a place.
proposals-helps-seen = Only you see this. Talk; do not press: a place or a name is given freely, and nobody’s list is told.
proposals-second-round = After the publication a second round can be opened for those without a pair: two weeks, only mentors with a free place. Or talk to both and appoint with a reason.
proposals-second-round-open = A second round can be opened: those without a pair and the mentors with a free place choose once more. Or talk to both and appoint with a reason.
proposals-then = When you publish
proposals-then-pairs = { $pairs ->
    [0] No pair appears yet
    [one] { $pairs } pair appears for both its people
   *[other] { $pairs } pairs appear for both their people
    }
proposals-then-pairs-sub = there each gives consent, or steps back without a reason
proposals-then-letters = Everybody gets a letter in their own language
proposals-then-letters-sub = no reasons, no places in anyone’s list
proposals-then-unpaired = Without a pair: { $unpaired }
proposals-then-unpaired-sub = they get a letter too; the provisional mentor stays
proposals-then-order = You prepare the order, the head signs
proposals-then-order-sub = until { $orders }
proposals-appeals = If somebody does not agree
proposals-appeal = First with you: look at the pair again together. If you do not agree, the head decides: { $head }.
proposals-head = ask the office for the name
proposals-made = How the draft was made
proposals-made-text = The program looks for pairs in which both named each other. No two people are left who would both rather have each other.
proposals-made-when = When and by whom
proposals-made-when-value = { $at }, { $name }
proposals-made-newcomers = Lists by newcomers
proposals-made-newcomers-value = { $written } of { $all } written
proposals-made-mentors = Lists by mentors
proposals-made-mentors-value = { $written } of { $all } written
proposals-made-places = Free places
proposals-made-rule = Rule
proposals-made-seed = Starting number
proposals-made-seed-value = { $seed } (the beginning of the SHA-256 of the programme’s id, known before the first list)
proposals-made-seed-drawn = { $seed } (the beginning of the line of the draw, sealed before the first list)
proposals-made-most = Could there be more pairs
proposals-made-most-proved = No: { $size } is the most these lists allow, and it is proved. The proof is in MATCHING.json.
proposals-made-most-open = { $size } found; there are certainly no more than { $most }. That no more can be found was not proved in time.
proposals-made-digest = SHA-256 of the lists
proposals-instance = Download the lists (INSTANCE.json)
proposals-matching = Download the result (MATCHING.json)
proposals-verify-whom = In both files people stand under numbers that are used nowhere else. Whoever knows the pairs may still guess who is who: give the files only to somebody who may know what stands in the lists.
proposals-verify = They are checked like this:
proposals-repeat = To get the same result again:
proposals-verify-by-hand = The files speak of the program’s draft. Your changes are recorded with their reasons and in the log.
proposals-line = { $name }: how do you decide?
proposals-line-agreed = Agreed by request. The mentor: { $name }.
proposals-line-nobody = The draft has no mentor.
proposals-line-drafted = The mentor in the draft: { $name }.
proposals-decision = Your decision
proposals-keep = Keep it as it is: { $name }
proposals-keep-then = The two named each other.
proposals-keep-nobody = Leave without a pair for now
proposals-keep-nobody-then = A letter is sent, the provisional mentor stays, the name stays in your list.
proposals-appoint-another = Appoint a mentor
proposals-appoint-then = This is an appointment, not a choice: both see that and read the reason. Appointments are counted.
proposals-mentor = Mentor
proposals-mentor-none = Choose a mentor
proposals-mentor-choice = { $name }; free places: { $count }
proposals-no-free-mentor = Nobody has a free place now.
proposals-reason = Reason
proposals-reason-hint = at least { $least } characters
proposals-reason-seen = Both read it: the newcomer and the mentor.
proposals-leave = Do not publish this pair
proposals-leave-then = The newcomer learns only that there is no pair yet. The mentor learns nothing.
proposals-leave-reason = Why
proposals-leave-seen = Only you see it, and whoever coordinates after you.
proposals-decide = Record the decision
proposals-done-made = The draft is made. Until you publish it, nobody knows of it.
proposals-done-published = Published. Letters go out by themselves; consents wait in the documents.
proposals-done-discarded = The draft is discarded, the lists stay.
proposals-done-kept = The line stays as drafted.
proposals-done-changed = The appointment is recorded with its reason.
proposals-done-left-out = Recorded: this pair is not published.
proposals-refused-not-now = Pairs are drafted and published after the lists are opened and until the end of the year. Nothing was changed.
proposals-refused-nothing = There is nothing to draft: every newcomer has a mentor.
proposals-refused-uncertain = Our fault: the result did not pass its own check, and no draft was saved. Please tell the developers.
proposals-refused-not-draft = This is no draft any more: it was published or discarded. Nothing was changed.
proposals-refused-no-line = This newcomer does not stand in the draft.
proposals-refused-agreed = The two agreed by a request. Such a pair is changed with them, not for them.
proposals-refused-nothing-to-leave = The draft has no pair for this newcomer; there is nothing to leave out.
proposals-refused-no-mentor = This mentor has no free place now. Choose another one.
proposals-refused-mentor-full = All places of this mentor are taken in this draft. Choose another one, or change another line first.
proposals-refused-choose-mentor = Choose a mentor.
proposals-refused-reason = Write the reason: at least { $least } characters.
proposals-refused-moved = Nothing was published: something has changed since the draft was made. Here is for whom. A new draft takes it in; decide on its lines again.
proposals-refused-crowded = Nothing was published: a mentor has fewer places than lines now. Here is whom it concerns. Change the lines, or make a new draft.
