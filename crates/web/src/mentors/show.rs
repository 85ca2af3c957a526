//! One mentor: to everybody of the school the card, to the coordinator also how the candidature stands, the
//! rules line by line, and the decision.

use super::cards::{self, Card, is_public};
use super::hall::{Hall, manages};
use super::lines::{self, Lines};
use super::{DecidePath, ListPath, ShowPath, chip, refusal};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::{Page, PageError, contacts, filters};
use actions::Failed;
use axum::http::StatusCode;
use axum::response::Response;
use domain::mentors::{Decision, Mentor, Refused, State, open_now};
use domain::scenes::Scene;
use domain::{Day, MentorId};
use i18n::Arg;
use store::Tx;

/// Longest reason of a decision, in characters.
const MOST_REASON: usize = 500;

/// What only the coordinator sees.
struct Desk {
    look: &'static str,
    icon: &'static str,
    word: String,
    since: Day,
    /// Key of the sentence about the state.
    text: String,
    lines: Lines,
    /// An application waits and may be decided now.
    open: bool,
    /// An approval needs a reason: a rule that gives way to one is not met.
    needs_reason: bool,
    /// May be nominated again.
    again: bool,
    /// What was written with the last decision.
    reason: String,
    decide: String,
    person: String,
}

#[derive(askama::Template)]
#[template(path = "mentors/show.html")]
struct Show {
    shell: Shell,
    date: String,
    title: String,
    text: String,
    card: Card,
    /// Situations that they have shown at meetings, where they let the card say it.
    acted: Vec<String>,
    /// Where to arrange joint work; empty for everybody but a newcomer in the selection.
    meet: String,
    /// The reader's own card, as others see it.
    mine: bool,
    /// Everybody of the school reads the card.
    public: bool,
    desk: Option<Desk>,
    fields: Fields,
    /// Why a decision was not taken.
    refused: String,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default(), String::new()).await
}

pub(super) async fn decide(path: DecidePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let Some(decision) = read(&mut fields) else { return draw(&page, &path.id, fields, String::new()).await };
    match actions::mentors::decide(&page.context(), &path.id, &decision).await {
        Ok(()) => {
            let mut tx = page.read().await?;
            let hall = Hall::of_mentor(&page, &mut tx, &path.id).await?;
            let mentor = hall.mentor(&path.id).ok_or(PageError::NotFound)?;
            let name = hall.person(&mentor.person)?.name.polite();
            let key = match decision {
                Decision::Approve { .. } => "mentors-done-approved",
                Decision::Reject { .. } => "mentors-done-rejected",
            };
            Ok(page.done(&ListPath, key, &[("name", name)]))
        }
        Err(Failed::Refused(why)) => {
            let why = refuse(&page, &mut fields, &decision, why);
            draw(&page, &path.id, fields, why).await
        }
        Err(other) => Err(other.into()),
    }
}

/// What was decided; each answer has a reason of its own, so that none is sent with the other.
fn read(fields: &mut Fields) -> Option<Decision> {
    #[derive(Clone, Copy)]
    enum Answer {
        Approve,
        Reject,
    }
    let answer = fields.choice("decision", |word| match word {
        "approve" => Some(Answer::Approve),
        "reject" => Some(Answer::Reject),
        _ => None,
    })?;
    let decision = match answer {
        Answer::Approve => Decision::Approve { reason: fields.optional_text("exception", MOST_REASON) },
        Answer::Reject => {
            Decision::Reject { reason: fields.optional_text("reason", MOST_REASON).unwrap_or_default() }
        }
    };
    fields.is_right().then_some(decision)
}

/// Puts a missing reason beside its field; everything else stands above the form.
fn refuse(page: &Page, fields: &mut Fields, decision: &Decision, why: Refused) -> String {
    if why != Refused::ReasonNeeded {
        return refusal(page, why);
    }
    match decision {
        Decision::Approve { .. } => fields.refuse("exception", "mentors-refused-exception", &[]),
        Decision::Reject { .. } => fields.refuse("reason", "mentors-refused-reason", &[]),
    }
    String::new()
}

async fn draw(page: &Page, id: &MentorId, fields: Fields, refused: String) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let hall = Hall::of_mentor(page, &mut tx, id).await?;
    let mentor = hall.mentor(id).ok_or(PageError::NotFound)?;
    let manages = manages(page)?;
    let mine = mentor.person == page.actor().person;
    let public = is_public(page, &hall, mentor);
    if !manages && !mine && !public {
        return Err(PageError::NotFound);
    }
    let card = cards::one(page, &mut tx, &hall, mentor).await?;
    let desk = if manages {
        let reason = store::mentors::last_reason(&mut tx, mentor).await?.unwrap_or_default();
        Some(desk(page, &hall, mentor, reason)?)
    } else {
        None
    };
    let asking = hall.programme.asking(page.today()).is_ok();
    let meets = hall.newcomer_of(&page.actor().person).is_some() && asking;
    let right = refused.is_empty() && fields.is_right();
    let (title, text) = board(page, &card, desk.as_ref(), mine, meets);
    let show = Show {
        shell: page.shell(),
        date: i18n::day_with_weekday(page.lang(), page.today()),
        title,
        text,
        card,
        acted: acted(page, &mut tx, mentor).await?,
        meet: if meets { contacts::NewPath::with(&mentor.id) } else { String::new() },
        mine,
        public,
        desk,
        fields,
        refused,
    };
    page.show_with(if right { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }, &show)
}

/// What they have shown in action, with its day.
async fn acted(page: &Page, tx: &mut Tx, mentor: &Mentor) -> Result<Vec<String>, PageError> {
    let scenes = actions::scenes::shown_by(tx, &page.context(), page.school_id()?, &mentor.person).await?;
    let titles = actions::scenes::titles(tx, &scenes, page.lang()).await?;
    let line = |(scene, title): (&Scene, String)| {
        let args = [("title", title.into()), ("day", i18n::day(page.lang(), scene.day).into())];
        i18n::t(page.lang(), "scenes-acted", &args)
    };
    Ok(scenes.iter().zip(titles).map(line).collect())
}

/// One sentence with the person in it: to decide about, to get to know, or how others see oneself.
fn board(page: &Page, card: &Card, desk: Option<&Desk>, mine: bool, meets: bool) -> (String, String) {
    let key = match desk {
        Some(desk) if desk.open => "mentors-show-decide",
        _ if mine => "mentors-show-mine",
        _ => "mentors-show",
    };
    let title = i18n::t(page.lang(), key, &[("name", card.name.polite().into())]);
    let text = match desk {
        Some(desk) => {
            let since = i18n::day_short(page.lang(), desk.since);
            i18n::t(page.lang(), &desk.text, &[("day", Arg::from(since))])
        }
        None if meets => page.text("mentors-show-meet"),
        None => card.facts.clone(),
    };
    (title, text)
}

fn desk(page: &Page, hall: &Hall, mentor: &Mentor, reason: String) -> Result<Desk, PageError> {
    let person = hall.person(&mentor.person)?;
    let candidate = hall.candidate(person);
    let (look, icon, word) = chip(mentor.state);
    let now = open_now(&hall.programme, page.today()).is_ok();
    Ok(Desk {
        look,
        icon,
        word,
        since: page.local(mentor.since).date(),
        text: format!("mentors-desk-{}", mentor.state.word()),
        lines: lines::of(page, hall, person),
        open: now && mentor.state == State::Applied,
        needs_reason: candidate.needs_a_reason(&hall.programme.settings, page.today()),
        again: now && mentor.clone().nominate(mentor.since).is_ok(),
        reason,
        decide: DecidePath { id: mentor.id.clone() }.to_string(),
        person: mentor.person.to_string(),
    })
}
