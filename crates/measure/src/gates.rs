//! Display gates: a group too small to hide a person in is not shown (rules §17, `aggregate.min_cell`).

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

/// Shows both parts of a whole, or neither: beside the whole one part gives the other away.
pub const fn parts(one: u32, other: u32, least: u32) -> (Cell, Cell) {
    match (cell(one, least), cell(other, least)) {
        (Cell::Shown(one), Cell::Shown(other)) => (Cell::Shown(one), Cell::Shown(other)),
        _ => (Cell::Hidden, Cell::Hidden),
    }
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
    fn a_small_part_hides_the_other_one_too() {
        assert_eq!(parts(40, 4, 5), (Cell::Hidden, Cell::Hidden));
        assert_eq!(parts(4, 40, 5), (Cell::Hidden, Cell::Hidden));
        assert_eq!(parts(40, 5, 5), (Cell::Shown(40), Cell::Shown(5)));
    }
}
