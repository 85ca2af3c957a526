//! Sealed rankings of both sides (feat:C16, C17; doc:A3). A query names the author, or holds the proof that
//! the deadline has passed.

use crate::sql::{all, instant, json, millis, one, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::choices::{List, Opened, Ranking, current};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{PersonId, ProgrammeId, SchoolId};

sql! {
    columns "school_id, programme_id, round, side, author_id, list, saved_at";
    KEEP = "INSERT INTO choices (school_id, programme_id, round, side, author_id, list, saved_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (school_id, programme_id, round, side, author_id) DO UPDATE SET list = excluded.list, saved_at = excluded.saved_at";
    OF_AUTHOR = "SELECT " ~ " FROM choices WHERE school_id = $1 AND programme_id = $2 AND round = $3 AND side = $4 AND author_id = $5";
    OF_PROGRAMME = "SELECT " ~ " FROM choices WHERE school_id = $1 AND programme_id = $2 AND round = $3 ORDER BY side, author_id";
    COUNTS = "SELECT side, COUNT(*) FROM choices WHERE school_id = $1 AND programme_id = $2 AND round = $3 GROUP BY side ORDER BY side";
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    programme_id: String,
    round: i64,
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
            round: small(row.round)?,
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
            .bind(i64::from(ranking.round))
            .bind(ranking.list.side().word())
            .bind(ranking.author.as_str())
            .bind(list)
            .bind(millis(ranking.saved_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The author's own ranking for one choice of a programme. Whoever asks must be the author.
pub async fn of_author(
    tx: &mut Tx,
    school: &SchoolId,
    programme: &ProgrammeId,
    round: u32,
    side: Side,
    author: &PersonId,
) -> Result<Option<Ranking>> {
    let round = i64::from(round);
    one(row!(tx, Row, OF_AUTHOR, school.as_str(), programme.as_str(), round, side.word(), author.as_str()))
}

/// What a query of the lists of one choice is bound to.
fn keys(programme: &Programme, round: u32) -> (&str, &str, i64) {
    (programme.school.as_str(), programme.id.as_str(), i64::from(round))
}

/// All rankings of the choice that is open.
pub async fn of_programme(tx: &mut Tx, programme: &Programme, opened: Opened) -> Result<Vec<Ranking>> {
    let (school, id, round) = keys(programme, opened.round());
    all(rows!(tx, Row, OF_PROGRAMME, school, id, round))
}

/// How many have handed in a ranking on each side; whom they rank stays sealed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Newcomers.
    pub newcomers: i64,
    /// Mentors.
    pub mentors: i64,
}

/// How many rankings there are for the programme's last choice; readable at any time.
pub async fn counts(tx: &mut Tx, programme: &Programme) -> Result<Counts> {
    let (school, id, round) = keys(programme, current(programme));
    let rows = rows!(tx, (String, i64), COUNTS, school, id, round);
    let of = |side: Side| rows.iter().find(|(word, _)| word == side.word()).map_or(0, |(_, count)| *count);
    Ok(Counts { newcomers: of(Side::Newcomer), mentors: of(Side::Mentor) })
}
