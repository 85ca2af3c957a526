//! Sittings: what is frozen when, and who gets a paper.

use super::super::*;
use super::{bank, minute, plan, rubric};
use crate::courses::{Attempts, Candidate, Part, State as Course};
use crate::diagrams::arrows;
use crate::questions::{Language, Points};
use jiff::civil::date;
use std::collections::BTreeSet;

fn cut(set_at: i64) -> Cut {
    Cut { points: Points::whole(3), method: Method::Agreed, set_by: "serik".into(), set_at: minute(set_at) }
}

fn planned() -> Sitting {
    Sitting {
        id: "exam".into(),
        school: "school-12".into(),
        begins: minute(0),
        ends: minute(30),
        plan: plan(4),
        bank: 1,
        languages: [Language::Kk].into(),
        cuts: Cuts::default(),
        rubric: rubric(),
        marker: None,
        places: 0,
        state: SittingState::Planned,
        version: 0,
    }
}

fn ready() -> Sitting {
    planned().set_cut(cut(-60), Points::whole(5)).unwrap()
}

fn running() -> Sitting {
    ready().begin(&bank(), minute(0)).unwrap()
}

#[test]
fn a_sitting_of_one_day_takes_its_window_and_a_paper_and_one_of_days_no_hour() {
    let sitting = planned();
    let (minutes, offset) = (sitting.plan.minutes, 300);
    let span = sitting.span(offset).unwrap();
    assert_eq!(span.instants(offset).0, sitting.begins);
    assert_eq!(span.minutes, 30 + minutes);
    let days = Sitting { ends: minute(2 * 24 * 60), ..sitting };
    assert_eq!(days.span(offset), None);
}

fn candidate(state: Course) -> Candidate {
    Candidate {
        course: "course".into(),
        person: "gulnafisa".into(),
        state,
        attempts: Attempts { theory: 1, practice: 0 },
        changed_at: minute(-90),
        version: 0,
    }
}

#[test]
fn the_diagram_in_the_documents_is_what_the_code_does() {
    let states = [
        SittingState::Planned,
        SittingState::Running,
        SittingState::Closed { at: minute(30) },
        SittingState::CalledOff { at: minute(1), reason: "Жарық жоқ".into() },
    ];
    let mut seen = BTreeSet::new();
    for state in states {
        let from = || Sitting { state: state.clone(), ..ready() };
        let steps = [
            from().set_cut(cut(-30), Points::whole(5)),
            from().begin(&bank(), minute(1)),
            from().close(minute(31)),
            from().call_off("Жарық жоқ", minute(1)),
        ];
        seen.extend(steps.into_iter().flatten().map(|to| (state.word(), to.state.word())));
    }
    assert_eq!(seen, arrows(include_str!("../../../../../docs/states/exams.md")));
}

#[test]
fn candidates_of_other_schools_take_places_until_papers_are_opened_no_more() {
    let open = Sitting { places: 1, ..planned() };
    assert!(!planned().is_open() && open.is_open() && !open.is_full(0) && open.is_full(1));
    assert_eq!(ready().takes_guests(minute(-5)), Ok(()));
    assert_eq!(running().takes_guests(minute(29)), Ok(()));
    assert_eq!(running().takes_guests(minute(30)), Err(NotAdmitted::TooLate));
    let closed = Sitting { state: SittingState::Closed { at: minute(30) }, ..ready() };
    assert_eq!(closed.takes_guests(minute(5)), Err(NotAdmitted::TooLate));
}

#[test]
fn a_sitting_begins_when_everything_that_decides_is_there() {
    let begin = |sitting: Sitting| sitting.begin(&bank(), minute(0)).map(|sitting| sitting.state);
    assert_eq!(begin(ready()), Ok(SittingState::Running));
    assert_eq!(begin(planned()), Err(SittingRefused::NoCut));
    assert_eq!(ready().begin(&bank(), minute(-1)), Err(SittingRefused::TooEarly));
    assert_eq!(begin(Sitting { plan: plan(0), ..ready() }), Err(SittingRefused::Plan(PlanFault::Nothing)));
    assert_eq!(begin(Sitting { bank: 7, ..ready() }), Err(SittingRefused::OtherBank { version: 1 }));
    let rubric = Rubric { gap: 0, ..rubric() };
    assert_eq!(begin(Sitting { rubric, ..ready() }), Err(SittingRefused::Rubric(RubricFault::Gap)));
}

#[test]
fn nobody_moves_the_cut_of_a_sitting_that_runs() {
    let frozen = Err(SittingRefused::Cut(CutRefused::Frozen));
    assert_eq!(running().set_cut(cut(-30), Points::whole(5)), frozen);
    assert_eq!(planned().set_cut(cut(0), Points::whole(5)), frozen, "nor on its first minute");
}

#[test]
fn whoever_is_admitted_gets_a_paper_with_its_whole_time() {
    let admitted = candidate(Course::Admitted);
    let open = |sitting: &Sitting, has, now| sitting.open(&admitted, has, &bank(), 15, 7, minute(now));
    let paper = open(&running(), false, 29).unwrap();
    assert_eq!((paper.number, paper.time.ends(), paper.variant.seed), (2, minute(29 + 75), 7));
    assert_eq!(open(&running(), false, 30), Err(NotAdmitted::TooLate));
    assert_eq!(open(&running(), true, 5), Err(NotAdmitted::HasPaper));
    assert_eq!(open(&ready(), false, 5), Err(NotAdmitted::NotRunning));
    let marks = Sitting { marker: Some("gulnafisa".into()), ..running() };
    assert_eq!(open(&marks, false, 5), Err(NotAdmitted::Marks), "nobody marks beside the own paper");
    let moved = Sitting { bank: 7, ..running() };
    assert_eq!(open(&moved, false, 5), Err(NotAdmitted::OtherBank));
}

#[test]
fn a_gate_or_a_result_keeps_the_paper_shut() {
    let failed = Course::Failed { part: Part::Theory, on: date(2027, 4, 12) };
    for state in [Course::Discussion, Course::Training, Course::Practice, failed] {
        let refused = running().open(&candidate(state.clone()), false, &bank(), 0, 7, minute(5));
        assert_eq!(refused, Err(NotAdmitted::Standing(state)));
    }
}

#[test]
fn a_sitting_is_called_off_with_a_reason_and_closed_at_its_end() {
    assert_eq!(running().call_off(" ", minute(5)), Err(SittingRefused::NoReason));
    let off = running().call_off("Жарық жоқ", minute(5)).unwrap();
    assert_eq!(off.close(minute(40)), Err(SittingRefused::NotHere));
    assert_eq!(running().close(minute(29)), Err(SittingRefused::NotOver));
    assert_eq!(running().close(minute(30)).unwrap().state, SittingState::Closed { at: minute(30) });
}
