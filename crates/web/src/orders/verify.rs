//! The public check of a paper: whether it is real, and nobody's name.

use super::VerifyPath;
use crate::courses::worth;
use crate::layout::Shell;
use crate::reports::kind_key;
use crate::{Open, PageError, filters};
use actions::orders::Hand;
use actions::reports::Valid;
use axum::http::StatusCode;
use axum::response::Response;
use domain::consents::Consent;
use domain::endings::{Ending, State as EndingState};
use domain::observations::{Observation, State as Observed};
use domain::orders::{Order, State};
use domain::plans::Plan;
use domain::signatures::Paper;
use domain::{Day, Instant, SchoolId};
use i18n::Lang;
use store::Tx;

#[derive(askama::Template)]
#[template(path = "orders/verify.html")]
struct Verify {
    shell: Shell,
    code: String,
    /// The paper and the name of its school; nobody's name.
    real: Option<(Checked, String)>,
    /// By what the digital badge of a certificate is checked: address, key.
    badges: Vec<(String, &'static str)>,
}

pub(super) async fn verify(path: VerifyPath, open: Open) -> Result<Response, PageError> {
    let mut tx = open.app.db.read().await?;
    let mut real = None;
    if let Some(paper) = paper(&mut tx, &open, &path.code).await?
        && let Some(school) = store::schools::get(&mut tx, &paper.school).await?
    {
        let name = if open.lang() == Lang::Kk { school.name_kk } else { school.name_ru };
        real = Some((paper, name));
    }
    let status = if real.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let badges = match &real {
        Some((paper, _)) if paper.worth.is_some() && open.app.config.badges.is_some() => {
            crate::badges::addresses(&paper.school)
        }
        _ => Vec::new(),
    };
    open.show_with(status, &Verify { shell: open.shell(), code: path.code, real, badges })
}

/// What is told of a signed order, a consent, a plan, a sheet, a letter of thanks, a certificate or a signed report.
struct Checked {
    school: SchoolId,
    /// The key of its kind.
    kind: String,
    number: String,
    on: Day,
    /// True where the paper may have changed since it was printed, so that it cannot be called real.
    changes: bool,
    /// How many qualified signatures hold on it.
    seals: usize,
    /// The key of what is told of its signature in the system.
    signed: Option<&'static str>,
    /// What is told in the place of «real», where a paper can have been real and be worth nothing any more.
    worth: Option<String>,
}

impl Checked {
    /// A paper that stays as it was.
    fn fixed(school: SchoolId, kind: String, number: String, on: Day) -> Self {
        Self { school, kind, number, on, changes: false, seals: 0, signed: None, worth: None }
    }
}

/// The paper with a code, whichever kind it is.
async fn paper(tx: &mut Tx, open: &Open, code: &str) -> Result<Option<Checked>, PageError> {
    if let Some(order) = store::orders::by_code(tx, code).await? {
        let hand = actions::orders::hand(tx, &order).await?;
        let paper = Paper::Order(order.id.clone());
        let seals = actions::seals::counted_on(tx, &order.school, &paper).await?;
        return Ok(signed_order(order, &hand, seals));
    }
    if let Some(plan) = store::plans::by_code(tx, code).await? {
        let approved = actions::plans::approved_at(tx, &plan).await?;
        let paper = Paper::Plan(plan.id.clone());
        let seals = actions::seals::counted_on(tx, &plan.school, &paper).await?;
        return Ok(Some(Checked { seals, ..plan_paper(open, plan, approved) }));
    }
    if let Some(observation) = store::observations::by_code(tx, code).await? {
        return Ok(sheet(observation));
    }
    if let Some(ending) = store::endings::by_code(tx, code).await? {
        return Ok(thanks(ending));
    }
    if let Some(checked) = actions::certificates::verify(tx, code, open.today()).await? {
        return Ok(Some(certificate(open, checked)));
    }
    if let Some((school, given)) = actions::consents::by_code(tx, code).await? {
        return Ok(Some(consent(open, school, &given, code)));
    }
    let Some(valid) = actions::reports::verify(tx, code).await? else { return Ok(None) };
    let seals = actions::seals::counted(tx, &valid.report).await?;
    Ok(Some(Checked { seals, ..report_paper(open, valid) }))
}

/// An order whose signature in the system does not fit what it says is not real. A simple signature is not the order's own:
/// only with a qualified one beside it the order is told to be signed in the system.
fn signed_order(order: Order, hand: &Hand, seals: usize) -> Option<Checked> {
    let signed = match hand {
        Hand::Paper => None,
        Hand::Here(_) if seals > 0 => Some("orders-verify-here"),
        Hand::Here(_) => Some("orders-verify-simple"),
        Hand::Broken => return None,
    };
    let State::Signed(signature) = order.state else { return None };
    let kind = format!("orders-kind-{}", order.kind.word());
    Some(Checked { seals, signed, ..Checked::fixed(order.school, kind, signature.number, signature.on) })
}

/// A consent is real from the day on which it was given until it is taken back.
fn consent(open: &Open, school: SchoolId, given: &Consent, code: &str) -> Checked {
    let kind = format!("orders-consent-paper-{}", given.side.word());
    Checked::fixed(school, kind, code.to_owned(), open.local(given.given_at).date())
}

/// A report is real where everybody has signed it and every hash fits.
fn report_paper(open: &Open, Valid { report, at }: Valid) -> Checked {
    let kind = kind_key(report.kind, report.term);
    Checked::fixed(report.school, kind, report.number.to_string(), open.local(at).date())
}

/// Of a certificate a stranger learns what it is worth today.
fn certificate(open: &Open, checked: actions::certificates::Checked) -> Checked {
    let worth = Some(worth(open.lang(), checked.validity));
    let kind = "courses-certificate".to_owned();
    Checked { worth, ..Checked::fixed(checked.school, kind, checked.number.to_string(), checked.on) }
}

/// A sheet is real once it is finished, until it is taken back.
fn sheet(observation: Observation) -> Option<Checked> {
    let key = format!("observations-paper-{}", observation.kind.word());
    let finished = observation.state == Observed::Finished;
    finished.then(|| Checked::fixed(observation.school, key, observation.number.to_string(), observation.day))
}

/// A letter of thanks is real once the pair has closed.
fn thanks(ending: Ending) -> Option<Checked> {
    let key = "endings-thanks-paper".to_owned();
    let closed = ending.state == EndingState::Closed;
    closed.then(|| Checked::fixed(ending.school, key, ending.number.to_string(), ending.last_day))
}

/// A plan stands from the day on which it was made; its steps may have changed since the paper. Whether what it says now is
/// approved is told beside it.
fn plan_paper(open: &Open, plan: Plan, approved: Option<Instant>) -> Checked {
    let on = open.local(plan.made_at).date();
    let kind = format!("plans-kind-{}", plan.kind.word());
    let signed = approved.map(|_| "orders-verify-approved");
    Checked { changes: true, signed, ..Checked::fixed(plan.school, kind, plan.number.to_string(), on) }
}
