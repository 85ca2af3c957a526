//! `talimger check-archive` as somebody at a terminal meets it: a whole archive, a changed one, a cut one.

use crate::{said, talimger};
use exchange::bundles::{Member, pack};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

fn member(path: &str, text: &str) -> Member {
    Member { path: path.to_owned(), bytes: text.repeat(40).into_bytes() }
}

/// Three documents as the program binds them.
fn whole() -> Vec<u8> {
    let members = [
        member("reports/1-mentor-half/report-kk.pdf", "Тәлімгердің жартыжылдық есебі. "),
        member("reports/1-mentor-half/report-ru.pdf", "Отчёт наставника за полугодие. "),
        member("reports.csv", "number;kind\n"),
    ];
    pack(&members).unwrap()
}

/// What the command says of these bytes: its code, its words, and the same as JSON.
fn checked(folder: &Path, bytes: &[u8]) -> (i32, String, Value) {
    let file = folder.join("documents.zip");
    std::fs::write(&file, bytes).unwrap();
    let file = file.to_str().unwrap();
    let plain = talimger(&["check-archive", file]);
    let code = plain.status.code().unwrap();
    let as_json = talimger(&["check-archive", file, "--json"]);
    assert_eq!(as_json.status.code(), Some(code), "{}", said(&as_json));
    (code, said(&plain), serde_json::from_slice(&as_json.stdout).unwrap())
}

/// The bytes with one bit turned in the packed content of the first document.
fn turned(mut bytes: Vec<u8>) -> Vec<u8> {
    let head = bytes.windows(4).position(|four| four == b"PK\x03\x04").unwrap();
    let length = |at: usize| usize::from(u16::from_le_bytes([bytes[head + at], bytes[head + at + 1]]));
    let content = head + 30 + length(26) + length(28);
    bytes[content + 8] ^= 0x10;
    bytes
}

#[test]
fn a_whole_archive_is_said_to_be_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (code, words, as_json) = checked(folder.path(), &whole());
    assert_eq!((code, words.as_str()), (0, "whole: 3 files, each as its hash says\n"));
    assert_eq!(as_json, json!({ "files": 3, "differs": [] }));
}

#[test]
fn a_changed_document_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (code, words, as_json) = checked(folder.path(), &turned(whole()));
    let path = "reports/1-mentor-half/report-kk.pdf";
    assert_eq!((code, words), (1, format!("differs: {path}\n")));
    assert_eq!(as_json, json!({ "differs": [path] }));
}

#[test]
fn a_cut_archive_and_what_is_none_are_said_to_be_unusable() {
    let folder = tempfile::tempdir().unwrap();
    let whole = whole();
    for cut in [&whole[..whole.len() / 2], &whole[..whole.len() - 10], b"", b"no archive at all"] {
        let (code, words, as_json) = checked(folder.path(), cut);
        let why = "this is no archive of documents, or it is cut off";
        assert_eq!((code, words), (2, format!("error: {why}\n")));
        assert_eq!(as_json, json!({ "unusable": why }));
    }
    let missing = talimger(&["check-archive", folder.path().join("none.zip").to_str().unwrap()]);
    assert_eq!(missing.status.code(), Some(2), "{}", said(&missing));
    assert!(said(&missing).contains("none.zip: "), "{}", said(&missing));
}

#[test]
fn whoever_reads_may_have_seen_enough() {
    let folder = tempfile::tempdir().unwrap();
    for (bytes, code) in [(whole(), 0), (turned(whole()), 1), (b"no archive at all".to_vec(), 2)] {
        let file = folder.path().join("documents.zip");
        std::fs::write(&file, bytes).unwrap();
        for more in [&[][..], &["--json"]] {
            // Nobody reads at all.
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            let child = Command::new(env!("CARGO_BIN_EXE_talimger"))
                .args([&["check-archive", file.to_str().unwrap()], more].concat())
                .stdout(writer)
                .status();
            assert_eq!(child.unwrap().code(), Some(code), "{more:?}");
        }
    }
}
