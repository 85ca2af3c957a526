//! What draws the groups of the school to this work, of every programme, the latest first; nothing of a group that is too
//! small, and nothing of a moment in which somebody may still answer.

use super::{GroupsPath, moment_text, motive_text};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::motivations::{Group, groups};
use actions::scales::{middle, range};
use actions::surveys::Told;
use axum::response::Response;
use domain::Day;
use domain::motivations::Motive;
use domain::programmes::Programme;

/// One motive in figures.
struct Line {
    text: String,
    middle: String,
    range: String,
}

/// One side at one moment.
struct Part {
    id: String,
    title: String,
    /// `None` where too few have answered.
    lines: Option<Vec<Line>>,
    least: u16,
}

#[derive(askama::Template)]
#[template(path = "motivations/groups.html")]
struct Groups {
    shell: Shell,
    today: Day,
    parts: Vec<Part>,
    back: String,
}

pub(super) async fn show(_: GroupsPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let mut programmes = store::programmes::of_school(&mut tx, page.school_id()?).await?;
    programmes.sort_by_key(|programme| std::cmp::Reverse(programme.first_year));
    let mut parts = Vec::new();
    for programme in &programmes {
        let found = groups(&mut tx, &page.context(), programme).await?.ok_or(PageError::NotFound)?;
        parts.extend(found.iter().map(|group| part(&page, programme, group)));
    }
    page.show(&Groups {
        shell: page.shell(),
        today: page.today(),
        parts,
        back: crate::surveys::ListPath.to_string(),
    })
}

fn part(page: &Page, programme: &Programme, group: &Group) -> Part {
    let lang = page.lang();
    let line = |(motive, told): &(Motive, Told)| {
        let (middle, range) = match told {
            Told::Shown(summary) => (middle(lang, summary), range(summary)),
            Told::Hidden => (String::new(), String::new()),
        };
        Line { text: motive_text(page, *motive), middle, range }
    };
    let title = Said::new("motivations-group")
        .with("side", page.text(&format!("surveys-side-{}", group.side.word())))
        .with("moment", moment_text(page, group.moment))
        .with("year", i18n::school_year(programme.first_year));
    Part {
        id: format!("group-{}-{}-{}", programme.first_year, group.moment.word(), group.side.word()),
        title: title.words(lang),
        lines: group.lines.as_ref().map(|lines| lines.iter().map(line).collect()),
        least: programme.settings.min_cell,
    }
}
