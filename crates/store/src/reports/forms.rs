//! Which forms a school uses, and what district and school have added to them.

use crate::sql::{instant, json, known, millis, to_json};
use crate::{Result, Tx, WriteTx};
use domain::reports::{Field, Kind};
use domain::{DistrictId, Instant, PersonId, SchoolId};

sql! {
    USE = "INSERT INTO report_uses (school_id, kind, since) VALUES ($1, $2, $3) ON CONFLICT (school_id, kind) DO NOTHING";
    UNUSE = "DELETE FROM report_uses WHERE school_id = $1 AND kind = $2";
    USED = "SELECT kind, since FROM report_uses WHERE school_id = $1 ORDER BY kind";
    ADD_OF_SCHOOL = "INSERT INTO report_fields (id, school_id, kind, number, field, at, by_id) SELECT $6, $1, $2, COALESCE(MAX(number), 0) + 1, $3, CAST($4 AS BIGINT), $5 FROM report_fields WHERE school_id = $1 AND kind = $2";
    ADD_OF_DISTRICT = "INSERT INTO report_fields (id, district_id, kind, number, field, at, by_id) SELECT $6, $1, $2, COALESCE(MAX(number), 0) + 1, $3, CAST($4 AS BIGINT), $5 FROM report_fields WHERE district_id = $1 AND kind = $2";
    OF_SCHOOL = "SELECT field FROM report_fields WHERE school_id = $1 AND kind = $2 ORDER BY number";
    OF_DISTRICT = "SELECT field FROM report_fields WHERE district_id = $1 AND kind = $2 ORDER BY number";
}

/// Whose addition to a form.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// A district's, for all its schools.
    District(&'a DistrictId),
    /// A school's.
    School(&'a SchoolId),
}

impl<'a> Place<'a> {
    fn add(self) -> (&'static str, &'a str) {
        match self {
            Self::District(_) => (ADD_OF_DISTRICT, self.id()),
            Self::School(_) => (ADD_OF_SCHOOL, self.id()),
        }
    }

    fn list(self) -> (&'static str, &'a str) {
        match self {
            Self::District(_) => (OF_DISTRICT, self.id()),
            Self::School(_) => (OF_SCHOOL, self.id()),
        }
    }

    fn id(self) -> &'a str {
        match self {
            Self::District(id) => id.as_str(),
            Self::School(id) => id.as_str(),
        }
    }
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

/// Adds a field to a form.
pub async fn add_field(
    tx: &mut WriteTx,
    place: Place<'_>,
    kind: Kind,
    field: &Field,
    (by, now): (&PersonId, Instant),
    id: &str,
) -> Result<()> {
    let (statement, whose) = place.add();
    let field = to_json(field)?;
    on!(tx.0, c => {
        sqlx::query(statement)
            .bind(whose)
            .bind(kind.word())
            .bind(field)
            .bind(millis(now))
            .bind(by.as_str())
            .bind(id)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// What was added to a form, in order.
pub async fn fields(tx: &mut Tx, place: Place<'_>, kind: Kind) -> Result<Vec<Field>> {
    let (statement, id) = place.list();
    let rows = rows!(tx, (String,), statement, id, kind.word());
    rows.into_iter().map(|(field,)| json(&field)).collect()
}
