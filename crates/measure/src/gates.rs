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
