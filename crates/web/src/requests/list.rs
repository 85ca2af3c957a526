//! What came to a mentor, by whose turn it is, and what a newcomer sent.

use super::{ListPath, OpenPath, ShowPath, chip};
use crate::layout::Shell;
use crate::names::Names;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;
use domain::requests::{Request, State};

/// A request in a list.
struct Row {
    href: String,
    /// The other side.
    name: String,
    subject: String,
    look: &'static str,
    icon: &'static str,
    word: String,
    /// Last day for an answer, while one is awaited.
    until: Option<Day>,
    /// Posts here instead of linking: the mentor opens the request for the first time.
    opens: bool,
}

#[derive(askama::Template)]
#[template(path = "requests/list.html")]
struct List {
    shell: Shell,
    today: Day,
    /// The mentor's turn, the newcomers' turn, and what is over; missing where the reader is no mentor.
    inbox: Option<Inbox>,
    /// What the newcomer sent; missing where the reader is no newcomer.
    sent: Option<Sent>,
}

struct Inbox {
    mine: Vec<Row>,
    theirs: Vec<Row>,
    over: Vec<Row>,
    places: u8,
    taken: u8,
}

struct Sent {
    open: Vec<Row>,
    over: Vec<Row>,
    /// Requests that may still be sent now.
    left: u8,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (programme, names) = Names::load(&page, &mut tx).await?;
    let me = &page.actor().person;
    let inbox = match store::mentors::of_person(&mut tx, &programme.id, me).await? {
        Some(mentor) => {
            let requests = store::requests::of_mentor(&mut tx, &mentor.school, &mentor.id).await?;
            let taken = store::pairs::places_taken(&mut tx, &mentor.school, &mentor.id).await?;
            Some(inbox(requests, &names, mentor.card.places, taken.len())?)
        }
        None => None,
    };
    let sent = match store::newcomers::of_person(&mut tx, &programme.id, me).await? {
        Some(newcomer) => {
            let requests = store::requests::of_newcomer(&mut tx, &newcomer.school, &newcomer.id).await?;
            Some(sent(requests, &names, programme.settings.open_requests)?)
        }
        None => None,
    };
    page.show(&List { shell: page.shell(), today: page.today(), inbox, sent })
}

fn inbox(requests: Vec<Request>, names: &Names, places: u8, taken: usize) -> Result<Inbox, PageError> {
    let taken = u8::try_from(taken).unwrap_or(u8::MAX);
    let mut inbox = Inbox { mine: vec![], theirs: vec![], over: vec![], places, taken };
    for request in requests {
        let newcomer = names.newcomer(&request.newcomer)?;
        let row = row(&request, newcomer.name.polite(), newcomer.subject.clone(), true);
        match request.state {
            State::Sent | State::Read { .. } | State::MeetFirst { .. } => inbox.mine.push(row),
            State::Asked { .. } => inbox.theirs.push(row),
            _ => inbox.over.push(row),
        }
    }
    Ok(inbox)
}

fn sent(requests: Vec<Request>, names: &Names, cap: u8) -> Result<Sent, PageError> {
    let mut sent = Sent { open: vec![], over: vec![], left: cap };
    for request in requests {
        let mentor = names.mentor(&request.mentor)?;
        let row = row(&request, mentor.name.polite(), mentor.subject.clone(), false);
        if request.state.is_open() {
            sent.left = sent.left.saturating_sub(1);
            sent.open.push(row);
        } else {
            sent.over.push(row);
        }
    }
    Ok(sent)
}

fn row(request: &Request, name: String, subject: Option<String>, for_mentor: bool) -> Row {
    let (look, icon, word) = chip(request.state);
    let opens = for_mentor && request.state == State::Sent;
    let id = request.id.clone();
    let href = if opens { OpenPath { id }.to_string() } else { ShowPath { id }.to_string() };
    Row {
        href,
        name,
        subject: subject.unwrap_or_default(),
        look,
        icon,
        // To the newcomer it is sent, to the mentor it is new.
        word: if opens { "requests-state-new".to_owned() } else { word },
        until: request.state.is_open().then_some(request.answer_until),
        opens,
    }
}
