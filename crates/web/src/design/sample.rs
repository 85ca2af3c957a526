//! What the parts on `/design` show: invented people, in the reader's language, each part in its hardest state.

use crate::layout::parts::{
    Cell, Choice, Column, Contact, Criterion, Day, Fact, Figure, Filter, Head, Line, Pager, Phase, Problems,
    Ranked, Share, Side, Signature, Signed, Slot, When,
};
use i18n::{Lang, t};

/// A text without variables.
fn say(lang: Lang, key: &str) -> String {
    t(lang, key, &[])
}

pub(super) fn phases(lang: Lang) -> Vec<Phase> {
    [
        ("design-phase-1", "design-phase-1-note", When::Past),
        ("design-phase-2", "design-phase-2-note", When::Now),
        ("design-phase-3", "design-phase-3-note", When::Next),
        ("design-phase-4", "design-phase-4-note", When::Next),
        ("design-phase-5", "design-phase-5-note", When::Next),
    ]
    .map(|(name, note, when)| Phase { name: say(lang, name), note: say(lang, note), when })
    .into()
}

pub(super) fn problems(lang: Lang) -> Problems {
    let mut problems = Problems::default();
    problems.add("day", say(lang, "design-day-wrong"));
    problems.add("places", say(lang, "design-places-wrong"));
    problems
}

/// Choices named by keys; the one of the given number is chosen.
pub(super) fn choices(lang: Lang, keys: &[&str], chosen: Option<usize>) -> Vec<Choice> {
    let numbered = keys.iter().enumerate();
    numbered
        .map(|(n, key)| Choice { value: n.to_string(), label: say(lang, key), chosen: chosen == Some(n) })
        .collect()
}

pub(super) fn minutes() -> Vec<Choice> {
    ["5", "15", "30", "45"].map(|minutes| Choice::new(minutes, minutes).chosen_if("15")).into()
}

pub(super) fn days(lang: Lang) -> Vec<Day> {
    let slot = |time: &str, note: &str, chosen: bool| Slot {
        value: time.to_owned(),
        time: time.to_owned(),
        note: say(lang, note),
        chosen,
    };
    let after = "design-after-lessons";
    let lesson = "design-fifth-lesson";
    vec![
        Day { title: say(lang, "design-monday"), slots: Vec::new() },
        Day { title: say(lang, "design-tuesday"), slots: vec![slot("12:30", lesson, false)] },
        Day {
            title: say(lang, "design-wednesday"),
            slots: vec![slot("12:35", lesson, true), slot("14:20", after, false)],
        },
        Day { title: say(lang, "design-thursday"), slots: vec![slot("14:25", after, false)] },
        Day { title: say(lang, "design-friday"), slots: vec![slot("14:15", after, false)] },
    ]
}

fn filter(lang: Lang, icon: &'static str, key: &str, count: usize, current: bool) -> Filter {
    Filter { href: "#rows".to_owned(), icon, count, label: say(lang, key), current }
}

pub(super) fn filters(lang: Lang) -> Vec<Filter> {
    vec![
        filter(lang, "", "design-filter-yours", 1, true),
        filter(lang, "", "design-filter-theirs", 4, false),
        filter(lang, "", "design-filter-over", 12, false),
    ]
}

pub(super) fn tally(lang: Lang) -> Vec<Filter> {
    vec![
        filter(lang, "list-check", "design-tally-all", 68, true),
        filter(lang, "help-circle", "design-tally-decide", 2, false),
        filter(lang, "alert-circle", "design-error", 5, false),
        filter(lang, "writing-sign", "design-change", 4, false),
        filter(lang, "plus", "design-create", 3, false),
        filter(lang, "minus", "design-tally-same", 54, false),
    ]
}

pub(super) fn pager() -> Pager {
    Pager { previous: Some("#rows".to_owned()), next: Some("#rows".to_owned()), from: 26, to: 50, of: 68 }
}

/// A ranking with somebody first, two who stand equal, and somebody last.
pub(super) fn ranked(lang: Lang) -> Vec<Vec<Ranked>> {
    let [first, second, third, fourth] = four(lang);
    vec![vec![first], vec![second, third], vec![fourth]]
}

/// A ranking in which everybody stands equal.
pub(super) fn equal(lang: Lang) -> Vec<Vec<Ranked>> {
    let [first, second, _, _] = four(lang);
    vec![vec![first, second]]
}

fn four(lang: Lang) -> [Ranked; 4] {
    [
        ("nurbayeva", "Айгүл Нурбаева", "design-mathematics"),
        ("tuyaqov", "Бекжан Тұяқов", "design-physics"),
        ("kuznetsova", "Ирина Кузнецова", "design-mathematics"),
        ("qaliyeva", "Жібек Қалиева", "design-informatics"),
    ]
    .map(|(id, name, sub)| Ranked {
        id: id.to_owned(),
        name: name.to_owned(),
        sub: say(lang, sub),
        again: "",
    })
}

pub(super) fn columns() -> Vec<Column> {
    [
        ("Кузнецова", "Ирина", "КИ"),
        ("Нурбаева", "Айгүл", "НА"),
        ("Валиханова", "Асия", "ВА"),
        ("Тұяқов", "Бекжан", "ТБ"),
        ("Шаймерденов", "Рахман", "ШР"),
        ("Қалиева", "Жібек", "ҚЖ"),
        ("Ананьева", "Карина", "АК"),
    ]
    .map(|(surname, given, initials)| Column {
        surname: surname.to_owned(),
        given: given.to_owned(),
        initials: initials.to_owned(),
    })
    .into()
}

pub(super) fn lines(lang: Lang) -> Vec<Line> {
    use Contact::{Excused, Met, Missed, NotYet, Open, Planned};
    let line = |name: &str, sub: &str, total: &str, contacts: [(Contact, &str); 7]| Line {
        name: name.to_owned(),
        sub: say(lang, sub),
        total: total.to_owned(),
        cells: contacts
            .map(|(contact, day)| Cell {
                contact,
                href: if matches!(contact, Excused | NotYet) { String::new() } else { "#tables".to_owned() },
                day: day.to_owned(),
            })
            .into(),
    };
    vec![
        line(
            "Дана Сәтбаева",
            "design-mathematics",
            "5/7",
            [
                (Met, "10.09"),
                (Met, "16.09"),
                (Planned, "9.10"),
                (Met, "6.10"),
                (Open, ""),
                (Met, "22.09"),
                (Met, "18.09"),
            ],
        ),
        line(
            "Мейір Әлиев",
            "design-physics",
            "2/7",
            [
                (Met, "10.09"),
                (Open, ""),
                (Missed, "5.10"),
                (Missed, "1.10"),
                (Met, "24.09"),
                (Excused, ""),
                (NotYet, ""),
            ],
        ),
    ]
}

pub(super) fn heads() -> Vec<Head> {
    [("НА", "Айгүл Нурбаева", "Айгүл"), ("КИ", "Ирина Кузнецова", "Ирина"), ("ТБ", "Бекжан Тұяқов", "Бекжан")]
        .map(|(initials, name, given)| Head {
            initials: initials.to_owned(),
            name: name.to_owned(),
            given: given.to_owned(),
        })
        .into()
}

pub(super) fn criteria(lang: Lang) -> Vec<Criterion> {
    let mine = |marks: [u8; 2], note: &str| Side {
        scale: vec![
            (say(lang, "design-free-talk"), marks[0], say(lang, mark_word(marks[0]))),
            (say(lang, "design-explains"), marks[1], say(lang, mark_word(marks[1]))),
        ],
        note: say(lang, note),
        written: say(lang, "design-written"),
        ..Side::default()
    };
    let lines =
        |keys: &[&str]| Side { lines: keys.iter().map(|key| say(lang, key)).collect(), ..Side::default() };
    vec![
        Criterion {
            title: say(lang, "design-my-impression"),
            private: true,
            common: false,
            sides: vec![
                mine([4, 3], "design-impression-1"),
                mine([2, 4], "design-impression-2"),
                mine([4, 3], "design-impression-3"),
            ],
        },
        Criterion {
            title: say(lang, "design-together"),
            private: false,
            common: true,
            sides: vec![
                lines(&["design-visited", "design-planned-together"]),
                lines(&["design-visited"]),
                lines(&["design-planned-together"]),
            ],
        },
    ]
}

const fn mark_word(mark: u8) -> &'static str {
    match mark {
        4 => "design-mark-4",
        3 => "design-mark-3",
        _ => "design-mark-2",
    }
}

/// Names and values from pairs of keys.
pub(super) fn facts(lang: Lang, keys: &[(&str, &str)]) -> Vec<Fact> {
    keys.iter().map(|(name, value)| Fact { name: say(lang, name), value: say(lang, value) }).collect()
}

pub(super) fn signatures(lang: Lang) -> Vec<Signature> {
    [
        ("design-signed", "design-signed-sub", Signed::Done),
        ("design-removed", "design-removed-sub", Signed::Removed),
        ("design-your-turn", "design-your-turn-sub", Signed::You),
        ("design-head", "design-head-sub", Signed::Later),
    ]
    .map(|(title, sub, state)| Signature { title: say(lang, title), sub: say(lang, sub), state })
    .into()
}

pub(super) fn figures(lang: Lang) -> Vec<Figure> {
    let shown = |key: &str, value, low, high, note: &str, second| Figure {
        label: say(lang, key),
        share: Some(Share { value, low, high }),
        note: note.to_owned(),
        second,
    };
    vec![
        shown("design-by-choice", 88, 78, 94, "78–94, n = 66", false),
        shown("design-by-appointment", 71, 51, 85, "51–85, n = 24", true),
        Figure {
            label: say(lang, "design-small-school"),
            share: None,
            note: say(lang, "design-hidden"),
            second: false,
        },
    ]
}

/// The longest labels, in the three languages side by side: no width may be fixed to a word.
pub(super) fn longest() -> Vec<(Lang, Vec<String>)> {
    let keys = ["layout-vision-low", "design-other-time", "layout-basis-school", "design-appointed"];
    Lang::ALL.map(|lang| (lang, keys.map(|key| say(lang, key)).into())).into()
}
