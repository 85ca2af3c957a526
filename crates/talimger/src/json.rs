//! What has to hold for any text given to the commands that read JSON. The fuzzer calls this with texts it
//! makes up, and the test below with those it has kept.

use pairing::largest::Effort;
use pairing::{Side, Stability, TieBreak};

use crate::{assign, pair, rotate};

/// Answered or refused; and what a command prints, it finds right.
pub(crate) fn check(text: &str) {
    if let Ok(instance) = assign::instance(text) {
        let _ = assign::check(&instance, text);
        for why in [None, Some((0, 1))] {
            if let Ok(printed) = assign::answer(text, why) {
                assert_eq!(assign::check(&instance, &printed), Ok(Vec::new()));
            }
        }
    }
    if let Ok(asked) = rotate::asked(text) {
        let _ = rotate::check(&asked, text);
        if let Ok(printed) = rotate::answer(text, 1) {
            let _ = rotate::check(&asked, &printed);
        }
    }
    if let Ok(season) = pair::live::Season::read(text) {
        let printed = season.answer().unwrap();
        assert_eq!(pair::live::check(&season, &printed), Ok(Vec::new()));
    }
    let Ok(named) = pair::named(text) else { return };
    let _ = pair::check(&named, text, Stability::Super, pair::claims::PATIENCE);
    let ways = [
        pair::How::Stable(Side::Residents, TieBreak::ListOrder),
        pair::How::Stable(Side::Hospitals, TieBreak::Seed(7)),
        pair::How::Largest,
        pair::How::Exact(Effort::default()),
        pair::How::Best(pair::Measure::Egalitarian),
        pair::How::Best(pair::Measure::MinimumRegret),
        pair::How::Best(pair::Measure::RankMaximal),
    ];
    for how in ways {
        let printed = match (pair::answer(text, how, true), how) {
            (Ok(answer), _) => answer.text,
            // Where somebody ties there is no best of all.
            (Err(refused), pair::How::Best(_)) if refused.contains("ties") => continue,
            (Err(refused), _) => panic!("{refused}"),
        };
        let checked = pair::check(&named, &printed, Stability::Weak, pair::claims::PATIENCE).unwrap();
        assert_eq!(checked.faults, Vec::<String>::new());
        assert!(checked.largest || !printed.contains("\"kind\""));
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn kept_texts_are_answered_or_refused() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
        let mut replayed = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            println!("{}", path.display()); // shown if the property fails
            if let Ok(text) = std::fs::read_to_string(path) {
                super::check(&text);
                replayed += 1;
            }
        }
        assert!(replayed > 5, "the corpus is there");
    }
}
