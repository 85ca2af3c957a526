//! Whether somebody passes the practice part (methods/measurement.md §3, a rule of ours): the mean over examiners
//! reaches the cut, and no critical criterion (children's safety, confidentiality) lies below its minimum. A good mean
//! does not buy off a critical one.

/// Marks of one critical criterion by all examiners.
#[derive(Clone, Copy, Debug)]
pub struct Critical<'a> {
    /// One of each examiner.
    pub marks: &'a [u8],
    /// The least (lower) median that passes.
    pub minimum: u8,
}

/// The scale of a version of the rubric, with what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rubric {
    /// The lowest and the highest mark.
    pub scale: (u8, u8),
    /// The least median of a critical criterion.
    pub minimum: u8,
    /// Two examiners this far apart record a reason, or a third one marks.
    pub gap: u8,
}

impl Rubric {
    /// Marks from 1 to 5.
    pub const FIVE: Self = Self { scale: (1, 5), minimum: 3, gap: 2 };
    /// Marks from 0 to 3.
    pub const THREE: Self = Self { scale: (0, 3), minimum: 2, gap: 2 };

    /// Examiners of one candidate lie so far apart on a criterion that the mean says nothing yet.
    pub fn is_apart(self, marks: &[u8]) -> bool {
        let ends = marks.iter().min().zip(marks.iter().max());
        ends.is_some_and(|(low, high)| high - low >= self.gap)
    }
}

/// What the practice part comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The cut is reached and nothing critical is missing.
    Pass,
    /// These critical criteria, by their place, lie below their minimum; the cut may be reached.
    Critical(Vec<usize>),
    /// Below the cut.
    BelowCut,
    /// No examiner gave a total, or none marked this critical criterion, by its place.
    Unmarked(Option<usize>),
}

/// Decides from the examiners' totals and the critical criteria.
pub fn outcome(totals: &[f64], cut: f64, critical: &[Critical<'_>]) -> Outcome {
    // A mean of equal totals must not miss the cut by its last bit.
    const SAME: f64 = 1e-9;
    if totals.is_empty() {
        return Outcome::Unmarked(None);
    }
    if let Some(unmarked) = critical.iter().position(|criterion| criterion.marks.is_empty()) {
        return Outcome::Unmarked(Some(unmarked));
    }
    let below = critical.iter().enumerate().filter(|(_, criterion)| is_below(criterion));
    let below: Vec<usize> = below.map(|(place, _)| place).collect();
    if !below.is_empty() {
        Outcome::Critical(below)
    } else if crate::moments::mean(totals) >= cut - SAME {
        Outcome::Pass
    } else {
        Outcome::BelowCut
    }
}

fn is_below(criterion: &Critical<'_>) -> bool {
    let mut marks = criterion.marks.to_vec();
    marks.sort_unstable();
    // Of an even number the lower of the two in the middle: nothing critical is averaged.
    marks.get(marks.len().saturating_sub(1) / 2).is_none_or(|median| *median < criterion.minimum)
}
