//! One line of a draft: kept, another mentor appointed, or left out; the last two with a reason (feat:C21).

use super::{LinePath, ShowPath, decide_refusal, load};
use crate::appointments::{Candidate, MOST_REASON, Offered, Warned, Warnings, offer};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::mentors::BesidePath;
use crate::names::Names;
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::http::StatusCode;
use axum::response::Response;
use domain::pairs::LEAST_REASON;
use domain::people::Name;
use domain::proposals::{DecideRefused, Decision, Line, Outcome, Proposal, State};
use domain::{Day, MentorId};
use store::people::Named;

#[derive(askama::Template)]
#[template(path = "proposals/line.html")]
struct LinePage {
    shell: Shell,
    today: Day,
    newcomer: Name,
    subject: String,
    /// Whom the draft names; empty where it names nobody.
    drafted: String,
    /// The two agreed by a request: nothing is changed over their heads.
    agreed: bool,
    /// Where the drafted mentor stands beside the newcomer; empty where the draft names nobody.
    beside: String,
    /// What is to be known of the drafted mentor before deciding (neg:N4).
    warned: Warned,
    /// Whom the coordinator may appoint instead.
    offered: Offered,
    fields: Fields,
    least: usize,
    action: String,
    back: ShowPath,
}

pub(super) async fn line(path: LinePath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (proposal, _) = load(&page, &mut tx, &path.id).await?;
    let line = proposal.line(&path.newcomer).ok_or(PageError::NotFound)?;
    drop(tx);
    if proposal.state != State::Draft {
        return Ok(page.go(&ShowPath { id: path.id }));
    }
    let values = match &line.decision {
        // A decision that was not taken is not chosen for anybody.
        Decision::Kept => vec![],
        Decision::Changed { mentor, reason } => vec![
            ("decision", "appoint".to_owned()),
            ("mentor", mentor.to_string()),
            ("reason", reason.clone()),
        ],
        Decision::LeftOut { reason } => {
            vec![("decision", "leave".to_owned()), ("leave_reason", reason.clone())]
        }
    };
    let fields = Fields::beginning(page.lang(), &values);
    draw(&page, &path, fields).await
}

/// The decision that was chosen.
#[derive(Clone, Copy)]
enum Chosen {
    Keep,
    Appoint,
    Leave,
}

fn read_chosen(word: &str) -> Option<Chosen> {
    Some(match word {
        "keep" => Chosen::Keep,
        "appoint" => Chosen::Appoint,
        "leave" => Chosen::Leave,
        _ => return None,
    })
}

pub(super) async fn decide(path: LinePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let chosen = fields.choice("decision", read_chosen);
    let decision = match chosen {
        None => return draw(&page, &path, fields).await,
        Some(Chosen::Keep) => Decision::Kept,
        Some(Chosen::Appoint) => {
            if fields.value("mentor").is_empty() {
                fields.refuse("mentor", "proposals-refused-choose-mentor", &[]);
            }
            let mentor = fields.value("mentor").into();
            Decision::Changed { mentor, reason: fields.text("reason", MOST_REASON) }
        }
        Some(Chosen::Leave) => Decision::LeftOut { reason: fields.text("leave_reason", MOST_REASON) },
    };
    if !fields.is_right() {
        return draw(&page, &path, fields).await;
    }
    let done = match decision {
        Decision::Kept => "proposals-done-kept",
        Decision::Changed { .. } => "proposals-done-changed",
        Decision::LeftOut { .. } => "proposals-done-left-out",
    };
    match actions::proposals::decide(&page.context(), &path.id, &path.newcomer, decision).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, done, &[])),
        Err(Failed::Refused(why)) => {
            let (field, key) = decide_refusal(why);
            let leaves = matches!(chosen, Some(Chosen::Leave)) && why == DecideRefused::ReasonTooShort;
            let field = if leaves { "leave_reason" } else { field };
            fields.refuse(field, key, &[("least", LEAST_REASON.into())]);
            draw(&page, &path, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(page: &Page, path: &LinePath, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (proposal, programme) = load(page, &mut tx, &path.id).await?;
    let line = proposal.line(&path.newcomer).ok_or(PageError::NotFound)?;
    let names = Names::of(&mut tx, &programme).await?;
    let newcomer = names.newcomer(&path.newcomer)?;
    let drafted = match &line.outcome {
        Outcome::Proposed { mentor } | Outcome::AlreadyAgreed { mentor, .. } => Some(names.mentor(mentor)?),
        Outcome::Unmatched { .. } => None,
    };
    let warnings = Warnings::load(page, &mut tx, &programme).await?;
    let mut warned = Warned::default();
    if let Some(named) = drafted {
        warnings.warn(page, &line.newcomer, (&named.person, &named.name), &mut warned);
    }
    let beside =
        |named: &Named<MentorId>| BesidePath { id: named.id.clone(), newcomer: line.newcomer.clone() };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &LinePage {
            shell: page.shell(),
            today: page.today(),
            newcomer: newcomer.name.clone(),
            subject: newcomer.subject.clone().unwrap_or_default(),
            drafted: drafted.map(|named| named.name.polite()).unwrap_or_default(),
            beside: drafted.map(|named| beside(named).to_string()).unwrap_or_default(),
            warned,
            agreed: matches!(line.outcome, Outcome::AlreadyAgreed { .. }),
            offered: offer(
                page,
                &warnings,
                &line.newcomer,
                candidates(&proposal, line, &names),
                fields.value("mentor"),
            ),
            fields,
            least: LEAST_REASON,
            action: path.to_string(),
            back: ShowPath { id: path.id.clone() },
        },
    )
}

/// Mentors with a place that no other line of the proposal takes.
fn candidates(proposal: &Proposal, line: &Line, names: &Names) -> Vec<Candidate> {
    let others = || proposal.lines.iter().filter(|other| other.newcomer != line.newcomer);
    let candidate = |named: &Named<MentorId>| {
        let taken = others().filter_map(Line::new_pair).filter(|(to, _)| **to == named.id).count();
        let places = proposal.lists.places.get(&named.id).copied().unwrap_or_default();
        Candidate {
            mentor: named.id.clone(),
            person: named.person.clone(),
            name: named.name.clone(),
            subject: named.subject.clone(),
            free: usize::from(places).saturating_sub(taken),
        }
    };
    let drafted =
        |one: &Candidate| matches!(&line.outcome, Outcome::Proposed { mentor } if *mentor == one.mentor);
    names.mentors.iter().map(candidate).filter(|one| one.free > 0 && !drafted(one)).collect()
}
