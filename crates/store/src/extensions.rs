//! Extensions of pairs.

use crate::sql::{all, day, instant, known, millis};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::endings::{Cause, Extension, Progress};
use domain::sides::Side;
use domain::{PairId, SchoolId};

sql! {
    columns "id, school_id, programme_id, pair_id, proposed_by, cause, was_day, last_day, agreed_newcomer, agreed_mentor, progress, changed_at, version";
    ADD = "INSERT INTO extensions (id, school_id, programme_id, pair_id, proposed_by, cause, was_day, last_day, agreed_newcomer, agreed_mentor, progress, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    SAVE = "UPDATE extensions SET agreed_newcomer = $3, agreed_mentor = $4, progress = $5, changed_at = $6, version = version + 1 WHERE id = $1 AND version = $2";
    OF_PAIR = "SELECT " ~ " FROM extensions WHERE school_id = $1 AND pair_id = $2 ORDER BY changed_at, id";
    OPEN = "SELECT " ~ " FROM extensions WHERE school_id = $1 AND progress IN ('proposed', 'agreed') ORDER BY changed_at, id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    pair_id: String,
    proposed_by: Option<String>,
    cause: String,
    was_day: String,
    last_day: String,
    agreed_newcomer: i64,
    agreed_mentor: i64,
    progress: String,
    changed_at: i64,
    version: i64,
}

impl TryFrom<Row> for Extension {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let side = |word: &str| known(Side::from_word(word), "side of an extension");
        let agreed = [(Side::Newcomer, row.agreed_newcomer), (Side::Mentor, row.agreed_mentor)];
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            pair: row.pair_id.into(),
            proposed_by: row.proposed_by.as_deref().map(side).transpose()?,
            cause: known(Cause::from_word(&row.cause), "cause of an extension")?,
            was: day(&row.was_day)?,
            last_day: day(&row.last_day)?,
            agreed: agreed.into_iter().filter(|(_, agreed)| *agreed != 0).map(|(side, _)| side).collect(),
            progress: known(Progress::from_word(&row.progress), "progress of an extension")?,
            changed_at: instant(row.changed_at)?,
            version: row.version,
        })
    }
}

fn agrees(extension: &Extension, side: Side) -> i64 {
    i64::from(extension.agreed.contains(&side))
}

/// Adds one that was just proposed; `Taken` where the pair has an open one.
pub async fn add(tx: &mut WriteTx, extension: &Extension) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(extension.id.as_str())
            .bind(extension.school.as_str())
            .bind(extension.programme.as_str())
            .bind(extension.pair.as_str())
            .bind(extension.proposed_by.map(Side::word))
            .bind(extension.cause.word())
            .bind(extension.was.to_string())
            .bind(extension.last_day.to_string())
            .bind(agrees(extension, Side::Newcomer))
            .bind(agrees(extension, Side::Mentor))
            .bind(extension.progress.word())
            .bind(millis(extension.changed_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves who has agreed and how it stands; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, extension: &Extension) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(extension.id.as_str())
            .bind(extension.version)
            .bind(agrees(extension, Side::Newcomer))
            .bind(agrees(extension, Side::Mentor))
            .bind(extension.progress.word())
            .bind(millis(extension.changed_at))
    )
}

/// Every extension of a pair, the oldest first.
pub async fn of_pair(tx: &mut Tx, school: &SchoolId, pair: &PairId) -> Result<Vec<Extension>> {
    all(rows!(tx, Row, OF_PAIR, school.as_str(), pair.as_str()))
}

/// Those of a school about which somebody is to do something.
pub async fn open(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Extension>> {
    all(rows!(tx, Row, OPEN, school.as_str()))
}
