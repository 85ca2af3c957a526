//! `talimger lead`: whoever leads a school gets in again.

use crate::server::{Server, post, sign_in};
use crate::{codes, found, places, said, talimger};

#[test]
fn a_head_who_lost_the_slip_gets_a_new_one_and_the_old_one_is_void() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        let [lost, _] = found(&database);
        let output = talimger(&["lead", "--database", &database, "--person", "оразбаев серик"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let [new] = &codes(&output)[..] else { panic!("{}", said(&output)) };
        let server = Server::start(&database, folder.path());
        let old = post(&server.address(), "/sign-in/code", "", &format!("code={lost}")).unwrap();
        assert_ne!(old.status, 303);
        sign_in(&server.address(), new);
        assert!(server.stop().success());
    }
}

#[test]
fn a_coordinator_becomes_head_too_and_keeps_the_login() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        let person = ["--person", "GULNAFISA@school.example", "--role", "head"];
        let output = talimger(&[&["lead", "--database", &database], &person[..]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(said(&output).contains("coordinator and head"), "{}", said(&output));
        assert!(said(&output).contains("the login is gulnafisa@school.example"), "{}", said(&output));
    }
}

#[test]
fn nobody_and_several_are_said_and_no_database_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("school.db");
    let database = format!("sqlite:{}", file.display());
    let lead = |person: &str| talimger(&["lead", "--database", &database, "--person", person]);
    assert_eq!(lead("Оразбаев").status.code(), Some(1));
    assert!(!file.exists());
    found(&database);
    assert!(said(&lead("Котова")).contains("nobody"), "{}", said(&lead("Котова")));
    let list = folder.path().join("staff.csv");
    std::fs::write(&list, "ФИО;Электронная почта\nОразбаева Дана;dana@school.example\n").unwrap();
    let import = talimger(&["import", list.to_str().unwrap(), "--kind", "staff", "--database", &database]);
    assert_eq!(import.status.code(), Some(0), "{}", said(&import));
    let several = lead("Оразбаев");
    assert_eq!(several.status.code(), Some(1));
    assert!(
        said(&several).contains("dana@school.example") && said(&several).contains("Серік"),
        "{}",
        said(&several)
    );
    let teacher = lead("dana@school.example");
    assert_eq!(teacher.status.code(), Some(1));
    assert!(said(&teacher).contains("neither head nor coordinator"), "{}", said(&teacher));
}
