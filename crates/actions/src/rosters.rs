//! Imports of lists: a file is shown, decided upon, written in one transaction, and can be taken back
//! (feat:A2, A3). Showing and writing go through the same comparison, so what was shown is what is done.

mod assessing;
pub mod exporting;
mod guess;
mod messages;
mod parsing;
mod records;
mod rolling;
mod rows;
mod writing;

pub use assessing::{Absentee, Assessed, Assessment, Line};
pub use exchange::roster::{
    Column, DateOrder, Doubt, Encoding, Field, MAX_BYTES, Options, Refused, SampleRow, Separator, Severity,
    Usage,
};
pub use guess::{Guess, field_of, fields_of, is_not_kept, is_required};
pub use messages::{Message, Said, field_word, messages};
pub use rolling::roll_over;

use crate::accounts::hex;
use crate::people::give_back;
use crate::{Context, Failed, Never, apart};
use assessing::{Stands, assess};
use domain::calendar::{USUAL_OFFSET_MINUTES, local};
use domain::permissions::{Action, may};
use domain::rosters::{
    ApplyRefused, Change, Choices, Counts, Kind, LeftAlone, State, UndoRefused, WhyLeft, brakes,
    undo as turn_round,
};
use domain::{Day, ImportId, Instant, PersonId, SchoolId};
use jiff::SignedDuration;
use parsing::{File, Parsed, parse, suited};
use std::collections::BTreeMap;
use store::audit::Entry;
use store::rosters::Import;
use store::{Db, StoreError, Tx, WriteTx};

/// A file as somebody brings it; the name is empty for pasted cells.
#[derive(Clone, Copy, Debug)]
pub struct Upload<'a> {
    /// The school.
    pub school: &'a SchoolId,
    /// What the list is about.
    pub kind: Kind,
    /// Name of the file.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

impl Upload<'_> {
    fn file(&self) -> File {
        File { kind: self.kind, name: self.name.to_owned(), bytes: self.bytes.to_vec() }
    }
}

/// Why a file is not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrepareRefused {
    /// Somebody else has a list in hand.
    Running {
        /// Who.
        by: PersonId,
        /// Since when.
        since: Instant,
    },
    /// The file cannot be read at all.
    File(Refused),
}

/// How long a draft keeps others of the school out.
const IN_HAND: SignedDuration = SignedDuration::from_hours(1);

/// Takes a file in as the school's draft; nothing of it is written yet. The own draft makes room; somebody
/// else's does after an hour. What was chosen for the last list of the kind is chosen again.
pub async fn prepare(
    context: &Context<'_>,
    upload: &Upload<'_>,
    options: Option<&Options>,
) -> Result<ImportId, Failed<PrepareRefused>> {
    may(context.actor, &Action::ManageRosters(upload.school))?;
    let options = match options {
        Some(options) => vec![options.clone()],
        None => vec![last_options(&mut *context.db.read().await?, upload).await?, Options::default()],
    };
    bring(context, upload, options, Choices::default()).await
}

/// Takes a file in under the first options that suit it, with what is decided about it already.
async fn bring(
    context: &Context<'_>,
    upload: &Upload<'_>,
    options: Vec<Options>,
    choices: Choices,
) -> Result<ImportId, Failed<PrepareRefused>> {
    let (options, hash) = suited(upload.file(), options)
        .await?
        .map_err(|refused| Failed::Refused(PrepareRefused::File(refused)))?;
    let draft = Import {
        id: context.id(),
        school: upload.school.clone(),
        kind: upload.kind,
        file_name: upload.name.to_owned(),
        file_hash: hex(&hash),
        made_by: context.actor.person.clone(),
        made_at: context.now,
        options: to_text(&options)?,
        choices,
        state: State::Draft,
        state_at: context.now,
        counts: Counts::default(),
        reverts: None,
        version: 0,
    };
    store::change!(context.db, tx => prepare_in(&mut tx, context, &draft, upload.bytes))
}

async fn prepare_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    draft: &Import,
    bytes: &[u8],
) -> Result<ImportId, Failed<PrepareRefused>> {
    if let Some(other) = store::rosters::draft(tx, &draft.school).await? {
        if other.made_by != context.actor.person && context.now < other.state_at + IN_HAND {
            let (by, since) = (other.made_by, other.made_at);
            return Err(Failed::Refused(PrepareRefused::Running { by, since }));
        }
        end_draft(tx, context, other).await?;
    }
    store::rosters::add(tx, draft, Some(bytes)).await?;
    context.audit(tx, &draft.school, "roster-brought", draft.id.as_str(), draft.kind.word()).await?;
    Ok(draft.id.clone())
}

/// What was chosen for the last list of the kind, as far as it may suit another file.
async fn last_options(tx: &mut Tx, upload: &Upload<'_>) -> store::Result<Options> {
    let text = store::rosters::last_options(tx, upload.school, upload.kind).await?;
    let last: Options = text.as_deref().map(from_text).unwrap_or_default();
    Ok(Options { columns: last.columns, date_order: last.date_order, ..Options::default() })
}

fn to_text(options: &Options) -> store::Result<String> {
    serde_json::to_string(options).map_err(|_| StoreError::Unreadable("options of an import"))
}

fn from_text(text: &str) -> Options {
    serde_json::from_str(text).unwrap_or_default()
}

async fn end_draft(tx: &mut WriteTx, context: &Context<'_>, draft: Import) -> store::Result<()> {
    let discarded = Import { state: State::Discarded, state_at: context.now, ..draft };
    store::rosters::save(tx, &discarded).await?;
    store::rosters::forget_file(tx, &discarded.school, &discarded.id).await?;
    context.audit(tx, &discarded.school, "roster-discarded", discarded.id.as_str(), "").await
}

/// An import with what its file would do or has done.
#[derive(Debug)]
pub struct Shown {
    /// The import.
    pub import: Import,
    /// What was chosen instead of the guess.
    pub options: Options,
    /// The guess and, where the file reads, every line; `None` once the file is forgotten.
    pub assessed: Option<Assessed>,
}

async fn load<R>(tx: &mut Tx, context: &Context<'_>, id: &ImportId) -> Result<Import, Failed<R>> {
    let import = store::rosters::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageRosters(&import.school))?;
    Ok(import)
}

/// The file of an import, as long as it is kept.
async fn file_of(tx: &mut Tx, import: &Import) -> store::Result<Option<File>> {
    let bytes = store::rosters::file(tx, &import.school, &import.id).await?;
    Ok(bytes.map(|bytes| File { kind: import.kind, name: import.file_name.clone(), bytes }))
}

/// Shows what an import would do. Only reads.
pub async fn show(context: &Context<'_>, id: &ImportId) -> Result<Shown, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let import = load(&mut tx, context, id).await?;
    let file = file_of(&mut tx, &import).await?;
    drop(tx);
    let options = from_text(&import.options);
    let assessed = match file {
        Some(file) => {
            let parsed = parse(file, &options).await?;
            Some(compared(context, &import.school, import.kind, parsed, &import.choices).await?)
        }
        None => None,
    };
    Ok(Shown { import, options, assessed })
}

/// Compares what was read with what stands now.
async fn compared(
    context: &Context<'_>,
    school: &SchoolId,
    kind: Kind,
    parsed: Parsed,
    choices: &Choices,
) -> store::Result<Assessed> {
    let stands = Stands::load(&mut *context.db.read().await?, school, kind, context.today).await?;
    let choices = choices.clone();
    apart("list", move || assess(&parsed, &stands, &choices)).await?
}

/// Shows what a file would do without keeping anything of it.
pub async fn look(
    context: &Context<'_>,
    upload: &Upload<'_>,
    options: &Options,
    choices: &Choices,
) -> Result<Assessed, Failed<Never>> {
    may(context.actor, &Action::ManageRosters(upload.school))?;
    let parsed = parse(upload.file(), options).await?;
    Ok(compared(context, upload.school, upload.kind, parsed, choices).await?)
}

/// What a person changes about a draft.
#[derive(Clone, Debug)]
pub enum Choice {
    /// Sheet, encoding, separator, header, columns.
    Reading(Box<Options>),
    /// Who is who, who has left, where the file wins.
    Deciding(Choices),
}

/// Keeps what a person chose about a draft.
pub async fn choose(
    context: &Context<'_>,
    id: &ImportId,
    choice: &Choice,
) -> Result<(), Failed<ApplyRefused>> {
    store::change!(context.db, tx => choose_in(&mut tx, context, id, choice))
}

async fn choose_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ImportId,
    choice: &Choice,
) -> Result<(), Failed<ApplyRefused>> {
    let mut import = load(tx, context, id).await?;
    import.state.discard().map_err(Failed::Refused)?;
    let what = match choice {
        Choice::Reading(options) => {
            import.options = to_text(options)?;
            "reading"
        }
        Choice::Deciding(choices) => {
            import.choices = choices.clone();
            "deciding"
        }
    };
    let import = Import { state_at: context.now, ..import };
    store::rosters::save(tx, &import).await?;
    Ok(context.audit(tx, &import.school, "roster-chosen", id.as_str(), what).await?)
}

/// With what a person confirms.
#[derive(Clone, Debug, Default)]
pub struct Confirm {
    /// The token of what was shown ([`Assessment::token`]); where anything else comes out now, nothing is
    /// written (neg:N13).
    pub shown: Option<String>,
    /// The number typed against the brake.
    pub typed: Option<usize>,
    /// Lines without a decision are left out instead of stopping everything.
    pub leave_undecided: bool,
    /// All or nothing: one line with an error stops everything.
    pub whole: bool,
}

/// Writes a draft: everything is looked at again, in one transaction. Gives what was done. Where all of it stands
/// already, the draft is given up: an application that wrote nothing has no place in the history.
pub async fn apply(
    context: &Context<'_>,
    id: &ImportId,
    confirm: &Confirm,
) -> Result<Counts, Failed<ApplyRefused>> {
    let mut tx = context.db.read().await?;
    let import = load(&mut tx, context, id).await?;
    let file = file_of(&mut tx, &import).await?;
    drop(tx);
    let Some(file) = file else {
        let why = import.state.apply().err().unwrap_or(ApplyRefused::Unready);
        return Err(Failed::Refused(why));
    };
    let parsed = parse(file, &from_text(&import.options)).await?;
    let read = Read { parsed: &parsed, options: &import.options };
    store::change!(context.db, tx => apply_in(&mut tx, context, id, &read, confirm))
}

/// A kept file as it was read before the transaction.
struct Read<'a> {
    parsed: &'a Parsed,
    /// The options with which it was read.
    options: &'a str,
}

async fn apply_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ImportId,
    read: &Read<'_>,
    confirm: &Confirm,
) -> Result<Counts, Failed<ApplyRefused>> {
    let import = load(tx, context, id).await?;
    let state = import.state.apply().map_err(Failed::Refused)?;
    if import.options != read.options {
        return Err(Failed::Changed);
    }
    let stands = Stands::load(tx, &import.school, import.kind, context.today).await?;
    let Assessed::Ready(assessment) = assess(read.parsed, &stands, &import.choices)? else {
        return Err(Failed::Refused(ApplyRefused::Unready));
    };
    let counts = assessment.counts;
    if confirm.shown.as_ref().is_some_and(|shown| *shown != assessment.token) {
        return Err(Failed::Refused(ApplyRefused::ShownOtherwise));
    }
    if counts.decision > 0 && !confirm.leave_undecided {
        return Err(Failed::Refused(ApplyRefused::Undecided { count: counts.decision }));
    }
    if counts.error > 0 && confirm.whole {
        return Err(Failed::Refused(ApplyRefused::Faulty { count: counts.error }));
    }
    let leaving = counts.leaving;
    let holds = import.kind != Kind::Timetable && brakes(leaving, assessment.standing);
    if leaving > 0 && holds && confirm.typed != Some(leaving) {
        return Err(Failed::Refused(ApplyRefused::Brake { leaving }));
    }
    if !assessment.writes {
        end_draft(tx, context, import).await?;
        return Ok(counts);
    }
    writing::write(tx, context, &import, &assessment).await?;
    let school = import.school.clone();
    store::rosters::save(tx, &Import { state, state_at: context.now, counts, ..import }).await?;
    let detail = format!(
        "create={} update={} unchanged={} leaving={} error={}",
        counts.create, counts.update, counts.unchanged, counts.leaving, counts.error
    );
    context.audit(tx, &school, "roster-applied", id.as_str(), &detail).await?;
    Ok(counts)
}

/// Gives a draft up.
pub async fn discard(context: &Context<'_>, id: &ImportId) -> Result<(), Failed<ApplyRefused>> {
    store::change!(context.db, tx => discard_in(&mut tx, context, id))
}

async fn discard_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ImportId,
) -> Result<(), Failed<ApplyRefused>> {
    let import = load(tx, context, id).await?;
    import.state.discard().map_err(Failed::Refused)?;
    Ok(end_draft(tx, context, import).await?)
}

/// The day on which an import was written, where the school is.
async fn applied_on(tx: &mut Tx, import: &Import) -> store::Result<Day> {
    let school = store::schools::get(tx, &import.school).await?;
    let offset = school.map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
    Ok(local(import.state_at, offset).date())
}

/// What taking an import back did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// The import that the undoing is; it can be undone too.
    pub id: ImportId,
    /// Records that are as before.
    pub reverted: usize,
    /// What was left alone, and why.
    pub left_alone: Vec<LeftAlone>,
}

/// Takes an import back where nothing has changed since.
pub async fn undo(context: &Context<'_>, id: &ImportId) -> Result<TakenBack, Failed<UndoRefused>> {
    store::change!(context.db, tx => undo_in(&mut tx, context, id))
}

async fn undo_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ImportId,
) -> Result<TakenBack, Failed<UndoRefused>> {
    let import = load(tx, context, id).await?;
    let day = applied_on(tx, &import).await?;
    let state = import.state.undo(day, context.today).map_err(Failed::Refused)?;
    let done = store::rosters::changes(tx, &import.school, id).await?;
    let stands = records::values(tx, &import.school, import.kind).await?;
    let in_use = store::rosters::in_use(tx, &import.school).await?;
    let runs = records::runs(tx, &import.school, context.today).await?;
    let mut undone = turn_round(&done, &stands, &in_use, &runs, &context.today.to_string());
    let back = Import {
        id: context.id(),
        made_by: context.actor.person.clone(),
        made_at: context.now,
        choices: Choices::default(),
        state: State::Applied,
        state_at: context.now,
        counts: Counts { update: undone.changes.len(), ..Counts::default() },
        reverts: Some(id.clone()),
        version: 0,
        ..import.clone()
    };
    store::rosters::add(tx, &back, None).await?;
    let mut turned = writing::revert(tx, context, &back, &undone).await?;
    undone.left_alone.extend(give_back_taken(tx, context, &done, &mut turned).await?);
    for (subject, changes) in &turned {
        store::rosters::add_changes(tx, &back.school, &back.id, subject, changes).await?;
    }
    store::rosters::save(tx, &Import { state, state_at: context.now, ..import }).await?;
    let detail = format!("reverted={} left={}", undone.changes.len(), undone.left_alone.len());
    context.audit(tx, &back.school, "roster-undone", id.as_str(), &detail).await?;
    Ok(TakenBack { id: back.id, reverted: undone.changes.len(), left_alone: undone.left_alone })
}

/// Gives back what the leavings of an import took, once everybody is back; notes it with what was turned round
/// and gives what stays over.
async fn give_back_taken<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    done: &BTreeMap<String, Vec<Change>>,
    turned: &mut BTreeMap<String, Vec<Change>>,
) -> Result<Vec<LeftAlone>, Failed<R>> {
    let mut left_alone = Vec::new();
    for (id, changes) in done {
        for change in changes {
            let Some(taken) = change.taken() else { continue };
            if give_back(tx, context, &id.as_str().into(), taken).await? {
                let back = Change {
                    field: change.field.clone(),
                    before: change.after.clone(),
                    after: change.before.clone(),
                };
                turned.entry(id.clone()).or_default().push(back);
            } else {
                let (id, field) = (id.clone(), change.field.clone());
                left_alone.push(LeftAlone { id, field, why: WhyLeft::ChangedSince });
            }
        }
    }
    Ok(left_alone)
}

/// Days for which a file is kept after its list was last touched, as the page promises.
const FILES_KEPT_DAYS: i64 = 30;

/// The schedule gives up drafts that nobody has touched for thirty days, and forgets files that were written,
/// taken back or given up as long ago. Gives how many lists it concerned.
pub async fn forget_files(db: &Db, now: Instant) -> store::Result<usize> {
    let kept = SignedDuration::from_hours(24 * FILES_KEPT_DAYS);
    let before = now.checked_sub(kept).unwrap_or(Instant::MIN);
    store::change!(db, tx => forget_in(&mut tx, now, before))
}

async fn forget_in(tx: &mut WriteTx, now: Instant, before: Instant) -> store::Result<usize> {
    let stale = store::rosters::stale_drafts(tx, before).await?;
    let given_up = stale.len();
    for draft in stale {
        let discarded = Import { state: State::Discarded, state_at: now, ..draft };
        store::rosters::save(tx, &discarded).await?;
        store::rosters::forget_file(tx, &discarded.school, &discarded.id).await?;
        let entry = Entry {
            school: Some(&discarded.school),
            at: now,
            actor: None,
            what: "roster-discarded",
            subject: discarded.id.as_str(),
            detail: "",
        };
        store::audit::append(tx, &entry).await?;
    }
    let forgotten = store::rosters::forget_files(tx, before).await?;
    Ok(given_up + usize::try_from(forgotten).unwrap_or(usize::MAX))
}
