use super::*;
use crate::calendar::Period;
use crate::pairs::staging;
use jiff::civil::date;

const TODAY: Day = date(2026, 11, 20);

fn period() -> Period {
    Period { from: date(2026, 11, 2), until: Some(date(2027, 5, 26)) }
}

fn pair() -> Pair {
    let assigned = PairState::Assigned(Assignment { order: "order".into(), period: period() });
    staging::pair(Origin::Ranked, assigned)
}

fn asked() -> Handover {
    Handover {
        id: "handover".into(),
        school: "school".into(),
        programme: "programme".into(),
        pair: "pair".into(),
        asked_by: Side::Newcomer,
        note: Some("Разные часы.".into()),
        asked_at: Instant::UNIX_EPOCH,
        state: State::Asked,
        version: 0,
    }
}

fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

#[test]
fn either_may_ask_about_a_pair_by_order_while_the_programme_runs_and_somebody_else_reads_it() {
    let programme = programme();
    assert_eq!(may_ask(&pair(), &programme, true, TODAY), Ok(()));
    assert_eq!(may_ask(&pair(), &programme, false, TODAY), Err(AskRefused::NobodyReads));
    let after = programme.phases.work_until.tomorrow().unwrap();
    assert_eq!(may_ask(&pair(), &programme, true, after), Err(AskRefused::Over));
    let provisional = Pair { origin: Origin::Provisional, ..pair() };
    let published = Pair { state: PairState::Published, ..pair() };
    let ended = pair().end(TODAY, Instant::UNIX_EPOCH).unwrap();
    for other in [provisional, published, ended] {
        assert_eq!(may_ask(&other, &programme, true, TODAY), Err(AskRefused::NotAssigned), "{other:?}");
    }
}

#[test]
fn a_note_is_optional_and_short() {
    assert_eq!(note(None), Ok(None));
    assert_eq!(note(Some("  \n")), Ok(None));
    assert_eq!(note(Some(" Разные часы. ")), Ok(Some("Разные часы.".into())));
    assert_eq!(note(Some(&"ә".repeat(MOST_NOTE))), Ok(Some("ә".repeat(MOST_NOTE))));
    assert_eq!(note(Some(&"ә".repeat(MOST_NOTE + 1))), Err(AskRefused::NoteTooLong));
}

#[test]
fn what_is_taken_back_leaves_no_note() {
    assert_eq!(asked().take_back(Instant::UNIX_EPOCH).unwrap().note, None);
    assert!(asked().stay(Instant::UNIX_EPOCH).unwrap().note.is_some());
}

#[test]
fn it_is_open_until_somebody_decides_or_the_pair_ends_by_something_else() {
    assert!(asked().is_open(&pair()));
    assert!(!asked().is_open(&pair().end(TODAY, Instant::UNIX_EPOCH).unwrap()));
    assert!(!asked().is_open(&Pair { id: "another".into(), ..pair() }));
    assert!(!asked().stay(Instant::UNIX_EPOCH).unwrap().is_open(&pair()));
}

#[test]
fn n05_the_old_pair_keeps_a_first_day_and_the_new_one_begins_after_its_last() {
    let on = |day| ends_on(&pair(), day, TODAY);
    let from = period().from;
    assert_eq!(on(date(2026, 11, 1)), Err(ChangeRefused::BeforeFirstDay { from }));
    assert_eq!(on(from), Ok(date(2026, 11, 3)), "a pair of one day was a pair");
    assert_eq!(on(TODAY), Ok(date(2026, 11, 21)));
    assert_eq!(on(date(2026, 11, 21)), Err(ChangeRefused::AfterToday));
    let begun_today = Pair {
        state: PairState::Assigned(Assignment {
            order: "order".into(),
            period: Period { from: TODAY, ..period() },
        }),
        ..pair()
    };
    assert_eq!(ends_on(&begun_today, TODAY, TODAY), Ok(date(2026, 11, 21)), "a change on the same day");
    let published = Pair { state: PairState::Published, ..pair() };
    assert_eq!(ends_on(&published, TODAY, TODAY), Err(ChangeRefused::NotOpen));
}

#[test]
fn n05_the_periods_of_the_old_and_the_new_mentor_never_overlap() {
    for last in [period().from, date(2026, 11, 10), TODAY] {
        let until = ends_on(&pair(), last, TODAY).unwrap();
        let old = pair().end(until, Instant::UNIX_EPOCH).unwrap().assignment().unwrap().period;
        let new = |from| {
            Pair { state: PairState::Published, ..pair() }.assign(
                "replacing".into(),
                Period { from, ..period() },
                &[old],
            )
        };
        assert!(new(last).is_err(), "on the last day itself: {last}");
        assert!(new(until).is_ok(), "on the next day: {last}");
    }
}

#[test]
fn the_diagram_shows_every_arrow_and_no_other() {
    let now = Instant::UNIX_EPOCH;
    let steps = |from: &Handover| {
        [from.clone().take_back(now), from.clone().stay(now), from.clone().carry_out("new".into(), now)]
    };
    let mut all = vec![asked()];
    all.extend(steps(&asked()).into_iter().flatten());
    let mut arrows = std::collections::BTreeSet::new();
    for from in &all {
        for to in steps(from).into_iter().flatten() {
            arrows.insert((from.state.word(), to.state.word()));
        }
    }
    let drawn = crate::diagrams::arrows(include_str!("../../../../docs/states/handovers.md"));
    assert_eq!(drawn, arrows);
}
