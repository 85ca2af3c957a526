//! Slips with one-time codes for people without e-mail, and the first slip of an installation.

use super::{after_days, secret_hash};
use crate::orders::Unprintable;
use crate::{Context, Failed, Ids, Never};
use domain::accounts::{Settings, code, short_login};
use domain::people::{Category, Name, Person, Role};
use domain::permissions::{Action, may};
use domain::schools::{District, School};
use domain::{Day, Instant, PersonId, SchoolId};
use i18n::Lang;
use jiff::tz::Offset;
use store::audit::Entry;
use store::{Db, Tx, WriteTx};

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
        slips.push(make(tx, context.ids, person, context.now).await?);
        context.audit(tx, school, "account-slip-printed", id.as_str(), "").await?;
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
    let offset = Offset::from_seconds(i32::from(school.utc_offset_minutes) * 60).unwrap_or(Offset::UTC);
    documents::slips::Slip {
        lang,
        name: slip.person.name.full(),
        school: if lang == Lang::Kk { school.short_kk.clone() } else { school.short_ru.clone() },
        login: slip.login,
        code: slip.code,
        expires: offset.to_datetime(slip.expires_at),
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

async fn make(tx: &mut WriteTx, ids: &Ids, person: Person, now: Instant) -> store::Result<Slip> {
    let login = match store::accounts::of_person(tx, &person.id).await? {
        Some(account) => account.login,
        None => open_account(tx, &person).await?,
    };
    let code = code(ids.bytes());
    let expires_at = after_days(now, Settings::default().code_days);
    store::accounts::void_codes(tx, &person.id, now).await?;
    store::accounts::add_code(tx, &secret_hash(&code), &person.id, now, expires_at).await?;
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

/// What an installation begins with: a school, and the person who will run the programme there.
#[derive(Clone, Debug)]
pub struct Founding {
    /// The district above the school.
    pub district: District,
    /// The school.
    pub school: School,
    /// The first person's name.
    pub name: Name,
    /// Their e-mail, if they have one.
    pub email: Option<String>,
    /// Tag of their language.
    pub lang: String,
    /// What they are: head, coordinator, or both in a small school.
    pub roles: Vec<Role>,
}

/// A founded installation.
#[derive(Clone, Debug)]
pub struct Founded {
    /// The school.
    pub school: SchoolId,
    /// The first slip: with its code somebody can sign in.
    pub slip: Slip,
}

/// Founds a district with one school and its first account, on a database that holds no school yet; `None`
/// where there is one, and nothing changes. For `talimger serve`, which prints the code once.
pub async fn found(
    db: &Db,
    ids: &Ids,
    now: Instant,
    today: Day,
    founding: &Founding,
) -> Result<Option<Founded>, Failed<Never>> {
    store::change!(db, tx => found_in(&mut tx, ids, now, today, founding))
}

async fn found_in(
    tx: &mut WriteTx,
    ids: &Ids,
    now: Instant,
    today: Day,
    founding: &Founding,
) -> Result<Option<Founded>, Failed<Never>> {
    if !store::schools::every(tx).await?.is_empty() {
        return Ok(None);
    }
    store::schools::add_district(tx, &founding.district).await?;
    store::schools::add(tx, &founding.school).await?;
    let person = first_person(founding, ids.next(now).into(), today);
    store::people::add(tx, &person, None).await?;
    for role in &founding.roles {
        store::people::open_role(tx, &person.id, *role, today).await?;
    }
    let id = person.id.clone();
    let slip = make(tx, ids, person, now).await?;
    let school = &founding.school.id;
    let entry = Entry {
        school: Some(school),
        at: now,
        actor: None,
        what: "school-founded",
        subject: id.as_str(),
        detail: "",
    };
    store::audit::append(tx, &entry).await?;
    Ok(Some(Founded { school: school.clone(), slip }))
}

fn first_person(founding: &Founding, id: PersonId, today: Day) -> Person {
    Person {
        id,
        school: Some(founding.school.id.clone()),
        name: founding.name.clone(),
        email: founding.email.clone(),
        phone: None,
        staff_number: None,
        position: None,
        subject: None,
        category: Category::None,
        service_years: None,
        hired_on: Some(today),
        weekly_load: None,
        left_on: None,
        lang: founding.lang.clone(),
        version: 0,
    }
}
