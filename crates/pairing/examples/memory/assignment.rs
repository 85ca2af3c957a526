//! An assignment and one plain pass over its costs.

use std::error::Error;
use std::hint::black_box;
use std::io::Write;

use pairing::assignment::{Problem, Sense};

use crate::drawn::{Draw, Row, Size};
use crate::measured::{measured, peak};
use crate::{Pipe, floors, milliseconds, write_list};

/// Column and cost in turn.
pub(crate) fn write(out: &mut impl Write, size: Size) -> Result<(), Box<dyn Error>> {
    let mut draw = Draw(0);
    for _ in 0..size.rows {
        let mut flat = Vec::new();
        for (column, [cost]) in draw.row(size) {
            flat.extend([column, u32::try_from(cost)?]);
        }
        write_list(out, &flat)?;
    }
    Ok(())
}

pub(crate) fn solve(input: &mut Pipe, size: Size) -> Result<(), Box<dyn Error>> {
    let mut builder = Problem::builder(&vec![1; size.columns as usize], 1);
    for _ in 0..size.rows {
        builder.row(1, input.list()?.chunks_exact(2).map(|pair| (pair[0], [i64::from(pair[1])])));
    }
    println!("assignment {} x {}", size.rows, size.columns);
    println!("rows read    peak {}", peak()?);
    let problem = builder.build()?;
    println!("index        peak {}", peak()?);
    let (solving, best) = measured(|| problem.solve(Sense::Min));
    println!("solved       peak {}, {}, {} pairs", peak()?, milliseconds(solving), best.pairs.len());
    drop(problem);
    let mut draw = Draw(0);
    let rows: Vec<Row> = (0..size.rows).map(|_| draw.row(size)).collect();
    let (floor, _) = measured(|| black_box(floors::costs(black_box(&rows))));
    println!(
        "one pass over the costs {}; solving takes {:.0} times that",
        milliseconds(floor),
        solving / floor
    );
    Ok(())
}
