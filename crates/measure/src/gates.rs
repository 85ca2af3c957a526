//! Display gates: a group too small to hide a person in is not shown (rules §17, `aggregate.min_cell`), and a figure
//! that too few stand behind says nothing (methods/measurement.md §1).

/// The least number of people behind any figure of a test.
pub const SOME: u32 = 5;
/// The least number behind a coefficient: a correlation, α, κ, an ICC.
pub const SEVERAL: u32 = 10;
/// From so many on a coefficient is shown in full and read by bands; below it is grey.
pub const MANY: u32 = 30;

/// Why a figure is not shown. Each has its sentence on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotShown {
    /// Fewer than this many stand behind it; how many stays unknown.
    TooFew {
        /// The least.
        need: u32,
    },
    /// All the same marks: the figure would divide by nothing.
    NoVariance,
    /// It is defined only where everybody was given everything.
    Gaps,
    /// Four fifths of the marks or more are the same: coefficients of agreement collapse although examiners agree.
    OneCategory,
    /// The examiners fall into groups with no candidate in common.
    Disconnected,
    /// It would be read as a share of something and is below zero.
    BelowZero,
    /// A better grade goes with a lower score, or with the same.
    WrongWay,
    /// The line of the panel and the curve of the scores do not meet: the panel is asked again.
    NoIntersection,
    /// A share of nothing: nobody chose, or nobody could.
    Nothing,
    /// Fewer of the whole class than this many percent answered.
    Turnout {
        /// The least, in percent.
        need: u32,
    },
}

/// A figure, or why it is not shown.
pub type Figure<T> = Result<T, NotShown>;

/// A coefficient with its interval of 95 % and how many people stand behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The coefficient.
    pub value: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// How many people.
    pub n: u32,
}

impl Estimate {
    /// The interval holds the value, whatever was approximated or cut off.
    pub(crate) fn new(value: f64, ends: (f64, f64), n: u32) -> Self {
        Self { value, low: ends.0.min(value), high: ends.1.max(value), n }
    }

    /// Drawn in grey and read by nobody's bands: fewer than [`MANY`] stand behind it.
    pub const fn is_grey(self) -> bool {
        self.n < MANY
    }
}

/// Lets a figure through that enough stand behind.
pub(crate) const fn at_least(n: u32, need: u32) -> Figure<()> {
    if n < need { Err(NotShown::TooFew { need }) } else { Ok(()) }
}

/// Lets a figure through where [`MANY`] stand behind it: one without an interval, of which few would be read as if they were
/// many.
pub fn of_many<T>(figure: Figure<T>, n: u32) -> Figure<T> {
    at_least(n, MANY).and(figure)
}

/// A count that may be shown to people who must not learn about persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Large enough.
    Shown(u32),
    /// Smaller than the least; how much smaller stays unknown, zero included.
    Hidden,
}

/// Shows a count of at least `least`.
pub const fn cell(count: u32, least: u32) -> Cell {
    if count >= least { Cell::Shown(count) } else { Cell::Hidden }
}

/// Both, or neither: beside the whole one part gives the other away.
const fn parts(one: u32, other: u32, least: u32) -> (Cell, Cell) {
    match (cell(one, least), cell(other, least)) {
        (Cell::Shown(one), Cell::Shown(other)) => (Cell::Shown(one), Cell::Shown(other)),
        _ => (Cell::Hidden, Cell::Hidden),
    }
}

/// Both parts of a whole where the rest of it can be worked out: a rest of one to `least - 1` hides both, too.
/// That nobody is left over tells nothing of a person.
pub const fn parts_of(whole: u32, one: u32, other: u32, least: u32) -> (Cell, Cell) {
    let rest = whole.saturating_sub(one).saturating_sub(other);
    if rest > 0 && rest < least { (Cell::Hidden, Cell::Hidden) } else { parts(one, other, least) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_are_hidden_and_five_are_shown() {
        assert_eq!(cell(4, 5), Cell::Hidden);
        assert_eq!(cell(5, 5), Cell::Shown(5));
        assert_eq!(cell(0, 5), Cell::Hidden);
    }

    #[test]
    fn a_figure_without_an_interval_waits_for_thirty() {
        assert_eq!(of_many(Ok(0.3), 29), Err(NotShown::TooFew { need: 30 }));
        assert_eq!(of_many(Ok(0.3), 30), Ok(0.3));
        assert_eq!(of_many::<f64>(Err(NotShown::NoVariance), 30), Err(NotShown::NoVariance));
    }

    #[test]
    fn a_small_part_hides_the_other_one_too() {
        assert_eq!(parts(40, 4, 5), (Cell::Hidden, Cell::Hidden));
        assert_eq!(parts(4, 40, 5), (Cell::Hidden, Cell::Hidden));
        assert_eq!(parts(40, 5, 5), (Cell::Shown(40), Cell::Shown(5)));
    }

    #[test]
    fn a_small_rest_that_can_be_worked_out_hides_both_parts() {
        assert_eq!(parts_of(20, 12, 7, 5), (Cell::Hidden, Cell::Hidden), "one has no pair");
        assert_eq!(parts_of(19, 12, 7, 5), (Cell::Shown(12), Cell::Shown(7)));
        assert_eq!(parts_of(24, 12, 7, 5), (Cell::Shown(12), Cell::Shown(7)));
        assert_eq!(parts_of(24, 12, 4, 5), (Cell::Hidden, Cell::Hidden));
    }
}
