//! How pairs of pupils go, as both say.

use crate::sql::{all, day, instant, known, millis};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::peers::Pair;
use domain::peers::voices::{Face, Said, Took, Voice};
use domain::pupils::Pupil;
use domain::{Day, SchoolId};

sql! {
    columns "school_id, pair_id, day, meetings, listens, company, did, noted_by, noted_at, took_week, helper_met, mentee_met";
    PUT = "INSERT INTO peer_voices (school_id, pair_id, day, meetings, listens, company, did, noted_by, noted_at, took_week, helper_met, mentee_met) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (school_id, pair_id, day) DO UPDATE SET meetings = excluded.meetings, listens = excluded.listens, company = excluded.company, did = excluded.did, noted_by = excluded.noted_by, noted_at = excluded.noted_at, took_week = excluded.took_week, helper_met = excluded.helper_met, mentee_met = excluded.mentee_met";
    OF_PAIR = "SELECT " ~ " FROM peer_voices WHERE school_id = $1 AND pair_id = $2 ORDER BY day";
    TOOK = "SELECT " ~ " FROM peer_voices WHERE school_id = $1 AND took_week IS NOT NULL ORDER BY day, pair_id";
    COMPANY = "SELECT " ~ " FROM peer_voices WHERE school_id = $1 AND company IS NOT NULL ORDER BY day, pair_id";
    REMOVE_OF = "DELETE FROM peer_voices WHERE school_id = $1 AND pair_id IN (SELECT id FROM peer_pairs WHERE school_id = $1 AND (helper_id = $2 OR mentee_id = $2))";
    FORGET = "DELETE FROM peer_voices WHERE pair_id IN (SELECT id FROM peer_pairs WHERE over_on < $1)";
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    pair_id: String,
    day: String,
    meetings: Option<String>,
    listens: Option<String>,
    company: Option<String>,
    did: Option<String>,
    noted_by: String,
    noted_at: i64,
    took_week: Option<String>,
    helper_met: Option<i64>,
    mentee_met: Option<i64>,
}

fn face(word: Option<&str>) -> Result<Option<Face>> {
    word.map(|word| known(Face::from_word(word), "face")).transpose()
}

impl TryFrom<Row> for Voice {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let faces =
            [face(row.meetings.as_deref())?, face(row.listens.as_deref())?, face(row.company.as_deref())?];
        let met = |stored: Option<i64>| stored.map(|met| met == 1);
        let took = |week| Took { week, helper: met(row.helper_met), mentee: met(row.mentee_met) };
        let week = row.took_week.as_deref().map(day).transpose()?;
        Ok(Self {
            school: row.school_id.into(),
            pair: row.pair_id.into(),
            day: day(&row.day)?,
            said: Said { faces, did: row.did, took: week.map(took) },
            by: (row.noted_by.into(), instant(row.noted_at)?),
        })
    }
}

/// Writes what was said on a day, in the place of what stood there.
pub async fn put(tx: &mut WriteTx, voice: &Voice) -> Result<()> {
    let [meetings, listens, company] = voice.said.faces.map(|face| face.map(Face::word));
    let took = voice.said.took;
    on!(tx.0, c => {
        sqlx::query(PUT)
            .bind(voice.school.as_str())
            .bind(voice.pair.as_str())
            .bind(voice.day.to_string())
            .bind(meetings)
            .bind(listens)
            .bind(company)
            .bind(voice.said.did.as_deref())
            .bind(voice.by.0.as_str())
            .bind(millis(voice.by.1))
            .bind(took.map(|took| took.week.to_string()))
            .bind(took.and_then(|took| took.helper).map(i64::from))
            .bind(took.and_then(|took| took.mentee).map(i64::from))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// What both of a pair said, in the order of time.
pub async fn of_pair(tx: &mut Tx, pair: &Pair) -> Result<Vec<Voice>> {
    all(rows!(tx, Row, OF_PAIR, pair.school.as_str(), pair.id.as_str()))
}

/// What was said of meetings in a school, in the order of time.
pub async fn took(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Voice>> {
    all(rows!(tx, Row, TOOK, school.as_str()))
}

/// Talks of a school in which a child said whether they have somebody to be with, in the order of time.
pub async fn company(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Voice>> {
    all(rows!(tx, Row, COMPANY, school.as_str()))
}

/// Takes away what was said in the pairs in which a pupil takes part.
pub async fn remove_of(tx: &mut WriteTx, pupil: &Pupil) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REMOVE_OF).bind(pupil.school.as_str()).bind(pupil.id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// Forgets what was said in pairs that were over before a day, in every school.
pub async fn forget(tx: &mut WriteTx, before: Day) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET).bind(before.to_string()).execute(c).await?;
    });
    Ok(())
}
