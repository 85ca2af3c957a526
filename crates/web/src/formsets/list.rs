//! All forms of a school or of a district: which the law requires, which may be added to, which stand as they come.

use super::{ListPath, ShowPath, speaks_for_district, version};
use crate::layout::Shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::formsets::{Standing, standing};
use axum::response::Response;
use domain::Day;
use domain::formsets::{Basis, Fixed, Kind, Origin};

/// A form.
struct Row {
    title: String,
    text: String,
    /// Where it is added to; empty where it is not.
    href: String,
    by_law: bool,
}

#[derive(askama::Template)]
#[template(path = "formsets/list.html")]
struct List {
    shell: Shell,
    today: Day,
    board: (String, String),
    by_law: Vec<Row>,
    open: Vec<Row>,
    fixed: Vec<Row>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let mut forms = Vec::new();
    for kind in Kind::ALL {
        forms.push(row(&page, &standing(&mut tx, &page.context(), kind).await?));
    }
    let (by_law, open): (Vec<Row>, Vec<Row>) = forms.into_iter().partition(|row| row.by_law);
    let board = if speaks_for_district(&page) { "formsets-board-district" } else { "formsets-board" };
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        board: (page.text(board), page.text(&format!("{board}-text"))),
        by_law,
        open,
        fixed: Fixed::ALL.into_iter().map(|paper| fixed(&page, paper)).collect(),
    })
}

/// What stands in the program alone.
fn fixed(page: &Page, paper: Fixed) -> Row {
    Row {
        title: page.text(&format!("formsets-paper-{}", paper.word())),
        text: page.text("formsets-built"),
        href: String::new(),
        by_law: false,
    }
}

/// Version, from when, and how much was added by whom.
fn row(page: &Page, form: &Standing) -> Row {
    let by_law = form.kind.basis() == Basis::Law;
    let count = |origin| form.added.fields.iter().filter(|field| field.origin == origin).count();
    let counted =
        |key: &str, count: usize| (count > 0).then(|| Said::new(key).with("count", count).words(page.lang()));
    let since =
        |key: &str, day: Day| Said::new(key).with("day", i18n::day(page.lang(), day)).words(page.lang());
    let facts = [
        by_law.then(|| page.text(&format!("formsets-law-{}", form.kind.word()))),
        Some(version(page, form.version)),
        Some(match form.since {
            Some(at) => since("formsets-since", page.local(at).date()),
            None => page.text("formsets-built"),
        }),
        form.template.map(|day| since("formsets-template-since", day)),
        counted("formsets-of-district", count(Origin::District)),
        counted("formsets-of-school", count(Origin::School)),
    ];
    Row {
        title: page.text(&format!("formsets-kind-{}", form.kind.word())),
        text: facts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        href: ShowPath { kind: form.kind.word().to_owned() }.to_string(),
        by_law,
    }
}
