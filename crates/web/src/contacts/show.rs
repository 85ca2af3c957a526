//! One joint work: its facts, the step that is the reader's, and the reader's own impression under it. The
//! coordinator reads day and kind; nobody reads another's impression.

use super::impression::{Scale, scales};
use super::{
    CancelPath, ConfirmPath, ForgetPath, KeepPath, ListPath, ShowPath, chip, impression_of, kind_key,
    step_refusal,
};
use crate::errors::refused;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::names::Names;
use crate::{Page, PageError, filters};
use axum::http::StatusCode;
use axum::response::Response;
use domain::contacts::{Contact, Impression, MOST_NOTE, State};
use domain::permissions::{Action, Two, may};
use domain::sides::Side;
use domain::{ContactId, Day};
use store::Tx;
use store::people::Named;

#[derive(askama::Template)]
#[template(path = "contacts/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    contact: Contact,
    /// The other one, as addressed.
    name: String,
    side: Side,
    look: &'static str,
    icon: &'static str,
    word: &'static str,
    /// Why the last step was not taken.
    refusal: Option<String>,
    fields: Fields,
    scales: Vec<Scale>,
    /// The day on which the own impression was last written, where there is one.
    written_on: Option<Day>,
}

impl Show {
    fn kind(&self) -> String {
        kind_key(self.contact.deed.kind)
    }
    fn confirm(&self) -> ConfirmPath {
        ConfirmPath { id: self.contact.id.clone() }
    }
    fn cancel(&self) -> CancelPath {
        CancelPath { id: self.contact.id.clone() }
    }
    fn keep(&self) -> KeepPath {
        KeepPath { id: self.contact.id.clone() }
    }
    fn forget(&self) -> ForgetPath {
        ForgetPath { id: self.contact.id.clone() }
    }
    fn confirmable(&self) -> bool {
        self.contact.waits_for(self.side)
    }
    /// The reader wrote it down and may still take it back.
    fn cancellable(&self) -> bool {
        self.contact.state == State::Recorded && !self.confirmable()
    }
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn most_note(&self) -> usize {
        MOST_NOTE
    }
    /// The key of what the board says: how it stands, and for whom it waits.
    fn board(&self) -> &'static str {
        match self.contact.state {
            State::Recorded if self.confirmable() => "contacts-show-confirm",
            State::Recorded => "contacts-show-recorded",
            State::Confirmed { .. } => "contacts-show-confirmed",
            State::Cancelled { .. } => "contacts-show-cancelled",
        }
    }
}

/// What the coordinator reads: that it took place. No topic, no impression.
#[derive(askama::Template)]
#[template(path = "contacts/facts.html")]
struct Facts {
    shell: Shell,
    today: Day,
    newcomer: String,
    mentor: String,
    last: Day,
    rows: Vec<Fact>,
}

/// One joint work of the two.
struct Fact {
    day: Day,
    kind: String,
    minutes: u16,
    confirmed: bool,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, None, None).await
}

/// The page, also where a step or an impression was refused: then with the reason and what was typed.
pub(super) async fn draw(
    page: &Page,
    id: &ContactId,
    refusal: Option<&str>,
    typed: Option<Fields>,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let contact = store::contacts::get(&mut tx, id).await?.ok_or(PageError::NotFound)?;
    let programme = store::programmes::get(&mut tx, &contact.school, &contact.programme).await?;
    let names = Names::of(&mut tx, &programme.ok_or(PageError::NotFound)?).await?;
    let newcomer = names.newcomer(&contact.newcomer)?;
    let mentor = names.mentor(&contact.mentor)?;
    let two = Two { school: &contact.school, newcomer: &newcomer.person, mentor: &mentor.person };
    if may(page.actor(), &Action::RecordContact(two)).is_err() {
        may(page.actor(), &Action::SeeContact(two)).map_err(|_| PageError::NotFound)?;
        return facts(page, &mut tx, &contact, newcomer, mentor).await;
    }
    let me = &page.actor().person;
    let (side, name) = if *me == newcomer.person {
        (Side::Newcomer, mentor.name.polite())
    } else {
        (Side::Mentor, newcomer.name.polite())
    };
    let own = store::contacts::impression(&mut tx, &contact.school, id, me).await?;
    let wrong = refusal.is_some() || typed.is_some();
    let fields = typed.unwrap_or_else(|| beginning(page, own.as_ref()));
    let (look, icon, word) = chip(&contact, side);
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            name,
            side,
            look,
            icon,
            word,
            refusal: refusal.map(|key| page.text(key)),
            scales: scales(page, &fields, own.is_some()),
            fields,
            written_on: own.map(|own| page.local(own.written_at).date()),
            contact,
        },
    )
}

/// The form of the impression, with what the author wrote before.
fn beginning(page: &Page, own: Option<&Impression>) -> Fields {
    let Some(own) = own else { return Fields::default() };
    let mark =
        |mark: Option<domain::contacts::Mark>| mark.map(|mark| mark.number().to_string()).unwrap_or_default();
    let values = [
        ("useful", mark(own.useful)),
        ("ease", mark(own.ease)),
        ("asking", mark(own.asking)),
        ("note", own.note.clone()),
    ];
    Fields::beginning(page.lang(), &values)
}

async fn facts<N, M>(
    page: &Page,
    tx: &mut Tx,
    contact: &Contact,
    newcomer: &Named<N>,
    mentor: &Named<M>,
) -> Result<Response, PageError> {
    let known = store::contacts::of_newcomer(tx, &contact.school, &contact.newcomer).await?;
    let counted = known.iter().filter(|one| one.mentor == contact.mentor && one.state.counts());
    let mut rows: Vec<Fact> = counted
        .map(|one| Fact {
            day: one.deed.held_on,
            kind: kind_key(one.deed.kind),
            minutes: one.deed.minutes,
            confirmed: matches!(one.state, State::Confirmed { .. }),
        })
        .collect();
    rows.sort_by_key(|fact| std::cmp::Reverse(fact.day));
    page.show(&Facts {
        shell: page.shell(),
        today: page.today(),
        newcomer: newcomer.name.brief(),
        mentor: mentor.name.brief(),
        // What was taken back is not listed any more, and its page tells nothing.
        last: rows.first().map(|fact| fact.day).ok_or(PageError::NotFound)?,
        rows,
    })
}

pub(super) async fn confirm(path: ConfirmPath, page: Page) -> Result<Response, PageError> {
    match actions::contacts::confirm(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&impression_of(&path.id), "contacts-done-confirmed", &[])),
        Err(failed) => draw(&page, &path.id, Some(step_refusal(refused(failed)?)), None).await,
    }
}

pub(super) async fn cancel(path: CancelPath, page: Page) -> Result<Response, PageError> {
    match actions::contacts::cancel(&page.context(), &path.id).await {
        Ok(()) => Ok(page.done(&ListPath, "contacts-done-cancelled", &[])),
        Err(failed) => draw(&page, &path.id, Some(step_refusal(refused(failed)?)), None).await,
    }
}
