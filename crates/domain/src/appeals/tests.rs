//! Appeals, read like their rules.

use super::*;
use crate::Instant;
use crate::courses::Attempts;
use crate::diagrams::arrows;
use jiff::civil::date;

const ON: Day = date(2027, 4, 12);
const NEXT: Day = date(2027, 4, 13);

fn candidate(state: Course) -> Candidate {
    Candidate {
        course: "course".into(),
        person: "gulnafisa".into(),
        state,
        attempts: Attempts { theory: 1, practice: 0 },
        changed_at: Instant::UNIX_EPOCH,
        version: 0,
    }
}

fn failed() -> Candidate {
    candidate(Course::Failed { part: Part::Theory, on: ON })
}

fn filed() -> Appeal {
    file("appeal".into(), &failed(), " Сұрақ 7-де екі жауап дұрыс. ", &[], Rules::default(), NEXT).unwrap()
}

fn decision(by: &str) -> Decision {
    Decision { by: by.into(), at: Instant::UNIX_EPOCH, reason: "Екі жауап та дұрыс.".into() }
}

fn marked() -> BTreeSet<PersonId> {
    ["serik".into(), "dana".into()].into()
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
            from().uphold(Remedy::Passed, decision("erlan"), &marked()),
            from().dismiss(decision("erlan"), &marked()),
            from().take_back(NEXT),
        ];
        seen.extend(steps.into_iter().flatten().map(|to| (state.word(), to.state.word())));
    }
    assert_eq!(seen, arrows(include_str!("../../../../docs/states/appeals.md")));
}

#[test]
fn an_appeal_is_filed_within_five_days_of_a_result() {
    let on = |today| file("appeal".into(), &failed(), "Неге?", &[], Rules::default(), today);
    let until = date(2027, 4, 17);
    assert!(on(until).is_ok());
    assert_eq!(on(date(2027, 4, 18)), Err(FileRefused::TooLate { until }));
    assert_eq!(filed().reason, "Сұрақ 7-де екі жауап дұрыс.");
    assert_eq!(filed().due_on(), date(2027, 4, 23));
    let passed = candidate(Course::Practice);
    let refused = file("appeal".into(), &passed, "Неге?", &[], Rules::default(), ON);
    assert_eq!(refused, Err(FileRefused::NoResult));
}

#[test]
fn one_result_is_appealed_against_once() {
    let again = |before: Appeal| file("next".into(), &failed(), "Неге?", &[before], Rules::default(), NEXT);
    assert_eq!(again(filed()), Err(FileRefused::FiledBefore));
    assert!(again(filed().take_back(NEXT).unwrap()).is_ok());
    assert!(again(Appeal { result_on: date(2027, 3, 1), ..filed() }).is_ok(), "another attempt");
}

#[test]
fn it_says_something_and_no_book() {
    let with = |reason: &str| file("appeal".into(), &failed(), reason, &[], Rules::default(), NEXT);
    assert_eq!(with("  "), Err(FileRefused::NoReason));
    assert_eq!(with(&"ә".repeat(MOST_CHARACTERS + 1)), Err(FileRefused::TooLong));
}

#[test]
fn nobody_decides_about_their_own_marks_or_paper() {
    for by in ["serik", "gulnafisa"] {
        assert_eq!(filed().dismiss(decision(by), &marked()), Err(StepRefused::Partial));
        assert_eq!(filed().uphold(Remedy::Passed, decision(by), &marked()), Err(StepRefused::Partial));
    }
    let silent = Decision { reason: String::new(), ..decision("erlan") };
    assert_eq!(filed().dismiss(silent, &marked()), Err(StepRefused::NoReason));
    let dismissed = filed().dismiss(decision("erlan"), &marked()).unwrap();
    assert_eq!(dismissed.take_back(NEXT), Err(StepRefused::NotOpen));
}
