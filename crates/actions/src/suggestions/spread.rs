//! The spread: each mentor is suggested to few newcomers, and each newcomer to those with most in common.

use domain::suggestions::{Common, MOST};
use pairing::assignment::{Problem, Sense};

/// To how many newcomers a mentor may be suggested.
pub(super) type Quota = u32;

/// Gives each newcomer (row) up to [`MOST`] mentors (columns), in rounds. Every round gives each newcomer at most
/// one more, so that nobody has three before another has one; within a round as many newcomers as possible get
/// one, and of all ways to do that, the one with the most common points, then with the most common free days.
/// Nobody is suggested without a common point: there would be nothing to say for it. Equal ways are told apart by
/// the order of the rows, so that the same facts give the same suggestions.
pub(super) fn spread(table: &[Vec<Common>], quotas: &[Quota]) -> Vec<Vec<usize>> {
    let mut left = quotas.to_vec();
    let mut given: Vec<Vec<usize>> = vec![Vec::new(); table.len()];
    for _ in 0..MOST {
        for (row, column) in round(table, &left, &given) {
            given[row].push(column);
            left[column] = left[column].saturating_sub(1);
        }
    }
    given
}

fn round(table: &[Vec<Common>], left: &[Quota], given: &[Vec<usize>]) -> Vec<(usize, usize)> {
    let mut problem = Problem::builder(left, 2);
    for (row, given) in table.iter().zip(given) {
        let open = (0..).zip(row).filter(|(column, common)| common.points() > 0 && !has(given, *column));
        problem.row(1, open.map(|(column, common)| (column, worth(common))));
    }
    // Rows are built from one table of one width: only a school of four billion people could fail here.
    let Ok(problem) = problem.build() else { return Vec::new() };
    let pairs = problem.solve(Sense::Max).pairs;
    pairs.into_iter().map(|(row, column)| (row as usize, column as usize)).collect()
}

fn has(given: &[usize], column: u32) -> bool {
    given.contains(&(column as usize))
}

fn worth(common: &Common) -> [i64; 2] {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    [number(common.points()), number(common.free_days().len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::suggestions::TO_EACH_PLACE;
    use std::collections::BTreeSet;

    fn common(points: usize) -> Common {
        Common { goals: (0..points).map(|number| number.to_string()).collect(), ..Common::default() }
    }

    fn quota(places: u8) -> Quota {
        u32::from(places) * u32::from(TO_EACH_PLACE)
    }

    fn suggested_to(given: &[Vec<usize>], mentor: usize) -> usize {
        given.iter().filter(|row| row.contains(&mentor)).count()
    }

    #[test]
    fn seven_newcomers_and_a_star_with_two_places_she_is_suggested_to_at_most_four() {
        // Everybody has most in common with the star, and something with six others of one place each.
        let row: Vec<Common> = std::iter::once(3).chain([1; 6]).map(common).collect();
        let quotas: Vec<Quota> = std::iter::once(2).chain([1; 6]).map(quota).collect();
        let given = spread(&vec![row; 7], &quotas);
        assert_eq!(suggested_to(&given, 0), 4, "two for each place, and no more");
        assert!((1..7).all(|mentor| suggested_to(&given, mentor) <= 2));
        let counts: Vec<usize> = given.iter().map(Vec::len).collect();
        assert_eq!(counts.iter().sum::<usize>(), 16, "every share of every place is given");
        assert!(
            counts.iter().all(|count| (2..=3).contains(count)),
            "nobody has three before another has two"
        );
        assert!(given.iter().all(|row| row.iter().collect::<BTreeSet<_>>().len() == row.len()));
    }

    #[test]
    fn the_star_goes_to_those_who_have_most_in_common_with_her() {
        let table: Vec<Vec<Common>> =
            [3, 1, 3, 1].iter().map(|points| vec![common(*points), common(1)]).collect();
        let given = spread(&table, &[2, 4]);
        assert_eq!(given[0][0], 0);
        assert_eq!(given[2][0], 0);
        assert_eq!((given[1].as_slice(), given[3].as_slice()), (&[1][..], &[1][..]));
    }

    #[test]
    fn nobody_is_left_without_one_for_the_sake_of_the_total() {
        // The second newcomer has something in common with the first mentor alone.
        let given = spread(&[vec![common(3), common(1)], vec![common(1), common(0)]], &[1, 1]);
        assert_eq!(given, [vec![1], vec![0]]);
    }

    #[test]
    fn without_a_common_point_nobody_is_suggested() {
        assert_eq!(spread(&[vec![common(0)]], &[2]), [Vec::<usize>::new()]);
        assert_eq!(spread(&[], &[2]), Vec::<Vec<usize>>::new());
        assert_eq!(spread(&[vec![]], &[]), [Vec::<usize>::new()]);
    }
}
