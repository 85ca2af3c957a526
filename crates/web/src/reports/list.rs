//! The reports that the reader may open: what awaits the own words first, then what is to sign, then the rest.

use super::{FolderPath, ListPath, ShowPath, kind_key, look};
use crate::bundles::ShowPath as BundlePath;
use crate::layout::Shell;
use crate::names::Names;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::reports::{Opened, expected, folder, readable};
use axum::response::Response;
use domain::pairs::{Pair, State as PairState};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::reports::{Kind, Term, due_on};
use domain::{Day, PairId};
use store::Tx;

/// A report.
struct Row {
    href: String,
    number: String,
    kind: String,
    people: String,
    state: (&'static str, &'static str, String),
}

/// A report that may be begun.
struct Begin {
    kind: &'static str,
    term: &'static str,
    pair: String,
    title: String,
    about: String,
}

/// The board: what is to be done now, and where.
struct Board {
    title: String,
    text: String,
    act: Option<(String, &'static str)>,
}

#[derive(askama::Template)]
#[template(path = "reports/list.html")]
struct List {
    shell: Shell,
    today: Day,
    board: Board,
    own: Vec<Row>,
    others: Vec<Row>,
    begin: Vec<Begin>,
    /// The reader signs reports of others.
    leads: bool,
    /// The reader keeps the forms and takes archives out.
    keeps: bool,
    /// The latest bundle that they asked for.
    bundle: Option<String>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    let keeps = may(page.actor(), &Action::ManageForms(school)).is_ok();
    let leads = keeps || may(page.actor(), &Action::SignOrders(school)).is_ok();
    let mut drawn = List {
        shell: page.shell(),
        today: page.today(),
        board: said(&page, "reports-board-quiet"),
        own: Vec::new(),
        others: Vec::new(),
        begin: Vec::new(),
        leads,
        keeps,
        bundle: actions::bundles::latest(&mut tx, &page.context())
            .await?
            .map(|latest| BundlePath { id: latest.id }.to_string()),
    };
    if let Some(programme) = store::programmes::running(&mut tx, school, page.today()).await? {
        fill(&page, &mut tx, &programme, &mut drawn).await?;
    }
    page.show(&drawn)
}

fn said(page: &Page, key: &str) -> Board {
    Board { title: page.text(key), text: page.text(&format!("{key}-text")), act: None }
}

async fn fill(page: &Page, tx: &mut Tx, programme: &Programme, drawn: &mut List) -> Result<(), PageError> {
    let names = Names::of(tx, programme).await?;
    let context = page.context();
    let mut known = Vec::new();
    for opened in readable(tx, &context, programme).await? {
        let row = row(page, &names, &opened);
        if opened.is_author(&context) {
            drawn.own.push(row);
        } else {
            drawn.others.push(row);
        }
        known.push((opened.report.kind, opened.report.term, opened.report.pair));
    }
    let pairs = store::pairs::of_programme(tx, &programme.school, &programme.id).await?;
    drawn.begin = to_begin(page, programme, &names, &pairs)
        .into_iter()
        .filter(|(of, _)| !known.contains(of))
        .map(|(_, begin)| begin)
        .collect();
    let waiting = folder(tx, &context, programme).await?.len();
    let mine =
        expected(tx, programme, page.today()).await?.into_iter().find(|one| one.is_written_by(&context));
    if let Some(mine) = mine {
        let kind = page.text(&kind_key(mine.kind, mine.term));
        drawn.board = said(page, "reports-board-write");
        drawn.board.title = Said::new("reports-board-write").with("kind", kind).words(page.lang());
        drawn.board.act =
            mine.report.map(|(report, _)| (ShowPath { id: report.id }.to_string(), "reports-act-write"));
    } else if waiting > 0 && drawn.leads {
        drawn.board = said(page, "reports-board-sign");
        drawn.board.title = Said::new("reports-board-sign").with("count", waiting).words(page.lang());
        drawn.board.act = Some((FolderPath.to_string(), "reports-act-folder"));
    }
    Ok(())
}

fn row(page: &Page, names: &Names, opened: &Opened) -> Row {
    let report = &opened.report;
    let (tone, glyph) = look(report.state);
    Row {
        href: ShowPath { id: report.id.clone() }.to_string(),
        number: Said::new("reports-number").with("number", report.number.to_string()).words(page.lang()),
        kind: page.text(&kind_key(report.kind, report.term)),
        people: opened.pair.as_ref().map(|pair| of_two(names, pair)).unwrap_or_default(),
        state: (tone, glyph, page.text(&format!("reports-state-{}", report.state.word()))),
    }
}

fn of_two(names: &Names, pair: &Pair) -> String {
    let newcomer = names.newcomer(&pair.newcomer).ok().map(|one| one.name.brief());
    let mentor = names.mentor(&pair.mentor).ok().map(|one| one.name.brief());
    newcomer.into_iter().chain(mentor).collect::<Vec<_>>().join(", ")
}

/// What a report is of: of each there is one.
type Of = (Kind, Term, Option<PairId>);

/// Everything that the reader may begin: about the pairs by order that they are one of; of the coordinator the note.
fn to_begin(page: &Page, programme: &Programme, names: &Names, pairs: &[Pair]) -> Vec<(Of, Begin)> {
    let me = &page.actor().person;
    let mut begin = Vec::new();
    let mut add = |kind: Kind, pair: Option<&PairId>, about: String| {
        for term in Term::ALL {
            let due = i18n::day_short(page.lang(), due_on(kind, term, programme));
            let due = Said::new("reports-due").with("day", due).words(page.lang());
            let about = if about.is_empty() { due } else { format!("{about} · {due}") };
            let title = page.text(&kind_key(kind, term));
            let of = pair.map(ToString::to_string).unwrap_or_default();
            let one = Begin { kind: kind.word(), term: term.word(), pair: of, title, about };
            begin.push(((kind, term, pair.cloned()), one));
        }
    };
    for pair in pairs.iter().filter(|pair| matches!(pair.state, PairState::Assigned(_))) {
        let (newcomer, mentor) = (names.newcomer(&pair.newcomer).ok(), names.mentor(&pair.mentor).ok());
        let said = |key: &str, name: String| Said::new(key).with("name", name).words(page.lang());
        if let (Some(newcomer), Some(mentor)) = (newcomer, mentor) {
            if mentor.person == *me {
                add(Kind::Mentor, Some(&pair.id), said("reports-begin-about", newcomer.name.polite()));
            }
            if newcomer.person == *me {
                add(Kind::Newcomer, Some(&pair.id), said("reports-begin-with", mentor.name.polite()));
            }
        }
    }
    if may(page.actor(), &Action::ManageProgramme(&programme.school)).is_ok() {
        add(Kind::Note, None, String::new());
    }
    begin
}
