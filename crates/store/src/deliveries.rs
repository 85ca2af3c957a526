//! How letters reach a person (feat:D5): what they have set for themselves.

use crate::sql::{json, to_json};
use crate::{Result, Tx, WriteTx};
use domain::deliveries::Wishes;
use domain::{PersonId, SchoolId};

sql! {
    PUT = "INSERT INTO deliveries (school_id, person_id, wishes) VALUES ($1, $2, $3) ON CONFLICT (school_id, person_id) DO UPDATE SET wishes = excluded.wishes";
    OF_PERSON = "SELECT wishes FROM deliveries WHERE person_id = $1";
}

/// Keeps what a person wants, in the place of what they wanted before.
pub async fn put(tx: &mut WriteTx, school: &SchoolId, person: &PersonId, wishes: &Wishes) -> Result<()> {
    let wishes = to_json(wishes)?;
    on!(tx.0, c => {
        sqlx::query(PUT).bind(school.as_str()).bind(person.as_str()).bind(wishes).execute(c).await?;
    });
    Ok(())
}

/// What a person wants; the usual where they have set nothing.
pub async fn of_person(tx: &mut Tx, person: &PersonId) -> Result<Wishes> {
    match row!(tx, (String,), OF_PERSON, person.as_str()) {
        Some((wishes,)) => json(&wishes),
        None => Ok(Wishes::default()),
    }
}
