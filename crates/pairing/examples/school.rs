//! Four newcomers, three mentors: a matching, its certificate and an explanation.
//! Run: `cargo run -p pairing --example school`.

use pairing::explain::Outcome;
use pairing::{BuildError, Explainer, Instance, Side, TieBreak, certify, stable_matching};

const NEWCOMERS: [&str; 4] = ["Аяулым", "Бекзат", "Динара", "Ерлан"];
const MENTORS: [&str; 3] = ["Гүлмира Сейітқызы", "Марат Оразұлы", "Светлана Игоревна"];

fn main() -> Result<(), BuildError> {
    let mut builder = Instance::builder();
    builder.resident([vec![0], vec![1, 2]]); // Аяулым: Гүлмира first, the other two alike
    builder.resident([[0], [1]]);
    builder.resident([[0], [2]]);
    builder.resident([[0]]);
    builder.hospital(2, [[2], [0], [1], [3]]); // Гүлмира takes two
    builder.hospital(1, [[1], [0]]);
    builder.hospital(1, [vec![0, 2]]);
    let instance = builder.build()?;

    let matching = stable_matching(&instance, Side::Residents, TieBreak::Seed(2026));
    println!("stable: {}", certify(&instance, &matching).is_stable());
    let explainer = Explainer::new(&instance, &matching);
    for (newcomer, name) in (0..).zip(NEWCOMERS) {
        match explainer.resident(newcomer) {
            Some(Outcome::Placed { hospital, wish, better }) => {
                println!("{name}: {}, wish {wish:?}; better: {better:?}", MENTORS[hospital as usize]);
            }
            Some(Outcome::Unplaced { cause, .. }) => println!("{name}: no place, {cause:?}"),
            None => {}
        }
    }
    Ok(())
}
