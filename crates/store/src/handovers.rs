//! Confidential requests for a change of mentor. Whoever reads them asks `Action::DecideHandover` or
//! `Action::KeepHandover` about each.

use crate::sql::{all, instant, known, millis, one};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::handovers::{Handover, State};
use domain::sides::Side;
use domain::{HandoverId, PairId, ProgrammeId, SchoolId};

sql! {
    columns "id, school_id, programme_id, pair_id, asked_by, note, asked_at, state, state_at, new_pair_id, version";
    ADD = "INSERT INTO handovers (id, school_id, programme_id, pair_id, asked_by, note, asked_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, 'asked')";
    SAVE = "UPDATE handovers SET note = $3, state = $4, state_at = $5, new_pair_id = $6, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM handovers WHERE id = $1";
    OF_PAIR = "SELECT " ~ " FROM handovers WHERE school_id = $1 AND pair_id = $2 ORDER BY asked_at, id";
    OF_PROGRAMME = "SELECT " ~ " FROM handovers WHERE school_id = $1 AND programme_id = $2 ORDER BY asked_at, id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    pair_id: String,
    asked_by: String,
    note: Option<String>,
    asked_at: i64,
    state: String,
    state_at: Option<i64>,
    new_pair_id: Option<String>,
    version: i64,
}

impl Row {
    fn state(&self) -> Result<State> {
        let at = || instant(known(self.state_at, "time of a handover's state")?);
        Ok(match self.state.as_str() {
            "asked" => State::Asked,
            "taken_back" => State::TakenBack { at: at()? },
            "stayed" => State::Stayed { at: at()? },
            "carried_out" => {
                let into = known(self.new_pair_id.as_deref(), "new pair of a handover")?;
                State::CarriedOut { at: at()?, into: into.into() }
            }
            _ => return Err(StoreError::Unreadable("state of a handover")),
        })
    }
}

impl TryFrom<Row> for Handover {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            state: row.state()?,
            asked_by: known(Side::from_word(&row.asked_by), "side of a handover")?,
            asked_at: instant(row.asked_at)?,
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            pair: row.pair_id.into(),
            note: row.note,
            version: row.version,
        })
    }
}

/// Adds one that was just asked; `Taken` where the same side has an open one.
pub async fn add(tx: &mut WriteTx, handover: &Handover) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(handover.id.as_str())
            .bind(handover.school.as_str())
            .bind(handover.programme.as_str())
            .bind(handover.pair.as_str())
            .bind(handover.asked_by.word())
            .bind(handover.note.as_deref())
            .bind(millis(handover.asked_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves note and state.
pub async fn save(tx: &mut WriteTx, handover: &Handover) -> Result<()> {
    let (at, into) = match &handover.state {
        State::Asked => (None, None),
        State::TakenBack { at } | State::Stayed { at } => (Some(*at), None),
        State::CarriedOut { at, into } => (Some(*at), Some(into.as_str())),
    };
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(handover.id.as_str())
            .bind(handover.version)
            .bind(handover.note.as_deref())
            .bind(handover.state.word())
            .bind(at.map(millis))
            .bind(into)
    )
}

/// One of them.
pub async fn get(tx: &mut Tx, id: &HandoverId) -> Result<Option<Handover>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// Everything that was ever asked about a pair, the oldest first.
pub async fn of_pair(tx: &mut Tx, school: &SchoolId, pair: &PairId) -> Result<Vec<Handover>> {
    all(rows!(tx, Row, OF_PAIR, school.as_str(), pair.as_str()))
}

/// Everything that was ever asked in a programme, the oldest first.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Handover>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}
