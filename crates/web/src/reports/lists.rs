//! A list of a report: as many lines as its total says, also to download (neg:N18).

use super::{ListOfPath, ShowPath, TablePath, kind_key};
use crate::files::attachment;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::reports::{caption, said, view};
use actions::rosters::exporting::Form;
use axum::response::Response;
use domain::Day;
use domain::reports::What;

/// One line.
struct Row {
    when: String,
    text: String,
    minutes: String,
}

#[derive(askama::Template)]
#[template(path = "reports/lists.html")]
struct ListOf {
    shell: Shell,
    today: Day,
    title: String,
    kind: String,
    rows: Vec<Row>,
    files: [String; 2],
    report: String,
}

pub(super) async fn show(path: ListOfPath, page: Page) -> Result<Response, PageError> {
    let what = What::from_word(&path.what).ok_or(PageError::NotFound)?;
    let mut tx = page.read().await?;
    let opened = actions::reports::opened(&mut tx, &page.context(), &path.id).await?;
    let opened = opened.ok_or(PageError::NotFound)?;
    let view = view(&mut tx, &page.context(), &opened).await?;
    let list = view.facts.list(what).ok_or(PageError::NotFound)?;
    let row = |line: &domain::reports::Line| Row {
        when: line.day.map(|day| i18n::day_short(page.lang(), day)).unwrap_or_default(),
        text: said(page.lang(), what, line),
        minutes: line.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
    };
    let file = |form: &str| {
        TablePath { id: path.id.clone(), what: path.what.clone(), form: form.to_owned() }.to_string()
    };
    page.show(&ListOf {
        shell: page.shell(),
        today: page.today(),
        title: format!("{}: {}", caption(page.lang(), what), list.total()),
        kind: page.text(&kind_key(opened.report.kind, opened.report.term)),
        rows: list.lines.iter().map(row).collect(),
        files: [file("xlsx"), file("csv")],
        report: ShowPath { id: path.id.clone() }.to_string(),
    })
}

pub(super) async fn table(path: TablePath, page: Page) -> Result<Response, PageError> {
    let what = What::from_word(&path.what).ok_or(PageError::NotFound)?;
    let (form, name) = match path.form.as_str() {
        "xlsx" => (Form::Xlsx, "report.xlsx"),
        "csv" => (Form::Csv, "report.csv"),
        _ => return Err(PageError::NotFound),
    };
    let file = actions::reports::table(&page.context(), &path.id, what, page.lang(), form).await?;
    Ok(attachment(file.bytes, file.media, name))
}
