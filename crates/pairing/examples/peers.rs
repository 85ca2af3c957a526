//! Writes generated assignment instances for other solvers and times this crate on them; see
//! `benches/peers/run`. Run: `cargo run --release -p pairing --example peers -- FOLDER`.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use pairing::Side;
use pairing::assignment::{Problem, Sense};
use pairing::ties::ticket;

/// Name, rows, columns, fewest and most pairs of a row.
const SIZES: [(&str, u32, u32, u32, u32); 4] = [
    ("school", 60, 60, 60, 60),
    ("city", 1_000, 700, 196, 196),
    ("country", 20_000, 14_000, 10, 18),
    ("square", 20_000, 20_000, 10, 18),
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder to write to")?;
    let mut drawn = 0;
    let mut below = |limit: u32| {
        drawn += 1;
        let bits = ticket(20_260_901, Side::Residents, drawn) >> 32;
        u32::try_from((bits * u64::from(limit)) >> 32).unwrap_or(0)
    };
    for (name, rows, columns, shortest, longest) in SIZES {
        let mut builder = Problem::builder(&vec![1; columns as usize], 1);
        let mut text = String::new();
        for row in 0..rows {
            let length = shortest + below(longest - shortest + 1);
            let mut pairs: Vec<(u32, [i64; 1])> = Vec::new();
            while pairs.len() < length as usize {
                let column = below(columns);
                if !pairs.iter().any(|pair| pair.0 == column) {
                    pairs.push((column, [i64::from(below(1_000))]));
                }
            }
            for (column, [cost]) in &pairs {
                writeln!(text, "{row} {column} {cost}")?;
            }
            builder.row(1, pairs);
        }
        std::fs::write(Path::new(&folder).join(format!("{name}.txt")), text)?;
        let problem = builder.build()?;
        #[expect(clippy::disallowed_methods, reason = "this program measures")]
        let start = std::time::Instant::now();
        let best = problem.solve(Sense::Min);
        let seconds = start.elapsed().as_secs_f64();
        println!("{name} pairing {seconds:.4} s, {} pairs, total {}", best.pairs.len(), best.totals[0]);
    }
    Ok(())
}
