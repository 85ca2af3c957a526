//! Pairs of newcomers and mentors.

use crate::sql::{all, day, instant, known, millis, one, optional_day, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::calendar::Period;
use domain::pairs::{Assignment, FirstMeeting, Origin, Pair, State};
use domain::{MentorId, NewcomerId, PairId, ProgrammeId, SchoolId};

sql! {
    columns "id, school_id, programme_id, newcomer_id, mentor_id, place, origin, request_id, reason, state, since, order_id, from_day, until_day, ended_at, version";
    ADD = "INSERT INTO pairs (id, school_id, programme_id, newcomer_id, mentor_id, place, origin, request_id, reason, state, since, order_id, from_day, until_day, ended_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    SAVE = "UPDATE pairs SET place = $3, state = $4, order_id = $5, from_day = $6, until_day = $7, ended_at = $8, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM pairs WHERE id = $1";
    OF_PROGRAMME = "SELECT " ~ " FROM pairs WHERE school_id = $1 AND programme_id = $2 ORDER BY since, id";
    OF_NEWCOMER = "SELECT " ~ " FROM pairs WHERE school_id = $1 AND newcomer_id = $2 ORDER BY since, id";
    OF_MENTOR = "SELECT " ~ " FROM pairs WHERE school_id = $1 AND mentor_id = $2 ORDER BY since, id";
    PLACES_TAKEN = "SELECT place FROM pairs WHERE school_id = $1 AND mentor_id = $2 AND state <> 'ended' AND place IS NOT NULL ORDER BY place";
    PLAN = "INSERT INTO first_meetings (school_id, pair_id, version, on_day, at_time, place, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    PLAN_AGAIN = "UPDATE first_meetings SET version = version + 1, on_day = $4, at_time = $5, place = $6, set_by = $7, set_at = $8 WHERE school_id = $1 AND pair_id = $2 AND version = $3";
    FIRST_MEETING = "SELECT pair_id, on_day, at_time, place, set_by, set_at, version FROM first_meetings WHERE school_id = $1 AND pair_id = $2";
    FIRST_MEETINGS = "SELECT pair_id, on_day, at_time, first_meetings.place, set_by, set_at, first_meetings.version FROM first_meetings JOIN pairs ON pairs.school_id = first_meetings.school_id AND pairs.id = first_meetings.pair_id WHERE first_meetings.school_id = $1 AND programme_id = $2 ORDER BY on_day, at_time, pair_id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    newcomer_id: String,
    mentor_id: String,
    place: Option<i64>,
    origin: String,
    request_id: Option<String>,
    reason: Option<String>,
    state: String,
    since: i64,
    order_id: Option<String>,
    from_day: Option<String>,
    until_day: Option<String>,
    ended_at: Option<i64>,
    version: i64,
}

impl TryFrom<Row> for Pair {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let (origin, state) = (origin(&row)?, state(&row)?);
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            newcomer: row.newcomer_id.into(),
            mentor: row.mentor_id.into(),
            place: row.place.map(small).transpose()?,
            origin,
            state,
            since: instant(row.since)?,
            version: row.version,
        })
    }
}

fn origin(row: &Row) -> Result<Origin> {
    Ok(match row.origin.as_str() {
        "provisional" => Origin::Provisional,
        "asked" => Origin::Asked { request: known(row.request_id.clone(), "request of a pair")?.into() },
        "ranked" => Origin::Ranked,
        "appointed" => Origin::Appointed { reason: known(row.reason.clone(), "reason of an appointment")? },
        _ => return Err(StoreError::Unreadable("origin of a pair")),
    })
}

fn state(row: &Row) -> Result<State> {
    let assignment = || -> Result<Option<Assignment>> {
        let (Some(order), Some(from)) = (&row.order_id, &row.from_day) else { return Ok(None) };
        let period = Period { from: day(from)?, until: optional_day(row.until_day.as_deref())? };
        Ok(Some(Assignment { order: order.as_str().into(), period }))
    };
    Ok(match row.state.as_str() {
        "agreed" => State::Agreed,
        "published" => State::Published,
        "assigned" => State::Assigned(known(assignment()?, "order of a pair")?),
        "ended" => State::Ended { at: instant(known(row.ended_at, "end of a pair")?)?, was: assignment()? },
        _ => return Err(StoreError::Unreadable("state of a pair")),
    })
}

/// What the columns of order, period and end hold for a pair.
struct Columns {
    order: Option<String>,
    from: Option<String>,
    until: Option<String>,
    ended_at: Option<i64>,
}

fn columns(pair: &Pair) -> Columns {
    let assignment = pair.assignment();
    Columns {
        order: assignment.map(|assignment| assignment.order.to_string()),
        from: assignment.map(|assignment| assignment.period.from.to_string()),
        until: assignment.and_then(|assignment| assignment.period.until).map(|day| day.to_string()),
        ended_at: match pair.state {
            State::Ended { at, .. } => Some(millis(at)),
            _ => None,
        },
    }
}

/// Adds a pair; `Taken` where the mentor's place or the newcomer is taken.
pub async fn add(tx: &mut WriteTx, pair: &Pair) -> Result<()> {
    let columns = columns(pair);
    let (request, reason) = match &pair.origin {
        Origin::Asked { request } => (Some(request.as_str()), None),
        Origin::Appointed { reason } => (None, Some(reason.as_str())),
        Origin::Provisional | Origin::Ranked => (None, None),
    };
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(pair.id.as_str())
            .bind(pair.school.as_str())
            .bind(pair.programme.as_str())
            .bind(pair.newcomer.as_str())
            .bind(pair.mentor.as_str())
            .bind(pair.place.map(i64::from))
            .bind(pair.origin.word())
            .bind(request)
            .bind(reason)
            .bind(pair.state.word())
            .bind(millis(pair.since))
            .bind(columns.order)
            .bind(columns.from)
            .bind(columns.until)
            .bind(columns.ended_at)
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves place and state.
pub async fn save(tx: &mut WriteTx, pair: &Pair) -> Result<()> {
    let columns = columns(pair);
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(pair.id.as_str())
            .bind(pair.version)
            .bind(pair.place.map(i64::from))
            .bind(pair.state.word())
            .bind(columns.order)
            .bind(columns.from)
            .bind(columns.until)
            .bind(columns.ended_at)
    )
}

/// One pair.
pub async fn get(tx: &mut Tx, id: &PairId) -> Result<Option<Pair>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// All pairs of a programme, ended ones included.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Pair>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}

/// All pairs a newcomer ever had.
pub async fn of_newcomer(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> Result<Vec<Pair>> {
    all(rows!(tx, Row, OF_NEWCOMER, school.as_str(), newcomer.as_str()))
}

/// All pairs a mentor ever had in the programme.
pub async fn of_mentor(tx: &mut Tx, school: &SchoolId, mentor: &MentorId) -> Result<Vec<Pair>> {
    all(rows!(tx, Row, OF_MENTOR, school.as_str(), mentor.as_str()))
}

/// Which places of a mentor are taken.
pub async fn places_taken(tx: &mut Tx, school: &SchoolId, mentor: &MentorId) -> Result<Vec<u8>> {
    let rows = rows!(tx, (i64,), PLACES_TAKEN, school.as_str(), mentor.as_str());
    rows.into_iter().map(|(place,)| small(place)).collect()
}

#[derive(sqlx::FromRow)]
struct MeetingRow {
    pair_id: String,
    on_day: String,
    at_time: String,
    place: String,
    set_by: String,
    set_at: i64,
    version: i64,
}

fn first_meeting_of(row: MeetingRow) -> Result<(PairId, FirstMeeting)> {
    let meeting = FirstMeeting {
        on: day(&row.on_day)?,
        at: row.at_time.parse().map_err(|_| StoreError::Unreadable("time of a first meeting"))?,
        place: row.place,
        set_by: row.set_by.into(),
        set_at: instant(row.set_at)?,
        version: row.version,
    };
    Ok((row.pair_id.into(), meeting))
}

/// Keeps the first plan of a first meeting; `Taken` where there is one already.
pub async fn plan_first_meeting(tx: &mut WriteTx, pair: &Pair, meeting: &FirstMeeting) -> Result<()> {
    write_first_meeting(tx, PLAN, pair, meeting).await.map(|_| ())
}

/// Puts another plan in place of the one with the meeting's version; `Stale` where somebody was faster.
pub async fn move_first_meeting(tx: &mut WriteTx, pair: &Pair, meeting: &FirstMeeting) -> Result<()> {
    match write_first_meeting(tx, PLAN_AGAIN, pair, meeting).await? {
        1 => Ok(()),
        _ => Err(StoreError::Stale),
    }
}

async fn write_first_meeting(
    tx: &mut WriteTx,
    statement: &'static str,
    pair: &Pair,
    meeting: &FirstMeeting,
) -> Result<u64> {
    let rows = on!(tx.0, c => {
        sqlx::query(statement)
            .bind(pair.school.as_str())
            .bind(pair.id.as_str())
            .bind(meeting.version)
            .bind(meeting.on.to_string())
            .bind(meeting.at.to_string())
            .bind(&meeting.place)
            .bind(meeting.set_by.as_str())
            .bind(millis(meeting.set_at))
            .execute(c)
            .await?
            .rows_affected()
    });
    Ok(rows)
}

/// The planned first meeting of a pair.
pub async fn first_meeting(tx: &mut Tx, pair: &Pair) -> Result<Option<FirstMeeting>> {
    let row = row!(tx, MeetingRow, FIRST_MEETING, pair.school.as_str(), pair.id.as_str());
    Ok(row.map(first_meeting_of).transpose()?.map(|(_, meeting)| meeting))
}

/// All planned first meetings of a programme, the earliest first.
pub async fn first_meetings(
    tx: &mut Tx,
    school: &SchoolId,
    programme: &ProgrammeId,
) -> Result<Vec<(PairId, FirstMeeting)>> {
    let rows = rows!(tx, MeetingRow, FIRST_MEETINGS, school.as_str(), programme.as_str());
    rows.into_iter().map(first_meeting_of).collect()
}
