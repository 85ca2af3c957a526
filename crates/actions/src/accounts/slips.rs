//! Slips with one-time codes: for people without e-mail, and for whoever lost a password.

use super::{after_days, secret_hash};
use crate::orders::Unprintable;
use crate::{Context, Failed, Never};
use domain::accounts::{Settings, code, short_login};
use domain::calendar::local;
use domain::people::{Name, Person, Role};
use domain::permissions::{Action, may};
use domain::schools::School;
use domain::{Instant, PersonId, SchoolId};
use i18n::Lang;
use store::{Tx, WriteTx};

/// A slip to be printed; its code is shown this once.
#[derive(Clone, PartialEq, Eq)]
pub struct Slip {
    /// Whose it is.
    pub person: Person,
    /// What the person types beside a password.
    pub login: String,
    /// The one-time code as it is printed.
    pub code: String,
    /// Until when it is valid.
    pub expires_at: Instant,
}

impl std::fmt::Debug for Slip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Slip of {}", self.person.id)
    }
}

/// Why no slips are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipsRefused {
    /// Nobody was chosen.
    Nobody,
    /// Somebody among them no longer works here.
    Left,
}

/// Makes codes for people of the actor's school; older unused ones are void from now on. Whoever has no
/// account gets one.
pub async fn print_slips(
    context: &Context<'_>,
    school: &SchoolId,
    people: &[PersonId],
) -> Result<Vec<Slip>, Failed<SlipsRefused>> {
    store::change!(context.db, tx => print_in(&mut tx, context, school, people))
}

async fn print_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    people: &[PersonId],
) -> Result<Vec<Slip>, Failed<SlipsRefused>> {
    // An administrator prints for leaders alone, a coordinator for everybody else: each slip is asked about.
    let some = [false, true].map(|for_leaders| Action::PrintSlips { school, for_leaders });
    may(context.actor, &some[0]).or_else(|denied| may(context.actor, &some[1]).map_err(|_| denied))?;
    if people.is_empty() {
        return Err(Failed::Refused(SlipsRefused::Nobody));
    }
    let mut slips = Vec::new();
    for id in people {
        let person = store::people::get(tx, id).await?.ok_or(Failed::NotFound)?;
        if person.school.as_ref() != Some(school) {
            return Err(Failed::NotFound);
        }
        let roles = store::people::roles_on(tx, id, context.today).await?;
        let for_leaders = leads(&roles);
        may(context.actor, &Action::PrintSlips { school, for_leaders })?;
        if !person.works_on(context.today) {
            return Err(Failed::Refused(SlipsRefused::Left));
        }
        slips.push(make(tx, context, person).await?);
    }
    Ok(slips)
}

/// Lays slips out on paper, eight to a page, each in its person's language; `lang` is the language of the sheet's
/// title, `address` where one signs in. The codes stand nowhere else: whoever loses the paper needs new ones.
pub async fn lay_out(
    context: &Context<'_>,
    school: &School,
    slips: Vec<Slip>,
    lang: Lang,
    address: &str,
) -> Result<Vec<u8>, Unprintable> {
    let printed: Vec<_> = slips.into_iter().map(|slip| on_paper(slip, school, address)).collect();
    let made_at = context.now;
    // Laying out pages takes longer than a thread of the server may be held.
    let print = move || documents::slips::pdf(&printed, lang, made_at);
    match tokio::task::spawn_blocking(print).await {
        Ok(Ok(pdf)) => Ok(pdf),
        Ok(Err(error)) => Err(Unprintable(error.to_string())),
        Err(error) => Err(Unprintable(error.to_string())),
    }
}

fn on_paper(slip: Slip, school: &School, address: &str) -> documents::slips::Slip {
    let lang = Lang::from_tag(&slip.person.lang).unwrap_or_default();
    documents::slips::Slip {
        lang,
        name: slip.person.name.full(),
        school: if lang == Lang::Kk { school.short_kk.clone() } else { school.short_ru.clone() },
        login: slip.login,
        code: slip.code,
        expires: local(slip.expires_at, school.utc_offset_minutes),
        address: address.to_owned(),
    }
}

/// Ends all sessions of somebody who lost a device: on each they must sign in again. The same people may do it
/// who may print a slip for them.
pub async fn end_sessions(context: &Context<'_>, id: &PersonId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => end_sessions_in(&mut tx, context, id))
}

async fn end_sessions_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PersonId,
) -> Result<(), Failed<Never>> {
    let person = store::people::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let school = person.school.ok_or(Failed::NotFound)?;
    let for_leaders = leads(&store::people::roles_on(tx, id, context.today).await?);
    may(context.actor, &Action::PrintSlips { school: &school, for_leaders })?;
    store::accounts::end_sessions_of(tx, id).await?;
    context.audit(tx, &school, "account-sessions-ended", id.as_str(), "").await?;
    Ok(())
}

/// True where somebody acts in the school's name by these roles.
fn leads(roles: &[Role]) -> bool {
    roles.iter().any(|role| Role::GIVEN.contains(role))
}

/// Makes a code for somebody, which voids the older ones.
pub(super) async fn make(tx: &mut WriteTx, context: &Context<'_>, person: Person) -> store::Result<Slip> {
    let login = match store::accounts::of_person(tx, &person.id).await? {
        Some(account) => account.login,
        None => open_account(tx, &person).await?,
    };
    let (code, now) = (code(context.ids.bytes()), context.now);
    let expires_at = after_days(now, Settings::default().code_days);
    store::accounts::void_codes(tx, &person.id, now).await?;
    store::accounts::add_code(tx, &secret_hash(&code), &person.id, now, expires_at).await?;
    let school = person.school.as_ref();
    context.audit_at(tx, school, "account-slip-printed", person.id.as_str(), "").await?;
    Ok(Slip { person, login, code, expires_at })
}

async fn open_account(tx: &mut WriteTx, person: &Person) -> store::Result<String> {
    let login = match &person.email {
        Some(email) if store::accounts::by_login(tx, email).await?.is_none() => email.clone(),
        _ => free_login(tx, &person.name).await?,
    };
    store::accounts::add(tx, &person.id, &login, None).await?;
    Ok(login)
}

async fn free_login(tx: &mut Tx, name: &Name) -> store::Result<String> {
    let mut number = 0;
    loop {
        let login = short_login(name, number);
        if store::accounts::by_login(tx, &login).await?.is_none() {
            return Ok(login);
        }
        // The second namesake is number 2.
        number = number.max(1) + 1;
    }
}
