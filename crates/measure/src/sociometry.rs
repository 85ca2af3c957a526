//! Who chooses whom in a class (methods/measurement.md §5): statuses and indices of Russian-language practice, and the exact
//! screen for few choices. Pupils are places 0, 1, … of the class; no name comes in.
//!
//! | figure | formula, for N members, R received, B given |
//! |---|---|
//! | status C⁺ | R⁺/e, e the voters who could name the pupil; with negative choices (R⁺ − R⁻)/e |
//! | expansiveness E | B/(N − 1) |
//! | satisfaction | mutual/B |
//! | cohesion G | mutual pairs/(N(N − 1)/2); of choices limited to d each, by ⌊Nd/2⌋ |
//! | conflict | the same as cohesion, of negative choices |
//! | reciprocity | 2 · mutual pairs/ΣB |
//! | reference | mutual pairs/ΣB |
//! | expansiveness of the group | ΣB/N |
//! | groups (Kolominsky) | M the mean of R: R ≥ 2M, M ≤ R < 2M, 1 ≤ R < M, R = 0 |
//! | well-being of relations | first two groups against the others; their share is (I + II)/N |
//! | few choices | P(X ≤ R) ≤ 0.05, X the sum of independent choices with p = B_j/(N − 1) of each voter j |
//!
//! Indices: J. L. Moreno, Who Shall Survive? (1934); Я. Л. Коломинский, Психология взаимоотношений в малых группах (1976).
//! The screen: A. F. Newcomb, W. M. Bukowski, Social impact and social preference as determinants of children’s peer
//! group status, Developmental Psychology 19 (1983) 856–867; here with the exact distribution (Poisson-binomial), so that
//! any number of choices and absent pupils are no matter.

mod chance;
mod target;

use crate::gates::{Figure, NotShown, SEVERAL, SOME, at_least};
use crate::moments::number;
use std::cmp::Ordering;

pub use chance::{RARE, few_choices};
pub use target::{Point, target};

/// Percent of the class that must have chosen before anybody is sorted into groups.
pub const LEAST_TURNOUT: u32 = 60;

/// Who chose whom by one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    voted: Vec<bool>,
    chosen: Vec<Vec<bool>>,
}

/// What one pupil gave and got by one question. Counts alone: it can be kept when the choices are deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The pupil chose, or said that they choose nobody.
    pub voted: bool,
    /// How many chose the pupil.
    pub received: u32,
    /// How many could have: all who voted, but for the pupil.
    pub could: u32,
    /// How many the pupil chose.
    pub given: u32,
    /// With how many it is mutual.
    pub mutual: u32,
}

impl Choices {
    /// Who voted, and each choice as (who, whom). `None` where somebody is not in the class, chooses themselves, or chooses
    /// without having voted; the same choice twice is one.
    pub fn new(voted: &[bool], choices: &[(usize, usize)]) -> Option<Self> {
        let mut chosen = vec![vec![false; voted.len()]; voted.len()];
        for &(who, whom) in choices {
            if who == whom || !*voted.get(who)? {
                return None;
            }
            *chosen.get_mut(who)?.get_mut(whom)? = true;
        }
        Some(Self { voted: voted.to_vec(), chosen })
    }

    /// True where one chose the other.
    pub fn chose(&self, who: usize, whom: usize) -> bool {
        self.chosen.get(who).and_then(|row| row.get(whom)).copied().unwrap_or(false)
    }

    /// True where both chose each other.
    pub fn mutual(&self, one: usize, other: usize) -> bool {
        self.chose(one, other) && self.chose(other, one)
    }

    /// How many pupils.
    pub fn members(&self) -> usize {
        self.voted.len()
    }

    /// What each pupil gave and got, in the order of the class.
    pub fn counts(&self) -> Vec<Counts> {
        let places = 0..self.members();
        let voters = self.voted.iter().filter(|voted| **voted).count();
        let of = |(place, voted): (usize, &bool)| Counts {
            voted: *voted,
            received: number(places.clone().filter(|who| self.chose(*who, place)).count()),
            could: number(voters - usize::from(*voted)),
            given: number(places.clone().filter(|whom| self.chose(place, *whom)).count()),
            mutual: number(places.clone().filter(|other| self.mutual(place, *other)).count()),
        };
        self.voted.iter().enumerate().map(of).collect()
    }
}

/// A part of a whole; of nothing it is not defined.
fn share(part: u32, whole: u32) -> Figure<f64> {
    if whole == 0 { Err(NotShown::Nothing) } else { Ok(f64::from(part) / f64::from(whole)) }
}

impl Counts {
    /// The sociometric status: the share of those who could choose the pupil and did; from 0 to 1.
    pub fn status(&self) -> Figure<f64> {
        share(self.received, self.could)
    }

    /// The status with negative choices, from −1 to 1. Choices that were not made are not counted against anybody.
    pub fn status_with(&self, negative: &Self) -> Figure<f64> {
        Ok(self.status()? - negative.status()?)
    }

    /// Expansiveness: the share of the others whom the pupil chose.
    pub fn expansiveness(&self, members: u32) -> Figure<f64> {
        if self.voted { share(self.given, members.saturating_sub(1)) } else { Err(NotShown::Gaps) }
    }

    /// Satisfaction: how much of what the pupil gave came back.
    pub fn satisfaction(&self) -> Figure<f64> {
        share(self.mutual, self.given)
    }
}

/// Indices of a class by one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// How many pairs chose each other.
    pub mutual_pairs: u32,
    /// Cohesion: of all pairs that can be, those that chose each other. Of negative choices it is conflict.
    pub cohesion: Figure<f64>,
    /// Reciprocity: of all choices, those that came back.
    pub reciprocity: Figure<f64>,
    /// Index of reference: mutual pairs for each choice; half of the reciprocity.
    pub reference: Figure<f64>,
    /// Expansiveness of the group: choices for each member, whether or not they voted.
    pub expansiveness: Figure<f64>,
    /// Choices that a voter made in the mean.
    pub given: Figure<f64>,
    /// The share of pupils whom nobody chose.
    pub unchosen: Figure<f64>,
}

/// Indices of a class from five pupils on who chose; `limit` is how many each could choose, where that was limited.
pub fn group(counts: &[Counts], limit: Option<u32>) -> Figure<Group> {
    let members = number(counts.len());
    let voters = number(counts.iter().filter(|one| one.voted).count());
    at_least(voters, SOME)?;
    let sum = |of: fn(&Counts) -> u32| counts.iter().map(of).sum::<u32>();
    let (mutual, given) = (sum(|one| one.mutual), sum(|one| one.given));
    let pairs = match limit {
        Some(limit) => members.saturating_mul(limit.min(members - 1)) / 2,
        None => members * (members - 1) / 2,
    };
    Ok(Group {
        mutual_pairs: mutual / 2,
        cohesion: share(mutual / 2, pairs),
        reciprocity: share(mutual, given),
        reference: share(mutual / 2, given),
        expansiveness: share(given, members),
        given: share(given, voters),
        unchosen: share(number(counts.iter().filter(|one| one.received == 0).count()), members),
    })
}

/// Indices of a class that are told of it as a whole: from ten on, where at least [`LEAST_TURNOUT`] percent of the class
/// voted.
pub fn of_class(counts: &[Counts], class: u32) -> Figure<Group> {
    turned_out(counts, class)?;
    group(counts, None)
}

/// Ten and more, of whom at least [`LEAST_TURNOUT`] percent of the whole class voted.
fn turned_out(counts: &[Counts], class: u32) -> Figure<()> {
    at_least(number(counts.len()), SEVERAL)?;
    let voters = number(counts.iter().filter(|one| one.voted).count());
    if u64::from(voters) * 100 < u64::from(class) * u64::from(LEAST_TURNOUT) {
        return Err(NotShown::Turnout { need: LEAST_TURNOUT });
    }
    Ok(())
}

/// A group of Kolominsky’s, by choices received. A place in one class on one day, and no property of a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Twice the mean and more.
    First,
    /// The mean and more.
    Second,
    /// At least one.
    Third,
    /// None.
    Fourth,
}

impl Status {
    /// All groups, from the middle of the target outwards.
    pub const ALL: [Self; 4] = [Self::First, Self::Second, Self::Third, Self::Fourth];
}

/// May pupils be sorted at all? From ten on of whom at least [`LEAST_TURNOUT`] percent of the whole class voted, where not
/// everybody got the same.
pub fn may_sort(counts: &[Counts], class: u32) -> Figure<()> {
    turned_out(counts, class)?;
    let first = counts.first().map(|one| one.received);
    if counts.iter().all(|one| Some(one.received) == first) { Err(NotShown::NoVariance) } else { Ok(()) }
}

/// The group of each pupil; `class` counts those who were not asked, too. Compared in whole numbers.
pub fn statuses(counts: &[Counts], class: u32) -> Figure<Vec<Status>> {
    may_sort(counts, class)?;
    let (members, sum) = (number(counts.len()), counts.iter().map(|one| one.received).sum::<u32>());
    let status = |one: &Counts| match one.received * members {
        0 => Status::Fourth,
        times if times >= 2 * sum => Status::First,
        times if times >= sum => Status::Second,
        _ => Status::Third,
    };
    Ok(counts.iter().map(status).collect())
}

/// The level of well-being of the class: whether those of the first two groups are more than the others, as many, or fewer.
pub fn wellbeing(statuses: &[Status]) -> Ordering {
    let inner = statuses.iter().filter(|one| **one <= Status::Second).count();
    inner.cmp(&(statuses.len() - inner))
}

/// The coefficient of well-being: the share of the first two groups.
pub fn wellbeing_share(statuses: &[Status]) -> Figure<f64> {
    let inner = statuses.iter().filter(|one| **one <= Status::Second).count();
    share(number(inner), number(statuses.len()))
}

#[cfg(test)]
mod tests;
