//! A right to mentor that another school of the district granted: shown by its holder, recognised by the coordinator
//! (docs/decisions/0088).

use super::{DecideRightPath, HideRightPath, OwnPath, RecognitionsPath, worth};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::layout::{FlashKind, Shell};
use crate::page::short;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::recognitions::{Shown, seen, sources};
use axum::http::StatusCode;
use axum::response::Response;
use domain::recognitions::RecogniseRefused;
use domain::schools::School;
use domain::{Day, SchoolId};

/// A right that is shown.
struct Row {
    title: String,
    /// What the certificate is worth today.
    text: String,
    source: String,
    number: u32,
    recognised: bool,
    /// The reader shows it, and it waits.
    may_hide: bool,
    may_decide: bool,
}

#[derive(askama::Template)]
#[template(path = "courses/recognitions.html")]
struct Recognitions {
    shell: Shell,
    today: Day,
    rows: Vec<Row>,
    schools: Vec<Choice>,
    fields: Fields,
    show: String,
    hide: String,
    decide: String,
    back: String,
}

pub(super) async fn list(_: RecognitionsPath, page: Page) -> Result<Response, PageError> {
    let fields = Fields::beginning(page.lang(), &[]);
    draw(&page, fields).await
}

async fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let shown = seen(&mut tx, &page.context()).await?;
    let schools = sources(&mut tx, &page.context()).await?;
    let choice = |school: &School| {
        Choice::new(school.id.as_str(), short(page.lang(), school)).chosen_if(fields.value("source"))
    };
    let mut schools: Vec<Choice> = schools.iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut schools, |one| &one.label);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Recognitions {
            shell: page.shell(),
            today: page.today(),
            rows: shown.iter().map(|one| row(page, one)).collect(),
            schools,
            fields,
            show: RecognitionsPath.to_string(),
            hide: HideRightPath.to_string(),
            decide: DecideRightPath.to_string(),
            back: OwnPath.to_string(),
        },
    )
}

fn row(page: &Page, shown: &Shown) -> Row {
    let one = &shown.recognition;
    let own = one.person == page.actor().person;
    let key = if own { "recognitions-line" } else { "recognitions-line-of" };
    let title = Said::new(key)
        .with("name", shown.name.as_str())
        .with("number", one.number)
        .with("school", short(page.lang(), &shown.source));
    Row {
        title: title.words(page.lang()),
        text: worth(page.lang(), shown.validity),
        source: one.source.to_string(),
        number: one.number,
        recognised: one.recognised.is_some(),
        may_hide: own && one.recognised.is_none(),
        may_decide: shown.may_decide,
    }
}

/// Why a certificate is not recognised, as the key of a sentence; a right that is over with its last day.
fn refusal(page: &Page, why: RecogniseRefused) -> (&'static str, Vec<(&'static str, String)>) {
    match why {
        RecogniseRefused::Unknown => ("recognitions-refused-unknown", Vec::new()),
        RecogniseRefused::Expired { until } => {
            ("recognitions-refused-expired", vec![("day", i18n::day(page.lang(), until))])
        }
        RecogniseRefused::Revoked => ("recognitions-refused-revoked", Vec::new()),
    }
}

pub(super) async fn show(_: RecognitionsPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let source: Option<SchoolId> = fields.choice("source", |id| (!id.is_empty()).then(|| id.into()));
    let number: u32 = fields.value("number").trim().parse().unwrap_or(0);
    if number == 0 {
        fields.refuse("number", "recognitions-refused-number", &[]);
    }
    let Some(source) = source.filter(|_| fields.is_right()) else { return draw(&page, fields).await };
    match actions::recognitions::show(&page.context(), &source, number).await {
        Ok(()) => Ok(page.done(&RecognitionsPath, "recognitions-done-shown", &[])),
        Err(Failed::Refused(why)) => {
            let (key, args) = refusal(&page, why);
            let args: Vec<(&str, i18n::Arg)> =
                args.into_iter().map(|(name, value)| (name, value.into())).collect();
            fields.refuse("number", key, &args);
            draw(&page, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The certificate that a button is about.
fn about(fields: &Fields) -> Result<(SchoolId, u32), PageError> {
    let number = fields.value("number").parse().map_err(|_| PageError::Unreadable)?;
    Ok((fields.value("source").into(), number))
}

pub(super) async fn hide(_: HideRightPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (source, number) = about(&fields)?;
    actions::recognitions::withdraw(&page.context(), &source, number).await?;
    Ok(page.done(&RecognitionsPath, "recognitions-done-hidden", &[]))
}

pub(super) async fn decide(_: DecideRightPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (source, number) = about(&fields)?;
    let context = page.context();
    match fields.value("step") {
        "yes" => match actions::recognitions::recognise(&context, &source, number).await {
            Ok(()) => Ok(page.done(&RecognitionsPath, "recognitions-done-recognised", &[])),
            Err(Failed::Refused(why)) => {
                let (key, args) = refusal(&page, why);
                Ok(page.lead(&RecognitionsPath, FlashKind::Refused, key, &args))
            }
            Err(other) => Err(other.into()),
        },
        "no" => {
            actions::recognitions::decline(&context, &source, number).await?;
            Ok(page.done(&RecognitionsPath, "recognitions-done-declined", &[]))
        }
        _ => Err(PageError::Unreadable),
    }
}
