//! What the two do with a meeting. A refusal shows the page again with the reason.

use super::{AnswerPath, AskPath, ForgetPath, NotePath, SayPath, ShowPath, StepPath, ThemePath, TickPath};
use super::{field, refusal, show, span};
use crate::errors::refused;
use crate::forms::{Fields, local_path};
use crate::{Page, PageError};
use actions::Failed;
use actions::meetings::{
    Answer, Keeping, add_step, answer as do_answer, ask as do_ask, forget_note, keep_note, offer_theme,
    say as do_say, tick as do_tick,
};
use axum::response::Response;
use domain::MeetingId;
use domain::meetings::{Level, MOST_NOTE, MOST_STEP, NoteRefused, Refused, Span, StepRefused, ThemeRefused};
use domain::sides::Side;

/// The times of a series that stood on the page.
pub(super) fn shown(fields: &Fields) -> Vec<Span> {
    fields.values("with").into_iter().filter_map(Span::read).collect()
}

/// What a form answers, and the key of what is said afterwards; `shown` are the times of a series that stood on the page.
pub(super) fn read_answer<'a>(fields: &Fields, shown: &'a [Span]) -> Option<(Answer<'a>, &'static str)> {
    let seen = || Span::read(fields.value("seen"));
    Some(match fields.value("answer") {
        "accept" => (Answer::Accept { seen: seen()?, with: &[] }, "meetings-done-accepted"),
        "accept_all" => (Answer::Accept { seen: seen()?, with: shown }, "meetings-done-accepted"),
        "decline" => (Answer::Decline { series: false }, "meetings-done-declined"),
        "decline_all" => (Answer::Decline { series: true }, "meetings-done-declined"),
        "take_back" => (Answer::TakeBack, "meetings-done-taken-back"),
        "cancel" => (Answer::Cancel, "meetings-done-cancelled"),
        _ => return None,
    })
}

pub(super) async fn answer(path: AnswerPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let shown = shown(&fields);
    let (answer, done) = read_answer(&fields, &shown).ok_or(PageError::Unreadable)?;
    let answered = do_answer(&page.context(), &path.id, answer).await;
    stepped(&page, path.id, answered, done).await
}

pub(super) async fn say(path: SayPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let happened = match fields.value("said") {
        "yes" => true,
        "no" => false,
        _ => return Err(PageError::Unreadable),
    };
    let said = do_say(&page.context(), &path.id, happened).await;
    stepped(&page, path.id, said, "meetings-done-said").await
}

pub(super) async fn ask(path: AskPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let known = store::meetings::get(&mut *page.read().await?, &path.id).await?;
    let minutes = known.map(|meeting| meeting.minutes);
    let Some(span) = span(&mut fields, minutes) else {
        return show::draw(&page, &path.id, None, Some(fields)).await;
    };
    match do_ask(&page.context(), &path.id, span).await {
        Ok(()) => Ok(done(&page, path.id, "meetings-done-asked")),
        Err(Failed::Refused(why)) => {
            fields.problems.add(field(why), refusal(page.lang(), why));
            show::draw(&page, &path.id, None, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

fn done(page: &Page, id: MeetingId, key: &str) -> Response {
    page.done(&ShowPath { id }, key, &[])
}

async fn stepped(
    page: &Page,
    id: MeetingId,
    done_or_not: Result<(), Failed<Refused>>,
    key: &str,
) -> Result<Response, PageError> {
    match done_or_not {
        Ok(()) => Ok(done(page, id, key)),
        Err(failed) => {
            let text = refusal(page.lang(), refused(failed)?);
            show::draw(page, &id, Some(text), None).await
        }
    }
}

pub(super) async fn note(path: NotePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let text = fields.text("text", MOST_NOTE);
    let level = fields.choice("level", Level::from_word);
    let Some(level) = level.filter(|_| fields.is_right()) else {
        return show::draw(&page, &path.id, None, Some(fields)).await;
    };
    let kept = keep_note(&page.context(), &path.id, level, &text).await;
    kept_or(&page, path.id, kept, fields, "meetings-done-noted").await
}

pub(super) async fn forget(path: ForgetPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let note = fields.value("note").into();
    let forgotten = forget_note(&page.context(), &path.id, &note).await;
    kept_or(&page, path.id, forgotten, fields, "meetings-done-forgotten").await
}

pub(super) async fn theme(path: ThemePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let (offered, key) = match fields.value("theme") {
        "offer" => (true, "meetings-done-theme-offered"),
        "take_back" => (false, "meetings-done-theme-taken-back"),
        _ => return Err(PageError::Unreadable),
    };
    let kept = offer_theme(&page.context(), &path.id, offered).await;
    kept_or(&page, path.id, kept, fields, key).await
}

pub(super) async fn step(path: StepPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let text = fields.text("what", MOST_STEP);
    let whose = fields.choice("whose", Side::from_word);
    let until = if fields.value("until").is_empty() { None } else { fields.day("until") };
    let Some(whose) = whose.filter(|_| fields.is_right()) else {
        return show::draw(&page, &path.id, None, Some(fields)).await;
    };
    let added = add_step(&page.context(), &path.id, whose, &text, until).await;
    kept_or(&page, path.id, added, fields, "meetings-done-step").await
}

/// Ticked off where it was seen: on the page of a meeting, in the list, beside the log.
pub(super) async fn tick(path: TickPath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let step = fields.value("step").into();
    match do_tick(&page.context(), &path.id, &step).await {
        Ok(()) => Ok(page.done(&local_path(fields.value("back")), "meetings-done-ticked", &[])),
        failed => kept_or(&page, path.id, failed, fields, "meetings-done-ticked").await,
    }
}

async fn kept_or(
    page: &Page,
    id: MeetingId,
    kept: Result<(), Failed<Keeping>>,
    mut fields: Fields,
    key: &str,
) -> Result<Response, PageError> {
    let why = match kept {
        Ok(()) => return Ok(done(page, id, key)),
        Err(failed) => refused(failed)?,
    };
    match why {
        Keeping::Meeting(why) => {
            let text = refusal(page.lang(), why);
            return show::draw(page, &id, Some(text), None).await;
        }
        Keeping::Theme(why) => {
            let key = match why {
                ThemeRefused::None => "meetings-refused-theme-none",
                ThemeRefused::Over => "meetings-refused-theme-over",
                ThemeRefused::NotYours => "meetings-refused-theme-not-yours",
            };
            return show::draw(page, &id, Some(page.text(key)), None).await;
        }
        Keeping::Note(NoteRefused::Empty) => fields.refuse("text", "forms-missing", &[]),
        Keeping::Note(NoteRefused::TooLong) => {
            fields.refuse("text", "meetings-refused-note", &[("most", MOST_NOTE.into())]);
        }
        Keeping::Step(StepRefused::Words) => {
            fields.refuse("what", "meetings-refused-step", &[("most", MOST_STEP.into())]);
        }
        Keeping::Step(StepRefused::Past) => fields.refuse("until", "meetings-refused-step-past", &[]),
    }
    show::draw(page, &id, None, Some(fields)).await
}
