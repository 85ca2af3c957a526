//! The page that the link of a letter opens (feat:D2). It asks: yes, no, another time. Only its form answers (neg:N7), and
//! once.

use super::new::free_days;
use super::own::{Time, times};
use super::steps::{read_answer, shown};
use super::{LinkPath, refusal};
use crate::contacts::kind_key;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Day as FreeDay;
use crate::said::Said;
use crate::{Open, PageError, filters};
use actions::Failed;
use actions::meetings::{Opened, Reply, answer_link, open_link};
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::meetings::{Meeting, Span, State};

/// What the link asks.
struct Ask {
    action: String,
    meeting: Meeting,
    span: Span,
    /// All times of its series that the answer is about; none where it is about one alone.
    times: Vec<Time>,
    /// Other lessons in which both can.
    days: Vec<FreeDay>,
    name: String,
}

#[derive(askama::Template)]
#[template(path = "meetings/answer.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    ask: Option<Ask>,
    /// Why the last answer was not taken.
    refusal: Option<String>,
    fields: Fields,
}

impl Ask {
    fn kind(&self) -> String {
        kind_key(self.meeting.kind)
    }
    fn time(&self) -> String {
        i18n::time(self.span.at)
    }
    /// An agreed time stays where the new one does not suit.
    fn keeps(&self) -> bool {
        matches!(self.meeting.state, State::Moving { .. })
    }
    fn key(&self) -> &'static str {
        if self.keeps() { "moves" } else { "asks" }
    }
}

pub(super) async fn show(path: LinkPath, open: Open) -> Result<Response, PageError> {
    draw(&open, &path, None, Fields::default()).await
}

async fn draw(
    open: &Open,
    path: &LinkPath,
    refusal: Option<String>,
    fields: Fields,
) -> Result<Response, PageError> {
    let mut tx = open.app.db.read().await?;
    let opened = open_link(&mut tx, &path.secret, open.visit.now).await?;
    let me = open.visit.signed.as_ref().map(|signed| &signed.actor.person);
    let foreign = |person| me.is_some_and(|me| me != person);
    let (status, key, ask) = match opened {
        None => (StatusCode::NOT_FOUND, "none", None),
        Some(Opened::Answered) => (StatusCode::OK, "answered", None),
        Some(Opened::Expired) => (StatusCode::OK, "expired", None),
        Some(Opened::Asks { person, .. }) if foreign(&person) => (StatusCode::NOT_FOUND, "foreign", None),
        Some(Opened::Asks { meeting, span, with, free, other, .. }) => {
            let (action, times) = (path.to_string(), times(open.lang(), span, &with));
            let days = free_days(open.lang(), &free, fields.value("slot"));
            let ask = Ask { action, meeting: *meeting, span, times, days, name: other.polite() };
            (StatusCode::OK, ask.key(), Some(ask))
        }
    };
    let wrong = refusal.is_some() || !fields.is_right();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { status };
    let words = |key: String| {
        let Some(ask) = &ask else { return open.text(&key) };
        let old = i18n::day_in_sentence(open.lang(), ask.meeting.day);
        let time = ask.meeting.at.map(i18n::time).unwrap_or_default();
        Said::new(key).with("name", &ask.name).with("old", old).with("old-time", time).line(open.lang())
    };
    let (title, text) = (words(format!("meetings-link-{key}")), words(format!("meetings-link-{key}-text")));
    open.show_with(
        status,
        &Show { shell: open.shell(), today: open.today(), title, text, ask, refusal, fields },
    )
}

pub(super) async fn answer(path: LinkPath, open: Open, mut fields: Fields) -> Result<Response, PageError> {
    let shown = shown(&fields);
    let (reply, done) = if fields.value("answer") == "ask" {
        (fields.choice("slot", Span::read).map(Reply::Another), "meetings-done-asked")
    } else {
        let (answer, _) = read_answer(&fields, &shown).ok_or(PageError::Unreadable)?;
        (Some(Reply::Answer(answer)), "meetings-done-answered")
    };
    let me = open.visit.signed.as_ref().map(|signed| signed.actor.person.clone());
    let opened = open_link(&mut *open.app.db.read().await?, &path.secret, open.visit.now).await?;
    // Somebody else's link, a used one, one that has run out: the page says so.
    let mine = matches!(&opened, Some(Opened::Asks { person, .. }) if me.is_none_or(|me| me == *person));
    if !mine {
        return draw(&open, &path, None, Fields::default()).await;
    }
    // No time was chosen.
    let Some(reply) = reply else { return draw(&open, &path, None, fields).await };
    let app = &open.app;
    match answer_link(&app.db, &app.ids, open.visit.now, &path.secret, reply).await {
        Ok(()) => Ok(open.done(&path, done, &[])),
        Err(Failed::Refused(why)) => {
            let text = refusal(open.lang(), why);
            draw(&open, &path, Some(text), fields).await
        }
        Err(other) => Err(other.into()),
    }
}
