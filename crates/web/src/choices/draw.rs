//! How those are told apart who stand equal, for everybody of the programme: the sealed line before, the opened one afterwards.

use super::DrawPath;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::proposals::Draw;
use axum::response::Response;
use domain::Day;

#[derive(askama::Template)]
#[template(path = "choices/draw.html")]
struct Show {
    shell: Shell,
    today: Day,
    /// The word of the programme's rule; empty where no programme is in sight.
    mode: &'static str,
    /// The number; empty while it is sealed.
    seed: String,
    /// SHA-256 of the line; empty where the number is made of the programme's id.
    mark: String,
    /// Since when the mark stands.
    since: String,
    /// The line; empty while it is sealed.
    line: String,
}

pub(super) async fn show(_: DrawPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let programme = match page.actor().school.as_ref() {
        Some(school) => store::programmes::in_sight(&mut tx, school, page.today()).await?,
        None => None,
    };
    let mut shown = Show {
        shell: page.shell(),
        today: page.today(),
        mode: "",
        seed: String::new(),
        mark: String::new(),
        since: String::new(),
        line: String::new(),
    };
    if let Some(programme) = programme {
        shown.mode = programme.settings.choice_mode.word();
        let day = |at| i18n::day_short(page.lang(), page.local(at).date());
        match actions::proposals::draw(&mut tx, &programme).await? {
            Draw::Known { seed } => shown.seed = seed.to_string(),
            Draw::Sealed { mark, since } => (shown.mark, shown.since) = (mark, day(since)),
            Draw::Opened { mark, since, line, seed } => {
                (shown.mark, shown.since) = (mark, day(since));
                (shown.line, shown.seed) = (line, seed.to_string());
            }
        }
    }
    page.show(&shown)
}
