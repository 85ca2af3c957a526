//! Concerns about children: the cases, their logs, and who opened them.

use crate::sql::{all, day, instant, json, known, millis, one, time, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::concerns::{Concern, Entry, Named, Outcome, State, Step, Taken, What};
use domain::{ConcernId, Day, Instant, PersonId, PupilId, SchoolId};

sql! {
    columns "id, school_id, child, seen, seen_on, raised_by, raised_at, raised_on, pupil_id, harmer_id, about_id, state, leader_id, closed_at, outcome, version";
    ADD = "INSERT INTO concerns (id, school_id, child, seen, seen_on, raised_by, raised_at, raised_on, pupil_id, harmer_id, about_id, state, leader_id, closed_at, outcome) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    SAVE = "UPDATE concerns SET pupil_id = $3, harmer_id = $4, about_id = $5, state = $6, leader_id = $7, closed_at = $8, outcome = $9, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM concerns WHERE id = $1";
    OF_SCHOOL = "SELECT " ~ " FROM concerns WHERE school_id = $1 ORDER BY raised_at DESC, id";
    ADD_ENTRY = "INSERT INTO concern_entries (id, school_id, concern_id, what, other_id, words, step, needed, on_day, at_time, number, by_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    ENTRIES = "SELECT what, other_id, words, step, needed, on_day, at_time, number, by_id, at FROM concern_entries WHERE school_id = $1 AND concern_id = $2 ORDER BY at, id";
    READ = "INSERT INTO concern_reads (school_id, concern_id, person_id, day) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, concern_id, day, person_id) DO NOTHING";
    READS = "SELECT day, person_id FROM concern_reads WHERE school_id = $1 AND concern_id = $2 ORDER BY day DESC, person_id";
    FORGET_READS = "DELETE FROM concern_reads WHERE EXISTS (SELECT 1 FROM concerns WHERE concerns.school_id = concern_reads.school_id AND concerns.id = concern_reads.concern_id AND concerns.closed_at < $1)";
    FORGET_ENTRIES = "DELETE FROM concern_entries WHERE EXISTS (SELECT 1 FROM concerns WHERE concerns.school_id = concern_entries.school_id AND concerns.id = concern_entries.concern_id AND concerns.closed_at < $1)";
    FORGET = "DELETE FROM concerns WHERE closed_at < $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    child: String,
    seen: String,
    seen_on: String,
    raised_by: String,
    raised_at: i64,
    raised_on: String,
    pupil_id: Option<String>,
    harmer_id: Option<String>,
    about_id: Option<String>,
    state: String,
    leader_id: Option<String>,
    closed_at: Option<i64>,
    outcome: Option<String>,
    version: i64,
}

impl TryFrom<Row> for Concern {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let outcome = row.outcome.as_deref().and_then(Outcome::from_word);
        let state = match (row.state.as_str(), row.leader_id, row.closed_at, outcome) {
            ("raised", None, None, None) => Some(State::Raised),
            ("led", Some(by), None, None) => Some(State::Led { by: by.into() }),
            ("closed", Some(by), Some(at), Some(outcome)) => {
                Some(State::Closed { by: by.into(), at: instant(at)?, outcome })
            }
            _ => None,
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            child: row.child,
            seen: row.seen,
            seen_on: day(&row.seen_on)?,
            raised: (row.raised_by.into(), instant(row.raised_at)?),
            raised_on: day(&row.raised_on)?,
            named: Named {
                pupil: row.pupil_id.map(Into::into),
                harmer: row.harmer_id.map(Into::into),
                about: row.about_id.map(Into::into),
            },
            state: known(state, "state of a concern")?,
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct EntryRow {
    what: String,
    other_id: Option<String>,
    words: Option<String>,
    step: Option<String>,
    needed: Option<i64>,
    on_day: Option<String>,
    at_time: Option<String>,
    number: Option<String>,
    by_id: String,
    at: i64,
}

impl TryFrom<EntryRow> for Entry {
    type Error = StoreError;
    fn try_from(row: EntryRow) -> Result<Self> {
        let step = row.step.as_deref().and_then(Step::from_word);
        let what = match (row.what.as_str(), row.other_id, row.words) {
            ("lead", None, None) => Some(What::Lead),
            ("hand", Some(to), None) => Some(What::Hand(to.into())),
            ("name", None, Some(named)) => Some(What::Name(read_named(&named)?)),
            ("note", None, Some(words)) => Some(What::Note(words)),
            ("close", None, Some(words)) => Some(What::Close(words)),
            ("step", None, remark) => Some(What::Step(Taken {
                step: known(step, "step of a concern")?,
                needed: row.needed != Some(0),
                on: day(row.on_day.as_deref().unwrap_or_default())?,
                at: time(row.at_time.as_deref().unwrap_or_default())?,
                number: row.number,
                remark,
            })),
            _ => None,
        };
        Ok(Self { what: known(what, "entry of a concern")?, by: (row.by_id.into(), instant(row.at)?) })
    }
}

/// Pupil, who did harm, adult: as a line of the log has them.
fn named_words(named: &Named) -> Result<String> {
    let Named { pupil, harmer, about } = named;
    to_json(&[
        pupil.as_ref().map(PupilId::as_str),
        harmer.as_ref().map(PupilId::as_str),
        about.as_ref().map(PersonId::as_str),
    ])
}

fn read_named(words: &str) -> Result<Named> {
    let [pupil, harmer, about]: [Option<String>; 3] = json(words)?;
    Ok(Named { pupil: pupil.map(Into::into), harmer: harmer.map(Into::into), about: about.map(Into::into) })
}

/// Who leads or led a case, when it was closed, and how it ended.
fn standing(state: &State) -> (Option<&str>, Option<i64>, Option<&'static str>) {
    match state {
        State::Raised => (None, None, None),
        State::Led { by } => (Some(by.as_str()), None, None),
        State::Closed { by, at, outcome } => (Some(by.as_str()), Some(millis(*at)), Some(outcome.word())),
    }
}

/// Adds one that was just raised.
pub async fn add(tx: &mut WriteTx, concern: &Concern) -> Result<()> {
    let (leader, closed_at, outcome) = standing(&concern.state);
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(concern.id.as_str())
            .bind(concern.school.as_str())
            .bind(concern.child.as_str())
            .bind(concern.seen.as_str())
            .bind(concern.seen_on.to_string())
            .bind(concern.raised.0.as_str())
            .bind(millis(concern.raised.1))
            .bind(concern.raised_on.to_string())
            .bind(concern.named.pupil.as_ref().map(PupilId::as_str))
            .bind(concern.named.harmer.as_ref().map(PupilId::as_str))
            .bind(concern.named.about.as_ref().map(PersonId::as_str))
            .bind(concern.state.word())
            .bind(leader)
            .bind(closed_at)
            .bind(outcome)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves of whom it is and how far it is; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, concern: &Concern) -> Result<()> {
    let (leader, closed_at, outcome) = standing(&concern.state);
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(concern.id.as_str())
            .bind(concern.version)
            .bind(concern.named.pupil.as_ref().map(PupilId::as_str))
            .bind(concern.named.harmer.as_ref().map(PupilId::as_str))
            .bind(concern.named.about.as_ref().map(PersonId::as_str))
            .bind(concern.state.word())
            .bind(leader)
            .bind(closed_at)
            .bind(outcome)
    )
}

/// One by its id.
pub async fn get(tx: &mut Tx, id: &ConcernId) -> Result<Option<Concern>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// All of a school, the newest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Concern>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Adds a line to the log of a case.
pub async fn add_entry(tx: &mut WriteTx, concern: &Concern, id: &str, entry: &Entry) -> Result<()> {
    let (mut other, mut words, mut step) = (None, None, None);
    let named: String;
    match &entry.what {
        What::Lead => {}
        What::Name(of) => {
            named = named_words(of)?;
            words = Some(named.as_str());
        }
        What::Hand(to) => other = Some(to.as_str()),
        What::Note(said) | What::Close(said) => words = Some(said.as_str()),
        What::Step(taken) => (words, step) = (taken.remark.as_deref(), Some(taken)),
    }
    on!(tx.0, c => {
        sqlx::query(ADD_ENTRY)
            .bind(id)
            .bind(concern.school.as_str())
            .bind(concern.id.as_str())
            .bind(entry.what.word())
            .bind(other)
            .bind(words)
            .bind(step.map(|taken| taken.step.word()))
            .bind(step.map(|taken| i64::from(taken.needed)))
            .bind(step.map(|taken| taken.on.to_string()))
            .bind(step.map(|taken| taken.at.to_string()))
            .bind(step.and_then(|taken| taken.number.as_deref()))
            .bind(entry.by.0.as_str())
            .bind(millis(entry.by.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The log of a case, in the order of time.
pub async fn entries(tx: &mut Tx, concern: &Concern) -> Result<Vec<Entry>> {
    all(rows!(tx, EntryRow, ENTRIES, concern.school.as_str(), concern.id.as_str()))
}

/// Notes that somebody opened it on a day; once a day is enough.
pub async fn read(tx: &mut WriteTx, concern: &Concern, reader: &PersonId, on: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(READ)
            .bind(concern.school.as_str())
            .bind(concern.id.as_str())
            .bind(reader.as_str())
            .bind(on.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Who opened it, the latest first.
pub async fn reads(tx: &mut Tx, concern: &Concern) -> Result<Vec<(Day, PersonId)>> {
    let rows = rows!(tx, (String, String), READS, concern.school.as_str(), concern.id.as_str());
    rows.into_iter().map(|(on, reader)| Ok((day(&on)?, reader.into()))).collect()
}

/// Forgets those that were closed before an instant, with everything in them, in every school.
pub async fn forget(tx: &mut WriteTx, before: Instant) -> Result<()> {
    for statement in [FORGET_READS, FORGET_ENTRIES, FORGET] {
        on!(tx.0, c => {
            sqlx::query(statement).bind(millis(before)).execute(c).await?;
        });
    }
    Ok(())
}
