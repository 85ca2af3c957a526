//! Generated rotations with a fixed seed, for `relatives` and for the program beside Pumpkin.

use pairing::Side;
use pairing::rotation::{Mentor, Task};
use pairing::ties::ticket;

/// Newcomers, mentors, weeks, slots a week, per cent of slots with lessons.
pub(crate) type Size = (u32, u32, u32, u32, u64);

/// Twenty and twenty in eight weeks.
pub(crate) const TWENTY: Size = (20, 20, 8, 30, 60);

/// Everybody's lessons are drawn apart; mentors see one newcomer at once and nobody has a limit a week.
pub(crate) fn rotation((newcomers, mentors, weeks, a_week, percent): Size) -> Task {
    let busy = |seed: u64| {
        let drawn = |slot| ticket(seed, Side::Residents, slot) % 100;
        (0..weeks * a_week).filter(|&slot| drawn(slot) < percent).collect::<Vec<u32>>()
    };
    Task {
        weeks: (0..weeks * a_week).map(|slot| slot / a_week).collect(),
        newcomers: (0..newcomers).map(|one| busy(1_000 + u64::from(one))).collect(),
        mentors: (0..mentors).map(|one| Mentor { busy: busy(9_000 + u64::from(one)), capacity: 1 }).collect(),
        ..Task::default()
    }
}
