use pairing::relief::{Opening, Relief, relief};
use pairing::{Matching, Side, TieBreak, stable_matching};
use proptest::prelude::*;

use crate::cases;
use crate::plain::{Matched, Plain, held, plain, rank};

fn solve(plain: &Plain) -> Matched {
    stable_matching(&plain.instance(), Side::Residents, TieBreak::ListOrder).as_slice().to_vec()
}

fn opened(plain: &Plain, opening: Opening) -> Plain {
    let mut plain = plain.clone();
    match opening {
        Opening::Place { hospital } => plain.capacity[hospital as usize] += 1,
        Opening::HospitalAccepts { hospital, resident } => {
            plain.hospitals[hospital as usize].push(vec![resident]);
        }
        Opening::ResidentAccepts { resident, hospital } => {
            plain.residents[resident as usize].push(vec![hospital]);
        }
    }
    plain
}

/// Who gets a place by it; everybody placed before has to keep one.
fn newly_placed(plain: &Plain, before: &Matched, opening: Opening) -> Vec<u32> {
    let after = solve(&opened(plain, opening));
    assert!(before.iter().zip(&after).all(|(before, after)| before.is_none() || after.is_some()));
    (0..)
        .zip(before.iter().zip(&after))
        .filter(|(_, (b, a))| b.is_none() && a.is_some())
        .map(|(r, _)| r)
        .collect()
}

/// Every change that could be meant: any place; any wish not returned by a hospital with a free place,
/// and by a resident without one.
fn conceivable(plain: &Plain, matching: &Matched) -> Vec<Opening> {
    let free = |h: u32| held(matching, h).len() < plain.capacity[h as usize] as usize;
    let mut all = Vec::new();
    for hospital in 0..plain.hospitals.len() as u32 {
        all.push(Opening::Place { hospital });
        for resident in 0..plain.residents.len() as u32 {
            let wished = rank(&plain.residents[resident as usize], hospital).is_some();
            let returned = rank(&plain.hospitals[hospital as usize], resident).is_some();
            if wished && !returned && free(hospital) {
                all.push(Opening::HospitalAccepts { hospital, resident });
            }
            if returned && !wished && free(hospital) && matching[resident as usize].is_none() {
                all.push(Opening::ResidentAccepts { resident, hospital });
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn without_ties_exactly_the_openings_that_place_somebody_are_named(plain in plain(6, 0, false)) {
        let matching = stable_matching(&plain.instance(), Side::Residents, TieBreak::ListOrder);
        let before = matching.as_slice().to_vec();
        let mut found = relief(&plain.instance(), &matching);
        prop_assert!(found.is_sorted_by_key(|relief| relief.moved));
        found.sort_by_key(|relief| relief.opening);
        let mut expected: Vec<(Opening, u32)> = Vec::new();
        for opening in conceivable(&plain, &before) {
            let placed = newly_placed(&plain, &before, opening);
            prop_assert!(placed.len() <= 1);
            expected.extend(placed.first().map(|&placed| (opening, placed)));
        }
        expected.sort();
        prop_assert_eq!(found.iter().map(|r| (r.opening, r.placed)).collect::<Vec<_>>(), expected);
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn with_ties_whatever_is_named_can_be_done_stably_and_nobody_loses_by_it(plain in plain(5, 0, true)) {
        let matching = stable_matching(&plain.instance(), Side::Residents, TieBreak::ListOrder);
        let before = matching.as_slice();
        for Relief { opening, placed, moved } in relief(&plain.instance(), &matching) {
            let opened = opened(&plain, opening);
            let as_said = |after: &Matched| {
                let changed = (0..).zip(before.iter().zip(after)).filter(|(_, (b, a))| b != a);
                let gains = |r: u32, a: Option<u32>, b: Option<u32>| opened.regret(r, a) < opened.regret(r, b);
                let mut changed = changed.map(|(r, (&b, &a))| (r, gains(r, a, b)));
                after[placed as usize].is_some()
                    && changed.clone().count() == moved as usize + 1
                    && changed.all(|(_, gains)| gains)
            };
            prop_assert!(opened.all_stable().iter().any(as_said), "{:?}", opening);
            prop_assert_eq!(before[placed as usize], None);
        }
    }
}

#[test]
fn a_chain_counts_everybody_it_moves() {
    // One place more at 0 lets 0 come from 1; their place goes to 1, who had none.
    let plain = Plain {
        residents: vec![vec![vec![0], vec![1]], vec![vec![1]], vec![vec![0]]],
        hospitals: vec![vec![vec![2], vec![0]], vec![vec![0], vec![1]]],
        capacity: vec![1, 1],
    };
    let matching = stable_matching(&plain.instance(), Side::Residents, TieBreak::ListOrder);
    let place = |hospital, moved| Relief { opening: Opening::Place { hospital }, placed: 1, moved };
    assert_eq!(relief(&plain.instance(), &matching), [place(1, 0), place(0, 1)]);
}

#[test]
fn somebody_placed_where_nobody_is_has_no_place() {
    let plain = Plain {
        residents: vec![vec![vec![0]], vec![vec![0]], vec![vec![1]], vec![]],
        hospitals: vec![vec![vec![0], vec![1]], vec![vec![3]]],
        capacity: vec![1, 1],
    };
    let matching = Matching::new(vec![Some(7), Some(0), Some(7), Some(7)]);
    let relief_of = |opening, placed| Relief { opening, placed, moved: 0 };
    assert_eq!(
        relief(&plain.instance(), &matching),
        [
            relief_of(Opening::Place { hospital: 0 }, 0),
            relief_of(Opening::HospitalAccepts { hospital: 1, resident: 2 }, 2),
            relief_of(Opening::ResidentAccepts { resident: 3, hospital: 1 }, 3),
        ]
    );
}
