//! Orders: prepared from pairs that wait for one, signed by the head, printed in both languages (doc:A1, A15).

mod ends;
mod history;
mod signing;

pub use ends::ordered;
pub use history::{Event, history};
pub use signing::{Hand, Waiting, content_hash, folder, hand, mark_read, sign_here};
pub(crate) use signing::{canonical, first_waits_until, sign_read, waits_until};

use crate::consents::persons;
use crate::formsets::begun;
use crate::letters::{Letter, promise};
use crate::lists::school_of;
use crate::reports::{Press, edition_named, shaped};
use crate::{Context, Failed, endings, signatures};
use documents::orders as printed;
use documents::{Both, Check, Paper};
use domain::consents::{Consent, both_given};
use domain::formsets::Kind as FormKind;
use domain::ids::check_code;
use domain::orders::{
    Council, Ground, Kind, Line, Minutes, Order, OrderRefused, Party, Reference, Sheet, Signature, State,
    accountant, awaited, former as former_of, may_begin, term,
};
use domain::pairs::Pair;
use domain::people::{Actor, Category, Person, Role};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::reports::Edition;
use domain::schools::School;
use domain::terms::{Words, both};
use domain::{Day, OrderId, PairId, PersonId, SchoolId};
use i18n::Lang;
use std::collections::BTreeMap;
use store::{Tx, WriteTx};

/// Version of the form; it stands on every paper.
const TEMPLATE_VERSION: &str = "1";

/// Makes draft orders of every pair that waits for one: one draft for each kind and each former order. Gives
/// the drafts.
pub async fn prepare(context: &Context<'_>, school: &SchoolId) -> Result<Vec<OrderId>, Failed<OrderRefused>> {
    store::change!(context.db, tx => prepare_in(&mut tx, context, school))
}

async fn prepare_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
) -> Result<Vec<OrderId>, Failed<OrderRefused>> {
    may(context.actor, &Action::ManageOrders(school))?;
    let programme = store::programmes::running(tx, school, context.today).await?.ok_or(Failed::NotFound)?;
    let groups = waiting(tx, &programme).await?;
    if groups.is_empty() {
        return Err(Failed::Refused(OrderRefused::NothingToOrder));
    }
    let mut made = Vec::new();
    for ((kind, former), pairs) in groups {
        let order = Order {
            id: context.id(),
            school: school.clone(),
            programme: programme.id.clone(),
            kind,
            former,
            minutes: None,
            code: code(context),
            state: State::Draft,
            version: 0,
        };
        store::orders::add(tx, &order, &pairs).await?;
        context.audit(tx, school, "order-prepared", order.id.as_str(), kind.word()).await?;
        made.push(order.id);
    }
    Ok(made)
}

/// Pairs by the order they wait for; pairs in a draft are left out.
pub type Groups = BTreeMap<(Kind, Option<OrderId>), Vec<PairId>>;

/// Which orders wait to be prepared; none in a programme that is set aside, since nothing is prepared there (feat:N1).
pub async fn waiting(tx: &mut Tx, programme: &Programme) -> store::Result<Groups> {
    let pairs = store::pairs::of_programme(tx, &programme.school, &programme.id).await?;
    let consents = store::consents::of_programme(tx, &programme.school, &programme.id).await?;
    waiting_among(tx, programme, &pairs, &consents).await
}

/// The same for a reader who has loaded all pairs and consents of the programme.
pub async fn waiting_among(
    tx: &mut Tx,
    programme: &Programme,
    pairs: &[Pair],
    consents: &[Consent],
) -> store::Result<Groups> {
    if programme.shelved_on.is_some() {
        return Ok(Groups::new());
    }
    let in_draft = store::orders::in_open_order(tx, &programme.school, &programme.id).await?;
    let mut groups = Groups::new();
    for pair in pairs.iter().filter(|pair| !in_draft.contains(&pair.id)) {
        let given: Vec<_> = consents.iter().filter(|consent| consent.pair == pair.id).cloned().collect();
        if let Some(step) = step_for(pairs, pair, both_given(&given)) {
            groups.entry(step).or_default().push(pair.id.clone());
        }
    }
    for (former, pair) in ends::waiting(tx, programme, pairs).await? {
        if !in_draft.contains(&pair) {
            groups.entry((Kind::Ending, Some(former))).or_default().push(pair);
        }
    }
    Ok(groups)
}

/// Which order a pair waits for, and which one that order ends. `pairs` may hold those of others too.
fn step_for(pairs: &[Pair], pair: &Pair, both_consented: bool) -> Option<(Kind, Option<OrderId>)> {
    let former = former_of(pairs, pair);
    let kind = awaited(pair, former, both_consented)?;
    let ends = former.filter(|_| kind != Kind::Provisional).and_then(Pair::assignment);
    Some((kind, ends.map(|assignment| assignment.order.clone())))
}

/// A new check code.
pub(crate) fn code(context: &Context<'_>) -> String {
    check_code(context.ids.bytes())
}

/// The coordinator notes the minutes of the council that considered the candidates.
pub async fn note_minutes(
    context: &Context<'_>,
    id: &OrderId,
    minutes: Option<Minutes>,
) -> Result<(), Failed<OrderRefused>> {
    store::change!(context.db, tx => note_minutes_in(&mut tx, context, id, minutes.clone()))
}

async fn note_minutes_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &OrderId,
    minutes: Option<Minutes>,
) -> Result<(), Failed<OrderRefused>> {
    let order = store::orders::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageOrders(&order.school))?;
    if order.state != State::Draft {
        return Err(Failed::Refused(OrderRefused::NotDraft));
    }
    let noted = Order { minutes, ..order };
    store::orders::save(tx, &noted, None).await?;
    let words = noted.minutes.as_ref().map(Minutes::noted).unwrap_or_default();
    context.audit(tx, &noted.school, "order-minutes-noted", id.as_str(), &words).await?;
    Ok(())
}

/// A draft is thrown away; its pairs wait again.
pub async fn discard(context: &Context<'_>, id: &OrderId) -> Result<(), Failed<OrderRefused>> {
    store::change!(context.db, tx => discard_in(&mut tx, context, id))
}

async fn discard_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &OrderId,
) -> Result<(), Failed<OrderRefused>> {
    let order = store::orders::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageOrders(&order.school))?;
    let discarded = order.discard(context.now).map_err(Failed::Refused)?;
    Ok(keep_discarded(tx, context, &discarded).await?)
}

async fn keep_discarded(tx: &mut WriteTx, context: &Context<'_>, discarded: &Order) -> store::Result<()> {
    store::orders::save(tx, discarded, None).await?;
    context.audit(tx, &discarded.school, "order-discarded", discarded.id.as_str(), "").await
}

/// A draft is thrown away with everything of its programme; one that is signed stays.
pub(crate) async fn fall_away(tx: &mut WriteTx, context: &Context<'_>, draft: Order) -> store::Result<()> {
    match draft.discard(context.now) {
        Ok(discarded) => keep_discarded(tx, context, &discarded).await,
        Err(_) => Ok(()),
    }
}

/// The head enters that the order is signed: pairs are assigned, provisional pairs end, everybody named is
/// told.
pub async fn sign(
    context: &Context<'_>,
    id: &OrderId,
    number: &str,
    on: Day,
) -> Result<(), Failed<OrderRefused>> {
    let signed = store::change!(context.db, tx => sign_in(&mut tx, context, id, number, on));
    number_refused(signed.map(|_| ()))
}

/// The only unique key of a signed order is its number.
fn number_refused(signed: Result<(), Failed<OrderRefused>>) -> Result<(), Failed<OrderRefused>> {
    match signed {
        Err(Failed::Store(store::StoreError::Taken)) => Err(Failed::Refused(OrderRefused::NumberTaken)),
        other => other,
    }
}

/// How the order was signed that assigned a pair; nothing of a pair without one.
pub(crate) async fn assigned_by(tx: &mut Tx, pair: &Pair) -> store::Result<Option<Signature>> {
    let Some(assignment) = pair.assignment() else { return Ok(None) };
    let order = store::orders::get(tx, &assignment.order).await?;
    Ok(order.as_ref().and_then(Order::signature).cloned())
}

/// True where another signed order of the programme has this number. Asked for before saving: the unique key would
/// be taken for a lost race, and tried for again until the attempts are over.
async fn number_taken(tx: &mut Tx, signed: &Order) -> store::Result<bool> {
    let Some(wanted) = signed.signature() else { return Ok(false) };
    let others = store::orders::of_programme(tx, &signed.school, &signed.programme).await?;
    let has = |other: &Order| other.signature().is_some_and(|taken| taken.number == wanted.number);
    Ok(others.iter().any(|other| other.id != signed.id && has(other)))
}

async fn sign_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &OrderId,
    number: &str,
    on: Day,
) -> Result<(Order, Sheet), Failed<OrderRefused>> {
    let order = store::orders::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::SignOrders(&order.school))?;
    let programme =
        store::programmes::get(tx, &order.school, &order.programme).await?.ok_or(Failed::NotFound)?;
    let sheet = made_anew(tx, &order, context.actor, context.today).await?.ok_or(Failed::NotFound)?;
    let signature =
        Signature { number: number.trim().to_owned(), on, at: context.now, by: context.actor.person.clone() };
    let signed = order.sign(signature, programme.phases.starts_on, context.today).map_err(Failed::Refused)?;
    if number_taken(tx, &signed).await? {
        return Err(Failed::Refused(OrderRefused::NumberTaken));
    }
    if signed.kind == Kind::Ending {
        ends::release(tx, context, &programme, &signed, on).await?;
    }
    store::orders::save(tx, &signed, Some(&sheet)).await?;
    if signed.kind != Kind::Ending {
        for pair in store::orders::lines(tx, &signed).await? {
            assign(tx, context, &signed, &pair, on, programme.phases.work_until).await?;
        }
    }
    context.audit(tx, &signed.school, "order-signed", id.as_str(), number).await?;
    Ok((signed, sheet))
}

/// What the head holds in hand must still be what the pair waits for, and the pair may begin on the order's day.
async fn still_waits(
    tx: &mut Tx,
    order: &Order,
    pair: &Pair,
    of_newcomer: &[Pair],
    on: Day,
) -> Result<(), Failed<OrderRefused>> {
    let consents = store::consents::of_pair(tx, pair).await?;
    let drafted = (order.kind, order.former.clone());
    if step_for(of_newcomer, pair, both_given(&consents)) != Some(drafted) {
        return Err(Failed::Refused(OrderRefused::PairChanged));
    }
    let newcomer = store::newcomers::get(tx, &pair.newcomer).await?.ok_or(Failed::NotFound)?;
    let former = former_of(of_newcomer, pair).and_then(Pair::assignment);
    may_begin(on, newcomer.hired_on, former.map(|former| &former.period)).map_err(Failed::Refused)
}

/// The same of every pair of an order that would be signed on a day.
async fn all_wait(
    tx: &mut Tx,
    programme: &Programme,
    order: &Order,
    on: Day,
) -> Result<(), Failed<OrderRefused>> {
    if order.kind == Kind::Ending {
        return ends::all_wait(tx, programme, order, on).await.map(|_| ());
    }
    for id in store::orders::lines(tx, order).await? {
        let pair = store::pairs::get(tx, &id).await?.ok_or(Failed::NotFound)?;
        let of_newcomer = store::pairs::of_newcomer(tx, &pair.school, &pair.newcomer).await?;
        still_waits(tx, order, &pair, &of_newcomer, on).await?;
    }
    Ok(())
}

async fn assign(
    tx: &mut WriteTx,
    context: &Context<'_>,
    order: &Order,
    pair: &PairId,
    on: Day,
    last_day: Day,
) -> Result<(), Failed<OrderRefused>> {
    let pair = store::pairs::get(tx, pair).await?.ok_or(Failed::NotFound)?;
    let of_newcomer = store::pairs::of_newcomer(tx, &pair.school, &pair.newcomer).await?;
    still_waits(tx, order, &pair, &of_newcomer, on).await?;
    if let Some(provisional) = of_newcomer.iter().find(|other| other.is_provisional() && other.id != pair.id)
    {
        let ended = provisional.clone().end(on, context.now).map_err(|_| Failed::Changed)?;
        store::pairs::save(tx, &ended).await?;
        context.audit(tx, &ended.school, "pair-ended", ended.id.as_str(), "").await?;
        endings::fall_away(tx, context, &ended, &|day| day >= on).await?;
    }
    let others: Vec<_> = store::pairs::of_newcomer(tx, &pair.school, &pair.newcomer)
        .await?
        .iter()
        .filter(|other| other.id != pair.id)
        .filter_map(|other| other.assignment().map(|assignment| assignment.period))
        .collect();
    let assigned = pair
        .assign(order.id.clone(), term(on, last_day), &others)
        .map_err(|_| Failed::Refused(OrderRefused::Overlaps))?;
    store::pairs::save(tx, &assigned).await?;
    context.audit(tx, &assigned.school, "pair-assigned", assigned.id.as_str(), order.id.as_str()).await?;
    tell(tx, context, order, &assigned).await?;
    Ok(())
}

/// Both of a pair learn of a signed order.
async fn tell(tx: &mut WriteTx, context: &Context<'_>, order: &Order, pair: &Pair) -> store::Result<()> {
    let Some((newcomer, mentor)) = persons(tx, pair).await? else { return Ok(()) };
    for person in [newcomer, mentor] {
        promise(context, tx, &person, Letter::OrderSigned, order.id.as_str()).await?;
    }
    Ok(())
}

/// What an order says: kept since it was signed, made anew while it is a draft. `None` where somebody it
/// needs is missing: a head, or a person of a pair. A draft names the head who looks at it, since whoever signs
/// stands under the order; for everybody else it names the school's head.
pub async fn sheet(tx: &mut Tx, order: &Order, reader: &Actor, today: Day) -> store::Result<Option<Sheet>> {
    match order.state {
        State::Signed(_) => store::orders::sheet(tx, order).await,
        _ => made_anew(tx, order, reader, today).await,
    }
}

async fn made_anew(tx: &mut Tx, order: &Order, reader: &Actor, today: Day) -> store::Result<Option<Sheet>> {
    let Some(programme) = store::programmes::get(tx, &order.school, &order.programme).await? else {
        return Ok(None);
    };
    let signs = reader.is_at(Role::Head, &order.school).then_some(&reader.person);
    let Some(head) = holder(tx, order, Role::Head, signs, today).await? else { return Ok(None) };
    let controlling = holder(tx, order, Role::Coordinator, None, today).await?;
    let mut lines = Vec::new();
    for pair in store::orders::lines(tx, order).await? {
        let Some(mut line) = line(tx, &pair).await? else { return Ok(None) };
        if order.kind == Kind::Ending {
            line.end = ends::end_of(tx, order, &pair).await?;
        }
        lines.push(line);
    }
    Ok(Some(Sheet {
        lines,
        until: programme.phases.work_until,
        controlling: controlling.unwrap_or_else(|| head.clone()),
        accountant: if order.kind == Kind::Ending { None } else { reckoner(tx, order, today).await? },
        head,
        pay_percent: programme.settings.pay_percent,
        former: former(tx, order).await?,
        edition: begun(tx, &order.school, FormKind::Order, today).await?.edition,
    }))
}

async fn former(tx: &mut Tx, order: &Order) -> store::Result<Option<Reference>> {
    let Some(id) = &order.former else { return Ok(None) };
    let former = store::orders::get(tx, id).await?;
    Ok(former.and_then(|former| match former.state {
        State::Signed(signature) => Some(Reference { number: signature.number, on: signature.on }),
        _ => None,
    }))
}

/// Who reckons the supplement at the order's school today.
async fn reckoner(tx: &mut Tx, order: &Order, today: Day) -> store::Result<Option<Party>> {
    let mut people = store::people::of_school(tx, &order.school).await?;
    people.retain(|person| person.works_on(today));
    Ok(accountant(&people).map(party))
}

/// Who has a role today: this person where one is meant, else the first of those who have it.
async fn holder(
    tx: &mut Tx,
    order: &Order,
    role: Role,
    meant: Option<&PersonId>,
    today: Day,
) -> store::Result<Option<Party>> {
    let ids = store::people::with_role(tx, &order.school, role, today).await?;
    let Some(id) = meant.or(ids.first()) else { return Ok(None) };
    Ok(store::people::get(tx, id).await?.as_ref().map(party))
}

async fn line(tx: &mut Tx, id: &PairId) -> store::Result<Option<Line>> {
    let Some(pair) = store::pairs::get(tx, id).await? else { return Ok(None) };
    let Some(newcomer) = store::newcomers::get(tx, &pair.newcomer).await? else { return Ok(None) };
    let Some((person, mentor)) = persons(tx, &pair).await? else { return Ok(None) };
    let (Some(person), Some(mentor)) =
        (store::people::get(tx, &person).await?, store::people::get(tx, &mentor).await?)
    else {
        return Ok(None);
    };
    Ok(Some(Line {
        pair: pair.id,
        newcomer: party(&person),
        hired_on: newcomer.hired_on,
        mentor: party(&mentor),
        chosen: pair.origin.is_chosen(),
        end: None,
    }))
}

pub(crate) fn party(person: &Person) -> Party {
    Party {
        person: person.id.clone(),
        name: person.name.full(),
        post: both(person.position.as_deref().unwrap_or("педагог")),
        subject: person.subject.as_deref().map(both),
        category: person.category,
    }
}

/// Prints an order, with the body of the edition that was in force when it was signed. A draft has no number yet and today's
/// date.
pub async fn print(
    context: &Context<'_>,
    id: &OrderId,
    lang: Lang,
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let order = store::orders::get(&mut tx, id).await?.ok_or(Failed::NotFound)?;
    let sheet = sheet(&mut tx, &order, context.actor, context.today).await?.ok_or(Failed::NotFound)?;
    let named = matches!(order.state, State::Signed(_)) && sheet.names(&context.actor.person);
    may(context.actor, &Action::ReadOrder { school: &order.school, named })?;
    let school = store::schools::get(&mut tx, &order.school).await?.ok_or(Failed::NotFound)?;
    let programme =
        store::programmes::get(&mut tx, &order.school, &order.programme).await?.ok_or(Failed::NotFound)?;
    let signed = match hand(&mut tx, &order).await? {
        Hand::Here(signature) => Some(signatures::printed(&signature, &school, lang)),
        Hand::Paper | Hand::Broken => None,
    };
    let edition = edition_named(&mut tx, sheet.edition.as_ref()).await?;
    drop(tx);
    let mut paper =
        printed::Order { signed, ..paper(&order, &sheet, &school, &programme, context.today, press.address) };
    paper.paper.template_version = version(edition.as_ref());
    shaped(press, paper, edition, id.as_str(), (lang, context.now)).await
}

/// Version of a form that asks nothing: that of the program, with the number of the edition of its body.
pub(crate) fn version(edition: Option<&Edition>) -> String {
    match edition {
        Some(edition) => format!("{TEMPLATE_VERSION}-{}", edition.number),
        None => TEMPLATE_VERSION.to_owned(),
    }
}

/// Lays a paper out on the threads for blocking work: it takes longer than a thread of the server may be held.
pub(crate) async fn laid_out(
    print: impl FnOnce() -> Result<Vec<u8>, documents::PrintError> + Send + 'static,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    match tokio::task::spawn_blocking(print).await {
        Ok(Ok(pdf)) => Ok(pdf),
        Ok(Err(error)) => Err(Failed::Refused(Unprintable(error.to_string()))),
        Err(error) => Err(Failed::Refused(Unprintable(error.to_string()))),
    }
}

/// The paper could not be laid out; the text is for the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unprintable(pub String);

fn paper(
    order: &Order,
    sheet: &Sheet,
    school: &School,
    programme: &Programme,
    today: Day,
    address: &str,
) -> printed::Order {
    let (number, date) = match &order.state {
        State::Signed(signature) => (signature.number.clone(), signature.on),
        State::Draft | State::Discarded { .. } => ("____".to_owned(), today),
    };
    printed::Order {
        paper: heading(school, programme, &order.code, (number, date), address),
        kind: kind(order.kind, sheet.former.as_ref()),
        basis: printed::Basis {
            minutes: order.minutes.as_ref().map(|minutes| printed::Minutes {
                council: match minutes.council {
                    Council::Methodological => printed::Council::Methodological,
                    Council::Pedagogical => printed::Council::Pedagogical,
                },
                reference: reference(&minutes.reference),
            }),
            consents: matches!(order.kind, Kind::Confirming | Kind::Replacing),
        },
        lines: sheet.lines.iter().map(|line| printed_line(line, date, sheet.until)).collect(),
        supplement: Some(printed::Supplement {
            percent: sheet.pay_percent,
            payer: Both::new(&school.short_kk, &school.short_ru),
        }),
        controlling: Some(named(&sheet.controlling)),
        head: named(&sheet.head),
        signed: None,
        acquainted: sheet.readers().into_iter().map(named).collect(),
    }
}

/// What stands on every paper of a school.
pub(crate) fn heading(
    school: &School,
    programme: &Programme,
    code: &str,
    (number, date): (String, Day),
    address: &str,
) -> Paper {
    heading_in(school, programme.first_year, code, (number, date), address)
}

/// The same for a paper that belongs to a school year and to no programme.
pub(crate) fn heading_in(
    school: &School,
    first_year: i16,
    code: &str,
    (number, date): (String, Day),
    address: &str,
) -> Paper {
    Paper {
        school: school_of(school),
        school_year: i18n::school_year(first_year),
        number,
        date,
        template_version: TEMPLATE_VERSION.to_owned(),
        check: Check { code: code.to_owned(), address: format!("{address}/verify/{code}") },
    }
}

fn kind(kind: Kind, former: Option<&Reference>) -> printed::Kind {
    match (kind, former.map(reference)) {
        (Kind::Provisional, _) => printed::Kind::Provisional,
        (Kind::Replacing, Some(former)) => printed::Kind::Replacing(former),
        (Kind::Ending, former) => printed::Kind::Ending(former),
        (Kind::Confirming | Kind::Replacing, former) => printed::Kind::Confirming(former),
    }
}

fn reference(reference: &Reference) -> documents::Reference {
    documents::Reference { number: reference.number.clone(), date: reference.on }
}

pub(crate) fn on_paper(words: &Words) -> Both {
    Both::new(&words.kk, &words.ru)
}

pub(crate) fn named(party: &Party) -> printed::Named {
    printed::Named { name: party.name.clone(), post: on_paper(&party.post) }
}

fn printed_line(line: &Line, on: Day, until: Day) -> printed::Line {
    let (from, to) = line.end.map_or((on, until), |end| (end.from, end.last_day));
    printed::Line {
        novice: printed::Novice {
            person: named(&line.newcomer),
            subject: line.newcomer.subject.as_ref().map(on_paper),
            hired: line.hired_on,
        },
        mentor: printed::Mentor {
            person: named(&line.mentor),
            category: category(line.mentor.category),
            subject: line.mentor.subject.as_ref().map(on_paper),
        },
        from,
        to,
        origin: match line.end.map(|end| end.ground) {
            Some(Ground::Planned) => printed::Origin::EndPlanned,
            Some(Ground::Early) => printed::Origin::EndEarly,
            None if line.chosen => printed::Origin::Chosen,
            None => printed::Origin::Appointed,
        },
    }
}

fn category(category: Category) -> Option<documents::Category> {
    Some(match category {
        Category::None | Category::Trainee => return None,
        Category::Teacher => documents::Category::Teacher,
        Category::Moderator => documents::Category::Moderator,
        Category::Expert => documents::Category::Expert,
        Category::Researcher => documents::Category::Researcher,
        Category::Master => documents::Category::Master,
        Category::LegacySecond => documents::Category::Second,
        Category::LegacyFirst => documents::Category::First,
        Category::LegacyHighest => documents::Category::Highest,
    })
}
