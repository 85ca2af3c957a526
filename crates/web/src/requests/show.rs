//! One request: to the newcomer its state and what comes next, to the mentor the words and four equal answers.

use super::{AnswerPath, EditPath, OpenPath, ReplyPath, ShowPath, WithdrawPath, WritePath, chip};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::names::Names;
use crate::{Page, PageError, filters};
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Name;
use domain::permissions::{Action, Two, may};
use domain::programmes::Programme;
use domain::requests::{Closed, Request, State};
use domain::sides::Side;
use domain::{Day, MentorId, RequestId};
use jiff::civil::DateTime;
use store::Tx;
use store::requests::{Reason, Words};

/// Something that was said over the request.
struct Said {
    who: String,
    text: String,
    at: DateTime,
}

#[derive(askama::Template)]
#[template(path = "requests/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    request: Request,
    sent_at: DateTime,
    newcomer: Name,
    newcomer_subject: String,
    mentor: Name,
    said: Vec<Said>,
    look: &'static str,
    icon: &'static str,
    word: String,
    /// The key of what the newcomer reads of the state.
    told: String,
    fields: Fields,
    /// Why the last answer was not taken.
    refusal: Option<String>,
    for_mentor: bool,
    /// The mentor has not opened it yet.
    unopened: bool,
    /// How many others the newcomer asks at the same time; not whom (feat:C13).
    others: usize,
    /// The days of their joint work, in words; empty where there was none.
    met: String,
    /// Places of the mentor, taken and all; for the mentor.
    load: (usize, usize),
    /// The mentor's own note on the decline.
    reason: Option<Reason>,
    /// Favourites of the newcomer who come next, with the form in which the words stand already.
    next: Vec<Next>,
}

/// A favourite who can be asked next.
struct Next {
    name: Name,
    subject: String,
    href: String,
}

impl Show {
    fn answer_path(&self) -> AnswerPath {
        AnswerPath { id: self.request.id.clone() }
    }
    fn open_path(&self) -> OpenPath {
        OpenPath { id: self.request.id.clone() }
    }
    fn edit_path(&self) -> EditPath {
        EditPath { id: self.request.id.clone() }
    }
    fn reply_path(&self) -> ReplyPath {
        ReplyPath { id: self.request.id.clone() }
    }
    fn withdraw_path(&self) -> WithdrawPath {
        WithdrawPath { id: self.request.id.clone() }
    }
    fn rhythm_key(&self) -> String {
        format!("requests-rhythm-{}", self.request.wish.rhythm.word())
    }
    /// Whether it is the reader's turn to answer.
    fn answerable(&self) -> bool {
        self.for_mentor && self.request.state.is_open() && !self.unopened
    }
    fn asked(&self) -> bool {
        matches!(self.request.state, State::Asked { .. })
    }
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default(), None).await
}

/// The page, also where an answer was refused: then with what was typed and the reason.
pub(super) async fn draw(
    page: &Page,
    id: &RequestId,
    fields: Fields,
    refusal: Option<&str>,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let request = store::requests::get(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    let (programme, names) = Names::in_programme(&mut tx, &request.school, &request.programme).await?;
    let newcomer = names.newcomer(&request.newcomer)?;
    let mentor = names.mentor(&request.mentor)?;
    let two = Two { school: &request.school, newcomer: &newcomer.person, mentor: &mentor.person };
    may(page.actor(), &Action::ReadRequest(two)).map_err(|_| PageError::NotFound)?;
    let for_mentor = mentor.person == page.actor().person;
    let sent = store::requests::of_newcomer(&mut tx, &request.school, &request.newcomer).await?;
    let words = store::requests::words(&mut tx, &request).await?;
    let reason = actions::requests::reason(&mut tx, &page.context(), &request).await?;
    let said = |words: Words| Said {
        who: match words.author {
            Side::Newcomer => newcomer.name.polite(),
            Side::Mentor => mentor.name.polite(),
        },
        text: words.text,
        at: page.local(words.at),
    };
    let status = if refusal.is_some() || !fields.is_right() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let (look, icon, word) = chip(request.state);
    let next =
        if for_mentor { Vec::new() } else { next(page, &mut tx, &request, &programme, &names).await? };
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            sent_at: page.local(request.sent_at),
            newcomer: newcomer.name.clone(),
            newcomer_subject: newcomer.subject.clone().unwrap_or_default(),
            mentor: mentor.name.clone(),
            said: words.into_iter().map(said).collect(),
            look,
            icon,
            word,
            told: told(request.state, for_mentor),
            fields,
            refusal: refusal.map(|key| page.text(key)),
            for_mentor,
            unopened: for_mentor && request.state == State::Sent,
            others: sent.iter().filter(|other| other.id != request.id && other.state.is_open()).count(),
            met: met(page, &mut tx, &request).await?,
            load: load(&mut tx, &request).await?,
            reason,
            next,
            request,
        },
    )
}

/// The reader's favourites who come next, where this request ended without the reader's doing (feat:C15).
async fn next(
    page: &Page,
    tx: &mut Tx,
    request: &Request,
    programme: &Programme,
    names: &Names,
) -> Result<Vec<Next>, PageError> {
    let newcomer = store::newcomers::get(tx, &request.newcomer).await?.ok_or(PageError::NotFound)?;
    if request.missed_at().is_none() {
        return Ok(Vec::new());
    }
    let mentors = actions::favourites::next(tx, &page.context(), programme, &newcomer).await?;
    let next = |mentor: MentorId| {
        let named = names.mentor(&mentor)?;
        let subject = named.subject.clone().unwrap_or_default();
        Ok(Next { name: named.name.clone(), subject, href: WritePath { mentor }.after(&request.id) })
    };
    mentors.into_iter().map(next).collect()
}

async fn load(tx: &mut Tx, request: &Request) -> Result<(usize, usize), PageError> {
    let taken = store::pairs::places_taken(tx, &request.school, &request.mentor).await?.len();
    let mentor = store::mentors::get(tx, &request.mentor).await?;
    Ok((taken, mentor.map_or(0, |mentor| usize::from(mentor.card.places))))
}

/// Days on which the two have worked together: both know them.
async fn met(page: &Page, tx: &mut Tx, request: &Request) -> Result<String, PageError> {
    let contacts = store::contacts::of_newcomer(tx, &request.school, &request.newcomer).await?;
    let days = contacts
        .iter()
        .filter(|contact| contact.mentor == request.mentor && contact.state.counts())
        .map(|contact| i18n::day_short(page.lang(), contact.deed.held_on));
    Ok(days.collect::<Vec<_>>().join(", "))
}

/// The key of the sentence that says what the state means to the reader.
fn told(state: State, for_mentor: bool) -> String {
    let side = if for_mentor { "mentor" } else { "newcomer" };
    match state {
        State::Closed { why: Closed::MentorFull, .. } => format!("requests-told-{side}-full"),
        State::Closed { why: Closed::AgreedElsewhere, .. } => format!("requests-told-{side}-elsewhere"),
        State::Closed { why: Closed::Left, .. } => format!("requests-told-{side}-left"),
        state => format!("requests-told-{side}-{}", state.word()),
    }
}
