//! How an installation begins: a district with one school, and those who run the programme there; and how more schools come
//! to it (docs/decisions/0063). Only the command line does it; from then on the head gives roles on a page.

use super::Slip;
use super::slips::make;
use crate::{Context, Failed};
use domain::people::{Category, Name, Person, Role};
use domain::permissions::{Action, may};
use domain::schools::{District, School};
use domain::{PersonId, SchoolId};
use store::{StoreError, WriteTx};

/// Somebody who runs the programme of a school.
#[derive(Clone, Debug)]
pub struct Leader {
    /// Their name.
    pub name: Name,
    /// Their e-mail, if they have one.
    pub email: Option<String>,
}

/// What an installation begins with, or what comes to it.
#[derive(Clone, Debug)]
pub struct Founding {
    /// True where the school comes to others, false where it is the first.
    pub another: bool,
    /// The district above the school: one that stands, by its id, or a new one.
    pub district: District,
    /// The school.
    pub school: School,
    /// Tag of the language of those who run it.
    pub lang: String,
    /// Who signs orders and gives roles.
    pub head: Leader,
    /// Who prepares everything; `None` in a small school whose head does this too.
    pub coordinator: Option<Leader>,
}

/// A founded school.
#[derive(Clone, Debug)]
pub struct Founded {
    /// The school.
    pub school: SchoolId,
    /// The slip of the head, then that of the coordinator where it is somebody else. With the codes they sign in.
    pub slips: Vec<Slip>,
}

/// Why nothing is founded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundRefused {
    /// Somebody leads a school or has led it, or there are several: one more is founded as another one.
    Begun,
    /// Nobody leads a school yet: the first one is not another one.
    First,
    /// A school of the district has this name, full or short.
    SchoolTaken(String),
    /// A school has this business identification number: which one.
    BinTaken(String),
    /// A new district has the name of one that stands.
    DistrictTaken(String),
    /// The list of the school names several people so.
    Namesakes(Name),
    /// Somebody else has this e-mail, in this school or in another one.
    EmailTaken(String),
}

/// Founds a school with its head and its coordinator: without either nobody could ever sign an order. The first one brings
/// its district; a school that a list began ([`begin`]) and that nobody leads yet is taken up under its id, and so are the
/// two where its list names them. Another one is founded where it is said to be another one, so that nobody does by mistake.
pub async fn found(context: &Context<'_>, founding: &Founding) -> Result<Founded, Failed<FoundRefused>> {
    let founded = store::change!(context.db, tx => found_in(&mut tx, context, founding));
    match founded {
        // Ids are new, logins and e-mails are looked for: somebody has taken one of them in between.
        Err(Failed::Store(StoreError::Taken)) => Err(Failed::Changed),
        other => other,
    }
}

async fn found_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    founding: &Founding,
) -> Result<Founded, Failed<FoundRefused>> {
    may(context.actor, &Action::GiveRoles(&founding.school.id))?;
    let school = school_of(tx, context, founding).await?;
    let head_too: &[Role] = match &founding.coordinator {
        Some(_) => &[Role::Head],
        None => &[Role::Head, Role::Coordinator],
    };
    let coordinator = founding.coordinator.iter().map(|leader| (leader, &[Role::Coordinator][..]));
    let mut slips = Vec::new();
    for (leader, roles) in std::iter::once((&founding.head, head_too)).chain(coordinator) {
        let person = person_of(tx, context, leader, &founding.lang, &school).await?;
        store::people::open_role(tx, &person.id, Role::Teacher, context.today).await?;
        if slips.is_empty() {
            context.audit(tx, &school, "school-founded", person.id.as_str(), "").await?;
        }
        for role in roles {
            store::people::open_role(tx, &person.id, *role, context.today).await?;
            context.audit(tx, &school, "role-given", person.id.as_str(), role.word()).await?;
        }
        slips.push(make(tx, context, person).await?);
    }
    Ok(Founded { school, slips })
}

/// The new school, or the one that nobody leads yet, with the names that are given now.
async fn school_of(
    tx: &mut WriteTx,
    context: &Context<'_>,
    founding: &Founding,
) -> Result<SchoolId, Failed<FoundRefused>> {
    let mut schools = store::schools::every(tx).await?;
    if founding.another {
        return beside(tx, context, founding, &schools).await;
    }
    let Some(begun) = schools.pop() else {
        add(tx, &founding.district, &founding.school).await?;
        return Ok(founding.school.id.clone());
    };
    if !schools.is_empty() || was_led(tx, &begun.id).await? {
        return Err(Failed::Refused(FoundRefused::Begun));
    }
    let district = District { id: begun.district.clone(), ..founding.district.clone() };
    let school =
        School { id: begun.id, district: begun.district, version: begun.version, ..founding.school.clone() };
    store::schools::save_district(tx, &district).await?;
    store::schools::save(tx, &school).await?;
    Ok(school.id)
}

/// Whether anybody has ever led a school: one whose leaders are all gone has its orders, and is not named anew.
async fn was_led(tx: &mut WriteTx, school: &SchoolId) -> store::Result<bool> {
    let roles = store::people::roles_of_school(tx, school).await?;
    Ok(roles.values().flatten().any(|held| Role::GIVEN.contains(&held.role)))
}

/// Whether somebody has a role by which a school is led.
async fn is_led(tx: &mut WriteTx, context: &Context<'_>, school: &SchoolId) -> store::Result<bool> {
    for role in Role::GIVEN {
        if !store::people::with_role(tx, school, role, context.today).await?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A new school beside those that stand.
async fn beside(
    tx: &mut WriteTx,
    context: &Context<'_>,
    founding: &Founding,
    schools: &[School],
) -> Result<SchoolId, Failed<FoundRefused>> {
    let new = &founding.school;
    let begun = match schools {
        [] => false,
        // One that a list began is completed first.
        [only] => is_led(tx, context, &only.id).await?,
        _ => true,
    };
    if !begun {
        return Err(Failed::Refused(FoundRefused::First));
    }
    if let Some(alike) = new.alike(schools) {
        let taken = if alike.field == "bin" { FoundRefused::BinTaken } else { FoundRefused::SchoolTaken };
        return Err(Failed::Refused(taken(alike.other)));
    }
    join_district(tx, &founding.district).await?;
    store::schools::add(tx, new).await?;
    Ok(new.id.clone())
}

/// The district stands already, and has the name that is given now where it had none; or it is new.
async fn join_district(tx: &mut WriteTx, district: &District) -> Result<(), Failed<FoundRefused>> {
    let districts = store::schools::districts(tx).await?;
    match districts.iter().find(|one| one.id == district.id) {
        Some(stands) if stands.is_nameless() => store::schools::save_district(tx, district).await?,
        Some(_) => {}
        None => {
            if let Some(other) = districts.iter().find(|one| one.is_named_like(district)) {
                return Err(Failed::Refused(FoundRefused::DistrictTaken(other.name_ru.clone())));
            }
            store::schools::add_district(tx, district).await?;
        }
    }
    Ok(())
}

/// Whoever the school's list names so, with the e-mail that is given now; else somebody new.
async fn person_of(
    tx: &mut WriteTx,
    context: &Context<'_>,
    leader: &Leader,
    lang: &str,
    school: &SchoolId,
) -> Result<Person, Failed<FoundRefused>> {
    let mut known = store::people::of_school(tx, school).await?;
    known.retain(|person| person.name == leader.name && person.works_on(context.today));
    if known.len() > 1 && leader.email.is_some() {
        known.retain(|person| person.email == leader.email);
    }
    if let Some(email) = &leader.email
        && let Some(owner) = store::people::by_email(tx, email).await?
        && known.iter().all(|person| person.id != owner.id)
    {
        return Err(Failed::Refused(FoundRefused::EmailTaken(email.clone())));
    }
    match (known.pop(), known.is_empty()) {
        (Some(_), false) => Err(Failed::Refused(FoundRefused::Namesakes(leader.name.clone()))),
        (Some(person), true) => {
            let email = leader.email.clone().or_else(|| person.email.clone());
            let person = Person { email, lang: lang.to_owned(), ..person };
            store::people::save(tx, &person).await?;
            Ok(person)
        }
        (None, _) => {
            let person = new_person(context, leader, lang, Some(school));
            store::people::add(tx, &person, None).await?;
            Ok(person)
        }
    }
}

/// Begins a school by a list alone, on a database that holds none. Nobody can sign in before [`found`] names its
/// head.
pub async fn begin(
    context: &Context<'_>,
    district: &District,
    school: &School,
) -> Result<(), Failed<FoundRefused>> {
    store::change!(context.db, tx => begin_in(&mut tx, context, district, school))
}

async fn begin_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    district: &District,
    school: &School,
) -> Result<(), Failed<FoundRefused>> {
    may(context.actor, &Action::GiveRoles(&school.id))?;
    if !store::schools::every(tx).await?.is_empty() {
        return Err(Failed::Refused(FoundRefused::Begun));
    }
    add(tx, district, school).await?;
    Ok(context.audit(tx, &school.id, "school-founded", school.id.as_str(), "").await?)
}

async fn add(tx: &mut WriteTx, district: &District, school: &School) -> store::Result<()> {
    store::schools::add_district(tx, district).await?;
    store::schools::add(tx, school).await
}

/// Somebody of whom only name and e-mail are known yet; an officer of a district is of no school.
pub(super) fn new_person(
    context: &Context<'_>,
    leader: &Leader,
    lang: &str,
    school: Option<&SchoolId>,
) -> Person {
    Person {
        id: context.id::<PersonId>(),
        school: school.cloned(),
        name: leader.name.clone(),
        email: leader.email.clone(),
        phone: None,
        staff_number: None,
        position: None,
        subject: None,
        category: Category::None,
        service_years: None,
        hired_on: Some(context.today),
        weekly_load: None,
        left_on: None,
        lang: lang.to_owned(),
        version: 0,
    }
}
