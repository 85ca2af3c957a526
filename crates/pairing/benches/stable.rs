//! Solver against its floors, in one run: `cargo bench -p pairing`.
//!
//! Speed is meant as a ratio, so the floors stand here too: reading both sides' lists once from end to
//! end; touching memory at random once for each entry, which any cross index has to do; and once for
//! each offer that deferred acceptance has to make, each touch waiting for the one before.

use divan::{Bencher, black_box};
use pairing::ties::ticket;
use pairing::{Instance, Matching, Side, TieBreak, certify, stable_matching};

fn main() {
    divan::main();
}

/// Residents, hospitals and the bounds of the residents' list lengths.
#[derive(Clone, Copy)]
struct Size {
    name: &'static str,
    residents: u32,
    hospitals: u32,
    shortest: u32,
    longest: u32,
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

const SIZES: [Size; 4] = [
    Size { name: "1_school", residents: 20, hospitals: 20, shortest: 20, longest: 20 },
    Size { name: "2_city", residents: 1_000, hospitals: 700, shortest: 20, longest: 20 },
    Size { name: "3_country", residents: 20_000, hospitals: 14_000, shortest: 10, longest: 20 },
    Size { name: "4_stress", residents: 1_000_000, hospitals: 700_000, shortest: 10, longest: 10 },
];

/// Plain lists, one behind the other: what a program has before it asks for a matching.
struct Lists {
    first: Vec<usize>,
    people: Vec<u32>,
}

impl Lists {
    fn of(&self, owner: usize) -> &[u32] {
        &self.people[self.first[owner]..self.first[owner + 1]]
    }
}

struct Generated {
    residents: Lists,
    hospitals: Lists,
}

/// Residents rank hospitals drawn uniformly; each hospital ranks whoever ranked it, in random order.
fn generate(size: Size) -> Generated {
    let mut drawn = 0;
    let mut below = |limit: u32| {
        drawn += 1;
        let bits = ticket(20_260_901, Side::Residents, drawn) >> 32;
        u32::try_from((bits * u64::from(limit)) >> 32).unwrap_or(0)
    };
    let mut residents = Lists { first: vec![0], people: Vec::new() };
    let mut applicants = vec![Vec::new(); size.hospitals as usize];
    for resident in 0..size.residents {
        let start = residents.people.len();
        let length = (size.shortest + below(size.longest - size.shortest + 1)) as usize;
        while residents.people.len() < start + length {
            let hospital = below(size.hospitals);
            if !residents.people[start..].contains(&hospital) {
                residents.people.push(hospital);
                applicants[hospital as usize].push(resident);
            }
        }
        residents.first.push(residents.people.len());
    }
    let mut hospitals = Lists { first: vec![0], people: Vec::new() };
    for (hospital, mut list) in (0..).zip(applicants) {
        list.sort_unstable_by_key(|&resident| ticket(hospital, Side::Hospitals, resident));
        hospitals.people.extend(list);
        hospitals.first.push(hospitals.people.len());
    }
    Generated { residents, hospitals }
}

fn index(lists: &Generated) -> Instance {
    let mut builder = Instance::builder();
    builder.reserve(lists.residents.people.len());
    for resident in 0..lists.residents.first.len() - 1 {
        builder.resident(lists.residents.of(resident).iter().map(|&hospital| [hospital]));
    }
    for hospital in 0..lists.hospitals.first.len() - 1 {
        builder.hospital(1, lists.hospitals.of(hospital).iter().map(|&resident| [resident]));
    }
    match builder.build() {
        Ok(instance) => instance,
        Err(error) => panic!("the generator makes clean lists: {error}"),
    }
}

/// Offers that residents make until their optimum is reached: down to the one that was accepted.
fn offers(instance: &Instance, matching: &Matching) -> usize {
    (0..instance.count(Side::Residents))
        .map(|resident| {
            let mut wishes = instance.wishes(Side::Residents, resident);
            let last = matching.hospital_of(resident);
            let before = wishes.by_ref().take_while(|wish| Some(wish.other) != last).count();
            before + usize::from(last.is_some())
        })
        .sum()
}

/// Floor: both sides' lists, once, from end to end.
#[divan::bench(args = SIZES)]
fn floor_read_lists(bencher: Bencher, size: Size) {
    let lists = generate(size);
    let read = |people: &[u32]| people.iter().fold(0_u32, |sum, &person| sum.wrapping_add(person));
    bencher.bench_local(|| {
        read(black_box(&lists.residents.people)).wrapping_add(read(black_box(&lists.hospitals.people)))
    });
}

/// Floor: one touch at random for each entry of one side, none waiting for another.
#[divan::bench(args = SIZES)]
fn floor_touch_per_entry(bencher: Bencher, size: Size) {
    let lists = generate(size);
    let mut target = vec![0_u32; lists.hospitals.people.len()];
    let spread = (0..lists.residents.people.len()).map(|entry| entry as u64);
    let order: Vec<u32> = spread
        .map(|entry| ticket(entry, Side::Residents, 0) >> 32)
        .map(|bits| u32::try_from((bits * target.len() as u64) >> 32).unwrap_or(0))
        .collect();
    bencher.bench_local(|| {
        for &position in black_box(&order) {
            target[position as usize] = position;
        }
        black_box(&mut target);
    });
}

/// Floor: one touch of the entries at random for each offer, each waiting for the one before.
#[divan::bench(args = SIZES)]
fn floor_touch_per_offer(bencher: Bencher, size: Size) {
    let instance = index(&generate(size));
    let offers = offers(&instance, &stable_matching(&instance, Side::Residents, TieBreak::ListOrder));
    let entries: usize = (0..instance.count(Side::Residents))
        .map(|resident| instance.wishes(Side::Residents, resident).count())
        .sum();
    // One cycle through as many slots as there are entries (Sattolo), of an entry's eight bytes each.
    let mut next: Vec<u64> = (0..entries as u64).collect();
    for (drawn, last) in (0..).zip((1..entries).rev()) {
        let other = ticket(7, Side::Residents, drawn) % (last as u64);
        next.swap(last, usize::try_from(other).unwrap_or(0));
    }
    bencher.bench_local(|| (0..offers).fold(0, |at, _| usize::try_from(black_box(&next)[at]).unwrap_or(0)));
}

/// Plain lists to a checked, cross-indexed instance.
#[divan::bench(args = SIZES)]
fn index_lists(bencher: Bencher, size: Size) {
    let lists = generate(size);
    bencher.bench_local(|| index(black_box(&lists)));
}

#[divan::bench(args = SIZES)]
fn solve_for_residents(bencher: Bencher, size: Size) {
    let instance = index(&generate(size));
    bencher.bench_local(|| stable_matching(black_box(&instance), Side::Residents, TieBreak::ListOrder));
}

#[divan::bench(args = SIZES)]
fn solve_for_hospitals(bencher: Bencher, size: Size) {
    let instance = index(&generate(size));
    bencher.bench_local(|| stable_matching(black_box(&instance), Side::Hospitals, TieBreak::ListOrder));
}

/// The certificate of the residents' optimum.
#[divan::bench(args = SIZES)]
fn check(bencher: Bencher, size: Size) {
    let instance = index(&generate(size));
    let matching = stable_matching(&instance, Side::Residents, TieBreak::ListOrder);
    bencher.bench_local(|| certify(black_box(&instance), black_box(&matching)));
}
