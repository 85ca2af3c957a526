//! Imports of lists: a file is shown, decided upon, written in one transaction, and can be taken back
//! (feat:A2, A3). Showing and writing go through the same [`assess`], so what was shown is what is done.

mod assessing;
pub mod exporting;
mod guess;
mod messages;
mod records;
mod rows;
mod writing;

pub use assessing::{Absentee, Assessed, Assessment, File, Line, assess};
pub use exchange::roster::{
    Column, DateOrder, Doubt, Encoding, Field, MAX_BYTES, Options, Refused, SampleRow, Separator, Severity,
    Usage,
};
pub use guess::{Guess, field_of, fields_of};
pub use messages::{Message, Said, field_word, messages};

use crate::accounts::hex;
use crate::{Context, Failed, Never};
use domain::permissions::{Action, may};
use domain::rosters::{ApplyRefused, Choices, Counts, Kind, State, UndoRefused, brakes, undo as turn_round};
use domain::{Day, ImportId, Instant, PersonId, SchoolId};
use jiff::{SignedDuration, Span};
use sha2::{Digest, Sha256};
use store::rosters::Import;
use store::{Tx, WriteTx};

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
    store::change!(context.db, tx => prepare_in(&mut tx, context, upload, options))
}

async fn prepare_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    upload: &Upload<'_>,
    options: Option<&Options>,
) -> Result<ImportId, Failed<PrepareRefused>> {
    let options = match options {
        Some(options) => options.clone(),
        None => last_options(tx, upload).await?,
    };
    let file = File { kind: upload.kind, name: upload.name, bytes: upload.bytes };
    file.open(&options).map_err(|refused| Failed::Refused(PrepareRefused::File(refused)))?;
    if let Some(other) = store::rosters::draft(tx, upload.school).await? {
        if other.made_by != context.actor.person && context.now < other.state_at + IN_HAND {
            let (by, since) = (other.made_by, other.made_at);
            return Err(Failed::Refused(PrepareRefused::Running { by, since }));
        }
        end_draft(tx, context, other).await?;
    }
    let import = Import {
        id: context.id(),
        school: upload.school.clone(),
        kind: upload.kind,
        file_name: upload.name.to_owned(),
        file_hash: hex(&Sha256::digest(upload.bytes)),
        made_by: context.actor.person.clone(),
        made_at: context.now,
        options: to_text(&options),
        choices: Choices::default(),
        state: State::Draft,
        state_at: context.now,
        counts: Counts::default(),
        reverts: None,
        version: 0,
    };
    store::rosters::add(tx, &import, Some(upload.bytes)).await?;
    Ok(import.id)
}

/// The choices of the last list, where they read this one; the guess otherwise.
async fn last_options(tx: &mut Tx, upload: &Upload<'_>) -> store::Result<Options> {
    let text = store::rosters::last_options(tx, upload.school, upload.kind).await?;
    let last: Options = text.as_deref().map(from_text).unwrap_or_default();
    let columns_only = Options { columns: last.columns, date_order: last.date_order, ..Options::default() };
    let file = File { kind: upload.kind, name: upload.name, bytes: upload.bytes };
    let reads = file.open(&columns_only).is_ok_and(|opened| opened.is_ready());
    Ok(if reads { columns_only } else { Options::default() })
}

fn to_text(options: &Options) -> String {
    serde_json::to_string(options).unwrap_or_default()
}

fn from_text(text: &str) -> Options {
    serde_json::from_str(text).unwrap_or_default()
}

async fn end_draft(tx: &mut WriteTx, context: &Context<'_>, draft: Import) -> store::Result<()> {
    let discarded = Import { state: State::Discarded, state_at: context.now, ..draft };
    store::rosters::save(tx, &discarded).await?;
    store::rosters::forget_file(tx, &discarded.school, &discarded.id).await
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

async fn assess_kept(tx: &mut Tx, import: &Import, today: Day) -> store::Result<Option<Assessed>> {
    let Some(bytes) = store::rosters::file(tx, &import.school, &import.id).await? else { return Ok(None) };
    let file = File { kind: import.kind, name: &import.file_name, bytes: &bytes };
    assess(tx, &import.school, &file, &from_text(&import.options), &import.choices, today).await.map(Some)
}

/// Shows what an import would do. Only reads.
pub async fn show(context: &Context<'_>, id: &ImportId) -> Result<Shown, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let import = load(&mut tx, context, id).await?;
    let assessed = assess_kept(&mut tx, &import, context.today).await?;
    Ok(Shown { options: from_text(&import.options), import, assessed })
}

/// Shows what a file would do without keeping anything of it.
pub async fn look(
    context: &Context<'_>,
    upload: &Upload<'_>,
    options: &Options,
    choices: &Choices,
) -> Result<Assessed, Failed<Never>> {
    may(context.actor, &Action::ManageRosters(upload.school))?;
    let mut tx = context.db.read().await?;
    let file = File { kind: upload.kind, name: upload.name, bytes: upload.bytes };
    Ok(assess(&mut tx, upload.school, &file, options, choices, context.today).await?)
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
    match choice {
        Choice::Reading(options) => import.options = to_text(options),
        Choice::Deciding(choices) => import.choices = choices.clone(),
    }
    Ok(store::rosters::save(tx, &Import { state_at: context.now, ..import }).await?)
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
}

/// Writes a draft: everything is looked at again, in one transaction. Gives what was done.
pub async fn apply(
    context: &Context<'_>,
    id: &ImportId,
    confirm: &Confirm,
) -> Result<Counts, Failed<ApplyRefused>> {
    store::change!(context.db, tx => apply_in(&mut tx, context, id, confirm))
}

async fn apply_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ImportId,
    confirm: &Confirm,
) -> Result<Counts, Failed<ApplyRefused>> {
    let import = load(tx, context, id).await?;
    let state = import.state.apply().map_err(Failed::Refused)?;
    let Some(Assessed::Ready(assessment)) = assess_kept(tx, &import, context.today).await? else {
        return Err(Failed::Refused(ApplyRefused::Unready));
    };
    let counts = assessment.counts;
    if confirm.shown.as_ref().is_some_and(|shown| *shown != assessment.token) {
        return Err(Failed::Refused(ApplyRefused::ShownOtherwise));
    }
    if counts.decision > 0 && !confirm.leave_undecided {
        return Err(Failed::Refused(ApplyRefused::Undecided { count: counts.decision }));
    }
    let leaving = counts.leaving;
    let holds = import.kind != Kind::Timetable && brakes(leaving, assessment.standing);
    if leaving > 0 && holds && confirm.typed != Some(leaving) {
        return Err(Failed::Refused(ApplyRefused::Brake { leaving }));
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
    let offset =
        store::schools::get(tx, &import.school).await?.map_or(300, |school| school.utc_offset_minutes);
    let offset = jiff::tz::Offset::from_seconds(i32::from(offset) * 60).unwrap_or(jiff::tz::Offset::UTC);
    Ok(offset.to_datetime(import.state_at).date())
}

/// What taking an import back did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// The import that the undoing is; it can be undone too.
    pub id: ImportId,
    /// Records that are as before.
    pub reverted: usize,
    /// What was left alone, and why.
    pub left_alone: Vec<domain::rosters::LeftAlone>,
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
    let undone = turn_round(&done, &stands, &in_use, &context.today.to_string());
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
    writing::revert(tx, context, &back, &undone.changes).await?;
    store::rosters::save(tx, &Import { state, state_at: context.now, ..import }).await?;
    let detail = format!("reverted={} left={}", undone.changes.len(), undone.left_alone.len());
    context.audit(tx, &back.school, "roster-undone", id.as_str(), &detail).await?;
    Ok(TakenBack { id: back.id, reverted: undone.changes.len(), left_alone: undone.left_alone })
}

/// The schedule forgets files that were finished thirty days ago. Gives how many.
pub async fn forget_files(context: &Context<'_>) -> Result<u64, Failed<Never>> {
    let before = context.now.checked_sub(Span::new().hours(30 * 24)).unwrap_or(context.now);
    store::change!(context.db, tx => forget_in(&mut tx, before))
}

async fn forget_in(tx: &mut WriteTx, before: Instant) -> Result<u64, Failed<Never>> {
    Ok(store::rosters::forget_files(tx, before).await?)
}
