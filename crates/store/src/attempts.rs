//! Papers of candidates, their answers and the time that is given back (feat:G4; neg:N22). An answer is a row of its own,
//! so that a save reads and writes one; whoever reads a paper asks `domain::permissions::Action::WritePaper`.

use crate::sql::{instant, json, known, millis, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::courses::{Decision, Verdict};
use domain::exams::{Attempt, Outage, Saved, State, Time};
use domain::questions::{Language, Points, Variant};
use domain::{AttemptId, Day, ExamId, Instant, PersonId, SchoolId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

sql! {
    columns "id, school_id, sitting_id, person_id, number, language, variant, minutes, extension, opened_at, state, state_at, result, version, home_id";
    ADD = "INSERT INTO attempts (id, school_id, sitting_id, person_id, number, language, variant, minutes, extension, opened_at, home_id, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open')";
    SAVE = "UPDATE attempts SET state = $3, state_at = $4, result = $5, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM attempts WHERE id = $1";
    OF_SITTING = "SELECT " ~ " FROM attempts WHERE school_id = $1 AND sitting_id = $2 ORDER BY id";
    OF_PERSON = "SELECT " ~ " FROM attempts WHERE home_id = $1 AND person_id = $2 ORDER BY opened_at DESC, id";
    IN_SITTING = "SELECT " ~ " FROM attempts WHERE school_id = $1 AND sitting_id = $2 AND person_id = $3";
    ANSWER = "INSERT INTO attempt_answers (school_id, attempt_id, question, answer, revision, saved_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (school_id, attempt_id, question) DO UPDATE SET answer = excluded.answer, revision = excluded.revision, saved_at = excluded.saved_at";
    ONE_ANSWER = "SELECT question, answer, revision, saved_at FROM attempt_answers WHERE school_id = $1 AND attempt_id = $2 AND question = $3";
    ANSWERS = "SELECT question, answer, revision, saved_at FROM attempt_answers WHERE school_id = $1 AND attempt_id = $2 ORDER BY question";
    GIVE_BACK = "INSERT INTO attempt_outages (id, school_id, sitting_id, attempt_id, from_at, until_at, reason, given_by, given_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    OUTAGES = "SELECT from_at, until_at, given_at FROM attempt_outages WHERE school_id = $1 AND sitting_id = $2 AND (attempt_id IS NULL OR attempt_id = $3) UNION ALL SELECT from_at, until_at, until_at FROM sitting_downtimes WHERE school_id = $1 AND sitting_id = $2 ORDER BY given_at, from_at, until_at";
    DOWN = "INSERT INTO sitting_downtimes (school_id, sitting_id, from_at, until_at) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, sitting_id, from_at) DO NOTHING";
    DOWNTIMES = "SELECT from_at, until_at FROM sitting_downtimes WHERE school_id = $1 AND sitting_id = $2 ORDER BY from_at";
    WRITTEN_SINCE = "SELECT COUNT(*) FROM attempts JOIN sittings ON sittings.school_id = attempts.school_id AND sittings.id = attempts.sitting_id WHERE attempts.state = 'open' AND attempts.opened_at >= $1 AND sittings.state IN ('running', 'closed')";
    UNFINISHED = "SELECT DISTINCT school_id, sitting_id FROM attempts WHERE state = 'open' ORDER BY school_id, sitting_id";
    GIVEN = "SELECT id, attempt_id, from_at, until_at, reason, given_by, given_at FROM attempt_outages WHERE school_id = $1 AND sitting_id = $2 ORDER BY given_at, id";
    MARK = "INSERT INTO attempt_marks (school_id, attempt_id, question, points, marked_by, marked_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (school_id, attempt_id, question) DO UPDATE SET points = excluded.points, marked_by = excluded.marked_by, marked_at = excluded.marked_at";
    MARKS = "SELECT question, points FROM attempt_marks WHERE school_id = $1 AND attempt_id = $2 ORDER BY question";
    MARKED_BY = "SELECT DISTINCT marked_by FROM attempt_marks WHERE school_id = $1 AND attempt_id = $2 ORDER BY marked_by";
}

/// How a result at the border was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Second {
    /// The theory is passed.
    pub passed: bool,
    /// By whom, when and why.
    pub decision: Decision,
}

/// What a paper came to, once it was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Points.
    pub points: Points,
    /// What the whole paper brings.
    pub of: Points,
    /// The cut.
    pub cut: Points,
    /// The standard error that the verdict took into account: of the whole sitting, or of this paper; nought where there is
    /// none.
    pub error: Points,
    /// The verdict.
    pub verdict: Verdict,
    /// The second look, where the verdict was the border and somebody has looked.
    pub second: Option<Second>,
    /// The day on which it was told for good: at the border, that of the second look. Papers that were told before days
    /// were kept have none.
    #[serde(default)]
    pub on: Option<Day>,
    /// Who looked a second time before an appeal brought points: they stay bound to what they said.
    #[serde(default)]
    pub looked: Vec<PersonId>,
}

impl Told {
    /// The theory was passed, at once or by the second look; nothing while a result at the border waits for it.
    pub fn passed(&self) -> Option<bool> {
        match self.verdict {
            Verdict::Passed => Some(true),
            Verdict::Failed => Some(false),
            Verdict::Border => self.second.as_ref().map(|second| second.passed),
        }
    }
}

/// A paper as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its id.
    pub id: AttemptId,
    /// The school that holds the sitting.
    pub school: SchoolId,
    /// The school in whose course its writer is.
    pub home: SchoolId,
    /// The language in which it is written.
    pub language: Language,
    /// The paper.
    pub attempt: Attempt,
    /// What it came to, once it was told.
    pub told: Option<Told>,
    /// Version for optimistic locking.
    pub version: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    sitting_id: String,
    person_id: String,
    number: i64,
    language: String,
    variant: String,
    minutes: i64,
    extension: i64,
    opened_at: i64,
    state: String,
    state_at: Option<i64>,
    result: Option<String>,
    version: i64,
    home_id: String,
}

/// A paper without its answers and outages: these are rows of their own.
impl TryFrom<Row> for Kept {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let state = match (row.state.as_str(), row.state_at) {
            ("open", None) => State::Open,
            ("handed_in", Some(at)) => State::HandedIn { at: instant(at)? },
            ("time_up", Some(at)) => State::TimeUp { at: instant(at)? },
            _ => return Err(StoreError::Unreadable("state of an attempt")),
        };
        let variant: Variant = json(&row.variant)?;
        let time = Time {
            from: instant(row.opened_at)?,
            minutes: small(row.minutes)?,
            extension: small(row.extension)?,
            outages: Vec::new(),
        };
        let attempt = Attempt {
            exam: row.sitting_id.into(),
            person: row.person_id.into(),
            number: small(row.number)?,
            variant,
            time,
            answers: BTreeMap::new(),
            state,
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            home: row.home_id.into(),
            language: known(Language::from_word(&row.language), "language of an attempt")?,
            attempt,
            told: row.result.as_deref().map(json).transpose()?,
            version: row.version,
        })
    }
}

type AnswerRow = (i64, String, i64, i64);

fn saved((question, answer, revision, at): AnswerRow) -> Result<(u32, Saved)> {
    Ok((small(question)?, Saved { answer: json(&answer)?, revision: small(revision)?, at: instant(at)? }))
}

/// Adds a paper that was just opened.
pub async fn add(tx: &mut WriteTx, kept: &Kept) -> Result<()> {
    let attempt = &kept.attempt;
    let variant = to_json(&attempt.variant)?;
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(kept.id.as_str())
            .bind(kept.school.as_str())
            .bind(attempt.exam.as_str())
            .bind(attempt.person.as_str())
            .bind(i64::from(attempt.number))
            .bind(kept.language.word())
            .bind(&variant)
            .bind(i64::from(attempt.time.minutes))
            .bind(i64::from(attempt.time.extension))
            .bind(millis(attempt.time.from))
            .bind(kept.home.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves how a paper stands and what it came to; answers are saved one by one.
pub async fn save(tx: &mut WriteTx, kept: &Kept) -> Result<()> {
    let at = match kept.attempt.state {
        State::Open => None,
        State::HandedIn { at } | State::TimeUp { at } => Some(millis(at)),
    };
    let told = kept.told.as_ref().map(to_json).transpose()?;
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(kept.id.as_str())
            .bind(kept.version)
            .bind(kept.attempt.state.word())
            .bind(at)
            .bind(told)
    )
}

/// Outages of a paper: those of all, its own, and times in which no server was at work; in the order in which they were given.
async fn outages(tx: &mut Tx, kept: &Kept) -> Result<Vec<Outage>> {
    let (school, sitting) = (kept.school.as_str(), kept.attempt.exam.as_str());
    let rows = rows!(tx, (i64, i64, i64), OUTAGES, school, sitting, kept.id.as_str());
    rows.into_iter().map(|(from, until, given_at)| outage(from, until, given_at)).collect()
}

fn outage(from: i64, until: i64, given_at: i64) -> Result<Outage> {
    Ok(Outage { from: instant(from)?, until: instant(until)?, given_at: instant(given_at)? })
}

async fn answers(tx: &mut Tx, kept: &Kept) -> Result<BTreeMap<u32, Saved>> {
    let rows = rows!(tx, AnswerRow, ANSWERS, kept.school.as_str(), kept.id.as_str());
    rows.into_iter().map(saved).collect()
}

async fn whole(tx: &mut Tx, row: Option<Row>) -> Result<Option<Kept>> {
    let Some(row) = row else { return Ok(None) };
    let mut kept = Kept::try_from(row)?;
    kept.attempt.time.outages = outages(tx, &kept).await?;
    kept.attempt.answers = answers(tx, &kept).await?;
    Ok(Some(kept))
}

/// One of them, with its answers.
pub async fn get(tx: &mut Tx, id: &AttemptId) -> Result<Option<Kept>> {
    let row = row!(tx, Row, GET, id.as_str());
    whole(tx, row).await
}

/// One of them with the answer to one question alone: what a save needs.
pub async fn with_answer(tx: &mut Tx, id: &AttemptId, question: u32) -> Result<Option<Kept>> {
    let Some(row) = row!(tx, Row, GET, id.as_str()) else { return Ok(None) };
    let mut kept = Kept::try_from(row)?;
    kept.attempt.time.outages = outages(tx, &kept).await?;
    let (school, id) = (kept.school.as_str(), kept.id.as_str());
    let row = row!(tx, AnswerRow, ONE_ANSWER, school, id, i64::from(question));
    kept.attempt.answers = row.map(saved).transpose()?.into_iter().collect();
    Ok(Some(kept))
}

/// Somebody's paper in a sitting, with its answers.
pub async fn in_sitting(
    tx: &mut Tx,
    school: &SchoolId,
    sitting: &ExamId,
    person: &PersonId,
) -> Result<Option<Kept>> {
    let row = row!(tx, Row, IN_SITTING, school.as_str(), sitting.as_str(), person.as_str());
    whole(tx, row).await
}

/// All papers of a sitting with their answers, by their ids.
pub async fn of_sitting(tx: &mut Tx, school: &SchoolId, sitting: &ExamId) -> Result<Vec<Kept>> {
    let rows = rows!(tx, Row, OF_SITTING, school.as_str(), sitting.as_str());
    let mut papers = Vec::with_capacity(rows.len());
    for row in rows {
        papers.extend(whole(tx, Some(row)).await?);
    }
    Ok(papers)
}

/// All papers of a person of a school, wherever they were written, the latest first.
pub async fn of_person(tx: &mut Tx, home: &SchoolId, person: &PersonId) -> Result<Vec<Kept>> {
    let rows = rows!(tx, Row, OF_PERSON, home.as_str(), person.as_str());
    let mut papers = Vec::with_capacity(rows.len());
    for row in rows {
        papers.extend(whole(tx, Some(row)).await?);
    }
    Ok(papers)
}

/// Saves one answer.
pub async fn answer(tx: &mut WriteTx, kept: &Kept, question: u32, saved: &Saved) -> Result<()> {
    let answer = to_json(&saved.answer)?;
    on!(tx.0, c => {
        sqlx::query(ANSWER)
            .bind(kept.school.as_str())
            .bind(kept.id.as_str())
            .bind(i64::from(question))
            .bind(&answer)
            .bind(i64::from(saved.revision))
            .bind(millis(saved.at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// A time that was given back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its id.
    pub id: String,
    /// To which paper alone; to all where none is named.
    pub attempt: Option<AttemptId>,
    /// The time, and when it was given.
    pub outage: Outage,
    /// Why.
    pub reason: String,
    /// Who gave it.
    pub by: PersonId,
}

/// Writes down a time that is given back.
pub async fn give_back(tx: &mut WriteTx, school: &SchoolId, sitting: &ExamId, given: &Given) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(GIVE_BACK)
            .bind(&given.id)
            .bind(school.as_str())
            .bind(sitting.as_str())
            .bind(given.attempt.as_ref().map(AttemptId::as_str))
            .bind(millis(given.outage.from))
            .bind(millis(given.outage.until))
            .bind(&given.reason)
            .bind(given.by.as_str())
            .bind(millis(given.outage.given_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

type GivenRow = (String, Option<String>, i64, i64, String, String, i64);

/// All times that were given back in a sitting, in the order in which they were.
pub async fn given(tx: &mut Tx, school: &SchoolId, sitting: &ExamId) -> Result<Vec<Given>> {
    let rows = rows!(tx, GivenRow, GIVEN, school.as_str(), sitting.as_str());
    let given = |(id, attempt, from, until, reason, by, at): GivenRow| {
        Ok(Given {
            id,
            attempt: attempt.map(Into::into),
            outage: outage(from, until, at)?,
            reason,
            by: by.into(),
        })
    };
    rows.into_iter().map(given).collect()
}

/// Writes down a time in which no server was at work; one that is known stays as it is.
pub async fn note_downtime(
    tx: &mut WriteTx,
    school: &SchoolId,
    sitting: &ExamId,
    away: Outage,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(DOWN)
            .bind(school.as_str())
            .bind(sitting.as_str())
            .bind(millis(away.from))
            .bind(millis(away.until))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The times of a sitting in which no server was at work; each was given back when it was over.
pub async fn downtimes(tx: &mut Tx, school: &SchoolId, sitting: &ExamId) -> Result<Vec<Outage>> {
    let rows = rows!(tx, (i64, i64), DOWNTIMES, school.as_str(), sitting.as_str());
    rows.into_iter().map(|(from, until)| outage(from, until, until)).collect()
}

/// Was a paper opened since an instant that may still be written?
pub async fn written_since(tx: &mut Tx, since: Instant) -> Result<bool> {
    let row = row!(tx, (i64,), WRITTEN_SINCE, millis(since));
    Ok(row.is_some_and(|(count,)| count > 0))
}

/// The sittings of all schools with papers that nobody has handed in.
pub async fn unfinished(tx: &mut Tx) -> Result<Vec<(SchoolId, ExamId)>> {
    let rows = rows!(tx, (String, String), UNFINISHED);
    Ok(rows.into_iter().map(|(school, sitting)| (school.into(), sitting.into())).collect())
}

/// Puts an examiner's points to a text, in the place of earlier ones.
pub async fn mark(
    tx: &mut WriteTx,
    kept: &Kept,
    question: u32,
    points: Points,
    by: &PersonId,
    at: Instant,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(MARK)
            .bind(kept.school.as_str())
            .bind(kept.id.as_str())
            .bind(i64::from(question))
            .bind(points.parts())
            .bind(by.as_str())
            .bind(millis(at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Points that examiners gave to texts of a paper.
pub async fn marks(tx: &mut Tx, kept: &Kept) -> Result<BTreeMap<u32, Points>> {
    let rows = rows!(tx, (i64, i64), MARKS, kept.school.as_str(), kept.id.as_str());
    rows.into_iter().map(|(question, points)| Ok((small(question)?, Points::from_parts(points)))).collect()
}

/// Who gave points to texts of a paper.
pub async fn marked_by(tx: &mut Tx, kept: &Kept) -> Result<BTreeSet<PersonId>> {
    let rows = rows!(tx, (String,), MARKED_BY, kept.school.as_str(), kept.id.as_str());
    Ok(rows.into_iter().map(|(person,)| person.into()).collect())
}
