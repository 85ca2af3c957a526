use crate::{assert_printed, keep, pages, samples, samples::made_at, text};
use documents::regulations::pdf;
use i18n::Lang;

#[test]
fn each_line_says_on_what_it_stands_and_there_is_a_place_to_approve_it() {
    for (lang, approve, law, choice) in [
        (Lang::Kk, "Бекітемін", "заң бойынша міндетті", "мектептің шешімі бойынша"),
        (Lang::Ru, "Утверждаю", "обязательно по закону", "по решению школы"),
        (Lang::En, "Approved", "required by law", "the school"),
    ] {
        let name = format!("regulation-{}.pdf", lang.tag());
        let printed = text(&keep(&name, pdf(&samples::regulation(), lang, made_at()).unwrap()));
        for told in [approve, law, choice, "Оразбаев Серік Мұратұлы", "Жұмыс жоспары", "2026/27"]
        {
            assert_printed(&printed, told);
        }
    }
}

#[test]
fn thirty_long_lines_go_over_pages() {
    let mut regulation = samples::regulation();
    for list in [&mut regulation.chapters[0].lines, &mut regulation.road] {
        let mut long = list[0].clone();
        long.text = "Ұзақ ереже айтылады. ".repeat(14);
        list.extend(vec![long; 30]);
    }
    assert!(pages(&keep("regulation-long.pdf", pdf(&regulation, Lang::Kk, made_at()).unwrap())) > 4);
    for hostile in samples::HOSTILE {
        let mut regulation = samples::regulation();
        regulation.road[0].result = hostile.to_owned();
        assert_printed(&text(&pdf(&regulation, Lang::Ru, made_at()).unwrap()), hostile);
    }
}
