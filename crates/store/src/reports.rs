//! Reports, their signatures and history, and the forms of a school. Whoever reads one asks
//! `domain::permissions::Action::ReadReport` about it.

mod editions;
mod forms;
mod signatures;

pub use editions::{add_edition, edition, editions};
pub use forms::{set_used, used};
pub use signatures::{read, readings, sign, signatures, signatures_of_programme, unread, void};

use crate::sql::{all, instant, json, known, millis, one, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::reports::{Deed, Event, Kind, Report, State, Term};
use domain::{PairId, ProgrammeId, ReportId, SchoolId};

pub(crate) use editions::ALL as EDITIONS;
pub(crate) use forms::ALL as FORMS;
pub(crate) use signatures::ALL as SIGNATURES;

sql! {
    columns "id, school_id, programme_id, kind, term, pair_id, author_id, number, code, form, draft, content, state, returned_to, made_at, version";
    ADD = "INSERT INTO reports (id, school_id, programme_id, kind, term, pair_id, author_id, number, code, form, draft, state, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    SAVE = "UPDATE reports SET draft = $3, content = $4, state = $5, returned_to = $6, version = version + 1 WHERE id = $1 AND version = $2";
    LAST_NUMBER = "SELECT COALESCE(MAX(number), 0) FROM reports WHERE school_id = $1 AND programme_id = $2";
    GET = "SELECT " ~ " FROM reports WHERE id = $1";
    BY_CODE = "SELECT " ~ " FROM reports WHERE code = $1";
    OF_PROGRAMME = "SELECT " ~ " FROM reports WHERE school_id = $1 AND programme_id = $2 ORDER BY number";
    OF_PAIR = "SELECT " ~ " FROM reports WHERE school_id = $1 AND pair_id = $2 ORDER BY number";
    NOTE = "INSERT INTO report_events (school_id, report_id, number, at, by_id, deed, field, was, became) SELECT $1, $2, COALESCE(MAX(number), 0) + 1, CAST($3 AS BIGINT), $4, $5, $6, $7, $8 FROM report_events WHERE school_id = $1 AND report_id = $2";
    EVENTS = "SELECT at, by_id, deed, field, was, became FROM report_events WHERE school_id = $1 AND report_id = $2 ORDER BY number DESC";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    kind: String,
    term: String,
    pair_id: Option<String>,
    author_id: String,
    number: i64,
    code: String,
    form: String,
    draft: String,
    content: Option<String>,
    state: String,
    returned_to: Option<i64>,
    made_at: i64,
    version: i64,
}

fn state(word: &str, returned_to: Option<i64>) -> Result<State> {
    Ok(match word {
        "draft" => State::Draft,
        "ready" => State::Ready,
        "signed" => State::Signed,
        "returned" => State::Returned { to: small(known(returned_to, "place of a return")?)? },
        "approved" => State::Approved,
        _ => return Err(StoreError::Unreadable("state of a report")),
    })
}

impl TryFrom<Row> for Report {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            kind: known(Kind::from_word(&row.kind), "kind of a report")?,
            term: known(Term::from_word(&row.term), "term of a report")?,
            pair: row.pair_id.map(Into::into),
            author: row.author_id.into(),
            number: small(row.number)?,
            code: row.code,
            form: json(&row.form)?,
            draft: json(&row.draft)?,
            content: row.content.as_deref().map(json).transpose()?,
            state: state(&row.state, row.returned_to)?,
            made_at: instant(row.made_at)?,
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct EventRow {
    at: i64,
    by_id: String,
    deed: String,
    field: Option<String>,
    was: Option<String>,
    became: Option<String>,
}

impl TryFrom<EventRow> for Event {
    type Error = StoreError;
    fn try_from(row: EventRow) -> Result<Self> {
        Ok(Self {
            at: instant(row.at)?,
            by: row.by_id.into(),
            deed: known(Deed::from_word(&row.deed), "deed of a report's history")?,
            field: row.field,
            was: row.was,
            became: row.became,
        })
    }
}

/// Adds a report; `Taken` where there is one of its kind and term already, or where the number is taken.
pub async fn add(tx: &mut WriteTx, report: &Report) -> Result<()> {
    let (form, draft) = (to_json(&report.form)?, to_json(&report.draft)?);
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(report.id.as_str())
            .bind(report.school.as_str())
            .bind(report.programme.as_str())
            .bind(report.kind.word())
            .bind(report.term.word())
            .bind(report.pair.as_ref().map(PairId::as_str))
            .bind(report.author.as_str())
            .bind(i64::from(report.number))
            .bind(&report.code)
            .bind(form)
            .bind(draft)
            .bind(report.state.word())
            .bind(millis(report.made_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves a report; `Stale` where somebody saved in between.
pub async fn save(tx: &mut WriteTx, report: &Report) -> Result<()> {
    let draft = to_json(&report.draft)?;
    let content = report.content.as_ref().map(to_json).transpose()?;
    let to = match report.state {
        State::Returned { to } => Some(i64::from(to)),
        State::Draft | State::Ready | State::Signed | State::Approved => None,
    };
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(report.id.as_str())
            .bind(report.version)
            .bind(draft)
            .bind(content)
            .bind(report.state.word())
            .bind(to)
    )
}

/// The number of the last report of a programme; 0 where there is none.
pub async fn last_number(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<u16> {
    let row = row!(tx, (i64,), LAST_NUMBER, school.as_str(), programme.as_str());
    small(row.map_or(0, |(number,)| number))
}

/// One report.
pub async fn get(tx: &mut Tx, id: &ReportId) -> Result<Option<Report>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// The report with a check code.
pub async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Report>> {
    one(row!(tx, Row, BY_CODE, code))
}

/// All reports of a programme in the order of their numbers; drafts included, which their authors alone may see.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Report>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}

/// All reports about a pair; drafts included.
pub async fn of_pair(tx: &mut Tx, school: &SchoolId, pair: &PairId) -> Result<Vec<Report>> {
    all(rows!(tx, Row, OF_PAIR, school.as_str(), pair.as_str()))
}

/// Adds a line to a report's history.
pub async fn note(tx: &mut WriteTx, report: &Report, event: &Event) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(NOTE)
            .bind(report.school.as_str())
            .bind(report.id.as_str())
            .bind(millis(event.at))
            .bind(event.by.as_str())
            .bind(event.deed.word())
            .bind(event.field.as_deref())
            .bind(event.was.as_deref())
            .bind(event.became.as_deref())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The history of a report, the latest first.
pub async fn events(tx: &mut Tx, report: &Report) -> Result<Vec<Event>> {
    all(rows!(tx, EventRow, EVENTS, report.school.as_str(), report.id.as_str()))
}
