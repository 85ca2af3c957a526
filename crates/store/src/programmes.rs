//! Programmes of schools, changes of their settings, and the days that are not as their weekday says.

use crate::sql::{all, day, json, known, one, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::calendar::{DayKind, SpecialDay};
use domain::programmes::{Phases, Programme};
use domain::settings::Key;
use domain::{Day, PersonId, ProgrammeId, SchoolId};

sql! {
    columns "id, school_id, first_year, starts_on, selection_from, selection_until, decision_until, orders_until, work_until, settings, stopped_on, shelved_on, version";
    ADD = "INSERT INTO programmes (id, school_id, first_year, starts_on, selection_from, selection_until, decision_until, orders_until, work_until, settings) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SAVE = "UPDATE programmes SET starts_on = $3, selection_from = $4, selection_until = $5, decision_until = $6, orders_until = $7, work_until = $8, settings = $9, stopped_on = $10, shelved_on = $11, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM programmes WHERE school_id = $1 AND id = $2";
    OF_SCHOOL = "SELECT " ~ " FROM programmes WHERE school_id = $1 ORDER BY first_year";
    HAS_YEAR = "SELECT id FROM programmes WHERE school_id = $1 AND first_year = $2";
    ADD_STOP = "INSERT INTO programme_stops (school_id, programme_id, person_id, reason) VALUES ($1, $2, $3, $4)";
    STOP_OF = "SELECT person_id, reason FROM programme_stops WHERE school_id = $1 AND programme_id = $2";
    ADD_CHANGE = "INSERT INTO setting_changes (school_id, programme_id, number, setting, value, from_day, person_id, reason) SELECT $1, $2, COUNT(*) + 1, $3, $4, $5, $6, $7 FROM setting_changes WHERE school_id = $1 AND programme_id = $2";
    CHANGES = "SELECT setting, value, from_day, person_id, reason FROM setting_changes WHERE school_id = $1 AND programme_id = $2 ORDER BY number";
    SEED_DAY = "INSERT INTO special_days (school_id, day, kind) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    SET_DAY = "INSERT INTO special_days (school_id, day, kind) VALUES ($1, $2, $3) ON CONFLICT (school_id, day) DO UPDATE SET kind = excluded.kind";
    REMOVE_DAY = "DELETE FROM special_days WHERE school_id = $1 AND day = $2";
    SPECIAL_DAYS = "SELECT day, kind FROM special_days WHERE school_id = $1 ORDER BY day";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    first_year: i64,
    starts_on: String,
    selection_from: String,
    selection_until: String,
    decision_until: String,
    orders_until: String,
    work_until: String,
    settings: String,
    stopped_on: Option<String>,
    shelved_on: Option<String>,
    version: i64,
}

impl TryFrom<Row> for Programme {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            first_year: small(row.first_year)?,
            phases: Phases {
                starts_on: day(&row.starts_on)?,
                selection_from: day(&row.selection_from)?,
                selection_until: day(&row.selection_until)?,
                decision_until: day(&row.decision_until)?,
                orders_until: day(&row.orders_until)?,
                work_until: day(&row.work_until)?,
            },
            settings: json(&row.settings)?,
            round: None,
            stopped_on: row.stopped_on.as_deref().map(day).transpose()?,
            shelved_on: row.shelved_on.as_deref().map(day).transpose()?,
            version: row.version,
        })
    }
}

/// Adds a programme; `Taken` where the school has one for the year.
pub async fn add(tx: &mut WriteTx, programme: &Programme) -> Result<()> {
    let settings = to_json(&programme.settings)?;
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(programme.id.as_str())
            .bind(programme.school.as_str())
            .bind(i64::from(programme.first_year))
            .bind(programme.phases.starts_on.to_string())
            .bind(programme.phases.selection_from.to_string())
            .bind(programme.phases.selection_until.to_string())
            .bind(programme.phases.decision_until.to_string())
            .bind(programme.phases.orders_until.to_string())
            .bind(programme.phases.work_until.to_string())
            .bind(settings)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves dates, settings, and whether it was stopped or set aside.
pub async fn save(tx: &mut WriteTx, programme: &Programme) -> Result<()> {
    let settings = to_json(&programme.settings)?;
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(programme.id.as_str())
            .bind(programme.version)
            .bind(programme.phases.starts_on.to_string())
            .bind(programme.phases.selection_from.to_string())
            .bind(programme.phases.selection_until.to_string())
            .bind(programme.phases.decision_until.to_string())
            .bind(programme.phases.orders_until.to_string())
            .bind(programme.phases.work_until.to_string())
            .bind(settings)
            .bind(programme.stopped_on.map(|day| day.to_string()))
            .bind(programme.shelved_on.map(|day| day.to_string()))
    )
}

/// Who stopped a programme, and why; for its leaders alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Who.
    pub person: PersonId,
    /// Why.
    pub reason: String,
}

/// Keeps who stopped a programme and why.
pub async fn add_stop(tx: &mut WriteTx, programme: &Programme, stop: &Stop) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD_STOP)
            .bind(programme.school.as_str())
            .bind(programme.id.as_str())
            .bind(stop.person.as_str())
            .bind(&stop.reason)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Who stopped a programme and why, where somebody did.
pub async fn stop_of(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Option<Stop>> {
    let found = rows!(tx, (String, String), STOP_OF, school.as_str(), programme.as_str());
    Ok(found.into_iter().next().map(|(person, reason)| Stop { person: person.into(), reason }))
}

/// One programme of a school.
pub async fn get(tx: &mut Tx, school: &SchoolId, id: &ProgrammeId) -> Result<Option<Programme>> {
    let Some(programme) = one(row!(tx, Row, GET, school.as_str(), id.as_str()))? else { return Ok(None) };
    let round = crate::rounds::of_programme(tx, school, id).await?.into_iter().next();
    Ok(Some(Programme { round, ..programme }))
}

/// All programmes of a school, oldest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Programme>> {
    let mut programmes: Vec<Programme> = all(rows!(tx, Row, OF_SCHOOL, school.as_str()))?;
    let rounds = crate::rounds::of_school(tx, school).await?;
    for programme in &mut programmes {
        programme.round = rounds.iter().find(|round| round.programme == programme.id).cloned();
    }
    Ok(programmes)
}

/// The school's programme that runs on a day, as [`domain::programmes::running`] finds it.
pub async fn running(tx: &mut Tx, school: &SchoolId, today: Day) -> Result<Option<Programme>> {
    Ok(domain::programmes::running(of_school(tx, school).await?, today))
}

/// The school's programme whose papers are read on a day, as [`domain::programmes::in_sight`] finds it.
pub async fn in_sight(tx: &mut Tx, school: &SchoolId, today: Day) -> Result<Option<Programme>> {
    Ok(domain::programmes::in_sight(of_school(tx, school).await?, today))
}

/// True where the school has a programme for the school year.
pub async fn has_year(tx: &mut Tx, school: &SchoolId, first_year: i16) -> Result<bool> {
    let row = on!(tx, c => sqlx::query(HAS_YEAR).bind(school.as_str()).bind(i64::from(first_year)).fetch_optional(c).await?.is_some());
    Ok(row)
}

/// A change of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingChange {
    /// Which setting.
    pub key: Key,
    /// Its new value, as a word.
    pub value: String,
    /// From which day it holds.
    pub from: Day,
    /// Who changed it.
    pub person: PersonId,
    /// On what it stands: an act, a decision of the school.
    pub reason: String,
}

#[derive(sqlx::FromRow)]
struct ChangeRow {
    setting: String,
    value: String,
    from_day: String,
    person_id: String,
    reason: String,
}

impl TryFrom<ChangeRow> for SettingChange {
    type Error = StoreError;
    fn try_from(row: ChangeRow) -> Result<Self> {
        Ok(Self {
            key: known(Key::from_word(&row.setting), "setting")?,
            value: row.value,
            from: day(&row.from_day)?,
            person: row.person_id.into(),
            reason: row.reason,
        })
    }
}

/// Remembers a change of a setting.
pub async fn add_change(tx: &mut WriteTx, programme: &Programme, change: &SettingChange) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD_CHANGE)
            .bind(programme.school.as_str())
            .bind(programme.id.as_str())
            .bind(change.key.word())
            .bind(&change.value)
            .bind(change.from.to_string())
            .bind(change.person.as_str())
            .bind(&change.reason)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Every change of a programme's settings, oldest first.
pub async fn changes(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<SettingChange>> {
    all(rows!(tx, ChangeRow, CHANGES, school.as_str(), programme.as_str()))
}

/// Puts usual days into a school's calendar; a day that somebody has entered stays as it is.
pub async fn seed_days(tx: &mut WriteTx, school: &SchoolId, days: &[SpecialDay]) -> Result<()> {
    for special in days {
        write_day(tx, SEED_DAY, school, *special).await?;
    }
    Ok(())
}

/// Enters or corrects one day.
pub async fn set_day(tx: &mut WriteTx, school: &SchoolId, special: SpecialDay) -> Result<()> {
    write_day(tx, SET_DAY, school, special).await
}

async fn write_day(
    tx: &mut WriteTx,
    statement: &'static str,
    school: &SchoolId,
    special: SpecialDay,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(statement)
            .bind(school.as_str())
            .bind(special.day.to_string())
            .bind(special.kind.word())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes a day out of the calendar: it is again what its weekday says. Gives whether it was there.
pub async fn remove_day(tx: &mut WriteTx, school: &SchoolId, removed: Day) -> Result<bool> {
    let rows = on!(tx.0, c => {
        sqlx::query(REMOVE_DAY)
            .bind(school.as_str())
            .bind(removed.to_string())
            .execute(c)
            .await?
            .rows_affected()
    });
    Ok(rows == 1)
}

/// The days of a school that are not as their weekday says, in order.
pub async fn special_days(tx: &mut Tx, school: &SchoolId) -> Result<Vec<SpecialDay>> {
    let rows = rows!(tx, (String, String), SPECIAL_DAYS, school.as_str());
    rows.into_iter()
        .map(|(on, kind)| {
            Ok(SpecialDay { day: day(&on)?, kind: known(DayKind::from_word(&kind), "kind of day")? })
        })
        .collect()
}
