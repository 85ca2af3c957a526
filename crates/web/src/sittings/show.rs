//! One sitting: what decides, who may write and who does, and what it came to.

use super::figures::{Figures, hidden, number};
use super::new::methods;
use super::{
    CallOffPath, CutPath, ExtensionPath, FiguresPath, ListPath, LookPath, MarkerPath, MarkingPath, ShowPath,
    StepPath, TimePath, guest_text, language_text, points_text, topic_text,
};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::{Choice, Handouts};
use crate::panels::BoardPath;
use crate::{Page, PageError, filters};
use actions::Never;
use actions::panels::Check;
use actions::sittings::{Figure, Paper, is_over, may_look, reads_key, standing, statistics, visitors};
use axum::http::StatusCode;
use axum::response::Response;
use domain::courses::{Course, State as CourseState, Verdict};
use domain::exams::{Cut, Method, Outage, Sitting, SittingState};
use domain::questions::Points;
use domain::{Day, ExamId, PersonId};
use std::collections::BTreeMap;
use store::Tx;
use store::attempts::Told;

/// A line of what decides.
struct Fact {
    name: String,
    text: String,
}

/// Somebody whose course runs.
struct Standing {
    person: String,
    name: String,
    text: String,
    /// More time can be agreed.
    open: bool,
    minutes: String,
}

/// A paper.
struct Row {
    id: String,
    name: String,
    state: String,
    text: String,
    result: String,
    /// Somebody looks a second time.
    border: bool,
    /// How near to the cut it is, and how far its points can be trusted.
    near: String,
    /// Somebody else does: the reader is bound to its writer, or is that.
    others: bool,
    /// The name of the field of that look: the summary of errors leads to the one that was sent.
    field: String,
    /// What was typed into it, and what is wrong with it.
    typed: String,
    error: String,
}

/// A time that was given back.
struct Given {
    span: String,
    reason: String,
}

impl Given {
    fn of(page: &Page, given: store::attempts::Given) -> Self {
        Self { span: Self::span(page, given.outage), reason: given.reason }
    }

    /// A time in which no server was at work.
    fn by_itself(page: &Page, away: Outage) -> Self {
        Self { span: Self::span(page, away), reason: page.text("sittings-time-by-itself") }
    }

    fn span(page: &Page, outage: Outage) -> String {
        let time = |at| i18n::time(page.local(at).time());
        format!("{}–{}", time(outage.from), time(outage.until))
    }
}

/// What can be done with the sitting now.
#[expect(
    clippy::struct_excessive_bools,
    reason = "one answer for each thing on the page, none follows from another"
)]
#[derive(Clone, Copy, Default)]
struct May {
    begin: bool,
    plan: bool,
    call_off: bool,
    give: bool,
    close: bool,
    tell: bool,
    marker: bool,
    /// The sheet of results can be taken out.
    sheet: bool,
}

#[derive(askama::Template)]
#[template(path = "sittings/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    facts: Vec<Fact>,
    may: May,
    standing: Vec<Standing>,
    rows: Vec<Row>,
    /// The key of who reads the points.
    seen_by: &'static str,
    given: Vec<Given>,
    papers: Vec<Choice>,
    markers: Vec<Choice>,
    methods: Vec<Choice>,
    figures: Option<Figures>,
    /// Where results meet what judges would put up with.
    check: Option<String>,
    ways: Ways,
    marking: Option<String>,
    fields: Fields,
}

/// Where the forms lead.
struct Ways {
    step: String,
    cut: String,
    call_off: String,
    extension: String,
    time: String,
    marker: String,
    look: String,
    panel: String,
    sheet: Handouts,
    back: String,
}

impl Ways {
    fn of(id: &ExamId) -> Self {
        Self {
            step: StepPath { id: id.clone() }.to_string(),
            cut: CutPath { id: id.clone() }.to_string(),
            call_off: CallOffPath { id: id.clone() }.to_string(),
            extension: ExtensionPath { id: id.clone() }.to_string(),
            time: TimePath { id: id.clone() }.to_string(),
            marker: MarkerPath { id: id.clone() }.to_string(),
            look: LookPath { id: id.clone() }.to_string(),
            panel: BoardPath { id: id.clone() }.to_string(),
            sheet: Handouts::at(&ShowPath { id: id.clone() }),
            back: ListPath.to_string(),
        }
    }
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, StatusCode::OK, Fields::beginning(page.lang(), &[])).await
}

/// Names of the school's people.
async fn names(page: &Page, tx: &mut Tx) -> Result<BTreeMap<PersonId, String>, PageError> {
    let people = store::people::of_school(tx, page.school_id()?).await?;
    Ok(people.into_iter().map(|person| (person.id, person.name.full())).collect())
}

fn facts(page: &Page, sitting: &Sitting, marker: Option<&String>, taken: usize) -> Vec<Fact> {
    let fact = |key: &str, text: String| Fact { name: page.text(key), text };
    let time = |at| i18n::day_and_time(page.lang(), page.local(at));
    let topics = sitting.plan.blueprint.0.iter().filter(|(_, count)| **count > 0);
    let topics = topics.map(|(topic, count)| format!("{}\u{a0}–\u{a0}{count}", topic_text(page, *topic)));
    let languages = sitting.languages.iter().map(|language| language_text(page, *language));
    let mut facts = vec![
        fact("sittings-window", format!("{} – {}", time(sitting.begins), time(sitting.ends))),
        fact("sittings-minutes", sitting.plan.minutes.to_string()),
        fact("sittings-questions", topics.collect::<Vec<_>>().join("; ")),
        fact("sittings-languages", languages.collect::<Vec<_>>().join(", ")),
    ];
    for cut in sitting.cuts.all().iter().rev() {
        let key = match &cut.method {
            Method::Angoff { .. } => "sittings-cut-judges",
            Method::Panel { judges, error } => {
                let args = [
                    ("points", points_text(page.lang(), cut.points).into()),
                    ("judges", judges.len().into()),
                    ("error", points_text(page.lang(), *error).into()),
                    ("at", time(cut.set_at).into()),
                ];
                facts.push(fact("sittings-cut", i18n::t(page.lang(), "sittings-cut-panel", &args)));
                continue;
            }
            Method::Agreed => "sittings-cut-agreed",
        };
        let points = points_text(page.lang(), cut.points);
        let words = i18n::t(page.lang(), key, &[("points", points.into()), ("at", time(cut.set_at).into())]);
        facts.push(fact("sittings-cut", words));
    }
    facts.extend(marker.map(|name| fact("sittings-marker", name.clone())));
    if sitting.is_open() {
        let args = [("taken", taken.into()), ("places", u32::from(sitting.places).into())];
        facts.push(fact("sittings-places", i18n::t(page.lang(), "sittings-places-taken", &args)));
    }
    if let SittingState::CalledOff { reason, .. } = &sitting.state {
        facts.push(fact("sittings-reason", reason.clone()));
    }
    facts
}

fn may_be_done(sitting: &Sitting, papers: &[Paper], page: &Page) -> May {
    let now = page.context().now;
    let told = !papers.is_empty() && papers.iter().all(|paper| paper.kept.told.is_some());
    match sitting.state {
        SittingState::Planned => {
            May { begin: now >= sitting.begins, plan: true, call_off: true, marker: true, ..May::default() }
        }
        SittingState::Running => {
            May { call_off: true, give: true, close: now >= sitting.ends, marker: true, ..May::default() }
        }
        SittingState::Closed { .. } => {
            let open = !told && !papers.is_empty();
            let sheet = papers.iter().any(|paper| paper.kept.told.is_some());
            May { give: open, tell: open, marker: open, call_off: !told, sheet, ..May::default() }
        }
        SittingState::CalledOff { .. } => May::default(),
    }
}

/// How a verdict reads: passed, failed, or at the border as long as nobody has looked a second time.
pub(crate) const fn verdict_key(passed: Option<bool>) -> &'static str {
    match passed {
        Some(true) => "sittings-verdict-passed",
        None => "sittings-verdict-border",
        Some(false) => "sittings-verdict-failed",
    }
}

/// Points and verdict of a paper.
pub(super) fn result_text(page: &Page, points: Points, of: Points, passed: Option<bool>) -> String {
    let args =
        [("points", points_text(page.lang(), points).into()), ("of", points_text(page.lang(), of).into())];
    format!("{} · {}", i18n::t(page.lang(), "sittings-result", &args), page.text(verdict_key(passed)))
}

/// The cut beside the error that the verdict took into account: of this paper by itself, or of the whole sitting.
fn near_text(page: &Page, told: &Told, by_itself: bool) -> String {
    let key = if by_itself { "sittings-near-paper" } else { "sittings-near" };
    let points = |points| points_text(page.lang(), points);
    i18n::t(page.lang(), key, &[("cut", points(told.cut).into()), ("error", points(told.error).into())])
}

fn row(
    page: &Page,
    paper: &Paper,
    names: &BTreeMap<PersonId, String>,
    fields: &Fields,
    by_itself: bool,
) -> Row {
    let attempt = &paper.kept.attempt;
    let (state, text) = crate::attempts::standing(page, attempt);
    let told = paper.kept.told.as_ref();
    let result = |told: &Told| result_text(page, told.points, told.of, told.passed());
    let sent = fields.has("second") && fields.value("paper") == paper.kept.id.as_str();
    let of_sent = |text: &str| if sent { text.to_owned() } else { String::new() };
    Row {
        field: if sent { "second".to_owned() } else { format!("second-{}", paper.kept.id) },
        typed: of_sent(fields.value("second")),
        error: of_sent(fields.error("second")),
        id: paper.kept.id.to_string(),
        name: names.get(&attempt.person).cloned().unwrap_or_default(),
        state,
        text,
        result: told.map(result).unwrap_or_default(),
        border: told.is_some_and(|told| told.verdict == Verdict::Border && told.second.is_none()),
        near: told.map(|told| near_text(page, told, by_itself)).unwrap_or_default(),
        others: false,
    }
}

/// All papers; a second look is offered to whoever is not bound to the writer.
async fn rows(
    page: &Page,
    tx: &mut Tx,
    papers: &[Paper],
    (names, fields): (&BTreeMap<PersonId, String>, &Fields),
    by_itself: bool,
) -> Result<Vec<Row>, PageError> {
    let mut rows = Vec::with_capacity(papers.len());
    for paper in papers {
        let row = row(page, paper, names, fields, by_itself);
        let others = row.border && !may_look(tx, &page.context(), &paper.kept).await?;
        rows.push(Row { border: row.border && !others, others, ..row });
    }
    Ok(rows)
}

/// Whoever has no paper yet while papers are opened: those of the school with what keeps them from it, and those of other
/// schools who have a place.
async fn waiting(
    page: &Page,
    tx: &mut Tx,
    sitting: &Sitting,
    (courses, papers): (&[Course], &[Paper]),
    names: &BTreeMap<PersonId, String>,
) -> Result<Vec<Standing>, PageError> {
    if !matches!(sitting.state, SittingState::Planned | SittingState::Running) {
        return Ok(Vec::new());
    }
    let extensions = store::sittings::extensions(tx, sitting).await?;
    let guests = store::sittings::guests(tx, sitting).await?;
    let line = |person: &PersonId, key: &str, open: bool| Standing {
        person: person.to_string(),
        name: names.get(person).cloned().unwrap_or_default(),
        text: page.text(key),
        open,
        minutes: extensions.get(person).map(u16::to_string).unwrap_or_default(),
    };
    let own = courses.iter().map(|course| {
        let state = &course.candidate.state;
        let key = format!("sittings-standing-{}", state.word());
        (&course.candidate.person, line(&course.candidate.person, &key, *state == CourseState::Admitted))
    });
    let others = guests.iter().map(|one| (&one.person, line(&one.person, "sittings-standing-guest", true)));
    let without = |person: &PersonId| papers.iter().all(|paper| paper.kept.attempt.person != *person);
    Ok(own.chain(others).filter(|(person, _)| without(person)).map(|(_, line)| line).collect())
}

/// The names of the school's people, and how those of other schools are called: by name and school as long as that decides
/// something, then by a number.
async fn called(
    page: &Page,
    tx: &mut Tx,
    sitting: &Sitting,
    papers: &[Paper],
    names: &BTreeMap<PersonId, String>,
) -> Result<BTreeMap<PersonId, String>, PageError> {
    let mut called = names.clone();
    for (person, visitor) in visitors(tx, &page.context(), sitting, papers).await? {
        let at = papers.iter().position(|paper| paper.kept.attempt.person == person);
        let words = match (&visitor.called, at) {
            (Some((name, school)), _) => guest_text(page, name, school),
            (None, Some(at)) => i18n::t(page.lang(), "sittings-guest-number", &[("number", (at + 1).into())]),
            (None, None) => continue,
        };
        called.insert(person, words);
    }
    Ok(called)
}

/// Whoever may mark: nobody who is in the course.
fn markers(names: &BTreeMap<PersonId, String>, courses: &[Course]) -> Vec<Choice> {
    let free = |id: &PersonId| courses.iter().all(|course| course.candidate.person != *id);
    let free = names.iter().filter(|(id, _)| free(id));
    free.map(|(id, name)| Choice::new(id.as_str(), name.as_str())).collect()
}

/// The cut that stands, with how it was found, to begin with.
fn fill(page: &Page, fields: &mut Fields, cut: &Cut) {
    match &cut.method {
        Method::Agreed => {
            fields.put("method", "agreed".to_owned());
            fields.put("points", points_text(page.lang(), cut.points));
        }
        // It was said on the judges' pages: whoever types another one says where it comes from.
        Method::Panel { .. } => {}
        Method::Angoff { judges } => {
            let judges = judges.iter().map(|points| points_text(page.lang(), *points));
            fields.put("method", "judges".to_owned());
            fields.put("judges", judges.collect::<Vec<_>>().join(" "));
        }
    }
}

/// The quality of the questions, once the sitting is over, with the way to all of it for whoever may read the key.
async fn quality(
    page: &Page,
    tx: &mut Tx,
    sitting: &Sitting,
    papers: &[Paper],
) -> Result<Option<Figures>, PageError> {
    if !is_over(sitting, papers) {
        return Ok(None);
    }
    let wanted = crate::questions::language(page.lang());
    let Some(found) = statistics(tx, sitting, papers, wanted).await? else { return Ok(None) };
    let reads = reads_key(tx, &page.context(), sitting).await?;
    let all = reads.then(|| FiguresPath { id: sitting.id.clone() }.to_string());
    Ok(Some(Figures::of(page, &found, all.unwrap_or_default())))
}

/// Where the results meet what the judges would put up with.
fn check_text(page: &Page, found: Figure<Check>, papers: usize) -> String {
    match found {
        Ok(check) => {
            let fail = number(page.lang(), check.fail, 0);
            let args = [("cut", check.cut.into()), ("fail", fail.into()), ("n", papers.into())];
            let words = i18n::t(page.lang(), "sittings-check-meets", &args);
            if check.picture { format!("{words} {}", page.text("sittings-check-picture")) } else { words }
        }
        Err(why) => hidden(page, why),
    }
}

/// All times of a sitting that were given back, by hand and by the server.
async fn given(page: &Page, tx: &mut Tx, sitting: &Sitting) -> Result<Vec<Given>, PageError> {
    let by_hand = store::attempts::given(tx, &sitting.school, &sitting.id).await?;
    let away = store::attempts::downtimes(tx, &sitting.school, &sitting.id).await?;
    let away = away.into_iter().map(|one| Given::by_itself(page, one));
    Ok(away.chain(by_hand.into_iter().map(|one| Given::of(page, one))).collect())
}

/// The page; with what was typed where it was not taken.
pub(super) async fn draw(
    page: &Page,
    id: &ExamId,
    status: StatusCode,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let context = page.context();
    let sitting = actions::sittings::managed::<Never>(&mut tx, &context, id).await?;
    let names = names(page, &mut tx).await?;
    let papers = Paper::all(&mut tx, &sitting, context.now).await?;
    let may = may_be_done(&sitting, &papers, page);
    let courses = standing(&mut tx, &context, &sitting.school).await?;
    let markers = markers(&names, &courses);
    let called = called(page, &mut tx, &sitting, &papers, &names).await?;
    let standing = waiting(page, &mut tx, &sitting, (&courses, &papers), &called).await?;
    let taken = store::sittings::guests(&mut tx, &sitting).await?.len();
    let figures = quality(page, &mut tx, &sitting, &papers).await?;
    let over = is_over(&sitting, &papers);
    let check = if over { actions::panels::check(&mut tx, &sitting, &papers).await? } else { None };
    let given = given(page, &mut tx, &sitting).await?;
    let by_itself = figures.as_ref().is_some_and(|figures| figures.by_itself);
    let rows = rows(page, &mut tx, &papers, (&called, &fields), by_itself).await?;
    let marker = sitting.marker.as_ref();
    if let Some(cut) = sitting.cuts.valid().filter(|_| !fields.has("method")) {
        fill(page, &mut fields, cut);
    }
    let word = sitting.state.word().replace('_', "-");
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title: i18n::day_and_time(page.lang(), page.local(sitting.begins)),
            text: page.text(&format!("sittings-state-{word}")),
            facts: facts(page, &sitting, marker.and_then(|id| names.get(id)), taken),
            may,
            standing,
            seen_by: if sitting.is_open() { "sittings-seen-guests" } else { "sittings-seen" },
            papers: rows.iter().map(|row| Choice::new(row.id.as_str(), row.name.as_str())).collect(),
            rows,
            given,
            markers,
            methods: methods(page, &fields),
            figures,
            check: check.map(|found| check_text(page, found, papers.len())),
            ways: Ways::of(id),
            marking: (marker == Some(&page.actor().person))
                .then(|| MarkingPath { id: id.clone() }.to_string()),
            fields,
        },
    )
}
