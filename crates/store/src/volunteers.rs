//! Pupils who help pupils, and their training.

use crate::sql::{all, day, instant, known, millis, one, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::pupils::Pupil;
use domain::volunteers::{Belongs, Organisation, Recommendation, State, Studies, Training, Volunteer};
use domain::{Day, OrganisationId, SchoolId, VolunteerId};
use std::collections::BTreeMap;

sql! {
    columns "id, school_id, pupil_id, organisation, organisation_id, state, recommended_by, words, named_by, named_at, studies, studies_on, version";
    ADD = "INSERT INTO volunteers (id, school_id, pupil_id, organisation, state, recommended_by, words, named_by, named_at, organisation_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SAVE = "UPDATE volunteers SET organisation = $3, state = $4, recommended_by = $5, words = $6, studies = $7, studies_on = $8, organisation_id = $9, version = version + 1 WHERE id = $1 AND version = $2";
    OF_PUPIL = "SELECT " ~ " FROM volunteers WHERE school_id = $1 AND pupil_id = $2";
    OF_SCHOOL = "SELECT " ~ " FROM volunteers WHERE school_id = $1 ORDER BY pupil_id";
    TRAIN = "INSERT INTO volunteer_trainings (school_id, volunteer_id, day, minutes) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, volunteer_id, day) DO UPDATE SET minutes = excluded.minutes";
    TRAININGS = "SELECT day, minutes FROM volunteer_trainings WHERE school_id = $1 AND volunteer_id = $2 ORDER BY day";
    MINUTES = "SELECT volunteer_id, CAST(SUM(minutes) AS BIGINT) FROM volunteer_trainings WHERE school_id = $1 GROUP BY volunteer_id";
    FORGET_TRAININGS = "DELETE FROM volunteer_trainings WHERE volunteer_id IN (SELECT id FROM volunteers WHERE NOT EXISTS (SELECT 1 FROM pupil_consents WHERE pupil_consents.school_id = volunteers.school_id AND pupil_consents.pupil_id = volunteers.pupil_id AND part = 'data' AND COALESCE(withdrawn_on, last_day) >= $1))";
    FORGET = "DELETE FROM volunteers WHERE NOT EXISTS (SELECT 1 FROM pupil_consents WHERE pupil_consents.school_id = volunteers.school_id AND pupil_consents.pupil_id = volunteers.pupil_id AND part = 'data' AND COALESCE(withdrawn_on, last_day) >= $1)";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    pupil_id: String,
    organisation: Option<String>,
    organisation_id: Option<String>,
    state: String,
    recommended_by: Option<String>,
    words: Option<String>,
    named_by: String,
    named_at: i64,
    studies: Option<String>,
    studies_on: Option<String>,
    version: i64,
}

impl TryFrom<Row> for Volunteer {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let said = row.recommended_by.zip(row.words);
        let said = said.map(|(by, words)| Recommendation { by: by.into(), words });
        let state = match (row.state.as_str(), said) {
            ("named", None) => Some(State::Named),
            ("recommended", Some(said)) => Some(State::Recommended(said)),
            ("ready", Some(said)) => Some(State::Ready(said)),
            ("stopped", None) => Some(State::Stopped),
            _ => None,
        };
        let organisation = match row.organisation {
            Some(word) => Some(Belongs::Known(known(Organisation::from_word(&word), "organisation")?)),
            None => row.organisation_id.map(|id| Belongs::Own(id.into())),
        };
        let studies = match row.studies.zip(row.studies_on) {
            Some((word, on)) => {
                Some((known(Studies::from_word(&word), "studies of a volunteer")?, day(&on)?))
            }
            None => None,
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            pupil: row.pupil_id.into(),
            organisation,
            state: known(state, "state of a volunteer")?,
            studies,
            named: (row.named_by.into(), instant(row.named_at)?),
            version: row.version,
        })
    }
}

/// Of the two columns of what a volunteer belongs to at most one is filled.
fn known_word(volunteer: &Volunteer) -> Option<&'static str> {
    volunteer.organisation.as_ref().and_then(Belongs::known).map(Organisation::word)
}

fn own_id(volunteer: &Volunteer) -> Option<&str> {
    volunteer.organisation.as_ref().and_then(Belongs::own).map(OrganisationId::as_str)
}

/// Adds one who was just named.
pub async fn add(tx: &mut WriteTx, volunteer: &Volunteer) -> Result<()> {
    let said = volunteer.state.recommendation();
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(volunteer.id.as_str())
            .bind(volunteer.school.as_str())
            .bind(volunteer.pupil.as_str())
            .bind(known_word(volunteer))
            .bind(volunteer.state.word())
            .bind(said.map(|said| said.by.as_str()))
            .bind(said.map(|said| said.words.as_str()))
            .bind(volunteer.named.0.as_str())
            .bind(millis(volunteer.named.1))
            .bind(own_id(volunteer))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves where they stand; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, volunteer: &Volunteer) -> Result<()> {
    let said = volunteer.state.recommendation();
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(volunteer.id.as_str())
            .bind(volunteer.version)
            .bind(known_word(volunteer))
            .bind(volunteer.state.word())
            .bind(said.map(|said| said.by.as_str()))
            .bind(said.map(|said| said.words.as_str()))
            .bind(volunteer.studies.map(|(studies, _)| studies.word()))
            .bind(volunteer.studies.map(|(_, on)| on.to_string()))
            .bind(own_id(volunteer))
    )
}

/// The one that a pupil is, if they are one.
pub async fn of_pupil(tx: &mut Tx, pupil: &Pupil) -> Result<Option<Volunteer>> {
    one(row!(tx, Row, OF_PUPIL, pupil.school.as_str(), pupil.id.as_str()))
}

/// Those of a school, by pupil.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Volunteer>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Writes a day of training down; said anew, the day is as it was said last.
pub async fn train(tx: &mut WriteTx, volunteer: &Volunteer, training: Training) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(TRAIN)
            .bind(volunteer.school.as_str())
            .bind(volunteer.id.as_str())
            .bind(training.day.to_string())
            .bind(i64::from(training.minutes))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The training of a volunteer, in the order of time.
pub async fn trainings(tx: &mut Tx, volunteer: &Volunteer) -> Result<Vec<Training>> {
    let rows = rows!(tx, (String, i64), TRAININGS, volunteer.school.as_str(), volunteer.id.as_str());
    rows.into_iter().map(|(on, minutes)| Ok(Training { day: day(&on)?, minutes: small(minutes)? })).collect()
}

/// Forgets, in every school, those about whom nothing has been kept with consent since a day, with their training.
pub async fn forget(tx: &mut WriteTx, before: Day) -> Result<()> {
    crate::references::forget(tx, before).await?;
    for statement in [FORGET_TRAININGS, FORGET] {
        on!(tx.0, c => {
            sqlx::query(statement).bind(before.to_string()).execute(c).await?;
        });
    }
    Ok(())
}

/// Minutes of training in all, of each volunteer of a school who has any.
pub async fn minutes(tx: &mut Tx, school: &SchoolId) -> Result<BTreeMap<VolunteerId, u32>> {
    let rows = rows!(tx, (String, i64), MINUTES, school.as_str());
    let of =
        |(id, minutes): (String, i64)| -> Result<(VolunteerId, u32)> { Ok((id.into(), small(minutes)?)) };
    rows.into_iter().map(of).collect()
}
