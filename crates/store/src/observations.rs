//! Observations of lessons and the versions of their sheets. Whoever reads a sheet asks `Action::ReadSheet` about it;
//! [`sheets`] gives drafts only to the person whom it names, where they are the observer.

use crate::sql::{all, day, instant, json, known, millis, one, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::observations::{Kind, Observation, Party, Read, Shares, Sheet, State};
use domain::{NewcomerId, ObservationId, PersonId, ProgrammeId, SchoolId};

sql! {
    columns "id, school_id, programme_id, newcomer_id, kind, observed_id, observer_id, class, room, day, at_time, minutes, number, code, state, by_party, reason, shared_mentor, shared_coordinator, shared_head, changed_at, version";
    ADD = "INSERT INTO observations (id, school_id, programme_id, newcomer_id, kind, observed_id, observer_id, class, room, day, at_time, minutes, number, code, state, by_party, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    LAST_NUMBER = "SELECT COALESCE(MAX(number), 0) FROM observations WHERE school_id = $1 AND programme_id = $2";
    SAVE = "UPDATE observations SET state = $3, by_party = $4, reason = $5, shared_mentor = $6, shared_coordinator = $7, shared_head = $8, changed_at = $9, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM observations WHERE id = $1";
    BY_CODE = "SELECT " ~ " FROM observations WHERE code = $1";
    OF_PERSON = "SELECT " ~ " FROM observations WHERE school_id = $1 AND (observed_id = $2 OR observer_id = $2) ORDER BY day, at_time, id";
    OF_NEWCOMER = "SELECT " ~ " FROM observations WHERE school_id = $1 AND newcomer_id = $2 ORDER BY day, at_time, id";
    OF_PROGRAMME = "SELECT " ~ " FROM observations WHERE school_id = $1 AND programme_id = $2 ORDER BY day, at_time, id";
    ADD_SHEET = "INSERT INTO observation_sheets (school_id, observation_id, number, content, saved_at, form) VALUES ($1, $2, $3, $4, $5, $6)";
    SAVE_SHEET = "UPDATE observation_sheets SET content = $5, saved_at = $6, finished_at = $7, named = $8, read_at = $9, words = $10, version = version + 1 WHERE school_id = $1 AND observation_id = $2 AND number = $3 AND version = $4";
    SHEETS = "SELECT s.school_id, s.observation_id, s.number, s.form, s.content, s.saved_at, s.finished_at, s.named, s.read_at, s.words, s.version FROM observation_sheets s JOIN observations o ON o.school_id = s.school_id AND o.id = s.observation_id WHERE s.school_id = $1 AND s.observation_id = $2 AND (s.finished_at IS NOT NULL OR o.observer_id = $3) ORDER BY s.number";
    UNREAD = "SELECT o.id FROM observations o JOIN observation_sheets s ON s.school_id = o.school_id AND s.observation_id = o.id WHERE o.school_id = $1 AND o.observed_id = $2 AND o.state = 'finished' AND s.finished_at IS NOT NULL AND s.read_at IS NULL AND s.number = (SELECT MAX(l.number) FROM observation_sheets l WHERE l.school_id = o.school_id AND l.observation_id = o.id AND l.finished_at IS NOT NULL) ORDER BY o.day, o.id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    newcomer_id: String,
    kind: String,
    observed_id: String,
    observer_id: String,
    class: Option<String>,
    room: Option<String>,
    day: String,
    at_time: String,
    minutes: i64,
    number: i64,
    code: String,
    state: String,
    by_party: Option<String>,
    reason: Option<String>,
    shared_mentor: i64,
    shared_coordinator: i64,
    shared_head: i64,
    changed_at: i64,
    version: i64,
}

impl Row {
    fn state(&self) -> Result<State> {
        let by = || known(self.by_party.as_deref().and_then(Party::from_word), "party of an observation");
        Ok(match self.state.as_str() {
            "proposed" => State::Proposed { by: by()? },
            "planned" => State::Planned,
            "declined" => State::Declined,
            "withdrawn" => State::Withdrawn,
            "cancelled" => State::Cancelled { by: by()? },
            "finished" => State::Finished,
            "void" => State::Void { reason: known(self.reason.clone(), "reason of a void sheet")? },
            _ => return Err(StoreError::Unreadable("state of an observation")),
        })
    }
}

impl TryFrom<Row> for Observation {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            state: row.state()?,
            kind: known(Kind::from_word(&row.kind), "kind of an observation")?,
            day: day(&row.day)?,
            at: row.at_time.parse().map_err(|_| StoreError::Unreadable("time of an observation"))?,
            minutes: small(row.minutes)?,
            number: small(row.number)?,
            shares: Shares {
                mentor: row.shared_mentor != 0,
                coordinator: row.shared_coordinator != 0,
                head: row.shared_head != 0,
            },
            changed_at: instant(row.changed_at)?,
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            newcomer: row.newcomer_id.into(),
            observed: row.observed_id.into(),
            observer: row.observer_id.into(),
            class: row.class,
            room: row.room,
            code: row.code,
            version: row.version,
        })
    }
}

const fn by_party(state: &State) -> Option<&'static str> {
    match state {
        State::Proposed { by } | State::Cancelled { by } => Some(by.word()),
        _ => None,
    }
}

/// Adds an observation that is proposed or announced; `Taken` where its number is taken.
pub async fn add(tx: &mut WriteTx, one: &Observation) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(one.id.as_str())
            .bind(one.school.as_str())
            .bind(one.programme.as_str())
            .bind(one.newcomer.as_str())
            .bind(one.kind.word())
            .bind(one.observed.as_str())
            .bind(one.observer.as_str())
            .bind(one.class.as_deref())
            .bind(one.room.as_deref())
            .bind(one.day.to_string())
            .bind(one.at.to_string())
            .bind(i64::from(one.minutes))
            .bind(i64::from(one.number))
            .bind(&one.code)
            .bind(one.state.word())
            .bind(by_party(&one.state))
            .bind(millis(one.changed_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The highest number of a programme's observations; 0 where there is none.
pub async fn last_number(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<u16> {
    let row = row!(tx, (i64,), LAST_NUMBER, school.as_str(), programme.as_str());
    small(row.map_or(0, |(number,)| number))
}

/// Saves state and sharing; `Stale` where somebody saved in between.
pub async fn save(tx: &mut WriteTx, one: &Observation) -> Result<()> {
    let reason = match &one.state {
        State::Void { reason } => Some(reason.as_str()),
        _ => None,
    };
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(one.id.as_str())
            .bind(one.version)
            .bind(one.state.word())
            .bind(by_party(&one.state))
            .bind(reason)
            .bind(i64::from(one.shares.mentor))
            .bind(i64::from(one.shares.coordinator))
            .bind(i64::from(one.shares.head))
            .bind(millis(one.changed_at))
    )
}

/// One observation.
pub async fn get(tx: &mut Tx, id: &ObservationId) -> Result<Option<Observation>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// The observation whose sheet carries a code.
pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Observation>> {
    one(row!(tx, Row, BY_CODE, code))
}

/// All in which a person is one of the two, in the order of time.
pub async fn of_person(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> Result<Vec<Observation>> {
    all(rows!(tx, Row, OF_PERSON, school.as_str(), person.as_str()))
}

/// All about a newcomer, in the order of time.
pub async fn of_newcomer(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> Result<Vec<Observation>> {
    all(rows!(tx, Row, OF_NEWCOMER, school.as_str(), newcomer.as_str()))
}

/// All of a programme, in the order of time.
pub async fn of_programme(
    tx: &mut Tx,
    school: &SchoolId,
    programme: &ProgrammeId,
) -> Result<Vec<Observation>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}

#[derive(sqlx::FromRow)]
struct SheetRow {
    school_id: String,
    observation_id: String,
    number: i64,
    form: Option<String>,
    content: String,
    saved_at: i64,
    finished_at: Option<i64>,
    named: Option<String>,
    read_at: Option<i64>,
    words: Option<String>,
    version: i64,
}

impl TryFrom<SheetRow> for Sheet {
    type Error = StoreError;
    fn try_from(row: SheetRow) -> Result<Self> {
        let finished = match (row.finished_at, &row.named) {
            (Some(at), Some(named)) => Some((instant(at)?, json(named)?)),
            _ => None,
        };
        let read = row.read_at.map(instant).transpose()?;
        Ok(Self {
            number: small(row.number)?,
            added: row.form.as_deref().map(json).transpose()?.unwrap_or_default(),
            content: json(&row.content)?,
            saved_at: instant(row.saved_at)?,
            finished,
            read: read.map(|at| Read { at, words: row.words }),
            school: row.school_id.into(),
            observation: row.observation_id.into(),
            version: row.version,
        })
    }
}

/// Adds the draft of a version; `Taken` where there is one.
pub async fn add_sheet(tx: &mut WriteTx, sheet: &Sheet) -> Result<()> {
    let (content, form) = (to_json(&sheet.content)?, to_json(&sheet.added)?);
    on!(tx.0, c => {
        sqlx::query(ADD_SHEET)
            .bind(sheet.school.as_str())
            .bind(sheet.observation.as_str())
            .bind(i64::from(sheet.number))
            .bind(content)
            .bind(millis(sheet.saved_at))
            .bind(form)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves a version; `Stale` where somebody saved in between.
pub async fn save_sheet(tx: &mut WriteTx, sheet: &Sheet) -> Result<()> {
    let content = to_json(&sheet.content)?;
    let named = sheet.finished.as_ref().map(|(_, named)| to_json(named)).transpose()?;
    save_one!(
        tx,
        sqlx::query(SAVE_SHEET)
            .bind(sheet.school.as_str())
            .bind(sheet.observation.as_str())
            .bind(i64::from(sheet.number))
            .bind(sheet.version)
            .bind(content)
            .bind(millis(sheet.saved_at))
            .bind(sheet.finished.as_ref().map(|(at, _)| millis(*at)))
            .bind(named)
            .bind(sheet.read.as_ref().map(|read| millis(read.at)))
            .bind(sheet.read.as_ref().and_then(|read| read.words.as_deref()))
    )
}

/// The versions of a sheet, the first one first. A draft comes to its observer alone, who is named as the reader
/// (neg:N11).
pub async fn sheets(
    tx: &mut Tx,
    school: &SchoolId,
    observation: &ObservationId,
    reader: &PersonId,
) -> Result<Vec<Sheet>> {
    all(rows!(tx, SheetRow, SHEETS, school.as_str(), observation.as_str(), reader.as_str()))
}

/// Finished sheets that the observed teacher has not read yet, in their last version.
pub async fn unread(tx: &mut Tx, school: &SchoolId, observed: &PersonId) -> Result<Vec<ObservationId>> {
    let rows = rows!(tx, (String,), UNREAD, school.as_str(), observed.as_str());
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}
