//! Accounts, sessions, one-time codes. Secrets come in as hashes; nothing here can be turned back.

use crate::sql::{instant, millis};
use crate::{Result, Tx, WriteTx};
use domain::{Instant, PersonId, SchoolId};
use std::collections::BTreeMap;

sql! {
    columns "person_id, login, password_hash, theme, vision, version";
    ADD = "INSERT INTO accounts (person_id, login, password_hash) VALUES ($1, $2, $3)";
    BY_LOGIN = "SELECT " ~ " FROM accounts WHERE login = $1";
    OF_PERSON = "SELECT " ~ " FROM accounts WHERE person_id = $1";
    SAVE = "UPDATE accounts SET password_hash = $3, theme = $4, vision = $5, version = version + 1 WHERE person_id = $1 AND version = $2";
    ADD_SESSION = "INSERT INTO sessions (token_hash, person_id, made_at, expires_at) VALUES ($1, $2, $3, $4)";
    SESSION = "SELECT person_id, handed FROM sessions WHERE token_hash = $1 AND expires_at > $2";
    HAND = "UPDATE sessions SET handed = $2 WHERE token_hash = $1";
    END_SESSION = "DELETE FROM sessions WHERE token_hash = $1";
    END_SESSIONS_OF = "DELETE FROM sessions WHERE person_id = $1";
    FORGET_SESSIONS = "DELETE FROM sessions WHERE expires_at <= $1";
    ADD_CODE = "INSERT INTO codes (code_hash, person_id, made_at, expires_at) VALUES ($1, $2, $3, $4)";
    USE_CODE = "UPDATE codes SET used_at = $2 WHERE code_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING person_id";
    CODE = "SELECT person_id, expires_at, used_at FROM codes WHERE code_hash = $1";
    VOID_CODES = "UPDATE codes SET used_at = $2 WHERE person_id = $1 AND used_at IS NULL";
    FORGET_CODES = "DELETE FROM codes WHERE expires_at <= $1";
    STANDINGS = "SELECT accounts.person_id, accounts.login, CASE WHEN accounts.password_hash IS NULL THEN CAST(0 AS BIGINT) ELSE CAST(1 AS BIGINT) END, (SELECT MAX(sessions.expires_at) FROM sessions WHERE sessions.person_id = accounts.person_id AND sessions.expires_at > $2), (SELECT MAX(codes.expires_at) FROM codes WHERE codes.person_id = accounts.person_id AND codes.used_at IS NULL AND codes.expires_at > $2) FROM accounts JOIN people ON people.id = accounts.person_id WHERE people.school_id = $1";
}

/// How a person signs in and how they like the pages to look.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Account {
    /// The person.
    pub person_id: String,
    /// What is typed to sign in: the e-mail, or a short name for people without one; lower case.
    pub login: String,
    /// Argon2id hash in PHC form; missing for those who only use codes.
    pub password_hash: Option<String>,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// `usual` or `low`.
    pub vision: String,
    /// Version for optimistic locking.
    pub version: i64,
}

/// Adds an account; `Taken` where the login or the person has one.
pub async fn add(
    tx: &mut WriteTx,
    person: &PersonId,
    login: &str,
    password_hash: Option<&str>,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD).bind(person.as_str()).bind(login).bind(password_hash).execute(c).await?;
    });
    Ok(())
}

/// The account with a login, given in lower case.
pub async fn by_login(tx: &mut Tx, login: &str) -> Result<Option<Account>> {
    Ok(row!(tx, Account, BY_LOGIN, login))
}

/// The account of a person.
pub async fn of_person(tx: &mut Tx, person: &PersonId) -> Result<Option<Account>> {
    Ok(row!(tx, Account, OF_PERSON, person.as_str()))
}

/// Saves password and appearance.
pub async fn save(tx: &mut WriteTx, account: &Account) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(&account.person_id)
            .bind(account.version)
            .bind(account.password_hash.as_deref())
            .bind(&account.theme)
            .bind(&account.vision)
    )
}

/// Opens a session.
pub async fn add_session(
    tx: &mut WriteTx,
    token_hash: &str,
    person: &PersonId,
    now: Instant,
    expires_at: Instant,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD_SESSION)
            .bind(token_hash)
            .bind(person.as_str())
            .bind(millis(now))
            .bind(millis(expires_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// A session that lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub person: PersonId,
    /// The one page that it opens, while the device is in a child's hand.
    pub handed: Option<String>,
}

/// A session, while it lasts.
pub async fn session(tx: &mut Tx, token_hash: &str, now: Instant) -> Result<Option<Session>> {
    let row = row!(tx, (String, Option<String>), SESSION, token_hash, millis(now));
    Ok(row.map(|(person, handed)| Session { person: person.into(), handed }))
}

/// Shuts a session to all pages but one; without a page it opens all of them again.
pub async fn hand(tx: &mut WriteTx, token_hash: &str, page: Option<&str>) -> Result<()> {
    on!(tx.0, c => { sqlx::query(HAND).bind(token_hash).bind(page).execute(c).await?; });
    Ok(())
}

/// Ends a session.
pub async fn end_session(tx: &mut WriteTx, token_hash: &str) -> Result<()> {
    on!(tx.0, c => { sqlx::query(END_SESSION).bind(token_hash).execute(c).await?; });
    Ok(())
}

/// Ends all sessions of a person: after a new password, and when they leave.
pub async fn end_sessions_of(tx: &mut WriteTx, person: &PersonId) -> Result<()> {
    on!(tx.0, c => { sqlx::query(END_SESSIONS_OF).bind(person.as_str()).execute(c).await?; });
    Ok(())
}

/// Forgets sessions that have run out.
pub async fn forget_sessions(tx: &mut WriteTx, now: Instant) -> Result<()> {
    on!(tx.0, c => { sqlx::query(FORGET_SESSIONS).bind(millis(now)).execute(c).await?; });
    Ok(())
}

/// Keeps the hash of a one-time code.
pub async fn add_code(
    tx: &mut WriteTx,
    code_hash: &str,
    person: &PersonId,
    now: Instant,
    expires_at: Instant,
) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD_CODE)
            .bind(code_hash)
            .bind(person.as_str())
            .bind(millis(now))
            .bind(millis(expires_at))
            .execute(c)
            .await?;
    });
    Ok(())
}

/// Uses up a code; the person it belongs to, once, while it is valid.
pub async fn use_code(tx: &mut WriteTx, code_hash: &str, now: Instant) -> Result<Option<PersonId>> {
    let row = row!(tx.0, (String,), USE_CODE, code_hash, millis(now));
    Ok(row.map(|(person,)| person.into()))
}

/// A one-time code as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Whose it is.
    pub person: PersonId,
    /// From when it is no longer valid.
    pub expires_at: Instant,
    /// When it was used, or replaced by a later one.
    pub used_at: Option<Instant>,
}

/// A code, used or not, so that whoever holds a slip learns why it does not work.
pub async fn code(tx: &mut Tx, code_hash: &str) -> Result<Option<Code>> {
    let row = row!(tx, (String, i64, Option<i64>), CODE, code_hash);
    row.map(|(person, expires_at, used_at)| {
        Ok(Code {
            person: person.into(),
            expires_at: instant(expires_at)?,
            used_at: used_at.map(instant).transpose()?,
        })
    })
    .transpose()
}

/// Voids the unused codes of a person, so that only the latest slip works.
pub async fn void_codes(tx: &mut WriteTx, person: &PersonId, now: Instant) -> Result<()> {
    on!(tx.0, c => { sqlx::query(VOID_CODES).bind(person.as_str()).bind(millis(now)).execute(c).await?; });
    Ok(())
}

/// Forgets codes that expired before an instant; until then whoever holds the slip is told why it does not work.
pub async fn forget_codes(tx: &mut WriteTx, before: Instant) -> Result<()> {
    on!(tx.0, c => { sqlx::query(FORGET_CODES).bind(millis(before)).execute(c).await?; });
    Ok(())
}

/// Whether and how a person can sign in now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What is typed to sign in.
    pub login: String,
    /// A password is set.
    pub has_password: bool,
    /// Signed in on some device.
    pub signed_in: bool,
    /// Until when the latest slip is valid, where it is neither used nor over.
    pub slip_until: Option<Instant>,
}

/// How the people of a school stand who have an account.
pub async fn standings(tx: &mut Tx, school: &SchoolId, now: Instant) -> Result<BTreeMap<PersonId, Standing>> {
    let rows = on!(tx, c => {
        sqlx::query_as::<_, (String, String, i64, Option<i64>, Option<i64>)>(STANDINGS)
            .bind(school.as_str())
            .bind(millis(now))
            .fetch_all(c)
            .await?
    });
    rows.into_iter()
        .map(|(person, login, password, session, slip)| {
            let slip_until = slip.map(instant).transpose()?;
            let standing =
                Standing { login, has_password: password == 1, signed_in: session.is_some(), slip_until };
            Ok((person.into(), standing))
        })
        .collect()
}
