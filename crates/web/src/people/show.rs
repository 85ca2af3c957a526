//! One person: data with where each comes from, roles, sign-in, leaving.

use super::{
    CorrectPath, LeavePath, PackagePath, RolesPath, SessionsPath, ShowPath, SignIn, StayPath, of_own_school,
};
use crate::accounts::role_fact;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Fact;
use crate::rosters::words;
use crate::sanctions::ShowPath as SanctionsPath;
use crate::{Page, PageError, filters};
use axum::http::StatusCode;
use axum::response::Response;
use domain::audit::Deed;
use domain::people::{Person, Role, stay_until};
use domain::permissions::{Action, may};
use domain::rosters::staff;
use domain::{Day, PersonId};
use std::collections::BTreeMap;
use store::Tx;

/// A field of the person.
struct Datum {
    name: String,
    value: String,
    /// From which list, or who corrected it and when; empty where nobody knows.
    source: String,
}

/// A role that the head gives or takes.
struct Giving {
    role: &'static str,
    /// The key of the button's words.
    key: String,
    /// What the form sends.
    given: &'static str,
}

/// A leaving that can be taken back.
struct Staying {
    until: Day,
    /// Roles that go on, in words.
    roles: String,
}

#[derive(askama::Template)]
#[template(path = "people/show.html")]
#[expect(clippy::struct_excessive_bools, reason = "a page is told what to draw")]
struct Show {
    shell: Shell,
    today: Day,
    person: Person,
    works: bool,
    sign_in: SignIn,
    chip: (&'static str, &'static str, String),
    /// The day until which a slip is valid.
    slip_until: String,
    login: String,
    signed_in: bool,
    data: Vec<Datum>,
    roles: Vec<Fact>,
    giving: Vec<Giving>,
    staying: Option<Staying>,
    /// The reader corrects data and records leavings.
    manages: bool,
    /// The reader prints this person's slip.
    prints: bool,
    own: bool,
    /// Where the reader enters and lifts the person's sanctions.
    sanctions: Option<String>,
    fields: Fields,
}

impl Show {
    fn path<T>(&self, path: impl Fn(PersonId) -> T) -> T {
        path(self.person.id.clone())
    }
    fn correct_path(&self) -> CorrectPath {
        self.path(|id| CorrectPath { id })
    }
    fn leave_path(&self) -> LeavePath {
        self.path(|id| LeavePath { id })
    }
    fn stay_path(&self) -> StayPath {
        self.path(|id| StayPath { id })
    }
    fn roles_path(&self) -> RolesPath {
        self.path(|id| RolesPath { id })
    }
    fn sessions_path(&self) -> SessionsPath {
        self.path(|id| SessionsPath { id })
    }
    fn package_path(&self) -> PackagePath {
        self.path(|id| PackagePath { id })
    }
    fn log(&self) -> String {
        crate::audit::of_person(&self.person.id)
    }
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

/// The page, with what is wrong where something is.
pub(super) async fn draw(page: &Page, id: &PersonId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let person = of_own_school(page, &mut tx, id).await?;
    let school = page.school_id()?;
    let today = page.today();
    let held = store::people::roles_of(&mut tx, id).await?;
    let now: Vec<Role> = held.iter().filter(|held| held.period.holds(today)).map(|held| held.role).collect();
    let standing = store::accounts::standings(&mut tx, school, page.context().now).await?.remove(id);
    let sign_in = SignIn::of(standing.as_ref());
    let for_leaders = now.iter().any(|role| Role::GIVEN.contains(role));
    let works = person.works_on(today);
    let manages = may(page.actor(), &Action::ManagePeople(school)).is_ok();
    let gives = works && may(page.actor(), &Action::GiveRoles(school)).is_ok();
    let show = Show {
        shell: page.shell(),
        today,
        works,
        chip: sign_in.chip(page),
        slip_until: slip_day(page, sign_in),
        sign_in,
        login: standing.as_ref().map(|standing| standing.login.clone()).unwrap_or_default(),
        signed_in: standing.is_some_and(|standing| standing.signed_in),
        data: data(page, &mut tx, &person).await?,
        roles: held.iter().map(|held| role_fact(page, held)).collect(),
        giving: if gives { Role::GIVEN.map(|role| giving(role, &now)).into() } else { Vec::new() },
        staying: if manages { staying(page, &mut tx, &person).await? } else { None },
        manages,
        prints: works && may(page.actor(), &Action::PrintSlips { school, for_leaders }).is_ok(),
        own: *id == page.actor().person,
        sanctions: may(page.actor(), &Action::KeepSanctions { school, person: id })
            .is_ok()
            .then(|| SanctionsPath { id: id.clone() }.to_string()),
        person,
        fields,
    };
    let status = if show.fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(status, &show)
}

fn slip_day(page: &Page, sign_in: SignIn) -> String {
    match sign_in {
        SignIn::Slip(until) => i18n::day_short(page.lang(), page.local(until).date()),
        SignIn::Password | SignIn::CodeOnly | SignIn::Nothing => String::new(),
    }
}

fn giving(role: Role, now: &[Role]) -> Giving {
    let (verb, given) = if now.contains(&role) { ("take", "no") } else { ("give", "yes") };
    Giving { role: role.word(), key: format!("people-{verb}-{}", role.word()), given }
}

/// What would come back if the leaving were taken back now.
async fn staying(page: &Page, tx: &mut Tx, person: &Person) -> Result<Option<Staying>, PageError> {
    let Some(left) = person.left_on.filter(|left| page.today() <= stay_until(*left)) else { return Ok(None) };
    let restorable = actions::people::restorable(tx, person, page.school_id()?).await?;
    let word = |role: Role| page.text(&format!("accounts-role-{}", role.word()));
    let roles: Vec<String> = restorable.into_iter().map(|held| word(held.role)).collect();
    Ok(Some(Staying { until: stay_until(left), roles: roles.join(", ") }))
}

async fn data(page: &Page, tx: &mut Tx, person: &Person) -> Result<Vec<Datum>, PageError> {
    let lang = page.lang();
    let values = staff::values(person);
    let mut sources = sources(page, tx, person).await?;
    let datum = |field: &&str| {
        let value = values.get(*field)?;
        Some(Datum {
            name: words::field(lang, field),
            value: words::value(lang, field, value),
            source: sources.remove(*field).unwrap_or_default(),
        })
    };
    Ok(staff::FIELDS.iter().filter_map(datum).collect())
}

/// By field: the last list that wrote it, or who corrected it after that.
async fn sources(page: &Page, tx: &mut Tx, person: &Person) -> Result<BTreeMap<String, String>, PageError> {
    let (lang, school) = (page.lang(), page.school_id()?);
    let mut sources = BTreeMap::new();
    for (file, at, changes) in store::rosters::changes_of(tx, school, person.id.as_str()).await? {
        let name = if file.is_empty() { page.text("rosters-pasted") } else { file };
        let day = i18n::day(lang, page.local(at).date());
        let from = i18n::t(lang, "people-source-list", &[("name", name.into()), ("day", day.into())]);
        sources.extend(changes.into_iter().map(|change| (change.field, from.clone())));
    }
    let edited = store::rosters::edited(tx, school).await?.remove(person.id.as_str()).unwrap_or_default();
    for line in store::audit::of_subject(tx, school, person.id.as_str()).await? {
        if Deed::from_word(&line.what) != Some(Deed::PersonCorrected) {
            continue;
        }
        let who = match &line.actor {
            Some(id) => store::people::get(tx, id).await?,
            None => None,
        };
        let who = who.map(|who| who.name.brief()).unwrap_or_default();
        let day = i18n::day(lang, page.local(line.at).date());
        let by = i18n::t(lang, "people-source-hand", &[("name", who.into()), ("day", day.into())]);
        // A field that a later list was told to win is the list's again.
        let by_hand = line.detail.split(' ').filter(|field| edited.contains(*field));
        sources.extend(by_hand.map(|field| (field.to_owned(), by.clone())));
    }
    Ok(sources)
}
