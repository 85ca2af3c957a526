//! Sealed rankings of both sides (feat:C16, C17; doc:A3). A query names the author, or holds the proof that
//! the deadline has passed.

use crate::sql::{instant, json, millis, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::choices::{List, Opened, Ranking};
use domain::sides::Side;
use domain::{PersonId, ProgrammeId, SchoolId};

sql! {
    KEEP = "INSERT INTO choices (school_id, programme_id, side, author_id, list, saved_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (school_id, programme_id, side, author_id) DO UPDATE SET list = excluded.list, saved_at = excluded.saved_at";
    OF_AUTHOR = "SELECT school_id, programme_id, side, author_id, list, saved_at FROM choices WHERE school_id = $1 AND programme_id = $2 AND side = $3 AND author_id = $4";
    OF_PROGRAMME = "SELECT school_id, programme_id, side, author_id, list, saved_at FROM choices WHERE school_id = $1 AND programme_id = $2 ORDER BY side, author_id";
    COUNTS = "SELECT side, COUNT(*) FROM choices WHERE school_id = $1 AND programme_id = $2 GROUP BY side ORDER BY side";
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    programme_id: String,
    side: String,
    author_id: String,
    list: String,
    saved_at: i64,
}

impl TryFrom<Row> for Ranking {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let list = match row.side.as_str() {
            "newcomer" => List::Mentors(json(&row.list)?),
            "mentor" => List::Newcomers(json(&row.list)?),
            _ => return Err(StoreError::Unreadable("side of a ranking")),
        };
        Ok(Self {
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            author: row.author_id.into(),
            list,
            saved_at: instant(row.saved_at)?,
        })
    }
}

/// Keeps a ranking in place of the author's last one.
pub async fn keep(tx: &mut WriteTx, ranking: &Ranking) -> Result<()> {
    let list = match &ranking.list {
        List::Mentors(list) => to_json(list)?,
        List::Newcomers(list) => to_json(list)?,
    };
    on!(tx.0, c => {
        sqlx::query(KEEP)
            .bind(ranking.school.as_str())
            .bind(ranking.programme.as_str())
            .bind(ranking.list.side().word())
            .bind(ranking.author.as_str())
            .bind(list)
            .bind(millis(ranking.saved_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The author's own ranking. Whoever asks must be the author.
pub async fn of_author(
    tx: &mut Tx,
    school: &SchoolId,
    programme: &ProgrammeId,
    side: Side,
    author: &PersonId,
) -> Result<Option<Ranking>> {
    let row = on!(tx, c => sqlx::query_as::<_, Row>(OF_AUTHOR).bind(school.as_str()).bind(programme.as_str()).bind(side.word()).bind(author.as_str()).fetch_optional(c).await?);
    row.map(TryInto::try_into).transpose()
}

/// All rankings of a programme, once they are open.
pub async fn of_programme(
    tx: &mut Tx,
    school: &SchoolId,
    programme: &ProgrammeId,
    _opened: &Opened,
) -> Result<Vec<Ranking>> {
    let rows = on!(tx, c => sqlx::query_as::<_, Row>(OF_PROGRAMME).bind(school.as_str()).bind(programme.as_str()).fetch_all(c).await?);
    rows.into_iter().map(TryInto::try_into).collect()
}

/// How many have handed in a ranking on each side; whom they rank stays sealed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Newcomers.
    pub newcomers: i64,
    /// Mentors.
    pub mentors: i64,
}

/// How many rankings there are; readable at any time.
pub async fn counts(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Counts> {
    let rows = on!(tx, c => sqlx::query_as::<_, (String, i64)>(COUNTS).bind(school.as_str()).bind(programme.as_str()).fetch_all(c).await?);
    let of = |side: Side| rows.iter().find(|(word, _)| word == side.word()).map_or(0, |(_, count)| *count);
    Ok(Counts { newcomers: of(Side::Newcomer), mentors: of(Side::Mentor) })
}
