//! The question bank of a school with every version of it (docs/decisions/0031). Whoever reads it asks
//! `Action::KeepQuestions`: the key stands in it. An exam draws from it for its candidates and shows no key.

use crate::sql::{instant, json, known, millis, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::questions::{Bank, Edition, Kept, Language, Question};
use domain::{Instant, PersonId, SchoolId};
use std::collections::BTreeMap;

sql! {
    columns "editions.number, editions.version, retired, practice, language, question, made_at, made_by FROM question_editions AS editions JOIN question_versions AS versions ON versions.school_id = editions.school_id AND versions.version = editions.version JOIN question_texts AS texts ON texts.school_id = editions.school_id AND texts.number = editions.number AND texts.version = editions.version WHERE editions.school_id = $1";
    VERSION = "SELECT version FROM question_versions WHERE school_id = $1 ORDER BY version DESC LIMIT 1";
    BEGIN = "INSERT INTO question_versions (school_id, version, made_at, made_by) VALUES ($1, $2, $3, $4)";
    HIGHEST = "SELECT number FROM question_editions WHERE school_id = $1 ORDER BY number DESC LIMIT 1";
    KEEP = "INSERT INTO question_editions (school_id, number, version, retired, practice) VALUES ($1, $2, $3, $4, $5)";
    WORD = "INSERT INTO question_texts (school_id, number, version, language, question) VALUES ($1, $2, $3, $4, $5)";
    ALL_AT = "SELECT " ~ " AND editions.version = (SELECT MAX(later.version) FROM question_editions AS later WHERE later.school_id = editions.school_id AND later.number = editions.number AND later.version <= $2) ORDER BY editions.number, language";
    HISTORY = "SELECT " ~ " AND editions.number = $2 ORDER BY editions.version, language";
    EVERY = "SELECT " ~ " ORDER BY editions.number, editions.version, language";
}

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    version: i64,
    retired: i64,
    practice: i64,
    language: String,
    question: String,
    made_at: i64,
    made_by: String,
}

/// The rows of an edition follow each other, one for each language.
fn editions(rows: Vec<Row>) -> Result<Vec<Edition>> {
    let mut editions = Vec::new();
    let mut rows = rows.into_iter().peekable();
    while let Some(first) = rows.next() {
        let (number, version) = (first.number, first.version);
        let (retired, practice) = (first.retired != 0, first.practice != 0);
        let (made_at, made_by) = (first.made_at, first.made_by.clone());
        let mut words = BTreeMap::from([worded(&first)?]);
        while let Some(next) = rows.next_if(|row| (row.number, row.version) == (number, version)) {
            words.extend([worded(&next)?]);
        }
        let mut kept = Kept::of(small(number)?, retired, words)
            .map_err(|_| StoreError::Unreadable("words of a question"))?;
        kept.practice = practice;
        let (by, at) = (made_by.into(), instant(made_at)?);
        editions.push(Edition { version: small(version)?, by, at, kept });
    }
    Ok(editions)
}

fn worded(row: &Row) -> Result<(Language, Question)> {
    Ok((known(Language::from_word(&row.language), "language of a question")?, json(&row.question)?))
}

/// The version of a school's bank; nought while nothing was put in.
pub async fn version(tx: &mut Tx, school: &SchoolId) -> Result<u32> {
    match row!(tx, (i64,), VERSION, school.as_str()) {
        Some((version,)) => small(version),
        None => Ok(0),
    }
}

/// Begins the next version and gives its number; `Taken` where somebody was faster.
pub async fn begin(tx: &mut WriteTx, school: &SchoolId, (by, now): (&PersonId, Instant)) -> Result<u32> {
    let next = version(tx, school).await? + 1;
    on!(tx.0, c => {
        sqlx::query(BEGIN)
            .bind(school.as_str())
            .bind(i64::from(next))
            .bind(millis(now))
            .bind(by.as_str())
            .execute(c)
            .await?;
    });
    Ok(next)
}

/// The highest number that a question of the school has ever had.
pub async fn highest(tx: &mut Tx, school: &SchoolId) -> Result<u32> {
    match row!(tx, (i64,), HIGHEST, school.as_str()) {
        Some((number,)) => small(number),
        None => Ok(0),
    }
}

/// Keeps a question as it stands from a version on that [`begin`] gave.
pub async fn keep(tx: &mut WriteTx, school: &SchoolId, version: u32, kept: &Kept) -> Result<()> {
    let (number, version) = (i64::from(kept.number), i64::from(version));
    on!(tx.0, c => {
        sqlx::query(KEEP)
            .bind(school.as_str())
            .bind(number)
            .bind(version)
            .bind(i64::from(kept.retired))
            .bind(i64::from(kept.practice))
            .execute(c)
            .await?;
    });
    for (language, question) in kept.words() {
        let question = to_json(question)?;
        on!(tx.0, c => {
            sqlx::query(WORD)
                .bind(school.as_str())
                .bind(number)
                .bind(version)
                .bind(language.word())
                .bind(question)
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

/// All questions as they stand now, retired ones too, by their numbers.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Edition>> {
    editions(rows!(tx, Row, ALL_AT, school.as_str(), i64::from(u32::MAX)))
}

/// A question as it stands now with the version it came with; none where the number was never given.
pub async fn get(tx: &mut Tx, school: &SchoolId, number: u32) -> Result<Option<Edition>> {
    Ok(history(tx, school, number).await?.pop())
}

/// Every version of a question, the first one first.
pub async fn history(tx: &mut Tx, school: &SchoolId, number: u32) -> Result<Vec<Edition>> {
    editions(rows!(tx, Row, HISTORY, school.as_str(), i64::from(number)))
}

/// Every version of every question, to look whether all of them can be read.
pub(crate) async fn every(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Edition>> {
    editions(rows!(tx, Row, EVERY, school.as_str()))
}

/// What is asked now in a language: the bank that papers are drawn from.
pub async fn bank(tx: &mut Tx, school: &SchoolId, language: Language) -> Result<Bank> {
    let version = version(tx, school).await?;
    bank_at(tx, school, language, version).await
}

/// The bank as it was in a version: old papers are read and marked by the one they were drawn from.
pub async fn bank_at(tx: &mut Tx, school: &SchoolId, language: Language, version: u32) -> Result<Bank> {
    let editions = editions(rows!(tx, Row, ALL_AT, school.as_str(), i64::from(version)))?;
    Ok(Bank::of(version, language, editions.into_iter().map(|edition| edition.kept).collect()))
}

/// What is marked for practice now and asked in a language: no exam draws from it.
pub async fn practice(tx: &mut Tx, school: &SchoolId, language: Language) -> Result<Bank> {
    let version = version(tx, school).await?;
    let kept = of_school(tx, school).await?.into_iter().map(|edition| edition.kept).collect();
    Ok(Bank::for_practice(version, language, kept))
}
