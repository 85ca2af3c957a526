//! What is written comes back as it was.

use domain::questions::{Choice, Fraction, Kind, Near, Pair, Points, Range};
use exchange::questions::{
    Entry, Format, Loss, Question, Reading, Text, Written, clean, gift, in_one_line, moodle,
};
use proptest::prelude::*;

/// Letters and signs of the formats themselves, so that every escape is needed.
fn said() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(&SIGNS[..]);
    prop::collection::vec(signs, 0..8).prop_map(|signs| signs.concat())
}

const SIGNS: [&str; 36] = [
    "a",
    "Ә",
    "б",
    "😀",
    " ",
    "\n",
    "\\",
    "\\n",
    "~",
    "=",
    "#",
    "####",
    "{",
    "}",
    ":",
    "::",
    "%50%",
    "%",
    "[html]",
    "[",
    "]",
    "//",
    "$CATEGORY: x",
    "_____",
    "<b>",
    "</text>",
    "&",
    "&lt;",
    "]]>",
    "\"",
    "'",
    "*",
    "T",
    "12",
    "..",
    "-",
];

fn text() -> impl Strategy<Value = Text> {
    (said(), prop::sample::select(&Format::ALL[..])).prop_map(|(said, format)| Text::new(&said, format))
}

fn fraction() -> impl Strategy<Value = Fraction> {
    prop::sample::select(Fraction::all().collect::<Vec<_>>())
}

fn choice() -> impl Strategy<Value = Choice<Text>> {
    (text(), fraction(), text()).prop_map(|(text, fraction, feedback)| Choice { text, fraction, feedback })
}

fn near() -> impl Strategy<Value = Near> {
    let number = (prop::num::f64::NORMAL, prop::num::f64::POSITIVE | prop::num::f64::ZERO);
    let small = (-99.0..99.0, 0.0..9.0);
    prop_oneof![
        Just(Near::Any),
        number.prop_map(|(value, tolerance)| Near::Number { value, tolerance }),
        small.prop_map(|(value, tolerance)| Near::Number { value, tolerance }),
    ]
}

fn kind() -> impl Strategy<Value = Kind<Text>> {
    let all = |least| prop::collection::vec(choice(), least..6);
    let right = all(1).prop_map(|mut choices| {
        choices[0].fraction = Fraction::WHOLE;
        choices
    });
    let range = (near(), fraction(), text()).prop_map(|(near, fraction, feedback)| Range {
        near,
        fraction,
        feedback,
    });
    let pair = (said(), text(), text()).prop_map(|(answer, stem, usual)| Pair {
        stem: if stem.is_empty() {
            Text::new(&format!("а{}", usual.as_str()), usual.format())
        } else {
            stem
        },
        answer: clean(&answer),
    });
    let spare = prop::collection::vec(said().prop_map(|answer| clean(&answer)), 0..3);
    prop_oneof![
        (right, choice()).prop_map(|(mut choices, last)| {
            choices.push(last);
            Kind::Single(choices)
        }),
        all(2).prop_map(Kind::Multiple),
        (any::<bool>(), text(), text()).prop_map(|(right, to_true, to_false)| Kind::TrueFalse {
            right,
            to_true,
            to_false
        }),
        all(1).prop_map(|answers| Kind::Short { answers, case: false }),
        prop::collection::vec(range, 1..5).prop_map(Kind::Numerical),
        (prop::collection::vec(pair, 2..5), spare).prop_map(|(pairs, spare)| Kind::Matching { pairs, spare }),
        Just(Kind::Essay),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    let line = || said().prop_map(|said| in_one_line(&said));
    let mark = || "[a-z0-9 ә\\[\\]]{0,6}".prop_map(|mark| in_one_line(&mark));
    let tags = prop::collection::vec(mark().prop_filter("a tag", |tag| !tag.is_empty()), 0..3);
    let question =
        (line(), mark(), tags, text(), kind(), text()).prop_map(|(name, id, tags, text, kind, feedback)| {
            let worth = Points::ONE;
            Entry::Question(Box::new(Question { name, id, tags, text, kind, worth, feedback }))
        });
    prop_oneof![
        8 => question,
        1 => line().prop_map(Entry::Category),
        1 => (line(), text()).prop_map(|(name, text)| Entry::Description { name, text }),
    ]
}

fn back(reading: Reading) -> Vec<Entry> {
    assert!(reading.skipped.is_empty() && reading.left.is_empty() && reading.without_files.is_empty());
    reading.entries.into_iter().map(|placed| placed.entry).collect()
}

fn questions(least: usize) -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec(entry(), least..4)
}

proptest! {
    #[test]
    fn gift_comes_back(entries in questions(1)) {
        let Written { text, lost } = gift::write(&entries);
        prop_assert_eq!(&lost, &[], "{}", text);
        prop_assert_eq!(back(gift::read(text.as_bytes(), None).unwrap()), entries);
    }

    #[test]
    fn moodle_xml_comes_back(entries in questions(0), parts in 0_i64..2_000_000_000, case: bool) {
        let mut entries = entries;
        for entry in &mut entries {
            if let Entry::Question(question) = entry {
                question.worth = Points::from_parts(parts);
                if let Kind::Short { case: kept, .. } = &mut question.kind {
                    *kept = case;
                }
            }
        }
        let Written { text, lost } = moodle::write(&entries);
        prop_assert_eq!(&lost, &[], "{}", text);
        prop_assert_eq!(back(moodle::read(text.as_bytes(), None).unwrap()), entries);
    }
}

fn question(kind: Kind<Text>) -> Entry {
    Entry::Question(Box::new(Question {
        name: String::new(),
        id: String::new(),
        tags: Vec::new(),
        text: crate::text("Кім?"),
        kind,
        worth: Points::ONE,
        feedback: Text::default(),
    }))
}

fn losses(written: &Written) -> Vec<(usize, Loss)> {
    written.lost.iter().map(|lost| (lost.entry, lost.loss)).collect()
}

#[test]
fn what_gift_has_no_place_for_is_named() {
    let short = Kind::Short { answers: vec![crate::choice("Абай", 100.0, "")], case: true };
    let Entry::Question(mut dear) = question(short) else { panic!() };
    dear.worth = Points::whole(2);
    let arrows = vec![crate::choice("a -> b", 100.0, ""), crate::choice("a", 50.0, "")];
    let arrow = Kind::Short { answers: arrows, case: false };
    let wrong = vec![crate::choice("a", 50.0, ""), crate::choice("b", 0.0, "")];
    let entries =
        [question(Kind::Essay), Entry::Question(dear), question(arrow), question(Kind::Single(wrong))];
    let written = gift::write(&entries);
    assert_eq!(losses(&written), [(1, Loss::Worth), (1, Loss::Case), (2, Loss::Entry), (3, Loss::Entry)]);
    assert_eq!(written.text, "Кім?{}\n\nКім?{\n\t=Абай\n}\n\n");
    assert_eq!(losses(&moodle::write(&entries)), []);
}
