//! Closed sets of greatest weight, by a minimum cut (J.-C. Picard, *Management Science* 22 (1976)
//! 1268–1272), several measures one after the other: the best sets by one measure are again the closed
//! sets of a graph, whose extra arrows are what is left of the flow.

const SOURCE: usize = 0;
const SINK: usize = 1;
const ITEMS: usize = 2;

/// Sets of items that contain what each of their items needs.
pub(super) struct Closure {
    /// Pairs «if the one is in, so is the other»; source is always in, sink never.
    arrows: Vec<(usize, usize)>,
    items: usize,
}

impl Closure {
    pub(super) fn new(needs: &[Vec<usize>]) -> Self {
        let arrows = (0..)
            .zip(needs)
            .flat_map(|(item, needs)| needs.iter().map(move |&need| (ITEMS + item, ITEMS + need)));
        Self { arrows: arrows.collect(), items: needs.len() }
    }

    /// From now on only the closed sets with the greatest sum of these weights.
    pub(super) fn keep_best(&mut self, weights: &[i64]) {
        let unlimited = weights.iter().map(|weight| weight.abs()).sum::<i64>() + 1;
        let mut flow = Flow::new(ITEMS + self.items);
        for &(from, to) in &self.arrows {
            flow.arc(from, to, unlimited);
        }
        for (item, &weight) in (ITEMS..).zip(weights) {
            if weight > 0 {
                flow.arc(SOURCE, item, weight);
            } else {
                flow.arc(item, SINK, -weight);
            }
        }
        while flow.augment() {}
        let left = flow.arcs.iter().zip(&flow.from).filter(|(arc, _)| arc.left > 0);
        self.arrows.extend(left.map(|(arc, &from)| (from, arc.to)));
        self.arrows.sort_unstable();
        self.arrows.dedup();
    }

    /// The smallest of the sets kept.
    pub(super) fn least(&self) -> Vec<bool> {
        let mut inside = vec![false; ITEMS + self.items];
        let mut open = vec![SOURCE];
        while let Some(one) = open.pop() {
            if !std::mem::replace(&mut inside[one], true) {
                open.extend(self.arrows.iter().filter(|&&(from, _)| from == one).map(|&(_, to)| to));
            }
        }
        inside.split_off(ITEMS)
    }
}

struct Arc {
    to: usize,
    left: i64,
}

/// Augmenting along shortest paths (J. Edmonds, R. M. Karp, *Journal of the ACM* 19 (1972) 248–264).
/// Each arc and its reverse are neighbours in `arcs`.
struct Flow {
    arcs: Vec<Arc>,
    from: Vec<usize>,
    out: Vec<Vec<usize>>,
}

impl Flow {
    fn new(nodes: usize) -> Self {
        Self { arcs: Vec::new(), from: Vec::new(), out: vec![Vec::new(); nodes] }
    }

    fn arc(&mut self, from: usize, to: usize, capacity: i64) {
        for (from, to, left) in [(from, to, capacity), (to, from, 0)] {
            self.out[from].push(self.arcs.len());
            self.arcs.push(Arc { to, left });
            self.from.push(from);
        }
    }

    fn augment(&mut self) -> bool {
        let mut by: Vec<Option<usize>> = vec![None; self.out.len()];
        let mut open = vec![SOURCE];
        let mut next = 0;
        while let Some(&node) = open.get(next) {
            next += 1;
            for &arc in &self.out[node] {
                let to = self.arcs[arc].to;
                if self.arcs[arc].left > 0 && to != SOURCE && by[to].is_none() {
                    by[to] = Some(arc);
                    open.push(to);
                }
            }
        }
        let mut path = Vec::new();
        let mut node = SINK;
        while let Some(arc) = by[node] {
            path.push(arc);
            node = self.from[arc];
        }
        let Some(amount) = path.iter().map(|&arc| self.arcs[arc].left).min() else { return false };
        for arc in path {
            self.arcs[arc].left -= amount;
            self.arcs[arc ^ 1].left += amount;
        }
        true
    }
}
