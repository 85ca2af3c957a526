//! A person's own pairs and meetings, as the pages of meetings and the home show them.

use super::ShowPath;
use crate::names::Names;
use crate::{Page, PageError};
use domain::Day;
use domain::meetings::{Meeting, NextStep, State, open};
use domain::pairs::{FirstMeeting, Pair};
use domain::programmes::Programme;
use domain::sides::Side;
use jiff::ToSpan;
use jiff::civil::DateTime;
use store::Tx;

/// Days for which it is asked whether the planned first meeting took place: nobody has to say «no» to a plan.
const FRESH_DAYS: i32 = 14;

/// A pair that works, with everything that the two have before them.
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
    /// Meetings whose time waits for the person's answer.
    pub(crate) fn waiting(&self, now: DateTime) -> impl Iterator<Item = &Meeting> {
        let mut series = Vec::new();
        self.meetings.iter().filter(move |one| {
            // A series is answered once.
            let new = one.series.as_ref().is_none_or(|id| !series.contains(id));
            let waits = one.waits_for(self.side, now) && new;
            if waits {
                series.extend(one.series.clone());
            }
            waits
        })
    }

    /// Meetings of which the person is asked whether they took place.
    pub(crate) fn unsaid(&self, now: DateTime) -> impl Iterator<Item = &Meeting> {
        self.meetings.iter().filter(move |one| one.asks(self.side, now))
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
    let me = &page.actor().person;
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
    Ok(own)
}

async fn load(tx: &mut Tx, pair: Pair, side: Side, other: String) -> Result<Option<OwnPair>, PageError> {
    if open(&pair).is_err() {
        return Ok(None);
    }
    let meetings = store::meetings::of_pair(tx, &pair.school, &pair.id).await?;
    let mut steps = store::meetings::steps(tx, &pair.school, &pair.id).await?;
    steps.retain(|step| step.done_at.is_none());
    let first = store::pairs::first_meeting(tx, &pair).await?;
    Ok(Some(OwnPair { pair, side, other, meetings, steps, first }))
}

/// A look, an icon and the key of a word.
pub(super) type Chip = (&'static str, &'static str, &'static str);

/// How a meeting stands, as one of the two reads it.
pub(super) fn chip(meeting: &Meeting, side: Side, now: DateTime) -> Chip {
    match meeting.state {
        State::Proposed { .. } if meeting.offer(now).is_none() => ("", "minus", "meetings-chip-passed"),
        State::Proposed { .. } | State::Moving { .. } if meeting.waits_for(side, now) => {
            ("soon", "clock", "meetings-chip-waits")
        }
        State::Proposed { .. } => ("act", "clock", "meetings-chip-proposed"),
        _ if meeting.asks(side, now) => ("soon", "help-circle", "meetings-chip-said"),
        State::Agreed | State::Moving { .. } => ("act", "calendar-event", "meetings-chip-agreed"),
        State::Held => ("done", "circle-check", "meetings-chip-held"),
        State::Missed => ("", "minus", "meetings-chip-missed"),
        State::Disputed => ("", "help-circle", "meetings-chip-disputed"),
        State::Declined => ("", "minus", "meetings-chip-declined"),
        State::Withdrawn => ("", "minus", "meetings-chip-withdrawn"),
        State::Cancelled { .. } => ("", "minus", "meetings-chip-cancelled"),
    }
}

/// The address of a meeting.
pub(crate) fn href(meeting: &Meeting) -> String {
    ShowPath { id: meeting.id.clone() }.to_string()
}
