//! Sample files of other people, which are not part of the repository; the other tests try the same with files of our
//! own. `TALIMGER_SAMPLES` names a folder with `standards/`: `cargo nextest run -p exchange --run-ignored only`.

use crate::properties::{of_gift, of_moodle};
use domain::questions::{Choice, Kind, Pair, Range};
use exchange::questions::{Entry, Reading, Text, gift, moodle};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    let samples = std::env::var_os("TALIMGER_SAMPLES").map(PathBuf::from);
    samples
        .unwrap_or_else(|| panic!("TALIMGER_SAMPLES names a folder of samples"))
        .join("standards")
        .join(name)
}

fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let all = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> = all.filter(|path| path.to_string_lossy().ends_with(end)).collect();
    assert!(!files.is_empty(), "{}", folder.display());
    files
}

fn json_of(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

const fn word(kind: &Kind<Text>) -> &'static str {
    match kind {
        Kind::Single(_) | Kind::Multiple(_) => "MC",
        Kind::TrueFalse { .. } => "TF",
        Kind::Short { .. } => "Short",
        Kind::Numerical(_) => "Numerical",
        Kind::Matching { .. } => "Matching",
        Kind::Essay => "Essay",
    }
}

/// White space tells nothing, and a gap is written with and without it.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

fn texts(value: &Value) -> Vec<String> {
    let texts = value.as_array().into_iter().flatten();
    texts.map(|one| letters(one["text"]["text"].as_str().unwrap_or_default())).collect()
}

fn check(question: &exchange::questions::Question, expected: &Value) {
    let text_of = |value: &Value| letters(value["text"].as_str().unwrap_or_default());
    assert_eq!(word(&question.kind), expected["type"], "{question:?}");
    assert_eq!(question.name, expected["title"].as_str().unwrap_or_default());
    assert_eq!(question.id, expected["id"].as_str().unwrap_or_default());
    let tags = expected["tags"].as_array().cloned().unwrap_or_default();
    assert_eq!(json!(question.tags), json!(tags));
    assert_eq!(letters(question.text.as_str()), text_of(&expected["stem"]));
    assert_eq!(question.text.format().in_gift(), expected["stem"]["format"]);
    assert_eq!(letters(question.feedback.as_str()), text_of(&expected["globalFeedback"]));
    match &question.kind {
        Kind::Single(all) | Kind::Multiple(all) | Kind::Short { answers: all, .. } => {
            let said: Vec<_> =
                all.iter().map(|choice: &Choice<Text>| letters(choice.text.as_str())).collect();
            assert_eq!(said, texts(&expected["choices"]));
        }
        Kind::TrueFalse { right, .. } => assert_eq!(json!(right), expected["isTrue"]),
        Kind::Numerical(ranges) => {
            let ranges: &[Range<Text>] = ranges;
            let count = expected["choices"].as_array().map_or(1, Vec::len);
            assert_eq!(ranges.len(), count);
        }
        Kind::Matching { pairs, spare } => {
            let answers = pairs.iter().map(|pair: &Pair<Text>| &pair.answer).chain(spare);
            let rows = expected["matchPairs"].as_array().unwrap();
            assert!(answers.eq(rows.iter().map(|row| row["subanswer"].as_str().unwrap())));
        }
        Kind::Essay => {}
    }
}

fn whole(reading: &Reading) {
    assert_eq!((reading.skipped.len(), reading.without_files.len()), (0, 0), "{:?}", reading.skipped);
}

#[test]
#[ignore = "needs the folder that TALIMGER_SAMPLES names"]
fn gift_of_another_parser_means_the_same() {
    for path in files(&folder("gift-fuhrmanator"), ".gift") {
        println!("{}", path.display());
        let bytes = std::fs::read(&path).unwrap();
        of_gift(&bytes);
        let reading = gift::read(&bytes, None).unwrap();
        whole(&reading);
        let expected = json_of(&path.with_extension("json"));
        let expected = expected.as_array().unwrap();
        assert_eq!(reading.entries.len(), expected.len());
        for (placed, expected) in reading.entries.iter().zip(expected) {
            match &placed.entry {
                Entry::Category(path) => assert_eq!(*path, expected["title"]),
                Entry::Description { text, .. } => {
                    assert_eq!(letters(text.as_str()), letters(expected["stem"]["text"].as_str().unwrap()));
                }
                Entry::Question(question) => check(question, expected),
            }
        }
    }
}

#[test]
#[ignore = "needs the folder that TALIMGER_SAMPLES names"]
fn gift_of_moodle_is_read_whole() {
    for path in files(&folder("gift-moodle"), ".txt") {
        let bytes = std::fs::read(&path).unwrap();
        of_gift(&bytes);
        let reading = gift::read(&bytes, None).unwrap();
        whole(&reading);
        let kinds: Vec<_> = reading.questions().map(|(_, _, question)| word(&question.kind)).collect();
        assert_eq!(kinds, ["Matching", "MC", "Short", "TF"]);
        let (category, _, matching) = reading.questions().next().unwrap();
        assert_eq!(category, "$course$/Default for New Features");
        let Kind::Matching { pairs, spare } = &matching.kind else { panic!() };
        assert_eq!((pairs.len(), spare.as_slice()), (4, &["Chat".to_owned()][..]));
    }
}

#[test]
#[ignore = "needs the folder that TALIMGER_SAMPLES names"]
fn moodle_xml_is_read_as_expected() {
    let folder = folder("moodle-xml");
    let expected = json_of(&folder.join("expected.json"));
    for path in files(&folder, ".xml") {
        let bytes = std::fs::read(&path).unwrap();
        of_moodle(&bytes);
        let reading = moodle::read(&bytes, None).unwrap();
        whole(&reading);
        let expected = &expected[path.file_name().unwrap().to_str().unwrap()];
        let rows = expected["detail"].as_array().unwrap();
        assert_eq!(reading.entries.len(), rows.len());
        for (placed, row) in reading.entries.iter().zip(rows) {
            match &placed.entry {
                Entry::Category(path) => assert_eq!(*path, row["path"]),
                Entry::Description { .. } => panic!("none is there"),
                Entry::Question(question) => {
                    assert_eq!(question.name, row["name"]);
                    assert_eq!(question.worth.hundredths(), 100);
                    let fractions: Vec<f64> = match &question.kind {
                        Kind::Single(all) | Kind::Short { answers: all, .. } => {
                            all.iter().map(|choice| choice.fraction.percent()).collect()
                        }
                        Kind::Numerical(all) => all.iter().map(|range| range.fraction.percent()).collect(),
                        _ => Vec::new(),
                    };
                    let given = row["answers"].as_array().unwrap().iter();
                    let given: Vec<f64> = given.map(|one| one.as_str().unwrap().parse().unwrap()).collect();
                    assert_eq!(fractions, given);
                }
            }
        }
    }
}
