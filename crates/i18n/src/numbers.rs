//! Numbers as people write them: with a comma, in English with a dot.

use crate::Lang;

/// A number of which so many digits stand behind the comma, without noughts at its end: «12», «12,5».
pub fn decimal(lang: Lang, parts: i64, digits: usize) -> String {
    let all = format!("{:0width$}", parts.unsigned_abs(), width = digits + 1);
    let (whole, rest) = all.split_at(all.len() - digits);
    let rest = rest.trim_end_matches('0');
    let sign = if parts < 0 { "−" } else { "" };
    let comma = if lang == Lang::En { "." } else { "," };
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{comma}{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noughts_at_the_end_are_left_out_and_the_sign_stands_before() {
        assert_eq!(decimal(Lang::Ru, 1250, 2), "12,5");
        assert_eq!(decimal(Lang::En, 1205, 2), "12.05");
        assert_eq!(decimal(Lang::Kk, -50, 2), "−0,5");
        assert_eq!(decimal(Lang::Ru, 1200, 2), "12");
    }
}
