//! A lesson is chosen: first with whom, then one of the lessons of the timetable at which the observer is free.

use super::own::kind_key;
use super::{NewPath, ShowPath, Way, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::{Choice, Day as FreeDay, Slot as FreeSlot};
use crate::meetings::span;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::observations::{Proposal, Scene, propose as do_propose, scene};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::observations::{Kind, Party, Refused};
use domain::people::Person;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::{Day, PersonId};
use store::Tx;

#[derive(askama::Template)]
#[template(path = "observations/who.html")]
struct Who {
    shell: Shell,
    today: Day,
    way: Way,
    title: String,
    people: Vec<Choice>,
    /// Why the one who was chosen cannot be had.
    refusal: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "observations/new.html")]
struct New {
    shell: Shell,
    today: Day,
    way: Way,
    with: String,
    title: String,
    /// What it is for.
    kind: String,
    /// Who will read the sheet.
    seen: String,
    controls: bool,
    days: Vec<FreeDay>,
    until: Day,
    fields: Fields,
}

/// The programme that runs; without one nothing is observed.
async fn running(page: &Page, tx: &mut Tx) -> Result<Programme, PageError> {
    let running = store::programmes::running(tx, page.school_id()?, page.today()).await?;
    running.ok_or(PageError::NotFound)
}

fn way_of(page: &Page, fields: &Fields) -> Result<Way, PageError> {
    let way = Way::from_word(fields.value("way")).unwrap_or(Way::Watch);
    if way == Way::Control {
        may(page.actor(), &Action::SeeObservations(page.school_id()?))
            .map_err(Failed::<actions::Never>::from)?;
    }
    Ok(way)
}

/// Who teaches and who watches.
fn two(page: &Page, way: Way, with: &PersonId) -> (PersonId, PersonId) {
    let me = page.actor().person.clone();
    match way {
        Way::Watch | Way::Control => (with.clone(), me),
        Way::Invite => (me, with.clone()),
    }
}

pub(super) async fn blank(_: NewPath, page: Page, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let asked = Fields::read(page.lang(), &query.unwrap_or_default());
    let way = way_of(&page, &asked)?;
    if asked.value("with").is_empty() {
        return who(&page, way, None).await;
    }
    let with = asked.value("with").into();
    draw(&page, way, &with, Fields::beginning(page.lang(), &[])).await
}

/// Asks with whom.
async fn who(page: &Page, way: Way, why: Option<Refused>) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let programme = running(page, &mut tx).await?;
    let status = if why.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page.show_with(
        status,
        &Who {
            shell: page.shell(),
            today: page.today(),
            way,
            title: page.text(&format!("observations-who-{}", way.word())),
            people: candidates(page, &mut tx, &programme, way).await?,
            refusal: why.map(|why| refusal(page.lang(), why)),
        },
    )
}

/// A newcomer turns to any colleague, everybody else to a newcomer; one's own pair stands first.
async fn candidates(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    way: Way,
) -> Result<Vec<Choice>, PageError> {
    let (school, me) = (&programme.school, &page.actor().person);
    let newcomers = store::newcomers::of_programme(tx, school, &programme.id).await?;
    let own = newcomers.iter().find(|one| one.person == *me).filter(|_| way != Way::Control);
    let teachers = own.is_some();
    let mut close = Vec::new();
    if let Some(own) = own {
        close.extend(actions::plans::mentor_of_today(tx, school, &own.id, page.today()).await?);
    } else if let Some(mentor) = store::mentors::of_person(tx, &programme.id, me).await? {
        let pairs = store::pairs::of_mentor(tx, school, &mentor.id).await?;
        let works = |newcomer: &&domain::newcomers::Newcomer| {
            pairs.iter().any(|pair| pair.newcomer == newcomer.id && domain::meetings::open(pair).is_ok())
        };
        close.extend(newcomers.iter().filter(works).map(|one| one.person.clone()));
    }
    // The mentor supports and does not control.
    let offered = |person: &Person| {
        let newcomer = newcomers.iter().any(|one| one.person == person.id);
        let fits = teachers || newcomer;
        let controlled = way != Way::Control || !close.contains(&person.id);
        person.id != *me && person.works_on(page.today()) && fits && controlled
    };
    let mut people = store::people::of_school(tx, school).await?;
    people.retain(offered);
    let choice =
        |person: Person| (!close.contains(&person.id), Choice::new(person.id.as_str(), person.name.full()));
    let mut choices: Vec<(bool, Choice)> = people.into_iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut choices, |(_, choice)| choice.label.as_str());
    choices.sort_by_key(|(far, _)| *far);
    Ok(choices.into_iter().map(|(_, choice)| choice).collect())
}

pub(super) async fn propose(_: NewPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let way = way_of(&page, &fields)?;
    if fields.value("with").is_empty() {
        return Err(PageError::Unreadable);
    }
    let with: PersonId = fields.value("with").into();
    let (teacher, observer) = two(&page, way, &with);
    let mut tx = page.read().await?;
    let minutes = running(&page, &mut tx).await?.settings.lesson_minutes;
    drop(tx);
    let Some(span) = span(&mut fields, Some(minutes)) else {
        return draw(&page, way, &with, fields).await;
    };
    let proposal = Proposal { observed: teacher, observer, controls: way == Way::Control, span };
    match do_propose(&page.context(), &proposal).await {
        Ok(id) => {
            let key =
                if proposal.controls { "observations-done-announced" } else { "observations-done-proposed" };
            Ok(page.done(&ShowPath { id }, key, &[]))
        }
        Err(Failed::Refused(why)) => {
            fields.problems.add("day", refusal(page.lang(), why));
            draw(&page, way, &with, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(page: &Page, way: Way, with: &PersonId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (teacher, observer) = two(page, way, with);
    let found = scene(&mut tx, &page.context(), &teacher, &observer, way == Way::Control).await;
    let scene = match found {
        Ok(scene) => scene,
        Err(Failed::Refused(why)) => {
            drop(tx);
            return who(page, way, Some(why)).await;
        }
        Err(other) => return Err(other.into()),
    };
    let name = store::people::get(&mut tx, with).await?.ok_or(PageError::NotFound)?.name.polite();
    let party = if way == Way::Invite { Party::Observed } else { Party::Observer };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let until = scene.work_until;
    page.show_with(
        status,
        &New {
            shell: page.shell(),
            today: page.today(),
            way,
            with: with.to_string(),
            title: Said::new(format!("observations-new-{}", way.word()))
                .with("name", &name)
                .words(page.lang()),
            kind: Said::new(kind_key(scene.kind, party)).with("name", &name).words(page.lang()),
            seen: page.text(seen_key(scene.kind)),
            controls: scene.kind == Kind::Control,
            days: days(page, &scene, fields.value("slot")),
            until,
            fields,
        },
    )
}

/// Who reads the sheet: stands beside it from the first page on.
pub(super) const fn seen_key(kind: Kind) -> &'static str {
    if kind.is_developmental() { "observations-seen-own" } else { "observations-seen-control" }
}

/// The lessons at which the observer is free, by day, with the class.
fn days(page: &Page, scene: &Scene, chosen: &str) -> Vec<FreeDay> {
    let until = scene.work_until;
    let openings = scene.busy.openings(scene.kind.contact(), page.visit.local, until);
    let lessons = match scene.kind {
        Kind::ByNewcomer => &scene.busy.mentor,
        Kind::ByMentor | Kind::ByOutsider | Kind::Control => &scene.busy.newcomer,
    };
    let slot = |one: &domain::meetings::Opening| {
        let weekday = one.span.day.weekday().to_monday_one_offset().unsigned_abs();
        let taught = lessons.iter().find(|lesson| lesson.weekday == weekday && lesson.number == one.lesson);
        FreeSlot {
            value: one.span.to_string(),
            time: i18n::time(one.span.at),
            note: taught.map(|lesson| lesson.class.clone()).unwrap_or_default(),
            chosen: one.span.to_string() == chosen,
        }
    };
    let by_day = openings.chunk_by(|one, other| one.span.day == other.span.day);
    by_day
        .filter_map(|day| {
            let title = i18n::day_with_weekday(page.lang(), day.first()?.span.day);
            Some(FreeDay { title, slots: day.iter().map(slot).collect() })
        })
        .collect()
}
