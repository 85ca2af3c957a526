//! From an empty database to somebody who is signed in, and the end of a server.

use crate::server::{Server, get, sign_in};
use crate::{FOUNDING, found, places, said, talimger};

#[test]
fn an_empty_database_is_founded_once_and_its_first_person_signs_in_by_the_printed_code() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        let code = found(&database);
        let server = Server::start(&database, folder.path());
        let address = server.address();
        let session = sign_in(&address, &code);
        let profile = get(&address, "/profile", &session).unwrap();
        assert_eq!(profile.status, 200);
        assert!(profile.body.contains("Гүлнафиса") && profile.body.contains("gulnafisa@school.example"));
        assert!(server.stop().success());
        let again = talimger(&[&["found", "--database", &database], &FOUNDING[..]].concat());
        assert_eq!(again.status.code(), Some(1), "{}", said(&again));
        assert!(said(&again).contains("has a school already"));
    }
}

#[test]
fn a_founder_needs_two_names() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("school.db").display());
    let output = talimger(&["found", "--database", &database, "--school", "Школа", "--person", "Гүлнафиса"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("--person"), "{}", said(&output));
    assert!(!folder.path().join("school.db").exists(), "nothing was made");
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
