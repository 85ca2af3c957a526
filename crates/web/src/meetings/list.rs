//! The own meetings: for each pair what waits, what is to come, the next steps, what was.

use super::own::{Chip, OwnPair, chip, href, own_and_ended};
use super::{HOURS, JournalPath, ListPath, LogPath, NewPath, TickPath};
use crate::contacts::kind_key;
use crate::layout::Shell;
use crate::layout::parts::Handouts;
use crate::names::Names;
use crate::pairs::ShowPath as PairPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;
use domain::meetings::{BACK_DAYS, Meeting, NextStep, State, called_off_late, told_until};
use domain::sides::Side;
use jiff::civil::DateTime;

/// Meetings of the past that stand in the list; the others are in the fold.
const MOST_PAST: usize = 5;

/// What the board says, and where its button leads.
struct Board {
    title: String,
    text: String,
    act: Option<(String, &'static str)>,
}

/// A meeting in the list.
struct Row {
    href: String,
    day: Day,
    time: String,
    kind: String,
    topic: String,
    chip: Chip,
}

impl Row {
    fn of(meeting: &Meeting, own: &OwnPair, now: DateTime) -> Self {
        let tells = own.tells(meeting, now);
        Self {
            href: href(meeting),
            day: meeting.day,
            time: meeting.at.map(i18n::time).unwrap_or_default(),
            kind: kind_key(meeting.kind),
            topic: meeting.topic.clone().unwrap_or_default(),
            chip: chip(meeting, own.side, now, tells),
        }
    }
}

/// A next step that is not ticked off.
pub(super) struct StepRow {
    pub(super) id: String,
    pub(super) action: String,
    pub(super) text: String,
    /// The key of whose it is.
    pub(super) whose: &'static str,
    pub(super) until: Option<Day>,
    pub(super) late: bool,
}

impl StepRow {
    pub(super) fn of(step: &NextStep, side: Side, today: Day) -> Self {
        Self {
            id: step.id.to_string(),
            action: TickPath { id: step.meeting.clone() }.to_string(),
            text: step.text.clone(),
            whose: if step.whose == side { "meetings-step-yours" } else { "meetings-step-theirs" },
            until: step.until,
            late: step.until.is_some_and(|until| until < today),
        }
    }
}

/// One pair.
struct Section {
    id: String,
    name: String,
    pair: String,
    log: String,
    new: String,
    /// The pair has ended: until when the two may say what took place.
    told_until: Option<Day>,
    /// The plan of the first meeting: day, time and place; while it is to come.
    first: Option<(Day, String, String)>,
    /// The log with the day of the first meeting, once that has come.
    first_unsaid: Option<(Day, String)>,
    now: Vec<Row>,
    steps: Vec<StepRow>,
    past: Vec<Row>,
    older: Vec<Row>,
    /// The log of the pair; nothing before anything took place.
    journal: Option<Handouts>,
    /// How often the reader called a meeting off within a day of it; only they see it.
    late: usize,
}

#[derive(askama::Template)]
#[template(path = "meetings/list.html")]
struct List {
    shell: Shell,
    today: Day,
    board: Board,
    sections: Vec<Section>,
    /// Days for which calling off late is counted.
    back: i32,
    /// The hours sheet, for whoever mentors.
    hours: Option<Handouts>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    let own = match store::programmes::in_sight(&mut tx, school, page.today()).await? {
        Some(programme) => {
            let names = Names::of(&mut tx, &programme).await?;
            own_and_ended(&page, &mut tx, &programme, &names).await?
        }
        None => Vec::new(),
    };
    let hours = actions::meetings::hours::is_any(&mut tx, &page.context()).await?;
    let now = page.visit.local;
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        board: board(&page, &own, now),
        sections: own.iter().map(|one| section(&page, one)).collect(),
        back: BACK_DAYS,
        hours: hours.then(|| Handouts::at(&HOURS)),
    })
}

fn section(page: &Page, own: &OwnPair) -> Section {
    let now = page.visit.local;
    let open = |one: &&Meeting| {
        let asks = own.tells(one, now) && one.asks(own.side, now);
        one.offer(now).is_some() || asks || (one.state.is_planned() && !one.has_ended(now))
    };
    let row = |one: &Meeting| Row::of(one, own, now);
    let mut past: Vec<Row> = own.meetings.iter().filter(|one| !open(one)).rev().map(row).collect();
    let older = past.split_off(past.len().min(MOST_PAST));
    let held = own.meetings.iter().any(|one| one.state == State::Held);
    let first = own.first.as_ref().filter(|first| first.on.to_datetime(first.at) > now);
    Section {
        id: own.pair.id.to_string(),
        name: own.other.clone(),
        pair: PairPath { id: own.pair.id.clone() }.to_string(),
        log: LogPath::with(&own.pair.id),
        new: NewPath::with(&own.pair.id),
        told_until: told_until(&own.pair),
        first: first.map(|first| (first.on, i18n::time(first.at), first.place.clone())),
        first_unsaid: own.first_unsaid(now).map(|first| (first.on, LogPath::on(&own.pair.id, first.on))),
        now: own.meetings.iter().filter(open).map(row).collect(),
        steps: own.steps.iter().map(|step| StepRow::of(step, own.side, now.date())).collect(),
        late: called_off_late(&own.meetings, own.side, now.date(), page.offset()),
        journal: held.then(|| Handouts::at(&JournalPath { pair: own.pair.id.clone() })),
        past,
        older,
    }
}

fn board(page: &Page, own: &[OwnPair], now: DateTime) -> Board {
    let said = |key: &str, one: &OwnPair, meeting: &Meeting, time: &str| {
        Said::new(key).with("name", &one.other).with("time", time).day(meeting.day).words(page.lang())
    };
    let make = |title: String, text: &str, act| Board { title, text: page.text(text), act };
    let time = |meeting: &Meeting| meeting.at.map(i18n::time).unwrap_or_default();
    let waiting = own.iter().find_map(|one| one.waiting(now).next().map(|meeting| (one, meeting)));
    if let Some((one, meeting)) = waiting {
        let title = Said::new("meetings-board-waits").with("name", &one.other).words(page.lang());
        return make(title, "meetings-board-waits-text", Some((href(meeting), "meetings-act-answer")));
    }
    let unsaid = own.iter().find_map(|one| one.unsaid(now).next().map(|meeting| (one, meeting)));
    if let Some((one, meeting)) = unsaid {
        let title = said("meetings-board-said", one, meeting, "");
        return make(title, "meetings-board-said-text", Some((href(meeting), "meetings-act-say")));
    }
    let ahead = own.iter().flat_map(|one| one.ahead(now).map(move |meeting| (one, meeting)));
    if let Some((one, meeting)) = ahead.min_by_key(|(_, meeting)| meeting.span()) {
        let title = said("meetings-board-ahead", one, meeting, &time(meeting));
        return make(title, "meetings-board-ahead-text", Some((href(meeting), "meetings-act-open")));
    }
    match own.iter().find(|one| one.works()).or(own.first()) {
        None => make(page.text("meetings-board-none"), "meetings-board-none-text", None),
        Some(one) if one.works() => {
            let title = Said::new("meetings-board-free").with("name", &one.other).words(page.lang());
            make(
                title,
                "meetings-board-free-text",
                Some((NewPath::with(&one.pair.id), "meetings-act-propose")),
            )
        }
        Some(one) => {
            let title = Said::new("meetings-board-over").with("name", &one.other).words(page.lang());
            make(title, "meetings-board-over-text", None)
        }
    }
}
