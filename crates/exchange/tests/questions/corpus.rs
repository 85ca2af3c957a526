//! The fuzzer's properties, for what it has kept and for random bytes.

use crate::properties::{of_gift, of_moodle};
use proptest::prelude::*;
use std::path::Path;

fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(target);
    let mut replayed = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        println!("{}", path.display()); // shown if the property fails
        check(&std::fs::read(path).unwrap());
        replayed += 1;
    }
    assert!(replayed > 5, "the corpus of {target} is there");
}

#[test]
fn kept_gift_files_hold() {
    replay("gift", of_gift);
}

#[test]
fn kept_moodle_files_hold() {
    replay("moodle", of_moodle);
}

/// Pieces that mean something in one of the formats, in any order.
fn pieces(all: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(all), 0..40).prop_map(|pieces| pieces.concat())
}

const GIFT: [&str; 42] = [
    "{",
    "}",
    "~",
    "=",
    "#",
    "####",
    "%50%",
    "%-100%",
    "%33%",
    "%",
    "->",
    "::",
    ":",
    "..",
    "\\",
    "\\n",
    "\n",
    "\n\n",
    " ",
    "//",
    "// [id:1]\n",
    "[tag:a]",
    "$CATEGORY: a/b\n",
    "[html]",
    "[plain]",
    "[",
    "]",
    "T",
    "FALSE",
    "*",
    "1",
    "-2.5",
    "1e9",
    "a",
    "ә",
    "b c",
    "_____",
    "{}",
    "{#1:0}",
    "{=a~b}",
    "\0",
    "\r",
];

const MOODLE: [&str; 40] = [
    "<quiz>",
    "</quiz>",
    "<question type=\"multichoice\">",
    "<question type=\"truefalse\">",
    "<question type=\"shortanswer\">",
    "<question type=\"numerical\">",
    "<question type=\"matching\">",
    "<question type=\"essay\">",
    "<question type=\"category\">",
    "<question type=\"cloze\">",
    "</question>",
    "<category>",
    "</category>",
    "<name>",
    "</name>",
    "<text>",
    "</text>",
    "<text/>",
    "<questiontext format=\"html\">",
    "</questiontext>",
    "<answer fraction=\"100\">",
    "<answer>",
    "</answer>",
    "<feedback>",
    "</feedback>",
    "<subquestion>",
    "</subquestion>",
    "<single>false</single>",
    "<tolerance>0.5</tolerance>",
    "<defaultgrade>2</defaultgrade>",
    "true",
    "1",
    "*",
    "&lt;",
    "&nbsp;",
    "<![CDATA[<b>]]>",
    "<!-- -->",
    "<!DOCTYPE a>",
    "<file name=\"../a\">",
    "ә",
];

proptest! {
    #[test]
    fn random_gift_holds(text in pieces(&GIFT)) {
        of_gift(text.as_bytes());
    }

    #[test]
    fn random_moodle_xml_holds(text in pieces(&MOODLE)) {
        of_moodle(format!("<quiz><question type=\"essay\"/>{text}").as_bytes());
        of_moodle(text.as_bytes());
    }

    #[test]
    fn random_bytes_hold(data in prop::collection::vec(any::<u8>(), 0..300)) {
        of_gift(&data);
        of_moodle(&data);
        let _ = exchange::questions::gift::read(&data, None);
        let _ = exchange::questions::moodle::read(&data, None);
    }
}
