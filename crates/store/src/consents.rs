//! Consents of both sides of a published pair.

use crate::sql::{instant, known, millis};
use crate::{Result, Tx, WriteTx};
use domain::consents::Consent;
use domain::pairs::Pair;
use domain::sides::Side;
use domain::{Instant, PairId, ProgrammeId, SchoolId};

sql! {
    GIVE = "INSERT INTO consents (school_id, pair_id, side, given_at) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, pair_id, side) DO UPDATE SET given_at = CASE WHEN consents.withdrawn_at IS NULL THEN consents.given_at ELSE excluded.given_at END, withdrawn_at = NULL";
    WITHDRAW = "UPDATE consents SET withdrawn_at = $4 WHERE school_id = $1 AND pair_id = $2 AND side = $3 AND withdrawn_at IS NULL";
    OF_PAIR = "SELECT pair_id, side, given_at FROM consents WHERE school_id = $1 AND pair_id = $2 AND withdrawn_at IS NULL ORDER BY side";
    OF_PROGRAMME = "SELECT pair_id, side, given_at FROM consents JOIN pairs ON pairs.school_id = consents.school_id AND pairs.id = consents.pair_id WHERE consents.school_id = $1 AND pairs.programme_id = $2 AND withdrawn_at IS NULL ORDER BY pair_id, side";
}

type Row = (String, String, i64);

fn consent((pair, side, given_at): Row) -> Result<Consent> {
    Ok(Consent {
        pair: PairId::from(pair),
        side: known(Side::from_word(&side), "side of a consent")?,
        given_at: instant(given_at)?,
    })
}

/// Keeps a consent; one that holds already keeps its time.
pub async fn give(tx: &mut WriteTx, pair: &Pair, side: Side, now: Instant) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(GIVE)
            .bind(pair.school.as_str())
            .bind(pair.id.as_str())
            .bind(side.word())
            .bind(millis(now))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes a consent back; nothing happens where there is none.
pub async fn withdraw(tx: &mut WriteTx, pair: &Pair, side: Side, now: Instant) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(WITHDRAW)
            .bind(pair.school.as_str())
            .bind(pair.id.as_str())
            .bind(side.word())
            .bind(millis(now))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The consents of a pair that hold.
pub async fn of_pair(tx: &mut Tx, pair: &Pair) -> Result<Vec<Consent>> {
    let rows = on!(tx, c => sqlx::query_as::<_, Row>(OF_PAIR).bind(pair.school.as_str()).bind(pair.id.as_str()).fetch_all(c).await?);
    rows.into_iter().map(consent).collect()
}

/// All consents of a programme that hold.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Consent>> {
    let rows = on!(tx, c => sqlx::query_as::<_, Row>(OF_PROGRAMME).bind(school.as_str()).bind(programme.as_str()).fetch_all(c).await?);
    rows.into_iter().map(consent).collect()
}
