//! A joint work is written down in under a minute; the impression of it comes next.

use super::place::{Other, Place};
use super::{NewPath, impression_of, kind_key, record_refusal};
use crate::errors::refused;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::names::Names;
use crate::{Page, PageError, filters};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::contacts::{Deed, Kind, RecordRefused};
use domain::programmes::Programme;
use i18n::Lang;

/// Longest topic, in characters.
const MOST_TOPIC: usize = 200;

#[derive(askama::Template)]
#[template(path = "contacts/new.html")]
struct New {
    shell: Shell,
    today: Day,
    /// With whom, where that is known already.
    name: Option<String>,
    fields: Fields,
    people: Vec<Choice>,
    kinds: Vec<Choice>,
    earliest: Day,
}

/// The reader's place in the running programme, with everybody on the other side.
async fn stage(page: &Page) -> Result<(Programme, Place, Vec<Other>), PageError> {
    let mut tx = page.read().await?;
    let (programme, names) = Names::load(page, &mut tx).await?;
    let place = Place::of(page, &mut tx, &programme).await?.ok_or(PageError::NotFound)?;
    let contacts = place.contacts(&mut tx, &programme).await?;
    let others = place.others(page, &mut tx, &programme, &names, &contacts).await?;
    Ok((programme, place, others))
}

pub(super) async fn blank(_: NewPath, page: Page, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let asked = Fields::read(page.lang(), &query.unwrap_or_default());
    let (programme, _, others) = stage(&page).await?;
    let with = asked.value("with").to_owned();
    if !with.is_empty() && !others.iter().any(|other| other.id == with) {
        return Err(PageError::NotFound);
    }
    let beginning = [("with", with), ("day", page.today().to_string())];
    draw(&page, &programme, &others, Fields::beginning(page.lang(), &beginning))
}

pub(super) async fn record(_: NewPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (programme, place, others) = stage(&page).await?;
    let Some((with, deed)) = read(page.lang(), &mut fields) else {
        return draw(&page, &programme, &others, fields);
    };
    let (newcomer, mentor) = place.with(&with);
    match actions::contacts::record(&page.context(), &newcomer, &mentor, &deed).await {
        Ok(id) => {
            let other = others.iter().find(|other| other.id == with);
            let name = other.map(|other| other.name.polite()).unwrap_or_default();
            Ok(page.done(&impression_of(&id), "contacts-done-recorded", &[("name", name)]))
        }
        Err(failed) => {
            let (field, text) = record_refusal(page.lang(), refused(failed)?);
            fields.problems.add(field, text);
            draw(&page, &programme, &others, fields)
        }
    }
}

/// Minutes may be left out: then it was as long as usual.
fn read(lang: Lang, fields: &mut Fields) -> Option<(String, Deed)> {
    let with = fields.choice("with", |id| (!id.is_empty()).then(|| id.to_owned()));
    let joint = |word: &str| Kind::from_word(word).filter(|kind| Kind::JOINT.contains(kind));
    let kind = fields.choice("kind", joint);
    let held_on = fields.day("day");
    let minutes = match fields.value("minutes").trim() {
        "" => kind.map(Kind::norm),
        typed => {
            let minutes = typed.parse().ok();
            if minutes.is_none() {
                let (field, text) = record_refusal(lang, RecordRefused::Minutes);
                fields.problems.add(field, text);
            }
            minutes
        }
    };
    let topic = fields.optional_text("topic", MOST_TOPIC);
    fields.is_right().then_some(())?;
    Some((with?, Deed { kind: kind?, held_on: held_on?, minutes: minutes?, topic }))
}

fn draw(page: &Page, programme: &Programme, others: &[Other], fields: Fields) -> Result<Response, PageError> {
    let with = fields.value("with");
    let person = |other: &Other| Choice::new(other.id.clone(), other.name.brief()).chosen_if(with);
    let kind = |kind: Kind| {
        let name = page.text(&kind_key(kind));
        let args = [("kind", name.into()), ("minutes", kind.norm().into())];
        Choice::new(kind.word(), i18n::t(page.lang(), "contacts-kind-usual", &args))
            .chosen_if(fields.value("kind"))
    };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &New {
            shell: page.shell(),
            today: page.today(),
            name: others.iter().find(|other| other.id == with).map(|other| other.name.polite()),
            people: others.iter().map(person).collect(),
            kinds: Kind::JOINT.into_iter().map(kind).collect(),
            earliest: programme.phases.starts_on,
            fields,
        },
    )
}
