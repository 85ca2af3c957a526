//! The clock: real time, moved by as much as the time traveller of a demonstration says.

use domain::{Day, Instant};
use jiff::SignedDuration;
use jiff::tz::Offset;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Minutes ahead of UTC where no school says otherwise: Kazakhstan since 1 March 2024.
pub(crate) const USUAL_OFFSET_MINUTES: i16 = 300;

/// Tells the time. Clones share the shift.
#[derive(Clone)]
pub struct Clock {
    real: Arc<dyn Fn() -> Instant + Send + Sync>,
    shift_millis: Arc<AtomicI64>,
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clock(+{} ms)", self.shift_millis.load(Ordering::Relaxed))
    }
}

impl Clock {
    /// A clock over a source of real time.
    pub fn new(real: impl Fn() -> Instant + Send + Sync + 'static) -> Self {
        Self { real: Arc::new(real), shift_millis: Arc::new(AtomicI64::new(0)) }
    }

    /// Now, to the millisecond.
    pub fn now(&self) -> Instant {
        let millis = (self.real)().as_millisecond() + self.shift_millis.load(Ordering::Relaxed);
        Instant::from_millisecond(millis).unwrap_or(Instant::UNIX_EPOCH)
    }

    /// Real time, untouched by travelling: limits count by it.
    pub(crate) fn real_now(&self) -> Instant {
        (self.real)()
    }

    /// Moves the clock so that now is the given instant. Only demonstrations do this.
    pub fn travel_to(&self, instant: Instant) {
        let shift = instant.as_millisecond() - (self.real)().as_millisecond();
        self.shift_millis.store(shift, Ordering::Relaxed);
    }
}

/// The day and time in a place so many minutes ahead of UTC.
pub(crate) fn local(at: Instant, offset_minutes: i16) -> jiff::civil::DateTime {
    let offset = Offset::from_seconds(i32::from(offset_minutes) * 60).unwrap_or(Offset::UTC);
    offset.to_datetime(at)
}

/// The instant of a time of day in a place so many minutes ahead of UTC.
pub fn instant_of(day: Day, hour: i8, offset_minutes: i16) -> Instant {
    let ahead = SignedDuration::from_mins(i64::from(offset_minutes));
    Offset::UTC
        .to_timestamp(day.at(hour, 0, 0, 0))
        .ok()
        .and_then(|utc| utc.checked_sub(ahead).ok())
        .unwrap_or(Instant::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_day_of_the_school_begins_five_hours_before_utc() {
        let evening = Offset::UTC.to_timestamp(date(2026, 10, 6).at(19, 30, 0, 0)).unwrap();
        assert_eq!(local(evening, 300).date(), date(2026, 10, 7));
        assert_eq!(local(instant_of(date(2026, 10, 7), 9, 300), 300), date(2026, 10, 7).at(9, 0, 0, 0));
    }

    #[test]
    fn travelling_moves_every_clone() {
        let clock = Clock::new(|| Instant::UNIX_EPOCH);
        let other = clock.clone();
        clock.travel_to(instant_of(date(2026, 10, 7), 9, 300));
        assert_eq!(local(other.now(), 300).date(), date(2026, 10, 7));
    }
}
