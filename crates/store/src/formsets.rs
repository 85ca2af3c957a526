//! What districts and schools have added to forms (feat:F1), and how many documents of a form are finished.

use crate::sql::{instant, json, millis, small, to_json};
use crate::{Result, Tx, WriteTx};
use domain::formsets::{Field, Kind};
use domain::{DistrictId, Instant, PersonId, SchoolId};

sql! {
    ADD_OF_SCHOOL = "INSERT INTO form_fields (id, school_id, kind, number, field, at, by_id) SELECT $6, $1, $2, COALESCE(MAX(number), 0) + 1, $3, CAST($4 AS BIGINT), $5 FROM form_fields WHERE school_id = $1 AND kind = $2";
    ADD_OF_DISTRICT = "INSERT INTO form_fields (id, district_id, kind, number, field, at, by_id) SELECT $6, $1, $2, COALESCE(MAX(number), 0) + 1, $3, CAST($4 AS BIGINT), $5 FROM form_fields WHERE district_id = $1 AND kind = $2";
    OF_SCHOOL = "SELECT field, at FROM form_fields WHERE school_id = $1 AND kind = $2 ORDER BY number";
    OF_DISTRICT = "SELECT field, at FROM form_fields WHERE district_id = $1 AND kind = $2 ORDER BY number";
    REPORTS = "SELECT COUNT(*) FROM reports WHERE school_id = $1 AND kind = $2 AND content IS NOT NULL";
    PLANS = "SELECT COUNT(*) FROM plans WHERE school_id = $1 AND kind = $2";
    SHEETS = "SELECT COUNT(*) FROM observation_sheets s JOIN observations o ON o.school_id = s.school_id AND o.id = s.observation_id WHERE s.school_id = $1 AND s.finished_at IS NOT NULL AND CASE o.kind WHEN 'control' THEN 'control' WHEN 'by_newcomer' THEN 'visit' ELSE 'observation' END = $2";
    REVIEWS = "SELECT COUNT(*) FROM ending_reviews WHERE school_id = $1";
    LOGS = "SELECT COUNT(*) FROM meetings WHERE school_id = $1 AND at_time IS NULL";
    ORDERS = "SELECT COUNT(*) FROM orders WHERE school_id = $1 AND state = 'signed'";
    CERTIFICATES = "SELECT COUNT(*) FROM certificates WHERE school_id = $1";
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

/// Adds a field to a form.
pub async fn add(
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

/// What was added to a form, in order, and when.
pub async fn fields(tx: &mut Tx, place: Place<'_>, kind: Kind) -> Result<Vec<(Field, Instant)>> {
    let (statement, id) = place.list();
    let rows = rows!(tx, (String, i64), statement, id, kind.word());
    rows.into_iter().map(|(field, at)| Ok((json(&field)?, instant(at)?))).collect()
}

/// How many documents of a form stand in a school: they keep the form as it was. What somebody still writes alone is not
/// counted (neg:N11).
pub async fn made(tx: &mut Tx, school: &SchoolId, kind: Kind) -> Result<u32> {
    let statement = match kind {
        Kind::Report(_) => REPORTS,
        Kind::Work | Kind::Development => PLANS,
        Kind::Observation | Kind::Control | Kind::Visit => SHEETS,
        Kind::Closing => return all_of(tx, school, REVIEWS).await,
        Kind::Log => return all_of(tx, school, LOGS).await,
        Kind::Order => return all_of(tx, school, ORDERS).await,
        Kind::Certificate => return all_of(tx, school, CERTIFICATES).await,
    };
    let row = row!(tx, (i64,), statement, school.as_str(), kind.word());
    small(row.map_or(0, |(count,)| count))
}

/// The same of a form that has one kind.
async fn all_of(tx: &mut Tx, school: &SchoolId, statement: &'static str) -> Result<u32> {
    let row = row!(tx, (i64,), statement, school.as_str());
    small(row.map_or(0, |(count,)| count))
}
