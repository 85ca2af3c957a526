//! Borderline regression for a practice station: the score that goes with the grade between «not ready» and «ready».
//!
//! B. Kramer et al., Comparison between an Angoff procedure and borderline regression, Medical Education 37 (2003)
//! 132–139.

use crate::gates::{Figure, NotShown, SOME, at_least};
use crate::moments::{constant, count, covariance, mean, median, number, variance};
use crate::table::{MOST, Misread};

/// With fewer records the median of the borderline group stands instead of the regression.
const REGRESSED: u32 = 20;
/// The regression wants to explain this much.
const WANTED: f64 = 0.5;

/// What one examiner gave one candidate at the station.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Record {
    /// The global grade.
    pub grade: f64,
    /// The score of the checklist, in marks.
    pub score: f64,
}

/// The cut of a station.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cut {
    /// From 20 records on.
    Regression(Regression),
    /// From fewer: the median score of those graded within half a grade of the border; to be said beside it.
    Median {
        /// In marks.
        cut: f64,
        /// How many records lie at the border.
        n: u32,
    },
}

/// Score = a + b · grade by least squares, at the borderline grade.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Regression {
    /// a + b · borderline, in marks.
    pub cut: f64,
    /// Standard error of the fitted mean there. Records of one candidate are not independent: it is optimistic.
    pub error: f64,
    /// a, in marks.
    pub intercept: f64,
    /// b, in marks a grade; above 0.
    pub slope: f64,
    /// The share of the scores' variance that the grades explain.
    pub explained: f64,
    /// How many records.
    pub n: u32,
}

impl Regression {
    /// Grades explain less than half of the scores: checklist and grade see different things.
    pub fn is_weak(self) -> bool {
        self.explained < WANTED
    }
}

/// The cut of a station from all records of its examiners; `borderline` is fixed in advance.
pub fn cut(records: &[Record], borderline: f64) -> Result<Figure<Cut>, Misread> {
    let fits = |value: f64| (-MOST..=MOST).contains(&value);
    if let Some(row) = records.iter().position(|record| !fits(record.grade) || !fits(record.score)) {
        return Err(Misread::OutOfRange {
            row,
            column: usize::from(records.get(row).is_some_and(|r| fits(r.grade))),
        });
    }
    if !fits(borderline) {
        return Err(Misread::OutOfRange { row: records.len(), column: 0 });
    }
    let (grades, scores): (Vec<f64>, Vec<f64>) =
        records.iter().map(|record| (record.grade, record.score)).unzip();
    if number(records.len()) < REGRESSED {
        return Ok(of_group(records, borderline));
    }
    Ok(regression(&grades, &scores, borderline).map(Cut::Regression))
}

fn of_group(records: &[Record], borderline: f64) -> Figure<Cut> {
    let near = records.iter().filter(|record| (record.grade - borderline).abs() <= 0.5);
    let scores: Vec<f64> = near.map(|record| record.score).collect();
    let n = number(scores.len());
    at_least(n, SOME)?;
    median(&scores).map(|cut| Cut::Median { cut, n }).ok_or(NotShown::TooFew { need: SOME })
}

fn regression(grades: &[f64], scores: &[f64], borderline: f64) -> Figure<Regression> {
    if constant(grades) || constant(scores) {
        return Err(NotShown::NoVariance);
    }
    let slope = covariance(grades, scores) / variance(grades);
    if slope <= 0.0 {
        return Err(NotShown::WrongWay);
    }
    let (n, middle) = (count(grades.len()), mean(grades));
    let intercept = mean(scores) - slope * middle;
    let misses = grades.iter().zip(scores).map(|(grade, score)| (score - intercept - slope * grade).powi(2));
    let left: f64 = misses.sum();
    let around = 1.0 / n + (borderline - middle).powi(2) / (variance(grades) * (n - 1.0));
    Ok(Regression {
        cut: intercept + slope * borderline,
        error: (left / (n - 2.0) * around).sqrt(),
        intercept,
        slope,
        explained: (1.0 - left / (variance(scores) * (n - 1.0))).clamp(0.0, 1.0),
        n: number(grades.len()),
    })
}
