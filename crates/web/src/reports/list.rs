//! The reports that the reader may open: what awaits the own words first, then what is to sign, then the rest.

use super::{FolderPath, ListPath, ShowPath, kind_key, look};
use crate::bundles::ShowPath as BundlePath;
use crate::layout::Shell;
use crate::names::Names;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::reports::{Annual, Opened, annual, expected, folder, readable};
use axum::response::Response;
use domain::endings::{Pause, due_after};
use domain::pairs::{Pair, State as PairState};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::reports::{Kind, Report, Term, asked_from, due_on, is_asked_of};
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
    /// The last day for it, moved by pauses of the pair.
    due: Day,
    /// The pair worked before that day.
    in_time: bool,
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
    if let Some(programme) = store::programmes::in_sight(&mut tx, school, page.today()).await? {
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
    let pauses = store::pauses::of_programme(tx, &programme.school, &programme.id).await?;
    let of_pupils = annual(tx, &context).await? == Some(Annual::ToBegin);
    drawn.begin = to_begin(page, programme, &names, (&pairs, &pauses), of_pupils)
        .into_iter()
        .filter(|(of, _)| !known.contains(of))
        .map(|(_, begin)| begin)
        .collect();
    if let Some(board) = board(page, tx, programme, drawn).await? {
        drawn.board = board;
    }
    Ok(())
}

/// What awaits the reader: a report to write, those to sign, then one whose day has come though the school does not
/// ask for its form.
async fn board(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    drawn: &List,
) -> Result<Option<Board>, PageError> {
    let (context, today) = (page.context(), page.today());
    let waiting = folder(tx, &context, programme).await?.len();
    let begin = || Some(("#begin".to_owned(), "reports-begin-act"));
    let all = expected(tx, programme, today).await?;
    if let Some(mine) = all.into_iter().find(|one| one.is_written_by(&context)) {
        let text = if mine.due < today { "reports-board-late-text" } else { "reports-board-write-text" };
        let write = |(report, _): (Report, _)| (ShowPath { id: report.id }.to_string(), "reports-act-write");
        return Ok(Some(Board {
            title: awaits(page, &page.text(&kind_key(mine.kind, mine.term))),
            text: Said::new(text).day(mine.due).words(page.lang()),
            act: mine.report.map(write).or_else(begin),
        }));
    }
    if waiting > 0 && drawn.leads {
        return Ok(Some(Board {
            title: Said::new("reports-board-sign").with("count", waiting).words(page.lang()),
            act: Some((FolderPath.to_string(), "reports-act-folder")),
            ..said(page, "reports-board-sign")
        }));
    }
    let has_come = |one: &&Begin| one.in_time && today >= asked_from(one.due);
    Ok(drawn.begin.iter().find(has_come).map(|one| Board {
        title: Said::new("reports-board-unasked").with("kind", &one.title).words(page.lang()),
        text: Said::new("reports-board-unasked-text").day(one.due).words(page.lang()),
        act: begin(),
    }))
}

fn awaits(page: &Page, kind: &str) -> String {
    Said::new("reports-board-write").with("kind", kind).words(page.lang())
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

/// Everything that the reader may begin: about the pairs by order that they are one of; of the coordinator the note and, where
/// pupils help pupils, the report on that.
fn to_begin(
    page: &Page,
    programme: &Programme,
    names: &Names,
    (pairs, pauses): (&[Pair], &[Pause]),
    of_pupils: bool,
) -> Vec<(Of, Begin)> {
    let me = &page.actor().person;
    let mut begin = Vec::new();
    let mut add = |kind: Kind, pair: Option<&Pair>, about: String| {
        for term in kind.terms().iter().copied() {
            let one = one(page, programme, (kind, term, pair), pauses, &about);
            if pair.is_none_or(|pair| is_open(pair, one.due)) {
                begin.push(((kind, term, pair.map(|pair| pair.id.clone())), one));
            }
        }
    };
    for pair in pairs {
        let (newcomer, mentor) = (names.newcomer(&pair.newcomer).ok(), names.mentor(&pair.mentor).ok());
        let said = |key: &str, name: String| Said::new(key).with("name", name).words(page.lang());
        if let (Some(newcomer), Some(mentor)) = (newcomer, mentor) {
            if mentor.person == *me {
                add(Kind::Mentor, Some(pair), said("reports-begin-about", newcomer.name.polite()));
            }
            if newcomer.person == *me {
                add(Kind::Newcomer, Some(pair), said("reports-begin-with", mentor.name.polite()));
            }
        }
    }
    if may(page.actor(), &Action::ManageProgramme(&programme.school)).is_ok() {
        add(Kind::Note, None, String::new());
    }
    if of_pupils {
        add(Kind::Peers, None, String::new());
    }
    begin
}

/// A pair that works may begin early; one that has ended where it is asked.
fn is_open(pair: &Pair, due: Day) -> bool {
    let works = matches!(pair.state, PairState::Assigned(_));
    works || pair.assignment().is_some_and(|was| is_asked_of(&was.period, due))
}

fn one(
    page: &Page,
    programme: &Programme,
    (kind, term, pair): (Kind, Term, Option<&Pair>),
    pauses: &[Pause],
    about: &str,
) -> Begin {
    let own: Vec<Pause> =
        pauses.iter().filter(|pause| pair.is_some_and(|pair| pair.id == pause.pair)).cloned().collect();
    let due = due_after(due_on(kind, term, programme), &own);
    let key = if due < page.today() { "reports-due-was" } else { "reports-due" };
    let day = Said::new(key).day(due).words(page.lang());
    Begin {
        kind: kind.word(),
        term: term.word(),
        pair: pair.map(|pair| pair.id.to_string()).unwrap_or_default(),
        title: page.text(&kind_key(kind, term)),
        about: if about.is_empty() { day } else { format!("{about} · {day}") },
        due,
        in_time: pair.and_then(Pair::assignment).is_none_or(|assigned| assigned.period.from <= due),
    }
}
