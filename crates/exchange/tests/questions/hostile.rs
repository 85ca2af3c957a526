//! Files that want to harm: each is refused or read within bounds, and nothing in it is followed.

use crate::skipped;
use exchange::questions::{MAX_BYTES, MAX_CHOICES, MAX_ENTRIES, Refused, Why, gift, moodle};

fn quiz(inner: &str) -> Vec<u8> {
    format!("<quiz>{inner}</quiz>").into_bytes()
}

#[test]
fn a_file_that_is_too_large_is_not_looked_at() {
    assert_eq!(gift::read(&vec![b'a'; MAX_BYTES + 1], None).unwrap_err(), Refused::TooLarge);
    let many = "{\n\n".repeat(MAX_ENTRIES + 1);
    assert_eq!(gift::read(many.as_bytes(), None).unwrap_err(), Refused::TooLarge);
    assert_eq!(
        moodle::read(&quiz(&"<question/>".repeat(MAX_ENTRIES + 1)), None).unwrap_err(),
        Refused::TooLarge
    );
}

#[test]
fn entities_of_its_own_are_refused_before_anything_is_made_of_them() {
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE quiz [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<quiz>&b;</quiz>";
    let Refused::OwnDefinitions { at } = moodle::read(bomb.as_bytes(), None).unwrap_err() else { panic!() };
    assert_eq!((at.line, at.column), (2, 1));
    let outside = "<!DOCTYPE quiz SYSTEM \"file:///etc/passwd\"><quiz/>";
    assert!(matches!(moodle::read(outside.as_bytes(), None), Err(Refused::OwnDefinitions { .. })));
}

#[test]
fn depth_and_number_of_elements_are_bounded() {
    let deep =
        format!("<question type=\"essay\">{}{}</question>", "<a>".repeat(100_000), "</a>".repeat(100_000));
    let reading = moodle::read(&quiz(&format!("{deep}<question type=\"essay\"/>")), None).unwrap();
    assert_eq!(skipped(&reading), [(1, 7 + 23 + 11 * 3, Why::TooDeep)]);
    assert_eq!(reading.entries.len(), 1);
    let wide = format!("<question type=\"essay\">{}</question>", "<a/>".repeat(300_000));
    let reading = moodle::read(&quiz(&wide), None).unwrap();
    assert!(matches!(skipped(&reading)[..], [(1, _, Why::TooMany)]));
    let spaces: Vec<String> = (0..50_000).map(|number| format!("<a xmlns:a{number}=\"b\">")).collect();
    let open = moodle::read(&quiz(&spaces.concat()), None).unwrap_err();
    assert!(matches!(open, Refused::NotXml { .. }));
    let attributes: Vec<String> = (0..200_000).map(|number| format!(" a{number}=\"\"")).collect();
    let attributes = quiz(&format!("<question{}/>", attributes.concat()));
    assert_eq!(moodle::read(&attributes, None).unwrap().skipped.len(), 1);
}

#[test]
fn more_choices_than_anybody_writes_are_named() {
    let many = format!("?{{{}}}", "~a".repeat(MAX_CHOICES + 1));
    assert!(matches!(skipped(&gift::read(many.as_bytes(), None).unwrap())[..], [(1, _, Why::TooMany)]));
    let numbers = format!("?{{#{}}}", "=1".repeat(100_000));
    assert!(matches!(skipped(&gift::read(numbers.as_bytes(), None).unwrap())[..], [(1, _, Why::TooMany)]));
    let answers = "<answer/>".repeat(MAX_CHOICES + 1);
    let quiz = quiz(&format!("<question type=\"multichoice\">{answers}</question>"));
    assert!(matches!(skipped(&moodle::read(&quiz, None).unwrap())[..], [(1, 7, Why::TooMany)]));
}

#[test]
fn no_sign_repeated_without_end_makes_reading_slow() {
    for sign in
        ["{", "}", "~", "=", "#", "\\", "%", ":", "[", "->", "[id:", "// [tag:", "..", "\n", "\0", "::a"]
    {
        let file = format!("::a::?{{{}", sign.repeat(200_000));
        let _ = gift::read(file.as_bytes(), None);
        let _ = gift::read(format!("// {file}}}").as_bytes(), None);
    }
    for piece in ["<", "&", "&#x41;", "<![CDATA[", "<!--", "</", "<a ", "<a b='"] {
        let _ = moodle::read(&quiz(&piece.repeat(50_000)), None);
        let _ = moodle::read(&quiz(&format!("<question type=\"essay\">{}", piece.repeat(50_000))), None);
    }
}

#[test]
fn numbers_that_are_none_are_not_taken() {
    for number in ["nan", "inf", "1e999", "-", "", "0x10", "1..", "..1", "5..1", "1:-1", "1:inf", "infinity"]
    {
        let reading = gift::read(format!("?{{#={number}}}").as_bytes(), None).unwrap();
        assert_eq!(reading.entries.len(), 0, "{number}");
    }
}

#[test]
fn letters_that_are_lost_are_not_guessed() {
    let mut bytes = "Тәлімгер кім?{=ұстаз ~досы}\n".repeat(30).into_bytes();
    bytes.remove(1);
    let Refused::LostLetters { at } = gift::read(&bytes, None).unwrap_err() else { panic!() };
    assert_eq!((at.line, at.column), (1, 1));
    let spelled = gift::read("What is \u{fffd}?{}".as_bytes(), None).unwrap();
    assert_eq!(spelled.entries.len(), 1);
}
