//! The own data, and the own password.

use super::{ConfirmPath, PasswordPath, ProfilePath, keep, password_least, password_refusal};
use crate::feeds::{MakePath, RevokePath};
use crate::forms::Fields;
use crate::home::HomePath;
use crate::layout::Shell;
use crate::layout::parts::Fact;
use crate::limits::{Danger, Guard};
use crate::people::OwnPackagePath;
use crate::telegram::{Stands, stands};
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::accounts::ChangeRefused;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::people::{HeldRole, Person};

#[derive(askama::Template)]
#[template(path = "accounts/profile.html")]
struct Profile {
    shell: Shell,
    today: Day,
    name: String,
    initials: String,
    login: String,
    has_password: bool,
    /// Where a calendar feed is made and revoked; for people of a school, with the day since which there is one.
    feed: Option<(MakePath, RevokePath, Option<Day>)>,
    /// Notices in Telegram, where there is a bot.
    telegram: Option<Stands>,
    /// Where the person loads what they may take along; for people of a school.
    package: Option<OwnPackagePath>,
    facts: Vec<Fact>,
    /// Where the person says that they are right; for people of a school, with the day on which they did so last.
    confirm: Option<(ConfirmPath, Option<Day>)>,
    /// What the person is, a role and its days; and for how long they shared what they are good at this school year.
    roles: Vec<Fact>,
}

pub(super) async fn show(_: ProfilePath, page: Page) -> Result<Response, PageError> {
    let person = page.person();
    let mut tx = page.read().await?;
    let account = store::accounts::of_person(&mut tx, &person.id).await?;
    let held = store::people::roles_of(&mut tx, &person.id).await?;
    let feed = match &person.school {
        Some(school) => {
            let made = store::feeds::made_at(&mut tx, school, &person.id).await?;
            Some((MakePath, RevokePath, made.map(|at| page.local(at).date())))
        }
        None => None,
    };
    let telegram = stands(&page, &mut tx).await?;
    let confirm = match &person.school {
        Some(school) => {
            let checks = store::data_checks::of_school(&mut tx, school).await?;
            Some((ConfirmPath, checks.get(&person.id).copied()))
        }
        None => None,
    };
    let shared = actions::lanterns::own_minutes(&mut tx, &page.context()).await?;
    let shared = (shared > 0).then(|| Fact {
        name: page.text("accounts-fact-lantern"),
        value: i18n::t(page.lang(), "accounts-lantern-minutes", &[("minutes", shared.into())]),
    });
    page.show(&Profile {
        shell: page.shell(),
        today: page.today(),
        name: person.name.full(),
        initials: person.name.initials(),
        login: account.as_ref().map(|account| account.login.clone()).unwrap_or_default(),
        has_password: account.is_some_and(|account| account.password_hash.is_some()),
        feed,
        telegram,
        package: person.school.is_some().then_some(OwnPackagePath),
        facts: facts(&page, person),
        confirm,
        roles: held.iter().map(|held| role_fact(&page, held)).chain(shared).collect(),
    })
}

pub(super) async fn confirm(_: ConfirmPath, page: Page) -> Result<Response, PageError> {
    actions::data_checks::confirm(&page.context()).await?;
    Ok(page.done(&ProfilePath, "accounts-done-confirmed", &[]))
}

fn facts(page: &Page, person: &Person) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |key: &str, value: Option<String>| {
        facts.extend(value.map(|value| Fact { name: page.text(key), value }));
    };
    add("accounts-fact-email", person.email.clone());
    add("accounts-fact-phone", person.phone.clone());
    add("accounts-fact-position", person.position.clone());
    add("accounts-fact-subject", person.subject.clone());
    add("accounts-fact-hired", person.hired_on.map(|day| i18n::day(page.lang(), day)));
    facts
}

/// A role and its days.
pub(crate) fn role_fact(page: &Page, held: &HeldRole) -> Fact {
    let from = i18n::day(page.lang(), held.period.from);
    let value = match held.period.until {
        Some(until) => format!("{from} – {}", i18n::day(page.lang(), until)),
        None => i18n::t(page.lang(), "accounts-role-since", &[("day", from.into())]),
    };
    Fact { name: page.text(&format!("accounts-role-{}", held.role.word())), value }
}

#[derive(askama::Template)]
#[template(path = "accounts/password.html")]
struct Password {
    shell: Shell,
    today: Day,
    fields: Fields,
    login: String,
    /// The present password is asked for only where there is one.
    has_one: bool,
    least: usize,
}

pub(super) async fn password_blank(_: PasswordPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default()).await
}

pub(super) async fn change_password(
    _: PasswordPath,
    page: Page,
    guard: Guard,
    mut fields: Fields,
) -> Result<Response, PageError> {
    guard.by(Danger::PasswordGuessing, page.person().id.as_str())?;
    let (current, new) = (fields.value("current").to_owned(), fields.value("new").to_owned());
    let account = store::accounts::of_person(&mut *page.read().await?, &page.person().id).await?;
    let account = account.ok_or(PageError::NotFound)?;
    match actions::accounts::change_password(&page.context(), &current, &new).await {
        Ok(session) => {
            let mut response = if account.password_hash.is_some() {
                page.done(&ProfilePath, "accounts-done-password", &[])
            } else {
                // Who came with a slip has what they came for: the work begins, and the login is said once more.
                page.done(&HomePath, "accounts-done-first-password", &[("login", account.login)])
            };
            keep(&page, &mut response, &session);
            Ok(response)
        }
        Err(Failed::Refused(why)) => {
            match why {
                ChangeRefused::Wrong => fields.refuse("current", "accounts-wrong-current", &[]),
                ChangeRefused::New(why) => {
                    let (key, count) = password_refusal(why);
                    fields.refuse("new", key, &[("count", count)]);
                }
            }
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let account = store::accounts::of_person(&mut *page.read().await?, &page.person().id).await?;
    let account = account.ok_or(PageError::NotFound)?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Password {
            shell: page.shell(),
            today: page.today(),
            fields,
            login: account.login,
            has_one: account.password_hash.is_some(),
            least: password_least(),
        },
    )
}
