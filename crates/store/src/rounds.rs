//! Second rounds of a programme's choice (feat:C19).

use crate::sql::{all, day, instant, known, millis, one, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::rounds::{Round, State};
use domain::{Day, ProgrammeId, RoundId, SchoolId};

sql! {
    columns "id, school_id, programme_id, number, from_day, until_day, opened_at, opened_by, state, state_at, version";
    ADD = "INSERT INTO rounds (id, school_id, programme_id, number, from_day, until_day, opened_at, opened_by, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open')";
    SAVE = "UPDATE rounds SET until_day = $3, state = $4, state_at = $5, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM rounds WHERE id = $1";
    OF_PROGRAMME = "SELECT " ~ " FROM rounds WHERE school_id = $1 AND programme_id = $2 ORDER BY number DESC";
    OF_SCHOOL = "SELECT " ~ " FROM rounds WHERE school_id = $1 ORDER BY number DESC";
    PASSED = "SELECT id FROM rounds WHERE school_id = $1 AND state = 'open' AND until_day < $2 ORDER BY id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    number: i64,
    from_day: String,
    until_day: String,
    opened_at: i64,
    opened_by: String,
    state: String,
    state_at: Option<i64>,
    version: i64,
}

impl Row {
    fn state(&self) -> Result<State> {
        let at = || instant(known(self.state_at, "time of a round's state")?);
        Ok(match self.state.as_str() {
            "open" => State::Open,
            "over" => State::Over { at: at()? },
            "closed" => State::Closed { at: at()? },
            _ => return Err(StoreError::Unreadable("state of a round")),
        })
    }
}

impl TryFrom<Row> for Round {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            state: row.state()?,
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            number: small(row.number)?,
            from: day(&row.from_day)?,
            until: day(&row.until_day)?,
            opened_at: instant(row.opened_at)?,
            opened_by: row.opened_by.into(),
            version: row.version,
        })
    }
}

/// Adds a round that was just opened; `Taken` where the programme has an open one, or one of the number.
pub async fn add(tx: &mut WriteTx, round: &Round) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(round.id.as_str())
            .bind(round.school.as_str())
            .bind(round.programme.as_str())
            .bind(i64::from(round.number))
            .bind(round.from.to_string())
            .bind(round.until.to_string())
            .bind(millis(round.opened_at))
            .bind(round.opened_by.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves last day and state.
pub async fn save(tx: &mut WriteTx, round: &Round) -> Result<()> {
    let at = match round.state {
        State::Open => None,
        State::Over { at } | State::Closed { at } => Some(millis(at)),
    };
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(round.id.as_str())
            .bind(round.version)
            .bind(round.until.to_string())
            .bind(round.state.word())
            .bind(at)
    )
}

/// One of them.
pub async fn get(tx: &mut Tx, id: &RoundId) -> Result<Option<Round>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// All rounds of a programme, the last one first.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Round>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}

/// All rounds of a school, the last one of each programme before its others.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Round>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Rounds of a school whose last day has passed and that still stand as open.
pub async fn passed(tx: &mut Tx, school: &SchoolId, today: Day) -> Result<Vec<RoundId>> {
    let rows = rows!(tx, (String,), PASSED, school.as_str(), today.to_string());
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}
