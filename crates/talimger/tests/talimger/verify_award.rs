//! `talimger verify-award` as somebody at a terminal meets it. The file was made by another program (Python).

use crate::{said, talimger};
use serde_json::Value;

const WHOLE: &str = include_str!("../award.json");
const LIST: &str = "a81523403ed33ae14d8b8af663d8ec590596c8e4115e24d07b42f28598005649";

/// What the command says of a file in a language: its code, its words, and the verdict in JSON.
fn checked(text: &str, lang: &str, more: &[&str]) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("award.json");
    std::fs::write(&file, text).unwrap();
    let args = [&["verify-award", file.to_str().unwrap(), "--lang", lang][..], more].concat();
    let plain = talimger(&args);
    let as_json = talimger(&[&args[..], &["--json"]].concat());
    assert_eq!(plain.status.code(), as_json.status.code(), "{}", said(&as_json));
    let told: Value = serde_json::from_slice(&as_json.stdout).unwrap();
    (plain.status.code().unwrap(), said(&plain), told["verdict"].as_str().unwrap().to_owned())
}

#[test]
fn every_outcome_has_its_words_and_its_code_in_three_languages() {
    for lang in ["kk", "ru", "en"] {
        let (code, words, verdict) = checked(WHOLE, lang, &["--list", LIST]);
        assert_eq!((code, verdict.as_str()), (0, "replayed"), "{words}");
        assert!(words.contains(LIST) && words.contains("512 34 598 10"), "{words}");
        let moved = WHOLE.replace("\"share\": \"reserve\"", "\"share\": \"prize 1\"");
        let (code, words, verdict) = checked(&moved, lang, &[]);
        assert_eq!((code, verdict.as_str()), (1, "differs"), "{words}");
        assert!(words.lines().next().unwrap().contains('5'), "the place from which on it differs: {words}");
        let (code, words, verdict) = checked(WHOLE, lang, &["--list", "0"]);
        assert_eq!((code, verdict.as_str()), (1, "differs"), "{words}");
        let (code, words, verdict) = checked("{}", lang, &[]);
        assert_eq!((code, verdict.as_str()), (2, "unreadable"), "{words}");
    }
}
