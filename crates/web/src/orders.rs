//! Orders and what leads to them: the consents of both, drafts, the head's signature, the paper, the public
//! check.

use crate::errors::refused;
use crate::files::shown;
use crate::forms::Fields;
use crate::layout::{FlashKind, Shell};
use crate::{Access, Open, Page, PageError, Routes, filters};
use actions::Failed;
use actions::consents::Step;
use axum::http::StatusCode;
use axum::response::Response;
use axum_extra::routing::TypedPath;
use domain::consents::ConsentRefused;
use domain::orders::{Kind, Order, OrderRefused, Reference, Sheet, State};
use domain::pairs::{Pair, State as PairState};
use domain::people::Role;
use domain::permissions::{Action, may};
use domain::plans::Plan;
use domain::sides::Side;
use domain::{Day, OrderId, PairId, SchoolId};
use i18n::Lang;
use serde::Deserialize;

/// Orders, and consents that are awaited.
#[derive(TypedPath)]
#[typed_path("/orders")]
pub(crate) struct ListPath;

/// Drafts are made of the pairs that wait.
#[derive(TypedPath)]
#[typed_path("/orders/prepare")]
pub(crate) struct PreparePath;

/// One order.
#[derive(TypedPath, Deserialize)]
#[typed_path("/orders/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: OrderId,
}

/// The head enters number and date.
#[derive(TypedPath, Deserialize)]
#[typed_path("/orders/{id}/sign", rejection(PageError))]
pub(crate) struct SignPath {
    pub(crate) id: OrderId,
}

/// The coordinator notes the council's minutes.
#[derive(TypedPath, Deserialize)]
#[typed_path("/orders/{id}/minutes", rejection(PageError))]
pub(crate) struct MinutesPath {
    pub(crate) id: OrderId,
}

/// A draft is thrown away.
#[derive(TypedPath, Deserialize)]
#[typed_path("/orders/{id}/discard", rejection(PageError))]
pub(crate) struct DiscardPath {
    pub(crate) id: OrderId,
}

/// The paper in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/orders/{id}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) id: OrderId,
    pub(crate) lang: String,
}

/// One side of a pair consents, takes it back or steps back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pairs/{pair}/consent", rejection(PageError))]
pub(crate) struct ConsentPath {
    pub(crate) pair: PairId,
}

/// The public check of a paper by its code.
#[derive(TypedPath, Deserialize)]
#[typed_path("/verify/{code}", rejection(PageError))]
pub(crate) struct VerifyPath {
    pub(crate) code: String,
}

const READERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head, Role::Newcomer, Role::Mentor]);
const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);

/// Routes of orders and consents.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(READERS, list)
        .post(COORDINATOR, prepare)
        .get(READERS, show)
        .post(Access::OneOf(&[Role::Head]), sign)
        .post(COORDINATOR, minutes)
        .post(COORDINATOR, discard)
        .get(READERS, paper)
        .post(Access::OneOf(&[Role::Newcomer, Role::Mentor]), consent)
        .get(Access::Anyone, verify)
}

/// An order in the list.
struct Row {
    href: String,
    kind: String,
    /// Number and date, once signed.
    signed: Option<(String, Day)>,
}

/// A pair of the reader that waits for consents.
struct Awaited {
    action: String,
    /// The other one of the pair.
    name: String,
    /// The reader has consented.
    given: bool,
    /// The other side has consented too.
    both: bool,
}

#[derive(askama::Template)]
#[template(path = "orders/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    awaited: Vec<Awaited>,
    /// Pairs that wait to be put into a draft; none for anybody but the coordinator.
    waiting: usize,
    /// Drafts that wait for the head; those named in them do not see them.
    drafts: usize,
    /// The draft to look at first; empty where none waits.
    draft: String,
    /// The reader signs them.
    signs: bool,
}

impl List {
    /// No programme, no order.
    fn without_programme(page: &Page) -> Self {
        let (rows, awaited) = (Vec::new(), Vec::new());
        Self {
            shell: page.shell(),
            today: page.today(),
            rows,
            awaited,
            waiting: 0,
            drafts: 0,
            draft: String::new(),
            signs: false,
        }
    }
}

async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    let Some(programme) = store::programmes::running(&mut tx, school, page.today()).await? else {
        return page.show(&List::without_programme(&page));
    };
    let manages = may(page.actor(), &Action::ManageOrders(school)).is_ok();
    let mut rows = Vec::new();
    for order in store::orders::of_programme(&mut tx, school, &programme.id).await? {
        if let Some(row) = row(&page, &mut tx, order).await? {
            rows.push(row);
        }
    }
    let waiting = if manages {
        actions::orders::waiting(&mut tx, &programme).await?.values().map(Vec::len).sum()
    } else {
        0
    };
    let awaited = awaited(&page, &mut tx, &programme.id).await?;
    let shell = page.shell();
    // What still has to be done stands first.
    rows.sort_by_key(|row| row.signed.is_some());
    let drafts = rows.iter().filter(|row| row.signed.is_none()).count();
    let draft = rows.first().filter(|_| drafts > 0).map(|row| row.href.clone()).unwrap_or_default();
    let signs = may(page.actor(), &Action::SignOrders(school)).is_ok();
    page.show(&List { shell, today: page.today(), rows, awaited, waiting, drafts, draft, signs })
}

async fn row(page: &Page, tx: &mut store::Tx, order: Order) -> Result<Option<Row>, PageError> {
    let Some(sheet) = actions::orders::sheet(tx, &order, page.actor(), page.today()).await? else {
        return Ok(None);
    };
    if !readable(page, &order, &sheet) {
        return Ok(None);
    }
    Ok(Some(Row {
        kind: format!("orders-kind-{}", order.kind.word()),
        signed: match &order.state {
            State::Signed(signature) => Some((signature.number.clone(), signature.on)),
            State::Draft | State::Discarded { .. } => None,
        },
        href: ShowPath { id: order.id }.to_string(),
    }))
}

/// Those named in an order read it once it is signed; the coordinator and the head read drafts too.
fn readable(page: &Page, order: &Order, sheet: &Sheet) -> bool {
    let named = matches!(order.state, State::Signed(_)) && sheet.names(&page.actor().person);
    may(page.actor(), &Action::ReadOrder { school: &order.school, named }).is_ok()
}

async fn awaited(
    page: &Page,
    tx: &mut store::Tx,
    programme: &domain::ProgrammeId,
) -> Result<Vec<Awaited>, PageError> {
    let me = &page.actor().person;
    let school = page.school_id()?;
    let mentors = store::mentors::named(tx, school, programme).await?;
    let newcomers = store::newcomers::named(tx, school, programme).await?;
    let mut awaited = Vec::new();
    for pair in store::pairs::of_programme(tx, school, programme).await? {
        let mentor = mentors.iter().find(|mentor| mentor.id == pair.mentor);
        let newcomer = newcomers.iter().find(|newcomer| newcomer.id == pair.newcomer);
        let (Some(mentor), Some(newcomer)) = (mentor, newcomer) else { continue };
        let other = match me {
            me if *me == newcomer.person => &mentor.name,
            me if *me == mentor.person => &newcomer.name,
            _ => continue,
        };
        if waits(&pair) {
            let consents = store::consents::of_pair(tx, &pair).await?;
            let mine = if *me == newcomer.person { Side::Newcomer } else { Side::Mentor };
            awaited.push(Awaited {
                action: ConsentPath { pair: pair.id.clone() }.to_string(),
                name: other.polite(),
                given: consents.iter().any(|consent| consent.side == mine),
                both: domain::consents::both_given(&consents),
            });
        }
    }
    Ok(awaited)
}

fn waits(pair: &Pair) -> bool {
    domain::consents::may_change(pair).is_ok() && pair.state == PairState::Published
}

async fn prepare(_: PreparePath, page: Page) -> Result<Response, PageError> {
    let school = page.school_id()?.clone();
    match actions::orders::prepare(&page.context(), &school).await {
        Ok(made) => Ok(page.done(&ListPath, "orders-done-prepared", &[("count", made.len().to_string())])),
        Err(failed) => Ok(page.lead(&ListPath, FlashKind::Refused, refusal(refused(failed)?), &[])),
    }
}

#[derive(askama::Template)]
#[template(path = "orders/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    order: Order,
    sheet: Sheet,
    kind: String,
    fields: Fields,
    head: bool,
    coordinator: bool,
    kk: String,
    ru: String,
    en: String,
    sign: String,
    minutes: String,
    discard: String,
}

impl Show {
    /// Whose turn a draft is.
    fn draft_title(&self) -> &'static str {
        if self.head { "orders-show-draft-yours" } else { "orders-show-draft" }
    }
    fn until(&self) -> String {
        i18n::day(self.shell.lang, self.sheet.until)
    }
    /// What was typed, or else what is noted already.
    fn minutes_number(&self) -> &str {
        let noted = self.order.minutes.as_ref().map_or("", |minutes| &minutes.number);
        if self.fields.is_right() { noted } else { self.fields.value("minutes_number") }
    }
    fn minutes_on(&self) -> String {
        let noted = self.order.minutes.as_ref().map(|minutes| minutes.on.to_string());
        if self.fields.is_right() {
            noted.unwrap_or_default()
        } else {
            self.fields.value("minutes_on").to_owned()
        }
    }
}

async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

async fn draw(page: &Page, id: &OrderId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let order = store::orders::get(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    let sheet = actions::orders::sheet(&mut tx, &order, page.actor(), page.today()).await?;
    let sheet = sheet.ok_or(PageError::NotFound)?;
    if !readable(page, &order, &sheet) {
        return Err(PageError::NotFound);
    }
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let paper = |lang: Lang| PaperPath { id: id.clone(), lang: lang.tag().to_owned() }.to_string();
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            kind: format!("orders-kind-{}", order.kind.word()),
            head: may(page.actor(), &Action::SignOrders(&order.school)).is_ok(),
            coordinator: may(page.actor(), &Action::ManageOrders(&order.school)).is_ok(),
            kk: paper(Lang::Kk),
            ru: paper(Lang::Ru),
            en: paper(Lang::En),
            sign: SignPath { id: id.clone() }.to_string(),
            minutes: MinutesPath { id: id.clone() }.to_string(),
            discard: DiscardPath { id: id.clone() }.to_string(),
            order,
            sheet,
            fields,
        },
    )
}

async fn sign(path: SignPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let number = fields.text("number", 40);
    let on = fields.day("on");
    let Some(on) = on.filter(|_| fields.is_right()) else { return draw(&page, &path.id, fields).await };
    match actions::orders::sign(&page.context(), &path.id, &number, on).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "orders-done-signed", &[])),
        Err(failed) => {
            let why = refused(failed)?;
            let field = if why == OrderRefused::BadDate { "on" } else { "number" };
            fields.refuse(field, refusal(why), &[]);
            draw(&page, &path.id, fields).await
        }
    }
}

async fn minutes(path: MinutesPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let number = fields.text("minutes_number", 40);
    let on = fields.day("minutes_on");
    let Some(on) = on.filter(|_| fields.is_right()) else { return draw(&page, &path.id, fields).await };
    match actions::orders::note_minutes(&page.context(), &path.id, Some(Reference { number, on })).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "orders-done-minutes", &[])),
        Err(failed) => {
            fields.refuse("minutes_number", refusal(refused(failed)?), &[]);
            draw(&page, &path.id, fields).await
        }
    }
}

async fn discard(path: DiscardPath, page: Page) -> Result<Response, PageError> {
    match actions::orders::discard(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ListPath, "orders-done-discarded", &[])),
        Err(failed) => {
            let why = refusal(refused(failed)?);
            Ok(page.lead(&ShowPath { id: path.id }, FlashKind::Refused, why, &[]))
        }
    }
}

async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let printed = actions::orders::print(&page.context(), &path.id, lang, &page.app.config.address).await;
    let pdf = printed.map_err(|failed| match failed {
        Failed::Refused(why) => PageError::Broken(why.0),
        other => other.into(),
    })?;
    Ok(shown(pdf, "application/pdf", "order.pdf"))
}

async fn consent(path: ConsentPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (step, done) = match fields.value("step") {
        "give" => (Step::Give, "orders-done-consent"),
        "withdraw" => (Step::Withdraw, "orders-done-withdrawn"),
        "step_back" => (Step::StepBack, "orders-done-stepped-back"),
        _ => return Err(PageError::Unreadable),
    };
    let stepped = actions::consents::step(&page.context(), &path.pair, step).await;
    // The pair's page says what comes next, also where it has ended.
    let pair = crate::pairs::ShowPath { id: path.pair };
    match stepped {
        Ok(()) => Ok(page.done(&pair, done, &[])),
        Err(failed) => Ok(page.lead(&pair, FlashKind::Refused, consent_refusal(refused(failed)?), &[])),
    }
}

#[derive(askama::Template)]
#[template(path = "orders/verify.html")]
struct Verify {
    shell: Shell,
    code: String,
    /// Kind, number, date and school of a signed order or a plan; nobody's name.
    real: Option<(String, String, Day, String)>,
}

async fn verify(path: VerifyPath, open: Open) -> Result<Response, PageError> {
    let mut tx = open.app.db.read().await?;
    let paper = match store::orders::by_code(&mut tx, &path.code).await? {
        Some(order) => signed_order(order),
        None => store::plans::by_code(&mut tx, &path.code).await?.map(|plan| plan_paper(&open, plan)),
    };
    let mut real = None;
    if let Some((school, kind, number, on)) = paper
        && let Some(school) = store::schools::get(&mut tx, &school).await?
    {
        let name = if open.lang() == Lang::Kk { school.name_kk } else { school.name_ru };
        real = Some((kind, number, on, name));
    }
    let status = if real.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    open.show_with(status, &Verify { shell: open.shell(), code: path.code, real })
}

/// The school, the kind, the number and the date of a paper.
type Checked = (SchoolId, String, String, Day);

fn signed_order(order: Order) -> Option<Checked> {
    let State::Signed(signature) = order.state else { return None };
    Some((order.school, format!("orders-kind-{}", order.kind.word()), signature.number, signature.on))
}

/// A plan is real from the day on which it was made; its steps may have changed since.
fn plan_paper(open: &Open, plan: Plan) -> Checked {
    let on = open.local(plan.made_at).date();
    (plan.school, format!("plans-kind-{}", plan.kind.word()), plan.number.to_string(), on)
}

const fn consent_refusal(why: ConsentRefused) -> &'static str {
    match why {
        ConsentRefused::NotAwaited => "orders-refused-consent-over",
        ConsentRefused::Provisional => "orders-refused-consent-provisional",
    }
}

const fn refusal(why: OrderRefused) -> &'static str {
    match why {
        OrderRefused::NotDraft => "orders-refused-not-draft",
        OrderRefused::BadNumber => "orders-refused-bad-number",
        OrderRefused::NumberTaken => "orders-refused-number-taken",
        OrderRefused::BadDate => "orders-refused-bad-date",
        OrderRefused::PairChanged => "orders-refused-pair-changed",
        OrderRefused::Overlaps => "orders-refused-overlaps",
        OrderRefused::NothingToOrder => "orders-refused-nothing",
    }
}
