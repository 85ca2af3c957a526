//! Moodle XML as Moodle writes it; every example is ours.

use crate::{choice, only, part, skipped, text};
use domain::questions::{Choice, Kind, Near, Pair, Points, Range};
use exchange::questions::{Entry, Format, Left, Reading, Refused, Spot, Text, Why, moodle};

fn read(questions: &str) -> Reading {
    let file = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n{questions}\n</quiz>\n");
    moodle::read(file.as_bytes(), None).unwrap()
}

const SINGLE: &str = r#"<question type="multichoice">
  <name><text>Приказ</text></name>
  <questiontext format="html"><text><![CDATA[<p>Кто подписывает?</p>]]></text></questiontext>
  <generalfeedback format="markdown"><text>П. 5 &amp; 6</text></generalfeedback>
  <defaultgrade>1.5000000</defaultgrade>
  <idnumber>Q-7</idnumber>
  <single>true</single>
  <answer fraction="100" format="plain_text"><text>директор</text><feedback format="html"><text>да</text></feedback></answer>
  <answer fraction="-33.33333"><text>завуч</text></answer>
  <tags><tag><text>заң</text></tag><tag><text></text></tag></tags>
</question>"#;

#[test]
fn a_question_has_all_that_moodle_gives_it() {
    let question = only(read(SINGLE));
    assert_eq!((&*question.name, &*question.id), ("Приказ", "Q-7"));
    assert_eq!(question.tags, ["заң"]);
    assert_eq!(question.text, Text::new("<p>Кто подписывает?</p>", Format::Html));
    assert_eq!(question.feedback, Text::new("П. 5 & 6", Format::Markdown));
    assert_eq!(question.worth, Points::from_parts(15_000_000));
    let right = Choice {
        text: Text::new("директор", Format::Plain),
        fraction: part(100.0),
        feedback: Text::new("да", Format::Html),
    };
    let wrong = Choice {
        text: Text::new("завуч", Format::Html),
        fraction: part(-33.333_33),
        feedback: Text::default(),
    };
    assert_eq!(question.kind, Kind::Single(vec![right, wrong]));
}

#[test]
fn every_kind_of_the_bank_is_read() {
    let of =
        |kind: &str, rest: &str| only(read(&format!("<question type=\"{kind}\">{rest}</question>"))).kind;
    assert_eq!(of("essay", ""), Kind::Essay);
    assert_eq!(
        of("multichoice", "<single>0</single><answer fraction=\"50\"><text>а</text></answer>"),
        Kind::Multiple(vec![choice("а", 50.0, "")])
    );
    assert_eq!(
        of("shortanswer", "<usecase>1</usecase><answer fraction=\"100\"><text>Абай*</text></answer>"),
        Kind::Short { answers: vec![choice("Абай*", 100.0, "")], case: true }
    );
    let truth = "<answer fraction=\"100\"><text>false</text><feedback><text>дұрыс</text></feedback></answer>\
        <answer fraction=\"0\"><text>true</text></answer>";
    assert_eq!(
        of("truefalse", truth),
        Kind::TrueFalse { right: false, to_true: Text::default(), to_false: text("дұрыс") }
    );
    let numbers = "<answer fraction=\"100\"><text>3.5</text><tolerance>0.5</tolerance></answer>\
        <answer fraction=\"0\"><text>*</text></answer>";
    let range = |near, percent| Range { near, fraction: part(percent), feedback: Text::default() };
    assert_eq!(
        of("numerical", numbers),
        Kind::Numerical(vec![
            range(Near::Number { value: 3.5, tolerance: 0.5 }, 100.0),
            range(Near::Any, 0.0)
        ])
    );
    let rows = "<subquestion format=\"html\"><text>план</text><answer><text>октябрь</text></answer></subquestion>\
        <subquestion><text></text><answer><text>июль</text></answer></subquestion>";
    let pair = Pair { stem: Text::new("план", Format::Html), answer: "октябрь".into() };
    assert_eq!(of("matching", rows), Kind::Matching { pairs: vec![pair], spare: vec!["июль".into()] });
}

#[test]
fn categories_come_with_their_questions() {
    let category =
        |path| format!("<question type=\"category\"><category><text>{path}</text></category></question>");
    let essay = |name| format!("<question type=\"essay\"><name><text>{name}</text></name></question>");
    let reading = read(&[category("a/b"), essay("1"), category("a"), essay("2")].concat());
    let questions: Vec<_> = reading.questions().map(|(category, _, one)| (category, &*one.name)).collect();
    assert_eq!(questions, [("a/b", "1"), ("a", "2")]);
    let description =
        "<question type=\"description\"><questiontext><text>Прочтите.</text></questiontext></question>";
    let entries = read(description).entries;
    assert_eq!(entries[0].entry, Entry::Description { name: String::new(), text: text("Прочтите.") });
}

#[test]
fn what_the_bank_has_no_place_for_is_counted() {
    let question = "<question type=\"essay\"><penalty>0.3</penalty><hidden></hidden>\
        <questiontext format=\"wiki\"><text>?</text></questiontext></question>";
    let reading = read(&format!("text<p>{question}</p><p/>\n{question}\n{question}"));
    let count = |what| reading.left.get(what).map(|left: &Left| (left.count, left.first));
    assert_eq!(reading.left.keys().collect::<Vec<_>>(), ["#text", "format=wiki", "p", "penalty"]);
    assert_eq!(count("penalty"), Some((2, Spot { line: 4, column: 24 })));
    assert_eq!(count("#text").map(|(count, _)| count), Some(1));
    assert_eq!(reading.entries.len(), 2);
}

#[test]
fn a_question_that_shows_a_picture_is_named() {
    let picture = "<file name=\"../../etc/passwd\" encoding=\"base64\">AAAA</file>";
    let reading = read(&format!(
        "<question type=\"essay\"><name><text>Схема</text></name><questiontext format=\"html\">\
         <text>&lt;img src=\"@@PLUGINFILE@@/a.png\"&gt;</text>{picture}</questiontext></question>"
    ));
    let [without] = reading.without_files.as_slice() else { panic!("{reading:?}") };
    assert_eq!((&*without.name, &*without.file, without.at.line), ("Схема", "../../etc/passwd", 3));
    assert_eq!((reading.entries.len(), reading.left.len()), (1, 0));
}

#[test]
fn other_kinds_and_faults_are_named_and_cost_nothing_else() {
    let with = |name: &str, rest: &str| {
        format!("<question type=\"{rest}<name><text>{name}</text></name></question>\n")
    };
    let reading = read(
        &[
            with("1", "calculatedmulti\">"),
            with("2", "multichoice\"><answer fraction=\"33\"><text>а</text></answer>"),
            with("3", "numerical\"><answer fraction=\"100\"><text>три</text></answer>"),
            with("4", "essay\"><questiontext><text><p>?</p></text></questiontext>"),
            with("5", "truefalse\"><answer fraction=\"100\"><text>true</text></answer>"),
            with("6", "matching\"><subquestion><text>а</text></subquestion>"),
            with("7", "numerical\"><answer><text>1</text><tolerance>-1</tolerance></answer>"),
            with("8", "essay\">"),
            with("9", "essay\"><defaultgrade>x</defaultgrade>"),
        ]
        .concat(),
    );
    let nearest = part(33.333_33);
    let missing = |part: &str| Why::Missing { part: part.into() };
    assert_eq!(
        skipped(&reading),
        [
            (3, 1, Why::UnknownKind { kind: "calculatedmulti".into() }),
            (4, 30, Why::UnknownFraction { given: "33".into(), nearest }),
            (5, 28, Why::NotANumber { given: "три".into() }),
            (6, 44, Why::TagInText { tag: "p".into() }),
            (7, 1, missing("answer")),
            (8, 27, missing("answer")),
            (9, 50, Why::NotANumber { given: "-1".into() }),
            (11, 24, Why::NotANumber { given: "x".into() }),
        ]
    );
    let names: Vec<&str> = reading.skipped.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["1", "2", "3", "4", "5", "6", "7", "9"]);
    assert_eq!(reading.entries.len(), 1);
}

#[test]
fn what_is_no_quiz_is_refused_with_its_place() {
    let refused = |file: &str| moodle::read(file.as_bytes(), None).unwrap_err();
    assert_eq!(refused(" \n"), Refused::Empty);
    assert_eq!(refused("<html></html>"), Refused::NotAQuiz { root: "html".into() });
    let at = |file| match refused(file) {
        Refused::NotXml { at, .. } => (at.line, at.column),
        other => panic!("{other:?}"),
    };
    assert_eq!(at("<quiz>\n<question type=\"essay\">\n</quiz>"), (3, 1));
    assert_eq!(at("<quiz>\n  <question type=\"essay\">"), (2, 26));
    assert_eq!(at("<quiz>\n<question>&nbsp;</question></quiz>"), (2, 11));
    assert_eq!(at("<quiz/>\n<quiz/>"), (2, 1));
    assert_eq!(at("Кто?{}"), (1, 1));
}
