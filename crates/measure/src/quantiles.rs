//! Quantiles that intervals of 95 % stand on.

use statrs::distribution::{ContinuousCDF, FisherSnedecor, StudentsT};

/// The 0.975 quantile of the normal distribution.
pub(crate) const Z: f64 = 1.959_963_984_540_054;

/// The upper end of a two-sided interval of 95 %.
pub(crate) const UPPER: f64 = 0.975;
/// The lower end.
pub(crate) const LOWER: f64 = 0.025;

/// Of the F distribution; `None` where the degrees of freedom are not positive and finite.
pub(crate) fn f(probability: f64, above: f64, below: f64) -> Option<f64> {
    FisherSnedecor::new(above, below)
        .ok()
        .map(|known| known.inverse_cdf(probability))
        .filter(|f| f.is_finite())
}

/// The 0.975 quantile of Student's t; `None` where the degrees of freedom are not positive and finite.
pub(crate) fn t(freedom: f64) -> Option<f64> {
    StudentsT::new(0.0, 1.0, freedom).ok().map(|known| known.inverse_cdf(UPPER)).filter(|t| t.is_finite())
}
