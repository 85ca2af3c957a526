//! One of a pair asks, or takes it back: a page of its own, so that the pair's page looks the same whether somebody has
//! asked or not.

use super::{AskPath, PaperPath, TakeBackPath};
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::layout::Shell;
use crate::pairs::ShowPath as PairPath;
use crate::said::listed;
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::http::StatusCode;
use axum::response::Response;
use domain::handovers::{AskRefused, Handover, MOST_NOTE, NotOpen, may_ask};
use domain::pairs::Pair;
use domain::people::Role;
use domain::permissions::{Action, Two, may};
use domain::sides::Side;
use domain::{Day, PairId, PersonId};
use jiff::civil::DateTime;
use store::Tx;

/// What was asked and is still open.
struct Open {
    asked_at: DateTime,
    note: Option<String>,
    take_back: String,
    /// The application in the two languages of papers.
    papers: [(String, &'static str); 2],
}

#[derive(askama::Template)]
#[template(path = "handovers/ask.html")]
struct Ask {
    shell: Shell,
    today: Day,
    /// A newcomer asks for another mentor, a mentor to hand over.
    title: String,
    act: String,
    /// Who will read it.
    readers: String,
    open: Option<Open>,
    /// Why nothing can be asked; key of the sentence.
    not_now: Option<&'static str>,
    /// Whom to talk to where nobody reads it here.
    head: String,
    fields: Fields,
    pair: String,
    action: String,
}

pub(super) async fn show(path: AskPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::beginning(page.lang(), &[]), StatusCode::OK).await
}

pub(super) async fn ask(path: AskPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let note = fields.optional_text("note", MOST_NOTE);
    if !fields.is_right() {
        return draw(&page, &path.id, fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match actions::handovers::ask(&page.context(), &path.id, note.as_deref()).await {
        Ok(_) => Ok(page.done(&path, "handovers-done-asked", &[])),
        Err(Failed::Refused(why)) => {
            match why {
                AskRefused::NoteTooLong => {
                    let count = fields.value("note").chars().count();
                    fields.refuse(
                        "note",
                        "forms-too-long",
                        &[("most", MOST_NOTE.into()), ("count", count.into())],
                    );
                }
                // The page says these by itself.
                AskRefused::NotAssigned
                | AskRefused::Over
                | AskRefused::NobodyReads
                | AskRefused::AlreadyAsked => {}
            }
            draw(&page, &path.id, fields, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn take_back(path: TakeBackPath, page: Page) -> Result<Response, PageError> {
    let to = AskPath { id: path.id };
    match actions::handovers::take_back(&page.context(), &to.id).await {
        Ok(()) => Ok(page.done(&to, "handovers-done-taken-back", &[])),
        Err(Failed::Refused(NotOpen)) => Ok(page.lead(&to, FlashKind::Note, "handovers-not-open", &[])),
        Err(other) => Err(other.into()),
    }
}

/// The pair and which side of it the reader is.
async fn seat(page: &Page, tx: &mut Tx, id: &PairId) -> Result<(Pair, Side, PersonId), PageError> {
    let pair = store::pairs::get(tx, id).await?.ok_or(PageError::NotFound)?;
    let newcomer = store::newcomers::get(tx, &pair.newcomer).await?.ok_or(PageError::NotFound)?.person;
    let mentor = store::mentors::get(tx, &pair.mentor).await?.ok_or(PageError::NotFound)?.person;
    let two = Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor };
    may(page.actor(), &Action::AskHandover(two)).map_err(|_| PageError::NotFound)?;
    let (side, other) =
        if page.actor().person == newcomer { (Side::Newcomer, mentor) } else { (Side::Mentor, newcomer) };
    Ok((pair, side, other))
}

async fn names(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<String>, PageError> {
    let mut names = Vec::new();
    for id in people {
        names.extend(store::people::get(tx, id).await?.map(|person| person.name.polite()));
    }
    Ok(names)
}

async fn draw(page: &Page, id: &PairId, fields: Fields, status: StatusCode) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (pair, side, other) = seat(page, &mut tx, id).await?;
    let programme = store::programmes::get(&mut tx, &pair.school, &pair.programme).await?;
    let programme = programme.ok_or(PageError::NotFound)?;
    let readers = actions::handovers::readers(&mut tx, &pair.school, &other, page.today()).await?;
    let open = actions::handovers::own(&mut tx, &page.context(), &pair).await?;
    let refused = may_ask(&pair, &programme, !readers.is_empty(), page.today()).err();
    let head = store::people::with_role(&mut tx, &pair.school, Role::Head, page.today()).await?;
    page.show_with(
        status,
        &Ask {
            shell: page.shell(),
            today: page.today(),
            title: i18n::t(
                page.lang(),
                &format!("handovers-board-{}", side.word()),
                &[("name", names(&mut tx, &[other]).await?.concat().into())],
            ),
            act: page.text(&format!("handovers-ask-{}", side.word())),
            readers: listed(page.lang(), &names(&mut tx, &readers).await?),
            not_now: refused.filter(|_| open.is_none()).map(not_now),
            open: open.map(|open| asked(page, open)),
            head: listed(page.lang(), &names(&mut tx, &head).await?),
            fields,
            pair: PairPath { id: id.clone() }.to_string(),
            action: AskPath { id: id.clone() }.to_string(),
        },
    )
}

fn asked(page: &Page, open: Handover) -> Open {
    let paper = |lang: &str| PaperPath { id: open.pair.clone(), lang: lang.to_owned() }.to_string();
    Open {
        papers: [(paper("kk"), "handovers-paper-kk"), (paper("ru"), "handovers-paper-ru")],
        asked_at: page.local(open.asked_at),
        note: open.note,
        take_back: TakeBackPath { id: open.pair }.to_string(),
    }
}

const fn not_now(why: AskRefused) -> &'static str {
    match why {
        AskRefused::NotAssigned => "handovers-refused-not-assigned",
        AskRefused::Over => "handovers-refused-over",
        AskRefused::NobodyReads => "handovers-refused-nobody",
        // Shown beside the form and by what is open.
        AskRefused::NoteTooLong | AskRefused::AlreadyAsked => "handovers-not-open",
    }
}
