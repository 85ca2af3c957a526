//! Writes generated instances for other solvers and times this crate on them; see `benches/peers/run`.
//! Run: `cargo run --release -p pairing --example peers -- FOLDER [--stress]`.

#![expect(clippy::disallowed_methods, reason = "this program measures")]

#[path = "../benches/drawn/mod.rs"]
mod drawn;
mod measured;

use std::error::Error;
use std::fs::{File, write};
use std::io::{BufWriter, Write};
use std::path::Path;

use drawn::{Draw, Size};
use measured::{measured, peak};
use pairing::assignment::{Problem, Sense};
use pairing::ties::ticket;
use pairing::{Instance, Side, TieBreak, stable_matching};

const ASSIGNMENTS: [Size; 4] = [
    Size { name: "school", rows: 60, columns: 60, shortest: 60, longest: 60 },
    Size { name: "city", rows: 1_000, columns: 700, shortest: 196, longest: 196 },
    Size { name: "country", rows: 20_000, columns: 14_000, shortest: 10, longest: 18 },
    Size { name: "square", rows: 20_000, columns: 20_000, shortest: 10, longest: 18 },
];

/// Only where it is asked for: other solvers take minutes.
const STRESS: Size = Size { name: "stress", rows: 1_000_000, columns: 1_000_000, shortest: 10, longest: 10 };

const MATCHINGS: [Size; 3] = [
    Size { name: "school", rows: 20, columns: 20, shortest: 20, longest: 20 },
    Size { name: "city", rows: 1_000, columns: 700, shortest: 20, longest: 20 },
    Size { name: "country", rows: 20_000, columns: 14_000, shortest: 10, longest: 20 },
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("name a folder to write to")?;
    let stress = arguments.next().is_some_and(|argument| argument == "--stress");
    for size in ASSIGNMENTS.into_iter().chain(stress.then_some(STRESS)) {
        assignment(size, Path::new(&folder))?;
    }
    for size in MATCHINGS {
        matching(size, Path::new(&folder))?;
    }
    Ok(())
}

fn assignment(size: Size, folder: &Path) -> Result<(), Box<dyn Error>> {
    let path = folder.join(format!("assignment-{}", size.name));
    let mut file = BufWriter::new(File::create(&path)?);
    let mut draw = Draw(0);
    let mut builder = Problem::builder(&vec![1; size.columns as usize], 1);
    for row in 0..size.rows {
        let pairs = draw.row(size);
        for &(column, [cost]) in &pairs {
            for number in [row, column, u32::try_from(cost)?] {
                file.write_all(&number.to_le_bytes())?;
            }
        }
        builder.row(1, pairs);
    }
    file.flush()?;
    let problem = builder.build()?;
    let (seconds, best) = measured(|| problem.solve(Sense::Min));
    write(path.with_extension("pairs"), best.pairs.len().to_string())?;
    write(path.with_extension("total"), best.totals[0].to_string())?;
    let (name, total, peak) = (size.name, best.totals[0], peak()?);
    println!("assignment-{name} pairing {seconds:.4} s, total {total}, peak {peak}");
    Ok(())
}

fn matching(size: Size, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut draw = Draw(0);
    let residents: Vec<Vec<u32>> = (0..size.rows).map(|_| draw.list(size)).collect();
    let mut hospitals: Vec<Vec<u32>> = vec![Vec::new(); size.columns as usize];
    for (resident, list) in (0..).zip(&residents) {
        for &hospital in list {
            hospitals[hospital as usize].push(resident);
        }
    }
    for (hospital, list) in (0..).zip(&mut hospitals) {
        list.sort_unstable_by_key(|&resident| ticket(hospital, Side::Hospitals, resident));
    }
    let entries = residents.iter().map(Vec::len).sum();
    let index = || {
        let mut builder = Instance::builder();
        builder.reserve(entries);
        for list in &residents {
            builder.resident(list.iter().map(|&hospital| [hospital]));
        }
        for list in &hospitals {
            builder.hospital(1, list.iter().map(|&resident| [resident]));
        }
        builder.build()
    };
    let (indexing, instance) = measured(index);
    let instance = instance?;
    let (solving, matching) = measured(|| stable_matching(&instance, Side::Residents, TieBreak::ListOrder));
    let pairs = matching.size();
    let text = |lists: &[Vec<u32>]| {
        let list =
            |list: &Vec<u32>| list.iter().map(|one| (one + 1).to_string()).collect::<Vec<_>>().join(",");
        lists.iter().map(|one| format!("[{}]", list(one))).collect::<Vec<_>>().join(",")
    };
    let json = format!(
        "{{\"residents\":[{}],\"hospitals\":[{}],\"pairs\":{pairs}}}",
        text(&residents),
        text(&hospitals)
    );
    write(folder.join(format!("stable-{}", size.name)), json)?;
    println!("stable-{} pairing index {indexing:.6} s, solve {solving:.6} s, {pairs} pairs", size.name);
    Ok(())
}
