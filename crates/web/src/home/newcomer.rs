//! The home of a newcomer: the choice grows out of meetings, so the next step with people comes first, then
//! whom one has met.

use super::own::{Own, OwnPair, provisional, settled};
use super::tasks::{Task, When};
use crate::commitments::OwnPath as CommitPath;
use crate::names::Names;
use crate::pairs::Standing;
use crate::requests::WritePath;
use crate::said::Said;
use crate::{Page, PageError, mentors};
use actions::rotations::there;
use domain::commitments::is_asked;
use domain::contacts::Contact;
use domain::programmes::{Phase, Programme};
use domain::requests::missed_last;
use domain::{Day, MentorId};
use i18n::Lang;
use store::Tx;

/// Days of one joint work for the chip: how often the two have met, and when last.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Met {
    times: usize,
    last: Option<Day>,
}

/// A candidate with what the newcomer and they have done together.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    id: MentorId,
    pub(super) name: String,
    pub(super) initials: String,
    pub(super) subject: String,
    met: Met,
}

impl Candidate {
    pub(super) fn href(&self) -> String {
        mentors::ShowPath { id: self.id.clone() }.to_string()
    }
    pub(super) fn has_met(&self) -> bool {
        self.met.times > 0
    }
    /// «виделись 2 раза», «виделись 22 сентября», «пока не виделись».
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates hand fields over by reference")]
    pub(super) fn word(&self, lang: &Lang) -> String {
        match (self.met.times, self.met.last) {
            (0, _) | (_, None) => i18n::t(*lang, "home-met-not", &[]),
            (1, Some(day)) => Said::new("home-met-once").day(day).words(*lang),
            (times, _) => i18n::t(*lang, "home-met-times", &[("count", times.into())]),
        }
    }
}

/// The provisional mentor, for the aside.
pub(super) struct Provisional {
    pub(super) name: String,
    pub(super) href: String,
    /// Number and date of the order, once it is signed.
    pub(super) order: Option<(String, Day)>,
}

/// The pair that is meant to stay.
pub(super) struct Chosen {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) standing: Standing,
}

pub(super) struct View {
    pub(super) candidates: Vec<Candidate>,
    pub(super) met: usize,
    pub(super) provisional: Option<Provisional>,
    pub(super) chosen: Option<Chosen>,
    /// The choice is over and there is no pair: what happened, who is there, what comes next.
    pub(super) unpaired: Option<Unpaired>,
    /// Nobody is there yet, and somebody is still to be named: not once the programme is over.
    pub(super) alone: bool,
}

impl View {
    /// Who is with the newcomer until the choice is made, or that nobody is; the page says it once.
    pub(super) fn has_aside(&self) -> bool {
        self.provisional.is_some() || self.alone
    }
}

/// A newcomer without a pair after the choice is never left without a word (feat:C19; neg:N21): three sentences, and
/// none of them tells of a list, a request or a «no».
pub(super) struct Unpaired {
    /// What happened: the key.
    pub(super) why: String,
    /// Who is with the newcomer meanwhile.
    pub(super) for_now: String,
    /// What comes next.
    next: Said,
}

impl Unpaired {
    /// What comes next, in words.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates hand fields over by reference")]
    pub(super) fn next(&self, lang: &Lang) -> String {
        self.next.words(*lang)
    }

    fn of(own: &Own, programme: &Programme, today: Day) -> Option<Self> {
        let (why, for_now) = own.unpaired.clone()?;
        let word = why.word();
        let next = Said::new(format!("home-unpaired-next-{word}"));
        let next = programme.round_on(today).map_or(next.clone(), |round| next.day(round.until));
        Some(Self { why: format!("home-unpaired-why-{word}"), for_now, next })
    }
}

/// Approved mentors of the programme by name, with what the newcomer has done with each.
pub(super) async fn candidates(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
    contacts: &[Contact],
) -> Result<Vec<Candidate>, PageError> {
    let mut candidates = Vec::new();
    let (_, mentors) = there(tx, programme, page.today()).await?;
    for id in mentors.into_keys() {
        let person = names.mentor(&id)?;
        let days = contacts
            .iter()
            .filter(|contact| contact.mentor == id && contact.state.counts())
            .map(|contact| contact.deed.held_on);
        candidates.push(Candidate {
            met: Met { times: days.clone().count(), last: days.max() },
            id,
            name: person.name.brief(),
            initials: person.name.initials(),
            subject: person.subject.clone().unwrap_or_default(),
        });
    }
    i18n::sort_by_name(page.lang(), &mut candidates, |candidate| &candidate.name);
    Ok(candidates)
}

/// What stands below the tasks.
pub(super) async fn view(
    tx: &mut Tx,
    programme: &Programme,
    own: &Own,
    candidates: Vec<Candidate>,
    today: Day,
) -> Result<View, PageError> {
    let provisional = match provisional(&own.pairs) {
        Some(pair) => Some(provisional_of(tx, pair).await?),
        None => None,
    };
    let chosen = settled(&own.pairs).map(|pair| Chosen {
        name: pair.other.clone(),
        href: pair.href(),
        standing: pair.standing(),
    });
    let met = candidates.iter().filter(|candidate| candidate.has_met()).count();
    // Whoever has chosen, or has no choice any more, does not need the list.
    let closed = programme.phase(today) == Phase::Closed;
    let candidates = if chosen.is_some() || closed { Vec::new() } else { candidates };
    let unpaired = Unpaired::of(own, programme, today);
    let alone = !closed && chosen.is_none() && provisional.is_none() && unpaired.is_none();
    Ok(View { candidates, met, provisional, chosen, unpaired, alone })
}

async fn provisional_of(tx: &mut Tx, pair: &OwnPair) -> Result<Provisional, PageError> {
    let order = match pair.pair.assignment() {
        Some(assignment) => store::orders::get(tx, &assignment.order).await?,
        None => None,
    };
    Ok(Provisional {
        name: pair.other.clone(),
        href: pair.href(),
        order: order.and_then(|order| match order.state {
            domain::orders::State::Signed(signature) => Some((signature.number, signature.on)),
            _ => None,
        }),
    })
}

/// The tasks that only newcomers have.
pub(super) fn tasks(
    own: &Own,
    candidates: &[Candidate],
    programme: &Programme,
    names: &Names,
    today: Day,
) -> Vec<Task> {
    let mut tasks: Vec<Task> = next_wish(own, programme, names, today).into_iter().collect();
    tasks.extend(unmet(own, candidates, programme, today));
    tasks
}

/// What comes before everything else: what one takes upon oneself. It stands in the way of nothing (feat:B8).
pub(super) fn first(own: &Own, programme: &Programme, today: Day) -> Option<Task> {
    (own.committed.is_none() && is_asked(programme, today)).then(|| Task {
        when: When::Minute,
        title: Said::new("home-commit"),
        text: Said::new("home-commit-text"),
        href: CommitPath.to_string(),
        act: "home-act-read",
    })
}

/// The last request ended with a «no» or without an answer: the next favourite, in one click (feat:C15).
fn next_wish(own: &Own, programme: &Programme, names: &Names, today: Day) -> Option<Task> {
    let former = missed_last(&own.requests)?;
    let mentor = own.next.clone()?;
    let name = names.mentor(&mentor).ok()?.name.polite();
    Some(Task {
        when: When::Until(programme.asking(today).ok()?),
        title: Said::new("home-next").with("name", name),
        text: Said::new("home-next-text"),
        href: WritePath { mentor }.after(&former.id),
        act: "home-act-next",
    })
}

/// Mentors with whom there was no joint work yet, while the selection lasts and nobody is chosen.
fn unmet(own: &Own, candidates: &[Candidate], programme: &Programme, today: Day) -> Option<Task> {
    if programme.phase(today) != Phase::Selection || settled(&own.pairs).is_some() {
        return None;
    }
    let unmet: Vec<&Candidate> = candidates.iter().filter(|candidate| !candidate.has_met()).collect();
    let (title, text, href) = match unmet[..] {
        [] => return None,
        [one] => (Said::new("home-unmet").with("name", &one.name), Said::new("home-unmet-last"), one.href()),
        _ => {
            let names = unmet.iter().map(|one| one.name.clone()).collect();
            let until = programme.phases.selection_until;
            let title = Said::new("home-unmet-many").with("count", unmet.len()).day(until);
            (title, Said::new("home-unmet-names").names(names), "/mentors".to_owned())
        }
    };
    let when = When::Until(programme.phases.selection_until);
    Some(Task { when, title, text, href, act: "home-act-acquaint" })
}

/// What the board says where nothing presses.
pub(super) fn quiet(own: &Own, programme: &Programme, today: Day) -> Said {
    let phase = programme.phase(today);
    let until = programme.phases.span(phase).1;
    let chosen = settled(&own.pairs);
    match (phase, chosen) {
        (Phase::Selection | Phase::Decision, Some(pair)) => {
            Said::new("home-quiet-agreed").with("name", &pair.other).day(programme.phases.decision_until)
        }
        (Phase::Orders | Phase::Work, Some(pair)) => {
            Said::new(format!("home-quiet-pair-{}", pair.next().word())).with("name", &pair.other)
        }
        (Phase::Hiring, _) => Said::new("home-quiet-hiring").day(programme.phases.selection_from),
        (Phase::Selection, None) => Said::new("home-quiet-choose").day(until),
        (Phase::Decision, None) => Said::new("home-quiet-decision").day(until),
        (Phase::Orders | Phase::Work, None) => Said::new("home-quiet-unpaired"),
        (Phase::Closed, _) => Said::new("home-quiet-closed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::home::staging::{contact, day, names, newcomer, pair, programme, request};
    use domain::Instant;
    use domain::pairs::{Origin, State as PairState};
    use domain::requests::{Request, State as RequestState};
    use domain::sides::Side;

    const AT: Instant = Instant::UNIX_EPOCH;

    fn candidate(id: &str, times: usize) -> Candidate {
        Candidate {
            id: id.into(),
            name: id.to_owned(),
            initials: String::new(),
            subject: String::new(),
            met: Met { times, last: (times > 0).then(|| day(10, 1)) },
        }
    }

    fn keys(tasks: &[Task]) -> Vec<&str> {
        tasks.iter().map(|task| task.title.key()).collect()
    }

    #[test]
    fn a_question_is_answered_in_its_request_and_a_meeting_is_written_down() {
        let mut own = newcomer();
        own.requests = vec![
            request("asked", "aigul", RequestState::Asked { at: AT }),
            request("meet", "bekzhan", RequestState::MeetFirst { at: AT }),
            request("sent", "aigul", RequestState::Sent),
        ];
        let tasks = own.tasks(&programme(), &names(), day(10, 7));
        assert_eq!(keys(&tasks), ["home-question", "home-meet"]);
        assert_eq!(tasks[0].href, "/requests/asked");
        assert_eq!(tasks[1].href, "/contacts/new?with=bekzhan");
        assert_eq!(tasks[0].when, When::Until(day(10, 19)));
    }

    #[test]
    fn an_offer_of_a_mentor_waits_for_the_newcomers_answer() {
        let mut own = newcomer();
        let offer = |id, state| Request { asked_by: Side::Mentor, ..request(id, "aigul", state) };
        own.requests = vec![offer("new", RequestState::Sent), offer("asked", RequestState::Asked { at: AT })];
        let tasks = own.tasks(&programme(), &names(), day(10, 7));
        assert_eq!(keys(&tasks), ["home-offer"], "the question waits for the mentor");
        assert_eq!((tasks[0].href.as_str(), tasks[0].act), ("/requests/new", "home-act-open"));
    }

    #[test]
    fn after_a_no_the_next_favourite_is_one_click_away_until_something_is_sent() {
        let later = AT + jiff::SignedDuration::from_hours(1);
        let mut own = newcomer();
        own.requests = vec![request("over", "aigul", RequestState::Declined { at: later })];
        assert_eq!(next_wish(&own, &programme(), &names(), day(10, 7)), None, "nobody is marked");
        own.next = Some("bekzhan".into());
        let task = next_wish(&own, &programme(), &names(), day(10, 7)).unwrap();
        assert_eq!((task.title.key(), task.href.as_str()), ("home-next", "/requests/new/bekzhan?from=over"));
        let mut sent = request("sent", "bekzhan", RequestState::Sent);
        sent.sent_at = later + jiff::SignedDuration::from_hours(1);
        own.requests.push(sent);
        assert_eq!(next_wish(&own, &programme(), &names(), day(10, 7)), None);
    }

    #[test]
    fn the_last_one_not_met_is_named_and_several_are_listed() {
        let own = newcomer();
        let task = |met: &[Candidate]| unmet(&own, met, &programme(), day(10, 7));
        assert_eq!(task(&[candidate("aigul", 1)]), None);
        let one = task(&[candidate("aigul", 2), candidate("bekzhan", 0)]).unwrap();
        assert_eq!((one.title.key(), one.href.as_str()), ("home-unmet", "/mentors/bekzhan"));
        let two = task(&[candidate("aigul", 0), candidate("bekzhan", 0)]).unwrap();
        assert_eq!((two.title.key(), two.href.as_str()), ("home-unmet-many", "/mentors"));
    }

    #[test]
    fn what_one_takes_upon_oneself_is_asked_once_from_the_selection_on() {
        let own = Own { committed: None, ..newcomer() };
        assert_eq!(first(&own, &programme(), day(8, 20)), None);
        let task = first(&own, &programme(), day(10, 7)).unwrap();
        assert_eq!((task.title.key(), task.href.as_str()), ("home-commit", "/commitments"));
        assert_eq!(first(&newcomer(), &programme(), day(10, 7)), None);
    }

    #[test]
    fn who_has_agreed_is_not_sent_to_meet_others() {
        let mut own = newcomer();
        own.pairs = vec![pair(Origin::Ranked, PairState::Agreed)];
        assert_eq!(unmet(&own, &[candidate("bekzhan", 0)], &programme(), day(10, 7)), None);
    }

    #[test]
    fn after_the_selection_nobody_is_sent_to_meet() {
        assert_eq!(unmet(&newcomer(), &[candidate("bekzhan", 0)], &programme(), day(11, 3)), None);
    }

    #[test]
    fn the_quiet_board_follows_the_phase() {
        let on = |own: &Own, month, date| quiet(own, &programme(), day(month, date));
        let alone = newcomer();
        assert_eq!(on(&alone, 8, 20).key(), "home-quiet-hiring");
        assert_eq!(on(&alone, 10, 7).key(), "home-quiet-choose");
        assert_eq!(on(&alone, 11, 1).key(), "home-quiet-decision");
        assert_eq!(on(&alone, 11, 3).key(), "home-quiet-unpaired");
        let mut agreed = newcomer();
        agreed.pairs = vec![pair(Origin::Ranked, PairState::Agreed)];
        assert_eq!(on(&agreed, 10, 7).key(), "home-quiet-agreed");
        assert_eq!(on(&agreed, 11, 3).key(), "home-quiet-pair-publishing");
    }

    #[test]
    fn taken_back_joint_work_is_no_task() {
        let mut own = newcomer();
        own.contacts = vec![contact("c", day(10, 6), domain::contacts::State::Cancelled { at: AT })];
        assert_eq!(own.tasks(&programme(), &names(), day(10, 7)), []);
    }
}
