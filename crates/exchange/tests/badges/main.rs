//! Badges: what is signed is read back, and nothing else is taken for it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod forged;
mod samples;

use exchange::badges::{
    Issuer, List, NoList, PublicKey, Signer, StatusList, Unreadable, Verdict, bake, check,
};
use forged::{ISSUER, PUBLIC, at, badge, issuer, known, signed, signer, told, tried};
use proptest::prelude::*;
use serde_json::{Map, Value};

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn verdict(file: &[u8]) -> Verdict {
    told(file).unwrap().verdict
}

fn refused(file: &[u8]) -> Unreadable {
    check(file, &known(), None, at("2027-01-15T09:00:00Z")).unwrap_err()
}

fn list(revoked: &[u32]) -> StatusList {
    let list = List { address: format!("{ISSUER}/status"), issuer: issuer(), revoked: revoked.to_vec() };
    let text = list.signed(&signer(), at("2027-01-10T09:00:00Z")).unwrap();
    StatusList::read(text.as_bytes(), &known()).unwrap()
}

#[test]
fn a_signature_is_the_one_that_other_programs_make() {
    // Made by pyld 2 (URDNA2015) with the published contexts and by Python's cryptography.
    let value = "z6D2RYAseQr2e9CYTmURbt1cHyht4mHHAMiWgLVgNrzcrWyt2M47kgpPtHduNqC1LY9Jf5tkr1uAmd4GFe1i139T";
    let signed = read(&signed());
    assert_eq!(signed["proof"]["proofValue"], value);
    assert_eq!(signed["proof"]["verificationMethod"], format!("{ISSUER}#{PUBLIC}"));
}

#[test]
fn a_badge_says_whose_it_is_and_until_when() {
    let checked = told(signed().as_bytes()).unwrap();
    assert_eq!(checked.verdict, Verdict::Valid);
    assert_eq!(checked.holder.as_deref(), Some("Нұрланова Әлия Серікқызы"));
    assert_eq!(checked.issuer.as_deref(), Some("№ 12 мектеп"));
    assert_eq!(checked.title.as_deref(), Some("Тәлімгер сертификаты"));
    assert_eq!(checked.until, Some(at("2029-04-19T18:59:59Z")));
    assert_eq!(checked.key.map(|key| key.to_string()).as_deref(), Some(PUBLIC));
    assert_eq!(checked.asked, None);
}

#[test]
fn a_picture_carries_it() {
    assert_eq!(told(&bake(&signed())), told(signed().as_bytes()));
}

#[test]
fn its_time_comes_and_is_over() {
    let on = |day: &str| check(signed().as_bytes(), &known(), None, at(day)).unwrap().verdict;
    assert_eq!(on("2026-04-19T18:59:59Z"), Verdict::Early);
    assert_eq!(on("2026-04-19T19:00:00Z"), Verdict::Valid);
    assert_eq!(on("2029-04-19T18:59:59Z"), Verdict::Valid);
    assert_eq!(on("2029-04-19T19:00:00Z"), Verdict::Expired);
}

#[test]
fn a_list_says_whether_it_was_taken_back() {
    let asked = |list: &StatusList| {
        let checked = check(signed().as_bytes(), &known(), Some(list), at("2027-01-15T09:00:00Z")).unwrap();
        (checked.verdict, checked.asked.is_some())
    };
    assert_eq!(asked(&list(&[6])), (Verdict::Revoked, true));
    assert_eq!(asked(&list(&[5, 7])), (Verdict::Valid, true));
    let stranger = Issuer { id: "https://other.example".to_owned(), name: String::new() };
    for (address, issuer) in [(format!("{ISSUER}2/status"), issuer()), (format!("{ISSUER}/status"), stranger)]
    {
        let other = List { address, issuer, revoked: vec![6] };
        let other = other.signed(&signer(), at("2027-01-10T09:00:00Z")).unwrap();
        let other = StatusList::read(other.as_bytes(), &known()).unwrap();
        assert_eq!(asked(&other), (Verdict::Valid, false), "another list says nothing about it");
    }
}

#[test]
fn a_list_that_nobody_known_has_signed_says_nothing() {
    let list = List { address: format!("{ISSUER}/status"), issuer: issuer(), revoked: Vec::new() };
    let text = list.signed(&signer(), at("2027-01-10T09:00:00Z")).unwrap();
    assert_eq!(StatusList::read(text.as_bytes(), &[]).unwrap_err(), NoList::NotSigned);
    for text in [text.replace("2027-01-10", "2027-01-11"), text.replace("revocation", "suspension")] {
        assert!(StatusList::read(text.as_bytes(), &known()).is_err());
    }
    assert!(StatusList::read(signed().as_bytes(), &known()).is_err(), "a badge is no list");
}

#[test]
fn a_stranger_s_signature_is_not_enough() {
    let other = Signer::read(&Signer::secret(&[7; 32])).unwrap();
    let text = badge().signed(&other, at("2026-11-29T20:00:00Z")).unwrap();
    let checked = told(text.as_bytes()).unwrap();
    assert_eq!((checked.verdict, checked.key), (Verdict::UnknownKey, other.public()));
    let renamed = text.replace(&other.public().unwrap().to_string(), PUBLIC);
    assert_eq!(verdict(renamed.as_bytes()), Verdict::Altered);
    let elsewhere = signed().replace(&format!("{ISSUER}#"), "https://other.example#");
    assert_eq!(refused(elsewhere.as_bytes()), Unreadable::Value("verificationMethod".to_owned()));
}

/// A drawing with something inside of its credential.
fn drawing(inside: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE svg [<!ENTITY a \"b\">]>\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:ob=\"https://purl.imsglobal.org/ob/v3p0\">\
         <ob:credential>{inside}</ob:credential><circle r=\"1\"/></svg>"
    )
}

#[test]
fn a_drawing_carries_it_once_and_expands_nothing() {
    let inside = format!("\n<![CDATA[{}]]>", signed());
    assert_eq!(told(drawing(&inside).as_bytes()), told(signed().as_bytes()));
    let twice = drawing(&inside).replace("<circle r=\"1\"/>", "<ob:credential>{}</ob:credential>");
    assert_eq!(refused(twice.as_bytes()), Unreadable::BrokenPicture);
    for broken in ["&a;", "<g/>", "<![CDATA[{"] {
        assert_eq!(refused(drawing(broken).as_bytes()), Unreadable::BrokenPicture, "{broken}");
    }
    let others = drawing(&inside).replace("purl.imsglobal.org/ob/v3p0", "example.org");
    assert_eq!(refused(others.as_bytes()), Unreadable::NoCredential);
    let token =
        "<svg><ob:credential xmlns:ob=\"https://purl.imsglobal.org/ob/v3p0\" verify=\"e.y.J\"/></svg>";
    assert_eq!(refused(token.as_bytes()), Unreadable::OtherProof);
}

#[test]
fn a_token_is_another_kind_of_proof_and_says_nothing_of_itself() {
    for token in ["eyJhbGciOiJub25lIn0.eyJ2YyI6e319.", "eyJhbGciOiJSUzI1NiJ9.eyJ2YyI6e319.c2ln"] {
        assert_eq!(refused(token.as_bytes()), Unreadable::OtherProof, "{token}");
    }
    assert_eq!(refused(b"eyJ.a b.c"), Unreadable::NoCredential);
}

#[test]
fn a_key_is_read_however_it_is_named() {
    let key: PublicKey = PUBLIC.parse().unwrap();
    for named in
        [format!("did:key:{PUBLIC}"), format!("did:key:{PUBLIC}#{PUBLIC}"), format!("{ISSUER}#{PUBLIC}\n")]
    {
        assert_eq!(named.parse::<PublicKey>(), Ok(key));
    }
    assert_eq!(signer().public(), Some(key));
    let secret = Signer::secret(&std::array::from_fn(|place| u8::try_from(place).unwrap()));
    assert_eq!(secret, forged::SECRET);
    for none in ["", "z", ISSUER, secret.as_str(), &PUBLIC[..40]] {
        assert!(none.parse::<PublicKey>().is_err(), "{none}");
    }
    assert!(!format!("{:?}", signer()).contains("z3u2"), "a secret is not shown");
}

/// Every text, truth value and number of a document, changed one at a time.
fn changed(value: &Value, out: &mut Vec<Value>, rebuild: &dyn Fn(Value) -> Value) {
    match value {
        Value::Object(object) => {
            for (name, inner) in object {
                changed(inner, out, &|new| {
                    let mut copy = object.clone();
                    copy.insert(name.clone(), new);
                    rebuild(Value::Object(copy))
                });
                let without: Map<_, _> = object
                    .iter()
                    .filter(|(one, _)| *one != name)
                    .map(|(k, v)| (k.clone(), v.clone()))
                    .collect();
                out.push(rebuild(Value::Object(without)));
            }
        }
        Value::Array(all) => {
            for (place, inner) in all.iter().enumerate() {
                changed(inner, out, &|new| {
                    let mut copy = all.clone();
                    copy[place] = new;
                    rebuild(Value::Array(copy))
                });
            }
        }
        Value::Bool(said) => out.push(rebuild(Value::Bool(!said))),
        Value::String(text) => {
            out.push(rebuild(Value::String(format!("{text}x"))));
            out.push(rebuild(Value::String(text.chars().skip(1).collect())));
        }
        _ => {}
    }
}

#[test]
fn n12_no_changed_claim_is_taken() {
    let mut all = Vec::new();
    changed(&read(&signed()), &mut all, &|value| value);
    assert!(all.len() > 100, "{}", all.len());
    for value in all {
        let told = told(value.to_string().as_bytes());
        let verdict = told.map(|told| told.verdict);
        assert!(
            verdict.is_none_or(|verdict| verdict == Verdict::Altered || verdict == Verdict::UnknownKey),
            "{value}"
        );
    }
}

#[test]
fn what_nobody_has_signed_is_not_said_beside_it() {
    let with = |name: &str, value: Value| {
        let mut document = read(&signed());
        document[name] = value;
        refused(document.to_string().as_bytes())
    };
    assert_eq!(with("iin", "840415300001".into()), Unreadable::Unknown("iin".to_owned()));
    assert_eq!(with("@language", "kk".into()), Unreadable::Unknown("@language".to_owned()));
    assert_eq!(with("name", Value::Null), Unreadable::Value("name".to_owned()));
    assert_eq!(with("name", 1.5.into()), Unreadable::Value("name".to_owned()));
    assert_eq!(with("name", "a\u{1}".into()), Unreadable::Value("name".to_owned()));
    assert_eq!(with("id", "verify/ABCD2345".into()), Unreadable::Value("id".to_owned()));
    assert_eq!(with("id", "_:b0".into()), Unreadable::Value("id".to_owned()));
    assert_eq!(with("@context", "https://www.w3.org/ns/credentials/v1".into()), Unreadable::Contexts);
    assert_eq!(with("proof", Value::Array(Vec::new())), Unreadable::OtherProof);
    let twice = signed().replacen("\"name\":", "\"name\": \"Басқа\", \"name\":", 1);
    assert_eq!(refused(twice.as_bytes()), Unreadable::NoCredential);
}

#[test]
fn no_file_stops_it() {
    assert_eq!(refused(b""), Unreadable::NoCredential);
    assert_eq!(refused("[".repeat(100_000).as_bytes()), Unreadable::NoCredential);
    assert_eq!(refused(&vec![b' '; exchange::badges::MOST_BYTES + 1]), Unreadable::TooLarge);
    let mut many = read(&signed());
    many["credentialSubject"]["identifier"] = Value::Array(vec![Value::Object(Map::new()); 300]);
    assert_eq!(refused(many.to_string().as_bytes()), Unreadable::Tangled);
    let baked = bake(&signed());
    for place in [8, 33, 40, baked.len() - 1] {
        let mut broken = baked.clone();
        broken[place] ^= 1;
        assert_eq!(refused(&broken), Unreadable::BrokenPicture, "{place}");
    }
    assert_eq!(refused(&baked[..baked.len() / 2]), Unreadable::BrokenPicture);
    let (first, rest) = baked.split_at(33);
    let length = usize::try_from(u32::from_be_bytes(rest[..4].try_into().unwrap())).unwrap();
    let (chunk, rest) = rest.split_at(length + 12);
    assert_eq!(refused(&[first, rest].concat()), Unreadable::NoCredential, "a picture alone");
    assert_eq!(refused(&[first, chunk, chunk, rest].concat()), Unreadable::BrokenPicture, "two of them");
}

/// The same, with the names of every object in another order.
fn shuffled(value: &Value, seed: usize, out: &mut String) {
    match value {
        Value::Object(object) => {
            let mut names: Vec<_> = object.iter().collect();
            names.rotate_left(seed % object.len().max(1));
            if seed % 2 == 1 {
                names.reverse();
            }
            out.push('{');
            for (place, (name, inner)) in names.into_iter().enumerate() {
                out.push_str(if place == 0 { "" } else { " , " });
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push(':');
                shuffled(inner, seed / 3, out);
            }
            out.push('}');
        }
        Value::Array(all) => {
            out.push('[');
            for (place, inner) in all.iter().enumerate() {
                out.push_str(if place == 0 { "" } else { "," });
                shuffled(inner, seed / 2, out);
            }
            out.push(']');
        }
        other => out.push_str(&other.to_string()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn the_order_of_names_says_nothing(seed in 0_usize..10_000) {
        let mut text = String::new();
        shuffled(&read(&signed()), seed, &mut text);
        prop_assert_eq!(told(text.as_bytes()), told(signed().as_bytes()));
    }

    #[test]
    fn whatever_is_signed_is_valid(holder in "\\PC{0,40}", number in "[0-9]{1,6}", title in "[а-яё\"\\\\\n ]{0,20}") {
        let badge = exchange::badges::Badge { holder: holder.clone(), number, title, ..badge() };
        let text = badge.signed(&signer(), at("2026-11-29T20:00:00Z")).unwrap();
        let checked = check(&bake(&text), &known(), None, at("2027-01-15T09:00:00Z")).unwrap();
        prop_assert_eq!(checked.verdict, Verdict::Valid);
        prop_assert_eq!(checked.holder, Some(holder));
    }

    #[test]
    fn no_changed_byte_is_taken(place in 0..signed().len(), new in any::<u8>()) {
        let mut file = signed().into_bytes();
        file[place] = new;
        tried(&file);
    }

    #[test]
    fn no_bytes_stop_it(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        tried(&bytes);
    }
}

#[test]
fn the_kept_inputs_of_the_fuzzer_are_replayed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/badges/corpus");
    let kept = std::fs::read_dir(folder).unwrap().map(|one| std::fs::read(one.unwrap().path()).unwrap());
    assert!(kept.inspect(|bytes| tried(bytes)).count() > 5, "the corpus is there");
}
