//! A mentor is appointed after a talk: the way to a pair for whoever came when the lists were sealed, and for whoever
//! stayed without one (feat:C19, C21).

use super::{AppointPath, ShowPath, appoint_refusal, show};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::{Page, PageError};
use actions::Failed;
use actions::newcomers::Overview;
use actions::pairs::{appoint as appoint_mentor, appointable};
use axum::response::Response;
use domain::MentorId;
use domain::pairs::LEAST_REASON;
use domain::programmes::Programme;
use store::Tx;

/// Longest reason, in characters; the page counts up to it.
pub(crate) const MOST_REASON: usize = 500;

/// The form of an appointment.
pub(super) struct Appointing {
    pub(super) action: String,
    /// Mentors with a free place.
    pub(super) choices: Vec<Choice>,
    /// Fewest characters of the reason.
    pub(super) least: usize,
}

/// Whom the coordinator may appoint; nothing before the choice is over and where there is a pair.
pub(super) async fn offer(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    one: &Overview,
    fields: &Fields,
) -> Result<Option<Appointing>, PageError> {
    if one.unpaired.is_none() {
        return Ok(None);
    }
    let choices = free_mentors(page, tx, programme, fields.value("mentor")).await?;
    let action = AppointPath { id: one.newcomer.id.clone() }.to_string();
    Ok(Some(Appointing { action, choices, least: LEAST_REASON }))
}

/// Mentors with a free place, by name; the chosen one is marked.
pub(crate) async fn free_mentors(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    chosen: &str,
) -> Result<Vec<Choice>, PageError> {
    let mut choices = Vec::new();
    for free in appointable(tx, programme, page.today()).await? {
        let facts = [Some(free.person.name.full()), free.person.subject.clone()];
        let name = facts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let args = [("name", name.into()), ("count", free.places.into())];
        let label = i18n::t(page.lang(), "proposals-mentor-choice", &args);
        choices.push(Choice::new(free.mentor.id.as_str(), label).chosen_if(chosen));
    }
    i18n::sort_by_name(page.lang(), &mut choices, |choice| &choice.label);
    Ok(choices)
}

pub(super) async fn appoint(
    path: AppointPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let typed = |word: &str| (!word.is_empty()).then(|| MentorId::from(word));
    let mentor = fields.choice("mentor", typed);
    let reason = fields.text("reason", MOST_REASON);
    let (Some(mentor), true) = (mentor, fields.is_right()) else {
        return show::draw(&page, &path.id, fields).await;
    };
    match appoint_mentor(&page.context(), &path.id, &mentor, &reason).await {
        Ok(_) => Ok(page.done(&ShowPath { id: path.id }, "newcomers-done-appointed", &[])),
        Err(Failed::Refused(why)) => {
            let (field, key) = appoint_refusal(why);
            fields.refuse(field, key, &[("least", LEAST_REASON.into())]);
            show::draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}
