//! The practice: commissions and marks.

use super::super::*;
use super::rubric;
use crate::PersonId;
use crate::calendar::Period;
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn sealed(marks: [u8; 6]) -> Sheet {
    let marks = marks.map(Some).into();
    Sheet::empty(&rubric()).mark(marks, &rubric()).unwrap().seal().unwrap()
}

/// A sheet that was asked for because of a gap.
fn asked(sheet: Sheet) -> Sheet {
    Sheet { asked: 1, ..sheet }
}

fn sheets(all: &[(&str, Sheet)]) -> BTreeMap<PersonId, Sheet> {
    all.iter().map(|(examiner, sheet)| ((*examiner).into(), sheet.clone())).collect()
}

fn people(all: &[&str]) -> BTreeSet<PersonId> {
    all.iter().map(|person| (*person).into()).collect()
}

fn came_to(all: &[(&str, Sheet)], reasons: &[Reason]) -> Result<Practice, PracticeRefused> {
    practice(&sheets(all), reasons, &rubric())
}

#[test]
fn n23_nobody_examines_their_own_newcomer_mentor_or_subordinate() {
    let day = date(2027, 4, 12);
    let tie = |other: &str, kind, until| Tie {
        candidate: "gulnafisa".into(),
        other: other.into(),
        kind,
        period: Period { from: date(2026, 9, 1), until },
    };
    let ties = [
        tie("serik", TieKind::Mentor, None),
        tie("serik", TieKind::Superior, None),
        tie("dana", TieKind::Pair, Some(day)),
        Tie { candidate: "zere".into(), ..tie("erlan", TieKind::Superior, None) },
    ];
    let found = conflicts(&people(&["serik", "dana", "erlan", "gulnafisa"]), &"gulnafisa".into(), &ties, day);
    let conflict = |examiner: &str, kind| Conflict { examiner: examiner.into(), kind };
    assert_eq!(
        found,
        [
            conflict("dana", TieKind::Pair),
            conflict("gulnafisa", TieKind::Oneself),
            conflict("serik", TieKind::Mentor),
            conflict("serik", TieKind::Superior),
        ]
    );
    let on = |day| conflicts(&people(&["dana"]), &"gulnafisa".into(), &ties, day);
    assert!(on(date(2026, 8, 31)).is_empty(), "the day of the exam counts");
    assert_eq!(on(date(2027, 4, 11)), [conflict("dana", TieKind::Pair)]);
    assert!(on(date(2027, 10, 4)).is_empty(), "another school year");
}

#[test]
fn n23_a_pair_that_ended_yesterday_binds_for_the_school_year_and_a_superior_for_the_day() {
    let until = Some(date(2027, 4, 12));
    let tie = |kind| Tie {
        candidate: "gulnafisa".into(),
        other: "dana".into(),
        kind,
        period: Period { from: date(2026, 9, 1), until },
    };
    let binds = |kind, day| !conflicts(&people(&["dana"]), &"gulnafisa".into(), &[tie(kind)], day).is_empty();
    for kind in [TieKind::Mentor, TieKind::Pair] {
        assert!(binds(kind, date(2027, 4, 13)) && binds(kind, date(2027, 7, 31)), "{kind:?}");
        assert!(!binds(kind, date(2027, 8, 1)), "{kind:?}");
    }
    assert!(!binds(TieKind::Superior, date(2027, 4, 13)));
}

#[test]
fn two_to_four_mark() {
    assert!(!enough(&people(&["serik"])));
    assert!(enough(&people(&["serik", "dana"])));
    assert!(enough(&people(&["a", "b", "c", "d"])));
    assert!(!enough(&people(&["a", "b", "c", "d", "e"])));
}

#[test]
fn an_examiner_who_cannot_go_on_is_replaced_before_leaving() {
    let leave = |commission: &[&str], sealed: &[&str]| {
        may_leave(&people(commission), &people(sealed), &"dana".into())
    };
    assert_eq!(leave(&["serik", "dana"], &[]), Err(MustStay::TooFew));
    assert_eq!(leave(&["serik", "dana", "erlan"], &["serik"]), Ok(()));
    assert_eq!(leave(&["serik", "dana", "erlan"], &["dana"]), Err(MustStay::Sealed));
    assert_eq!(leave(&["serik"], &[]), Err(MustStay::NotThere));
}

#[test]
fn a_rubric_has_six_to_eight_criteria_on_one_scale() {
    assert_eq!(rubric().check(), Ok(()));
    let five = Rubric { criteria: rubric().criteria[..5].to_vec(), ..rubric() };
    assert_eq!(five.check(), Err(RubricFault::Count));
    assert_eq!(Rubric { minimum: 4, ..rubric() }.check(), Err(RubricFault::Scale));
    assert_eq!(Rubric { cut: 301, ..rubric() }.check(), Err(RubricFault::Scale));
    assert_eq!(Rubric { gap: 0, ..rubric() }.check(), Err(RubricFault::Gap));
    let mut twice = rubric();
    twice.criteria[1].word = "contact".into();
    assert_eq!(twice.check(), Err(RubricFault::Words));
}

#[test]
fn marks_are_changed_until_they_are_sealed_whole() {
    let empty = || Sheet::empty(&rubric());
    assert_eq!(empty().mark(vec![Some(4); 6], &rubric()), Err(MarkFault::OffScale { criterion: 0 }));
    assert_eq!(empty().mark(vec![Some(3); 5], &rubric()), Err(MarkFault::Count));
    let mut half = vec![Some(3); 6];
    half[4] = None;
    let half = empty().mark(half, &rubric()).unwrap();
    assert_eq!(half.clone().seal(), Err(MarkFault::Open { criterion: 4 }));
    let whole = half.mark(vec![Some(2); 6], &rubric()).unwrap().seal().unwrap();
    assert_eq!(whole.clone().mark(vec![Some(3); 6], &rubric()), Err(MarkFault::Sealed));
    assert_eq!(whole.seal(), Err(MarkFault::Sealed));
}

#[test]
fn nobody_reads_the_marks_of_others_before_all_are_sealed() {
    let both = sheets(&[("serik", sealed([3; 6])), ("dana", Sheet::empty(&rubric()))]);
    assert_eq!(readable(&both, &"serik".into()), ["serik"].map(PersonId::from).iter().collect::<Vec<_>>());
    assert_eq!(readable(&both, &"erlan".into()).len(), 0);
    let both = sheets(&[("serik", sealed([3; 6])), ("dana", sealed([2; 6]))]);
    assert_eq!(readable(&both, &"erlan".into()).len(), 2);
}

#[test]
fn a_result_waits_for_all_examiners() {
    assert_eq!(came_to(&[("serik", sealed([3; 6]))], &[]), Err(PracticeRefused::TooFew));
    let open = came_to(&[("serik", sealed([3; 6])), ("dana", Sheet::empty(&rubric()))], &[]);
    assert_eq!(open, Err(PracticeRefused::Open(vec!["dana".into()])));
}

#[test]
fn a_gap_wants_a_reason_or_a_third_examiner() {
    let two = [("serik", sealed([3, 3, 3, 3, 3, 3])), ("dana", sealed([3, 1, 3, 3, 3, 2]))];
    let gap = Disagreement { criterion: 1, lowest: 1, highest: 3 };
    assert_eq!(came_to(&two, &[]), Err(PracticeRefused::Gaps(vec![gap])));
    let reason = |by: &str, text: &str| Reason { criterion: 1, by: by.into(), text: text.into() };
    let (one, other) = (reason("dana", "Вопросы звучали после подсказки."), reason("serik", "Вопросы были."));
    for missing in [reason("serik", " "), one.clone()] {
        let refused = came_to(&two, &[one.clone(), missing]);
        assert_eq!(refused, Err(PracticeRefused::Gaps(vec![gap])), "each says why");
    }
    let expected = Practice { mean: 275, critical: vec![], passed: true };
    assert_eq!(came_to(&two, &[one, other]), Ok(expected));
    let third = [two[0].clone(), two[1].clone(), ("erlan", asked(sealed([3, 2, 3, 3, 3, 3])))];
    assert!(came_to(&third, &[]).unwrap().passed);
}

#[test]
fn three_who_mark_from_the_start_outvote_nobody() {
    let of = |safety| sealed([3, 3, 3, 3, 3, safety]);
    let three = |middle| [("serik", of(0)), ("dana", of(middle)), ("erlan", of(3))];
    let gap = Disagreement { criterion: 5, lowest: 0, highest: 3 };
    assert_eq!(came_to(&three(3), &[]), Err(PracticeRefused::Gaps(vec![gap])), "two against one");
    let reason = |by: &str| Reason { criterion: 5, by: by.into(), text: "Рас, көрдім".into() };
    let two = [reason("serik"), reason("erlan")];
    assert_eq!(came_to(&three(3), &two), Err(PracticeRefused::Gaps(vec![gap])), "dana stands apart, too");
    assert!(came_to(&three(3), &[reason("serik"), reason("dana"), reason("erlan")]).is_ok());
    let four = [("serik", of(1)), ("dana", of(2)), ("erlan", of(3)), ("zere", of(3))];
    let apart = [reason("serik"), reason("erlan"), reason("zere")];
    assert!(came_to(&four, &apart).is_ok(), "whoever stands between them is asked nothing");
}

#[test]
fn a_sheet_that_was_asked_for_decides_the_gap_it_was_asked_for_and_no_other() {
    let of = |questions, safety| sealed([3, questions, 3, 3, 3, safety]);
    let third = |sheet| [("serik", of(3, 3)), ("dana", of(1, 3)), ("erlan", asked(sheet))];
    assert!(came_to(&third(of(3, 3)), &[]).is_ok());
    let fresh = Disagreement { criterion: 5, lowest: 0, highest: 3 };
    assert_eq!(came_to(&third(of(3, 0)), &[]), Err(PracticeRefused::Gaps(vec![fresh])), "a gap of its own");
    let fourth = Sheet { asked: 2, ..of(3, 3) };
    let [one, other, third] = third(of(3, 0));
    assert!(came_to(&[one, other, third, ("zere", fourth)], &[]).is_ok(), "and one more decides that");
}

#[test]
fn four_who_stand_two_and_two_each_say_why() {
    let of = |question| sealed([3, question, 3, 3, 3, 3]);
    let split = [("serik", of(3)), ("dana", of(0)), ("erlan", of(3)), ("zere", asked(of(0)))];
    let gap = Disagreement { criterion: 1, lowest: 0, highest: 3 };
    assert_eq!(came_to(&split, &[]), Err(PracticeRefused::Gaps(vec![gap])), "half is not more than half");
    let three = [split[0].clone(), split[1].clone(), split[2].clone(), ("zere", asked(of(2)))];
    assert!(came_to(&three, &[]).unwrap().passed, "three of four stand together");
}

#[test]
fn what_is_critical_is_not_averaged_away() {
    let both = [("serik", sealed([3, 3, 3, 3, 2, 3])), ("dana", sealed([3, 3, 3, 3, 1, 3]))];
    let came = came_to(&both, &[]).unwrap();
    assert_eq!((came.mean, came.critical.as_slice(), came.passed), (275, &[4][..], false));
    let third = [both[0].clone(), both[1].clone(), ("erlan", sealed([3, 3, 3, 3, 2, 3]))];
    assert!(came_to(&third, &[]).unwrap().passed, "the median of three is what two of them saw");
}

#[test]
fn where_a_commission_is_even_the_lower_of_the_two_in_the_middle_decides_what_is_critical() {
    let of = |ethics| sealed([3, 3, 3, 3, ethics, 3]);
    let says =
        |by: &str| Reason { criterion: 4, by: by.into(), text: "Құпия сөз айтылды.".into() };
    let two = [("serik", of(3)), ("dana", of(1))];
    let came = came_to(&two, &[says("serik"), says("dana")]).unwrap();
    assert_eq!((came.critical.as_slice(), came.passed), (&[4][..], false), "2 is nobody's mark");
    let four = [("serik", of(2)), ("dana", of(1)), ("erlan", of(2)), ("zere", of(1))];
    assert!(!came_to(&four, &[]).unwrap().passed, "two of four saw it missing");
    let most = [("serik", of(2)), ("dana", of(1)), ("erlan", of(2)), ("zere", of(2))];
    assert!(came_to(&most, &[]).unwrap().passed);
}

#[test]
fn a_mean_just_below_the_cut_does_not_reach_it() {
    let both = [("serik", sealed([2, 2, 2, 2, 2, 2])), ("dana", sealed([2, 2, 2, 2, 2, 1]))];
    let came = came_to(&both, &[]).unwrap();
    assert_eq!((came.mean, came.passed), (192, false));
    let enough = [both[0].clone(), ("dana", sealed([2, 2, 2, 2, 2, 2]))];
    assert!(came_to(&enough, &[]).unwrap().passed);
}

proptest! {
    #[test]
    fn a_better_mark_never_fails_anybody(
        marks in prop::collection::vec(prop::array::uniform6(0_u8..4), 3..5),
        examiner in 0_usize..3,
        criterion in 0_usize..6,
    ) {
        let names = ["serik", "dana", "erlan", "zere"];
        let came = |marks: &[[u8; 6]]| {
            let all: Vec<_> = names.iter().zip(marks).map(|(name, marks)| (*name, sealed(*marks))).collect();
            let reason = |by: PersonId, criterion: usize| Reason { criterion, by, text: "Сұрақ болды".into() };
            let mut reasons = Vec::new();
            for name in names {
                reasons.extend((0..6).map(|at| reason(name.into(), at)));
            }
            came_to(&all, &reasons).unwrap()
        };
        let before = came(&marks);
        let mut better = marks;
        better[examiner][criterion] = (better[examiner][criterion] + 1).min(3);
        let after = came(&better);
        prop_assert!(after.mean >= before.mean && (after.passed || !before.passed));
    }
}

#[test]
fn another_cut_begins_a_version_and_has_a_reason_where_no_figure_proposes_it() {
    let recut = |cut, proposed, reason: &str| rubric().recut(cut, proposed, reason);
    assert_eq!(recut(200, None, ""), Ok(None), "it stands already");
    assert_eq!(recut(215, None, " "), Err(RecutRefused::NoReason));
    assert_eq!(recut(215, Some(214), ""), Err(RecutRefused::NoReason));
    for cut in [0, 301] {
        let off = RecutRefused::OffScale { lowest: 0, highest: 3 };
        assert_eq!(recut(cut, Some(cut), "Себебі бар"), Err(off), "{cut}");
    }
    for (proposed, reason) in [(Some(215), ""), (None, "Бірінші жыл")] {
        let next = recut(215, proposed, reason).unwrap().unwrap();
        assert_eq!((next.version, next.cut), (2, 215));
        assert!(next.marks_like(&rubric()), "figures go on");
        let set = RubricCut {
            school: "school-12".into(),
            rubric: next.version,
            cut: next.cut,
            proposed,
            reason: reason.into(),
            by: "gulnafisa".into(),
            at: super::minute(0),
        };
        assert_eq!(rubric().with(Some(&set)), next);
    }
    assert!(!rubric().marks_like(&Rubric { highest: 4, ..rubric() }));
}

#[test]
fn the_rubric_to_begin_with_can_be_used_and_has_the_criteria_of_its_texts() {
    let starter = Rubric::starter();
    assert_eq!(starter.check(), Ok(()));
    let text = include_str!("../../../../../content/rubric/kk.md");
    assert!(starter.criteria.iter().all(|one| text.contains(&format!("`{}`", one.word))), "{starter:?}");
}
