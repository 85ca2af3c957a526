//! How probable so few choices would be if everybody had chosen at random.

use super::{Choices, may_sort};
use crate::gates::Figure;
use crate::moments::count;

/// Rarer than this by chance alone is worth a look.
pub const RARE: f64 = 0.05;
/// Sums of probabilities that make the limit exactly must not miss it by the last bit.
const SLACK: f64 = 1e-12;

/// How probable each sum of independent choices is, from 0 up: the Poisson-binomial distribution, exactly, by adding one
/// voter after the other.
pub(super) fn sums(chances: &[f64]) -> Vec<f64> {
    let mut sums = vec![1.0];
    for chance in chances {
        let mut next = vec![0.0; sums.len() + 1];
        for (chosen, so_far) in sums.iter().enumerate() {
            next[chosen] += so_far * (1.0 - chance);
            next[chosen + 1] += so_far * chance;
        }
        sums = next;
    }
    sums
}

/// For each pupil whether so few choices or fewer would be rare, had every voter spread theirs at random. A question to
/// whoever knows the class, never an answer about a child. Where pupils may not be sorted, nobody is screened.
pub fn few_choices(choices: &Choices, class: u32) -> Figure<Vec<bool>> {
    let counts = choices.counts();
    may_sort(&counts, class)?;
    let others = count(counts.len()) - 1.0;
    let few = |place: usize, received: u32| {
        let voters = counts.iter().enumerate().filter(|(voter, one)| *voter != place && one.voted);
        let chances: Vec<f64> = voters.map(|(_, one)| f64::from(one.given) / others).collect();
        let reached = sums(&chances).into_iter().take(usize::try_from(received).map_or(0, |most| most + 1));
        reached.sum::<f64>() <= RARE + SLACK
    };
    Ok(counts.iter().enumerate().map(|(place, one)| few(place, one.received)).collect())
}
