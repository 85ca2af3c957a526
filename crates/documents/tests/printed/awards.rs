use crate::{assert_printed, keep, samples, samples::made_at, text};
use documents::awards::{Award, Kind, Line, pdf};
use i18n::Lang;
use jiff::civil::date;

pub(crate) const KINDS: [Kind; 3] = [Kind::Protocol, Kind::Order, Kind::Nomination];

pub(crate) fn award(kind: Kind) -> Award {
    Award {
        kind,
        school: samples::regulation().school,
        school_year: 2026,
        date: date(2027, 5, 24),
        number: "41".to_owned(),
        title: "Жазғы демалыс".to_owned(),
        protocol: Some(("3".to_owned(), date(2027, 5, 21))),
        votes: Some([5, 1]),
        members: vec!["Сәтбаева Дана Ерланқызы".to_owned(), "Омаров Бекжан".to_owned()],
        prizes: vec![Line {
            name: "Сарманов Аян Бекұлы".to_owned(),
            class: "8А".to_owned(),
            prize: "Балдәурен, 1 ауысым".to_owned(),
            grounds: "Кішілерге оқу жылы бойы көмектесті.".to_owned(),
        }],
        reserve: vec![("Төлегенов Мирас".to_owned(), "9Ә".to_owned())],
        hashes: ["a8".repeat(32), "47".repeat(32)],
        source: ("Ресми бағамдар".to_owned(), date(2027, 5, 20)),
        seed: "512 34".to_owned(),
        head: Some("Оразбаев Серік Мұратұлы".to_owned()),
    }
}

#[test]
fn every_paper_of_an_award_says_who_gets_what_and_why_it_can_be_drawn_again() {
    for (kind, lang, title) in [
        (Kind::Protocol, Lang::Kk, "Марапаттау комиссиясы отырысының хаттамасы"),
        (Kind::Protocol, Lang::Ru, "Протокол заседания комиссии по награждению"),
        (Kind::Order, Lang::Kk, "Оқушыларды марапаттау туралы бұйрық"),
        (Kind::Order, Lang::Ru, "Приказ о награждении учеников"),
        (Kind::Nomination, Lang::Kk, "Жолдамамен марапаттауға ұсыну тізімі"),
        (Kind::Nomination, Lang::Ru, "Список на поощрение путёвками (представление)"),
    ] {
        let printed = pdf(&award(kind), lang, made_at()).unwrap();
        let printed = text(&keep(&format!("award-{kind:?}-{}.pdf", lang.tag()), printed));
        for told in [
            title,
            "Сарманов Аян Бекұлы",
            "8А",
            "Балдәурен, 1 ауысым",
            "512 34",
            "Ресми бағамдар",
            "Омаров Бекжан",
        ] {
            assert_printed(&printed, told);
        }
        let reserve = printed.contains("Төлегенов");
        assert_eq!(reserve, kind == Kind::Protocol, "whoever waits stands in the protocol alone: {printed}");
    }
}

#[test]
fn before_the_vote_the_protocol_leaves_room_and_what_was_typed_is_printed_as_it_is() {
    let draft = Award {
        number: String::new(),
        protocol: None,
        votes: None,
        members: Vec::new(),
        prizes: Vec::new(),
        reserve: Vec::new(),
        head: None,
        ..award(Kind::Protocol)
    };
    let printed = text(&pdf(&draft, Lang::Ru, made_at()).unwrap());
    assert_printed(&printed, "Учеников с наградой нет.");
    assert!(!printed.contains("Резерв"), "{printed}");
    for hostile in samples::HOSTILE {
        let mut typed = award(Kind::Nomination);
        typed.prizes[0].grounds = hostile.to_owned();
        assert_printed(&text(&pdf(&typed, Lang::Ru, made_at()).unwrap()), hostile);
    }
}
