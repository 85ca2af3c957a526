//! People: corrections, roles given by hand, leaving (feat:A4–A6).

mod leaving;
mod package;

pub use leaving::{Ends, ends, restorable};
pub(crate) use leaving::{Parting, give_back, leave_in, stay_in};
pub use package::package;

use crate::{Context, Failed};
use domain::people::{
    Category, CorrectRefused, Leads, LeaveRefused, Name, Person, Role, RoleRefused, StayRefused, leads,
    leave as may_leave, may_stay, role_changes,
};
use domain::permissions::{Action, may};
use domain::{Day, PersonId, SchoolId};
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// Who works at a school on a day.
pub async fn working(tx: &mut Tx, school: &SchoolId, day: Day) -> store::Result<BTreeSet<PersonId>> {
    let people = store::people::of_school(tx, school).await?.into_iter();
    Ok(people.filter(|person| person.works_on(day)).map(|person| person.id).collect())
}

/// The head of a school on a day, as papers name one.
pub(crate) async fn head_of(tx: &mut Tx, school: &SchoolId, day: Day) -> store::Result<Option<Person>> {
    let heads = store::people::with_role(tx, school, Role::Head, day).await?;
    match heads.first() {
        Some(head) => store::people::get(tx, head).await,
        None => Ok(None),
    }
}

/// The full names of who coordinates at a school on a day, as papers name them.
pub(crate) async fn coordinators_of(tx: &mut Tx, school: &SchoolId, day: Day) -> store::Result<Vec<String>> {
    let mut names = Vec::new();
    for person in store::people::with_role(tx, school, Role::Coordinator, day).await? {
        names.extend(store::people::get(tx, &person).await?.map(|person| person.name.full()));
    }
    Ok(names)
}

/// Who of a school leads the teachers: whoever decides about a mentor is told (neg:N4).
pub async fn leaders(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<BTreeMap<PersonId, Leads>> {
    let held = store::people::roles_of_school(tx, school).await?;
    let found = |person: Person| {
        let held = held.get(&person.id).map(Vec::as_slice).unwrap_or_default();
        let now = held.iter().filter(|held| held.period.holds(today)).map(|held| held.role);
        let leads = leads(&now.collect::<Vec<_>>(), person.position.as_deref())?;
        Some((person.id, leads))
    };
    Ok(store::people::of_school(tx, school).await?.into_iter().filter_map(found).collect())
}

/// What a coordinator corrects of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Name as in papers.
    pub name: Name,
    /// E-mail, lower case.
    pub email: Option<String>,
    /// Phone as `+7…`.
    pub phone: Option<String>,
    /// The school's own staff number.
    pub staff_number: Option<String>,
    /// Post, in the school's words.
    pub position: Option<String>,
    /// Subject, in the school's words.
    pub subject: Option<String>,
    /// Qualification category.
    pub category: Category,
    /// Full years of teaching service.
    pub service_years: Option<u16>,
    /// First day of work at this school.
    pub hired_on: Option<Day>,
    /// Hours a week.
    pub weekly_load: Option<u16>,
}

impl Correction {
    /// What stands now.
    pub fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            email: person.email.clone(),
            phone: person.phone.clone(),
            staff_number: person.staff_number.clone(),
            position: person.position.clone(),
            subject: person.subject.clone(),
            category: person.category,
            service_years: person.service_years,
            hired_on: person.hired_on,
            weekly_load: person.weekly_load,
        }
    }

    /// An e-mail as it is kept, read as lists are read; `None` where it cannot be one.
    pub fn email(typed: &str) -> Option<String> {
        exchange::roster::typed_email(typed)
    }

    /// A phone as it is kept; `None` where it cannot be one.
    pub fn phone(typed: &str) -> Option<String> {
        exchange::roster::typed_phone(typed)
    }

    /// One line of text as it is kept: composed letters, single spaces.
    pub fn line(typed: &str) -> String {
        exchange::roster::tidy(typed)
    }

    fn on(self, person: Person) -> Person {
        Person {
            name: self.name,
            email: self.email,
            phone: self.phone,
            staff_number: self.staff_number,
            position: self.position,
            subject: self.subject,
            category: self.category,
            service_years: self.service_years,
            hired_on: self.hired_on,
            weekly_load: self.weekly_load,
            ..person
        }
    }

    /// Words of the fields in which two differ, as the audit log names them.
    fn differing(&self, other: &Self) -> Vec<&'static str> {
        [
            ("family", self.name.family == other.name.family),
            ("given", self.name.given == other.name.given),
            ("patronymic", self.name.patronymic == other.name.patronymic),
            ("email", self.email == other.email),
            ("phone", self.phone == other.phone),
            ("staff_number", self.staff_number == other.staff_number),
            ("position", self.position == other.position),
            ("subject", self.subject == other.subject),
            ("category", self.category == other.category),
            ("service_years", self.service_years == other.service_years),
            ("hired_on", self.hired_on == other.hired_on),
            ("weekly_load", self.weekly_load == other.weekly_load),
        ]
        .into_iter()
        .filter_map(|(word, same)| (!same).then_some(word))
        .collect()
    }
}

async fn load<R>(tx: &mut Tx, id: &PersonId) -> Result<(Person, SchoolId), Failed<R>> {
    let person = store::people::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let school = person.school.clone().ok_or(Failed::NotFound)?;
    Ok((person, school))
}

/// Corrects a person's data; `version` is the one that was on the screen.
pub async fn correct(
    context: &Context<'_>,
    id: &PersonId,
    version: i64,
    correction: &Correction,
) -> Result<(), Failed<CorrectRefused>> {
    store::change!(context.db, tx => correct_in(&mut tx, context, id, version, correction))
}

async fn correct_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PersonId,
    version: i64,
    correction: &Correction,
) -> Result<(), Failed<CorrectRefused>> {
    let (person, school) = load(tx, id).await?;
    may(context.actor, &Action::ManagePeople(&school))?;
    if person.version != version {
        return Err(Failed::Changed);
    }
    check_unique(tx, &person, &school, correction).await?;
    let fields = correction.differing(&Correction::of(&person));
    if fields.is_empty() {
        return Ok(());
    }
    store::people::save(tx, &correction.clone().on(person)).await?;
    for field in &fields {
        // The next list leaves them as they are, unless it is told otherwise.
        store::rosters::mark_edited(tx, &school, id, field).await?;
    }
    context.audit(tx, &school, "person-corrected", id.as_str(), &fields.join(" ")).await?;
    Ok(())
}

async fn check_unique(
    tx: &mut Tx,
    person: &Person,
    school: &SchoolId,
    correction: &Correction,
) -> Result<(), Failed<CorrectRefused>> {
    if let Some(email) = &correction.email {
        let owner = store::people::by_email(tx, email).await?;
        if owner.is_some_and(|owner| owner.id != person.id) {
            return Err(Failed::Refused(CorrectRefused::EmailTaken));
        }
    }
    if correction.staff_number.is_some() && correction.staff_number != person.staff_number {
        let people = store::people::of_school(tx, school).await?;
        if people.iter().any(|other| other.id != person.id && other.staff_number == correction.staff_number) {
            return Err(Failed::Refused(CorrectRefused::StaffNumberTaken));
        }
    }
    Ok(())
}

/// Makes somebody of the school head or coordinator from today, or takes it back.
pub async fn give_role(
    context: &Context<'_>,
    id: &PersonId,
    role: Role,
    given: bool,
) -> Result<(), Failed<RoleRefused>> {
    store::change!(context.db, tx => give_role_in(&mut tx, context, id, role, given))
}

async fn give_role_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PersonId,
    role: Role,
    given: bool,
) -> Result<(), Failed<RoleRefused>> {
    let (person, school) = load(tx, id).await?;
    may(context.actor, &Action::GiveRoles(&school))?;
    let mut holders = store::people::with_role(tx, &school, role, context.today).await?;
    if role == Role::Coordinator {
        // Whoever only stands in is no other holder, and may be given the role to keep.
        let lent = crate::deputies::lent(tx, &school, context.today).await?;
        holders.retain(|one| !lent.contains(one) || (!given && one == id));
    }
    if !role_changes(&person, role, given, &holders, context.today).map_err(Failed::Refused)? {
        return Ok(());
    }
    if role == Role::Coordinator {
        crate::deputies::leave(tx, context, &school, id).await?;
    }
    let what = if given {
        store::people::open_role(tx, id, role, context.today).await?;
        "role-given"
    } else {
        store::people::close_role(tx, id, role, context.today).await?;
        "role-taken"
    };
    context.audit(tx, &school, what, id.as_str(), role.word()).await?;
    Ok(())
}

/// A person leaves the school: roles, open requests, pairs and sessions end together, and the partners are
/// told (feat:A6). `day` is the first day without work here.
pub async fn leave(context: &Context<'_>, id: &PersonId, day: Day) -> Result<(), Failed<LeaveRefused>> {
    store::change!(context.db, tx => record_leaving(&mut tx, context, id, day))
}

async fn record_leaving(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PersonId,
    day: Day,
) -> Result<(), Failed<LeaveRefused>> {
    let (person, school) = load(tx, id).await?;
    may(context.actor, &Action::ManagePeople(&school))?;
    let last = only_one(tx, &school, id, context.today).await?;
    may_leave(&person, &context.actor.person, last, day, context.today).map_err(Failed::Refused)?;
    leave_in(tx, context, person, &school, day, Parting::Left).await?;
    Ok(())
}

/// The role that nobody of the school but this person holds; without a head or a coordinator nothing moves.
async fn only_one(tx: &mut Tx, school: &SchoolId, id: &PersonId, today: Day) -> store::Result<Option<Role>> {
    for role in Role::GIVEN {
        let mut holders = store::people::with_role(tx, school, role, today).await?;
        if role == Role::Coordinator {
            let lent = crate::deputies::lent(tx, school, today).await?;
            holders.retain(|one| !lent.contains(one) || one == id);
        }
        if holders.as_slice() == std::slice::from_ref(id) {
            return Ok(Some(role));
        }
    }
    Ok(None)
}

/// Takes a leaving back that was recorded by mistake. Roles that it ended go on; requests, pairs, sessions and
/// what the head gives by hand do not come back. Gives the roles that are held again.
pub async fn stay(context: &Context<'_>, id: &PersonId) -> Result<Vec<Role>, Failed<StayRefused>> {
    store::change!(context.db, tx => take_back_leaving(&mut tx, context, id))
}

async fn take_back_leaving(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PersonId,
) -> Result<Vec<Role>, Failed<StayRefused>> {
    let (person, school) = load(tx, id).await?;
    may(context.actor, &Action::ManagePeople(&school))?;
    may_stay(&person, context.today).map_err(Failed::Refused)?;
    Ok(stay_in(tx, context, person, &school).await?)
}
