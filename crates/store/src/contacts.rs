//! Joint work of newcomers with candidate mentors, and private impressions (feat:C3, C5; essay:E12, E15).
//! Every query about impressions names their author.

use crate::sql::{day, instant, known, millis, small};
use crate::{Result, StoreError, Tx, WriteTx};
use domain::contacts::{Contact, Deed, Impression, Kind, Mark, State};
use domain::sides::Side;
use domain::{ContactId, MentorId, NewcomerId, PersonId, ProgrammeId, SchoolId};

sql! {
    ADD = "INSERT INTO contacts (id, school_id, programme_id, newcomer_id, mentor_id, kind, held_on, minutes, topic, recorded_by, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'recorded')";
    SAVE = "UPDATE contacts SET state = $3, state_at = $4, version = version + 1 WHERE id = $1 AND version = $2";
    GET = "SELECT id, school_id, programme_id, newcomer_id, mentor_id, kind, held_on, minutes, topic, recorded_by, state, state_at, version FROM contacts WHERE id = $1";
    OF_NEWCOMER = "SELECT id, school_id, programme_id, newcomer_id, mentor_id, kind, held_on, minutes, topic, recorded_by, state, state_at, version FROM contacts WHERE school_id = $1 AND newcomer_id = $2 ORDER BY held_on, id";
    OF_MENTOR = "SELECT id, school_id, programme_id, newcomer_id, mentor_id, kind, held_on, minutes, topic, recorded_by, state, state_at, version FROM contacts WHERE school_id = $1 AND mentor_id = $2 ORDER BY held_on, id";
    OF_PROGRAMME = "SELECT id, school_id, programme_id, newcomer_id, mentor_id, kind, held_on, minutes, topic, recorded_by, state, state_at, version FROM contacts WHERE school_id = $1 AND programme_id = $2 ORDER BY held_on, id";
    KEEP = "INSERT INTO impressions (school_id, contact_id, author_id, useful, ease, asking, note, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (school_id, contact_id, author_id) DO UPDATE SET useful = excluded.useful, ease = excluded.ease, asking = excluded.asking, note = excluded.note, written_at = excluded.written_at";
    FORGET = "DELETE FROM impressions WHERE school_id = $1 AND contact_id = $2 AND author_id = $3";
    IMPRESSION = "SELECT contact_id, author_id, useful, ease, asking, note, written_at FROM impressions WHERE school_id = $1 AND contact_id = $2 AND author_id = $3";
    IMPRESSIONS = "SELECT contact_id, author_id, useful, ease, asking, note, written_at FROM impressions WHERE school_id = $1 AND author_id = $2 ORDER BY written_at, contact_id";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    school_id: String,
    programme_id: String,
    newcomer_id: String,
    mentor_id: String,
    kind: String,
    held_on: String,
    minutes: i64,
    topic: Option<String>,
    recorded_by: String,
    state: String,
    state_at: Option<i64>,
    version: i64,
}

impl TryFrom<Row> for Contact {
    type Error = StoreError;
    fn try_from(row: Row) -> Result<Self> {
        let at = || instant(known(row.state_at, "time of a joint work's state")?);
        let state = match row.state.as_str() {
            "recorded" => State::Recorded,
            "confirmed" => State::Confirmed { at: at()? },
            "cancelled" => State::Cancelled { at: at()? },
            _ => return Err(StoreError::Unreadable("state of a joint work")),
        };
        Ok(Self {
            id: row.id.into(),
            school: row.school_id.into(),
            programme: row.programme_id.into(),
            newcomer: row.newcomer_id.into(),
            mentor: row.mentor_id.into(),
            deed: Deed {
                kind: known(Kind::from_word(&row.kind), "kind of a joint work")?,
                held_on: day(&row.held_on)?,
                minutes: small(row.minutes)?,
                topic: row.topic,
            },
            recorded_by: known(Side::from_word(&row.recorded_by), "side of a joint work")?,
            state,
            version: row.version,
        })
    }
}

#[derive(sqlx::FromRow)]
struct ImpressionRow {
    contact_id: String,
    author_id: String,
    useful: Option<i64>,
    ease: Option<i64>,
    asking: Option<i64>,
    note: String,
    written_at: i64,
}

impl TryFrom<ImpressionRow> for Impression {
    type Error = StoreError;
    fn try_from(row: ImpressionRow) -> Result<Self> {
        let mark = |stored: Option<i64>| -> Result<Option<Mark>> {
            stored.map(|number| known(Mark::new(small(number)?), "mark of an impression")).transpose()
        };
        Ok(Self {
            author: row.author_id.into(),
            contact: row.contact_id.into(),
            useful: mark(row.useful)?,
            ease: mark(row.ease)?,
            asking: mark(row.asking)?,
            note: row.note,
            written_at: instant(row.written_at)?,
        })
    }
}

/// Adds a joint work that one of the two wrote down; `Taken` where the same stands already.
pub async fn add(tx: &mut WriteTx, contact: &Contact) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(contact.id.as_str())
            .bind(contact.school.as_str())
            .bind(contact.programme.as_str())
            .bind(contact.newcomer.as_str())
            .bind(contact.mentor.as_str())
            .bind(contact.deed.kind.word())
            .bind(contact.deed.held_on.to_string())
            .bind(i64::from(contact.deed.minutes))
            .bind(contact.deed.topic.as_deref())
            .bind(contact.recorded_by.word())
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Saves the state; `Stale` where somebody saved in between.
pub async fn save(tx: &mut WriteTx, contact: &Contact) -> Result<()> {
    let at = match contact.state {
        State::Recorded => None,
        State::Confirmed { at } | State::Cancelled { at } => Some(millis(at)),
    };
    save_one!(
        tx,
        sqlx::query(SAVE).bind(contact.id.as_str()).bind(contact.version).bind(contact.state.word()).bind(at)
    )
}

/// One joint work.
pub async fn get(tx: &mut Tx, id: &ContactId) -> Result<Option<Contact>> {
    let row = on!(tx, c => sqlx::query_as::<_, Row>(GET).bind(id.as_str()).fetch_optional(c).await?);
    row.map(TryInto::try_into).transpose()
}

/// What a newcomer did with all mentors, oldest first; what was taken back included.
pub async fn of_newcomer(tx: &mut Tx, school: &SchoolId, newcomer: &NewcomerId) -> Result<Vec<Contact>> {
    let rows = on!(tx, c => sqlx::query_as::<_, Row>(OF_NEWCOMER).bind(school.as_str()).bind(newcomer.as_str()).fetch_all(c).await?);
    rows.into_iter().map(TryInto::try_into).collect()
}

/// What a mentor did with all newcomers, oldest first; what was taken back included.
pub async fn of_mentor(tx: &mut Tx, school: &SchoolId, mentor: &MentorId) -> Result<Vec<Contact>> {
    let rows = on!(tx, c => sqlx::query_as::<_, Row>(OF_MENTOR).bind(school.as_str()).bind(mentor.as_str()).fetch_all(c).await?);
    rows.into_iter().map(TryInto::try_into).collect()
}

/// All joint work of a programme, oldest first; what was taken back included.
pub async fn of_programme(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> Result<Vec<Contact>> {
    let rows = on!(tx, c => sqlx::query_as::<_, Row>(OF_PROGRAMME).bind(school.as_str()).bind(programme.as_str()).fetch_all(c).await?);
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Keeps an impression in the place of the author's earlier one.
pub async fn keep(tx: &mut WriteTx, school: &SchoolId, impression: &Impression) -> Result<()> {
    let mark = |mark: Option<Mark>| mark.map(|mark| i64::from(mark.number()));
    on!(tx.0, c => {
        sqlx::query(KEEP)
            .bind(school.as_str())
            .bind(impression.contact.as_str())
            .bind(impression.author.as_str())
            .bind(mark(impression.useful))
            .bind(mark(impression.ease))
            .bind(mark(impression.asking))
            .bind(&impression.note)
            .bind(millis(impression.written_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Deletes the author's impression of a joint work, if there is one.
pub async fn forget(
    tx: &mut WriteTx,
    school: &SchoolId,
    contact: &ContactId,
    author: &PersonId,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(FORGET).bind(school.as_str()).bind(contact.as_str()).bind(author.as_str()).execute(c).await?;
    });
    Ok(())
}

/// The author's own impression of a joint work. Whoever asks must be the author.
pub async fn impression(
    tx: &mut Tx,
    school: &SchoolId,
    contact: &ContactId,
    author: &PersonId,
) -> Result<Option<Impression>> {
    let row = on!(tx, c => sqlx::query_as::<_, ImpressionRow>(IMPRESSION).bind(school.as_str()).bind(contact.as_str()).bind(author.as_str()).fetch_optional(c).await?);
    row.map(TryInto::try_into).transpose()
}

/// All impressions of an author, oldest first. Whoever asks must be the author.
pub async fn impressions(tx: &mut Tx, school: &SchoolId, author: &PersonId) -> Result<Vec<Impression>> {
    let rows = on!(tx, c => sqlx::query_as::<_, ImpressionRow>(IMPRESSIONS).bind(school.as_str()).bind(author.as_str()).fetch_all(c).await?);
    rows.into_iter().map(TryInto::try_into).collect()
}
