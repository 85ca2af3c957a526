//! `talimger found --another`: more schools in one database, and commands that say which one they mean.

use crate::server::{Server, get, sign_in};
use crate::{codes, found, places, said, talimger, wait};
use std::process::Output;
use store::Db;
use store::testing::column;

const SEVENTH: [&str; 6] = [
    "--school",
    "КГУ «Школа № 7»",
    "--head",
    "Оразбаев Серік Қанатұлы",
    "--coordinator",
    "Ахметов Тимур Бекұлы",
];

fn seventh(database: &str, more: &[&str]) -> Output {
    talimger(&[&["found", "--database", database], &SEVENTH[..], more].concat())
}

fn people(database: &str) -> Vec<String> {
    wait(async {
        let db = Db::look(database).await.unwrap();
        let people = column(&db, "people", "id").await;
        db.close().await;
        people
    })
}

/// Refused, and why in words.
fn refused(output: &Output, words: &[&str]) {
    assert_eq!(output.status.code(), Some(1), "{}", said(output));
    for word in words {
        assert!(said(output).contains(word), "{word}: {}", said(output));
    }
}

#[test]
fn n08_a_second_school_comes_where_it_is_said_and_opens_nothing_of_the_first() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        let first = people(&database);
        refused(&seventh(&database, &[]), &["--another", "КГУ «Школа № 12»"]);
        let output = seventh(&database, &["--another"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(said(&output).contains("КГУ «Школа № 12»"), "all schools are named: {}", said(&output));
        let [_, coordinator] = &codes(&output)[..] else { panic!("{}", said(&output)) };
        refused(&seventh(&database, &["--another"]), &["a school of this name already"]);
        let server = Server::start(&database, folder.path());
        let cookie = sign_in(&server.address(), coordinator);
        let status = |path: &str| get(&server.address(), path, &cookie).unwrap().status;
        assert_eq!(status("/people"), 200);
        for person in first {
            assert_eq!(status(&format!("/people/{person}")), 404);
        }
        let people = get(&server.address(), "/people", &cookie).unwrap().body;
        assert!(people.contains("Ахметов") && !people.contains("Сейфуллина"), "{people}");
        assert!(server.stop().success());
    }
}

#[test]
fn commands_ask_which_school_or_department_is_meant() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        found(&database);
        let output = seventh(&database, &["--another", "--district", "Бөлім А"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let lead = |more: &[&str]| {
            let person = ["--person", "Оразбаев Серік"];
            talimger(&[&["lead", "--database", &database], &person[..], more].concat())
        };
        refused(&lead(&[]), &["--school", "КГУ «Школа № 7»", "КГУ «Школа № 12»"]);
        refused(&lead(&["--school", "Школа № 5"]), &["no school", "КГУ «Школа № 7»"]);
        let one = lead(&["--school", "школа № 7"]);
        assert_eq!(one.status.code(), Some(0), "{}", said(&one));
        assert!(said(&one).contains("Қанатұлы, head of КГУ «Школа № 7»"), "{}", said(&one));
        let list = folder.path().join("staff.csv");
        std::fs::write(&list, "ФИО;Электронная почта\nКотова Полина;polina@school.example\n").unwrap();
        let import = |more: &[&str]| {
            let file = ["import", list.to_str().unwrap(), "--kind", "staff", "--database", &database];
            talimger(&[&file[..], more].concat())
        };
        let (unnamed, in_part): (&[&str], &[&str]) = (&[], &["--school", "Школа № 7"]);
        for (more, words) in [(unnamed, "несколько школ"), (in_part, "--another")] {
            let unclear = import(more);
            assert_eq!(unclear.status.code(), Some(2), "{}", said(&unclear));
            assert!(said(&unclear).contains(words) && said(&unclear).contains("КГУ «Школа № 7»"));
        }
        let taken_in = import(&["--school", "КГУ «Школа № 7»"]);
        assert_eq!(taken_in.status.code(), Some(0), "{}", said(&taken_in));
    }
}

#[test]
fn a_department_is_new_only_where_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    for database in places(folder.path()) {
        let nothing = seventh(&database, &["--another"]);
        assert_eq!(nothing.status.code(), Some(1), "{}", said(&nothing));
        found(&database);
        refused(&seventh(&database, &["--another", "--new-district"]), &["--district"]);
        let new = seventh(&database, &["--another", "--district", "Бөлім Б", "--new-district"]);
        assert_eq!(new.status.code(), Some(0), "{}", said(&new));
        let eighth = |district: &str| {
            let school = ["--another", "--school", "КГУ «Школа № 8»", "--district", district];
            let one = ["--head", "Әбішев Арман", "--coordinator", "Әбішев Арман"];
            talimger(&[&["found", "--database", &database], &school[..], &one[..]].concat())
        };
        refused(&eighth("Бөлім В"), &["--new-district", "Бөлім Б"]);
        let joined = eighth("бөлім б");
        assert_eq!(joined.status.code(), Some(0), "{}", said(&joined));
        let officer = |district: &[&str]| {
            let person = ["--person", "Жұмабаева Сәуле"];
            talimger(&[&["officer", "--database", &database], &person[..], district].concat())
        };
        refused(&officer(&[]), &["--district must name one", "Бөлім Б"]);
        let appointed = officer(&["--district", "Бөлім Б"]);
        assert!(said(&appointed).contains("officer of Бөлім Б"), "{}", said(&appointed));
    }
}
