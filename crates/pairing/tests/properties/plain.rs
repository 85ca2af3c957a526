//! Lists as a person would write them down, and what the words mean.

use super::bytes::Bytes;
use pairing::{BuildError, Instance};

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
    /// Lists of at most so many people on each side; `joins` says whether the next one ties with those before.
    pub(crate) fn drawn(bytes: &mut Bytes<'_>, most: u32, joins: impl Fn(&mut Bytes<'_>) -> bool) -> Self {
        let (residents, hospitals) = (bytes.below(most + 1), bytes.below(most + 1));
        let single = bytes.flag();
        let list = |bytes: &mut Bytes<'_>, others: u32| {
            let mut classes: Classes = Vec::new();
            for person in bytes.some_of(others) {
                match classes.last_mut() {
                    Some(class) if joins(bytes) => class.push(person),
                    _ => classes.push(vec![person]),
                }
            }
            classes
        };
        Self {
            residents: (0..residents).map(|_| list(bytes, hospitals)).collect(),
            hospitals: (0..hospitals).map(|_| list(bytes, residents)).collect(),
            capacity: (0..hospitals)
                .map(|_| if single { 1 } else { [1, 2, 0, 3][bytes.below(4) as usize] })
                .collect(),
        }
    }

    pub(crate) fn instance(&self) -> Instance {
        self.try_instance().unwrap()
    }

    pub(crate) fn try_instance(&self) -> Result<Instance, BuildError> {
        let mut builder = Instance::builder();
        for list in &self.residents {
            builder.resident(list);
        }
        for (list, &capacity) in self.hospitals.iter().zip(&self.capacity) {
            builder.hospital(capacity, list);
        }
        builder.build()
    }

    /// What the two think of each other, if they rank each other at all; anybody may not exist.
    pub(crate) fn ranks(&self, resident: u32, hospital: u32) -> Option<(usize, usize)> {
        let mine = rank(self.residents.get(resident as usize)?, hospital)?;
        Some((mine, rank(self.hospitals.get(hospital as usize)?, resident)?))
    }

    /// How well a resident is off; smaller is better, no place is worst.
    pub(crate) fn regret(&self, resident: u32, hospital: Option<u32>) -> usize {
        hospital.and_then(|h| self.ranks(resident, h)).map_or(usize::MAX, |(mine, _)| mine)
    }

    pub(crate) fn is_valid(&self, matching: &[Option<u32>]) -> bool {
        let mutual = (0..).zip(matching).all(|(r, h)| h.is_none_or(|h| self.ranks(r, h).is_some()));
        let within = (0..self.hospitals.len() as u32)
            .all(|h| held(matching, h).len() <= self.capacity[h as usize] as usize);
        mutual && within
    }

    /// What each of a pair would think of leaving for the other: worse, alike, better.
    fn gains(&self, matching: &[Option<u32>], r: u32, h: u32) -> Option<(i32, i32)> {
        let (mine, theirs) = self.ranks(r, h)?;
        let sign = |now: usize, then: usize| i32::from(then < now) - i32::from(then > now);
        let now = matching.get(r as usize).copied().flatten().and_then(|h| self.ranks(r, h));
        let inside = held(matching, h);
        let worst =
            inside.iter().map(|&other| self.ranks(other, h).map_or(usize::MAX, |(_, rank)| rank)).max();
        let by_hospital = if self.capacity[h as usize] == 0 {
            -1
        } else if inside.len() < self.capacity[h as usize] as usize {
            1
        } else {
            sign(worst.unwrap(), theirs)
        };
        Some((now.map_or(1, |(now, _)| sign(now, mine)), by_hospital))
    }

    /// Pairs not together of whom each gains at least `each` and both together at least `sum`.
    pub(crate) fn blocking(&self, matching: &[Option<u32>], each: i32, sum: i32) -> Vec<(u32, u32)> {
        let mut blocking = Vec::new();
        for r in 0..self.residents.len() as u32 {
            for h in 0..self.hospitals.len() as u32 {
                if matching.get(r as usize) == Some(&Some(h)) {
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

    /// Every stable matching. Ranks are looked up beforehand, because there are many to try.
    pub(crate) fn all_stable(&self) -> Vec<Matched> {
        let hospitals = self.hospitals.len() as u32;
        let ranks = (0..self.residents.len() as u32)
            .map(|r| (0..hospitals).map(|h| self.ranks(r, h)).collect())
            .collect();
        let mut trial = Trial { ranks, free: self.capacity.clone(), now: Vec::new(), all: Vec::new() };
        trial.go_on(&self.capacity);
        trial.all
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

/// One matching after the other, resident by resident.
struct Trial {
    /// What a resident and a hospital think of each other.
    ranks: Vec<Vec<Option<(usize, usize)>>>,
    free: Vec<u32>,
    now: Matched,
    all: Vec<Matched>,
}

impl Trial {
    fn go_on(&mut self, capacity: &[u32]) {
        if self.now.len() == self.ranks.len() {
            if !self.is_blocked(capacity) {
                self.all.push(self.now.clone());
            }
            return;
        }
        self.now.push(None);
        self.go_on(capacity);
        let resident = self.now.len() - 1;
        for hospital in 0..capacity.len() {
            if self.free[hospital] > 0 && self.ranks[resident][hospital].is_some() {
                self.free[hospital] -= 1;
                self.now[resident] = Some(hospital as u32);
                self.go_on(capacity);
                self.free[hospital] += 1;
            }
        }
        self.now.pop();
    }

    fn is_blocked(&self, capacity: &[u32]) -> bool {
        (0..capacity.len()).any(|hospital| {
            let inside = self.now.iter().zip(&self.ranks).filter(|(at, _)| **at == Some(hospital as u32));
            let worst = inside.filter_map(|(_, ranks)| ranks[hospital]).map(|(_, theirs)| theirs).max();
            self.now.iter().zip(&self.ranks).any(|(at, ranks)| {
                let Some((mine, theirs)) = ranks[hospital] else { return false };
                let now = at.and_then(|at| ranks[at as usize]).map_or(usize::MAX, |(mine, _)| mine);
                let wanted = self.free[hospital] > 0 || worst.is_some_and(|worst| theirs < worst);
                mine < now && wanted
            })
        })
    }
}
