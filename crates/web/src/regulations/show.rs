//! The page of the regulation, its paper, and the road map as a table.

use super::{AddPath, PaperPath, RemovePath, ShowPath, TablePath};
use crate::errors::unprinted;
use crate::files::shown;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::said::Said as Sentence;
use crate::{Page, PageError, filters, handouts};
use actions::regulations::{Opened, Said, chapters, opened, road};
use axum::http::StatusCode;
use axum::response::Response;
use domain::permissions::{Action, may};
use domain::regulations::{Content, Line};
use domain::{Day, Instant, PersonId};
use i18n::Lang;
use std::collections::BTreeMap;
use store::Tx;

/// A chapter.
struct Chapter {
    id: String,
    title: String,
    lines: Vec<Said>,
}

/// A line that the school added.
struct Own {
    id: String,
    text: String,
    /// Who added it, and when.
    added: String,
    /// Who took it off, and when; empty where it stands.
    removed: String,
}

#[derive(askama::Template)]
#[template(path = "regulations/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    board: String,
    chapters: Vec<Chapter>,
    road: Vec<Said>,
    standing: Vec<Own>,
    history: Vec<Own>,
    papers: [(String, &'static str); 2],
    /// The road map as tables.
    tables: [(String, &'static str); 2],
    /// The reader adds and takes off.
    manages: bool,
    bases: Vec<Choice>,
    add: String,
    remove: String,
    from: String,
    until: String,
    fields: Fields,
}

pub(super) async fn show(_: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, None).await
}

/// The page; with what was typed where it was not taken.
pub(super) async fn draw(page: &Page, typed: Option<Fields>) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let mut tx = page.read().await?;
    let opened = opened(&mut tx, &page.context(), &programme).await?.ok_or(PageError::NotFound)?;
    let manages = may(page.actor(), &Action::ManageProgramme(&programme.school)).is_ok();
    let (standing, history) = own(page, &mut tx, &opened, manages).await?;
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let fields = typed.unwrap_or_default();
    let board = Sentence::new("regulations-board").with("year", i18n::school_year(programme.first_year));
    let paper = |lang: &str| PaperPath { lang: lang.to_owned() }.to_string();
    let table = |form: &str| TablePath { form: form.to_owned() }.to_string();
    let chosen = if fields.value("basis").is_empty() { "choice" } else { fields.value("basis") };
    let basis = |(word, key): (&str, &str)| Choice::new(word, page.text(key)).chosen_if(chosen);
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            board: board.words(page.lang()),
            chapters: numbered(page, &opened),
            road: road(page.lang(), &opened),
            standing,
            history,
            papers: [(paper("kk"), "layout-paper-kk"), (paper("ru"), "layout-paper-ru")],
            tables: [(table("xlsx"), "layout-xlsx"), (table("csv"), "layout-csv")],
            manages,
            bases: [("choice", "regulations-basis-choice"), ("law", "regulations-basis-law")]
                .map(basis)
                .into(),
            add: AddPath.to_string(),
            remove: RemovePath.to_string(),
            from: programme.phases.starts_on.to_string(),
            until: programme.phases.work_until.to_string(),
            fields,
        },
    )
}

fn numbered(page: &Page, opened: &Opened) -> Vec<Chapter> {
    let chapter = |(at, (title, lines)): (usize, (String, Vec<Said>))| Chapter {
        id: format!("chapter-{at}"),
        title: format!("{at}. {title}"),
        lines,
    };
    (1..).zip(chapters(page.lang(), opened)).map(chapter).collect()
}

/// What the school added: what stands, and for those who add the history.
async fn own(
    page: &Page,
    tx: &mut Tx,
    opened: &Opened,
    manages: bool,
) -> Result<(Vec<Own>, Vec<Own>), PageError> {
    if !manages {
        return Ok((Vec::new(), Vec::new()));
    }
    let people = store::people::of_school(tx, &opened.programme.school).await?;
    let names: BTreeMap<PersonId, String> =
        people.into_iter().map(|person| (person.id, person.name.brief())).collect();
    let row = |line: &Line| Own {
        id: line.id.to_string(),
        text: text(page.lang(), &line.content),
        added: by(page, &names, "regulations-added", &line.added),
        removed: line
            .removed
            .as_ref()
            .map(|removed| by(page, &names, "regulations-removed", removed))
            .unwrap_or_default(),
    };
    let (gone, standing): (Vec<&Line>, Vec<&Line>) =
        opened.lines.iter().partition(|line| line.removed.is_some());
    Ok((standing.into_iter().map(row).collect(), gone.into_iter().map(row).collect()))
}

fn by(
    page: &Page,
    names: &BTreeMap<PersonId, String>,
    key: &str,
    (person, at): &(PersonId, Instant),
) -> String {
    let name = names.get(person).cloned().unwrap_or_default();
    let day = i18n::day(page.lang(), page.local(*at).date());
    Sentence::new(key).with("name", name).with("day", day).words(page.lang())
}

/// Both languages of a line, the reader's first.
fn text(lang: Lang, content: &Content) -> String {
    let words = match content {
        Content::Text(words) => words,
        Content::Road { event, .. } => event,
    };
    match lang {
        Lang::Kk | Lang::En => format!("{} / {}", words.kk, words.ru),
        Lang::Ru => format!("{} / {}", words.ru, words.kk),
    }
}

pub(super) async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let programme = page.programme().await?;
    let printed = actions::regulations::print(&page.context(), &programme, lang).await;
    let pdf = printed.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "regulation.pdf"))
}

pub(super) async fn table(path: TablePath, page: Page) -> Result<Response, PageError> {
    let programme = page.programme().await?;
    let list = actions::regulations::list(&page.context(), &programme, page.lang()).await?;
    handouts::table(&page, list, &path.form, "road-map")
}
