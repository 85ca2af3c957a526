//! The staff by name: searched, narrowed, ticked for slips.

use super::{ListPath, ShowPath, SignIn, role_chip};
use crate::forms::{Fields, encode};
use crate::layout::Shell;
use crate::layout::parts::{Filter, Pager};
use crate::{Page, PageError, filters};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::{Person, Role};
use domain::permissions::{Action, may};
use domain::{Day, PersonId};
use std::collections::BTreeMap;
use store::Tx;

/// People on one page.
const LINES: usize = 50;

/// The word of the part that waits for slips.
pub(super) const WAITING: &str = "waiting";

/// Which people are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Everybody,
    Waiting,
    Newcomers,
    Mentors,
    Left,
}

impl Part {
    const ALL: [Self; 5] = [Self::Everybody, Self::Waiting, Self::Newcomers, Self::Mentors, Self::Left];

    const fn word(self) -> &'static str {
        match self {
            Self::Everybody => "all",
            Self::Waiting => WAITING,
            Self::Newcomers => "newcomers",
            Self::Mentors => "mentors",
            Self::Left => "left",
        }
    }

    fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|part| part.word() == word).unwrap_or(Self::Everybody)
    }

    fn holds(self, one: &Found, today: Day) -> bool {
        let works = one.person.works_on(today);
        match self {
            Self::Everybody => works,
            Self::Waiting => works && one.sign_in.is_waiting(),
            Self::Newcomers => works && one.roles.contains(&Role::Newcomer),
            Self::Mentors => works && one.roles.contains(&Role::Mentor),
            Self::Left => !works,
        }
    }
}

/// Somebody with what the list tells of them.
pub(super) struct Found {
    full: String,
    pub(super) person: Person,
    roles: Vec<Role>,
    sign_in: SignIn,
    /// The reader may print a slip for them.
    printable: bool,
}

struct Row {
    id: PersonId,
    href: String,
    initials: String,
    full: String,
    sub: String,
    /// Icon and words of each role.
    roles: Vec<(&'static str, String)>,
    /// Chip, icon and words of the last chip.
    state: (&'static str, &'static str, String),
    /// The hidden words of the box; empty where no slip is printed.
    pick: String,
    on: bool,
}

#[derive(askama::Template)]
#[template(path = "people/list.html")]
struct List {
    shell: Shell,
    today: Day,
    /// The school has nobody but those who founded it.
    empty: bool,
    /// Lists are the coordinator's.
    brings_lists: bool,
    waiting: usize,
    q: String,
    part: &'static str,
    parts: Vec<Filter>,
    rows: Vec<Row>,
    pager: Option<Pager>,
    /// A slip can be printed for everybody who is shown on all pages.
    for_all: usize,
    /// Somebody on the page can be ticked.
    pickable: bool,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, RawQuery(query): RawQuery, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::read(page.lang(), &query.unwrap_or_default())).await
}

/// The page; `fields` holds the search and, where the page comes back, what was ticked.
pub(super) async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let mut found = everybody(page, &mut tx).await?;
    let part = Part::from_word(fields.value("show"));
    let q = fields.value("q").trim().to_owned();
    let (people, waiting) =
        (found.len(), found.iter().filter(|one| Part::Waiting.holds(one, page.today())).count());
    found.retain(|one| one.person.name.is_found_by(&q));
    let shown: Vec<&Found> = found.iter().filter(|one| part.holds(one, page.today())).collect();
    let first = first_line(fields.value("page"), shown.len());
    let rows: Vec<Row> = shown.iter().skip(first).take(LINES).map(|one| row(page, one, &fields)).collect();
    let printable = shown.iter().filter(|one| one.printable).count();
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let list = List {
        shell: page.shell(),
        today: page.today(),
        empty: people <= 2 && q.is_empty(),
        brings_lists: may(page.actor(), &Action::ManageRosters(page.school_id()?)).is_ok(),
        waiting,
        parts: parts(page, &found, part, &q),
        part: part.word(),
        pager: pager(shown.len(), first, part, &q),
        for_all: if part == Part::Waiting { printable } else { 0 },
        pickable: rows.iter().any(|row| !row.pick.is_empty()),
        rows,
        q,
        fields,
    };
    page.show_with(status, &list)
}

/// The people of the school, as the reader's alphabet orders them.
async fn everybody(page: &Page, tx: &mut Tx) -> Result<Vec<Found>, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::SeePeople(school)).map_err(actions::Failed::<actions::Never>::from)?;
    let mut roles = store::people::roles_of_school(tx, school).await?;
    let standings = store::accounts::standings(tx, school, page.context().now).await?;
    let prints = |for_leaders| may(page.actor(), &Action::PrintSlips { school, for_leaders }).is_ok();
    let may_print = BTreeMap::from([false, true].map(|leaders| (leaders, prints(leaders))));
    let people = store::people::of_school(tx, school).await?;
    let mut found: Vec<Found> = people
        .into_iter()
        .map(|person| {
            let mut held = roles.remove(&person.id).unwrap_or_default();
            held.retain(|held| held.period.holds(page.today()));
            let roles: Vec<Role> = held.into_iter().map(|held| held.role).collect();
            let leads = roles.iter().any(|role| Role::GIVEN.contains(role));
            Found {
                full: person.name.full(),
                sign_in: SignIn::of(standings.get(&person.id)),
                printable: may_print[&leads] && person.works_on(page.today()),
                roles,
                person,
            }
        })
        .collect();
    i18n::sort_by_name(page.lang(), &mut found, |one| &one.full);
    Ok(found)
}

/// Everybody who still waits for a slip among those whom the search finds, and whose slip the reader prints.
pub(super) async fn all_waiting(page: &Page, q: &str) -> Result<Vec<PersonId>, PageError> {
    let mut found = everybody(page, &mut *page.read().await?).await?;
    found.retain(|one| one.printable && one.person.name.is_found_by(q));
    let waiting = found.into_iter().filter(|one| Part::Waiting.holds(one, page.today()));
    Ok(waiting.map(|one| one.person.id).collect())
}

fn row(page: &Page, one: &Found, fields: &Fields) -> Row {
    let person = &one.person;
    let sub = [&person.position, &person.subject].into_iter().flatten().cloned().collect::<Vec<_>>();
    let state = match person.left_on.filter(|_| !person.works_on(page.today())) {
        Some(left) => {
            let day = i18n::day(page.lang(), left);
            ("", "minus", i18n::t(page.lang(), "people-left-on", &[("day", day.into())]))
        }
        None => one.sign_in.chip(page),
    };
    // That somebody teaches, the post says; a chip tells what is special.
    let special = one.roles.iter().filter(|role| **role != Role::Teacher);
    let pick = i18n::t(page.lang(), "people-pick", &[("name", one.full.as_str().into())]);
    Row {
        href: ShowPath { id: person.id.clone() }.to_string(),
        initials: person.name.initials(),
        full: one.full.clone(),
        sub: sub.join(", "),
        roles: special.map(|role| role_chip(*role)).map(|(icon, key)| (icon, page.text(&key))).collect(),
        state,
        pick: if one.printable { pick } else { String::new() },
        on: fields.values("person").contains(&person.id.as_str()),
        id: person.id.clone(),
    }
}

fn href(part: Part, q: &str, page: usize) -> String {
    let mut query = Vec::new();
    if part != Part::Everybody {
        query.push(format!("show={}", part.word()));
    }
    if !q.is_empty() {
        query.push(format!("q={}", encode(q)));
    }
    if page > 1 {
        query.push(format!("page={page}"));
    }
    if query.is_empty() { ListPath.to_string() } else { format!("{ListPath}?{}", query.join("&")) }
}

fn parts(page: &Page, found: &[Found], current: Part, q: &str) -> Vec<Filter> {
    let filter = |part: Part| Filter {
        href: href(part, q, 1),
        icon: "",
        count: found.iter().filter(|one| part.holds(one, page.today())).count(),
        label: page.text(&format!("people-part-{}", part.word())),
        current: part == current,
    };
    Part::ALL.map(filter).into()
}

/// The first line of a page that was asked for; a page that is not there becomes the last.
fn first_line(page: &str, of: usize) -> usize {
    let number: usize = page.parse().unwrap_or(1);
    let last = of.saturating_sub(1) / LINES;
    number.saturating_sub(1).min(last) * LINES
}

fn pager(of: usize, first: usize, part: Part, q: &str) -> Option<Pager> {
    let number = first / LINES + 1;
    (of > LINES).then(|| Pager {
        previous: (number > 1).then(|| href(part, q, number - 1)),
        next: (first + LINES < of).then(|| href(part, q, number + 1)),
        from: first + 1,
        to: (first + LINES).min(of),
        of,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_is_not_there_becomes_the_nearest() {
        assert_eq!(first_line("", 120), 0);
        assert_eq!(first_line("2", 120), 50);
        assert_eq!(first_line("9", 120), 100);
        assert_eq!(first_line("9", 0), 0);
        assert!(pager(50, 0, Part::Everybody, "").is_none());
        let second = pager(120, 50, Part::Waiting, "ә б").unwrap();
        assert_eq!(second.next.as_deref(), Some("/people?show=waiting&q=%D3%99+%D0%B1&page=3"));
        assert_eq!((second.from, second.to), (51, 100));
    }
}
