//! What draws people to this work. Whoever reads somebody's own asks `Action::AnswerSurvey` about them, whoever reads
//! groups `Action::SeeSurveys`.

use crate::sql::{all, day, json, known, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::motivations::{Given, Marks, Moment, Motive};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::surveys::Mark;
use domain::{PersonId, ProgrammeId, SchoolId};
use std::collections::BTreeMap;

sql! {
    columns "person_id, moment, side, marks, answered_on, lang, wording";
    KEEP = "INSERT INTO motivations (school_id, programme_id, person_id, moment, side, marks, answered_on, lang, wording) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (school_id, programme_id, person_id, moment) DO UPDATE SET side = excluded.side, marks = excluded.marks, answered_on = excluded.answered_on, lang = excluded.lang, wording = excluded.wording";
    OF_PERSON = "SELECT " ~ " FROM motivations WHERE school_id = $1 AND programme_id = $2 AND person_id = $3 ORDER BY moment DESC";
    OF_PROGRAMME = "SELECT " ~ " FROM motivations WHERE school_id = $1 AND programme_id = $2 ORDER BY person_id, moment";
}

#[derive(sqlx::FromRow)]
struct Row {
    person_id: String,
    moment: String,
    side: String,
    marks: String,
    answered_on: String,
    lang: String,
    wording: i64,
}

impl TryFrom<Row> for Given {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let kept: BTreeMap<String, u8> = json(&row.marks)?;
        let mark = |(motive, mark): (String, u8)| -> Result<(Motive, Mark)> {
            let motive = known(Motive::from_word(&motive), "motive")?;
            Ok((motive, known(Mark::new(mark), "mark of a motive")?))
        };
        let marks: BTreeMap<Motive, Mark> = kept.into_iter().map(mark).collect::<Result<_>>()?;
        Ok(Self {
            person: row.person_id.into(),
            moment: known(Moment::from_word(&row.moment), "moment of a programme")?,
            side: known(Side::from_word(&row.side), "side of motives")?,
            marks: known(Marks::all(&marks), "marks of motives")?,
            on: day(&row.answered_on)?,
            lang: row.lang,
            wording: small(row.wording)?,
        })
    }
}

/// Keeps what somebody answered, in the place of what they answered before in the same moment.
pub async fn keep(tx: &mut WriteTx, programme: &Programme, given: &Given) -> Result<()> {
    let marks: BTreeMap<&str, u8> =
        given.marks.each().map(|(motive, mark)| (motive.word(), mark.number())).collect();
    let marks = to_json(&marks)?;
    on!(tx.0, c => {
        sqlx::query(KEEP)
            .bind(programme.school.as_str())
            .bind(programme.id.as_str())
            .bind(given.person.as_str())
            .bind(given.moment.word())
            .bind(given.side.word())
            .bind(marks)
            .bind(given.on.to_string())
            .bind(&given.lang)
            .bind(i64::from(given.wording))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// What somebody answered in a programme, the start first.
pub async fn of_person(tx: &mut Tx, programme: &Programme, person: &PersonId) -> Result<Vec<Given>> {
    let (school, id) = (programme.school.as_str(), programme.id.as_str());
    all(rows!(tx, Row, OF_PERSON, school, id, person.as_str()))
}

/// What everybody answered in a programme.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Given>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}
