//! Whom the coordinator is asked to ask how it goes, each with a message in that person's language. Why somebody stands
//! here is not known to the page: low, silent and drawn by lot read alike.

use super::TalksPath;
use crate::forms::{Fields, encode};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::pulses::{settle as do_settle, signs};
use axum::response::Response;
use domain::Day;
use domain::people::Person;
use i18n::Lang;

/// Somebody to ask.
struct Row {
    id: String,
    person: String,
    name: String,
    /// The tag of the language of the message.
    lang: &'static str,
    message: String,
    /// The way to a letter that is written already; none where no address is known.
    mail: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "pulses/talks.html")]
struct Talks {
    shell: Shell,
    today: Day,
    board: String,
    rows: Vec<Row>,
    /// After how many fortnights without an answer somebody stands here.
    silent: u8,
}

/// A part of the address of a letter: a space is not a plus there.
fn part(text: &str) -> String {
    encode(text).replace('+', "%20")
}

fn row(page: &Page, person: &Person) -> Row {
    let lang = Lang::from_tag(&person.lang).unwrap_or_default();
    let message = Said::new("pulses-message").with("name", person.name.polite());
    let message = message.with("from", page.person().name.full()).words(lang);
    let subject = i18n::t(lang, "pulses-message-subject", &[]);
    let mail = person.email.as_ref().map(|email| {
        let to = part(email).replace("%40", "@");
        format!("mailto:{to}?subject={}&body={}", part(&subject), part(&message))
    });
    Row {
        id: format!("talk-{}", person.id),
        person: person.id.to_string(),
        name: person.name.full(),
        lang: lang.tag(),
        message,
        mail,
    }
}

pub(super) async fn list(_: TalksPath, page: Page) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let mut rows = Vec::new();
    for id in signs(&mut tx, &page.context(), &programme).await? {
        rows.extend(store::people::get(&mut tx, &id).await?.map(|person| row(&page, &person)));
    }
    let said = Said::new("pulses-talks-board").with("count", rows.len());
    page.show(&Talks {
        shell: page.shell(),
        today: page.today(),
        board: said.words(page.lang()),
        rows,
        silent: programme.settings.pulse_silent,
    })
}

pub(super) async fn settle(_: TalksPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    do_settle(&page.context(), &programme, &fields.value("person").into()).await?;
    Ok(page.done(&TalksPath, "pulses-done-asked", &[]))
}
