//! Király's approximation: a weakly stable matching of at least two thirds of the largest size.
//!
//! Z. Király, «Linear time local approximation algorithm for maximum stable marriage», *Algorithms* 6
//! (2013) 471–484, with every hospital read as its places, tied in the residents' lists. Residents
//! propose as in deferred acceptance, with three differences: within a tie a free place is asked first;
//! whoever holds a place while a free one is tied with it gives way to anybody; and a resident turned
//! away by the whole list starts over once, preferred from then on among those ranked alike.

use crate::instance::{Instance, Lists, Side, saturating};
use crate::stable::Matching;

/// «Nobody» in the linked lists.
const NONE: u32 = u32::MAX;

/// A weakly stable matching with at least two thirds of the pairs of a largest one, ties on either side.
///
/// Time is linear in the lists but for a logarithm of the places where a hospital has many. With strict
/// lists it is the residents' optimum. Not truthful where residents tie: hiding a tie can pay.
pub fn kiraly(instance: &Instance) -> Matching {
    let mut market = Market::new(instance);
    let mut open: Vec<u32> = (0..instance.count(Side::Residents)).rev().collect();
    while let Some(resident) = open.pop() {
        if let Some(displaced) = market.place(resident) {
            open.push(displaced);
        }
    }
    market.matching()
}

/// One place that is taken. Ordered by `key`: twice the rank, one more for a resident not promoted.
#[derive(Clone, Copy)]
struct Held {
    key: u32,
    resident: u32,
}

/// Where a resident stands in the list.
#[derive(Clone, Copy)]
struct Proposer {
    /// Next entry to ask that has no free place; all entries of better ties are behind.
    next: u32,
    /// Where the tie of `next` ends.
    tie_end: u32,
    /// No entry of this tie before here has a free place; places never become free again.
    free_from: u32,
    promoted: bool,
}

struct Market<'a> {
    residents: &'a Lists,
    hospitals: &'a Lists,
    proposers: Vec<Proposer>,
    /// Where each hospital's places begin in `held`; one more at the end.
    first: Vec<u32>,
    taken: Vec<u32>,
    /// For each hospital a heap of those it holds, the worst on top.
    held: Vec<Held>,
    /// Place of each resident in `held`.
    slot: Vec<u32>,
    /// For each hospital, a list of those held who may have a free place tied with theirs.
    uncertain: Vec<u32>,
    uncertain_after: Vec<u32>,
}

impl<'a> Market<'a> {
    fn new(instance: &'a Instance) -> Self {
        let (residents, hospitals) = (instance.lists(Side::Residents), instance.lists(Side::Hospitals));
        let mut first = vec![0];
        let mut places = 0;
        for hospital in 0..hospitals.count() {
            places += instance.capacity(hospital).min(saturating(hospitals.range(hospital).len()));
            first.push(places);
        }
        let mut market = Self {
            residents,
            hospitals,
            proposers: Vec::with_capacity(residents.count() as usize),
            taken: vec![0; hospitals.count() as usize],
            held: vec![Held { key: 0, resident: NONE }; places as usize],
            slot: vec![NONE; residents.count() as usize],
            uncertain: vec![NONE; hospitals.count() as usize],
            uncertain_after: vec![NONE; residents.count() as usize],
            first,
        };
        for resident in 0..residents.count() {
            let proposer = market.at_tie(resident, residents.first[resident as usize], false);
            market.proposers.push(proposer);
        }
        market
    }

    /// At the tie that begins at `start`.
    fn at_tie(&self, resident: u32, start: u32, promoted: bool) -> Proposer {
        let end = self.residents.first[resident as usize + 1];
        let tie_end = match self.residents.tied_ranks() {
            Some(ranks) => {
                let rest = &ranks[start as usize..end as usize];
                start + saturating(rest.iter().take_while(|&&rank| rank == rest[0]).count())
            }
            None => end.min(start + 1),
        };
        Proposer { next: start, tie_end, free_from: start, promoted }
    }

    fn has_free_place(&self, hospital: u32) -> bool {
        let hospital = hospital as usize;
        self.first[hospital] + self.taken[hospital] < self.first[hospital + 1]
    }

    /// The first entry of the current tie with a free place, if any.
    fn free_in_tie(&mut self, resident: u32) -> Option<u32> {
        let mut proposer = self.proposers[resident as usize];
        while proposer.free_from < proposer.tie_end
            && !self.has_free_place(self.residents.entries[proposer.free_from as usize].person)
        {
            proposer.free_from += 1;
        }
        self.proposers[resident as usize] = proposer;
        (proposer.free_from < proposer.tie_end).then_some(proposer.free_from)
    }

    /// Lets the resident propose until held or turned away by everybody twice. Gives back whoever lost
    /// a place to them.
    fn place(&mut self, resident: u32) -> Option<u32> {
        loop {
            if let Some(position) = self.free_in_tie(resident) {
                self.take_free_place(resident, position);
                return None;
            }
            let proposer = self.proposers[resident as usize];
            if proposer.next < proposer.tie_end {
                if let Some(displaced) = self.ask(resident, proposer.next) {
                    return Some(displaced);
                }
                self.proposers[resident as usize].next += 1;
            } else if proposer.tie_end < self.residents.first[resident as usize + 1] {
                self.proposers[resident as usize] =
                    self.at_tie(resident, proposer.tie_end, proposer.promoted);
            } else if proposer.promoted {
                return None;
            } else {
                let start = self.residents.first[resident as usize];
                self.proposers[resident as usize] = self.at_tie(resident, start, true);
            }
        }
    }

    fn key(&self, resident: u32, position: u32) -> u32 {
        let entry = self.residents.entries[position as usize];
        let rank = self.hospitals.rank(entry.person, entry.mirror as usize);
        2 * rank + u32::from(!self.proposers[resident as usize].promoted)
    }

    fn take_free_place(&mut self, resident: u32, position: u32) {
        let hospital = self.residents.entries[position as usize].person;
        let key = self.key(resident, position);
        let heap = self.first[hospital as usize];
        let slot = heap + self.taken[hospital as usize];
        self.taken[hospital as usize] += 1;
        self.held[slot as usize] = Held { key, resident };
        self.slot[resident as usize] = slot;
        self.rise(heap, slot);
        if position + 1 < self.proposers[resident as usize].tie_end {
            self.uncertain_after[resident as usize] = self.uncertain[hospital as usize];
            self.uncertain[hospital as usize] = resident;
        }
    }

    /// Asks a hospital without free places; gives back whoever has to go if it takes the resident.
    fn ask(&mut self, resident: u32, position: u32) -> Option<u32> {
        let hospital = self.residents.entries[position as usize].person;
        let heap = self.first[hospital as usize];
        if heap == self.first[hospital as usize + 1] {
            return None;
        }
        let key = self.key(resident, position);
        let slot = match self.pop_uncertain(hospital) {
            Some(gives_way) => self.slot[gives_way as usize],
            None if key < self.held[heap as usize].key => heap,
            None => return None,
        };
        let displaced = self.held[slot as usize].resident;
        self.held[slot as usize] = Held { key, resident };
        self.slot[resident as usize] = slot;
        self.rise(heap, slot);
        self.sink(heap, self.slot[resident as usize], heap + self.taken[hospital as usize]);
        Some(displaced)
    }

    /// Somebody held who still has a free place tied with theirs. Whoever has none any more will not
    /// have one again, so each is looked at once.
    fn pop_uncertain(&mut self, hospital: u32) -> Option<u32> {
        loop {
            let resident = self.uncertain[hospital as usize];
            if resident == NONE {
                return None;
            }
            self.uncertain[hospital as usize] = self.uncertain_after[resident as usize];
            if self.free_in_tie(resident).is_some() {
                return Some(resident);
            }
        }
    }

    fn swap(&mut self, one: u32, other: u32) {
        self.held.swap(one as usize, other as usize);
        for slot in [one, other] {
            self.slot[self.held[slot as usize].resident as usize] = slot;
        }
    }

    fn rise(&mut self, heap: u32, mut slot: u32) {
        while slot > heap {
            let parent = heap + (slot - heap - 1) / 2;
            if self.held[parent as usize].key >= self.held[slot as usize].key {
                break;
            }
            self.swap(parent, slot);
            slot = parent;
        }
    }

    fn sink(&mut self, heap: u32, mut slot: u32, end: u32) {
        loop {
            let left = heap + 2 * (slot - heap) + 1;
            if left >= end {
                break;
            }
            let right = left + 1;
            let bigger = if right < end && self.held[right as usize].key > self.held[left as usize].key {
                right
            } else {
                left
            };
            if self.held[bigger as usize].key <= self.held[slot as usize].key {
                break;
            }
            self.swap(bigger, slot);
            slot = bigger;
        }
    }

    fn matching(&self) -> Matching {
        let mut hospital_of = vec![None; self.residents.count() as usize];
        for hospital in 0..self.hospitals.count() {
            let start = self.first[hospital as usize] as usize;
            for held in &self.held[start..start + self.taken[hospital as usize] as usize] {
                hospital_of[held.resident as usize] = Some(hospital);
            }
        }
        Matching::new(hospital_of)
    }
}
