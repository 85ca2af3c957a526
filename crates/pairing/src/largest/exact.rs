//! The exact search: is there a weakly stable matching with one pair more?
//!
//! For each resident, prefix variables say «placed in this tie of the list or a better one»; for each
//! hospital, «every place is taken by somebody of this rank or better» (the dummy variables of
//! M. Delorme and others, *European Journal of Operational Research* 277 (2019) 426–441). A pair is not
//! blocking exactly if one of its two prefixes holds. That a partial choice leaves too few pairs is
//! refused with the cut that shows it: counting arguments cannot be learnt from clauses alone.

mod flow;

use crate::instance::{Instance, Lists, Side, saturating};
use crate::search::{Answer, Literal, Solver, not};
use crate::stable::Matching;

use super::{Largest, Proof};
use flow::Flow;

/// «Not a variable»: the prefix can never hold.
const NEVER: u32 = u32::MAX;

/// Above this many counted literals the search would take more memory than it is worth.
const MOST_COUNTED: usize = 8_000_000;

/// Looks for larger matchings until one more pair is refuted or the conflicts are used up.
pub(super) fn prove(
    instance: &Instance,
    mut matching: Matching,
    (at_most, cover): (usize, Proof),
    conflicts: u64,
) -> Largest {
    let Some(mut model) = Model::new(instance, conflicts) else {
        return Largest { matching, at_most, proof: None };
    };
    model.prefer(&matching);
    while matching.size() < at_most {
        let left = conflicts.saturating_sub(model.solver.conflicts());
        match model.with_at_least(matching.size() + 1, left) {
            Answer::Found(values) => matching = model.matching(&values),
            Answer::Impossible => {
                let proof = Some(Proof::Search { conflicts: model.solver.conflicts() });
                return Largest { at_most: matching.size(), matching, proof };
            }
            Answer::GaveUp => return Largest { matching, at_most, proof: None },
        }
    }
    Largest { matching, at_most, proof: Some(cover) }
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
    /// Of each resident with a list: placed at all.
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
        model.solver = Solver::new(model.variables as usize);
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
            self.placed.extend(self.resident_prefix[residents.range(resident)].last());
        }
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

    /// Tries the pairs of this matching first.
    fn prefer(&mut self, matching: &Matching) {
        let lists = self.instance.lists(Side::Residents);
        for resident in 0..lists.count() {
            for at in lists.range(resident) {
                let matched = matching.hospital_of(resident) == Some(lists.entries[at].person);
                self.solver.prefer(at, matched);
            }
        }
    }

    fn with_at_least(&mut self, size: usize, conflicts: u64) -> Answer {
        self.solver.at_least(None, size, self.placed.clone());
        self.flow.wanted = size;
        self.solver.solve(&mut self.flow, conflicts)
    }

    fn matching(&self, values: &[bool]) -> Matching {
        let lists = self.instance.lists(Side::Residents);
        let place = |resident| {
            let at = lists.range(resident).find(|&at| values[at])?;
            Some(lists.entries[at].person)
        };
        Matching::new((0..lists.count()).map(place).collect())
    }
}
