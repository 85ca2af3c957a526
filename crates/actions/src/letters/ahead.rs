//! Reminders ahead of an agreed time (feat:D5): promised to both when they agree, a day and an hour before; written where
//! the reader wants that one and the time still stands.

use super::{Letter, promise_once};
use crate::Context;
use domain::calendar::instant_at;
use domain::deliveries::Ahead;
use domain::meetings::Span;
use domain::{Instant, PersonId};
use jiff::SignedDuration;
use store::WriteTx;

/// What a reminder is about: a thing, the time it was promised for, and how long ahead. One that has moved has another
/// time, and the old reminder falls away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct About<'a> {
    pub(super) id: &'a str,
    pub(super) span: Span,
    pub(super) ahead: Ahead,
}

impl<'a> About<'a> {
    /// Reads what was promised.
    pub(super) fn read(about: &'a str) -> Option<Self> {
        let mut parts = about.split(' ');
        let (id, span) = (parts.next()?, Span::read(parts.next()?)?);
        // Reminders were only of the day before once, and named no other.
        let ahead = parts.next().map_or(Some(Ahead::Day), Ahead::from_word)?;
        Some(Self { id, span, ahead })
    }

    fn written(self) -> String {
        format!("{} {} {}", self.id, self.span, self.ahead.word())
    }
}

/// When the reminder is due: the day before at the same hour, by day; or an hour before.
fn due(span: Span, ahead: Ahead, offset: i16) -> Instant {
    match ahead {
        Ahead::Day => instant_at(span.reminded_at(), offset),
        Ahead::Hour => {
            let (starts, _) = span.instants(offset);
            starts.checked_sub(SignedDuration::from_hours(1)).unwrap_or(starts)
        }
    }
}

/// Promises both people of a time their reminders. Where less is left than that, none: they have only just agreed.
pub(crate) async fn remind_ahead(
    tx: &mut WriteTx,
    context: &Context<'_>,
    people: [&PersonId; 2],
    letter: Letter,
    (id, span): (&str, Span),
    offset: i16,
) -> store::Result<()> {
    for ahead in Ahead::ALL {
        let at = due(span, ahead, offset);
        if at <= context.now {
            continue;
        }
        let about = About { id, span, ahead }.written();
        for person in people {
            promise_once(tx, person, letter, &about, at).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn what_is_promised_is_read_again() {
        let span = Span { day: date(2026, 11, 3), at: time(14, 20, 0, 0), minutes: 45 };
        for ahead in Ahead::ALL {
            let about = About { id: "one", span, ahead };
            assert_eq!(About::read(&about.written()), Some(about));
        }
        assert_eq!(About::read(&format!("one {span}")), Some(About { id: "one", span, ahead: Ahead::Day }));
        for broken in ["", "one", "one two", "one 2026-11-03/14:20/45 week"] {
            assert_eq!(About::read(broken), None, "{broken}");
        }
    }

    #[test]
    fn a_reminder_of_an_early_time_comes_by_day() {
        let span = Span { day: date(2026, 11, 3), at: time(7, 30, 0, 0), minutes: 20 };
        assert_eq!(due(span, Ahead::Day, 300), instant_at(date(2026, 11, 2).at(8, 0, 0, 0), 300));
        assert_eq!(due(span, Ahead::Hour, 300), instant_at(date(2026, 11, 3).at(6, 30, 0, 0), 300));
    }
}
