//! Ties, assignment and rotation against one plain pass over their input, in one run:
//! `cargo bench -p pairing --bench relatives`.

mod rotations;

use divan::{Bencher, black_box};
use pairing::assignment::{Problem, Sense};
use pairing::rotation::{Effort, rotate};
use pairing::ties::ticket;
use pairing::{Instance, Side, kiraly, largest};
use rotations::{TWENTY, rotation};

fn main() {
    divan::main();
}

/// Repeatable random numbers below a limit.
struct Draw(u32);

impl Draw {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 += 1;
        let bits = ticket(20_260_901, Side::Residents, self.0) >> 32;
        u32::try_from((bits * u64::from(limit)) >> 32).unwrap_or(0)
    }

    /// So many different numbers below a limit.
    fn some(&mut self, count: u32, limit: u32) -> Vec<u32> {
        let mut drawn = Vec::new();
        while drawn.len() < count as usize {
            let one = self.below(limit);
            if !drawn.contains(&one) {
                drawn.push(one);
            }
        }
        drawn
    }
}

#[derive(Clone, Copy)]
struct Size {
    name: &'static str,
    rows: u32,
    columns: u32,
    shortest: u32,
    longest: u32,
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

const SCHOOL: Size = Size { name: "1_school", rows: 60, columns: 60, shortest: 5, longest: 5 };
const ALLOCATION: Size = Size { name: "2_allocation", rows: 759, columns: 53, shortest: 6, longest: 6 };
const CITY: Size = Size { name: "2_city", rows: 1_000, columns: 700, shortest: 196, longest: 196 };
const COUNTRY: Size = Size { name: "3_country", rows: 20_000, columns: 14_000, shortest: 10, longest: 18 };
const SQUARE: Size = Size { name: "4_square", rows: 20_000, columns: 20_000, shortest: 10, longest: 18 };
const STRESS: Size = Size { name: "5_stress", rows: 1_000_000, columns: 700_000, shortest: 10, longest: 10 };

/// Lists cut into ties; hospitals rank whoever ranked them.
struct Tied {
    residents: Vec<Vec<Vec<u32>>>,
    hospitals: Vec<Vec<Vec<u32>>>,
    places: u32,
}

fn tied(size: Size, resident_ties: u32, hospital_ties: u32) -> Tied {
    let mut draw = Draw(0);
    let cut = |list: &[u32], percent: u32, draw: &mut Draw| {
        let mut classes: Vec<Vec<u32>> = Vec::new();
        for &person in list {
            match classes.last_mut() {
                Some(class) if draw.below(100) < percent => class.push(person),
                _ => classes.push(vec![person]),
            }
        }
        classes
    };
    let mut applicants = vec![Vec::new(); size.columns as usize];
    let mut residents = Vec::new();
    for resident in 0..size.rows {
        let length = size.shortest + draw.below(size.longest - size.shortest + 1);
        let list = draw.some(length, size.columns);
        for &hospital in &list {
            applicants[hospital as usize].push(resident);
        }
        residents.push(cut(&list, resident_ties, &mut draw));
    }
    let mut hospitals = Vec::new();
    for (hospital, mut list) in (0..).zip(applicants) {
        list.sort_unstable_by_key(|&resident| ticket(hospital, Side::Hospitals, resident));
        hospitals.push(cut(&list, hospital_ties, &mut draw));
    }
    Tied { residents, hospitals, places: size.rows.div_ceil(size.columns) }
}

fn index(tied: &Tied) -> Instance {
    let mut builder = Instance::builder();
    for list in &tied.residents {
        builder.resident(list);
    }
    for list in &tied.hospitals {
        builder.hospital(tied.places, list);
    }
    match builder.build() {
        Ok(instance) => instance,
        Err(error) => panic!("the generator makes clean lists: {error}"),
    }
}

/// Floor: every wish of both sides, once.
#[divan::bench(args = [SCHOOL, ALLOCATION, COUNTRY, STRESS])]
fn ties_floor_read(bencher: Bencher, size: Size) {
    let instance = index(&tied(size, 40, 60));
    bencher.bench_local(|| {
        let read = |side| -> u32 {
            (0..instance.count(side))
                .flat_map(|owner| instance.wishes(side, owner))
                .fold(0, |sum, wish| sum.wrapping_add(wish.other))
        };
        read(black_box(Side::Residents)).wrapping_add(read(Side::Hospitals))
    });
}

#[divan::bench(args = [SCHOOL, ALLOCATION, COUNTRY, STRESS])]
fn ties_kiraly(bencher: Bencher, size: Size) {
    let instance = index(&tied(size, 40, 60));
    bencher.bench_local(|| kiraly(black_box(&instance)));
}

/// A largest one, found and proved: ties on both sides at school size, on the hospitals' side at the
/// shape of a national allocation.
#[divan::bench(args = [SCHOOL, ALLOCATION])]
fn ties_largest(bencher: Bencher, size: Size) {
    let resident_ties = if size.rows == SCHOOL.rows { 40 } else { 0 };
    let instance = index(&tied(size, resident_ties, 85));
    let effort = pairing::Effort::default();
    assert!(largest(&instance, effort).proof.is_some(), "the figure is meant with the proof");
    bencher.bench_local(|| largest(black_box(&instance), effort));
}

type Rows = Vec<Vec<(u32, [i64; 1])>>;

fn costs(size: Size) -> Rows {
    let mut draw = Draw(0);
    let mut row = || {
        let length = size.shortest + draw.below(size.longest - size.shortest + 1);
        draw.some(length, size.columns).into_iter().map(|c| (c, [i64::from(draw.below(1_000))])).collect()
    };
    (0..size.rows).map(|_| row()).collect()
}

/// Floor: every cost, once.
#[divan::bench(args = [CITY, COUNTRY, SQUARE])]
fn assignment_floor_read(bencher: Bencher, size: Size) {
    let rows = costs(size);
    bencher.bench_local(|| {
        black_box(&rows).iter().flatten().fold(0, |sum, &(column, [cost])| sum + cost + i64::from(column))
    });
}

#[divan::bench(args = [CITY, COUNTRY, SQUARE])]
fn assignment_solve(bencher: Bencher, size: Size) {
    let mut builder = Problem::builder(&vec![1; size.columns as usize], 1);
    for row in costs(size) {
        builder.row(1, row);
    }
    let problem = match builder.build() {
        Ok(problem) => problem,
        Err(error) => panic!("the generator makes clean rows: {error}"),
    };
    bencher.bench_local(|| black_box(&problem).solve(Sense::Min));
}

const ROTATIONS: [rotations::Size; 3] = [TWENTY, (60, 60, 10, 20, 20), (200, 150, 20, 20, 20)];

/// Floor: for every two people, every slot once.
#[divan::bench(args = ROTATIONS)]
fn rotation_floor_read(bencher: Bencher, size: rotations::Size) {
    let (newcomers, mentors, weeks, a_week, _) = size;
    let free = vec![true; (newcomers.max(mentors) * weeks * a_week) as usize];
    bencher.bench_local(|| {
        let slots = (weeks * a_week) as usize;
        let rows = |count: u32| black_box(&free).chunks_exact(slots).take(count as usize);
        rows(newcomers)
            .flat_map(|one| rows(mentors).map(move |other| one.iter().zip(other)))
            .map(|pairs| pairs.filter(|(one, other)| **one && **other).count())
            .sum::<usize>()
    });
}

#[divan::bench(args = ROTATIONS)]
fn rotation_plan(bencher: Bencher, size: rotations::Size) {
    let task = rotation(size);
    let complete = rotate(&task, Effort::default()).is_ok_and(|timetable| timetable.is_complete());
    assert!(complete, "the figure is meant for a complete timetable");
    bencher.bench_local(|| rotate(black_box(&task), Effort::default()));
}
