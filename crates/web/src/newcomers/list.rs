//! Everybody who is enrolled, by name, with the day on which the first order is due.

use super::{ListPath, ShowPath, order_words};
use crate::layout::Shell;
use crate::names::Names;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;
use domain::newcomers::FirstOrder;
use domain::pairs::State as PairState;

struct Row {
    href: String,
    name: String,
    subject: String,
    order: String,
    tone: &'static str,
    /// The mentor who is with the newcomer now; empty where there is nobody.
    mentor: String,
}

#[derive(askama::Template)]
#[template(path = "newcomers/list.html")]
struct List {
    shell: Shell,
    today: Day,
    /// Nobody is named for so many.
    open: usize,
    rows: Vec<Row>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    let Some(programme) = store::programmes::latest(&mut tx, school).await? else {
        return page.show(&List { shell: page.shell(), today: page.today(), open: 0, rows: Vec::new() });
    };
    let names = Names::of(&mut tx, &programme).await?;
    let calendar = actions::programmes::calendar(&mut tx, school).await?;
    let (mut rows, mut open) = (Vec::new(), 0);
    for newcomer in store::newcomers::of_programme(&mut tx, school, &programme.id).await? {
        let named = names.newcomer(&newcomer.id)?;
        let pairs = store::pairs::of_newcomer(&mut tx, school, &newcomer.id).await?;
        let order = newcomer.first_order(&pairs, &programme.settings, &calendar, page.today());
        let with = pairs.iter().find(|pair| !matches!(pair.state, PairState::Ended { .. }));
        open += usize::from(with.is_none() && order != FirstOrder::Signed);
        let (words, tone) = order_words(page.lang(), order);
        rows.push(Row {
            href: ShowPath { id: newcomer.id.clone() }.to_string(),
            name: named.name.full(),
            subject: named.subject.clone().unwrap_or_default(),
            order: words,
            tone,
            mentor: with
                .map_or(Ok(String::new()), |pair| names.mentor(&pair.mentor).map(|one| one.name.full()))?,
        });
    }
    i18n::sort_by_name(page.lang(), &mut rows, |row| &row.name);
    page.show(&List { shell: page.shell(), today: page.today(), open, rows })
}
