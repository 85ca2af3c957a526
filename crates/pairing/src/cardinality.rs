//! As many pairs as possible within capacities: the layered search of Hopcroft and Karp (*SIAM Journal
//! on Computing* 2 (1973) 225–231), in Dinitz's form for capacities on both sides. Each pair counts once.

mod greedy;

use crate::instance::saturating;
use greedy::Greedy;

/// Not reached yet.
const FAR: u32 = u32::MAX;

/// Pairs of rows and columns on flat arrays, seen from both sides.
#[derive(Debug, Clone)]
pub(crate) struct Graph {
    /// Where each row's edges begin; one more at the end.
    pub(crate) first: Vec<u32>,
    /// Column of each edge.
    pub(crate) column: Vec<u32>,
    /// Row of each edge.
    pub(crate) row: Vec<u32>,
    /// Where each column's edges begin in `by_column`; one more at the end.
    pub(crate) column_first: Vec<u32>,
    /// Edges by column, rows ascending.
    pub(crate) by_column: Vec<u32>,
}

impl Graph {
    /// `column` lists the columns of each row's edges, row by row as cut by `first`.
    pub(crate) fn new(first: Vec<u32>, column: Vec<u32>, columns: u32) -> Self {
        let mut column_first = vec![0_u32; columns as usize + 1];
        for &at in &column {
            column_first[at as usize + 1] += 1;
        }
        for at in 1..column_first.len() {
            column_first[at] += column_first[at - 1];
        }
        let mut next = column_first.clone();
        let mut row = vec![0; column.len()];
        let mut by_column = vec![0; column.len()];
        for (owner, ends) in (0..).zip(first.windows(2)) {
            for edge in ends[0]..ends[1] {
                let slot = &mut next[column[edge as usize] as usize];
                by_column[*slot as usize] = edge;
                *slot += 1;
                row[edge as usize] = owner;
            }
        }
        Self { first, column, row, column_first, by_column }
    }

    pub(crate) fn rows(&self) -> u32 {
        saturating(self.first.len() - 1)
    }

    pub(crate) fn columns(&self) -> u32 {
        saturating(self.column_first.len() - 1)
    }

    pub(crate) fn degree_of_row(&self, row: u32) -> u32 {
        self.first[row as usize + 1] - self.first[row as usize]
    }

    pub(crate) fn degree_of_column(&self, column: u32) -> u32 {
        self.column_first[column as usize + 1] - self.column_first[column as usize]
    }

    pub(crate) fn of_row(&self, row: u32) -> std::ops::Range<u32> {
        self.first[row as usize]..self.first[row as usize + 1]
    }

    pub(crate) fn of_column(&self, column: u32) -> &[u32] {
        let ends = &self.column_first[column as usize..column as usize + 2];
        &self.by_column[ends[0] as usize..ends[1] as usize]
    }
}

/// A choice of as many edges as the capacities allow.
#[derive(Debug, Clone)]
pub(crate) struct MostPairs {
    pub(crate) used: Vec<bool>,
    pub(crate) row_spare: Vec<u32>,
    pub(crate) column_spare: Vec<u32>,
    pub(crate) size: usize,
}

/// As many pairs as possible. Time at most linear in the edges times the root of the people, in
/// practice a few passes.
pub(crate) fn most_pairs(graph: &Graph, rows: &[u32], columns: &[u32]) -> MostPairs {
    most_pairs_from(graph, rows, columns, vec![false; graph.column.len()])
}

/// As many pairs as possible, starting from some that are within the capacities.
pub(crate) fn most_pairs_from(graph: &Graph, rows: &[u32], columns: &[u32], used: Vec<bool>) -> MostPairs {
    let (mut row_spare, mut column_spare) = (rows.to_vec(), columns.to_vec());
    let mut size = 0;
    for (edge, _) in used.iter().enumerate().filter(|&(_, &used)| used) {
        row_spare[graph.row[edge] as usize] -= 1;
        column_spare[graph.column[edge] as usize] -= 1;
        size += 1;
    }
    let begun = MostPairs { used, row_spare, column_spare, size };
    let mut search = Search {
        graph,
        chosen: Greedy::new(graph, begun).choose(),
        row_level: Vec::new(),
        column_level: Vec::new(),
        row_next: Vec::new(),
        column_next: Vec::new(),
    };
    while search.layers() {
        search.row_next.clone_from(&graph.first);
        search.column_next.clone_from(&graph.column_first);
        for row in 0..graph.rows() {
            while search.chosen.row_spare[row as usize] > 0 && search.augment(row) {}
        }
    }
    search.chosen
}

/// Rows and columns that can be reached from a row with spare capacity by exchanging pairs: where no
/// pair more is possible, these columns are full, and so is every row not reached.
pub(crate) fn reached_from_spare_rows(graph: &Graph, chosen: &MostPairs) -> (Vec<bool>, Vec<bool>) {
    let mut rows: Vec<bool> = chosen.row_spare.iter().map(|&spare| spare > 0).collect();
    let mut columns = vec![false; graph.columns() as usize];
    let mut open: Vec<u32> = (0..graph.rows()).filter(|&row| rows[row as usize]).collect();
    while let Some(row) = open.pop() {
        for edge in graph.of_row(row) {
            let column = graph.column[edge as usize];
            if chosen.used[edge as usize] || std::mem::replace(&mut columns[column as usize], true) {
                continue;
            }
            for &edge in graph.of_column(column) {
                let other = graph.row[edge as usize];
                if chosen.used[edge as usize] && !std::mem::replace(&mut rows[other as usize], true) {
                    open.push(other);
                }
            }
        }
    }
    (rows, columns)
}

struct Search<'a> {
    graph: &'a Graph,
    chosen: MostPairs,
    row_level: Vec<u32>,
    column_level: Vec<u32>,
    row_next: Vec<u32>,
    column_next: Vec<u32>,
}

impl Search<'_> {
    /// Distances from the rows with spare capacity. Says whether a spare column is reached.
    fn layers(&mut self) -> bool {
        self.row_level.clear();
        self.row_level.resize(self.graph.rows() as usize, FAR);
        self.column_level.clear();
        self.column_level.resize(self.graph.columns() as usize, FAR);
        let mut rows: Vec<u32> =
            (0..self.graph.rows()).filter(|&row| self.chosen.row_spare[row as usize] > 0).collect();
        for &row in &rows {
            self.row_level[row as usize] = 0;
        }
        let mut level = 0;
        let mut reached = false;
        while !rows.is_empty() && !reached {
            level += 2;
            let mut columns = Vec::new();
            for row in rows.drain(..) {
                for edge in self.graph.of_row(row) {
                    let column = self.graph.column[edge as usize];
                    if !self.chosen.used[edge as usize] && self.column_level[column as usize] == FAR {
                        self.column_level[column as usize] = level - 1;
                        reached |= self.chosen.column_spare[column as usize] > 0;
                        columns.push(column);
                    }
                }
            }
            for column in columns {
                for &edge in self.graph.of_column(column) {
                    let row = self.graph.row[edge as usize];
                    if self.chosen.used[edge as usize] && self.row_level[row as usize] == FAR {
                        self.row_level[row as usize] = level;
                        rows.push(row);
                    }
                }
            }
        }
        reached
    }

    /// The next edge down the layers out of a row.
    fn down_from_row(&mut self, row: u32) -> Option<u32> {
        let end = self.graph.first[row as usize + 1];
        let next = &mut self.row_next[row as usize];
        while *next < end {
            let edge = *next as usize;
            let level = self.column_level[self.graph.column[edge] as usize];
            if !self.chosen.used[edge] && level != FAR && level == self.row_level[row as usize] + 1 {
                return Some(*next);
            }
            *next += 1;
        }
        None
    }

    /// The next edge down the layers out of a column.
    fn down_from_column(&mut self, column: u32) -> Option<u32> {
        let end = self.graph.column_first[column as usize + 1];
        let next = &mut self.column_next[column as usize];
        while *next < end {
            let edge = self.graph.by_column[*next as usize];
            let level = self.row_level[self.graph.row[edge as usize] as usize];
            if self.chosen.used[edge as usize] && level == self.column_level[column as usize] + 1 {
                return Some(edge);
            }
            *next += 1;
        }
        None
    }

    /// Walks down the layers to a spare column and exchanges the pairs on the way.
    fn augment(&mut self, root: u32) -> bool {
        let mut path: Vec<u32> = Vec::new();
        let mut row = root;
        loop {
            let Some(edge) = self.down_from_row(row) else {
                // Nothing below this row: take back the used edge that led here, and its column's turn.
                let Some(used) = path.pop() else { return false };
                let column = self.graph.column[used as usize];
                self.column_next[column as usize] += 1;
                let Some(back) = self.continue_from(column, &mut path) else { continue };
                row = back;
                continue;
            };
            path.push(edge);
            let column = self.graph.column[edge as usize];
            if self.chosen.column_spare[column as usize] > 0 {
                self.apply(root, column, &path);
                return true;
            }
            if let Some(next) = self.continue_from(column, &mut path) {
                row = next;
            }
        }
    }

    /// From a full column on to a row below it, or back to the row that asked.
    fn continue_from(&mut self, column: u32, path: &mut Vec<u32>) -> Option<u32> {
        if let Some(used) = self.down_from_column(column) {
            path.push(used);
            return Some(self.graph.row[used as usize]);
        }
        let edge = path.pop()?;
        let row = self.graph.row[edge as usize];
        self.row_next[row as usize] += 1;
        Some(row)
    }

    fn apply(&mut self, row: u32, column: u32, path: &[u32]) {
        for &edge in path {
            let used = &mut self.chosen.used[edge as usize];
            *used = !*used;
        }
        self.chosen.row_spare[row as usize] -= 1;
        self.chosen.column_spare[column as usize] -= 1;
        self.chosen.size += 1;
    }
}
