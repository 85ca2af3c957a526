//! Clause learning with cardinality constraints: the exact search behind [`crate::largest`]
//! and [`crate::rotation`].
//!
//! Conflict analysis, watched literals and restarts as in N. Eén, N. Sörensson, «An extensible
//! SAT-solver» (SAT 2003); a constraint «if the guard holds, at least so many of these» is kept as a
//! counter and explains itself, as in lazy clause generation (O. Ohrimenko, P. J. Stuckey, M. Codish,
//! *Constraints* 14 (2009) 357–391). A [`Theory`] may refuse a partial choice with a clause of its own.

mod learn;
mod order;
mod propagate;

use order::Order;

/// Twice the variable, one more if negated.
pub(crate) type Literal = u32;

/// The opposite literal.
pub(crate) fn not(literal: Literal) -> Literal {
    literal ^ 1
}

fn variable(literal: Literal) -> usize {
    literal as usize / 2
}

/// What is known of each literal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Value {
    Open,
    True,
    False,
}

/// Something the constraints do not say.
pub(crate) trait Theory {
    /// A clause that the constraints imply and the values make false, if the values cannot be completed.
    fn refuse(&mut self, values: &[Value]) -> Option<Vec<Literal>>;
}

/// Nothing more to say.
pub(crate) struct NoTheory;

impl Theory for NoTheory {
    fn refuse(&mut self, _: &[Value]) -> Option<Vec<Literal>> {
        None
    }
}

/// How a search ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// The value of each variable; false where the search left it open.
    Found(Vec<bool>),
    /// No values satisfy everything.
    Impossible,
    /// The allowed number of conflicts is used up.
    GaveUp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reason {
    Decision,
    Clause(usize),
    Counter(usize),
}

struct Clause {
    literals: Vec<Literal>,
    learnt: bool,
    /// How many decision levels it spans: fewer is more useful (G. Audemard, L. Simon, IJCAI 2009).
    levels: usize,
}

#[derive(Clone, Copy)]
struct Watch {
    clause: usize,
    /// Some literal of the clause: where it is true, the clause need not be read.
    blocker: Literal,
}

/// If `guard` is true, at least `need` of `literals` are.
struct Counter {
    guard: Option<Literal>,
    literals: Vec<Literal>,
    need: usize,
    falses: usize,
}

/// The constraints and the state of the search.
pub(crate) struct Solver {
    values: Vec<Value>,
    level: Vec<usize>,
    reason: Vec<Reason>,
    /// When each variable was decided.
    place: Vec<usize>,
    trail: Vec<Literal>,
    /// Length of the trail before each decision.
    decisions: Vec<usize>,
    /// Literals of the trail before here have been followed.
    followed: usize,
    clauses: Vec<Clause>,
    watches: Vec<Vec<Watch>>,
    counters: Vec<Counter>,
    counted: Vec<Vec<usize>>,
    guarded: Vec<Vec<usize>>,
    order: Order,
    phase: Vec<bool>,
    seen: Vec<bool>,
    contradictory: bool,
    conflicts: u64,
    learnt: usize,
    learnt_limit: usize,
}

impl Solver {
    pub(crate) fn new(variables: usize) -> Self {
        Self::deciding_from(0, variables)
    }

    /// Decides only the variables from this one on: once they are settled, the theory's consent is enough.
    pub(crate) fn deciding_from(first: usize, variables: usize) -> Self {
        Self {
            values: vec![Value::Open; 2 * variables],
            level: vec![0; variables],
            reason: vec![Reason::Decision; variables],
            place: vec![0; variables],
            trail: Vec::with_capacity(variables),
            decisions: Vec::new(),
            followed: 0,
            clauses: Vec::new(),
            watches: vec![Vec::new(); 2 * variables],
            counters: Vec::new(),
            counted: vec![Vec::new(); 2 * variables],
            guarded: vec![Vec::new(); 2 * variables],
            order: Order::new(first, variables),
            phase: vec![false; variables],
            seen: vec![false; variables],
            contradictory: false,
            conflicts: 0,
            learnt: 0,
            learnt_limit: 4_000,
        }
    }

    /// How many conflicts all searches so far have met.
    pub(crate) fn conflicts(&self) -> u64 {
        self.conflicts
    }

    /// The value a variable is tried with first.
    pub(crate) fn prefer(&mut self, variable: usize, value: bool) {
        self.phase[variable] = value;
    }

    /// At least one of these.
    pub(crate) fn clause(&mut self, literals: &[Literal]) {
        self.undo(0);
        if literals.iter().any(|&literal| self.value(literal) == Value::True) {
            return;
        }
        let open: Vec<Literal> =
            literals.iter().copied().filter(|&literal| self.value(literal) == Value::Open).collect();
        match open[..] {
            [] => self.contradictory = true,
            [unit] => self.set(unit, Reason::Decision),
            _ => {
                self.store(open, false, 0);
            }
        }
    }

    /// At least `need` of these, if the guard is true. No literal comes twice.
    pub(crate) fn at_least(&mut self, guard: Option<Literal>, need: usize, literals: Vec<Literal>) {
        if need == 0 {
            return;
        }
        if need == 1 || need > literals.len() {
            let mut clause = if need == 1 { literals } else { Vec::new() };
            clause.extend(guard.map(not));
            self.clause(&clause);
            return;
        }
        self.undo(0);
        let counter = self.counters.len();
        for &literal in &literals {
            self.counted[literal as usize].push(counter);
        }
        if let Some(guard) = guard {
            self.guarded[guard as usize].push(counter);
        }
        let known = |&&literal: &&Literal| {
            self.value(literal) == Value::False && self.place[variable(literal)] < self.followed
        };
        let falses = literals.iter().filter(known).count();
        self.counters.push(Counter { guard, literals, need, falses });
        self.contradictory |= self.check(counter).is_some();
    }

    /// Looks for values until one set is found, none can exist or `conflicts` more were met.
    pub(crate) fn solve(&mut self, theory: &mut impl Theory, conflicts: u64) -> Answer {
        let limit = self.conflicts.saturating_add(conflicts);
        let mut runs = 0;
        while !self.contradictory {
            self.undo(0);
            if self.learnt > self.learnt_limit {
                self.forget();
            }
            runs += 1;
            let restart = self.conflicts + 100 * luby(runs);
            if let Some(answer) = self.run(theory, restart.min(limit)) {
                return answer;
            }
            if self.conflicts >= limit && !self.contradictory {
                return Answer::GaveUp;
            }
        }
        Answer::Impossible
    }

    /// Searches until an answer or so many conflicts in all.
    fn run(&mut self, theory: &mut impl Theory, until: u64) -> Option<Answer> {
        loop {
            let refused = match self.propagate() {
                Some(reason) => Some(self.explain(reason, None)),
                None => theory.refuse(&self.values),
            };
            if let Some(refused) = refused {
                self.conflicts += 1;
                if !self.learn(refused) {
                    self.contradictory = true;
                    return None;
                }
                if self.conflicts >= until {
                    return None;
                }
                continue;
            }
            let Some(next) = self.order.next(|variable| self.values[2 * variable] == Value::Open) else {
                let values = self.values.iter().step_by(2).map(|&value| value == Value::True).collect();
                return Some(Answer::Found(values));
            };
            self.decisions.push(self.trail.len());
            let literal = 2 * u32::try_from(next).unwrap_or(u32::MAX / 2) + u32::from(!self.phase[next]);
            self.set(literal, Reason::Decision);
        }
    }

    fn value(&self, literal: Literal) -> Value {
        self.values[literal as usize]
    }

    fn set(&mut self, literal: Literal, reason: Reason) {
        let variable = variable(literal);
        self.values[literal as usize] = Value::True;
        self.values[not(literal) as usize] = Value::False;
        self.level[variable] = self.decisions.len();
        self.reason[variable] = reason;
        self.place[variable] = self.trail.len();
        self.trail.push(literal);
    }

    /// Takes back all decisions above a level.
    fn undo(&mut self, level: usize) {
        let Some(&length) = self.decisions.get(level) else { return };
        for at in length..self.trail.len() {
            let literal = self.trail[at];
            if at < self.followed {
                for &counter in &self.counted[not(literal) as usize] {
                    self.counters[counter].falses -= 1;
                }
            }
            self.values[literal as usize] = Value::Open;
            self.values[not(literal) as usize] = Value::Open;
            self.phase[variable(literal)] = literal & 1 == 0;
            self.order.insert(variable(literal));
        }
        self.trail.truncate(length);
        self.decisions.truncate(level);
        self.followed = self.followed.min(length);
    }
}

/// The sequence of M. Luby, A. Sinclair, D. Zuckerman (1993): 1 1 2 1 1 2 4 …
fn luby(mut index: u64) -> u64 {
    loop {
        let bits = u64::from((index + 1).ilog2());
        if index + 1 == 1 << bits {
            return 1 << (bits - 1);
        }
        index -= (1 << bits) - 1;
    }
}

#[cfg(test)]
mod tests;
