//! The own joint work, what waits for the reader first, and who is still missing; for the coordinator, who has
//! met whom.

use super::matrix::{self, Matrix};
use super::place::{Other, Place};
use super::{ConfirmPath, ListPath, NewPath, ShowPath, chip, kind_key};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::names::Names;
use crate::rotations::own::{Planned, Row as PlannedRow, place};
use crate::{Page, PageError, filters, mentors};
use axum::extract::RawQuery;
use axum::response::Response;
use domain::contacts::{Contact, open};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::rotations::Standing;
use domain::sides::Side;
use domain::{ContactId, Day};
use i18n::Arg;
use std::collections::BTreeSet;
use store::Tx;

/// What to do now: the sentence, a line under it, and a button, where there is something to do.
#[derive(Default)]
struct Board {
    title: String,
    text: String,
    act: Option<(String, &'static str)>,
}

/// A joint work in a list.
struct Row {
    href: String,
    confirm: String,
    day: Day,
    kind: String,
    name: String,
    topic: String,
    look: &'static str,
    icon: &'static str,
    word: &'static str,
    /// The reader has kept an impression of it.
    noted: bool,
}

/// Somebody on the other side.
struct Person {
    card: String,
    initials: String,
    name: String,
    subject: String,
    met: bool,
    word: String,
    /// Where a joint work with them is written down.
    record: String,
}

/// The reader's own joint work.
struct Own {
    side: &'static str,
    /// Planned meetings.
    planned: Vec<PlannedRow>,
    waiting: Vec<Row>,
    rows: Vec<Row>,
    people: Vec<Person>,
    met: usize,
    /// Joint work is written down in these days.
    open: bool,
}

#[derive(askama::Template)]
#[template(path = "contacts/list.html")]
struct List {
    shell: Shell,
    today: Day,
    board: Board,
    /// Missing where the reader is neither newcomer nor mentor.
    own: Option<Own>,
    /// The coordinator's view.
    matrix: Option<Matrix>,
}

pub(super) async fn list(_: ListPath, page: Page, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let only_missing = Fields::read(page.lang(), &query.unwrap_or_default()).value("only") == "missing";
    let mut tx = page.read().await?;
    let school = page.school_id()?;
    let Some(programme) = store::programmes::running(&mut tx, school, page.today()).await? else {
        return show(&page, nothing(&page), None, None);
    };
    let names = Names::of(&mut tx, &programme).await?;
    let mut matrix = match may(page.actor(), &Action::SeeContacts(school)) {
        Ok(()) => Some(matrix::load(&page, &mut tx, &programme, &names, only_missing).await?),
        Err(_) => None,
    };
    let Some(place) = Place::of(&page, &mut tx, &programme).await? else {
        let board = matrix.as_ref().map_or_else(
            || nothing(&page),
            |matrix| {
                let until = programme.phases.selection_until;
                let (title, text) = matrix::board(page.lang(), matrix, until);
                let act = matrix.plannable.then(|| ("/rotations/new".to_owned(), "rotations-make"));
                Board { title, text, act }
            },
        );
        // The board has the button.
        if let Some(matrix) = &mut matrix {
            matrix.plannable = false;
        }
        return show(&page, board, None, matrix);
    };
    let (board, own) = own(&page, &mut tx, &programme, &names, &place).await?;
    show(&page, board, Some(own), matrix)
}

fn show(page: &Page, board: Board, own: Option<Own>, matrix: Option<Matrix>) -> Result<Response, PageError> {
    page.show(&List { shell: page.shell(), today: page.today(), board, own, matrix })
}

fn nothing(page: &Page) -> Board {
    Board { title: page.text("contacts-board-nothing"), text: String::new(), act: None }
}

async fn own(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
    place: &Place,
) -> Result<(Board, Own), PageError> {
    let side = place.side();
    let contacts = place.contacts(tx, programme).await?;
    let others = place.others(page, tx, programme, names, &contacts).await?;
    let me = &page.actor().person;
    let noted = store::contacts::impressions(tx, &programme.school, me).await?;
    let noted: BTreeSet<ContactId> = noted.into_iter().map(|impression| impression.contact).collect();
    let mut rows = Vec::new();
    let mut waiting = Vec::new();
    for contact in contacts.iter().rev() {
        let row = row(contact, side, names, noted.contains(&contact.id))?;
        if contact.waits_for(side) { waiting.push(row) } else { rows.push(row) }
    }
    // By the day of the work, not by the day on which it was written down; the one that waits longest first.
    rows.sort_by_key(|row| std::cmp::Reverse(row.day));
    waiting.sort_by_key(|row| row.day);
    let is_open = open(programme, page.today()).is_ok();
    let planned = place.planned(tx, programme, names, &contacts, page.today()).await?;
    let asked = planned.iter().find(|one| one.turn.waits_for(side, page.today()));
    let next = planned.iter().find(|one| one.turn.wish(page.today()).is_none());
    let board = match (asked, next) {
        (Some(asked), _) => asked_board(page, asked),
        (None, Some(next)) if waiting.is_empty() => next_board(page, next),
        _ => own_board(page, programme, &waiting, &others, side, is_open),
    };
    let planned = planned.iter().map(|one| PlannedRow::of(page.lang(), one, side, page.today())).collect();
    let (not_yet, met): (Vec<Other>, Vec<Other>) = others.into_iter().partition(|other| other.met.is_none());
    let count = met.len();
    let people = not_yet.into_iter().chain(met).map(|other| person(page, other, side)).collect();
    Ok((board, Own { side: side.word(), planned, waiting, rows, people, met: count, open: is_open }))
}

fn row(contact: &Contact, side: Side, names: &Names, noted: bool) -> Result<Row, PageError> {
    let (look, icon, word) = chip(contact, side);
    let name = match side {
        Side::Newcomer => names.mentor(&contact.mentor)?.name.polite(),
        Side::Mentor => names.newcomer(&contact.newcomer)?.name.polite(),
    };
    Ok(Row {
        href: ShowPath { id: contact.id.clone() }.to_string(),
        confirm: ConfirmPath { id: contact.id.clone() }.to_string(),
        day: contact.deed.held_on,
        kind: kind_key(contact.deed.kind),
        name,
        topic: contact.deed.topic.clone().unwrap_or_default(),
        look,
        icon,
        word,
        noted,
    })
}

fn person(page: &Page, other: Other, side: Side) -> Person {
    let lang = page.lang();
    let word = match other.met {
        Some(met) => {
            let day = i18n::day_short(lang, met.last);
            i18n::t(lang, "contacts-met", &[("times", met.times.into()), ("day", day.into())])
        }
        None => page.text("contacts-not-met"),
    };
    Person {
        // A newcomer has no card that mentors read.
        card: match side {
            Side::Newcomer => mentors::ShowPath { id: other.id.as_str().into() }.to_string(),
            Side::Mentor => String::new(),
        },
        initials: other.name.initials(),
        name: other.name.brief(),
        subject: other.subject,
        met: other.met.is_some(),
        word,
        record: NewPath::with(&other.id),
    }
}

/// Somebody proposes another time: the other one waits for that answer.
fn asked_board(page: &Page, asked: &Planned) -> Board {
    let day = i18n::day_with_weekday(page.lang(), asked.turn.slot.day);
    let args = [("name", asked.other.as_str().into()), ("day", day.into())];
    Board {
        title: i18n::t(page.lang(), "rotations-board-wish", &args),
        text: page.text("rotations-board-wish-text"),
        act: Some((asked.href(), "contacts-look")),
    }
}

/// A planned meeting that nobody has said took place, or the next one.
fn next_board(page: &Page, next: &Planned) -> Board {
    let lang = page.lang();
    let day = i18n::day_with_weekday(lang, next.turn.slot.day);
    let args = [
        ("name", next.other.as_str().into()),
        ("day", day.into()),
        ("lesson", u32::from(next.turn.slot.lesson).into()),
    ];
    let (title, text) = match next.standing {
        Standing::Missed => ("rotations-show-missed", page.text("home-planned-unsaid-text")),
        _ if next.turn.slot.day == page.today() => {
            ("rotations-show-today", place(lang, next.lesson.as_ref()))
        }
        _ => ("rotations-show-ahead", place(lang, next.lesson.as_ref())),
    };
    Board { title: i18n::t(lang, title, &args), text, act: Some((next.href(), "contacts-look")) }
}

/// The first that holds: something to confirm, the wrong time of the year, somebody not met, all met.
fn own_board(
    page: &Page,
    programme: &Programme,
    waiting: &[Row],
    others: &[Other],
    side: Side,
    is_open: bool,
) -> Board {
    let lang = page.lang();
    let until = i18n::day_short(lang, programme.phases.decision_until);
    let text = |key: &str, args: &[(&str, Arg)]| i18n::t(lang, key, args);
    if let Some(row) = waiting.first() {
        let day = i18n::day_with_weekday(lang, row.day);
        return Board {
            title: text("contacts-board-confirm", &[("name", row.name.as_str().into()), ("day", day.into())]),
            text: text("contacts-board-confirm-text", &[("count", waiting.len().into())]),
            act: Some((row.href.clone(), "contacts-look")),
        };
    }
    if !is_open {
        let from = programme.phases.selection_from;
        let (key, day) = if page.today() < from {
            ("contacts-board-before", i18n::day_with_weekday(lang, from))
        } else {
            ("contacts-board-after", until)
        };
        return Board {
            title: text(key, &[("day", day.into())]),
            text: text("contacts-board-closed-text", &[]),
            act: None,
        };
    }
    let not_met: Vec<&Other> = others.iter().filter(|other| other.met.is_none()).collect();
    let (title, name) = match not_met.first() {
        Some(other) => (format!("contacts-board-missing-{}", side.word()), other.name.brief()),
        None => (format!("contacts-board-met-{}", side.word()), String::new()),
    };
    let count = not_met.len();
    Board {
        title: text(&title, &[("name", name.into()), ("day", until.as_str().into())]),
        text: text("contacts-board-until", &[("count", count.into()), ("day", until.into())]),
        act: Some((NewPath.to_string(), "contacts-record")),
    }
}
