//! Statistics of a test against their floor, in one run: `cargo bench -p measure`.
//!
//! The floor reads every mark once and adds it to its person's total: no figure of an item comes for less.

use divan::{Bencher, black_box};
use measure::answers::Answers;
use measure::items::items;
use measure::moodle::{questions, quiz};
use measure::reliability::{reliability, without_each};

fn main() {
    divan::main();
}

/// People and items: the exam of a school, of a city, and what a region might pool.
const SIZES: [(u32, u32); 3] = [(30, 40), (200, 60), (1_000, 100)];

/// Marks of 0 and 1 by a linear congruential generator with a fixed start; whoever stands further down knows less.
fn rows((people, items): (u32, u32)) -> Vec<Vec<Option<f64>>> {
    let mut state = 20_260_901_u64;
    let mut draw = |known: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some(f64::from(u8::from((state >> 33) % u64::from(2 * people) > u64::from(known))))
    };
    (0..people).map(|known| (0..items).map(|_| draw(known)).collect()).collect()
}

fn read(size: (u32, u32)) -> Answers {
    match Answers::new(&vec![1.0; size.1 as usize], rows(size)) {
        Ok(answers) => answers,
        Err(error) => panic!("the generator makes clean sheets: {error:?}"),
    }
}

/// Floor: every mark once.
#[divan::bench(args = SIZES)]
fn floor_totals(bencher: Bencher, size: (u32, u32)) {
    let rows = rows(size);
    bencher.bench_local(|| {
        black_box(&rows).iter().map(|row| row.iter().flatten().sum::<f64>()).collect::<Vec<f64>>()
    });
}

/// The sheet is checked and kept by columns.
#[divan::bench(args = SIZES)]
fn sheet(bencher: Bencher, size: (u32, u32)) {
    let (most, rows) = (vec![1.0; size.1 as usize], rows(size));
    bencher.bench_local(|| Answers::new(black_box(&most), black_box(&rows)).is_ok());
}

/// Facility, item-rest correlation and D27 of every item.
#[divan::bench(args = SIZES)]
fn every_item(bencher: Bencher, size: (u32, u32)) {
    let answers = read(size);
    bencher.bench_local(|| items(black_box(&answers)));
}

/// α with its interval, and without each item in turn.
#[divan::bench(args = SIZES)]
fn alphas(bencher: Bencher, size: (u32, u32)) {
    let answers = read(size);
    bencher.bench_local(|| (reliability(black_box(&answers)), without_each(black_box(&answers))));
}

/// Moodle's figures of every question and of the quiz.
#[divan::bench(args = SIZES)]
fn moodle(bencher: Bencher, size: (u32, u32)) {
    let answers = read(size);
    bencher.bench_local(|| (questions(black_box(&answers)), quiz(black_box(&answers))));
}

/// All of it: the sheet, items, α and Moodle's figures.
#[divan::bench(args = SIZES)]
fn everything(bencher: Bencher, size: (u32, u32)) {
    let (most, rows) = (vec![1.0; size.1 as usize], rows(size));
    bencher.bench_local(|| {
        let answers = Answers::new(black_box(&most), black_box(&rows)).ok()?;
        let moodles = (questions(&answers), quiz(&answers));
        Some((items(&answers), reliability(&answers), without_each(&answers), moodles))
    });
}
