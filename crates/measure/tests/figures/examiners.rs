use measure::examiners::effects;
use measure::gates::NotShown;
use measure::marks::Scores;

use super::near;

const NONE: i32 = -1;

fn scores(rows: &[[i32; 3]]) -> Scores {
    let score = |score: i32| (score != NONE).then(|| f64::from(score));
    Scores::new(3, rows.iter().map(|row| row.map(score))).unwrap()
}

const TWELVE: [[i32; 3]; 12] = [
    [14, 12, NONE],
    [10, NONE, 9],
    [NONE, 15, 17],
    [8, 7, NONE],
    [12, NONE, 13],
    [NONE, 11, 12],
    [16, 15, NONE],
    [9, NONE, 9],
    [NONE, 13, 16],
    [11, 10, 12],
    [18, NONE, 17],
    [NONE, 8, NONE],
];

#[test]
fn effects_are_those_of_a_regression_on_everybody() {
    // statsmodels: OLS on twelve candidates and two contrasts that add up to 0; the third effect and its error from the
    // covariance of the two.
    let found = effects(&scores(&TWELVE)).unwrap();
    let hand = [
        (0.468_531_468_531, 0.196_605_917_779),
        (-1.090_909_090_909, 0.209_035_160_299),
        (0.622_377_622_378, 0.196_605_917_779),
    ];
    for (effect, (value, error)) in found.iter().zip(hand) {
        near(effect.value, value);
        near(effect.error, error);
    }
    near(found[0].low, 0.030_466_184_598);
    near(found[0].high, 0.906_596_752_465);
    near(found.iter().map(|effect| effect.value).sum(), 0.0);
    assert!(found[1].is_notable());
    assert_eq!(found.iter().map(|effect| effect.n).collect::<Vec<_>>(), [8, 8, 8]);
}

#[test]
fn a_severe_examiner_of_good_candidates_is_found_severe() {
    // The third marks 2 lower than the others, but meets candidates who are 20 better.
    let rows: Vec<[i32; 3]> = (0..14)
        .map(|at| if at % 2 == 0 { [10 + at, 10 + at, NONE] } else { [30 + at, NONE, 28 + at] })
        .collect();
    let found = effects(&scores(&rows)).unwrap();
    for (effect, hand) in found.iter().zip([2.0 / 3.0, 2.0 / 3.0, -4.0 / 3.0]) {
        near(effect.value, hand);
        near(effect.error, 0.0);
    }
}

#[test]
fn examiners_with_no_candidate_in_common_are_not_compared() {
    let mut rows = vec![[5, 6, NONE]; 12];
    rows.push([NONE, NONE, 7]);
    assert_eq!(effects(&scores(&rows)).unwrap_err(), NotShown::Disconnected);
    rows.push([NONE, 6, 7]);
    assert!(effects(&scores(&rows)).is_ok());
    assert_eq!(effects(&scores(&TWELVE[..9])).unwrap_err(), NotShown::TooFew { need: 10 });
}
