//! A first choice that is nearly the largest, in time linear in the edges.
//!
//! R. M. Karp, M. Sipser, «Maximum matching in sparse random graphs», *FOCS* (1981) 364–375, for capacities:
//! whoever has no more edges open than places takes them all, and some largest choice does so too. Only where
//! nobody is in that position an edge is chosen without proof: to the column with the fewest open ones.

use super::{Graph, MostPairs};

/// Rows and, behind them, columns.
pub(super) struct Greedy<'a> {
    graph: &'a Graph,
    used: Vec<bool>,
    /// Places left.
    spare: Vec<u32>,
    /// Edges that are not used and have places left at both ends.
    open: Vec<u32>,
    /// Who may take all they have.
    sure: Vec<usize>,
    size: usize,
}

impl<'a> Greedy<'a> {
    /// Goes on from a choice.
    pub(super) fn new(
        graph: &'a Graph,
        MostPairs { used, row_spare, column_spare, size }: MostPairs,
    ) -> Self {
        let mut spare = row_spare;
        spare.extend(column_spare);
        let open = vec![0; spare.len()];
        let mut greedy = Self { graph, used, spare, open, sure: Vec::new(), size };
        for node in 0..greedy.spare.len() {
            let open = greedy.edges(node).filter(|&edge| greedy.is_open(edge)).count();
            greedy.open[node] = crate::instance::saturating(open);
            greedy.note(node);
        }
        greedy
    }

    /// The choice, when no edge is open any more.
    pub(super) fn choose(mut self) -> MostPairs {
        self.take_what_is_sure();
        for row in 0..self.graph.rows() {
            while let Some(edge) = self.narrowest(row) {
                self.take(edge);
                self.take_what_is_sure();
            }
        }
        let column_spare = self.spare.split_off(self.graph.rows() as usize);
        MostPairs { used: self.used, row_spare: self.spare, column_spare, size: self.size }
    }

    fn edges(&self, node: usize) -> impl Iterator<Item = u32> + use<'a> {
        let (graph, rows) = (self.graph, self.graph.rows() as usize);
        let (of_row, of_column) = match node.checked_sub(rows) {
            None => (graph.first[node]..graph.first[node + 1], 0..0),
            Some(column) => {
                (0..0, graph.column_first[column] as usize..graph.column_first[column + 1] as usize)
            }
        };
        of_row.chain(graph.by_column[of_column].iter().copied())
    }

    fn ends(&self, edge: u32) -> [usize; 2] {
        let (row, column) = (self.graph.row[edge as usize], self.graph.column[edge as usize]);
        [row as usize, self.graph.rows() as usize + column as usize]
    }

    fn is_open(&self, edge: u32) -> bool {
        !self.used[edge as usize] && self.ends(edge).iter().all(|&end| self.spare[end] > 0)
    }

    fn note(&mut self, node: usize) {
        if self.open[node] > 0 && self.open[node] <= self.spare[node] {
            self.sure.push(node);
        }
    }

    fn take_what_is_sure(&mut self) {
        while let Some(node) = self.sure.pop() {
            for edge in self.edges(node) {
                if self.is_open(edge) {
                    self.take(edge);
                }
            }
        }
    }

    /// The open edge of a row to the column with the fewest open ones.
    fn narrowest(&self, row: u32) -> Option<u32> {
        let open = self.graph.of_row(row).filter(|&edge| self.is_open(edge));
        open.min_by_key(|&edge| self.open[self.ends(edge)[1]])
    }

    fn take(&mut self, edge: u32) {
        self.used[edge as usize] = true;
        self.size += 1;
        let ends = self.ends(edge);
        for end in ends {
            self.spare[end] -= 1;
            self.open[end] -= 1;
        }
        for end in ends {
            if self.spare[end] == 0 {
                self.close(end);
            }
        }
    }

    /// Whose last place is taken: their edges are open no more.
    fn close(&mut self, node: usize) {
        for edge in self.edges(node) {
            let [row, column] = self.ends(edge);
            let other = if row == node { column } else { row };
            // What has no place left has no open edge either.
            if !self.used[edge as usize] && self.spare[other] > 0 {
                self.open[other] -= 1;
                self.note(other);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Greedy;
    use crate::cardinality::{Graph, MostPairs, most_pairs};
    use proptest::prelude::*;

    /// Rows with their columns, and places of both sides.
    fn choice(lists: &[Vec<u32>], rows: &[u32], columns: &[u32]) -> (MostPairs, usize) {
        let mut first = vec![0];
        for list in lists {
            first.push(first.last().unwrap() + u32::try_from(list.len()).unwrap());
        }
        let graph = Graph::new(first, lists.concat(), u32::try_from(columns.len()).unwrap());
        let begun = MostPairs {
            used: vec![false; graph.column.len()],
            row_spare: rows.to_vec(),
            column_spare: columns.to_vec(),
            size: 0,
        };
        let greedy = Greedy::new(&graph, begun).choose();
        for (edge, &used) in greedy.used.iter().enumerate() {
            let (row, column) = (graph.row[edge] as usize, graph.column[edge] as usize);
            let left = greedy.row_spare[row].min(greedy.column_spare[column]);
            assert!(used || left == 0, "an edge with places at both ends is left over");
        }
        (greedy, most_pairs(&graph, rows, columns).size)
    }

    proptest! {
        #[test]
        fn a_choice_is_within_the_places_and_nobody_who_could_is_left(
            lists in prop::collection::vec(prop::collection::btree_set(0_u32..6, 0..6), 6),
            rows in prop::collection::vec(0_u32..4, 6),
            columns in prop::collection::vec(0_u32..4, 6),
        ) {
            let lists: Vec<Vec<u32>> = lists.into_iter().map(|list| list.into_iter().collect()).collect();
            let (greedy, most) = choice(&lists, &rows, &columns);
            let taken = |all: &[u32], left: &[u32]| all.iter().sum::<u32>() - left.iter().sum::<u32>();
            prop_assert_eq!(taken(&rows, &greedy.row_spare) as usize, greedy.size);
            prop_assert_eq!(taken(&columns, &greedy.column_spare) as usize, greedy.size);
            prop_assert!(greedy.size <= most && 2 * greedy.size >= most);
        }

        /// Whoever is at an end of a tree decides nothing.
        #[test]
        fn without_a_circle_it_is_a_largest_choice(
            near in prop::collection::vec(0_usize..6, 6),
            rows in prop::collection::vec(1_u32..3, 6),
            columns in prop::collection::vec(1_u32..3, 7),
        ) {
            // Row number `at` hangs below one column and column `at + 1` below that row.
            let lists: Vec<Vec<u32>> = (0..6_usize)
                .map(|at| [near[at].min(at), at + 1].map(|column| u32::try_from(column).unwrap()).to_vec())
                .collect();
            let (greedy, most) = choice(&lists, &rows, &columns);
            prop_assert_eq!(greedy.size, most);
        }
    }
}
