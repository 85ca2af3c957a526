//! What took place in the school: day, kind and names, never what a sheet says; and how far each newcomer has come
//! (rules §17).

use super::SchoolPath;
use super::own::{href, words};
use crate::layout::Shell;
use crate::names::Names;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::response::Response;
use domain::observations::{Observation, State, progress};
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use domain::{Day, PersonId};
use std::collections::BTreeMap;

/// A newcomer with the progress of this half of the year.
struct Newcomer {
    name: String,
    text: String,
}

/// An observation that took place.
struct Row {
    day: Day,
    title: String,
    kind: String,
    /// Where its sheet is open to the reader.
    href: String,
}

#[derive(askama::Template)]
#[template(path = "observations/school.html")]
struct School {
    shell: Shell,
    today: Day,
    newcomers: Vec<Newcomer>,
    rows: Vec<Row>,
}

pub(super) async fn list(_: SchoolPath, page: Page) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::SeeObservations(school)).map_err(Failed::<actions::Never>::from)?;
    let mut tx = page.read().await?;
    let (programme, names) = Names::load(&page, &mut tx).await?;
    let all = store::observations::of_programme(&mut tx, school, &programme.id).await?;
    let people = store::people::of_school(&mut tx, school).await?;
    let people: BTreeMap<PersonId, String> =
        people.into_iter().map(|person| (person.id, person.name.brief())).collect();
    let counted = names.newcomers.iter().filter_map(|newcomer| {
        let counted = progress(&all, &newcomer.id, &programme, page.today());
        let text = words(page.lang(), counted);
        counted.counts().then(|| Newcomer { name: newcomer.name.brief(), text })
    });
    let newcomers = counted.collect();
    let mut finished: Vec<Observation> = all.into_iter().filter(|one| one.state == State::Finished).collect();
    finished.reverse();
    let pairs = store::pairs::of_programme(&mut tx, school, &programme.id).await?;
    let mentor = |one: &Observation| {
        let works = |pair: &&Pair| {
            let holds = pair.assignment().is_some_and(|held| held.period.holds(page.today()));
            pair.newcomer == one.newcomer && holds && domain::meetings::open(pair).is_ok()
        };
        let pair = pairs.iter().rfind(works)?;
        names.mentor(&pair.mentor).ok().map(|mentor| &mentor.person)
    };
    let rows = finished.iter().map(|one| row(&page, &people, one, mentor(one))).collect();
    page.show(&School { shell: page.shell(), today: page.today(), newcomers, rows })
}

fn row(
    page: &Page,
    people: &BTreeMap<PersonId, String>,
    one: &Observation,
    mentor: Option<&PersonId>,
) -> Row {
    let name = |id: &PersonId| people.get(id).cloned().unwrap_or_default();
    let title = Said::new("observations-school-row")
        .with("observed", name(&one.observed))
        .with("observer", name(&one.observer));
    let read = may(page.actor(), &Action::ReadSheet(one.reading(mentor, true))).is_ok();
    Row {
        day: one.day,
        title: title.words(page.lang()),
        kind: format!("observations-paper-{}", one.kind.word()),
        href: if read { href(one) } else { String::new() },
    }
}
