//! The clock: real time, moved by as much as the time traveller of a demonstration says.

use domain::Instant;
pub use domain::calendar::instant_of;
pub(crate) use domain::calendar::{USUAL_OFFSET_MINUTES, local};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use tokio::sync::Notify;

/// Tells the time. Clones share the shift.
#[derive(Clone)]
pub struct Clock {
    real: Arc<dyn Fn() -> Instant + Send + Sync>,
    shift_millis: Arc<AtomicI64>,
    travelled: Arc<Notify>,
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clock(+{} ms)", self.shift_millis.load(Ordering::Relaxed))
    }
}

impl Clock {
    /// A clock over a source of real time.
    pub fn new(real: impl Fn() -> Instant + Send + Sync + 'static) -> Self {
        Self { real: Arc::new(real), shift_millis: Arc::default(), travelled: Arc::default() }
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
        self.travelled.notify_one();
    }

    /// Returns when the clock has been moved since the last call: what is due by the new day need not wait.
    pub async fn travelled(&self) {
        self.travelled.notified().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn travelling_moves_every_clone() {
        let clock = Clock::new(|| Instant::UNIX_EPOCH);
        let other = clock.clone();
        clock.travel_to(instant_of(date(2026, 10, 7), 9, 300));
        assert_eq!(local(other.now(), 300).date(), date(2026, 10, 7));
    }

    #[tokio::test]
    async fn a_move_wakes_whoever_waits_even_if_they_come_later() {
        let clock = Clock::new(|| Instant::UNIX_EPOCH);
        clock.clone().travel_to(instant_of(date(2026, 10, 7), 9, 300));
        clock.travelled().await;
    }
}
