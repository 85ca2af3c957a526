//! How examiners see the whole of a practice, beside their marks (methods of measurement, §3). Whoever gives one asks
//! `domain::permissions::Action::MarkHearing`; nobody else reads whose it is.

use crate::sql::{known, small};
use crate::{Result, Tx, WriteTx};
use domain::exams::{Grade, Grades, Hearing};

sql! {
    GIVE = "INSERT INTO hearing_grades (school_id, hearing_id, person_id, grade, home_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (school_id, hearing_id, person_id) DO UPDATE SET grade = excluded.grade";
    OF_HEARING = "SELECT person_id, grade FROM hearing_grades WHERE school_id = $1 AND hearing_id = $2 ORDER BY person_id";
    FORGET = "DELETE FROM hearing_grades WHERE school_id = $1 AND hearing_id = $2";
}

/// Keeps an examiner's grade; the latest counts.
pub async fn give(
    tx: &mut WriteTx,
    hearing: &Hearing,
    examiner: &domain::PersonId,
    grade: Grade,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(GIVE)
            .bind(hearing.school.as_str())
            .bind(hearing.id.as_str())
            .bind(examiner.as_str())
            .bind(i64::from(grade.number()))
            .bind(hearing.home_of(examiner).as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The grades of a practice, by examiner.
pub async fn of_hearing(tx: &mut Tx, hearing: &Hearing) -> Result<Grades> {
    let rows = rows!(tx, (String, i64), OF_HEARING, hearing.school.as_str(), hearing.id.as_str());
    let grade = |(person, number): (String, i64)| {
        Ok((person.into(), known(Grade::from_number(small(number)?), "grade of a hearing")?))
    };
    rows.into_iter().map(grade).collect()
}

/// Takes the grades of a candidate away who is taken off.
pub(crate) async fn forget(tx: &mut WriteTx, hearing: &Hearing) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET).bind(hearing.school.as_str()).bind(hearing.id.as_str()).execute(c).await?;
    });
    Ok(())
}
