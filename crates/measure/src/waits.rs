//! How long people wait, counted with those who are still waiting. A median of the finished waits alone flatters:
//! whoever never answers would not be in it at all (neg:N14).

/// How long something took, or has been waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// In seconds, or in any other unit, the same for all.
    pub length: u64,
    /// It came. Otherwise it was still awaited when nobody looked any more: censored.
    pub over: bool,
}

/// The time by which half of all have what they wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Median {
    /// So long.
    At(u64),
    /// Later than the longest wait that was looked at; how much later nobody can say.
    After(u64),
}

/// The median of the waiting time by the estimator of Kaplan and Meier: the first time at which the estimated share of
/// those still waiting, the product of `1 - over / still waiting` over the times so far, is a half or less. Waits
/// that are not over count among those still waiting up to their length; of equal lengths what came is counted
/// first. `None` where there is no wait.
///
/// E. L. Kaplan, P. Meier, Nonparametric Estimation from Incomplete Observations, Journal of the American Statistical
/// Association 53 (1958) 457–481.
pub fn median(waits: &[Wait]) -> Option<Median> {
    // Products of fractions that make a half exactly must not miss it by the last bit.
    const HALF: f64 = 0.5 + 1e-9;
    let mut sorted = waits.to_vec();
    sorted.sort_unstable_by_key(|wait| (wait.length, !wait.over));
    let longest = sorted.last()?.length;
    let mut waiting = f64::from(u32::try_from(sorted.len()).unwrap_or(u32::MAX));
    let mut share = 1.0;
    for wait in sorted {
        if wait.over {
            share *= 1.0 - 1.0 / waiting;
        }
        waiting -= 1.0;
        if share <= HALF {
            return Some(Median::At(wait.length));
        }
    }
    Some(Median::After(longest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over(length: u64) -> Wait {
        Wait { length, over: true }
    }

    fn still(length: u64) -> Wait {
        Wait { length, over: false }
    }

    #[test]
    fn of_finished_waits_it_is_the_usual_lower_median() {
        assert_eq!(median(&[over(9), over(1), over(4)]), Some(Median::At(4)));
        assert_eq!(median(&[over(9), over(1), over(4), over(6)]), Some(Median::At(4)));
        assert_eq!(median(&[over(7)]), Some(Median::At(7)));
        for count in 1..200 {
            let waits: Vec<Wait> = (1..=count).map(over).collect();
            assert_eq!(median(&waits), Some(Median::At(count.div_ceil(2))), "{count}");
        }
    }

    #[test]
    fn n14_whoever_is_still_waiting_counts() {
        // Two were answered within a day, three have waited for a week and more: nobody can say «a day».
        let waits = [over(1), over(1), still(7), still(8), still(9)];
        assert_eq!(median(&waits), Some(Median::After(9)));
        assert_eq!(median(&waits[..2]), Some(Median::At(1)), "the finished ones alone would flatter");
    }

    #[test]
    fn n14_those_who_left_early_are_not_taken_for_answers_nor_for_silence() {
        // Worked by hand: at 2 one of five, 0.8; at 6 one of three, 0.533; at 7 one of two, 0.267.
        let waits = [over(2), still(3), over(6), over(7), still(10)];
        assert_eq!(median(&waits), Some(Median::At(7)));
    }

    #[test]
    fn an_answer_at_the_very_time_somebody_stops_waiting_counts_first() {
        assert_eq!(median(&[still(3), over(3)]), Some(Median::At(3)));
    }

    #[test]
    fn of_nothing_nothing_is_said_and_of_no_answer_no_time() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[still(0), still(4)]), Some(Median::After(4)));
    }
}
