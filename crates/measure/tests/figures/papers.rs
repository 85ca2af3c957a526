use measure::Misread;
use measure::gates::NotShown;
use measure::papers::{Errors, Got, error, errors};

use super::near;

/// Questions of one point each, written as digits.
fn topic(digits: &str) -> Vec<Got> {
    let got = |digit: char| Got { mark: f64::from(digit.to_digit(10).unwrap()), worth: 1.0 };
    digits.chars().map(got).collect()
}

fn of(topics: &[&str]) -> f64 {
    error(&topics.iter().map(|digits| topic(digits)).collect::<Vec<_>>()).unwrap().unwrap()
}

#[test]
fn right_and_wrong_answers_have_lords_binomial_error() {
    // Lord 1957: x(k − x)/(k − 1); 30 of 40 right give √(30 · 10/39).
    let paper = format!("{}{}", "1".repeat(30), "0".repeat(10));
    near(of(&[&paper]), (300.0_f64 / 39.0).sqrt());
    near(of(&["1110000"]), 2.0_f64.sqrt());
}

#[test]
fn topics_have_an_error_of_their_own_each_and_the_squares_add_up() {
    // Feldt's compound binomial: 3 · 1/3 of the first, 2 · 2/3 of the second.
    near(of(&["1110", "1100"]), (1.0_f64 + 4.0 / 3.0).sqrt());
    near(of(&["1111", "0000"]), 0.0);
    assert!(of(&["1111", "0000"]) < of(&["11110000"]), "what a topic asks is no chance");
}

#[test]
fn a_paper_that_is_wholly_right_or_wrong_has_no_error_whatever_questions_are_worth() {
    let worth = [0.3, 1.0, 7.5];
    let all = |share: f64| vec![worth.map(|worth| Got { mark: share * worth, worth }).to_vec()];
    for share in [0.0, 0.5, 1.0] {
        near(error(&all(share)).unwrap().unwrap(), 0.0);
    }
    let half = vec![vec![Got { mark: 1.0, worth: 1.0 }, Got { mark: 0.0, worth: 3.0 }]];
    // p = 1/4: 2 · ((1 − 1/4)² + (3/4)²).
    near(error(&half).unwrap().unwrap(), (2.0_f64 * 1.125).sqrt());
}

#[test]
fn topics_of_one_question_are_taken_together() {
    near(of(&["1", "0", "1110"]), of(&["10", "1110"]));
    near(of(&["0", "1110", "11010"]), of(&["11100", "11010"]));
    near(of(&["0", "11"]), of(&["011"]));
    assert_eq!(error(&[topic("1")]).unwrap(), Err(NotShown::NoVariance), "one question says nothing");
    assert_eq!(error(&[]).unwrap(), Err(NotShown::NoVariance));
}

#[test]
fn marks_that_no_question_brings_are_refused() {
    let odd = |mark: f64, worth: f64| error(&[topic("1"), vec![Got { mark, worth }]]).unwrap_err();
    for (mark, worth) in [(1.5, 1.0), (0.0, 0.0), (f64::NAN, 1.0), (1.0, f64::INFINITY)] {
        assert_eq!(odd(mark, worth), Misread::OutOfRange { row: 1, column: 0 });
    }
}

#[test]
fn errors_of_papers_are_told_together_from_five_on() {
    let each = [1.5, 0.0, 1.0, 2.0, 1.25];
    assert_eq!(errors(&each), Ok(Errors { low: 0.0, middle: 1.25, high: 2.0, n: 5 }));
    assert_eq!(errors(&each[..4]), Err(NotShown::TooFew { need: 5 }));
}
