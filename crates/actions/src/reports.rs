//! Reports: gathered from the journal, written by their author, signed in a chain (feat:F1–F5, F8–F10; doc:A12, A13,
//! A21, B15; neg:N11, N12, N18).

mod editions;
mod expecting;
mod forms;
mod gathering;
mod lessons;
mod printing;
mod pupils;
mod reminding;
mod sampling;
mod signing;
mod typesetting;

pub use documents::templates::{Shape, Trouble, Why, answer};
pub use editions::{Editing, New, NotEdited, editing, preview, put_in_force};
pub(crate) use editions::{edition_of, sample};
pub use expecting::{Expected, expected};
pub use forms::{form, form_of_district, set_used};
pub use gathering::{caption, gather, said};
pub(crate) use printing::{edition_named, shaped, sheet};
pub use printing::{print, table};
pub use pupils::{Annual, annual, figure};
pub use reminding::remind;
pub(crate) use reminding::whose_turn;
pub use sampling::lists_of;
use signing::approved_at;
pub(crate) use signing::canonical;
pub(crate) use signing::sign_read;
pub use signing::{Valid, content_hash, folder, give_back, mark_read, sign, verify};
pub use typesetting::{Laid, NotLaidOut, Press, Stopped, Typesetter};

use crate::consents::persons;
use crate::orders::code;
use crate::{Context, Failed};
use domain::pairs::Pair;
use domain::people::Role;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::reports::{Change, Deed, Event, Facts, Kind, Refused, Report, Signature, Signer, State, Term};
use domain::{PairId, PersonId, ReportId};
use std::collections::BTreeMap;
use store::{Tx, WriteTx};

/// A report with what stands around it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The report.
    pub report: Report,
    /// The programme.
    pub programme: Programme,
    /// The pair that it is about.
    pub pair: Option<Pair>,
    /// The newcomer of a mentor's report, who reads it too.
    pub other: Option<PersonId>,
    /// All signatures that were ever given, void ones included.
    pub signatures: Vec<Signature>,
}

impl Opened {
    /// May the actor read it? A draft shows itself to its author alone (neg:N11).
    pub fn may_read(&self, context: &Context<'_>) -> bool {
        may(context.actor, &read_action(&self.report, self.other.as_ref())).is_ok()
    }

    /// The place that waits for the actor's signature.
    pub fn turn(&self, context: &Context<'_>) -> Option<u8> {
        let (place, signer) = self.report.next(&self.signatures)?;
        may_sign(context, &self.report, signer).then_some(place)
    }

    /// The place from which the actor may return it now: the next of the chain, or the last where all have signed.
    pub fn may_return(&self, context: &Context<'_>) -> Option<u8> {
        let last = || self.report.form.places().last();
        let (place, signer) = match self.report.state {
            State::Signed => self.report.next(&self.signatures)?,
            State::Approved => last()?,
            State::Draft | State::Ready | State::Returned { .. } => return None,
        };
        (place > 0 && may_sign(context, &self.report, signer)).then_some(place)
    }

    /// True for whoever writes it.
    pub fn is_author(&self, context: &Context<'_>) -> bool {
        may(context.actor, &Action::WriteReport { author: &self.report.author }).is_ok()
    }
}

fn may_sign(context: &Context<'_>, report: &Report, signer: Signer) -> bool {
    let action = Action::SignReport { school: &report.school, author: &report.author, signer };
    may(context.actor, &action).is_ok()
}

/// What somebody does who reads a report. Once it has been ready, it stays open with what was ready last.
fn read_action<'a>(report: &'a Report, other: Option<&'a PersonId>) -> Action<'a> {
    Action::ReadReport {
        school: &report.school,
        author: &report.author,
        other,
        open: report.content.is_some(),
        // What a whole programme of the school comes to the head reads, whether or not they sign it.
        head: report.kind == Kind::Peers || report.form.chain.contains(&Signer::Head),
    }
}

/// A report that the actor may read.
pub async fn opened(tx: &mut Tx, context: &Context<'_>, id: &ReportId) -> store::Result<Option<Opened>> {
    let Some(report) = store::reports::get(tx, id).await? else { return Ok(None) };
    let found = around(tx, report).await?;
    Ok(found.filter(|opened| opened.may_read(context)))
}

async fn around(tx: &mut Tx, report: Report) -> store::Result<Option<Opened>> {
    let Some(programme) = store::programmes::get(tx, &report.school, &report.programme).await? else {
        return Ok(None);
    };
    let pair = match &report.pair {
        Some(pair) => store::pairs::get(tx, pair).await?,
        None => None,
    };
    let other = match &pair {
        Some(pair) if report.kind == Kind::Mentor => persons(tx, pair).await?.map(|(newcomer, _)| newcomer),
        _ => None,
    };
    let signatures = store::reports::signatures(tx, &report).await?;
    Ok(Some(Opened { report, programme, pair, other, signatures }))
}

/// All reports of a programme that the actor may read, in the order of their numbers.
pub async fn readable(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Vec<Opened>> {
    let (school, id) = (&programme.school, &programme.id);
    let pairs: BTreeMap<PairId, Pair> = store::pairs::of_programme(tx, school, id)
        .await?
        .into_iter()
        .map(|pair| (pair.id.clone(), pair))
        .collect();
    let named = store::newcomers::named(tx, school, id).await?;
    let mut signatures = store::reports::signatures_of_programme(tx, school, id).await?;
    let reports = store::reports::of_programme(tx, school, id).await?;
    let opened = reports.into_iter().map(|report| {
        let pair = report.pair.as_ref().and_then(|pair| pairs.get(pair)).cloned();
        let newcomer = pair.as_ref().filter(|_| report.kind == Kind::Mentor).map(|pair| &pair.newcomer);
        let other =
            newcomer.and_then(|id| named.iter().find(|one| one.id == *id)).map(|one| one.person.clone());
        let signatures = signatures.remove(&report.id).unwrap_or_default();
        Opened { report, programme: programme.clone(), pair, other, signatures }
    });
    Ok(opened.filter(|opened| opened.may_read(context)).collect())
}

/// Who may begin a report: the mentor or the newcomer of a pair by order, the coordinator for the programme.
async fn may_begin(
    tx: &mut Tx,
    context: &Context<'_>,
    kind: Kind,
    pair: Option<&PairId>,
) -> Result<Programme, Failed<Refused>> {
    let Some(id) = pair else {
        let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
        may(context.actor, &Action::ManageProgramme(school))?;
        let in_sight = store::programmes::in_sight(tx, school, context.today).await?;
        return in_sight.filter(|_| !kind.is_of_pair()).ok_or(Failed::NotFound);
    };
    let pair = store::pairs::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let (newcomer, mentor) = persons(tx, &pair).await?.ok_or(Failed::NotFound)?;
    let author = if kind == Kind::Mentor { mentor } else { newcomer };
    may(context.actor, &Action::WriteReport { author: &author })?;
    pair.assignment().ok_or(Failed::Refused(Refused::NotAssigned))?;
    store::programmes::get(tx, &pair.school, &pair.programme).await?.ok_or(Failed::NotFound)
}

/// Begins a report. Where there is one already, it is that one. Nobody else learns that it was begun, so the log has no
/// line of it (neg:N11).
pub async fn begin(
    context: &Context<'_>,
    kind: Kind,
    term: Term,
    pair: Option<&PairId>,
) -> Result<ReportId, Failed<Refused>> {
    store::change!(context.db, tx => begin_in(&mut tx, context, kind, term, pair))
}

async fn begin_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    kind: Kind,
    term: Term,
    pair: Option<&PairId>,
) -> Result<ReportId, Failed<Refused>> {
    if !kind.terms().contains(&term) {
        return Err(Failed::NotFound);
    }
    let pair = pair.filter(|_| kind.is_of_pair());
    let programme = may_begin(tx, context, kind, pair).await?;
    let known = match pair {
        Some(pair) => store::reports::of_pair(tx, &programme.school, pair).await?,
        None => store::reports::of_programme(tx, &programme.school, &programme.id).await?,
    };
    let is_same = |one: &&Report| one.kind == kind && one.term == term;
    if let Some(same) = known.iter().find(is_same) {
        may(context.actor, &Action::WriteReport { author: &same.author })?;
        return Ok(same.id.clone());
    }
    let twice: &[Signer] = match (context.actor.is(Role::Coordinator), context.actor.is(Role::Head)) {
        (true, true) => &[Signer::Coordinator, Signer::Head],
        (true, false) => &[Signer::Coordinator],
        (false, true) => &[Signer::Head],
        (false, false) => &[],
    };
    let number = store::reports::last_number(tx, &programme.school, &programme.id).await?;
    let report = Report {
        id: context.id(),
        school: programme.school.clone(),
        programme: programme.id.clone(),
        kind,
        term,
        pair: pair.cloned(),
        author: context.actor.person.clone(),
        number: number.saturating_add(1),
        code: code(context),
        form: form(tx, &programme.school, kind, term, context.today).await?.without(twice),
        draft: BTreeMap::new(),
        content: None,
        state: State::Draft,
        made_at: context.now,
        version: 0,
    };
    store::reports::add(tx, &report).await?;
    note(tx, context, &report, Deed::Begun, None).await?;
    Ok(report.id)
}

/// A report of the actor's own.
async fn own(tx: &mut Tx, context: &Context<'_>, id: &ReportId) -> Result<Opened, Failed<Refused>> {
    let report = store::reports::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::WriteReport { author: &report.author })?;
    around(tx, report).await?.ok_or(Failed::NotFound)
}

/// The author writes. `seen` is the version that was seen, so that what was written elsewhere meanwhile is not lost.
pub async fn write(
    context: &Context<'_>,
    id: &ReportId,
    seen: i64,
    words: &BTreeMap<String, String>,
) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => write_in(&mut tx, context, id, seen, words))
}

async fn write_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ReportId,
    seen: i64,
    words: &BTreeMap<String, String>,
) -> Result<(), Failed<Refused>> {
    let report = own(tx, context, id).await?.report;
    let words: BTreeMap<String, String> = words
        .iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(key, text)| (key.clone(), text.clone()))
        .collect();
    let before = report.draft.clone();
    if before == words {
        return Ok(());
    }
    if report.version != seen {
        return Err(Failed::Changed);
    }
    let written = report.write(words.clone()).map_err(Failed::Refused)?;
    store::reports::save(tx, &written).await?;
    let keys = written.form.fields_of(0).map(|field| field.key.clone());
    for key in keys {
        let (was, became) = (before.get(&key).cloned(), words.get(&key).cloned());
        if was != became {
            note(tx, context, &written, Deed::Written, Some((Some(key), was, became))).await?;
        }
    }
    Ok(())
}

/// The author says that it is ready: facts are gathered once more and frozen together with the words.
pub async fn ready(context: &Context<'_>, id: &ReportId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => ready_in(&mut tx, context, id))
}

async fn ready_in(tx: &mut WriteTx, context: &Context<'_>, id: &ReportId) -> Result<(), Failed<Refused>> {
    let opened = own(tx, context, id).await?;
    if opened.report.state == State::Ready {
        return Ok(());
    }
    let facts = gather(tx, &opened, context.today).await?;
    let ready = opened.report.ready(facts, context.now).map_err(Failed::Refused)?;
    store::reports::save(tx, &ready).await?;
    note(tx, context, &ready, Deed::Ready, None).await?;
    Ok(context.audit(tx, &ready.school, "report-ready", ready.id.as_str(), "").await?)
}

/// The author takes it back to edit it: every signature is void from now on.
pub async fn take_back(context: &Context<'_>, id: &ReportId) -> Result<(), Failed<Refused>> {
    store::change!(context.db, tx => take_back_in(&mut tx, context, id))
}

async fn take_back_in(tx: &mut WriteTx, context: &Context<'_>, id: &ReportId) -> Result<(), Failed<Refused>> {
    let opened = own(tx, context, id).await?;
    if opened.report.state == State::Draft {
        return Ok(());
    }
    let back = opened.report.take_back().map_err(Failed::Refused)?;
    store::reports::save(tx, &back).await?;
    note(tx, context, &back, Deed::TakenBack, None).await?;
    void(tx, context, &back, 0).await?;
    Ok(context.audit(tx, &back.school, "report-taken-back", back.id.as_str(), "").await?)
}

/// Makes the signatures from a place on void, and says so in the history. Whoever had read it reads it again: what comes back
/// unchanged is not signed in a batch by a reading from before.
async fn void(tx: &mut WriteTx, context: &Context<'_>, report: &Report, from: u8) -> store::Result<()> {
    store::reports::unread(tx, report).await?;
    if store::reports::void(tx, report, from, context.now).await? > 0 {
        note(tx, context, report, Deed::Voided, None).await?;
    }
    Ok(())
}

/// The field of a line of the history, what stood there, what stands there.
type Difference = (Option<String>, Option<String>, Option<String>);

/// Writes a line into the report's history.
pub(crate) async fn note(
    tx: &mut WriteTx,
    context: &Context<'_>,
    report: &Report,
    deed: Deed,
    difference: Option<Difference>,
) -> store::Result<()> {
    let (field, was, became) = difference.unwrap_or_default();
    let by = context.actor.person.clone();
    store::reports::note(tx, report, &Event { at: context.now, by, deed, field, was, became }).await
}

/// The history that the actor may read: of a draft nobody but the author reads what was written.
pub async fn history(tx: &mut Tx, context: &Context<'_>, opened: &Opened) -> store::Result<Vec<Event>> {
    let events = store::reports::events(tx, &opened.report).await?;
    let is_author = opened.is_author(context);
    Ok(events.into_iter().filter(|event| is_author || !event.is_private()).collect())
}

/// What a report says to its reader now.
#[derive(Clone, Debug)]
pub struct View {
    /// What is gathered: frozen once it is ready, of today while its author writes.
    pub facts: Facts,
    /// What people wrote.
    pub words: BTreeMap<String, String>,
    /// True while the author writes: nothing is frozen.
    pub live: bool,
    /// How the journal has changed since it was frozen.
    pub changes: Vec<Change>,
}

/// What a report says to the actor, who may read it.
pub async fn view(tx: &mut Tx, context: &Context<'_>, opened: &Opened) -> store::Result<View> {
    let now = gather(tx, opened, context.today).await?;
    let report = &opened.report;
    let live = opened.is_author(context) && report.is_written();
    Ok(match &report.content {
        Some(kept) if !live => View {
            changes: kept.facts.changes(&now),
            facts: kept.facts.clone(),
            words: kept.words.clone(),
            live,
        },
        _ => View { facts: now, words: report.draft.clone(), live: true, changes: Vec::new() },
    })
}
