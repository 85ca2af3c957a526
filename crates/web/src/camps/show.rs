//! One camp: its grid for everybody who may come, the own part of whoever takes part, what those who lead it do.

use super::leading::{Edit, Grid, GroupForm, Present, SlotForm, Somebody, Words};
use super::{
    AssignPath, CancelPath, ListPath, ProgrammePath, ReportPath, ShowPath, StepPath, hours, joining, leading,
    line, voices,
};
use crate::errors::unprinted;
use crate::files::shown;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, filters};
use actions::camps::{Opened, later_line, opened};
use axum::http::StatusCode;
use axum::response::Response;
use domain::camps::{MOST_SEATS, State};
use domain::{CampId, Day};
use i18n::Lang;

/// A slot of the grid.
struct Row {
    when: String,
    title: String,
    place: String,
    /// Each with its line, its title and who leads it.
    workshops: Vec<(String, String, String)>,
    /// Why the reader is where they are.
    why: Vec<String>,
    /// What came after the draw.
    later: String,
    day: String,
    from: String,
}

/// A step that whoever leads it can take now.
pub(super) struct Act {
    pub(super) word: &'static str,
    key: &'static str,
    look: &'static str,
    /// Where is asked first, before what cannot be undone.
    ask: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "camps/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    standing: String,
    counted: String,
    rows: Vec<(String, Vec<Row>)>,
    packing: Vec<String>,
    seed: String,
    step: String,
    steps: Vec<Act>,
    /// What came after the draw, line by line.
    later: Vec<String>,
    join: Option<joining::Join>,
    /// Where whoever takes part steps back once workshops were given out.
    step_back: Option<String>,
    joined: bool,
    photo: Option<joining::Photo>,
    grid: Option<Grid>,
    slot_form: Option<SlotForm>,
    slot_title: String,
    group: Option<GroupForm>,
    /// Each with its name, who leads it, and who is in it.
    groups: Vec<(String, String, String)>,
    present: Option<(String, Vec<Present>)>,
    people: Vec<Somebody>,
    words: Option<Words>,
    edit: Option<Edit>,
    /// Until when what was recorded is corrected, in words.
    corrects: String,
    /// What is said there, for whoever takes part and those who lead it.
    voices: Option<voices::Voices>,
    papers: Vec<(String, &'static str)>,
    back: String,
    most_seats: u16,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

pub(super) async fn programme(path: ProgrammePath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let printed = actions::camps::print_programme(&page.context(), &path.id, lang).await;
    Ok(shown(printed.map_err(unprinted)?, "application/pdf", "camp.pdf"))
}

pub(super) async fn report(path: ReportPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let printed = actions::camps::print_report(&page.context(), &path.id, lang).await;
    Ok(shown(printed.map_err(unprinted)?, "application/pdf", "camp-report.pdf"))
}

/// The steps that whoever leads it can take now, with their buttons.
pub(super) fn steps(opened: &Opened, today: Day) -> Vec<Act> {
    let id = || opened.camp.id.clone();
    let act = |word, key| Act { word, key, look: "", ask: None };
    let next = match opened.camp.state {
        State::Planned => Some(act("open", "camps-open")),
        State::Open => {
            Some(Act { ask: Some(AssignPath { id: id() }.to_string()), ..act("assign", "camps-assign") })
        }
        State::Assigned if today >= opened.camp.last => Some(act("close", "camps-close")),
        State::Assigned => None,
        State::Closed | State::Cancelled => return Vec::new(),
    };
    let ask = Some(CancelPath { id: id() }.to_string());
    let all = next.into_iter().chain([Act { look: "quiet", ask, ..act("cancel", "camps-cancel") }]);
    if opened.manages { all.collect() } else { Vec::new() }
}

/// The grid, day by day.
fn rows(page: &Page, opened: &Opened) -> Vec<(String, Vec<Row>)> {
    let mut days: Vec<(Day, Vec<Row>)> = Vec::new();
    for (at, slot) in opened.camp.slots.iter().enumerate() {
        let workshops = slot.workshops.iter().map(|one| {
            let args = [
                ("title", one.title.as_str().into()),
                ("leader", one.leader.as_str().into()),
                ("place", one.place.as_str().into()),
                ("seats", u32::from(one.seats).into()),
            ];
            let line = i18n::t(page.lang(), "camps-workshop-line", &args);
            (line, one.title.clone(), one.leader.clone())
        });
        let told = opened.why.get(at).and_then(Option::as_ref);
        let row = Row {
            when: hours(slot),
            title: slot.title.clone(),
            place: slot.place.clone(),
            workshops: workshops.collect(),
            why: told.map(|told| joining::steps(page, slot, told)).unwrap_or_default(),
            later: told.map(|told| joining::moved_up(page, slot, told)).unwrap_or_default(),
            day: slot.day.to_string(),
            from: super::clock(slot.from),
        };
        match days.last_mut() {
            Some((day, rows)) if *day == slot.day => rows.push(row),
            _ => days.push((slot.day, vec![row])),
        }
    }
    days.into_iter().map(|(day, rows)| (i18n::day(page.lang(), day), rows)).collect()
}

/// Until when those who lead a closed camp correct what was recorded.
fn corrects(page: &Page, opened: &Opened) -> String {
    if !opened.manages || !opened.camp.is_correctable(page.today()) {
        return String::new();
    }
    let until = i18n::day_until(page.lang(), opened.camp.corrected_until());
    i18n::t(page.lang(), "camps-corrects", &[("until", until.into())])
}

/// The programme once it is open, the report once it is closed; each in both languages.
fn papers(opened: &Opened) -> Vec<(String, &'static str)> {
    let id = &opened.camp.id;
    let mut papers = Vec::new();
    for (lang, key) in [("kk", "camps-programme-kk"), ("ru", "camps-programme-ru")] {
        papers.push((ProgrammePath { id: id.clone(), lang: lang.to_owned() }.to_string(), key));
    }
    if opened.manages && opened.camp.state == State::Closed {
        for (lang, key) in [("kk", "camps-report-kk"), ("ru", "camps-report-ru")] {
            papers.push((ReportPath { id: id.clone(), lang: lang.to_owned() }.to_string(), key));
        }
    }
    papers
}

pub(super) async fn draw(page: &Page, id: &CampId, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let opened = opened(&mut tx, &page.context(), id).await?;
    let camp = &opened.camp;
    let counts = [("count", opened.count.into()), ("schools", opened.schools.into())];
    let packing = camp.packing.lines().map(str::trim).filter(|line| !line.is_empty());
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title: camp.title.clone(),
            text: line(page.lang(), camp),
            standing: page.text(&format!("camps-state-{}", camp.state.word())),
            counted: i18n::t(page.lang(), "camps-counted", &counts),
            rows: rows(page, &opened),
            packing: packing.map(str::to_owned).collect(),
            seed: camp.seed.clone(),
            step: StepPath { id: id.clone() }.to_string(),
            steps: steps(&opened, page.today()),
            later: opened.later.iter().filter_map(|one| later_line(page.lang(), camp, one)).collect(),
            join: joining::join(page, &opened, &fields),
            step_back: joining::step_back(page, &opened),
            joined: opened.me.is_some(),
            photo: joining::photo(&opened),
            grid: leading::grid(page, &opened, &fields),
            slot_title: page.text(if opened.camp.is_announced() {
                "camps-meeting"
            } else {
                "camps-add-slot"
            }),
            slot_form: leading::slot_form(page, &opened, &fields),
            group: leading::groups(page, &opened, &fields),
            groups: leading::grouped(page, &opened),
            present: leading::attendance(page, &opened),
            people: leading::people(page, &opened),
            words: leading::words(page, &opened, &fields),
            edit: leading::edit(page, &opened, &fields),
            corrects: corrects(page, &opened),
            voices: voices::voices(page, &opened),
            papers: papers(&opened),
            back: ListPath.to_string(),
            most_seats: MOST_SEATS,
            fields,
        },
    )
}
