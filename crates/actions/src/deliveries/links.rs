//! The address in the header of a letter by which its reader stops such letters without signing in (RFC 8058;
//! docs/decisions/0076). What it leads to is sealed in it, so nothing is kept of it and nothing can be read in it.

use crate::letters::{Holder, holder};
use crate::sociometries::Vault;
use crate::{Context, Failed, Ids, Never};
use domain::deliveries::Stoppable;
use domain::permissions::{Action, may};
use domain::{Instant, PersonId};
use i18n::Lang;
use ring::aead::NONCE_LEN;
use sha2::{Digest, Sha256};
use store::{Db, Tx, WriteTx};

/// What is sealed with the key.
const ABOUT: &str = "stopped letters";

/// For how long an address can be used: whoever comes back after a school year still finds it.
const SECONDS: i64 = 365 * 24 * 60 * 60;

/// An address, and the key by which it opens.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// The key of the installation.
    pub key: &'a Vault,
    /// The last part of the address.
    pub token: &'a str,
}

/// What an address leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Which letters.
    pub what: Stoppable,
    /// They come.
    pub comes: bool,
    /// The language of whoever gets them.
    pub lang: Lang,
}

/// The last part of the address in a letter, by the id of the letter, to whom and when it is written. The nonce is drawn from
/// what is sealed and from that id, which nobody guesses: two texts never have the same.
pub fn token(key: &Vault, letter: &str, person: &PersonId, what: Stoppable, at: Instant) -> Option<String> {
    let until = at.as_second().saturating_add(SECONDS);
    let sealed = format!("{} {until} {person}", what.word());
    let digest = Sha256::digest(format!("{letter} {sealed}").as_bytes());
    let mut nonce = [0; NONCE_LEN];
    nonce.copy_from_slice(&digest[..NONCE_LEN]);
    key.seal(nonce, ABOUT, &sealed)
}

/// Whose letters an address stops, and which; `None` where it is none, or one that has run out.
fn read(link: Link<'_>, now: Instant) -> Option<(PersonId, Stoppable)> {
    let sealed = link.key.open(ABOUT, link.token)?;
    let mut parts = sealed.splitn(3, ' ');
    let what = Stoppable::from_word(parts.next()?)?;
    let until: i64 = parts.next()?.parse().ok()?;
    let person = parts.next()?.into();
    (now.as_second() <= until).then_some((person, what))
}

async fn found(tx: &mut Tx, link: Link<'_>, now: Instant) -> store::Result<Option<(Holder, Stoppable)>> {
    let Some((person, what)) = read(link, now) else { return Ok(None) };
    Ok(holder(tx, &person, now).await?.map(|holder| (holder, what)))
}

/// What an address leads to now; `None` where it is none, has run out, or its person has left. Changes nothing.
pub async fn open_link(tx: &mut Tx, link: Link<'_>, now: Instant) -> store::Result<Option<Offer>> {
    let Some((holder, what)) = found(tx, link, now).await? else { return Ok(None) };
    let wishes = store::deliveries::of_person(tx, &holder.actor.person).await?;
    Ok(Some(Offer { what, comes: wishes.comes(what), lang: holder.lang }))
}

/// Stops the letters of an address, or has them come again. What stands so already stays, and nothing is noted.
pub async fn by_link(
    db: &Db,
    ids: &Ids,
    now: Instant,
    link: Link<'_>,
    comes: bool,
) -> Result<Offer, Failed<Never>> {
    let found = found(&mut *db.read().await?, link, now).await?;
    let (Holder { actor, lang, here }, what) = found.ok_or(Failed::NotFound)?;
    let context = Context { db, actor: &actor, now, today: here.date(), ids };
    let done: Result<(), Failed<Never>> = store::change!(db, tx => set_in(&mut tx, &context, what, comes));
    done.map(|()| Offer { what, comes, lang })
}

async fn set_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    what: Stoppable,
    comes: bool,
) -> Result<(), Failed<Never>> {
    let person = &context.actor.person;
    may(context.actor, &Action::KeepDeliveries { person })?;
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let before = store::deliveries::of_person(tx, person).await?;
    if before.comes(what) != comes {
        store::deliveries::put(tx, school, person, &before.with(what, comes)).await?;
        let deed = if comes { "account-letters-resumed" } else { "account-letters-stopped" };
        context.audit(tx, school, deed, person.as_str(), "").await?;
    }
    Ok(())
}
