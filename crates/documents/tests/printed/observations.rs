use crate::{assert_printed, keep, samples, samples::made_at, text};
use documents::observations::{Kind, pdf};
use i18n::Lang;

#[test]
fn a_sheet_says_on_what_it_stands_and_whose_it_is() {
    for (lang, choice, owner) in [
        (Lang::Kk, "Мектептің шешімі бойынша.", "кімге көрсететінін өзі шешеді"),
        (Lang::Ru, "По решению школы.", "решает, кому его показать"),
        (Lang::En, "choice.", "decides whom to show it to"),
    ] {
        let name = format!("observation-{}.pdf", lang.tag());
        let printed = text(&keep(&name, pdf(&samples::observation(), lang, made_at()).unwrap()));
        for words in [choice, owner, "83", "2.1", "Оқушылар жұппен сөйлесті", "Нурбаева Айгүл", "Рақмет"]
        {
            assert_printed(&printed, words);
        }
    }
}

#[test]
fn a_visit_has_no_marks_and_a_control_belongs_to_the_school() {
    let mut visit = samples::observation();
    (visit.kind, visit.total) = (Kind::Visit, None);
    visit.blocks.clear();
    let printed = text(&pdf(&visit, Lang::Ru, made_at()).unwrap());
    assert_printed(&printed, "Лист взаимопосещения уроков");
    assert!(!printed.contains("Балл"));
    let control =
        documents::observations::Sheet { kind: Kind::Control, read: None, ..samples::observation() };
    let printed = text(&pdf(&control, Lang::Kk, made_at()).unwrap());
    assert_printed(&printed, "Мектепішілік бақылау аясында");
    assert!(!printed.contains("өзі шешеді"));
}

#[test]
fn hostile_words_are_printed_letter_by_letter() {
    for hostile in samples::HOSTILE {
        let mut sheet = samples::observation();
        sheet.notes[0].1 = hostile.to_owned();
        assert_printed(&text(&pdf(&sheet, Lang::Kk, made_at()).unwrap()), hostile);
    }
}
