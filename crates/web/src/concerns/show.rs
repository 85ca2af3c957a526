//! The page of a concern: what was raised, and for whoever leads it the case with its clock, its log and its forms.

use super::list::state;
use super::{
    ClosePath, HandPath, LeadPath, ListPath, NamePath, NotePath, ShowPath, StepPath, colleagues, shell,
};
use crate::commissions::{Names, names};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::concerns::{Case, Opened, opened};
use axum::http::StatusCode;
use axum::response::Response;
use domain::concerns::{Concern, Entry, Outcome, State, Step, Taken, What};
use domain::pupils::Pupil;
use domain::{ConcernId, Day, PersonId, PupilId};

/// A step of the clock that is open.
struct Due {
    when: String,
    tone: &'static str,
    title: String,
}

/// A line of the log.
struct Line {
    head: String,
    words: String,
}

/// The form that says of whom it is.
struct Naming {
    action: String,
    pupils: Vec<Choice>,
    harmers: Vec<Choice>,
    /// Whom it may be about, until one is named.
    adults: Option<Vec<Choice>>,
    /// The version that is shown.
    version: i64,
}

/// The forms of whoever leads it.
struct Leading {
    step: String,
    steps: Vec<Choice>,
    hand: String,
    candidates: Vec<Choice>,
    close: String,
    outcomes: Vec<Choice>,
}

/// The case, for whoever may lead it.
struct View {
    leader: String,
    about: Vec<String>,
    clock: Vec<Due>,
    /// The key of what is said of the clock.
    clock_text: &'static str,
    log: Vec<Line>,
    /// Where it is taken on, while it waits.
    lead: Option<String>,
    /// Where notes are added, while it is open.
    note: Option<String>,
    naming: Option<Naming>,
    leading: Option<Leading>,
    reads: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "concerns/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    state: String,
    seen: String,
    /// When it was seen and who raised it.
    raised: String,
    case: Option<View>,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

/// The page; with what was typed where it was not taken.
pub(super) async fn draw(page: &Page, id: &ConcernId, fields: Fields) -> Result<Response, PageError> {
    let Opened { concern, case } = opened(&page.context(), id).await?;
    let mut tx = page.read().await?;
    let names = names(page, &mut tx).await?;
    let adults = colleagues(page, &mut tx, fields.value("about")).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let raised = Said::new("concerns-raised")
        .with("name", names.get(&concern.raised.0).cloned().unwrap_or_default())
        .with("day", i18n::day(page.lang(), concern.seen_on))
        .words(page.lang());
    page.show_with(
        status,
        &Show {
            shell: shell(page, &mut tx).await?,
            today: page.today(),
            title: concern.child.clone(),
            state: state(page, concern.raised_on, &concern.state),
            seen: concern.seen.clone(),
            raised,
            case: case.map(|case| view(page, &concern, &case, (&names, &fields), adults)),
            back: ListPath.to_string(),
            fields,
        },
    )
}

/// What stands in a field: what was sent, or what is so.
fn chosen<'a>(fields: &'a Fields, name: &str, standing: Option<&'a str>) -> &'a str {
    if fields.has(name) { fields.value(name) } else { standing.unwrap_or_default() }
}

fn view(
    page: &Page,
    concern: &Concern,
    case: &Case,
    (names, fields): (&Names, &Fields),
    adults: Vec<Choice>,
) -> View {
    let id = || concern.id.clone();
    let (open, led) = (concern.is_open(), matches!(concern.state, State::Led { .. }));
    View {
        leader: leader(page, concern, names),
        about: about(page, concern, case, names),
        clock: case.open.iter().map(|step| due(page, *step)).collect(),
        clock_text: if case.about_head { "concerns-clock-head" } else { "concerns-clock-text" },
        log: case.entries.iter().map(|entry| line(page, concern, case, names, entry)).collect(),
        lead: case.waits.then(|| LeadPath { id: id() }.to_string()),
        note: open.then(|| NotePath { id: id() }.to_string()),
        naming: open.then(|| Naming {
            action: NamePath { id: id() }.to_string(),
            pupils: pupils(
                page,
                case,
                chosen(fields, "pupil", concern.named.pupil.as_ref().map(PupilId::as_str)),
            ),
            harmers: pupils(
                page,
                case,
                chosen(fields, "harmer", concern.named.harmer.as_ref().map(PupilId::as_str)),
            ),
            adults: concern.named.about.is_none().then_some(adults),
            version: concern.version,
        }),
        leading: led.then(|| leading(page, concern, case, names, fields)),
        reads: case.reads.iter().map(|(day, reader)| looked(page, names, *day, reader)).collect(),
    }
}

fn looked(page: &Page, names: &Names, day: Day, reader: &PersonId) -> String {
    let name = names.get(reader).cloned().unwrap_or_default();
    format!("{}: {name}", i18n::day(page.lang(), day))
}

/// Who leads it, or how it ended.
fn leader(page: &Page, concern: &Concern, names: &Names) -> String {
    let name = |id: &PersonId| names.get(id).cloned().unwrap_or_default();
    match &concern.state {
        State::Raised => page.text("concerns-leader-none"),
        State::Led { by } => i18n::t(page.lang(), "concerns-leader", &[("name", name(by).into())]),
        State::Closed { by, outcome, .. } => Said::new("concerns-ended")
            .with("name", name(by))
            .text("outcome", format!("concerns-outcome-{}", outcome.word()))
            .words(page.lang()),
    }
}

fn pupil_name(pupil: &Pupil) -> String {
    format!("{}, {}", pupil.name().brief(), pupil.class_key)
}

/// Of whom it is, as far as it is written.
fn about(page: &Page, concern: &Concern, case: &Case, names: &Names) -> Vec<String> {
    let of_list = |id: &PupilId| case.pupils.iter().find(|pupil| pupil.id == *id).map(pupil_name);
    let said = |key: &'static str, name: String| i18n::t(page.lang(), key, &[("name", name.into())]);
    let it = &concern.named;
    let pupil = it.pupil.as_ref().and_then(of_list).map(|name| said("concerns-is-pupil", name));
    let by = it.harmer.as_ref().and_then(of_list).map(|name| said("concerns-is-harmer", name));
    let adult = it.about.as_ref().and_then(|id| names.get(id).cloned());
    let adult = adult.map(|name| said("concerns-is-about", name));
    [pupil, by, adult].into_iter().flatten().collect()
}

fn step_name(page: &Page, step: Step) -> String {
    page.text(&format!("concerns-step-{}", step.word()))
}

fn due(page: &Page, (step, day): (Step, Day)) -> Due {
    let tone = match day.cmp(&page.today()) {
        std::cmp::Ordering::Less => "late",
        std::cmp::Ordering::Equal => "near",
        std::cmp::Ordering::Greater => "",
    };
    Due { when: i18n::day_short(page.lang(), day), tone, title: step_name(page, step) }
}

/// A line of the log: who did what when, and the words.
fn line(page: &Page, concern: &Concern, case: &Case, names: &Names, entry: &Entry) -> Line {
    let name = |id: &PersonId| names.get(id).cloned().unwrap_or_default();
    let other = match &entry.what {
        What::Hand(to) => name(to),
        What::Lead | What::Name(_) | What::Note(_) | What::Step(_) | What::Close(_) => String::new(),
    };
    let head = Said::new(format!("concerns-log-{}", entry.what.word()))
        .with("when", i18n::day_and_time(page.lang(), page.local(entry.by.1)))
        .with("name", name(&entry.by.0))
        .with("other", other)
        .words(page.lang());
    let words = match &entry.what {
        What::Note(words) | What::Close(words) => words.clone(),
        What::Step(taken) => step_words(page, taken),
        What::Name(it) => {
            // The case as it stood then.
            let then = Concern { named: it.clone(), ..concern.clone() };
            let of = about(page, &then, case, names).join("\n");
            if of.is_empty() { page.text("concerns-nobody") } else { of }
        }
        What::Lead | What::Hand(_) => String::new(),
    };
    Line { head, words }
}

/// A step as it was taken, or why it is not needed.
fn step_words(page: &Page, taken: &Taken) -> String {
    let key = if taken.needed { "concerns-taken" } else { "concerns-unneeded" };
    let said = Said::new(key)
        .with("step", step_name(page, taken.step))
        .with("when", i18n::day_and_time(page.lang(), taken.on.to_datetime(taken.at)))
        .words(page.lang());
    let number = taken.number.as_ref().map(|number| format!("№ {number}"));
    [Some(said), number, taken.remark.clone()].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn pupils(page: &Page, case: &Case, chosen: &str) -> Vec<Choice> {
    let choice = |pupil: &Pupil| Choice::new(pupil.id.as_str(), pupil_name(pupil)).chosen_if(chosen);
    let mut pupils: Vec<Choice> = case.pupils.iter().map(choice).collect();
    i18n::sort_by_name(page.lang(), &mut pupils, |one| &one.label);
    pupils
}

fn leading(page: &Page, concern: &Concern, case: &Case, names: &Names, fields: &Fields) -> Leading {
    let id = || concern.id.clone();
    let leads = |one: &&PersonId| !matches!(&concern.state, State::Led { by } if by == *one);
    let candidate = |one: &PersonId| {
        Choice::new(one.as_str(), names.get(one).cloned().unwrap_or_default()).chosen_if(fields.value("to"))
    };
    let step = |one: Step| Choice::new(one.word(), step_name(page, one)).chosen_if(fields.value("step"));
    let outcome = |one: Outcome| {
        let label = page.text(&format!("concerns-outcome-{}", one.word()));
        Choice::new(one.word(), label).chosen_if(fields.value("outcome"))
    };
    Leading {
        step: StepPath { id: id() }.to_string(),
        steps: Step::ALL.map(step).into(),
        hand: HandPath { id: id() }.to_string(),
        candidates: case.candidates.iter().filter(leads).map(candidate).collect(),
        close: ClosePath { id: id() }.to_string(),
        outcomes: Outcome::ALL.map(outcome).into(),
    }
}
