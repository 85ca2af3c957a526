//! When people last said that what the school keeps of them is right (feat:N3).

use crate::sql::day;
use crate::{Result, Tx, WriteTx};
use domain::{Day, PersonId, SchoolId};
use std::collections::BTreeMap;

sql! {
    PUT = "INSERT INTO data_checks (school_id, person_id, checked_on) VALUES ($1, $2, $3) ON CONFLICT (school_id, person_id) DO UPDATE SET checked_on = excluded.checked_on";
    OF_SCHOOL = "SELECT person_id, checked_on FROM data_checks WHERE school_id = $1 ORDER BY person_id";
}

/// Keeps that somebody has looked on a day, in the place of an earlier one.
pub async fn put(tx: &mut WriteTx, school: &SchoolId, person: &PersonId, on: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PUT)
            .bind(school.as_str())
            .bind(person.as_str())
            .bind(on.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Who of a school has looked, and when last.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<BTreeMap<PersonId, Day>> {
    let rows = rows!(tx, (String, String), OF_SCHOOL, school.as_str());
    rows.into_iter().map(|(person, on)| Ok((person.into(), day(&on)?))).collect()
}
