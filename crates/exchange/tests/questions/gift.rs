//! GIFT as people and Moodle write it; every example is ours.

use crate::{choice, only, part, skipped, text};
use domain::questions::{Kind, Near, Pair, Points, Range};
use exchange::questions::{Entry, Format, Question, Reading, Spot, Text, Why, gift};
use exchange::roster::Encoding;

fn read(file: &str) -> Reading {
    gift::read(file.as_bytes(), None).unwrap()
}

fn kind(file: &str) -> Kind<Text> {
    only(read(file)).kind
}

fn number(value: f64, tolerance: f64) -> Near {
    Near::Number { value, tolerance }
}

#[test]
fn a_question_has_a_name_a_format_and_a_text() {
    let question = only(read(
        "// [id:Q-7] [tag:заң] written by hand\n::Бұйрық::[html]<b>Бұйрыққа</b> кім қол қояды\\:?{\n=директор\n~завуч\n}",
    ));
    let choices = ["директор", "завуч"].map(|said| Text::new(said, Format::Html));
    let Kind::Single(read) = &question.kind else { panic!("{question:?}") };
    assert_eq!(read.iter().map(|choice| choice.text.clone()).collect::<Vec<_>>(), choices);
    let expected = Question {
        name: "Бұйрық".into(),
        id: "Q-7".into(),
        tags: vec!["заң".into()],
        text: Text::new("<b>Бұйрыққа</b> кім қол қояды:?", Format::Html),
        kind: question.kind.clone(),
        worth: Points::ONE,
        feedback: Text::default(),
    };
    assert_eq!(question, expected);
}

#[test]
fn signs_tell_the_kinds_apart() {
    assert_eq!(kind("Расскажите.{}"), Kind::Essay);
    assert_eq!(
        kind("Кто?{=директор#верно ~завуч#нет}"),
        Kind::Single(vec![choice("директор", 100.0, "верно"), choice("завуч", 0.0, "нет")])
    );
    assert_eq!(
        kind("Что?{~%50%план ~%50%отчёт ~%-100%дневник}"),
        Kind::Multiple(vec![
            choice("план", 50.0, ""),
            choice("отчёт", 50.0, ""),
            choice("дневник", -100.0, "")
        ])
    );
    assert_eq!(
        kind("Сколько лет?{=три =%50%3}"),
        Kind::Short { answers: vec![choice("три", 100.0, ""), choice("3", 50.0, "")], case: false }
    );
    let pair = |stem: &str, answer: &str| Pair { stem: text(stem), answer: answer.into() };
    assert_eq!(
        kind("Соедините.{=план -> октябрь =отчёт->май = -> июль}"),
        Kind::Matching {
            pairs: vec![pair("план", "октябрь"), pair("отчёт", "май")],
            spare: vec!["июль".into()]
        }
    );
}

#[test]
fn right_or_wrong_tells_the_wrong_one_first() {
    let kind_of = |right, to_true: &str, to_false: &str| Kind::TrueFalse {
        right,
        to_true: text(to_true),
        to_false: text(to_false),
    };
    assert_eq!(kind("Иә ме?{T}"), kind_of(true, "", ""));
    assert_eq!(kind("Иә ме?{TRUE#жоқ#дұрыс}"), kind_of(true, "дұрыс", "жоқ"));
    assert_eq!(kind("Иә ме?{F#жоқ#дұрыс}"), kind_of(false, "жоқ", "дұрыс"));
    assert_eq!(kind("Иә ме?{FALSE##дұрыс}"), kind_of(false, "", "дұрыс"));
    // Moodle takes capital letters only; others are a word to be typed.
    assert!(matches!(kind("Иә ме?{true}"), Kind::Short { .. }));
}

#[test]
fn numbers_are_given_with_a_tolerance_or_from_and_to() {
    let range = |near, percent, feedback| Range { near, fraction: part(percent), feedback: text(feedback) };
    assert_eq!(kind("?{#3}"), Kind::Numerical(vec![range(number(3.0, 0.0), 100.0, "")]));
    assert_eq!(kind("?{#3,5:0,5}"), Kind::Numerical(vec![range(number(3.5, 0.5), 100.0, "")]));
    assert_eq!(kind("?{#-5..3}"), Kind::Numerical(vec![range(number(-1.0, 4.0), 100.0, "")]));
    assert_eq!(
        kind("?{#\n=1822:0#да\n=%50%1822:2\n~#мимо = совсем}"),
        Kind::Numerical(vec![
            range(number(1822.0, 0.0), 100.0, "да"),
            range(number(1822.0, 2.0), 50.0, ""),
            range(Near::Any, 0.0, "мимо = совсем"),
        ])
    );
}

#[test]
fn a_text_that_goes_on_gets_a_gap() {
    assert_eq!(
        only(read("Приказ подписывает {=директор} школы.")).text,
        text("Приказ подписывает _____ школы.")
    );
    assert_eq!(only(read("Приказ подписывает {=директор}")).text, text("Приказ подписывает"));
}

#[test]
fn what_is_said_to_all_stands_last() {
    let question = only(read("Кто?{=директор#да####[html]<i>П. 5</i>}"));
    assert_eq!(question.feedback, Text::new("<i>П. 5</i>", Format::Html));
    assert_eq!(question.kind, Kind::Short { answers: vec![choice("директор", 100.0, "да")], case: false });
}

#[test]
fn categories_and_descriptions_stand_between_questions() {
    let reading = read(
        "$CATEGORY: $course$/a: b\n\nПрочтите.\nДважды.\n\n::1::Кто?{}\r\n\r\n$CATEGORY: c\r\n::2::Кто?{}",
    );
    let entries: Vec<&Entry> = reading.entries.iter().map(|placed| &placed.entry).collect();
    assert_eq!(entries[0], &Entry::Category("$course$/a: b".into()));
    assert_eq!(entries[1], &Entry::Description { name: String::new(), text: text("Прочтите.\nДважды.") });
    let questions: Vec<_> =
        reading.questions().map(|(category, at, one)| (category, at.line, &*one.name)).collect();
    assert_eq!(questions, [("$course$/a: b", 6, "1"), ("c", 9, "2")]);
}

#[test]
fn a_comment_may_stand_anywhere() {
    let file = "// { not a brace\nКто?{\n  // ~ nobody\n  =директор\n  ~завуч\n}\n// [tag:behind]";
    let question = only(read(file));
    assert_eq!(question.kind, Kind::Single(vec![choice("директор", 100.0, ""), choice("завуч", 0.0, "")]));
    assert_eq!(question.tags, ["behind"]);
}

#[test]
fn faults_name_line_and_column_and_cost_nothing_else() {
    let file = "::1::Кто?{=а\n\n::2::Кто?{=а ~б}\n\nКто?{=а {~б}}\n\n::4::Кто?\n{~%33%а\n~б}\n\n\
        ::5::Сколько?{#три}\n\n{=а} и {=б}\n\n::7::Соедините{=а -> б =в}\n\n{~а}\n\n::8\n\nКто} {=а}\n\n?{#1~5#x}";
    let reading = read(file);
    assert_eq!(reading.entries.len(), 1);
    assert_eq!(reading.entries[0].at, Spot { line: 3, column: 1 });
    let nearest = part(33.333_33);
    assert_eq!(
        skipped(&reading),
        [
            (1, 10, Why::Brace),
            (5, 9, Why::Brace),
            (8, 3, Why::UnknownFraction { given: "33".into(), nearest }),
            (11, 16, Why::NotANumber { given: "три".into() }),
            (13, 8, Why::SecondAnswers),
            (15, 25, Why::NoArrow),
            (17, 2, Why::TooFew { least: 2 }),
            (19, 1, Why::OpenName),
            (21, 4, Why::Brace),
            (23, 6, Why::NotANumber { given: "5".into() }),
        ]
    );
    let names: Vec<&str> = reading.skipped.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["1", "", "4", "5", "", "7", "", "", "", ""]);
}

#[test]
fn a_file_of_an_older_windows_is_read_too() {
    let file = "::Приказ::Кто подписывает приказ о закреплении наставника?{=директор ~завуч}";
    let bytes: Vec<u8> = file
        .chars()
        .map(|letter| match letter as u32 {
            ascii @ 0..0x80 => u8::try_from(ascii).unwrap(),
            cyrillic => u8::try_from(cyrillic - 0x410 + 0xc0).unwrap(),
        })
        .collect();
    let reading = gift::read(&bytes, None).unwrap();
    assert_eq!(reading.encoding, Encoding::Windows1251);
    assert_eq!(only(reading), only(read(file)));
}
