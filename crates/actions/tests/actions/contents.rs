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
