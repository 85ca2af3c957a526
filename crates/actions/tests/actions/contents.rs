//! Texts that come with the program, read against each other.

use domain::exams::SITUATIONS;
use std::path::{Path, PathBuf};

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

/// Everything that stands under a folder, with where it stands.
fn texts(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts(&path, found);
        } else {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
}

/// The same without quotation marks: one text quotes a title with other marks than the next.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| !"«»“”„‟\"‘’".contains(*letter)).collect()
}

fn title(folder: &str, lang: &str, name: &str) -> String {
    let text = std::fs::read_to_string(content().join(folder).join(lang).join(format!("{name}.md"))).unwrap();
    plain(text.lines().next().unwrap().trim_start_matches('#').trim())
}

#[test]
fn what_is_drawn_in_the_exam_is_not_named_in_the_material_of_the_course() {
    let mut material = Vec::new();
    texts(&content().join("course"), &mut material);
    assert!(material.len() >= 3, "one outline in each language");
    for lang in ["kk", "ru", "en"] {
        for situation in SITUATIONS {
            let title = title("situations", lang, situation);
            assert!(!title.is_empty(), "{lang} {situation}");
            for (path, text) in &material {
                assert!(!plain(text).contains(&title), "«{title}» stands in {}", path.display());
            }
        }
    }
}

#[test]
fn situations_that_the_outline_names_are_those_of_meetings() {
    for lang in ["kk", "ru", "en"] {
        let outline = std::fs::read_to_string(content().join("course").join(format!("{lang}.md"))).unwrap();
        for scene in ["class-chat", "late-to-meetings", "mentor-is-busy"] {
            assert!(!SITUATIONS.contains(&scene), "{scene}");
            let title = title("scenes", lang, scene);
            assert!(plain(&outline).contains(&title), "{lang}: «{title}»");
        }
    }
}

/// Months as they stand in dates: Kazakh, Russian, English.
const MONTHS: [&str; 36] = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Places where an act is named by its number and no date stands near it.
fn undated(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for mark in ["№ ", "No. "] {
        for (at, _) in text.match_indices(mark) {
            let (before, number) = text.split_at(at);
            let is_number = number.chars().nth(mark.chars().count()).is_some_and(|one| one.is_ascii_digit());
            let start = before.char_indices().rev().nth(60).map_or(0, |(at, _)| at);
            let around: String = before[start..].chars().chain(number.chars().take(50)).collect();
            if is_number && !MONTHS.iter().any(|month| around.contains(month)) {
                found.push(around);
            }
        }
    }
    found
}

#[test]
fn an_act_stands_with_its_date() {
    assert_eq!(undated("(Order No. 506)").len(), 1);
    assert!(undated("(Order No. 506 of 21 December 2022)").is_empty());
    let mut all = Vec::new();
    texts(&content(), &mut all);
    assert!(all.iter().any(|(_, text)| text.contains("№ 506")), "the texts are read");
    for (path, text) in &all {
        assert_eq!(undated(text), [""; 0], "{}", path.display());
    }
}
