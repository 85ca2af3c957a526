use crate::{assert_printed, keep, pages, samples, samples::made_at, text};
use documents::agreements::{Agreement, Part, pdf};
use i18n::Lang;
use jiff::civil::date;

pub(crate) fn agreement() -> Agreement {
    let both = ["Заңды өкілдің қолы", "Баланың қолы: «Келісемін»"].map(str::to_owned);
    let part = |title: &str, text: &str| Part {
        title: title.to_owned(),
        text: text.to_owned(),
        signers: both.to_vec(),
    };
    let pair = |label: &str, words: &str| (label.to_owned(), words.to_owned());
    Agreement {
        school: samples::regulation().school,
        school_year: 2026,
        made: date(2026, 9, 10),
        title: "Оқушы туралы келісім".to_owned(),
        basis: "Дербес деректер туралы Заң, 8-бап".to_owned(),
        facts: vec![pair("Оқушы", "Сарманов Аян Бекұлы"), pair("Сынып", "8А")],
        parts: vec![
            part("Қатысу", "Бала бағдарламаға қатысады."),
            part("Деректерді сақтау", "Мектеп баланың деректерін сақтайды."),
        ],
        rules: vec![pair("Мерзімі", "Оқу жылының соңына дейін.")],
        signers: vec!["Заңды өкілдің аты-жөні".to_owned(), "Күні".to_owned()],
    }
}

#[test]
fn a_paper_to_agree_to_holds_each_part_with_a_line_for_either_voice() {
    for lang in [Lang::Kk, Lang::Ru] {
        let printed = pdf(&agreement(), lang, made_at()).unwrap();
        let printed = text(&keep(&format!("agreement-{}.pdf", lang.tag()), printed));
        for told in
            ["Сарманов Аян", "8А", "Қатысу", "Бала бағдарламаға қатысады.", "Оқу жылының соңына дейін."]
        {
            assert_printed(&printed, told);
        }
        let bare = printed.split_whitespace().collect::<String>();
        assert_eq!(bare.matches("«Келісемін»").count(), 2, "a line of the child for each part: {printed}");
        assert_eq!(bare.matches("Заңдыөкілдіңқолы").count(), 2, "{printed}");
    }
}

#[test]
fn the_english_paper_is_for_reading_and_has_no_line_to_sign() {
    let printed = text(&pdf(&agreement(), Lang::En, made_at()).unwrap());
    assert_printed(&printed, "Бала бағдарламаға қатысады.");
    assert!(!printed.contains("Келісемін") && !printed.contains("Күні"), "{printed}");
}

#[test]
fn what_stands_on_it_is_printed_as_it_is_and_long_words_run_onto_more_sheets() {
    for hostile in samples::HOSTILE {
        let mut typed = agreement();
        hostile.clone_into(&mut typed.facts[0].1);
        assert_printed(&text(&pdf(&typed, Lang::Ru, made_at()).unwrap()), hostile);
    }
    let part = Part {
        text: "Бала бағдарламаға қатысады. ".repeat(200), ..agreement().parts[0].clone()
    };
    let long = Agreement { parts: vec![part], ..agreement() };
    assert!(pages(&pdf(&long, Lang::Kk, made_at()).unwrap()) > 1);
}

#[test]
fn a_card_that_nobody_signs_is_one_sheet_with_all_that_stands_on_it() {
    let pair = |label: &str, words: &str| (label.to_owned(), words.to_owned());
    let long = "Кездесуге қалың дәптер, қарындаш, сызғыш. ".repeat(3);
    let card = Agreement {
        title: "Келесі кездесудің карточкасы".to_owned(),
        facts: vec![pair("Кім кездеседі", "Айдана, Алуа"), pair("Не аламыз", long.trim())],
        parts: Vec::new(),
        rules: vec![pair("Есімізде болсын", "Ересек адамның жанында кездесеміз.")],
        signers: Vec::new(),
        ..agreement()
    };
    for lang in [Lang::Kk, Lang::Ru] {
        let printed = keep(&format!("card-{}.pdf", lang.tag()), pdf(&card, lang, made_at()).unwrap());
        assert_eq!(pages(&printed), 1, "{lang:?}");
        for told in ["Келесі кездесудің карточкасы", "Айдана, Алуа", "Ересек адамның жанында"]
        {
            assert_printed(&text(&printed), told);
        }
    }
}
