use pairing::lattice::Lattice;
use pairing::{Matching, Side, TieBreak, stable_matching};
use proptest::prelude::*;

use crate::cases;
use crate::plain::{Matched, Plain, plain};

/// Ranks of everybody placed: what residents give, and what hospitals give.
fn ranks(plain: &Plain, matching: &[Option<u32>]) -> Vec<(usize, usize)> {
    (0..).zip(matching).filter_map(|(r, h)| h.map(|h| plain.ranks(r, h).unwrap())).collect()
}

fn sum(plain: &Plain, matching: &[Option<u32>]) -> usize {
    ranks(plain, matching).iter().map(|(mine, theirs)| mine + theirs).sum()
}

fn regret(plain: &Plain, matching: &[Option<u32>]) -> usize {
    ranks(plain, matching).iter().map(|&(mine, theirs)| mine.max(theirs)).max().unwrap_or(0)
}

/// How many have their first wish, their second, …
fn profile(plain: &Plain, matching: &[Option<u32>]) -> Vec<usize> {
    let ranks = ranks(plain, matching);
    (0..8).map(|rank| ranks.iter().filter(|&&(mine, _)| mine == rank).count()).collect()
}

/// Everybody ranks (nearly) everybody, so that there is often more than one stable matching.
fn strict() -> impl Strategy<Value = Plain> {
    prop_oneof![plain(5, 4, false), plain(5, 0, false), square()]
}

/// As many hospitals as residents, one place each, full lists: the most rotations.
fn square() -> impl Strategy<Value = Plain> {
    let lists = || prop::collection::vec(crate::plain::list(5, 5, false), 5);
    (lists(), lists()).prop_map(|(residents, hospitals)| Plain { residents, hospitals, capacity: vec![1; 5] })
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn all_stable_matchings_are_listed_once_from_the_residents_optimum_on(plain in strict()) {
        let instance = plain.instance();
        let lattice = Lattice::new(&instance).unwrap();
        let listed: Vec<Matched> = lattice.matchings().map(|matching| matching.as_slice().to_vec()).collect();
        let best = lattice.optimal_for(Side::Residents);
        prop_assert_eq!(&listed[0], best.as_slice());
        let (mut sorted, mut expected) = (listed, plain.all_stable());
        sorted.sort();
        expected.sort();
        prop_assert_eq!(sorted, expected);
    }

    #[test]
    fn both_ends_are_what_deferred_acceptance_finds(plain in strict()) {
        let instance = plain.instance();
        let lattice = Lattice::new(&instance).unwrap();
        for side in [Side::Residents, Side::Hospitals] {
            prop_assert_eq!(lattice.optimal_for(side), stable_matching(&instance, side, TieBreak::ListOrder));
        }
    }

    #[test]
    fn the_best_by_each_measure_is_the_best_of_all_stable_ones(plain in strict()) {
        let instance = plain.instance();
        let lattice = Lattice::new(&instance).unwrap();
        let all = plain.all_stable();
        let chosen = |matching: Matching| {
            assert!(all.iter().any(|other| other == matching.as_slice()), "not stable: {matching:?}");
            matching.as_slice().to_vec()
        };
        let least = |measure: fn(&Plain, &[Option<u32>]) -> usize| all.iter().map(|m| measure(&plain, m)).min().unwrap();
        prop_assert_eq!(sum(&plain, &chosen(lattice.egalitarian())), least(sum));
        prop_assert_eq!(regret(&plain, &chosen(lattice.minimum_regret())), least(regret));
        let best = all.iter().map(|matching| profile(&plain, matching)).max().unwrap();
        prop_assert_eq!(profile(&plain, &chosen(lattice.rank_maximal())), best);
    }
}

/// Pairs of couples that can each be turned on their own: 2^20 stable matchings, and a best one at once.
#[test]
fn a_best_one_is_found_where_listing_all_would_take_too_long() {
    let couples = 20;
    let list = |own: u32, other: u32| vec![vec![own], vec![other]];
    let plain = Plain {
        residents: (0..2 * couples).map(|r| list(r, r ^ 1)).collect(),
        hospitals: (0..2 * couples).map(|h| list(h ^ 1, h)).collect(),
        capacity: vec![1; 2 * couples as usize],
    };
    let instance = plain.instance();
    let lattice = Lattice::new(&instance).unwrap();
    assert_eq!(lattice.rotation_count(), couples as usize);
    assert_eq!(lattice.rank_maximal(), lattice.optimal_for(Side::Residents));
    assert_eq!(lattice.matchings().take(1_000).count(), 1_000);
}

#[test]
fn ties_have_no_lattice() {
    let plain =
        Plain { residents: vec![vec![vec![0, 1]]], hospitals: vec![vec![vec![0]]; 2], capacity: vec![1; 2] };
    assert!(Lattice::new(&plain.instance()).is_none());
}
