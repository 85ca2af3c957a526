use super::*;
use crate::programmes::Phases;
use crate::settings::Settings;
use jiff::civil::date;

const BOTH: There = There { newcomer: true, mentor: true };
const TODAY: Day = date(2026, 10, 7);

fn programme() -> Programme {
    Programme {
        id: "programme".into(),
        school: "school".into(),
        first_year: 2026,
        phases: Phases::usual(2026),
        settings: Settings::default(),
        version: 0,
    }
}

fn visit() -> Deed {
    Deed {
        kind: Kind::VisitToMentor,
        held_on: date(2026, 10, 6),
        minutes: 45,
        topic: Some("8 «Б»: пауза после вопроса".into()),
    }
}

fn contact() -> Contact {
    Contact {
        id: "contact".into(),
        school: "school".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        deed: visit(),
        recorded_by: Side::Newcomer,
        state: State::Recorded,
        version: 0,
    }
}

fn impression() -> Impression {
    Impression {
        author: "dana".into(),
        contact: "contact".into(),
        useful: Mark::new(4),
        ease: None,
        asking: None,
        note: String::new(),
        written_at: now(),
    }
}

fn now() -> Instant {
    Instant::UNIX_EPOCH
}

fn try_to(deed: &Deed, today: Day) -> Result<(), RecordRefused> {
    record(deed, &programme(), BOTH, &[], today)
}

#[test]
fn joint_work_is_written_down_in_the_selection_and_the_decision_only() {
    assert_eq!(try_to(&visit(), TODAY), Ok(()));
    assert_eq!(try_to(&visit(), date(2026, 11, 1)), Ok(()));
    assert_eq!(try_to(&visit(), date(2026, 11, 2)), Err(RecordRefused::NotNow(Phase::Orders)));
    assert_eq!(try_to(&visit(), date(2026, 8, 20)), Err(RecordRefused::NotNow(Phase::Hiring)));
}

#[test]
fn the_day_lies_between_the_start_of_the_programme_and_today() {
    let on = |held_on: Day| try_to(&Deed { held_on, ..visit() }, TODAY);
    assert_eq!(on(TODAY), Ok(()));
    assert_eq!(on(date(2026, 10, 8)), Err(RecordRefused::InFuture));
    assert_eq!(on(date(2026, 8, 15)), Ok(()));
    let starts_on = date(2026, 8, 15);
    assert_eq!(on(date(2026, 8, 14)), Err(RecordRefused::BeforeProgramme { starts_on }));
}

#[test]
fn minutes_are_from_five_to_a_school_day() {
    let of = |minutes: u16| try_to(&Deed { minutes, ..visit() }, TODAY);
    assert_eq!([of(5), of(480)], [Ok(()), Ok(())]);
    assert_eq!([of(4), of(481)], [Err(RecordRefused::Minutes), Err(RecordRefused::Minutes)]);
}

#[test]
fn the_same_work_on_the_same_day_stands_once_whoever_wrote_it() {
    let again = |known: &[Contact]| record(&visit(), &programme(), BOTH, known, TODAY);
    assert_eq!(again(&[contact()]), Err(RecordRefused::AlreadyRecorded));
    let by_mentor = Contact { recorded_by: Side::Mentor, ..contact() };
    assert_eq!(again(&[by_mentor]), Err(RecordRefused::AlreadyRecorded));
    let cancelled = contact().cancel(Side::Newcomer, now()).unwrap();
    assert_eq!(again(&[cancelled]), Ok(()));
    let planning = Contact { deed: Deed { kind: Kind::Planning, ..visit() }, ..contact() };
    assert_eq!(again(&[planning]), Ok(()));
}

#[test]
fn nothing_is_written_down_with_somebody_who_is_not_there() {
    let on = |there| record(&visit(), &programme(), there, &[], TODAY);
    assert_eq!(on(There { mentor: false, ..BOTH }), Err(RecordRefused::MentorGone));
    assert_eq!(on(There { newcomer: false, ..BOTH }), Err(RecordRefused::NewcomerGone));
}

#[test]
fn the_other_one_confirms_and_the_recorder_takes_back() {
    assert_eq!(contact().confirm(Side::Newcomer, now()), Err(StepRefused::NotYours));
    assert_eq!(contact().cancel(Side::Mentor, now()), Err(StepRefused::NotYours));
    let confirmed = contact().confirm(Side::Mentor, now()).unwrap();
    assert_eq!(confirmed.clone().cancel(Side::Newcomer, now()), Err(StepRefused::NotOpen));
    assert_eq!(confirmed.confirm(Side::Mentor, now()), Err(StepRefused::NotOpen));
}

#[test]
fn an_impression_needs_one_mark_or_one_word() {
    let with = |impression: &Impression| keep(impression, &contact());
    assert_eq!(with(&impression()), Ok(()));
    let blank = Impression { useful: None, note: "  ".into(), ..impression() };
    assert_eq!(with(&blank), Err(KeepRefused::Empty));
    assert_eq!(with(&Impression { note: "Не боялась спросить.".into(), ..blank }), Ok(()));
}

#[test]
fn n06_a_note_is_counted_in_letters_of_any_script() {
    let of = |count: usize| keep(&Impression { note: "ә".repeat(count), ..impression() }, &contact());
    assert_eq!(of(MOST_NOTE), Ok(()));
    assert_eq!(of(MOST_NOTE + 1), Err(KeepRefused::TooLong));
}

#[test]
fn work_that_was_taken_back_leaves_no_new_impression() {
    let cancelled = contact().cancel(Side::Newcomer, now()).unwrap();
    assert_eq!(keep(&impression(), &cancelled), Err(KeepRefused::Cancelled));
}

#[test]
fn stored_words_read_back() {
    assert!(Kind::ALL.into_iter().all(|kind| Kind::from_word(kind.word()) == Some(kind)));
    assert_eq!(Side::from_word("mentor"), Some(Side::Mentor));
    assert_eq!(Mark::ALL.map(Mark::number), [1, 2, 3, 4]);
    assert_eq!((Mark::new(0), Mark::new(5)), (None, None));
}

#[test]
fn the_diagram_shows_every_arrow_and_no_other() {
    let (dana, aigul) = (Side::Newcomer, Side::Mentor);
    let confirmed = contact().confirm(aigul, now()).unwrap();
    let cancelled = contact().cancel(dana, now()).unwrap();
    let mut arrows = std::collections::BTreeSet::new();
    for from in [contact(), confirmed, cancelled] {
        for by in [dana, aigul] {
            for to in [from.clone().confirm(by, now()), from.clone().cancel(by, now())].into_iter().flatten()
            {
                arrows.insert((from.state.word(), to.state.word()));
            }
        }
    }
    let drawn = include_str!("../../../../docs/states/contacts.md");
    assert_eq!(crate::diagrams::arrows(drawn), arrows);
}

#[test]
fn two_people_have_met_on_so_many_days_and_what_was_taken_back_does_not_count() {
    let on = |day: Day, kind: Kind, state: State| Contact {
        deed: Deed { kind, held_on: day, ..visit() },
        state,
        ..contact()
    };
    let (first, last) = (date(2026, 9, 16), date(2026, 9, 29));
    let mut contacts = vec![
        on(last, Kind::Planning, State::Recorded),
        on(first, Kind::VisitToMentor, State::Confirmed { at: now() }),
        on(first, Kind::Talk, State::Recorded),
        on(date(2026, 10, 6), Kind::Duty, State::Cancelled { at: now() }),
    ];
    assert_eq!(met(&contacts), Some(Met { times: 2, last }));
    contacts.drain(..3);
    assert_eq!(met(&contacts), None);
}

#[test]
fn a_record_waits_for_the_other_side_until_it_is_answered() {
    let contact = contact();
    assert!(contact.waits_for(Side::Mentor) && !contact.waits_for(Side::Newcomer));
    let confirmed = contact.confirm(Side::Mentor, now()).unwrap();
    assert!(!confirmed.waits_for(Side::Mentor));
}
