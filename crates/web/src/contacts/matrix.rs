//! Who has met whom, for the coordinator: days alone, never what it was about, never an impression (feat:C4).

use super::ShowPath;
use super::place::{by_name, who_is_there};
use crate::layout::parts::{Cell, Column, Contact as Sign, Line};
use crate::names::Names;
use crate::rotations::ShowPath as TurnPath;
use crate::{Page, PageError};
use domain::contacts::{Contact, met};
use domain::people::Name;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::rotations::{Standing, State as TurnState, Turn, window};
use domain::{Day, MentorId, NewcomerId};
use i18n::Lang;
use store::Tx;
use store::people::Named;

/// Newcomers by mentors.
pub(crate) struct Matrix {
    pub(crate) columns: Vec<Column>,
    pub(crate) lines: Vec<Line>,
    /// How many newcomers and mentors there are, shown or not.
    pub(crate) newcomers: usize,
    pub(crate) mentors: usize,
    /// How many have not met.
    pub(crate) missing: usize,
    /// Whether anything was written down at all.
    pub(crate) begun: bool,
    /// Joint work can be planned in these days.
    pub(crate) plannable: bool,
    /// Whether only those are shown who still miss somebody.
    pub(crate) only_missing: bool,
}

impl Matrix {
    /// The signs of the legend.
    pub(crate) const LEGEND: [Sign; 5] =
        [Sign::Met, Sign::Planned, Sign::Missed, Sign::Excused, Sign::NotYet];
}

/// The matrix of a programme.
pub(super) async fn load(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
    only_missing: bool,
) -> Result<Matrix, PageError> {
    may(page.actor(), &Action::SeeContacts(&programme.school)).map_err(|_| PageError::NotFound)?;
    let (newcomers, mentors) = who_is_there(tx, programme, names, page.today()).await?;
    let contacts = store::contacts::of_programme(tx, &programme.school, &programme.id).await?;
    let turns = store::rotations::of_programme(tx, &programme.school, &programme.id).await?;
    let done = Done { contacts: &contacts, turns: &turns, today: page.today() };
    let mut matrix = of(page.lang(), mentors, newcomers, &done);
    matrix.plannable = window(programme, page.today()).is_ok();
    if only_missing {
        matrix.only_missing = true;
        keep_missing(&mut matrix.columns, &mut matrix.lines);
    }
    Ok(matrix)
}

/// What has been done and what is planned, up to a day.
pub(crate) struct Done<'a> {
    pub(crate) contacts: &'a [Contact],
    pub(crate) turns: &'a [Turn],
    pub(crate) today: Day,
}

/// These newcomers by these mentors, in the order of the alphabet.
pub(crate) fn of(
    lang: Lang,
    mut mentors: Vec<&Named<MentorId>>,
    mut newcomers: Vec<&Named<NewcomerId>>,
    done: &Done<'_>,
) -> Matrix {
    by_name(lang, &mut mentors, |mentor| &mentor.name);
    by_name(lang, &mut newcomers, |newcomer| &newcomer.name);
    let mut lines = Vec::new();
    for newcomer in &newcomers {
        let cells: Vec<Cell> = mentors.iter().map(|mentor| cell(&newcomer.id, &mentor.id, done)).collect();
        let met = cells.iter().filter(|cell| cell.contact == Sign::Met).count();
        let args = [("met", met.into()), ("all", cells.len().into())];
        lines.push(Line {
            name: newcomer.name.brief(),
            sub: newcomer.subject.clone().unwrap_or_default(),
            total: i18n::t(lang, "contacts-matrix-total", &args),
            cells,
        });
    }
    Matrix {
        missing: lines.iter().flat_map(|line| &line.cells).filter(|cell| is_missing(cell)).count(),
        columns: mentors.iter().map(|mentor| column(&mentor.name)).collect(),
        lines,
        newcomers: newcomers.len(),
        mentors: mentors.len(),
        begun: done.contacts.iter().any(|contact| contact.state.counts()),
        plannable: false,
        only_missing: false,
    }
}

fn column(name: &Name) -> Column {
    Column { surname: name.family.clone(), given: name.given.clone(), initials: name.initials() }
}

/// The two have not met, whatever is planned.
fn is_missing(cell: &Cell) -> bool {
    cell.contact != Sign::Met
}

/// The cell of two people. What they have done leads to the latest joint work, what is planned to the planned
/// meeting; of several the one that stands, or else the last.
fn cell(newcomer: &NewcomerId, mentor: &MentorId, done: &Done<'_>) -> Cell {
    let both = || {
        let of_two = |contact: &&Contact| contact.newcomer == *newcomer && contact.mentor == *mentor;
        done.contacts.iter().filter(of_two)
    };
    if let Some(met) = met(both()) {
        let last = both().find(|contact| contact.state.counts() && contact.deed.held_on == met.last);
        let href = last.map(|contact| ShowPath { id: contact.id.clone() }.to_string());
        return Cell { contact: Sign::Met, href: href.unwrap_or_default(), day: in_figures(met.last) };
    }
    let of_two = |turn: &&Turn| turn.newcomer == *newcomer && turn.mentor == *mentor;
    let sign = |turn: &Turn| match turn.standing(false, done.today) {
        Standing::Ahead => Some(Sign::Planned),
        Standing::Missed => Some(Sign::Missed),
        Standing::Excused => Some(Sign::Excused),
        // A joint work that was taken back, a plan that was: as if there had been none.
        Standing::Held | Standing::MetOtherwise | Standing::Withdrawn => None,
    };
    let planned = done.turns.iter().filter(of_two).filter_map(|turn| Some((turn, sign(turn)?)));
    let stands = |(turn, _): &(&Turn, Sign)| (turn.state == TurnState::Planned, turn.published_at);
    match planned.max_by_key(stands) {
        None => Cell { contact: Sign::NotYet, href: String::new(), day: String::new() },
        Some((turn, contact)) => {
            let href = TurnPath { id: turn.id.clone() }.to_string();
            Cell { contact, href, day: in_figures(turn.slot.day) }
        }
    }
}

/// «10.09»: a cell has no room for a month's name.
fn in_figures(day: Day) -> String {
    format!("{}.{:02}", day.day(), day.month())
}

/// Leaves the lines and columns in which somebody is missing.
fn keep_missing(columns: &mut Vec<Column>, lines: &mut Vec<Line>) {
    lines.retain(|line| line.cells.iter().any(is_missing));
    let open: Vec<bool> = (0..columns.len())
        .map(|at| lines.iter().any(|line| line.cells.get(at).is_some_and(is_missing)))
        .collect();
    let mut stays = open.iter().copied();
    columns.retain(|_| stays.next().unwrap_or(false));
    for line in lines {
        let mut stays = open.iter().copied();
        line.cells.retain(|_| stays.next().unwrap_or(false));
    }
}

/// The words for how far everybody has come: title and text of the coordinator's board.
pub(super) fn board(lang: Lang, matrix: &Matrix, until: Day) -> (String, String) {
    let day = i18n::day_short(lang, until);
    let args = [("day", day.into()), ("count", matrix.missing.into())];
    let (title, text) = match matrix {
        Matrix { begun: false, .. } => ("contacts-board-none-begun", "contacts-board-none-begun-text"),
        Matrix { missing: 0, .. } => ("contacts-board-all-met", "contacts-board-all-met-text"),
        _ => ("contacts-board-still", "contacts-board-still-text"),
    };
    (i18n::t(lang, title, &args), i18n::t(lang, text, &args))
}
