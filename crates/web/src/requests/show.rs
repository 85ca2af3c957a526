//! One request: to the asker its state and what comes next, to the one asked the words and four equal answers.

use super::{
    AnswerPath, EditPath, FollowPath, OpenPath, ReplyPath, ShowPath, WithdrawPath, WritePath, answer_refusal,
    chip,
};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::names::Names;
use crate::{Page, PageError, filters};
use axum::http::StatusCode;
use axum::response::Response;
use domain::mentors::Mentor;
use domain::people::Name;
use domain::permissions::{Action, Two, may};
use domain::programmes::Programme;
use domain::requests::{AnswerRefused, Closed, Request, State};
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
    /// When it was sent, in words.
    sent: String,
    /// The reader's own name, as colleagues say it: what the other reads of them.
    own: String,
    /// The other one's.
    other: String,
    asker: Name,
    asker_subject: String,
    said: Vec<Said>,
    look: &'static str,
    icon: &'static str,
    word: String,
    /// The key of what the reader is told of the state.
    told: String,
    fields: Fields,
    /// Why the last answer was not taken.
    refusal: Option<String>,
    /// The reader has asked.
    asks: bool,
    /// The mentor has offered first (feat:C18).
    offer: bool,
    /// The reader is asked, and has not opened it yet.
    unopened: bool,
    /// How many others the asker asks at the same time; not whom (feat:C13).
    others: usize,
    /// The days of their joint work, in words; empty where there was none.
    met: String,
    /// Places of the mentor, taken and all; for the mentor, and for whoever is offered one of them.
    load: (usize, usize),
    /// The note of the one asked on the decline.
    reason: Option<Reason>,
    /// To whom it goes on where it comes to nothing, for the newcomer who asked.
    follow: Vec<Choice>,
    /// Fewest characters of the words for them.
    least: u16,
    /// The request as which it went on: where, and to whom.
    went_on: Option<(String, String)>,
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
    fn follow_path(&self) -> FollowPath {
        FollowPath { id: self.request.id.clone() }
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
        !self.asks && self.request.state.is_open() && !self.unopened
    }
    /// The key under which a request or an offer says the same.
    fn key(&self, tail: &str) -> String {
        if self.offer { format!("requests-offer-{tail}") } else { format!("requests-{tail}") }
    }
    /// What the board says: who asks whom.
    fn heading(&self) -> String {
        let mentor_reads = self.asks == self.offer;
        self.key(if mentor_reads { "show-mentor" } else { "show-newcomer" })
    }
    /// The key of what the asker reads after a decline.
    fn declined(&self) -> &'static str {
        if self.offer { "requests-offer-told-mentor-declined" } else { "requests-told-newcomer-declined" }
    }
    /// A newcomer for whom nothing came of it looks at the mentors again.
    fn looks_on(&self) -> bool {
        self.asks != self.offer && !self.request.state.is_open()
    }
    fn shows_places(&self) -> bool {
        self.load.1 > 0 && (self.offer || !self.asks)
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
    mut fields: Fields,
    refusal: Option<AnswerRefused>,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let request = store::requests::get(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    let (programme, names) = Names::in_programme(&mut tx, &request.school, &request.programme).await?;
    let newcomer = names.newcomer(&request.newcomer)?;
    let mentor = names.mentor(&request.mentor)?;
    let two = Two { school: &request.school, newcomer: &newcomer.person, mentor: &mentor.person };
    may(page.actor(), &Action::ReadRequest(two)).map_err(|_| PageError::NotFound)?;
    let reader = if mentor.person == page.actor().person { Side::Mentor } else { Side::Newcomer };
    let asks = request.asked_by == reader;
    let polite = |side| match side {
        Side::Newcomer => newcomer.name.polite(),
        Side::Mentor => mentor.name.polite(),
    };
    let (own, other) = (polite(reader), polite(reader.other()));
    let (asker, asker_subject) = match request.asked_by {
        Side::Newcomer => (newcomer.name.clone(), newcomer.subject.clone()),
        Side::Mentor => (mentor.name.clone(), mentor.subject.clone()),
    };
    let words = store::requests::words(&mut tx, &request).await?;
    let reason = actions::requests::reason(&mut tx, &page.context(), &request).await?;
    let said = |words: Words| Said { who: polite(words.author), text: words.text, at: page.local(words.at) };
    let right = refusal.is_none() && fields.is_right();
    let status = if right { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (look, icon, word) = chip(request.state);
    let (follow, went_on, next) =
        onward(page, &mut tx, &request, (&programme, &names), asks.then_some(&mut fields)).await?;
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            sent: sent(page, &request, asks),
            own,
            other,
            asker,
            asker_subject: asker_subject.unwrap_or_default(),
            said: words.into_iter().map(said).collect(),
            look,
            icon,
            word,
            told: told(&request, reader),
            fields,
            refusal: refusal.map(|why| page.text(answer_refusal(why, reader))),
            asks,
            offer: request.asked_by == Side::Mentor,
            unopened: !asks && request.state == State::Sent,
            others: others(&mut tx, &request).await?,
            met: met(page, &mut tx, &request).await?,
            load: load(&mut tx, &request).await?,
            reason,
            follow,
            least: programme.settings.request_min_chars,
            went_on,
            next,
            request,
        },
    )
}

/// When it was sent. Whoever is asked reads the day alone: a request that went on at night tells by its hour that nobody sent it.
fn sent(page: &Page, request: &Request, asks: bool) -> String {
    let at = page.local(request.sent_at);
    if asks { i18n::day_and_time(page.lang(), at) } else { i18n::day_short(page.lang(), at.date()) }
}

/// What comes after a request: to whom it could go on, where it went, whom the reader may ask next.
type Onward = (Vec<Choice>, Option<(String, String)>, Vec<Next>);

/// The same, for whoever asked, with the fields of their page; a mentor's offer goes nowhere by itself.
async fn onward(
    page: &Page,
    tx: &mut Tx,
    request: &Request,
    (programme, names): (&Programme, &Names),
    askers: Option<&mut Fields>,
) -> Result<Onward, PageError> {
    let Some(fields) = askers else { return Ok((Vec::new(), None, Vec::new())) };
    let next = next(page, tx, request, programme, names).await?;
    if request.asked_by == Side::Mentor {
        return Ok((Vec::new(), None, next));
    }
    Ok((
        follow(page, tx, request, (programme, names), fields).await?,
        went_on(tx, request, names).await?,
        next,
    ))
}

/// To whom an open request of the reader's could go on, with the one who is named and the words for them.
async fn follow(
    page: &Page,
    tx: &mut Tx,
    request: &Request,
    (programme, names): (&Programme, &Names),
    fields: &mut Fields,
) -> Result<Vec<Choice>, PageError> {
    if !request.state.is_open() {
        return Ok(Vec::new());
    }
    let newcomer = store::newcomers::get(tx, &request.newcomer).await?.ok_or(PageError::NotFound)?;
    if !fields.has("next")
        && let Some(kept) = store::requests::follow(tx, request).await?
    {
        fields.put("next", kept.mentor.to_string());
        fields.put("next_words", kept.text);
    }
    let mentors = actions::requests::could_follow(tx, &page.context(), programme, &newcomer).await?;
    let choice = |mentor: Mentor| {
        let label = names.mentor(&mentor.id)?.name.full();
        Ok(Choice::new(mentor.id.as_str(), label).chosen_if(fields.value("next")))
    };
    let choices: Result<Vec<Choice>, PageError> = mentors.into_iter().map(choice).collect();
    let mut choices = choices?;
    i18n::sort_by_name(page.lang(), &mut choices, |one| &one.label);
    Ok(choices)
}

/// Where a request went on, and to whom.
async fn went_on(
    tx: &mut Tx,
    request: &Request,
    names: &Names,
) -> Result<Option<(String, String)>, PageError> {
    let Some(on) = actions::requests::went_on(tx, request).await? else { return Ok(None) };
    let name = names.mentor(&on.mentor)?.name.polite();
    Ok(Some((ShowPath { id: on.id }.to_string(), name)))
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
        let who = names.mentor(&mentor)?;
        let subject = who.subject.clone().unwrap_or_default();
        Ok(Next { name: who.name.clone(), subject, href: WritePath { mentor }.after(&request.id) })
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

/// How many other requests the asker has open.
async fn others(tx: &mut Tx, request: &Request) -> Result<usize, PageError> {
    let all = match request.asked_by {
        Side::Newcomer => store::requests::of_newcomer(tx, &request.school, &request.newcomer).await?,
        Side::Mentor => store::requests::of_mentor(tx, &request.school, &request.mentor).await?,
    };
    let beside = |other: &&Request| {
        other.id != request.id && other.asked_by == request.asked_by && other.state.is_open()
    };
    Ok(all.iter().filter(beside).count())
}

/// The key of the sentence that says what the state means to the reader.
fn told(request: &Request, reader: Side) -> String {
    let state = request.state;
    let word = match state {
        State::Closed { why: Closed::MentorFull, .. } => "full",
        State::Closed { why: Closed::AgreedElsewhere, .. } => "elsewhere",
        State::Closed { why: Closed::Left, .. } => "left",
        state => state.word(),
    };
    let asks = request.asked_by == reader;
    // What an offer says otherwise than a request.
    let otherwise = match state {
        State::Accepted { .. } | State::Withdrawn { .. } => true,
        State::Declined { .. } | State::Expired { .. } => reader == Side::Mentor,
        State::Closed { why, .. } => reader == Side::Mentor && why == Closed::MentorFull,
        _ => false,
    };
    match (request.asked_by, state) {
        (Side::Mentor, _) if otherwise => format!("requests-offer-told-{}-{word}", reader.word()),
        // What was decided elsewhere reads alike to either side, whoever had asked.
        (Side::Newcomer, _) | (Side::Mentor, State::Closed { .. }) => {
            format!("requests-told-{}-{word}", reader.word())
        }
        // Waiting and being waited for are the same on both sides.
        (Side::Mentor, ..) if asks => format!("requests-told-newcomer-{word}"),
        (Side::Mentor, ..) => format!("requests-told-mentor-{word}"),
    }
}
