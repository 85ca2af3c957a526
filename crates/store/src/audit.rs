//! The append-only log: who did what to which thing, in the transaction that did it. Ids and words only, no
//! contents, no names: the log outlives the people in it. Triggers refuse to change or delete a line.

use crate::sql::{all, instant, millis};
use crate::{Result, Tx, WriteTx};
use domain::audit::Deed;
use domain::{Instant, PersonId, SchoolId};

sql! {
    columns "id, at, actor, what, subject, detail";
    APPEND = "INSERT INTO audit (school_id, at, actor, what, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)";
    OF_SCHOOL = "SELECT " ~ " FROM audit WHERE school_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
    OF_SUBJECT = "SELECT " ~ " FROM audit WHERE school_id = $1 AND subject = $2 ORDER BY id";
    CHOSEN = "SELECT line.id, at, actor, what, subject, detail, COALESCE(newcomers.person_id, named.person_id) AS newcomer, COALESCE(mentors.person_id, CASE observations.kind WHEN 'by_newcomer' THEN observations.observed_id ELSE observations.observer_id END) AS mentor FROM (SELECT " ~ " FROM audit WHERE school_id = $1 AND (at < $2 OR (at = $2 AND id < $3)) AND $4 LIKE '%|' || what || '|%' AND ($5 = '' OR actor = $5 OR subject = $5) ORDER BY at DESC, id DESC LIMIT $6) AS line LEFT JOIN handovers ON handovers.id = subject LEFT JOIN reports ON reports.id = subject LEFT JOIN pairs ON pairs.id = COALESCE(handovers.pair_id, reports.pair_id, subject) LEFT JOIN requests ON requests.id = subject LEFT JOIN contacts ON contacts.id = subject LEFT JOIN rotations ON rotations.id = subject LEFT JOIN plans ON plans.id = subject LEFT JOIN observations ON observations.id = subject LEFT JOIN newcomers ON newcomers.id = COALESCE(pairs.newcomer_id, requests.newcomer_id, contacts.newcomer_id, rotations.newcomer_id, plans.newcomer_id, observations.newcomer_id, subject) LEFT JOIN newcomers AS named ON named.id = detail LEFT JOIN mentors ON mentors.id = COALESCE(pairs.mentor_id, requests.mentor_id, contacts.mentor_id, rotations.mentor_id, subject) ORDER BY at DESC, line.id DESC";
}

/// A line to be written.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The school it happened in; empty for the district and the installation.
    pub school: Option<&'a SchoolId>,
    /// When.
    pub at: Instant,
    /// Who; `None` for the schedule.
    pub actor: Option<&'a PersonId>,
    /// What, as the word of a [`Deed`]: `request-accepted`.
    pub what: &'a str,
    /// The id of the thing.
    pub subject: &'a str,
    /// Ids, words and counts that tell more; never contents or names.
    pub detail: &'a str,
}

/// A line that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number; grows with time.
    pub id: i64,
    /// When.
    pub at: Instant,
    /// Who; `None` for the schedule.
    pub actor: Option<PersonId>,
    /// What.
    pub what: String,
    /// The id of the thing.
    pub subject: String,
    /// More.
    pub detail: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    at: i64,
    actor: Option<String>,
    what: String,
    subject: String,
    detail: String,
}

impl TryFrom<Row> for Line {
    type Error = crate::StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id,
            at: instant(row.at)?,
            actor: row.actor.map(Into::into),
            what: row.what,
            subject: row.subject,
            detail: row.detail,
        })
    }
}

/// Writes a line.
pub async fn append(tx: &mut WriteTx, entry: &Entry<'_>) -> Result<()> {
    // Every test that does something meets this: a deed without a text would be missing on the log's page.
    debug_assert!(Deed::from_word(entry.what).is_some(), "{} is not in domain::audit", entry.what);
    on!(tx.0, c => {
        sqlx::query(APPEND)
            .bind(entry.school.map_or("", SchoolId::as_str))
            .bind(millis(entry.at))
            .bind(entry.actor.map(PersonId::as_str))
            .bind(entry.what)
            .bind(entry.subject)
            .bind(entry.detail)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The latest lines of a school before a line's number, newest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId, before: i64, limit: i64) -> Result<Vec<Line>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str(), before, limit))
}

/// What happened to one thing, oldest first.
pub async fn of_subject(tx: &mut Tx, school: &SchoolId, subject: &str) -> Result<Vec<Line>> {
    all(rows!(tx, Row, OF_SUBJECT, school.as_str(), subject))
}

/// The same of a thing above all schools: of a district, or of the installation.
pub async fn above_schools(tx: &mut Tx, subject: &str) -> Result<Vec<Line>> {
    all(rows!(tx, Row, OF_SUBJECT, "", subject))
}

/// Which lines are asked for.
#[derive(Clone, Copy, Debug)]
pub struct Chosen<'a> {
    /// These deeds.
    pub deeds: &'a [Deed],
    /// Done by this person or to them.
    pub person: Option<&'a PersonId>,
    /// Older than the line of this time and number; of two at one time the lower number is the older.
    pub before: (Instant, i64),
}

/// A line with the two whom its thing concerns: a pair, a change of mentor, a request, joint work, a plan, an observed
/// lesson, a report of a pair, or one of the two themselves.
/// Asked together, because a log that asks for each line is the slowest page of the school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The line.
    pub line: Line,
    /// The newcomer of the thing, or the one whom the detail names.
    pub newcomer: Option<PersonId>,
    /// The mentor of the thing.
    pub mentor: Option<PersonId>,
}

#[derive(sqlx::FromRow)]
struct ToldRow {
    #[sqlx(flatten)]
    line: Row,
    newcomer: Option<String>,
    mentor: Option<String>,
}

impl TryFrom<ToldRow> for Told {
    type Error = crate::StoreError;
    fn try_from(row: ToldRow) -> Result<Self> {
        Ok(Self {
            line: row.line.try_into()?,
            newcomer: row.newcomer.map(Into::into),
            mentor: row.mentor.map(Into::into),
        })
    }
}

/// The latest of the chosen lines of a school, newest first.
pub async fn chosen(tx: &mut Tx, school: &SchoolId, chosen: &Chosen<'_>, limit: i64) -> Result<Vec<Told>> {
    // One text for both databases takes a list as one value; no word holds a bar.
    let words = chosen.deeds.iter().fold("|".to_owned(), |words, deed| words + deed.word() + "|");
    let person = chosen.person.map_or("", PersonId::as_str);
    let (at, id) = chosen.before;
    all(rows!(tx, ToldRow, CHOSEN, school.as_str(), millis(at), id, &words, person, limit))
}
