//! Concerns, read like their rules.

use super::*;
use crate::diagrams::arrows;
use jiff::civil::{date, time};
use std::collections::BTreeSet;

/// A Friday.
const FRIDAY: Day = date(2026, 10, 2);

fn concern(state: State) -> Concern {
    Concern {
        id: "c".into(),
        school: "school-12".into(),
        child: "Аян, 8А".into(),
        seen: "Бір бұрышта жалғыз отырды.".into(),
        seen_on: FRIDAY,
        raised: ("aigul".into(), Instant::UNIX_EPOCH),
        raised_on: FRIDAY,
        named: Named::default(),
        state,
        version: 0,
    }
}

fn led() -> State {
    State::Led { by: "polina".into() }
}

fn leaders() -> Leaders {
    Leaders {
        specialists: vec!["polina".into()],
        heads: vec!["serik".into()],
        coordinators: vec!["gulnafisa".into()],
    }
}

fn people<const N: usize>(ids: [&str; N]) -> Vec<PersonId> {
    ids.map(PersonId::from).into()
}

fn about(person: &str) -> Named {
    Named { about: Some(person.into()), ..Named::default() }
}

fn taken(step: Step) -> Taken {
    Taken { step, needed: true, on: FRIDAY, at: time(15, 10, 0, 0), number: None, remark: None }
}

fn entry(step: Step) -> Entry {
    Entry { what: What::Step(taken(step)), by: ("polina".into(), Instant::UNIX_EPOCH) }
}

#[test]
fn the_diagram_shows_every_step_and_no_other() {
    let closed = State::Closed { by: "polina".into(), at: Instant::UNIX_EPOCH, outcome: Outcome::Settled };
    let mut seen = BTreeSet::new();
    for state in [State::Raised, led(), closed] {
        let one = || concern(state.clone());
        let by = || ("polina".into(), Instant::UNIX_EPOCH);
        let next = [
            one().lead("polina".into()),
            one().hand("serik".into()),
            one().name(about("polina")),
            one().close(Outcome::Settled, by(), &[]).ok(),
        ];
        for next in next.into_iter().flatten().filter(|next| next.state.word() != state.word()) {
            seen.insert((state.word(), next.state.word()));
        }
    }
    assert_eq!(seen, arrows(include_str!("../../../../docs/states/concerns.md")));
}

#[test]
fn the_clock_of_order_506_counts_from_the_entry_and_knows_the_weekend() {
    let calendar = WorkCalendar::of(&[]);
    let due = |step: Step| step.due(FRIDAY, &calendar);
    assert_eq!((due(Step::Authority), due(Step::Police)), (Some(FRIDAY), Some(FRIDAY)), "at once");
    assert_eq!(due(Step::Head), Some(date(2026, 10, 3)), "a day, Saturday or not");
    assert_eq!(due(Step::Talk), Some(date(2026, 10, 5)), "one working day");
    assert_eq!(due(Step::Measures), Some(date(2026, 10, 6)), "the working day after the talk");
    assert_eq!(due(Step::Decision), Some(date(2026, 10, 6)), "two working days");
    assert_eq!(due(Step::Plan), None);
}

#[test]
fn a_case_closes_when_nothing_of_the_clock_is_open() {
    let calendar = WorkCalendar::of(&[]);
    let case = concern(led());
    let mut entries = Vec::new();
    let by = || ("polina".into(), Instant::UNIX_EPOCH);
    for step in Step::ALL.into_iter().take(6) {
        let open = case.open_steps(&entries, &calendar, &leaders());
        assert_eq!(case.clone().close(Outcome::Settled, by(), &open), Err(CloseRefused::Open));
        entries.push(entry(step));
    }
    let open = case.open_steps(&entries, &calendar, &leaders());
    assert_eq!(open, [(Step::Commission, date(2027, 4, 2))], "if nothing changes for six months");
    assert!(case.close(Outcome::Settled, by(), &open).is_ok());
    let raised = concern(State::Raised).close(Outcome::Settled, by(), &[]);
    assert_eq!(raised, Err(CloseRefused::NotLed), "nobody has looked");
}

#[test]
fn n20_the_clock_does_not_ask_to_tell_a_head_whom_it_is_about() {
    let calendar = WorkCalendar::of(&[]);
    let asks = |person: &str| {
        let case = Concern { named: about(person), ..concern(led()) };
        case.open_steps(&[], &calendar, &leaders()).iter().any(|(step, _)| *step == Step::Head)
    };
    assert!(asks("dana") && !asks("serik"));
}

#[test]
fn n20_whoever_it_is_about_is_left_out_and_the_next_takes_over() {
    let all = leaders();
    let case = |person: &str| Concern { named: about(person), ..concern(State::Raised) };
    assert_eq!(case("dana").leaders(&all), people(["polina", "serik"]));
    assert_eq!(case("serik").leaders(&all), people(["polina"]));
    let alone = Leaders { specialists: vec![], ..all.clone() };
    assert_eq!(case("serik").leaders(&alone), people(["gulnafisa"]), "the coordinators");
    let named = concern(led()).name(about("polina")).unwrap();
    assert_eq!(named.state, State::Raised, "whoever led it, leads it no longer");
    let back = named.clone().name(Named::default()).or(named.name(about("serik")));
    assert_eq!(back, None, "whoever was named once does not get in again");
    for person in ["polina", "serik", "gulnafisa"] {
        let case = Concern { named: about(person), ..concern(State::Led { by: person.into() }) };
        let told = [case.readers(&all), case.candidates(&all), case.acting(&all)];
        assert!(told.iter().all(|told| !told.contains(&person.into())), "{person}: {told:?}");
    }
}

#[test]
fn a_coordinator_reads_what_was_handed_over_to_them_and_nothing_else() {
    let all = leaders();
    assert!(!concern(led()).readers(&all).contains(&"gulnafisa".into()));
    let handed = concern(led()).hand("gulnafisa".into()).unwrap();
    assert!(handed.readers(&all).contains(&"gulnafisa".into()));
    assert_eq!(handed.acting(&all), people(["gulnafisa"]));
    let without = Leaders { coordinators: vec![], ..all };
    assert_eq!(handed.acting(&without), people(["polina", "serik"]), "no longer here");
    assert!(handed.waits(&without) && !handed.waits(&leaders()));
}

#[test]
fn while_it_is_open_neither_of_the_children_begins_anything() {
    let named = Named { pupil: Some("ayan".into()), harmer: Some("miras".into()), ..Named::default() };
    let case = Concern { named, ..concern(led()) };
    assert!(case.freezes(&"ayan".into()) && case.freezes(&"miras".into()));
    assert!(!case.freezes(&"anna".into()));
    let closed = case.close(Outcome::Settled, ("polina".into(), Instant::UNIX_EPOCH), &[]).unwrap();
    assert!(!closed.freezes(&"ayan".into()) && !closed.freezes(&"miras".into()));
}

#[test]
fn a_step_that_is_not_needed_says_why() {
    let case = concern(led());
    let without = Taken { needed: false, ..taken(Step::Police) };
    assert_eq!(case.may_step(&taken(Step::Police), FRIDAY), Ok(()));
    assert_eq!(case.may_step(&without, FRIDAY), Err(StepRefused::Reason));
    let said = Taken { remark: Some("Бір рет болған сөз.".into()), ..without };
    assert_eq!(case.may_step(&said, FRIDAY), Ok(()));
    assert_eq!(case.may_step(&said, date(2026, 10, 1)), Err(StepRefused::Ahead));
    assert_eq!(concern(State::Raised).may_step(&said, FRIDAY), Err(StepRefused::NotLed));
}

#[test]
fn stored_words_read_back() {
    assert!(Step::ALL.into_iter().all(|one| Step::from_word(one.word()) == Some(one)));
    assert!(Outcome::ALL.into_iter().all(|one| Outcome::from_word(one.word()) == Some(one)));
}
