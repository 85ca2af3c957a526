//! Strict lists: stability, both optima, the rural hospitals theorem, the lattice; against trying everything
//! and against deferred acceptance as a textbook has it.

use pairing::largest::{Effort, kiraly, largest};
use pairing::relief::relief;
use pairing::stability::{Stability, blocking_pairs};
use pairing::{Explainer, Instance, Lattice, Matching, Side, TieBreak, certify, stable_matching};

use super::bytes::Bytes;
use super::plain::{Classes, Matched, Plain, held, rank};

/// Any bytes as lists.
pub(crate) fn check(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    match bytes.below(4) {
        0 => any_lists(&mut bytes),
        1 => check_large(&mut bytes),
        _ => check_small(&mut bytes),
    }
}

/// Lists nobody has checked, and a matching that may name anybody: refused or answered.
fn any_lists(bytes: &mut Bytes<'_>) {
    let mut builder = Instance::builder();
    let list = |bytes: &mut Bytes<'_>| -> Classes {
        let class = |bytes: &mut Bytes<'_>| (0..bytes.below(3)).map(|_| bytes.below(6)).collect();
        (0..bytes.below(5)).map(|_| class(bytes)).collect()
    };
    let (residents, hospitals) = (bytes.below(6), bytes.below(6));
    for _ in 0..residents {
        builder.resident(list(bytes));
    }
    for _ in 0..hospitals {
        let capacity = [1, 2, 0, u32::MAX][bytes.below(4) as usize];
        builder.hospital(capacity, list(bytes));
    }
    let Ok(instance) = builder.build() else { return };
    let ties = if bytes.flag() { TieBreak::ListOrder } else { TieBreak::Seed(bytes.number().unsigned_abs()) };
    for side in [Side::Residents, Side::Hospitals] {
        assert!(certify(&instance, &stable_matching(&instance, side, ties)).is_stable());
    }
    assert!(certify(&instance, &kiraly(&instance)).is_stable());
    assert!(certify(&instance, &largest(&instance, Effort::default()).matching).is_stable());
    let given = (0..bytes.below(8)).map(|_| Some(bytes.below(8)).filter(|&hospital| hospital < 7));
    let matching = Matching::new(given.collect());
    let certificate = certify(&instance, &matching);
    if certificate.is_valid() {
        assert_eq!(certificate.blocking_pairs.is_empty(), certificate.is_stable());
    }
    let explainer = Explainer::new(&instance, &matching);
    for person in 0..8 {
        assert_eq!(explainer.resident(person).is_some(), person < residents);
        assert_eq!(explainer.hospital(person).is_some(), person < hospitals);
    }
    for kind in [Stability::Weak, Stability::Strong, Stability::Super] {
        blocking_pairs(&instance, &matching, kind);
    }
    relief(&instance, &matching);
}

fn strict(bytes: &mut Bytes<'_>, most: u32) -> Plain {
    Plain::drawn(bytes, most, |_| false)
}

fn solved(plain: &Plain, side: Side) -> Matched {
    stable_matching(&plain.instance(), side, TieBreak::ListOrder).as_slice().to_vec()
}

fn check_small(bytes: &mut Bytes<'_>) {
    let plain = strict(bytes, 6);
    check_all(&plain);
    check_both_ways(&plain, bytes);
}

/// Both optima and the lattice are what trying everything finds.
pub(crate) fn check_all(plain: &Plain) {
    let mut all = plain.all_stable();
    let (best, worst) = (solved(plain, Side::Residents), solved(plain, Side::Hospitals));
    let regret = |matching: &Matched, r: u32| plain.regret(r, matching[r as usize]);
    assert!(all.contains(&best) && all.contains(&worst));
    for matching in &all {
        for r in 0..plain.residents.len() as u32 {
            assert!(regret(&best, r) <= regret(matching, r) && regret(matching, r) <= regret(&worst, r));
            assert_eq!(best[r as usize].is_some(), matching[r as usize].is_some(), "rural hospitals");
        }
        for h in 0..plain.hospitals.len() as u32 {
            let (one, other) = (held(&best, h), held(matching, h));
            assert_eq!(one.len(), other.len(), "rural hospitals");
            assert!(one.len() == plain.capacity[h as usize] as usize || one == other, "rural hospitals");
        }
    }
    let instance = plain.instance();
    let lattice = Lattice::new(&instance).unwrap();
    let mut listed: Vec<Matched> = lattice.matchings().map(|matching| matching.as_slice().to_vec()).collect();
    for chosen in [lattice.egalitarian(), lattice.minimum_regret(), lattice.rank_maximal()] {
        assert!(all.iter().any(|matching| matching == chosen.as_slice()));
    }
    listed.sort();
    all.sort();
    assert_eq!(listed, all);
}

fn check_large(bytes: &mut Bytes<'_>) {
    let plain = strict(bytes, 30);
    for side in [Side::Residents, Side::Hospitals] {
        assert!(certify(&plain.instance(), &Matching::new(solved(&plain, side))).is_stable());
        assert!(plain.is_stable(&solved(&plain, side)));
    }
    let instance = plain.instance();
    let lattice = Lattice::new(&instance).unwrap();
    assert_eq!(lattice.optimal_for(Side::Hospitals).as_slice(), solved(&plain, Side::Hospitals));
    for chosen in [lattice.egalitarian(), lattice.minimum_regret(), lattice.rank_maximal()] {
        assert!(plain.is_stable(chosen.as_slice()));
    }
    check_choices(&plain, &lattice);
    check_both_ways(&plain, bytes);
}

/// The best by each measure is no worse than any that is listed.
fn check_choices(plain: &Plain, lattice: &Lattice<'_>) {
    let ranks = |matching: &Matching| -> Vec<(usize, usize)> {
        let pairs = (0..).zip(matching.as_slice()).filter_map(|(r, h)| h.map(|h| (r, h)));
        pairs.map(|(r, h)| plain.ranks(r, h).unwrap()).collect()
    };
    let sum = |matching: &Matching| ranks(matching).iter().map(|(mine, theirs)| mine + theirs).sum::<usize>();
    let regret = |matching: &Matching| ranks(matching).iter().map(|(mine, theirs)| *mine.max(theirs)).max();
    let profile = |matching: &Matching| -> Vec<usize> {
        (0..30).map(|at| ranks(matching).iter().filter(|(mine, _)| *mine == at).count()).collect()
    };
    let (least_sum, least_regret) = (sum(&lattice.egalitarian()), regret(&lattice.minimum_regret()));
    let best_profile = profile(&lattice.rank_maximal());
    for listed in lattice.matchings().take(60) {
        assert!(plain.is_stable(listed.as_slice()));
        assert!(
            least_sum <= sum(&listed) && least_regret <= regret(&listed) && best_profile >= profile(&listed)
        );
    }
}

/// The textbook agrees, and other numbers for the same people change nothing.
fn check_both_ways(plain: &Plain, bytes: &mut Bytes<'_>) {
    let residents = bytes.order(plain.residents.len() as u32);
    let hospitals = bytes.order(plain.hospitals.len() as u32);
    let renumbered = plain.renumbered(&residents, &hospitals);
    for side in [Side::Residents, Side::Hospitals] {
        let matching = solved(plain, side);
        assert_eq!(matching, textbook(plain, side));
        let again = solved(&renumbered, side);
        for (resident, hospital) in (0..).zip(&matching) {
            let hospital = hospital.map(|hospital: u32| hospitals[hospital as usize]);
            assert_eq!(again[residents[resident] as usize], hospital, "under other numbers");
        }
    }
}

/// Gale and Shapley's rule by hand: whoever is free asks the next on their list.
fn textbook(plain: &Plain, asking: Side) -> Matched {
    let count = |side| if side == Side::Residents { plain.residents.len() } else { plain.hospitals.len() };
    let places = |side, person: u32| match side {
        Side::Residents => 1,
        Side::Hospitals => plain.capacity[person as usize] as usize,
    };
    let list = |side, person: u32| match side {
        Side::Residents => &plain.residents[person as usize],
        Side::Hospitals => &plain.hospitals[person as usize],
    };
    let asked = if asking == Side::Residents { Side::Hospitals } else { Side::Residents };
    let mut next = vec![0; count(asking)];
    let mut holds: Vec<Vec<u32>> = vec![Vec::new(); count(asked)];
    let free = |holds: &[Vec<u32>], next: &[usize], person: u32| {
        let given = holds.iter().filter(|held| held.contains(&person)).count();
        given < places(asking, person) && next[person as usize] < list(asking, person).len()
    };
    while let Some(person) = (0..count(asking) as u32).find(|&person| free(&holds, &next, person)) {
        let other = list(asking, person)[next[person as usize]][0];
        next[person as usize] += 1;
        let Some(_) = rank(list(asked, other), person) else { continue };
        let held = &mut holds[other as usize];
        held.push(person);
        held.sort_by_key(|&one| rank(list(asked, other), one));
        held.truncate(places(asked, other));
    }
    let pair = |resident: u32| match asking {
        Side::Residents => (0..).zip(&holds).find(|(_, held)| held.contains(&resident)).map(|(h, _)| h),
        Side::Hospitals => holds[resident as usize].first().copied(),
    };
    (0..plain.residents.len() as u32).map(pair).collect()
}
