//! The plan of joint work: whose turn it is with whom.

use crate::sql::{all, day, instant, known, millis, one, optional_day, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::contacts::Kind;
use domain::rotations::{Asked, Slot, State, Turn};
use domain::sides::Side;
use domain::{MentorId, NewcomerId, ProgrammeId, SchoolId, TurnId};

sql! {
    columns "id, school_id, programme_id, newcomer_id, mentor_id, kind, day, lesson, published_at, state, state_at, contact_id, excused_by, asked_by, asked_day, asked_lesson, version";
    ADD = "INSERT INTO rotations (id, school_id, programme_id, newcomer_id, mentor_id, kind, day, lesson, published_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'planned')";
    SAVE = "UPDATE rotations SET day = $3, lesson = $4, state = $5, state_at = $6, contact_id = $7, excused_by = $8, asked_by = $9, asked_day = $10, asked_lesson = $11, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM rotations WHERE id = $1";
    OF_NEWCOMER = "SELECT " ~ " FROM rotations WHERE school_id = $1 AND newcomer_id = $2 ORDER BY day, lesson, id";
    OF_MENTOR = "SELECT " ~ " FROM rotations WHERE school_id = $1 AND mentor_id = $2 ORDER BY day, lesson, id";
    OF_PROGRAMME = "SELECT " ~ " FROM rotations WHERE school_id = $1 AND programme_id = $2 ORDER BY day, lesson, id";
    FORGET = "DELETE FROM rotations WHERE school_id = $1 AND newcomer_id = $2";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    newcomer_id: String,
    mentor_id: String,
    kind: String,
    day: String,
    lesson: i64,
    published_at: i64,
    state: String,
    state_at: Option<i64>,
    contact_id: Option<String>,
    excused_by: Option<String>,
    asked_by: Option<String>,
    asked_day: Option<String>,
    asked_lesson: Option<i64>,
    version: i64,
}

impl Row {
    fn state(&self) -> Result<State> {
        let at = || instant(known(self.state_at, "time of a planned meeting's state")?);
        Ok(match self.state.as_str() {
            "planned" => State::Planned,
            "held" => {
                let contact = known(self.contact_id.as_deref(), "joint work of a planned meeting")?;
                State::Held { contact: contact.into() }
            }
            "excused" => State::Excused { by: side(self.excused_by.as_deref())?, at: at()? },
            "withdrawn" => State::Withdrawn { at: at()? },
            _ => return Err(StoreError::Unreadable("state of a planned meeting")),
        })
    }

    fn asked(&self) -> Result<Option<Asked>> {
        let Some(by) = &self.asked_by else { return Ok(None) };
        let missing = "another time of a planned meeting";
        let day = known(optional_day(self.asked_day.as_deref())?, missing)?;
        let lesson = small(known(self.asked_lesson, missing)?)?;
        Ok(Some(Asked { by: side(Some(by))?, slot: Slot { day, lesson } }))
    }
}

fn side(word: Option<&str>) -> Result<Side> {
    known(word.and_then(Side::from_word), "side of a planned meeting")
}

impl TryFrom<Row> for Turn {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            state: row.state()?,
            asked: row.asked()?,
            kind: known(Kind::from_word(&row.kind), "kind of a planned meeting")?,
            slot: Slot { day: day(&row.day)?, lesson: small(row.lesson)? },
            published_at: instant(row.published_at)?,
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            newcomer: row.newcomer_id.into(),
            mentor: row.mentor_id.into(),
            version: row.version,
        })
    }
}

/// Adds a planned meeting; `Taken` where the two have one, or one of them has another in that lesson.
pub async fn add(tx: &mut WriteTx, turn: &Turn) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(turn.id.as_str())
            .bind(turn.school.as_str())
            .bind(turn.programme.as_str())
            .bind(turn.newcomer.as_str())
            .bind(turn.mentor.as_str())
            .bind(turn.kind.word())
            .bind(turn.slot.day.to_string())
            .bind(i64::from(turn.slot.lesson))
            .bind(millis(turn.published_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves time, state and wish; `Stale` where somebody saved in between, `Taken` where one of the two has
/// another meeting in that lesson.
pub async fn save(tx: &mut WriteTx, turn: &Turn) -> Result<()> {
    let (mut at, mut contact, mut excused_by) = (None, None, None);
    match &turn.state {
        State::Planned => {}
        State::Held { contact: written } => contact = Some(written.as_str()),
        State::Excused { by, at: since } => (excused_by, at) = (Some(by.word()), Some(millis(*since))),
        State::Withdrawn { at: since } => at = Some(millis(*since)),
    }
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(turn.id.as_str())
            .bind(turn.version)
            .bind(turn.slot.day.to_string())
            .bind(i64::from(turn.slot.lesson))
            .bind(turn.state.word())
            .bind(at)
            .bind(contact)
            .bind(excused_by)
            .bind(turn.asked.map(|asked| asked.by.word()))
            .bind(turn.asked.map(|asked| asked.slot.day.to_string()))
            .bind(turn.asked.map(|asked| i64::from(asked.slot.lesson)))
    )
}

/// One planned meeting.
pub async fn get(tx: &mut Tx, id: &TurnId) -> Result<Option<Turn>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// All planned meetings of a newcomer in the order of time, in every state.
pub async fn of_newcomer(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> Result<Vec<Turn>> {
    all(rows!(tx, Row, OF_NEWCOMER, school.as_str(), newcomer.as_str()))
}

/// All planned meetings of a mentor in the order of time, in every state.
pub async fn of_mentor(tx: &mut Tx, school: &SchoolId, mentor: &MentorId) -> Result<Vec<Turn>> {
    all(rows!(tx, Row, OF_MENTOR, school.as_str(), mentor.as_str()))
}

/// All planned meetings of a programme in the order of time, in every state.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Turn>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}

/// Forgets what was planned for a newcomer whose enrolment is taken back.
pub async fn forget(tx: &mut WriteTx, school: &SchoolId, newcomer: &NewcomerId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET).bind(school.as_str()).bind(newcomer.as_str()).execute(c).await?;
    });
    Ok(())
}
