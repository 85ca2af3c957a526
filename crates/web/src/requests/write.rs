//! Writing a request or an offer, and changing one that has not been read.

use super::{EditPath, ListPath, OfferPath, ShowPath, WritePath, refused, send_refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::names::Names;
use crate::{Page, PageError, filters};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::people::Name;
use domain::permissions::{Action, may};
use domain::requests::{MOST_GOALS, Request, Rhythm, SendRefused, Wish};
use domain::sides::Side;
use domain::{Day, MentorId, NewcomerId, ProgrammeId, RequestId, SchoolId};
use store::Tx;

/// Longest text of a request, in characters.
pub(super) const MOST_TEXT: usize = 2000;
/// Longest goal.
const MOST_GOAL: usize = 120;

#[derive(askama::Template)]
#[template(path = "requests/write.html")]
struct Write {
    shell: Shell,
    today: Day,
    /// A mentor offers first (feat:C18).
    offer: bool,
    /// To whom it is written.
    to: Name,
    subject: String,
    /// The address of the mentor's card; newcomers have none.
    card: String,
    action: String,
    /// To whom the words were written before; empty where they are new.
    former: String,
    fields: Fields,
    goals: Vec<String>,
    rhythms: Vec<Choice>,
    /// Fewest characters of the text.
    least: u16,
}

impl Write {
    /// The key under which a request or an offer says the same.
    fn key(&self, tail: &str) -> String {
        if self.offer { format!("requests-offer-{tail}") } else { format!("requests-{tail}") }
    }
}

/// To whom it is written.
enum To {
    Mentor(MentorId),
    Newcomer(NewcomerId),
}

impl To {
    fn of(request: &Request) -> Self {
        match request.asked() {
            Side::Mentor => Self::Mentor(request.mentor.clone()),
            Side::Newcomer => Self::Newcomer(request.newcomer.clone()),
        }
    }

    const fn asker(&self) -> Side {
        match self {
            Self::Mentor(_) => Side::Newcomer,
            Self::Newcomer(_) => Side::Mentor,
        }
    }

    async fn programme(&self, tx: &mut Tx) -> Result<(SchoolId, ProgrammeId), PageError> {
        let found = match self {
            Self::Mentor(id) => store::mentors::get(tx, id).await?.map(|one| (one.school, one.programme)),
            Self::Newcomer(id) => store::newcomers::get(tx, id).await?.map(|one| (one.school, one.programme)),
        };
        found.ok_or(PageError::NotFound)
    }

    fn named(&self, names: &Names) -> Result<(Name, Option<String>), PageError> {
        Ok(match self {
            Self::Mentor(id) => names.mentor(id).map(|one| (one.name.clone(), one.subject.clone()))?,
            Self::Newcomer(id) => names.newcomer(id).map(|one| (one.name.clone(), one.subject.clone()))?,
        })
    }

    fn card(&self) -> String {
        match self {
            Self::Mentor(id) => crate::mentors::ShowPath { id: id.clone() }.to_string(),
            Self::Newcomer(_) => String::new(),
        }
    }
}

/// To whom a form goes, where it is sent, and the reader's earlier request with whose words it begins (feat:C15).
struct Form {
    to: To,
    action: String,
    former: Option<Request>,
}

impl Form {
    async fn of(page: &Page, path: &WritePath, query: Option<String>) -> Result<Self, PageError> {
        let query = Fields::read(page.lang(), &query.unwrap_or_default());
        let to = To::Mentor(path.mentor.clone());
        match query.value("from") {
            "" => Ok(Self { to, action: path.to_string(), former: None }),
            from => {
                let id = RequestId::from(from.to_owned());
                Ok(Self { to, action: path.after(&id), former: Some(own(page, &id).await?) })
            }
        }
    }

    fn offer(path: &OfferPath) -> Self {
        Self { to: To::Newcomer(path.newcomer.clone()), action: path.to_string(), former: None }
    }

    fn again(path: &EditPath, request: &Request) -> Self {
        Self { to: To::of(request), action: path.to_string(), former: None }
    }
}

/// A form with the words of a request.
fn beginning(page: &Page, request: &Request) -> Fields {
    let mut values =
        vec![("text", request.wish.text.clone()), ("rhythm", request.wish.rhythm.word().to_owned())];
    values.extend(request.wish.goals.iter().map(|goal| ("goal", goal.clone())));
    Fields::beginning(page.lang(), &values)
}

pub(super) async fn blank(
    path: WritePath,
    RawQuery(query): RawQuery,
    page: Page,
) -> Result<Response, PageError> {
    let form = Form::of(&page, &path, query).await?;
    let fields = form.former.as_ref().map(|former| beginning(&page, former)).unwrap_or_default();
    draw(&page, form, fields).await
}

pub(super) async fn send(
    path: WritePath,
    RawQuery(query): RawQuery,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    let form = Form::of(&page, &path, query).await?;
    post(&page, form, fields).await
}

pub(super) async fn blank_offer(path: OfferPath, page: Page) -> Result<Response, PageError> {
    draw(&page, Form::offer(&path), Fields::default()).await
}

pub(super) async fn offer(path: OfferPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    post(&page, Form::offer(&path), fields).await
}

async fn post(page: &Page, form: Form, mut fields: Fields) -> Result<Response, PageError> {
    let Some(wish) = read(&mut fields) else { return draw(page, form, fields).await };
    let sent = match &form.to {
        To::Mentor(mentor) => actions::requests::send(&page.context(), mentor, wish).await,
        To::Newcomer(newcomer) => actions::requests::offer(&page.context(), newcomer, wish).await,
    };
    match sent {
        Ok(id) => Ok(page.done(&ShowPath { id }, "requests-done-sent", &[])),
        Err(failed) => {
            refuse(page, &mut fields, refused(failed)?, form.to.asker());
            draw(page, form, fields).await
        }
    }
}

pub(super) async fn again(path: EditPath, page: Page) -> Result<Response, PageError> {
    let request = own(&page, &path.id).await?;
    let fields = beginning(&page, &request);
    draw(&page, Form::again(&path, &request), fields).await
}

pub(super) async fn save(path: EditPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let request = own(&page, &path.id).await?;
    let form = Form::again(&path, &request);
    let Some(wish) = read(&mut fields) else { return draw(&page, form, fields).await };
    match actions::requests::edit(&page.context(), &path.id, wish).await {
        Ok(()) => Ok(page.done(&ListPath, "requests-done-edited", &[])),
        Err(failed) => {
            refuse(&page, &mut fields, refused(failed)?, request.asked_by);
            draw(&page, form, fields).await
        }
    }
}

/// A request that the reader sent.
async fn own(page: &Page, id: &RequestId) -> Result<Request, PageError> {
    let mut tx = page.read().await?;
    let request = store::requests::get(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    let asker = match request.asked_by {
        Side::Newcomer => store::newcomers::get(&mut tx, &request.newcomer).await?.map(|one| one.person),
        Side::Mentor => store::mentors::get(&mut tx, &request.mentor).await?.map(|one| one.person),
    };
    let asker = asker.ok_or(PageError::NotFound)?;
    may(page.actor(), &Action::SendRequest { asker: &asker }).map_err(|_| PageError::NotFound)?;
    Ok(request)
}

fn read(fields: &mut Fields) -> Option<Wish> {
    let text = fields.text("text", MOST_TEXT);
    let rhythm = fields.choice("rhythm", Rhythm::from_word);
    let goals = fields.texts("goal", MOST_GOAL);
    fields.is_right().then_some(())?;
    Some(Wish { text, goals, rhythm: rhythm? })
}

fn refuse(page: &Page, fields: &mut Fields, why: SendRefused, asker: Side) {
    let (key, args) = send_refusal(page.lang(), why, asker);
    fields.refuse("text", key, &args);
}

async fn draw(page: &Page, form: Form, fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (school, programme) = form.to.programme(&mut tx).await?;
    may(page.actor(), &Action::SeeMentors(&school)).map_err(|_| PageError::NotFound)?;
    let (programme, names) = Names::in_programme(&mut tx, &school, &programme).await?;
    let (to, subject) = form.to.named(&names)?;
    let former = form.former.as_ref().and_then(|former| names.mentor(&former.mentor).ok());
    let former = former.map(|former| former.name.polite());
    let mut goals: Vec<String> = fields.values("goal").into_iter().map(ToOwned::to_owned).collect();
    goals.resize(MOST_GOALS, String::new());
    let rhythm = |rhythm: Rhythm| {
        let label = page.text(&format!("requests-rhythm-{}", rhythm.word()));
        Choice::new(rhythm.word(), label).chosen_if(fields.value("rhythm"))
    };
    let rhythms = Rhythm::ALL.into_iter().map(rhythm).collect();
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Write {
            shell: page.shell(),
            today: page.today(),
            offer: form.to.asker() == Side::Mentor,
            to,
            subject: subject.unwrap_or_default(),
            card: form.to.card(),
            action: form.action,
            former: former.unwrap_or_default(),
            fields,
            goals,
            rhythms,
            least: programme.settings.request_min_chars,
        },
    )
}
