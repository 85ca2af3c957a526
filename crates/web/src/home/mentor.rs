//! The home of a mentor: whose turn it is.

use super::own::{Own, OwnPair};
use super::tasks::{Task, When};
use crate::pairs::Standing;
use crate::said::Said;
use domain::Day;
use domain::mentors::{Mentor, State as MentorState};
use domain::pairs::Origin;
use domain::programmes::{Phase, Programme};
use domain::requests::{Request, State as RequestState};
use domain::sides::Side;

/// A newcomer of the mentor.
pub(super) struct Newcomer {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) standing: Standing,
    /// Until the choice is made.
    pub(super) provisional: bool,
}

pub(super) struct View {
    /// The candidature is approved.
    pub(super) approved: bool,
    /// Newcomers may still write and come: not once the programme is over.
    pub(super) open: bool,
    pub(super) newcomers: Vec<Newcomer>,
    pub(super) taken: usize,
    pub(super) places: usize,
    /// Requests that wait for the other side.
    pub(super) theirs: usize,
    /// Requests that are over.
    pub(super) over: usize,
}

pub(super) fn view(own: &Own, mentor: &Mentor, programme: &Programme, today: Day) -> View {
    let newcomer = |pair: &OwnPair| Newcomer {
        name: pair.other.clone(),
        href: pair.href(),
        standing: pair.standing(),
        provisional: pair.pair.origin == Origin::Provisional,
    };
    let theirs = |request: &&Request| match request.state {
        RequestState::Asked { .. } => request.asked() == Side::Mentor,
        RequestState::Sent | RequestState::Read { .. } => request.asked() == Side::Newcomer,
        _ => false,
    };
    View {
        approved: mentor.state == MentorState::Approved,
        open: programme.phase(today) != Phase::Closed,
        newcomers: own.pairs.iter().map(newcomer).collect(),
        taken: own.pairs.iter().filter(|pair| pair.pair.place.is_some()).count(),
        places: usize::from(mentor.card.places),
        theirs: own.requests.iter().filter(theirs).count(),
        over: own.requests.iter().filter(|request| !request.state.is_open()).count(),
    }
}

/// The tasks that only mentors have.
pub(super) fn tasks(mentor: &Mentor) -> Vec<Task> {
    nomination(mentor).into_iter().collect()
}

/// Somebody was nominated and has not said yes or no.
fn nomination(mentor: &Mentor) -> Option<Task> {
    (mentor.state == MentorState::Nominated).then(|| Task {
        when: When::Anytime,
        title: Said::new("home-nomination"),
        text: Said::new("home-nomination-text"),
        href: "/mentors/card".to_owned(),
        act: "home-act-decide",
    })
}

/// What the board says where nothing presses.
pub(super) fn quiet(mentor: &Mentor, programme: &Programme, today: Day) -> Said {
    let phase = programme.phase(today);
    match (mentor.state, phase) {
        (MentorState::Applied, _) => Said::new("home-quiet-applied"),
        (_, Phase::Hiring) => Said::new("home-quiet-hiring").day(programme.phases.selection_from),
        (MentorState::Approved, Phase::Orders | Phase::Work)
            if let Some(round) = programme.round_on(today) =>
        {
            Said::new("home-quiet-requests").day(round.until)
        }
        (_, Phase::Selection) => Said::new("home-quiet-requests").day(programme.phases.selection_until),
        (_, Phase::Decision) => Said::new("home-quiet-decision").day(programme.phases.decision_until),
        (_, Phase::Orders) => Said::new("home-quiet-orders").day(programme.phases.orders_until),
        (_, Phase::Work) => Said::new("home-quiet-work").day(programme.phases.work_until),
        (_, Phase::Closed) => Said::new("home-quiet-closed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::home::staging::{contact, day, mentor as own, names, pair, programme, request};
    use domain::Instant;
    use domain::calendar::Period;
    use domain::consents::Consent;
    use domain::contacts::State as ContactState;
    use domain::mentors::Card;
    use domain::pairs::{Assignment, FirstMeeting, State as PairState};

    const AT: Instant = Instant::UNIX_EPOCH;

    fn candidature(state: MentorState) -> Mentor {
        Mentor {
            id: "aigul".into(),
            school: "school".into(),
            programme: "programme".into(),
            person: "aigul".into(),
            state,
            since: AT,
            card: Card {
                motive: String::new(),
                gives: String::new(),
                works: String::new(),
                languages: vec![],
                places: 2,
            },
            back_on: None,
            version: 0,
        }
    }

    fn keys(tasks: &[Task]) -> Vec<&str> {
        tasks.iter().map(|task| task.title.key()).collect()
    }

    #[test]
    fn requests_in_the_mentors_turn_are_tasks_and_others_are_not() {
        let mut own = own();
        own.requests = vec![
            request("a", "aigul", RequestState::Sent),
            request("b", "aigul", RequestState::Asked { at: AT }),
            request("c", "aigul", RequestState::MeetFirst { at: AT }),
            request("d", "aigul", RequestState::Declined { at: AT }),
        ];
        let approved = candidature(MentorState::Approved);
        let tasks = own.tasks(&programme(), &names(), day(10, 7));
        let hrefs: Vec<&str> = tasks.iter().map(|task| task.href.as_str()).collect();
        assert_eq!(hrefs, ["/requests/a", "/requests/c"]);
        let view = view(&own, &approved, &programme(), day(10, 7));
        assert_eq!((view.theirs, view.over), (1, 1));
    }

    #[test]
    fn nobody_is_waited_for_once_the_programme_is_over() {
        let is_open = |on| view(&own(), &candidature(MentorState::Approved), &programme(), on).open;
        assert!(is_open(day(10, 7)));
        assert!(!is_open(jiff::civil::date(2027, 6, 1)));
    }

    #[test]
    fn a_nominee_decides() {
        let tasks = tasks(&candidature(MentorState::Nominated));
        assert_eq!(keys(&tasks), ["home-nomination"]);
    }

    #[test]
    fn the_other_side_confirms_and_the_author_does_not() {
        let mut theirs = own();
        theirs.contacts = vec![contact("c", day(10, 6), ContactState::Recorded)];
        let tasks = theirs.tasks(&programme(), &names(), day(10, 7));
        assert_eq!(keys(&tasks), ["home-confirm", "home-impression"]);
        assert_eq!(tasks[0].href, "/contacts/c");
        let mut mine = crate::home::staging::newcomer();
        mine.contacts = theirs.contacts;
        assert_eq!(keys(&mine.tasks(&programme(), &names(), day(10, 7))), ["home-impression"]);
    }

    #[test]
    fn an_impression_is_asked_for_two_weeks_and_not_when_it_is_kept() {
        let mut own = own();
        own.contacts = vec![contact("c", day(10, 6), ContactState::Confirmed { at: AT })];
        let on = |own: &Own, date| keys(&own.tasks(&programme(), &names(), day(10, date))).len();
        assert_eq!(on(&own, 20), 1);
        assert_eq!(on(&own, 21), 0);
        own.impressions = vec!["c".into()];
        assert_eq!(on(&own, 7), 0);
    }

    #[test]
    fn the_sealed_list_is_asked_for_in_its_last_week() {
        let on = |own: &Own, month, date| own.tasks(&programme(), &names(), day(month, date));
        assert_eq!(on(&own(), 10, 24), []);
        let asked = on(&own(), 10, 25);
        assert_eq!(keys(&asked), ["home-ranking-mentor"]);
        assert_eq!(asked[0].when, When::Until(day(11, 1)));
        assert_eq!(on(&own(), 11, 2), []);
        assert_eq!(on(&Own { ranked: true, ..own() }, 10, 25), []);
        assert_eq!(on(&Own { may_rank: false, ..own() }, 10, 25), []);
    }

    #[test]
    fn a_consent_is_a_task_of_the_side_that_has_not_given_it() {
        let mut own = own();
        own.pairs = vec![pair(Origin::Ranked, PairState::Published)];
        let today = day(11, 3);
        let tasks = own.tasks(&programme(), &names(), today);
        assert_eq!((keys(&tasks), tasks[0].href.as_str()), (vec!["home-consent"], "/pairs/pair"));
        own.pairs[0].consents = vec![Consent { pair: "pair".into(), side: Side::Mentor, given_at: AT }];
        assert_eq!(own.tasks(&programme(), &names(), today), []);
    }

    #[test]
    fn after_the_order_a_first_meeting_is_planned_and_then_stands_before_the_two() {
        let mut own = own();
        let period = Period { from: day(11, 2), until: None };
        let assigned = PairState::Assigned(Assignment { order: "order".into(), period });
        own.pairs = vec![pair(Origin::Ranked, assigned)];
        let on = |own: &Own, date| own.tasks(&programme(), &names(), day(11, date));
        let plan = on(&own, 3);
        assert_eq!((keys(&plan), plan[0].when), (vec!["home-plan"], When::Until(day(11, 16))));
        own.pairs[0].meeting = Some(FirstMeeting {
            on: day(11, 12),
            at: jiff::civil::time(15, 10, 0, 0),
            place: "214".into(),
            set_by: "dana".into(),
            set_at: AT,
            version: 0,
        });
        assert_eq!(keys(&on(&own, 12)), ["home-meeting"]);
        assert_eq!(on(&own, 13), []);
    }
}
