//! The coordinator's table: everybody in the course with what is missing, who asks for a place, whom to enrol.

use super::{CandidatesPath, DeclinePath, EnrolPath, OwnPath, RevokePath, gap, join_refusal};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::courses::{Opened, board, open_to};
use axum::response::Response;
use domain::Day;
use domain::certificates::{Validity, granted};
use domain::courses::State;
use domain::permissions::{Action, may};

/// Somebody in the course.
struct Row {
    name: String,
    stage: String,
    /// What is missing; that nothing is, or a dash where no gate is ahead. For a right that was taken away, why.
    missing: String,
    /// Where the reader takes the right away.
    revoke: Option<String>,
}

/// Somebody who waits for the coordinator's word.
struct Waiting {
    id: String,
    name: String,
    decline: String,
}

#[derive(askama::Template)]
#[template(path = "courses/candidates.html")]
struct Candidates {
    shell: Shell,
    today: Day,
    title: String,
    waiting: Vec<Waiting>,
    rows: Vec<Row>,
    people: Vec<Choice>,
    enrol: String,
    back: String,
}

pub(super) async fn show(_: CandidatesPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let found = board(&mut tx, &page.context()).await?.ok_or(PageError::NotFound)?;
    let mut rows: Vec<Row> = found.candidates.iter().map(|(one, name)| row(&page, one, name)).collect();
    i18n::sort_by_name(page.lang(), &mut rows, |row| &row.name);
    let open = open_to(&mut tx, &page.context()).await?;
    let choice = |person: domain::people::Person| Choice::new(person.id.as_str(), person.name.full());
    let mut people: Vec<Choice> = open.into_iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut people, |one| &one.label);
    let waiting = found.waiting.into_iter().map(|(id, name)| Waiting {
        id: id.to_string(),
        name,
        decline: DeclinePath { person: id }.to_string(),
    });
    let runs = found.candidates.iter().filter(|(one, _)| one.course.runs()).count();
    page.show(&Candidates {
        shell: page.shell(),
        today: page.today(),
        title: Said::new("courses-candidates-board").with("count", runs).words(page.lang()),
        waiting: waiting.collect(),
        rows,
        people,
        enrol: EnrolPath.to_string(),
        back: OwnPath.to_string(),
    })
}

fn row(page: &Page, opened: &Opened, name: &str) -> Row {
    let missing: Vec<String> = opened.gaps.iter().map(|one| gap(page.lang(), *one)).collect();
    let candidate = &opened.course.candidate;
    let reason = match &candidate.state {
        State::Revoked { decision, .. } => {
            Some(Said::new("courses-revoked-because").with("reason", decision.reason.as_str()))
        }
        _ => None,
    };
    let right = granted(&candidate.state, page.today());
    let holds = matches!(right, Some((_, Validity::Valid { .. })));
    let take = Action::RevokeRight { school: &opened.course.school, person: &candidate.person };
    let may_revoke = holds && may(page.actor(), &take).is_ok();
    Row {
        name: name.to_owned(),
        stage: page.text(&format!("courses-state-{}", opened.course.candidate.state.word())),
        missing: reason.map_or_else(|| lacks(page, opened, &missing), |said| said.words(page.lang())),
        revoke: may_revoke.then(|| RevokePath { course: candidate.course.clone() }.to_string()),
    }
}

pub(super) async fn enrol(_: EnrolPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let person = fields.value("person");
    if person.is_empty() {
        return Err(PageError::Unreadable);
    }
    match actions::courses::enrol(&page.context(), &person.into()).await {
        Ok(_) => Ok(page.done(&CandidatesPath, "courses-done-enrolled", &[])),
        Err(Failed::Refused(why)) => {
            Ok(page.lead(&CandidatesPath, FlashKind::Refused, join_refusal(why), &[]))
        }
        Err(other) => Err(other.into()),
    }
}

/// What is missing for the gate ahead, in words; a dash where there is none.
fn lacks(page: &Page, opened: &Opened, missing: &[String]) -> String {
    match opened.course.candidate.state {
        State::Discussion | State::Training if !missing.is_empty() => missing.join(" "),
        State::Discussion | State::Training | State::Admitted => page.text("courses-nothing-missing"),
        _ => "–".to_owned(),
    }
}
