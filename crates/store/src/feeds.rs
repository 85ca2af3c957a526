//! Private calendar feeds (feat:D4): one secret address for each person; only its hash is kept.

use crate::sql::{instant, millis};
use crate::{Result, Tx, WriteTx};
use domain::{Instant, PersonId, SchoolId};

sql! {
    PUT = "INSERT INTO feeds (school_id, person_id, secret_hash, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, person_id) DO UPDATE SET secret_hash = excluded.secret_hash, made_at = excluded.made_at";
    REMOVE = "DELETE FROM feeds WHERE school_id = $1 AND person_id = $2";
    MADE_AT = "SELECT made_at FROM feeds WHERE school_id = $1 AND person_id = $2";
    BY_HASH = "SELECT person_id FROM feeds WHERE secret_hash = $1";
}

/// Gives a person an address, in the place of the one before.
pub async fn put(
    tx: &mut WriteTx,
    school: &SchoolId,
    person: &PersonId,
    hash: &str,
    now: Instant,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PUT)
            .bind(school.as_str())
            .bind(person.as_str())
            .bind(hash)
            .bind(millis(now))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes the address away.
pub async fn remove(tx: &mut WriteTx, school: &SchoolId, person: &PersonId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REMOVE).bind(school.as_str()).bind(person.as_str()).execute(c).await?;
    });
    Ok(())
}

/// When the person's address was made; none where they have none.
pub async fn made_at(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> Result<Option<Instant>> {
    let row = row!(tx, (i64,), MADE_AT, school.as_str(), person.as_str());
    row.map(|(at,)| instant(at)).transpose()
}

/// Whose address has a secret of this hash.
pub async fn by_hash(tx: &mut Tx, hash: &str) -> Result<Option<PersonId>> {
    Ok(row!(tx, (String,), BY_HASH, hash).map(|(person,)| person.into()))
}
