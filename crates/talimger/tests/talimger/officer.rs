//! `talimger officer`: the people of a district's department come and go by the command line.

use crate::server::{Server, get, post, sign_in};
use crate::{codes, found, places, said, talimger};
use std::process::Output;

fn officer(database: &str, more: &[&str]) -> Output {
    let person = ["--person", "Жұмабаева Сәуле Қанатқызы"];
    talimger(&[&["officer", "--database", database], &person[..], more].concat())
}

#[test]
fn an_officer_sees_figures_and_no_school_from_inside() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        let output = officer(&database, &["--email", "Saule@department.example", "--lang", "kk"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(said(&output).contains("the login is saule@department.example"), "{}", said(&output));
        let [code] = &codes(&output)[..] else { panic!("{}", said(&output)) };
        let server = Server::start(&database, folder.path());
        let cookie = sign_in(&server.address(), code);
        let status = |path: &str| get(&server.address(), path, &cookie).unwrap().status;
        assert_eq!((status("/"), status("/people"), status("/audit")), (200, 403, 403));
        assert!(server.stop().success());
    }
}

#[test]
fn a_new_code_voids_the_old_one_and_who_is_dismissed_is_out() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        let [lost] = &codes(&officer(&database, &[]))[..] else { panic!("a code") };
        let [new] = &codes(&officer(&database, &[]))[..] else { panic!("a code") };
        let server = Server::start(&database, folder.path());
        let old = post(&server.address(), "/sign-in/code", "", &format!("code={lost}")).unwrap();
        assert_ne!(old.status, 303);
        let cookie = sign_in(&server.address(), new);
        let dismissed = officer(&database, &["--dismiss"]);
        assert_eq!(dismissed.status.code(), Some(0), "{}", said(&dismissed));
        let home = get(&server.address(), "/", &cookie).unwrap();
        assert!(home.body.contains("/sign-in") || home.status == 303, "{home:?}");
        assert!(server.stop().success());
        let again = officer(&database, &["--dismiss"]);
        assert_eq!(again.status.code(), Some(1));
        assert!(said(&again).contains("no officer of the department is named so"), "{}", said(&again));
    }
}

#[test]
fn a_department_that_is_not_there_and_an_e_mail_of_somebody_else_are_said() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        let nowhere = officer(&database, &["--district", "Аршалы"]);
        assert_eq!(nowhere.status.code(), Some(1));
        assert!(said(&nowhere).contains("--district must name one"), "{}", said(&nowhere));
        let taken = officer(&database, &["--email", "gulnafisa@school.example"]);
        assert_eq!(taken.status.code(), Some(1));
        assert!(said(&taken).contains("somebody else has this e-mail already"), "{}", said(&taken));
    }
    let none = format!("sqlite:{}", folder.path().join("none.db").display());
    assert_eq!(officer(&none, &[]).status.code(), Some(1));
    assert!(!folder.path().join("none.db").exists());
}
