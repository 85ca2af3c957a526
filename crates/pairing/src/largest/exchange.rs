//! Local search between weakly stable matchings: it only ever keeps or raises the size.
//!
//! Two kinds of chains lead from one weakly stable matching to another. *Down*: a resident without a
//! place takes the place of somebody the hospital ranks alike (or lower), who moves on to a hospital
//! that ranks them as high as its worst, and so on. *Up*: somebody moves to a free place they rank just
//! like their own, theirs goes to the best who wants it, and so on. A down chain that ends at a free
//! place, and an up chain that ends with a resident without one, is a pair more. Where neither exists
//! a chain that changes only who is left out is taken at random, as in tie-breaking local search
//! (H. H. Qiu and others, arXiv 2409.10575, 2024). Finding a chain takes one pass over the lists.
//!
//! Where residents rank strictly and those left out are ranked below everybody held, no chain starts: a *kick* reads a tie
//! among the others the other way and lets both ends of it settle, the free place upwards and whoever lost one downwards.

mod chains;
mod kicks;

use crate::instance::{Instance, Lists, Side, saturating};
use crate::stable::Matching;
use crate::ties::ticket;

const NONE: u32 = u32::MAX;

/// Of so many steps one is a chain without a pair more, the others are kicks: these reach further, chains turn at once.
const STEPS_TO_A_CHAIN: u32 = 8;

/// Entries looked at after which no step is begun, one pass over the lists counted for each step: from 268 000 entries on
/// there are fewer than a thousand steps.
const MOST_LOOKED_AT: usize = 1 << 28;

/// A weakly stable matching under exchange. All stays stable after every chain.
pub(super) struct Exchange<'a> {
    residents: &'a Lists,
    hospitals: &'a Lists,
    capacity: Vec<u32>,
    /// Position in each resident's list of the hospital that holds them, or `NONE`.
    position: Vec<u32>,
    /// Who is held by each hospital.
    held: Vec<Vec<u32>>,
    /// Rank of the worst one held by each hospital without free places.
    worst: Vec<u32>,
    seed: u64,
    drawn: u32,
    /// How each resident (down) or hospital (up) was reached: who moves, and to which entry of theirs.
    parent: Vec<Move>,
    seen: Vec<bool>,
    expanded: Vec<bool>,
    open: Vec<u32>,
    /// Where a chain may end without a pair more.
    ends: Vec<u32>,
    /// How many residents have a place.
    size: usize,
    /// What the current step has changed: who, and where they were before.
    log: Vec<Move>,
}

/// Somebody goes to the entry at `position` of their list.
#[derive(Clone, Copy)]
struct Move {
    resident: u32,
    position: u32,
}

const NO_MOVE: Move = Move { resident: NONE, position: NONE };

impl<'a> Exchange<'a> {
    /// Starts from a weakly stable matching.
    pub(super) fn new(instance: &'a Instance, matching: &Matching, seed: u64) -> Self {
        let (residents, hospitals) = (instance.lists(Side::Residents), instance.lists(Side::Hospitals));
        let mut search = Self {
            residents,
            hospitals,
            capacity: (0..hospitals.count()).map(|hospital| instance.capacity(hospital)).collect(),
            position: vec![NONE; residents.count() as usize],
            held: vec![Vec::new(); hospitals.count() as usize],
            worst: vec![0; hospitals.count() as usize],
            seed,
            drawn: 0,
            parent: Vec::new(),
            seen: Vec::new(),
            expanded: Vec::new(),
            open: Vec::new(),
            ends: Vec::new(),
            size: 0,
            log: Vec::new(),
        };
        for resident in 0..residents.count() {
            let at = matching.hospital_of(resident);
            let position = residents.range(resident).find(|&p| Some(residents.entries[p].person) == at);
            if let Some(position) = position {
                search.enter(Move { resident, position: saturating(position) });
            }
        }
        search
    }

    pub(super) fn matching(&self) -> Matching {
        let hospital_of =
            |&position: &u32| (position != NONE).then(|| self.residents.entries[position as usize].person);
        Matching::new(self.position.iter().map(hospital_of).collect())
    }

    /// Applies chains that give a pair more until there is none, then up to `steps` times a kick or a chain that does
    /// not and those it opens; what ends with fewer pairs is taken back. Ends early at `bound` pairs.
    pub(super) fn run(&mut self, steps: u32, bound: usize) {
        self.lengthen(bound);
        let affordable = MOST_LOOKED_AT / self.residents.entries.len().max(1);
        for _ in 0..steps.min(saturating(affordable)) {
            self.log.clear();
            let before = self.size;
            if before >= bound || !self.step() {
                return;
            }
            self.lengthen(bound);
            if self.size < before {
                self.take_back();
            }
        }
    }

    /// Applies chains that give a pair more until there is none.
    fn lengthen(&mut self, bound: usize) {
        while self.size < bound && (self.down() || self.up()) {}
    }

    /// Goes to another stable matching. Says whether one was found.
    fn step(&mut self) -> bool {
        let chain_first = self.draw(STEPS_TO_A_CHAIN) == 0;
        chain_first && self.sidestep() || self.kick() || !chain_first && self.sidestep()
    }

    /// Takes back what the current step has changed.
    fn take_back(&mut self) {
        let changes = std::mem::take(&mut self.log);
        for was in changes.into_iter().rev() {
            if was.position == NONE {
                self.leave(was.resident);
            } else {
                self.enter(was);
            }
        }
    }

    fn enter(&mut self, to: Move) {
        let hospital = self.residents.entries[to.position as usize].person as usize;
        self.log.push(Move { resident: to.resident, position: NONE });
        self.position[to.resident as usize] = to.position;
        self.held[hospital].push(to.resident);
        self.size += 1;
        self.weigh(hospital);
    }

    fn leave(&mut self, resident: u32) {
        let position = self.position[resident as usize];
        let hospital = self.residents.entries[position as usize].person as usize;
        self.log.push(Move { resident, position });
        self.position[resident as usize] = NONE;
        self.held[hospital].retain(|&other| other != resident);
        self.size -= 1;
        self.weigh(hospital);
    }

    fn weigh(&mut self, hospital: usize) {
        let rank = |&resident: &u32| self.rank_by_hospital(self.position[resident as usize]);
        self.worst[hospital] = self.held[hospital].iter().map(rank).max().unwrap_or(0);
    }

    /// Rank the hospital at this entry of a resident's list gives the resident.
    fn rank_by_hospital(&self, position: u32) -> u32 {
        let entry = self.residents.entries[position as usize];
        self.hospitals.rank(entry.person, entry.mirror as usize)
    }

    fn is_free(&self, hospital: u32) -> bool {
        saturating(self.held[hospital as usize].len()) < self.capacity[hospital as usize]
    }

    fn holder(&self, resident: u32) -> u32 {
        match self.position[resident as usize] {
            NONE => NONE,
            position => self.residents.entries[position as usize].person,
        }
    }

    fn reset(&mut self, nodes: u32) {
        self.parent.clear();
        self.parent.resize(nodes as usize, NO_MOVE);
        self.seen.clear();
        self.seen.resize(nodes as usize, false);
        self.expanded.clear();
        self.expanded.resize(self.hospitals.count() as usize, false);
        self.open.clear();
        self.ends.clear();
    }

    /// A random chain that changes who is left out or which place stays free. Says whether there is one.
    fn sidestep(&mut self) -> bool {
        let first_down = self.draw(2) == 0;
        for down in [first_down, !first_down] {
            // Neither finds a pair more here: the caller has just tried.
            let found = if down { self.down() } else { self.up() };
            debug_assert!(!found, "the caller exhausts the chains that give a pair more");
            if self.ends.is_empty() {
                continue;
            }
            let drawn = self.draw(saturating(self.ends.len()));
            let end = self.ends[drawn as usize];
            if down {
                self.apply_down(None, end);
            } else {
                self.apply_up(None, end);
            }
            return true;
        }
        false
    }

    fn draw(&mut self, below: u32) -> u32 {
        self.drawn = self.drawn.wrapping_add(1);
        let bits = ticket(self.seed, Side::Residents, self.drawn) >> 32;
        u32::try_from((bits * u64::from(below)) >> 32).unwrap_or(0)
    }
}
