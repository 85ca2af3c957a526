//! What schools add to the regulation and the road map of a programme (doc:A20).

use crate::sql::{all, day, instant, json, known, millis, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::regulations::{Content, Line, Part, Words};
use domain::reports::Basis;
use domain::{Instant, PersonId, ProgrammeId, SchoolId};
use serde::{Deserialize, Serialize};

sql! {
    ADD = "INSERT INTO regulation_lines (id, school_id, programme_id, part, basis, words, due_day, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    REMOVE = "UPDATE regulation_lines SET removed_by = $3, removed_at = $4 WHERE school_id = $1 AND id = $2 AND removed_at IS NULL";
    OF_PROGRAMME = "SELECT id, school_id, programme_id, part, basis, words, due_day, added_by, added_at, removed_by, removed_at FROM regulation_lines WHERE school_id = $1 AND programme_id = $2 ORDER BY added_at, id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    part: String,
    basis: String,
    words: String,
    due_day: Option<String>,
    added_by: String,
    added_at: i64,
    removed_by: Option<String>,
    removed_at: Option<i64>,
}

/// The texts of a line: of a clause one, of a step event, who, result; Kazakh before Russian.
#[derive(Serialize, Deserialize)]
struct Kept(Vec<(String, String)>);

fn kept(texts: &[&Words]) -> Kept {
    Kept(texts.iter().map(|words| (words.kk.clone(), words.ru.clone())).collect())
}

const fn word(basis: Basis) -> &'static str {
    match basis {
        Basis::Law => "law",
        Basis::Choice => "choice",
    }
}

fn content(part: &str, words: &str, due: Option<&str>) -> Result<Content> {
    let Kept(texts) = json(words)?;
    let mut texts = texts.into_iter().map(|(kk, ru)| Words { kk, ru });
    let mut next = || known(texts.next(), "texts of a regulation");
    Ok(match known(Part::from_word(part), "part of a regulation")? {
        Part::Text => Content::Text(next()?),
        Part::Road => Content::Road {
            event: next()?,
            who: next()?,
            result: next()?,
            due: day(known(due, "day of a road map")?)?,
        },
    })
}

impl TryFrom<Row> for Line {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let removed = match (row.removed_by, row.removed_at) {
            (Some(by), Some(at)) => Some((by.into(), instant(at)?)),
            _ => None,
        };
        Ok(Self {
            basis: match row.basis.as_str() {
                "law" => Basis::Law,
                "choice" => Basis::Choice,
                _ => return Err(StoreError::Unreadable("basis of a regulation")),
            },
            content: content(&row.part, &row.words, row.due_day.as_deref())?,
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            added: (row.added_by.into(), instant(row.added_at)?),
            removed,
        })
    }
}

/// Adds a line.
pub async fn add(tx: &mut WriteTx, line: &Line) -> Result<()> {
    let (words, due) = match &line.content {
        Content::Text(words) => (kept(&[words]), None),
        Content::Road { event, due, who, result } => (kept(&[event, who, result]), Some(due.to_string())),
    };
    let words = to_json(&words)?;
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(line.id.as_str())
            .bind(line.school.as_str())
            .bind(line.programme.as_str())
            .bind(line.content.part().word())
            .bind(word(line.basis))
            .bind(words)
            .bind(due)
            .bind(line.added.0.as_str())
            .bind(millis(line.added.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Takes a line off; it stays in the history.
pub async fn remove(tx: &mut WriteTx, line: &Line, by: &PersonId, at: Instant) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(REMOVE)
            .bind(line.school.as_str())
            .bind(line.id.as_str())
            .bind(by.as_str())
            .bind(millis(at))
    )
}

/// All lines of a programme, those that were taken off too, in the order in which they were added.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Line>> {
    all(rows!(tx, Row, OF_PROGRAMME, school.as_str(), programme.as_str()))
}
