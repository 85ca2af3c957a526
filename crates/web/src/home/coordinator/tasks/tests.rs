use super::*;
use crate::home::staging::{contact, day, names, pair_of, programme, request};
use domain::calendar::{Period, WorkCalendar};
use domain::consents::Consent;
use domain::contacts::State as ContactState;
use domain::mentors::Card;
use domain::milestones::Milestone;
use domain::pairs::Assignment;
use domain::programmes::Programme;
use domain::requests::Closed;
use domain::{Instant, PersonId};
use jiff::tz::Offset;

const AT: Instant = Instant::UNIX_EPOCH;

fn noon(day: Day) -> Instant {
    Offset::UTC.to_timestamp(day.at(12, 0, 0, 0)).unwrap()
}

fn newcomer(id: &str, hired_on: Day) -> Newcomer {
    Newcomer {
        id: id.into(),
        school: "school".into(),
        programme: "programme".into(),
        person: PersonId::from(id),
        hired_on,
        version: 0,
    }
}

fn candidature(id: &str, state: MentorState, since: Instant) -> Mentor {
    let card = Card {
        motive: String::new(),
        gives: String::new(),
        works: String::new(),
        languages: vec![],
        places: 1,
    };
    Mentor {
        id: id.into(),
        school: "school".into(),
        programme: "programme".into(),
        person: id.into(),
        state,
        since,
        card,
        back_on: None,
        version: 0,
    }
}

fn ticked(milestone: Milestone) -> Tick {
    Tick { newcomer: "dana".into(), milestone, on: day(9, 1), by: "aigul".into() }
}

/// Дана with a signed provisional order and a joint work with Айгүл, on a day: nothing is to be done.
fn calm(today: Day) -> Facts {
    let period = Period { from: day(9, 1), until: None };
    let assigned = PairState::Assigned(Assignment { order: "order".into(), period });
    Facts {
        programme: programme(),
        now: noon(today),
        today,
        calendar: WorkCalendar::default(),
        names: names(),
        newcomers: vec![newcomer("dana", day(8, 25))],
        mentors: vec![candidature("aigul", MentorState::Approved, AT)],
        pairs: vec![Pair { id: "provisional".into(), place: None, ..pair_of(Origin::Provisional, assigned) }],
        consents: vec![],
        begun: vec!["provisional".into()],
        disputes: 0,
        to_talk: 0,
        contacts: vec![contact("c", day(9, 20), ContactState::Recorded)],
        requests: vec![],
        turns: vec![],
        clashing: 0,
        ranked: (0, 0),
        draft: None,
        published: false,
        to_order: 0,
        to_end: 0,
        with_head: 0,
        handovers: vec![],
        planned: ["provisional".into()].into(),
        closed: BTreeSet::new(),
        ticks: Milestone::ALL.iter().map(|milestone| ticked(*milestone)).collect(),
    }
}

fn keys(facts: &Facts) -> Vec<String> {
    all(facts).iter().map(|task| task.title.key().to_owned()).collect()
}

#[test]
fn in_a_stopped_programme_nobody_is_named_or_decided_on_and_what_ends_pairs_is_still_ordered() {
    let today = day(10, 5);
    let candidate = candidature("bekzhan", MentorState::Applied, AT);
    let running = Facts { mentors: vec![candidate], pairs: vec![], to_order: 1, to_end: 1, ..calm(today) };
    assert!(keys(&running).contains(&"home-late-order".to_owned()), "{:?}", keys(&running));
    assert!(keys(&running).contains(&"home-applications".to_owned()), "{:?}", keys(&running));
    let programme = Programme { stopped_on: Some(today), ..programme() };
    assert_eq!(keys(&Facts { programme, ..running }), ["home-to-order"]);
}

/// A round of November.
fn round_of_november() -> domain::rounds::Round {
    domain::rounds::Round {
        id: "round".into(),
        school: "school".into(),
        programme: "programme".into(),
        number: 1,
        from: day(11, 16),
        until: day(11, 30),
        opened_at: AT,
        opened_by: "gulnafisa".into(),
        state: domain::rounds::State::Open,
        version: 0,
    }
}

#[test]
fn who_is_left_after_the_publication_leads_to_a_second_round_and_not_to_the_same_lists_again() {
    let facts = Facts { published: true, ..calm(day(11, 16)) };
    assert_eq!(keys(&facts), ["home-round-open"]);
    let with_round = |today| {
        let mut facts = Facts { published: false, ..calm(today) };
        facts.programme.round = Some(round_of_november());
        facts
    };
    let running = all(&with_round(day(11, 20)));
    let first = &running[0];
    assert_eq!((first.title.key(), first.when), ("home-round-runs", When::Until(day(11, 30))));
    let agreed = pair_of(Origin::Ranked, PairState::Agreed);
    let mut facts = with_round(day(11, 20));
    facts.pairs.push(agreed);
    assert_eq!(keys(&facts), ["home-round-all"], "nobody is left to wait for");
    assert_eq!(keys(&with_round(day(12, 1))), ["home-propose"], "its lists are open");
}

#[test]
fn somebody_whose_order_has_ended_without_another_is_named() {
    let mut facts = Facts { published: true, ..calm(day(11, 16)) };
    facts.pairs = facts.pairs.into_iter().map(|pair| pair.end(day(11, 10), AT).unwrap()).collect();
    assert!(keys(&facts).contains(&"home-nobody-there".to_owned()), "{:?}", keys(&facts));
}

#[test]
fn where_nothing_is_to_be_done_nothing_is_said() {
    assert_eq!(all(&calm(day(10, 7))), []);
}

#[test]
fn without_an_order_the_laws_days_are_counted_and_then_it_is_late() {
    let facts = |today| Facts { pairs: vec![], ..calm(today) };
    let open = all(&facts(day(8, 28)));
    assert_eq!((open[0].title.key(), open[0].when), ("home-open-order", When::Until(day(9, 1))));
    assert_eq!(open[0].href, "/newcomers/dana");
    let late = late_orders(&facts(day(9, 2))).unwrap();
    assert_eq!((late.when, late.act), (When::Until(day(9, 1)), "home-act-name"));
}

#[test]
fn a_named_mentor_without_an_order_leads_to_the_documents() {
    let named =
        |today| Facts { pairs: vec![pair_of(Origin::Provisional, PairState::Published)], ..calm(today) };
    let unsigned = all(&named(day(8, 28)));
    assert_eq!((unsigned[0].title.key(), unsigned[0].href.as_str()), ("home-unsigned", "/orders"));
    let late = late_orders(&named(day(9, 2))).unwrap();
    assert_eq!((late.href.as_str(), late.act), ("/orders", "home-act-orders"));
}

#[test]
fn who_has_met_nobody_is_named_in_the_selection_only() {
    let alone = |today| Facts { contacts: vec![], ..calm(today) };
    assert_eq!(keys(&alone(day(10, 7))), ["home-met-nobody"]);
    assert!(met_nobody(&alone(day(11, 3))).is_none());
}

#[test]
fn a_request_is_silent_after_a_week_and_an_answered_one_never() {
    let facts = |sent: Day, state| {
        let asked = Request { sent_at: noon(sent), ..request("r", "aigul", state) };
        Facts { requests: vec![asked], ..calm(day(10, 7)) }
    };
    assert_eq!(keys(&facts(day(9, 30), RequestState::Sent)), ["home-unanswered"]);
    assert_eq!(keys(&facts(day(10, 1), RequestState::Sent)), [""; 0]);
    assert_eq!(keys(&facts(day(9, 1), RequestState::Asked { at: AT })), [""; 0]);
    let closed = RequestState::Closed { at: AT, why: Closed::MentorFull };
    assert_eq!(keys(&facts(day(9, 1), closed)), [""; 0]);
}

#[test]
fn applications_wait_at_once_and_nominees_are_asked_after_a_week() {
    let mut facts = calm(day(10, 7));
    facts.mentors.push(candidature("bekzhan", MentorState::Applied, noon(day(10, 7))));
    assert_eq!(keys(&facts), ["home-applications"]);
    facts.mentors[1].state = MentorState::Nominated;
    assert_eq!(keys(&facts), [""; 0]);
    facts.mentors[1].since = noon(day(9, 30));
    assert_eq!(keys(&facts), ["home-nominees"]);
}

#[test]
fn a_talk_about_a_pair_leads_to_its_page_and_says_no_more() {
    let asked = |id: &str| (id.into(), "Сәтбаева Дана".to_owned());
    let one = all(&Facts { handovers: vec![asked("h")], ..calm(day(11, 20)) });
    let task = one.iter().find(|task| task.title.key() == "home-handovers").unwrap();
    assert_eq!(task.href, "/handovers/h");
    let two = all(&Facts { handovers: vec![asked("h"), asked("i")], ..calm(day(11, 20)) });
    assert!(two.iter().any(|task| task.href == "/handovers"));
}

#[test]
fn the_lists_are_counted_in_their_last_week_until_all_are_in() {
    assert_eq!(keys(&calm(day(10, 24))), [""; 0]);
    assert_eq!(keys(&calm(day(10, 25))), ["home-rankings"]);
    let complete = Facts { ranked: (1, 1), ..calm(day(10, 25)) };
    assert_eq!(keys(&complete), [""; 0]);
}

#[test]
fn after_the_decision_a_proposal_is_made_and_then_published() {
    let facts = calm(day(11, 3));
    let made = proposal(&facts).unwrap();
    assert_eq!((made.title.key(), made.href.as_str()), ("home-propose", "/proposals"));
    let drafted = Facts { draft: Some("p".into()), ..facts };
    assert_eq!(proposal(&drafted).unwrap().href, "/proposals/p");
    assert!(proposal(&calm(day(11, 1))).is_none());
}

#[test]
fn a_published_pair_waits_for_consents_then_for_the_order_then_for_the_meeting() {
    let mut facts = calm(day(11, 3));
    facts.pairs = vec![pair_of(Origin::Ranked, PairState::Published)];
    let asked = consents(&facts).unwrap();
    assert_eq!(asked.href, "/pairs/pair");
    let given = |side| Consent { pair: "pair".into(), side, given_at: AT };
    facts.consents = vec![given(Side::Newcomer), given(Side::Mentor)];
    assert!(consents(&facts).is_none());
    facts.to_order = 1;
    let task = to_order(&facts).unwrap();
    assert_eq!(
        (task.title.key(), task.when),
        ("home-to-order", When::Until(facts.programme.phases.orders_until))
    );
    facts.to_end = 1;
    assert_eq!(to_order(&facts).unwrap().when, When::Anytime, "no day of the choice is late for an end");
    let period = Period { from: day(11, 2), until: None };
    facts.pairs[0].state = PairState::Assigned(Assignment { order: "order".into(), period });
    assert_eq!(no_meeting(&facts).unwrap().when, When::Until(day(11, 16)));
}

#[test]
fn a_pair_without_a_work_plan_is_named_when_its_days_have_passed() {
    let without = |today| Facts { planned: std::collections::BTreeSet::new(), ..calm(today) };
    assert_eq!(no_plan(&without(day(9, 11))), None);
    let task = no_plan(&without(day(9, 12))).unwrap();
    assert_eq!((task.when, task.href.as_str()), (When::Until(day(9, 11)), "/pairs/provisional"));
}

#[test]
fn a_checklist_that_has_not_moved_for_three_weeks_is_worth_a_question() {
    let one = |today| Facts { ticks: vec![ticked(Milestone::Workplace)], ..calm(today) };
    assert_eq!(not_moving(&one(day(9, 22))), None);
    let task = not_moving(&one(day(9, 23))).unwrap();
    assert_eq!((task.when, task.href.as_str()), (When::Anytime, "/plans/adaptation/dana"));
    assert_eq!(not_moving(&calm(day(11, 20))), None, "all is ticked");
}
