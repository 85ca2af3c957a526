use crate::{assert_printed, keep, pages, samples, samples::made_at, text};
use documents::pupil_orders::{Meeting, PupilOrder, pdf};
use i18n::Lang;
use jiff::civil::date;

pub(crate) fn order() -> PupilOrder {
    PupilOrder {
        school: samples::regulation().school,
        school_year: 2026,
        date: date(2026, 9, 10),
        coordinators: vec!["Сейфуллина Гүлнафиса".to_owned()],
        classes: vec!["5Б".to_owned(), "8В".to_owned()],
        helpers: 5,
        mentees: 4,
        meetings: vec![Meeting {
            when: "Сәрсенбі, 16:00".to_owned(),
            place: "Кітапхана".to_owned(),
            adult: "Омаров Б.".to_owned(),
        }],
        head: Some("Оразбаев Серік Мұратұлы".to_owned()),
    }
}

#[test]
fn the_order_says_who_coordinates_where_and_when_and_pupils_by_number_alone() {
    for (lang, title, choice, orders) in [
        (
            Lang::Kk,
            "«Оқушы – оқушыға» бағдарламасын ұйымдастыру туралы бұйрық",
            "Мектептің шешімі бойынша.",
            "БҰЙЫРАМЫН",
        ),
        (Lang::Ru, "Приказ об организации программы «ученик – ученик»", "По решению школы.", "ПРИКАЗЫВАЮ"),
    ] {
        let printed =
            keep(&format!("pupil-order-{}.pdf", lang.tag()), pdf(&order(), lang, made_at()).unwrap());
        let printed = text(&printed);
        for told in [
            title,
            choice,
            orders,
            "Сейфуллина Гүлнафиса",
            "5Б, 8В",
            "№ 1–5",
            "№ 6–9",
            "Кітапхана",
            "Омаров Б.",
            "Оразбаев Серік Мұратұлы",
        ] {
            assert_printed(&printed, told);
        }
    }
}

#[test]
fn before_pairs_have_agreed_places_and_times_are_left_to_an_annex() {
    let early = PupilOrder {
        coordinators: Vec::new(),
        classes: Vec::new(),
        helpers: 1,
        mentees: 0,
        meetings: Vec::new(),
        head: None,
        ..order()
    };
    let printed = text(&pdf(&early, Lang::Ru, made_at()).unwrap());
    for told in ["приложением к этому приказу", "помогают – № 1, получают помощь – нет."]
    {
        assert_printed(&printed, told);
    }
}

#[test]
fn a_hundred_pairs_go_over_pages_and_what_was_typed_is_printed_as_it_is() {
    let mut long = order();
    long.meetings = vec![long.meetings[0].clone(); 100];
    assert!(pages(&pdf(&long, Lang::Kk, made_at()).unwrap()) > 2);
    for hostile in samples::HOSTILE {
        let mut typed = order();
        typed.meetings[0].place = hostile.to_owned();
        assert_printed(&text(&pdf(&typed, Lang::Ru, made_at()).unwrap()), hostile);
    }
}
