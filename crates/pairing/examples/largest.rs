//! How near the search comes to a largest stable matching at the shape of a national allocation, 759 residents and 53
//! hospitals with ties: `cargo run --release -p pairing --example largest`.
//!
//! Each line stands for one generated instance: how many Király's approximation places and how many the search, how
//! many any stable matching could, whether that was proved, and milliseconds for each of the three.

#![expect(clippy::disallowed_methods, reason = "this program measures")]

use std::error::Error;
use std::time::Instant;

use pairing::ties::ticket;
use pairing::{BuildError, Effort, Instance, Side, kiraly, largest};

const RESIDENTS: u32 = 759;
const HOSPITALS: u32 = 53;
const WISHES: usize = 6;
const INSTANCES: u32 = 5;

/// How often the first hospitals are wished for to once for the last, and places of each hospital.
#[derive(Clone, Copy)]
struct Shape {
    name: &'static str,
    popularity: u32,
    places: u32,
}

const SHAPES: [Shape; 3] = [
    Shape { name: "all alike", popularity: 1, places: RESIDENTS.div_ceil(HOSPITALS) },
    Shape { name: "popular", popularity: 5, places: RESIDENTS.div_ceil(HOSPITALS) },
    Shape { name: "popular, short of places", popularity: 5, places: RESIDENTS / HOSPITALS },
];

fn main() -> Result<(), Box<dyn Error>> {
    for shape in SHAPES {
        for number in 0..INSTANCES {
            let instance = generated(number, shape)?;
            let (approximation, approximated) = measured(|| kiraly(&instance).size());
            let search = Effort { conflicts: 0, ..Effort::default() };
            let (searching, found) = measured(|| largest(&instance, search).matching.size());
            let (proving, best) = measured(|| largest(&instance, Effort::default()));
            let (size, at_most) = (best.matching.size(), best.at_most);
            let proved = if best.proof.is_some() { "proved" } else { "not proved" };
            println!(
                "{} {number}: Király {approximated}, search {found}, exact {size} of at most {at_most}, {proved}; \
                 {approximation:.3} ms, {searching:.3} ms, {proving:.1} ms",
                shape.name
            );
        }
    }
    Ok(())
}

/// Residents rank hospitals strictly. Hospitals rank whoever ranked them, in random order with 85 % of neighbours alike.
fn generated(number: u32, shape: Shape) -> Result<Instance, BuildError> {
    let mut drawn = number << 20;
    let mut below = |limit: u32| {
        drawn += 1;
        let bits = ticket(20_260_901, Side::Residents, drawn) >> 32;
        u32::try_from((bits * u64::from(limit)) >> 32).unwrap_or(0)
    };
    let mut applicants = vec![Vec::new(); HOSPITALS as usize];
    let mut builder = Instance::builder();
    for resident in 0..RESIDENTS {
        let mut list = Vec::with_capacity(WISHES);
        while list.len() < WISHES {
            let hospital = below(HOSPITALS);
            let wanted = HOSPITALS + (shape.popularity - 1) * (HOSPITALS - hospital);
            if below(shape.popularity * HOSPITALS) < wanted && !list.contains(&hospital) {
                list.push(hospital);
                applicants[hospital as usize].push(resident);
            }
        }
        builder.resident(list.iter().map(|&hospital| [hospital]));
    }
    for (hospital, mut list) in (0..).zip(applicants) {
        list.sort_unstable_by_key(|&resident| ticket(hospital, Side::Hospitals, resident));
        let mut classes: Vec<Vec<u32>> = Vec::new();
        for resident in list {
            match classes.last_mut() {
                Some(class) if below(100) < 85 => class.push(resident),
                _ => classes.push(vec![resident]),
            }
        }
        builder.hospital(shape.places, classes);
    }
    builder.build()
}

/// Milliseconds, and what came of it.
fn measured<T>(run: impl Fn() -> T) -> (f64, T) {
    let start = Instant::now();
    let result = run();
    (start.elapsed().as_secs_f64() * 1_000.0, result)
}
