use measure::cuts::angoff::Panel;
use measure::cuts::borderline::{Cut, Record, cut};
use measure::cuts::hofstee::{Bounds, check, panel};
use proptest::prelude::*;

use super::{cases, close};

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_round_lies_between_its_judges(chances in prop::collection::vec(prop::array::uniform4(0_u8..=10), 1..9)) {
        let rows: Vec<[f64; 4]> = chances.iter().map(|row| row.map(|tenths| f64::from(tenths) / 10.0)).collect();
        let round = Panel::new(4, &rows).unwrap().decided();
        let (low, high) = round.judges.iter().fold((f64::MAX, f64::MIN), |ends, cut| (ends.0.min(*cut), ends.1.max(*cut)));
        prop_assert!((low - 1e-9..=high + 1e-9).contains(&round.cut));
        prop_assert!(f64::from(round.whole) >= round.cut - 1e-9 && f64::from(round.whole) < round.cut + 1.0);
        prop_assert!(round.error.is_none_or(|error| error.is_finite() && error >= 0.0));
        let turned = Panel::new(4, rows.iter().rev()).unwrap().decided();
        close(round.cut, turned.cut);
        prop_assert_eq!(round.whole, turned.whole);
    }

    #[test]
    fn weights_of_one_are_angoffs_sum_and_twice_the_weights_twice_the_cut(chances in prop::collection::vec(prop::array::uniform4(0_u8..=10), 1..9)) {
        let rows: Vec<[f64; 4]> = chances.iter().map(|row| row.map(|tenths| f64::from(tenths) / 10.0)).collect();
        let plain = Panel::new(4, &rows).unwrap().decided();
        let ones = Panel::weighing(vec![1.0; 4], &rows).unwrap().decided();
        prop_assert_eq!(&plain, &ones);
        let twice = Panel::weighing(vec![2.0; 4], &rows).unwrap().decided();
        close(2.0 * plain.cut, twice.cut);
        prop_assert_eq!(&plain.discuss, &twice.discuss);
        prop_assert_eq!(plain.error.is_some(), twice.error.is_some());
    }

    #[test]
    fn a_station_s_cut_is_a_number_or_a_reason(records in prop::collection::vec((1_u8..=5, 0_u8..=100), 0..40), border in 1_u8..=10) {
        let of = |(grade, score): &(u8, u8)| Record { grade: f64::from(*grade), score: f64::from(*score) };
        let border = f64::from(border) / 2.0;
        let found = cut(&records.iter().map(of).collect::<Vec<_>>(), border).unwrap();
        let turned = cut(&records.iter().rev().map(of).collect::<Vec<_>>(), border).unwrap();
        match (found, turned) {
            (Ok(Cut::Regression(one)), Ok(Cut::Regression(other))) => {
                prop_assert!(one.cut.is_finite() && one.error.is_finite() && one.slope > 0.0);
                prop_assert!((0.0..=1.0).contains(&one.explained) && one.n >= 20);
                close(one.cut, other.cut);
                close(one.error, other.error);
            }
            (Ok(Cut::Median { cut, n }), other) => {
                prop_assert!((0.0..=100.0).contains(&cut) && (5..20).contains(&n));
                prop_assert_eq!(Ok(Cut::Median { cut, n }), other);
            }
            (one, other) => prop_assert_eq!(one.err(), other.err()),
        }
    }

    #[test]
    fn hofstees_cut_is_the_least_that_fits(totals in prop::collection::vec(0_u8..=20, 0..40), low in 0_u8..10, wide in 0_u8..10, few in 0_u8..50, more in 0_u8..50) {
        let totals: Vec<f64> = totals.into_iter().map(f64::from).collect();
        let (low, few) = (f64::from(low), f64::from(few));
        let judges = [Bounds { cut: (low, low + f64::from(wide)), fail: (few, few + f64::from(more)) }];
        let bounds = panel(&judges).unwrap();
        if let Ok(found) = check(&judges, &totals).unwrap() {
            let people = f64::from(u8::try_from(totals.len()).unwrap());
            let failing = |cut: f64| 100.0 * f64::from(u8::try_from(totals.iter().filter(|total| **total < cut).count()).unwrap()) / people;
            let line = |cut: f64| bounds.fail.1 - (bounds.fail.1 - bounds.fail.0) * (cut - low) / (bounds.cut.1 - low);
            let cut = f64::from(found.cut);
            prop_assert!((low..=bounds.cut.1).contains(&cut) && failing(cut) >= line(cut) - 1e-6);
            prop_assert!(failing(cut - 1.0) < line(cut - 1.0) + 1e-6, "the one before would do");
            close(found.fail, failing(cut));
        }
    }
}
