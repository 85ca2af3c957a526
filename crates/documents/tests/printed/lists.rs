use crate::{assert_printed, keep, pages, samples, samples::made_at, text};
use documents::lists::pdf;
use i18n::Lang;

#[test]
fn a_register_holds_the_same_people_in_every_language_and_says_how_many() {
    for (lang, choice, total) in [
        (Lang::Kk, "Мектептің шешімі бойынша.", "Барлығы: 2"),
        (Lang::Ru, "По решению школы.", "Всего: 2"),
        (Lang::En, "The law does not ask for this form.", "Total: 2"),
    ] {
        let name = format!("register-{}.pdf", lang.tag());
        let printed = text(&keep(&name, pdf(&samples::register(), lang, made_at()).unwrap()));
        let same = ["Нурбаева Айгүл", "132-к", "990140000471", "2026/27", "Бағдарлама:"];
        for told in [choice, total].into_iter().chain(same) {
            assert_printed(&printed, told);
        }
    }
}

#[test]
fn a_long_register_goes_over_pages_and_an_empty_one_says_so() {
    let mut register = samples::register();
    let line = register.rows[0].clone();
    register.rows = vec![line; 120];
    register.rows[7][0] = vec!["Ұзынесімділердің".repeat(12)];
    assert!(pages(&keep("register-long.pdf", pdf(&register, Lang::Kk, made_at()).unwrap())) > 4);
    register.rows.clear();
    assert_printed(&text(&pdf(&register, Lang::Ru, made_at()).unwrap()), "В списке пусто.");
    for hostile in samples::HOSTILE {
        let mut register = samples::register();
        register.rows[0][2] = vec![hostile.to_owned()];
        assert_printed(&text(&pdf(&register, Lang::Kk, made_at()).unwrap()), hostile);
    }
}
