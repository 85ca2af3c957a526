//! Sociometries of classes. Choices are kept as they come: sealed.

use crate::sql::{all, day, instant, known, millis, one, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::pupils::Pupil;
use domain::sociometries::{Kept, Member, Question, Questions, Sociometry, State, Turn};
use domain::{Day, SchoolId, SociometryId};

sql! {
    columns "id, school_id, class_key, work, leisure, own, negative_order, class_size, state, opened_on, forget_on, forgotten_on, forgotten_answers, opened_by, opened_at, version";
    ADD = "INSERT INTO sociometries (id, school_id, class_key, work, leisure, own, negative_order, class_size, state, opened_on, forget_on, opened_by, opened_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    SAVE = "UPDATE sociometries SET state = $3, forgotten_on = $4, forgotten_answers = $5, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT " ~ " FROM sociometries WHERE id = $1";
    OF_SCHOOL = "SELECT " ~ " FROM sociometries WHERE school_id = $1 ORDER BY opened_on DESC, class_key, id";
    DUE = "SELECT " ~ " FROM sociometries WHERE forget_on <= $1 AND forgotten_on IS NULL ORDER BY school_id, id";
    ADD_MEMBER = "INSERT INTO sociometry_members (school_id, sociometry_id, pupil_id, place, turn) VALUES ($1, $2, $3, $4, $5)";
    SAVE_MEMBER = "UPDATE sociometry_members SET turn = $5, sealed = $6, version = version + 1 WHERE school_id = $1 AND sociometry_id = $2 AND pupil_id = $3 AND version = $4";
    MEMBERS = "SELECT pupil_id, place, turn, sealed, version FROM sociometry_members WHERE school_id = $1 AND sociometry_id = $2 ORDER BY place";
    UNSEAL = "UPDATE sociometry_members SET sealed = NULL, version = version + 1 WHERE school_id = $1 AND sociometry_id = $2 AND sealed IS NOT NULL";
    LEAVE = "UPDATE sociometry_members SET turn = 'removed', sealed = NULL, version = version + 1 WHERE school_id = $1 AND pupil_id = $2 AND turn <> 'removed'";
    LEAVE_COUNTS = "DELETE FROM sociometry_counts WHERE school_id = $1 AND (pupil_id = $2 OR sociometry_id IN (SELECT sociometry_members.sociometry_id FROM sociometry_members JOIN sociometries ON sociometries.id = sociometry_members.sociometry_id WHERE sociometry_members.school_id = $1 AND sociometry_members.pupil_id = $2 AND sociometry_members.turn <> 'removed' AND sociometries.forgotten_on IS NULL))";
    KEEP = "INSERT INTO sociometry_counts (school_id, sociometry_id, pupil_id, question, voted, received, could, given, mutual, few) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    KEPT = "SELECT pupil_id, question, voted, received, could, given, mutual, few FROM sociometry_counts WHERE school_id = $1 AND sociometry_id = $2 ORDER BY pupil_id, question";
    DROP_COUNTS = "DELETE FROM sociometry_counts WHERE sociometry_id IN (SELECT id FROM sociometries WHERE forget_on < $1)";
    DROP_MEMBERS = "DELETE FROM sociometry_members WHERE sociometry_id IN (SELECT id FROM sociometries WHERE forget_on < $1)";
    DROP = "DELETE FROM sociometries WHERE forget_on < $1";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    class_key: String,
    work: i64,
    leisure: i64,
    own: Option<String>,
    negative_order: Option<String>,
    class_size: i64,
    state: String,
    opened_on: String,
    forget_on: String,
    forgotten_on: Option<String>,
    forgotten_answers: Option<i64>,
    opened_by: String,
    opened_at: i64,
    version: i64,
}

impl TryFrom<Row> for Sociometry {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let forgotten = match (row.forgotten_on, row.forgotten_answers) {
            (Some(on), Some(answers)) => Some((day(&on)?, small(answers)?)),
            _ => None,
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            class: row.class_key,
            questions: Questions {
                work: row.work != 0,
                leisure: row.leisure != 0,
                own: row.own,
                negative: row.negative_order,
            },
            class_size: small(row.class_size)?,
            state: known(State::from_word(&row.state), "state of a sociometry")?,
            opened_on: day(&row.opened_on)?,
            forget_on: day(&row.forget_on)?,
            forgotten,
            opened: (row.opened_by.into(), instant(row.opened_at)?),
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    pupil_id: String,
    place: i64,
    turn: String,
    sealed: Option<String>,
    version: i64,
}

impl TryFrom<MemberRow> for Member {
    type Error = StoreError;
    fn try_from(row: MemberRow) -> Result<Self> {
        Ok(Self {
            pupil: row.pupil_id.into(),
            place: small(row.place)?,
            turn: known(Turn::from_word(&row.turn), "turn in a sociometry")?,
            sealed: row.sealed,
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct KeptRow {
    pupil_id: String,
    question: String,
    voted: i64,
    received: i64,
    could: i64,
    given: i64,
    mutual: i64,
    few: i64,
}

impl TryFrom<KeptRow> for Kept {
    type Error = StoreError;
    fn try_from(row: KeptRow) -> Result<Self> {
        Ok(Self {
            pupil: row.pupil_id.into(),
            question: known(Question::from_word(&row.question), "question of a sociometry")?,
            voted: row.voted != 0,
            received: small(row.received)?,
            could: small(row.could)?,
            given: small(row.given)?,
            mutual: small(row.mutual)?,
            few: row.few != 0,
        })
    }
}

/// Adds one that was just opened.
pub async fn add(tx: &mut WriteTx, opened: &Sociometry) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(opened.id.as_str())
            .bind(opened.school.as_str())
            .bind(opened.class.as_str())
            .bind(i64::from(opened.questions.work))
            .bind(i64::from(opened.questions.leisure))
            .bind(opened.questions.own.as_deref())
            .bind(opened.questions.negative.as_deref())
            .bind(i64::from(opened.class_size))
            .bind(opened.state.word())
            .bind(opened.opened_on.to_string())
            .bind(opened.forget_on.to_string())
            .bind(opened.opened.0.as_str())
            .bind(millis(opened.opened.1))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves where it stands; `Stale` where somebody was faster.
pub async fn save(tx: &mut WriteTx, one: &Sociometry) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(one.id.as_str())
            .bind(one.version)
            .bind(one.state.word())
            .bind(one.forgotten.map(|(on, _)| on.to_string()))
            .bind(one.forgotten.map(|(_, answers)| i64::from(answers)))
    )
}

/// One by its id.
pub async fn get(tx: &mut Tx, id: &SociometryId) -> Result<Option<Sociometry>> {
    one(row!(tx, Row, GET, id.as_str()))
}

/// Those of a school, the newest first.
pub async fn of_school(tx: &mut Tx, school: &SchoolId) -> Result<Vec<Sociometry>> {
    all(rows!(tx, Row, OF_SCHOOL, school.as_str()))
}

/// Those whose choices are to be deleted by a day, in every school.
pub async fn due(tx: &mut Tx, today: Day) -> Result<Vec<Sociometry>> {
    all(rows!(tx, Row, DUE, today.to_string()))
}

/// Adds a pupil who is asked and can be chosen.
pub async fn add_member(tx: &mut WriteTx, of: &Sociometry, member: &Member) -> Result<()> {
    let place = i64::try_from(member.place).map_err(|_| StoreError::Unreadable("place"))?;
    on!(tx.0, c => {
        sqlx::query(ADD_MEMBER)
            .bind(of.school.as_str())
            .bind(of.id.as_str())
            .bind(member.pupil.as_str())
            .bind(place)
            .bind(member.turn.word())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves where a pupil stands; `Stale` where somebody was faster.
pub async fn save_member(tx: &mut WriteTx, of: &Sociometry, member: &Member) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE_MEMBER)
            .bind(of.school.as_str())
            .bind(of.id.as_str())
            .bind(member.pupil.as_str())
            .bind(member.version)
            .bind(member.turn.word())
            .bind(member.sealed.as_deref())
    )
}

/// The pupils of one, by place.
pub async fn members(tx: &mut Tx, of: &Sociometry) -> Result<Vec<Member>> {
    all(rows!(tx, MemberRow, MEMBERS, of.school.as_str(), of.id.as_str()))
}

/// Deletes the choices of one; gives of how many pupils.
pub async fn unseal(tx: &mut WriteTx, of: &Sociometry) -> Result<u32> {
    let deleted = on!(tx.0, c => {
        sqlx::query(UNSEAL).bind(of.school.as_str()).bind(of.id.as_str()).execute(c).await?.rows_affected()
    });
    u32::try_from(deleted).map_err(|_| StoreError::Unreadable("number"))
}

/// A pupil neither chooses nor is chosen any more: choices and counts are deleted in every sociometry; as long as the choices
/// of others are there, the counts of others with them, for in these the pupil stands, too.
pub async fn leave(tx: &mut WriteTx, pupil: &Pupil) -> Result<()> {
    // The counts first: afterwards the pupil is in no list.
    for statement in [LEAVE_COUNTS, LEAVE] {
        on!(tx.0, c => {
            sqlx::query(statement).bind(pupil.school.as_str()).bind(pupil.id.as_str()).execute(c).await?;
        });
    }
    Ok(())
}

/// Keeps counts of one pupil by one question.
pub async fn keep(tx: &mut WriteTx, of: &Sociometry, kept: &Kept) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(KEEP)
            .bind(of.school.as_str())
            .bind(of.id.as_str())
            .bind(kept.pupil.as_str())
            .bind(kept.question.word())
            .bind(i64::from(kept.voted))
            .bind(i64::from(kept.received))
            .bind(i64::from(kept.could))
            .bind(i64::from(kept.given))
            .bind(i64::from(kept.mutual))
            .bind(i64::from(kept.few))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// The counts of one.
pub async fn kept(tx: &mut Tx, of: &Sociometry) -> Result<Vec<Kept>> {
    all(rows!(tx, KeptRow, KEPT, of.school.as_str(), of.id.as_str()))
}

/// Forgets everything of those whose choices were to be deleted before a day, in every school.
pub async fn forget(tx: &mut WriteTx, before: Day) -> Result<()> {
    for statement in [DROP_COUNTS, DROP_MEMBERS, DROP] {
        on!(tx.0, c => {
            sqlx::query(statement).bind(before.to_string()).execute(c).await?;
        });
    }
    Ok(())
}
