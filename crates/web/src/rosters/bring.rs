//! A file comes in, by the button, dropped, or as pasted cells.

use super::list::{Trouble, draw};
use super::{ListPath, NextYearPath, ShowPath, words};
use crate::{Page, PageError};
use actions::Failed;
use actions::rosters::{PrepareRefused, Upload, prepare, roll_over};
use axum::extract::Multipart;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ImportId;
use domain::rosters::Kind;

/// What the form sent.
#[derive(Default)]
struct Brought {
    kind: Option<Kind>,
    name: String,
    bytes: Vec<u8>,
    pasted: String,
}

pub(super) async fn bring(_: ListPath, page: Page, form: Multipart) -> Result<Response, PageError> {
    let brought = read(form).await?;
    let pasted = brought.bytes.is_empty();
    let bytes = if pasted { brought.pasted.as_bytes() } else { &brought.bytes };
    let (Some(kind), false) = (brought.kind, bytes.iter().all(u8::is_ascii_whitespace)) else {
        let error = page.text("rosters-no-file");
        return again(&page, Trouble { error, kind: brought.kind, ..Trouble::default() }).await;
    };
    let name = if pasted { "" } else { brought.name.as_str() };
    let upload = Upload { school: page.school_id()?, kind, name, bytes };
    let prepared = prepare(&page.context(), &upload, None).await;
    led(&page, prepared, kind, brought.pasted).await
}

/// The list of the next school year, to be looked at like any other.
pub(super) async fn next_year(_: NextYearPath, page: Page) -> Result<Response, PageError> {
    let lang = page.lang();
    let name = page.text("rosters-next-year");
    let prepared = roll_over(&page.context(), page.school_id()?, lang.tag(), &name).await;
    led(&page, prepared, Kind::Pupils, String::new()).await
}

/// To the list that was taken in, or back with what was pasted and why it was not.
async fn led(
    page: &Page,
    prepared: Result<ImportId, Failed<PrepareRefused>>,
    kind: Kind,
    pasted: String,
) -> Result<Response, PageError> {
    match prepared {
        Ok(id) => Ok(Redirect::to(&ShowPath { id }.to_string()).into_response()),
        Err(Failed::Refused(why)) => {
            let trouble = trouble(page, why).await?;
            again(page, Trouble { pasted, kind: Some(kind), ..trouble }).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn again(page: &Page, trouble: Trouble) -> Result<Response, PageError> {
    draw(page, StatusCode::UNPROCESSABLE_ENTITY, trouble).await
}

async fn trouble(page: &Page, why: PrepareRefused) -> Result<Trouble, PageError> {
    let lang = page.lang();
    Ok(match why {
        PrepareRefused::File(refused) => Trouble {
            error: words::refused(lang, &refused),
            lost: words::lost(lang, &refused),
            ..Trouble::default()
        },
        PrepareRefused::Running { by, since } => {
            let person = store::people::get(&mut *page.read().await?, &by).await?;
            let error = words::running(lang, person.as_ref(), page.local(since));
            Trouble { error, ..Trouble::default() }
        }
    })
}

async fn read(mut form: Multipart) -> Result<Brought, PageError> {
    let mut brought = Brought::default();
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some("kind") => {
                let word = field.text().await?;
                brought.kind = Kind::from_word(&word);
            }
            Some("file") => {
                brought.name = crate::forms::clean(field.file_name().unwrap_or_default());
                brought.bytes = field.bytes().await?.to_vec();
            }
            Some("pasted") => brought.pasted = field.text().await?,
            _ => {}
        }
    }
    Ok(brought)
}
