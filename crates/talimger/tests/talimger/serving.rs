//! From an empty database to people who are signed in, and the end of a server.

use crate::server::{Server, get, sign_in};
use crate::{FOUNDING, codes, found, places, said, talimger};

#[test]
fn an_empty_database_is_founded_once_and_its_head_and_coordinator_sign_in_by_the_printed_codes() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        let [head, coordinator] = found(&database);
        let server = Server::start(&database, folder.path());
        let address = server.address();
        let session = sign_in(&address, &coordinator);
        let profile = get(&address, "/profile", &session).unwrap();
        assert_eq!(profile.status, 200);
        assert!(profile.body.contains("Гүлнафиса") && profile.body.contains("gulnafisa@school.example"));
        assert_eq!(
            get(&address, "/rosters", &session).unwrap().status,
            200,
            "the coordinator takes lists in"
        );
        let session = sign_in(&address, &head);
        let profile = get(&address, "/profile", &session).unwrap();
        assert!(profile.body.contains("Серік") && profile.body.contains("директор"), "{}", profile.body);
        assert!(server.stop().success());
        let again = talimger(&[&["found", "--database", &database], &FOUNDING[..]].concat());
        assert_eq!(again.status.code(), Some(1), "{}", said(&again));
        assert!(said(&again).contains("has a school already"));
    }
}

#[test]
fn in_a_small_school_the_head_coordinates_too() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        let name = "Оразбаев Серік";
        let both = [
            "--school",
            "Школа",
            "--head",
            name,
            "--coordinator",
            name,
            "--head-email",
            "serik@school.example",
        ];
        let output = talimger(&[&["found", "--database", &database], &both[..]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!(codes(&output).len(), 1);
        assert!(said(&output).contains("head and coordinator"), "{}", said(&output));
    }
}

#[test]
fn a_leader_needs_two_names_and_two_leaders_need_two_mailboxes() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("school.db").display());
    let school = ["found", "--database", &database, "--school", "Школа"];
    for (leaders, said_of) in [
        (&["--head", "Серік", "--coordinator", "Сейфуллина Гүлнафиса"][..], "--head"),
        (&["--head", "Оразбаев Серік", "--coordinator", "Гүлнафиса"], "--coordinator"),
        (
            &[
                "--head",
                "Оразбаев Серік",
                "--head-email",
                "school@school.example",
                "--coordinator",
                "Сейфуллина Гүлнафиса",
                "--coordinator-email",
                "School@school.example",
            ],
            "two mailboxes",
        ),
    ] {
        let output = talimger(&[&school[..], leaders].concat());
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains(said_of), "{}", said(&output));
        assert!(!folder.path().join("school.db").exists(), "nothing was made");
    }
}

#[test]
fn a_server_says_that_it_is_well_and_ends_when_told() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        let server = Server::start(&database, folder.path());
        let health = get(&server.address(), "/health", "").unwrap();
        assert_eq!((health.status, health.body.as_str()), (200, "ok\n"));
        let log = std::fs::read_to_string(folder.path().join("server.log")).unwrap();
        assert!(log.contains("talimger found --database"), "an empty database says how to begin: {log}");
        assert!(server.stop().success());
    }
    let journal = folder.path().join("school.db-wal");
    assert!(!journal.exists(), "the journal was folded into the one file");
}
