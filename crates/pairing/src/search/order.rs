//! Which variable to decide next: the one most involved in recent conflicts (VSIDS; M. Moskewicz and
//! others, «Chaff», DAC 2001), on a binary heap that knows where each variable stands.

const OUTSIDE: usize = usize::MAX;

pub(super) struct Order {
    activity: Vec<f64>,
    heap: Vec<usize>,
    at: Vec<usize>,
    /// Variables before this one are never decided.
    first: usize,
    step: f64,
}

impl Order {
    pub(super) fn new(first: usize, variables: usize) -> Self {
        let place = |variable: usize| variable.checked_sub(first).unwrap_or(OUTSIDE);
        Self {
            activity: vec![0.0; variables],
            heap: (first..variables).collect(),
            at: (0..variables).map(place).collect(),
            first,
            step: 1.0,
        }
    }

    /// The most active variable that is still open.
    pub(super) fn next(&mut self, open: impl Fn(usize) -> bool) -> Option<usize> {
        while let Some(&top) = self.heap.first() {
            self.remove_top();
            if open(top) {
                return Some(top);
            }
        }
        None
    }

    pub(super) fn insert(&mut self, variable: usize) {
        if variable >= self.first && self.at[variable] == OUTSIDE {
            self.at[variable] = self.heap.len();
            self.heap.push(variable);
            self.rise(self.heap.len() - 1);
        }
    }

    pub(super) fn bump(&mut self, variable: usize) {
        self.activity[variable] += self.step;
        if self.activity[variable] > 1e100 {
            for activity in &mut self.activity {
                *activity *= 1e-100;
            }
            self.step *= 1e-100;
        }
        if self.at[variable] != OUTSIDE {
            self.rise(self.at[variable]);
        }
    }

    pub(super) fn decay(&mut self) {
        self.step /= 0.95;
    }

    fn remove_top(&mut self) {
        let last = self.heap.len() - 1;
        self.swap(0, last);
        self.at[self.heap[last]] = OUTSIDE;
        self.heap.pop();
        self.sink();
    }

    fn swap(&mut self, one: usize, other: usize) {
        self.heap.swap(one, other);
        self.at[self.heap[one]] = one;
        self.at[self.heap[other]] = other;
    }

    fn rise(&mut self, mut place: usize) {
        while place > 0 {
            let parent = (place - 1) / 2;
            if self.activity[self.heap[parent]] >= self.activity[self.heap[place]] {
                break;
            }
            self.swap(parent, place);
            place = parent;
        }
    }

    fn sink(&mut self) {
        let mut place = 0;
        loop {
            let left = 2 * place + 1;
            if left >= self.heap.len() {
                break;
            }
            let right = left + 1;
            let activity = |place: usize| self.activity[self.heap[place]];
            let bigger =
                if right < self.heap.len() && activity(right) > activity(left) { right } else { left };
            if activity(bigger) <= activity(place) {
                break;
            }
            self.swap(bigger, place);
            place = bigger;
        }
    }
}
