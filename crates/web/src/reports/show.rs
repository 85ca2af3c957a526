//! One report: what is gathered with the way to each list, what people write, who has signed and who signs next.

use super::seals::{Sealing, sealing};
use super::{
    HistoryPath, ListOfPath, PaperPath, ReadPath, ReturnPath, ShowPath, SignPath, TakeBackPath, WritePath,
    kind_key, label, look, moment,
};
use crate::errors::unprinted;
use crate::files::shown;
use crate::forms::Fields;
use crate::formsets::asking::Asking;
use crate::layout::Shell;
use crate::layout::parts::{Choice, Signature as Link, Signed};
use crate::pairs::ShowPath as PairPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::reports::{Opened, View, caption, content_hash, figure, view};
use actions::signatures::prefix;
use axum::http::StatusCode;
use axum::response::Response;
use domain::reports::{Basis, Deed, Event, Field, Kind, Report, Signature, Signer, State, of_place};
use domain::{Day, ReportId};
use i18n::Lang;
use store::Tx;

/// A total with the way to its list.
struct Total {
    href: String,
    caption: String,
    count: usize,
    minutes: String,
}

/// What the reader may do now.
#[derive(Default)]
struct Acts {
    write: Option<String>,
    take_back: Option<String>,
    sign: Option<String>,
    give_back: Option<(String, Vec<Choice>)>,
    read: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "reports/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    kind: String,
    people: String,
    board: (String, String),
    by_law: bool,
    standing: (&'static str, &'static str, String),
    period: String,
    frozen: String,
    totals: Vec<Total>,
    /// Figures that open no list, or why they are not shown.
    figures: Vec<String>,
    changes: Vec<String>,
    /// Fields that the reader fills in now.
    asked: Vec<Asking>,
    /// Fields as they read.
    answers: Vec<Asking>,
    chain: Vec<Link>,
    sealing: Sealing,
    comment: Option<String>,
    acts: Acts,
    fields: Fields,
    /// The version that is written over.
    version: i64,
    /// The hash of what is signed.
    seen: String,
    has_password: bool,
    papers: [String; 2],
    code: String,
    form: String,
    history: String,
    pair: Option<String>,
    who_sees: String,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default(), StatusCode::OK).await
}

/// Draws a report; `fields` hold what was typed where a form came back.
pub(super) async fn draw(
    page: &Page,
    id: &ReportId,
    fields: Fields,
    status: StatusCode,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let context = page.context();
    let opened = actions::reports::opened(&mut tx, &context, id).await?.ok_or(PageError::NotFound)?;
    let view = view(&mut tx, &context, &opened).await?;
    let events = actions::reports::history(&mut tx, &context, &opened).await?;
    let report = &opened.report;
    let turn = opened.turn(&context);
    let writes = opened.is_author(&context) && report.is_written();
    let (tone, glyph) = look(report.state);
    let has_password = page.has_password(&mut tx).await?;
    let paper = |lang: Lang| PaperPath { id: id.clone(), lang: lang.tag().to_owned() }.to_string();
    // What the reader fills in stands in a form, everything else is read.
    let mine = |field: &&Field| if writes { field.by == 0 } else { turn == Some(field.by) && field.by > 0 };
    let (asked, read): (Vec<&Field>, Vec<&Field>) = report.form.fields.iter().partition(mine);
    // While the author writes, what others will add later does not stand between the facts and the words.
    let read = read.into_iter().filter(|field| !writes || view.words.contains_key(&field.key));
    let asking = |field: &Field| Asking::new(page, field, view.words.get(&field.key), &fields);
    let read = read.map(|field: &Field| asking(field).read(page, field)).collect();
    let drawn = Show {
        shell: page.shell(),
        today: page.today(),
        kind: page.text(&kind_key(report.kind, report.term)),
        people: people(&view),
        board: board(page, &opened, writes),
        by_law: report.form.basis == Basis::Law,
        standing: (tone, glyph, page.text(&format!("reports-state-{}", report.state.word()))),
        period: period(page, &view),
        frozen: frozen(page, &opened, &view),
        totals: totals(page, id, &view),
        figures: view.facts.figures.iter().map(|one| figure(page.lang(), *one)).collect(),
        changes: changes(page, &view),
        asked: asked.into_iter().map(asking).collect(),
        answers: read,
        chain: chain(page, &opened),
        sealing: sealing(page, &mut tx, &opened).await?,
        comment: comment(page, &mut tx, &opened, &events).await?,
        acts: acts(page, &opened, writes),
        version: report.version,
        seen: turn.and_then(|place| content_hash(report, place)).unwrap_or_default(),
        has_password,
        papers: [paper(Lang::Kk), paper(Lang::Ru)],
        code: report.code.clone(),
        form: report.form.version.to_string(),
        history: HistoryPath { id: id.clone() }.to_string(),
        pair: report.pair.as_ref().map(|pair| PairPath { id: pair.clone() }.to_string()),
        who_sees: who_sees(report).to_owned(),
        fields,
    };
    page.show_with(status, &drawn)
}

/// The key of who reads it. The head reads what the head signs.
fn who_sees(report: &Report) -> &'static str {
    let head = report.form.chain.contains(&Signer::Head);
    match (report.kind, head) {
        _ if report.content.is_none() => "reports-seen-draft",
        (Kind::Mentor, true) => "reports-seen-mentor",
        (Kind::Mentor, false) => "reports-seen-mentor-without-head",
        (Kind::Newcomer, true) => "reports-seen-newcomer-with-head",
        (Kind::Newcomer, false) => "reports-seen-newcomer",
        (Kind::Note, true) => "reports-seen-note",
        (Kind::Note, false) => "reports-seen-note-without-head",
        (Kind::Peers, _) => "reports-seen-peers",
    }
}

fn people(view: &View) -> String {
    let both = [&view.facts.newcomer, &view.facts.mentor];
    both.into_iter().flatten().map(|party| party.name.clone()).collect::<Vec<_>>().join(" – ")
}

fn period(page: &Page, view: &View) -> String {
    let day = |day: Day| i18n::day(page.lang(), day);
    let (from, until) = (day(view.facts.from), day(view.facts.until));
    Said::new("reports-facts-period").with("from", from).with("until", until).words(page.lang())
}

fn frozen(page: &Page, opened: &Opened, view: &View) -> String {
    match opened.report.content.as_ref().filter(|_| !view.live) {
        Some(content) => {
            Said::new("reports-facts-frozen").with("day", moment(page, content.at)).words(page.lang())
        }
        None => page.text("reports-facts-live"),
    }
}

fn totals(page: &Page, id: &ReportId, view: &View) -> Vec<Total> {
    let total = |list: &domain::reports::List| Total {
        href: ListOfPath { id: id.clone(), what: list.what.word().to_owned() }.to_string(),
        caption: caption(page.lang(), list.what),
        count: list.total(),
        minutes: match list.minutes() {
            0 => String::new(),
            count => Said::new("reports-facts-minutes").with("count", count).words(page.lang()),
        },
    };
    view.facts.lists.iter().map(total).collect()
}

fn changes(page: &Page, view: &View) -> Vec<String> {
    let change = |change: &domain::reports::Change| {
        Said::new("reports-changed-one")
            .with("list", caption(page.lang(), change.what))
            .with("more", change.more)
            .with("less", change.less)
            .words(page.lang())
    };
    view.changes.iter().map(change).collect()
}

fn board(page: &Page, opened: &Opened, writes: bool) -> (String, String) {
    let context = page.context();
    let said = |key: &str| (page.text(key), page.text(&format!("{key}-text")));
    let report = &opened.report;
    match report.state {
        State::Returned { .. } if writes || opened.turn(&context).is_some() => said("reports-show-returned"),
        State::Returned { .. } => {
            (page.text("reports-show-returned-other"), page.text("reports-show-waits-text"))
        }
        State::Draft if writes => said("reports-show-draft"),
        State::Draft => (page.text("reports-show-returned-other"), page.text("reports-show-waits-text")),
        State::Approved => said("reports-show-approved"),
        State::Ready | State::Signed if opened.turn(&context).is_some() => said("reports-show-mine"),
        State::Ready | State::Signed => {
            let signer = report.next(&opened.signatures).map(|(_, signer)| signer.word()).unwrap_or_default();
            let title = Said::new("reports-show-waits").text("who", format!("reports-signer-{signer}"));
            (title.words(page.lang()), page.text("reports-show-waits-text"))
        }
    }
}

/// The chain with the signatures that hold, and those that an edit took off.
fn chain(page: &Page, opened: &Opened) -> Vec<Link> {
    let turn = opened.turn(&page.context());
    let given = |key: &str, one: &Signature| {
        Said::new(key)
            .with("name", one.name.clone())
            .with("when", moment(page, one.at))
            .with("hash", prefix(&one.hash).to_owned())
            .words(page.lang())
    };
    let mut links = Vec::new();
    for (place, signer) in opened.report.form.places() {
        let title = page.text(&format!("reports-signer-{}", signer.word()));
        let void = opened.signatures.iter().rfind(|one| one.place == place && one.void_at.is_some());
        if let Some(one) = of_place(&opened.signatures, place) {
            links.push(Link { title, sub: given("reports-chain-signed", one), state: Signed::Done });
            continue;
        }
        if let Some(one) = void {
            let sub = given("reports-chain-void", one);
            links.push(Link { title: title.clone(), sub, state: Signed::Removed });
        }
        let (key, state) = match () {
            () if turn == Some(place) => ("reports-chain-you", Signed::You),
            () if void.is_some() => ("reports-chain-again", Signed::Later),
            () => ("reports-chain-later", Signed::Later),
        };
        links.push(Link { title, sub: page.text(key), state });
    }
    links
}

/// The comment of the last return, while it is being mended.
async fn comment(
    page: &Page,
    tx: &mut Tx,
    opened: &Opened,
    events: &[Event],
) -> Result<Option<String>, PageError> {
    if matches!(opened.report.state, State::Approved | State::Ready) {
        return Ok(None);
    }
    let later = |event: &&Event| matches!(event.deed, Deed::Returned | Deed::Ready);
    let last = events.iter().find(later).filter(|event| event.deed == Deed::Returned);
    let Some(event) = last else { return Ok(None) };
    let name = store::people::get(tx, &event.by).await?.map(|person| person.name.polite());
    let said = Said::new("reports-comment")
        .with("name", name.unwrap_or_default())
        .with("comment", event.became.clone().unwrap_or_default());
    Ok(Some(said.words(page.lang())))
}

fn acts(page: &Page, opened: &Opened, writes: bool) -> Acts {
    let context = page.context();
    let report = &opened.report;
    let id = || report.id.clone();
    let author = opened.is_author(&context);
    let turn = opened.turn(&context);
    let choice = |field: &Field| Choice::new(field.key.clone(), label(page.lang(), &field.label));
    Acts {
        write: writes.then(|| WritePath { id: id() }.to_string()),
        take_back: (author && !writes && report.clone().take_back().is_ok())
            .then(|| TakeBackPath { id: id() }.to_string()),
        sign: turn.map(|_| SignPath { id: id() }.to_string()),
        give_back: opened.may_return(&context).map(|place| {
            let earlier = report.form.fields.iter().filter(|field| field.by < place).map(choice);
            (ReturnPath { id: id() }.to_string(), earlier.collect())
        }),
        read: turn.filter(|place| *place > 0).map(|_| ReadPath { id: id() }.to_string()),
    }
}

pub(super) async fn paper(path: PaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let printed = actions::reports::print(&page.context(), &path.id, lang, page.press()).await;
    let pdf = printed.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "report.pdf"))
}
