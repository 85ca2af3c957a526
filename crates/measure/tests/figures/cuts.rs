use measure::Misread;
use measure::cuts::angoff::{Called, Panel};
use measure::cuts::borderline::{Cut, Record, cut};
use measure::cuts::hofstee::{Bounds, check, panel};
use measure::cuts::practice::{Critical, Outcome, Rubric, outcome};
use measure::gates::NotShown;

use super::near;

#[test]
fn judges_sums_are_their_cuts_and_the_second_round_counts() {
    // By hand: sums 2.4, 2.1, 2.7; mean 2.4; s = 0.3; SE = 0.3/√3.
    let first = Panel::new(4, [[0.9, 0.6, 0.5, 0.4], [0.8, 0.6, 0.4, 0.3], [0.9, 0.7, 0.5, 0.6]]).unwrap();
    let round = first.decided();
    near(round.cut, 2.4);
    near(round.error.unwrap(), 0.3 / 3.0_f64.sqrt());
    assert_eq!((round.whole, round.called), (3, Called::AngoffOfFew));
    assert_eq!(round.discuss, [3], "0.6 and 0.3 are .20 and more apart");
    let both = first.again([[0.9, 0.6, 0.5, 0.4], [0.8, 0.6, 0.4, 0.4], [0.9, 0.6, 0.5, 0.5]]).unwrap();
    assert_eq!(both.rounds().len(), 2);
    assert_eq!(both.rounds()[0], round);
    assert_eq!(both.decided(), both.rounds()[1]);
    assert!(both.decided().discuss.is_empty() && both.decided().error < round.error);
}

#[test]
fn a_cut_of_one_or_two_is_agreed_and_of_five_is_angoffs() {
    let of = |judges: usize| Panel::new(2, vec![[0.7, 0.6]; judges]).unwrap().decided();
    assert_eq!((of(1).called, of(1).error), (Called::Agreed, None));
    assert_eq!((of(2).called, of(2).error), (Called::Agreed, None));
    assert_eq!((of(4).called, of(5).called), (Called::AngoffOfFew, Called::Angoff));
    assert_eq!(of(5).error, Some(0.0));
}

#[test]
fn a_whole_cut_is_not_pushed_up_by_the_last_bit() {
    // 0.1 + 0.2 + 0.7 is a little more than 1 in binary.
    let of = |row: [f64; 3]| Panel::new(3, [row]).unwrap().decided().whole;
    assert_eq!(of([0.7, 0.2, 0.1]), 1);
    assert_eq!(of([0.1, 0.2, 0.7]), 1);
    assert_eq!(of([0.1, 0.2, 0.71]), 2);
    assert_eq!((of([0.0; 3]), of([1.0; 3])), (0, 3));
}

#[test]
fn chances_that_are_none_and_rounds_of_others_are_refused() {
    assert_eq!(Panel::new(1, [[1.2]]).unwrap_err(), Misread::OutOfRange { row: 0, column: 0 });
    assert_eq!(Panel::new(1, Vec::<[f64; 1]>::new()).unwrap_err(), Misread::Ragged { row: 0 });
    let panel = Panel::new(1, [[0.5], [0.6]]).unwrap();
    assert_eq!(panel.again([[0.5]]).unwrap_err(), Misread::Ragged { row: 1 });
}

#[test]
fn an_item_counts_for_what_it_brings_to_a_paper() {
    // By hand: two marks at .5, and two items of which a paper draws one at .8 and .6: 1 + .4 + .3 = 1.7.
    let panel = Panel::weighing(vec![2.0, 0.5, 0.5], [[0.5, 0.8, 0.6]]).unwrap().decided();
    near(panel.cut, 1.7);
    assert_eq!(panel.whole, 2);
    assert_eq!(
        Panel::weighing(vec![1.0, -0.5], [[0.5, 0.5]]).unwrap_err(),
        Misread::OutOfRange { row: 0, column: 1 }
    );
}

/// Twenty records of a station.
fn records() -> Vec<Record> {
    let grades = [1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5];
    let scores = [31, 35, 40, 44, 38, 47, 52, 49, 55, 58, 50, 61, 63, 66, 60, 70, 75, 72, 80, 78];
    grades
        .into_iter()
        .zip(scores)
        .map(|(grade, score)| Record { grade: grade.into(), score: score.into() })
        .collect()
}

#[test]
fn the_border_is_read_off_the_line() {
    // statsmodels: OLS and get_prediction at 2.5.
    let Ok(Cut::Regression(found)) = cut(&records(), 2.5).unwrap() else { panic!("no regression") };
    near(found.cut, 48.5);
    near(found.error, 0.981_669_605_150);
    near(found.intercept, 21.0);
    near(found.slope, 11.0);
    near(found.explained, 0.934_640_522_876);
    assert!(!found.is_weak());
}

#[test]
fn fewer_records_have_the_median_of_the_border_and_contrary_ones_nothing() {
    let found = cut(&records()[..19], 2.5).unwrap();
    // By hand: grades 2 and 3: 38 40 44 47 49 50 52 55 58 61.
    assert_eq!(found, Ok(Cut::Median { cut: 49.5, n: 10 }));
    assert_eq!(cut(&records()[..19], 1.0).unwrap(), Err(NotShown::TooFew { need: 5 }));
    let turned: Vec<Record> = records().iter().map(|one| Record { score: -one.score, ..*one }).collect();
    assert_eq!(cut(&turned, 2.5).unwrap(), Err(NotShown::WrongWay));
    let same: Vec<Record> = records().iter().map(|one| Record { grade: 3.0, ..*one }).collect();
    assert_eq!(cut(&same, 2.5).unwrap(), Err(NotShown::NoVariance));
    assert_eq!(
        cut(&[Record { grade: 1.0, score: f64::NAN }], 2.5).unwrap_err(),
        Misread::OutOfRange { row: 0, column: 1 }
    );
}

#[test]
fn hofstees_cut_is_where_curve_and_line_meet() {
    let judges =
        [Bounds { cut: (4.0, 8.0), fail: (0.0, 30.0) }, Bounds { cut: (6.0, 8.0), fail: (10.0, 50.0) }];
    let bounds = panel(&judges).unwrap();
    assert_eq!(bounds, Bounds { cut: (5.0, 8.0), fail: (5.0, 40.0) });
    // Twenty totals: below 5 two, below 6 four, below 7 eight. The line falls from 40 by 35/3 a mark: at 6 it asks for
    // 28.3 % and 20 % fail, at 7 for 16.7 % and 40 % fail.
    let totals = [3, 4, 5, 5, 6, 6, 6, 6, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 10, 10].map(f64::from);
    let found = check(&judges, &totals).unwrap().unwrap();
    assert_eq!((found.cut, found.fail, found.picture), (7, 40.0, false));
    assert!(check(&judges, &totals[..19]).unwrap().unwrap().picture);
}

#[test]
fn where_they_do_not_meet_the_panel_is_asked_again() {
    let bounds = Bounds { cut: (5.0, 8.0), fail: (5.0, 40.0) };
    assert_eq!(
        check(&[bounds], &[10.0; 20]).unwrap(),
        Err(NotShown::NoIntersection),
        "nobody fails anywhere"
    );
    assert_eq!(
        check(&[bounds], &[1.0; 20]).unwrap(),
        Err(NotShown::NoIntersection),
        "too many fail from the start"
    );
    assert_eq!(
        check(&[Bounds { cut: (5.0, 5.0), ..bounds }], &[1.0; 20]).unwrap(),
        Err(NotShown::NoIntersection)
    );
    assert_eq!(check(&[bounds], &[1.0; 4]).unwrap(), Err(NotShown::TooFew { need: 5 }));
    let wrong = Bounds { cut: (8.0, 5.0), fail: (5.0, 40.0) };
    assert_eq!(panel(&[bounds, wrong]), Err(Misread::OutOfRange { row: 1, column: 0 }));
    assert_eq!(panel(&[]), Err(Misread::Ragged { row: 0 }));
}

#[test]
fn a_good_mean_does_not_buy_off_a_critical_criterion() {
    let safe = Critical { marks: &[3, 4], minimum: 3 };
    let unsafe_one = Critical { marks: &[2, 3], minimum: 3 };
    assert_eq!(outcome(&[40.0, 44.0], 42.0, &[safe]), Outcome::Pass);
    assert_eq!(outcome(&[40.0, 43.0], 42.0, &[safe]), Outcome::BelowCut);
    assert_eq!(outcome(&[50.0, 50.0], 42.0, &[safe, unsafe_one]), Outcome::Critical(vec![1]));
    assert_eq!(outcome(&[], 42.0, &[safe]), Outcome::Unmarked(None));
    assert_eq!(
        outcome(&[50.0], 42.0, &[safe, Critical { marks: &[], minimum: 3 }]),
        Outcome::Unmarked(Some(1))
    );
    assert!(
        Rubric::FIVE.is_apart(&[3, 4, 5]) && !Rubric::FIVE.is_apart(&[3, 4]) && !Rubric::THREE.is_apart(&[])
    );
}
