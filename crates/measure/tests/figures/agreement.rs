use measure::agreement::{Weights, differences, icc, kappa, kappas, krippendorff, shares};
use measure::gates::NotShown;
use measure::marks::{Marks, Scores};

use super::{near, stands};

/// Marks written as digits, `.` for none.
fn marks(scale: (u8, u8), rows: &[&str]) -> Marks {
    let mark = |digit: char| digit.to_digit(10).map(|mark| u8::try_from(mark).unwrap());
    Marks::new(scale, rows[0].len(), rows.iter().map(|row| row.chars().map(mark).collect::<Vec<_>>()))
        .unwrap()
}

/// Twelve candidates of two examiners.
fn pair() -> Marks {
    marks((1, 5), &["11", "22", "33", "45", "55", "32", "22", "44", "54", "12", "33", "43"])
}

#[test]
fn shares_and_differences_are_counted() {
    let found = shares(&pair()).unwrap();
    near(found.exact, 7.0 / 12.0);
    near(found.adjacent, 1.0);
    assert_eq!((found.pairs, found.candidates), (12, 12));
    // By hand: +1 three times, −1 twice.
    let lean: Vec<f64> = differences(&pair()).into_iter().map(Result::unwrap).collect();
    near(lean[0], 1.0 / 12.0);
    near(lean[1], -1.0 / 12.0);
    assert_eq!(
        shares(&marks((1, 5), &["12", "3.", "22", "13", "24"])).unwrap_err(),
        NotShown::TooFew { need: 5 }
    );
    assert_eq!(differences(&marks((1, 5), &["12", "3."])), [Err(NotShown::TooFew { need: 5 }); 2]);
}

#[test]
fn kappa_has_its_asymptotic_interval() {
    // scikit-learn: cohen_kappa_score; statsmodels: cohens_kappa.
    let of = |weights| kappa(&pair(), (0, 1), weights).unwrap();
    stands(of(Weights::Quadratic), 0.871_794_871_795, 0.768_552_445_369, 0.975_037_298_221);
    stands(of(Weights::Linear), 0.711_538_461_538, 0.510_523_084_817, 0.912_553_838_260);
}

#[test]
fn of_several_examiners_every_two_have_a_kappa_over_what_both_marked() {
    // The third one marks as the first does, and the fourth too few.
    let rows = ["11", "22", "33", "45", "55", "32", "22", "44", "54", "12", "33", "43"];
    let beside = |(at, row): (usize, &&str)| format!("{row}{}{}", &row[..1], if at < 9 { "3" } else { "." });
    let rows: Vec<String> = rows.iter().enumerate().map(beside).collect();
    let four = marks((1, 5), &rows.iter().map(String::as_str).collect::<Vec<_>>());
    let found = kappas(&four, Weights::Quadratic).unwrap();
    assert_eq!((found.shown, found.met), (3, 6));
    near(found.low.value, 0.871_794_871_795);
    near(found.high.value, 1.0);
    let apart = marks((1, 5), &["1.", ".2", "3."]);
    assert_eq!(kappas(&apart, Weights::Quadratic).unwrap_err(), NotShown::TooFew { need: 10 });
    let same = marks((1, 5), &["55"; 12]);
    assert_eq!(kappas(&same, Weights::Quadratic).unwrap_err(), NotShown::NoVariance);
}

#[test]
fn krippendorffs_own_example_comes_out() {
    // Krippendorff 2011, example C: 4 observers, 12 units, gaps; ordinal α = .815. The interval: the package's α with
    // each unit left out in turn.
    let units =
        ["11.1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", ".555", "..11", ".3.."];
    let found = krippendorff(&marks((1, 5), &units)).unwrap();
    stands(found, 0.815_387_503_755, 0.503_024_968_189, 1.0);
    assert_eq!(found.n, 11, "the last unit has one mark only");
}

#[test]
fn few_candidates_have_shares_and_no_coefficient() {
    let nine = marks((1, 5), &["11", "22", "33", "45", "55", "32", "22", "44", "54"]);
    assert!(shares(&nine).is_ok());
    assert_eq!(kappa(&nine, (0, 1), Weights::Quadratic).unwrap_err(), NotShown::TooFew { need: 10 });
    assert_eq!(krippendorff(&nine).unwrap_err(), NotShown::TooFew { need: 10 });
}

#[test]
fn where_nearly_all_marks_are_one_only_the_shares_stand() {
    let mut rows = vec!["55"; 8];
    rows.extend(["44", "54"]);
    // 17 of 20 marks are 5.
    let lopsided = marks((1, 5), &rows);
    assert_eq!(krippendorff(&lopsided).unwrap_err(), NotShown::OneCategory);
    assert_eq!(kappa(&lopsided, (0, 1), Weights::Linear).unwrap_err(), NotShown::OneCategory);
    assert!(shares(&lopsided).unwrap().exact > 0.8);
    let same = marks((1, 5), &["55"; 12]);
    assert_eq!(krippendorff(&same).unwrap_err(), NotShown::NoVariance);
    assert_eq!(kappa(&same, (0, 1), Weights::Linear).unwrap_err(), NotShown::NoVariance);
    assert_eq!(kappa(&pair(), (0, 7), Weights::Linear).unwrap_err(), NotShown::TooFew { need: 10 });
}

/// The table of Shrout and Fleiss 1979 twice, the second time with the second judge one up and the fourth one down.
fn judged() -> Vec<Vec<Option<f64>>> {
    let table = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
    let moved = table.map(|row| [row[0], row[1] + 1, row[2], row[3] - 1]);
    table.into_iter().chain(moved).map(|row| row.map(|mark| Some(f64::from(mark))).to_vec()).collect()
}

#[test]
fn intraclass_correlations_have_the_interval_of_shrout_and_fleiss() {
    // pingouin: intraclass_corr, ICC(A,1) [0.03, 0.65] and ICC(A,k); SciPy's quantiles in the formula for the digits.
    let found = icc(&Scores::new(4, judged()).unwrap()).unwrap();
    stands(found.single, 0.304_267_161_410, 0.032_554_095_221, 0.651_390_432_636);
    let panel = found.panel.unwrap();
    near(panel.value, 0.636_275_460_718);
    // The ends stepped up: 4r/(1 + 3r).
    near(panel.low, 4.0 * 0.032_554_095_221 / (1.0 + 3.0 * 0.032_554_095_221));
    near(panel.high, 4.0 * 0.651_390_432_636 / (1.0 + 3.0 * 0.651_390_432_636));
}

#[test]
fn intraclass_correlations_want_everybody_marked_by_everybody() {
    let of = |rows: Vec<Vec<Option<f64>>>| {
        icc(&Scores::new(rows[0].len(), rows).unwrap()).map(|found| found.single.value)
    };
    let mut rows = judged();
    rows[3][2] = None;
    assert_eq!(of(rows), Err(NotShown::Gaps));
    assert_eq!(of(judged()[..9].to_vec()), Err(NotShown::TooFew { need: 10 }));
    assert_eq!(of(vec![vec![Some(3.0)]; 12]), Err(NotShown::Gaps), "one examiner agrees with nobody");
    assert_eq!(of(vec![vec![Some(0.1); 3]; 12]), Err(NotShown::NoVariance));
}

#[test]
fn a_constant_shift_between_examiners_is_disagreement() {
    let rows = (0..12).map(|at| [Some(f64::from(at)), Some(f64::from(at) + 3.0)]);
    let found = icc(&Scores::new(2, rows).unwrap()).unwrap().single;
    assert!(found.value < 0.9 && found.low < found.value && found.value < found.high, "{found:?}");
}

/// Scores written as digits, `.` for none.
fn scores(rows: &[String]) -> Scores {
    let score = |digit: char| digit.to_digit(10).map(f64::from);
    Scores::new(rows[0].len(), rows.iter().map(|row| row.chars().map(score).collect::<Vec<_>>())).unwrap()
}

#[test]
fn commissions_that_change_have_an_icc_over_their_largest_part_without_gaps() {
    // The first two sit at every candidate; a third one at twelve, a fourth at four.
    let third = |at: u32| if at < 12 { (at % 5).to_string() } else { ".".to_owned() };
    let fourth = |at: u32| if at < 4 { "1" } else { "." };
    let row = |at: u32| format!("{}{}{}{}", at % 5, (at + at % 2) % 5, third(at), fourth(at));
    let all = scores(&(0..16).map(row).collect::<Vec<_>>());
    assert_eq!(all.size(), (16, 4));
    let block = all.block().unwrap();
    assert_eq!(block.size(), (12, 3), "36 scores are more than 32");
    assert!(icc(&all).is_err() && icc(&block).is_ok());
}

#[test]
fn a_part_of_ten_candidates_comes_before_a_larger_one_of_fewer() {
    let five = |at: u32| format!("{}{}123", at % 4, at % 3);
    let two = |at: u32| format!("{}{}...", at % 4, at % 3);
    let all = scores(&(0..6).map(five).chain((0..4).map(two)).collect::<Vec<_>>());
    assert_eq!(all.block().unwrap().size(), (10, 2), "30 scores of six candidates have no coefficient");
    let apart = scores(&["1..".to_owned(), ".2.".to_owned()]);
    assert!(apart.block().is_none());
}
