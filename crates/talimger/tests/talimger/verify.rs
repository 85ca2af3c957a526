//! `talimger keys` and `talimger verify` as somebody at a terminal meets them.

use crate::{said, talimger};
use exchange::badges::{Achievement, Badge, Issuer, List, Place, Signer, bake};
use serde_json::Value;
use std::path::Path;

const ISSUER: &str = "https://talimger.example/badges/school-12";

fn issuer() -> Issuer {
    Issuer { id: ISSUER.to_owned(), name: "№ 12 мектеп".to_owned() }
}

fn signer() -> Signer {
    Signer::read(&Signer::secret(&[5; 32])).unwrap()
}

/// A badge that holds for so many years from 2026 on.
fn badge(years: i16) -> String {
    let badge = Badge {
        id: "https://talimger.example/verify/ABCDE-23456".to_owned(),
        issuer: issuer(),
        title: "Сертификат наставника".to_owned(),
        holder: "Нұрланова Әлия Серікқызы".to_owned(),
        number: "7".to_owned(),
        from: "2020-01-01T00:00:00Z".parse().unwrap(),
        until: format!("{}-01-01T00:00:00Z", 2026 + years).parse().unwrap(),
        narrative: "30 часов".to_owned(),
        achievement: Achievement {
            id: format!("{ISSUER}#mentor"),
            name: "Наставник".to_owned(),
            description: "Имеет право".to_owned(),
            criteria: "Экзамен".to_owned(),
            lang: "ru".to_owned(),
        },
        place: Place { list: format!("{ISSUER}/revoked"), index: 7 },
    };
    badge.signed(&signer(), "2026-01-01T00:00:00Z".parse().unwrap()).unwrap()
}

fn list(of: &str, revoked: &[u32]) -> String {
    let list = List { address: of.to_owned(), issuer: issuer(), revoked: revoked.to_vec() };
    list.signed(&signer(), "2026-01-01T00:00:00Z".parse().unwrap()).unwrap()
}

/// What the command says of a file, in English: its code, its words, and the verdict in JSON.
fn checked(folder: &Path, bytes: &[u8], more: &[&str]) -> (i32, String, String) {
    let file = folder.join("badge");
    std::fs::write(&file, bytes).unwrap();
    let args = [&["verify", file.to_str().unwrap(), "--lang", "en"][..], more].concat();
    let plain = talimger(&args);
    let as_json = talimger(&[&args[..], &["--json"]].concat());
    assert_eq!(plain.status.code(), as_json.status.code(), "{}", said(&as_json));
    let told: Value = serde_json::from_slice(&as_json.stdout).unwrap();
    (plain.status.code().unwrap(), said(&plain), told["verdict"].as_str().unwrap().to_owned())
}

#[test]
fn every_verdict_has_its_words_and_its_code() {
    let folder = tempfile::tempdir().unwrap();
    let key = signer().public().unwrap().to_string();
    let known = ["--key", key.as_str()];
    let say = |bytes: &[u8], more: &[&str]| checked(folder.path(), bytes, more);
    let (code, words, verdict) = say(badge(500).as_bytes(), &known);
    assert_eq!((code, verdict.as_str()), (0, "valid"), "{words}");
    assert!(words.contains("Нұрланова Әлия Серікқызы") && words.contains("--status FILE"), "{words}");
    assert_eq!(say(&bake(&badge(500)), &known).0, 0, "a picture carries it");
    let (code, words, verdict) = say(badge(-1).as_bytes(), &known);
    assert_eq!((code, verdict.as_str()), (1, "expired"), "{words}");
    let altered = badge(500).replace("Әлия", "Айша");
    let (code, words, verdict) = say(altered.as_bytes(), &known);
    assert_eq!((code, verdict.as_str()), (1, "altered"));
    assert!(!words.contains("Айша"), "what nobody has signed is not repeated: {words}");
    let (code, words, verdict) = say(badge(500).as_bytes(), &[]);
    assert_eq!((code, verdict.as_str()), (3, "unknown-key"));
    assert!(words.contains(&key), "{words}");
    let (code, words, verdict) = say(b"nothing", &known);
    assert_eq!((code, verdict.as_str()), (2, "unreadable"), "{words}");
}

#[test]
fn a_list_is_asked_if_it_is_the_right_one() {
    let folder = tempfile::tempdir().unwrap();
    let keys = folder.path().join("issuer.json");
    std::fs::write(&keys, issuer().published(&[signer().public().unwrap()])).unwrap();
    let file = folder.path().join("revoked.json");
    let with = |list: &str| {
        std::fs::write(&file, list).unwrap();
        let more = ["--keys", keys.to_str().unwrap(), "--status", file.to_str().unwrap()];
        checked(folder.path(), badge(500).as_bytes(), &more)
    };
    let own = format!("{ISSUER}/revoked");
    let (code, words, verdict) = with(&list(&own, &[7]));
    assert_eq!((code, verdict.as_str()), (1, "revoked"), "{words}");
    let (code, words, verdict) = with(&list(&own, &[6]));
    assert_eq!((code, verdict.as_str()), (0, "valid"), "{words}");
    assert!(!words.contains("--status"), "{words}");
    let (code, words, verdict) = with(&list("https://other.example/revoked", &[7]));
    assert_eq!((code, verdict.as_str()), (2, "unreadable"), "{words}");
    let (code, words, _) = with(&list(&own, &[7]).replace("2026-01-01", "2026-01-02"));
    assert_eq!(code, 2, "{words}");
}

#[test]
fn keys_are_made_shown_and_rotated() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("keys");
    let run = |more: &[&str]| {
        let output = talimger(&[&["keys", "--keys", place.to_str().unwrap()][..], more].concat());
        assert!(output.status.success(), "{}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let first = run(&[]);
    assert!(first.starts_with("z6Mk") && first.lines().count() == 1, "{first}");
    assert_eq!(run(&[]), first);
    let second = run(&["--rotate"]);
    assert!(second.starts_with(&first) && second.lines().count() == 2, "{second}");
    let third = run(&["--rotate", "--leaked"]);
    assert!(third.lines().count() == 1 && !second.contains(third.trim()), "{third}");
}
