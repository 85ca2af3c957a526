//! A newcomer marks a card for themselves. Nobody else ever sees it (docs/decisions/0007-marks-and-suggestions.md).

use super::{ListPath, MarkPath, ShowPath};
use crate::forms::Fields;
use crate::{Page, PageError};
use axum::extract::RawQuery;
use axum::response::Response;
use domain::MentorId;
use domain::favourites::Mark;

/// What the buttons send.
fn read(word: &str) -> Result<Option<Mark>, PageError> {
    match word {
        "none" => Ok(None),
        // Only the buttons of our own pages send this form.
        word => Mark::from_word(word).map(Some).ok_or(PageError::Unreadable),
    }
}

pub(super) async fn mark(
    path: MarkPath,
    RawQuery(query): RawQuery,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    let mark = read(fields.value("mark"))?;
    actions::favourites::mark(&page.context(), &path.id, mark).await?;
    let from_card = Fields::read(page.lang(), &query.unwrap_or_default()).value("from") == "card";
    let key = match mark {
        Some(Mark::Favourite) => "mentors-done-favourite",
        Some(Mark::Hidden) => "mentors-done-hidden",
        None => "mentors-done-unmarked",
    };
    Ok(page.done(&back(path.id, from_card, mark), key, &[]))
}

/// Back to the card, or to where the card now stands in the list.
fn back(id: MentorId, from_card: bool, mark: Option<Mark>) -> String {
    match mark {
        _ if from_card => ShowPath { id }.to_string(),
        Some(Mark::Hidden) => format!("{ListPath}#mentors"),
        Some(Mark::Favourite) | None => format!("{ListPath}#m-{id}"),
    }
}
