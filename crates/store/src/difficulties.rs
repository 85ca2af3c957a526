//! Difficulty maps of newcomers. Whoever reads one asks `Action::FillDifficulties`, or `Action::SeeDifficulties` and
//! whether it is shared.

use crate::sql::{all, instant, json, known, millis, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::difficulties::{Helper, Map, Mark, Season, Topic};
use domain::{NewcomerId, ProgrammeId, SchoolId};
use std::collections::BTreeMap;

sql! {
    KEEP = "INSERT INTO difficulties (school_id, programme_id, newcomer_id, season, marks, helpers, words, shared, filled_at, counted) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1) ON CONFLICT (school_id, newcomer_id, season) DO UPDATE SET marks = excluded.marks, helpers = excluded.helpers, words = excluded.words, shared = excluded.shared, filled_at = excluded.filled_at, counted = excluded.counted";
    SET_ASIDE = "INSERT INTO earlier_difficulties (school_id, programme_id, newcomer_id, season, marks, helpers, words, shared, filled_at) SELECT school_id, programme_id, newcomer_id, season, marks, helpers, words, shared, filled_at FROM difficulties WHERE school_id = $1 AND newcomer_id = $2 AND season = $3 ON CONFLICT (school_id, newcomer_id, season, filled_at) DO NOTHING";
    EARLIER = "SELECT school_id, programme_id, newcomer_id, season, marks, helpers, words, shared, filled_at FROM earlier_difficulties WHERE school_id = $1 AND newcomer_id = $2 ORDER BY filled_at, season";
    OF_NEWCOMER = "SELECT school_id, programme_id, newcomer_id, season, marks, helpers, words, shared, filled_at FROM difficulties WHERE school_id = $1 AND newcomer_id = $2 ORDER BY filled_at, season";
    COUNTED = "SELECT school_id, programme_id, newcomer_id, season, marks, NULL AS helpers, NULL AS words, shared, filled_at FROM difficulties WHERE school_id = $1 AND programme_id = $2 AND counted = 1 ORDER BY filled_at, newcomer_id";
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    programme_id: String,
    newcomer_id: String,
    season: String,
    marks: String,
    helpers: Option<String>,
    words: Option<String>,
    shared: i64,
    filled_at: i64,
}

impl TryFrom<Row> for Map {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let marks: BTreeMap<String, u8> = json(&row.marks)?;
        let mark = |(topic, mark): (String, u8)| -> Result<(Topic, Mark)> {
            Ok((
                known(Topic::from_word(&topic), "topic of a difficulty map")?,
                known(Mark::new(mark), "mark of a difficulty map")?,
            ))
        };
        let helpers: BTreeMap<String, String> =
            row.helpers.as_deref().map(json).transpose()?.unwrap_or_default();
        let helper = |(topic, helper): (String, String)| -> Result<(Topic, Helper)> {
            Ok((
                known(Topic::from_word(&topic), "topic of a difficulty map")?,
                known(Helper::from_word(&helper), "helper of a difficulty map")?,
            ))
        };
        Ok(Self {
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            newcomer: row.newcomer_id.into(),
            season: known(Season::from_word(&row.season), "season of a difficulty map")?,
            marks: marks.into_iter().map(mark).collect::<Result<_>>()?,
            helpers: helpers.into_iter().map(helper).collect::<Result<_>>()?,
            words: row.words,
            shared: row.shared != 0,
            filled_at: instant(row.filled_at)?,
        })
    }
}

/// Keeps a map in the place of an earlier one of the same season.
pub async fn keep(tx: &mut WriteTx, map: &Map) -> Result<()> {
    let marks: BTreeMap<&str, u8> =
        map.marks.iter().map(|(topic, mark)| (topic.word(), mark.number())).collect();
    let helpers: BTreeMap<&str, &str> =
        map.helpers.iter().map(|(topic, helper)| (topic.word(), helper.word())).collect();
    let (marks, helpers) = (to_json(&marks)?, to_json(&helpers)?);
    on!(tx.0, c => {
        sqlx::query(KEEP)
            .bind(map.school.as_str())
            .bind(map.programme.as_str())
            .bind(map.newcomer.as_str())
            .bind(map.season.word())
            .bind(marks)
            .bind(helpers)
            .bind(map.words.as_deref())
            .bind(i64::from(map.shared))
            .bind(millis(map.filled_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Sets aside what a map says, before it is filled in again.
pub async fn set_aside(tx: &mut WriteTx, map: &Map) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(SET_ASIDE)
            .bind(map.school.as_str())
            .bind(map.newcomer.as_str())
            .bind(map.season.word())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// What the maps of a newcomer said before they were filled in again, the first one first. The newcomer alone reads it,
/// also where the map is shared.
pub async fn earlier(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> Result<Vec<Map>> {
    all(rows!(tx, Row, EARLIER, school.as_str(), newcomer.as_str()))
}

/// All maps of a newcomer, in the order in which they were filled in.
pub async fn of_newcomer(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> Result<Vec<Map>> {
    all(rows!(tx, Row, OF_NEWCOMER, school.as_str(), newcomer.as_str()))
}

/// The maps of a programme whose form said that they are counted in groups, without their words. Whoever reads them asks
/// `Action::SeeNeeds` and shows figures of groups alone.
pub async fn counted(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Map>> {
    all(rows!(tx, Row, COUNTED, school.as_str(), programme.as_str()))
}
