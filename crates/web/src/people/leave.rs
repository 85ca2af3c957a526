//! A person leaves: asked first, with everything that will end; and taken back where it was a mistake (feat:A6).

use super::{LeavePath, ListPath, ShowPath, StayPath, of_own_school};
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::people::Ends;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{LeaveRefused, Person, Role, StayRefused};
use domain::permissions::{Action, may};
use domain::{MentorId, NewcomerId, PersonId};
use store::Tx;

/// The field of the day.
const DAY: &str = "left_on";

#[derive(askama::Template)]
#[template(path = "people/leave.html")]
struct Leave {
    shell: Shell,
    date: String,
    person: Person,
    action: String,
    back: String,
    /// Words of what ends, one line each.
    ends: Vec<String>,
    /// Everybody who is told.
    told: String,
    fields: Fields,
}

pub(super) async fn ask(path: LeavePath, page: Page) -> Result<Response, PageError> {
    let today = page.today().to_string();
    draw(&page, &path.id, Fields::beginning(page.lang(), &[(DAY, today)])).await
}

async fn draw(page: &Page, id: &PersonId, fields: Fields) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::ManagePeople(school)).map_err(Failed::<actions::Never>::from)?;
    let mut tx = page.read().await?;
    let person = of_own_school(page, &mut tx, id).await?;
    let ends = actions::people::ends(&mut tx, id, school, page.today()).await?;
    let (lines, told) = in_words(page, &mut tx, id, &ends).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let leave = Leave {
        shell: page.shell(),
        date: i18n::day_with_weekday(page.lang(), page.today()),
        action: LeavePath { id: id.clone() }.to_string(),
        back: ShowPath { id: id.clone() }.to_string(),
        ends: lines,
        told: told.join(", "),
        person,
        fields,
    };
    page.show_with(status, &leave)
}

/// What ends, line by line, and the names of those who are told.
async fn in_words(
    page: &Page,
    tx: &mut Tx,
    leaving: &PersonId,
    ends: &Ends,
) -> Result<(Vec<String>, Vec<String>), PageError> {
    let (mut lines, mut told) = (Vec::new(), Vec::new());
    for request in &ends.requests {
        let name = partner(tx, leaving, &request.newcomer, &request.mentor).await?;
        lines.push(i18n::t(page.lang(), "people-ends-request", &[("name", (&name).into())]));
        told.push(name);
    }
    for pair in &ends.pairs {
        let name = partner(tx, leaving, &pair.newcomer, &pair.mentor).await?;
        lines.push(i18n::t(page.lang(), "people-ends-pair", &[("name", (&name).into())]));
        told.push(name);
    }
    let mut meet = Vec::new();
    for turn in &ends.meetings {
        meet.push(partner(tx, leaving, &turn.newcomer, &turn.mentor).await?);
    }
    meet.sort();
    meet.dedup();
    if !meet.is_empty() {
        lines.push(i18n::t(page.lang(), "people-ends-meetings", &[("names", meet.join(", ").into())]));
    }
    if !ends.talks.is_empty() {
        let count = ends.talks.len();
        lines.push(i18n::t(page.lang(), "people-ends-talks", &[("count", count.into())]));
    }
    told.extend(meet.iter().cloned());
    let mut watch = Vec::new();
    for one in &ends.observations {
        let other = one.party(leaving).map(|party| one.person(party.other()));
        let Some(other) = other else { continue };
        watch.extend(store::people::get(tx, other).await?.map(|person| person.name.full()));
    }
    watch.sort();
    watch.dedup();
    if !watch.is_empty() {
        lines.push(i18n::t(page.lang(), "people-ends-observations", &[("names", watch.join(", ").into())]));
        told.extend(watch);
    }
    let word = |role: &Role| page.text(&format!("accounts-role-{}", role.word()));
    let roles: Vec<String> = ends.roles.iter().map(word).collect();
    if !roles.is_empty() {
        lines.push(i18n::t(page.lang(), "people-ends-roles", &[("roles", roles.join(", ").into())]));
    }
    told.sort();
    told.dedup();
    Ok((lines, told))
}

/// The other one of a request or a pair.
async fn partner(
    tx: &mut Tx,
    leaving: &PersonId,
    newcomer: &NewcomerId,
    mentor: &MentorId,
) -> Result<String, PageError> {
    let newcomer = store::newcomers::get(tx, newcomer).await?.map(|newcomer| newcomer.person);
    let mentor = store::mentors::get(tx, mentor).await?.map(|mentor| mentor.person);
    let other = [newcomer, mentor].into_iter().flatten().find(|person| person != leaving);
    let person = match other {
        Some(id) => store::people::get(tx, &id).await?,
        None => None,
    };
    Ok(person.map(|person| person.name.full()).unwrap_or_default())
}

pub(super) async fn leave(path: LeavePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(day) = fields.day(DAY) else { return draw(&page, &path.id, fields).await };
    match actions::people::leave(&page.context(), &path.id, day).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "people-done-left", &[])),
        Err(Failed::Refused(why)) => {
            fields.refuse(DAY, leave_refusal(why), &[]);
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

const fn leave_refusal(why: LeaveRefused) -> &'static str {
    match why {
        LeaveRefused::LeftAlready => "people-refused-left-already",
        LeaveRefused::NotYet => "people-refused-not-yet",
        LeaveRefused::BeforeHired => "people-refused-before-hired",
        LeaveRefused::Own => "people-refused-own",
        LeaveRefused::LastOne(Role::Head) => "people-refused-last-head",
        LeaveRefused::LastOne(_) => "people-refused-last-coordinator",
    }
}

pub(super) async fn stay(path: StayPath, page: Page) -> Result<Response, PageError> {
    match actions::people::stay(&page.context(), &path.id).await {
        Ok(_) => Ok(page.done(&ShowPath { id: path.id }, "people-done-stays", &[])),
        Err(Failed::Refused(why)) => Ok(page.lead(&ListPath, FlashKind::Refused, stay_refusal(why), &[])),
        Err(other) => Err(other.into()),
    }
}

const fn stay_refusal(why: StayRefused) -> &'static str {
    match why {
        StayRefused::NotLeft => "people-refused-not-left",
        StayRefused::TooLate => "people-refused-too-late",
    }
}
