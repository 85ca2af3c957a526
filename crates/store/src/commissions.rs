//! Commissions of the practice and the candidates before them (feat:G5, G6; doc:A17). Whoever names them asks
//! `domain::permissions::Action::ManageCommissions`, whoever marks `Action::MarkHearing`.

use crate::sql::{all, day, instant, json, known, millis, one, small, time, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::exams::{Commission, Hearing, HearingState, Reason, Sheet};
use domain::{CommissionId, Day, HearingId, Instant, PersonId, SchoolId};
use std::collections::{BTreeMap, BTreeSet};

sql! {
    columns "id, school_id, commission_id, person_id, course_id, seed, situation, state, state_at, number, practice, version, home_id";
    ADD = "INSERT INTO commissions (id, school_id, day, from_time, place, rubric, places) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    TOUCH = "UPDATE commissions SET version = version + 1 WHERE id = $1 AND version = $2";
    CHANGE = "UPDATE commissions SET day = $3, from_time = $4, place = $5, version = version + 1 WHERE id = $1 AND version = $2";
    DROP = "DELETE FROM commissions WHERE id = $1 AND version = $2";
    GET = "SELECT id, school_id, day, from_time, place, rubric, version, places FROM commissions WHERE id = $1";
    OF_SCHOOL = "SELECT id, school_id, day, from_time, place, rubric, version, places FROM commissions WHERE school_id = $1 ORDER BY day DESC, from_time DESC, id";
    OPENED_TO = "SELECT id, school_id, day, from_time, place, rubric, version, places FROM commissions WHERE places > 0 AND day >= $2 AND school_id <> $1 AND school_id IN (SELECT id FROM schools WHERE district_id = (SELECT district_id FROM schools WHERE id = $1)) ORDER BY day, from_time, id";
    SEATED_ELSEWHERE = "SELECT id, school_id, day, from_time, place, rubric, version, places FROM commissions WHERE school_id <> $1 AND id IN (SELECT commission_id FROM commission_members WHERE home_id = $1 AND person_id = $2) ORDER BY day, from_time, id";
    SEAT = "INSERT INTO commission_members (school_id, commission_id, person_id, home_id) VALUES ($1, $2, $3, $4)";
    UNSEAT = "DELETE FROM commission_members WHERE school_id = $1 AND commission_id = $2";
    MEMBERS = "SELECT person_id, home_id FROM commission_members WHERE school_id = $1 AND commission_id = $2 ORDER BY person_id";
    ADMIT = "INSERT INTO hearings (id, school_id, commission_id, person_id, course_id, seed, situation, home_id, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting')";
    SAVE = "UPDATE hearings SET state = $3, state_at = $4, number = $5, practice = $6, version = version + 1 WHERE id = $1 AND version = $2";
    HEARING = "SELECT " ~ " FROM hearings WHERE id = $1";
    HEARINGS = "SELECT " ~ " FROM hearings WHERE school_id = $1 AND commission_id = $2 ORDER BY id";
    OF_PERSON = "SELECT " ~ " FROM hearings WHERE home_id = $1 AND person_id = $2 ORDER BY id";
    ELSEWHERE = "SELECT " ~ " FROM hearings WHERE home_id = $1 AND school_id <> $1 ORDER BY id";
    OF_EXAMINER = "SELECT " ~ " FROM hearings WHERE id IN (SELECT hearing_id FROM hearing_sheets WHERE home_id = $1 AND person_id = $2) ORDER BY id";
    NEXT = "SELECT COALESCE(MAX(number), 0) + 1 FROM hearings WHERE school_id = $1";
    FORGET_SHEETS = "DELETE FROM hearing_sheets WHERE school_id = $1 AND hearing_id = $2";
    FORGET = "DELETE FROM hearings WHERE school_id = $1 AND id = $2 AND version = $3";
    SHEETS = "SELECT person_id, marks, sealed, home_id, asked FROM hearing_sheets WHERE school_id = $1 AND hearing_id = $2 ORDER BY person_id";
    OPEN = "INSERT INTO hearing_sheets (school_id, hearing_id, person_id, marks, home_id, asked, sealed) VALUES ($1, $2, $3, $4, $5, $6, 0)";
    CLOSE = "DELETE FROM hearing_sheets WHERE school_id = $1 AND hearing_id = $2 AND person_id = $3 AND sealed = 0";
    MARK = "UPDATE hearing_sheets SET marks = $4, saved_at = $5, sealed = $6 WHERE school_id = $1 AND hearing_id = $2 AND person_id = $3 AND sealed = 0";
    EXPLAIN = "INSERT INTO hearing_reasons (school_id, hearing_id, criterion, person_id, reason, at, home_id) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (school_id, hearing_id, criterion, person_id) DO UPDATE SET reason = excluded.reason, at = excluded.at";
    REASONS = "SELECT criterion, person_id, reason FROM hearing_reasons WHERE school_id = $1 AND hearing_id = $2 ORDER BY criterion, person_id";
}

#[derive(sqlx::FromRow)]
struct CommissionRow {
    id: String,
    school_id: String,
    day: String,
    from_time: String,
    place: String,
    rubric: String,
    version: i64,
    places: i64,
}

/// A commission without its members: these are rows of their own.
impl TryFrom<CommissionRow> for Commission {
    type Error = StoreError;
    fn try_from(row: CommissionRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            day: day(&row.day)?,
            from: time(&row.from_time)?,
            place: row.place,
            members: BTreeSet::new(),
            homes: BTreeMap::new(),
            places: small(row.places)?,
            rubric: json(&row.rubric)?,
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    commission_id: String,
    person_id: String,
    course_id: String,
    seed: String,
    situation: String,
    state: String,
    state_at: Option<i64>,
    number: Option<i64>,
    practice: Option<String>,
    version: i64,
    home_id: String,
}

/// A candidate before a commission, without sheets and reasons: these are rows of their own.
impl TryFrom<Row> for Hearing {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let state = match (row.state.as_str(), row.state_at, row.number, row.practice) {
            ("waiting", None, None, None) => HearingState::Waiting,
            ("begun", Some(at), None, None) => HearingState::Begun { at: instant(at)? },
            ("told", Some(at), Some(number), Some(practice)) => {
                HearingState::Told { at: instant(at)?, number: small(number)?, practice: json(&practice)? }
            }
            _ => return Err(StoreError::Unreadable("state of a hearing")),
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            commission: row.commission_id.into(),
            candidate: row.person_id.into(),
            home: row.home_id.into(),
            course: row.course_id.into(),
            seed: known(row.seed.parse().ok(), "seed of a hearing")?,
            situation: row.situation,
            state,
            sheets: BTreeMap::new(),
            homes: BTreeMap::new(),
            reasons: Vec::new(),
            version: row.version,
        })
    }
}

/// Adds a commission that was just named, with its members.
pub async fn add(tx: &mut WriteTx, commission: &Commission) -> Result<()> {
    let rubric = to_json(&commission.rubric)?;
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(commission.id.as_str())
            .bind(commission.school.as_str())
            .bind(commission.day.to_string())
            .bind(commission.from.to_string())
            .bind(&commission.place)
            .bind(&rubric)
            .bind(i64::from(commission.places))
            .execute(c)
            .await?;
    });
    seat(tx, commission).await
}

async fn seat(tx: &mut WriteTx, commission: &Commission) -> Result<()> {
    for member in &commission.members {
        on!(tx.0, c => {
            sqlx::query(SEAT)
                .bind(commission.school.as_str())
                .bind(commission.id.as_str())
                .bind(member.as_str())
                .bind(commission.home_of(member).as_str())
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

/// Other people sit in a commission from now on; `Stale` where somebody was faster.
pub async fn seat_others(tx: &mut WriteTx, commission: &Commission) -> Result<()> {
    touch(tx, commission).await?;
    on!(tx.0, c => {
        sqlx::query(UNSEAT)
            .bind(commission.school.as_str())
            .bind(commission.id.as_str())
            .execute(c)
            .await?;
    });
    seat(tx, commission).await
}

/// Another day, hour or place; `Stale` where somebody was faster.
pub async fn change(tx: &mut WriteTx, commission: &Commission) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(CHANGE)
            .bind(commission.id.as_str())
            .bind(commission.version)
            .bind(commission.day.to_string())
            .bind(commission.from.to_string())
            .bind(&commission.place)
    )
}

/// Removes a commission that hears nobody, with its members; `Stale` where somebody was faster.
pub async fn remove(tx: &mut WriteTx, commission: &Commission) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(UNSEAT)
            .bind(commission.school.as_str())
            .bind(commission.id.as_str())
            .execute(c)
            .await?;
    });
    save_one!(tx, sqlx::query(DROP).bind(commission.id.as_str()).bind(commission.version))
}

/// Counts a change of a commission, so that of two at once one is told.
pub async fn touch(tx: &mut WriteTx, commission: &Commission) -> Result<()> {
    save_one!(tx, sqlx::query(TOUCH).bind(commission.id.as_str()).bind(commission.version))
}

/// The schools of those who are of another one than that which holds the exam.
fn sent(rows: Vec<(String, String)>, school: &SchoolId) -> BTreeMap<PersonId, SchoolId> {
    let others = rows.into_iter().filter(|(_, home)| home != school.as_str());
    others.map(|(person, home)| (person.into(), home.into())).collect()
}

async fn seated(tx: &mut Tx, commission: Commission) -> Result<Commission> {
    let (school, id) = (commission.school.as_str(), commission.id.as_str());
    let rows = rows!(tx, (String, String), MEMBERS, school, id);
    let members = rows.iter().map(|(person, _)| PersonId::from(person.as_str())).collect();
    let homes = sent(rows, &commission.school);
    Ok(Commission { members, homes, ..commission })
}

/// One of them.
pub async fn get(tx: &mut Tx, id: &CommissionId) -> Result<Option<Commission>> {
    match one(row!(tx, CommissionRow, GET, id.as_str()))? {
        Some(commission) => Ok(Some(seated(tx, commission).await?)),
        None => Ok(None),
    }
}

async fn all_seated(tx: &mut Tx, rows: Vec<CommissionRow>) -> Result<Vec<Commission>> {
    let mut commissions = Vec::with_capacity(rows.len());
    for row in rows {
        commissions.push(seated(tx, Commission::try_from(row)?).await?);
    }
    Ok(commissions)
}

/// All of a school, the latest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Commission>> {
    let rows = rows!(tx, CommissionRow, OF_SCHOOL, school.as_str());
    all_seated(tx, rows).await
}

/// What other schools of the school's district have opened to it, from a day on, in the order of time.
pub async fn opened_to(tx: &mut Tx, home: &SchoolId, from: Day) -> Result<Vec<Commission>> {
    let rows = rows!(tx, CommissionRow, OPENED_TO, home.as_str(), from.to_string());
    all_seated(tx, rows).await
}

/// Those of other schools in which somebody of a school sits, in the order of time.
pub async fn seated_elsewhere(tx: &mut Tx, home: &SchoolId, person: &PersonId) -> Result<Vec<Commission>> {
    let rows = rows!(tx, CommissionRow, SEATED_ELSEWHERE, home.as_str(), person.as_str());
    all_seated(tx, rows).await
}

/// Adds a candidate with the sheets of those who mark; `Taken` where they are before this commission already.
pub async fn admit(tx: &mut WriteTx, hearing: &Hearing) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADMIT)
            .bind(hearing.id.as_str())
            .bind(hearing.school.as_str())
            .bind(hearing.commission.as_str())
            .bind(hearing.candidate.as_str())
            .bind(hearing.course.as_str())
            .bind(hearing.seed.to_string())
            .bind(&hearing.situation)
            .bind(hearing.home.as_str())
            .execute(c)
            .await?;
    });
    for (examiner, sheet) in &hearing.sheets {
        open(tx, hearing, examiner, sheet).await?;
    }
    Ok(())
}

/// Saves how a hearing stands; its sheets and reasons are saved one by one.
pub async fn save(tx: &mut WriteTx, hearing: &Hearing) -> Result<()> {
    let (at, number, practice) = match &hearing.state {
        HearingState::Waiting => (None, None, None),
        HearingState::Begun { at } => (Some(millis(*at)), None, None),
        HearingState::Told { at, number, practice } => {
            (Some(millis(*at)), Some(i64::from(*number)), Some(to_json(practice)?))
        }
    };
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(hearing.id.as_str())
            .bind(hearing.version)
            .bind(hearing.state.word())
            .bind(at)
            .bind(number)
            .bind(practice.as_deref())
    )
}

/// Takes a candidate off who has not begun, with the blank sheets.
pub async fn forget(tx: &mut WriteTx, hearing: &Hearing) -> Result<()> {
    crate::grades::forget(tx, hearing).await?;
    on!(tx.0, c => {
        sqlx::query(FORGET_SHEETS)
            .bind(hearing.school.as_str())
            .bind(hearing.id.as_str())
            .execute(c)
            .await?;
    });
    save_one!(
        tx,
        sqlx::query(FORGET).bind(hearing.school.as_str()).bind(hearing.id.as_str()).bind(hearing.version)
    )
}

/// The number of the next protocol in a school.
pub async fn next_number(tx: &mut Tx, school: &SchoolId) -> Result<u32> {
    let row = row!(tx, (i64,), NEXT, school.as_str());
    small(row.map_or(1, |(number,)| number))
}

/// Whose it is, the marks, whether it is sealed, the school of whoever marks, and after which gap it was asked for.
type SheetRow = (String, String, i64, String, i64);

async fn whole(tx: &mut Tx, hearing: Hearing) -> Result<Hearing> {
    let (school, id) = (hearing.school.as_str(), hearing.id.as_str());
    let rows = rows!(tx, SheetRow, SHEETS, school, id);
    let homes = rows.iter().map(|(person, _, _, home, _)| (person.clone(), home.clone())).collect();
    let sheet = |(person, marks, sealed, _, asked): SheetRow| {
        Ok((person.into(), Sheet { marks: json(&marks)?, sealed: sealed != 0, asked: small(asked)? }))
    };
    let sheets = rows.into_iter().map(sheet).collect::<Result<BTreeMap<PersonId, Sheet>>>()?;
    let reasons = rows!(tx, (i64, String, String), REASONS, school, id);
    let reason = |(criterion, by, text): (i64, String, String)| {
        Ok(Reason { criterion: small(criterion)?, by: by.into(), text })
    };
    let reasons = reasons.into_iter().map(reason).collect::<Result<Vec<Reason>>>()?;
    let homes = sent(homes, &hearing.school);
    Ok(Hearing { sheets, homes, reasons, ..hearing })
}

async fn each(tx: &mut Tx, rows: Vec<Row>) -> Result<Vec<Hearing>> {
    let mut hearings = Vec::new();
    for hearing in all::<Row, Hearing>(rows)? {
        hearings.push(whole(tx, hearing).await?);
    }
    Ok(hearings)
}

/// One candidate before a commission, with every sheet.
pub async fn hearing(tx: &mut Tx, id: &HearingId) -> Result<Option<Hearing>> {
    match one(row!(tx, Row, HEARING, id.as_str()))? {
        Some(hearing) => Ok(Some(whole(tx, hearing).await?)),
        None => Ok(None),
    }
}

/// All candidates before a commission.
pub async fn hearings(tx: &mut Tx, commission: &Commission) -> Result<Vec<Hearing>> {
    let rows = rows!(tx, Row, HEARINGS, commission.school.as_str(), commission.id.as_str());
    each(tx, rows).await
}

/// All times that somebody of a school came before a commission, wherever it was held.
pub async fn of_person(tx: &mut Tx, home: &SchoolId, person: &PersonId) -> Result<Vec<Hearing>> {
    let rows = rows!(tx, Row, OF_PERSON, home.as_str(), person.as_str());
    each(tx, rows).await
}

/// All candidates of a school before commissions of other schools.
pub async fn elsewhere(tx: &mut Tx, home: &SchoolId) -> Result<Vec<Hearing>> {
    let rows = rows!(tx, Row, ELSEWHERE, home.as_str());
    each(tx, rows).await
}

/// All candidates whom somebody of a school marks, wherever they do.
pub async fn of_examiner(tx: &mut Tx, home: &SchoolId, person: &PersonId) -> Result<Vec<Hearing>> {
    let rows = rows!(tx, Row, OF_EXAMINER, home.as_str(), person.as_str());
    each(tx, rows).await
}

/// Somebody marks a candidate from now on.
pub async fn open(tx: &mut WriteTx, hearing: &Hearing, examiner: &PersonId, sheet: &Sheet) -> Result<()> {
    let marks = to_json(&sheet.marks)?;
    on!(tx.0, c => {
        sqlx::query(OPEN)
            .bind(hearing.school.as_str())
            .bind(hearing.id.as_str())
            .bind(examiner.as_str())
            .bind(&marks)
            .bind(hearing.home_of(examiner).as_str())
            .bind(i64::from(sheet.asked))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes away the sheet of an examiner who is out; `Stale` where it was sealed.
pub async fn close(tx: &mut WriteTx, hearing: &Hearing, examiner: &PersonId) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(CLOSE).bind(hearing.school.as_str()).bind(hearing.id.as_str()).bind(examiner.as_str())
    )
}

/// Saves the marks of an examiner; `Stale` where their sheet is sealed or gone.
pub async fn mark(
    tx: &mut WriteTx,
    hearing: &Hearing,
    examiner: &PersonId,
    sheet: &Sheet,
    at: Instant,
) -> Result<()> {
    let marks = to_json(&sheet.marks)?;
    save_one!(
        tx,
        sqlx::query(MARK)
            .bind(hearing.school.as_str())
            .bind(hearing.id.as_str())
            .bind(examiner.as_str())
            .bind(&marks)
            .bind(millis(at))
            .bind(i64::from(sheet.sealed))
    )
}

/// Keeps why an examiner's marks differ; the latest words count until the result is told.
pub async fn explain(tx: &mut WriteTx, hearing: &Hearing, reason: &Reason, at: Instant) -> Result<()> {
    let criterion = i64::try_from(reason.criterion).map_err(|_| StoreError::Unreadable("number"))?;
    on!(tx.0, c => {
        sqlx::query(EXPLAIN)
            .bind(hearing.school.as_str())
            .bind(hearing.id.as_str())
            .bind(criterion)
            .bind(reason.by.as_str())
            .bind(&reason.text)
            .bind(millis(at))
            .bind(hearing.home_of(&reason.by).as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}
