use crate::{assert_printed, keep, pages, samples, samples::made_at, text};
use documents::reports::{Line, pdf};
use i18n::Lang;

#[test]
fn a_report_says_on_what_it_stands_and_who_has_signed() {
    for (lang, choice, law, waiting, draft) in [
        (Lang::Kk, "Мектептің шешімі бойынша.", "Заң бойынша міндетті.", "қол қойылмаған", "ЖОБА"),
        (Lang::Ru, "По решению школы.", "Обязательно по закону.", "не подписано", "ЧЕРНОВИК"),
        (Lang::En, "choice.", "Required by law.", "not signed", "DRAFT"),
    ] {
        let mut report = samples::report();
        let printed =
            text(&keep(&format!("report-{}.pdf", lang.tag()), pdf(&report, lang, made_at()).unwrap()));
        for told in [choice, waiting, "9f86d081884c7d65", "7F3K-92QD"] {
            assert_printed(&printed, told);
        }
        assert!(!printed.contains(draft) && !printed.contains(law));
        (report.by_law, report.draft) = (true, true);
        let printed = text(&pdf(&report, lang, made_at()).unwrap());
        assert_printed(&printed, draft);
        assert_printed(&printed, law);
    }
}

#[test]
fn the_kazakh_and_the_russian_paper_hold_the_same_facts() {
    for lang in [Lang::Kk, Lang::Ru] {
        let printed = text(&pdf(&samples::report(), lang, made_at()).unwrap());
        for same in [
            "10.11.2026",
            "17.11.2026",
            "65",
            "131-к",
            "Өткен кездесулер: 2",
            "Сабақты бірге жоспарлау",
            "Журналды көмексіз толтырады.",
            "Нурбаева Айгүл Сайлауқызы",
        ] {
            assert_printed(&printed, same);
        }
    }
}

#[test]
fn figures_that_open_no_list_stand_under_the_totals_in_their_own_words() {
    let told = "Тревога: число показывается, если закрытых не меньше 5.";
    for lang in [Lang::Kk, Lang::Ru] {
        let mut report = samples::report();
        assert!(!text(&pdf(&report, lang, made_at()).unwrap()).contains("Тревога"));
        report.figures = vec![told.to_owned(), samples::HOSTILE[0].to_owned()];
        let printed = text(&pdf(&report, lang, made_at()).unwrap());
        assert_printed(&printed, told);
        assert_printed(&printed, samples::HOSTILE[0]);
    }
}

#[test]
fn long_lists_go_over_pages_and_hostile_words_are_printed_letter_by_letter() {
    let mut report = samples::report();
    let long = |text: &str| Line { text: text.repeat(6), ..samples::report().lists[0].lines[0].clone() };
    report.lists[0].lines = (0..150).map(|_| long("Сабақты бірге талдау. ")).collect();
    report.answers[0].text = "Сөйлем. ".repeat(250);
    assert!(pages(&keep("report-long.pdf", pdf(&report, Lang::Kk, made_at()).unwrap())) > 5);
    for hostile in samples::HOSTILE {
        let mut report = samples::report();
        report.answers[0].text = hostile.to_owned();
        assert_printed(&text(&pdf(&report, Lang::Kk, made_at()).unwrap()), hostile);
    }
    for foreign in samples::FOREIGN {
        let mut report = samples::report();
        report.answers[0].text = foreign.to_owned();
        pdf(&report, Lang::Ru, made_at()).unwrap();
    }
}
