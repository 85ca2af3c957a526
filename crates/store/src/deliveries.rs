//! How letters reach a person (feat:D5): what they have set for themselves.

use crate::sql::{json, to_json};
use crate::{Result, Tx, WriteTx};
use domain::deliveries::Wishes;
use domain::{PersonId, SchoolId};
use std::collections::BTreeMap;

sql! {
    PUT = "INSERT INTO deliveries (school_id, person_id, wishes) VALUES ($1, $2, $3) ON CONFLICT (school_id, person_id) DO UPDATE SET wishes = excluded.wishes";
    OF_PERSON = "SELECT wishes FROM deliveries WHERE person_id = $1";
    OF_SCHOOL = "SELECT person_id, wishes FROM deliveries WHERE person_id IN (SELECT id FROM people WHERE school_id = $1) ORDER BY person_id";
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

/// What people of a school want, as far as they have set anything.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<BTreeMap<PersonId, Wishes>> {
    let rows = rows!(tx, (String, String), OF_SCHOOL, school.as_str());
    rows.into_iter().map(|(person, wishes)| Ok((person.into(), json(&wishes)?))).collect()
}
