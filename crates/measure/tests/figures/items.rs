use measure::answers::Answers;
use measure::gates::NotShown;
use measure::items::{Reading, items};
use measure::{Misread, moodle};

use super::{digits, near, stands, twelve};

#[test]
fn facility_has_wilsons_interval_and_the_rest_correlation_fishers() {
    // statsmodels: proportion_confint(8, 12, method="wilson"); NumPy: corrcoef of item and rest, tanh of arctanh.
    let found = items(&twelve());
    stands(found[1].facility.unwrap(), 2.0 / 3.0, 0.390_622_088_9, 0.861_879_908_9);
    stands(found[0].rest.unwrap(), 0.491_436_093_467, -0.114_860_243_618, 0.830_973_399_663);
    stands(found[4].rest.unwrap(), 0.445_742_494_160, -0.172_213_447_527, 0.811_939_873_642);
    assert!(found.iter().all(|item| item.rest.unwrap().is_grey() && item.reading.is_none()));
}

#[test]
fn the_difference_compares_the_27_percent_at_both_ends() {
    // By hand: g = ⌊0.27·12 + 0.5⌋ = 3; equal totals stand by row, a later row above.
    let found = items(&twelve());
    // Upper three are rows 0 (5), 3 and 2 (4): 11111, 11011, 11101. Lower three: rows 11, 9 and 10: 00000, 10000, 01000.
    let differences: Vec<f64> = found.iter().map(|item| item.difference.unwrap()).collect();
    for (found, hand) in differences.into_iter().zip([2.0 / 3.0, 2.0 / 3.0, 2.0 / 3.0, 2.0 / 3.0, 1.0]) {
        near(found, hand);
    }
}

#[test]
fn four_people_have_no_figure_nine_no_coefficient_and_ten_a_grey_one() {
    let first = |n: usize| {
        items(&digits(&["110", "011", "100", "111", "000", "101", "110", "010", "111", "001"][..n]))[0]
    };
    assert_eq!(first(4).facility, Err(NotShown::TooFew { need: 5 }));
    assert!(first(5).facility.is_ok() && first(9).facility.is_ok());
    assert_eq!(first(9).rest, Err(NotShown::TooFew { need: 10 }));
    assert_eq!(first(9).difference, Err(NotShown::TooFew { need: 10 }));
    assert!(first(10).rest.unwrap().is_grey());
}

#[test]
fn an_item_that_everybody_got_right_has_no_correlation_and_everybody_alike_no_difference() {
    let rows = ["11", "10", "11", "10", "11", "10", "11", "10", "11", "10"];
    assert_eq!(items(&digits(&rows))[0].rest, Err(NotShown::NoVariance));
    assert_eq!(items(&digits(&["10"; 12]))[0].difference, Err(NotShown::NoVariance));
}

#[test]
fn from_thirty_people_on_items_are_read_and_before_only_a_strange_key_is() {
    // Three items that agree, and one that goes the other way.
    let rows: Vec<&str> = ["1110", "0001"].into_iter().cycle().take(30).collect();
    let readings: Vec<_> = items(&digits(&rows)).into_iter().map(|item| item.reading).collect();
    assert_eq!(readings[..3], [Some(Reading::Good); 3]);
    assert_eq!(readings[3], Some(Reading::CheckKey));
    assert!(items(&digits(&rows[..28])).iter().all(|item| item.reading.is_none()));
    // Of 25 people one got the item right, and knows nothing else.
    let mut few = vec!["011"; 12];
    few.extend(["010"; 12]);
    few.push("100");
    assert_eq!(items(&digits(&few))[0].reading, Some(Reading::CheckKey));
}

#[test]
fn an_item_that_was_not_presented_is_no_wrong_answer() {
    let mut rows = vec!["1.1", "0.1", "1.0", "110", "011", "101", "010", "111", "000", "110"];
    let facility = items(&digits(&rows))[1].facility.unwrap();
    assert_eq!(facility.n, 7);
    near(facility.value, 5.0 / 7.0);
    rows.truncate(6);
    assert_eq!(items(&digits(&rows))[1].facility, Err(NotShown::TooFew { need: 5 }));
}

#[test]
fn parts_of_a_mark_count_as_parts() {
    let rows: Vec<[Option<f64>; 2]> =
        (0..10).map(|at| [Some(f64::from(at) / 3.0), Some(f64::from(at % 2))]).collect();
    let answers = Answers::new(&[3.0, 1.0], rows).unwrap();
    near(items(&answers)[0].facility.unwrap().value, 0.5);
    near(moodle::questions(&answers)[0].intended_weight, 75.0);
}

#[test]
fn wrong_sheets_are_refused_where_they_are_wrong() {
    let refused = |most: &[f64], rows: &[&[Option<f64>]]| Answers::new(most, rows).unwrap_err();
    assert_eq!(refused(&[], &[]), Misread::NoColumns);
    assert_eq!(refused(&[1.0, 0.0], &[]), Misread::OutOfRange { row: 0, column: 1 });
    assert_eq!(refused(&[f64::NAN], &[]), Misread::OutOfRange { row: 0, column: 0 });
    assert_eq!(refused(&[1.0], &[&[None], &[None, None]]), Misread::Ragged { row: 1 });
    for wrong in [1.5, -0.1, f64::NAN, f64::INFINITY] {
        assert_eq!(refused(&[1.0, 1.0], &[&[None, Some(wrong)]]), Misread::OutOfRange { row: 0, column: 1 });
    }
}
