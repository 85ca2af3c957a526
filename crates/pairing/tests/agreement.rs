//! The engine against the definitions, on instances small enough to try everything.
#![expect(clippy::cast_possible_truncation, reason = "everybody fits on one hand")]
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as loudly as tests")]

use proptest::prelude::*;

use pairing::explain::{Outcome, WhyNotHospital, WhyNotResident, WhyUnplaced};
use pairing::{Explainer, Instance, Matching, OverCapacity, Pair, Side, TieBreak, certify, stable_matching};

type Classes = Vec<Vec<u32>>;

/// Plain lists as a person would write them down; nothing here is shared with the crate.
#[derive(Debug, Clone)]
struct Plain {
    residents: Vec<Classes>,
    hospitals: Vec<Classes>,
    capacity: Vec<u32>,
}

fn held(matching: &[Option<u32>], hospital: u32) -> Vec<u32> {
    (0..matching.len() as u32).filter(|&r| matching[r as usize] == Some(hospital)).collect()
}

fn rank(list: &Classes, person: u32) -> Option<usize> {
    list.iter().position(|class| class.contains(&person))
}

impl Plain {
    fn instance(&self) -> Instance {
        self.try_instance().unwrap()
    }

    fn try_instance(&self) -> Result<Instance, pairing::BuildError> {
        let mut builder = Instance::builder();
        for list in &self.residents {
            builder.resident(list);
        }
        for (list, &capacity) in self.hospitals.iter().zip(&self.capacity) {
            builder.hospital(capacity, list);
        }
        builder.build()
    }

    fn ranks(&self, resident: u32, hospital: u32) -> Option<(usize, usize)> {
        Some((
            rank(self.residents.get(resident as usize)?, hospital)?,
            rank(self.hospitals.get(hospital as usize)?, resident)?,
        ))
    }

    /// The definition, word for word.
    fn blocking(&self, matching: &[Option<u32>]) -> Vec<Pair> {
        let mut blocking = Vec::new();
        for resident in 0..self.residents.len() as u32 {
            let current = matching.get(resident as usize).copied().flatten();
            let current = current.and_then(|h| self.ranks(resident, h)).map(|(mine, _)| mine);
            let mut own = Vec::new();
            for hospital in 0..self.hospitals.len() as u32 {
                let Some((mine, theirs)) = self.ranks(resident, hospital) else { continue };
                let inside = held(matching, hospital);
                let capacity = self.capacity[hospital as usize] as usize;
                let gains = current.is_none_or(|current| mine < current);
                let worse = |&other: &u32| self.ranks(other, hospital).is_none_or(|(_, rank)| rank > theirs);
                if gains && capacity > 0 && (inside.len() < capacity || inside.iter().any(worse)) {
                    own.push((mine, Pair { resident, hospital }));
                }
            }
            own.sort_by_key(|&(mine, pair)| (mine, pair));
            blocking.extend(own.into_iter().map(|(_, pair)| pair));
        }
        blocking
    }

    fn valid(&self, matching: &[Option<u32>]) -> bool {
        let mutual = (0..)
            .zip(matching)
            .all(|(resident, hospital)| hospital.is_none_or(|h| self.ranks(resident, h).is_some()));
        let within = (0..self.hospitals.len() as u32)
            .all(|h| held(matching, h).len() <= self.capacity[h as usize] as usize);
        mutual && within
    }

    fn all_stable(&self) -> Vec<Vec<Option<u32>>> {
        let mut partial: Vec<Vec<Option<u32>>> = vec![Vec::new()];
        for resident in 0..self.residents.len() as u32 {
            let mut choices = vec![None];
            choices.extend(
                (0..self.hospitals.len() as u32).filter(|&h| self.ranks(resident, h).is_some()).map(Some),
            );
            partial = partial
                .iter()
                .flat_map(|start| choices.iter().map(move |&choice| [start.as_slice(), &[choice]].concat()))
                .collect();
        }
        partial.retain(|matching| self.valid(matching) && self.blocking(matching).is_empty());
        partial
    }

    /// How well a resident is off; smaller is better, no place is worst.
    fn regret(&self, resident: u32, hospital: Option<u32>) -> usize {
        hospital.and_then(|h| self.ranks(resident, h)).map_or(usize::MAX, |(mine, _)| mine)
    }
}

/// A list of some of `others`, in any order, cut into classes where `tied` allows.
fn list(others: u32, tied: bool) -> impl Strategy<Value = Classes> {
    let everybody: Vec<u32> = (0..others).collect();
    let order = Just(everybody).prop_shuffle();
    (order, 0..=others as usize, prop::collection::vec(any::<bool>(), others as usize)).prop_map(
        move |(order, length, with_previous)| {
            let mut classes: Classes = Vec::new();
            for (&person, joined) in order[..length].iter().zip(with_previous) {
                match classes.last_mut() {
                    Some(class) if tied && joined => class.push(person),
                    _ => classes.push(vec![person]),
                }
            }
            classes
        },
    )
}

fn plain(tied: bool) -> impl Strategy<Value = Plain> {
    (0..=5_u32, 0..=4_u32).prop_flat_map(move |(residents, hospitals)| {
        (
            prop::collection::vec(list(hospitals, tied), residents as usize),
            prop::collection::vec(list(residents, tied), hospitals as usize),
            prop::collection::vec(0..=3_u32, hospitals as usize),
        )
            .prop_map(|(residents, hospitals, capacity)| Plain { residents, hospitals, capacity })
    })
}

fn tie_break() -> impl Strategy<Value = TieBreak> {
    prop_oneof![Just(TieBreak::ListOrder), any::<u64>().prop_map(TieBreak::Seed)]
}

fn solve(plain: &Plain, side: Side, ties: TieBreak) -> Vec<Option<u32>> {
    stable_matching(&plain.instance(), side, ties).as_slice().to_vec()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn both_directions_are_stable_by_definition_with_any_ties(plain in plain(true), ties in tie_break()) {
        for side in [Side::Residents, Side::Hospitals] {
            let matching = solve(&plain, side, ties);
            prop_assert_eq!(matching.len(), plain.residents.len());
            prop_assert!(plain.valid(&matching), "{:?}", matching);
            prop_assert_eq!(plain.blocking(&matching), vec![]);
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_matching(plain in plain(true), seed in any::<u64>()) {
        let once = solve(&plain, Side::Residents, TieBreak::Seed(seed));
        prop_assert_eq!(once, solve(&plain, Side::Residents, TieBreak::Seed(seed)));
    }

    #[test]
    fn a_seed_changes_nothing_where_nobody_ties(plain in plain(false), seed in any::<u64>()) {
        for side in [Side::Residents, Side::Hospitals] {
            prop_assert_eq!(solve(&plain, side, TieBreak::Seed(seed)), solve(&plain, side, TieBreak::ListOrder));
        }
    }

    #[test]
    fn each_direction_is_one_end_of_all_stable_matchings(plain in plain(false)) {
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
    fn rural_hospitals_the_same_people_are_placed_in_every_stable_matching(plain in plain(false)) {
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
        (truth, lie) in plain(false).prop_filter("somebody", |plain| !plain.residents.is_empty())
            .prop_flat_map(|plain| { let lie = list(plain.hospitals.len() as u32, false); (Just(plain), lie) }),
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
        (plain, matching) in plain(true).prop_flat_map(|plain| {
            // Also a hospital, and a resident, who do not exist.
            let hospital = prop::option::of(0..=plain.hospitals.len() as u32);
            let matching = prop::collection::vec(hospital, 0..=plain.residents.len() + 1);
            (Just(plain), matching)
        }),
    ) {
        let certificate = certify(&plain.instance(), &Matching::new(matching.clone()));
        let mut blocking = certificate.blocking_pairs.clone();
        blocking.sort_by_key(|pair| (pair.resident, plain.ranks(pair.resident, pair.hospital), *pair));
        let mut expected = plain.blocking(&matching);
        expected.sort_by_key(|pair| (pair.resident, plain.ranks(pair.resident, pair.hospital), *pair));
        prop_assert_eq!(blocking, expected);
        prop_assert_eq!(certificate.is_valid(), plain.valid(&matching));
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

    #[test]
    fn one_sided_entries_are_all_reported_with_the_number_they_had(plain in plain(true)) {
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
    fn explanations_of_a_stable_matching_hold(plain in plain(true), ties in tie_break()) {
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
                    prop_assert_ne!(cause, WhyUnplaced::Passed);
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
