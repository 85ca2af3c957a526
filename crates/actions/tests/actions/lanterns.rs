//! The «round lantern», on both databases: recognised by three, agreed to, shared while the small right holds.

use crate::stage::{Stage, coordinator, mentor, newcomer};
use actions::Failed;
use actions::lanterns::{
    Announced, accept, ask, board, call_off, end, hold, keep_note, keeping, note, open, opened, own_minutes,
    recognise, remove_note, reply,
};
use domain::LanternId;
use domain::difficulties::Topic;
use domain::lanterns::{LightRefused, minutes};
use domain::people::Actor;
use jiff::civil::{date, time};
use store::testing::{contents, ids, on_both, spoil};

/// Дана's light for talks with parents is lit.
async fn lit(stage: &Stage) -> LanternId {
    for who in [mentor("aigul"), mentor("bekzhan"), newcomer("zere")] {
        recognise(&stage.context(&who), &"dana".into(), Topic::Parents).await.unwrap();
    }
    let id = LanternId::from(ids(&stage.db, "lanterns").await.remove(0));
    accept(&stage.context(&newcomer("dana")), &id).await.unwrap();
    id
}

#[tokio::test]
async fn three_colleagues_recognise_and_nobody_reads_who_they_are() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        for _ in 0..3 {
            recognise(&stage.context(&mentor("aigul")), &"dana".into(), Topic::Parents).await.unwrap();
        }
        assert!(ids(&stage.db, "lanterns").await.is_empty(), "one colleague is one");
        let own = recognise(&stage.context(&newcomer("dana")), &"dana".into(), Topic::Parents).await;
        assert!(matches!(own, Err(Failed::Forbidden)), "{own:?}");
        let old = recognise(&stage.context(&newcomer("dana")), &"serik".into(), Topic::Parents).await;
        assert!(matches!(old, Err(Failed::Refused(LightRefused::Person))), "{old:?}");
        let id = lit(&stage).await;
        assert_eq!(ids(&stage.db, "lanterns").await.len(), 1);
        assert_eq!(stage.audited("lantern-lit").await, 1);
        assert_eq!(contents(&stage.db).await["audit"].len(), 1, "who recognised stands in no log");
        let stranger = accept(&stage.context(&newcomer("zere")), &id).await;
        assert!(matches!(stranger, Err(Failed::NotFound)), "{stranger:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_shared_counts_and_a_question_is_read_by_two() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = lit(&stage).await;
        let (dana, zere) = (newcomer("dana"), newcomer("zere"));
        let when =
            Announced { day: date(2026, 10, 7), at: time(15, 0, 0, 0), minutes: 45, place: "214".into() };
        for _ in 0..2 {
            open(&stage.context(&dana), &id, &when).await.unwrap();
            ask(&stage.context(&zere), &id, "Қалай бастайсыз?").await.unwrap();
            note(&stage.context(&dana), &id, "Бірінші сөз", "Алдымен тыңдаймын").await.unwrap();
        }
        let alien = open(&stage.context(&zere), &id, &when).await;
        assert!(matches!(alien, Err(Failed::NotFound)), "{alien:?}");
        let hour = ids(&stage.db, "lantern_hours").await.remove(0).into();
        let early = hold(&stage.context(&dana), &id, &hour).await;
        assert!(matches!(early, Err(Failed::Refused(LightRefused::Early))), "{early:?}");
        stage.today = date(2026, 10, 7);
        let noon = hold(&stage.context(&dana), &id, &hour).await;
        assert!(matches!(noon, Err(Failed::Refused(LightRefused::Early))), "it begins at three: {noon:?}");
        let between = Announced { at: time(15, 30, 0, 0), ..when.clone() };
        let over = open(&stage.context(&dana), &id, &between).await;
        assert!(matches!(over, Err(Failed::Refused(LightRefused::Overlap))), "{over:?}");
        stage.today = date(2026, 10, 8);
        hold(&stage.context(&dana), &id, &hour).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let of = async |tx: &mut store::Tx, who: &Actor| own_minutes(tx, &stage.context(who)).await.unwrap();
        assert_eq!((of(&mut tx, &dana).await, of(&mut tx, &zere).await), (45, 0), "the own page says it");
        drop(tx);
        let question = ids(&stage.db, "lantern_questions").await.remove(0).into();
        reply(&stage.context(&dana), &id, &question, "Алғыстан").await.unwrap();
        let questions = async |who: Actor| {
            let mut tx = stage.db.read().await.unwrap();
            let page = opened(&mut tx, &stage.context(&who), &id).await.unwrap();
            assert_eq!(minutes(&page.hours), 45);
            page.questions.len()
        };
        assert_eq!((questions(newcomer("dana")).await, questions(newcomer("zere")).await), (1, 1));
        assert_eq!((questions(coordinator()).await, questions(mentor("aigul")).await), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn whoever_asked_reads_the_answer_also_once_the_light_is_over_and_an_hour_is_called_off() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = lit(&stage).await;
        let (dana, zere) = (newcomer("dana"), newcomer("zere"));
        let when =
            Announced { day: date(2026, 10, 7), at: time(15, 0, 0, 0), minutes: 45, place: "214".into() };
        open(&stage.context(&dana), &id, &when).await.unwrap();
        let hour = ids(&stage.db, "lantern_hours").await.remove(0).into();
        let alien = call_off(&stage.context(&zere), &id, &hour).await;
        assert!(matches!(alien, Err(Failed::NotFound)), "{alien:?}");
        call_off(&stage.context(&dana), &id, &hour).await.unwrap();
        assert!(ids(&stage.db, "lantern_hours").await.is_empty());
        ask(&stage.context(&zere), &id, "Қалай бастайсыз?").await.unwrap();
        let question = ids(&stage.db, "lantern_questions").await.remove(0).into();
        reply(&stage.context(&dana), &id, &question, "Алғыстан").await.unwrap();
        end(&stage.context(&dana), &id).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let page = opened(&mut tx, &stage.context(&zere), &id).await.unwrap();
        assert_eq!(page.questions[0].answer.as_deref(), Some("Алғыстан"));
        let asked = board(&mut tx, &stage.context(&zere)).await.unwrap().asked;
        assert!(asked.len() == 1 && asked[0].1, "{asked:?}");
        let aigul = opened(&mut tx, &stage.context(&mentor("aigul")), &id).await;
        assert!(matches!(aigul, Err(Failed::NotFound)), "whoever asked nothing finds none: {aigul:?}");
        drop(tx);
        let again = ask(&stage.context(&zere), &id, "Тағы?").await;
        assert!(matches!(again, Err(Failed::Refused(LightRefused::Dark))), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_has_left_the_school_is_neither_lit_nor_recognised() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        lit(&stage).await;
        let aigul = mentor("aigul");
        let seen = async || {
            let mut tx = stage.db.read().await.unwrap();
            let board = board(&mut tx, &stage.context(&aigul)).await.unwrap();
            (board.lit.len(), board.candidates.contains(&"dana".into()))
        };
        assert_eq!(seen().await, (1, true));
        spoil(&stage.db, "UPDATE people SET left_on = '2026-10-01' WHERE id = 'dana'").await;
        assert_eq!(seen().await, (0, false));
        let gone = recognise(&stage.context(&aigul), &"dana".into(), Topic::Parents).await;
        assert!(matches!(gone, Err(Failed::Refused(LightRefused::Person))), "{gone:?}");
    })
    .await;
}

#[tokio::test]
async fn a_note_is_changed_and_taken_away_by_its_author_and_the_coordinator_and_nobody_else() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = lit(&stage).await;
        let (dana, leads) = (newcomer("dana"), coordinator());
        for title in ["Бірінші сөз", "Екінші сөз"] {
            note(&stage.context(&dana), &id, title, "Алдымен тыңдаймын").await.unwrap();
        }
        end(&stage.context(&dana), &id).await.unwrap();
        let notes = ids(&stage.db, "lantern_notes").await;
        let (first, second) = (notes[0].as_str().into(), notes[1].as_str().into());
        for who in [newcomer("zere"), mentor("aigul")] {
            let refused = keep_note(&stage.context(&who), &first, "Өзге", "Өзге").await;
            assert!(matches!(refused, Err(Failed::NotFound)), "{who:?}");
            let refused = remove_note(&stage.context(&who), &first).await;
            assert!(matches!(refused, Err(Failed::NotFound)), "{who:?}");
        }
        for _ in 0..2 {
            keep_note(&stage.context(&dana), &first, "Бірінші сөз", "Екі минут тыңдаймын").await.unwrap();
        }
        remove_note(&stage.context(&leads), &second).await.unwrap();
        let told = ["lantern-note-changed", "lantern-note-removed"];
        for word in told {
            assert_eq!(stage.audited(word).await, 1, "{word}");
        }
        let mut tx = stage.db.read().await.unwrap();
        let kept = keeping(&mut tx, &stage.context(&leads), &first).await.unwrap();
        assert_eq!(kept.words, "Екі минут тыңдаймын");
        assert!(matches!(keeping(&mut tx, &stage.context(&leads), &second).await, Err(Failed::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn it_ends_without_a_reason_and_its_notes_stay() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = lit(&stage).await;
        let dana = newcomer("dana");
        note(&stage.context(&dana), &id, "Бірінші сөз", "Алдымен тыңдаймын").await.unwrap();
        for _ in 0..2 {
            end(&stage.context(&dana), &id).await.unwrap();
        }
        assert_eq!(stage.audited("lantern-over").await, 1);
        let late = note(&stage.context(&dana), &id, "Тағы", "Тағы").await;
        assert!(matches!(late, Err(Failed::NotFound)), "the right is over: {late:?}");
        stage.today = date(2026, 10, 8);
        let aigul = mentor("aigul");
        let mut tx = stage.db.read().await.unwrap();
        let board = board(&mut tx, &stage.context(&aigul)).await.unwrap();
        assert!(board.lit.is_empty() && board.notes.len() == 1, "{board:?}");
    })
    .await;
}
