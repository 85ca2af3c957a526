use super::*;
use crate::calendar::Period;
use crate::pairs::staging::pair;
use jiff::civil::date;
use std::collections::BTreeSet;

const TODAY: Day = date(2027, 5, 3);
const LAST: Day = date(2027, 5, 21);

fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

fn assigned(origin: Origin) -> Pair {
    let period = Period { from: date(2026, 11, 2), until: None };
    pair(origin, PairState::Assigned(Assignment { order: "order".into(), period }))
}

fn ended(last_day: Day) -> Pair {
    assigned(Origin::Ranked).end(last_day.saturating_add(1.day()), Instant::UNIX_EPOCH).unwrap()
}

fn planned() -> Ending {
    Ending {
        id: "ending".into(),
        school: "school".into(),
        programme: "programme".into(),
        pair: "pair".into(),
        number: 1,
        code: "7F3KA-92QDX".into(),
        last_day: LAST,
        reason: Reason::Planned,
        state: State::Planned,
        changed_at: Instant::UNIX_EPOCH,
        version: 0,
    }
}

fn thanks(text: &str) -> Words {
    Words { thanks: Some(text.into()), in_letter: true, ..Words::default() }
}

#[test]
fn the_end_is_a_day_of_the_order_that_is_still_to_come() {
    let pair = assigned(Origin::Ranked);
    let on = |pair: &Pair, day, today| plan(pair, day, &programme(), today);
    assert_eq!(on(&pair, TODAY, TODAY), Ok(()));
    assert_eq!(on(&pair, date(2027, 5, 2), TODAY), Err(PlanRefused::Past));
    let work_until = programme().phases.work_until;
    let late = work_until.saturating_add(1.day());
    assert_eq!(on(&pair, late, TODAY), Err(PlanRefused::TooLate { work_until }));
    let early = on(&pair, date(2026, 11, 1), date(2026, 10, 30));
    assert_eq!(early, Err(PlanRefused::BeforeFirstDay { from: date(2026, 11, 2) }));
    for none in [
        assigned(Origin::Provisional),
        crate::pairs::staging::pair(Origin::Ranked, PairState::Published),
        ended(TODAY),
    ] {
        assert_eq!(on(&none, TODAY, TODAY), Err(PlanRefused::NotWorking));
    }
}

#[test]
fn a_pair_closes_the_day_after_its_last_one() {
    let ending = planned();
    assert!(!ending.is_due(LAST) && ending.is_due(date(2027, 5, 22)));
    assert_eq!(ending.until(), date(2027, 5, 22));
    assert!(ending.is_open(&assigned(Origin::Ranked)) && !ending.is_open(&ended(TODAY)));
    let closed = ending.close(Instant::UNIX_EPOCH).unwrap();
    assert!(!closed.is_due(date(2027, 6, 1)));
}

#[test]
fn thanks_are_read_when_both_have_written_or_the_last_day_has_come() {
    let (pair, ending) = (assigned(Origin::Ranked), planned());
    assert!(!are_open(false, &pair, Some(&ending), TODAY));
    assert!(are_open(true, &pair, Some(&ending), TODAY));
    assert!(are_open(false, &pair, Some(&ending), LAST));
    assert!(are_open(false, &ended(TODAY), None, TODAY));
    assert!(!are_open(false, &pair, None, LAST));
}

#[test]
fn closing_words_are_written_near_the_end_and_a_month_after_it() {
    let on = |pair: &Pair, ending: Option<&Ending>, today| {
        write(thanks(" Рақмет. "), pair, ending, &programme(), false, today)
    };
    let pair = assigned(Origin::Ranked);
    let from = programme().phases.work_until.saturating_sub(30.days());
    let early = from.saturating_sub(1.day());
    assert_eq!(on(&pair, None, from).unwrap().thanks.as_deref(), Some("Рақмет."));
    assert_eq!(on(&pair, None, early), Err(WriteRefused::NotYet { from }));
    assert!(on(&pair, Some(&planned()), early).is_ok());
    let over = ended(date(2027, 1, 20));
    assert!(on(&over, None, date(2027, 2, 19)).is_ok());
    assert_eq!(on(&over, None, date(2027, 2, 20)), Err(WriteRefused::TooLate));
    let published = crate::pairs::staging::pair(Origin::Ranked, PairState::Published);
    assert_eq!(on(&published, None, from), Err(WriteRefused::NotYet { from }));
    assert_eq!(on(&assigned(Origin::Provisional), None, from), Err(WriteRefused::NotYet { from }));
}

#[test]
fn what_the_other_one_has_read_stays_as_it_is() {
    let with = |words: Words, read| {
        write(words, &assigned(Origin::Ranked), Some(&planned()), &programme(), read, TODAY)
    };
    assert_eq!(with(thanks("Рақмет."), true), Err(WriteRefused::Read));
    assert_eq!(with(Words::default(), false), Err(WriteRefused::Nothing));
    assert_eq!(with(thanks("  "), false), Err(WriteRefused::Nothing));
    assert_eq!(with(thanks(&"р".repeat(MOST_WORDS + 1)), false), Err(WriteRefused::TooLong));
    let alone = Words { in_letter: true, worked: Some("Сабақ талдау".into()), ..Words::default() };
    assert!(!with(alone, false).unwrap().in_letter, "there is no word of thanks to print");
}

#[test]
fn words_read_back() {
    assert!(Reason::ALL.into_iter().all(|reason| Reason::from_word(reason.word()) == Some(reason)));
    for state in [State::Planned, State::TakenBack, State::Closed] {
        assert_eq!(State::from_word(state.word()), Some(state));
    }
}

#[test]
fn the_diagram_shows_every_arrow_and_no_other() {
    let now = Instant::UNIX_EPOCH;
    let steps = |from: &Ending| {
        [from.clone().change(TODAY, Reason::Other, now), from.clone().take_back(now), from.clone().close(now)]
    };
    let mut all = vec![planned()];
    all.extend(steps(&planned()).into_iter().flatten());
    let mut arrows = BTreeSet::new();
    for from in &all {
        for to in steps(from).into_iter().flatten() {
            arrows.insert((from.state.word(), to.state.word()));
        }
    }
    let drawn = crate::diagrams::arrows(include_str!("../../../../docs/states/endings.md"));
    assert_eq!(drawn, arrows);
}
