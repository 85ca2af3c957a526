//! The head signs an order in the system, with a new proof of who signs, instead of on paper (feat:F5, F9; doc:A1). What is
//! signed is what the order says together with its number and date; it is frozen in the same step.

use super::{made_anew, sign_in};
use crate::accounts::{ProofRefused, prove, use_proof};
use crate::programmes::calendar;
use crate::signatures::Covers;
use crate::{Context, Failed, signatures};
use domain::calendar::local;
use domain::orders::{Kind, Minutes, Order, OrderRefused, Sheet, Signature as Entry, State, Waits, due_on};
use domain::people::Role;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::signatures::{Paper, Reading, Signature, of_place};
use domain::{Day, NewcomerId, OrderId, PersonId};
use serde::Serialize;
use store::{Tx, WriteTx};

/// The one place of the chain.
const HEAD: u8 = 0;

/// Everything that a signature covers, in one order: the canonical content. A draft has no number and no date yet.
#[derive(Serialize)]
struct Canonical<'a> {
    order: &'a str,
    kind: &'a str,
    code: &'a str,
    minutes: Option<&'a Minutes>,
    sheet: &'a Sheet,
    number: &'a str,
    on: Option<Day>,
}

/// The hash of what an order says.
pub fn content_hash(order: &Order, sheet: &Sheet) -> Option<String> {
    canonical(order, sheet).map(|text| signatures::sha(&text))
}

/// What an order says, to the last byte.
pub(crate) fn canonical(order: &Order, sheet: &Sheet) -> Option<String> {
    let entry = order.signature();
    signatures::canonical(&Canonical {
        order: order.id.as_str(),
        kind: order.kind.word(),
        code: &order.code,
        minutes: order.minutes.as_ref(),
        sheet,
        number: entry.map(|entry| entry.number.as_str()).unwrap_or_default(),
        on: entry.map(|entry| entry.on),
    })
}

fn paper(order: &Order) -> Paper {
    Paper::Order(order.id.clone())
}

const fn refused(why: ProofRefused) -> OrderRefused {
    match why {
        ProofRefused::Wrong => OrderRefused::Wrong,
        ProofRefused::NoPassword => OrderRefused::NoPassword,
    }
}

/// The head signs a draft with a new proof of who signs. `seen` is the hash of what was read.
pub async fn sign_here(
    context: &Context<'_>,
    id: &OrderId,
    (number, on): (&str, Day),
    seen: &str,
    secret: &str,
) -> Result<(), Failed<OrderRefused>> {
    let proof = prove(context, secret).await.map_err(|why| why.map(refused))?;
    let signed = store::change!(context.db, tx => async {
        use_proof(&mut tx, context, &proof).await.map_err(|why| why.map(refused))?;
        sign_here_in(&mut tx, context, id, (number, on), seen).await
    });
    super::number_refused(signed)
}

/// Signs a draft that was read before, with the number and the date that were entered then.
pub(crate) async fn sign_read(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &OrderId,
    reading: &Reading,
) -> Result<(), Failed<OrderRefused>> {
    let (number, on) = reading.entry.as_ref().ok_or(Failed::Refused(OrderRefused::BadNumber))?;
    sign_here_in(tx, context, id, (number.as_str(), *on), &reading.content).await
}

/// A draft that the actor may sign, and what it says now, where that is what was read.
async fn read_as_seen(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &OrderId,
    seen: &str,
) -> Result<Order, Failed<OrderRefused>> {
    let order = store::orders::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::SignOrders(&order.school))?;
    if order.state != State::Draft {
        return Err(Failed::Refused(OrderRefused::NotDraft));
    }
    let sheet = made_anew(tx, &order, context.actor, context.today).await?.ok_or(Failed::NotFound)?;
    match content_hash(&order, &sheet) {
        Some(now) if now == seen => Ok(order),
        _ => Err(Failed::Refused(OrderRefused::Changed)),
    }
}

/// True where the actor has signed the order in the system already, with this number and date.
async fn came_twice(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &OrderId,
    (number, on): (&str, Day),
) -> Result<bool, Failed<OrderRefused>> {
    let order = store::orders::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let Some(entry) = order.signature() else { return Ok(false) };
    let same = entry.by == context.actor.person && entry.number == number.trim() && entry.on == on;
    Ok(same && matches!(hand(tx, &order).await?, Hand::Here(_)))
}

async fn sign_here_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &OrderId,
    (number, on): (&str, Day),
    seen: &str,
) -> Result<(), Failed<OrderRefused>> {
    if came_twice(tx, context, id, (number, on)).await? {
        return Ok(());
    }
    read_as_seen(tx, context, id, seen).await?;
    let (signed, sheet) = sign_in(tx, context, id, number, on).await?;
    let hash = content_hash(&signed, &sheet).ok_or(Failed::NotFound)?;
    let given =
        signatures::given(tx, context, (HEAD, hash, Covers::Name), &[]).await?.ok_or(Failed::NotFound)?;
    store::signatures::sign(tx, &signed.school, &paper(&signed), &given).await?;
    Ok(context.audit(tx, &signed.school, "order-signed-here", id.as_str(), number.trim()).await?)
}

/// The head has read a draft and entered its number and date: it may be in the batch now.
pub async fn mark_read(
    context: &Context<'_>,
    id: &OrderId,
    (number, on): (&str, Day),
    seen: &str,
) -> Result<(), Failed<OrderRefused>> {
    store::change!(context.db, tx => mark_read_in(&mut tx, context, id, (number, on), seen))
}

async fn mark_read_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &OrderId,
    (number, on): (&str, Day),
    seen: &str,
) -> Result<(), Failed<OrderRefused>> {
    let order = read_as_seen(tx, context, id, seen).await?;
    let programme =
        store::programmes::get(tx, &order.school, &order.programme).await?.ok_or(Failed::NotFound)?;
    let (number, by) = (number.trim().to_owned(), context.actor.person.clone());
    let entry = Entry { number: number.clone(), on, at: context.now, by };
    // What would be refused in the batch is said at once.
    let as_signed = order.clone().sign(entry, programme.phases.starts_on, context.today);
    let as_signed = as_signed.map_err(Failed::Refused)?;
    if super::number_taken(tx, &as_signed).await? {
        return Err(Failed::Refused(OrderRefused::NumberTaken));
    }
    super::all_wait(tx, &programme, &order, on).await?;
    let waiting = folder(tx, context, &programme).await?;
    let has = |other: &Waiting| other.read.as_ref().is_some_and(|(taken, _)| *taken == number);
    if waiting.iter().any(|other| other.order.id != order.id && has(other)) {
        return Err(Failed::Refused(OrderRefused::NumberTaken));
    }
    let reading = Reading { paper: paper(&order), content: seen.to_owned(), entry: Some((number, on)) };
    Ok(signatures::read(tx, context, &order.school, &reading).await?)
}

/// A draft that waits for the head's signature.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The draft.
    pub order: Order,
    /// What it says now.
    pub sheet: Sheet,
    /// The number and the date that were entered when it was read as it stands.
    pub read: Option<(String, Day)>,
}

/// The drafts that wait for the actor's signature.
pub async fn folder(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Vec<Waiting>> {
    let school = &programme.school;
    if !context.actor.is(Role::Head) || may(context.actor, &Action::SignOrders(school)).is_err() {
        return Ok(Vec::new());
    }
    let readings = store::signatures::readings(tx, school, &context.actor.person).await?;
    let mut waiting = Vec::new();
    for order in store::orders::of_programme(tx, school, &programme.id).await? {
        if order.state != State::Draft {
            continue;
        }
        let Some(sheet) = made_anew(tx, &order, context.actor, context.today).await? else { continue };
        let now = content_hash(&order, &sheet);
        let reading = readings.iter().find(|one| one.paper == paper(&order));
        let read = reading.filter(|one| Some(&one.content) == now.as_ref());
        let read = read.and_then(|one| one.entry.clone());
        waiting.push(Waiting { order, sheet, read });
    }
    Ok(waiting)
}

/// The last day of a draft, and who signs it: the heads of today. Nothing of an order that does not wait.
pub(crate) async fn waits_until(
    tx: &mut Tx,
    order: &Order,
    programme: &Programme,
    today: Day,
) -> store::Result<Option<(Day, Vec<PersonId>)>> {
    let school = store::schools::get(tx, &order.school).await?;
    let (State::Draft, Some(school)) = (&order.state, school) else { return Ok(None) };
    let calendar = calendar(tx, &order.school).await?;
    let mut due: Option<Day> = None;
    for id in store::orders::lines(tx, order).await? {
        let Some(pair) = store::pairs::get(tx, &id).await? else { continue };
        let Some(newcomer) = store::newcomers::get(tx, &pair.newcomer).await? else { continue };
        let end = super::ends::end_of(tx, order, &id).await?;
        let waits = Waits {
            hired_on: newcomer.hired_on,
            since: local(pair.since, school.utc_offset_minutes).date(),
            last_day: end.map(|end| end.last_day),
        };
        let last = due_on(order.kind, waits, programme, &calendar);
        due = Some(due.map_or(last, |due| due.min(last)));
    }
    let Some(due) = due else { return Ok(None) };
    let heads = store::people::with_role(tx, &order.school, Role::Head, today).await?;
    Ok(Some((due, heads)))
}

/// The last day for the first order on a newcomer that nobody has drafted, and who prepares it: the coordinators of today.
/// Nothing where a pair of the newcomer stands in a draft or was assigned by an order, also by one that has ended.
pub(crate) async fn first_waits_until(
    tx: &mut Tx,
    id: &NewcomerId,
    programme: &Programme,
    today: Day,
) -> store::Result<Option<(Day, Vec<PersonId>)>> {
    let Some(newcomer) = store::newcomers::get(tx, id).await? else { return Ok(None) };
    let person = store::people::get(tx, &newcomer.person).await?;
    let works = person.is_some_and(|person| person.works_on(today)) && newcomer.hired_on <= today;
    if !works || newcomer.programme != programme.id || programme.shelved_on.is_some() {
        return Ok(None);
    }
    let drafted = store::orders::in_open_order(tx, &newcomer.school, &newcomer.programme).await?;
    let pairs = store::pairs::of_newcomer(tx, &newcomer.school, id).await?;
    if pairs.iter().any(|pair| pair.assignment().is_some() || drafted.contains(&pair.id)) {
        return Ok(None);
    }
    let waits = Waits { hired_on: newcomer.hired_on, since: newcomer.hired_on, last_day: None };
    let due = due_on(Kind::Provisional, waits, programme, &calendar(tx, &newcomer.school).await?);
    let coordinators = store::people::with_role(tx, &newcomer.school, Role::Coordinator, today).await?;
    Ok(Some((due, coordinators)))
}

/// How the head has signed an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hand {
    /// On paper, or with a program of the head's own; the system keeps that it was given.
    Paper,
    /// In the system, and the signature fits what the order says.
    Here(Signature),
    /// In the system, and somebody has changed the database since.
    Broken,
}

/// How an order was signed.
pub async fn hand(tx: &mut Tx, order: &Order) -> store::Result<Hand> {
    let given = store::signatures::of_paper(tx, &order.school, &paper(order)).await?;
    let Some(signature) = of_place(&given, HEAD) else { return Ok(Hand::Paper) };
    let Some(sheet) = store::orders::sheet(tx, order).await? else { return Ok(Hand::Broken) };
    if signatures::holds([(HEAD, content_hash(order, &sheet))], &given, Covers::Name) {
        return Ok(Hand::Here(signature.clone()));
    }
    Ok(Hand::Broken)
}
