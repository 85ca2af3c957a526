use crate::{assert_printed, keep, samples, samples::made_at, text};
use documents::scenes::{Decision, Minutes, pdf};
use i18n::Lang;
use jiff::civil::{date, time};

pub(crate) fn minutes() -> Minutes {
    let school = samples::regulation().school;
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Minutes {
        school,
        school_year: 2026,
        date: date(2026, 11, 12),
        number: Some(3),
        team: "Жаратылыстану".to_owned(),
        place: "Кабинет 12".to_owned(),
        from: time(15, 0, 0, 0),
        chair: "Сәтбаева Гүлнафиса Маратқызы".to_owned(),
        secretary: "Оразбаев Серік Мұратұлы".to_owned(),
        present: names(&["Нұрланова Әлия Серікқызы"]),
        absent: names(&["Ким Сергей Ильич"]),
        guests: names(&["Ли Анна, № 7 мектеп"]),
        title: "Шулы сабақтан кейін".to_owned(),
        happened: "Сынып шулап кетті.".to_owned(),
        timing: [10, 5, 20],
        mentor: names(&["Нұрбаева Айгүл Болатқызы"]),
        newcomer: names(&["Нұрланова Әлия Серікқызы"]),
        observers: names(&["Тұяқов Бекжан Оралұлы"]),
        course: "Тыңдады, сұрады.".to_owned(),
        notes: "Үнсіздік туралы айтылды.".to_owned(),
        sheets: 3,
        marks: vec![("Соңына дейін тыңдайды".to_owned(), "2,67 / 3".to_owned())],
        helped: names(&["Үнсіз күтті"]),
        decisions: vec![Decision {
            text: "Бірге жоспарлау".to_owned(),
            owner: "Нұрланова Әлия Серікқызы".to_owned(),
            until: date(2026, 11, 20),
        }],
        votes: [4, 0, 1],
    }
}

#[test]
fn the_minutes_hold_what_a_collegial_body_writes_down() {
    for (lang, title) in [
        (Lang::Kk, "Әдістемелік бірлестік отырысының хаттамасы"),
        (Lang::Ru, "Протокол заседания методического объединения"),
        (Lang::En, "Minutes of a subject team's meeting"),
    ] {
        let name = format!("minutes-{}.pdf", lang.tag());
        let printed = text(&keep(&name, pdf(&minutes(), lang, made_at()).unwrap()));
        for told in [title, "15:00", "Ким Сергей Ильич", "2,67 / 3", "Үнсіз күтті", "Бірге жоспарлау"]
        {
            assert_printed(&printed, told);
        }
    }
}

#[test]
fn before_the_end_the_minutes_are_a_draft_and_have_nothing_of_the_sheets() {
    let draft = Minutes { number: None, marks: vec![], helped: vec![], ..minutes() };
    for (lang, told) in [(Lang::Kk, "ЖОБА"), (Lang::Ru, "ЧЕРНОВИК"), (Lang::En, "DRAFT")] {
        let printed = text(&pdf(&draft, lang, made_at()).unwrap());
        assert_printed(&printed, told);
        assert!(!printed.contains("№ 3") && !printed.contains("No. 3"), "{printed}");
        let closed = text(&pdf(&minutes(), lang, made_at()).unwrap());
        assert!(!closed.contains(told), "{closed}");
    }
}

#[test]
fn what_somebody_typed_is_printed_as_it_is_and_empty_parts_are_left_out() {
    for hostile in samples::HOSTILE {
        let mut typed = minutes();
        typed.course = hostile.to_owned();
        assert_printed(&text(&pdf(&typed, Lang::Ru, made_at()).unwrap()), hostile);
    }
    let mut bare = minutes();
    (bare.absent, bare.guests, bare.marks, bare.helped) = (vec![], vec![], vec![], vec![]);
    (bare.decisions, bare.votes, bare.notes) = (vec![], [0; 3], String::new());
    let printed = text(&pdf(&bare, Lang::Ru, made_at()).unwrap());
    assert_printed(&printed, "Решений не принято.");
    assert!(!printed.contains("Голосование") && !printed.contains("Приглашённые"), "{printed}");
}
