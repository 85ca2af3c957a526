use measure::gates::NotShown;
use measure::moodle::{questions, quiz};
use measure::reliability::{Verdict, reliability, spearman_brown, without_each};

use super::{digits, near, stands, twelve};

#[test]
fn alpha_has_feldts_interval() {
    // pingouin: cronbach_alpha gives 0.616554 [0.117, 0.874]; SciPy's F quantiles give the other digits.
    let found = reliability(&twelve()).unwrap();
    stands(found.alpha, 0.616_554_054_054, 0.117_489_969_479, 0.874_103_475_500);
    near(found.deviation, 1.497_472_618_255);
    near(found.error, 0.927_280_154_456);
    near(without_each(&twelve()).unwrap()[2].unwrap().value, 0.616_352_201_258);
}

#[test]
fn alpha_of_right_and_wrong_is_kr_20() {
    // Kuder and Richardson 1937: k/(k−1)·(1 − Σpq/σ²), both with the divisor n.
    let rows = [
        "11111", "11110", "11101", "11011", "11100", "11010", "10110", "11000", "10100", "10000", "01000",
        "00000",
    ];
    let n = 12.0;
    let right = |item: usize| {
        f64::from(u8::try_from(rows.iter().filter(|row| row.as_bytes()[item] == b'1').count()).unwrap()) / n
    };
    let spread: f64 = (0..5).map(|item| right(item) * (1.0 - right(item))).sum();
    let totals: Vec<f64> =
        rows.iter().map(|row| row.bytes().map(|digit| f64::from(digit - b'0')).sum()).collect();
    let middle = totals.iter().sum::<f64>() / n;
    let whole = totals.iter().map(|total| (total - middle).powi(2)).sum::<f64>() / n;
    near(reliability(&twelve()).unwrap().alpha.value, 5.0 / 4.0 * (1.0 - spread / whole));
}

#[test]
fn around_the_cut_lies_a_border_and_its_ends_belong_where_they_should() {
    let found = reliability(&twelve()).unwrap();
    let error = found.error;
    assert_eq!(found.verdict(3.0 + error, 3.0), Verdict::Pass);
    assert_eq!(found.verdict(3.0, 3.0), Verdict::Border);
    assert_eq!(found.verdict(3.0 - error, 3.0), Verdict::Border, "x + SEM reaches the cut");
    assert_eq!(found.verdict(3.0 - error - 0.01, 3.0), Verdict::Fail);
    let (low, high) = found.band(3.0);
    near(high - low, 2.0 * 1.959_963_984_540_054 * error);
    near(found.kelley(found.mean).unwrap(), found.mean);
    near(found.kelley(5.0).unwrap(), 0.616_554_054_054 * 5.0 + 0.383_445_945_946 * found.mean);
}

#[test]
fn a_longer_test_is_as_reliable_as_the_formula_says_both_ways() {
    let found = reliability(&twelve()).unwrap();
    let times = found.length_for(0.8).unwrap();
    near(spearman_brown(found.alpha.value, times).unwrap(), 0.8);
    assert_eq!(found.length_for(1.0), None);
    assert_eq!(spearman_brown(-0.5, 3.0), None);
}

#[test]
fn alpha_is_not_shown_of_few_of_gaps_of_equal_totals_and_of_one_item() {
    assert_eq!(
        reliability(&digits(&["10", "01", "11", "00", "10", "11", "11", "00", "01"])).unwrap_err(),
        NotShown::TooFew { need: 10 }
    );
    let mut rows = vec!["10", "01", "11", "00", "10", "11", "11", "00", "01", "1."];
    assert_eq!(reliability(&digits(&rows)).unwrap_err(), NotShown::Gaps);
    rows[9] = "11";
    assert!(reliability(&digits(&rows)).is_ok());
    assert_eq!(reliability(&digits(&["10", "01"].repeat(6))).unwrap_err(), NotShown::NoVariance);
    assert_eq!(reliability(&digits(&["1", "0"].repeat(6))).unwrap_err(), NotShown::NoVariance);
    assert_eq!(without_each(&digits(&["11", "00"].repeat(6))).unwrap_err(), NotShown::NoVariance);
}

#[test]
fn moodles_figures_stand_under_moodles_names() {
    // NumPy and SciPy: corrcoef, cov of sorted columns, skew and kurtosis with bias=False (the k-statistics).
    let found = questions(&twelve());
    let by = |pick: fn(&measure::moodle::Question) -> f64, hand: [f64; 5]| {
        found.iter().zip(hand).for_each(|(question, hand)| near(pick(question), hand));
    };
    by(|one| one.facility_index.unwrap(), [83.333_333_333, 66.666_666_667, 50.0, 41.666_666_667, 25.0]);
    by(
        |one| one.standard_deviation.unwrap(),
        [38.924_947_208, 49.236_596_392, 52.223_296_787, 51.492_865_054, 45.226_701_687],
    );
    by(
        |one| one.discrimination_index.unwrap(),
        [49.143_609_347, 28.867_513_459, 27.472_112_790, 39.945_017_156, 44.574_249_416],
    );
    by(
        |one| one.discriminative_efficiency.unwrap(),
        [72.727_272_727, 33.333_333_333, 33.333_333_333, 47.826_086_957, 73.333_333_333],
    );
    by(
        |one| one.effective_weight.unwrap(),
        [18.763_002_473, 19.471_287_866, 20.154_697_728, 21.456_314_205, 20.154_697_728],
    );
    by(|one| one.intended_weight, [20.0; 5]);
    let whole = quiz(&twelve()).unwrap();
    near(whole.skewness, -0.288_774_851_146);
    near(whole.kurtosis, -0.725_566_106_647);
    near(whole.standard_deviation, 29.949_452_365);
    near(whole.median, 60.0);
    let consistency = whole.consistency.unwrap();
    near(consistency.coefficient_of_internal_consistency, 61.655_405_405);
    // The error ratio over 100 is √(1 − α), so the standard error is SEM in percent of the five marks.
    near(consistency.standard_error, 0.927_280_154_456 * 20.0);
}

#[test]
fn papers_with_different_questions_are_in_percent_of_their_own_and_have_no_consistency() {
    // Each got two of three questions: one of two right in nine papers, both in three.
    let rows = ["10.", ".10", "1.0", "11."].repeat(3);
    let whole = quiz(&digits(&rows)).unwrap();
    near(whole.average, 62.5);
    near(whole.median, 50.0);
    assert_eq!(whole.consistency.unwrap_err(), NotShown::Gaps);
}

#[test]
fn moodles_figures_wait_for_ten_people_and_its_mark_for_thirty() {
    let nine = digits(&["110", "011", "100", "111", "000", "101", "110", "010", "111"]);
    let question = questions(&nine)[0];
    assert!(question.facility_index.is_ok());
    for figure in [
        question.standard_deviation,
        question.effective_weight,
        question.discrimination_index,
        question.discriminative_efficiency,
    ] {
        assert_eq!(figure, Err(NotShown::TooFew { need: 10 }));
    }
    assert_eq!(quiz(&nine).unwrap_err(), NotShown::TooFew { need: 10 });
    let contrary = questions(&digits(&["1110", "0001"].repeat(15)))[3];
    assert!(contrary.is_highlighted(30) && !contrary.is_highlighted(29));
    assert_eq!(contrary.effective_weight, Err(NotShown::BelowZero));
}
