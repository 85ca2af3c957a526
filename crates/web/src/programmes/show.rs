//! The programme: to everybody of the school what happens when, to the coordinator dates, settings and days.

use super::days::Calendar;
use super::setting::{Past, Setting, history};
use super::{DatesPath, ShowPath, dates, span, strip};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::{Phase as PhasePart, Problems};
use crate::{Page, PageError, filters};
use axum::http::StatusCode;
use axum::response::Response;
use domain::permissions::{Action, may};
use domain::programmes::{Phase, Programme, year_to_set_up};
use domain::settings::Key;
use domain::{Day, ProgrammeId};
use i18n::Arg;
use jiff::civil::Date;
use store::Tx;

/// Why the page comes back.
pub(super) enum Trouble {
    /// It does not: somebody has opened it.
    None,
    /// The dates of a new programme.
    SetUp(Fields),
    /// Dates that were moved.
    Dates(Fields),
    /// Dates that somebody else has moved in between.
    Overtaken(Fields),
    /// A day of the calendar.
    Day(Fields),
}

impl Trouble {
    fn problems(&self) -> Problems {
        match self {
            Self::None => Problems::default(),
            Self::SetUp(fields) | Self::Dates(fields) | Self::Overtaken(fields) | Self::Day(fields) => {
                fields.problems.clone()
            }
        }
    }
}

/// What happens in a phase.
struct Stage {
    name: String,
    span: String,
    text: String,
    now: bool,
}

/// What the coordinator alone sees and changes.
struct Managed {
    action: String,
    version: i64,
    lines: Vec<dates::Line>,
    settings: Vec<Setting>,
    /// Who reads which field of a mentor's card.
    readers: Vec<Setting>,
    history: Vec<Past>,
    calendar: Calendar,
    /// Where the work of this phase is done: address and key of the button.
    work: Option<(&'static str, &'static str)>,
}

#[derive(askama::Template)]
#[template(path = "programmes/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    /// What is left of the phase.
    left: String,
    phases: Vec<PhasePart>,
    stages: Vec<Stage>,
    managed: Option<Managed>,
    /// The form of the next programme, where this one is over.
    next: Option<Vec<dates::Line>>,
    next_years: String,
    closed: bool,
    overtaken: bool,
    problems: Problems,
    /// The reader may look at other years.
    leads: bool,
}

#[derive(askama::Template)]
#[template(path = "programmes/set_up.html")]
struct SetUp {
    shell: Shell,
    today: Day,
    years: String,
    /// The form; missing for everybody but the coordinator.
    lines: Option<Vec<dates::Line>>,
    problems: Problems,
    /// The reader may look at other years.
    leads: bool,
    /// The year has a programme that was set aside, and the reader may begin the next one.
    taken: bool,
}

pub(super) async fn show(_: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, StatusCode::OK, Trouble::None).await
}

/// The page, with what is wrong where something is.
pub(super) async fn draw(page: &Page, status: StatusCode, trouble: Trouble) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::SeeProgramme(school)).map_err(|_| PageError::NotFound)?;
    let manages = may(page.actor(), &Action::ManageProgramme(school)).is_ok();
    let mut tx = page.read().await?;
    match store::programmes::running(&mut tx, school, page.today()).await? {
        None => {
            // This year's may have been set aside: the next one is begun on its own page.
            let year = year_to_set_up(page.today());
            let taken = manages && store::programmes::has_year(&mut tx, school, year).await?;
            page.show_with(status, &set_up(page, manages && !taken, taken, &trouble))
        }
        Some(programme) => {
            page.show_with(status, &standing(page, &mut tx, &programme, manages, trouble).await?)
        }
    }
}

/// The page of one programme, whichever runs; for those who see all years.
pub(super) async fn draw_one(
    page: &Page,
    status: StatusCode,
    id: &ProgrammeId,
    trouble: Trouble,
) -> Result<Response, PageError> {
    let school = page.school_id()?;
    may(page.actor(), &Action::SeeYears(school)).map_err(|_| PageError::NotFound)?;
    let manages = may(page.actor(), &Action::ManageProgramme(school)).is_ok();
    let mut tx = page.read().await?;
    let programme = store::programmes::get(&mut tx, school, id).await?.ok_or(PageError::NotFound)?;
    // The next one is set up where all years are, or where this one runs.
    let show = Show { next: None, ..standing(page, &mut tx, &programme, manages, trouble).await? };
    page.show_with(status, &show)
}

/// May the reader look at other years?
fn leads(page: &Page) -> bool {
    page.school_id().is_ok_and(|school| may(page.actor(), &Action::SeeYears(school)).is_ok())
}

fn set_up(page: &Page, manages: bool, taken: bool, trouble: &Trouble) -> SetUp {
    SetUp {
        shell: page.shell(),
        today: page.today(),
        years: years(page, year_to_set_up(page.today())),
        lines: manages.then(|| next_lines(page, trouble)),
        problems: trouble.problems(),
        leads: leads(page),
        taken,
    }
}

fn next_lines(page: &Page, trouble: &Trouble) -> Vec<dates::Line> {
    let back = if let Trouble::SetUp(fields) = trouble { Some(fields) } else { None };
    dates::beginning(page, back)
}

/// A school year as people write it: «2026–27».
pub(super) fn years(page: &Page, first: i16) -> String {
    let second = (first + 1) % 100;
    let args = [("first", Arg::from(i64::from(first))), ("second", Arg::Words(format!("{second:02}")))];
    i18n::t(page.lang(), "programmes-years", &args)
}

async fn standing(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    manages: bool,
    trouble: Trouble,
) -> Result<Show, PageError> {
    let phase = programme.phase(page.today());
    let closed = phase == Phase::Closed;
    let free = closed && manages && year_to_set_up(page.today()) > programme.first_year;
    let stage = |phase: Phase| Stage {
        name: page.text(&format!("programmes-phase-{}", phase.word())),
        span: span(page, programme, phase),
        text: stage_text(page, programme, phase),
        now: programme.phase(page.today()) == phase,
    };
    let (title, left) = board(page, programme, phase);
    Ok(Show {
        shell: page.shell(),
        today: page.today(),
        title,
        left,
        phases: strip(page, programme),
        stages: Phase::ALL.into_iter().filter(|phase| *phase != Phase::Closed).map(stage).collect(),
        next: free.then(|| next_lines(page, &trouble)),
        next_years: years(page, year_to_set_up(page.today())),
        closed,
        overtaken: matches!(trouble, Trouble::Overtaken(_)),
        problems: trouble.problems(),
        leads: leads(page),
        managed: if manages { Some(managed(page, tx, programme, trouble).await?) } else { None },
    })
}

fn stage_text(page: &Page, programme: &Programme, phase: Phase) -> String {
    let days = ("days", programme.settings.days_to_order.into());
    let requests = ("requests", programme.settings.open_requests.into());
    i18n::t(page.lang(), &format!("programmes-phase-{}-text", phase.word()), &[days, requests])
}

/// What the board says: what happens now and until when, and how much of it is left.
fn board(page: &Page, programme: &Programme, phase: Phase) -> (String, String) {
    let lang = page.lang();
    let text = |key: &str, name, value: String| i18n::t(lang, key, &[(name, Arg::Words(value))]);
    let years = years(page, programme.first_year);
    if phase != Phase::Closed && page.today() < programme.phases.starts_on {
        let day = i18n::day_short(lang, programme.phases.starts_on);
        return (text("programmes-board-soon", "day", day), years);
    }
    let title = format!("programmes-board-{}", phase.word());
    if phase == Phase::Closed {
        return (text(&title, "years", years), page.text("programmes-board-closed-text"));
    }
    let (_, until) = programme.phases.span(phase);
    let left = days_left(page.today(), until);
    let left = i18n::t(lang, "programmes-left", &[("count", left.into()), ("years", years.into())]);
    (text(&title, "until", i18n::by_day(lang, until)), left)
}

fn days_left(today: Date, until: Date) -> i32 {
    (until - today).get_days()
}

async fn managed(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    trouble: Trouble,
) -> Result<Managed, PageError> {
    let back = match &trouble {
        Trouble::Dates(fields) => dates::Back::Wrong(fields),
        Trouble::Overtaken(fields) => dates::Back::Overtaken(fields),
        Trouble::None | Trouble::SetUp(_) | Trouble::Day(_) => dates::Back::Fresh,
    };
    let lines = dates::standing(page, programme, &back);
    // Of two who move the dates the second looks again; one who has looked sends the version of today.
    let version = match &trouble {
        Trouble::Dates(fields) => fields.value("version").parse().unwrap_or(programme.version),
        _ => programme.version,
    };
    let (readers, settings): (Vec<Key>, Vec<Key>) =
        Key::ALL.into_iter().partition(|key| matches!(key, Key::Readers(_)));
    let [readers, settings] = [readers, settings].map(|keys| {
        keys.into_iter().map(|key| Setting::of(page.lang(), programme, key, page.today())).collect()
    });
    let days = store::programmes::special_days(tx, &programme.school).await?;
    let fields = if let Trouble::Day(fields) = trouble { fields } else { Fields::default() };
    Ok(Managed {
        action: DatesPath { id: programme.id.clone() }.to_string(),
        version,
        lines,
        settings,
        readers,
        history: history(page, tx, programme).await?,
        calendar: Calendar::new(page, &days, fields),
        work: work(programme.phase(page.today())),
    })
}

/// Where the coordinator's work of a phase is done.
const fn work(phase: Phase) -> Option<(&'static str, &'static str)> {
    match phase {
        Phase::Hiring => Some(("/newcomers", "programmes-to-newcomers")),
        Phase::Selection => Some(("/contacts", "programmes-to-contacts")),
        Phase::Decision | Phase::Orders => Some(("/proposals", "programmes-to-proposals")),
        Phase::Work => Some(("/pairs", "programmes-to-pairs")),
        Phase::Closed => None,
    }
}
