//! Who opened which page about a pupil, once a day (feat:M6).

use crate::sql::day;
use crate::{Result, Tx, WriteTx};
use domain::pupils::Pupil;
use domain::{Day, PersonId, PupilId, SchoolId};
use std::collections::BTreeSet;

sql! {
    ADD = "INSERT INTO pupil_reads (school_id, pupil_id, person_id, day) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, pupil_id, day, person_id) DO NOTHING";
    ADD_ALL = "INSERT INTO pupil_reads (school_id, pupil_id, person_id, day) SELECT school_id, id, $2, $3 FROM pupils WHERE school_id = $1 AND replace($4, '|' || id || '|', '') <> $4 ON CONFLICT (school_id, pupil_id, day, person_id) DO NOTHING";
    FORGET = "DELETE FROM pupil_reads WHERE day < $1";
    ADD_APART = "INSERT INTO restricted_reads (school_id, pupil_id, person_id, day) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, pupil_id, day, person_id) DO NOTHING";
    ADD_SCAN = "INSERT INTO scan_reads (school_id, pupil_id, person_id, day) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, pupil_id, day, person_id) DO NOTHING";
    FORGET_SCAN = "DELETE FROM scan_reads WHERE day < $1";
    ADD_SOCIOMETRY = "INSERT INTO sociometry_reads (school_id, pupil_id, person_id, day) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, pupil_id, day, person_id) DO NOTHING";
    BETWEEN = "SELECT day, person_id FROM pupil_reads WHERE school_id = $1 AND pupil_id = $2 AND day >= $3 AND day < $4 ORDER BY day DESC, person_id";
    BETWEEN_APART = "SELECT day, person_id FROM restricted_reads WHERE school_id = $1 AND pupil_id = $2 AND day >= $3 AND day < $4 ORDER BY day DESC, person_id";
    BETWEEN_SCAN = "SELECT day, person_id FROM scan_reads WHERE school_id = $1 AND pupil_id = $2 AND day >= $3 AND day < $4 ORDER BY day DESC, person_id";
    BETWEEN_SOCIOMETRY = "SELECT day, person_id FROM sociometry_reads WHERE school_id = $1 AND pupil_id = $2 AND day >= $3 AND day < $4 ORDER BY day DESC, person_id";
    FORGET_SOCIOMETRY = "DELETE FROM sociometry_reads WHERE day < $1";
    FORGET_APART = "DELETE FROM restricted_reads WHERE day < $1";
}

/// What was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The pupil's page.
    Page,
    /// What is kept apart: why they were referred, what the law names.
    Apart,
    /// The scan of a signed paper.
    Scan,
    /// A sociometry of the class.
    Sociometry,
}

impl What {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Page, Self::Apart, Self::Scan, Self::Sociometry];

    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Apart => "apart",
            Self::Scan => "scan",
            Self::Sociometry => "sociometry",
        }
    }
}

/// Notes that somebody opened it on a day; once a day is enough.
pub async fn add(tx: &mut WriteTx, what: What, pupil: &Pupil, reader: &PersonId, on: Day) -> Result<()> {
    let statement = match what {
        What::Page => ADD,
        What::Apart => ADD_APART,
        What::Scan => ADD_SCAN,
        What::Sociometry => ADD_SOCIOMETRY,
    };
    on!(tx.0, c => {
        sqlx::query(statement)
            .bind(pupil.school.as_str())
            .bind(pupil.id.as_str())
            .bind(reader.as_str())
            .bind(on.to_string())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Notes that somebody opened a page on which all of these stand: one statement, however many they are.
pub async fn add_all(
    tx: &mut WriteTx,
    school: &SchoolId,
    pupils: &BTreeSet<&PupilId>,
    (reader, on): (&PersonId, Day),
) -> Result<()> {
    let ids: Vec<&str> = pupils.iter().map(|id| id.as_str()).collect();
    // Each id between strokes of its own: none is found inside another.
    let listed = format!("|{}|", ids.join("||"));
    on!(tx.0, c => {
        sqlx::query(ADD_ALL)
            .bind(school.as_str())
            .bind(reader.as_str())
            .bind(on.to_string())
            .bind(listed)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// From a day until before another, newest first.
pub async fn between(
    tx: &mut Tx,
    what: What,
    pupil: &Pupil,
    (from, until): (Day, Day),
) -> Result<Vec<(Day, PersonId)>> {
    let statement = match what {
        What::Page => BETWEEN,
        What::Apart => BETWEEN_APART,
        What::Scan => BETWEEN_SCAN,
        What::Sociometry => BETWEEN_SOCIOMETRY,
    };
    let (from, until) = (from.to_string(), until.to_string());
    let of = (pupil.school.as_str(), pupil.id.as_str());
    let rows = rows!(tx, (String, String), statement, of.0, of.1, from, until);
    rows.into_iter().map(|(on, reader)| Ok((day(&on)?, reader.into()))).collect()
}

/// Forgets those before a day, in every school.
pub async fn forget(tx: &mut WriteTx, before: Day) -> Result<()> {
    for statement in [FORGET, FORGET_APART, FORGET_SCAN, FORGET_SOCIOMETRY] {
        on!(tx.0, c => {
            sqlx::query(statement).bind(before.to_string()).execute(c).await?;
        });
    }
    Ok(())
}
