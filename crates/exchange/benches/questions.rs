//! A bank of 100 000 questions in both formats, read and written: `cargo bench -p exchange`. The rule: GIFT is read in
//! less than two seconds.

#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up should stop at once")]
#![expect(clippy::disallowed_methods, reason = "this program measures")]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use exchange::questions::{Entry, gift, moodle};
use std::fmt::Write as _;
use std::time::Instant as Clock;

const QUESTIONS: usize = 100_000;
const ROUNDS: usize = 5;

/// Six kinds in turn, as teachers write them.
fn bank() -> String {
    let mut text = String::new();
    for number in 0..QUESTIONS {
        let _ =
            write!(text, "// question: {number}\n::Бұйрық {number}::[html]<p>Кім қол қояды\\: {number}?</p>");
        text.push_str(match number % 6 {
            0 => "{\n\t=директор#дұрыс\n\t~завуч#жоқ\n\t~тәлімгер\n}\n\n",
            1 => "{\n\t~%50%жоспар\n\t~%50%есеп\n\t~%-100%күнделік\n}\n\n",
            2 => "{TRUE#жоқ#дұрыс}\n\n",
            3 => "{\n\t=%100%директор#\n\t=%50%басшы#\n\t####5-тармақ\n}\n\n",
            4 => "{#\n\t=%100%5:0#\n\t=%50%5:1#\n\t~#қате\n}\n\n",
            _ => "{\n\t=жоспар -> қазан\n\t=есеп -> мамыр\n\t= -> шілде\n}\n\n",
        });
    }
    text
}

/// The middle of the seconds that some work takes.
fn median<T>(what: &str, mut work: impl FnMut() -> T) -> T {
    let mut made = None;
    let mut seconds: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let before = Clock::now();
            made = Some(work());
            before.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    println!("{what}: {:.3} s", seconds[ROUNDS / 2]);
    made.unwrap()
}

fn main() {
    let file = bank();
    println!("{QUESTIONS} questions, {} bytes of GIFT, medians of {ROUNDS}", file.len());
    let read = median("read GIFT", || gift::read(file.as_bytes(), None).unwrap());
    assert_eq!((read.entries.len(), read.skipped.len()), (QUESTIONS, 0));
    let entries: Vec<Entry> = read.entries.into_iter().map(|placed| placed.entry).collect();
    let written = median("write GIFT, each question read back", || gift::write(&entries));
    assert_eq!(written.lost, []);
    let written =
        median("write Moodle XML, each question read back", || moodle::write(&entries[..QUESTIONS / 5]));
    println!("{} bytes of Moodle XML, a fifth of the questions", written.text.len());
    let read = median("read Moodle XML", || moodle::read(written.text.as_bytes(), None).unwrap());
    assert_eq!(read.entries.len(), QUESTIONS / 5);
}
