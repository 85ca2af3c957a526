//! The outline of the course, as it is written for this project (CC BY 4.0) in the three languages.

use super::{MaterialPath, OwnPath};
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use axum::response::Response;
use i18n::Lang;

/// A piece of the outline. Its files hold headings, paragraphs and lists and nothing else, and the page escapes every word,
/// so that no library is needed to read them.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Block {
    /// A heading of the second level.
    Heading(String),
    /// One below it.
    Small(String),
    /// Words.
    Text(String),
    /// A list.
    List(Vec<String>),
}

#[derive(askama::Template)]
#[template(path = "courses/material.html")]
struct Material {
    shell: Shell,
    title: String,
    blocks: Vec<Block>,
    back: String,
}

const fn outline(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => include_str!("../../../../content/course/kk.md"),
        Lang::Ru => include_str!("../../../../content/course/ru.md"),
        Lang::En => include_str!("../../../../content/course/en.md"),
    }
}

/// The title and the pieces of an outline, in their order.
fn read(text: &str) -> (String, Vec<Block>) {
    let (mut title, mut blocks) = (String::new(), Vec::new());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words = |prefix: &str| line.strip_prefix(prefix).map(|rest| rest.trim().to_owned());
        if let Some(item) = words("- ") {
            match blocks.last_mut() {
                Some(Block::List(items)) => items.push(item),
                _ => blocks.push(Block::List(vec![item])),
            }
        } else if let Some(words) = words("### ") {
            blocks.push(Block::Small(words));
        } else if let Some(words) = words("## ") {
            blocks.push(Block::Heading(words));
        } else if let Some(words) = words("# ") {
            title = words;
        } else {
            blocks.push(Block::Text(line.to_owned()));
        }
    }
    (title, blocks)
}

pub(super) async fn show(_: MaterialPath, page: Page) -> Result<Response, PageError> {
    let (title, blocks) = read(outline(page.lang()));
    page.show(&Material { shell: page.shell(), title, blocks, back: OwnPath.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outlines_hold_nothing_but_headings_words_and_lists() {
        let shape = |lang| {
            let (title, blocks) = read(outline(lang));
            assert!(!title.is_empty(), "{lang:?}");
            let kinds: Vec<_> = blocks.iter().map(std::mem::discriminant).collect();
            for words in blocks.iter().flat_map(|block| match block {
                Block::List(items) => items.clone(),
                Block::Heading(words) | Block::Small(words) | Block::Text(words) => vec![words.clone()],
            }) {
                assert!(!words.starts_with(['#', '-', '|', '>', '`']) && !words.contains("**"), "{words}");
            }
            kinds
        };
        assert_eq!(shape(Lang::Kk), shape(Lang::Ru));
        assert_eq!(shape(Lang::Kk), shape(Lang::En));
    }

    #[test]
    fn lines_of_a_list_stay_together() {
        let (title, blocks) = read("# А\n\nслова\n\n## Б\n\n- один\n- два\n\n### В\n");
        let list = Block::List(vec!["один".into(), "два".into()]);
        let expected =
            [Block::Text("слова".into()), Block::Heading("Б".into()), list, Block::Small("В".into())];
        assert_eq!((title.as_str(), blocks.as_slice()), ("А", expected.as_slice()));
    }
}
