//! One import: what it would do, what is to be decided, what it has done.

mod done;
mod guess;
mod lines;

use super::list::{file_name, who_and_when};
use super::{ProblemsPath, ShowPath, words};
use crate::forms::{Fields, encode};
use crate::layout::Shell;
use crate::layout::parts::{Choice, Filter, Pager};
use crate::{Page, PageError, filters};
use actions::rosters::{Assessed, Assessment, Doubt, Shown, show as load};
use axum::http::StatusCode;
use axum::response::Response;
use domain::ImportId;
use domain::rosters::{Counts, Kind, State, brakes};
use done::Done;
use guess::Reading;
use lines::{Ask, Question, Row, View};

#[derive(askama::Template)]
#[template(path = "rosters/show.html")]
struct Show {
    shell: Shell,
    /// Not `id`: inside a section that word is the section's own.
    roster: ImportId,
    /// File and who brought it.
    date: String,
    title: String,
    draft: bool,
    /// Why a step was refused.
    error: String,
    /// Why the file is not read, or which columns are missing.
    trouble: Vec<String>,
    preview: Option<Preview>,
    reading: Option<Reading>,
    done: Option<Done>,
}

/// What a readable file would do.
struct Preview {
    counts: Counts,
    /// What an application does, in a sentence.
    summary: String,
    tally: Vec<Filter>,
    /// Which lines are shown, by its word.
    view: &'static str,
    /// Part of a name, of a heading or of a value; blank finds everything.
    search: String,
    questions: Vec<Question>,
    asks: Vec<Ask>,
    full_list: bool,
    file_wins: Vec<Choice>,
    first_times: usize,
    rows: Vec<Row>,
    pager: Option<Pager>,
    /// So many leave that the number is typed.
    brake: bool,
    token: String,
    problems: Option<String>,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, StatusCode::OK, String::new()).await
}

/// The page, with the reason of a refusal where there is one.
pub(super) async fn draw(
    page: &Page,
    id: &ImportId,
    status: StatusCode,
    error: String,
) -> Result<Response, PageError> {
    let lang = page.lang();
    let shown = load(&page.context(), id).await?;
    let mut tx = page.read().await?;
    let who = who_and_when(page, &mut tx, &shown.import).await?;
    let draft = shown.import.state == State::Draft;
    let done = if draft { None } else { Some(Done::load(page, &mut tx, &shown).await?) };
    let name = file_name(lang, &shown.import);
    let name = i18n::t(lang, "rosters-of", &[("name", name.into())]);
    let mut whole = Show {
        shell: page.shell(),
        roster: id.clone(),
        date: format!("{name} · {who}"),
        title: title(page, &shown),
        draft,
        error,
        trouble: trouble(page, &shown),
        preview: None,
        reading: None,
        done,
    };
    if draft {
        whole.reading = guess::of(lang, &shown);
        if let Some(Assessed::Ready(assessment)) = &shown.assessed {
            whole.preview = Some(preview(page, &shown, assessment));
        }
    }
    page.show_with(status, &whole)
}

fn title(page: &Page, shown: &Shown) -> String {
    let key = match (shown.import.state, &shown.assessed) {
        (State::Applied, _) => "rosters-applied-title",
        (State::Undone, _) => "rosters-undone-title",
        (State::Discarded, _) => "rosters-discarded-title",
        (State::Draft, Some(Assessed::Ready(ready))) => match ready.counts {
            Counts { decision: 1.., .. } => {
                let count = [("count", ready.counts.decision.into())];
                return i18n::t(page.lang(), "rosters-draft-decide", &count);
            }
            counts if counts.writes() > 0 => "rosters-draft-ready",
            _ => "rosters-draft-same",
        },
        (State::Draft, Some(Assessed::Unready(guess))) => match guess.doubts.first() {
            Some(Doubt::MayBeKz1048 { .. }) => "rosters-draft-doubt",
            Some(Doubt::SeveralSchools { .. }) => "rosters-draft-school",
            None => "rosters-draft-unready",
        },
        (State::Draft, _) => "rosters-draft-refused",
    };
    page.text(key)
}

fn trouble(page: &Page, shown: &Shown) -> Vec<String> {
    let lang = page.lang();
    match &shown.assessed {
        Some(Assessed::Refused(refused)) => {
            let mut trouble = vec![words::refused(lang, refused)];
            trouble.extend(words::lost(lang, refused));
            trouble
        }
        Some(Assessed::Unready(guess)) => words::unready(lang, guess),
        Some(Assessed::Ready(_)) | None => Vec::new(),
    }
}

fn preview(page: &Page, shown: &Shown, assessment: &Assessment) -> Preview {
    let lang = page.lang();
    let counts = assessment.counts;
    let query = page.visit.path.split_once('?').map_or("", |(_, query)| query);
    let query = Fields::read(lang, query);
    let view = View::from_word(query.value("show"));
    let here = ShowPath { id: shown.import.id.clone() }.to_string();
    let search = query.value("q").trim().to_owned();
    let mut rows = lines::rows(lang, assessment, view);
    rows.retain(|row| row.is_found_by(&search));
    let pager = paged(&mut rows, query.value("from"), &here, &Sought { view, search: &search });
    let choices = &shown.import.choices;
    let problems = ProblemsPath { id: shown.import.id.clone() }.to_string();
    Preview {
        counts,
        summary: summary(lang, &counts),
        tally: lines::tally(lang, assessment, view, &here),
        view: view.word(),
        search,
        questions: lines::questions(lang, assessment),
        asks: lines::asks(lang, assessment),
        full_list: choices.full_list,
        file_wins: lines::file_wins(lang, assessment, choices),
        first_times: assessment.lines.iter().filter(|line| line.first_time).count(),
        rows,
        pager,
        brake: shown.import.kind != Kind::Timetable
            && counts.leaving > 0
            && brakes(counts.leaving, assessment.standing),
        token: assessment.token.clone(),
        problems: (!assessment.messages.is_empty()).then_some(problems),
    }
}

fn summary(lang: i18n::Lang, counts: &Counts) -> String {
    let args = [
        ("create", counts.create.into()),
        ("update", counts.update.into()),
        ("leaving", counts.leaving.into()),
        ("error", counts.error.into()),
    ];
    i18n::t(lang, "rosters-apply-text", &args)
}

/// Rows of one page: a long list stays light on a phone.
const ROWS: usize = 100;

/// What is looked at, so that the next page shows the same.
struct Sought<'a> {
    view: View,
    search: &'a str,
}

fn paged(rows: &mut Vec<Row>, from: &str, here: &str, sought: &Sought<'_>) -> Option<Pager> {
    let of = rows.len();
    if of <= ROWS {
        return None;
    }
    let from: usize = from.parse().unwrap_or(0);
    let from = (from / ROWS * ROWS).min((of - 1) / ROWS * ROWS);
    let to = (from + ROWS).min(of);
    *rows = rows.drain(from..to).collect();
    let search = encode(sought.search);
    let href = |from: usize| format!("{here}?show={}&q={search}&from={from}#lines", sought.view.word());
    Some(Pager {
        previous: (from > 0).then(|| href(from - ROWS)),
        next: (to < of).then(|| href(to)),
        from: from + 1,
        to,
        of,
    })
}
