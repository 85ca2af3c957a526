//! Sittings of the theory, with what is frozen in them (feat:G4; docs/decisions/0032). Whoever plans them asks
//! `domain::permissions::Action::ManageSittings`.

use crate::sql::{all, instant, json, millis, one, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::exams::{Sitting, SittingState};
use domain::questions::{Bank, Kept, Language, Question};
use domain::{ExamId, Instant, PersonId, SchoolId};
use std::collections::BTreeMap;

sql! {
    columns "id, school_id, begins_at, ends_at, plan, bank, languages, cuts, rubric, marker_id, state, state_at, reason, version, places";
    ADD = "INSERT INTO sittings (id, school_id, begins_at, ends_at, plan, bank, languages, cuts, rubric, marker_id, places, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'planned')";
    SAVE = "UPDATE sittings SET bank = $3, cuts = $4, marker_id = $5, state = $6, state_at = $7, reason = $8, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM sittings WHERE id = $1";
    OF_SCHOOL = "SELECT " ~ " FROM sittings WHERE school_id = $1 ORDER BY begins_at DESC, id";
    OPENED_TO = "SELECT " ~ " FROM sittings WHERE places > 0 AND school_id <> $1 AND school_id IN (SELECT id FROM schools WHERE district_id = (SELECT district_id FROM schools WHERE id = $1)) ORDER BY begins_at DESC, id";
    ELSEWHERE = "SELECT " ~ " FROM sittings WHERE school_id <> $1 AND id IN (SELECT sitting_id FROM sitting_guests WHERE home_id = $1) ORDER BY begins_at DESC, id";
    FREEZE = "INSERT INTO sitting_questions (school_id, sitting_id, language, number, question) VALUES ($1, $2, $3, $4, $5)";
    QUESTION = "SELECT question FROM sitting_questions WHERE school_id = $1 AND sitting_id = $2 AND language = $3 AND number = $4";
    QUESTIONS = "SELECT number, question FROM sitting_questions WHERE school_id = $1 AND sitting_id = $2 AND language = $3 ORDER BY number";
    EXTEND = "INSERT INTO sitting_extensions (school_id, sitting_id, person_id, minutes, home_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (school_id, sitting_id, person_id) DO UPDATE SET minutes = excluded.minutes";
    EXTENSIONS = "SELECT person_id, minutes FROM sitting_extensions WHERE school_id = $1 AND sitting_id = $2 ORDER BY person_id";
    TAKE_PLACE = "INSERT INTO sitting_guests (school_id, sitting_id, person_id, home_id, at) VALUES ($1, $2, $3, $4, $5)";
    GIVE_PLACE_BACK = "DELETE FROM sitting_guests WHERE school_id = $1 AND sitting_id = $2 AND person_id = $3";
    GUESTS = "SELECT person_id, home_id FROM sitting_guests WHERE school_id = $1 AND sitting_id = $2 ORDER BY at, person_id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    begins_at: i64,
    ends_at: i64,
    plan: String,
    bank: i64,
    languages: String,
    cuts: String,
    rubric: String,
    marker_id: Option<String>,
    state: String,
    state_at: Option<i64>,
    reason: Option<String>,
    version: i64,
    places: i64,
}

impl TryFrom<Row> for Sitting {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let state = match (row.state.as_str(), row.state_at, row.reason) {
            ("planned", None, None) => SittingState::Planned,
            ("running", None, None) => SittingState::Running,
            ("closed", Some(at), None) => SittingState::Closed { at: instant(at)? },
            ("called_off", Some(at), Some(reason)) => SittingState::CalledOff { at: instant(at)?, reason },
            _ => return Err(StoreError::Unreadable("state of a sitting")),
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            begins: instant(row.begins_at)?,
            ends: instant(row.ends_at)?,
            plan: json(&row.plan)?,
            bank: small(row.bank)?,
            languages: json(&row.languages)?,
            cuts: json(&row.cuts)?,
            rubric: json(&row.rubric)?,
            marker: row.marker_id.map(Into::into),
            places: small(row.places)?,
            state,
            version: row.version,
        })
    }
}

/// Adds a sitting that was just planned.
pub async fn add(tx: &mut WriteTx, sitting: &Sitting) -> Result<()> {
    let (plan, languages) = (to_json(&sitting.plan)?, to_json(&sitting.languages)?);
    let (cuts, rubric) = (to_json(&sitting.cuts)?, to_json(&sitting.rubric)?);
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(sitting.id.as_str())
            .bind(sitting.school.as_str())
            .bind(millis(sitting.begins))
            .bind(millis(sitting.ends))
            .bind(&plan)
            .bind(i64::from(sitting.bank))
            .bind(&languages)
            .bind(&cuts)
            .bind(&rubric)
            .bind(sitting.marker.as_ref().map(PersonId::as_str))
            .bind(i64::from(sitting.places))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves a sitting; its days, plan, languages, rubric and places stay as they were planned.
pub async fn save(tx: &mut WriteTx, sitting: &Sitting) -> Result<()> {
    let (at, reason) = match &sitting.state {
        SittingState::Planned | SittingState::Running => (None, None),
        SittingState::Closed { at } => (Some(millis(*at)), None),
        SittingState::CalledOff { at, reason } => (Some(millis(*at)), Some(reason.as_str())),
    };
    let cuts = to_json(&sitting.cuts)?;
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(sitting.id.as_str())
            .bind(sitting.version)
            .bind(i64::from(sitting.bank))
            .bind(&cuts)
            .bind(sitting.marker.as_ref().map(PersonId::as_str))
            .bind(sitting.state.word())
            .bind(at)
            .bind(reason)
    )
}

/// One of them.
pub async fn get(tx: &mut Tx, id: &ExamId) -> Result<Option<Sitting>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// All of a school, the latest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Sitting>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// What other schools of the school's district have opened to it, the latest first.
pub async fn opened_to(tx: &mut Tx, home: &SchoolId) -> Result<Vec<Sitting>> {
    all(rows!(tx, Row, OPENED_TO, home.as_str()))
}

/// Those of other schools in which people of this one have taken a place, the latest first.
pub async fn elsewhere(tx: &mut Tx, home: &SchoolId) -> Result<Vec<Sitting>> {
    all(rows!(tx, Row, ELSEWHERE, home.as_str()))
}

/// Keeps the questions of a sitting that begins as they are, in one language.
pub async fn freeze(tx: &mut WriteTx, sitting: &Sitting, language: Language, bank: &Bank) -> Result<()> {
    for one in bank.questions() {
        let question = to_json(&one.question)?;
        on!(tx.0, c => {
            sqlx::query(FREEZE)
                .bind(sitting.school.as_str())
                .bind(sitting.id.as_str())
                .bind(language.word())
                .bind(i64::from(one.number))
                .bind(&question)
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

/// One question as it was when the sitting began.
pub async fn question(
    tx: &mut Tx,
    school: &SchoolId,
    sitting: &ExamId,
    language: Language,
    number: u32,
) -> Result<Option<Question>> {
    let (school, sitting) = (school.as_str(), sitting.as_str());
    let row = row!(tx, (String,), QUESTION, school, sitting, language.word(), i64::from(number));
    row.map(|(text,)| json(&text)).transpose()
}

/// The bank as it was when the sitting began, in one language; without questions before that.
pub async fn bank(tx: &mut Tx, sitting: &Sitting, language: Language) -> Result<Bank> {
    let (school, id) = (sitting.school.as_str(), sitting.id.as_str());
    let rows = rows!(tx, (i64, String), QUESTIONS, school, id, language.word());
    let kept = |(number, text): (i64, String)| Ok(Kept::new(small(number)?, language, json(&text)?));
    let kept = rows.into_iter().map(kept).collect::<Result<Vec<Kept>>>()?;
    Ok(Bank::of(sitting.bank, language, kept))
}

/// Somebody of another school who has taken a place in a sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Who.
    pub person: PersonId,
    /// The school in whose course they are.
    pub home: SchoolId,
}

/// Gives somebody of another school a place; `Taken` where they have one.
pub async fn take_place(tx: &mut WriteTx, sitting: &Sitting, guest: &Guest, at: Instant) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(TAKE_PLACE)
            .bind(sitting.school.as_str())
            .bind(sitting.id.as_str())
            .bind(guest.person.as_str())
            .bind(guest.home.as_str())
            .bind(millis(at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes their place back; `Stale` where they have none.
pub async fn give_place_back(tx: &mut WriteTx, sitting: &Sitting, person: &PersonId) -> Result<()> {
    let (school, id) = (sitting.school.as_str(), sitting.id.as_str());
    save_one!(tx, sqlx::query(GIVE_PLACE_BACK).bind(school).bind(id).bind(person.as_str()))
}

/// Who of other schools has a place, in the order in which they took it.
pub async fn guests(tx: &mut Tx, sitting: &Sitting) -> Result<Vec<Guest>> {
    let rows = rows!(tx, (String, String), GUESTS, sitting.school.as_str(), sitting.id.as_str());
    Ok(rows.into_iter().map(|(person, home)| Guest { person: person.into(), home: home.into() }).collect())
}

/// Agrees on minutes more for somebody of this school or of another one, in the place of what was agreed before.
pub async fn extend(tx: &mut WriteTx, sitting: &Sitting, guest: &Guest, minutes: u16) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(EXTEND)
            .bind(sitting.school.as_str())
            .bind(sitting.id.as_str())
            .bind(guest.person.as_str())
            .bind(i64::from(minutes))
            .bind(guest.home.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Minutes more, by person.
pub async fn extensions(tx: &mut Tx, sitting: &Sitting) -> Result<BTreeMap<PersonId, u16>> {
    let rows = rows!(tx, (String, i64), EXTENSIONS, sitting.school.as_str(), sitting.id.as_str());
    rows.into_iter().map(|(person, minutes)| Ok((person.into(), small(minutes)?))).collect()
}
