//! How soon a mentor usually answers (feat:B7): a sign in coarse words on the card, from the requests of this
//! programme. It says nothing while there are few, so that somebody new is not worse off, and never a figure, so that
//! no single answer can be read out of it (essay:E16).

use crate::Instant;
use jiff::SignedDuration;

/// Fewest requests that a sign stands on.
pub const LEAST_REQUESTS: usize = 5;

/// How soon, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pace {
    /// Half of the requests within a day.
    Day,
    /// Within three days.
    ThreeDays,
    /// Within a week.
    Week,
    /// Later, or not at all.
    Longer,
}

impl Pace {
    /// The buckets that have an end, with it.
    const ENDS: [(Self, SignedDuration); 3] = [
        (Self::Day, SignedDuration::from_hours(24)),
        (Self::ThreeDays, SignedDuration::from_hours(3 * 24)),
        (Self::Week, SignedDuration::from_hours(7 * 24)),
    ];

    fn of(time: SignedDuration) -> Self {
        Self::ENDS.into_iter().find(|(_, end)| time <= *end).map_or(Self::Longer, |(pace, _)| pace)
    }

    /// Tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::ThreeDays => "three_days",
            Self::Week => "week",
            Self::Longer => "longer",
        }
    }
}

/// What a card says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answering {
    /// Usually so.
    Usually(Pace),
    /// Too few requests, or too short ago, to say.
    NotKnown,
}

impl Answering {
    /// Tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Usually(pace) => pace.word(),
            Self::NotKnown => "not_known",
        }
    }

    /// What the card says of so many requests whose median time to the first answer is this one.
    pub fn of(requests: usize, typical: Option<Typical>) -> Self {
        match typical {
            Some(_) if requests < LEAST_REQUESTS => Self::NotKnown,
            Some(Typical::Within(time)) => Self::Usually(Pace::of(time)),
            // Half have waited for more than a week: that is an answer, too.
            Some(Typical::LaterThan(time)) if Pace::of(time) == Pace::Longer => Self::Usually(Pace::Longer),
            Some(Typical::LaterThan(_)) | None => Self::NotKnown,
        }
    }
}

/// The time within which half of the requests were answered, those that still wait counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typical {
    /// So long.
    Within(SignedDuration),
    /// Longer than anybody has waited so far.
    LaterThan(SignedDuration),
}

/// A time in which a mentor takes no new requests; nobody waits for them meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// When it begins.
    pub from: Instant,
    /// When it ends.
    pub until: Instant,
}

/// A request of a newcomer, as far as waiting goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waited {
    /// When it was sent.
    pub sent_at: Instant,
    /// When the first of the four answers came: accept, meet first, ask, decline. Opening it is none.
    pub answered_at: Option<Instant>,
    /// When it ended without one: taken back, run out, or closed by something else.
    pub ended_at: Option<Instant>,
}

impl Waited {
    /// How long the first answer took, pauses left out, and whether it came at all; until now where it is still
    /// awaited. `pauses` do not overlap.
    pub fn time(&self, pauses: &[Pause], now: Instant) -> (SignedDuration, bool) {
        let until = self.answered_at.or(self.ended_at).unwrap_or(now).max(self.sent_at);
        let taken_off = |pause: &Pause| {
            let (from, until) = (pause.from.max(self.sent_at), pause.until.min(until));
            until.max(from).duration_since(from)
        };
        let all = until.duration_since(self.sent_at);
        let time = pauses.iter().map(taken_off).fold(all, |rest, pause| rest - pause);
        (time.max(SignedDuration::ZERO), self.answered_at.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3600;

    fn at(hours: i64) -> Instant {
        Instant::from_second(hours * HOUR).unwrap()
    }

    fn hours(hours: i64) -> SignedDuration {
        SignedDuration::from_hours(hours)
    }

    #[test]
    fn a_sign_is_coarse() {
        let says = |time| Answering::of(5, Some(Typical::Within(hours(time))));
        for (time, pace) in [
            (0, Pace::Day),
            (24, Pace::Day),
            (25, Pace::ThreeDays),
            (72, Pace::ThreeDays),
            (73, Pace::Week),
            (168, Pace::Week),
            (169, Pace::Longer),
        ] {
            assert_eq!(says(time), Answering::Usually(pace), "{time}");
        }
    }

    #[test]
    fn of_four_requests_nothing_is_said() {
        for typical in [Typical::Within(hours(1)), Typical::LaterThan(hours(1000))] {
            assert_eq!(Answering::of(4, Some(typical)), Answering::NotKnown);
        }
        assert_eq!(Answering::of(0, None), Answering::NotKnown);
    }

    #[test]
    fn n14_silence_is_called_long_only_when_it_has_been_long() {
        let silent = |time| Answering::of(6, Some(Typical::LaterThan(hours(time))));
        assert_eq!(silent(2), Answering::NotKnown, "all were sent this morning");
        assert_eq!(silent(7 * 24), Answering::NotKnown);
        assert_eq!(silent(7 * 24 + 1), Answering::Usually(Pace::Longer));
    }

    #[test]
    fn n14_who_still_waits_has_waited_until_now_and_is_no_answer() {
        let waiting = Waited { sent_at: at(10), answered_at: None, ended_at: None };
        assert_eq!(waiting.time(&[], at(40)), (hours(30), false));
        let taken_back = Waited { ended_at: Some(at(12)), ..waiting };
        assert_eq!(taken_back.time(&[], at(40)), (hours(2), false));
        let answered = Waited { answered_at: Some(at(11)), ..taken_back };
        assert_eq!(
            answered.time(&[], at(40)),
            (hours(1), true),
            "the first answer counts, whatever followed"
        );
    }

    #[test]
    fn nobody_waits_during_a_pause() {
        let answered = Waited { sent_at: at(10), answered_at: Some(at(40)), ended_at: None };
        let pause = |from, until| Pause { from: at(from), until: at(until) };
        assert_eq!(answered.time(&[pause(20, 30)], at(90)).0, hours(20));
        assert_eq!(answered.time(&[pause(0, 12), pause(38, 60)], at(90)).0, hours(26));
        assert_eq!(answered.time(&[pause(0, 5), pause(50, 60)], at(90)).0, hours(30), "before and after");
        assert_eq!(answered.time(&[pause(0, 90)], at(90)).0, hours(0));
    }
}
