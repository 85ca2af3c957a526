//! Lists of the school: for those who lead its programme, each as far as its page goes.

use crate::plans::{assigned, coordinator, head};
use crate::stage::{Stage, actor, mentor, newcomer};
use actions::Failed;
use actions::handouts::{Kind, list};
use actions::rosters::exporting::Form;
use actions::sanctions::{Entered, enter};
use domain::Day;
use domain::audit::Deed;
use domain::courses::{Announced, Booking, Phase, Training};
use domain::goals::Aim;
use domain::people::{Actor, Role};
use domain::sanctions::Order;
use i18n::Lang;
use jiff::civil::{date, time};
use store::testing::{on_both, spoil};

async fn csv(stage: &Stage, who: &Actor, kind: Kind) -> Option<String> {
    let context = stage.context(who);
    match list(&context, kind, Lang::Ru).await {
        Ok(list) => Some(String::from_utf8(list.table(&context, Form::Csv).unwrap().bytes).unwrap()),
        Err(Failed::NotFound | Failed::Forbidden) => None,
        Err(other) => panic!("{kind:?}: {other:?}"),
    }
}

#[tokio::test]
async fn every_list_is_a_table_and_a_paper_in_both_languages_of_papers() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let who = coordinator();
        let context = stage.context(&who);
        for kind in Kind::ALL {
            assert!(csv(&stage, &who, kind).await.is_some(), "{kind:?}");
            for lang in [Lang::Kk, Lang::Ru] {
                let pdf = list(&context, kind, lang).await.unwrap().print(&context).await.unwrap();
                assert!(pdf.starts_with(b"%PDF"), "{kind:?}");
            }
        }
        for (kind, told) in [
            (Kind::People, "Нұрбаева"),
            (Kind::Pairs, "Сәтбаева"),
            (Kind::Orders, "118-к"),
            (Kind::Requests, "согласие"),
            (Kind::Audit, "Подписан приказ"),
        ] {
            let read = csv(&stage, &who, kind).await.unwrap();
            assert!(read.contains(told), "{kind:?}: {read}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_list_of_the_log_names_whoever_a_line_of_the_course_is_about() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let who = coordinator();
        assert!(!csv(&stage, &who, Kind::Audit).await.unwrap().contains("Котова"));
        let mut tx = stage.db.write().await.unwrap();
        let word = Deed::CourseAdvanced.word();
        stage.context(&who).audit(&mut tx, &"school-12".into(), word, "polina", "").await.unwrap();
        tx.commit().await.unwrap();
        assert!(csv(&stage, &who, Kind::Audit).await.unwrap().contains("Котова"));
    })
    .await;
}

#[tokio::test]
async fn n08_the_list_of_the_log_does_not_say_who_appealed() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let polina = actor("polina", &[Role::Teacher]);
        let mut tx = stage.db.write().await.unwrap();
        let word = Deed::AppealFiled.word();
        stage.context(&polina).audit(&mut tx, &"school-12".into(), word, "appeal", "").await.unwrap();
        tx.commit().await.unwrap();
        let read = csv(&stage, &coordinator(), Kind::Audit).await.unwrap();
        let filed = i18n::t(Lang::Ru, "audit-appeal-filed", &[]);
        assert!(read.contains(&filed) && !read.contains("Котова"), "{read}");
    })
    .await;
}

#[tokio::test]
async fn n08_no_list_holds_what_somebody_wrote_for_one_person() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let dana = newcomer("dana");
        let context = stage.context(&dana);
        actions::handovers::ask(&context, &pair, Some("Мне трудно говорить с ней.")).await.unwrap();
        let aim = Aim {
            topic: None,
            text: "Перестать бояться девятого класса".into(),
            seen: "Три урока прошли спокойно".into(),
            by: date(2026, 12, 18),
            strengths: None,
            support: Some("Сидеть рядом на девятом классе".into()),
        };
        actions::goals::set(&context, &"dana".into(), &aim).await.unwrap();
        let order = Order { number: "ТЖ-73194".into(), dated: date(2026, 9, 1) };
        let sanction = Entered { order, from: date(2026, 9, 1), last_day: date(2027, 2, 28) };
        enter(&stage.context(&head()), &"bekzhan".into(), &sanction).await.unwrap();
        for who in [coordinator(), head()] {
            for kind in Kind::ALL {
                let Some(read) = csv(&stage, &who, kind).await else { continue };
                for words in
                    ["Хочу научиться", "трудно говорить", "Перестать бояться", "Три урока", "ТЖ-73194"]
                {
                    assert!(!read.contains(words), "{kind:?}: {read}");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn n08_an_act_of_deletion_says_how_many_of_what_and_to_the_head_alone_what_the_law_named() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        spoil(
            &stage.db,
            "INSERT INTO deletions (school_id, day, record, number) VALUES \
             ('school-12', '2026-10-01', 'consents', 7), ('school-12', '2026-08-01', 'blocks', 1), \
             ('school-7', '2026-10-01', 'consents', 93)",
        )
        .await;
        for (who, law) in [(coordinator(), false), (head(), true)] {
            let read = csv(&stage, &who, Kind::Deletions).await.unwrap();
            assert!(read.contains("Согласия") && read.contains("через три года"), "{read}");
            assert_eq!(read.contains("Ограничения по закону"), law, "{}: {read}", who.person);
            assert!(!read.contains("93"), "another school's: {read}");
        }
    })
    .await;
}

/// A session of an hour and a half that Серік leads; Айгүл was there and Тимур of school 7, Бекжан was not.
async fn session(stage: &Stage, id: &str, day: Day, phase: Phase) {
    let about = Announced {
        stage: domain::courses::Stage::Training,
        title: format!("Занятие {id}"),
        day,
        from: time(10, 0, 0, 0),
        to: time(11, 30, 0, 0),
        place: "214".into(),
        places: 5,
        leader: "serik".into(),
        before: "Прочитать памятку".into(),
        after: String::new(),
        opened: true,
    };
    let (id, school, changed_at) = (id.into(), "school-12".into(), stage.now());
    let training = Training { id, school, about, phase, changed_at, version: 0 };
    let mut tx = stage.db.write().await.unwrap();
    store::courses::announce(&mut tx, &training).await.unwrap();
    for (person, home, present) in
        [("aigul", "school-12", true), ("timur", "school-7", true), ("bekzhan", "school-12", false)]
    {
        let (training_id, at) = (training.id.clone(), stage.now());
        let (person, home) = (person.into(), home.into());
        let mut booking = Booking { training: training_id, person, home, at, present: None };
        store::courses::book(&mut tx, &training.school, &booking).await.unwrap();
        booking.present = Some(present);
        store::courses::mark(&mut tx, &training.school, &booking).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_journal_of_the_course_says_which_sessions_were_held_how_long_and_who_was_there() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        session(&stage, "held", date(2026, 10, 3), Phase::Held).await;
        session(&stage, "called-off", date(2026, 10, 4), Phase::Cancelled).await;
        session(&stage, "of-last-year", date(2026, 3, 3), Phase::Held).await;
        let read = csv(&stage, &coordinator(), Kind::Courses).await.unwrap();
        assert!(read.contains("Занятие held") && read.contains("90") && read.contains("Оразбаев"), "{read}");
        assert!(read.contains("Нұрбаева") && read.contains("Ахметов"), "{read}");
        assert!(read.contains("№ 7"), "of which school a guest is: {read}");
        for other in ["Тұяқов", "called-off", "of-last-year", "памятку"] {
            assert!(!read.contains(other), "{other}: {read}");
        }
    })
    .await;
}

#[tokio::test]
async fn n08_a_list_opens_to_those_who_may_read_its_page_alone() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        for kind in [Kind::Talks, Kind::Endings, Kind::Courses] {
            assert_eq!(csv(&stage, &head(), kind).await, None, "{kind:?}");
        }
        let elsewhere = Actor { school: Some("school-7".into()), ..coordinator() };
        for who in [newcomer("dana"), mentor("aigul"), actor("olga", &[Role::Teacher]), elsewhere] {
            for kind in Kind::ALL {
                assert_eq!(csv(&stage, &who, kind).await, None, "{kind:?}");
            }
        }
    })
    .await;
}
