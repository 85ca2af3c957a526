//! A week of the journal: one tap for each pair, one signature; the weeks before beside it.

use super::list::title;
use super::{ListPath, MarksPath, ReopenPath, ShowPath, day};
use crate::commissions::{Names, names};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::peers::shell;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::journals::{ClassWeek, Line, Put, Signing, Week, put, reopen as do_reopen, week as load};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::journals::{Chosen, MOST_REMARK, Mark, WeekRefused};
use domain::{Day, PeerPairId};

/// A pair with the marks to choose from.
struct Row {
    field: String,
    was: &'static str,
    name: String,
    /// None where the two do not meet for now.
    choices: Vec<Choice>,
}

/// A class whose week is signed.
struct Signed {
    class: String,
    text: String,
    remark: Option<String>,
}

/// A class whose week is open.
struct Open {
    class: String,
    rows: Vec<Row>,
}

/// A pair in the table of weeks.
struct Past {
    name: String,
    /// Each week with what became of the meeting.
    cells: Vec<(String, String)>,
}

#[derive(askama::Template)]
#[template(path = "journals/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    /// The address of this page, under which it is kept for a time without network.
    here: String,
    /// Who fills it in: marks that wait in a browser are theirs alone.
    owner: String,
    open: Vec<Open>,
    signed: Vec<Signed>,
    columns: Vec<String>,
    past: Vec<Past>,
    marks: String,
    reopen: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, day(&path.week)?, StatusCode::OK, Fields::default()).await
}

/// The field of a pair.
fn field(pair: &PeerPairId) -> String {
    format!("mark-{pair}")
}

fn word(page: &Page, mark: Mark) -> String {
    page.text(&format!("journals-mark-{}", mark.word()))
}

fn both(line: &Line) -> String {
    format!("{} – {}", line.helper.name().brief(), line.mentee.name().brief())
}

/// The page; with what was chosen where it was not taken.
async fn draw(page: &Page, week: Day, status: StatusCode, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let journal = load(&mut tx, &page.context(), week).await?;
    let names = names(page, &mut tx).await?;
    let open = journal.classes.iter().filter(|class| class.signature.is_none());
    let shown: Vec<Day> = journal.earlier.iter().copied().chain([week]).collect();
    page.show_with(
        status,
        &Show {
            shell: shell(page),
            today: page.today(),
            title: title(page, week),
            here: ShowPath::of(week).to_string(),
            owner: page.actor().person.to_string(),
            open: open.map(|class| to_fill_in(page, class, &fields)).collect(),
            signed: journal.classes.iter().filter_map(|class| signed(page, class, &names)).collect(),
            columns: shown.iter().map(|day| i18n::day_short(page.lang(), *day)).collect(),
            past: journal.lines().map(|line| past(page, line, &shown)).collect(),
            marks: MarksPath { week: week.to_string() }.to_string(),
            reopen: ReopenPath { week: week.to_string() }.to_string(),
            back: ListPath.to_string(),
            fields,
        },
    )
}

fn to_fill_in(page: &Page, class: &ClassWeek, fields: &Fields) -> Open {
    let row = |line: &Line| {
        let (field, was) = (field(&line.pair.id), line.mark.map_or("", Mark::word));
        let stands = if fields.has(&field) { fields.value(&field) } else { was };
        let choice = |mark: &Mark| Choice::new(mark.word(), word(page, *mark)).chosen_if(stands);
        let choices = Mark::ALL.iter().filter(|_| !line.paused).map(choice).collect();
        Row { name: both(line), choices, field, was }
    };
    Open { class: class.class.clone(), rows: class.lines.iter().map(row).collect() }
}

fn signed(page: &Page, class: &ClassWeek, names: &Names) -> Option<Signed> {
    let signature = class.signature.as_ref()?;
    Some(Signed {
        class: class.class.clone(),
        text: Said::new("journals-signed")
            .with("name", names.get(&signature.by.0).cloned().unwrap_or_default())
            .with("day", i18n::day(page.lang(), page.local(signature.by.1).date()))
            .words(page.lang()),
        remark: signature.remark.clone(),
    })
}

fn past(page: &Page, line: &Line, weeks: &[Day]) -> Past {
    let marks = line.earlier.iter().copied().chain([line.mark]);
    let said = |mark: Option<Mark>| mark.map_or_else(|| "–".to_owned(), |mark| word(page, mark));
    let cell = |(week, mark): (&Day, Option<Mark>)| (i18n::day_short(page.lang(), *week), said(mark));
    Past { name: both(line), cells: weeks.iter().zip(marks).map(cell).collect() }
}

/// Marks that were chosen on the page: nothing where a pair is open or as the page had it.
fn chosen(journal: &Week, fields: &mut Fields) -> Vec<Chosen> {
    let mut chosen = Vec::new();
    for line in journal.asked() {
        let name = field(&line.pair.id);
        let (typed, was) = (fields.value(&name).to_owned(), format!("was-{name}"));
        let known = if fields.has(&was) { Mark::from_word(fields.value(&was)) } else { line.mark };
        match Mark::from_word(&typed) {
            Some(mark) if known != Some(mark) => {
                chosen.push(Chosen { pair: line.pair.id.clone(), mark, known });
            }
            None if !typed.is_empty() => fields.refuse(&name, "forms-choose", &[]),
            Some(_) | None => {}
        }
    }
    chosen
}

/// What the script of the page is told (assets/offline.js): what stands now in each field that it sent, or a sentence.
fn quietly(
    page: &Page,
    journal: &Week,
    fields: &Fields,
    done: Result<Put, Failed<WeekRefused>>,
) -> Result<Response, PageError> {
    match done {
        Ok(Put { marks, .. }) => {
            let sent = journal.lines().map(|line| &line.pair.id).filter(|pair| fields.has(&field(pair)));
            let stands = |pair: &PeerPairId| marks.get(pair).copied().map_or("", Mark::word);
            let line = |pair: &PeerPairId| format!("{} {}\n", field(pair), stands(pair));
            Ok(sent.map(line).collect::<Vec<String>>().concat().into_response())
        }
        Err(Failed::Refused(_)) => {
            let text = page.text("journals-refused-signed");
            Ok((StatusCode::UNPROCESSABLE_ENTITY, text).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn marks(path: MarksPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let week = day(&path.week)?;
    let journal = load(&mut *page.read().await?, &page.context(), week).await?;
    let (chosen, quiet) = (chosen(&journal, &mut fields), fields.ticked("quiet"));
    let remark = fields.optional_text("remark", MOST_REMARK);
    if !fields.is_right() && quiet {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page.text("forms-choose")).into_response());
    }
    if !fields.is_right() {
        return draw(&page, week, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    // Whoever signs looks at the page that says so.
    let signing = (!quiet && fields.value("go") == "sign").then_some(Signing { remark });
    let done = put(&page.context(), week, &chosen, signing.as_ref()).await;
    if quiet {
        return quietly(&page, &journal, &fields, done);
    }
    let key = if signing.is_some() { "journals-done-signed" } else { "journals-done-saved" };
    match done {
        Ok(put) if put.newer.is_empty() && !put.open => Ok(page.done(&ShowPath::of(week), key, &[])),
        Ok(put) => {
            tell(&page, &journal, &put, &mut fields);
            draw(&page, week, StatusCode::UNPROCESSABLE_ENTITY, fields).await
        }
        Err(Failed::Refused(_)) => {
            fields.refuse("marks", "journals-refused-signed", &[]);
            draw(&page, week, StatusCode::UNPROCESSABLE_ENTITY, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Says at which pairs somebody else was faster; where nobody was, which has no mark yet.
fn tell(page: &Page, journal: &Week, put: &Put, fields: &mut Fields) {
    for pair in &put.newer {
        let stands = put.marks.get(pair).map(|mark| word(page, *mark)).unwrap_or_default();
        fields.now_stands(&field(pair), stands);
    }
    if put.newer.is_empty() {
        let open = journal.asked().find(|line| !put.marks.contains_key(&line.pair.id));
        let place = open.map(|line| field(&line.pair.id)).unwrap_or_default();
        fields.refuse(&place, "journals-refused-open", &[]);
    }
}

pub(super) async fn reopen(path: ReopenPath, page: Page) -> Result<Response, PageError> {
    let week = day(&path.week)?;
    do_reopen(&page.context(), week).await?;
    Ok(page.done(&ShowPath::of(week), "journals-done-opened", &[]))
}
