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
use actions::journals::{ClassWeek, Line, Put, Sent, Week, put, reopen as do_reopen, week as load};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::journals::{Chosen, MOST_REMARK, Mark, Remark};
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
    /// The field of the remark, with what stands and what was typed.
    field: String,
    stood: String,
    remark: String,
}

/// A pair in the table of weeks.
struct Past {
    name: String,
    /// The field of the pair, and what stands in this week.
    field: String,
    stands: &'static str,
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
    /// Each mark with its word: what was chosen on a phone is said even where nobody can choose any more.
    words: Vec<(&'static str, String)>,
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

/// The field of the remark on a class.
fn remark_field(class: &str) -> String {
    format!("remark-{class}")
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
            words: Mark::ALL.map(|mark| (mark.word(), word(page, mark))).into(),
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
    let (field, stood) = (remark_field(&class.class), class.remark.clone().unwrap_or_default());
    Open {
        class: class.class.clone(),
        rows: class.lines.iter().map(row).collect(),
        remark: if fields.has(&field) { fields.value(&field).to_owned() } else { stood.clone() },
        field,
        stood,
    }
}

fn signed(page: &Page, class: &ClassWeek, names: &Names) -> Option<Signed> {
    let signature = class.signature.as_ref()?;
    Some(Signed {
        class: class.class.clone(),
        text: Said::new("journals-signed")
            .with("name", names.get(&signature.by.0).cloned().unwrap_or_default())
            .with("day", i18n::day(page.lang(), page.local(signature.by.1).date()))
            .words(page.lang()),
        remark: class.remark.clone(),
    })
}

fn past(page: &Page, line: &Line, weeks: &[Day]) -> Past {
    let marks = line.earlier.iter().copied().chain([line.mark]);
    let said = |mark: Option<Mark>| mark.map_or_else(|| "–".to_owned(), |mark| word(page, mark));
    let cell = |(week, mark): (&Day, Option<Mark>)| {
        let began = line.pair.meets_in(*week);
        let text = if began { said(mark) } else { page.text("journals-not-begun") };
        (i18n::day_short(page.lang(), *week), text)
    };
    let (field, stands) = (field(&line.pair.id), line.mark.map_or("", Mark::word));
    Past { name: both(line), field, stands, cells: weeks.iter().zip(marks).map(cell).collect() }
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

/// Remarks that were typed. An empty one is read as it stands where the form did not have the field.
fn remarks(journal: &Week, fields: &mut Fields) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for class in &journal.classes {
        let name = remark_field(&class.class);
        if !fields.has(&name) {
            continue;
        }
        let (text, stood) = (fields.optional_text(&name, MOST_REMARK), format!("stood-{name}"));
        let known = if fields.has(&stood) {
            let value = fields.value(&stood);
            (!value.is_empty()).then(|| value.to_owned())
        } else {
            class.remark.clone()
        };
        remarks.push(Remark { class: class.class.clone(), text, known });
    }
    remarks
}

/// What the script of the page is told (assets/offline.js): what stands now in each field that it sent, and a sentence
/// where the week is signed.
fn quietly(page: &Page, journal: &Week, fields: &Fields, put: &Put) -> Response {
    let sent = journal.lines().map(|line| &line.pair.id).filter(|pair| fields.has(&field(pair)));
    let stands = |pair: &PeerPairId| put.marks.get(pair).copied().map_or("", Mark::word);
    let mut lines: Vec<String> = sent.map(|pair| format!("{} {}\n", field(pair), stands(pair))).collect();
    if !put.signed.is_empty() {
        lines.push(format!("! {}\n", page.text("journals-refused-signed")));
    }
    lines.concat().into_response()
}

pub(super) async fn marks(path: MarksPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let week = day(&path.week)?;
    let journal = load(&mut *page.read().await?, &page.context(), week).await?;
    let (chosen, quiet) = (chosen(&journal, &mut fields), fields.ticked("quiet"));
    let remarks = remarks(&journal, &mut fields);
    if !fields.is_right() && quiet {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page.text("forms-choose")).into_response());
    }
    if !fields.is_right() {
        return draw(&page, week, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    // Whoever signs looks at the page that says so.
    let class = fields.value("sign").to_owned();
    let sign = (!quiet && !class.is_empty()).then_some(class.as_str());
    let put = put(&page.context(), week, &Sent { chosen: &chosen, remarks: &remarks, sign }).await?;
    if quiet {
        return Ok(quietly(&page, &journal, &fields, &put));
    }
    if put.is_whole() && (sign.is_none() || put.is_signed) {
        let key = if put.is_signed { "journals-done-signed" } else { "journals-done-saved" };
        return Ok(page.done(&ShowPath::of(week), key, &[]));
    }
    tell(&page, &journal, (chosen.as_slice(), &put), &mut fields);
    draw(&page, week, StatusCode::UNPROCESSABLE_ENTITY, fields).await
}

/// Says where somebody else was faster or the week is signed, with both values; where nobody was, which pair has no mark yet.
fn tell(page: &Page, journal: &Week, (chosen, put): (&[Chosen], &Put), fields: &mut Fields) {
    let stands = |pair: &PeerPairId| put.marks.get(pair).map(|mark| word(page, *mark)).unwrap_or_default();
    for pair in put.newer.iter().filter(|pair| !put.signed.contains(*pair)) {
        fields.now_stands(&field(pair), stands(pair));
    }
    for one in chosen.iter().filter(|one| put.signed.contains(&one.pair)) {
        let line = journal.lines().find(|line| line.pair.id == one.pair);
        let told: [(&str, i18n::Arg); 3] = [
            ("name", line.map(both).unwrap_or_default().into()),
            ("stands", stands(&one.pair).into()),
            ("chosen", word(page, one.mark).into()),
        ];
        fields.refuse("signed", "journals-refused-signed-pair", &told);
    }
    for (class, stands) in &put.late {
        fields.now_stands(&remark_field(class), stands.clone());
    }
    if let Some(pair) = put.open.as_ref().filter(|_| put.is_whole()) {
        fields.refuse(&field(pair), "journals-refused-open", &[]);
    }
}

pub(super) async fn reopen(path: ReopenPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let week = day(&path.week)?;
    do_reopen(&page.context(), week, fields.value("class")).await?;
    Ok(page.done(&ShowPath::of(week), "journals-done-opened", &[]))
}
