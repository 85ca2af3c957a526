//! Camps of young specialists, on both databases: planned, opened to a district, drawn from a published seed, held, printed.

mod voices;

use crate::letters::delivered;
use crate::stage::{Stage, actor, coordinator, mentor, newcomer};
use actions::Failed;
use actions::camps::{
    Later, Planned, Step, add_slot, add_workshop, ahead, drawn, edition, given, group, join, leave, list,
    mark, move_slot, opened, photograph, plan, print_programme, print_report, remove_slot, remove_workshop,
    replan, step, write,
};
use domain::camps::{Camp, CampRefused, Group, Kind, Member, Slot, State, Why, Workshop};
use domain::people::{Actor, Role};
use domain::schools::District;
use domain::{CampId, Day, PersonId};
use i18n::Lang;
use jiff::civil::{date, time};
use std::collections::BTreeSet;
use store::testing::on_both;

const FIRST: Day = date(2026, 10, 26);
const LAST: Day = date(2026, 10, 28);
const DAYS: [Day; SLOTS] = [FIRST, date(2026, 10, 27), LAST];
const SLOTS: usize = 3;
const WORKSHOPS: usize = 4;
const TEN: jiff::civil::Time = time(10, 0, 0, 0);

pub(crate) fn planned() -> Planned {
    Planned {
        kind: Kind::Camp,
        title: "Күзгі лагерь".to_owned(),
        place: "Бурабай".to_owned(),
        first: FIRST,
        last: LAST,
        packing: "Дәптер\nЖылы киім".to_owned(),
    }
}

pub(crate) fn slot(day: Day, from: i8) -> Slot {
    Slot {
        day,
        from: time(from, 0, 0, 0),
        until: time(from + 1, 0, 0, 0),
        title: "Шеберханалар".to_owned(),
        place: String::new(),
        workshops: Vec::new(),
    }
}

pub(crate) fn workshop(number: usize, seats: u16) -> Workshop {
    Workshop {
        title: format!("Шеберхана {number}"),
        leader: "Айгүл Нұрбаева".to_owned(),
        place: format!("Бөлме {number}"),
        seats,
    }
}

/// A camp with three slots of four workshops each, not open yet.
async fn prepared(stage: &Stage, seats: u16) -> CampId {
    gridded(stage, WORKSHOPS, seats).await
}

/// The same with so many workshops in each slot.
async fn gridded(stage: &Stage, workshops: usize, seats: u16) -> CampId {
    let gulnafisa = coordinator();
    let context = stage.context(&gulnafisa);
    let id = plan(&context, &planned()).await.unwrap();
    for day in DAYS {
        add_slot(&context, &id, &slot(day, 10)).await.unwrap();
        for number in 0..workshops {
            add_workshop(&context, &id, (day, TEN), &workshop(number, seats)).await.unwrap();
        }
    }
    id
}

/// Forty people of six schools, school 12 among them.
async fn forty(stage: &Stage) -> Vec<Actor> {
    let mut tx = stage.db.write().await.unwrap();
    let home = store::schools::get(&mut tx, &"school-12".into()).await.unwrap().unwrap();
    let mut people = Vec::new();
    for school in 0..6 {
        let id = if school == 0 { "school-12".to_owned() } else { format!("school-20{school}") };
        if school > 0 {
            let other = domain::schools::School { id: id.as_str().into(), ..home.clone() };
            store::schools::add(&mut tx, &other).await.unwrap();
        }
        let count = if school < 4 { 7 } else { 6 };
        for number in 0..count {
            let name = format!("guest-{school}-{number}");
            let person = store::testing::person(&name, Some(id.as_str()), "Қонақ", "Жас");
            store::people::add(&mut tx, &person, None).await.unwrap();
            people.push(Actor {
                person: name.as_str().into(),
                school: Some(id.as_str().into()),
                district: None,
                roles: vec![Role::Teacher],
            });
        }
    }
    tx.commit().await.unwrap();
    people
}

async fn members(stage: &Stage, id: &CampId) -> Vec<Member> {
    let mut tx = stage.db.read().await.unwrap();
    let camp = store::camps::get(&mut tx, id).await.unwrap().unwrap();
    store::camps::members(&mut tx, &camp).await.unwrap()
}

/// Everybody reads their own steps, and nothing of the others.
async fn each_reads_why(stage: &Stage, id: &CampId, people: &[Actor]) {
    let mut tx = stage.db.read().await.unwrap();
    for person in people {
        let page = opened(&mut tx, &stage.context(person), id).await.unwrap();
        assert!(page.members.is_empty() && page.reasons.is_empty(), "others are not shown");
        assert_eq!((page.count, page.schools), (40, 6));
        for told in page.why.iter().map(|told| told.as_ref().unwrap()) {
            let mut full = told.steps.iter().filter_map(|step| match step {
                Why::Full { last, .. } => Some(*last),
                Why::Got { .. } | Why::Rest { .. } | Why::Nothing => None,
            });
            assert!(full.all(|last| 0 < last && last < told.place), "{told:?}");
            assert!(matches!(told.steps.last(), Some(Why::Got { .. } | Why::Rest { .. })), "{told:?}");
        }
    }
}

#[tokio::test]
async fn forty_people_of_six_schools_come_and_each_reads_why() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (id, people) = (prepared(&stage, 10).await, forty(&stage).await);
        let gulnafisa = coordinator();
        step(&stage.context(&gulnafisa), &id, Step::Open).await.unwrap();
        for person in &people {
            join(&stage.context(person), &id, &vec![vec![0, 1, 2]; SLOTS]).await.unwrap();
        }
        for _ in 0..2 {
            step(&stage.context(&gulnafisa), &id, Step::Assign).await.unwrap();
        }
        assert_eq!(stage.audited("camp-assigned").await, 1);
        let all = members(&stage, &id).await;
        let mut tx = stage.db.read().await.unwrap();
        let camp = store::camps::get(&mut tx, &id).await.unwrap().unwrap();
        for (at, slot) in camp.slots.iter().enumerate() {
            for workshop in 0..WORKSHOPS {
                assert_eq!(all.iter().filter(|one| one.workshop(at) == Some(workshop)).count(), 10);
            }
            let order = drawn(&camp, at, &all);
            let again = given(slot, at, &order);
            let kept: Vec<Option<u32>> = order.iter().map(|one| one.got[at]).collect();
            assert_eq!(again, kept, "the seed gives the same places to whoever draws again");
        }
        drop(tx);
        each_reads_why(&stage, &id, &people).await;
        let mut tx = stage.db.read().await.unwrap();
        let page = opened(&mut tx, &stage.context(&gulnafisa), &id).await.unwrap();
        assert_eq!((page.reasons.len(), page.members.len()), (40, 40));
        drop(tx);
        stage.today = LAST;
        let there: BTreeSet<PersonId> = people.iter().take(38).map(|one| one.person.clone()).collect();
        let nobody = BTreeSet::new();
        mark(&stage.context(&gulnafisa), &id, FIRST, (&nobody, &there)).await.unwrap();
        write(&stage.context(&gulnafisa), &id, (&edition(""), "Отыз идея айтылды.")).await.unwrap();
        step(&stage.context(&gulnafisa), &id, Step::Close).await.unwrap();
        for lang in [Lang::Kk, Lang::Ru] {
            let report = print_report(&stage.context(&gulnafisa), &id, lang).await.unwrap();
            let programme = print_programme(&stage.context(&people[39]), &id, lang).await.unwrap();
            assert!(report.starts_with(b"%PDF") && programme.starts_with(b"%PDF"));
        }
        let other = print_report(&stage.context(&people[39]), &id, Lang::Kk).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
    })
    .await;
}

#[tokio::test]
async fn n08_a_camp_opens_to_its_district_alone_and_its_grid_to_nobody_before() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = prepared(&stage, 10).await;
        let mut tx = stage.db.write().await.unwrap();
        let far = District { id: "far".into(), name_kk: "Алыс".into(), name_ru: "Дальний".into() };
        store::schools::add_district(&mut tx, &far).await.unwrap();
        let home = store::schools::get(&mut tx, &"school-12".into()).await.unwrap().unwrap();
        let there = domain::schools::School { id: "school-far".into(), district: far.id.clone(), ..home };
        store::schools::add(&mut tx, &there).await.unwrap();
        tx.commit().await.unwrap();
        let of = |person: &str, school: &str, roles: &[Role]| Actor {
            person: person.into(),
            school: Some(school.into()),
            district: None,
            roles: roles.to_vec(),
        };
        let (timur, stranger) =
            (of("timur", "school-7", &Role::ALL), of("stranger", "school-far", &Role::ALL));
        let seen = async |who: &Actor| {
            let mut tx = stage.db.read().await.unwrap();
            let page = opened(&mut tx, &stage.context(who), &id).await.is_ok();
            assert_eq!(list(&mut tx, &stage.context(who)).await.unwrap().len(), usize::from(page));
            page
        };
        assert!(seen(&coordinator()).await && !seen(&newcomer("dana")).await && !seen(&timur).await);
        step(&stage.context(&coordinator()), &id, Step::Open).await.unwrap();
        assert!(seen(&newcomer("dana")).await && seen(&timur).await && !seen(&stranger).await);
        let far = join(&stage.context(&stranger), &id, &vec![Vec::new(); SLOTS]).await;
        assert!(matches!(far, Err(Failed::NotFound)), "{far:?}");
        let led = step(&stage.context(&timur), &id, Step::Assign).await;
        assert!(matches!(led, Err(Failed::NotFound)), "{led:?}");
        let plain = step(&stage.context(&newcomer("dana")), &id, Step::Assign).await;
        assert!(matches!(plain, Err(Failed::Forbidden)), "{plain:?}");
        join(&stage.context(&timur), &id, &vec![Vec::new(); SLOTS]).await.unwrap();
        assert_eq!(stage.audited("camp-joined").await, 0, "it stands in the log of his own school");
    })
    .await;
}

#[tokio::test]
async fn the_grid_is_made_before_it_opens_and_each_form_counts_once() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = coordinator();
        let context = stage.context(&gulnafisa);
        let id = prepared(&stage, 10).await;
        for _ in 0..2 {
            assert_eq!(plan(&context, &planned()).await.unwrap(), id);
            add_slot(&context, &id, &slot(FIRST, 15)).await.unwrap();
        }
        for _ in 0..2 {
            remove_slot(&context, &id, FIRST, time(15, 0, 0, 0)).await.unwrap();
        }
        add_workshop(&context, &id, (FIRST, TEN), &workshop(0, 10)).await.unwrap();
        let early = join(&stage.context(&newcomer("dana")), &id, &vec![Vec::new(); SLOTS]).await;
        assert!(matches!(early, Err(Failed::NotFound)), "{early:?}");
        for _ in 0..2 {
            step(&context, &id, Step::Open).await.unwrap();
        }
        let late = add_slot(&context, &id, &slot(FIRST, 17)).await;
        assert!(matches!(late, Err(Failed::Refused(CampRefused::NotNow))), "{late:?}");
        let mut tx = stage.db.read().await.unwrap();
        let camp = store::camps::get(&mut tx, &id).await.unwrap().unwrap();
        assert_eq!((camp.slots.len(), camp.slots[0].workshops.len()), (SLOTS, WORKSHOPS));
        assert!(camp.state == State::Open && camp.seed.len() == 32, "{camp:?}");
        drop(tx);
        assert_eq!(stage.audited("camp-opened").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_workshop_goes_into_the_slot_that_was_meant_though_another_one_came_before_it() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = coordinator();
        let context = stage.context(&gulnafisa);
        let id = plan(&context, &planned()).await.unwrap();
        add_slot(&context, &id, &slot(FIRST, 10)).await.unwrap();
        // Meanwhile another page of the same grid is sent.
        add_slot(&context, &id, &slot(FIRST, 8)).await.unwrap();
        for _ in 0..2 {
            add_workshop(&context, &id, (FIRST, TEN), &workshop(0, 10)).await.unwrap();
        }
        let mut tx = stage.db.read().await.unwrap();
        let camp = store::camps::get(&mut tx, &id).await.unwrap().unwrap();
        drop(tx);
        assert_eq!(camp.slots.iter().map(|one| one.workshops.len()).collect::<Vec<_>>(), [0, 1]);
        remove_slot(&context, &id, FIRST, TEN).await.unwrap();
        let gone = add_workshop(&context, &id, (FIRST, TEN), &workshop(1, 10)).await;
        assert!(matches!(gone, Err(Failed::Refused(CampRefused::NoSlot))), "{gone:?}");
    })
    .await;
}

#[tokio::test]
async fn who_leads_a_group_marks_and_reads_who_may_be_photographed() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = prepared(&stage, 1).await;
        let gulnafisa = coordinator();
        let (dana, zere, aigul) = (newcomer("dana"), newcomer("zere"), mentor("aigul"));
        step(&stage.context(&gulnafisa), &id, Step::Open).await.unwrap();
        for who in [&dana, &zere, &aigul] {
            join(&stage.context(who), &id, &vec![vec![1]; SLOTS]).await.unwrap();
        }
        for _ in 0..2 {
            leave(&stage.context(&aigul), &id).await.unwrap();
        }
        assert_eq!(members(&stage, &id).await.len(), 2);
        let own = Group {
            name: "Шам".to_owned(),
            leader: Some("dana".into()),
            members: ["zere"].map(PersonId::from).into(),
        };
        group(&stage.context(&gulnafisa), &id, &own).await.unwrap();
        let absent = Group { leader: Some("aigul".into()), ..own };
        let refused = group(&stage.context(&gulnafisa), &id, &absent).await;
        assert!(matches!(refused, Err(Failed::Refused(CampRefused::Person))), "{refused:?}");
        photograph(&stage.context(&zere), &id, true).await.unwrap();
        let nobody = photograph(&stage.context(&aigul), &id, true).await;
        assert!(matches!(nobody, Err(Failed::NotFound)), "{nobody:?}");
        step(&stage.context(&gulnafisa), &id, Step::Assign).await.unwrap();
        stage.today = FIRST;
        let there = BTreeSet::from([PersonId::from("zere")]);
        let nobody = BTreeSet::new();
        let not_hers = mark(&stage.context(&zere), &id, FIRST, (&nobody, &there)).await;
        assert!(matches!(not_hers, Err(Failed::NotFound)), "{not_hers:?}");
        for _ in 0..2 {
            mark(&stage.context(&dana), &id, FIRST, (&nobody, &there)).await.unwrap();
        }
        assert_eq!(stage.audited("camp-marked").await, 1);
        let mut tx = stage.db.read().await.unwrap();
        let page = opened(&mut tx, &stage.context(&dana), &id).await.unwrap();
        let may: Vec<&str> =
            page.members.iter().filter(|one| one.photo.is_some()).map(|one| one.person.as_str()).collect();
        assert!(may == ["zere"] && page.reasons.is_empty() && page.members[0].wishes.is_empty());
        let page = opened(&mut tx, &stage.context(&zere), &id).await.unwrap();
        assert!(page.members.is_empty() && page.camp.groups.len() == 1 && page.guests.len() == 1);
        drop(tx);
        leave(&stage.context(&zere), &id).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let page = opened(&mut tx, &stage.context(&gulnafisa), &id).await.unwrap();
        assert_eq!((page.count, page.camp.groups[0].members.len()), (1, 0), "she is in no group any more");
        drop(tx);
        assert!(members(&stage, &id).await.iter().all(|one| one.photo.is_none()));
    })
    .await;
}

/// A camp whose workshops are given out, and five people who wanted the same ones of it: one of them has no seat.
async fn assigned(stage: &Stage) -> (CampId, [Actor; 5]) {
    let id = prepared(stage, 1).await;
    let gulnafisa = coordinator();
    step(&stage.context(&gulnafisa), &id, Step::Open).await.unwrap();
    let people = [newcomer("dana"), newcomer("zere"), mentor("aigul"), mentor("bekzhan"), coordinator()];
    for who in &people {
        join(&stage.context(who), &id, &vec![vec![1, 0]; SLOTS]).await.unwrap();
    }
    step(&stage.context(&gulnafisa), &id, Step::Assign).await.unwrap();
    (id, people)
}

#[tokio::test]
async fn whoever_steps_back_frees_seats_for_those_without_and_the_draw_stays_as_it_was() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (id, people) = assigned(&stage).await;
        let before = members(&stage, &id).await;
        let waits = before.iter().find(|one| one.workshop(0).is_none()).unwrap().person.clone();
        let gone = people.iter().find(|one| one.person != waits).unwrap();
        stage.letters().await;
        for _ in 0..2 {
            leave(&stage.context(gone), &id).await.unwrap();
        }
        assert_eq!(members(&stage, &id).await, before, "whoever draws again gets the same");
        let mut tx = stage.db.read().await.unwrap();
        let camp = store::camps::get(&mut tx, &id).await.unwrap().unwrap();
        let seat = before.iter().find(|one| one.person == gone.person).unwrap().workshop(0);
        assert_eq!(camp.moved_up(0, &waits).map(|(workshop, _)| workshop), seat);
        for one in before.iter().filter(|one| one.person != gone.person) {
            for at in 0..SLOTS {
                assert!(one.workshop(at).is_none_or(|told| camp.seat(at, one) == Some(told)), "{at} {one:?}");
            }
        }
        let who = people.iter().find(|one| one.person == waits).unwrap();
        let page = opened(&mut tx, &stage.context(who), &id).await.unwrap();
        assert!(page.why[0].as_ref().unwrap().later.is_some(), "{:?}", page.why);
        assert_eq!((page.count, page.later.len()), (4, SLOTS));
        drop(tx);
        let moved: BTreeSet<&PersonId> =
            camp.changes[0].freed.iter().filter_map(|one| one.to.as_ref()).collect();
        let letters = stage.letters().await;
        assert_eq!(letters.len(), moved.len(), "one for each person: {letters:?}");
        assert!(letters.contains(&format!("{waits} CampPlace")), "{letters:?}");
        let late = join(&stage.context(gone), &id, &vec![Vec::new(); SLOTS]).await;
        assert!(matches!(late, Err(Failed::Refused(CampRefused::NotNow))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_moves_up_in_several_slots_reads_of_all_in_one_letter() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = gridded(&stage, 1, 1).await;
        let people = [newcomer("dana"), newcomer("zere")];
        step(&stage.context(&coordinator()), &id, Step::Open).await.unwrap();
        for who in &people {
            join(&stage.context(who), &id, &vec![vec![0]; SLOTS]).await.unwrap();
        }
        step(&stage.context(&coordinator()), &id, Step::Assign).await.unwrap();
        let drawn_for = members(&stage, &id).await;
        let seats = |one: &Member| (0..SLOTS).filter(|at| one.workshop(*at).is_some()).collect::<Vec<_>>();
        // Of three seats for two people one has two or three.
        let many = drawn_for.iter().max_by_key(|one| seats(one).len()).unwrap();
        let gone = people.iter().find(|who| who.person == many.person).unwrap();
        delivered(&stage).await;
        leave(&stage.context(gone), &id).await.unwrap();
        let letters = delivered(&stage).await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        assert!(people.iter().any(|who| who.person == letter.person && who.person != gone.person));
        let text = &letter.parts[0].text;
        for at in seats(many) {
            assert!(text.contains(&i18n::day_in_sentence(letter.lang, DAYS[at])), "{text}");
        }
        assert!(letter.subject.ends_with(&seats(many).len().to_string()), "{}", letter.subject);
    })
    .await;
}

/// The seats of a slot as anybody works them out from the seed, the orders and the published list, in the order of the draw.
fn replayed(camp: &Camp, at: usize, order: &[&Member], later: &[Later]) -> Vec<Option<usize>> {
    let got = given(&camp.slots[at], at, order);
    let mut seats: Vec<Option<usize>> =
        got.into_iter().map(|seat| seat.map(|seat| usize::try_from(seat).unwrap())).collect();
    let mut gone = BTreeSet::new();
    for line in later.iter().filter(|line| line.slot == at) {
        gone.insert(line.from - 1);
        let freed = seats[line.from - 1].take();
        let waits = (0..seats.len()).find(|place| seats[*place].is_none() && !gone.contains(place));
        let to = freed.and(waits);
        assert_eq!((line.workshop, line.to), (freed, to.map(|place| place + 1)), "{line:?}");
        if let Some(to) = to {
            seats[to] = freed;
        }
    }
    seats
}

#[tokio::test]
async fn seed_and_published_list_give_what_stands_also_where_somebody_without_a_seat_steps_back() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (id, people) = assigned(&stage).await;
        let gulnafisa = coordinator();
        let drawn_for = members(&stage, &id).await;
        let waits = &drawn_for.iter().find(|one| one.workshop(0).is_none()).unwrap().person;
        let rest = people.iter().filter(|who| who.person != *waits && who.person != gulnafisa.person);
        for who in people.iter().filter(|who| who.person == *waits).chain(rest.take(2)) {
            leave(&stage.context(who), &id).await.unwrap();
        }
        let mut tx = stage.db.read().await.unwrap();
        let later = opened(&mut tx, &stage.context(&gulnafisa), &id).await.unwrap().later;
        let camp = store::camps::get(&mut tx, &id).await.unwrap().unwrap();
        for at in 0..SLOTS {
            let order = drawn(&camp, at, &drawn_for);
            let stands: Vec<Option<usize>> = order.iter().map(|one| camp.seat(at, one)).collect();
            assert_eq!(replayed(&camp, at, &order, &later), stands, "{at} {later:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_steps_back_on_a_day_of_the_camp_is_marked_up_to_that_day() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = prepared(&stage, 2).await;
        let gulnafisa = coordinator();
        step(&stage.context(&gulnafisa), &id, Step::Open).await.unwrap();
        for who in ["dana", "zere"] {
            join(&stage.context(&newcomer(who)), &id, &vec![vec![1]; SLOTS]).await.unwrap();
        }
        step(&stage.context(&gulnafisa), &id, Step::Assign).await.unwrap();
        stage.today = FIRST;
        leave(&stage.context(&newcomer("dana")), &id).await.unwrap();
        let both: BTreeSet<PersonId> = ["dana", "zere"].map(PersonId::from).into();
        let nobody = BTreeSet::new();
        mark(&stage.context(&gulnafisa), &id, FIRST, (&nobody, &both)).await.unwrap();
        let there = |one: &Member| one.present.contains(&FIRST);
        assert!(members(&stage, &id).await.iter().all(there), "what a leader has ticked is not lost");
        stage.today = LAST;
        let after = mark(&stage.context(&gulnafisa), &id, LAST, (&nobody, &both)).await;
        assert!(matches!(after, Err(Failed::Refused(CampRefused::Person))), "{after:?}");
        let mut tx = stage.db.read().await.unwrap();
        let page = opened(&mut tx, &stage.context(&gulnafisa), &id).await.unwrap();
        assert_eq!((page.count, page.members.len(), page.gone.len()), (1, 1, 1));
        let zere = opened(&mut tx, &stage.context(&newcomer("zere")), &id).await.unwrap();
        assert!(zere.gone.is_empty(), "a guest reads of no other");
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_their_school_frees_their_seats_too() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = prepared(&stage, 1).await;
        let gulnafisa = coordinator();
        step(&stage.context(&gulnafisa), &id, Step::Open).await.unwrap();
        for who in [mentor("aigul"), newcomer("dana")] {
            join(&stage.context(&who), &id, &vec![vec![1]; SLOTS]).await.unwrap();
        }
        step(&stage.context(&gulnafisa), &id, Step::Assign).await.unwrap();
        actions::people::leave(&stage.context(&gulnafisa), &"aigul".into(), stage.today).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let camp = store::camps::get(&mut tx, &id).await.unwrap().unwrap();
        assert!(camp.has_left(&"aigul".into()) && camp.changes[0].freed.len() == SLOTS, "{camp:?}");
        assert!(camp.changes[0].freed.iter().all(|one| one.to.is_none()), "Дана has a place everywhere");
    })
    .await;
}

#[tokio::test]
async fn two_leaders_who_mark_at_once_keep_what_the_other_has_written() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = prepared(&stage, 2).await;
        let gulnafisa = coordinator();
        step(&stage.context(&gulnafisa), &id, Step::Open).await.unwrap();
        for who in ["dana", "zere"] {
            join(&stage.context(&newcomer(who)), &id, &vec![vec![1]; SLOTS]).await.unwrap();
        }
        let own = Group {
            name: "Шам".to_owned(),
            leader: Some("dana".into()),
            members: ["zere"].map(PersonId::from).into(),
        };
        group(&stage.context(&gulnafisa), &id, &own).await.unwrap();
        step(&stage.context(&gulnafisa), &id, Step::Assign).await.unwrap();
        stage.today = FIRST;
        let people =
            |names: &[&str]| -> BTreeSet<PersonId> { names.iter().map(|one| (*one).into()).collect() };
        let there = async |before: BTreeSet<PersonId>, present: BTreeSet<PersonId>| {
            mark(&stage.context(&gulnafisa), &id, FIRST, (&before, &present)).await.unwrap();
            let marked = members(&stage, &id).await.into_iter().filter(|one| one.present.contains(&FIRST));
            marked.map(|one| one.person).collect::<BTreeSet<PersonId>>()
        };
        let first =
            mark(&stage.context(&newcomer("dana")), &id, FIRST, (&people(&[]), &people(&["zere"]))).await;
        first.unwrap();
        assert_eq!(
            there(people(&[]), people(&["dana"])).await,
            people(&["dana", "zere"]),
            "both forms were empty"
        );
        assert_eq!(there(people(&["dana", "zere"]), people(&["dana"])).await, people(&["dana"]));
    })
    .await;
}

#[tokio::test]
async fn two_who_write_the_report_at_once_lose_nothing_without_a_word() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = prepared(&stage, 2).await;
        let gulnafisa = coordinator();
        let context = stage.context(&gulnafisa);
        step(&context, &id, Step::Open).await.unwrap();
        let empty = edition("");
        for _ in 0..2 {
            write(&context, &id, (&empty, "Отыз идея.")).await.unwrap();
        }
        let second = write(&context, &id, (&empty, "Басқа сөз.")).await;
        assert!(matches!(second, Err(Failed::Changed)), "{second:?}");
        let own = Group { name: "Шам".to_owned(), leader: Some("dana".into()), members: BTreeSet::new() };
        join(&stage.context(&newcomer("dana")), &id, &vec![Vec::new(); SLOTS]).await.unwrap();
        group(&context, &id, &own).await.unwrap();
        write(&context, &id, (&edition("Отыз идея."), "Екеуі де.")).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn nothing_is_drawn_for_whoever_leaves_on_a_day_of_the_camp_before_the_draw() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = prepared(&stage, 1).await;
        let gulnafisa = coordinator();
        step(&stage.context(&gulnafisa), &id, Step::Open).await.unwrap();
        for who in [mentor("aigul"), newcomer("dana")] {
            join(&stage.context(&who), &id, &vec![vec![1]; SLOTS]).await.unwrap();
        }
        stage.today = date(2026, 10, 27);
        actions::people::leave(&stage.context(&gulnafisa), &"aigul".into(), stage.today).await.unwrap();
        step(&stage.context(&gulnafisa), &id, Step::Assign).await.unwrap();
        let drawn_for = members(&stage, &id).await;
        assert_eq!(drawn_for.len(), 1);
        let dana = &drawn_for[0];
        assert!((0..SLOTS).all(|at| dana.workshop(at) == Some(1)), "nobody gone stands before her: {dana:?}");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_drawn_for_whoever_works_here_no_longer() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = prepared(&stage, 1).await;
        let gulnafisa = coordinator();
        step(&stage.context(&gulnafisa), &id, Step::Open).await.unwrap();
        for who in [mentor("aigul"), newcomer("dana")] {
            join(&stage.context(&who), &id, &vec![vec![1]; SLOTS]).await.unwrap();
        }
        let own = Group {
            name: "Шам".to_owned(),
            leader: Some("aigul".into()),
            members: ["dana"].map(PersonId::from).into(),
        };
        group(&stage.context(&gulnafisa), &id, &own).await.unwrap();
        actions::people::leave(&stage.context(&gulnafisa), &"aigul".into(), stage.today).await.unwrap();
        let left: Vec<PersonId> = members(&stage, &id).await.into_iter().map(|one| one.person).collect();
        assert_eq!(left, [PersonId::from("dana")]);
        let mut tx = stage.db.read().await.unwrap();
        let camp = store::camps::get(&mut tx, &id).await.unwrap().unwrap();
        assert!(camp.groups.len() == 1 && camp.groups[0].leader.is_none(), "another leader is sought");
        let page = opened(&mut tx, &stage.context(&newcomer("dana")), &id).await.unwrap();
        assert_eq!(page.camp.groups.len(), 1, "she still sees her group");
    })
    .await;
}

#[tokio::test]
async fn a_school_that_has_changed_its_district_finds_the_camp_that_it_holds() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = prepared(&stage, 1).await;
        step(&stage.context(&coordinator()), &id, Step::Open).await.unwrap();
        let mut tx = stage.db.write().await.unwrap();
        let far = District { id: "far".into(), name_kk: "Алыс".into(), name_ru: "Дальний".into() };
        store::schools::add_district(&mut tx, &far).await.unwrap();
        let mut home = store::schools::get(&mut tx, &"school-12".into()).await.unwrap().unwrap();
        home.district = far.id;
        store::schools::save(&mut tx, &home).await.unwrap();
        tx.commit().await.unwrap();
        for who in [coordinator(), newcomer("dana")] {
            let mut tx = stage.db.read().await.unwrap();
            let camps = list(&mut tx, &stage.context(&who)).await.unwrap();
            assert_eq!(camps.into_iter().map(|one| one.id).collect::<Vec<_>>(), std::slice::from_ref(&id));
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_takes_part_steps_back_though_their_school_has_changed_its_district() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = prepared(&stage, 1).await;
        step(&stage.context(&coordinator()), &id, Step::Open).await.unwrap();
        let school = Some("school-7".into());
        let timur = Actor { school, ..actor("timur", &[Role::Teacher]) };
        join(&stage.context(&timur), &id, &vec![Vec::new(); SLOTS]).await.unwrap();
        photograph(&stage.context(&timur), &id, true).await.unwrap();
        let mut tx = stage.db.write().await.unwrap();
        let far = District { id: "far".into(), name_kk: "Алыс".into(), name_ru: "Дальний".into() };
        store::schools::add_district(&mut tx, &far).await.unwrap();
        let mut home = store::schools::get(&mut tx, &"school-7".into()).await.unwrap().unwrap();
        home.district = far.id;
        store::schools::save(&mut tx, &home).await.unwrap();
        tx.commit().await.unwrap();
        let listed = async |who: &Actor| {
            let mut tx = stage.db.read().await.unwrap();
            let camps = list(&mut tx, &stage.context(who)).await.unwrap();
            camps.into_iter().map(|one| one.id).collect::<Vec<_>>()
        };
        assert_eq!(listed(&timur).await, std::slice::from_ref(&id), "the way to it does not end");
        photograph(&stage.context(&timur), &id, false).await.unwrap();
        leave(&stage.context(&timur), &id).await.unwrap();
        assert_eq!(listed(&timur).await, []);
        let gone = join(&stage.context(&timur), &id, &vec![Vec::new(); SLOTS]).await;
        assert!(matches!(gone, Err(Failed::NotFound)), "{gone:?}");
    })
    .await;
}

#[tokio::test]
async fn a_school_without_a_mentoring_programme_prints_both_papers_of_its_camp() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let school = Some("school-7".into());
        let timur = Actor { school, ..actor("timur", &[Role::Teacher, Role::Coordinator]) };
        let id = plan(&stage.context(&timur), &planned()).await.unwrap();
        add_slot(&stage.context(&timur), &id, &slot(FIRST, 10)).await.unwrap();
        step(&stage.context(&timur), &id, Step::Open).await.unwrap();
        join(&stage.context(&newcomer("dana")), &id, &[Vec::new()]).await.unwrap();
        step(&stage.context(&timur), &id, Step::Assign).await.unwrap();
        stage.today = LAST;
        step(&stage.context(&timur), &id, Step::Close).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        assert!(store::programmes::of_school(&mut tx, &"school-7".into()).await.unwrap().is_empty());
        drop(tx);
        let programme = print_programme(&stage.context(&newcomer("dana")), &id, Lang::Kk).await.unwrap();
        let report = print_report(&stage.context(&timur), &id, Lang::Ru).await.unwrap();
        assert!(programme.starts_with(b"%PDF") && report.starts_with(b"%PDF"));
    })
    .await;
}

/// An open camp of school 12 with Дана, and Тимур of school 7.
async fn with_a_guest(stage: &Stage) -> (CampId, [Actor; 2]) {
    let id = prepared(stage, 10).await;
    let timur = Actor { school: Some("school-7".into()), ..actor("timur", &[Role::Teacher]) };
    let people = [newcomer("dana"), timur];
    step(&stage.context(&coordinator()), &id, Step::Open).await.unwrap();
    for who in &people {
        join(&stage.context(who), &id, &vec![vec![0]; SLOTS]).await.unwrap();
    }
    stage.letters().await;
    (id, people)
}

#[tokio::test]
async fn to_a_club_people_come_through_the_year_and_read_of_a_meeting_that_is_moved() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (gulnafisa, dana, zere) = (coordinator(), newcomer("dana"), newcomer("zere"));
        let until = date(2027, 5, 20);
        let club = Planned { kind: Kind::Club, last: until, ..planned() };
        let id = plan(&stage.context(&gulnafisa), &club).await.unwrap();
        add_slot(&stage.context(&gulnafisa), &id, &slot(FIRST, 10)).await.unwrap();
        add_workshop(&stage.context(&gulnafisa), &id, (FIRST, TEN), &workshop(0, 5)).await.unwrap();
        step(&stage.context(&gulnafisa), &id, Step::Open).await.unwrap();
        join(&stage.context(&dana), &id, &[vec![0]]).await.unwrap();
        step(&stage.context(&gulnafisa), &id, Step::Assign).await.unwrap();
        stage.letters().await;
        stage.today = date(2026, 11, 2);
        for _ in 0..2 {
            join(&stage.context(&zere), &id, &[Vec::new()]).await.unwrap();
            add_slot(&stage.context(&gulnafisa), &id, &slot(date(2027, 1, 14), 15)).await.unwrap();
        }
        assert_eq!(stage.letters().await, ["dana CampMoved", "zere CampMoved"], "one for each");
        let moved = slot(date(2027, 1, 21), 15);
        let when = (date(2027, 1, 14), time(15, 0, 0, 0));
        move_slot(&stage.context(&gulnafisa), &id, when, &moved).await.unwrap();
        let with_places = (FIRST, TEN);
        let fixed = move_slot(&stage.context(&gulnafisa), &id, with_places, &slot(until, 10)).await;
        assert!(matches!(fixed, Err(Failed::Refused(CampRefused::Slot))), "{fixed:?}");
        let mut tx = stage.db.read().await.unwrap();
        let seen = opened(&mut tx, &stage.context(&zere), &id).await.unwrap();
        assert_eq!(seen.camp.days(), [FIRST, moved.day]);
        let leads = opened(&mut tx, &stage.context(&gulnafisa), &id).await.unwrap();
        let told = |who: &Actor| leads.reasons.get(&who.person).and_then(|slots| slots.first()?.clone());
        assert_eq!(told(&dana).map(|told| told.of), Some(1), "the draw stays as it was");
        assert_eq!(told(&zere), None, "whoever came after it stands in none");
    })
    .await;
}

#[tokio::test]
async fn everybody_reads_that_the_workshops_are_given_out_and_that_nobody_has_to_travel() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (id, people) = with_a_guest(&stage).await;
        let gulnafisa = coordinator();
        for (what, told) in [(Step::Assign, "CampAssigned"), (Step::Cancel, "CampCancelled")] {
            for _ in 0..2 {
                step(&stage.context(&gulnafisa), &id, what).await.unwrap();
            }
            let letters = stage.letters().await;
            assert_eq!(
                letters,
                [format!("dana {told}"), format!("timur {told}")],
                "one for each, also a guest"
            );
        }
        let mut tx = stage.db.read().await.unwrap();
        for who in &people {
            let told = ahead(&mut tx, &stage.context(who)).await.unwrap();
            let [(camp, joined)] = told.as_slice() else { panic!("{told:?}") };
            assert!(
                camp.state == State::Cancelled && *joined,
                "home says that nobody has to travel: {told:?}"
            );
        }
        assert!(
            ahead(&mut tx, &stage.context(&newcomer("zere"))).await.unwrap().is_empty(),
            "nothing to her"
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_has_stepped_back_gets_no_letter_when_the_camp_is_called_off() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (id, [dana, _]) = with_a_guest(&stage).await;
        step(&stage.context(&coordinator()), &id, Step::Assign).await.unwrap();
        leave(&stage.context(&dana), &id).await.unwrap();
        stage.letters().await;
        step(&stage.context(&coordinator()), &id, Step::Cancel).await.unwrap();
        assert_eq!(stage.letters().await, ["timur CampCancelled"]);
        let mut tx = stage.db.read().await.unwrap();
        assert!(ahead(&mut tx, &stage.context(&dana)).await.unwrap().is_empty());
    })
    .await;
}

/// The words of a paper, without the breaks of narrow columns.
fn words(pdf: &[u8]) -> String {
    let text = pdf_extract::extract_text_from_mem(pdf).unwrap();
    text.chars().filter(|letter| !letter.is_whitespace() && !['-', '\u{ad}'].contains(letter)).collect()
}

#[tokio::test]
async fn the_report_names_whoever_came_and_not_whoever_only_signed_up() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (id, [dana, timur]) = with_a_guest(&stage).await;
        let gulnafisa = coordinator();
        step(&stage.context(&gulnafisa), &id, Step::Assign).await.unwrap();
        stage.today = LAST;
        let there = BTreeSet::from([dana.person.clone()]);
        mark(&stage.context(&gulnafisa), &id, LAST, (&BTreeSet::new(), &there)).await.unwrap();
        step(&stage.context(&gulnafisa), &id, Step::Close).await.unwrap();
        let report = words(&print_report(&stage.context(&gulnafisa), &id, Lang::Ru).await.unwrap());
        let mut tx = stage.db.read().await.unwrap();
        for (who, came) in [(dana, true), (timur, false)] {
            let person = store::people::get(&mut tx, &who.person).await.unwrap().unwrap();
            assert_eq!(report.contains(&person.name.family), came, "{report}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_closed_camp_is_corrected_by_those_who_lead_it_and_the_log_says_so() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (id, [dana, timur]) = with_a_guest(&stage).await;
        let gulnafisa = coordinator();
        let leads =
            Group { name: "Шам".to_owned(), leader: Some("dana".into()), members: BTreeSet::new() };
        group(&stage.context(&gulnafisa), &id, &leads).await.unwrap();
        step(&stage.context(&gulnafisa), &id, Step::Assign).await.unwrap();
        stage.today = LAST;
        step(&stage.context(&gulnafisa), &id, Step::Close).await.unwrap();
        let (nobody, there) = (BTreeSet::new(), BTreeSet::from([timur.person.clone()]));
        let not_hers = mark(&stage.context(&dana), &id, LAST, (&nobody, &there)).await;
        assert!(matches!(not_hers, Err(Failed::Forbidden)), "{not_hers:?}");
        for _ in 0..2 {
            mark(&stage.context(&gulnafisa), &id, LAST, (&nobody, &there)).await.unwrap();
            write(&stage.context(&gulnafisa), &id, (&edition(""), "Тимур де болды.")).await.unwrap();
        }
        assert_eq!((stage.audited("camp-corrected").await, stage.audited("camp-marked").await), (2, 0));
        assert!(members(&stage, &id).await.iter().any(|one| one.person == timur.person && one.came()));
        stage.today = date(2026, 11, 12);
        let late = write(&stage.context(&gulnafisa), &id, (&edition("Тимур де болды."), "Кеш")).await;
        assert!(matches!(late, Err(Failed::Refused(CampRefused::NotNow))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn before_it_opens_a_camp_is_changed_and_one_workshop_is_taken_out() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = prepared(&stage, 10).await;
        let gulnafisa = coordinator();
        let context = stage.context(&gulnafisa);
        let other =
            Planned { title: "Қысқы лагерь".to_owned(), packing: String::new(), ..planned() };
        for _ in 0..2 {
            replan(&context, &id, &other).await.unwrap();
            remove_workshop(&context, &id, (FIRST, TEN), ("Шеберхана 0", "Айгүл Нұрбаева")).await.unwrap();
        }
        let mut tx = stage.db.read().await.unwrap();
        let camp = store::camps::get(&mut tx, &id).await.unwrap().unwrap();
        drop(tx);
        assert_eq!((camp.title.as_str(), camp.packing.as_str()), ("Қысқы лагерь", ""));
        assert_eq!(camp.slots[0].workshops.len(), WORKSHOPS - 1);
        step(&context, &id, Step::Open).await.unwrap();
        let late = replan(&context, &id, &planned()).await;
        assert!(matches!(late, Err(Failed::Refused(CampRefused::NotNow))), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn a_club_of_two_evenings_far_apart_is_a_club_in_its_report() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let gulnafisa = coordinator();
        let last = date(2026, 12, 22);
        let club = Planned { kind: Kind::Club, last, ..planned() };
        let id = plan(&stage.context(&gulnafisa), &club).await.unwrap();
        for day in [FIRST, last] {
            add_slot(&stage.context(&gulnafisa), &id, &slot(day, 15)).await.unwrap();
        }
        step(&stage.context(&gulnafisa), &id, Step::Open).await.unwrap();
        join(&stage.context(&newcomer("dana")), &id, &[Vec::new(), Vec::new()]).await.unwrap();
        step(&stage.context(&gulnafisa), &id, Step::Assign).await.unwrap();
        stage.today = last;
        let (nobody, there) = (BTreeSet::new(), BTreeSet::from([PersonId::from("dana")]));
        let between = mark(&stage.context(&gulnafisa), &id, LAST, (&nobody, &there)).await;
        assert!(matches!(between, Err(Failed::Refused(CampRefused::Early))), "{between:?}");
        mark(&stage.context(&gulnafisa), &id, last, (&nobody, &there)).await.unwrap();
        step(&stage.context(&gulnafisa), &id, Step::Close).await.unwrap();
        let report = words(&print_report(&stage.context(&gulnafisa), &id, Lang::Ru).await.unwrap());
        assert!(report.contains("Отчётоклубе"), "{report}");
    })
    .await;
}
