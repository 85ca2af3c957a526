//! Imports of lists: files in hand, what they did, what was corrected by hand.

use crate::sql::{instant, json, known, millis, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::rosters::{Change, Choices, Counts, Kind, State};
use domain::{ImportId, Instant, PersonId, SchoolId};
use std::collections::{BTreeMap, BTreeSet};

sql! {
    ADD = "INSERT INTO imports (id, school_id, kind, file_name, file_hash, file, made_by, made_at, options, choices, state, state_at, counts, reverts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    SAVE = "UPDATE imports SET options = $3, choices = $4, state = $5, state_at = $6, counts = $7, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT id, school_id, kind, file_name, file_hash, made_by, made_at, options, choices, state, state_at, counts, reverts, version FROM imports WHERE id = $1";
    DRAFT = "SELECT id, school_id, kind, file_name, file_hash, made_by, made_at, options, choices, state, state_at, counts, reverts, version FROM imports WHERE school_id = $1 AND state = 'draft'";
    OF_SCHOOL = "SELECT id, school_id, kind, file_name, file_hash, made_by, made_at, options, choices, state, state_at, counts, reverts, version FROM imports WHERE school_id = $1 AND state <> 'discarded' ORDER BY made_at DESC, id DESC LIMIT 50";
    LAST_OPTIONS = "SELECT options FROM imports WHERE school_id = $1 AND kind = $2 AND state <> 'discarded' AND reverts IS NULL ORDER BY made_at DESC LIMIT 1";
    FILE = "SELECT file FROM imports WHERE school_id = $1 AND id = $2";
    FORGET_FILE = "UPDATE imports SET file = NULL WHERE school_id = $1 AND id = $2";
    FORGET_FILES = "UPDATE imports SET file = NULL WHERE state <> 'draft' AND state_at < $1 AND file IS NOT NULL";
    STALE_DRAFTS = "SELECT id, school_id, kind, file_name, file_hash, made_by, made_at, options, choices, state, state_at, counts, reverts, version FROM imports WHERE state = 'draft' AND state_at < $1 ORDER BY id";
    ADD_CHANGES = "INSERT INTO import_changes (school_id, import_id, subject, changes) VALUES ($1, $2, $3, $4)";
    CHANGES = "SELECT subject, changes FROM import_changes WHERE school_id = $1 AND import_id = $2 ORDER BY subject";
    CHANGES_OF = "SELECT imports.file_name, imports.state_at, import_changes.changes FROM import_changes JOIN imports ON imports.school_id = import_changes.school_id AND imports.id = import_changes.import_id WHERE import_changes.school_id = $1 AND import_changes.subject = $2 AND imports.state = 'applied' AND imports.reverts IS NULL ORDER BY imports.state_at, imports.id";
    MARK_EDITED = "INSERT INTO person_edits (school_id, person_id, field) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    UNMARK_EDITED = "DELETE FROM person_edits WHERE school_id = $1 AND person_id = $2 AND field = $3";
    EDITED = "SELECT person_id, field FROM person_edits WHERE school_id = $1";
    REMEMBER = "INSERT INTO roster_identities (school_id, kind, identity, subject) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, kind, identity) DO UPDATE SET subject = excluded.subject";
    REMEMBERED = "SELECT identity, subject FROM roster_identities WHERE school_id = $1 AND kind = $2";
    EMAILS_ELSEWHERE = "SELECT email FROM people WHERE email IS NOT NULL AND (school_id IS NULL OR school_id <> $1)";
    IN_USE = "SELECT person_id FROM newcomers WHERE school_id = $1 UNION SELECT person_id FROM mentors WHERE school_id = $1 UNION SELECT accounts.person_id FROM accounts JOIN people ON people.id = accounts.person_id WHERE people.school_id = $1";
    WITH_PAIRS = "SELECT newcomers.person_id FROM pairs JOIN newcomers ON newcomers.school_id = pairs.school_id AND newcomers.id = pairs.newcomer_id WHERE pairs.school_id = $1 AND pairs.state <> 'ended' UNION SELECT mentors.person_id FROM pairs JOIN mentors ON mentors.school_id = pairs.school_id AND mentors.id = pairs.mentor_id WHERE pairs.school_id = $1 AND pairs.state <> 'ended'";
}

/// An import as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// What the list is about.
    pub kind: Kind,
    /// Name of the file; empty for pasted cells.
    pub file_name: String,
    /// SHA-256 of the file, hexadecimal.
    pub file_hash: String,
    /// Who brought it.
    pub made_by: PersonId,
    /// When.
    pub made_at: Instant,
    /// What was chosen instead of the guess, as JSON.
    pub options: String,
    /// What was decided.
    pub choices: Choices,
    /// How it stands.
    pub state: State,
    /// Since when.
    pub state_at: Instant,
    /// How many lines become or became what.
    pub counts: Counts,
    /// The import that this one takes back.
    pub reverts: Option<ImportId>,
    /// Version for optimistic locking.
    pub version: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    kind: String,
    file_name: String,
    file_hash: String,
    made_by: String,
    made_at: i64,
    options: String,
    choices: String,
    state: String,
    state_at: i64,
    counts: String,
    reverts: Option<String>,
    version: i64,
}

impl TryFrom<Row> for Import {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            kind: known(Kind::from_word(&row.kind), "kind of an import")?,
            file_name: row.file_name,
            file_hash: row.file_hash,
            made_by: row.made_by.into(),
            made_at: instant(row.made_at)?,
            options: row.options,
            choices: json(&row.choices)?,
            state: known(State::from_word(&row.state), "state of an import")?,
            state_at: instant(row.state_at)?,
            counts: json(&row.counts)?,
            reverts: row.reverts.map(Into::into),
            version: row.version,
        })
    }
}

/// Adds an import with its file; `Taken` where the school has a draft.
pub async fn add(tx: &mut WriteTx, import: &Import, file: Option<&[u8]>) -> Result<()> {
    let (choices, counts) = (to_json(&import.choices)?, to_json(&import.counts)?);
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(import.id.as_str())
            .bind(import.school.as_str())
            .bind(import.kind.word())
            .bind(&import.file_name)
            .bind(&import.file_hash)
            .bind(file)
            .bind(import.made_by.as_str())
            .bind(millis(import.made_at))
            .bind(&import.options)
            .bind(choices)
            .bind(import.state.word())
            .bind(millis(import.state_at))
            .bind(counts)
            .bind(import.reverts.as_ref().map(ImportId::as_str))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves options, choices, state and counts.
pub async fn save(tx: &mut WriteTx, import: &Import) -> Result<()> {
    let (choices, counts) = (to_json(&import.choices)?, to_json(&import.counts)?);
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(import.id.as_str())
            .bind(import.version)
            .bind(&import.options)
            .bind(choices)
            .bind(import.state.word())
            .bind(millis(import.state_at))
            .bind(counts)
    )
}

/// One import.
pub async fn get(tx: &mut Tx, id: &ImportId) -> Result<Option<Import>> {
    let row = on!(tx, c => sqlx::query_as::<_, Row>(GET).bind(id.as_str()).fetch_optional(c).await?);
    row.map(TryInto::try_into).transpose()
}

/// The school's draft.
pub async fn draft(tx: &mut Tx, school: &SchoolId) -> Result<Option<Import>> {
    let row = on!(tx, c => sqlx::query_as::<_, Row>(DRAFT).bind(school.as_str()).fetch_optional(c).await?);
    row.map(TryInto::try_into).transpose()
}

/// The latest fifty imports of a school, the draft included, newest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Import>> {
    let rows = on!(tx, c => sqlx::query_as::<_, Row>(OF_SCHOOL).bind(school.as_str()).fetch_all(c).await?);
    rows.into_iter().map(TryInto::try_into).collect()
}

/// What was chosen for the school's latest list of a kind, as JSON.
pub async fn last_options(tx: &mut Tx, school: &SchoolId, kind: Kind) -> Result<Option<String>> {
    let row = on!(tx, c => sqlx::query_as::<_, (String,)>(LAST_OPTIONS).bind(school.as_str()).bind(kind.word()).fetch_optional(c).await?);
    Ok(row.map(|(options,)| options))
}

/// The file of an import, as long as it is kept.
pub async fn file(tx: &mut Tx, school: &SchoolId, id: &ImportId) -> Result<Option<Vec<u8>>> {
    let row = on!(tx, c => sqlx::query_as::<_, (Option<Vec<u8>>,)>(FILE).bind(school.as_str()).bind(id.as_str()).fetch_optional(c).await?);
    Ok(row.and_then(|(file,)| file))
}

/// Forgets the file of one import.
pub async fn forget_file(tx: &mut WriteTx, school: &SchoolId, id: &ImportId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET_FILE).bind(school.as_str()).bind(id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// Drafts of all schools that nobody has touched since an instant.
pub async fn stale_drafts(tx: &mut Tx, before: Instant) -> Result<Vec<Import>> {
    let rows = on!(tx, c => sqlx::query_as::<_, Row>(STALE_DRAFTS).bind(millis(before)).fetch_all(c).await?);
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Forgets the files of imports that were finished before an instant. Gives how many.
pub async fn forget_files(tx: &mut WriteTx, before: Instant) -> Result<u64> {
    Ok(on!(tx.0, c => sqlx::query(FORGET_FILES).bind(millis(before)).execute(c).await?.rows_affected()))
}

/// Keeps what an import did to a record.
pub async fn add_changes(
    tx: &mut WriteTx,
    school: &SchoolId,
    import: &ImportId,
    subject: &str,
    changes: &[Change],
) -> Result<()> {
    let changes = to_json(&changes)?;
    on!(tx.0, c => {
        sqlx::query(ADD_CHANGES)
            .bind(school.as_str())
            .bind(import.as_str())
            .bind(subject)
            .bind(changes)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// What an import did, by record.
pub async fn changes(
    tx: &mut Tx,
    school: &SchoolId,
    import: &ImportId,
) -> Result<BTreeMap<String, Vec<Change>>> {
    let rows = on!(tx, c => sqlx::query_as::<_, (String, String)>(CHANGES).bind(school.as_str()).bind(import.as_str()).fetch_all(c).await?);
    rows.into_iter().map(|(subject, changes)| Ok((subject, json(&changes)?))).collect()
}

/// What the lists that stand did to one record: file, when, what; the earliest first.
pub async fn changes_of(
    tx: &mut Tx,
    school: &SchoolId,
    subject: &str,
) -> Result<Vec<(String, Instant, Vec<Change>)>> {
    let rows = on!(tx, c => sqlx::query_as::<_, (String, i64, String)>(CHANGES_OF).bind(school.as_str()).bind(subject).fetch_all(c).await?);
    rows.into_iter().map(|(file, at, changes)| Ok((file, instant(at)?, json(&changes)?))).collect()
}

/// Marks a person's field as corrected by hand: an import leaves it unless told that the file wins. The field
/// is one of [`domain::rosters::staff::FIELDS`].
pub async fn mark_edited(tx: &mut WriteTx, school: &SchoolId, person: &PersonId, field: &str) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(MARK_EDITED).bind(school.as_str()).bind(person.as_str()).bind(field).execute(c).await?;
    });
    Ok(())
}

/// Takes the mark away: the file has won.
pub async fn unmark_edited(tx: &mut WriteTx, school: &SchoolId, person: &str, field: &str) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(UNMARK_EDITED).bind(school.as_str()).bind(person).bind(field).execute(c).await?;
    });
    Ok(())
}

/// Fields corrected by hand, by person.
pub async fn edited(tx: &mut Tx, school: &SchoolId) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let rows =
        on!(tx, c => sqlx::query_as::<_, (String, String)>(EDITED).bind(school.as_str()).fetch_all(c).await?);
    let mut edited: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (person, field) in rows {
        edited.entry(person).or_default().insert(field);
    }
    Ok(edited)
}

/// Remembers whom a line without a key was about.
pub async fn remember(
    tx: &mut WriteTx,
    school: &SchoolId,
    kind: Kind,
    identity: &str,
    subject: &str,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REMEMBER)
            .bind(school.as_str())
            .bind(kind.word())
            .bind(identity)
            .bind(subject)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Whom lines without a key were about: identity and record.
pub async fn remembered(tx: &mut Tx, school: &SchoolId, kind: Kind) -> Result<Vec<(String, String)>> {
    Ok(
        on!(tx, c => sqlx::query_as::<_, (String, String)>(REMEMBERED).bind(school.as_str()).bind(kind.word()).fetch_all(c).await?),
    )
}

/// E-mails in use outside a school.
pub async fn emails_elsewhere(tx: &mut Tx, school: &SchoolId) -> Result<BTreeSet<String>> {
    ids(tx, EMAILS_ELSEWHERE, school).await
}

/// People of a school who take part in a programme or have an account.
pub async fn in_use(tx: &mut Tx, school: &SchoolId) -> Result<BTreeSet<String>> {
    ids(tx, IN_USE, school).await
}

/// People of a school with a pair that has not ended.
pub async fn with_pairs(tx: &mut Tx, school: &SchoolId) -> Result<BTreeSet<String>> {
    ids(tx, WITH_PAIRS, school).await
}

async fn ids(tx: &mut Tx, statement: &'static str, school: &SchoolId) -> Result<BTreeSet<String>> {
    let rows =
        on!(tx, c => sqlx::query_as::<_, (String,)>(statement).bind(school.as_str()).fetch_all(c).await?);
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
