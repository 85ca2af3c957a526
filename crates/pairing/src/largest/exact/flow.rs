//! Whether the places can still be filled as the search wants them, while it rules pairs out.
//!
//! Three things are asked of one matching, stable or not, of the pairs that are left: hospitals that have to be full
//! are, residents who have to be placed are, and there are as many pairs as wanted. Each alone is a question of paths
//! (König, Hall); all three together cost no more, since a matching that fills these hospitals and one that places
//! these residents can always be joined into one that does both (N. S. Mendelsohn, A. L. Dulmage, *Canadian Journal of
//! Mathematics* 10 (1958) 517–534), and a path that adds a pair leaves nobody behind.

use super::NEVER;
use crate::cardinality::Graph;
use crate::instance::{Instance, saturating};
use crate::largest::graph;
use crate::search::{Literal, Theory, Value, not};
use crate::stable::Matching;

/// Reached without an edge.
const ROOT: u32 = u32::MAX - 1;

/// Keeps a matching of the pairs that are not ruled out, stable or not.
pub(super) struct Flow {
    graph: Graph,
    /// How many pairs there have to be.
    pub(super) wanted: usize,
    size: usize,
    /// Of each resident «placed at all», and of each hospital «every place is taken»; or [`NEVER`].
    placed: Vec<Literal>,
    full: Vec<Literal>,
    /// Edge of each resident, or [`NEVER`].
    edge: Vec<u32>,
    spare: Vec<u32>,
    /// By which edge each resident, and each hospital, was reached in the last search; or [`NEVER`].
    resident_by: Vec<u32>,
    hospital_by: Vec<u32>,
}

impl Flow {
    pub(super) fn new(instance: &Instance) -> Self {
        let graph = graph(instance);
        Self {
            wanted: 0,
            size: 0,
            placed: vec![NEVER; graph.rows() as usize],
            full: vec![NEVER; graph.columns() as usize],
            edge: vec![NEVER; graph.rows() as usize],
            spare: (0..graph.columns()).map(|hospital| instance.capacity(hospital)).collect(),
            resident_by: Vec::new(),
            hospital_by: Vec::new(),
            graph,
        }
    }

    /// The literals that ask for a resident, and for a hospital.
    pub(super) fn ask(&mut self, placed: Vec<Literal>, full: Vec<Literal>) {
        (self.placed, self.full) = (placed, full);
    }

    /// The matching as it is now.
    pub(super) fn matching(&self) -> Matching {
        let hospital_of = |&edge: &u32| (edge != NEVER).then(|| self.graph.column[edge as usize]);
        Matching::new(self.edge.iter().map(hospital_of).collect())
    }

    fn hospital(&self, edge: u32) -> usize {
        self.graph.column[edge as usize] as usize
    }

    fn resident(&self, edge: u32) -> usize {
        self.graph.row[edge as usize] as usize
    }

    fn drop_ruled_out(&mut self, values: &[Value]) {
        for resident in 0..self.edge.len() {
            let edge = self.edge[resident];
            if edge != NEVER && values[2 * edge as usize] == Value::False {
                self.release(resident);
            }
        }
    }

    fn release(&mut self, resident: usize) {
        let hospital = self.hospital(self.edge[resident]);
        self.spare[hospital] += 1;
        self.size -= 1;
        self.edge[resident] = NEVER;
    }

    fn forget_paths(&mut self) {
        self.resident_by.clear();
        self.resident_by.resize(self.edge.len(), NEVER);
        self.hospital_by.clear();
        self.hospital_by.resize(self.spare.len(), NEVER);
    }

    /// One of these residents more, if possible, in a free place or in that of somebody who need not have one; if not,
    /// what was reached stays for the cut.
    fn place(&mut self, mut open: Vec<u32>, instead_of_others: bool, values: &[Value]) -> bool {
        self.forget_paths();
        for &resident in &open {
            self.resident_by[resident as usize] = ROOT;
        }
        let mut next = 0;
        while let Some(&resident) = open.get(next) {
            next += 1;
            for edge in self.graph.of_row(resident) {
                let hospital = self.hospital(edge);
                if values[2 * edge as usize] == Value::False || self.hospital_by[hospital] != NEVER {
                    continue;
                }
                self.hospital_by[hospital] = edge;
                let mut gives_way = None;
                for &other in self.graph.of_column(self.graph.column[edge as usize]) {
                    let holder = self.resident(other);
                    if self.edge[holder] == other && self.resident_by[holder] == NEVER {
                        if instead_of_others && !asked(self.placed[holder], values) {
                            gives_way = Some(holder);
                            break;
                        }
                        self.resident_by[holder] = other;
                        open.push(self.graph.row[other as usize]);
                    }
                }
                if let Some(holder) = gives_way
                    && self.spare[hospital] == 0
                {
                    self.release(holder);
                }
                if self.spare[hospital] > 0 {
                    self.enter(edge);
                    return true;
                }
            }
        }
        false
    }

    /// Along the path by which this edge was reached, everybody moves one on.
    fn enter(&mut self, mut edge: u32) {
        self.size += 1;
        let hospital = self.hospital(edge);
        self.spare[hospital] -= 1;
        loop {
            let resident = self.resident(edge);
            self.edge[resident] = edge;
            match self.resident_by[resident] {
                NEVER | ROOT => return,
                left => edge = self.hospital_by[self.hospital(left)],
            }
        }
    }

    /// One resident more for this hospital, if possible, without a place or from a hospital that need not be full; if
    /// not, what was reached stays for the cut.
    fn fill(&mut self, root: u32, values: &[Value]) -> bool {
        self.forget_paths();
        self.hospital_by[root as usize] = ROOT;
        let mut open = vec![root];
        let mut next = 0;
        while let Some(&hospital) = open.get(next) {
            next += 1;
            for at in 0..self.graph.of_column(hospital).len() {
                let edge = self.graph.of_column(hospital)[at];
                let (resident, now) = (self.resident(edge), self.edge[self.resident(edge)]);
                if values[2 * edge as usize] == Value::False
                    || now == edge
                    || self.resident_by[resident] != NEVER
                {
                    continue;
                }
                self.resident_by[resident] = edge;
                if now != NEVER && asked(self.full[self.hospital(now)], values) {
                    let theirs = self.hospital(now);
                    if self.hospital_by[theirs] == NEVER {
                        self.hospital_by[theirs] = edge;
                        open.push(self.graph.column[now as usize]);
                    }
                    continue;
                }
                if now != NEVER {
                    self.release(resident);
                }
                self.leave_for(root, edge);
                return true;
            }
        }
        false
    }

    /// Along the path by which this edge was reached, every hospital gets a resident for the one it gives.
    fn leave_for(&mut self, root: u32, mut edge: u32) {
        self.size += 1;
        self.spare[root as usize] -= 1;
        loop {
            let (resident, hospital) = (self.resident(edge), self.hospital(edge));
            self.edge[resident] = edge;
            match self.hospital_by[hospital] {
                NEVER | ROOT => return,
                // The hospital gave this edge's resident, who now goes where they are wanted.
                gave => edge = gave,
            }
        }
    }

    /// Pairs ruled out between somebody inside and somebody outside.
    fn ruled_out(&self, values: &[Value], crosses: impl Fn(usize, usize) -> bool) -> Vec<Literal> {
        let crossing = |&edge: &u32| {
            values[2 * edge as usize] == Value::False && crosses(self.resident(edge), self.hospital(edge))
        };
        (0..saturating(self.graph.row.len())).filter(crossing).map(|edge| 2 * edge).collect()
    }

    /// Those reached share too few places: a pair has to come back that would lead to a hospital not reached, or one of
    /// those who have to be placed need not be.
    fn too_few_places(&self, values: &[Value], have_to: bool) -> Vec<Literal> {
        let reached = |resident: usize| self.resident_by[resident] != NEVER;
        let mut cut = self
            .ruled_out(values, |resident, hospital| reached(resident) && self.hospital_by[hospital] == NEVER);
        if have_to {
            let asked = (0..self.placed.len()).filter(|&resident| reached(resident));
            cut.extend(asked.map(|resident| not(self.placed[resident])));
        }
        cut
    }

    /// From which hospitals a resident could be handed on to a free place.
    fn reach_free_places(&mut self, values: &[Value]) {
        self.forget_paths();
        let free = |&hospital: &u32| self.spare[hospital as usize] > 0;
        let mut open: Vec<u32> = (0..self.graph.columns()).filter(free).collect();
        for &hospital in &open {
            self.hospital_by[hospital as usize] = ROOT;
        }
        while let Some(hospital) = open.pop() {
            for &edge in self.graph.of_column(hospital) {
                let now = self.edge[self.resident(edge)];
                if now == NEVER || values[2 * edge as usize] == Value::False {
                    continue;
                }
                let theirs = self.hospital(now);
                if self.hospital_by[theirs] == NEVER {
                    self.hospital_by[theirs] = edge;
                    open.push(self.graph.column[now as usize]);
                }
            }
        }
    }

    /// Why there is no pair more, seen from those without a place or from the free places, whichever is shorter.
    fn too_few_pairs(&mut self, values: &[Value]) -> Vec<Literal> {
        let from_residents = self.too_few_places(values, false);
        self.reach_free_places(values);
        let from_places = self.too_few_residents(values, false);
        if from_places.len() < from_residents.len() { from_places } else { from_residents }
    }

    /// Those reached share too few residents: a pair has to come back with a resident who is not theirs, or one of
    /// those who have to be full need not be.
    fn too_few_residents(&self, values: &[Value], have_to: bool) -> Vec<Literal> {
        let reached = |hospital: usize| self.hospital_by[hospital] != NEVER;
        let theirs = |resident: usize| {
            let edge = self.edge[resident];
            edge != NEVER && reached(self.hospital(edge))
        };
        let mut cut = self.ruled_out(values, |resident, hospital| reached(hospital) && !theirs(resident));
        if have_to {
            let asked = (0..self.full.len()).filter(|&hospital| reached(hospital));
            cut.extend(asked.map(|hospital| not(self.full[hospital])));
        }
        cut
    }
}

/// Whether this is asked for.
fn asked(literal: Literal, values: &[Value]) -> bool {
    literal != NEVER && values[literal as usize] == Value::True
}

impl Theory for Flow {
    fn refuse(&mut self, values: &[Value]) -> Option<Vec<Literal>> {
        self.drop_ruled_out(values);
        for hospital in 0..self.graph.columns() {
            while asked(self.full[hospital as usize], values) && self.spare[hospital as usize] > 0 {
                if !self.fill(hospital, values) {
                    return Some(self.too_few_residents(values, true));
                }
            }
        }
        for resident in 0..self.graph.rows() {
            if asked(self.placed[resident as usize], values)
                && self.edge[resident as usize] == NEVER
                && !self.place(vec![resident], true, values)
            {
                return Some(self.too_few_places(values, true));
            }
        }
        while self.size < self.wanted {
            let free = |&resident: &u32| self.edge[resident as usize] == NEVER;
            if !self.place((0..self.graph.rows()).filter(free).collect(), false, values) {
                return Some(self.too_few_pairs(values));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests;
