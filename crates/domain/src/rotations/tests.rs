use super::*;
use crate::PersonId;
use crate::calendar::WorkCalendar;
use crate::timetables::{Bells, Lesson};
use jiff::civil::date;
use std::collections::BTreeSet;

/// A Wednesday.
const TODAY: Day = date(2026, 10, 7);

const fn slot(month: i8, day: i8, lesson: u8) -> Slot {
    Slot { day: date(2026, month, day), lesson }
}

const THURSDAY: Slot = slot(10, 8, 3);
const FRIDAY: Slot = slot(10, 9, 2);

fn turn() -> Turn {
    Turn {
        id: "turn".into(),
        school: "school".into(),
        programme: "programme".into(),
        newcomer: "dana".into(),
        mentor: "aigul".into(),
        kind: Kind::VisitToMentor,
        slot: THURSDAY,
        published_at: now(),
        state: State::Planned,
        asked: None,
        version: 0,
    }
}

fn asked_by(by: Side) -> Turn {
    turn().ask(by, FRIDAY, &[FRIDAY], TODAY).unwrap()
}

fn now() -> Instant {
    Instant::UNIX_EPOCH
}

fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

fn lesson(person: &str, weekday: u8, number: u8) -> Lesson {
    Lesson {
        school: "school".into(),
        person: person.into(),
        weekday,
        number,
        class: "7 «В»".into(),
        room: None,
    }
}

#[test]
fn it_takes_place_on_its_day_or_is_said_to_have_later() {
    let held = |today| turn().hold("contact".into(), today);
    assert_eq!(held(date(2026, 10, 7)), Err(StepRefused::TooEarly));
    assert_eq!(held(date(2026, 10, 8)).unwrap().state, State::Held { contact: "contact".into() });
    assert!(held(date(2026, 10, 20)).is_ok());
    let again = held(THURSDAY.day).unwrap().hold("another".into(), THURSDAY.day);
    assert_eq!(again, Err(StepRefused::NotPlanned));
}

#[test]
fn the_other_one_agrees_to_another_time_or_keeps_the_old_one() {
    let moved = asked_by(Side::Newcomer).agree(Side::Mentor, &[FRIDAY]).unwrap();
    assert_eq!((moved.slot, moved.asked, moved.state), (FRIDAY, None, State::Planned));
    let kept = asked_by(Side::Newcomer).keep().unwrap();
    assert_eq!((kept.slot, kept.asked), (THURSDAY, None));
    assert_eq!(turn().keep(), Err(StepRefused::NothingAsked));
    assert_eq!(turn().agree(Side::Mentor, &[FRIDAY]), Err(StepRefused::NothingAsked));
}

#[test]
fn nobody_agrees_to_their_own_wish_and_a_wish_of_the_other_one_is_answered_first() {
    let asked = asked_by(Side::Newcomer);
    assert!(asked.waits_for(Side::Mentor, TODAY) && !asked.waits_for(Side::Newcomer, TODAY));
    assert_eq!(asked.clone().agree(Side::Newcomer, &[FRIDAY]), Err(StepRefused::NotYours));
    let other = slot(10, 12, 4);
    assert_eq!(asked.clone().ask(Side::Mentor, other, &[other], TODAY), Err(StepRefused::AnswerFirst));
    let changed = asked.ask(Side::Newcomer, other, &[other], TODAY).unwrap();
    assert_eq!(changed.asked, Some(Asked { by: Side::Newcomer, slot: other }), "the own wish may change");
}

#[test]
fn a_wish_whose_day_has_come_is_over_and_until_then_nobody_plans_another_day() {
    let asked = asked_by(Side::Newcomer);
    assert!(asked.stands(THURSDAY.day) && asked.wish(THURSDAY.day).is_some());
    assert!(!asked.stands(FRIDAY.day) && !asked.waits_for(Side::Mentor, FRIDAY.day));
    let later = slot(10, 12, 4);
    assert!(asked.ask(Side::Mentor, later, &[later], FRIDAY.day).is_ok());
    assert!(turn().stands(THURSDAY.day) && !turn().stands(FRIDAY.day));
}

#[test]
fn what_is_not_free_for_both_is_neither_asked_for_nor_agreed_to() {
    assert_eq!(turn().ask(Side::Mentor, FRIDAY, &[], TODAY), Err(StepRefused::SlotTaken));
    assert_eq!(asked_by(Side::Mentor).agree(Side::Newcomer, &[]), Err(StepRefused::SlotTaken));
}

#[test]
fn who_cannot_come_gives_no_reason_and_the_wish_for_another_time_falls_away() {
    let excused = asked_by(Side::Newcomer).excuse(Side::Mentor, now()).unwrap();
    assert_eq!(excused.state, State::Excused { by: Side::Mentor, at: now() });
    assert_eq!(excused.asked, None);
}

#[test]
fn what_is_over_takes_no_step() {
    for over in [turn().excuse(Side::Mentor, now()).unwrap(), turn().withdraw(now()).unwrap()] {
        let refused = Err(StepRefused::NotPlanned);
        assert_eq!(over.clone().hold("contact".into(), FRIDAY.day), refused);
        assert_eq!(over.clone().ask(Side::Mentor, FRIDAY, &[FRIDAY], TODAY), refused);
        assert_eq!(over.clone().agree(Side::Mentor, &[FRIDAY]), refused);
        assert_eq!(over.clone().keep(), refused);
        assert_eq!(over.clone().excuse(Side::Newcomer, now()), refused);
        assert_eq!(over.withdraw(now()), refused);
    }
}

#[test]
fn a_meeting_is_missed_when_its_day_has_passed_and_the_two_have_not_met() {
    let after = date(2026, 10, 9);
    assert_eq!(turn().standing(false, THURSDAY.day), Standing::Ahead);
    assert_eq!(turn().standing(false, after), Standing::Missed);
    assert_eq!(turn().standing(true, after), Standing::MetOtherwise);
    let excused = turn().excuse(Side::Newcomer, now()).unwrap();
    assert_eq!(excused.standing(false, after), Standing::Excused);
}

#[test]
fn the_diagram_has_exactly_the_arrows_of_the_code() {
    let outcomes = [
        turn().hold("contact".into(), THURSDAY.day),
        asked_by(Side::Newcomer).agree(Side::Mentor, &[FRIDAY]),
        asked_by(Side::Newcomer).keep(),
        turn().ask(Side::Mentor, FRIDAY, &[FRIDAY], TODAY),
        turn().excuse(Side::Mentor, now()),
        turn().withdraw(now()),
    ];
    let code: BTreeSet<(&str, &str)> =
        outcomes.iter().map(|outcome| ("planned", outcome.as_ref().unwrap().state.word())).collect();
    let diagram = include_str!("../../../../docs/states/rotations.md");
    assert_eq!(crate::diagrams::arrows(diagram), code);
}

#[test]
fn a_slot_reads_back_from_a_form() {
    assert_eq!(Slot::read(&THURSDAY.to_string()), Some(THURSDAY));
    for wrong in ["", "2026-10-08", "2026-10-08/", "2026-02-30/3", "2026-10-08/300"] {
        assert_eq!(Slot::read(wrong), None, "{wrong}");
    }
}

#[test]
fn days_are_those_left_of_the_selection_from_tomorrow_on() {
    let until = date(2026, 10, 31);
    assert_eq!(window(&programme(), TODAY), Ok(Window { from: date(2026, 10, 8), until }));
    let before = window(&programme(), date(2026, 8, 20));
    assert_eq!(before, Ok(Window { from: date(2026, 9, 1), until }));
    assert_eq!(window(&programme(), until), Err(PlanRefused::NoDay));
    assert_eq!(window(&programme(), date(2026, 11, 1)), Err(PlanRefused::NotNow(Phase::Decision)));
}

#[test]
fn a_wish_names_a_kind_that_lessons_can_plan_and_a_limit_in_bounds() {
    let wish = Wish { kind: Kind::Talk, newcomer_week: 2, mentor_week: 3, seed: 1 };
    let refused = |wish: Wish| wish.window(&programme(), TODAY).err();
    assert_eq!(refused(wish), None);
    assert_eq!(refused(Wish { kind: Kind::Duty, ..wish }), Some(PlanRefused::Kind));
    assert_eq!(refused(Wish { newcomer_week: 0, ..wish }), Some(PlanRefused::PerWeek));
    assert_eq!(refused(Wish { mentor_week: 11, ..wish }), Some(PlanRefused::PerWeek));
}

#[test]
fn slots_lie_between_the_first_and_the_last_lesson_of_days_with_lessons() {
    // Thursday has lessons 2 to 4, Friday lesson 1; nobody comes on Saturday.
    let hours = Hours::of(&[lesson("dana", 4, 2), lesson("aigul", 4, 4), lesson("aigul", 5, 1)]);
    let week = Window { from: date(2026, 10, 5), until: date(2026, 10, 11) };
    let slots = hours.slots(week, &WorkCalendar::default());
    assert_eq!(slots, [slot(10, 8, 2), slot(10, 8, 3), slot(10, 8, 4), slot(10, 9, 1)]);
    let friday_off = WorkCalendar { days_off: [date(2026, 10, 9)].into(), ..WorkCalendar::default() };
    assert_eq!(hours.slots(week, &friday_off).len(), 3);
}

#[test]
fn a_visit_needs_a_lesson_of_one_and_the_free_hour_of_the_other_and_a_talk_two_free_hours() {
    let hours = Hours::of(&[lesson("dana", 4, 2), lesson("aigul", 4, 3), lesson("aigul", 4, 4)]);
    let (dana, aigul) = (PersonId::from("dana"), PersonId::from("aigul"));
    let both = |kind, lesson| {
        let at = slot(10, 8, lesson);
        hours.can(&dana, Side::Newcomer, kind, at) && hours.can(&aigul, Side::Mentor, kind, at)
    };
    let fits = |kind| (1..=5).filter(|&lesson| both(kind, lesson)).collect::<Vec<u8>>();
    assert_eq!(fits(Kind::VisitToMentor), [3, 4]);
    assert_eq!(fits(Kind::VisitByMentor), [2]);
    assert_eq!(fits(Kind::Talk), [1, 5]);
    assert!(hours.knows(&dana) && !hours.knows(&"zere".into()));
}

#[test]
fn nobody_is_planned_for_a_lesson_in_which_they_have_agreed_on_something_else() {
    let (dana, aigul) = (PersonId::from("dana"), PersonId::from("aigul"));
    let bells = Bells { first: jiff::civil::time(8, 0, 0, 0), lesson_minutes: 45, break_minutes: 10 };
    let hours = Hours::of(&[lesson("dana", 4, 2), lesson("aigul", 4, 4)]);
    // A quarter of an hour of the third lesson, 09:50 to 10:35.
    let talk =
        crate::meetings::Span { day: date(2026, 10, 8), at: jiff::civil::time(10, 20, 0, 0), minutes: 15 };
    let keeping = hours.clone().keeping(bells, [(dana.clone(), talk)]);
    let can = |hours: &Hours, person: &PersonId, lesson| {
        hours.can(person, Side::Newcomer, Kind::Talk, slot(10, 8, lesson))
    };
    assert!(can(&hours, &dana, 3) && !can(&keeping, &dana, 3));
    assert!(can(&keeping, &dana, 5) && can(&keeping, &aigul, 3), "another lesson, another person");
    assert!(keeping.can(&dana, Side::Newcomer, Kind::Talk, slot(10, 15, 3)), "the week after");
}
