//! Detached signatures: what is taken, what is refused and why, and that no changed bit is taken.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod forged;
mod made;

use exchange::seals::{Certified, Digest, Key, MOST_BYTES, NotCertified, Trust};
use forged::{DOCUMENT, KEY_ID, P384, PSS, ROOT, RSA, RSA_512};
use jiff::Timestamp;
use made::{House, Said, Twist};
use proptest::prelude::*;

const MIDDLE: &[u8] = include_bytes!("files/mid.pem");
const ATTACHED: &[u8] = include_bytes!("files/attached.der");
const NO_ATTRIBUTES: &[u8] = include_bytes!("files/no-attributes.der");

fn at(day: &str) -> Timestamp {
    format!("{day}T09:00:00Z").parse().unwrap()
}

fn now() -> Timestamp {
    at("2027-01-15")
}

fn trust(file: &[u8]) -> Trust {
    let mut trust = Trust::default();
    assert_eq!(trust.add(file), Some(1));
    trust
}

#[test]
fn signatures_of_another_program_are_read() {
    let known = [
        (RSA, Key::Rsa, Digest::Sha256, "НҰРЛАНОВА ӘЛИЯ"),
        (RSA_512, Key::Rsa, Digest::Sha512, "НҰРЛАНОВА ӘЛИЯ"),
        (PSS, Key::RsaPss, Digest::Sha256, "НҰРЛАНОВА ӘЛИЯ"),
        (KEY_ID, Key::Rsa, Digest::Sha256, "НҰРЛАНОВА ӘЛИЯ"),
        (P384, Key::P384, Digest::Sha384, "САРСЕНОВ БОЛАТ"),
    ];
    for root in [ROOT, MIDDLE] {
        for (file, key, digest, subject) in known {
            let found = trust(root).check(DOCUMENT, file, now()).unwrap();
            assert_eq!((found.algorithm.key, found.algorithm.digest), (key, digest));
            assert_eq!((found.subject.as_str(), found.issuer.as_str()), (subject, "Куәландырушы орталық"));
            assert_eq!(found.signed_at.strftime("%F").to_string(), "2026-11-28");
            let digits = found.fingerprint.chars().filter(char::is_ascii_hexdigit).count();
            assert_eq!((digits, found.fingerprint.len()), (64, 64));
        }
    }
    assert_eq!(trust(ROOT).check(DOCUMENT, PSS, now()).unwrap().algorithm.to_string(), "RSA-PSS, SHA-256");
}

#[test]
fn other_forms_of_signatures_say_what_they_are() {
    let check = |file: &[u8]| trust(ROOT).check(DOCUMENT, file, now());
    assert_eq!(check(ATTACHED), Err(NotCertified::Attached));
    assert_eq!(check(NO_ATTRIBUTES), Err(NotCertified::Unreadable));
    assert_eq!(check(b""), Err(NotCertified::Unreadable));
    assert_eq!(check(b"%PDF-1.7 no signature"), Err(NotCertified::Unreadable));
    assert_eq!(check(ROOT), Err(NotCertified::Unreadable));
    assert_eq!(check(&vec![0x30; MOST_BYTES]), Err(NotCertified::Unreadable));
    assert_eq!(check(&vec![0x30; MOST_BYTES + 1]), Err(NotCertified::TooLarge));
}

#[test]
fn another_document_and_another_root_are_refused() {
    assert_eq!(trust(ROOT).check(b"another", RSA, now()), Err(NotCertified::OtherDocument));
    let stranger = House::new("Бөтен орталық");
    assert_eq!(
        trust(stranger.root().as_bytes()).check(DOCUMENT, RSA, now()),
        Err(NotCertified::UnknownIssuer)
    );
    assert_eq!(Trust::default().check(DOCUMENT, RSA, now()), Err(NotCertified::UnknownIssuer));
    // The same name is not the same key.
    let (own, namesake) = (House::new("Орталық"), House::new("Орталық"));
    let file = own.signed(DOCUMENT, &good());
    assert!(trust(own.root().as_bytes()).check(DOCUMENT, &file, now()).is_ok());
    assert_eq!(
        trust(namesake.root().as_bytes()).check(DOCUMENT, &file, now()),
        Err(NotCertified::UnknownIssuer)
    );
}

/// What is told of a signature that is wrong in one place, or right.
fn told(said: Said, now: Timestamp) -> Result<Certified, NotCertified> {
    let house = House::new("Орталық");
    let file = house.signed(DOCUMENT, &said);
    trust(house.root().as_bytes()).check(DOCUMENT, &file, now)
}

fn good() -> Said {
    Said { time: Some(now()), valid: None, twist: None }
}

#[test]
fn times_are_kept() {
    let year =
        |time: Option<&str>| Said { time: time.map(at), valid: Some([(2026, 9, 1), (2027, 9, 1)]), ..good() };
    let named = told(year(Some("2027-01-10")), now()).unwrap();
    assert_eq!((named.signed_at, named.dated), (at("2027-01-10"), true));
    assert_eq!(told(year(Some("2027-01-10")), at("2027-10-01")), Err(NotCertified::Expired));
    assert_eq!(told(year(Some("2026-08-01")), now()), Err(NotCertified::Expired));
    assert_eq!(told(year(Some("2027-01-16")), now()), Err(NotCertified::Future));
    // Without a time of its own it is signed when it is checked.
    let unnamed = told(year(None), now()).unwrap();
    assert_eq!((unnamed.signed_at, unnamed.dated), (now(), false));
    assert_eq!(told(year(None), at("2026-08-01")), Err(NotCertified::Expired));
}

#[test]
fn each_wrong_place_has_its_refusal() {
    use NotCertified as Not;
    assert!(told(good(), now()).is_ok());
    let wrong = [
        // A certificate for something else signs no document, and nobody below one is believed.
        (Twist::ForSigningIn, Not::NotForSigning),
        (Twist::ForServers, Not::NotForSigning),
        (Twist::Issues, Not::NotForSigning),
        (Twist::Strange, Not::UnknownIssuer),
        (Twist::BelowAnEnd, Not::UnknownIssuer),
        // Attributes are of this document, and stand once.
        (Twist::OtherDigest, Not::OtherDocument),
        (Twist::Tampered, Not::Forged),
        (Twist::WithoutKind, Not::Unreadable),
        (Twist::TwoDigests, Not::Unreadable),
        // One signer, whose certificate is there, and no crowd that costs time.
        (Twist::NoSigner, Not::NoSigner),
        (Twist::TwoSigners, Not::NoSigner),
        (Twist::WithoutCertificate, Not::NoSigner),
        (Twist::Crowd, Not::Unreadable),
        // GOST of Kazakhstan and of Russia is known and never valid.
        (Twist::Algorithm("1.2.398.3.10.1.1.1.2"), Not::Gost),
        (Twist::Algorithm("1.2.398.3.10.1.1.2.3.2"), Not::Gost),
        (Twist::Algorithm("1.2.643.7.1.1.3.2"), Not::Gost),
        (Twist::Algorithm("1.2.840.10045.4.1"), Not::OtherAlgorithm),
    ];
    for (place, (twist, why)) in wrong.into_iter().enumerate() {
        assert_eq!(told(Said { twist: Some(twist), ..good() }, now()), Err(why), "line {place}");
    }
}

#[test]
fn whoever_may_not_issue_is_no_root() {
    let leaf = House::new("Орталық").end(&good()).pem();
    for file in
        [leaf.as_bytes(), b"no certificate", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"]
    {
        assert_eq!(Trust::default().add(file), None);
    }
    assert_eq!(Trust::default().add(&[ROOT, MIDDLE].concat()), Some(2));
}

#[test]
fn a_file_that_ends_early_or_goes_on_is_refused() {
    let trust = trust(ROOT);
    for file in [RSA, PSS, P384] {
        for end in 0..file.len() {
            assert!(trust.check(DOCUMENT, &file[..end], now()).is_err());
        }
        assert_eq!(trust.check(DOCUMENT, &[file, b"\0"].concat(), now()), Err(NotCertified::Unreadable));
    }
}

/// Each eleventh bit, so that every place of a byte has its turn.
#[test]
fn no_changed_bit_tells_anything_else() {
    for file in [RSA, PSS, P384, KEY_ID] {
        let bits = file.len() * 8;
        let still = (0..bits).step_by(11).filter(|place| {
            let mut changed = file.to_vec();
            changed[place / 8] ^= 1 << (place % 8);
            forged::check(&changed).is_some()
        });
        let still = still.count();
        assert!(still * 1100 < bits, "{still} of {} bits are not looked at", bits / 11);
    }
}

#[test]
fn no_changed_bit_of_the_document_is_taken() {
    for place in 0..DOCUMENT.len() * 8 {
        let mut changed = DOCUMENT.to_vec();
        changed[place / 8] ^= 1 << (place % 8);
        assert_eq!(trust(ROOT).check(&changed, RSA, now()), Err(NotCertified::OtherDocument));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn no_bytes_are_a_signature_by_chance(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(trust(ROOT).check(DOCUMENT, &bytes, now()).is_err());
    }

    #[test]
    fn no_pieces_of_signatures_stop_it(
        from in 0..RSA.len(), until in 0..P384.len(), what in prop::collection::vec(any::<u8>(), 0..8)
    ) {
        let file = [&RSA[..from], &what, &P384[until..]].concat();
        forged::check(&file);
    }
}

#[test]
fn the_kept_inputs_of_the_fuzzer_are_replayed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/seals/corpus");
    let kept = std::fs::read_dir(folder).unwrap().map(|one| std::fs::read(one.unwrap().path()).unwrap());
    assert!(kept.inspect(|bytes| drop(forged::check(bytes))).count() > 5, "the corpus is there");
}
