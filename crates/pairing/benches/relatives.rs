//! Ties, assignment and rotation against one plain pass over their input, in one run:
//! `cargo bench -p pairing --bench relatives`.

mod drawn;
mod floors;
mod rotations;

use divan::{Bencher, black_box};
use drawn::{Draw, Row, Size};
use pairing::assignment::{Problem, Sense};
use pairing::rotation::{Effort, rotate};
use pairing::ties::ticket;
use pairing::{Instance, Side, kiraly, largest};
use rotations::{TWENTY, rotation};

fn main() {
    divan::main();
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
        let list = draw.list(size);
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
    bencher.bench_local(|| floors::wishes(black_box(&instance)));
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

fn costs(size: Size) -> Vec<Row> {
    let mut draw = Draw(0);
    (0..size.rows).map(|_| draw.row(size)).collect()
}

/// Floor: every cost, once.
#[divan::bench(args = [CITY, COUNTRY, SQUARE])]
fn assignment_floor_read(bencher: Bencher, size: Size) {
    let rows = costs(size);
    bencher.bench_local(|| floors::costs(black_box(&rows)));
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
    let free = floors::free(size);
    bencher.bench_local(|| floors::slots(size, black_box(&free)));
}

#[divan::bench(args = ROTATIONS)]
fn rotation_plan(bencher: Bencher, size: rotations::Size) {
    let task = rotation(size);
    let complete = rotate(&task, Effort::default()).is_ok_and(|timetable| timetable.is_complete());
    assert!(complete, "the figure is meant for a complete timetable");
    bencher.bench_local(|| rotate(black_box(&task), Effort::default()));
}
