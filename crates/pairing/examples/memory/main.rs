//! Peak memory and time against one plain pass, in one run: `cargo run --release -p pairing --example memory`.
//!
//! One million residents; with `-- ties` the same where people are ranked alike on both sides, with `-- country`
//! 20 000 residents, with `-- assignment` 20 000 rows, with `-- rotation` twenty of each side and then 200 × 150.
//!
//! One process makes up the instance and writes it into a pipe; another reads it, so that its peak is
//! what the crate itself needs. The plain pass comes at the end, when the peak has been printed.

#![expect(clippy::disallowed_methods, reason = "these programs measure")]

mod assignment;
#[path = "../../benches/drawn/mod.rs"]
mod drawn;
#[path = "../../benches/floors/mod.rs"]
mod floors;
mod lists;
#[path = "../measured/mod.rs"]
mod measured;
mod rotation;
#[path = "../../benches/rotations/mod.rs"]
mod rotations;

use std::error::Error;
use std::io::{BufReader, BufWriter, Read, StdinLock, Write};
use std::process::{Command, Stdio};

use drawn::Size;

/// What can be measured.
#[derive(Clone, Copy)]
enum Case {
    Lists { size: Size, ties: bool },
    Assignment(Size),
    Rotation(rotations::Size),
}

const STRESS: Size = Size { name: "stress", rows: 1_000_000, columns: 700_000, shortest: 10, longest: 10 };
const COUNTRY: Size = Size { name: "country", rows: 20_000, columns: 14_000, shortest: 10, longest: 20 };
const COSTS: Size = Size { name: "country", rows: 20_000, columns: 14_000, shortest: 10, longest: 18 };

const CASES: [(&str, Case); 6] = [
    ("stress", Case::Lists { size: STRESS, ties: false }),
    ("ties", Case::Lists { size: STRESS, ties: true }),
    ("country", Case::Lists { size: COUNTRY, ties: false }),
    ("assignment", Case::Assignment(COSTS)),
    ("rotation", Case::Rotation(rotations::TWENTY)),
    ("rotation", Case::Rotation((200, 150, 20, 20, 20))),
];

fn main() -> Result<(), Box<dyn Error>> {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    if let [solve, number] = &asked[..]
        && solve == "solve"
    {
        let (_, case) = CASES.get(number.parse::<usize>()?).ok_or("there is no such case")?;
        return case.solve(&mut Pipe(BufReader::with_capacity(1 << 16, std::io::stdin().lock())));
    }
    let name = asked.first().map_or("stress", String::as_str);
    let mut measured = 0;
    for (number, (_, case)) in CASES.iter().enumerate().filter(|(_, (case, _))| *case == name) {
        apart(number, case)?;
        measured += 1;
    }
    if measured == 0 { Err("choose stress, ties, country, assignment or rotation".into()) } else { Ok(()) }
}

/// The solver in a process of its own, the instance through a pipe.
fn apart(number: usize, case: &Case) -> Result<(), Box<dyn Error>> {
    let mut child = Command::new(std::env::current_exe()?)
        .args(["solve".into(), number.to_string()])
        .stdin(Stdio::piped())
        .spawn()?;
    let pipe = child.stdin.take().ok_or("the other process has no input")?;
    case.write(&mut BufWriter::with_capacity(1 << 16, pipe))?;
    if child.wait()?.success() { Ok(()) } else { Err("the other process failed".into()) }
}

impl Case {
    fn write(self, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
        match self {
            Self::Lists { size, ties } => lists::write(out, size, ties),
            Self::Assignment(size) => assignment::write(out, size),
            Self::Rotation(size) => rotation::write(out, size),
        }
    }

    fn solve(self, input: &mut Pipe) -> Result<(), Box<dyn Error>> {
        match self {
            Self::Lists { size, ties } => lists::solve(input, size, ties),
            Self::Assignment(size) => assignment::solve(input, size),
            Self::Rotation(size) => rotation::solve(input, size),
        }
    }
}

/// What the other process writes.
struct Pipe(BufReader<StdinLock<'static>>);

impl Pipe {
    fn number(&mut self) -> Result<u32, std::io::Error> {
        let mut bytes = [0; 4];
        self.0.read_exact(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn list(&mut self) -> Result<Vec<u32>, std::io::Error> {
        let length = self.number()?;
        (0..length).map(|_| self.number()).collect()
    }
}

fn write_list(out: &mut impl Write, list: &[u32]) -> Result<(), Box<dyn Error>> {
    out.write_all(&u32::try_from(list.len())?.to_le_bytes())?;
    for number in list {
        out.write_all(&number.to_le_bytes())?;
    }
    Ok(())
}

/// Seconds as milliseconds.
fn milliseconds(seconds: f64) -> String {
    let precision = if seconds < 0.01 { 3 } else { 0 };
    format!("{:.precision$} ms", seconds * 1_000.0)
}
