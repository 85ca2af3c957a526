# Appointments, for the head and the coordinator.
appointments-title = Without a pair
appointments-aside = By the way
appointments-count = in all: { $count }
appointments-none = Nobody is without a pair
appointments-none-text = Everybody who has no pair although the choice is over stands here. An empty list means that there is nobody to appoint for.
appointments-no-programme = The school has no programme yet, so there is nobody to appoint for.
appointments-board-early = Too early to appoint: people choose until { $day }
appointments-board-early-text = As long as people choose for themselves, the provisional mentor stays with the newcomer.
appointments-board-closed = The school year of the programme is over
appointments-board-closed-text = Nobody is appointed in it any more.
appointments-board-needs = { $count ->
    [1] { $name }: talk and appoint a mentor
   *[other] { $count } people have no pair: talk and appoint mentors
    }
appointments-board-needs-text = Both will see that it is an appointment and who made it, and read the reason. Then come the consents of both and the order.
appointments-board-waiting = The pairs are not published yet: too early to appoint
appointments-board-waiting-text = A pair may still come of the choice. The coordinator publishes the proposal; after that, those who need you remain here.
appointments-board-looks-on = Too early to appoint: the second round runs until { $day }
appointments-board-looks-on-text = Those who have no pair choose once more. Their provisional mentors stay.
appointments-board-nobody = Every newcomer has a pair
appointments-board-nobody-text = Nothing is expected of you here.
appointments-board-one = { $name }: talk and appoint a mentor
appointments-why-ended = There was a pair, and it has ended.
appointments-why-came-later = The lists were sealed before the first day of work, so there was no choice.
appointments-why-left-over = The pairs are published, and this name is not among them.
appointments-why-looks-on = A second round runs: chooses once more among those with a free place.
appointments-why-not-published = The pairs are not published yet: a pair may come of the choice.
appointments-unseen = No requests, lists, impressions or refusals stand here: only those to whom they are open see them
appointments-reason-seen = Both read the reason and your name: the newcomer and the mentor.
appointments-how = What an appointment is
appointments-how-text = A person makes the pair, not the choice of two. Both see who appointed and why. Until the order each may step back without an explanation. How many pairs were appointed stands in the list of pairs.
appointments-to-share = Choice and appointment
appointments-all = Everybody without a pair
appointments-not-without = There is nothing to appoint here: this newcomer has a pair, or the choice is not over. Nothing changed.
appointments-to = Without a pair: { $count }
appointments-beside = See side by side
appointments-beside-one = See side by side: { $name }
appointments-leads = Before you decide: who leads the teachers here
appointments-leads-one = { $name }: { $post }
appointments-leads-school = head of the school
appointments-leads-deputy = deputy head
appointments-leads-programme = runs the programme of the school
appointments-leads-text = It is harder to speak of a failure to somebody who assesses your work. This is no bar, you decide.
appointments-leads-source = The school’s data do not say who assesses whom, so the head, the deputies and the coordinator are named.
appointments-namesakes = Before you decide: the newcomer has the same full name
appointments-namesakes-text = If both records are one person, they would mentor themselves: leave one record first. If they are namesakes, decide as usual.
