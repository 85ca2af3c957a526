//! When a server was last seen at work while papers were written: one row for all servers of the database
//! (docs/decisions/0071).

use crate::sql::{instant, millis};
use crate::{Result, Tx, WriteTx};
use domain::Instant;

sql! {
    BEAT = "INSERT INTO heartbeats (id, at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET at = excluded.at";
    LAST = "SELECT at FROM heartbeats WHERE id = 1";
}

/// Notes that a server is at work.
pub async fn beat(tx: &mut WriteTx, at: Instant) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(BEAT).bind(millis(at)).execute(c).await?;
    });
    Ok(())
}

/// When one was at work last, as far as it is known.
pub async fn last(tx: &mut Tx) -> Result<Option<Instant>> {
    row!(tx, (i64,), LAST).map(|(at,)| instant(at)).transpose()
}
