//! Sessions of the course, and who signed up for them.

use crate::sql::{all, day, instant, known, millis, one, small, time};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::courses::{Announced, Booking, Phase, Stage, Training};
use domain::{Day, PersonId, SchoolId, TrainingId};

sql! {
    columns "id, school_id, stage, title, day, from_time, to_time, place, places, leader_id, read_before, do_after, opened, phase, changed_at, version";
    ANNOUNCE = "INSERT INTO trainings (id, school_id, title, day, from_time, to_time, place, places, leader_id, read_before, do_after, opened, phase, changed_at, stage) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    SAVE = "UPDATE trainings SET phase = $4, changed_at = $5, version = version + 1 WHERE school_id = $1 AND id = $2 AND version = $3";
    AMEND = "UPDATE trainings SET read_before = $4, do_after = $5, changed_at = $6, version = version + 1 WHERE school_id = $1 AND id = $2 AND version = $3";
    GET = "SELECT " ~ " FROM trainings WHERE school_id = $1 AND id = $2";
    OF_SCHOOL = "SELECT " ~ " FROM trainings WHERE school_id = $1 ORDER BY day, from_time, id";
    OPENED_TO = "SELECT " ~ " FROM trainings WHERE opened = 1 AND day >= $2 AND school_id <> $1 AND school_id IN (SELECT id FROM schools WHERE district_id = (SELECT district_id FROM schools WHERE id = $1)) ORDER BY day, from_time, id";
    ELSEWHERE = "SELECT " ~ " FROM trainings WHERE school_id <> $1 AND id IN (SELECT training_id FROM training_bookings WHERE home_id = $1) ORDER BY day, from_time, id";
    BOOK = "INSERT INTO training_bookings (school_id, training_id, person_id, home_id, at) VALUES ($1, $2, $3, $4, $5)";
    UNBOOK = "DELETE FROM training_bookings WHERE school_id = $1 AND training_id = $2 AND person_id = $3";
    MARK = "UPDATE training_bookings SET present = $4 WHERE school_id = $1 AND training_id = $2 AND person_id = $3";
    BOOKINGS = "SELECT training_id, person_id, home_id, at, present FROM training_bookings WHERE school_id = $1 AND training_id = $2 ORDER BY at, person_id";
    BOOKINGS_OF_SCHOOL = "SELECT training_id, person_id, home_id, at, present FROM training_bookings WHERE school_id = $1 ORDER BY training_id, at, person_id";
    BOOKINGS_SEEN = "SELECT training_id, person_id, home_id, at, present FROM training_bookings WHERE school_id <> $1 AND training_id IN (SELECT id FROM trainings WHERE school_id <> $1 AND (id IN (SELECT training_id FROM training_bookings WHERE home_id = $1) OR (opened = 1 AND day >= $2 AND school_id IN (SELECT id FROM schools WHERE district_id = (SELECT district_id FROM schools WHERE id = $1))))) ORDER BY training_id, at, person_id";
    BOOKINGS_OF_PERSON = "SELECT training_id, person_id, home_id, at, present FROM training_bookings WHERE home_id = $1 AND person_id = $2 ORDER BY training_id";
    BOOKINGS_ELSEWHERE = "SELECT training_id, person_id, home_id, at, present FROM training_bookings WHERE home_id = $1 AND school_id <> $1 ORDER BY training_id, at, person_id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    stage: String,
    title: String,
    day: String,
    from_time: String,
    to_time: String,
    place: String,
    places: i64,
    leader_id: String,
    read_before: String,
    do_after: String,
    opened: i64,
    phase: String,
    changed_at: i64,
    version: i64,
}

impl TryFrom<Row> for Training {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let about = Announced {
            stage: known(Stage::from_word(&row.stage), "stage of a training")?,
            title: row.title,
            day: day(&row.day)?,
            from: time(&row.from_time)?,
            to: time(&row.to_time)?,
            place: row.place,
            places: small(row.places)?,
            leader: row.leader_id.into(),
            before: row.read_before,
            after: row.do_after,
            opened: row.opened != 0,
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            about,
            phase: known(Phase::from_word(&row.phase), "phase of a training")?,
            changed_at: instant(row.changed_at)?,
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct BookingRow {
    training_id: String,
    person_id: String,
    home_id: String,
    at: i64,
    present: Option<i64>,
}

impl TryFrom<BookingRow> for Booking {
    type Error = StoreError;
    fn try_from(row: BookingRow) -> Result<Self> {
        Ok(Self {
            training: row.training_id.into(),
            person: row.person_id.into(),
            home: row.home_id.into(),
            at: instant(row.at)?,
            present: row.present.map(|present| present != 0),
        })
    }
}

/// Keeps a new session.
pub async fn announce(tx: &mut WriteTx, training: &Training) -> Result<()> {
    let about = &training.about;
    on!(tx.0, c => {
        sqlx::query(ANNOUNCE)
            .bind(training.id.as_str())
            .bind(training.school.as_str())
            .bind(about.title.as_str())
            .bind(about.day.to_string())
            .bind(about.from.to_string())
            .bind(about.to.to_string())
            .bind(about.place.as_str())
            .bind(i64::from(about.places))
            .bind(about.leader.as_str())
            .bind(about.before.as_str())
            .bind(about.after.as_str())
            .bind(i64::from(about.opened))
            .bind(training.phase.word())
            .bind(millis(training.changed_at))
            .bind(about.stage.word())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves how a session stands; `Stale` where somebody saved in between.
pub async fn save_training(tx: &mut WriteTx, training: &Training) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(training.school.as_str())
            .bind(training.id.as_str())
            .bind(training.version)
            .bind(training.phase.word())
            .bind(millis(training.changed_at))
    )
}

/// Saves what to read before a session and to do after it; `Stale` where somebody saved in between.
pub async fn amend_training(tx: &mut WriteTx, training: &Training) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(AMEND)
            .bind(training.school.as_str())
            .bind(training.id.as_str())
            .bind(training.version)
            .bind(training.about.before.as_str())
            .bind(training.about.after.as_str())
            .bind(millis(training.changed_at))
    )
}

/// One session.
pub async fn training(tx: &mut Tx, school: &SchoolId, id: &TrainingId) -> Result<Option<Training>> {
    one(row!(tx, Row, GET, school.as_str(), id.as_str()))
}

/// All sessions of a school in the order of time.
pub async fn trainings(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Training>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Sessions that other schools of the school's district have opened to it, from a day on, in the order of time.
pub async fn opened_to(tx: &mut Tx, school: &SchoolId, from: Day) -> Result<Vec<Training>> {
    all(rows!(tx, Row, OPENED_TO, school.as_str(), from.to_string()))
}

/// Sessions of other schools for which people of this one have signed up, in the order of time.
pub async fn trainings_elsewhere(tx: &mut Tx, home: &SchoolId) -> Result<Vec<Training>> {
    all(rows!(tx, Row, ELSEWHERE, home.as_str()))
}

/// Signs somebody up for a session of a school; `Taken` where they are.
pub async fn book(tx: &mut WriteTx, school: &SchoolId, booking: &Booking) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(BOOK)
            .bind(school.as_str())
            .bind(booking.training.as_str())
            .bind(booking.person.as_str())
            .bind(booking.home.as_str())
            .bind(millis(booking.at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes somebody off the list.
pub async fn unbook(
    tx: &mut WriteTx,
    school: &SchoolId,
    training: &TrainingId,
    person: &PersonId,
) -> Result<()> {
    save_one!(tx, sqlx::query(UNBOOK).bind(school.as_str()).bind(training.as_str()).bind(person.as_str()))
}

/// Keeps whether somebody who signed up came.
pub async fn mark(tx: &mut WriteTx, school: &SchoolId, booking: &Booking) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(MARK)
            .bind(school.as_str())
            .bind(booking.training.as_str())
            .bind(booking.person.as_str())
            .bind(booking.present.map(i64::from))
    )
}

/// Who signed up for a session, people of other schools among them, in the order in which they did.
pub async fn bookings(tx: &mut Tx, school: &SchoolId, training: &TrainingId) -> Result<Vec<Booking>> {
    all(rows!(tx, BookingRow, BOOKINGS, school.as_str(), training.as_str()))
}

/// Who signed up for all sessions of a school, in the order in which they did for each.
pub async fn bookings_of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Booking>> {
    all(rows!(tx, BookingRow, BOOKINGS_OF_SCHOOL, school.as_str()))
}

/// Who signed up for the sessions of [`opened_to`] and [`trainings_elsewhere`], in the order in which they did for each.
pub async fn bookings_seen(tx: &mut Tx, home: &SchoolId, from: Day) -> Result<Vec<Booking>> {
    all(rows!(tx, BookingRow, BOOKINGS_SEEN, home.as_str(), from.to_string()))
}

/// What somebody of a school has signed up for, in whichever school.
pub async fn bookings_of_person(tx: &mut Tx, home: &SchoolId, person: &PersonId) -> Result<Vec<Booking>> {
    all(rows!(tx, BookingRow, BOOKINGS_OF_PERSON, home.as_str(), person.as_str()))
}

/// What people of a school have signed up for in other schools.
pub async fn bookings_elsewhere(tx: &mut Tx, home: &SchoolId) -> Result<Vec<Booking>> {
    all(rows!(tx, BookingRow, BOOKINGS_ELSEWHERE, home.as_str()))
}
