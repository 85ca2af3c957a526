//! Times at which people do not meet.

use crate::sql::{day, instant, millis, small, time};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::reservations::{Reservation, When};
use domain::{Day, PersonId, ReservationId, SchoolId};

sql! {
    columns "id, school_id, person_id, weekday, on_day, from_time, minutes, entered_at";
    ADD = "INSERT INTO reservations (id, school_id, person_id, weekday, on_day, from_time, minutes, entered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    REMOVE = "DELETE FROM reservations WHERE school_id = $1 AND id = $2";
    OF_PERSON = "SELECT " ~ " FROM reservations WHERE school_id = $1 AND person_id = $2 ORDER BY weekday, on_day, from_time, id";
    OF_SCHOOL = "SELECT " ~ " FROM reservations WHERE school_id = $1 ORDER BY weekday, on_day, from_time, id";
    EXCEPT = "INSERT INTO reservation_exceptions (school_id, reservation_id, on_day) VALUES ($1, $2, $3)";
    ALWAYS = "DELETE FROM reservation_exceptions WHERE school_id = $1 AND reservation_id = $2";
    EXCEPTIONS = "SELECT reservation_id, on_day FROM reservation_exceptions WHERE school_id = $1 ORDER BY on_day";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    person_id: String,
    weekday: Option<i64>,
    on_day: Option<String>,
    from_time: String,
    minutes: i64,
    entered_at: i64,
}

impl TryFrom<Row> for Reservation {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let when = match (row.weekday, row.on_day.as_deref()) {
            (Some(weekday), _) => When::Weekly { weekday: small(weekday)?, but: vec![] },
            (None, Some(on)) => When::Once(day(on)?),
            (None, None) => return Err(StoreError::Unreadable("days of a reservation")),
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            person: row.person_id.into(),
            when,
            at: time(&row.from_time)?,
            minutes: small(row.minutes)?,
            entered_at: instant(row.entered_at)?,
        })
    }
}

/// Adds one.
pub async fn add(tx: &mut WriteTx, reservation: &Reservation) -> Result<()> {
    let (weekday, on) = match &reservation.when {
        When::Weekly { weekday, .. } => (Some(i64::from(*weekday)), None),
        When::Once(day) => (None, Some(day.to_string())),
    };
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(reservation.id.as_str())
            .bind(reservation.school.as_str())
            .bind(reservation.person.as_str())
            .bind(weekday)
            .bind(on)
            .bind(reservation.at.to_string())
            .bind(i64::from(reservation.minutes))
            .bind(millis(reservation.entered_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Removes one, with its exceptions.
pub async fn remove(tx: &mut WriteTx, school: &SchoolId, id: &ReservationId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ALWAYS).bind(school.as_str()).bind(id.as_str()).execute(&mut *c).await?;
        sqlx::query(REMOVE).bind(school.as_str()).bind(id.as_str()).execute(&mut *c).await?;
    });
    Ok(())
}

/// Keeps the days on which one does not hold, instead of those that stood there.
pub async fn keep_exceptions(tx: &mut WriteTx, reservation: &Reservation) -> Result<()> {
    let When::Weekly { but, .. } = &reservation.when else { return Ok(()) };
    let (school, id) = (reservation.school.as_str(), reservation.id.as_str());
    on!(tx.0, c => {
        sqlx::query(ALWAYS).bind(school).bind(id).execute(&mut *c).await?;
        for day in but {
            sqlx::query(EXCEPT).bind(school).bind(id).bind(day.to_string()).execute(&mut *c).await?;
        }
    });
    Ok(())
}

/// Those of a person: of every week first, from Monday on.
pub async fn of_person(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> Result<Vec<Reservation>> {
    let rows = rows!(tx, Row, OF_PERSON, school.as_str(), person.as_str());
    with_exceptions(tx, school, rows).await
}

/// Those of a school.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Reservation>> {
    let rows = rows!(tx, Row, OF_SCHOOL, school.as_str());
    with_exceptions(tx, school, rows).await
}

async fn with_exceptions(tx: &mut Tx, school: &SchoolId, rows: Vec<Row>) -> Result<Vec<Reservation>> {
    let mut exceptions: Vec<(String, Day)> = Vec::new();
    if !rows.is_empty() {
        for (id, on) in rows!(tx, (String, String), EXCEPTIONS, school.as_str()) {
            exceptions.push((id, day(&on)?));
        }
    }
    let mut reservations = crate::sql::all::<Row, Reservation>(rows)?;
    for one in &mut reservations {
        if let When::Weekly { but, .. } = &mut one.when {
            but.extend(exceptions.iter().filter(|(id, _)| *id == one.id.as_str()).map(|(_, day)| *day));
        }
    }
    // NULLs sort first on one database and last on the other.
    reservations.sort_by_key(|one| match one.when {
        When::Weekly { weekday, .. } => (0, weekday, None, one.at),
        When::Once(day) => (1, 0, Some(day), one.at),
    });
    Ok(reservations)
}
