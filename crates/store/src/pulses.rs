//! The short pulse: what each said in a fortnight and after a meeting in it, the fortnights in which it was asked, and whom
//! the coordinator asks how it goes. Whoever reads somebody's own asks `Action::AnswerSurvey` about them, groups
//! `Action::SeeSurveys`, a sign `Action::SeeTalk`.

use crate::sql::{all, instant, json, known, millis, small, to_json};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::PersonId;
use domain::programmes::Programme;
use domain::pulses::{Fortnight, Given, Question, Said, Sign, Source, Wording, Wordings};
use domain::sides::Side;
use domain::surveys::{Item, Mark};

sql! {
    columns "person_id, fortnight, source, second_week, side, said, going, item, mark, lang, wording";
    KEEP = "INSERT INTO pulses (school_id, programme_id, person_id, fortnight, source, second_week, side, said, going, item, mark, lang, wording) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (school_id, programme_id, person_id, fortnight, source) DO UPDATE SET second_week = excluded.second_week, side = excluded.side, said = excluded.said, going = excluded.going, item = excluded.item, mark = excluded.mark, lang = excluded.lang, wording = excluded.wording";
    OF_PERSON = "SELECT " ~ " FROM pulses WHERE school_id = $1 AND programme_id = $2 AND person_id = $3 ORDER BY fortnight, second_week";
    OF_PROGRAMME = "SELECT " ~ " FROM pulses WHERE school_id = $1 AND programme_id = $2 ORDER BY person_id, fortnight, second_week";
    FORGET = "DELETE FROM pulses WHERE school_id = $1 AND programme_id = $2";
    FORGET_SIGNS = "DELETE FROM pulse_signs WHERE school_id = $1 AND programme_id = $2";
    BEGIN = "INSERT INTO pulse_rounds (school_id, programme_id, fortnight, is_over) VALUES ($1, $2, $3, 0) ON CONFLICT (school_id, programme_id, fortnight) DO NOTHING";
    END = "UPDATE pulse_rounds SET is_over = 1 WHERE school_id = $1 AND programme_id = $2 AND fortnight = $3";
    BEGUN = "SELECT fortnight FROM pulse_rounds WHERE school_id = $1 AND programme_id = $2 AND is_over = 0 ORDER BY fortnight";
    SIGN = "INSERT INTO pulse_signs (school_id, programme_id, person_id, fortnight, is_asked) VALUES ($1, $2, $3, $4, 0) ON CONFLICT (school_id, programme_id, person_id) DO UPDATE SET fortnight = excluded.fortnight, is_asked = 0";
    SIGNS = "SELECT person_id, fortnight, is_asked FROM pulse_signs WHERE school_id = $1 AND programme_id = $2 ORDER BY person_id";
    WORD = "INSERT INTO pulse_wordings (school_id, programme_id, number, question, texts, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    WORDINGS = "SELECT number, question, texts, written_by, written_at FROM pulse_wordings WHERE school_id = $1 AND programme_id = $2 ORDER BY number";
    SETTLE = "UPDATE pulse_signs SET is_asked = 1 WHERE school_id = $1 AND programme_id = $2 AND person_id = $3";
}

#[derive(sqlx::FromRow)]
struct Row {
    person_id: String,
    fortnight: i64,
    source: String,
    second_week: i64,
    side: String,
    said: String,
    going: Option<i64>,
    item: Option<String>,
    mark: Option<i64>,
    lang: String,
    wording: i64,
}

fn mark(number: i64) -> Result<Mark> {
    known(Mark::new(small(number)?), "mark of a pulse")
}

impl TryFrom<Row> for Given {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let said = match (row.said.as_str(), row.going) {
            ("answered", Some(going)) => {
                let second = match (row.item, row.mark) {
                    (Some(item), Some(number)) => {
                        Some((known(Item::from_word(&item), "line of a pulse")?, mark(number)?))
                    }
                    _ => None,
                };
                Said::Answered { going: mark(going)?, second }
            }
            ("skipped", None) => Said::Skipped,
            ("silent", None) => Said::Silent,
            _ => return Err(StoreError::Unreadable("what was said in a pulse")),
        };
        Ok(Self {
            person: row.person_id.into(),
            fortnight: Fortnight::new(small(row.fortnight)?),
            source: known(Source::from_word(&row.source), "question of a pulse")?,
            second_week: row.second_week == 1,
            side: known(Side::from_word(&row.side), "side of a pulse")?,
            said,
            lang: row.lang,
            wording: small(row.wording)?,
        })
    }
}

/// Keeps what somebody said, in the place of what they said before to the same question of the fortnight.
pub async fn keep(tx: &mut WriteTx, programme: &Programme, given: &Given) -> Result<()> {
    let second = match given.said {
        Said::Answered { second, .. } => second,
        Said::Skipped | Said::Silent => None,
    };
    on!(tx.0, c => {
        sqlx::query(KEEP)
            .bind(programme.school.as_str())
            .bind(programme.id.as_str())
            .bind(given.person.as_str())
            .bind(i64::from(given.fortnight.number()))
            .bind(given.source.word())
            .bind(i64::from(given.second_week))
            .bind(given.side.word())
            .bind(given.said.word())
            .bind(given.said.going().map(|going| i64::from(going.number())))
            .bind(second.map(|(item, _)| item.word()))
            .bind(second.map(|(_, mark)| i64::from(mark.number())))
            .bind(&given.lang)
            .bind(i64::from(given.wording))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// What somebody said in a programme, the earliest first.
pub async fn of_person(tx: &mut Tx, programme: &Programme, person: &PersonId) -> Result<Vec<Given>> {
    let (school, id) = (programme.school.as_str(), programme.id.as_str());
    all(rows!(tx, Row, OF_PERSON, school, id, person.as_str()))
}

/// What everybody said in a programme, by person, the earliest first.
pub async fn of_programme(tx: &mut Tx, programme: &Programme) -> Result<Vec<Given>> {
    all(rows!(tx, Row, OF_PROGRAMME, programme.school.as_str(), programme.id.as_str()))
}

async fn run(tx: &mut WriteTx, statement: &'static str, programme: &Programme) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(statement).bind(programme.school.as_str()).bind(programme.id.as_str()).execute(c).await?;
    });
    Ok(())
}

/// Forgets everything that was said in a programme, and every sign.
pub async fn forget(tx: &mut WriteTx, programme: &Programme) -> Result<()> {
    run(tx, FORGET, programme).await?;
    run(tx, FORGET_SIGNS, programme).await
}

async fn round(
    tx: &mut WriteTx,
    statement: &'static str,
    programme: &Programme,
    fortnight: Fortnight,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(statement)
            .bind(programme.school.as_str())
            .bind(programme.id.as_str())
            .bind(i64::from(fortnight.number()))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// It is asked in a fortnight; once is enough.
pub async fn begin(tx: &mut WriteTx, programme: &Programme, fortnight: Fortnight) -> Result<()> {
    round(tx, BEGIN, programme, fortnight).await
}

/// A fortnight is over.
pub async fn end(tx: &mut WriteTx, programme: &Programme, fortnight: Fortnight) -> Result<()> {
    round(tx, END, programme, fortnight).await
}

/// Fortnights that have begun and are not over yet.
pub async fn begun(tx: &mut Tx, programme: &Programme) -> Result<Vec<Fortnight>> {
    let rows: Vec<(i64,)> = rows!(tx, (i64,), BEGUN, programme.school.as_str(), programme.id.as_str());
    rows.into_iter().map(|(number,)| Ok(Fortnight::new(small(number)?))).collect()
}

/// The coordinator is asked to ask somebody, since the end of a fortnight.
pub async fn sign(
    tx: &mut WriteTx,
    programme: &Programme,
    person: &PersonId,
    fortnight: Fortnight,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(SIGN)
            .bind(programme.school.as_str())
            .bind(programme.id.as_str())
            .bind(person.as_str())
            .bind(i64::from(fortnight.number()))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The coordinator has asked.
pub async fn settle(tx: &mut WriteTx, programme: &Programme, person: &PersonId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(SETTLE)
            .bind(programme.school.as_str())
            .bind(programme.id.as_str())
            .bind(person.as_str())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The latest sign about each, by person.
pub async fn signs(tx: &mut Tx, programme: &Programme) -> Result<Vec<Sign>> {
    let rows: Vec<(String, i64, i64)> =
        rows!(tx, (String, i64, i64), SIGNS, programme.school.as_str(), programme.id.as_str());
    let sign = |(person, fortnight, asked): (String, i64, i64)| {
        Ok(Sign { person: person.into(), since: Fortnight::new(small(fortnight)?), is_asked: asked == 1 })
    };
    rows.into_iter().map(sign).collect()
}

/// Keeps a question in other words; `Taken` where somebody has just written another one under the number.
pub async fn word(tx: &mut WriteTx, programme: &Programme, wording: &Wording) -> Result<()> {
    let texts = wording.texts.as_ref().map(to_json).transpose()?;
    on!(tx.0, c => {
        sqlx::query(WORD)
            .bind(programme.school.as_str())
            .bind(programme.id.as_str())
            .bind(i64::from(wording.number))
            .bind(wording.question.word())
            .bind(texts)
            .bind(wording.by.as_str())
            .bind(millis(wording.at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The wordings of a programme.
pub async fn wordings(tx: &mut Tx, programme: &Programme) -> Result<Wordings> {
    type Row = (i64, String, Option<String>, String, i64);
    let rows = rows!(tx, Row, WORDINGS, programme.school.as_str(), programme.id.as_str());
    let wording = |(number, question, texts, by, at): Row| {
        Ok(Wording {
            question: known(Question::from_word(&question), "question of a pulse")?,
            number: small(number)?,
            texts: texts.as_deref().map(json).transpose()?,
            by: by.into(),
            at: instant(at)?,
        })
    };
    Ok(Wordings(rows.into_iter().map(wording).collect::<Result<_>>()?))
}
