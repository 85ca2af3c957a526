//! The outline of the course and a page for each of its sessions, as they are written for this project (CC BY 4.0) in
//! the three languages.

use super::blocks::{Block, read};
use super::{MaterialPath, OwnPath, SessionPath};
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use axum::response::Response;
use i18n::Lang;

/// What a session is taught from.
struct Session {
    /// Its word in the address.
    slug: &'static str,
    kk: &'static str,
    ru: &'static str,
    en: &'static str,
}

impl Session {
    const fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Kk => self.kk,
            Lang::Ru => self.ru,
            Lang::En => self.en,
        }
    }
}

macro_rules! session {
    ($slug:literal) => {
        Session {
            slug: $slug,
            kk: include_str!(concat!("../../../../content/course/sessions/", $slug, "/kk.md")),
            ru: include_str!(concat!("../../../../content/course/sessions/", $slug, "/ru.md")),
            en: include_str!(concat!("../../../../content/course/sessions/", $slug, "/en.md")),
        }
    };
}

/// The sessions in the order of the outline. The exam itself, which is its last, is not taught.
static SESSIONS: [Session; 10] = [
    session!("who-is-a-mentor"),
    session!("no-extra-work"),
    session!("good-practices"),
    session!("how-adults-learn"),
    session!("year-of-adaptation"),
    session!("saying-what-was-seen"),
    session!("heard-and-used"),
    session!("difficult-talk"),
    session!("childs-safety"),
    session!("preparing"),
];

#[derive(askama::Template)]
#[template(path = "courses/material.html")]
struct Material {
    shell: Shell,
    title: String,
    blocks: Vec<Block>,
    /// The way back: where it leads, and the key of its words.
    back: (String, &'static str),
}

const fn outline(lang: Lang) -> &'static str {
    match lang {
        Lang::Kk => include_str!("../../../../content/course/kk.md"),
        Lang::Ru => include_str!("../../../../content/course/ru.md"),
        Lang::En => include_str!("../../../../content/course/en.md"),
    }
}

/// The headings of sessions lead to their pages: by their place, whatever words they have.
fn led(blocks: Vec<Block>) -> Vec<Block> {
    let mut sessions = SESSIONS.iter();
    let lead = |block: Block| match block {
        Block::Small(words) => match sessions.next() {
            Some(session) => Block::Way(words, SessionPath { session: session.slug.into() }.to_string()),
            None => Block::Small(words),
        },
        other => other,
    };
    blocks.into_iter().map(lead).collect()
}

pub(super) async fn show(_: MaterialPath, page: Page) -> Result<Response, PageError> {
    let (title, blocks) = read(outline(page.lang()));
    let back = (OwnPath.to_string(), "courses-back");
    page.show(&Material { shell: page.shell(), title, blocks: led(blocks), back })
}

pub(super) async fn session(path: SessionPath, page: Page) -> Result<Response, PageError> {
    let session = SESSIONS.iter().find(|one| one.slug == path.session).ok_or(PageError::NotFound)?;
    let (title, blocks) = read(session.text(page.lang()));
    let back = (MaterialPath.to_string(), "courses-material");
    page.show(&Material { shell: page.shell(), title, blocks, back })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::courses::Outline;

    const LANGS: [Lang; 3] = [Lang::Kk, Lang::Ru, Lang::En];

    fn is_heading(block: &Block) -> bool {
        matches!(block, Block::Heading(_))
    }

    #[test]
    fn the_outlines_hold_nothing_but_headings_words_and_lists() {
        let shape = |lang| {
            let (title, blocks) = read(outline(lang));
            assert!(!title.is_empty(), "{lang:?}");
            for block in &blocks {
                let simple =
                    matches!(block, Block::Heading(_) | Block::Small(_) | Block::Text(_) | Block::List(_));
                assert!(simple, "{lang:?}: {block:?}");
            }
            blocks.iter().map(std::mem::discriminant).collect::<Vec<_>>()
        };
        assert_eq!(shape(Lang::Kk), shape(Lang::Ru));
        assert_eq!(shape(Lang::Kk), shape(Lang::En));
    }

    #[test]
    fn the_stages_of_the_outline_have_the_hours_that_are_told_of_them() {
        let hours = |line: &str| {
            let (_, after) = line.split_once('—')?;
            after.split_whitespace().next()?.parse::<u32>().ok()
        };
        let ours = Outline::OURS;
        for lang in LANGS {
            let stages = outline(lang).lines().filter(|line| line.starts_with("## "));
            let told: Vec<u32> = stages.filter_map(hours).map(|hours| hours * 60).collect();
            assert_eq!(told, [ours.discussion, ours.training, ours.exam], "{lang:?}");
        }
    }

    #[test]
    fn every_session_of_the_outline_but_the_exam_leads_to_its_page() {
        for lang in LANGS {
            let blocks = led(read(outline(lang)).1);
            let ways = blocks.iter().filter(|block| matches!(block, Block::Way(..))).count();
            let last = blocks.iter().filter(|block| matches!(block, Block::Small(_))).count();
            assert_eq!((ways, last), (SESSIONS.len(), 1), "{lang:?}");
        }
    }

    #[test]
    fn a_session_has_the_same_four_sections_in_each_language_and_none_is_empty() {
        for session in &SESSIONS {
            for lang in LANGS {
                let (title, blocks) = read(session.text(lang));
                assert!(!title.is_empty(), "{} {lang:?}", session.slug);
                let sections = blocks.iter().filter(|block| is_heading(block)).count();
                assert_eq!(sections, 4, "{} {lang:?}", session.slug);
                let is_empty = blocks.windows(2).any(|two| two.iter().all(is_heading));
                assert!(!is_empty && !blocks.last().is_some_and(is_heading), "{} {lang:?}", session.slug);
            }
        }
    }

    #[test]
    fn no_sign_of_a_file_stands_on_a_page_and_a_table_has_a_cell_for_each_column() {
        for session in &SESSIONS {
            for lang in LANGS {
                let text = session.text(lang);
                for block in read(text).1 {
                    if let Block::Text(words) = &block {
                        let first = words.first().map(|run| run.text.as_str()).unwrap_or_default();
                        let is_sign = first.starts_with(['#', '-', '|', '>', '`', '*']);
                        assert!(!is_sign, "{} {lang:?}: {first}", session.slug);
                    }
                }
                for line in text.lines() {
                    assert!(
                        line.matches("**").count().is_multiple_of(2),
                        "{} {lang:?}: {line}",
                        session.slug
                    );
                }
                let bars = |line: &str| line.starts_with('|').then(|| line.matches('|').count());
                for (line, next) in text.lines().zip(text.lines().skip(1)) {
                    if let (Some(bars), Some(same)) = (bars(line), bars(next)) {
                        assert_eq!(bars, same, "{} {lang:?}: {next}", session.slug);
                    }
                }
            }
        }
    }
}
