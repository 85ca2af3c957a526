//! What mentors and newcomers have taken upon themselves.

use crate::sql::{instant, known, millis, small};
use crate::{Result, Tx, WriteTx};
use domain::commitments::Commitment;
use domain::sides::Side;
use domain::{PersonId, ProgrammeId, SchoolId};

sql! {
    GIVE = "INSERT INTO commitments (school_id, programme_id, person_id, side, version, given_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (school_id, programme_id, person_id, side) DO UPDATE SET version = excluded.version, given_at = excluded.given_at";
    OF_PERSON = "SELECT side, version, given_at FROM commitments WHERE school_id = $1 AND programme_id = $2 AND person_id = $3 AND side = $4";
}

/// Keeps what was ticked; what the same person has given before on this side gives way to it.
pub async fn give(tx: &mut WriteTx, given: &Commitment) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(GIVE)
            .bind(given.school.as_str())
            .bind(given.programme.as_str())
            .bind(given.person.as_str())
            .bind(given.side.word())
            .bind(i64::from(given.version))
            .bind(millis(given.given_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// What somebody has given on a side.
pub async fn of_person(
    tx: &mut Tx,
    school: &SchoolId,
    programme: &ProgrammeId,
    person: &PersonId,
    side: Side,
) -> Result<Option<Commitment>> {
    let row = row!(
        tx,
        (String, i64, i64),
        OF_PERSON,
        school.as_str(),
        programme.as_str(),
        person.as_str(),
        side.word()
    );
    let read = |(side, version, given_at): (String, i64, i64)| {
        Ok(Commitment {
            school: school.clone(),
            programme: programme.clone(),
            person: person.clone(),
            side: known(Side::from_word(&side), "side of a commitment")?,
            version: small(version)?,
            given_at: instant(given_at)?,
        })
    };
    row.map(read).transpose()
}
