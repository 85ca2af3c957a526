//! What a conflict teaches: the clause behind it, and which clauses are worth keeping.

use super::{Clause, Literal, Reason, Solver, Value, Watch, not, variable};

impl Solver {
    /// The clause behind a consequence, without the consequence; or behind a violation.
    pub(super) fn explain(&self, reason: Reason, implied: Option<Literal>) -> Vec<Literal> {
        match reason {
            Reason::Decision => Vec::new(),
            Reason::Clause(clause) => {
                let literals = &self.clauses[clause].literals;
                literals.iter().copied().filter(|&literal| Some(literal) != implied).collect()
            }
            Reason::Counter(index) => {
                let counter = &self.counters[index];
                let before = implied.map_or(usize::MAX, |literal| self.place[variable(literal)]);
                let by_guard = counter.guard.map(not).filter(|&guard| Some(guard) != implied);
                let enough = counter.literals.len() - counter.need
                    + usize::from(implied.is_none() || by_guard != counter.guard.map(not));
                let known = |&literal: &Literal| {
                    self.value(literal) == Value::False && self.place[variable(literal)] < before
                };
                let mut clause: Vec<Literal> =
                    counter.literals.iter().copied().filter(known).take(enough).collect();
                clause.extend(by_guard);
                clause
            }
        }
    }

    /// Learns from a clause that the values make false and goes back to where it decides something.
    /// Says whether anything is left to try.
    pub(super) fn learn(&mut self, refused: Vec<Literal>) -> bool {
        let highest = refused.iter().map(|&literal| self.level[variable(literal)]).max().unwrap_or(0);
        if highest == 0 {
            return false;
        }
        self.undo(highest);
        let clause = self.analyse(refused);
        let back = clause[1..].iter().map(|&literal| self.level[variable(literal)]).max().unwrap_or(0);
        let mut levels: Vec<usize> = clause.iter().map(|&literal| self.level[variable(literal)]).collect();
        levels.sort_unstable();
        levels.dedup();
        self.undo(back);
        self.order.decay();
        let unit = clause[0];
        if clause.len() == 1 {
            self.set(unit, Reason::Decision);
        } else {
            let mut clause = clause;
            let second = (1..clause.len()).find(|&at| self.level[variable(clause[at])] == back);
            clause.swap(1, second.unwrap_or(1));
            let stored = self.store(clause, true, levels.len());
            self.set(unit, Reason::Clause(stored));
        }
        true
    }

    /// The clause of the first unique implication point, its literal in front.
    fn analyse(&mut self, refused: Vec<Literal>) -> Vec<Literal> {
        let current = self.decisions.len();
        let mut clause = vec![0];
        let mut pending = 0;
        let mut at = self.trail.len();
        let mut reasons = refused;
        loop {
            for literal in reasons {
                let variable = variable(literal);
                if self.seen[variable] || self.level[variable] == 0 {
                    continue;
                }
                self.seen[variable] = true;
                self.order.bump(variable);
                if self.level[variable] == current {
                    pending += 1;
                } else {
                    clause.push(literal);
                }
            }
            let literal = loop {
                at -= 1;
                if self.seen[variable(self.trail[at])] {
                    break self.trail[at];
                }
            };
            self.seen[variable(literal)] = false;
            pending -= 1;
            if pending == 0 {
                clause[0] = not(literal);
                break;
            }
            reasons = self.explain(self.reason[variable(literal)], Some(literal));
        }
        let kept: Vec<Literal> =
            clause[1..].iter().copied().filter(|&literal| !self.is_implied(literal)).collect();
        for &literal in &clause[1..] {
            self.seen[variable(literal)] = false;
        }
        clause.truncate(1);
        clause.extend(kept);
        clause
    }

    /// Whether the other literals of the clause under analysis imply this one.
    fn is_implied(&self, literal: Literal) -> bool {
        let reason = self.reason[variable(literal)];
        reason != Reason::Decision
            && self
                .explain(reason, Some(not(literal)))
                .iter()
                .all(|&other| self.seen[variable(other)] || self.level[variable(other)] == 0)
    }

    pub(super) fn store(&mut self, literals: Vec<Literal>, learnt: bool, levels: usize) -> usize {
        let clause = self.clauses.len();
        self.watches[literals[0] as usize].push(Watch { clause, blocker: literals[1] });
        self.watches[literals[1] as usize].push(Watch { clause, blocker: literals[0] });
        self.clauses.push(Clause { literals, learnt, levels });
        self.learnt += usize::from(learnt);
        clause
    }

    /// Drops the less useful half of what was learnt. Only where nothing is decided: then no clause is
    /// a reason that will be asked for.
    pub(super) fn forget(&mut self) {
        let mut spans: Vec<usize> =
            self.clauses.iter().filter(|clause| clause.learnt).map(|clause| clause.levels).collect();
        spans.sort_unstable();
        let median = spans[spans.len() / 2].max(3);
        self.clauses.retain(|clause| !clause.learnt || clause.levels < median);
        self.learnt = self.clauses.iter().filter(|clause| clause.learnt).count();
        self.learnt_limit += 1_000;
        for watches in &mut self.watches {
            watches.clear();
        }
        for (index, clause) in self.clauses.iter().enumerate() {
            for (one, other) in [(0, 1), (1, 0)] {
                let watch = Watch { clause: index, blocker: clause.literals[other] };
                self.watches[clause.literals[one] as usize].push(watch);
            }
        }
    }
}
