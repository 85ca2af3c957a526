//! Mentors of programmes, with their cards; apart from them, reasons of decisions.

use crate::people::{Named, NamedRow};
use crate::sql::{all, instant, known, millis, one, optional_day, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::mentors::{Card, Decision, Mentor, Pause, State};
use domain::{Instant, MentorId, PersonId, ProgrammeId, SchoolId};

sql! {
    columns "id, school_id, programme_id, person_id, state, since, motive, gives, works, languages, places, back_on, version";
    ADD = "INSERT INTO mentors (id, school_id, programme_id, person_id, state, since, motive, gives, works, languages, places, back_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    SAVE = "UPDATE mentors SET state = $3, since = $4, motive = $5, gives = $6, works = $7, languages = $8, places = $9, back_on = $10, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM mentors WHERE id = $1";
    ADD_DECISION = "INSERT INTO mentor_decisions (school_id, mentor_id, number, decision, reason, at) SELECT $1, $2, COUNT(*) + 1, $3, $4, $5 FROM mentor_decisions WHERE school_id = $1 AND mentor_id = $2";
    LAST_REASON = "SELECT reason FROM mentor_decisions WHERE school_id = $1 AND mentor_id = $2 ORDER BY number DESC LIMIT 1";
    OF_PERSON = "SELECT " ~ " FROM mentors WHERE programme_id = $1 AND person_id = $2";
    EVERY_OF_PERSON = "SELECT " ~ " FROM mentors WHERE school_id = $1 AND person_id = $2 ORDER BY id";
    NAMED = "SELECT mentors.id, person_id, family, given, patronymic, subject FROM mentors JOIN people ON people.id = person_id WHERE mentors.school_id = $1 AND programme_id = $2 ORDER BY mentors.id";
    END_PAUSE = "UPDATE mentor_pauses SET until_at = $4 WHERE school_id = $1 AND mentor_id = $2 AND until_at > $3";
    ADD_PAUSE = "INSERT INTO mentor_pauses (school_id, mentor_id, number, from_at, until_at) SELECT $1, $2, COUNT(*) + 1, $3, $4 FROM mentor_pauses WHERE school_id = $1 AND mentor_id = $2";
    PAUSES = "SELECT mentor_id, from_at, until_at FROM mentor_pauses JOIN mentors ON mentors.school_id = mentor_pauses.school_id AND mentors.id = mentor_id WHERE mentor_pauses.school_id = $1 AND programme_id = $2 ORDER BY mentor_id, number";
    OF_PROGRAMME = "SELECT " ~ " FROM mentors WHERE school_id = $1 AND programme_id = $2 ORDER BY id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    person_id: String,
    state: String,
    since: i64,
    motive: String,
    gives: String,
    works: String,
    languages: String,
    places: i64,
    back_on: Option<String>,
    version: i64,
}

impl TryFrom<Row> for Mentor {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            person: row.person_id.into(),
            state: known(State::from_word(&row.state), "mentor state")?,
            since: instant(row.since)?,
            card: Card {
                motive: row.motive,
                gives: row.gives,
                works: row.works,
                languages: row.languages.split_whitespace().map(ToOwned::to_owned).collect(),
                places: small(row.places)?,
            },
            back_on: optional_day(row.back_on.as_deref())?,
            version: row.version,
        })
    }
}

/// Adds a candidature; `Taken` where the person has one in the programme.
pub async fn add(tx: &mut WriteTx, mentor: &Mentor) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(mentor.id.as_str())
            .bind(mentor.school.as_str())
            .bind(mentor.programme.as_str())
            .bind(mentor.person.as_str())
            .bind(mentor.state.word())
            .bind(millis(mentor.since))
            .bind(&mentor.card.motive)
            .bind(&mentor.card.gives)
            .bind(&mentor.card.works)
            .bind(mentor.card.languages.join(" "))
            .bind(i64::from(mentor.card.places))
            .bind(mentor.back_on.map(|day| day.to_string()))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves state, card and pause.
pub async fn save(tx: &mut WriteTx, mentor: &Mentor) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(mentor.id.as_str())
            .bind(mentor.version)
            .bind(mentor.state.word())
            .bind(millis(mentor.since))
            .bind(&mentor.card.motive)
            .bind(&mentor.card.gives)
            .bind(&mentor.card.works)
            .bind(mentor.card.languages.join(" "))
            .bind(i64::from(mentor.card.places))
            .bind(mentor.back_on.map(|day| day.to_string()))
    )
}

/// Remembers from when until when a mentor pauses. A pause that runs gets another end, which for a mentor who is
/// back is now.
pub async fn keep_pause(tx: &mut WriteTx, mentor: &Mentor, now: Instant, until: Instant) -> Result<()> {
    let (school, id) = (mentor.school.as_str(), mentor.id.as_str());
    let (now, until) = (millis(now), millis(until));
    let running = on!(tx.0, c => {
        sqlx::query(END_PAUSE).bind(school).bind(id).bind(now).bind(until).execute(c).await?.rows_affected()
    });
    if running == 0 && until > now {
        on!(tx.0, c => {
            sqlx::query(ADD_PAUSE).bind(school).bind(id).bind(now).bind(until).execute(c).await?;
        });
    }
    Ok(())
}

/// All pauses of a programme's mentors.
pub async fn pauses(
    tx: &mut Tx,
    school: &SchoolId,
    programme: &ProgrammeId,
) -> Result<Vec<(MentorId, Pause)>> {
    let rows = rows!(tx, (String, i64, i64), PAUSES, school.as_str(), programme.as_str());
    let pause = |(mentor, from, until): (String, i64, i64)| {
        Ok((mentor.into(), Pause { from: instant(from)?, until: instant(until)? }))
    };
    rows.into_iter().map(pause).collect()
}

/// Remembers why the coordinator decided so; the reason may be empty for an approval.
pub async fn add_decision(tx: &mut WriteTx, mentor: &Mentor, decision: &Decision, at: Instant) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD_DECISION)
            .bind(mentor.school.as_str())
            .bind(mentor.id.as_str())
            .bind(decision.word())
            .bind(decision.reason().unwrap_or_default())
            .bind(millis(at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// What was written with the latest decision, if anything. For the applicant and the coordinator alone.
pub async fn last_reason(tx: &mut Tx, mentor: &Mentor) -> Result<Option<String>> {
    let row = row!(tx, (String,), LAST_REASON, mentor.school.as_str(), mentor.id.as_str());
    Ok(row.map(|(reason,)| reason).filter(|reason| !reason.is_empty()))
}

/// One candidature.
pub async fn get(tx: &mut Tx, id: &MentorId) -> Result<Option<Mentor>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// A person's candidature in a programme.
pub async fn of_person(tx: &mut Tx, programme: &ProgrammeId, person: &PersonId) -> Result<Option<Mentor>> {
    one(row!(tx, Row, OF_PERSON, programme.as_str(), person.as_str()))
}

/// All candidatures of a programme.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Mentor>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}

/// All candidatures of a person in a school's programmes.
pub async fn every_of_person(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> Result<Vec<Mentor>> {
    all(rows!(tx, Row, EVERY_OF_PERSON, school.as_str(), person.as_str()))
}

/// Names and subjects of all mentors of a programme.
pub async fn named(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Named<MentorId>>> {
    let rows = rows!(tx, NamedRow, NAMED, school.as_str(), programme.as_str());
    Ok(rows.into_iter().map(Into::into).collect())
}
