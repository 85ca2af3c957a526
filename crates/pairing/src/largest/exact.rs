//! The exact search: is there a weakly stable matching with one pair more?
//!
//! For each resident, prefix variables say «placed in this tie of the list or a better one»; for each
//! hospital, «every place is taken by somebody of this rank or better» (the dummy variables of
//! M. Delorme and others, *European Journal of Operational Research* 277 (2019) 426–441). A pair is not
//! blocking exactly if one of its two prefixes holds.
//!
//! Only the hospitals' prefixes are decided: how far down its list each hospital goes. Once that is settled, so is who
//! must have a place, who may have which and which hospitals must be full, and what is left is a matching without
//! preferences. `flow` keeps one at every step, and refuses a partial choice without one by the cut that shows it:
//! counting arguments cannot be learnt from clauses alone.

mod flow;

use crate::instance::{Entry, Instance, Lists, Side, saturating};
use crate::search::{Answer, Literal, Solver, not};
use crate::stable::Matching;

use super::{Largest, Proof};
use flow::Flow;

/// «Not a variable»: the prefix can never hold.
const NEVER: u32 = u32::MAX;

/// Above this many counted literals the search would take more memory than it is worth.
const MOST_COUNTED: usize = 8_000_000;

/// Looks for as many pairs as any matching could have, then for one fewer, and so on: the more pairs are wanted, the
/// sooner a partial choice is refused. When half the conflicts are used up, goes on from below, so that at least a
/// larger matching is found.
pub(super) fn prove(
    instance: &Instance,
    matching: Matching,
    (at_most, cover): (usize, Proof),
    conflicts: u64,
) -> Largest {
    let covered = at_most;
    let mut search = Search { instance, matching, at_most, met: 0 };
    while search.is_open() {
        match search.once(search.at_most, (conflicts / 2).saturating_sub(search.met)) {
            Some(Answer::Found(_)) => {}
            Some(Answer::Impossible) => search.at_most -= 1,
            Some(Answer::GaveUp) | None => break,
        }
    }
    let left = conflicts.saturating_sub(search.met);
    if search.is_open() {
        search.climb(left);
    }
    let Search { matching, at_most, met, .. } = search;
    let proof = if at_most < covered { Proof::Search { conflicts: met } } else { cover };
    Largest { proof: (matching.size() == at_most).then_some(proof), matching, at_most }
}

/// The largest matching so far, and what is known of others.
struct Search<'a> {
    instance: &'a Instance,
    matching: Matching,
    at_most: usize,
    /// Conflicts met so far.
    met: u64,
}

impl Search<'_> {
    fn is_open(&self) -> bool {
        self.matching.size() < self.at_most
    }

    /// Looks for a matching of this size.
    fn once(&mut self, size: usize, conflicts: u64) -> Option<Answer> {
        let mut model = Model::new(self.instance, conflicts)?;
        model.prefer(&self.matching);
        let answer = model.with_at_least(size, conflicts);
        self.met += model.solver.conflicts();
        if let Answer::Found(_) = answer {
            self.matching = model.flow.matching();
        }
        Some(answer)
    }

    /// Looks for one pair more again and again, and keeps what was learnt.
    fn climb(&mut self, conflicts: u64) {
        let Some(mut model) = Model::new(self.instance, conflicts) else { return };
        model.prefer(&self.matching);
        while self.is_open() {
            let left = conflicts.saturating_sub(model.solver.conflicts());
            match model.with_at_least(self.matching.size() + 1, left) {
                Answer::Found(_) => self.matching = model.flow.matching(),
                Answer::Impossible => self.at_most = self.matching.size(),
                Answer::GaveUp => break,
            }
        }
        self.met += model.solver.conflicts();
    }
}

/// Ties of one list: where each begins, and the end.
fn ties(lists: &Lists, owner: u32) -> Vec<usize> {
    let range = lists.range(owner);
    let new = |&at: &usize| at == range.start || lists.rank(owner, at) != lists.rank(owner, at - 1);
    let mut starts: Vec<usize> = range.clone().filter(new).collect();
    starts.push(range.end);
    starts
}

struct Model<'a> {
    instance: &'a Instance,
    solver: Solver,
    flow: Flow,
    /// Of each resident, placed at all; [`NEVER`] without a list.
    placed: Vec<Literal>,
    /// For each entry of the residents' lists, the literal of «this tie or better».
    resident_prefix: Vec<Literal>,
    /// For each entry of the hospitals' lists, the literal of «full with this rank or better».
    hospital_prefix: Vec<Literal>,
    variables: u32,
}

impl<'a> Model<'a> {
    fn new(instance: &'a Instance, conflicts: u64) -> Option<Self> {
        let entries = instance.lists(Side::Residents).entries.len();
        let counted = |hospital| {
            let length = instance.lists(Side::Hospitals).range(hospital).len();
            let ties = ties(instance.lists(Side::Hospitals), hospital).len();
            length.saturating_mul(ties)
        };
        let counted: usize = (0..instance.count(Side::Hospitals)).map(counted).sum();
        if conflicts == 0 || counted > MOST_COUNTED {
            return None;
        }
        let mut model = Self {
            instance,
            solver: Solver::new(0),
            flow: Flow::new(instance),
            placed: Vec::new(),
            resident_prefix: vec![NEVER; entries],
            hospital_prefix: vec![NEVER; entries],
            variables: saturating(entries),
        };
        model.name_prefixes();
        for resident in 0..instance.count(Side::Residents) {
            model.resident(resident);
        }
        for hospital in 0..instance.count(Side::Hospitals) {
            model.hospital(hospital);
        }
        model.nobody_blocks();
        Some(model)
    }

    /// The literal «this pair is matched».
    fn pair(entry: usize) -> Literal {
        2 * saturating(entry)
    }

    fn new_variable(&mut self) -> Literal {
        self.variables += 1;
        2 * (self.variables - 1)
    }

    fn name_prefixes(&mut self) {
        let (residents, hospitals) =
            (self.instance.lists(Side::Residents), self.instance.lists(Side::Hospitals));
        for resident in 0..residents.count() {
            for tie in ties(residents, resident).windows(2) {
                let literal = self.new_variable();
                self.resident_prefix[tie[0]..tie[1]].fill(literal);
            }
            self.placed.push(last(&self.resident_prefix[residents.range(resident)]));
        }
        let decided = self.variables;
        for hospital in 0..hospitals.count() {
            let start = hospitals.range(hospital).start;
            let capacity = self.instance.capacity(hospital) as usize;
            for tie in ties(hospitals, hospital).windows(2) {
                if capacity > 0 && tie[1] - start >= capacity {
                    let literal = self.new_variable();
                    self.hospital_prefix[tie[0]..tie[1]].fill(literal);
                }
            }
        }
        let full = |hospital| last(&self.hospital_prefix[hospitals.range(hospital)]);
        self.flow.ask(self.placed.clone(), (0..hospitals.count()).map(full).collect());
        self.solver = Solver::deciding_from(decided as usize, self.variables as usize);
    }

    /// One place at most, and what the prefixes mean.
    fn resident(&mut self, resident: u32) {
        let mut better = None;
        for tie in ties(self.instance.lists(Side::Residents), resident).windows(2) {
            let prefix = self.resident_prefix[tie[0]];
            let pairs: Vec<Literal> = (tie[0]..tie[1]).map(Self::pair).collect();
            for &pair in &pairs {
                self.solver.clause(&[not(pair), prefix]);
                if let Some(better) = better {
                    self.solver.clause(&[not(better), not(pair)]);
                }
            }
            if let Some(better) = better {
                self.solver.clause(&[not(better), prefix]);
            }
            let one: Vec<Literal> = pairs.iter().copied().chain(better).chain([not(prefix)]).collect();
            self.solver.clause(&one);
            let others = pairs.iter().map(|&pair| not(pair)).collect();
            self.solver.at_least(None, pairs.len() - 1, others);
            better = Some(prefix);
        }
    }

    /// So many places at most, and what the prefixes mean.
    fn hospital(&mut self, hospital: u32) {
        let lists = self.instance.lists(Side::Hospitals);
        let capacity = self.instance.capacity(hospital) as usize;
        let range = lists.range(hospital);
        let pairs: Vec<Literal> = lists.entries[range.clone()].iter().map(|entry| 2 * entry.mirror).collect();
        let negated: Vec<Literal> = pairs.iter().map(|&pair| not(pair)).collect();
        self.solver.at_least(None, pairs.len().saturating_sub(capacity), negated.clone());
        let mut better = NEVER;
        for tie in ties(lists, hospital).windows(2) {
            let prefix = self.hospital_prefix[tie[0]];
            if prefix == NEVER {
                continue;
            }
            let length = tie[1] - range.start;
            self.solver.at_least(Some(prefix), capacity, pairs[..length].to_vec());
            self.solver.at_least(Some(not(prefix)), length - capacity + 1, negated[..length].to_vec());
            if better != NEVER {
                self.solver.clause(&[not(better), prefix]);
                for &pair in &negated[tie[0] - range.start..length] {
                    self.solver.clause(&[not(better), pair]);
                }
            }
            better = prefix;
        }
    }

    fn nobody_blocks(&mut self) {
        let lists = self.instance.lists(Side::Residents);
        for resident in 0..lists.count() {
            for at in lists.range(resident) {
                let entry = lists.entries[at];
                let theirs = self.hospital_prefix[entry.mirror as usize];
                if theirs != NEVER {
                    self.solver.clause(&[self.resident_prefix[at], theirs]);
                } else if self.instance.capacity(entry.person) > 0 {
                    self.solver.clause(&[self.resident_prefix[at]]);
                }
            }
        }
    }

    /// Tries first how far down its list each hospital goes in this matching.
    fn prefer(&mut self, matching: &Matching) {
        let lists = self.instance.lists(Side::Hospitals);
        for hospital in 0..lists.count() {
            let capacity = self.instance.capacity(hospital) as usize;
            let mut taken = 0;
            for tie in ties(lists, hospital).windows(2) {
                let held = |entry: &&Entry| matching.hospital_of(entry.person) == Some(hospital);
                taken += lists.entries[tie[0]..tie[1]].iter().filter(held).count();
                let prefix = self.hospital_prefix[tie[0]];
                if prefix != NEVER {
                    self.solver.prefer(prefix as usize / 2, taken >= capacity);
                }
            }
        }
    }

    fn with_at_least(&mut self, size: usize, conflicts: u64) -> Answer {
        let placed = self.placed.iter().copied().filter(|&placed| placed != NEVER).collect();
        self.solver.at_least(None, size, placed);
        self.flow.wanted = size;
        self.solver.solve(&mut self.flow, conflicts)
    }
}

/// The widest prefix of a list.
fn last(prefixes: &[Literal]) -> Literal {
    prefixes.last().copied().unwrap_or(NEVER)
}
