//! Lists as a person would write them down, and what the words mean.

use pairing::Instance;
use proptest::prelude::*;

pub(crate) type Classes = Vec<Vec<u32>>;
/// The hospital of each resident.
pub(crate) type Matched = Vec<Option<u32>>;

#[derive(Debug, Clone)]
pub(crate) struct Plain {
    pub(crate) residents: Vec<Classes>,
    pub(crate) hospitals: Vec<Classes>,
    pub(crate) capacity: Vec<u32>,
}

pub(crate) fn rank(list: &Classes, person: u32) -> Option<usize> {
    list.iter().position(|class| class.contains(&person))
}

pub(crate) fn held(matching: &[Option<u32>], hospital: u32) -> Vec<u32> {
    (0..matching.len() as u32).filter(|&r| matching[r as usize] == Some(hospital)).collect()
}

impl Plain {
    pub(crate) fn instance(&self) -> Instance {
        let mut builder = Instance::builder();
        for list in &self.residents {
            builder.resident(list);
        }
        for (list, &capacity) in self.hospitals.iter().zip(&self.capacity) {
            builder.hospital(capacity, list);
        }
        builder.build().unwrap()
    }

    pub(crate) fn ranks(&self, resident: u32, hospital: u32) -> Option<(usize, usize)> {
        let mine = rank(&self.residents[resident as usize], hospital)?;
        Some((mine, rank(&self.hospitals[hospital as usize], resident)?))
    }

    fn is_valid(&self, matching: &[Option<u32>]) -> bool {
        let mutual = (0..).zip(matching).all(|(r, h)| h.is_none_or(|h| self.ranks(r, h).is_some()));
        let within = (0..self.hospitals.len() as u32)
            .all(|h| held(matching, h).len() <= self.capacity[h as usize] as usize);
        mutual && within
    }

    /// What each of a pair would think of leaving for the other: worse, alike, better.
    fn gains(&self, matching: &[Option<u32>], r: u32, h: u32) -> Option<(i32, i32)> {
        let (mine, theirs) = self.ranks(r, h)?;
        let sign = |now: usize, then: usize| i32::from(then < now) - i32::from(then > now);
        let now = matching[r as usize].map(|h| self.ranks(r, h).unwrap().0);
        let inside = held(matching, h);
        let worst = inside.iter().map(|&other| self.ranks(other, h).unwrap().1).max();
        let by_hospital = if self.capacity[h as usize] == 0 {
            -1
        } else if inside.len() < self.capacity[h as usize] as usize {
            1
        } else {
            sign(worst.unwrap(), theirs)
        };
        Some((now.map_or(1, |now| sign(now, mine)), by_hospital))
    }

    /// Pairs not together of whom each gains at least `each` and both together at least `sum`.
    pub(crate) fn blocking(&self, matching: &[Option<u32>], each: i32, sum: i32) -> Vec<(u32, u32)> {
        let mut blocking = Vec::new();
        for r in 0..self.residents.len() as u32 {
            for h in 0..self.hospitals.len() as u32 {
                if matching[r as usize] == Some(h) {
                    continue;
                }
                if let Some((mine, theirs)) = self.gains(matching, r, h)
                    && mine >= each
                    && theirs >= each
                    && mine + theirs >= sum
                {
                    blocking.push((r, h));
                }
            }
        }
        blocking
    }

    pub(crate) fn is_stable(&self, matching: &[Option<u32>]) -> bool {
        self.is_valid(matching) && self.blocking(matching, 1, 2).is_empty()
    }

    /// Every valid matching.
    pub(crate) fn all_valid(&self) -> Vec<Matched> {
        let mut all = Vec::new();
        self.extend_valid(&mut Vec::new(), &mut self.capacity.clone(), &mut all);
        all
    }

    fn extend_valid(&self, start: &mut Matched, free: &mut [u32], all: &mut Vec<Matched>) {
        let resident = start.len() as u32;
        if resident as usize == self.residents.len() {
            all.push(start.clone());
            return;
        }
        for choice in std::iter::once(None).chain((0..free.len() as u32).map(Some)) {
            if let Some(h) = choice {
                if free[h as usize] == 0 || self.ranks(resident, h).is_none() {
                    continue;
                }
                free[h as usize] -= 1;
            }
            start.push(choice);
            self.extend_valid(start, free, all);
            start.pop();
            if let Some(h) = choice {
                free[h as usize] += 1;
            }
        }
    }

    pub(crate) fn all_stable(&self) -> Vec<Matched> {
        let mut all = self.all_valid();
        all.retain(|matching| self.is_stable(matching));
        all
    }

    /// The same people under other numbers: `residents[old]` and `hospitals[old]` give the new ones.
    pub(crate) fn renumbered(&self, residents: &[u32], hospitals: &[u32]) -> Self {
        let rename = |lists: &[Classes], own: &[u32], others: &[u32]| {
            let mut renamed = vec![Vec::new(); lists.len()];
            for (list, &new) in lists.iter().zip(own) {
                let class = |class: &Vec<u32>| class.iter().map(|&other| others[other as usize]).collect();
                renamed[new as usize] = list.iter().map(class).collect();
            }
            renamed
        };
        let mut capacity = vec![0; self.capacity.len()];
        for (&places, &new) in self.capacity.iter().zip(hospitals) {
            capacity[new as usize] = places;
        }
        Self {
            residents: rename(&self.residents, residents, hospitals),
            hospitals: rename(&self.hospitals, hospitals, residents),
            capacity,
        }
    }
}

/// A list of at least `least` of `others`, in any order, cut into classes where `tied` allows.
pub(crate) fn list(others: u32, least: usize, tied: bool) -> impl Strategy<Value = Classes> {
    let everybody: Vec<u32> = (0..others).collect();
    let least = least.min(others as usize);
    let joins = prop::collection::vec(prop::bool::weighted(0.6), others as usize);
    (Just(everybody).prop_shuffle(), least..=others as usize, joins).prop_map(
        move |(order, length, joins)| {
            let mut classes: Classes = Vec::new();
            for (&person, joined) in order[..length].iter().zip(joins) {
                match classes.last_mut() {
                    Some(class) if tied && joined => class.push(person),
                    _ => classes.push(vec![person]),
                }
            }
            classes
        },
    )
}

/// Up to `most` people a side; hospitals with up to three places.
pub(crate) fn plain(most: u32, least: usize, tied: bool) -> impl Strategy<Value = Plain> {
    (0..=most, 0..=most).prop_flat_map(move |(residents, hospitals)| {
        (
            prop::collection::vec(list(hospitals, least, tied), residents as usize),
            prop::collection::vec(list(residents, least, tied), hospitals as usize),
            prop::collection::vec(prop_oneof![3 => Just(1_u32), 1 => 0..=3_u32], hospitals as usize),
        )
            .prop_map(|(residents, hospitals, capacity)| Plain { residents, hospitals, capacity })
    })
}
