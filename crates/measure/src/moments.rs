//! Means, variances and covariances in two passes; divisor n − 1.

/// Numbers closer than this, to the largest of them or to 1, are the same mark that was added up in another order.
const SAME: f64 = 1e-9;

/// A number of things as a number.
pub(crate) fn count(things: usize) -> f64 {
    f64::from(number(things))
}

/// A number of things for people to read.
pub(crate) fn number(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}

/// 0 of nothing.
pub(crate) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / count(values.len()).max(1.0)
}

/// All the same, or none: nothing that is divided by their variance is defined.
pub(crate) fn constant(values: &[f64]) -> bool {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    values.is_empty() || high - low <= SAME * low.abs().max(high.abs()).max(1.0)
}

/// 0 of fewer than two.
pub(crate) fn variance(values: &[f64]) -> f64 {
    if constant(values) { 0.0 } else { covariance(values, values) }
}

/// Of as many pairs as the shorter has; 0 of fewer than two.
pub(crate) fn covariance(one: &[f64], other: &[f64]) -> f64 {
    let (first, second) = (mean(one), mean(other));
    let products = one.iter().zip(other).map(|(x, y)| (x - first) * (y - second)).sum::<f64>();
    products / (count(one.len().min(other.len())) - 1.0).max(1.0)
}

/// Pearson's; `None` where one of the two is constant.
pub(crate) fn correlation(one: &[f64], other: &[f64]) -> Option<f64> {
    if constant(one) || constant(other) {
        return None;
    }
    let widths = (variance(one) * variance(other)).sqrt();
    Some((covariance(one, other) / widths).clamp(-1.0, 1.0))
}

/// The central moment of this order, divisor n.
pub(crate) fn central(values: &[f64], order: i32) -> f64 {
    let middle = mean(values);
    values.iter().map(|value| (value - middle).powi(order)).sum::<f64>() / count(values.len()).max(1.0)
}

/// The mean of the two in the middle; `None` of nothing.
pub(crate) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let (upper, lower) = (sorted.get(sorted.len() / 2)?, sorted.get((sorted.len() - 1) / 2)?);
    Some(f64::midpoint(*upper, *lower))
}
