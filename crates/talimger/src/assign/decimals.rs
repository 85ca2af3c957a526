//! Numbers as people write them, as whole numbers and back, without losing a digit.

use serde_json::Number;

/// A number without an exponent, however it was written.
pub(super) fn plain(number: &Number) -> String {
    match number.as_f64() {
        Some(value) if number.is_f64() => value.to_string(),
        _ => number.to_string(),
    }
}

/// Digits after the point, without zeros at the end.
pub(super) fn decimal_places(text: &str) -> usize {
    text.split_once('.').map_or(0, |(_, decimals)| decimals.trim_end_matches('0').len())
}

/// The number times ten to the power of `places`, if it is written plainly and not too long.
pub(super) fn scaled(text: &str, places: usize) -> Option<i64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let decimals = decimals.trim_end_matches('0');
    if places > 9 {
        return None;
    }
    format!("{whole}{decimals:0<places$}").parse().ok()
}

/// The number that [`scaled`] has multiplied.
pub(super) fn unscaled(total: i128, places: usize) -> Result<Number, String> {
    let too_long = || format!("the total {total} is too long");
    if places == 0 {
        return Number::from_i128(total).ok_or_else(too_long);
    }
    let sign = if total < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", total.unsigned_abs(), width = places + 1);
    let (whole, decimals) = digits.split_at(digits.len() - places);
    let value: f64 = format!("{sign}{whole}.{decimals}").parse().map_err(|_| too_long())?;
    Number::from_f64(value).ok_or_else(too_long)
}
