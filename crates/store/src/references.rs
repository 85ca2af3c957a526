//! With what volunteers apply, and what adults write for them.

use crate::sql::{all, day, known};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::volunteers::Volunteer;
use domain::volunteers::references::{Answer, Application, Referee, Reference, Seen};
use domain::{Day, PersonId, PupilId, SchoolId};

sql! {
    columns "person_id, state, promises, patience, asks, words, answered_on";
    APPLICATION = "SELECT motive, wish, version FROM volunteer_applications WHERE school_id = $1 AND volunteer_id = $2";
    APPLY = "INSERT INTO volunteer_applications (school_id, volunteer_id, motive, wish, version) VALUES ($1, $2, $3, $4, 1) ON CONFLICT (school_id, volunteer_id) DO UPDATE SET motive = excluded.motive, wish = excluded.wish, version = volunteer_applications.version + 1 WHERE volunteer_applications.version = $5";
    ASK = "INSERT INTO volunteer_references (school_id, volunteer_id, person_id, state) VALUES ($1, $2, $3, 'waiting') ON CONFLICT (school_id, volunteer_id, person_id) DO NOTHING";
    SAVE = "UPDATE volunteer_references SET state = $4, promises = $5, patience = $6, asks = $7, words = $8, answered_on = $9 WHERE school_id = $1 AND volunteer_id = $2 AND person_id = $3";
    TAKE_OFF = "DELETE FROM volunteer_references WHERE school_id = $1 AND volunteer_id = $2 AND person_id = $3 AND state = 'waiting'";
    OF_VOLUNTEER = "SELECT " ~ " FROM volunteer_references WHERE school_id = $1 AND volunteer_id = $2 ORDER BY person_id";
    WAITING = "SELECT volunteers.pupil_id FROM volunteer_references JOIN volunteers ON volunteers.school_id = volunteer_references.school_id AND volunteers.id = volunteer_references.volunteer_id WHERE volunteer_references.school_id = $1 AND person_id = $2 AND volunteer_references.state = 'waiting' ORDER BY volunteers.pupil_id";
    CLEAR_APPLICATION = "DELETE FROM volunteer_applications WHERE school_id = $1 AND volunteer_id = $2";
    CLEAR_REFERENCES = "DELETE FROM volunteer_references WHERE school_id = $1 AND volunteer_id = $2";
    FORGET_APPLICATIONS = "DELETE FROM volunteer_applications WHERE volunteer_id IN (SELECT id FROM volunteers WHERE NOT EXISTS (SELECT 1 FROM pupil_consents WHERE pupil_consents.school_id = volunteers.school_id AND pupil_consents.pupil_id = volunteers.pupil_id AND part = 'data' AND COALESCE(withdrawn_on, last_day) >= $1))";
    FORGET_REFERENCES = "DELETE FROM volunteer_references WHERE volunteer_id IN (SELECT id FROM volunteers WHERE NOT EXISTS (SELECT 1 FROM pupil_consents WHERE pupil_consents.school_id = volunteers.school_id AND pupil_consents.pupil_id = volunteers.pupil_id AND part = 'data' AND COALESCE(withdrawn_on, last_day) >= $1))";
}

#[derive(sqlx::FromRow)]
struct Row {
    person_id: String,
    state: String,
    promises: Option<String>,
    patience: Option<String>,
    asks: Option<String>,
    words: Option<String>,
    answered_on: Option<String>,
}

fn seen(word: Option<&str>) -> Result<Seen> {
    known(word.and_then(Seen::from_word), "what a referee saw")
}

impl TryFrom<Row> for Referee {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let answer = match (row.state.as_str(), row.words, row.answered_on) {
            ("waiting", None, None) => Answer::Waiting,
            ("declined", None, None) => Answer::Declined,
            ("given", Some(words), Some(on)) => Answer::Given(Reference {
                seen: [
                    seen(row.promises.as_deref())?,
                    seen(row.patience.as_deref())?,
                    seen(row.asks.as_deref())?,
                ],
                words,
                on: day(&on)?,
            }),
            _ => return Err(StoreError::Unreadable("answer of a referee")),
        };
        Ok(Self { person: row.person_id.into(), answer })
    }
}

/// With what a volunteer applies; empty where nothing was written down.
pub async fn application(tx: &mut Tx, volunteer: &Volunteer) -> Result<Application> {
    let row = row!(
        tx,
        (String, Option<String>, i64),
        APPLICATION,
        volunteer.school.as_str(),
        volunteer.id.as_str()
    );
    Ok(row.map(|(motive, wish, version)| Application { motive, wish, version }).unwrap_or_default())
}

/// Writes it down over the version that was read; `Stale` where somebody was faster.
pub async fn apply(tx: &mut WriteTx, volunteer: &Volunteer, application: &Application) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(APPLY)
            .bind(volunteer.school.as_str())
            .bind(volunteer.id.as_str())
            .bind(application.motive.as_str())
            .bind(application.wish.as_deref())
            .bind(application.version)
    )
}

/// Asks an adult; whoever is asked already stays as they are.
pub async fn ask(tx: &mut WriteTx, volunteer: &Volunteer, person: &PersonId) -> Result<()> {
    changes(tx, ASK, volunteer, person).await
}

/// Asks an adult who has not answered no longer.
pub async fn take_off(tx: &mut WriteTx, volunteer: &Volunteer, person: &PersonId) -> Result<()> {
    changes(tx, TAKE_OFF, volunteer, person).await
}

async fn changes(
    tx: &mut WriteTx,
    statement: &'static str,
    volunteer: &Volunteer,
    person: &PersonId,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(statement)
            .bind(volunteer.school.as_str())
            .bind(volunteer.id.as_str())
            .bind(person.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves what an adult answered.
pub async fn save(tx: &mut WriteTx, volunteer: &Volunteer, referee: &Referee) -> Result<()> {
    let given = match &referee.answer {
        Answer::Given(reference) => Some(reference),
        Answer::Waiting | Answer::Declined => None,
    };
    let [promises, patience, asks] = match given {
        Some(reference) => reference.seen.map(|seen| Some(seen.word())),
        None => [None; 3],
    };
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(volunteer.school.as_str())
            .bind(volunteer.id.as_str())
            .bind(referee.person.as_str())
            .bind(referee.answer.word())
            .bind(promises)
            .bind(patience)
            .bind(asks)
            .bind(given.map(|reference| reference.words.as_str()))
            .bind(given.map(|reference| reference.on.to_string()))
    )
}

/// The adults who are asked to write for a volunteer.
pub async fn of_volunteer(tx: &mut Tx, volunteer: &Volunteer) -> Result<Vec<Referee>> {
    all(rows!(tx, Row, OF_VOLUNTEER, volunteer.school.as_str(), volunteer.id.as_str()))
}

/// The pupils for whom somebody is asked to write and has not answered.
pub async fn waiting(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> Result<Vec<PupilId>> {
    let rows = rows!(tx, (String,), WAITING, school.as_str(), person.as_str());
    Ok(rows.into_iter().map(|(pupil,)| pupil.into()).collect())
}

/// Deletes what stands of a volunteer who stops.
pub async fn clear(tx: &mut WriteTx, volunteer: &Volunteer) -> Result<()> {
    for statement in [CLEAR_REFERENCES, CLEAR_APPLICATION] {
        on!(tx.0, c => {
            sqlx::query(statement)
                .bind(volunteer.school.as_str())
                .bind(volunteer.id.as_str())
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

/// Forgets, in every school, what stands of those about whom nothing has been kept with consent since a day.
pub(crate) async fn forget(tx: &mut WriteTx, before: Day) -> Result<()> {
    for statement in [FORGET_REFERENCES, FORGET_APPLICATIONS] {
        on!(tx.0, c => {
            sqlx::query(statement).bind(before.to_string()).execute(c).await?;
        });
    }
    Ok(())
}
