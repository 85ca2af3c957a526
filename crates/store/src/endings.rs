//! Planned ends of pairs and what the two write then. Whoever hands out a review asks `Action::WriteEnding` or
//! `Action::ReadEvaluation` about it first.

use crate::sql::{all, day, instant, json, known, millis, one, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::endings::{Ending, Reason, Review, State, Words};
use domain::sides::Side;
use domain::{Day, PairId, ProgrammeId, SchoolId};

sql! {
    columns "id, school_id, programme_id, pair_id, number, code, last_day, reason, state, changed_at, version";
    ADD = "INSERT INTO endings (id, school_id, programme_id, pair_id, number, code, last_day, reason, state, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SAVE = "UPDATE endings SET last_day = $3, reason = $4, state = $5, changed_at = $6, version = version + 1 WHERE id = $1 AND version = $2";
    LAST_NUMBER = "SELECT COALESCE(MAX(number), 0) FROM endings WHERE school_id = $1 AND programme_id = $2";
    BY_CODE = "SELECT " ~ " FROM endings WHERE code = $1";
    OF_PAIR = "SELECT " ~ " FROM endings WHERE school_id = $1 AND pair_id = $2 AND state <> 'taken_back'";
    OF_SCHOOL = "SELECT " ~ " FROM endings WHERE school_id = $1 AND state <> 'taken_back' ORDER BY last_day, id";
    DUE = "SELECT " ~ " FROM endings WHERE school_id = $1 AND state = 'planned' AND last_day < $2 ORDER BY last_day, id";
    ADD_REVIEW = "INSERT INTO ending_reviews (school_id, pair_id, side, worked, gave, thanks, evaluation, in_letter, written_at, form, answers) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    SAVE_REVIEW = "UPDATE ending_reviews SET worked = $5, gave = $6, thanks = $7, evaluation = $8, in_letter = $9, written_at = $10, answers = $11, version = version + 1 WHERE school_id = $1 AND pair_id = $2 AND side = $3 AND version = $4";
    REVIEWS = "SELECT school_id, pair_id, side, worked, gave, thanks, evaluation, in_letter, written_at, form, answers, version FROM ending_reviews WHERE school_id = $1 AND pair_id = $2 ORDER BY side";
    WRITTEN = "SELECT pair_id, side FROM ending_reviews WHERE school_id = $1 ORDER BY pair_id, side";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    pair_id: String,
    number: i64,
    code: String,
    last_day: String,
    reason: String,
    state: String,
    changed_at: i64,
    version: i64,
}

impl TryFrom<Row> for Ending {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            pair: row.pair_id.into(),
            number: small(row.number)?,
            code: row.code,
            last_day: day(&row.last_day)?,
            reason: known(Reason::from_word(&row.reason), "reason of an end")?,
            state: known(State::from_word(&row.state), "state of an end")?,
            changed_at: instant(row.changed_at)?,
            version: row.version,
        })
    }
}

/// Adds a planned end with the next number of its programme; `Taken` where the pair has one.
pub async fn add(tx: &mut WriteTx, ending: &Ending) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(ending.id.as_str())
            .bind(ending.school.as_str())
            .bind(ending.programme.as_str())
            .bind(ending.pair.as_str())
            .bind(i64::from(ending.number))
            .bind(&ending.code)
            .bind(ending.last_day.to_string())
            .bind(ending.reason.word())
            .bind(ending.state.word())
            .bind(millis(ending.changed_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves day, reason and state; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, ending: &Ending) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(ending.id.as_str())
            .bind(ending.version)
            .bind(ending.last_day.to_string())
            .bind(ending.reason.word())
            .bind(ending.state.word())
            .bind(millis(ending.changed_at))
    )
}

/// The last number given in a programme; 0 where there is none.
pub async fn last_number(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<u16> {
    let row = row!(tx, (i64,), LAST_NUMBER, school.as_str(), programme.as_str());
    small(row.map_or(0, |(number,)| number))
}

/// The one under whose code a letter of thanks is checked.
pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Ending>> {
    one(row!(tx, Row, BY_CODE, code))
}

/// The end of a pair that is planned or has come.
pub async fn of_pair(tx: &mut Tx, school: &SchoolId, pair: &PairId) -> Result<Option<Ending>> {
    one(row!(tx, Row, OF_PAIR, school.as_str(), pair.as_str()))
}

/// All ends of a school that are planned or have come, in the order of their days.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Ending>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Planned ends of a school whose last day is before this one.
pub async fn due(tx: &mut Tx, school: &SchoolId, today: Day) -> Result<Vec<Ending>> {
    all(rows!(tx, Row, DUE, school.as_str(), today.to_string()))
}

#[derive(sqlx::FromRow)]
struct ReviewRow {
    school_id: String,
    pair_id: String,
    side: String,
    worked: Option<String>,
    gave: Option<String>,
    thanks: Option<String>,
    evaluation: Option<String>,
    in_letter: i64,
    written_at: i64,
    form: Option<String>,
    answers: String,
    version: i64,
}

fn side(word: &str) -> Result<Side> {
    known(Side::from_word(word), "side of a review")
}

impl TryFrom<ReviewRow> for Review {
    type Error = StoreError;
    fn try_from(row: ReviewRow) -> Result<Self> {
        Ok(Self {
            side: side(&row.side)?,
            written_at: instant(row.written_at)?,
            school: row.school_id.into(),
            pair: row.pair_id.into(),
            added: row.form.as_deref().map(json).transpose()?.unwrap_or_default(),
            words: Words {
                answers: json(&row.answers)?,
                worked: row.worked,
                gave: row.gave,
                thanks: row.thanks,
                evaluation: row.evaluation,
                in_letter: row.in_letter != 0,
            },
            version: row.version,
        })
    }
}

/// Adds a review; `Taken` where this side has written one.
pub async fn add_review(tx: &mut WriteTx, review: &Review) -> Result<()> {
    let Words { worked, gave, thanks, evaluation, in_letter, answers } = &review.words;
    let (form, answers) = (to_json(&review.added)?, to_json(answers)?);
    on!(tx.0, c => {
        sqlx::query(ADD_REVIEW)
            .bind(review.school.as_str())
            .bind(review.pair.as_str())
            .bind(review.side.word())
            .bind(worked.as_deref())
            .bind(gave.as_deref())
            .bind(thanks.as_deref())
            .bind(evaluation.as_deref())
            .bind(i64::from(*in_letter))
            .bind(millis(review.written_at))
            .bind(form)
            .bind(answers)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves what a review says; `Stale` where it was saved in between.
pub async fn save_review(tx: &mut WriteTx, review: &Review) -> Result<()> {
    let Words { worked, gave, thanks, evaluation, in_letter, answers } = &review.words;
    let answers = to_json(answers)?;
    save_one!(
        tx,
        sqlx::query(SAVE_REVIEW)
            .bind(review.school.as_str())
            .bind(review.pair.as_str())
            .bind(review.side.word())
            .bind(review.version)
            .bind(worked.as_deref())
            .bind(gave.as_deref())
            .bind(thanks.as_deref())
            .bind(evaluation.as_deref())
            .bind(i64::from(*in_letter))
            .bind(millis(review.written_at))
            .bind(answers)
    )
}

/// What the two of a pair have written.
pub async fn reviews(tx: &mut Tx, school: &SchoolId, pair: &PairId) -> Result<Vec<Review>> {
    all(rows!(tx, ReviewRow, REVIEWS, school.as_str(), pair.as_str()))
}

/// Which sides of which pairs of a school have written, without a word of it.
pub async fn written(tx: &mut Tx, school: &SchoolId) -> Result<Vec<(PairId, Side)>> {
    let rows = rows!(tx, (String, String), WRITTEN, school.as_str());
    rows.into_iter().map(|(pair, word)| Ok((pair.into(), side(&word)?))).collect()
}
