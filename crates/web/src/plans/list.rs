//! The plans that the reader may open: the own ones; of leaders the work plans of all pairs.

use super::{ListPath, ShowPath, TemplatePath, words};
use crate::competencies::SchoolPath as CompetenciesPath;
use crate::difficulties::SchoolPath;
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;
use domain::permissions::{Action, may};
use domain::plans::now_and_next;

/// One plan.
struct Row {
    href: String,
    kind: String,
    /// The two.
    people: String,
    /// The present step, for one of the two.
    now: String,
    /// How many steps are done, of how many.
    progress: String,
}

#[derive(askama::Template)]
#[template(path = "plans/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    /// The way to the difficulties of newcomers in groups.
    needs: Option<String>,
    /// The way to how many lines of newcomers have evidence.
    counts: Option<String>,
    /// The way to the template, for whoever keeps it.
    template: Option<String>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    let mut rows = Vec::new();
    if let Some(programme) = store::programmes::in_sight(&mut tx, school, page.today()).await? {
        for plan in store::plans::of_programme(&mut tx, school, &programme.id).await? {
            let opened = actions::plans::opened(&mut tx, &page.context(), &plan.id).await?;
            let Some(opened) = opened else { continue };
            let mut people = Vec::new();
            for id in [Some(&opened.newcomer), opened.mentor.as_ref()].into_iter().flatten() {
                people.extend(store::people::get(&mut tx, id).await?.map(|person| person.name.brief()));
            }
            let items = actions::plans::items(&mut tx, &plan).await?;
            let counted = items.iter().filter(|item| !item.removed);
            let done = counted.clone().filter(|item| item.done.is_some()).count();
            let me = &page.actor().person;
            let is_one = *me == opened.newcomer || opened.mentor.as_ref() == Some(me);
            let now = now_and_next(&items).0.filter(|_| is_one).map(|item| words(&page, item).0);
            let now = now.map(|step| Said::new("plans-list-now").with("step", step).words(page.lang()));
            rows.push(Row {
                href: ShowPath { id: plan.id.clone() }.to_string(),
                kind: page.text(&format!("plans-kind-{}", plan.kind.word())),
                people: people.join(", "),
                now: now.unwrap_or_default(),
                progress: Said::new("plans-progress")
                    .with("done", done)
                    .with("all", counted.count())
                    .words(page.lang()),
            });
        }
    }
    let needs = may(page.actor(), &Action::SeeNeeds(school)).is_ok().then(|| SchoolPath.to_string());
    let counted = may(page.actor(), &Action::CountCompetencies(school)).is_ok();
    let counts = counted.then(|| CompetenciesPath.to_string());
    let template = may(page.actor(), &Action::ManageForms(school)).is_ok().then(|| TemplatePath.to_string());
    page.show(&List { shell: page.shell(), today: page.today(), rows, needs, counts, template })
}
