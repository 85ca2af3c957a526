//! `talimger backup` and `restore`; what an archive holds is tested with `store`.

use crate::server::Server;
use crate::{found, places, said, talimger};
use std::path::Path;

fn backup(database: &str, file: &Path, options: &[&str]) -> (i32, String) {
    let file = file.to_str().unwrap();
    let output = talimger(&[&["backup", "--database", database, "--to", file], options].concat());
    (output.status.code().unwrap(), said(&output))
}

fn restore(file: &Path, database: &str, options: &[&str]) -> (i32, String) {
    let file = file.to_str().unwrap();
    let output = talimger(&[&["restore", "--from", file, "--database", database], options].concat());
    (output.status.code().unwrap(), said(&output))
}

/// How many rows the check counts; it must find nothing.
fn rows(database: &str) -> u32 {
    let output = talimger(&["check", "--database", database]);
    let words = said(&output);
    assert_eq!(output.status.code(), Some(0), "{words}");
    words.split(' ').next().unwrap().parse().unwrap()
}

#[test]
fn a_school_moves_between_the_two_databases_while_people_work() {
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("school.talimger");
    let mut former: Option<u32> = None;
    for database in places(folder.path()) {
        match &former {
            None => {
                found(&database);
            }
            Some(_) => assert_eq!(restore(&archive, &database, &[]).0, 0),
        }
        let server = Server::start(&database, folder.path());
        let (code, words) = backup(&database, &archive, &["--force"]);
        assert_eq!(code, 0, "{words}");
        assert!(words.contains("restored once for trial"), "{words}");
        assert!(server.stop().success());
        let counted = rows(&database);
        // The restore itself is one line of the log.
        assert!(former.is_none_or(|former| former + 1 == counted), "{counted}");
        former = Some(counted);
    }
    let back = format!("sqlite:{}", folder.path().join("back.db").display());
    let (code, words) = restore(&archive, &back, &[]);
    assert_eq!(code, 0, "{words}");
    assert_eq!(Some(rows(&back)), former.map(|former| former + 1));
    let left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with('.') || name.ends_with(".restoring"))
        .collect();
    assert_eq!(left, Vec::<String>::new(), "nothing is left beside");
}

#[test]
fn a_file_that_stands_is_not_written_over_unless_forced() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("precious");
    std::fs::write(&file, "precious").unwrap();
    for database in places(folder.path()) {
        found(&database);
        let (code, words) = backup(&database, &file, &[]);
        assert_eq!(code, 1, "{words}");
        assert!(words.contains("stands already"), "{words}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "precious");
    }
}

#[test]
fn a_restore_never_takes_the_place_of_a_school_unasked_and_keeps_it_aside_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("school.talimger");
    for database in places(folder.path()) {
        found(&database);
        assert_eq!(backup(&database, &archive, &["--force"]).0, 0);
        let (code, words) = restore(&archive, &database, &[]);
        assert_eq!(code, 1, "{words}");
        assert!(words.contains("not empty"), "{words}");
        let server = Server::start(&database, folder.path());
        let (code, words) = restore(&archive, &database, &["--force"]);
        assert_eq!(code, 1, "{words}");
        assert!(words.contains("stop the server"), "{words}");
        assert!(server.stop().success());
        let (code, words) = restore(&archive, &database, &["--force"]);
        assert_eq!(code, 0, "{words}");
        assert!(words.contains("is kept"), "{words}");
        rows(&database);
    }
}

#[test]
fn what_is_no_database_and_what_is_no_archive_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = format!("sqlite:{}", folder.path().join("nowhere.db").display());
    let file = folder.path().join("list.csv");
    let (code, words) = backup(&nowhere, &file, &[]);
    assert_eq!((code, file.exists()), (1, false), "{words}");
    std::fs::write(&file, "ФИО;Предмет\n").unwrap();
    let (code, words) = restore(&file, &nowhere, &[]);
    assert_eq!(code, 1);
    assert!(words.contains("no archive"), "{words}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
