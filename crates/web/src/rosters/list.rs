//! Upload, and what was imported before.

use super::{ExportPath, ListPath, ShowPath, TemplatePath};
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use axum::http::StatusCode;
use axum::response::Response;
use domain::rosters::{Kind, State};
use i18n::{Arg, Lang};
use store::Tx;
use store::rosters::Import;

/// An import in the history.
struct Past {
    href: String,
    title: String,
    who: String,
    counts: String,
    look: &'static str,
    icon: &'static str,
    word: String,
}

#[derive(askama::Template)]
#[template(path = "rosters/list.html")]
struct List {
    shell: Shell,
    date: String,
    kinds: Vec<Choice>,
    /// What is wrong with what was brought.
    error: String,
    /// Cells whose letters were lost.
    lost: Vec<String>,
    pasted: String,
    draft: Option<Past>,
    past: Vec<Past>,
    templates: Vec<(String, String)>,
    exports: Vec<(String, String)>,
    /// True where there are pupils, whom a new school year takes up.
    pupils: bool,
}

/// Why the page comes back.
#[derive(Default)]
pub(super) struct Trouble {
    pub(super) error: String,
    pub(super) lost: Vec<String>,
    pub(super) pasted: String,
    pub(super) kind: Option<Kind>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    draw(&page, StatusCode::OK, Trouble::default()).await
}

/// The page, with what is wrong where something is.
pub(super) async fn draw(page: &Page, status: StatusCode, trouble: Trouble) -> Result<Response, PageError> {
    let lang = page.lang();
    let mut tx = page.read().await?;
    let imports = store::rosters::of_school(&mut tx, page.school_id()?).await?;
    let mut draft = None;
    let mut past = Vec::new();
    for import in &imports {
        let one = of_import(page, &mut tx, import).await?;
        if import.state == State::Draft { draft = Some(one) } else { past.push(one) }
    }
    let kind_name = |kind: Kind| page.text(&format!("rosters-kind-{}", kind.word()));
    let chosen = trouble.kind.unwrap_or(Kind::Staff);
    let kinds = Kind::ALL.map(|kind| Choice::new(kind.word(), kind_name(kind)).chosen_if(chosen.word()));
    let template = |kind: Kind| {
        let path = TemplatePath { kind: kind.word().to_owned(), lang: lang.tag().to_owned() };
        let name = Arg::Words(kind_name(kind));
        (path.to_string(), i18n::t(lang, "rosters-template-of", &[("kind", name)]))
    };
    let export = |kind: Kind, form: &str| {
        let path = ExportPath { kind: kind.word().to_owned(), form: form.to_owned() };
        let args = [("kind", Arg::Words(kind_name(kind))), ("form", form.into())];
        (path.to_string(), i18n::t(lang, "rosters-export-of", &args))
    };
    let exports = Kind::ALL.iter().flat_map(|kind| ["xlsx", "csv"].map(|form| export(*kind, form)));
    let pupils = store::pupils::any(&mut tx, page.school_id()?).await?;
    let list = List {
        shell: page.shell(),
        date: i18n::day_with_weekday(lang, page.today()),
        kinds: kinds.into(),
        error: trouble.error,
        lost: trouble.lost,
        pasted: trouble.pasted,
        draft,
        past,
        templates: Kind::ALL.map(template).into(),
        exports: exports.collect(),
        pupils,
    };
    page.show_with(status, &list)
}

/// The name of a file, or words where cells were pasted.
pub(super) fn file_name(lang: Lang, import: &Import) -> String {
    if import.file_name.is_empty() { i18n::t(lang, "rosters-pasted", &[]) } else { import.file_name.clone() }
}

/// Who brought a list and when.
pub(super) async fn who_and_when(page: &Page, tx: &mut Tx, import: &Import) -> Result<String, PageError> {
    let who = match store::people::get(tx, &import.made_by).await? {
        Some(person) => person.name.polite(),
        None => page.text("rosters-command-line"),
    };
    let when = i18n::day_and_time(page.lang(), page.local(import.made_at));
    let args = [("who", Arg::Words(who)), ("when", Arg::Words(when))];
    Ok(i18n::t(page.lang(), "rosters-history-line", &args))
}

async fn of_import(page: &Page, tx: &mut Tx, import: &Import) -> Result<Past, PageError> {
    let lang = page.lang();
    let (look, icon) = match import.state {
        State::Draft => ("soon", "clock"),
        State::Applied => ("done", "circle-check"),
        State::Undone => ("", "arrow-back-up"),
        State::Discarded => ("", "minus"),
    };
    let counts = &import.counts;
    let counts = match (&import.reverts, import.state) {
        (_, State::Draft) => String::new(),
        (Some(_), _) => i18n::t(lang, "rosters-history-undo", &[("count", counts.update.into())]),
        (None, _) => {
            let args = [
                ("create", counts.create.into()),
                ("update", counts.update.into()),
                ("leaving", counts.leaving.into()),
                ("error", counts.error.into()),
            ];
            i18n::t(lang, "rosters-history-counts", &args)
        }
    };
    let kind = page.text(&format!("rosters-kind-{}", import.kind.word()));
    Ok(Past {
        href: ShowPath { id: import.id.clone() }.to_string(),
        title: format!("{kind}: {}", file_name(lang, import)),
        who: who_and_when(page, tx, import).await?,
        counts,
        look,
        icon,
        word: format!("rosters-state-{}", import.state.word()),
    })
}
