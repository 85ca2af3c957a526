//! How many pairs are left, stable or not, while the search rules pairs out.

use super::NEVER;
use crate::cardinality::Graph;
use crate::instance::{Instance, saturating};
use crate::largest::graph;
use crate::search::{Literal, Theory, Value};

/// Keeps a largest matching of the pairs that are not ruled out, stable or not.
pub(super) struct Flow {
    graph: Graph,
    /// How many pairs there have to be.
    pub(super) wanted: usize,
    size: usize,
    /// Edge of each resident, or [`NEVER`].
    edge: Vec<u32>,
    spare: Vec<u32>,
    /// By which edge each resident, and each hospital, was reached in the last search.
    resident_by: Vec<u32>,
    hospital_by: Vec<u32>,
}

/// Reached without an edge.
const ROOT: u32 = u32::MAX - 1;

impl Flow {
    pub(super) fn new(instance: &Instance) -> Self {
        let graph = graph(instance);
        Self {
            wanted: 0,
            size: 0,
            edge: vec![NEVER; graph.rows() as usize],
            spare: (0..graph.columns()).map(|hospital| instance.capacity(hospital)).collect(),
            resident_by: Vec::new(),
            hospital_by: Vec::new(),
            graph,
        }
    }

    fn drop_ruled_out(&mut self, values: &[Value]) {
        for edge in &mut self.edge {
            if *edge != NEVER && values[2 * *edge as usize] == Value::False {
                self.spare[self.graph.column[*edge as usize] as usize] += 1;
                self.size -= 1;
                *edge = NEVER;
            }
        }
    }

    /// One pair more, if possible; if not, what was reached stays for the cut.
    fn augment(&mut self, values: &[Value]) -> bool {
        self.resident_by.clear();
        self.resident_by.resize(self.edge.len(), NEVER);
        self.hospital_by.clear();
        self.hospital_by.resize(self.spare.len(), NEVER);
        let mut open: Vec<u32> =
            (0..self.graph.rows()).filter(|&resident| self.edge[resident as usize] == NEVER).collect();
        for &resident in &open {
            self.resident_by[resident as usize] = ROOT;
        }
        let mut next = 0;
        while let Some(&resident) = open.get(next) {
            next += 1;
            for edge in self.graph.of_row(resident) {
                let hospital = self.graph.column[edge as usize] as usize;
                if values[2 * edge as usize] == Value::False || self.hospital_by[hospital] != NEVER {
                    continue;
                }
                self.hospital_by[hospital] = edge;
                if self.spare[hospital] > 0 {
                    self.spare[hospital] -= 1;
                    self.apply(edge);
                    return true;
                }
                for &other in self.graph.of_column(self.graph.column[edge as usize]) {
                    let holder = self.graph.row[other as usize];
                    if self.edge[holder as usize] == other && self.resident_by[holder as usize] == NEVER {
                        self.resident_by[holder as usize] = other;
                        open.push(holder);
                    }
                }
            }
        }
        false
    }

    fn apply(&mut self, mut edge: u32) {
        self.size += 1;
        loop {
            let resident = self.graph.row[edge as usize] as usize;
            self.edge[resident] = edge;
            match self.resident_by[resident] {
                NEVER | ROOT => return,
                left => edge = self.hospital_by[self.graph.column[left as usize] as usize],
            }
        }
    }

    /// Pairs ruled out that would lead from those reached to hospitals not reached: one has to come back.
    fn cut(&self, values: &[Value]) -> Vec<Literal> {
        let crosses = |&edge: &u32| {
            self.resident_by[self.graph.row[edge as usize] as usize] != NEVER
                && self.hospital_by[self.graph.column[edge as usize] as usize] == NEVER
                && values[2 * edge as usize] == Value::False
        };
        (0..saturating(self.graph.row.len())).filter(crosses).map(|edge| 2 * edge).collect()
    }
}

impl Theory for Flow {
    fn refuse(&mut self, values: &[Value]) -> Option<Vec<Literal>> {
        self.drop_ruled_out(values);
        while self.size < self.wanted {
            if !self.augment(values) {
                return Some(self.cut(values));
            }
        }
        None
    }
}
