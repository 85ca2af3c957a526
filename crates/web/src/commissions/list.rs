//! All commissions of the school.

use super::{ExaminersPath, ListPath, Names, NewPath, ShowPath, names};
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;
use domain::exams::Commission;
use domain::permissions::{Action, may};

struct Row {
    title: String,
    text: String,
    href: String,
}

#[derive(askama::Template)]
#[template(path = "commissions/list.html")]
struct List {
    shell: Shell,
    today: Day,
    new: String,
    examiners: String,
    rows: Vec<Row>,
}

fn row(page: &Page, commission: &Commission, names: &Names) -> Row {
    let members = commission.members.iter().filter_map(|member| names.get(member).cloned());
    let members = members.collect::<Vec<_>>().join(", ");
    Row {
        title: i18n::day_and_time(page.lang(), commission.day.to_datetime(commission.from)),
        text: format!("{}; {members}", commission.place),
        href: ShowPath { id: commission.id.clone() }.to_string(),
    }
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::ManageCommissions(school)).map_err(|_| PageError::NotFound)?;
    let mut tx = page.read().await?;
    let names = names(&page, &mut tx).await?;
    let commissions = store::commissions::of_school(&mut tx, school).await?;
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        new: NewPath.to_string(),
        examiners: ExaminersPath.to_string(),
        rows: commissions.iter().map(|one| row(&page, one, &names)).collect(),
    })
}
