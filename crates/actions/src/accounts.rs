//! Accounts: passwords, one-time codes, sessions (feat:A7). Secrets leave these functions once, to be shown
//! or set as a cookie; the database holds hashes only.

mod founding;
mod handing;
mod officers;
mod passwords;
mod proving;
mod slips;

pub use founding::{FoundRefused, Founded, Founding, Leader, begin, found};
pub use handing::{hand_over, take_back};
pub use officers::{OfficerRefused, appoint, dismiss};
pub use proving::ProofRefused;
pub(crate) use proving::{prove, use_proof};
pub use slips::{Slip, SlipsRefused, end_sessions, lay_out, print_slips};

use crate::{Context, Failed, Ids, Never};
use domain::accounts::{PasswordRefused, Settings, check_password, login as login_form, read_code};
use domain::people::Person;
use domain::{Day, Instant, PersonId};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use store::accounts::Account;
use store::audit::Entry;
use store::{Db, Tx, WriteTx};

/// The form in which tokens and codes are stored: whoever reads the database cannot sign in with it.
pub fn secret_hash(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Which state of something a form has shown: sixteen digits of its SHA-256. Enough to see that it has changed, and nothing that
/// keeps a secret.
pub(crate) fn mark(shown: &[u8]) -> String {
    hex(&Sha256::digest(shown)[..8])
}

/// Where somebody stands who is not signed in.
#[derive(Clone, Copy, Debug)]
pub struct Gate<'a> {
    /// The database.
    pub db: &'a Db,
    /// Now.
    pub now: Instant,
    /// Today where the schools are.
    pub today: Day,
    /// Where tokens and salts come from.
    pub ids: &'a Ids,
}

/// A session that was opened; the token goes into a cookie and nowhere else.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// 32 random bytes as 64 hexadecimal digits.
    pub token: String,
    /// Who is signed in.
    pub person: PersonId,
    /// Until when.
    pub expires_at: Instant,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Session of {}", self.person)
    }
}

/// Why nobody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInRefused {
    /// Login and password do not belong together; which of them is wrong is not told.
    Wrong,
    /// No such code.
    CodeUnknown,
    /// The code was used, or a later slip replaced it.
    CodeUsed,
    /// The code's days are over.
    CodeExpired,
}

/// Signs in by login and password. An unknown login takes as long as a wrong password.
pub async fn sign_in(gate: &Gate<'_>, login: &str, password: &str) -> Result<Session, Failed<SignInRefused>> {
    let login = login_form(login);
    let account = store::accounts::by_login(&mut *gate.db.read().await?, &login).await?;
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let right = passwords::is_right(password, hash.clone(), gate.ids).await;
    let person = account.as_ref().map(|account| PersonId::from(account.person_id.as_str()));
    let opened =
        store::change!(gate.db, tx => sign_in_in(&mut tx, gate, person.as_ref(), hash.as_deref(), right))?;
    opened.map_err(Failed::Refused)
}

async fn sign_in_in(
    tx: &mut WriteTx,
    gate: &Gate<'_>,
    person: Option<&PersonId>,
    hash: Option<&str>,
    right: bool,
) -> Result<Result<Session, SignInRefused>, Failed<SignInRefused>> {
    let person = match person {
        Some(person) => known_person(tx, person).await?,
        None => None,
    };
    if let Some((person, account)) = &person
        && right
        // The password was not changed while it was compared.
        && account.password_hash.as_deref() == hash
        && person.works_on(gate.today)
    {
        return Ok(Ok(open(tx, gate, person, "account-signed-in").await?));
    }
    note(tx, gate, person.as_ref().map(|(person, _)| person), "account-sign-in-failed").await?;
    Ok(Err(SignInRefused::Wrong))
}

async fn known_person(tx: &mut Tx, id: &PersonId) -> store::Result<Option<(Person, Account)>> {
    let person = store::people::get(tx, id).await?;
    Ok(person.zip(store::accounts::of_person(tx, id).await?))
}

/// Signs in by the code of a printed slip. The code is used up in the same transaction, and so are an old
/// password and every older session: whoever needed a slip has lost them, and may have lost them to somebody.
pub async fn sign_in_by_code(gate: &Gate<'_>, typed: &str) -> Result<Session, Failed<SignInRefused>> {
    let hash = read_code(typed).map(|code| secret_hash(&code));
    let opened = store::change!(gate.db, tx => by_code_in(&mut tx, gate, hash.as_deref()))?;
    opened.map_err(Failed::Refused)
}

async fn by_code_in(
    tx: &mut WriteTx,
    gate: &Gate<'_>,
    hash: Option<&str>,
) -> Result<Result<Session, SignInRefused>, Failed<SignInRefused>> {
    let code = match hash {
        Some(hash) => store::accounts::code(tx, hash).await?.map(|code| (hash, code)),
        None => None,
    };
    let Some((hash, code)) = code else {
        note(tx, gate, None, "account-code-failed").await?;
        return Ok(Err(SignInRefused::CodeUnknown));
    };
    let known = known_person(tx, &code.person).await?;
    let refused = match &known {
        _ if code.used_at.is_some() => SignInRefused::CodeUsed,
        _ if code.expires_at <= gate.now => SignInRefused::CodeExpired,
        Some((person, account)) if person.works_on(gate.today) => {
            store::accounts::use_code(tx, hash, gate.now).await?;
            if account.password_hash.is_some() {
                store::accounts::save(tx, &Account { password_hash: None, ..account.clone() }).await?;
            }
            // Without a password, an older session could set one without knowing any.
            store::accounts::end_sessions_of(tx, &person.id).await?;
            return Ok(Ok(open(tx, gate, person, "account-signed-in-by-code").await?));
        }
        _ => SignInRefused::CodeUnknown,
    };
    note(tx, gate, known.as_ref().map(|(person, _)| person), "account-code-failed").await?;
    Ok(Err(refused))
}

/// Signs in without a secret: for the one-click links of a demonstration. Callers make sure that this
/// installation is one.
pub async fn open_session(gate: &Gate<'_>, login: &str) -> Result<Session, Failed<Never>> {
    let login = login_form(login);
    store::change!(gate.db, tx => open_session_in(&mut tx, gate, &login))
}

async fn open_session_in(tx: &mut WriteTx, gate: &Gate<'_>, login: &str) -> Result<Session, Failed<Never>> {
    let account = store::accounts::by_login(tx, login).await?.ok_or(Failed::NotFound)?;
    let person = store::people::get(tx, &account.person_id.as_str().into()).await?;
    let person = person.filter(|person| person.works_on(gate.today)).ok_or(Failed::NotFound)?;
    Ok(open(tx, gate, &person, "account-persona-opened").await?)
}

async fn open(tx: &mut WriteTx, gate: &Gate<'_>, person: &Person, what: &str) -> store::Result<Session> {
    let token = hex(&gate.ids.bytes::<32>());
    let expires_at = after_days(gate.now, Settings::default().session_days);
    store::accounts::forget_sessions(tx, gate.now).await?;
    store::accounts::add_session(tx, &secret_hash(&token), &person.id, gate.now, expires_at).await?;
    note(tx, gate, Some(person), what).await?;
    Ok(Session { token, person: person.id.clone(), expires_at })
}

/// Writes a line about somebody who is not signed in, or not yet; what was typed is not written down.
async fn note(tx: &mut WriteTx, gate: &Gate<'_>, person: Option<&Person>, what: &str) -> store::Result<()> {
    let entry = Entry {
        school: person.and_then(|person| person.school.as_ref()),
        at: gate.now,
        actor: person.filter(|_| !what.ends_with("-failed")).map(|person| &person.id),
        what,
        subject: person.map_or("", |person| person.id.as_str()),
        detail: "",
    };
    store::audit::append(tx, &entry).await
}

/// Days for which a code that has expired can still say so to whoever types it.
const EXPIRED_CODES_KEPT_DAYS: i64 = 30;

/// The schedule forgets sessions that have run out, and codes that ran out long ago.
pub async fn sweep(db: &Db, now: Instant) -> store::Result<()> {
    let before = after_days(now, -EXPIRED_CODES_KEPT_DAYS);
    store::change!(db, tx => async {
        store::accounts::forget_sessions(&mut tx, now).await?;
        store::accounts::forget_codes(&mut tx, before).await
    })
}

fn after_days(from: Instant, days: i64) -> Instant {
    from.checked_add(SignedDuration::from_hours(24 * days)).unwrap_or(Instant::MAX)
}

/// Ends the session of this token; a session that has ended already stays so.
pub async fn sign_out(context: &Context<'_>, token: &str) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => async {
        store::accounts::end_session(&mut tx, &secret_hash(token)).await?;
        own_line(context, &mut tx, "account-signed-out").await
    })
}

async fn own_line(context: &Context<'_>, tx: &mut WriteTx, what: &str) -> Result<(), Failed<Never>> {
    let actor = context.actor;
    Ok(context.audit_at(tx, actor.school.as_ref(), what, actor.person.as_str(), "").await?)
}

/// Why a password stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeRefused {
    /// The present password is another one.
    Wrong,
    /// The new one is too easy.
    New(PasswordRefused),
}

/// Sets a new password and ends all sessions of the person; the one that is given back takes their place.
/// Whoever has no password yet names none.
pub async fn change_password(
    context: &Context<'_>,
    current: &str,
    new: &str,
) -> Result<Session, Failed<ChangeRefused>> {
    let known = known_person(&mut *context.db.read().await?, &context.actor.person).await?;
    let (person, account) = known.ok_or(Failed::NotFound)?;
    let right = account.password_hash.is_none()
        || passwords::is_right(current, account.password_hash.clone(), context.ids).await;
    if !right {
        return Err(Failed::Refused(ChangeRefused::Wrong));
    }
    check_password(new, &account.login, &person.name, &Settings::default())
        .map_err(|refused| Failed::Refused(ChangeRefused::New(refused)))?;
    let password_hash = passwords::hash(new, context.ids).await;
    let changed = Account { password_hash: Some(password_hash.ok_or(Failed::NotFound)?), ..account };
    store::change!(context.db, tx => change_password_in(&mut tx, context, &person, &changed))
}

async fn change_password_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    person: &Person,
    changed: &Account,
) -> Result<Session, Failed<ChangeRefused>> {
    store::accounts::save(tx, changed).await?;
    store::accounts::end_sessions_of(tx, &person.id).await?;
    let gate = Gate { db: context.db, now: context.now, today: context.today, ids: context.ids };
    Ok(open(tx, &gate, person, "account-password-changed").await?)
}

/// Sets the language of pages and letters; `lang` is a tag that the interface speaks.
pub async fn set_language(context: &Context<'_>, lang: &str) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => async {
        let person = store::people::get(&mut tx, &context.actor.person).await?.ok_or(Failed::NotFound)?;
        if person.lang != lang {
            store::people::save(&mut tx, &Person { lang: lang.to_owned(), ..person }).await?;
            own_line(context, &mut tx, "account-language-set").await?;
        }
        Ok::<(), Failed<Never>>(())
    })
}

/// Sets light or dark, usual or low vision, by their codes; what is not given stays. How a page looks to its
/// reader is no fact about the school: the log holds no line of it.
pub async fn set_appearance(
    context: &Context<'_>,
    theme: Option<&str>,
    vision: Option<&str>,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => async {
        let account = store::accounts::of_person(&mut tx, &context.actor.person).await?;
        let mut account = account.ok_or(Failed::NotFound)?;
        account.theme = theme.map_or(account.theme, ToOwned::to_owned);
        account.vision = vision.map_or(account.vision, ToOwned::to_owned);
        store::accounts::save(&mut tx, &account).await?;
        Ok::<(), Failed<Never>>(())
    })
}
