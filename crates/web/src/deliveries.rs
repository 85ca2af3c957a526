//! How letters reach the reader (feat:D5): reminders, quiet hours, one letter a day. The own page leads there, and so does the
//! list header of letters that have to reach them; that of the others leads to a page of its own, without a sign-in.

mod stop;

use crate::accounts::ProfilePath;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Access, Page, PageError, Routes, filters};
use actions::Failed;
use axum::http::StatusCode;
use axum::response::Response;
use axum_extra::routing::TypedPath;
use domain::Day;
use domain::deliveries::{Ahead, Quiet, Refused, Wishes};
use jiff::civil::{Time, time};
use serde::Deserialize;

/// Where the page is.
pub const PATH: &str = "/profile/letters";

/// The own wishes.
#[derive(TypedPath)]
#[typed_path("/profile/letters")]
pub(crate) struct WishesPath;

/// Letters that can be missed are stopped from one of them.
#[derive(TypedPath, Deserialize)]
#[typed_path("/letters/stop/{token}", rejection(PageError))]
pub(crate) struct StopPath {
    pub(crate) token: String,
}

/// Where letters are stopped by the token of one.
pub fn stop_path(token: String) -> String {
    StopPath { token }.to_string()
}

/// Routes of deliveries.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, show)
        .post(Access::SignedIn, keep)
        .get(Access::Anyone, stop::show)
        .post(Access::Anyone, stop::press)
}

#[derive(askama::Template)]
#[template(path = "deliveries.html")]
struct Wanted {
    shell: Shell,
    today: Day,
    fields: Fields,
}

impl Wanted {
    /// The reminders to choose from.
    fn ahead(&self) -> Vec<Choice> {
        let chosen = self.fields.values("ahead");
        let choice = |one: Ahead| Choice {
            chosen: chosen.contains(&one.word()),
            ..Choice::new(
                one.word(),
                i18n::t(self.shell.lang, &format!("deliveries-ahead-{}", one.word()), &[]),
            )
        };
        Ahead::ALL.map(choice).into()
    }

    /// The hours of a day to choose from, with the one that stands in a field.
    fn hours(&self, field: &str) -> Vec<Choice> {
        let stands = self.fields.value(field);
        let choice = |hour: i8| {
            let hour = i18n::time(time(hour, 0, 0, 0));
            Choice { chosen: hour == stands, ..Choice::new(hour.clone(), hour) }
        };
        (0..24).map(choice).collect()
    }
}

async fn show(_: WishesPath, page: Page) -> Result<Response, PageError> {
    page.person().school.as_ref().ok_or(PageError::NotFound)?;
    let wishes = store::deliveries::of_person(&mut *page.read().await?, &page.person().id).await?;
    draw(&page, written(&page, wishes))
}

async fn keep(_: WishesPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(wishes) = read(&mut fields) else { return draw(&page, fields) };
    match actions::deliveries::keep(&page.context(), wishes).await {
        Ok(()) => Ok(page.done(&ProfilePath, "deliveries-done", &[])),
        Err(Failed::Refused(why)) => {
            match why {
                Refused::EmptyNight => fields.refuse("until", "deliveries-refused-empty", &[]),
                Refused::DigestAtNight => fields.refuse("hour", "deliveries-refused-night", &[]),
            }
            draw(&page, fields)
        }
        Err(other) => Err(other.into()),
    }
}

/// When the letter of the day comes where nothing else was said: after lessons.
const USUAL_HOUR: Time = time(17, 0, 0, 0);

/// The form as it stands.
fn written(page: &Page, wishes: Wishes) -> Fields {
    let night = wishes.quiet.unwrap_or(Quiet::USUAL);
    let often = if wishes.digest.is_some() { "day" } else { "each" };
    let mut values = vec![
        ("from", i18n::time(night.from)),
        ("until", i18n::time(night.until)),
        ("hour", i18n::time(wishes.digest.unwrap_or(USUAL_HOUR))),
        ("pace", often.to_owned()),
    ];
    let wanted = Ahead::ALL.into_iter().filter(|one| wishes.wants(*one));
    values.extend(wanted.map(|one| ("ahead", one.word().to_owned())));
    values.extend(wishes.quiet.map(|_| ("quiet", "yes".to_owned())));
    values.extend(wishes.messages.then(|| ("messages", "yes".to_owned())));
    Fields::beginning(page.lang(), &values)
}

/// What the form says; `None` where something of it cannot be read, which is said beside it.
fn read(fields: &mut Fields) -> Option<Wishes> {
    let quiet = if fields.ticked("quiet") {
        let (from, until) = (fields.time("from"), fields.time("until"));
        Some(Quiet { from: from?, until: until? })
    } else {
        None
    };
    let daily = fields.choice("pace", |word| match word {
        "each" => Some(false),
        "day" => Some(true),
        _ => None,
    })?;
    let digest = if daily { Some(fields.time("hour")?) } else { None };
    let ahead = fields.values("ahead");
    let wants = |one: Ahead| ahead.contains(&one.word());
    Some(Wishes {
        reminders: true,
        day_ahead: wants(Ahead::Day),
        hour_ahead: wants(Ahead::Hour),
        quiet,
        digest,
        messages: fields.ticked("messages"),
    })
}

fn draw(page: &Page, fields: Fields) -> Result<Response, PageError> {
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(status, &Wanted { shell: page.shell(), today: page.today(), fields })
}
