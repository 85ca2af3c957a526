//! Order of names as the reader's alphabet has it: «Ә» after «А», not after «Я».

use crate::Lang;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

fn collator(lang: Lang) -> Option<CollatorBorrowed<'static>> {
    let locale = match lang {
        Lang::Kk => locale!("kk"),
        Lang::Ru => locale!("ru"),
        Lang::En => locale!("en"),
    };
    Collator::try_new(locale.into(), CollatorOptions::default()).ok()
}

/// Sorts in place by a name taken from each item; equal names keep their order.
pub fn sort_by_name<T>(lang: Lang, items: &mut [T], name: impl Fn(&T) -> &str) {
    match collator(lang) {
        Some(collator) => items.sort_by(|a, b| collator.compare(name(a), name(b))),
        None => items.sort_by(|a, b| name(a).cmp(name(b))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_letters_stand_in_their_places() {
        let mut names = vec!["Яковлева", "Әлиева", "Бекова", "Ұлықбек", "Абаева", "Қалиева", "Кузнецова"];
        sort_by_name(Lang::Kk, &mut names, |name| name);
        assert_eq!(names, ["Абаева", "Әлиева", "Бекова", "Кузнецова", "Қалиева", "Ұлықбек", "Яковлева"]);
    }
}
