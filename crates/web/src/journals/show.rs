//! A week of the journal: one tap for each pair, one signature; the weeks before beside it.

use super::list::title;
use super::{ListPath, MarksPath, ReopenPath, ShowPath, day};
use crate::commissions::{Names, names};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::{Choice, Handouts};
use crate::peers::{card_address, shell};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::journals::{ClassWeek, Line, Put, Sent, Week, put, reopen as do_reopen, week as load};
use actions::pupils::lists;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::journals::topics::{Kind, MOST_TOPIC, Part, Told};
use domain::journals::{Chosen, MOST_REMARK, Mark, Remark};
use domain::{Day, PeerPairId};

/// What a meeting was, folded away below its mark: nobody has to open it.
struct About {
    /// Kind and topic, as they stand.
    text: String,
    kind: String,
    was_kind: &'static str,
    kinds: Vec<Choice>,
    topic: String,
    was_topic: String,
    typed: String,
    /// Something in it was not taken: it stands unfolded.
    is_wrong: bool,
}

/// A pair with the marks to choose from.
struct Row {
    field: String,
    was: &'static str,
    name: String,
    /// None where the two do not meet for now.
    choices: Vec<Choice>,
    about: About,
    /// The card of the next meeting, while the two meet.
    card: Option<String>,
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
    /// What the meeting of this week was: field, what stands in it, and its words.
    kind: (String, &'static str, String),
    topic: (String, String),
    /// There is a topic to show: they met, and somebody has said what it was about.
    topic_shown: bool,
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
    /// The journal on paper, once somebody has met.
    paper: Option<Handouts>,
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

/// The fields of what a meeting was.
fn kind_field(pair: &PeerPairId) -> String {
    format!("kind-{pair}")
}

fn topic_field(pair: &PeerPairId) -> String {
    format!("topic-{pair}")
}

/// The field of the remark on a class.
fn remark_field(class: &str) -> String {
    format!("remark-{class}")
}

fn word(page: &Page, mark: Mark) -> String {
    page.text(&format!("journals-mark-{}", mark.word()))
}

fn kind_word(page: &Page, kind: Kind) -> String {
    page.text(&format!("journals-kind-{}", kind.word()))
}

fn both(line: &Line) -> String {
    format!("{} – {}", line.helper.name().brief(), line.mentee.name().brief())
}

/// The page; with what was chosen where it was not taken.
async fn draw(page: &Page, week: Day, status: StatusCode, fields: Fields) -> Result<Response, PageError> {
    let journal = lists::week(&page.context(), week).await?;
    let names = names(page, &mut *page.read().await?).await?;
    let open = journal.classes.iter().filter(|class| class.signature.is_none());
    let marked = |line: &Line| line.mark.is_some() || line.earlier.iter().any(Option::is_some);
    let is_written = journal.lines().any(marked);
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
            words: words(page),
            past: journal.lines().map(|line| past(page, line, &shown)).collect(),
            marks: MarksPath { week: week.to_string() }.to_string(),
            reopen: ReopenPath { week: week.to_string() }.to_string(),
            paper: is_written.then(|| Handouts::at(&ShowPath::of(week))),
            back: ListPath.to_string(),
            fields,
        },
    )
}

/// Everything that is chosen on the page, with its word.
fn words(page: &Page) -> Vec<(&'static str, String)> {
    let marks = Mark::ALL.into_iter().map(|mark| (mark.word(), word(page, mark)));
    marks.chain(Kind::ALL.into_iter().map(|kind| (kind.word(), kind_word(page, kind)))).collect()
}

/// What the meeting of a pair was; a walk off the grounds is offered where it may have been one.
fn about(page: &Page, line: &Line, fields: &Fields) -> About {
    let (kind_name, topic_name) = (kind_field(&line.pair.id), topic_field(&line.pair.id));
    let stood = line.about.topic.clone().unwrap_or_default();
    let typed = |name: &str, stood: &str| {
        if fields.has(name) { fields.value(name).to_owned() } else { stood.to_owned() }
    };
    let chosen = typed(&kind_name, line.about.kind.word());
    let is_possible = |one: &Kind| *one != Kind::Outside || line.may_go_out || line.about.kind == *one;
    let choice = |one: Kind| Choice::new(one.word(), kind_word(page, one)).chosen_if(&chosen);
    let kinds = Kind::ALL.into_iter().filter(is_possible).map(choice).collect();
    let is_wrong = [&kind_name, &topic_name].into_iter().any(|name| !fields.error(name).is_empty());
    let words = [Some(kind_word(page, line.about.kind)), line.about.topic.clone()];
    About {
        text: words.into_iter().flatten().collect::<Vec<String>>().join(" · "),
        typed: typed(&topic_name, &stood),
        is_wrong,
        was_kind: line.about.kind.word(),
        was_topic: stood,
        kind: kind_name,
        kinds,
        topic: topic_name,
    }
}

fn to_fill_in(page: &Page, class: &ClassWeek, fields: &Fields) -> Open {
    let row = |line: &Line| {
        let (field, was) = (field(&line.pair.id), line.mark.map_or("", Mark::word));
        let stands = if fields.has(&field) { fields.value(&field) } else { was };
        let choice = |mark: &Mark| Choice::new(mark.word(), word(page, *mark)).chosen_if(stands);
        let choices = Mark::ALL.iter().filter(|_| !line.paused).map(choice).collect();
        let card = card_address(page, &line.pair, line.paused);
        Row { name: both(line), choices, about: about(page, line, fields), field, was, card }
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
    let kind = line.about.kind;
    let met = line.mark == Some(Mark::Met);
    Past {
        name: both(line),
        field,
        stands,
        cells: weeks.iter().zip(marks).map(cell).collect(),
        kind: (
            kind_field(&line.pair.id),
            kind.word(),
            if met { kind_word(page, kind) } else { "–".to_owned() },
        ),
        topic: (topic_field(&line.pair.id), line.about.topic.clone().unwrap_or_default()),
        topic_shown: met && line.about.topic.is_some(),
    }
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

/// What was said of meetings: nothing where it is as the page had it.
fn told(journal: &Week, fields: &mut Fields) -> Vec<Told> {
    let mut told = Vec::new();
    for line in journal.asked() {
        let pair = &line.pair.id;
        let (name, was) = (kind_field(pair), format!("was-{}", kind_field(pair)));
        if fields.has(&name) {
            let known = Kind::from_word(fields.value(&was)).unwrap_or(line.about.kind);
            if let Some(kind) = fields.choice(&name, Kind::from_word).filter(|kind| *kind != known) {
                told.push(Told { pair: pair.clone(), said: Part::Kind(kind), known: Part::Kind(known) });
            }
        }
        let (name, was) = (topic_field(pair), format!("was-{}", topic_field(pair)));
        if fields.has(&name) {
            let topic = fields.optional_text(&name, MOST_TOPIC);
            let stood = fields.value(&was);
            let stood = (!stood.is_empty()).then(|| stood.to_owned());
            let known = if fields.has(&was) { stood } else { line.about.topic.clone() };
            if topic != known && fields.error(&name).is_empty() {
                told.push(Told { pair: pair.clone(), said: Part::Topic(topic), known: Part::Topic(known) });
            }
        }
    }
    told
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
    let mut lines: Vec<String> = Vec::new();
    for pair in journal.lines().map(|line| &line.pair.id) {
        let about = put.abouts.get(pair);
        let topic = about.and_then(|about| about.topic.clone()).unwrap_or_default();
        let typed = fields.value(&topic_field(pair));
        let stands = [
            (field(pair), put.marks.get(pair).copied().map_or("", Mark::word)),
            (kind_field(pair), about.map_or("", |about| about.kind.word())),
            // White space that was typed around it is no difference.
            (topic_field(pair), if typed.trim() == topic { typed } else { topic.as_str() }),
        ];
        let sent = stands.iter().filter(|(name, _)| fields.has(name));
        lines.extend(sent.map(|(name, value)| format!("{name} {}\n", value.replace('\n', " "))));
    }
    let is_signed = |one: &Told| journal.is_signed_for(&one.pair);
    if !put.signed.is_empty() || put.unheard.iter().any(is_signed) {
        lines.push(format!("! {}\n", page.text("journals-refused-signed")));
    }
    if !put.inside.is_empty() {
        lines.push(format!("! {}\n", page.text("journals-refused-outside")));
    }
    lines.extend(fields.problems.0.first().map(|problem| format!("! {}\n", problem.text)));
    lines.concat().into_response()
}

pub(super) async fn marks(path: MarksPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let week = day(&path.week)?;
    let journal = load(&mut *page.read().await?, &page.context(), week).await?;
    let (chosen, quiet) = (chosen(&journal, &mut fields), fields.ticked("quiet"));
    let (told, remarks) = (told(&journal, &mut fields), remarks(&journal, &mut fields));
    // What waits on a phone comes at once: one field that is wrong keeps no tap of the others from being saved.
    if !quiet && !fields.is_right() {
        return draw(&page, week, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
    }
    // Whoever signs looks at the page that says so.
    let class = fields.value("sign").to_owned();
    let sign = (!quiet && !class.is_empty()).then_some(class.as_str());
    let put =
        put(&page.context(), week, &Sent { chosen: &chosen, told: &told, remarks: &remarks, sign }).await?;
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
    for one in &put.unheard {
        let about = put.abouts.get(&one.pair);
        let (name, stands) = match &one.said {
            Part::Kind(_) => {
                (kind_field(&one.pair), about.map(|about| kind_word(page, about.kind)).unwrap_or_default())
            }
            Part::Topic(_) => {
                (topic_field(&one.pair), about.and_then(|about| about.topic.clone()).unwrap_or_default())
            }
        };
        // Of a class that is signed the fields are gone: what stands is in the table.
        let name = if journal.is_signed_for(&one.pair) { "signed".to_owned() } else { name };
        fields.now_stands(&name, stands);
    }
    for pair in &put.inside {
        fields.refuse(&kind_field(pair), "journals-refused-outside", &[]);
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
