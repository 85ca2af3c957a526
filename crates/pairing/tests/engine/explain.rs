use pairing::explain::{Outcome, WhyNotHospital, WhyNotResident, WhyUnplaced};
use pairing::{Explainer, Side, stable_matching};
use proptest::prelude::*;

use crate::cases;
use crate::plain::{held, plain};
use crate::stable::tie_break;

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn one_sided_entries_are_all_reported_with_the_number_they_had(plain in plain(5, 0, true)) {
        let instance = plain.instance();
        for (side, lists) in [(Side::Residents, &plain.residents), (Side::Hospitals, &plain.hospitals)] {
            let mut reported = instance.one_sided(side).iter();
            for (owner, list) in (0..).zip(lists.iter()) {
                let mut kept = instance.wishes(side, owner);
                for (number, class) in (1..).zip(list) {
                    for &other in class {
                        let mutual = match side {
                            Side::Residents => plain.ranks(owner, other),
                            Side::Hospitals => plain.ranks(other, owner),
                        };
                        let wish = if mutual.is_some() {
                            kept.next().unwrap()
                        } else {
                            let dropped = reported.next().unwrap();
                            prop_assert_eq!(dropped.owner, owner);
                            dropped.wish
                        };
                        prop_assert_eq!(wish, pairing::Wish { other, number });
                    }
                }
                prop_assert_eq!(kept.next(), None);
            }
            prop_assert_eq!(reported.next(), None);
        }
    }

    #[test]
    fn explanations_of_a_stable_matching_hold(plain in plain(5, 0, true), ties in tie_break()) {
        let instance = plain.instance();
        let matching = stable_matching(&instance, Side::Residents, ties);
        let explainer = Explainer::new(&instance, &matching);
        for resident in 0..plain.residents.len() as u32 {
            let (unmet, better_than) = match explainer.resident(resident).unwrap() {
                Outcome::Placed { hospital, wish, better } => {
                    prop_assert_eq!(wish.map(|n| n as usize - 1), plain.ranks(resident, hospital).map(|r| r.0));
                    (better, wish.unwrap())
                }
                Outcome::Unplaced { cause, wishes } => {
                    let wished: Vec<u32> = plain.residents[resident as usize].concat();
                    let expected = if wished.is_empty() {
                        WhyUnplaced::NoWishes
                    } else if wished.iter().all(|&hospital| plain.ranks(resident, hospital).is_none()) {
                        WhyUnplaced::NotListed
                    } else {
                        WhyUnplaced::AllFull
                    };
                    prop_assert_eq!(cause, expected);
                    (wishes, u32::MAX)
                }
            };
            let all = (1..).zip(&plain.residents[resident as usize]).take_while(|&(n, _)| n < better_than);
            prop_assert_eq!(unmet.len(), all.map(|(_, class)| class.len()).sum::<usize>());
            for wish in unmet {
                let inside = held(matching.as_slice(), wish.other);
                let theirs = plain.ranks(resident, wish.other).map(|(_, theirs)| theirs);
                let as_high = |how: fn(&usize, &usize) -> bool| inside.iter()
                    .filter(|&&other| how(&plain.ranks(other, wish.other).unwrap().1, &theirs.unwrap())).count() as u32;
                match wish.reason {
                    WhyNotHospital::NotListed => prop_assert_eq!(theirs, None),
                    WhyNotHospital::NoPlaces => prop_assert_eq!(plain.capacity[wish.other as usize], 0),
                    WhyNotHospital::Full { ranked_at_least_as_high, of_these_equal } => {
                        prop_assert_eq!(ranked_at_least_as_high, plain.capacity[wish.other as usize]);
                        prop_assert_eq!(ranked_at_least_as_high, as_high(usize::le));
                        prop_assert_eq!(of_these_equal, as_high(usize::eq));
                    }
                    WhyNotHospital::Passed => prop_assert!(false, "stable, yet somebody was passed over"),
                }
            }
        }
        for hospital in 0..plain.hospitals.len() as u32 {
            let intake = explainer.hospital(hospital).unwrap();
            let given: Vec<u32> = intake.given.iter().map(|given| given.resident).collect();
            prop_assert_eq!(given, held(matching.as_slice(), hospital));
            prop_assert!(intake.better.iter().all(|wish| wish.reason != WhyNotResident::Passed));
        }
    }
}
