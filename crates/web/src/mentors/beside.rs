//! A newcomer and a mentor side by side, for whoever appoints (feat:C20): what both would say of themselves, what
//! they have in common, the mentor's places. No list, no impression, no word of a request, and nothing added up.

use super::cards::{self, Card};
use super::hall::{self, Hall};
use super::lines::category;
use super::{BesidePath, compare};
use crate::appointments::{AppointPath, Warned, Warnings};
use crate::layout::Shell;
use crate::layout::parts::{Criterion, Fact, Head};
use crate::newcomers::for_now;
use crate::proposals::LinePath;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;
use domain::mentors::{Field, Mentor};
use domain::newcomers::{Newcomer, is_unpaired};
use domain::pairs::Pair;
use domain::people::Person;
use domain::permissions::{Action, may};
use domain::suggestions::Common;
use domain::timetables::Slot;
use i18n::Arg;
use std::collections::BTreeMap;
use store::Tx;

/// The two whom somebody looks at.
struct Two<'a> {
    newcomer: &'a Newcomer,
    /// The newcomer's person.
    young: &'a Person,
    mentor: &'a Mentor,
    /// The mentor's person.
    experienced: &'a Person,
}

#[derive(askama::Template)]
#[template(path = "mentors/beside.html")]
struct Beside {
    shell: Shell,
    today: Day,
    title: String,
    heads: Vec<Head>,
    criteria: Vec<Criterion>,
    /// Who is with the newcomer now.
    provisional: String,
    taken: u8,
    places: u8,
    /// What is to be known of the mentor before deciding (neg:N4).
    warned: Warned,
    /// When both are free, by weekday.
    free: Vec<Fact>,
    /// Why there is no such time: the key.
    no_free: &'static str,
    /// What the two did together; missing for whoever may not see it.
    works: Option<Vec<String>>,
    /// Where it is decided: the address and the key of the button.
    decide: Option<(String, &'static str)>,
}

pub(super) async fn beside(path: BesidePath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let hall = Hall::of_mentor(&page, &mut tx, &path.id).await?;
    may(page.actor(), &Action::Appoint(&hall.programme.school)).map_err(|_| PageError::Forbidden)?;
    let mentor = hall.mentor(&path.id).ok_or(PageError::NotFound)?;
    let newcomer = hall.newcomers.iter().find(|one| one.id == path.newcomer).ok_or(PageError::NotFound)?;
    if !cards::is_public(&page, &hall, mentor) && !hall::manages(&page)? {
        return Err(PageError::NotFound);
    }
    let two = Two {
        newcomer,
        young: hall.person(&newcomer.person)?,
        mentor,
        experienced: hall.person(&mentor.person)?,
    };
    page.show(&filled(&page, &mut tx, &hall, &two).await?)
}

async fn filled(page: &Page, tx: &mut Tx, hall: &Hall, two: &Two<'_>) -> Result<Beside, PageError> {
    let (context, programme) = (page.context(), &hall.programme);
    let common =
        actions::suggestions::common_in_the_open(tx, &context, programme, two.newcomer, two.mentor).await?;
    let lessons = store::timetables::of_school(tx, &programme.school).await?;
    let teaches = |person: &Person| lessons.iter().any(|lesson| lesson.person == person.id);
    let timetables = teaches(two.young) && teaches(two.experienced);
    let warnings = Warnings::load(page, tx, programme).await?;
    let mut warned = Warned::default();
    warnings.warn(page, &two.newcomer.id, (&two.experienced.id, &two.experienced.name), &mut warned);
    let card = cards::one(page, tx, hall, two.mentor).await?;
    let pairs = store::pairs::of_newcomer(tx, &programme.school, &two.newcomer.id).await?;
    let names = [&two.young.name, &two.experienced.name];
    let [newcomer, mentor] = names.map(|name| Arg::from(name.polite()));
    let args = [("newcomer", newcomer), ("mentor", mentor)];
    Ok(Beside {
        shell: page.shell(),
        today: page.today(),
        title: i18n::t(page.lang(), "mentors-beside-board", &args),
        heads: names.map(compare::head).into(),
        criteria: criteria(page, hall, two, &common, &card)?,
        provisional: for_now(page, tx, &programme.school, &two.newcomer.id).await?,
        taken: card.taken,
        places: card.places,
        warned,
        free: free(page, &common.free),
        no_free: if timetables { "mentors-beside-free-none" } else { "mentors-beside-free-unknown" },
        works: works(page, tx, two).await?,
        decide: decide(page, tx, hall, two, &pairs).await?,
    })
}

/// What both have first, each common answer marked; then the mentor's own words; facts last.
fn criteria(
    page: &Page,
    hall: &Hall,
    two: &Two<'_>,
    common: &Common,
    card: &Card,
) -> Result<Vec<Criterion>, PageError> {
    let row = |key: &str, common: bool, sides: [Vec<String>; 2]| Criterion {
        common,
        ..Criterion::of(page.text(key), sides)
    };
    let subject =
        |person: &Person| vec![person.subject.clone().unwrap_or_else(|| page.text("suggestions-unknown"))];
    let language = page.text(&format!("mentors-language-{}", two.young.lang));
    let word = |key: &str, words: &str| format!("{}: {words}", page.text(key));
    let own =
        [("mentors-gives", &card.gives), ("mentors-works", &card.works), ("mentors-motive", &card.motive)];
    let own = own.into_iter().filter(|(_, words)| !words.is_empty()).map(|(key, words)| word(key, words));
    let (readers, reader) = (hall.programme.settings.readers, cards::reader(page, two.mentor)?);
    Ok(vec![
        row("mentors-beside-subject", common.subject.is_some(), [two.young, two.experienced].map(subject)),
        row(
            "mentors-beside-languages",
            common.language.is_some(),
            [vec![language], vec![card.languages.clone()]],
        ),
        row("mentors-beside-own", false, [vec![page.text("mentors-beside-goals")], own.collect()]),
        row(
            "mentors-beside-facts",
            false,
            [
                facts(page, two.young, Some(two.newcomer.hired_on), |_| true),
                facts(page, two.experienced, two.experienced.hired_on, |field| readers.shows(field, reader)),
            ],
        ),
    ])
}

/// Post, category, years of service, since when at this school; as far as they are shown.
fn facts(page: &Page, person: &Person, hired_on: Option<Day>, shown: impl Fn(Field) -> bool) -> Vec<String> {
    let say = |key: &str, name: &'static str, value: Arg| i18n::t(page.lang(), key, &[(name, value)]);
    let years = person
        .service_years
        .filter(|_| shown(Field::ServiceYears))
        .map(|years| say("mentors-years", "count", years.into()));
    let since = hired_on.map(|day| say("newcomers-works-since", "day", i18n::day(page.lang(), day).into()));
    let known = [
        person.position.clone(),
        shown(Field::Category).then(|| category(page, person.category)),
        years,
        since,
    ];
    known.into_iter().flatten().collect()
}

/// The lessons of each weekday in which both are at school and neither teaches.
fn free(page: &Page, slots: &[Slot]) -> Vec<Fact> {
    let mut days: BTreeMap<u8, Vec<String>> = BTreeMap::new();
    for slot in slots {
        days.entry(slot.weekday).or_default().push(slot.number.to_string());
    }
    let fact = |(weekday, numbers): (u8, Vec<String>)| Fact {
        name: i18n::t(page.lang(), "suggestions-weekday", &[("weekday", weekday.into())]),
        value: i18n::t(page.lang(), "mentors-beside-lessons", &[("numbers", numbers.join(", ").into())]),
    };
    days.into_iter().map(fact).collect()
}

async fn works(page: &Page, tx: &mut Tx, two: &Two<'_>) -> Result<Option<Vec<String>>, PageError> {
    let school = &two.newcomer.school;
    if may(page.actor(), &Action::SeeContacts(school)).is_err() {
        return Ok(None);
    }
    let all = store::contacts::of_newcomer(tx, school, &two.newcomer.id).await?;
    let works = compare::works_with(&all, two.mentor);
    let none = vec![page.text("mentors-beside-works-none")];
    Ok(Some(if works.is_empty() { none } else { compare::works(page, &works) }))
}

/// In the draft where one has a line for the newcomer, else by an appointment; nowhere while people still choose and
/// where there is a pair.
async fn decide(
    page: &Page,
    tx: &mut Tx,
    hall: &Hall,
    two: &Two<'_>,
    pairs: &[Pair],
) -> Result<Option<(String, &'static str)>, PageError> {
    let (programme, newcomer) = (&hall.programme, two.newcomer.id.clone());
    if may(page.actor(), &Action::ManageProposals(&programme.school)).is_ok() {
        let draft = store::proposals::draft(tx, &programme.school, &programme.id).await?;
        if let Some(draft) = draft.filter(|draft| draft.line(&newcomer).is_some()) {
            let path = LinePath { id: draft.id, newcomer };
            return Ok(Some((path.to_string(), "mentors-beside-line")));
        }
    }
    let path = format!("{}?mentor={}", AppointPath { newcomer }, two.mentor.id);
    let over = is_unpaired(pairs, programme, page.today()) && programme.round_on(page.today()).is_none();
    Ok(over.then_some((path, "newcomers-appoint")))
}
