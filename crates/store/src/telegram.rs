//! Notices in Telegram (feat:O4): who has asked for them, and whose notice waits. At most one waits for a person: it says only
//! that there is news.

use crate::sql::{instant, millis};
use crate::{Result, Tx, WriteTx};
use domain::{Instant, PersonId, SchoolId};

sql! {
    ASK = "INSERT INTO telegram_links (school_id, person_id, code_hash, code_until) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, person_id) DO UPDATE SET code_hash = excluded.code_hash, code_until = excluded.code_until";
    REMOVE = "DELETE FROM telegram_links WHERE school_id = $1 AND person_id = $2";
    OF_PERSON = "SELECT since FROM telegram_links WHERE school_id = $1 AND person_id = $2";
    ASKED = "SELECT COUNT(*) FROM telegram_links WHERE code_until >= $1";
    BY_CODE = "SELECT school_id, person_id FROM telegram_links WHERE code_hash = $1 AND code_until >= $2";
    BY_CHAT = "SELECT person_id FROM telegram_links WHERE chat = $1";
    LINK = "UPDATE telegram_links SET chat = $3, since = $4, code_hash = NULL, code_until = NULL, due_at = NULL, tries = 0 WHERE school_id = $1 AND person_id = $2";
    TELL = "UPDATE telegram_links SET due_at = CASE WHEN $2 < COALESCE((SELECT MAX(paused_until) FROM telegram_links), 0) THEN (SELECT MAX(paused_until) FROM telegram_links) ELSE $2 END, tries = 0 WHERE person_id = $1 AND chat IS NOT NULL AND due_at IS NULL";
    CLAIM = "UPDATE telegram_links SET due_at = $2, tries = tries + 1 WHERE person_id = (SELECT person_id FROM telegram_links WHERE due_at <= $1 AND chat IS NOT NULL ORDER BY due_at, person_id LIMIT 1) AND due_at <= $1 RETURNING school_id, person_id, chat, tries";
    DUE = "SELECT COUNT(*) FROM telegram_links WHERE due_at <= $1 AND chat IS NOT NULL";
    DONE = "UPDATE telegram_links SET due_at = NULL, tries = 0 WHERE school_id = $1 AND person_id = $2";
    LATER = "UPDATE telegram_links SET due_at = $3 WHERE school_id = $1 AND person_id = $2";
    HOLD = "UPDATE telegram_links SET due_at = $3, tries = tries - 1 WHERE school_id = $1 AND person_id = $2";
    PAUSE = "UPDATE telegram_links SET due_at = CASE WHEN due_at < $1 THEN $1 ELSE due_at END, paused_until = $1 WHERE due_at IS NOT NULL";
}

/// What somebody has asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Since when notices go to a chat; none while only a code waits.
    pub since: Option<Instant>,
}

/// A notice that is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The school.
    pub school: SchoolId,
    /// To whom.
    pub person: PersonId,
    /// Their chat with the bot, as the messenger numbers it.
    pub chat: String,
    /// How often it was tried, this time included.
    pub tries: i64,
}

/// Somebody asks for notices: the hash of a code, in the place of an earlier one, and until when it can be used.
pub async fn ask(
    tx: &mut WriteTx,
    school: &SchoolId,
    person: &PersonId,
    hash: &str,
    until: Instant,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ASK)
            .bind(school.as_str())
            .bind(person.as_str())
            .bind(hash)
            .bind(millis(until))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Ends notices, and whatever code waits.
pub async fn remove(tx: &mut WriteTx, school: &SchoolId, person: &PersonId) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(REMOVE).bind(school.as_str()).bind(person.as_str()).execute(c).await?;
    });
    Ok(())
}

/// What a person has asked for; `None` where nothing.
pub async fn of_person(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> Result<Option<Link>> {
    let row = row!(tx, (Option<i64>,), OF_PERSON, school.as_str(), person.as_str());
    row.map(|(since,)| Ok(Link { since: since.map(instant).transpose()? })).transpose()
}

/// True where somebody's code may still be used: only then the bot is asked what came in.
pub async fn is_asked(tx: &mut Tx, now: Instant) -> Result<bool> {
    let (count,) = on!(tx, c => sqlx::query_as::<_, (i64,)>(ASKED).bind(millis(now)).fetch_one(c).await?);
    Ok(count > 0)
}

/// Whose code it is, where it can still be used.
pub async fn by_code(tx: &mut Tx, hash: &str, now: Instant) -> Result<Option<(SchoolId, PersonId)>> {
    let row = row!(tx, (String, String), BY_CODE, hash, millis(now));
    Ok(row.map(|(school, person)| (school.into(), person.into())))
}

/// Whose notices go to a chat.
pub async fn by_chat(tx: &mut Tx, chat: &str) -> Result<Option<PersonId>> {
    Ok(row!(tx, (String,), BY_CHAT, chat).map(|(person,)| person.into()))
}

/// Notices go to this chat from now on, to which nobody else's go; the code is used up.
pub async fn link(
    tx: &mut WriteTx,
    school: &SchoolId,
    person: &PersonId,
    chat: &str,
    now: Instant,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(LINK)
            .bind(school.as_str())
            .bind(person.as_str())
            .bind(chat)
            .bind(millis(now))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// A notice waits for a person who has asked for them, unless one waits already; at least until a pause is over.
pub async fn tell(tx: &mut WriteTx, person: &PersonId, now: Instant) -> Result<()> {
    on!(tx.0, c => { sqlx::query(TELL).bind(person.as_str()).bind(millis(now)).execute(c).await?; });
    Ok(())
}

/// Takes the notice that waits longest and holds it for a while.
pub async fn claim(tx: &mut WriteTx, now: Instant, until: Instant) -> Result<Option<Notice>> {
    let row = row!(tx.0, (String, String, String, i64), CLAIM, millis(now), millis(until));
    Ok(row.map(|(school, person, chat, tries)| Notice {
        school: school.into(),
        person: person.into(),
        chat,
        tries,
    }))
}

/// True where a notice is due: a look that takes no lock.
pub async fn is_due(tx: &mut Tx, now: Instant) -> Result<bool> {
    let (count,) = on!(tx, c => sqlx::query_as::<_, (i64,)>(DUE).bind(millis(now)).fetch_one(c).await?);
    Ok(count > 0)
}

/// The notice was sent, or is given up.
pub async fn done(tx: &mut WriteTx, notice: &Notice) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(DONE).bind(notice.school.as_str()).bind(notice.person.as_str()).execute(c).await?;
    });
    Ok(())
}

/// The notice is tried again at a time.
pub async fn later(tx: &mut WriteTx, notice: &Notice, at: Instant) -> Result<()> {
    put_off(tx, LATER, notice, at).await
}

/// The notice came too early for its reader: that was no attempt.
pub async fn hold(tx: &mut WriteTx, notice: &Notice, until: Instant) -> Result<()> {
    put_off(tx, HOLD, notice, until).await
}

async fn put_off(tx: &mut WriteTx, statement: &'static str, notice: &Notice, at: Instant) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(statement)
            .bind(notice.school.as_str())
            .bind(notice.person.as_str())
            .bind(millis(at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Nothing is sent to anybody before a time, what is told meanwhile among it. Called while a notice waits.
pub async fn pause(tx: &mut WriteTx, until: Instant) -> Result<()> {
    on!(tx.0, c => { sqlx::query(PAUSE).bind(millis(until)).execute(c).await?; });
    Ok(())
}
