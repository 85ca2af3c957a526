//! Stepping back: what it ends is said first, the reason is never asked (essay:E9).

use super::hall::{Hall, not_begun};
use super::{LeavePath, ListPath, refusal};
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::http::StatusCode;
use axum::response::Response;
use domain::mentors::{Mentor, Refused, State};
use domain::pairs::State as PairState;
use i18n::Arg;
use store::Tx;

#[derive(askama::Template)]
#[template(path = "mentors/leave.html")]
struct Leave {
    shell: Shell,
    date: String,
    /// What stepping back ends, a sentence each.
    ends: Vec<String>,
    /// Why it is not open now; empty where it is.
    refused: String,
}

pub(super) async fn ask(_: LeavePath, page: Page) -> Result<Response, PageError> {
    draw(&page, None).await
}

pub(super) async fn leave(_: LeavePath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let hall = Hall::load(&page, &mut tx).await?.ok_or(PageError::NotFound)?;
    drop(tx);
    let mine = hall.mentor_of(&page.actor().person).ok_or(PageError::NotFound)?;
    match actions::mentors::step_back(&page.context(), &mine.id).await {
        Ok(()) => Ok(page.done(&ListPath, "mentors-done-stepped-back", &[])),
        Err(Failed::Refused(why)) => draw(&page, Some(why)).await,
        Err(other) => Err(other.into()),
    }
}

async fn draw(page: &Page, refused: Option<Refused>) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let Some(hall) = Hall::load(page, &mut tx).await? else { return not_begun(page) };
    let mine = hall.mentor_of(&page.actor().person).ok_or(PageError::NotFound)?;
    let running = actions::mentors::running_pairs(&mut tx, mine).await?;
    let tried = mine.clone().step_back(&hall.programme, running, page.context().now, page.today());
    let why = match refused.or(tried.err()) {
        Some(Refused::RunningPair) => running_pair(page, &mut tx, &hall, mine).await?,
        Some(why) => refusal(page, why),
        None => String::new(),
    };
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let leave = Leave {
        shell: page.shell(),
        date: i18n::day_with_weekday(page.lang(), page.today()),
        ends: ends(page, &mut tx, mine).await?,
        refused: why,
    };
    page.show_with(status, &leave)
}

/// Who is with the mentor: somebody else is named for them first.
async fn running_pair(page: &Page, tx: &mut Tx, hall: &Hall, mine: &Mentor) -> Result<String, PageError> {
    let mut names = Vec::new();
    for pair in store::pairs::of_mentor(tx, &mine.school, &mine.id).await? {
        let newcomer = hall.newcomers.iter().find(|newcomer| newcomer.id == pair.newcomer);
        if let (Some(newcomer), false) = (newcomer, matches!(pair.state, PairState::Ended { .. })) {
            names.push(hall.person(&newcomer.person)?.name.polite());
        }
    }
    Ok(i18n::t(page.lang(), "mentors-leave-pair", &[("name", names.join(", ").into())]))
}

async fn ends(page: &Page, tx: &mut Tx, mine: &Mentor) -> Result<Vec<String>, PageError> {
    let requests = store::requests::of_mentor(tx, &mine.school, &mine.id).await?;
    let open = requests.iter().filter(|request| request.state.is_open()).count();
    let say = |key: &str, count: usize| i18n::t(page.lang(), key, &[("count", Arg::from(count))]);
    let mut ends = Vec::new();
    match mine.state {
        State::Approved => {
            ends.push(page.text("mentors-leave-card"));
            ends.push(say("mentors-leave-requests", open));
        }
        State::Nominated | State::Applied | State::Rejected | State::SteppedBack => {
            ends.push(page.text("mentors-leave-application"));
        }
    }
    ends.push(page.text("mentors-leave-again"));
    Ok(ends)
}
