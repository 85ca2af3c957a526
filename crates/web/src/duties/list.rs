//! The duties of today, the form that gives one, and the forms that end them.

use super::{EndPath, ListPath};
use crate::commissions::{Names, names};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::pupils::{ListPath as PupilsPath, shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::duties::{GiveRefused, Given, classes, of_today};
use axum::http::StatusCode;
use axum::response::Response;
use domain::duties::{Assigned, Duty};
use domain::pupils::grade;
use domain::{Day, PersonId};
use store::Tx;

/// What the form sends for a duty that is about the whole school.
const WHOLE_SCHOOL: &str = "specialist";

/// A duty of somebody.
struct Row {
    title: String,
    text: String,
    end: String,
}

#[derive(askama::Template)]
#[template(path = "duties/list.html")]
struct List {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    duties: Vec<Choice>,
    people: Vec<Choice>,
    action: String,
    pupils: String,
    fields: Fields,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Fields::default()).await
}

pub(super) async fn give(_: ListPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let duty = fields.choice("what", read_duty);
    let person = fields.choice("person", |id| (!id.is_empty()).then(|| PersonId::from(id)));
    let Some((duty, person)) = duty.zip(person) else { return draw(&page, fields).await };
    match actions::duties::give(&page.context(), &Given { person, duty }).await {
        Ok(()) => Ok(page.done(&ListPath, "duties-done-given", &[])),
        Err(Failed::Refused(why)) => {
            let (field, key) = match why {
                GiveRefused::Person => ("person", "duties-refused-person"),
                GiveRefused::Class => ("what", "duties-refused-class"),
            };
            fields.refuse(field, key, &[]);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn end(path: EndPath, page: Page) -> Result<Response, PageError> {
    actions::duties::end(&page.context(), &path.id).await?;
    Ok(page.done(&ListPath, "duties-done-ended", &[]))
}

fn read_duty(sent: &str) -> Option<Duty> {
    match sent {
        "" => None,
        WHOLE_SCHOOL => Some(Duty::Specialist),
        class => Some(Duty::ClassTeacher(class.to_owned())),
    }
}

/// The page; with what was chosen where it was not taken.
async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let assigned = of_today(&mut tx, &page.context()).await?;
    let names = names(page, &mut tx).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &List {
            shell: shell(page),
            today: page.today(),
            rows: assigned.iter().map(|one| row(page, &names, one)).collect(),
            duties: duties(page, &mut tx, &fields).await?,
            people: people(page, &mut tx, &fields).await?,
            action: ListPath.to_string(),
            pupils: PupilsPath.to_string(),
            fields,
        },
    )
}

fn row(page: &Page, names: &Names, assigned: &Assigned) -> Row {
    let (lang, last) = (page.lang(), assigned.until.yesterday().unwrap_or(assigned.until));
    let whose = match assigned.duty {
        Duty::Specialist if assigned.by_head => "_by_head",
        Duty::Specialist | Duty::ClassTeacher(_) => "",
    };
    Row {
        title: names.get(&assigned.person).cloned().unwrap_or_default(),
        text: Said::new(format!("duties-of-{}{whose}", assigned.duty.word()))
            .with("class", assigned.duty.class())
            .with("from", i18n::day(lang, assigned.from))
            .with("until", i18n::day(lang, last))
            .words(lang),
        end: EndPath { id: assigned.id.clone() }.to_string(),
    }
}

/// What can be given: each class in which there are pupils, by grade, and the whole school.
async fn duties(page: &Page, tx: &mut Tx, fields: &Fields) -> Result<Vec<Choice>, PageError> {
    let mut classes: Vec<String> =
        classes(tx, &page.context(), page.school_id()?).await?.into_iter().collect();
    classes.sort_by_key(|class| grade(class).unwrap_or(u32::MAX));
    let of_class = |class: &String| {
        let label = i18n::t(page.lang(), "duties-choice-class", &[("class", class.as_str().into())]);
        Choice::new(class.as_str(), label)
    };
    let specialist = Choice::new(WHOLE_SCHOOL, page.text("duties-choice-specialist"));
    let all = classes.iter().map(of_class).chain([specialist]);
    Ok(all.map(|one| one.chosen_if(fields.value("what"))).collect())
}

/// Who works at the school today, by name.
async fn people(page: &Page, tx: &mut Tx, fields: &Fields) -> Result<Vec<Choice>, PageError> {
    let mut people = store::people::of_school(tx, page.school_id()?).await?;
    people.retain(|person| person.works_on(page.today()));
    let choice = |person: &domain::people::Person| {
        Choice::new(person.id.as_str(), person.name.full()).chosen_if(fields.value("person"))
    };
    let mut people: Vec<Choice> = people.iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut people, |one| &one.label);
    Ok(people)
}
