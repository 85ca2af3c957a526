//! From an empty database to a signed order, what a list may begin before somebody leads the school, and the schools that
//! come after the first.

use actions::accounts::{
    FoundRefused, Founded, Founding, Gate, Leader, Slip, begin, found, print_slips, sign_in_by_code,
};
use actions::newcomers::{enrol, name_provisional};
use actions::orders::{prepare, sign};
use actions::people::give_role;
use actions::rosters::{self, Confirm, Upload};
use actions::{Context, Failed, Ids, camps, courses, programmes};
use domain::camps::{Kind as CampKind, Slot};
use domain::courses::Announced;
use domain::people::{Actor, COMMAND_LINE, Name, Role};
use domain::programmes::Phases;
use domain::rosters::Kind;
use domain::schools::{District, School};
use domain::{CampId, Day, Instant, PersonId, SchoolId};
use jiff::civil::{date, time};
use store::Db;
use store::testing::on_both;

const TODAY: Day = date(2026, 8, 28);

const LIST: &str = "Фамилия;Имя;Отчество;Предмет;Педагогический стаж;Дата приёма;Электронная почта\r\n\
    Оразбаев;Серік;;история;25;01.09.2010;serik@school.example\r\n\
    Сейфуллина;Гүлнафиса;;химия;12;01.09.2015;gulnafisa@school.example\r\n\
    Нұрбаева;Айгүл;;физика;15;01.09.2012;aigul@school.example\r\n\
    Сәтбаева;Дана;;физика;0;25.08.2026;dana@school.example\r\n";

struct Hand {
    db: Db,
    ids: Ids,
}

impl Hand {
    fn new(db: Db) -> Self {
        Self { db, ids: Ids::counting(0) }
    }

    fn now() -> Instant {
        domain::calendar::instant_of(TODAY, 12, 300)
    }

    fn context<'a>(&'a self, actor: &'a Actor) -> Context<'a> {
        Context { db: &self.db, actor, now: Self::now(), today: TODAY, ids: &self.ids }
    }

    async fn found(&self, founding: &Founding) -> Result<Founded, Failed<FoundRefused>> {
        found(&self.context(&Actor::command_line()), founding).await
    }

    /// Whoever signs in by the code of a slip, with the roles of today.
    async fn signed_in(&self, slip: &Slip) -> Actor {
        let gate = Gate { db: &self.db, now: Self::now(), today: TODAY, ids: &self.ids };
        let person = sign_in_by_code(&gate, &slip.code).await.unwrap().person;
        let mut tx = self.db.read().await.unwrap();
        let school = store::people::get(&mut tx, &person).await.unwrap().unwrap().school;
        let roles = store::people::roles_on(&mut tx, &person, TODAY).await.unwrap();
        Actor { person, school, district: None, roles }
    }

    async fn take_in(&self, coordinator: &Actor, school: &SchoolId) {
        let context = self.context(coordinator);
        let upload = Upload { school, kind: Kind::Staff, name: "staff.csv", bytes: LIST.as_bytes() };
        let id = rosters::prepare(&context, &upload, None).await.unwrap();
        rosters::apply(&context, &id, &Confirm::default()).await.unwrap();
    }

    async fn people(&self, school: &SchoolId) -> Vec<domain::people::Person> {
        store::people::of_school(&mut self.db.read().await.unwrap(), school).await.unwrap()
    }

    async fn named(&self, school: &SchoolId, given: &str) -> PersonId {
        self.people(school).await.into_iter().find(|person| person.name.given == given).unwrap().id
    }
}

fn leader(family: &str, given: &str, email: Option<&str>) -> Leader {
    let name = Name { family: family.into(), given: given.into(), patronymic: None };
    Leader { name, email: email.map(Into::into) }
}

fn founding() -> Founding {
    Founding {
        another: false,
        district: District {
            id: "district".into(),
            name_kk: "Ақжайық ауданының білім бөлімі".into(),
            name_ru: "Отдел образования Акжаикского района".into(),
        },
        school: school("Школа № 12"),
        lang: "kk".into(),
        head: leader("Оразбаев", "Серік", Some("serik@school.example")),
        coordinator: Some(leader("Сейфуллина", "Гүлнафиса", Some("gulnafisa@school.example"))),
    }
}

fn school(name: &str) -> School {
    School {
        id: "school".into(),
        district: "district".into(),
        name_kk: "№ 12 мектеп".into(),
        name_ru: name.into(),
        short_kk: "№ 12 мектеп".into(),
        short_ru: name.into(),
        bin: "123456789012".into(),
        place_kk: "Чапаев ауылы".into(),
        place_ru: "село Чапаево".into(),
        utc_offset_minutes: 300,
        version: 0,
    }
}

/// One more school of the same district, with people of its own.
fn seventh() -> Founding {
    let name_kk = "№ 7 мектеп".to_owned();
    Founding {
        another: true,
        school: School {
            id: "seventh".into(),
            short_kk: name_kk.clone(),
            name_kk,
            bin: "210987654321".into(),
            ..school("Школа № 7")
        },
        head: leader("Қалиев", "Марат", Some("marat@seventh.example")),
        coordinator: Some(leader("Ахметов", "Тимур", Some("timur@seventh.example"))),
        ..founding()
    }
}

/// Enrols Дана, names Айгүл for the time being, prepares the order as the one and signs it as the other.
async fn come_to_an_order(hand: &Hand, coordinator: &Actor, head: &Actor, school: &SchoolId) {
    let context = hand.context(coordinator);
    let programme =
        programmes::create(&context, school, 2026, Phases::usual(2026), programmes::Outset::Usual)
            .await
            .unwrap();
    let drawn = store::draws::of_programme(&mut hand.db.read().await.unwrap(), school, &programme).await;
    assert!(drawn.unwrap().is_some(), "the draw is sealed from the first day");
    enrol(&context, &programme, &[hand.named(school, "Дана").await]).await.unwrap();
    let newcomers =
        store::newcomers::of_programme(&mut hand.db.read().await.unwrap(), school, &programme).await.unwrap();
    name_provisional(&context, &newcomers[0].id, &hand.named(school, "Айгүл").await).await.unwrap();
    let drafts = prepare(&context, school).await.unwrap();
    sign(&hand.context(head), &drafts[0], "112-к", TODAY).await.unwrap();
    let pairs =
        store::pairs::of_programme(&mut hand.db.read().await.unwrap(), school, &programme).await.unwrap();
    assert!(pairs[0].assignment().is_some());
}

#[tokio::test]
async fn an_empty_database_comes_to_a_signed_order_by_the_two_printed_slips() {
    on_both(async |db| {
        let hand = Hand::new(db);
        let founded = hand.found(&founding()).await.unwrap();
        let [head, coordinator] = &founded.slips[..] else { panic!("two slips: {founded:?}") };
        assert_eq!(head.login, "serik@school.example");
        let (head, coordinator) = (hand.signed_in(head).await, hand.signed_in(coordinator).await);
        assert_eq!(
            (head.roles.as_slice(), coordinator.roles.as_slice()),
            (&[Role::Head, Role::Teacher][..], &[Role::Coordinator, Role::Teacher][..])
        );
        hand.take_in(&coordinator, &founded.school).await;
        assert_eq!(hand.people(&founded.school).await.len(), 4, "the list knows the two again by e-mail");
        come_to_an_order(&hand, &coordinator, &head, &founded.school).await;
    })
    .await;
}

#[tokio::test]
async fn in_a_small_school_one_person_prepares_and_signs() {
    on_both(async |db| {
        let hand = Hand::new(db);
        let founded = hand.found(&Founding { coordinator: None, ..founding() }).await.unwrap();
        let [slip] = &founded.slips[..] else { panic!("one slip: {founded:?}") };
        let both = hand.signed_in(slip).await;
        hand.take_in(&both, &founded.school).await;
        come_to_an_order(&hand, &both, &both, &founded.school).await;
    })
    .await;
}

#[tokio::test]
async fn an_installation_is_founded_once_and_only_by_the_command_line() {
    on_both(async |db| {
        let hand = Hand::new(db);
        let head =
            Actor { school: Some("school".into()), roles: vec![Role::Coordinator], ..Actor::command_line() };
        let refused = found(&hand.context(&head), &founding()).await;
        assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
        let founded = hand.found(&founding()).await.unwrap();
        let again = hand.found(&founding()).await;
        assert!(matches!(again, Err(Failed::Refused(FoundRefused::Begun))), "{again:?}");
        assert_eq!(hand.people(&founded.school).await.len(), 2);
        let mut tx = hand.db.read().await.unwrap();
        let lines = store::audit::of_school(&mut tx, &founded.school, i64::MAX, 10).await.unwrap();
        assert!(lines.iter().all(|line| line.actor.as_ref().is_some_and(|who| who.as_str() == COMMAND_LINE)));
        let deeds: Vec<&str> = lines.iter().rev().map(|line| line.what.as_str()).collect();
        let given = ["role-given", "account-slip-printed"];
        assert_eq!(deeds, [&["school-founded"][..], &given, &given].concat());
    })
    .await;
}

#[tokio::test]
async fn a_school_whose_leaders_are_all_gone_is_not_founded_a_second_time() {
    on_both(async |db| {
        let hand = Hand::new(db);
        let founded = hand.found(&Founding { coordinator: None, ..founding() }).await.unwrap();
        let head = &founded.slips[0].person.id;
        let mut tx = hand.db.write().await.unwrap();
        for role in Role::GIVEN {
            store::people::close_role(&mut tx, head, role, TODAY).await.unwrap();
        }
        tx.commit().await.unwrap();
        let other = Founding { another: false, ..seventh() };
        let again = hand.found(&other).await;
        assert!(matches!(again, Err(Failed::Refused(FoundRefused::Begun))), "{again:?}");
        let mut tx = hand.db.read().await.unwrap();
        let stands = store::schools::get(&mut tx, &founded.school).await.unwrap().unwrap();
        assert_eq!(stands.name_ru, "Школа № 12", "its papers keep their name");
    })
    .await;
}

#[tokio::test]
async fn a_school_that_a_list_began_is_taken_up_with_the_people_of_the_list() {
    on_both(async |db| {
        let hand = Hand::new(db);
        let machine = Actor::command_line();
        let district = District { name_ru: String::new(), ..founding().district };
        let begun = School { bin: String::new(), ..school("12") };
        begin(&hand.context(&machine), &district, &begun).await.unwrap();
        let twice = begin(&hand.context(&machine), &district, &begun).await;
        assert!(matches!(twice, Err(Failed::Refused(FoundRefused::Begun))), "{twice:?}");
        let coordinating =
            Actor { school: Some(begun.id.clone()), roles: vec![Role::Coordinator], ..machine };
        hand.take_in(&coordinating, &begun.id).await;
        let new = School { id: "new".into(), district: "new".into(), ..school("Школа № 12") };
        let by_name = leader("Сейфуллина", "Гүлнафиса", None);
        let founded = Founding { school: new, coordinator: Some(by_name), ..founding() };
        let founded = hand.found(&founded).await.unwrap();
        assert_eq!(founded.school, begun.id);
        assert_eq!(hand.people(&begun.id).await.len(), 4, "nobody stands twice");
        assert_eq!(founded.slips[1].login, "gulnafisa@school.example");
        let mut tx = hand.db.read().await.unwrap();
        let stands = store::schools::get(&mut tx, &begun.id).await.unwrap().unwrap();
        assert_eq!((stands.name_ru.as_str(), stands.bin.as_str()), ("Школа № 12", "123456789012"));
        let district = store::schools::districts(&mut tx).await.unwrap().remove(0);
        assert_eq!(district.name_ru, "Отдел образования Акжаикского района");
    })
    .await;
}

#[tokio::test]
async fn who_of_several_namesakes_leads_is_said_by_e_mail_and_nobody_takes_anothers() {
    on_both(async |db| {
        let hand = Hand::new(db);
        let machine = Actor::command_line();
        begin(&hand.context(&machine), &founding().district, &school("12")).await.unwrap();
        let mut tx = hand.db.write().await.unwrap();
        for (id, email) in [("one", "serik@school.example"), ("two", "serik.o@school.example")] {
            let person = domain::people::Person {
                email: Some(email.into()),
                ..store::testing::person(id, Some("school"), "Оразбаев", "Серік")
            };
            store::people::add(&mut tx, &person, None).await.unwrap();
        }
        tx.commit().await.unwrap();
        let nobody = Founding { head: leader("Оразбаев", "Серік", None), ..founding() };
        let refused = hand.found(&nobody).await;
        assert!(matches!(refused, Err(Failed::Refused(FoundRefused::Namesakes(_)))), "{refused:?}");
        let thief = Founding {
            coordinator: Some(leader("Сейфуллина", "Гүлнафиса", Some("serik.o@school.example"))),
            ..founding()
        };
        let refused = hand.found(&thief).await;
        assert!(matches!(refused, Err(Failed::Refused(FoundRefused::EmailTaken(_)))), "{refused:?}");
        assert_eq!(hand.people(&"school".into()).await.len(), 2, "nothing of a refused founding stays");
        let founded = hand.found(&founding()).await.unwrap();
        assert_eq!(founded.slips[0].person.id.as_str(), "one");
    })
    .await;
}

#[tokio::test]
async fn the_command_line_lets_a_head_in_again_and_names_another_one() {
    on_both(async |db| {
        let hand = Hand::new(db);
        let founded = hand.found(&founding()).await.unwrap();
        let (machine, head) = (Actor::command_line(), &founded.slips[0].person.id);
        let context = hand.context(&machine);
        let slip =
            print_slips(&context, &founded.school, std::slice::from_ref(head)).await.unwrap().remove(0);
        assert!(hand.signed_in(&slip).await.is(Role::Head));
        let coordinator = &founded.slips[1].person.id;
        give_role(&context, coordinator, Role::Head, true).await.unwrap();
        let mut tx = hand.db.read().await.unwrap();
        let heads = store::people::with_role(&mut tx, &founded.school, Role::Head, TODAY).await.unwrap();
        assert_eq!(heads.len(), 2);
    })
    .await;
}

/// A camp whose grid has one slot.
async fn planned(hand: &Hand, who: &Actor) -> CampId {
    let (first, last) = (date(2026, 10, 26), date(2026, 10, 28));
    let planned = camps::Planned {
        kind: CampKind::Camp,
        title: "Күзгі лагерь".to_owned(),
        place: "Бурабай".to_owned(),
        first,
        last,
        packing: String::new(),
    };
    let slot = Slot {
        day: first,
        from: time(10, 0, 0, 0),
        until: time(11, 0, 0, 0),
        title: "Шеберханалар".to_owned(),
        place: String::new(),
        workshops: Vec::new(),
    };
    let camp = camps::plan(&hand.context(who), &planned).await.unwrap();
    camps::add_slot(&hand.context(who), &camp, &slot).await.unwrap();
    camp
}

#[tokio::test]
async fn n08_another_school_of_the_district_opens_nothing_of_the_first_but_its_camps_and_trainings() {
    on_both(async |db| {
        let hand = Hand::new(db);
        let first = hand.found(&founding()).await.unwrap();
        let second = hand.found(&seventh()).await.unwrap();
        assert_eq!((first.school.as_str(), second.school.as_str()), ("school", "seventh"));
        let (here, there) = (hand.signed_in(&first.slips[1]).await, hand.signed_in(&second.slips[1]).await);
        assert_eq!(there.school.as_ref(), Some(&second.school));
        assert_eq!(hand.people(&second.school).await.len(), 2);
        let phases = Phases::usual(2026);
        let usual = programmes::Outset::Usual;
        let alien = programmes::create(&hand.context(&there), &first.school, 2026, phases, usual).await;
        assert!(matches!(alien, Err(Failed::NotFound)), "{alien:?}");
        let camp = planned(&hand, &here).await;
        let sees = async |who: &Actor| {
            camps::opened(&mut hand.db.read().await.unwrap(), &hand.context(who), &camp).await.is_ok()
        };
        assert!(sees(&here).await && !sees(&there).await, "its grid is still made");
        camps::step(&hand.context(&here), &camp, camps::Step::Open).await.unwrap();
        assert!(sees(&there).await);
        let led = camps::step(&hand.context(&there), &camp, camps::Step::Cancel).await;
        assert!(matches!(led, Err(Failed::NotFound)), "{led:?}");
        let about = Announced {
            stage: domain::courses::Stage::Training,
            title: "Психология пары".into(),
            day: date(2026, 10, 10),
            from: time(10, 0, 0, 0),
            to: time(18, 0, 0, 0),
            place: "Кабинет 214".into(),
            places: 20,
            leader: first.slips[0].person.id.clone(),
            before: String::new(),
            after: String::new(),
            opened: true,
        };
        let training = courses::announce(&hand.context(&here), &about).await.unwrap();
        let found =
            courses::session(&mut hand.db.read().await.unwrap(), &hand.context(&there), &training).await;
        let host = found.unwrap().unwrap().host.map(|host| host.id);
        assert_eq!(host, Some(first.school));
    })
    .await;
}

#[tokio::test]
async fn another_school_is_founded_on_purpose_and_takes_no_name_number_or_mailbox_of_the_first() {
    on_both(async |db| {
        let hand = Hand::new(db);
        let refused = async |founding: Founding| match hand.found(&founding).await {
            Err(Failed::Refused(why)) => why,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(seventh()).await, FoundRefused::First, "nothing stands yet");
        let machine = Actor::command_line();
        begin(&hand.context(&machine), &founding().district, &school("Школа № 12")).await.unwrap();
        assert_eq!(refused(seventh()).await, FoundRefused::First, "nobody leads it yet");
        hand.found(&founding()).await.unwrap();
        let unsaid = Founding { another: false, ..seventh() };
        assert_eq!(refused(unsaid).await, FoundRefused::Begun);
        let twelve = || "Школа № 12".to_owned();
        let named = School { short_ru: " школа № 12".into(), ..seventh().school };
        let named = Founding { school: named, ..seventh() };
        assert_eq!(refused(named).await, FoundRefused::SchoolTaken(twelve()));
        let numbered = School { bin: founding().school.bin, ..seventh().school };
        let numbered = Founding { school: numbered, ..seventh() };
        assert_eq!(refused(numbered).await, FoundRefused::BinTaken(twelve()));
        let district = District { id: "new".into(), ..founding().district };
        let district = Founding { district, ..seventh() };
        let stands = founding().district.name_ru;
        assert_eq!(refused(district).await, FoundRefused::DistrictTaken(stands));
        let email = "serik@school.example";
        let head = Founding { head: leader("Қалиев", "Марат", Some(email)), ..seventh() };
        assert_eq!(refused(head).await, FoundRefused::EmailTaken(email.into()));
        let mut tx = hand.db.read().await.unwrap();
        assert_eq!(store::schools::every(&mut tx).await.unwrap().len(), 1);
        assert_eq!(store::schools::districts(&mut tx).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn another_school_names_a_nameless_district_or_brings_a_new_one() {
    on_both(async |db| {
        let hand = Hand::new(db);
        let nameless = District { name_kk: String::new(), name_ru: String::new(), ..founding().district };
        hand.found(&Founding { district: nameless, ..founding() }).await.unwrap();
        hand.found(&seventh()).await.unwrap();
        let far = District { id: "far".into(), name_kk: "Алыс".into(), name_ru: "Дальний".into() };
        let same_name = School {
            id: "far-12".into(),
            district: far.id.clone(),
            bin: String::new(),
            ..school("Школа № 12")
        };
        let third = Founding {
            district: far,
            school: same_name,
            head: leader("Сейітов", "Дәурен", Some("dauren@far.example")),
            coordinator: None,
            ..seventh()
        };
        hand.found(&third).await.unwrap();
        let mut tx = hand.db.read().await.unwrap();
        let districts = store::schools::districts(&mut tx).await.unwrap();
        let names: Vec<&str> = districts.iter().map(|one| one.name_ru.as_str()).collect();
        assert_eq!(names, ["Отдел образования Акжаикского района", "Дальний"]);
    })
    .await;
}
