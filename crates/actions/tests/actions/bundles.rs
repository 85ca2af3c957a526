//! Papers in one file: of a pair at once, of a year in the background, each paper once, for whoever asked alone.

use crate::plans::{assigned, coordinator, head};
use crate::reports::{approved, press, with_passwords};
use crate::stage::{Stage, mentor};
use actions::Failed;
use actions::bundles::{Made, ask, bind_pair, check, forget, make_next, opened, take};
use actions::meetings::{Log, add_step, keep_note, log};
use actions::reports::Typesetter;
use domain::bundles::State;
use domain::contacts::Kind;
use domain::meetings::Level;
use domain::people::Actor;
use domain::sides::Side;
use domain::{BundleId, Instant, PairId};
use jiff::SignedDuration;
use store::Db;
use store::bundles::Paper;
use store::testing::on_both;

const SHORTLY: std::time::Duration = std::time::Duration::from_millis(2);

/// A pair with a signed order and an approved report.
async fn staged(db: Db) -> (Stage, PairId) {
    let (stage, pair) = assigned(db).await;
    with_passwords(&stage).await;
    approved(&stage, &pair).await;
    (stage, pair)
}

/// True where a bundle holds a file of this path: names stand in a ZIP file as they are.
fn holds(bound: &[u8], path: &str) -> bool {
    bound.windows(path.len()).any(|part| part == path.as_bytes())
}

async fn made(stage: &Stage, now: Instant) -> Made {
    make_next(&stage.db, &stage.ids, now, press(&Typesetter::unbounded())).await.unwrap()
}

async fn state(stage: &Stage, who: &Actor, id: &BundleId) -> Option<State> {
    let mut tx = stage.db.read().await.unwrap();
    opened(&mut tx, &stage.context(who), id).await.unwrap().map(|bundle| bundle.state)
}

/// The papers of a bundle that are made so far.
async fn papers(stage: &Stage, id: &BundleId) -> Vec<Paper> {
    let (mut tx, mut last, mut all) = (stage.db.read().await.unwrap(), 0, Vec::new());
    while let Some(paper) = store::bundles::made_after(&mut tx, id, last).await.unwrap() {
        last = paper.number;
        all.push(paper);
    }
    all
}

#[tokio::test]
async fn the_papers_of_a_pair_are_whole_and_only_the_coordinator_takes_them_out() {
    on_both(async |db| {
        let (stage, pair) = staged(db).await;
        let typesetter = Typesetter::unbounded();
        let bound = bind_pair(&stage.context(&coordinator()), &pair, press(&typesetter)).await.unwrap();
        for path in [
            "orders/order-1-kk.pdf",
            "orders/order-1-ru.pdf",
            "adaptation-kk.pdf",
            "consents.csv",
            "consent-newcomer-kk.pdf",
            "consent-mentor-ru.pdf",
            "reports.csv",
        ] {
            assert!(holds(&bound, path), "{path}");
        }
        assert_eq!(stage.audited("reports-exported").await, 1);
        for other in [mentor("aigul"), head()] {
            assert!(bind_pair(&stage.context(&other), &pair, press(&typesetter)).await.is_err());
            assert!(ask(&stage.context(&other), None).await.is_err());
        }
        let elsewhere = Actor { school: Some("school-7".into()), ..coordinator() };
        let nothing = bind_pair(&stage.context(&elsewhere), &pair, press(&typesetter)).await;
        assert!(matches!(nothing, Err(Failed::NotFound)), "{nothing:?}");
    })
    .await;
}

#[tokio::test]
async fn the_log_of_a_pair_goes_in_as_far_as_it_was_kept_for_documents() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let aigul = mentor("aigul");
        let typesetter = Typesetter::unbounded();
        let empty = bind_pair(&stage.context(&coordinator()), &pair, press(&typesetter)).await.unwrap();
        assert!(!holds(&empty, "log.csv"), "an empty log is no paper");
        let talk = Log {
            kind: Kind::Talk,
            day: stage.today,
            minutes: 20,
            topic: Some("Theme".into()),
            answers: [].into(),
        };
        let id = log(&stage.context(&aigul), &pair, &talk).await.unwrap();
        for (level, text) in [(Level::Ours, "Ours"), (Level::Mine, "Mine"), (Level::Document, "Document")] {
            keep_note(&stage.context(&aigul), &id, level, text).await.unwrap();
        }
        add_step(&stage.context(&aigul), &id, Side::Mentor, "Step", None).await.unwrap();
        let year = ask(&stage.context(&coordinator()), Some(&"programme".into())).await.unwrap();
        assert_eq!(made(&stage, stage.now()).await, Made::All);
        let all = papers(&stage, &year).await;
        let file = |path: &str| all.iter().find(|one| one.path == path).and_then(|one| one.bytes.clone());
        assert!(file("pairs/1/log-kk.pdf").is_some() && file("pairs/1/log-ru.pdf").is_some());
        let read = String::from_utf8(file("pairs/1/log.csv").unwrap()).unwrap();
        assert!(read.contains(";20;;Document;"), "{read}");
        assert!(["Theme", "Ours", "Mine", "Step"].iter().all(|word| !read.contains(word)), "{read}");
    })
    .await;
}

#[tokio::test]
async fn a_year_is_bound_in_the_background_and_taken_by_whoever_asked() {
    on_both(async |db| {
        let (stage, pair) = staged(db).await;
        let gulnafisa = coordinator();
        let year = Some(&"programme".into());
        let id = ask(&stage.context(&gulnafisa), year).await.unwrap();
        assert_eq!(ask(&stage.context(&gulnafisa), year).await.unwrap(), id, "tapped twice");
        assert_eq!(state(&stage, &gulnafisa, &id).await, Some(State::Waiting));
        let early = take(&stage.context(&gulnafisa), &id).await;
        assert!(matches!(early, Err(Failed::NotFound)), "{early:?}");
        assert_eq!(made(&stage, stage.now()).await, Made::All);
        assert_eq!(made(&stage, stage.now()).await, Made::Nothing);
        let bound = take(&stage.context(&gulnafisa), &id).await.unwrap();
        let of_pair =
            bind_pair(&stage.context(&gulnafisa), &pair, press(&Typesetter::unbounded())).await.unwrap();
        let rules =
            ["regulation-ru.pdf", "road-map.csv", "registers/mentors-kk.pdf", "registers/newcomers.csv"];
        for path in rules {
            assert!(holds(&bound, path) && !holds(&of_pair, path), "{path}");
        }
        let [all, own] = [&bound, &of_pair].map(|bundle| check(bundle).unwrap().files);
        assert_eq!(
            all,
            own + 9,
            "the only pair of the year; the regulation and two registers stand beside it"
        );
        assert_eq!(state(&stage, &head(), &id).await, None, "whoever asked, alone");
        forget(&stage.db, stage.now()).await.unwrap();
        assert!(take(&stage.context(&gulnafisa), &id).await.is_ok());
        let later = stage.now().checked_add(SignedDuration::from_hours(24 * 7 + 1)).unwrap();
        forget(&stage.db, later).await.unwrap();
        assert_eq!(state(&stage, &gulnafisa, &id).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_ends_in_the_middle_leaves_the_rest_to_the_next_one() {
    on_both(async |db| {
        let (stage, _) = staged(db).await;
        let gulnafisa = coordinator();
        let id = ask(&stage.context(&gulnafisa), None).await.unwrap();
        let typesetter = Typesetter::unbounded();
        // It ends between two papers, with the first one kept: a connection that is dropped in the middle of a
        // statement would take the database in memory with it.
        tokio::select! {
            _ = make_next(&stage.db, &stage.ids, stage.now(), press(&typesetter)) => {}
            () = async { while papers(&stage, &id).await.is_empty() { tokio::time::sleep(SHORTLY).await } } => {}
        }
        let before = papers(&stage, &id).await;
        assert!(!before.is_empty());
        let later = stage.now().checked_add(SignedDuration::from_mins(5)).unwrap();
        assert!(matches!(made(&stage, later).await, Made::All | Made::Nothing));
        let after = papers(&stage, &id).await;
        assert_eq!(after[..before.len()], before, "no paper is made twice");
        let bound = take(&stage.context(&gulnafisa), &id).await.unwrap();
        assert_eq!(check(&bound).unwrap().files, after.len());
    })
    .await;
}

#[tokio::test]
async fn whoever_has_lost_the_role_gets_nothing_any_more() {
    on_both(async |db| {
        let (mut stage, _) = staged(db).await;
        let gulnafisa = coordinator();
        let id = ask(&stage.context(&gulnafisa), None).await.unwrap();
        let mut tx = stage.db.write().await.unwrap();
        let person = store::people::get(&mut tx, &"gulnafisa".into()).await.unwrap().unwrap();
        let left = domain::people::Person { left_on: Some(stage.today), ..person };
        store::people::save(&mut tx, &left).await.unwrap();
        tx.commit().await.unwrap();
        stage.today = stage.today.tomorrow().unwrap();
        assert_eq!(made(&stage, stage.now()).await, Made::Failed);
        assert!(matches!(state(&stage, &gulnafisa, &id).await, Some(State::Failed { .. })));
    })
    .await;
}
