//! A long staff list, previewed by the program as a school would before it is taken over, in turn with a list of one row:
//! `cargo bench -p talimger --bench lists`. All names are invented.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up should stop at once")]
#![expect(clippy::disallowed_methods, reason = "this program measures")]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use serde_json::Value;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Rows of the long list.
const ROWS: usize = 5_000;
/// How often each list is previewed.
const ROUNDS: usize = 5;
/// The rule for the long list.
const RULE: Duration = Duration::from_secs(5);

const FAMILIES: [&str; 8] =
    ["Әбенова", "Жұмағұлова", "Сейфуллина", "Нұрбаева", "Искалиева", "Қалиева", "Омарова", "Тұяқова"];
const GIVEN: [&str; 9] =
    ["Әсел", "Дана", "Салтанат", "Айгүл", "Жібек", "Мәдина", "Гүлнафиса", "Зере", "Ұлжан"];
const FATHERS: [&str; 7] =
    ["Ерланқызы", "Серікқызы", "Болатқызы", "Асқарқызы", "Қайратқызы", "Нұрланқызы", "Өмірқызы"];
const SUBJECTS: [&str; 5] = ["химия", "математика", "тарих", "физика", "бастауыш сыныптар"];

/// A staff list; in a long one everybody has namesakes.
fn list(rows: usize) -> String {
    let mut text = "ФИО;Предмет;Пед. стаж;Дата приёма;Электронная почта;Табельный номер\n".to_owned();
    for row in 0..rows {
        writeln!(
            text,
            "{} {} {};{};{};{:02}.{:02}.{};teacher{row}@school.example;{:05}",
            FAMILIES[row % FAMILIES.len()],
            GIVEN[row % GIVEN.len()],
            FATHERS[row % FATHERS.len()],
            SUBJECTS[row % SUBJECTS.len()],
            row % 40,
            row % 28 + 1,
            row % 12 + 1,
            1986 + row % 40,
            row + 1,
        )
        .unwrap();
    }
    text
}

/// What the program takes from its start to its end, a database in memory among it, and how many rows wait for a decision.
fn preview(file: &Path, rows: usize) -> (Duration, u64) {
    let begun = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_talimger"));
    let output =
        command.arg("import").arg(file).args(["--kind", "staff", "--dry-run", "--json"]).output().unwrap();
    let took = begun.elapsed();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let count = |word: &str| report["counts"][word].as_u64().unwrap();
    assert!(count("create") + count("decision") >= u64::try_from(rows).unwrap(), "every row is read");
    (took, count("decision"))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let (long, one) = (folder.path().join("staff.csv"), folder.path().join("one.csv"));
    std::fs::write(&long, list(ROWS)).unwrap();
    std::fs::write(&one, list(1)).unwrap();
    let (mut long_took, mut one_took, mut waiting) = (Vec::new(), Vec::new(), 0);
    for _ in 0..ROUNDS {
        one_took.push(preview(&one, 1).0);
        let (took, decisions) = preview(&long, ROWS);
        long_took.push(took);
        waiting = decisions;
    }
    let [long, one] = [long_took, one_took].map(|times| median(times).as_secs_f64());
    let a_row = (long - one) / f64::from(u32::try_from(ROWS).unwrap()) * 1_000.0;
    println!("a list of one row: {one:.3} s");
    println!(
        "a list of {ROWS} rows, {waiting} of whom wait for a decision: {long:.3} s, {:.0} times that",
        long / one
    );
    println!("one row: {a_row:.2} ms");
    let held = long < RULE.as_secs_f64();
    println!("the rule, less than {} s: {}", RULE.as_secs(), if held { "held" } else { "missed" });
}
