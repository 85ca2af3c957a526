//! A person's own pairs and meetings, as the pages of meetings and the home show them.

use super::ShowPath;
use crate::names::Names;
use crate::{Page, PageError};
use domain::Day;
use domain::meetings::{Meeting, NextStep, Span, State, open, tell};
use domain::pairs::{FirstMeeting, Pair};
use domain::programmes::Programme;
use domain::sides::Side;
use i18n::Lang;
use jiff::ToSpan;
use jiff::civil::DateTime;
use store::Tx;

/// Days for which it is asked whether the planned first meeting took place: nobody has to say «no» to a plan.
const FRESH_DAYS: i32 = 14;

/// A pair that works, with everything that the two have before them; or one that has ended, with what it has to say yet.
#[derive(Clone, Debug)]
pub(crate) struct OwnPair {
    pub(crate) pair: Pair,
    pub(crate) side: Side,
    /// The other one, as colleagues say the name.
    pub(crate) other: String,
    /// In the order of time, in every state.
    pub(crate) meetings: Vec<Meeting>,
    /// Not ticked off yet.
    pub(crate) steps: Vec<NextStep>,
    /// The plan of the first meeting.
    pub(crate) first: Option<FirstMeeting>,
}

impl OwnPair {
    /// The two work by an order.
    pub(crate) fn works(&self) -> bool {
        open(&self.pair).is_ok()
    }

    /// The two may say whether this one took place.
    pub(super) fn tells(&self, meeting: &Meeting, now: DateTime) -> bool {
        tell(&self.pair, meeting.day, now.date()).is_ok()
    }

    /// Something of the pair is to be said, or to be said otherwise.
    fn has_to_tell(&self, now: DateTime) -> bool {
        let unclear = |one: &Meeting| one.asks(self.side, now) || one.state == State::Disputed;
        self.meetings.iter().any(|one| unclear(one) && self.tells(one, now))
    }

    /// Meetings whose time waits for the person's answer.
    pub(crate) fn waiting(&self, now: DateTime) -> impl Iterator<Item = &Meeting> {
        let mut series = Vec::new();
        self.meetings.iter().filter(move |one| {
            // A series is answered once.
            let new = one.series.as_ref().is_none_or(|id| !series.contains(id));
            let waits = self.works() && one.waits_for(self.side, now) && new;
            if waits {
                series.extend(one.series.clone());
            }
            waits
        })
    }

    /// Meetings of which the person is asked whether they took place.
    pub(crate) fn unsaid(&self, now: DateTime) -> impl Iterator<Item = &Meeting> {
        self.meetings.iter().filter(move |one| one.asks(self.side, now) && self.tells(one, now))
    }

    /// What the two have agreed on and is still to come.
    pub(crate) fn ahead(&self, now: DateTime) -> impl Iterator<Item = &Meeting> {
        self.meetings.iter().filter(move |one| one.state.is_planned() && !one.has_ended(now))
    }

    /// The first meeting was planned, its day has come not long ago, and nothing that took place is written down yet.
    pub(crate) fn first_unsaid(&self, now: DateTime) -> Option<&FirstMeeting> {
        let held = self.meetings.iter().any(|one| matches!(one.state, State::Held | State::Disputed));
        let fresh = |on: Day| now.date() <= on.saturating_add(FRESH_DAYS.days());
        self.first.as_ref().filter(|first| first.on.to_datetime(first.at) <= now && fresh(first.on) && !held)
    }
}

/// The reader's pairs that work by an order today.
pub(crate) async fn own_pairs(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
) -> Result<Vec<OwnPair>, PageError> {
    let mut own = own_and_ended(page, tx, programme, names).await?;
    own.retain(OwnPair::works);
    Ok(own)
}

/// The same with those that have ended not long ago, and whose two have not yet said what took place.
pub(crate) async fn own_and_ended(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
) -> Result<Vec<OwnPair>, PageError> {
    let (me, now) = (&page.actor().person, page.visit.local);
    let mut own = Vec::new();
    if let Some(newcomer) = store::newcomers::of_person(tx, &programme.id, me).await? {
        for pair in store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await? {
            let other = names.mentor(&pair.mentor)?.name.polite();
            own.extend(load(tx, pair, Side::Newcomer, other).await?);
        }
    }
    if let Some(mentor) = store::mentors::of_person(tx, &programme.id, me).await? {
        for pair in store::pairs::of_mentor(tx, &mentor.school, &mentor.id).await? {
            let other = names.newcomer(&pair.newcomer)?.name.polite();
            own.extend(load(tx, pair, Side::Mentor, other).await?);
        }
    }
    own.retain(|one| one.works() || one.has_to_tell(now));
    Ok(own)
}

async fn load(tx: &mut Tx, pair: Pair, side: Side, other: String) -> Result<Option<OwnPair>, PageError> {
    // Before an order there is nothing yet.
    if pair.assignment().is_none() {
        return Ok(None);
    }
    let meetings = store::meetings::of_pair(tx, &pair.school, &pair.id).await?;
    let (mut steps, mut first) = (Vec::new(), None);
    if open(&pair).is_ok() {
        steps = store::meetings::steps(tx, &pair.school, &pair.id).await?;
        steps.retain(|step| step.done_at.is_none());
        first = store::pairs::first_meeting(tx, &pair).await?;
    }
    Ok(Some(OwnPair { pair, side, other, meetings, steps, first }))
}

/// A look, an icon and the key of a word.
pub(super) type Chip = (&'static str, &'static str, &'static str);

/// How a meeting stands, as one of the two reads it; `tells` is true where they may say whether it took place.
pub(super) fn chip(meeting: &Meeting, side: Side, now: DateTime, tells: bool) -> Chip {
    match meeting.state {
        State::Proposed { .. } if meeting.offer(now).is_none() => ("", "minus", "meetings-chip-passed"),
        State::Proposed { .. } | State::Moving { .. } if meeting.waits_for(side, now) => {
            ("soon", "clock", "meetings-chip-waits")
        }
        State::Proposed { .. } => ("act", "clock", "meetings-chip-proposed"),
        _ if tells && meeting.asks(side, now) => ("soon", "help-circle", "meetings-chip-said"),
        State::Agreed | State::Moving { .. } if !tells => ("", "minus", "meetings-chip-untold"),
        State::Agreed | State::Moving { .. } => ("act", "calendar-event", "meetings-chip-agreed"),
        State::Held => ("done", "circle-check", "meetings-chip-held"),
        State::Missed => ("", "minus", "meetings-chip-missed"),
        State::Disputed => ("", "help-circle", "meetings-chip-disputed"),
        State::Declined => ("", "minus", "meetings-chip-declined"),
        State::Withdrawn => ("", "minus", "meetings-chip-withdrawn"),
        State::Cancelled { .. } => ("", "minus", "meetings-chip-cancelled"),
    }
}

/// One of the times that are answered together: as the form sends it back, and in words.
pub(super) struct Time {
    pub(super) value: String,
    pub(super) text: String,
}

/// Every time that an answer to a series is about; none where it is about one alone.
pub(super) fn times(lang: Lang, asked: Span, with: &[Span]) -> Vec<Time> {
    if with.is_empty() {
        return Vec::new();
    }
    let mut spans = [with, &[asked]].concat();
    spans.sort_unstable();
    let text = |span: Span| format!("{}, {}", i18n::day_with_weekday(lang, span.day), i18n::time(span.at));
    spans.into_iter().map(|span| Time { value: span.to_string(), text: text(span) }).collect()
}

/// The address of a meeting.
pub(crate) fn href(meeting: &Meeting) -> String {
    ShowPath { id: meeting.id.clone() }.to_string()
}
