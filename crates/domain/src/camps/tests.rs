//! Camps, read like their rules.

use super::voices::{Idea, LEAST_ANSWERS, MOST_IDEAS, shown_on};
use super::*;
use crate::diagrams::arrows;
use jiff::civil::{date, time};

const FIRST: Day = date(2026, 10, 27);

fn slot(from: i8, workshops: usize) -> Slot {
    let workshop =
        Workshop {
            title: "Сабақ құрылымы".into(), leader: "Айгүл".into(), place: "12".into(), seats: 1
        };
    Slot {
        day: FIRST,
        from: time(from, 0, 0, 0),
        until: time(from + 1, 0, 0, 0),
        title: "Шеберханалар".into(),
        place: String::new(),
        workshops: vec![workshop; workshops],
    }
}

fn camp(state: State) -> Camp {
    Camp {
        id: "camp".into(),
        school: "school".into(),
        district: "district".into(),
        kind: Kind::Camp,
        title: "Күзгі лагерь".into(),
        place: "Бурабай".into(),
        first: FIRST,
        last: date(2026, 10, 28),
        packing: "Дәптер".into(),
        slots: vec![slot(10, 2)],
        groups: Vec::new(),
        seed: String::new(),
        words: String::new(),
        changes: Vec::new(),
        state,
        version: 0,
    }
}

fn member(person: &str, wishes: &[u32], got: Option<u32>) -> Member {
    Member {
        camp: "camp".into(),
        school: "school".into(),
        person: person.into(),
        home: "school".into(),
        wishes: vec![wishes.to_vec()],
        got: vec![got],
        photo: None,
        present: BTreeSet::new(),
    }
}

#[test]
fn the_diagram_is_what_the_code_does() {
    let diagram = include_str!("../../../../docs/states/camps.md");
    let mut done = BTreeSet::new();
    for from in State::ALL {
        let steps = [
            camp(from).open("seed".into(), FIRST),
            camp(from).assign(),
            camp(from).close(date(2026, 10, 28)),
            camp(from).cancel(),
        ];
        done.extend(steps.into_iter().flatten().map(|after| (from.word(), after.state.word())));
    }
    assert_eq!(arrows(diagram), done);
}

#[test]
fn a_camp_is_planned_for_days_to_come_and_not_for_a_season() {
    let today = date(2026, 10, 5);
    assert_eq!(may_plan(Kind::Camp, (FIRST, FIRST), today), Ok(()));
    assert_eq!(may_plan(Kind::Camp, (today, date(2026, 11, 4)), today), Ok(()));
    for (first, last) in [(FIRST, today), (date(2026, 10, 4), FIRST), (today, date(2026, 11, 5))] {
        assert_eq!(may_plan(Kind::Camp, (first, last), today), Err(CampRefused::Days), "{first} {last}");
    }
}

#[test]
fn a_slot_lies_inside_the_days_and_beside_the_others() {
    let next = camp(State::Planned).add_slot(slot(9, 0)).unwrap();
    assert_eq!(next.slots.iter().map(|one| one.from.hour()).collect::<Vec<_>>(), [9, 10]);
    let outside = Slot { day: date(2026, 10, 29), ..slot(12, 0) };
    let backwards = Slot { until: time(11, 0, 0, 0), ..slot(12, 0) };
    for wrong in [slot(10, 0), outside, backwards] {
        assert_eq!(next.clone().add_slot(wrong), Err(CampRefused::Slot));
    }
    assert_eq!(camp(State::Open).add_slot(slot(12, 0)), Err(CampRefused::NotNow));
    let none = Workshop { seats: 0, ..slot(10, 1).workshops.remove(0) };
    assert_eq!(next.clone().add_workshop(1, none.clone()), Err(CampRefused::Seats));
    assert_eq!(next.clone().add_workshop(9, none), Err(CampRefused::NoSlot));
    assert_eq!(next.remove_slot(2), Err(CampRefused::NoSlot));
    let empty = camp(State::Planned).remove_slot(0).unwrap();
    assert_eq!(empty.open("seed".into(), FIRST), Err(CampRefused::Empty));
}

#[test]
fn a_camp_opens_up_to_its_last_day() {
    let open = |today: Day| camp(State::Planned).open("seed".into(), today).map(|camp| camp.state);
    assert_eq!(open(date(2026, 10, 28)), Ok(State::Open));
    assert_eq!(open(date(2026, 10, 29)), Err(CampRefused::Past));
}

#[test]
fn an_order_names_each_workshop_once_and_only_those_that_are_there() {
    let open = camp(State::Open);
    assert_eq!(open.may_join(&[vec![1, 0]]), Ok(()));
    assert_eq!(open.may_join(&[vec![]]), Ok(()));
    for wrong in [vec![vec![2]], vec![vec![0, 0]], vec![]] {
        assert_eq!(open.may_join(&wrong), Err(CampRefused::Wish));
    }
    assert_eq!(camp(State::Assigned).may_join(&[vec![]]), Err(CampRefused::NotNow));
}

#[test]
fn each_step_down_the_own_order_says_who_stood_earlier() {
    let (dana, zere) = (member("dana", &[0], Some(0)), member("zere", &[0, 1], Some(1)));
    let serik = member("serik", &[1], None);
    let drawn = [&dana, &zere, &serik];
    let held = camp(State::Assigned);
    let told = |person: &str| why(&held, 0, &drawn, &person.into()).unwrap();
    assert_eq!(told("dana").steps, [Why::Got { workshop: 0, rank: 1 }]);
    let second = Told {
        place: 2,
        of: 3,
        steps: vec![Why::Full { workshop: 0, last: 1 }, Why::Got { workshop: 1, rank: 2 }],
        later: None,
    };
    assert_eq!(told("zere"), second);
    assert_eq!(told("serik").steps, [Why::Full { workshop: 1, last: 2 }, Why::Nothing]);
    assert_eq!(why(&held, 0, &drawn, &"aigul".into()), None);
    let silent = member("silent", &[], Some(1));
    assert_eq!(why(&held, 0, &[&silent], &silent.person).unwrap().steps, [Why::Rest { workshop: 1 }]);
}

#[test]
fn a_seat_that_falls_free_goes_to_the_first_without_one_and_nobody_is_moved() {
    let (dana, zere) = (member("dana", &[0], Some(0)), member("zere", &[0, 1], Some(1)));
    let (serik, aigul) = (member("serik", &[1], None), member("aigul", &[0], None));
    let orders = [vec![&dana, &zere, &serik, &aigul]];
    let nine = FIRST.at(9, 0, 0, 0);
    let back =
        |camp: Camp, person: &str, from: DateTime| camp.step_back(&person.into(), (from, FIRST), &orders);
    let after = back(camp(State::Assigned), "dana", nine).unwrap();
    assert_eq!(after.changes[0].freed, [Freed { slot: 0, workshop: 0, to: Some("serik".into()) }]);
    let seats = [&dana, &zere, &serik, &aigul].map(|one| after.seat(0, one));
    assert_eq!(seats, [None, Some(1), Some(0), None], "Зере wished it more, and keeps what she was told");
    let told = why(&after, 0, &orders[0], &"serik".into()).unwrap();
    assert_eq!((told.steps.last(), told.later), (Some(&Why::Nothing), Some((0, FIRST))));
    let again = back(after.clone(), "dana", nine);
    assert_eq!(again, Err(CampRefused::NotNow), "whoever has stepped back has no seat to give");
    let next = back(after, "serik", nine).unwrap();
    assert_eq!(next.changes[1].freed[0].to, Some("aigul".into()), "a seat that was moved up to goes on");
    let last = back(next, "zere", nine).unwrap();
    assert_eq!(last.changes[2].freed[0].to, None, "it stays free");
    let past = back(camp(State::Assigned), "dana", FIRST.at(10, 1, 0, 0)).unwrap();
    assert!(past.changes[0].freed.is_empty() && past.seat(0, &dana) == Some(0), "that slot is over");
    let over = date(2026, 10, 29).at(0, 0, 0, 0);
    for (state, from) in [(State::Assigned, over), (State::Open, nine), (State::Closed, nine)] {
        assert_eq!(back(camp(state), "dana", from), Err(CampRefused::NotNow), "{state:?}");
    }
}

#[test]
fn whoever_steps_back_may_have_come_up_to_that_day() {
    let dana = member("dana", &[0], Some(0));
    let back = |from: DateTime| {
        let after = camp(State::Assigned).step_back(&dana.person, (from, FIRST), &[vec![&dana]]).unwrap();
        [FIRST, date(2026, 10, 28)].map(|day| after.may_have_come(&dana.person, day))
    };
    assert_eq!(back(date(2026, 10, 20).at(12, 0, 0, 0)), [false, false]);
    assert_eq!(back(FIRST.at(18, 0, 0, 0)), [true, false], "the evening of the first day");
    assert_eq!(back(date(2026, 10, 28).at(0, 0, 0, 0)), [true, false], "leaves the school on the last day");
}

#[test]
fn nobody_is_in_two_groups_and_a_leader_takes_part() {
    let people: BTreeSet<PersonId> = ["dana", "zere"].map(PersonId::from).into();
    let group = |name: &str, leader: &str| Group {
        name: name.into(),
        leader: Some(leader.into()),
        members: ["zere"].map(PersonId::from).into(),
    };
    let first = camp(State::Open).group(group("А", "dana"), &people).unwrap();
    let second = first.group(group("Б", "dana"), &people).unwrap();
    assert!(second.groups[0].members.is_empty() && second.groups.len() == 2);
    assert_eq!(second.group_of(&"zere".into()).map(|one| one.name.as_str()), Some("Б"));
    let left = second.clone().without(&"dana".into());
    let stays: Vec<_> = left.groups.iter().map(|one| (one.name.as_str(), one.leader.is_none())).collect();
    assert_eq!(stays, [("Б", true)], "one with nobody in it goes, the other seeks a leader");
    assert!(left.leaders().is_empty() && left.without(&"zere".into()).groups.is_empty());
    assert_eq!(
        second.clone().group(Group { leader: None, ..group("В", "dana") }, &people),
        Err(CampRefused::Person)
    );
    assert_eq!(second.group(group("В", "aigul"), &people), Err(CampRefused::Person));
    assert_eq!(camp(State::Planned).group(group("А", "dana"), &people), Err(CampRefused::NotNow));
}

#[test]
fn who_was_there_is_written_on_the_day_or_later() {
    let held = camp(State::Assigned);
    assert_eq!(held.may_mark(FIRST, FIRST), Ok(()));
    assert_eq!(held.may_mark(date(2026, 10, 28), FIRST), Err(CampRefused::Early));
    assert_eq!(camp(State::Open).may_mark(FIRST, FIRST), Err(CampRefused::NotNow));
    assert_eq!(held.clone().close(FIRST), Err(CampRefused::Early));
    assert_eq!(held.days(), [FIRST, date(2026, 10, 28)]);
}

#[test]
fn words_read_back() {
    assert!(State::ALL.into_iter().all(|state| State::from_word(state.word()) == Some(state)));
}

#[test]
fn whoever_came_on_no_day_stayed_away_and_whoever_stepped_back_had_said_so() {
    let mut here = member("a", &[], None);
    here.present.insert(FIRST);
    let (away, gone) = (member("b", &[], None), member("c", &[], None));
    let change = Change {
        on: FIRST,
        gone: FIRST.to_datetime(Time::midnight()),
        person: gone.person.clone(),
        freed: Vec::new(),
    };
    let camp = Camp { changes: vec![change], ..camp(State::Closed) };
    assert_eq!(camp.stayed_away(&[here.clone(), away.clone(), gone]), 1);
    assert!(here.came() && !away.came());
}

fn idea(unnamed: bool) -> Idea {
    Idea {
        id: "idea".into(),
        camp: "camp".into(),
        school: "school".into(),
        title: "Ортақ сөре".into(),
        words: "Кітап алмасамыз".into(),
        author: "a".into(),
        home: "school".into(),
        unnamed,
        shown_on: shown_on(Kind::Camp, unnamed, FIRST),
        removed: false,
    }
}

#[test]
fn n24_an_idea_without_a_name_is_seen_with_the_others_of_its_day() {
    let (held, closed) = (camp(State::Assigned), camp(State::Closed));
    assert!(idea(false).is_shown(&held, FIRST) && !idea(true).is_shown(&held, FIRST));
    assert!(idea(true).is_shown(&held, date(2026, 10, 28)), "on the next day");
    assert!(idea(true).is_shown(&closed, FIRST), "all of them, once the camp is closed");
    assert!(!Idea { removed: true, ..idea(false) }.is_shown(&closed, FIRST));
}

#[test]
fn n24_in_a_club_an_idea_without_a_name_is_seen_with_the_others_of_its_week() {
    // FIRST is a Tuesday; who was busy on one day of a year would be one or two.
    for kind in [Kind::Club, Kind::School] {
        assert_eq!(shown_on(kind, true, FIRST), date(2026, 11, 2));
        assert_eq!(shown_on(kind, false, FIRST), FIRST);
    }
    assert_eq!(shown_on(Kind::Camp, true, FIRST), date(2026, 10, 28));
}

#[test]
fn ideas_are_put_to_a_camp_from_its_first_day_until_it_is_closed() {
    let held = camp(State::Assigned);
    assert_eq!(held.may_share(0, date(2026, 10, 26)), Err(CampRefused::Early));
    assert_eq!(held.may_share(0, FIRST), Ok(()));
    assert_eq!(held.may_share(MOST_IDEAS, FIRST), Err(CampRefused::TooMany));
    for state in [State::Planned, State::Closed, State::Cancelled] {
        assert_eq!(camp(state).may_share(0, FIRST), Err(CampRefused::NotNow));
        assert_eq!(camp(state).may_vote(), Err(CampRefused::NotNow));
    }
}

#[test]
fn answers_come_from_the_last_day_on_and_are_read_together_and_not_when_they_are_few() {
    let (held, closed) = (camp(State::Assigned), camp(State::Closed));
    assert_eq!(held.may_answer(FIRST), Err(CampRefused::Early));
    assert_eq!(held.may_answer(held.last), Ok(()));
    assert_eq!(closed.may_answer(closed.last), Err(CampRefused::NotNow));
    assert!(!held.is_heard(LEAST_ANSWERS), "not one after the other");
    assert!(closed.is_heard(LEAST_ANSWERS) && !closed.is_heard(LEAST_ANSWERS - 1));
}

#[test]
fn a_camp_is_changed_before_it_opens_and_its_grid_stays_inside_its_days() {
    let planned = |first: Day, last: Day| Planned {
        kind: Kind::Camp,
        title: "Қысқы лагерь".into(),
        place: "Щучинск".into(),
        first,
        last,
        packing: "Кітап".into(),
    };
    let today = date(2026, 10, 20);
    let changed = camp(State::Planned).replan(planned(today, FIRST), today).unwrap();
    assert_eq!((changed.title.as_str(), changed.first, changed.last), ("Қысқы лагерь", today, FIRST));
    let early = planned(today, date(2026, 10, 26));
    assert_eq!(camp(State::Planned).replan(early, today), Err(CampRefused::Slot), "its slot is on the 27th");
    let days = (FIRST, date(2026, 10, 28));
    let late = camp(State::Planned).replan(planned(days.0, days.1), date(2026, 10, 28));
    assert!(late.is_ok(), "the words change also where the first day has come");
    assert_eq!(camp(State::Open).replan(planned(days.0, days.1), today), Err(CampRefused::NotNow));
    let which = ("Сабақ құрылымы", "Айгүл");
    assert_eq!(camp(State::Planned).remove_workshop(0, which).unwrap().slots[0].workshops, []);
    assert_eq!(camp(State::Open).remove_workshop(0, which), Err(CampRefused::NotNow));
}

#[test]
fn what_was_recorded_of_a_closed_camp_is_corrected_for_some_days() {
    let closed = camp(State::Closed);
    let until = closed.corrected_until();
    assert_eq!(until, date(2026, 11, 11));
    assert_eq!((closed.may_mark(FIRST, until), closed.may_write(until)), (Ok(()), Ok(())));
    let after = date(2026, 11, 12);
    assert_eq!(closed.may_mark(FIRST, after), Err(CampRefused::NotNow));
    assert_eq!(closed.may_write(after), Err(CampRefused::NotNow));
    assert_eq!(camp(State::Cancelled).may_write(FIRST), Err(CampRefused::NotNow));
}

#[test]
fn a_club_meets_through_the_year_on_the_days_of_its_grid() {
    let (may, november) = (date(2027, 5, 26), date(2026, 11, 24));
    assert_eq!(may_plan(Kind::Camp, (FIRST, may), FIRST), Err(CampRefused::Days));
    for kind in [Kind::Club, Kind::School] {
        assert_eq!(may_plan(kind, (FIRST, may), FIRST), Ok(()));
        assert_eq!(may_plan(kind, (FIRST, date(2027, 10, 28)), FIRST), Err(CampRefused::Days), "over a year");
        let club = Camp { kind, last: may, ..camp(State::Planned) };
        let club = club.add_slot(Slot { day: november, ..slot(10, 0) }).unwrap();
        let club = club.add_slot(slot(14, 0)).unwrap();
        assert_eq!(club.days(), [FIRST, november]);
        let held = Camp { state: State::Assigned, ..club };
        assert_eq!(held.may_mark(november, may), Ok(()));
        assert_eq!(held.may_mark(date(2026, 11, 25), may), Err(CampRefused::Early), "nobody met on it");
    }
}

#[test]
fn a_club_that_goes_on_gets_meetings_behind_the_others_and_one_to_come_is_moved_between_its_neighbours() {
    let (may, november) = (date(2027, 5, 26), date(2026, 11, 24));
    let club = Camp { kind: Kind::Club, last: may, ..camp(State::Assigned) };
    let meeting = |day: Day| Slot { day, ..slot(10, 0) };
    let club = club.add_meeting(meeting(november), FIRST).unwrap();
    assert_eq!(
        club.clone().add_meeting(meeting(FIRST), FIRST),
        Err(CampRefused::Slot),
        "not before the others"
    );
    assert_eq!(club.clone().add_meeting(Slot { day: may, ..slot(10, 2) }, FIRST), Err(CampRefused::Slot));
    let club = club.add_meeting(meeting(may), FIRST).unwrap();
    let moved = club.clone().move_meeting(1, meeting(date(2026, 12, 1)), FIRST).unwrap();
    assert_eq!(moved.days(), [FIRST, date(2026, 12, 1), may]);
    for (at, day) in [(1, date(2027, 5, 27)), (0, date(2026, 10, 28)), (2, november)] {
        assert_eq!(club.clone().move_meeting(at, meeting(day), FIRST), Err(CampRefused::Slot), "{at} {day}");
    }
    let over = club.clone().move_meeting(1, meeting(date(2026, 12, 1)), date(2026, 11, 25));
    assert_eq!(over, Err(CampRefused::Slot), "it was held");
    assert_eq!(camp(State::Assigned).add_meeting(meeting(november), FIRST), Err(CampRefused::NotNow));
    let late = Member { got: Vec::new(), ..member("a", &[], None) };
    assert!(club.is_late(&late) && club.may_come_late(&late.person, may) == Ok(()));
    assert_eq!(club.may_come_late(&late.person, date(2027, 5, 27)), Err(CampRefused::NotNow));
    assert_eq!(camp(State::Assigned).may_come_late(&late.person, FIRST), Err(CampRefused::NotNow));
}
