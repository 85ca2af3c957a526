//! Ties: both approximations are stable and large enough, the largest is largest and proved, the kinds of
//! stability are as defined.

use pairing::largest::{Effort, kiraly, largest};
use pairing::{Matching, Proof, Side, Stability, TieBreak, blocking_pairs, cover_allows, stable_matching};

use super::bytes::Bytes;
use super::plain::{Matched, Plain};

fn tied(bytes: &mut Bytes<'_>) -> Plain {
    Plain::drawn(bytes, 6, |bytes| bytes.below(5) > 1)
}

/// Whether the proof, read on its own, allows no pair more.
pub(crate) fn proves(plain: &Plain, size: usize, proof: &Proof) -> bool {
    let Proof::Cover { residents, hospitals } = proof else { return true };
    let covered = (0..plain.residents.len() as u32).all(|r| {
        (0..plain.hospitals.len() as u32)
            .all(|h| plain.ranks(r, h).is_none() || residents.contains(&r) || hospitals.contains(&h))
    });
    let places: u32 = hospitals.iter().map(|&h| plain.capacity[h as usize]).sum();
    covered && residents.len() + places as usize == size
}

/// Some cover, mostly a wrong one, is read as written: uncovered pairs are named, and the bound is the sum.
fn check_cover(plain: &Plain, bytes: &mut Bytes<'_>) {
    let residents = bytes.some_of(plain.residents.len() as u32);
    let hospitals = bytes.some_of(plain.hospitals.len() as u32);
    let open =
        |r: u32, h: u32| plain.ranks(r, h).is_some() && !residents.contains(&r) && !hospitals.contains(&h);
    match cover_allows(&plain.instance(), &residents, &hospitals) {
        Err(pair) => assert!(open(pair.resident, pair.hospital)),
        Ok(allowed) => {
            let everybody =
                || (0..plain.residents.len() as u32).zip(std::iter::repeat(0..plain.hospitals.len() as u32));
            assert!(everybody().all(|(r, mut all)| !all.any(|h| open(r, h))));
            let places: u32 = hospitals.iter().map(|&h| plain.capacity[h as usize]).sum();
            assert_eq!(allowed, residents.len() as u64 + u64::from(places));
        }
    }
}

/// Some valid matching.
fn valid(plain: &Plain, bytes: &mut Bytes<'_>) -> Matched {
    let mut free = plain.capacity.clone();
    let choose = |resident: usize| {
        let hospital = bytes.below(plain.hospitals.len() as u32 + 1);
        let room = free.get_mut(hospital as usize).filter(|room| **room > 0)?;
        plain.ranks(resident as u32, hospital)?;
        *room -= 1;
        Some(hospital)
    };
    (0..plain.residents.len()).map(choose).collect()
}

/// Any bytes as lists with ties.
pub(crate) fn check(data: &[u8]) {
    let mut bytes = Bytes::new(data);
    let plain = tied(&mut bytes);
    let instance = plain.instance();
    let size = |matching: &[Option<u32>]| matching.iter().flatten().count();
    let most = plain.all_stable().iter().map(|matching| size(matching)).max().unwrap();
    let approximate = kiraly(&instance);
    assert!(plain.is_stable(approximate.as_slice()));
    assert!(3 * approximate.size() >= 2 * most && approximate.size() <= most);
    let seed = u64::from(bytes.below(4));
    for effort in [Effort { seed, ..Effort::default() }, Effort { exchanges: 0, conflicts: u64::MAX, seed }] {
        let found = largest(&instance, effort);
        assert!(plain.is_stable(found.matching.as_slice()));
        assert_eq!((found.matching.size(), found.at_most), (most, most));
        let proof = found.proof.unwrap();
        assert!(proves(&plain, most, &proof));
        if let Proof::Cover { residents, hospitals } = proof {
            assert_eq!(cover_allows(&instance, &residents, &hospitals), Ok(most as u64));
        }
    }
    check_cover(&plain, &mut bytes);
    let cut_off = largest(&instance, Effort { exchanges: 5, conflicts: u64::from(bytes.below(3)), seed });
    assert!(plain.is_stable(cut_off.matching.as_slice()));
    assert!(cut_off.matching.size() <= most && most <= cut_off.at_most);
    for side in [Side::Residents, Side::Hospitals] {
        assert!(plain.is_stable(stable_matching(&instance, side, TieBreak::Seed(seed)).as_slice()));
    }
    let renumbered = plain
        .renumbered(&bytes.order(plain.residents.len() as u32), &bytes.order(plain.hospitals.len() as u32));
    assert_eq!(largest(&renumbered.instance(), Effort::default()).matching.size(), most);
    let picked = valid(&plain, &mut bytes);
    for (kind, each, sum) in [(Stability::Weak, 1, 2), (Stability::Strong, 0, 1), (Stability::Super, 0, 0)] {
        let pairs = blocking_pairs(&instance, &Matching::new(picked.clone()), kind);
        let mut found: Vec<(u32, u32)> = pairs.iter().map(|pair| (pair.resident, pair.hospital)).collect();
        found.sort_unstable();
        assert_eq!(found, plain.blocking(&picked, each, sum), "{kind:?}");
    }
}
