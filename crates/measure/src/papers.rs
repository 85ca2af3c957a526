//! How far the points of one paper can be trusted by the paper alone: where questions are drawn at random there is no α,
//! for nobody was given what the others were (docs/decisions/0070).

use crate::answers::LEAST;
use crate::gates::{Figure, NotShown, SOME, at_least};
use crate::moments::{count, median, number};
use crate::table::{MOST, Misread};

/// One question of a paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Got {
    /// What its answer brought; below zero where a wrong one costs points.
    pub mark: f64,
    /// What it is worth, from 0.001 to a million marks.
    pub worth: f64,
}

/// The errors of several papers together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Errors {
    /// The least, in marks.
    pub low: f64,
    /// The one in the middle.
    pub middle: f64,
    /// The greatest.
    pub high: f64,
    /// How many papers.
    pub n: u32,
}

/// Where the errors of papers lie, from five papers on.
pub fn errors(each: &[f64]) -> Figure<Errors> {
    let n = number(each.len());
    at_least(n, SOME)?;
    let middle = median(each).ok_or(NotShown::NoVariance)?;
    let (low, high) =
        each.iter().fold((middle, middle), |ends, error| (ends.0.min(*error), ends.1.max(*error)));
    Ok(Errors { low, middle, high, n })
}

/// The standard error of a paper whose questions were drawn at random from each topic, in marks.
///
/// The questions of a topic are a sample of all that could be asked about it. With k questions of marks x and worth w, of
/// which the paper brought the share p = Σx/Σw, the topic's part of the squared error is k/(k−1) · Σ(x − pw)², and the
/// parts add up. For right and wrong answers of equal worth it is Lord's binomial error x(k−x)/(k−1), and over topics the
/// compound one of Feldt and Qualls; x − pw instead of x − x̄ keeps an answer that is wholly right from counting as an
/// error where questions are worth different points (the residual of a ratio estimate). No correction for a small bank:
/// the bank is itself a sample of what could be asked.
///
/// One question alone says nothing of its topic: such topics are taken together, and a single one of them with the
/// shortest other topic. That can only make the error larger in the mean. Where every answer is wholly right, or every one
/// wrong, the error is 0 and the cut alone decides; of a paper of one question there is none.
///
/// F. M. Lord, Do tests of the same length have the same standard error of measurement? Educational and Psychological
/// Measurement 17 (1957) 510–521; F. M. Lord, M. R. Novick, Statistical Theories of Mental Test Scores (1968), ch. 23;
/// L. S. Feldt, Some relationships between the binomial error model and classical test theory, Educational and
/// Psychological Measurement 44 (1984) 883–891; L. S. Feldt, A. L. Qualls, Estimation of measurement error variance at
/// specific score levels, Journal of Educational Measurement 33 (1996) 141–156; residuals and strata of one: W. G. Cochran,
/// Sampling Techniques (1977), ch. 5A and 6.
pub fn error(topics: &[Vec<Got>]) -> Result<Figure<f64>, Misread> {
    for (row, topic) in topics.iter().enumerate() {
        let odd =
            |got: &Got| !(LEAST..=MOST).contains(&got.worth) || !(-MOST..=got.worth).contains(&got.mark);
        if let Some(column) = topic.iter().position(odd) {
            return Err(Misread::OutOfRange { row, column });
        }
    }
    let strata = strata(topics);
    if strata.is_empty() || strata.iter().any(|one| one.len() < 2) {
        return Ok(Err(NotShown::NoVariance));
    }
    Ok(Ok(strata.iter().map(|one| square(one)).sum::<f64>().sqrt()))
}

/// Topics of two questions and more, and those of one joined.
fn strata(topics: &[Vec<Got>]) -> Vec<Vec<Got>> {
    let (alone, mut strata): (Vec<Vec<Got>>, Vec<Vec<Got>>) =
        topics.iter().filter(|topic| !topic.is_empty()).cloned().partition(|topic| topic.len() == 1);
    let alone = alone.concat();
    let shortest = strata.iter_mut().min_by_key(|topic| topic.len()).filter(|_| alone.len() == 1);
    if let Some(shortest) = shortest {
        shortest.extend(alone);
    } else if !alone.is_empty() {
        strata.push(alone);
    }
    strata
}

/// A topic's part of the squared error.
fn square(topic: &[Got]) -> f64 {
    let k = count(topic.len());
    let (brought, worth) =
        topic.iter().fold((0.0, 0.0), |(brought, worth), got| (brought + got.mark, worth + got.worth));
    let share = brought / worth;
    k / (k - 1.0) * topic.iter().map(|got| (got.mark - share * got.worth).powi(2)).sum::<f64>()
}
