//! Figures of groups in words: a middle, a range, a share with its interval, or why a figure is not shown.

use i18n::{Lang, t};
use measure::scales::{Share, Summary};

/// What stands in the place of a figure that is not shown.
pub const HIDDEN: &str = "–";

/// The median: «4», «3,5», in English «3.5».
pub fn middle(lang: Lang, summary: &Summary) -> String {
    let (whole, half) = (summary.twice_median / 2, summary.twice_median % 2 == 1);
    match (half, lang) {
        (false, _) => whole.to_string(),
        (true, Lang::En) => format!("{whole}.5"),
        (true, Lang::Kk | Lang::Ru) => format!("{whole},5"),
    }
}

/// The lowest and the highest mark.
pub fn range(summary: &Summary) -> String {
    if summary.low == summary.high {
        return summary.low.to_string();
    }
    format!("{}–{}", summary.low, summary.high)
}

/// «7 из 12, 58 % (32–81 %)», or a dash: the page says once what it means.
pub fn share_words(lang: Lang, share: Share) -> String {
    match share {
        Share::Shown { count, n, value, low, high } => {
            let args = [
                ("count", count.into()),
                ("n", n.into()),
                ("share", percent(value).into()),
                ("low", percent(low).into()),
                ("high", percent(high).into()),
            ];
            t(lang, "scales-share", &args)
        }
        Share::Hidden => HIDDEN.to_owned(),
    }
}

/// A share as whole per cents.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share lies between 0 and 1, so the rounded number lies between 0 and 100"
)]
fn percent(share: f64) -> u8 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_people_write_them() {
        let share = Share::Shown { count: 5, n: 10, value: 0.5, low: 0.2366, high: 0.7634 };
        let ten = Summary { n: 10, twice_median: 7, low: 1, high: 5, share };
        assert_eq!((middle(Lang::Ru, &ten), middle(Lang::En, &ten)), ("3,5".into(), "3.5".into()));
        assert_eq!((range(&ten), range(&Summary { low: 5, ..ten })), ("1–5".into(), "5".into()));
        let words = share_words(Lang::Ru, ten.share);
        assert!(words.contains("5 из 10") && words.contains("24") && words.contains("76"), "{words}");
        assert_eq!(share_words(Lang::Ru, Share::Hidden), HIDDEN);
    }
}
