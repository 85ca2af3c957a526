use measure::agreement::{Weights, differences, icc, kappa, kappas, krippendorff, shares};
use measure::examiners::effects;
use measure::gates::NotShown;
use measure::marks::{Marks, Scores};
use proptest::prelude::*;

use super::{NEARLY, cases, close, same, sound};

type Rows = Vec<Vec<Option<u8>>>;

/// Marks from 0 to 4 by two to four examiners; gaps in some, the same examiner's same mark in others.
fn rows() -> impl Strategy<Value = Rows> {
    (2_usize..5, prop_oneof![Just(NEARLY), Just(0.7)], 0_u8..5).prop_flat_map(|(examiners, given, most)| {
        let mark = prop::option::weighted(given, 0..=most);
        prop::collection::vec(prop::collection::vec(mark, examiners), 0..30)
    })
}

fn marks(rows: &Rows) -> Marks {
    Marks::new((0, 4), rows.first().map_or(2, Vec::len), rows).unwrap()
}

fn scores(rows: &Rows) -> Scores {
    let tenths = |mark: &Option<u8>| mark.map(|mark| f64::from(mark) / 10.0);
    Scores::new(
        rows.first().map_or(2, Vec::len),
        rows.iter().map(|row| row.iter().map(tenths).collect::<Vec<_>>()),
    )
    .unwrap()
}

/// Candidates from the last to the first, examiners too.
fn turned(rows: &Rows) -> Rows {
    rows.iter().rev().map(|row| row.iter().rev().copied().collect()).collect()
}

/// α by its definition: the mean squared distance of two marks of one candidate, each candidate's pairs by the number
/// of its marks less one, over that of any two marks at all.
fn plain_alpha(rows: &Rows) -> f64 {
    let units: Vec<Vec<u8>> = rows
        .iter()
        .map(|row| row.iter().flatten().copied().collect::<Vec<u8>>())
        .filter(|unit| unit.len() > 1)
        .collect();
    let all: Vec<u8> = units.iter().flatten().copied().collect();
    let number = |of: usize| f64::from(u32::try_from(of).unwrap());
    let often = |mark: u8| all.iter().map(|other| f64::from(u8::from(*other == mark))).sum::<f64>();
    let distance = |one: u8, other: u8| {
        let (low, high) = (one.min(other), one.max(other));
        ((low..=high).map(often).sum::<f64>() - f64::midpoint(often(low), often(high))).powi(2)
    };
    let pairs = |marks: &[u8]| {
        marks.iter().map(|one| marks.iter().map(|other| distance(*one, *other)).sum::<f64>()).sum::<f64>()
    };
    let seen: f64 =
        units.iter().map(|unit| pairs(unit) / (number(unit.len()) - 1.0)).sum::<f64>() / number(all.len());
    1.0 - seen / (pairs(&all) / (number(all.len()) * (number(all.len()) - 1.0)))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn whatever_is_shown_of_examiners_is_a_number_within_its_bounds(rows in rows()) {
        let marks = marks(&rows);
        for figure in [kappa(&marks, (0, 1), Weights::Linear), kappa(&marks, (1, 0), Weights::Quadratic), krippendorff(&marks)] {
            sound(figure);
            prop_assert!(figure.is_ok_and(|found| found.low >= -1.0 && found.high <= 1.0 && found.n >= 10) || figure.is_err());
        }
        if let Ok(found) = shares(&marks) {
            prop_assert!((0.0..=found.adjacent).contains(&found.exact) && found.adjacent <= 1.0 && found.candidates >= 5);
        }
        prop_assert!(differences(&marks).into_iter().flatten().all(|lean| lean.abs() <= 4.0));
        if let Ok(found) = icc(&scores(&rows)) {
            sound(Ok(found.single));
            sound(found.panel);
            prop_assert!(found.single.low >= -1.0 && found.single.high <= 1.0);
            prop_assert!(found.panel.is_ok_and(|panel| panel.value >= found.single.value - 1e-12) || found.single.value < 0.0);
        }
    }

    #[test]
    fn the_largest_part_has_no_gap_and_no_larger_one_stands_beside_it(rows in rows()) {
        let all = scores(&rows);
        let examiners = rows.first().map_or(2, Vec::len);
        // Every set of two examiners or more, written as bits.
        let sets = (0..1_usize << examiners).filter(|set| set.count_ones() > 1);
        let whole = |set: usize| {
            let has = |row: &&Vec<Option<u8>>| row.iter().enumerate().all(|(at, mark)| (set >> at) & 1 == 0 || mark.is_some());
            (rows.iter().filter(has).count(), set.count_ones())
        };
        let sizes = sets.map(whole).filter(|(candidates, _)| *candidates > 0).map(|(candidates, examiners)| {
            let candidates = u32::try_from(candidates).unwrap();
            (candidates >= 10, candidates * examiners)
        });
        let block = all.block();
        let size = block.as_ref().map(Scores::size).map(|(candidates, examiners)| (candidates >= 10, candidates * examiners));
        prop_assert_eq!(size, sizes.max());
        prop_assert!(block.is_none_or(|block| icc(&block).err() != Some(NotShown::Gaps)));
    }

    #[test]
    fn kappas_of_two_examiners_are_their_kappa(rows in rows()) {
        let two: Rows = rows.iter().map(|row| row[..2].to_vec()).collect();
        let marks = marks(&two);
        same(kappas(&marks, Weights::Quadratic).map(|found| found.low), kappa(&marks, (0, 1), Weights::Quadratic));
    }

    #[test]
    fn no_place_and_no_name_of_an_examiner_matters(rows in rows()) {
        let (one, other) = (marks(&rows), marks(&turned(&rows)));
        let last = rows.first().map_or(1, |row| row.len() - 1);
        same(krippendorff(&one), krippendorff(&other));
        same(kappa(&one, (0, last), Weights::Quadratic), kappa(&other, (0, last), Weights::Quadratic));
        prop_assert_eq!(shares(&one), shares(&other));
        let (one, other) = (scores(&rows), scores(&turned(&rows)));
        same(icc(&one).map(|found| found.single), icc(&other).map(|found| found.single));
        match (effects(&one), effects(&other)) {
            (Ok(one), Ok(other)) => one.iter().zip(other.iter().rev()).for_each(|(one, other)| {
                close(one.value, other.value);
                close(one.error, other.error);
            }),
            (one, other) => prop_assert_eq!(one.err(), other.err()),
        }
    }

    #[test]
    fn alpha_is_what_its_definition_says_and_a_scale_turned_over_does_not_matter(rows in rows()) {
        let found = krippendorff(&marks(&rows));
        if let Ok(found) = found {
            close(found.value, plain_alpha(&rows).max(-1.0));
        }
        let over = rows.iter().map(|row| row.iter().map(|mark| mark.map(|mark| 4 - mark)).collect()).collect();
        same(found, krippendorff(&marks(&over)));
    }

    #[test]
    fn examiners_who_always_agree_have_one(own in prop::collection::vec(0_u8..5, 10..30), examiners in 2_usize..5) {
        let rows: Rows = own.iter().map(|mark| vec![Some(*mark); examiners]).collect();
        let marks = marks(&rows);
        for figure in [kappa(&marks, (0, 1), Weights::Linear), krippendorff(&marks), icc(&scores(&rows)).map(|found| found.single)] {
            match figure {
                Ok(found) => close(found.value, 1.0),
                Err(reason) => prop_assert!(matches!(reason, NotShown::OneCategory | NotShown::NoVariance)),
            }
        }
        if let Ok(found) = effects(&scores(&rows)) {
            prop_assert!(found.iter().all(|effect| effect.value.abs() < 1e-9 && effect.error < 1e-9));
        }
    }

    #[test]
    fn effects_add_up_to_nothing_and_move_with_their_examiner(rows in rows(), more in 1_u8..50) {
        let Ok(found) = effects(&scores(&rows)) else { return Ok(()) };
        close(found.iter().map(|effect| effect.value).sum(), 0.0);
        prop_assert!(found.iter().all(|effect| effect.low <= effect.value && effect.value <= effect.high && effect.error.is_finite()));
        let mut lenient = rows.clone();
        lenient.iter_mut().filter_map(|row| row[0].as_mut()).for_each(|mark| *mark += more);
        let moved = effects(&scores(&lenient)).unwrap();
        let examiners = f64::from(u8::try_from(found.len()).unwrap());
        close(moved[0].value, found[0].value + f64::from(more) / 10.0 * (1.0 - 1.0 / examiners));
        close(moved[0].error, found[0].error);
    }
}

#[test]
fn marks_by_chance_agree_by_chance() {
    // A linear congruential generator with a fixed start; 4 000 candidates.
    let mut state = 20_260_901_u64;
    let mut draw = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some(u8::try_from((state >> 33) % 5).unwrap())
    };
    let rows: Rows = (0..4000).map(|_| vec![draw(), draw(), draw()]).collect();
    let marks = marks(&rows);
    let single = icc(&scores(&rows)).map(|found| found.single);
    for figure in [
        kappa(&marks, (0, 1), Weights::Quadratic),
        kappa(&marks, (1, 2), Weights::Linear),
        krippendorff(&marks),
        single,
    ] {
        let found = figure.unwrap();
        assert!(found.value.abs() < 0.05 && found.low < 0.02 && found.high > -0.02, "{found:?}");
    }
}
