//! The letters of the persona, the latest first.

use super::{ListPath, ShowPath, persona};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Filter;
use crate::{Open, PageError, filters};
use actions::letters::Written;
use axum::response::Response;
use domain::Day;
use jiff::civil::DateTime;

/// A letter in the list.
struct Row {
    href: String,
    at: DateTime,
    subject: String,
    to: String,
}

#[derive(askama::Template)]
#[template(path = "letters/list.html")]
struct List {
    shell: Shell,
    today: Day,
    /// Whose letters stand here; everybody's where it is missing.
    name: Option<String>,
    filters: Vec<Filter>,
    rows: Vec<Row>,
}

pub(super) async fn list(_: ListPath, open: Open) -> Result<Response, PageError> {
    let query = open.visit.path.split_once('?').map_or("", |(_, query)| query);
    let everybody = Fields::read(open.lang(), query).value("of") == "everybody";
    let me = persona(&open).filter(|_| !everybody);
    let letters = open.app.outbox.of(me);
    let name = open.visit.signed.as_ref().filter(|_| !everybody).map(|signed| signed.person.name.polite());
    let row = |letter: Written| Row {
        href: ShowPath { id: letter.id }.to_string(),
        at: open.local(letter.at),
        subject: letter.subject,
        to: letter.name,
    };
    open.show(&List {
        shell: open.shell(),
        today: open.today(),
        filters: filters_of(&open, everybody),
        name,
        rows: letters.into_iter().map(row).collect(),
    })
}

/// Mine, or everybody's; nothing to choose where nobody is signed in.
fn filters_of(open: &Open, everybody: bool) -> Vec<Filter> {
    let Some(me) = persona(open) else { return Vec::new() };
    let filter = |key: &str, query: &str, whose, current| Filter {
        href: format!("{ListPath}{query}"),
        icon: "",
        count: open.app.outbox.of(whose).len(),
        label: open.text(key),
        current,
    };
    vec![
        filter("letters-demo-mine", "", Some(me), !everybody),
        filter("letters-demo-everybody", "?of=everybody", None, everybody),
    ]
}
