use pairing::ties::ticket;
use pairing::{
    Effort, Matching, Proof, Side, Stability, TieBreak, blocking_pairs, is_stable, kiraly, largest,
    stable_matching,
};
use proptest::prelude::*;

use crate::cases;
use crate::plain::{Plain, held, plain};
use crate::properties::ties::proves;

const SEARCH_ONLY: Effort = Effort { exchanges: 0, conflicts: u64::MAX, seed: 0 };
const EXCHANGE_ONLY: Effort = Effort { exchanges: 50, conflicts: 0, seed: 7 };

fn largest_size(plain: &Plain) -> usize {
    plain.all_stable().iter().map(|matching| matching.iter().flatten().count()).max().unwrap()
}

proptest! {
    #![proptest_config(cases(1_500))]

    #[test]
    fn kiraly_is_stable_and_never_below_two_thirds_of_the_largest(plain in plain(6, 1, true)) {
        let matching = kiraly(&plain.instance());
        prop_assert!(plain.is_stable(matching.as_slice()), "{:?}", matching);
        prop_assert!(3 * matching.size() >= 2 * largest_size(&plain));
    }

    #[test]
    fn kiraly_without_ties_is_the_residents_optimum(plain in plain(6, 0, false)) {
        let instance = plain.instance();
        prop_assert_eq!(kiraly(&instance), stable_matching(&instance, Side::Residents, TieBreak::ListOrder));
    }

    #[test]
    fn the_exact_search_finds_the_largest_and_proves_it(plain in plain(6, 0, true)) {
        let instance = plain.instance();
        let expected = largest_size(&plain);
        for effort in [Effort::default(), SEARCH_ONLY] {
            let found = largest(&instance, effort);
            prop_assert!(plain.is_stable(found.matching.as_slice()));
            prop_assert_eq!(found.matching.size(), expected);
            prop_assert_eq!(found.at_most, expected);
            prop_assert!(proves(&plain, expected, &found.proof.unwrap()));
        }
    }

    #[test]
    fn exchanges_keep_everybody_stable_and_nothing_is_claimed_without_proof(plain in plain(6, 1, true)) {
        let instance = plain.instance();
        let found = largest(&instance, EXCHANGE_ONLY);
        prop_assert!(plain.is_stable(found.matching.as_slice()));
        prop_assert!(found.matching.size() >= kiraly(&instance).size());
        let expected = largest_size(&plain);
        prop_assert!(found.matching.size() <= expected && expected <= found.at_most);
        prop_assert_eq!(found.proof.is_some(), found.matching.size() == found.at_most);
        prop_assert_eq!(largest(&instance, EXCHANGE_ONLY).matching, found.matching);
    }

    #[test]
    fn the_three_kinds_of_stability_are_as_defined(
        (plain, pick) in (plain(5, 1, true), any::<prop::sample::Index>()),
    ) {
        let all = plain.all_valid();
        let matching = &all[pick.index(all.len())];
        let kinds = [(Stability::Weak, 1, 2), (Stability::Strong, 0, 1), (Stability::Super, 0, 0)];
        for (kind, each, sum) in kinds {
            let mut found: Vec<(u32, u32)> =
                blocking_pairs(&plain.instance(), &Matching::new(matching.clone()), kind)
                    .iter().map(|pair| (pair.resident, pair.hospital)).collect();
            found.sort_unstable();
            prop_assert_eq!(&found, &plain.blocking(matching, each, sum), "{:?}", kind);
            let stable = is_stable(&plain.instance(), &Matching::new(matching.clone()), kind);
            prop_assert_eq!(stable, found.is_empty());
        }
    }

    #[test]
    fn other_numbers_for_the_same_people_change_no_size(
        (plain, residents, hospitals) in plain(6, 1, true).prop_flat_map(|plain| {
            let numbers = |count: usize| Just((0..count as u32).collect::<Vec<_>>()).prop_shuffle();
            let (residents, hospitals) = (numbers(plain.residents.len()), numbers(plain.hospitals.len()));
            (Just(plain), residents, hospitals)
        }),
    ) {
        let renumbered = plain.renumbered(&residents, &hospitals);
        let size = |plain: &Plain| largest(&plain.instance(), Effort::default()).matching.size();
        prop_assert_eq!(size(&plain), size(&renumbered));
    }
}

/// Twenty newcomers who each rank up to five of twelve mentors, everybody with ties.
fn school(seed: u64) -> Plain {
    let mut drawn = 0;
    let mut below = |limit: u64| {
        drawn += 1;
        ((ticket(seed, Side::Residents, drawn) >> 32) * limit) >> 32
    };
    let (newcomers, mentors) = (20, 12);
    let mut residents: Vec<Vec<Vec<u32>>> = Vec::new();
    let mut hospitals: Vec<Vec<Vec<u32>>> = vec![Vec::new(); mentors];
    let add = |list: &mut Vec<Vec<u32>>, person, alike: bool| match list.last_mut() {
        Some(tie) if alike => tie.push(person),
        _ => list.push(vec![person]),
    };
    for newcomer in 0..newcomers {
        let mut wished: Vec<u32> = (0..5).map(|_| below(mentors as u64) as u32).collect();
        wished.sort_unstable();
        wished.dedup();
        wished.sort_by_key(|_| below(1_000));
        let mut list = Vec::new();
        for mentor in wished {
            add(&mut list, mentor, below(2) == 0);
            add(&mut hospitals[mentor as usize], newcomer, below(2) == 0);
        }
        residents.push(list);
    }
    let capacity = (0..mentors).map(|_| 1 + below(2) as u32).collect();
    Plain { residents, hospitals, capacity }
}

#[test]
fn schools_are_proved_largest_within_the_usual_effort() {
    let mut searched = 0;
    for seed in 0..60 {
        let plain = school(seed);
        let found = largest(&plain.instance(), Effort::default());
        assert!(plain.is_stable(found.matching.as_slice()));
        let proof = found.proof.unwrap();
        assert!(proves(&plain, found.matching.size(), &proof), "{seed}");
        searched += usize::from(matches!(proof, Proof::Search { .. }));
    }
    assert!(searched > 0, "some are beyond a cover");
}

/// The example where breaking ties as listed loses a third: whoever asks first takes the shared place.
#[test]
fn a_tie_is_used_where_breaking_it_would_cost_a_pair() {
    let plain = Plain {
        residents: vec![vec![vec![0, 1]], vec![vec![0]]],
        hospitals: vec![vec![vec![0, 1]], vec![vec![0]]],
        capacity: vec![1, 1],
    };
    let instance = plain.instance();
    assert_eq!(stable_matching(&instance, Side::Residents, TieBreak::ListOrder).size(), 1);
    assert_eq!(kiraly(&instance).as_slice(), [Some(1), Some(0)]);
}

/// One pair more than is stable would fit: only the search can refute it.
#[test]
fn a_size_below_the_cover_is_proved_by_search() {
    // Resident 0 and hospital 0 want each other most; a matching of two pairs would part them.
    let plain = Plain {
        residents: vec![vec![vec![0], vec![1]], vec![vec![0]]],
        hospitals: vec![vec![vec![0], vec![1]], vec![vec![0]]],
        capacity: vec![1, 1],
    };
    let found = largest(&plain.instance(), Effort::default());
    assert_eq!((found.matching.size(), found.at_most), (1, 1));
    assert!(matches!(found.proof, Some(Proof::Search { .. })));
    assert_eq!(held(found.matching.as_slice(), 0), [0]);
}

/// What the exchanges alone find is what the search proves, nearly always.
#[test]
fn exchanges_alone_find_a_largest_one_in_schools() {
    let alone = Effort { conflicts: 0, ..Effort::default() };
    let missed = |&seed: &u64| {
        let instance = school(seed).instance();
        largest(&instance, alone).matching.size() < largest(&instance, Effort::default()).matching.size()
    };
    assert!((0..60).filter(missed).count() <= 1);
}

/// A national allocation in which the first hospitals are wished for most: 759 residents, 53 hospitals, 742 places.
fn national(seed: u64) -> Plain {
    let mut drawn = 0;
    let mut below = |limit: u64| {
        drawn += 1;
        ((ticket(seed, Side::Residents, drawn) >> 32) * limit) >> 32
    };
    let mut residents: Vec<Vec<Vec<u32>>> = Vec::new();
    let mut hospitals: Vec<Vec<Vec<u32>>> = vec![Vec::new(); 53];
    for resident in 0..759 {
        let mut list: Vec<Vec<u32>> = Vec::new();
        while list.len() < 6 {
            let hospital = below(53).min(below(53));
            if list.iter().all(|wish| wish[0] != hospital as u32) {
                list.push(vec![hospital as u32]);
                match hospitals[hospital as usize].last_mut() {
                    Some(tie) if below(100) < 85 => tie.push(resident),
                    _ => hospitals[hospital as usize].push(vec![resident]),
                }
            }
        }
        residents.push(list);
    }
    Plain { residents, hospitals, capacity: vec![14; 53] }
}

#[test]
fn exchanges_alone_find_more_than_kiraly_where_hospitals_are_popular() {
    for seed in 0..3 {
        let instance = national(seed).instance();
        let found = largest(&instance, Effort { conflicts: 0, ..Effort::default() });
        assert!(is_stable(&instance, &found.matching, Stability::Weak));
        assert!(found.matching.size() > kiraly(&instance).size(), "{seed}");
    }
}
