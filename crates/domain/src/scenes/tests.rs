//! Modelled situations, read like their rules.

use super::*;
use crate::diagrams::arrows;
use jiff::civil::{date, time};

const DAY: Day = date(2026, 11, 12);

fn place(part: Part) -> Place {
    Place { part, home: "school-12".into(), asked: None, present: false, sheet: None }
}

fn scene() -> Scene {
    let people = [
        ("aigul", Part::Mentor),
        ("dana", Part::Newcomer),
        ("bekzhan", Part::Observer),
        ("polina", Part::Observer),
        ("zarina", Part::Observer),
    ];
    Scene {
        id: "scene".into(),
        school: "school-12".into(),
        team: "Жаратылыстану".into(),
        day: DAY,
        from: time(15, 0, 0, 0),
        place: "Кабинет 12".into(),
        played: Played::Starter(SITUATIONS[0].to_owned()),
        timing: Timing::USUAL,
        open_for: None,
        chair: "gulnafisa".into(),
        secretary: "bekzhan".into(),
        people: people.into_iter().map(|(person, part)| (person.into(), place(part))).collect(),
        record: Record::default(),
        on_card: false,
        state: State::Planned,
        begun: None,
        version: 0,
    }
}

fn sheet(mark: u8, helped: &str) -> Sheet {
    Sheet { marks: vec![mark; CRITERIA.len()], helped: helped.to_owned() }
}

fn held() -> Scene {
    let mut scene = scene().begin(DAY).unwrap();
    scene.record.course = "Тыңдады, сұрады.".to_owned();
    scene
}

#[test]
fn the_diagram_is_what_the_rules_do() {
    let written = Scene { state: State::Begun, ..held().observe(&"polina".into(), sheet(2, "")).unwrap() };
    let mut seen = BTreeSet::new();
    for from in [State::Planned, State::Begun, State::Closed { number: 1 }, State::Cancelled] {
        let here = Scene { state: from, ..written.clone() };
        let steps = [here.clone().begin(DAY), here.clone().cancel(), here.close(1)];
        seen.extend(steps.into_iter().flatten().map(|after| (from.word(), after.state.word())));
    }
    assert_eq!(written.cancel(), Err(Refused::NotHere), "somebody has handed a sheet in");
    seen.extend(held().cancel().map(|after| ("begun", after.state.word())));
    assert_eq!(seen, arrows(include_str!("../../../../docs/states/scenes.md")));
}

#[test]
fn a_meeting_needs_both_players_an_observer_and_people_of_the_school() {
    let (whole, working) = (scene(), scene().members().into_iter().collect());
    assert_eq!(may_plan(&whole, &working, DAY), Ok(()));
    assert_eq!(may_plan(&whole, &working, date(2026, 11, 13)), Err(Refused::Past));
    assert_eq!(may_plan(&whole, &BTreeSet::new(), DAY), Err(Refused::Stranger));
    for missing in ["aigul", "dana"] {
        let mut less = whole.clone();
        less.people.remove(&PersonId::from(missing));
        assert_eq!(may_plan(&less, &working, DAY), Err(Refused::Cast), "{missing}");
    }
    let long = Scene { timing: Timing { talk: 121, ..Timing::USUAL }, ..whole };
    assert_eq!(may_plan(&long, &working, DAY), Err(Refused::Timing));
}

#[test]
fn it_does_not_begin_before_its_day_and_does_not_close_without_course_and_sheet() {
    assert_eq!(scene().begin(date(2026, 11, 11)), Err(Refused::TooEarly));
    assert_eq!(scene().begin(DAY).unwrap().close(1), Err(Refused::NoCourse));
    assert_eq!(held().close(1), Err(Refused::NoSheet));
}

#[test]
fn before_it_begins_it_takes_place_at_another_time_that_is_to_come() {
    let (day, from) = (date(2026, 11, 13), time(16, 30, 0, 0));
    let moved = scene().reschedule((day, from), "Кітапхана", DAY).unwrap();
    assert_eq!((moved.day, moved.from, moved.place.as_str()), (day, from, "Кітапхана"));
    assert_eq!(moved.reschedule((DAY, from), "Кітапхана", day), Err(Refused::Past));
    assert_eq!(held().reschedule((day, from), "Кітапхана", DAY), Err(Refused::NotHere));
}

#[test]
fn each_part_ends_by_the_clock() {
    let begun = date(2026, 11, 12).at(23, 50, 0, 0);
    assert_eq!(Timing::USUAL.ends(begun), [time(0, 0, 0, 0), time(0, 5, 0, 0), time(0, 25, 0, 0)]);
}

#[test]
fn a_sheet_is_whole_and_an_observers_own() {
    assert_eq!(held().observe(&"aigul".into(), sheet(3, "")), Err(Refused::NotHere));
    assert_eq!(held().observe(&"polina".into(), sheet(4, "")), Err(Refused::Marks));
    let short = Sheet { marks: vec![1], helped: String::new() };
    assert_eq!(held().observe(&"polina".into(), short), Err(Refused::Marks));
    let closed = held().observe(&"polina".into(), sheet(2, "")).unwrap().close(1).unwrap();
    assert_eq!(closed.observe(&"polina".into(), sheet(3, "")), Err(Refused::NotHere));
}

#[test]
fn n08_words_of_observers_are_read_after_the_meeting_and_by_nobody_with_a_name() {
    let mut scene = held().observe(&"polina".into(), sheet(3, "Үнсіз күтті")).unwrap();
    assert_eq!(scene.together(), None, "not before it is closed");
    scene = scene.observe(&"bekzhan".into(), sheet(1, "Адал айтты")).unwrap();
    for reader in ["aigul", "dana", "bekzhan", "gulnafisa"] {
        let seen = scene.clone().seen_by(&reader.into());
        assert_eq!(seen.people.get(&PersonId::from("polina")).unwrap().sheet, None, "{reader}");
    }
    let few = scene.clone().close(1).unwrap().together().unwrap();
    assert_eq!((few.sheets, few.means), (2, None), "two marks would say whose they are");
    assert!(few.helped.is_empty(), "and so would two sentences: {:?}", few.helped);
    let all = scene.observe(&"zarina".into(), sheet(1, "")).unwrap().close(1).unwrap().together().unwrap();
    assert_eq!(all.means, Some(vec![167; CRITERIA.len()]));
    assert_eq!(all.helped, ["Адал айтты", "Үнсіз күтті"]);
}

#[test]
fn a_decision_is_carried_out_by_somebody_of_the_meeting() {
    assert_eq!(held().may_decide(&"gulnafisa".into(), DAY), Ok(()), "whoever leads it is of it");
    assert_eq!(held().may_decide(&"timur".into(), DAY), Err(Refused::NotThere));
    assert_eq!(held().may_decide(&"aigul".into(), date(2026, 11, 11)), Err(Refused::Until));
    assert_eq!(scene().may_decide(&"aigul".into(), DAY), Err(Refused::NotHere));
}

#[test]
fn a_decision_is_corrected_until_the_meeting_closes_and_what_was_done_stands() {
    let decision = Decision {
        id: "decision".into(),
        school: "school-12".into(),
        scene: "scene".into(),
        text: "Бірге жоспарлау".to_owned(),
        owner: "aigul".into(),
        home: "school-12".into(),
        until: DAY,
        done: None,
    };
    let held = held().observe(&"polina".into(), sheet(2, "")).unwrap();
    assert_eq!(held.may_correct(&decision), Ok(()));
    let done = Decision { done: Some(Instant::UNIX_EPOCH), ..decision.clone() };
    assert_eq!(held.may_correct(&done), Err(Refused::NotHere));
    assert_eq!(held.close(1).unwrap().may_correct(&decision), Err(Refused::NotHere));
}

#[test]
fn whoever_has_a_sheet_in_was_there() {
    let scene = held().observe(&"polina".into(), sheet(2, "")).unwrap();
    let present = [PersonId::from("aigul")].into_iter().collect();
    let scene = scene.record(Record::default(), &present).unwrap();
    let there: Vec<&str> =
        scene.people.iter().filter(|(_, place)| place.present).map(|(id, _)| id.as_str()).collect();
    assert_eq!(there, ["aigul", "polina"]);
}

#[test]
fn a_recording_is_a_whole_address_that_is_encrypted() {
    assert_eq!(may_link("https://video.example/1"), Ok(()));
    for wrong in ["http://video.example", "https://", "javascript:alert(1)", "https://a b"] {
        assert_eq!(may_link(wrong), Err(Refused::Link), "{wrong}");
    }
}

fn open() -> Scene {
    Scene { open_for: Some("Физика".to_owned()), ..scene() }
}

#[test]
fn a_teacher_of_another_school_comes_to_an_open_meeting_before_it_begins() {
    let (guest, home) = (PersonId::from("timur"), SchoolId::from("school-7"));
    assert_eq!(scene().welcome(&guest, &home, DAY), Err(Refused::NotHere));
    assert_eq!(open().welcome(&guest, &home, DAY.tomorrow().unwrap()), Err(Refused::Past));
    let begun = open().begin(DAY).unwrap();
    assert_eq!(begun.welcome(&guest, &home, DAY), Err(Refused::NotHere));
    let come = open().welcome(&guest, &home, DAY).unwrap();
    assert_eq!(come.people[&guest].part, Part::Observer);
    assert!(come.is_guest(&guest) && !come.is_guest(&"dana".into()) && !come.is_guest(&come.chair));
    assert_eq!(come.clone().welcome(&guest, &home, DAY), Ok(come.clone()), "sent twice, there once");
    assert_eq!(come.clone().step_back(&guest), Ok(open()));
    assert_eq!(come.step_back(&"polina".into()), Err(Refused::NotHere), "the school names its own people");
}

#[test]
fn a_guest_plays_what_they_said_yes_to_and_somebody_of_the_school_at_once() {
    let (guest, aigul) = (PersonId::from("timur"), PersonId::from("aigul"));
    let come = open().welcome(&guest, &"school-7".into(), DAY).unwrap();
    assert_eq!(come.clone().answer(&guest, true), Err(Refused::NotHere), "nobody has asked");
    let asked = come.ask(&guest, Part::Mentor).unwrap();
    assert_eq!(asked.performer(), Some(&aigul), "nothing changes before the yes");
    let no = asked.clone().answer(&guest, false).unwrap();
    assert!(no.people[&guest].asked.is_none() && no.performer() == Some(&aigul));
    let yes = asked.answer(&guest, true).unwrap();
    assert_eq!((yes.performer(), yes.people[&aigul].part), (Some(&guest), Part::Observer));
    assert_eq!(yes.clone().step_back(&guest), Err(Refused::Plays));
    assert_eq!(yes.clone().ask(&"dana".into(), Part::Mentor), Err(Refused::Plays), "she plays the newcomer");
    let back = yes.ask(&aigul, Part::Mentor).unwrap();
    assert_eq!((back.performer(), back.people[&guest].part), (Some(&aigul), Part::Observer));
    assert!(back.step_back(&guest).is_ok());
}

#[test]
fn a_part_that_somebody_has_is_not_taken_from_them_by_a_late_yes() {
    let (guest, other) = (PersonId::from("timur"), PersonId::from("inna"));
    let come = open().welcome(&guest, &"school-7".into(), DAY).unwrap();
    let come = come.welcome(&other, &"school-3".into(), DAY).unwrap();
    let asked = come.ask(&guest, Part::Mentor).unwrap().ask(&other, Part::Mentor).unwrap();
    let yes = asked.clone().answer(&other, true).unwrap();
    assert_eq!(yes.clone().answer(&guest, true), Err(Refused::NotHere));
    assert_eq!(yes.performer(), Some(&other));
    let given = asked.clone().ask(&"polina".into(), Part::Mentor).unwrap();
    assert!(given.people.values().all(|place| place.asked.is_none()), "she has it at once");
    let newcomer = asked.ask(&"polina".into(), Part::Newcomer).unwrap();
    assert_eq!(newcomer.people[&guest].asked, Some(Part::Mentor), "that is another part");
    assert!(newcomer.begin(DAY).unwrap().people.values().all(|place| place.asked.is_none()));
}

#[test]
fn a_part_that_fell_open_is_given_before_it_begins() {
    let less = scene().without(&"aigul".into());
    assert_eq!(less.clone().begin(DAY), Err(Refused::Cast));
    let cast = less.ask(&"zarina".into(), Part::Mentor).unwrap();
    assert!(cast.performer() == Some(&"zarina".into()) && cast.begin(DAY).is_ok());
    let led = scene().handed_over(&"bekzhan".into(), &"gulnafisa".into());
    assert_eq!(led.leaders(), [PersonId::from("gulnafisa"), "gulnafisa".into()], "he was the secretary");
}

#[test]
fn a_guest_who_alone_observes_steps_back_and_the_meeting_waits_for_somebody() {
    let guest = PersonId::from("timur");
    let mut come = open().welcome(&guest, &"school-7".into(), DAY).unwrap();
    come.people.retain(|person, place| *person == guest || place.part != Part::Observer);
    assert_eq!(come.step_back(&guest).unwrap().begin(DAY), Err(Refused::Cast));
}

#[test]
fn a_guest_takes_what_was_called_off_away_and_what_has_begun_not() {
    let guest = PersonId::from("timur");
    let come = open().welcome(&guest, &"school-7".into(), DAY).unwrap();
    let plays = come.ask(&guest, Part::Mentor).unwrap().answer(&guest, true).unwrap();
    let off = plays.clone().cancel().unwrap();
    assert!(!off.step_back(&guest).unwrap().people.contains_key(&guest));
    assert_eq!(plays.begin(DAY).unwrap().step_back(&guest), Err(Refused::NotHere));
}

#[test]
fn n08_who_has_not_signed_up_reads_what_is_announced_and_nobody() {
    let mut held = Scene { open_for: Some("Физика".to_owned()), ..held() };
    held.record.notes = "Сөз 7310".to_owned();
    let read = format!("{:?}", held.announced());
    for word in ["aigul", "dana", "polina", "gulnafisa", "bekzhan", "7310"] {
        assert!(!read.contains(word), "{word}: {read}");
    }
}
