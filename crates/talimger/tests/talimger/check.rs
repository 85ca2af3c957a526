//! `talimger check`; what it looks for is tested with `actions`.

use crate::{found, places, said, talimger, wait};
use serde_json::Value;
use store::Db;

#[test]
fn a_founded_school_has_no_faults_and_is_not_changed_by_the_look() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        let file = folder.path().join("school.db");
        let before = std::fs::read(&file).unwrap();
        let output = talimger(&["check", "--database", &database, "--json"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(report["findings"], serde_json::json!([]));
        assert_eq!(report["tables"]["schools"], 1);
        assert!(before == std::fs::read(&file).unwrap());
    }
}

#[test]
fn findings_exit_with_one_and_name_the_row() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        wait(async {
            let db = Db::open(&database).await.unwrap();
            store::testing::spoil(&db, "UPDATE people SET category = 'professor'").await;
            db.close().await;
        });
        let output = talimger(&["check", "--database", &database, "--json"]);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(report["findings"][0]["kind"], "unreadable");
        let plain = talimger(&["check", "--database", &database]);
        assert_eq!(plain.status.code(), Some(1));
        assert!(said(&plain).contains("people") && said(&plain).contains("category"), "{}", said(&plain));
    }
}

#[test]
fn tables_of_an_older_version_are_a_finding_and_no_tables_are_unusable() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        wait(async {
            let db = Db::open(&database).await.unwrap();
            let last =
                "DELETE FROM _sqlx_migrations WHERE version = (SELECT MAX(version) FROM _sqlx_migrations)";
            store::testing::spoil(&db, last).await;
            db.close().await;
        });
        let output = talimger(&["check", "--database", &database]);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains("brings them up to date"), "{}", said(&output));
    }
    let nothing = format!("sqlite:{}", folder.path().join("nothing.db").display());
    assert_eq!(talimger(&["check", "--database", &nothing]).status.code(), Some(2));
    assert!(!folder.path().join("nothing.db").exists());
    std::fs::write(folder.path().join("nothing.db"), "").unwrap();
    let empty = talimger(&["check", "--database", &nothing, "--json"]);
    assert_eq!(empty.status.code(), Some(2), "{}", said(&empty));
}

#[test]
fn an_address_that_cannot_be_meant_is_refused_and_makes_no_database() {
    let folder = tempfile::tempdir().unwrap();
    let bare = folder.path().join("school.db").display().to_string();
    for database in [bare.as_str(), "mysql://root:secret@host/school"] {
        for command in [&["check"][..], &["serve"], &["backup", "--to", "/nowhere/archive"]] {
            let output = talimger(&[command, &["--database", database]].concat());
            assert_ne!(output.status.code(), Some(0));
            let said = said(&output);
            assert!(said.contains("sqlite:FILE") && !said.contains("secret"), "{command:?}: {said}");
        }
    }
    let missing = said(&talimger(&["check", "--database", &format!("sqlite:{bare}")]));
    assert!(missing.contains(&format!("there is no database {bare}")), "{missing}");
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none());
}
