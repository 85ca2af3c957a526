use super::*;
use crate::choices::{Opened, Sealed, current, open as open_lists, opened_once};
use crate::diagrams::arrows;
use crate::programmes::{NotNow, Undecided};
use jiff::civil::date;

/// The day on which the round is opened: two weeks after the pairs were published.
const OPENED: Day = date(2026, 11, 16);

fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

fn round() -> Round {
    Round {
        id: "round".into(),
        school: "school".into(),
        programme: "programme".into(),
        number: 1,
        from: OPENED,
        until: date(2026, 11, 30),
        opened_at: Instant::UNIX_EPOCH,
        opened_by: "gulnafisa".into(),
        state: State::Open,
        version: 0,
    }
}

fn with(round: Round) -> Programme {
    Programme { round: Some(round), ..programme() }
}

fn outset() -> Outset {
    Outset { looking: 1, mentors: 3, unpublished: false }
}

#[test]
fn the_diagram_in_the_documents_is_what_the_code_does() {
    let (now, within, after) = (Instant::UNIX_EPOCH, date(2026, 11, 20), date(2026, 12, 1));
    let mut seen = std::collections::BTreeSet::new();
    for state in [State::Open, State::Over { at: now }, State::Closed { at: now }] {
        let from = Round { state, ..round() };
        let steps = [
            from.clone().extend(date(2026, 12, 7), &programme(), within),
            from.clone().close(now, within),
            from.end(now, after),
        ];
        seen.extend(steps.into_iter().flatten().map(|to| (state.word(), to.state.word())));
    }
    assert_eq!(seen, arrows(include_str!("../../../../docs/states/rounds.md")));
}

#[test]
fn a_round_is_opened_for_two_weeks_when_the_pairs_are_published() {
    let until = usual_until(&programme(), OPENED);
    assert_eq!(until, date(2026, 11, 30));
    assert_eq!(open(outset(), until, &programme(), OPENED), Ok(1));
    let again = with(Round { state: State::Closed { at: Instant::UNIX_EPOCH }, ..round() });
    assert_eq!(open(outset(), until, &again, OPENED), Ok(2), "the next one");
}

#[test]
fn no_round_without_somebody_who_looks_and_somebody_with_a_place() {
    let on = |outset, today| may_open(outset, &programme(), today);
    assert_eq!(on(outset(), OPENED), Ok(()));
    assert_eq!(on(Outset { looking: 0, ..outset() }, OPENED), Err(OpenRefused::NobodyLooks));
    assert_eq!(on(Outset { mentors: 0, ..outset() }, OPENED), Err(OpenRefused::NoPlace));
    assert_eq!(on(Outset { unpublished: true, ..outset() }, OPENED), Err(OpenRefused::Unpublished));
    assert_eq!(on(outset(), date(2026, 11, 1)), Err(OpenRefused::NotNow(Phase::Decision)));
    assert_eq!(on(outset(), date(2027, 6, 1)), Err(OpenRefused::NotNow(Phase::Closed)));
    assert_eq!(may_open(outset(), &with(round()), date(2026, 11, 30)), Err(OpenRefused::Runs));
    assert_eq!(may_open(outset(), &with(round()), date(2026, 12, 1)), Ok(()), "its last day has passed");
}

#[test]
fn a_round_ends_after_today_and_is_no_longer_than_a_selection() {
    let refused = |until| open(outset(), until, &programme(), OPENED).unwrap_err();
    assert_eq!(refused(OPENED), OpenRefused::Until(UntilRefused::TooEarly));
    let latest_day = date(2027, 1, 15);
    let too_late = UntilRefused::TooLate { latest: latest_day };
    assert_eq!(refused(date(2027, 1, 16)), OpenRefused::Until(too_late));
    assert_eq!(open(outset(), latest_day, &programme(), OPENED), Ok(1));
    let in_may = date(2027, 5, 20);
    assert_eq!(usual_until(&programme(), in_may), date(2027, 5, 25), "the year ends sooner");
}

#[test]
fn a_round_is_made_longer_while_it_runs_and_never_shorter() {
    let on = |until, today| round().extend(until, &programme(), today);
    assert_eq!(on(date(2026, 12, 7), date(2026, 11, 30)).unwrap().until, date(2026, 12, 7));
    let not_later = StepRefused::NotLater { until: date(2026, 11, 30) };
    assert_eq!(on(date(2026, 11, 25), date(2026, 11, 20)), Err(not_later));
    assert_eq!(on(date(2026, 12, 7), date(2026, 12, 1)), Err(StepRefused::NotOpen), "its lists are open");
    let too_late = UntilRefused::TooLate { latest: date(2027, 1, 15) };
    assert_eq!(on(date(2027, 1, 16), date(2026, 11, 20)), Err(StepRefused::Until(too_late)));
}

#[test]
fn while_a_round_runs_people_choose_and_nobody_decides() {
    let last = date(2026, 11, 30);
    let programme = with(round());
    for day in [OPENED, last] {
        assert_eq!((programme.asking(day), programme.choosing(day)), (Ok(last), Ok(last)));
        assert_eq!(programme.decided(day), Err(Undecided::Choosing { until: last }));
    }
    let after = date(2026, 12, 1);
    let over = NotNow { phase: Phase::Work };
    assert_eq!((programme.asking(after), programme.choosing(after)), (Err(over), Err(over)));
    assert_eq!(programme.decided(after), Ok(()), "by its day, whoever has written that down");
}

#[test]
fn a_closed_round_lets_nobody_choose_any_more() {
    let closed = with(round().close(Instant::UNIX_EPOCH, date(2026, 11, 20)).unwrap());
    assert!(closed.choosing(date(2026, 11, 20)).is_err());
    assert_eq!(closed.decided(date(2026, 11, 20)), Ok(()));
}

#[test]
fn a_round_outlives_neither_the_year_nor_begins_before_it() {
    let shorter = crate::programmes::Phases { work_until: date(2026, 11, 20), ..programme().phases };
    let programme = Programme { phases: shorter, ..with(round()) };
    assert_eq!(programme.choosing(date(2026, 11, 23)), Err(NotNow { phase: Phase::Closed }));
}

#[test]
fn lists_of_a_round_are_sealed_like_the_first_ones_and_those_stay_open() {
    let programme = with(round());
    let sealed = |day| open_lists(&programme, day).map(Opened::round);
    assert_eq!(sealed(date(2026, 11, 30)), Err(Sealed { until: date(2026, 11, 30) }));
    assert!(opened_once(&programme, date(2026, 11, 30)));
    assert_eq!(sealed(date(2026, 12, 1)), Ok(1));
    assert_eq!(current(&programme), 1);
    assert_eq!(open_lists(&self::programme(), date(2026, 11, 30)).map(Opened::round), Ok(0));
}
