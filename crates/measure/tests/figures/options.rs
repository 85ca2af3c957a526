use measure::Misread;
use measure::gates::NotShown;
use measure::options::{Picks, Reading};

use super::{digits, near};

/// Forty people: whoever knows the other two items picks option 0, whoever does not picks 1, 2 or nothing.
fn forty() -> (Vec<&'static str>, Vec<Option<u8>>) {
    let known = std::iter::repeat_n(("111", Some(0)), 20);
    let guessed = std::iter::repeat_n(("000", Some(1)), 18).chain([("000", Some(2)), ("000", None)]);
    known.chain(guessed).unzip()
}

#[test]
fn the_key_works_where_those_who_know_more_pick_it() {
    let (rows, picks) = forty();
    let answers = digits(&rows);
    let choices = Picks::new(&answers, 0, (4, 0), &picks).unwrap().choices().unwrap();
    assert_eq!(choices.iter().map(|choice| choice.count).collect::<Vec<_>>(), [20, 18, 1, 0]);
    near(choices[1].share, 0.45);
    near(choices[0].rest.unwrap().value, 1.0);
    // 27 % of forty are 11 at each end.
    assert_eq!((choices[0].upper, choices[0].lower), (Ok(11), Ok(0)));
    assert_eq!(choices[3].rest, Err(NotShown::NoVariance), "nobody picked it");
    let readings: Vec<_> = choices.iter().map(|choice| choice.reading.unwrap()).collect();
    assert_eq!(readings, [Reading::Works, Reading::Works, Reading::Idle, Reading::Idle]);
}

#[test]
fn a_wrong_key_is_suspected_from_both_sides() {
    let (mut rows, picks) = forty();
    // The first item is marked by the wrong key: those who know the rest have 0 on it.
    for row in &mut rows {
        *row = if *row == "111" { "011" } else { "100" };
    }
    let answers = digits(&rows);
    let choices = Picks::new(&answers, 0, (3, 1), &picks).unwrap().choices().unwrap();
    assert_eq!(choices[0].reading, Some(Reading::CheckKey));
    assert_eq!(choices[1].reading, Some(Reading::CheckKey));
}

#[test]
fn few_people_are_counted_and_not_judged() {
    let (rows, picks) = forty();
    let of = |range: std::ops::Range<usize>| {
        let answers = digits(&rows[range.clone()]);
        Picks::new(&answers, 0, (4, 0), &picks[range]).unwrap().choices()
    };
    assert_eq!(of(18..22).unwrap_err(), NotShown::TooFew { need: 5 });
    let nine = of(15..24).unwrap();
    assert_eq!(
        (nine[0].count, nine[0].upper, nine[0].reading),
        (5, Err(NotShown::TooFew { need: 10 }), None)
    );
    let twenty = of(10..30).unwrap();
    assert!(twenty[0].rest.unwrap().is_grey() && twenty.iter().all(|choice| choice.reading.is_none()));
}

#[test]
fn picks_that_do_not_fit_the_answers_are_refused() {
    let answers = digits(&["11", ".1"]);
    let refused = |item, sizes, picks: &[Option<u8>]| Picks::new(&answers, item, sizes, picks).unwrap_err();
    assert_eq!(refused(2, (4, 0), &[None; 2]), Misread::NoColumns);
    assert_eq!(refused(0, (4, 4), &[None; 2]), Misread::NoColumns);
    assert_eq!(refused(0, (4, 0), &[None; 3]), Misread::Ragged { row: 2 });
    assert_eq!(refused(1, (4, 0), &[Some(4), None]), Misread::OutOfRange { row: 0, column: 1 });
    assert_eq!(refused(0, (4, 0), &[Some(0), Some(1)]), Misread::OutOfRange { row: 1, column: 0 });
}
