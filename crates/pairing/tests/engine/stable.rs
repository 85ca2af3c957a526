use pairing::{Matching, OverCapacity, Side, TieBreak, certify, stable_matching};
use proptest::prelude::*;

use crate::cases;
use crate::plain::{Classes, Plain, held, list, plain};
use crate::properties::stable::check_all;

pub(crate) fn tie_break() -> impl Strategy<Value = TieBreak> {
    prop_oneof![Just(TieBreak::ListOrder), any::<u64>().prop_map(TieBreak::Seed)]
}

fn solve(plain: &Plain, side: Side, ties: TieBreak) -> Vec<Option<u32>> {
    stable_matching(&plain.instance(), side, ties).as_slice().to_vec()
}

/// Six on each side who rank nearly everybody.
fn six_by_six() -> impl Strategy<Value = Plain> {
    let lists = || prop::collection::vec(list(6, 5, false), 6);
    let places = prop::collection::vec(prop_oneof![6 => Just(1_u32), 1 => 0..=2_u32], 6);
    (lists(), lists(), places).prop_map(|(residents, hospitals, capacity)| Plain {
        residents,
        hospitals,
        capacity,
    })
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn six_by_six_is_what_trying_everything_finds(plain in six_by_six()) {
        check_all(&plain);
    }
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn both_directions_are_stable_by_definition_with_any_ties(plain in plain(5, 0, true), ties in tie_break()) {
        for side in [Side::Residents, Side::Hospitals] {
            let matching = solve(&plain, side, ties);
            prop_assert_eq!(matching.len(), plain.residents.len());
            prop_assert!(plain.is_valid(&matching), "{:?}", matching);
            prop_assert_eq!(plain.blocking(&matching, 1, 2), vec![]);
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_matching(plain in plain(5, 0, true), seed in any::<u64>()) {
        let once = solve(&plain, Side::Residents, TieBreak::Seed(seed));
        prop_assert_eq!(once, solve(&plain, Side::Residents, TieBreak::Seed(seed)));
    }

    #[test]
    fn a_seed_changes_nothing_where_nobody_ties(plain in plain(5, 0, false), seed in any::<u64>()) {
        for side in [Side::Residents, Side::Hospitals] {
            prop_assert_eq!(solve(&plain, side, TieBreak::Seed(seed)), solve(&plain, side, TieBreak::ListOrder));
        }
    }

    #[test]
    fn each_direction_is_one_end_of_all_stable_matchings(plain in plain(5, 0, false)) {
        let best = solve(&plain, Side::Residents, TieBreak::ListOrder);
        let worst = solve(&plain, Side::Hospitals, TieBreak::ListOrder);
        let all = plain.all_stable();
        prop_assert!(all.contains(&best) && all.contains(&worst));
        for matching in &all {
            for resident in 0..plain.residents.len() as u32 {
                let regret = |matching: &[Option<u32>]| plain.regret(resident, matching[resident as usize]);
                prop_assert!(regret(&best) <= regret(matching) && regret(matching) <= regret(&worst));
            }
        }
    }

    #[test]
    fn rural_hospitals_the_same_people_are_placed_in_every_stable_matching(plain in plain(5, 0, false)) {
        let best = solve(&plain, Side::Residents, TieBreak::ListOrder);
        for matching in plain.all_stable() {
            for (one, other) in best.iter().zip(&matching) {
                prop_assert_eq!(one.is_some(), other.is_some());
            }
            for hospital in 0..plain.hospitals.len() as u32 {
                let (one, other) = (held(&best, hospital), held(&matching, hospital));
                prop_assert_eq!(one.len(), other.len());
                // A hospital with a free place has the very same people everywhere.
                prop_assert!(one.len() == plain.capacity[hospital as usize] as usize || one == other);
            }
        }
    }

    #[test]
    fn no_resident_gains_by_hiding_a_true_order(
        (truth, lie) in plain(5, 0, false).prop_filter("somebody", |plain| !plain.residents.is_empty())
            .prop_flat_map(|plain| { let lie = list(plain.hospitals.len() as u32, 0, false); (Just(plain), lie) }),
        liar in any::<prop::sample::Index>(),
        seed in any::<u64>(),
    ) {
        let liar = liar.index(truth.residents.len());
        let mut lied = truth.clone();
        lied.residents[liar] = lie;
        let honest = solve(&truth, Side::Residents, TieBreak::Seed(seed))[liar];
        let dishonest = solve(&lied, Side::Residents, TieBreak::Seed(seed))[liar];
        prop_assert!(truth.regret(liar as u32, honest) <= truth.regret(liar as u32, dishonest));
    }

    #[test]
    fn the_certificate_agrees_with_the_definition_on_any_matching(
        (plain, matching) in plain(5, 0, true).prop_flat_map(|plain| {
            // Also a hospital, and a resident, who do not exist.
            let hospital = prop::option::of(0..=plain.hospitals.len() as u32);
            let matching = prop::collection::vec(hospital, 0..=plain.residents.len() + 1);
            (Just(plain), matching)
        }),
    ) {
        let certificate = certify(&plain.instance(), &Matching::new(matching.clone()));
        let mut blocking: Vec<(u32, u32)> =
            certificate.blocking_pairs.iter().map(|pair| (pair.resident, pair.hospital)).collect();
        blocking.sort_unstable();
        prop_assert_eq!(blocking, plain.blocking(&matching, 1, 2));
        prop_assert_eq!(certificate.is_valid(), plain.is_valid(&matching));
        for over in certificate.over_capacity {
            let OverCapacity { hospital, held: given, capacity } = over;
            prop_assert_eq!(given as usize, held(&matching, hospital).len());
            prop_assert_eq!(capacity, plain.capacity[hospital as usize]);
            prop_assert!(given > capacity);
        }
    }

    #[test]
    fn any_lists_are_refused_or_solved_but_never_panic(
        residents in prop::collection::vec(prop::collection::vec(prop::collection::vec(0..5_u32, 0..3), 0..4), 0..5),
        hospitals in prop::collection::vec(prop::collection::vec(prop::collection::vec(0..5_u32, 0..3), 0..4), 0..5),
        seed in any::<u64>(),
    ) {
        let capacity = (0..hospitals.len() as u32).collect();
        let plain = Plain { residents, hospitals, capacity };
        let repeats = |lists: &[Classes]| lists.iter().any(|list| {
            let mut people = list.concat();
            people.sort_unstable();
            people.windows(2).any(|pair| pair[0] == pair[1])
        });
        let strangers = |lists: &[Classes], others: usize| lists.iter().flatten().flatten().any(|&p| p as usize >= others);
        let wrong = repeats(&plain.residents) || repeats(&plain.hospitals)
            || strangers(&plain.residents, plain.hospitals.len())
            || strangers(&plain.hospitals, plain.residents.len());
        match plain.try_instance() {
            Ok(instance) => {
                prop_assert!(!wrong);
                let matching = stable_matching(&instance, Side::Residents, TieBreak::Seed(seed));
                prop_assert!(certify(&instance, &matching).is_stable());
            }
            Err(_) => prop_assert!(wrong),
        }
    }
}
