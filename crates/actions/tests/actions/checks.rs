//! A look at a whole installation finds what was spoilt past all rules, and nothing in what actions made.

use crate::stage::{Stage, mentor, newcomer};
use actions::checks::{Finding, look};
use actions::requests::{accept, send};
use domain::checks::Fault;
use domain::mentors::{Card, Mentor};
use domain::requests::{Rhythm, Wish};
use store::testing::{is_sqlite, on_both, spoil, work};

/// School 12 with a pair that came of a request.
async fn lived_in(db: store::Db) -> Stage {
    let stage = Stage::new(db).await;
    let wish = Wish {
        text: "Хочу научиться начинать урок так, чтобы класс слушал.".into(),
        goals: vec![],
        rhythm: Rhythm::Weekly,
    };
    let id = send(&stage.context(&newcomer("dana")), &"aigul".into(), wish).await.unwrap();
    accept(&stage.context(&mentor("aigul")), &id).await.unwrap();
    stage
}

async fn found(stage: &Stage) -> Vec<Finding> {
    look(&stage.db, &mut |_| ()).await.unwrap().findings
}

#[tokio::test]
async fn what_actions_made_has_no_fault() {
    on_both(async |db| {
        let stage = lived_in(db).await;
        let report = look(&stage.db, &mut |_| ()).await.unwrap();
        assert_eq!(report.findings, []);
        assert!(report.tables.contains(&("pairs".to_owned(), 1)), "{:?}", report.tables);
    })
    .await;
}

#[tokio::test]
async fn fewer_places_than_newcomers_are_found() {
    on_both(async |db| {
        let stage = lived_in(db).await;
        let mut tx = stage.db.write().await.unwrap();
        let aigul = store::mentors::get(&mut tx, &"aigul".into()).await.unwrap().unwrap();
        let fewer = Mentor { card: Card { places: 0, ..aigul.card.clone() }, ..aigul };
        store::mentors::save(&mut tx, &fewer).await.unwrap();
        tx.commit().await.unwrap();
        let fault = Fault::OverCapacity { mentor: "aigul".into(), places: 0, pairs: 1 };
        assert_eq!(found(&stage).await, [Finding::Pairs(fault)]);
    })
    .await;
}

#[tokio::test]
async fn a_row_that_cannot_be_read_is_named() {
    on_both(async |db| {
        let stage = lived_in(db).await;
        spoil(&stage.db, "UPDATE people SET category = 'professor' WHERE id = 'polina'").await;
        spoil(&stage.db, "UPDATE programmes SET settings = '{\"open_requests\": \"many\"}'").await;
        let reading = "INSERT INTO paper_readings (school_id, paper, paper_id, by_id, content, entry_number, entry_on, at) \
            VALUES ('school-12', 'order', 'order', 'dana', 'a', '1', 'some day', 0)";
        spoil(&stage.db, reading).await;
        let sanction = "INSERT INTO sanctions (id, school_id, person_id, order_number, order_day, from_day, last_day, \
            entered_by, entered_at) VALUES ('s', 'school-12', 'polina', '7', 'once', '2026-09-01', '2026-12-01', 'serik', 0)";
        spoil(&stage.db, sanction).await;
        let findings = found(&stage).await;
        let rows: Vec<_> = findings
            .iter()
            .map(|finding| match finding {
                Finding::Unreadable(row) => (row.table, row.id.as_str()),
                other => panic!("{other:?}"),
            })
            .collect();
        let told = [
            ("programmes", "programme"),
            ("paper_readings", "dana"),
            ("people", "polina"),
            ("sanctions", "school-12"),
        ];
        assert_eq!(rows, told);
    })
    .await;
}

#[tokio::test]
async fn references_that_lead_nowhere_are_counted() {
    on_both(async |db| {
        let stage = lived_in(db).await;
        let orphan = if is_sqlite(&stage.db) {
            "PRAGMA foreign_keys = OFF; INSERT INTO consents (school_id, pair_id, side, given_at) VALUES ('school-12', 'nowhere', 'mentor', 1); PRAGMA foreign_keys = ON"
        } else {
            "SET session_replication_role = replica; INSERT INTO consents (school_id, pair_id, side, given_at) VALUES ('school-12', 'nowhere', 'mentor', 1); SET session_replication_role = DEFAULT"
        };
        spoil(&stage.db, orphan).await;
        let findings = found(&stage).await;
        assert!(
            matches!(&findings[..], [Finding::Orphans(orphans)] if orphans.table == "consents" && orphans.rows == 1),
            "{findings:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_log_without_its_guard_and_work_that_failed_are_found() {
    on_both(async |db| {
        let stage = lived_in(db).await;
        let drop = if is_sqlite(&stage.db) {
            "DROP TRIGGER audit_is_not_changed"
        } else {
            "DROP TRIGGER audit_is_not_changed ON audit"
        };
        spoil(&stage.db, drop).await;
        let mut tx = stage.db.write().await.unwrap();
        store::jobs::add(&mut tx, work("j", "letter", "{}", stage.now())).await.unwrap();
        store::jobs::bury(&mut tx, "j", stage.now(), "no such address").await.unwrap();
        tx.commit().await.unwrap();
        let dead = Finding::DeadJob { id: "j".into(), kind: "letter".into() };
        assert_eq!(found(&stage).await, [Finding::LogUnguarded, dead]);
    })
    .await;
}
