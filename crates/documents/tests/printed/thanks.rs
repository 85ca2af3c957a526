use crate::{assert_printed, keep, samples, samples::made_at, text};
use documents::packages::{self, Package, Period};
use documents::thanks::{Thanks, pdf};
use documents::{Both, orders::Named};
use i18n::Lang;
use jiff::civil::date;

pub(crate) fn named(name: &str) -> Named {
    Named { name: name.to_owned(), post: Both::new("мұғалім", "учитель") }
}

pub(crate) fn letter() -> Thanks {
    Thanks {
        paper: samples::paper("4"),
        mentor: named("Нурбаева Айгүл Сайлауқызы"),
        novice: named("Сәтбаева Дана Нұрланқызы"),
        head: Some(named("Ахмарқызы Гүлнафиса")),
        from: date(2026, 11, 2),
        to: date(2027, 5, 25),
        meetings: 23,
        words: Some("Рақмет, қатеден қорықпауды үйреттіңіз.".to_owned()),
    }
}

pub(crate) fn package() -> Package {
    Package {
        person: named("Сәтбаева Дана Нұрланқызы"),
        school: samples::regulation().school,
        school_year: 2026,
        made: date(2027, 3, 1),
        head: Some(named("Ахмарқызы Гүлнафиса")),
        periods: vec![Period {
            role: "молодой педагог".to_owned(),
            with: "Нурбаева Айгүл Сайлауқызы".to_owned(),
            from: date(2026, 11, 2),
            to: None,
            order: "118-к".to_owned(),
        }],
        kinds: vec![("беседа".to_owned(), 7), ("планирование".to_owned(), 2)],
        minutes: 270,
        files: vec!["meetings.csv".to_owned(), "plans/plan-1-kk.pdf".to_owned()],
    }
}

#[test]
fn a_letter_of_thanks_says_the_same_in_every_language_and_is_no_form_of_the_law() {
    for (lang, title, choice) in [
        (Lang::Kk, "Алғыс хат", "Мектептің шешімі бойынша."),
        (Lang::Ru, "Благодарственное письмо", "По решению школы."),
        (Lang::En, "Letter of thanks", "choice."),
    ] {
        let printed = pdf(&letter(), lang, made_at()).unwrap();
        let printed = text(&keep(&format!("thanks-{}.pdf", lang.tag()), printed));
        for part in
            [title, choice, "Нурбаева Айгүл", "Сәтбаева Дана", "23", "қатеден қорықпауды", "7F3K-92QD"]
        {
            assert_printed(&printed, part);
        }
    }
}

#[test]
fn a_word_that_may_not_stand_there_is_left_out_and_hostile_words_are_printed_letter_by_letter() {
    let silent = Thanks { words: None, meetings: 0, head: None, ..letter() };
    let printed = text(&pdf(&silent, Lang::Ru, made_at()).unwrap());
    assert!(!printed.contains("Слово") && !printed.contains("встреч"), "{printed}");
    for hostile in samples::HOSTILE {
        let letter = Thanks { words: Some(hostile.to_owned()), ..letter() };
        assert_printed(&text(&pdf(&letter, Lang::Kk, made_at()).unwrap()), hostile);
    }
}

#[test]
fn the_summary_of_a_package_names_pairs_meetings_and_files() {
    let package = package();
    for lang in [Lang::Kk, Lang::Ru] {
        let printed = packages::pdf(&package, lang, made_at()).unwrap();
        let printed = text(&keep(&format!("package-{}.pdf", lang.tag()), printed));
        for part in ["Сәтбаева Дана", "118-к", "02.11.2026", "270", "plans/plan-1-kk.pdf", "SHA256SUMS"]
        {
            assert_printed(&printed, part);
        }
        for letterhead in ["990140000471", "2026/27"] {
            assert_printed(&printed, letterhead);
        }
    }
    let none = Package { periods: vec![], kinds: vec![], files: vec![], head: None, ..package };
    packages::pdf(&none, Lang::Kk, made_at()).unwrap();
}
