//! What came to the reader, by whose turn it is, and what they sent; for a mentor also to whom they may offer.

use super::{ListPath, OfferPath, OpenPath, ShowPath, chip};
use crate::layout::Shell;
use crate::names::Names;
use crate::newcomers::for_now_own;
use crate::{Page, PageError, filters};
use axum::response::Response;
use domain::Day;
use domain::mentors::Mentor;
use domain::newcomers::{Newcomer, is_unpaired};
use domain::programmes::Programme;
use domain::requests::{Request, State};
use domain::sides::Side;
use store::Tx;

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
    /// Posts here instead of linking: the one asked opens the request for the first time.
    opens: bool,
    /// The words of that button.
    open: &'static str,
}

/// A newcomer to whom the reader may offer now.
struct Offer {
    href: String,
    initials: String,
    name: String,
    subject: String,
}

#[derive(askama::Template)]
#[template(path = "requests/list.html")]
struct List {
    shell: Shell,
    today: Day,
    /// What came; always for a mentor, for a newcomer where a mentor has offered.
    inbox: Option<Inbox>,
    /// What was sent; always for a newcomer, for a mentor where they have offered.
    sent: Option<Sent>,
    /// Places of a mentor, taken and all.
    load: Option<(u8, u8)>,
    offers: Vec<Offer>,
    /// Nobody is asked now: neither a selection nor a second round.
    closed: bool,
    /// Who is with a newcomer whom the choice has left without a pair; empty for everybody else.
    for_now: String,
}

impl List {
    /// Who waits longest for the reader, and how many do.
    fn waits(&self) -> Option<(usize, &str)> {
        let mine = &self.inbox.as_ref()?.mine;
        mine.first().map(|row| (mine.len(), row.name.as_str()))
    }
}

/// The reader's turn, the others' turn, and what is over.
#[derive(Default)]
struct Inbox {
    mine: Vec<Row>,
    theirs: Vec<Row>,
    over: Vec<Row>,
}

impl Inbox {
    fn is_empty(&self) -> bool {
        self.mine.is_empty() && self.theirs.is_empty() && self.over.is_empty()
    }
}

struct Sent {
    open: Vec<Row>,
    over: Vec<Row>,
    /// Requests that may still be sent now.
    left: u8,
}

impl Sent {
    fn is_empty(&self) -> bool {
        self.open.is_empty() && self.over.is_empty()
    }
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (programme, names) = Names::load(&page, &mut tx).await?;
    let me = &page.actor().person;
    let closed = programme.asking(page.today()).is_err();
    let cap = if closed { 0 } else { programme.settings.open_requests };
    let mut list = List {
        shell: page.shell(),
        today: page.today(),
        inbox: None,
        sent: None,
        load: None,
        offers: Vec::new(),
        closed,
        for_now: String::new(),
    };
    if let Some(mentor) = store::mentors::of_person(&mut tx, &programme.id, me).await? {
        let requests = store::requests::of_mentor(&mut tx, &mentor.school, &mentor.id).await?;
        let (inbox, sent) = sorted(requests, &names, Side::Mentor, cap)?;
        let taken = store::pairs::places_taken(&mut tx, &mentor.school, &mentor.id).await?;
        list.inbox = Some(inbox);
        list.sent = Some(sent).filter(|sent| !sent.is_empty());
        list.load = Some((u8::try_from(taken.len()).unwrap_or(u8::MAX), mentor.card.places));
        list.offers = offers(&page, &mut tx, &programme, &names, &mentor).await?;
    }
    if let Some(newcomer) = store::newcomers::of_person(&mut tx, &programme.id, me).await? {
        let requests = store::requests::of_newcomer(&mut tx, &newcomer.school, &newcomer.id).await?;
        let (inbox, sent) = sorted(requests, &names, Side::Newcomer, cap)?;
        list.inbox = list.inbox.or_else(|| Some(inbox).filter(|inbox| !inbox.is_empty()));
        list.sent = Some(sent);
        list.for_now = without_pair(&page, &mut tx, &programme, &newcomer).await?;
    }
    page.show(&list)
}

/// Who is with the newcomer, where the choice has left them without a pair (neg:N21).
async fn without_pair(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    newcomer: &Newcomer,
) -> Result<String, PageError> {
    let pairs = store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    if !is_unpaired(&pairs, programme, page.today()) {
        return Ok(String::new());
    }
    for_now_own(page, tx, &newcomer.school, &newcomer.id).await
}

/// What came to the reader, on a side, and what they sent.
fn sorted(requests: Vec<Request>, names: &Names, reader: Side, cap: u8) -> Result<(Inbox, Sent), PageError> {
    let mut inbox = Inbox::default();
    let mut sent = Sent { open: vec![], over: vec![], left: cap };
    for request in requests {
        let row = row(&request, names, reader)?;
        match (request.asked_by == reader, request.state) {
            (true, state) if state.is_open() => {
                sent.left = sent.left.saturating_sub(1);
                sent.open.push(row);
            }
            (true, _) => sent.over.push(row),
            (false, State::Sent | State::Read { .. } | State::MeetFirst { .. }) => inbox.mine.push(row),
            (false, State::Asked { .. }) => inbox.theirs.push(row),
            (false, _) => inbox.over.push(row),
        }
    }
    Ok((inbox, sent))
}

fn row(request: &Request, names: &Names, reader: Side) -> Result<Row, PageError> {
    let (name, subject) = match reader {
        Side::Newcomer => {
            let mentor = names.mentor(&request.mentor)?;
            (mentor.name.polite(), mentor.subject.clone())
        }
        Side::Mentor => {
            let newcomer = names.newcomer(&request.newcomer)?;
            (newcomer.name.polite(), newcomer.subject.clone())
        }
    };
    let (look, icon, word) = chip(request.state);
    let opens = request.asked() == reader && request.state == State::Sent;
    let id = request.id.clone();
    let href = if opens { OpenPath { id }.to_string() } else { ShowPath { id }.to_string() };
    Ok(Row {
        href,
        name,
        subject: subject.unwrap_or_default(),
        look,
        icon,
        // To the asker it is sent, to the one asked it is new.
        word: if opens { "requests-state-new".to_owned() } else { word },
        until: request.state.is_open().then_some(request.answer_until),
        opens,
        open: super::of(request.asked_by, "requests-open", "requests-offer-open"),
    })
}

/// To whom the mentor may offer now; the same rule answers the form.
async fn offers(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
    mentor: &Mentor,
) -> Result<Vec<Offer>, PageError> {
    let newcomers = store::newcomers::of_programme(tx, &programme.school, &programme.id).await?;
    let answers =
        actions::requests::may_be_offered(tx, &page.context(), programme, mentor, &newcomers).await?;
    let open = newcomers.into_iter().zip(answers).filter(|(_, answer)| answer.is_ok());
    let offer = |newcomer: Newcomer| {
        let who = names.newcomer(&newcomer.id)?;
        Ok(Offer {
            href: OfferPath { newcomer: newcomer.id }.to_string(),
            initials: who.name.initials(),
            name: who.name.brief(),
            subject: who.subject.clone().unwrap_or_default(),
        })
    };
    let mut offers = open.map(|(newcomer, _)| offer(newcomer)).collect::<Result<Vec<Offer>, PageError>>()?;
    i18n::sort_by_name(page.lang(), &mut offers, |offer| &offer.name);
    Ok(offers)
}
