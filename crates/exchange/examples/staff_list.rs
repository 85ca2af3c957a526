//! A staff list of any length, all invented, for measuring: `cargo run -p exchange --example staff_list -- 5000`.

use std::io::Write;

const FAMILIES: [&str; 8] =
    ["Әбенова", "Жұмағұлова", "Сейфуллина", "Нұрбаева", "Искалиева", "Қалиева", "Омарова", "Тұяқова"];
const GIVEN: [&str; 9] =
    ["Әсел", "Дана", "Салтанат", "Айгүл", "Жібек", "Мәдина", "Гүлнафиса", "Зере", "Ұлжан"];
const FATHERS: [&str; 7] =
    ["Ерланқызы", "Серікқызы", "Болатқызы", "Асқарқызы", "Қайратқызы", "Нұрланқызы", "Өмірқызы"];
const SUBJECTS: [&str; 5] = ["химия", "математика", "тарих", "физика", "бастауыш сыныптар"];

fn main() -> std::io::Result<()> {
    let rows: usize = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(5000);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    writeln!(out, "ФИО;Предмет;Пед. стаж;Дата приёма;Электронная почта;Табельный номер")?;
    for row in 0..rows {
        writeln!(
            out,
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
        )?;
    }
    out.flush()
}
