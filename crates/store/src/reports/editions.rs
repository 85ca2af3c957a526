//! Editions of the forms of a district and of a school.

use crate::formsets::Place;
use crate::sql::{all, day, instant, json, millis, one, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::EditionId;
use domain::formsets::Kind;
use domain::reports::Edition;

sql! {
    columns "id, number, from_day, chain, body, by_id, at";
    ADD_OF_SCHOOL = "INSERT INTO form_editions (id, school_id, kind, number, from_day, chain, body, by_id, at) SELECT $3, $1, $2, COALESCE(MAX(number), 0) + 1, $4, $5, $6, $7, CAST($8 AS BIGINT) FROM form_editions WHERE school_id = $1 AND kind = $2";
    ADD_OF_DISTRICT = "INSERT INTO form_editions (id, district_id, kind, number, from_day, chain, body, by_id, at) SELECT $3, $1, $2, COALESCE(MAX(number), 0) + 1, $4, $5, $6, $7, CAST($8 AS BIGINT) FROM form_editions WHERE district_id = $1 AND kind = $2";
    GET = "SELECT " ~ " FROM form_editions WHERE id = $1";
    OF_SCHOOL = "SELECT " ~ " FROM form_editions WHERE school_id = $1 AND kind = $2 ORDER BY number";
    OF_DISTRICT = "SELECT " ~ " FROM form_editions WHERE district_id = $1 AND kind = $2 ORDER BY number";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    number: i64,
    from_day: String,
    chain: String,
    body: Option<String>,
    by_id: String,
    at: i64,
}

impl TryFrom<Row> for Edition {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            number: small(row.number)?,
            from: day(&row.from_day)?,
            chain: json(&row.chain)?,
            body: row.body,
            by: row.by_id.into(),
            at: instant(row.at)?,
        })
    }
}

/// Adds an edition to a form, with the next number.
pub async fn add_edition(tx: &mut WriteTx, place: Place<'_>, kind: Kind, edition: &Edition) -> Result<()> {
    let (statement, whose) = match place {
        Place::District(id) => (ADD_OF_DISTRICT, id.as_str()),
        Place::School(id) => (ADD_OF_SCHOOL, id.as_str()),
    };
    let chain = to_json(&edition.chain)?;
    on!(tx.0, c => {
        sqlx::query(statement)
            .bind(whose)
            .bind(kind.word())
            .bind(edition.id.as_str())
            .bind(edition.from.to_string())
            .bind(chain)
            .bind(edition.body.as_deref())
            .bind(edition.by.as_str())
            .bind(millis(edition.at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// One edition.
pub async fn edition(tx: &mut Tx, id: &EditionId) -> Result<Option<Edition>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// All editions of a form, in the order of their numbers.
pub async fn editions(tx: &mut Tx, place: Place<'_>, kind: Kind) -> Result<Vec<Edition>> {
    let (statement, whose) = match place {
        Place::District(id) => (OF_DISTRICT, id.as_str()),
        Place::School(id) => (OF_SCHOOL, id.as_str()),
    };
    all(rows!(tx, Row, statement, whose, kind.word()))
}
