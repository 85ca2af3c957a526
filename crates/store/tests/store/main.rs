//! The store's own promises, on both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up should stop at once")]

use store::testing::on_both;

#[tokio::test]
async fn every_statement_is_understood_by_both_databases() {
    on_both(async |db| assert_eq!(db.refused_statements().await, Vec::<String>::new())).await;
}

#[tokio::test]
async fn the_contents_of_a_database_show_every_change() {
    on_both(async |db| {
        store::testing::school_12(&db).await;
        let before = store::testing::contents(&db).await;
        assert_eq!(before["schools"].len(), 2);
        assert_eq!(before, store::testing::contents(&db).await);
        let mut tx = db.write().await.unwrap();
        let mut mentor = store::mentors::get(&mut tx, &"aigul".into()).await.unwrap().unwrap();
        mentor.card.places += 1;
        store::mentors::save(&mut tx, &mentor).await.unwrap();
        tx.commit().await.unwrap();
        let after = store::testing::contents(&db).await;
        let changed: Vec<_> = before.keys().filter(|table| before[*table] != after[*table]).collect();
        assert_eq!(changed, ["mentors"]);
        assert_eq!(store::testing::ids(&db, "mentors").await, ["aigul", "bekzhan"]);
        assert_eq!(store::testing::ids(&db, "no_such_table").await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn both_databases_have_the_same_tables_column_by_column() {
    let mut seen = Vec::new();
    for db in store::testing::fresh().await {
        seen.push(store::schema::tables(&mut db.read().await.unwrap()).await.unwrap());
    }
    assert!(seen[0].len() > 20, "{:?}", seen[0]);
    assert!(seen.iter().all(|tables| *tables == seen[0]), "{seen:#?}");
}

#[tokio::test]
async fn whoever_stops_waiting_for_a_transaction_leaves_none_behind() {
    on_both(async |db| {
        store::testing::school_12(&db).await;
        for micros in 0..200 {
            let shortly = std::time::Duration::from_micros(micros * 5);
            let _ = tokio::time::timeout(shortly, db.read()).await;
            let mut tx = db.write().await.unwrap();
            let mut mentor = store::mentors::get(&mut tx, &"aigul".into()).await.unwrap().unwrap();
            mentor.card.places = 1 + u8::from(micros % 2 == 0);
            store::mentors::save(&mut tx, &mentor).await.unwrap();
            tx.commit().await.unwrap();
        }
    })
    .await;
}

mod archives;
mod courses;
mod questions;
mod scenes;
mod sittings;

mod audit {
    use super::on_both;
    use domain::{Instant, SchoolId};
    use store::audit::{Entry, append, of_school};

    #[tokio::test]
    async fn a_line_stays_once_committed_and_only_then() {
        on_both(async |db| {
            let school = SchoolId::from("school-12");
            let entry = Entry {
                school: Some(&school),
                at: Instant::UNIX_EPOCH,
                actor: None,
                what: "request-sent",
                subject: "r",
                detail: "",
            };
            let mut tx = db.write().await.unwrap();
            append(&mut tx, &entry).await.unwrap();
            drop(tx);
            let mut tx = db.write().await.unwrap();
            append(&mut tx, &entry).await.unwrap();
            tx.commit().await.unwrap();
            let lines = of_school(&mut db.read().await.unwrap(), &school, i64::MAX, 10).await.unwrap();
            assert_eq!(lines.len(), 1);
            assert_eq!((lines[0].what.as_str(), lines[0].subject.as_str()), ("request-sent", "r"));
        })
        .await;
    }
}
