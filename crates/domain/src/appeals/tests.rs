//! Appeals, read like their rules.

use super::*;
use crate::Instant;
use crate::calendar::Period;
use crate::diagrams::arrows;
use jiff::civil::date;

/// A Thursday.
const ON: Day = date(2027, 4, 15);
const NEXT: Day = date(2027, 4, 16);
/// Five working days after it.
const UNTIL: Day = date(2027, 4, 22);

fn outcome() -> Outcome {
    Outcome {
        about: About::Theory("paper".into()),
        person: "gulnafisa".into(),
        home: "school-7".into(),
        told_on: Some(ON),
        passed: false,
    }
}

fn filing(words: &str) -> Filing {
    Filing { ground: Ground::Question, words: words.to_owned() }
}

fn try_to_file(words: &str, before: &[Appeal], today: Day) -> Result<Appeal, FileRefused> {
    let days = (Some(UNTIL), today);
    file("appeal".into(), "school".into(), &outcome(), &filing(words), before, days)
}

fn filed() -> Appeal {
    try_to_file(" Сұрақ 7-де екі жауап дұрыс. ", &[], NEXT).unwrap()
}

fn decision(by: &str) -> Decision {
    Decision { by: by.into(), at: Instant::UNIX_EPOCH, reason: "Екі жауап та дұрыс.".into() }
}

fn people(all: &[&str]) -> BTreeSet<PersonId> {
    all.iter().map(|one| PersonId::from(*one)).collect()
}

fn deciders_here() -> BTreeSet<PersonId> {
    people(&["erlan"])
}

#[test]
fn the_diagram_in_the_documents_is_what_the_code_does() {
    let states = [
        State::Filed,
        State::Upheld { remedy: Remedy::Again, decision: decision("erlan") },
        State::Dismissed { decision: decision("erlan") },
        State::TakenBack { on: NEXT },
    ];
    let mut seen = BTreeSet::new();
    for state in states {
        let from = || Appeal { state: state.clone(), ..filed() };
        let steps = [
            from().uphold(Remedy::Again, decision("erlan"), &deciders_here(), &BTreeSet::new()),
            from().dismiss(decision("erlan"), &deciders_here()),
            from().take_back(NEXT),
        ];
        seen.extend(steps.into_iter().flatten().map(|to| (state.word(), to.state.word())));
    }
    assert_eq!(seen, arrows(include_str!("../../../../docs/states/appeals.md")));
}

#[test]
fn the_last_day_counts_working_days_over_weekends_and_days_off() {
    let plain = WorkCalendar::default();
    assert_eq!(outcome().until(5, &plain), Some(UNTIL));
    let off = WorkCalendar { days_off: [date(2027, 4, 20)].into(), ..WorkCalendar::default() };
    assert_eq!(outcome().until(5, &off), Some(date(2027, 4, 23)));
    let saturday = WorkCalendar { moved_to_work: [date(2027, 4, 17)].into(), ..WorkCalendar::default() };
    assert_eq!(outcome().until(5, &saturday), Some(date(2027, 4, 21)));
    assert_eq!(filed().due_on(&plain), date(2027, 4, 30));
}

#[test]
fn there_is_nothing_to_appeal_against_where_nothing_was_told_or_it_was_passed() {
    let plain = WorkCalendar::default();
    assert_eq!(Outcome { passed: true, ..outcome() }.until(5, &plain), None);
    assert_eq!(Outcome { told_on: None, ..outcome() }.until(5, &plain), None);
    let none = file("a".into(), "s".into(), &outcome(), &filing("Неге?"), &[], (None, ON));
    assert_eq!(none, Err(FileRefused::NoResult));
}

#[test]
fn an_appeal_is_filed_on_the_last_day_and_not_after_it() {
    assert!(try_to_file("Неге?", &[], UNTIL).is_ok());
    let late = try_to_file("Неге?", &[], date(2027, 4, 23));
    assert_eq!(late, Err(FileRefused::TooLate { until: UNTIL }));
    assert_eq!(filed().words, "Сұрақ 7-де екі жауап дұрыс.");
}

#[test]
fn one_result_is_appealed_against_once() {
    let again = |before: Appeal| try_to_file("Неге?", &[before], NEXT);
    assert_eq!(again(filed()), Err(FileRefused::FiledBefore));
    let dismissed = filed().dismiss(decision("erlan"), &deciders_here()).unwrap();
    assert_eq!(again(dismissed), Err(FileRefused::FiledBefore));
    assert!(again(filed().take_back(NEXT).unwrap()).is_ok());
    let other = Appeal { about: About::Theory("another".into()), ..filed() };
    assert!(again(other).is_ok(), "another attempt");
}

#[test]
fn it_says_something_and_no_book() {
    assert_eq!(try_to_file("  ", &[], NEXT), Err(FileRefused::NoReason));
    let long = "ә".repeat(MOST_CHARACTERS + 1);
    assert_eq!(try_to_file(&long, &[], NEXT), Err(FileRefused::TooLong));
}

#[test]
fn nobody_decides_who_marked_or_is_bound_and_the_head_may() {
    let leaders = people(&["erlan", "serik", "dana", "gulnafisa", "head"]);
    let tie = |other: &str, kind| Tie {
        candidate: "gulnafisa".into(),
        other: other.into(),
        kind,
        period: Period { from: ON, until: None },
    };
    let ties = [tie("dana", TieKind::Mentor), tie("head", TieKind::Superior)];
    let found = deciders(&leaders, &"gulnafisa".into(), &people(&["serik"]), &ties, NEXT);
    assert_eq!(found, people(&["erlan", "head"]));
    let alone = people(&["serik"]);
    let nobody = deciders(&alone, &"gulnafisa".into(), &people(&["serik"]), &[], NEXT);
    assert!(nobody.is_empty());
}

#[test]
fn whoever_must_not_decide_decides_nothing_and_nothing_is_decided_without_a_reason() {
    for by in ["serik", "gulnafisa"] {
        assert_eq!(filed().dismiss(decision(by), &deciders_here()), Err(StepRefused::Partial));
    }
    let silent = Decision { reason: " ".into(), ..decision("erlan") };
    assert_eq!(filed().dismiss(silent, &deciders_here()), Err(StepRefused::NoReason));
    let dismissed = filed().dismiss(decision("erlan"), &deciders_here()).unwrap();
    assert_eq!(dismissed.clone().take_back(NEXT), Err(StepRefused::NotOpen));
    let again = dismissed.uphold(Remedy::Again, decision("erlan"), &deciders_here(), &BTreeSet::new());
    assert_eq!(again, Err(StepRefused::NotOpen));
}

#[test]
fn only_a_question_of_the_paper_counts_as_right() {
    let uphold = |remedy, on_paper: &[u32]| {
        let on_paper = on_paper.iter().copied().collect();
        filed().uphold(remedy, decision("erlan"), &deciders_here(), &on_paper).map(|one| one.state.word())
    };
    assert_eq!(uphold(Remedy::Right { question: 7 }, &[3, 7]), Ok("upheld"));
    assert_eq!(uphold(Remedy::Struck { question: 8 }, &[3, 7]), Err(StepRefused::NoQuestion));
    assert_eq!(uphold(Remedy::Struck { question: 8 }, &[]), Err(StepRefused::NoQuestion), "of a practice");
}
