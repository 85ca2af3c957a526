//! Modelled situations, on both databases: planned, held, read together, carried out.

use crate::stage::{Stage, actor, coordinator, teacher};
use actions::Failed;
use actions::scenes::{
    Planned, Step, Written, add, ahead, decide, done, let_card_say, link, list, observe, open_decisions,
    opened, plan, print, record, reschedule, retire, shown_by, situations, stamp, step,
};
use domain::people::{Actor, Role};
use domain::scenes::{CRITERIA, Played, Record, Recording, Refused, SITUATIONS, Sheet, Timing};
use domain::{Day, PersonId, SceneId};
use i18n::Lang;
use jiff::civil::{date, time};
use std::collections::BTreeSet;
use store::testing::{ids, on_both};

const TODAY: Day = date(2026, 10, 5);

/// What Бекжан writes on his sheet.
const WORDS: &str = "Торғай 4401: үнсіз күтті";

/// Айгүл plays the mentor, Дана the newcomer; Бекжан, Зере and the chair observe.
pub(crate) fn planned() -> Planned {
    Planned {
        team: "Жаратылыстану".to_owned(),
        day: TODAY,
        from: time(15, 0, 0, 0),
        place: "Кабинет 12".to_owned(),
        played: Played::Starter(SITUATIONS[0].to_owned()),
        timing: Timing::USUAL,
        open_for: None,
        chair: "gulnafisa".into(),
        secretary: "serik".into(),
        mentor: "aigul".into(),
        newcomer: "dana".into(),
        observers: ["bekzhan", "zere", "gulnafisa"].map(PersonId::from).into(),
    }
}

fn sheet(mark: u8, helped: &str) -> Sheet {
    Sheet { marks: vec![mark; CRITERIA.len()], helped: helped.to_owned() }
}

/// The meeting has begun, and three sheets are in.
async fn held(stage: &Stage) -> SceneId {
    let gulnafisa = coordinator();
    let context = stage.context(&gulnafisa);
    let id = plan(&context, &planned()).await.unwrap();
    step(&context, &id, Step::Begin).await.unwrap();
    for (person, mark, words) in [("bekzhan", 3, WORDS), ("zere", 2, ""), ("gulnafisa", 2, "Адал айтты")]
    {
        observe(&stage.context(&teacher(person)), &id, &sheet(mark, words)).await.unwrap();
    }
    id
}

/// The same, closed.
async fn closed(stage: &Stage) -> SceneId {
    let id = held(stage).await;
    let gulnafisa = coordinator();
    let context = stage.context(&gulnafisa);
    let written = Record { course: "Тыңдады, сұрады.".to_owned(), ..Record::default() };
    record(&context, &id, &written, &BTreeSet::from(["dana".into()]), None).await.unwrap();
    step(&context, &id, Step::Close).await.unwrap();
    id
}

#[tokio::test]
async fn a_meeting_goes_from_the_plan_to_the_minutes_and_each_form_counts_once() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = coordinator();
        let context = stage.context(&gulnafisa);
        let first = plan(&context, &planned()).await.unwrap();
        assert_eq!(plan(&context, &planned()).await.unwrap(), first, "sent twice, planned once");
        let id = closed(&stage).await;
        assert_eq!(id, first);
        for _ in 0..2 {
            step(&context, &id, Step::Close).await.unwrap();
        }
        assert_eq!(ids(&stage.db, "scenes").await.len(), 1);
        assert_eq!((stage.audited("scene-planned").await, stage.audited("scene-closed").await), (1, 1));
        for lang in [Lang::Kk, Lang::Ru] {
            let pdf = print(&stage.context(&teacher("dana")), &id, lang).await.unwrap();
            assert!(pdf.starts_with(b"%PDF"));
        }
    })
    .await;
}

#[tokio::test]
async fn what_the_rules_refuse_is_not_planned() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = coordinator();
        let context = stage.context(&gulnafisa);
        let alone = Planned { mentor: "dana".into(), ..planned() };
        let unknown = Planned { played: Played::Own("nothing".into()), ..planned() };
        let stranger = Planned { chair: "timur".into(), ..planned() };
        for (wrong, why) in
            [(alone, Refused::Cast), (unknown, Refused::Situation), (stranger, Refused::Stranger)]
        {
            let refused = plan(&context, &wrong).await;
            assert!(matches!(&refused, Err(Failed::Refused(told)) if *told == why), "{refused:?}");
        }
        let dana = teacher("dana");
        assert!(matches!(plan(&stage.context(&dana), &planned()).await, Err(Failed::Forbidden)));
        assert!(ids(&stage.db, "scenes").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_planned_meeting_takes_place_at_another_time_and_everybody_of_it_is_told() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = coordinator();
        let context = stage.context(&gulnafisa);
        let id = plan(&context, &planned()).await.unwrap();
        let when = (date(2026, 10, 8), time(16, 30, 0, 0));
        for _ in 0..2 {
            reschedule(&context, &id, when, "Кітапхана").await.unwrap();
        }
        let told = stage.letters().await;
        let all = ["aigul", "bekzhan", "dana", "serik", "zere"];
        assert_eq!(told, all.map(|who| format!("{who} SceneMoved")), "once, and not to whoever did it");
        assert_eq!(stage.audited("scene-moved").await, 1);
        let past = reschedule(&context, &id, (date(2026, 10, 4), when.1), "Кітапхана").await;
        assert!(matches!(past, Err(Failed::Refused(Refused::Past))), "{past:?}");
        let dana = teacher("dana");
        let refused = reschedule(&stage.context(&dana), &id, when, "Кабинет 1").await;
        assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        let mut tx = stage.db.read().await.unwrap();
        let page = opened(&mut tx, &stage.context(&dana), &id, Lang::Ru).await.unwrap().scene;
        assert_eq!((page.day, page.from, page.place.as_str()), (when.0, when.1, "Кітапхана"));
    })
    .await;
}

#[tokio::test]
async fn n08_words_of_an_observer_reach_whoever_played_only_after_the_meeting_and_without_a_name() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = held(&stage).await;
        let everybody = ["aigul", "dana", "zere", "serik", "gulnafisa"];
        for person in everybody {
            let reader = actor(person, &Role::ALL);
            let mut tx = stage.db.read().await.unwrap();
            let page = opened(&mut tx, &stage.context(&reader), &id, Lang::Kk).await.unwrap();
            assert!(page.together.is_none() && page.sheets == 3, "{person}");
            assert!(!format!("{page:?}").contains(WORDS), "{person} reads a sheet that is not theirs");
            let scenes = list(&mut tx, &stage.context(&reader)).await.unwrap();
            assert!(!format!("{scenes:?}").contains(WORDS), "{person}");
            drop(tx);
            let minutes = print(&stage.context(&teacher(person)), &id, Lang::Kk).await;
            if ["serik", "gulnafisa"].contains(&person) {
                assert!(minutes.unwrap().starts_with(b"%PDF"), "{person} reads the draft aloud");
            } else {
                assert!(matches!(minutes, Err(Failed::NotFound)), "{person}");
            }
        }
        closed_after(&stage, &id).await;
        for person in everybody {
            let reader = actor(person, &Role::ALL);
            let mut tx = stage.db.read().await.unwrap();
            let page = opened(&mut tx, &stage.context(&reader), &id, Lang::Kk).await.unwrap();
            let together = page.together.unwrap();
            assert_eq!(together.helped, ["Адал айтты", WORDS]);
            assert_eq!(together.means, Some(vec![233; CRITERIA.len()]));
            assert!(!format!("{:?}", page.scene).contains(WORDS), "{person} learns whose words these are");
        }
    })
    .await;
}

#[tokio::test]
async fn n05_of_two_sheets_neither_page_nor_minutes_have_words() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = coordinator();
        let context = stage.context(&gulnafisa);
        let id = plan(&context, &planned()).await.unwrap();
        step(&context, &id, Step::Begin).await.unwrap();
        for person in ["bekzhan", "zere"] {
            observe(&stage.context(&teacher(person)), &id, &sheet(2, WORDS)).await.unwrap();
        }
        closed_after(&stage, &id).await;
        let mut tx = stage.db.read().await.unwrap();
        let together = opened(&mut tx, &context, &id, Lang::Kk).await.unwrap().together.unwrap();
        assert_eq!((together.sheets, together.means, together.helped), (2, None, vec![]));
    })
    .await;
}

/// Closes a meeting whose sheets are in.
async fn closed_after(stage: &Stage, id: &SceneId) {
    let gulnafisa = coordinator();
    let context = stage.context(&gulnafisa);
    let written = Record { course: "Тыңдады.".to_owned(), ..Record::default() };
    record(&context, id, &written, &BTreeSet::new(), None).await.unwrap();
    step(&context, id, Step::Close).await.unwrap();
}

#[tokio::test]
async fn n08_whoever_is_not_at_a_meeting_finds_none_and_nobody_fills_anothers_sheet() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = held(&stage).await;
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &Role::ALL) };
        for somebody in [teacher("polina"), timur, actor("bekzhan", &[])] {
            let context = stage.context(&somebody);
            let mut tx = stage.db.read().await.unwrap();
            assert!(matches!(opened(&mut tx, &context, &id, Lang::Ru).await, Err(Failed::NotFound)));
            drop(tx);
            assert!(matches!(observe(&context, &id, &sheet(1, "")).await, Err(Failed::NotFound)));
            assert!(matches!(step(&context, &id, Step::Close).await, Err(Failed::NotFound)));
        }
        // Whoever plays neither observes nor leads.
        let aigul = teacher("aigul");
        let context = stage.context(&aigul);
        assert!(matches!(observe(&context, &id, &sheet(3, "")).await, Err(Failed::NotFound)));
        assert!(matches!(step(&context, &id, Step::Close).await, Err(Failed::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn role_cards_are_read_by_those_who_were_handed_them() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = coordinator();
        let id = plan(&stage.context(&gulnafisa), &planned()).await.unwrap();
        for (person, mentor, newcomer, watch) in [
            ("aigul", true, false, false),
            ("dana", false, true, false),
            ("bekzhan", false, false, true),
            ("serik", true, true, true),
        ] {
            let reader = teacher(person);
            let context = stage.context(&reader);
            let mut tx = stage.db.read().await.unwrap();
            let hand = opened(&mut tx, &context, &id, Lang::En).await.unwrap().hand;
            let read = (hand.mentor.is_some(), hand.newcomer.is_some(), hand.watch.is_some());
            assert_eq!(read, (mentor, newcomer, watch), "{person}");
            assert!(!hand.happened.is_empty());
            assert_eq!(ahead(&mut tx, &context).await.unwrap().len(), 1, "{person}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_decision_waits_at_its_owners_until_they_say_that_it_is_done() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = held(&stage).await;
        let (serik, dana) = (teacher("serik"), teacher("dana"));
        let until = date(2026, 10, 20);
        for _ in 0..2 {
            decide(&stage.context(&serik), &id, "Сабаққа бірге бару", &"dana".into(), until).await.unwrap();
        }
        let away = decide(&stage.context(&serik), &id, "Кеше", &"polina".into(), until).await;
        assert!(
            matches!(away, Err(Failed::Refused(Refused::NotThere))),
            "her home would lead nowhere: {away:?}"
        );
        let early = decide(&stage.context(&serik), &id, "Кеше", &"dana".into(), date(2026, 10, 4)).await;
        assert!(matches!(early, Err(Failed::Refused(Refused::Until))), "{early:?}");
        let context = stage.context(&dana);
        let mut tx = stage.db.read().await.unwrap();
        let open = open_decisions(&mut tx, &context).await.unwrap();
        assert_eq!(open.len(), 1, "sent twice, written once");
        drop(tx);
        assert!(matches!(done(&stage.context(&serik), &id, &open[0].id).await, Err(Failed::NotFound)));
        for _ in 0..2 {
            done(&context, &id, &open[0].id).await.unwrap();
        }
        assert_eq!(stage.audited("scene-decision-done").await, 1);
        let mut tx = stage.db.read().await.unwrap();
        assert!(open_decisions(&mut tx, &context).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_chair_and_secretary_write_at_once_is_not_lost() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = held(&stage).await;
        let (chair, secretary) = (coordinator(), teacher("serik"));
        let read = stamp(&Record::default());
        let nobody = BTreeSet::new();
        let first =
            Record { notes: "Үнсіздік туралы айтылды.".to_owned(), ..Record::default() };
        let second = Record { course: "Тыңдады.".to_owned(), ..Record::default() };
        for _ in 0..2 {
            record(&stage.context(&secretary), &id, &first, &nobody, Some(&read)).await.unwrap();
        }
        let over = record(&stage.context(&chair), &id, &second, &nobody, Some(&read)).await;
        assert!(matches!(over, Err(Failed::Refused(Refused::Meanwhile))), "{over:?}");
        let both = Record { course: second.course, ..first.clone() };
        record(&stage.context(&chair), &id, &both, &nobody, Some(&stamp(&first))).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let page = opened(&mut tx, &stage.context(&chair), &id, Lang::Ru).await.unwrap();
        assert_eq!(page.scene.record, both);
    })
    .await;
}

#[tokio::test]
async fn n08_a_recording_is_for_those_alone_whom_its_owner_names() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = held(&stage).await;
        let aigul = teacher("aigul");
        let recording = Recording {
            link: "https://video.example/1".to_owned(),
            viewers: ["dana"].map(PersonId::from).into(),
        };
        let head = actor("serik", &Role::ALL);
        let refused = link(&stage.context(&head), &id, Some(&recording)).await;
        assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        let wrong = Recording { link: "http://video.example/1".to_owned(), ..recording.clone() };
        let refused = link(&stage.context(&aigul), &id, Some(&wrong)).await;
        assert!(matches!(refused, Err(Failed::Refused(Refused::Link))), "{refused:?}");
        let away = Recording { viewers: ["polina"].map(PersonId::from).into(), ..recording.clone() };
        let refused = link(&stage.context(&aigul), &id, Some(&away)).await;
        assert!(matches!(refused, Err(Failed::Refused(Refused::NotThere))), "{refused:?}");
        link(&stage.context(&aigul), &id, Some(&recording)).await.unwrap();
        for (person, sees) in [("aigul", true), ("dana", true), ("bekzhan", false), ("serik", false)] {
            let reader = actor(person, &Role::ALL);
            let mut tx = stage.db.read().await.unwrap();
            let page = opened(&mut tx, &stage.context(&reader), &id, Lang::Ru).await.unwrap();
            assert_eq!(page.recording.is_some(), sees, "{person}");
            let viewers = page.recording.map_or(0, |recording| recording.viewers.len());
            assert_eq!(viewers, usize::from(person == "aigul"), "{person}");
        }
        link(&stage.context(&aigul), &id, None).await.unwrap();
        assert!(store::testing::column(&stage.db, "scene_viewers", "person_id").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_card_says_what_was_shown_where_its_owner_lets_it() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = closed(&stage).await;
        let (aigul, dana) = (teacher("aigul"), teacher("dana"));
        let shown = async || {
            let mut tx = stage.db.read().await.unwrap();
            let context = stage.context(&dana);
            shown_by(&mut tx, &context, &"school-12".into(), &"aigul".into()).await.unwrap()
        };
        assert!(shown().await.is_empty(), "nothing is told before she says so");
        let refused = let_card_say(&stage.context(&dana), &id, true).await;
        assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        let_card_say(&stage.context(&aigul), &id, true).await.unwrap();
        let told = shown().await;
        assert!(told.len() == 1 && !format!("{told:?}").contains(WORDS));
        let_card_say(&stage.context(&aigul), &id, false).await.unwrap();
        assert!(shown().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_school_writes_its_own_situation_and_puts_it_aside() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let gulnafisa = coordinator();
        let context = stage.context(&gulnafisa);
        let written = Written {
            title: "Қоңыраудан кейін".to_owned(),
            happened: "Балалар кетпей тұр.".to_owned(),
            mentor: "Бес минут сөйлесіңіз.".to_owned(),
            newcomer: "Асығыссыз.".to_owned(),
            watch: "Кім тыңдады?".to_owned(),
        };
        for _ in 0..2 {
            add(&context, &written).await.unwrap();
        }
        let mut tx = stage.db.read().await.unwrap();
        let own = situations(&mut tx, &context).await.unwrap();
        assert_eq!(own.len(), 1, "sent twice, added once");
        drop(tx);
        let played = Planned { played: Played::Own(own[0].id.clone()), ..planned() };
        let id = plan(&context, &played).await.unwrap();
        for _ in 0..2 {
            retire(&context, &own[0].id).await.unwrap();
        }
        let again = plan(&context, &Planned { place: "Кабинет 7".to_owned(), ..played }).await;
        assert!(matches!(again, Err(Failed::Refused(Refused::Situation))), "{again:?}");
        let mut tx = stage.db.read().await.unwrap();
        let page = opened(&mut tx, &context, &id, Lang::Ru).await.unwrap();
        assert_eq!(page.hand.title, written.title, "where it is played, its text stays");
    })
    .await;
}
