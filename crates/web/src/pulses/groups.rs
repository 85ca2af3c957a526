//! How it went with the groups of the school in the half-years that are over, of every programme, the latest first;
//! nothing of a group that is too small, and nothing of a half-year in which somebody may still answer.

use super::GroupsPath;
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::pulses::{Group, Line as Counted, groups, words};
use actions::scales::{middle, range, share_words};
use actions::surveys::Told;
use axum::response::Response;
use domain::Day;
use domain::programmes::Programme;
use domain::pulses::Wordings;

/// One question in figures.
struct Line {
    text: String,
    middle: String,
    range: String,
    share: String,
}

/// One side in one half-year.
struct Part {
    id: String,
    title: String,
    /// Nothing where too few have answered.
    lines: Vec<Line>,
    skipped: String,
    least: u16,
}

#[derive(askama::Template)]
#[template(path = "pulses/groups.html")]
struct Groups {
    shell: Shell,
    today: Day,
    shown: Vec<Part>,
}

pub(super) async fn show(_: GroupsPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let mut programmes = store::programmes::of_school(&mut tx, page.school_id()?).await?;
    programmes.sort_by_key(|programme| std::cmp::Reverse(programme.first_year));
    let mut parts = Vec::new();
    for programme in &programmes {
        let found = groups(&mut tx, &page.context(), programme).await?.ok_or(PageError::NotFound)?;
        let wordings = store::pulses::wordings(&mut tx, programme).await?;
        parts.extend(found.iter().map(|group| part(&page, programme, group, &wordings)));
    }
    page.show(&Groups { shell: page.shell(), today: page.today(), shown: parts })
}

fn line(page: &Page, counted: &Counted, wordings: &Wordings, least: u16) -> Line {
    let lang = page.lang();
    let text = words(lang, wordings, counted.question, counted.version);
    match &counted.told {
        Told::Shown(summary) => Line {
            text,
            middle: middle(lang, summary),
            range: range(summary),
            share: share_words(lang, summary.share),
        },
        Told::Hidden => Line {
            text,
            middle: Said::new("scales-few").with("least", least).words(lang),
            range: String::new(),
            share: String::new(),
        },
    }
}

fn part(page: &Page, programme: &Programme, group: &Group, wordings: &Wordings) -> Part {
    let lang = page.lang();
    let least = programme.settings.min_cell;
    let title = Said::new("pulses-group")
        .with("side", page.text(&format!("surveys-side-{}", group.side.word())))
        .with("half", page.text(&format!("pulses-half-{}", group.half.word())))
        .with("year", i18n::school_year(programme.first_year));
    let lines = group.lines.iter().flatten();
    Part {
        id: format!("group-{}-{}-{}", programme.first_year, group.half.word(), group.side.word()),
        title: title.words(lang),
        lines: lines.map(|counted| line(page, counted, wordings, least)).collect(),
        skipped: share_words(lang, group.skipped),
        least,
    }
}
