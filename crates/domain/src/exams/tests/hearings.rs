//! One candidate before a commission.

use super::super::*;
use super::{minute, rubric};
use crate::diagrams::arrows;
use crate::pairs::{Assignment, Origin, Pair, State};
use crate::{Day, PersonId};
use jiff::civil::date;
use std::collections::BTreeSet;

const DAY: Day = date(2027, 4, 12);

fn id(person: &str) -> PersonId {
    person.into()
}

fn waiting() -> Hearing {
    let sheets = ["aigul", "bekzhan"].map(|person| (id(person), Sheet::empty(&rubric())));
    Hearing {
        id: "hearing".into(),
        school: "school-12".into(),
        commission: "commission".into(),
        candidate: id("polina"),
        home: "school-12".into(),
        course: "course".into(),
        seed: 7,
        situation: "keep-a-secret".into(),
        state: HearingState::Waiting,
        sheets: sheets.into(),
        homes: [].into(),
        reasons: Vec::new(),
        version: 0,
    }
}

fn begun() -> Hearing {
    waiting().begin(DAY, Vec::new(), DAY, minute(0)).unwrap()
}

fn all(mark: u8) -> [Option<u8>; 6] {
    [Some(mark); 6]
}

fn sealed(first: [Option<u8>; 6], second: [Option<u8>; 6]) -> Hearing {
    let one = begun().mark(&id("aigul"), &first, true, &rubric()).unwrap();
    one.mark(&id("bekzhan"), &second, true, &rubric()).unwrap()
}

fn reason(by: &str, criterion: usize, text: &str) -> Reason {
    Reason { criterion, by: by.into(), text: text.into() }
}

#[test]
fn the_diagram_in_the_documents_is_what_the_rules_allow() {
    let told = sealed(all(3), all(3)).tell(1, &rubric(), minute(9)).unwrap();
    let mut seen = BTreeSet::new();
    for from in [waiting(), begun(), sealed(all(3), all(3)), told] {
        let (word, rubric) = (from.state.word(), rubric());
        let steps = [
            from.clone().begin(DAY, Vec::new(), DAY, minute(1)),
            from.clone().mark(&id("aigul"), &all(2), false, &rubric),
            from.clone().join(&id("gulnafisa"), Vec::new(), &rubric),
            from.tell(1, &rubric, minute(9)),
        ];
        seen.extend(steps.into_iter().flatten().map(|to| (word, to.state.word())));
    }
    assert_eq!(seen, arrows(include_str!("../../../../../docs/states/hearings.md")));
}

#[test]
fn n23_a_tie_that_came_up_since_keeps_the_practice_from_beginning() {
    let conflict = Conflict { examiner: id("aigul"), kind: TieKind::Mentor };
    let refused = waiting().begin(DAY, vec![conflict.clone()], DAY, minute(0));
    assert_eq!(refused, Err(HearingRefused::Conflicts(vec![conflict.clone()])));
    let joined = begun().join(&id("gulnafisa"), vec![conflict.clone()], &rubric());
    assert_eq!(joined, Err(HearingRefused::Conflicts(vec![conflict])));
    let early = waiting().begin(DAY, Vec::new(), date(2027, 4, 11), minute(0));
    assert_eq!(early, Err(HearingRefused::TooEarly { day: DAY }));
}

#[test]
fn the_whole_is_judged_before_others_marks_are_read() {
    assert_eq!(waiting().may_grade(&id("aigul")), Err(HearingRefused::NotHere));
    assert_eq!(begun().may_grade(&id("aigul")), Ok(()));
    assert_eq!(begun().may_grade(&id("gulnafisa")), Err(HearingRefused::NotHere), "she does not mark");
    assert_eq!(sealed(all(3), all(3)).may_grade(&id("aigul")), Err(HearingRefused::NotHere));
    let own = begun().mark(&id("aigul"), &all(3), true, &rubric()).unwrap();
    assert_eq!(own.may_grade(&id("aigul")), Err(HearingRefused::NotHere), "one's own is sealed");
    assert_eq!(own.may_grade(&id("bekzhan")), Ok(()));
    assert!(Grade::ALL.into_iter().all(|grade| Grade::from_number(grade.number()) == Some(grade)));
    assert_eq!((Grade::Border.number(), Grade::from_number(0)), (2, None));
}

#[test]
fn a_form_that_comes_twice_or_half_loses_nothing() {
    let aigul = id("aigul");
    let mut half = [None; 6];
    half[0] = Some(3);
    let saved = begun().mark(&aigul, &all(2), false, &rubric()).unwrap();
    let saved = saved.mark(&aigul, &half, false, &rubric()).unwrap();
    let marks = saved.sheets[&aigul].marks.clone();
    assert_eq!((marks[0], marks[5]), (Some(3), Some(2)), "what stands open in the form stays");
    let closed = saved.mark(&aigul, &half, true, &rubric()).unwrap();
    assert_eq!(closed.clone().mark(&aigul, &half, true, &rubric()), Ok(closed.clone()), "once more");
    let other = closed.mark(&aigul, &all(1), true, &rubric());
    assert_eq!(other, Err(HearingRefused::Mark(MarkFault::Sealed)));
    let open = begun().mark(&aigul, &half, true, &rubric());
    assert_eq!(open, Err(HearingRefused::Mark(MarkFault::Open { criterion: 1 })));
    let stranger = begun().mark(&id("dana"), &all(3), true, &rubric());
    assert_eq!(stranger, Err(HearingRefused::Stay(MustStay::NotThere)));
}

#[test]
fn marks_of_others_are_blank_until_all_are_sealed() {
    let one = begun().mark(&id("aigul"), &all(3), true, &rubric()).unwrap();
    for reader in ["bekzhan", "gulnafisa"] {
        assert_eq!(one.clone().seen_by(&id(reader)).sheets[&id("aigul")].marks, [None; 6], "{reader}");
    }
    assert_eq!(one.seen_by(&id("aigul")).sheets[&id("aigul")].marks, all(3));
    let both = sealed(all(3), all(2)).seen_by(&id("gulnafisa"));
    assert_eq!(both.sheets[&id("bekzhan")].marks, all(2));
    let candidate = both.seen_by_candidate();
    assert!(candidate.sheets.is_empty() && candidate.situation == "keep-a-secret");
    assert_eq!(waiting().seen_by_candidate().situation, "", "not before it begins");
}

#[test]
fn a_page_that_is_older_than_the_sheet_overwrites_nothing_unseen() {
    let one = begun().mark(&id("aigul"), &[Some(3), None, Some(1), None, None, None], false, &rubric());
    let sheet = one.unwrap().sheets[&id("aigul")].clone();
    let chosen = |mark, known| Some(Chosen { mark, known });
    let page = [chosen(2, None), chosen(2, None), chosen(2, Some(1)), chosen(0, Some(2)), None, None];
    assert_eq!(sheet.newer(&page), Ok(vec![0, 3]), "neither what the page had nor what it chose");
    let again = [chosen(3, None), None, chosen(1, Some(2)), None, None, None];
    assert_eq!(sheet.newer(&again), Ok(vec![]), "what stands already came twice");
    let sealed = Sheet { marks: all(3).to_vec(), sealed: true, asked: 0 };
    assert_eq!(sealed.newer(&page), Err(MarkFault::Sealed));
    let same = [chosen(3, None), None, None, None, None, None];
    assert_eq!(sealed.newer(&same), Ok(vec![]));
}

#[test]
fn a_gap_is_told_only_with_reasons_of_both_or_a_third_sheet() {
    let mut low = all(3);
    low[1] = Some(1);
    let gap = || sealed(all(3), low);
    let refused = gap().tell(1, &rubric(), minute(9));
    assert!(matches!(refused, Err(HearingRefused::Practice(PracticeRefused::Gaps(_)))), "{refused:?}");
    assert_eq!(gap().explain(reason("aigul", 0, "а"), &rubric()), Err(HearingRefused::NoGap));
    assert_eq!(gap().explain(reason("aigul", 1, " "), &rubric()), Err(HearingRefused::NoReason));
    assert_eq!(gap().explain(reason("dana", 1, "а"), &rubric()), Err(HearingRefused::NotHere));
    let one = gap().explain(reason("aigul", 1, "Сұрақ болды"), &rubric()).unwrap();
    assert!(one.clone().tell(1, &rubric(), minute(9)).is_err(), "the other one has not said why");
    let asked = one.clone().join(&id("gulnafisa"), Vec::new(), &rubric()).unwrap();
    assert!(asked.clone().seen_by(&id("gulnafisa")).reasons.is_empty(), "whoever marks next reads no reason");
    assert_eq!(asked.seen_by(&id("aigul")).reasons.len(), 1, "the own one");
    let both = one.explain(reason("bekzhan", 1, "Көмектен кейін"), &rubric()).unwrap();
    assert!(both.tell(1, &rubric(), minute(9)).is_ok());
    let third = gap().join(&id("gulnafisa"), Vec::new(), &rubric()).unwrap();
    assert!(third.clone().tell(1, &rubric(), minute(9)).is_err(), "the third one has not sealed");
    let third = third.mark(&id("gulnafisa"), &all(3), true, &rubric()).unwrap();
    assert!(third.tell(1, &rubric(), minute(9)).is_ok());
    let early = begun().join(&id("gulnafisa"), Vec::new(), &rubric()).unwrap();
    let early = early.mark(&id("aigul"), &all(3), true, &rubric()).unwrap();
    let early = early.mark(&id("bekzhan"), &low, true, &rubric()).unwrap();
    let early = early.mark(&id("gulnafisa"), &all(3), true, &rubric()).unwrap();
    let refused = early.tell(1, &rubric(), minute(9));
    assert!(
        matches!(refused, Err(HearingRefused::Practice(PracticeRefused::Gaps(_)))),
        "asked before there was a gap: {refused:?}"
    );
}

#[test]
fn whoever_takes_the_place_of_one_who_was_asked_decides_as_they_would_have() {
    let mut low = all(3);
    low[1] = Some(1);
    let third = sealed(all(3), low).join(&id("gulnafisa"), Vec::new(), &rubric()).unwrap();
    let other = third.replace(&id("gulnafisa"), &id("dana"), Vec::new(), &rubric()).unwrap();
    let other = other.mark(&id("dana"), &all(3), true, &rubric()).unwrap();
    assert!(other.tell(1, &rubric(), minute(9)).is_ok());
}

#[test]
fn nobody_is_asked_until_a_result_turns() {
    let stands = sealed(all(3), all(3)).join(&id("gulnafisa"), Vec::new(), &rubric());
    assert_eq!(stands, Err(HearingRefused::NotHere));
    assert!(begun().join(&id("gulnafisa"), Vec::new(), &rubric()).is_ok(), "somebody still marks");
}

#[test]
fn whoever_leaves_half_way_is_replaced_and_what_they_sealed_stands() {
    let half = begun().mark(&id("aigul"), &all(3), false, &rubric()).unwrap();
    let replaced = half.replace(&id("aigul"), &id("gulnafisa"), Vec::new(), &rubric()).unwrap();
    assert_eq!(replaced.examiners(), [id("bekzhan"), id("gulnafisa")].into());
    assert_eq!(replaced.sheets[&id("gulnafisa")], Sheet::empty(&rubric()));
    let stays = sealed(all(3), all(3)).replace(&id("aigul"), &id("gulnafisa"), Vec::new(), &rubric());
    assert_eq!(stays, Err(HearingRefused::Stay(MustStay::Sealed)));
    let few = begun().replace(&id("aigul"), &id("bekzhan"), Vec::new(), &rubric());
    assert_eq!(few, Err(HearingRefused::Stay(MustStay::TooFew)), "one person is not two");
}

#[test]
fn whoever_works_nowhere_here_any_more_goes_as_far_as_two_are_left_to_mark() {
    let three = begun().join(&id("gulnafisa"), Vec::new(), &rubric()).unwrap();
    let two = three.clone().without(&id("gulnafisa")).unwrap();
    assert_eq!(two, begun());
    assert_eq!(two.without(&id("aigul")), Err(HearingRefused::Stay(MustStay::TooFew)));
    let sealed_one = three.mark(&id("aigul"), &all(3), true, &rubric()).unwrap();
    assert_eq!(sealed_one.without(&id("aigul")), Err(HearingRefused::Stay(MustStay::Sealed)));
    let told = sealed(all(3), all(3)).tell(1, &rubric(), minute(9)).unwrap();
    assert_eq!(told.without(&id("aigul")), Err(HearingRefused::NotHere));
}

#[test]
fn the_same_seed_draws_the_same_and_nothing_twice_while_others_are_left() {
    let mut shown = BTreeSet::new();
    for seed in 0..12 {
        let drawn = draw_situation(seed, &shown);
        assert_eq!(drawn, draw_situation(seed, &shown));
        assert!(shown.insert(drawn.to_owned()), "{drawn} comes twice");
    }
    assert!(shown.contains(draw_situation(u64::MAX, &shown)), "from all where none is left");
}

#[test]
fn a_pair_binds_by_its_order_and_until_it_ends() {
    let day = |_| date(2026, 11, 9);
    let pair = |state| Pair {
        id: "pair".into(),
        school: "school-12".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        place: None,
        origin: Origin::Provisional,
        state,
        since: minute(0),
        version: 0,
    };
    let period = crate::calendar::Period { from: date(2026, 9, 1), until: Some(date(2027, 6, 1)) };
    let ordered = Assignment { order: "order".into(), period };
    assert_eq!(bound(&pair(State::Assigned(ordered.clone())), day), period);
    let ended = bound(&pair(State::Ended { at: minute(0), was: Some(ordered) }), day);
    assert_eq!((ended.from, ended.until), (period.from, Some(date(2026, 11, 9))));
    assert_eq!(
        bound(&pair(State::Agreed), day),
        crate::calendar::Period { from: date(2026, 11, 9), until: None }
    );
}
