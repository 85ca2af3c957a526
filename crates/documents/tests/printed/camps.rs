use crate::{assert_printed, keep, samples, samples::made_at, text};
use documents::camps::{Report, Table, pdf};
use i18n::Lang;
use jiff::civil::date;

pub(crate) fn report() -> Report {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    Report {
        school: samples::regulation().school,
        school_year: 2026,
        date: date(2026, 11, 2),
        title: "Жас мамандар лагерінің есебі".to_owned(),
        facts: vec![("Атауы".to_owned(), "Күзгі лагерь".to_owned()), ("Топтар".to_owned(), String::new())],
        tables: vec![
            Table {
                title: "Қатысушылар".to_owned(),
                heads: words(&["Аты-жөні", "Мектеп"]),
                rows: vec![words(&["Нұрланова Әлия Серікқызы", "№ 7 мектеп"])],
            },
            Table { title: "Күндер".to_owned(), heads: words(&["Күн"]), rows: Vec::new() },
        ],
        draw: words(&["Тұқым: 0f3a"]),
        words: ("Ұйымдастырушының сөзі".to_owned(), "Тағы өткізсек дейді.".to_owned()),
        signer: "Ұйымдастырушы".to_owned(),
    }
}

#[test]
fn the_report_of_a_camp_holds_what_was_recorded_and_leaves_out_what_was_not() {
    for lang in Lang::ALL {
        let name = format!("camp-{}.pdf", lang.tag());
        let printed = text(&keep(&name, pdf(&report(), lang, made_at()).unwrap()));
        for told in ["Жас мамандар лагерінің есебі", "№ 7 мектеп", "0f3a", "Тағы өткізсек дейді."]
        {
            assert_printed(&printed, told);
        }
        assert!(!printed.contains("Топтар") && !printed.contains("Күндер"), "{printed}");
    }
}

#[test]
fn what_somebody_typed_of_a_camp_is_printed_as_it_is() {
    for hostile in samples::HOSTILE {
        let mut typed = report();
        hostile.clone_into(&mut typed.words.1);
        hostile.clone_into(&mut typed.facts[0].1);
        assert_printed(&text(&pdf(&typed, Lang::Ru, made_at()).unwrap()), hostile);
    }
}
