//! The change of a group and the line beside it, against the formulas written out plainly in another language.

use crate::{near, stands};
use measure::gates::{Figure, NotShown};
use measure::outcome::{Beside, Change, DECIMALS, Two, beside, by_chance, change, difference};

fn all(pairs: &[(f64, f64)]) -> Vec<Two> {
    pairs.iter().map(|(before, after)| Two { before: *before, after: *after }).collect()
}

/// Twelve who were helped; they began low.
fn helped() -> Vec<Two> {
    all(&[
        (40.0, 46.0),
        (42.0, 50.0),
        (45.0, 44.0),
        (38.0, 49.0),
        (50.0, 55.0),
        (47.0, 52.0),
        (44.0, 41.0),
        (36.0, 48.0),
        (41.0, 47.0),
        (52.0, 58.0),
        (39.0, 43.0),
        (46.0, 53.0),
    ])
}

/// Fourteen classmates.
fn others() -> Vec<Two> {
    all(&[
        (60.0, 62.0),
        (55.0, 54.0),
        (70.0, 73.0),
        (65.0, 60.0),
        (48.0, 52.0),
        (75.0, 74.0),
        (58.0, 63.0),
        (62.0, 66.0),
        (80.0, 78.0),
        (52.0, 57.0),
        (68.0, 70.0),
        (43.0, 50.0),
        (57.0, 55.0),
        (66.0, 69.0),
    ])
}

#[test]
fn a_change_has_its_interval_and_its_size() {
    let shown = change(&helped()).unwrap();
    assert_eq!(shown.n, 12);
    near(shown.median, 6.0);
    stands(shown.mean, 5.5, 2.797_556_101_395_535, 8.202_443_898_604_445);
    stands(shown.size.unwrap(), 1.028_023_905_648_8, 0.457_164_756_543_937, 1.598_883_054_753_664);
}

#[test]
fn most_of_what_low_beginners_gain_the_line_of_their_classmates_leads_to_expect() {
    let shown = beside(&helped(), &others()).unwrap();
    assert_eq!(shown.others, 14);
    near(shown.expected, 4.974_342_852_152_645);
    stands(shown.excess, 0.525_657_147_847_356, -3.668_597_955_282_416, 4.719_912_250_977_128);
    assert!(shown.beyond, "36 is lower than every classmate");
    near(shown.apart.unwrap(), -2.120_664_959_346_061);
    assert!(shown.is_far_apart());
}

#[test]
fn a_group_that_began_like_its_classmates_is_comparable_with_them() {
    let shown = beside(&others(), &others()).unwrap();
    near(shown.apart.unwrap(), 0.0);
    near(shown.excess.value, 0.0);
    assert!(!shown.is_far_apart() && !shown.beyond);
}

#[test]
fn the_difference_of_two_mean_changes_has_welchs_interval() {
    let shown = difference(&helped(), &others()).unwrap();
    stands(shown, 3.785_714_285_714_286, 0.607_286_489_884_388, 6.964_142_081_544_183);
    assert_eq!(shown.n, 26);
    assert_eq!(difference(&helped(), &others()[..9]), Err(NotShown::TooFew { need: 10 }));
    assert_eq!(difference(&helped()[..9], &others()), Err(NotShown::TooFew { need: 10 }));
}

#[test]
fn a_difference_stands_beside_all_other_ways_in_which_the_lot_could_have_fallen() {
    // 8148 of 184 756, counted one by one.
    near(by_chance(&helped()[..10], &others()[..10]).unwrap(), 0.044_101_409_426_486);
    // Of 9 657 700 ways 2.182 % are as far apart; of the 20 000 that are drawn 416.
    near(by_chance(&helped(), &others()).unwrap(), 417.0 / 20_001.0);
    assert_eq!(by_chance(&helped()[..9], &others()), Err(NotShown::TooFew { need: 10 }));
    let same = [Two { before: 50.0, after: 53.0 }; 10];
    assert_eq!(by_chance(&same, &same), Err(NotShown::NoVariance));
}

#[test]
fn nine_are_hidden_and_ten_have_an_interval() {
    let few = NotShown::TooFew { need: 10 };
    let hidden: Figure<Change> = change(&helped()[..9]);
    assert_eq!(hidden, Err(few), "a change without its interval is none");
    assert_eq!(change(&[]), Err(few), "how many stays unknown");
    assert!(change(&helped()[..10]).is_ok());
}

#[test]
fn n08_nobody_works_out_the_mark_of_whoever_left_from_two_means() {
    let told = |group: &[Two]| format!("{:.DECIMALS$}", change(group).unwrap().mean.value);
    // The eleventh has left in between, with a change of 4.
    let (before, after) = (told(&helped()[..11]), told(&helped()[..10]));
    let [eleven, ten] = [before, after].map(|told| told.parse::<f64>().unwrap());
    // Whatever was rounded away is told back by nobody: half a point for each of the eleven and of the ten.
    let spread = 0.5 * (11.0 + 10.0);
    let guess = 11.0 * eleven - 10.0 * ten;
    assert!((guess - 4.0).abs() <= spread && spread > 10.0, "{guess} is known to {spread} points only");
}

#[test]
fn the_line_needs_ten_classmates_and_ten_who_were_helped() {
    let several = NotShown::TooFew { need: 10 };
    let hidden: Figure<Beside> = beside(&helped(), &others()[..9]);
    assert_eq!(hidden, Err(several));
    assert_eq!(beside(&helped()[..9], &others()), Err(several));
    assert!(beside(&helped()[..10], &others()[..10]).is_ok());
}

#[test]
fn what_would_divide_by_nothing_is_not_defined() {
    let same = [Two { before: 50.0, after: 53.0 }; 10];
    assert_eq!(change(&same), Err(NotShown::NoVariance));
    assert_eq!(beside(&helped(), &same), Err(NotShown::NoVariance));
    let shifted: Vec<Two> =
        others().iter().map(|one| Two { before: one.before, after: one.before + 2.0 }).collect();
    assert_eq!(change(&shifted), Err(NotShown::NoVariance));
    assert_eq!(beside(&shifted, &shifted), Err(NotShown::NoVariance));
}
