//! Krippendorff's α for marks in order, any number of examiners, with gaps.

use super::spread;
use crate::gates::{Estimate, Figure, NotShown};
use crate::marks::{Marks, double_marked};
use crate::moments::{count, mean, number, variance};
use crate::quantiles::t;

/// α = 1 − D_o/D_e with ordinal distances, over the candidates whom two examiners or more marked.
///
/// The interval is the jackknife's over candidates, with t of n − 1 degrees: each candidate is left out once, so that
/// no chance is needed and their order does not matter.
///
/// K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), University of Pennsylvania; B. Efron, The
/// Jackknife, the Bootstrap and Other Resampling Plans (1982).
pub fn krippendorff(marks: &Marks) -> Figure<Estimate> {
    let candidates = double_marked(&marks.table);
    let double = marks.table.rows().filter(|row| row.clone().count() > 1);
    let units: Vec<Vec<u8>> = double.map(|row| row.map(|(_, mark)| mark).collect()).collect();
    spread(units.iter().flatten().copied(), candidates)?;
    let mut table = Coincidences::new(marks);
    for unit in &units {
        table.add(unit, 1.0);
    }
    let alpha = table.alpha()?;
    let n = count(candidates);
    let without = |unit: &Vec<u8>| {
        table.add(unit, -1.0);
        let left = table.alpha();
        table.add(unit, 1.0);
        left.map(|left| n * alpha - (n - 1.0) * left)
    };
    let parts = units.iter().map(without).collect::<Figure<Vec<f64>>>()?;
    let half = t(n - 1.0).ok_or(NotShown::NoVariance)? * (variance(&parts) / n).sqrt();
    let middle = mean(&parts);
    Ok(Estimate::new(alpha, ((middle - half).max(-1.0), (middle + half).min(1.0)), number(candidates)))
}

/// How often marks meet within candidates: o_ck = Σ pairs c–k / (m − 1).
struct Coincidences {
    low: u8,
    width: usize,
    cells: Vec<f64>,
}

impl Coincidences {
    fn new(marks: &Marks) -> Self {
        let width = usize::from(marks.high - marks.low) + 1;
        Self { low: marks.low, width, cells: vec![0.0; width * width] }
    }

    /// Adds one candidate's marks, or takes them away with −1.
    fn add(&mut self, unit: &[u8], sign: f64) {
        let share = sign / (count(unit.len()) - 1.0);
        for (at, one) in unit.iter().enumerate() {
            for (_, other) in unit.iter().enumerate().filter(|(next, _)| *next != at) {
                let (row, column) = (usize::from(one - self.low), usize::from(other - self.low));
                if let Some(cell) = self.cells.get_mut(row * self.width + column) {
                    *cell += share;
                }
            }
        }
    }

    /// α of what is in the table: 1 − (n − 1)·Σo·δ² / Σn_c·n_k·δ², where δ is the number of marks from c to k, the two
    /// ends counted half.
    fn alpha(&self) -> Figure<f64> {
        let totals: Vec<f64> = self.cells.chunks(self.width).map(|row| row.iter().sum()).collect();
        // Below each mark, and half of those at it: the difference of two is the ordinal distance.
        let mut below = 0.0;
        let mut middle = |total: &f64| {
            below += total;
            below - total / 2.0
        };
        let middles: Vec<f64> = totals.iter().map(&mut middle).collect();
        let (mut seen, mut chance) = (0.0, 0.0);
        for ((row, total), middle) in self.cells.chunks(self.width).zip(&totals).zip(&middles) {
            for ((cell, other), far) in row.iter().zip(&totals).zip(&middles) {
                let square = (middle - far).powi(2);
                seen += cell * square;
                chance += total * other * square;
            }
        }
        // Where one mark is left, rounding leaves crumbs of the others.
        if chance <= 1e-6 { Err(NotShown::NoVariance) } else { Ok(1.0 - (below - 1.0) * seen / chance) }
    }
}
