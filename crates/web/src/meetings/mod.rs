//! Pages of a pair's meetings: what is to come, a time to propose or to answer, the sixty-second log, one meeting
//! with its notes and next steps. One file for each page; the template lies beside it.

mod answer;
mod disputes;
mod hours;
mod journal;
mod list;
mod log;
mod new;
pub(crate) mod own;
mod show;
mod steps;

use crate::forms::{Fields, encode};
use crate::formsets::asking::unfit;
use crate::{Access, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::meetings::{Refused, Span};
use domain::people::Role;
use domain::{Day, MeetingId, PairId};
use i18n::Lang;
use serde::Deserialize;

/// The own meetings.
#[derive(TypedPath)]
#[typed_path("/meetings")]
pub(crate) struct ListPath;

/// A time is proposed.
#[derive(TypedPath)]
#[typed_path("/meetings/new")]
pub(crate) struct NewPath;

impl NewPath {
    pub(crate) fn with(pair: &PairId) -> String {
        format!("{Self}?pair={}", encode(pair.as_str()))
    }

    /// With the theme filled in.
    pub(crate) fn about(pair: &PairId, topic: &str) -> String {
        format!("{}&topic={}", Self::with(pair), encode(topic))
    }
}

/// A talk that took place is written down.
#[derive(TypedPath)]
#[typed_path("/meetings/log")]
pub(crate) struct LogPath;

impl LogPath {
    pub(crate) fn with(pair: &PairId) -> String {
        format!("{Self}?pair={}", encode(pair.as_str()))
    }

    /// With the day filled in.
    pub(crate) fn on(pair: &PairId, day: Day) -> String {
        format!("{}&day={day}", Self::with(pair))
    }
}

/// The log of a pair.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/log/{pair}", rejection(PageError))]
pub(crate) struct JournalPath {
    pub(crate) pair: PairId,
}

/// The log of a pair on paper, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/log/{pair}/paper/{lang}", rejection(PageError))]
pub(crate) struct JournalPaperPath {
    pub(crate) pair: PairId,
    pub(crate) lang: String,
}

/// The log of a pair as a table.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/log/{pair}/table/{form}", rejection(PageError))]
pub(crate) struct JournalTablePath {
    pub(crate) pair: PairId,
    pub(crate) form: String,
}

/// The hours sheet of the reader as a mentor: the address of the list, of which paper and table have theirs.
const HOURS: &str = "/meetings/hours";

/// The hours sheet on paper, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/hours/paper/{lang}", rejection(PageError))]
pub(crate) struct HoursPaperPath {
    pub(crate) lang: String,
}

/// The hours sheet as a table.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/hours/table/{form}", rejection(PageError))]
pub(crate) struct HoursTablePath {
    pub(crate) form: String,
}

/// Meetings that pairs remember differently, for the coordinator.
#[derive(TypedPath)]
#[typed_path("/meetings/disputes")]
pub(crate) struct DisputesPath;

/// The page that a letter's link opens.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/answer/{secret}", rejection(PageError))]
pub(crate) struct LinkPath {
    pub(crate) secret: String,
}

/// One meeting.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: MeetingId,
}

/// Yes, no, taken back, «I cannot come».
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/{id}/answer", rejection(PageError))]
pub(crate) struct AnswerPath {
    pub(crate) id: MeetingId,
}

/// Another time.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/{id}/ask", rejection(PageError))]
pub(crate) struct AskPath {
    pub(crate) id: MeetingId,
}

/// Did it take place?
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/{id}/say", rejection(PageError))]
pub(crate) struct SayPath {
    pub(crate) id: MeetingId,
}

/// A note is kept.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/{id}/notes", rejection(PageError))]
pub(crate) struct NotePath {
    pub(crate) id: MeetingId,
}

/// An own note is deleted.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/{id}/notes/forget", rejection(PageError))]
pub(crate) struct ForgetPath {
    pub(crate) id: MeetingId,
}

/// The theme is offered to the reports, or taken back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/{id}/theme", rejection(PageError))]
pub(crate) struct ThemePath {
    pub(crate) id: MeetingId,
}

/// A next step is written down.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/{id}/steps", rejection(PageError))]
pub(crate) struct StepPath {
    pub(crate) id: MeetingId,
}

/// A next step is ticked off.
#[derive(TypedPath, Deserialize)]
#[typed_path("/meetings/{id}/steps/done", rejection(PageError))]
pub(crate) struct TickPath {
    pub(crate) id: MeetingId,
}

/// Routes of meetings. Whoever mentors provisionally need not have the right of the programme, so these pages are open
/// to every teacher and show themselves to the two.
pub(crate) fn routes() -> Routes {
    const TWO: Access = Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher]);
    Routes::new()
        .get(TWO, list::list)
        .get(TWO, new::blank)
        .post(TWO, new::propose)
        .get(TWO, log::blank)
        .post(TWO, log::log)
        .get(TWO, journal::paper)
        .get(TWO, journal::table)
        .get(TWO, hours::paper)
        .get(TWO, hours::table)
        .get(Access::OneOf(&[Role::Coordinator]), disputes::list)
        .get(Access::Anyone, answer::show)
        .post(Access::Anyone, answer::answer)
        .get(TWO, show::show)
        .post(TWO, steps::answer)
        .post(TWO, steps::ask)
        .post(TWO, steps::say)
        .post(TWO, steps::note)
        .post(TWO, steps::forget)
        .post(TWO, steps::theme)
        .post(TWO, steps::step)
        .post(TWO, steps::tick)
}

/// Why a step is refused, in words.
pub(crate) fn refusal(lang: Lang, why: Refused) -> String {
    let key = match why {
        Refused::NotWorking => "meetings-refused-not-working",
        Refused::NotOpen => "meetings-refused-over",
        Refused::NotYours => "meetings-refused-not-yours",
        Refused::Past => "meetings-refused-past",
        Refused::TooEarly => "meetings-refused-early",
        Refused::TooLate { work_until } => {
            let day = i18n::day(lang, work_until);
            return i18n::t(lang, "meetings-refused-late", &[("day", day.into())]);
        }
        Refused::ToldTooLate { until } => {
            let day = i18n::day(lang, until);
            return i18n::t(lang, "meetings-refused-told", &[("day", day.into())]);
        }
        Refused::OverMidnight => "meetings-refused-midnight",
        Refused::Minutes => "meetings-refused-minutes",
        Refused::DayOff => "meetings-refused-day-off",
        Refused::Busy => "meetings-refused-busy",
        Refused::Weeks => "meetings-refused-weeks",
        Refused::InFuture => "meetings-refused-future",
        Refused::BeforePair => "meetings-refused-before",
        Refused::Unfit(why) => unfit(why),
        Refused::Link => "meetings-refused-link",
    };
    i18n::t(lang, key, &[])
}

/// The field of a form of times that a refusal concerns.
const fn field(why: Refused) -> &'static str {
    match why {
        Refused::Minutes => "minutes",
        Refused::Weeks => "weeks",
        Refused::OverMidnight => "at",
        Refused::Link => "link",
        Refused::NotWorking | Refused::NotOpen | Refused::NotYours => "pair",
        _ => "day",
    }
}

/// A time that a form sent: one of the offered lessons, or a day and a time of the person's own with this length.
pub(crate) fn span(fields: &mut Fields, minutes: Option<u16>) -> Option<Span> {
    if !fields.value("slot").is_empty() && fields.value("day").is_empty() {
        return fields.choice("slot", Span::read);
    }
    let (day, at) = (fields.day("day"), fields.time("at"));
    Some(Span { day: day?, at: at?, minutes: minutes? })
}
