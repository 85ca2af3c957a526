//! Answers to the questions that district and school have added to what is written down about a talk (feat:F1).

use crate::sql::{json, to_json};
use crate::{Result, Tx, WriteTx};
use domain::formsets::{Added, Answers};
use domain::{MeetingId, PairId, SchoolId};
use std::collections::BTreeMap;

sql! {
    ANSWER = "UPDATE meetings SET form = $3, answers = $4 WHERE school_id = $1 AND id = $2";
    OF_PAIR = "SELECT id, form, answers FROM meetings WHERE school_id = $1 AND pair_id = $2 AND form IS NOT NULL ORDER BY id";
}

/// Keeps the questions as they are now, with their answers, beside a talk that was just written down.
pub async fn answer(
    tx: &mut WriteTx,
    school: &SchoolId,
    meeting: &MeetingId,
    (added, answers): (&Added, &Answers),
) -> Result<()> {
    let (form, answers) = (to_json(added)?, to_json(answers)?);
    on!(tx.0, c => {
        sqlx::query(ANSWER)
            .bind(school.as_str())
            .bind(meeting.as_str())
            .bind(form)
            .bind(answers)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The questions of each talk of a pair that was written down while there were any, with their answers.
pub async fn answers(
    tx: &mut Tx,
    school: &SchoolId,
    pair: &PairId,
) -> Result<BTreeMap<MeetingId, (Added, Answers)>> {
    let rows = rows!(tx, (String, String, String), OF_PAIR, school.as_str(), pair.as_str());
    rows.into_iter().map(|(id, form, answers)| Ok((id.into(), (json(&form)?, json(&answers)?)))).collect()
}
