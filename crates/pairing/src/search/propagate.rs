//! What follows from the values chosen so far.

use super::{Literal, Reason, Solver, Value, Watch, not};

impl Solver {
    /// Follows all consequences; gives what is violated, if anything.
    pub(super) fn propagate(&mut self) -> Option<Reason> {
        while let Some(&literal) = self.trail.get(self.followed) {
            self.followed += 1;
            let falsified = not(literal) as usize;
            // All counters move before any of them can end this step, so that undoing is the mirror image.
            for &counter in &self.counted[falsified] {
                self.counters[counter].falses += 1;
            }
            for at in 0..self.counted[falsified].len() {
                if let Some(violated) = self.check(self.counted[falsified][at]) {
                    return Some(violated);
                }
            }
            for at in 0..self.guarded[literal as usize].len() {
                if let Some(violated) = self.check(self.guarded[literal as usize][at]) {
                    return Some(violated);
                }
            }
            if let Some(violated) = self.visit_watches(not(literal)) {
                return Some(violated);
            }
        }
        None
    }

    pub(super) fn check(&mut self, index: usize) -> Option<Reason> {
        let counter = &self.counters[index];
        let left = counter.literals.len() - counter.falses;
        if left > counter.need {
            return None;
        }
        let guard = counter.guard.map_or(Value::True, |guard| self.values[guard as usize]);
        match (guard, counter.guard) {
            (Value::True, _) if left < counter.need => return Some(Reason::Counter(index)),
            (Value::Open, Some(guard)) if left < counter.need => {
                self.set(not(guard), Reason::Counter(index));
            }
            (Value::False | Value::Open, _) => {}
            (Value::True, _) => {
                for at in 0..self.counters[index].literals.len() {
                    let literal = self.counters[index].literals[at];
                    if self.value(literal) == Value::Open {
                        self.set(literal, Reason::Counter(index));
                    }
                }
            }
        }
        None
    }

    fn visit_watches(&mut self, falsified: Literal) -> Option<Reason> {
        let mut watches = std::mem::take(&mut self.watches[falsified as usize]);
        let mut kept = 0;
        let mut violated = None;
        let mut at = 0;
        while at < watches.len() {
            let watch = watches[at];
            at += 1;
            if self.value(watch.blocker) == Value::True || violated.is_some() {
                watches[kept] = watch;
                kept += 1;
                continue;
            }
            let literals = &mut self.clauses[watch.clause].literals;
            if literals[0] == falsified {
                literals.swap(0, 1);
            }
            let first = literals[0];
            let values = &self.values;
            let other = literals[2..].iter().position(|&other| values[other as usize] != Value::False);
            let moved = Watch { clause: watch.clause, blocker: first };
            if values[first as usize] != Value::True
                && let Some(other) = other
            {
                literals.swap(1, other + 2);
                let second = literals[1];
                self.watches[second as usize].push(moved);
                continue;
            }
            watches[kept] = moved;
            kept += 1;
            match self.value(first) {
                Value::True => {}
                Value::Open => self.set(first, Reason::Clause(watch.clause)),
                Value::False => violated = Some(Reason::Clause(watch.clause)),
            }
        }
        watches.truncate(kept);
        self.watches[falsified as usize] = watches;
        violated
    }
}
