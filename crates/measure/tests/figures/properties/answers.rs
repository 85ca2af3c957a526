use measure::answers::Answers;
use measure::gates::Figure;
use measure::items::items;
use measure::moodle::{questions, quiz};
use measure::options::Picks;
use measure::reliability::{reliability, without_each};
use proptest::prelude::*;

use super::{NEARLY, cases, close, same, sound};

type Row = Vec<Option<f64>>;

/// What items are worth and what people got; gaps in some sheets, constant columns in most. Tenths do not add up
/// exactly in binary, as marks in life do not.
fn sheet() -> impl Strategy<Value = (Vec<f64>, Vec<Row>)> {
    let item = (prop_oneof![Just(0.3), Just(1.0), Just(7.5)], prop::option::weighted(0.2, 0_u8..=10));
    (prop::collection::vec(item, 1..6), prop::bool::ANY).prop_flat_map(|(columns, gaps)| {
        let cell = |(most, constant): &(f64, Option<u8>)| {
            let (most, constant) = (*most, *constant);
            prop::option::weighted(if gaps { 0.8 } else { NEARLY }, 0_u8..=10).prop_map(move |tenths| {
                tenths.map(|tenths| most * f64::from(constant.unwrap_or(tenths)) / 10.0)
            })
        };
        let most = columns.iter().map(|column| column.0).collect();
        (Just(most), prop::collection::vec(columns.iter().map(cell).collect::<Vec<_>>(), 0..40))
    })
}

fn read((most, rows): &(Vec<f64>, Vec<Row>)) -> Answers {
    Answers::new(most, rows).unwrap()
}

fn within(figure: Figure<f64>, low: f64, high: f64) {
    if let Ok(found) = figure {
        assert!((low - 1e-9..=high + 1e-9).contains(&found), "{found}");
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_is_shown_is_a_number_within_its_bounds(sheet in sheet()) {
        let answers = read(&sheet);
        for item in items(&answers) {
            sound(item.facility);
            sound(item.rest);
            within(item.facility.map(|share| share.low), 0.0, 1.0);
            within(item.facility.map(|share| share.high), 0.0, 1.0);
            within(item.rest.map(|r| r.low), -1.0, 1.0);
            within(item.rest.map(|r| r.high), -1.0, 1.0);
            within(item.difference, -1.0, 1.0);
        }
        let alpha = reliability(&answers);
        sound(alpha.map(|found| found.alpha));
        within(alpha.map(|found| found.alpha.high), f64::MIN, 1.0);
        within(alpha.map(|found| found.error), 0.0, f64::MAX);
        without_each(&answers).into_iter().flatten().for_each(sound);
        for question in questions(&answers) {
            within(question.facility_index, 0.0, 100.0);
            within(question.effective_weight, 0.0, 100.0);
            within(question.discrimination_index, -100.0, 100.0);
            within(question.discriminative_efficiency, f64::MIN, 100.0);
            within(question.standard_deviation, 0.0, 100.0);
        }
        if let Ok(whole) = quiz(&answers) {
            let all = [whole.average, whole.median, whole.standard_deviation, whole.skewness, whole.kurtosis];
            prop_assert!(all.iter().all(|figure| figure.is_finite()));
            within(Ok(whole.average), 0.0, 100.0);
            within(whole.consistency.map(|found| found.error_ratio), 0.0, f64::MAX);
            within(whole.consistency.map(|found| found.standard_error), 0.0, f64::MAX);
        }
    }

    #[test]
    fn nobody_s_place_in_the_list_matters((sheet, turn) in (sheet(), 0_usize..40)) {
        let answers = read(&sheet);
        let (most, mut rows) = sheet;
        rows.reverse();
        let turn = turn.checked_rem(rows.len()).unwrap_or(0);
        rows.rotate_left(turn);
        let turned = read(&(most, rows));
        for (one, other) in items(&answers).into_iter().zip(items(&turned)) {
            same(one.facility, other.facility);
            same(one.rest, other.rest);
            prop_assert_eq!(one.difference.err(), other.difference.err());
        }
        same(reliability(&answers).map(|found| found.alpha), reliability(&turned).map(|found| found.alpha));
    }

    #[test]
    fn items_keep_their_figures_in_another_order(sheet in sheet()) {
        let answers = read(&sheet);
        let (mut most, mut rows) = sheet;
        most.reverse();
        for row in &mut rows {
            row.reverse();
        }
        let turned = read(&(most, rows));
        for (one, other) in items(&answers).into_iter().zip(items(&turned).into_iter().rev()) {
            same(one.facility, other.facility);
            same(one.rest, other.rest);
        }
        same(reliability(&answers).map(|found| found.alpha), reliability(&turned).map(|found| found.alpha));
    }

    #[test]
    fn alpha_is_the_mean_covariance_by_the_mean_of_all(sheet in sheet()) {
        // Another formula: k²·(mean covariance of two items) / variance of the totals.
        if let Ok(found) = reliability(&read(&sheet)) {
            let (most, rows) = &sheet;
            let (k, n) = (f64::from(u8::try_from(most.len()).unwrap()), f64::from(u8::try_from(rows.len()).unwrap()));
            let column = |item: usize| rows.iter().map(|row| row[item].unwrap()).collect::<Vec<f64>>();
            let covary = |one: &[f64], other: &[f64]| {
                let products: f64 = one.iter().zip(other).map(|(x, y)| x * y).sum();
                (products - one.iter().sum::<f64>() * other.iter().sum::<f64>() / n) / (n - 1.0)
            };
            let (mut apart, mut all) = (0.0, 0.0);
            for one in 0..most.len() {
                for other in 0..most.len() {
                    let both = covary(&column(one), &column(other));
                    all += both;
                    apart += if one == other { 0.0 } else { both };
                }
            }
            close(found.alpha.value, k / (k - 1.0) * apart / all);
        }
    }

    #[test]
    fn options_of_anybody_are_counted_once(sheet in sheet(), picks in prop::collection::vec(prop::option::of(0_u8..4), 40), key in 0_u8..4) {
        let answers = read(&sheet);
        let got = sheet.1.iter().zip(picks).map(|(row, pick)| pick.filter(|_| row[0].is_some())).collect::<Vec<_>>();
        if let Ok(choices) = Picks::new(&answers, 0, (4, key), &got).unwrap().choices() {
            prop_assert_eq!(choices.iter().map(|choice| choice.count as usize).sum::<usize>(), got.iter().flatten().count());
            for choice in &choices {
                sound(choice.rest);
            }
            prop_assert!(choices.iter().all(|choice| (0.0..=1.0).contains(&choice.share)));
        }
    }
}
