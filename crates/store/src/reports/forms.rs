//! Which forms of reports a school uses.

use crate::sql::{instant, known, millis};
use crate::{Result, Tx, WriteTx};
use domain::reports::Kind;
use domain::{Instant, SchoolId};

sql! {
    USE = "INSERT INTO report_uses (school_id, kind, since) VALUES ($1, $2, $3) ON CONFLICT (school_id, kind) DO NOTHING";
    UNUSE = "DELETE FROM report_uses WHERE school_id = $1 AND kind = $2";
    USED = "SELECT kind, since FROM report_uses WHERE school_id = $1 ORDER BY kind";
}

/// Says that a school uses a form, or that it does not any more.
pub async fn set_used(tx: &mut WriteTx, school: &SchoolId, kind: Kind, now: Option<Instant>) -> Result<()> {
    on!(tx.0, c => {
        match now {
            Some(now) => {
                sqlx::query(USE).bind(school.as_str()).bind(kind.word()).bind(millis(now)).execute(c).await?;
            }
            None => {
                sqlx::query(UNUSE).bind(school.as_str()).bind(kind.word()).execute(c).await?;
            }
        }
    });
    Ok(())
}

/// The forms that a school uses, and since when.
pub async fn used(tx: &mut Tx, school: &SchoolId) -> Result<Vec<(Kind, Instant)>> {
    let rows = rows!(tx, (String, i64), USED, school.as_str());
    let read = |(kind, since): (String, i64)| {
        Ok((known(Kind::from_word(&kind), "kind of a report")?, instant(since)?))
    };
    rows.into_iter().map(read).collect()
}
