//! Which difficulties newcomers have most, season by season, in groups that are large enough; of nobody by name.

use super::{SchoolPath, topic_text};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::difficulties::{Needs, needs};
use actions::scales::{middle, share_words};
use actions::surveys::{Summary, Told};
use axum::response::Response;
use domain::Day;
use domain::difficulties::Topic;
use std::cmp::Reverse;

/// A topic in figures.
struct Line {
    topic: String,
    middle: String,
    share: String,
    /// What stood there in the season before.
    before: String,
}

/// A season with its topics, the hardest first.
struct Part {
    id: &'static str,
    title: String,
    lines: Vec<Line>,
    /// Topics that too few have marked.
    hidden: usize,
}

#[derive(askama::Template)]
#[template(path = "difficulties/school.html")]
struct School {
    shell: Shell,
    today: Day,
    board: String,
    text: String,
    parts: Vec<Part>,
    least: u16,
}

pub(super) async fn show(_: SchoolPath, page: Page) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let all = needs(&mut tx, &page.context(), &programme).await?.ok_or(PageError::NotFound)?;
    let least = programme.settings.min_cell;
    let mut parts: Vec<Part> = Vec::new();
    let mut earlier: Option<&Needs> = None;
    for one in &all {
        parts.insert(0, part(&page, one, earlier));
        earlier = Some(one);
    }
    let first = parts.first().and_then(|part| part.lines.first());
    let said = match first {
        Some(line) => Said::new("difficulties-school-board").with("topic", &line.topic),
        None => Said::new("difficulties-school-none"),
    };
    page.show(&School {
        shell: page.shell(),
        today: page.today(),
        text: said.explained(page.lang()),
        board: said.words(page.lang()),
        parts,
        least,
    })
}

fn season_text(page: &Page, needs: &Needs) -> String {
    page.text(&format!("difficulties-season-{}", needs.season.word()))
}

fn shown(needs: &Needs) -> Vec<(Topic, Summary)> {
    let summary = |(topic, told): &(Topic, Told)| match told {
        Told::Shown(summary) => Some((*topic, *summary)),
        Told::Hidden => None,
    };
    needs.topics.iter().filter_map(summary).collect()
}

fn part(page: &Page, needs: &Needs, earlier: Option<&Needs>) -> Part {
    let mut found = shown(needs);
    // The order of the form stays among equals.
    found.sort_by_key(|(_, summary)| Reverse(summary.twice_median));
    let before = |topic: Topic| {
        let earlier = earlier?;
        let (_, summary) = shown(earlier).into_iter().find(|(of, _)| *of == topic)?;
        let said = Said::new("difficulties-school-was").with("season", season_text(page, earlier));
        Some(said.with("was", middle(page.lang(), &summary)).words(page.lang()))
    };
    let line = |(topic, summary): &(Topic, Summary)| Line {
        topic: topic_text(page, *topic),
        middle: middle(page.lang(), summary),
        share: share_words(page.lang(), summary.share),
        before: before(*topic).unwrap_or_default(),
    };
    Part {
        id: needs.season.word(),
        title: i18n::capital(&season_text(page, needs)),
        lines: found.iter().map(line).collect(),
        hidden: needs.topics.len() - found.len(),
    }
}
