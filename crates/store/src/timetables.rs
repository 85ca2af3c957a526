//! Lessons of the week, from which free periods follow.

use crate::sql::{all, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::timetables::Lesson;
use domain::{PersonId, SchoolId};

sql! {
    columns "school_id, person_id, weekday, number, class, room";
    PUT = "INSERT INTO lessons (school_id, person_id, weekday, number, class, room) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (school_id, person_id, weekday, number) DO UPDATE SET class = excluded.class, room = excluded.room";
    REMOVE = "DELETE FROM lessons WHERE school_id = $1 AND person_id = $2 AND weekday = $3 AND number = $4";
    OF_SCHOOL = "SELECT " ~ " FROM lessons WHERE school_id = $1 ORDER BY person_id, weekday, number";
    OF_PERSON = "SELECT " ~ " FROM lessons WHERE school_id = $1 AND person_id = $2 ORDER BY weekday, number";
}

#[derive(sqlx::FromRow)]
struct Row {
    school_id: String,
    person_id: String,
    weekday: i64,
    number: i64,
    class: String,
    room: Option<String>,
}

impl TryFrom<Row> for Lesson {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            school: row.school_id.into(),
            person: row.person_id.into(),
            weekday: small(row.weekday)?,
            number: small(row.number)?,
            class: row.class,
            room: row.room,
        })
    }
}

/// Puts a lesson into its place in the week, over the one that stood there.
pub async fn put(tx: &mut WriteTx, lesson: &Lesson) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(PUT)
            .bind(lesson.school.as_str())
            .bind(lesson.person.as_str())
            .bind(i64::from(lesson.weekday))
            .bind(i64::from(lesson.number))
            .bind(&lesson.class)
            .bind(lesson.room.as_deref())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes a lesson out of the week.
pub async fn remove(
    tx: &mut WriteTx,
    school: &SchoolId,
    person: &PersonId,
    weekday: u8,
    number: u8,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REMOVE)
            .bind(school.as_str())
            .bind(person.as_str())
            .bind(i64::from(weekday))
            .bind(i64::from(number))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// All lessons of a school.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Lesson>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// The lessons of a teacher in the order of the week.
pub async fn of_person(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> Result<Vec<Lesson>> {
    all(rows!(tx, Row, OF_PERSON, school.as_str(), person.as_str()))
}
