//! Invented people and one invented school.

use documents::{
    Both, Category, Check, Paper, Reference, School,
    consents::{Consent, Method, Side},
    lists, observations,
    orders::{Basis, Council, Kind, Line, Mentor, Minutes, Named, Novice, Order, Origin, Supplement},
    plans, regulations, reports,
};
use jiff::{Timestamp, civil::date};

pub(crate) fn made_at() -> Timestamp {
    "2026-11-02T04:30:00Z".parse().unwrap()
}

pub(crate) fn paper(number: &str) -> Paper {
    Paper {
        school: School {
            name: Both::new(
                "Алматы қаласы Білім басқармасының «№ 47 мектеп-гимназия» коммуналдық мемлекеттік мекемесі",
                "Коммунальное государственное учреждение «Школа-гимназия № 47» Управления образования города Алматы",
            ),
            locality: Both::new("Алматы қаласы", "город Алматы"),
            bin: "990140000471".to_owned(),
        },
        school_year: "2026/27".to_owned(),
        number: number.to_owned(),
        date: date(2026, 11, 2),
        template_version: "A1-3".to_owned(),
        check: Check {
            code: "7F3K-92QD".to_owned(),
            address: "https://talimger.example/check/7F3K-92QD".to_owned(),
        },
    }
}

fn named(name: &str, kk: &str, ru: &str) -> Named {
    Named { name: name.to_owned(), post: Both::new(kk, ru) }
}

pub(crate) fn novice() -> Named {
    named("Сәтбаева Дана Мейірқызы", "математика мұғалімі", "учитель математики")
}

pub(crate) fn mentor() -> Named {
    named("Нурбаева Айгүл Сайлауқызы", "математика мұғалімі", "учитель математики")
}

fn mathematics() -> Both {
    Both::new("алгебра және геометрия", "алгебра и геометрия")
}

pub(crate) fn line() -> Line {
    Line {
        novice: Novice { person: novice(), subject: Some(mathematics()), hired: date(2026, 8, 25) },
        mentor: Mentor { person: mentor(), category: Some(Category::Master), subject: Some(mathematics()) },
        from: date(2026, 11, 2),
        to: date(2027, 5, 25),
        origin: Origin::Chosen,
    }
}

/// A usual order: two pairs, one of them appointed, with pay, minutes and consents.
pub(crate) fn order() -> Order {
    let appointed = Line {
        novice: Novice {
            person: named("Ким Виктор", "информатика мұғалімі", "учитель информатики"),
            subject: None,
            hired: date(2026, 8, 27),
        },
        mentor: Mentor {
            person: named("Әбдіғаппаров Ғалымжан Өтегенұлы", "физика мұғалімі", "учитель физики"),
            category: Some(Category::Researcher),
            subject: Some(Both::new("физика", "физика")),
        },
        origin: Origin::Appointed,
        ..line()
    };
    let deputy = named(
        "Жұмабекова Үміт Һәкімқызы",
        "директордың оқу ісі жөніндегі орынбасары",
        "заместитель директора по учебной работе",
    );
    Order {
        paper: paper("131-к"),
        kind: Kind::Confirming(Some(Reference { number: "98-к".to_owned(), date: date(2026, 8, 31) })),
        basis: Basis {
            minutes: Some(Minutes {
                council: Council::Pedagogical,
                reference: Reference { number: "2".to_owned(), date: date(2026, 10, 30) },
            }),
            consents: true,
        },
        acquainted: vec![
            mentor(),
            novice(),
            appointed.mentor.person.clone(),
            appointed.novice.person.clone(),
            deputy.clone(),
            named("Ли Елена Сергеевна", "бас бухгалтер", "главный бухгалтер"),
        ],
        lines: vec![line(), appointed],
        supplement: Some(Supplement { percent: 100, payer: Both::new("мектеп", "школа") }),
        controlling: Some(deputy),
        head: named("Ахмарқызы Гүлнафиса", "Директор", "Директор"),
        signed: None,
    }
}

pub(crate) fn consent() -> Consent {
    Consent {
        paper: paper("131-1"),
        side: Side::Mentor,
        who: mentor(),
        to: novice(),
        hours_a_week: Some(2),
        from: Some(date(2026, 11, 2)),
        until: date(2027, 5, 25),
        given_at: date(2026, 10, 28).at(14, 5, 0, 0),
        method: Method::SignedIn,
    }
}

/// A work plan of three steps, one of them done.
pub(crate) fn plan() -> plans::Plan {
    let step = |text: &str, day: i8, done: bool| plans::Line {
        area: "Құжаттар".to_owned(),
        text: text.to_owned(),
        result: "Журнал уақытында толтырылады".to_owned(),
        whose: "екеуі бірге".to_owned(),
        due: date(2026, 11, day),
        done: done.then_some(date(2026, 11, day)),
    };
    plans::Plan {
        paper: paper("3"),
        kind: plans::Kind::Work,
        order: Some(Reference { number: "131-к".to_owned(), date: date(2026, 11, 2) }),
        novice: novice(),
        mentor: Some(mentor()),
        head: Some(named("Ахмарқызы Гүлнафиса", "Директор", "Директор")),
        lines: vec![
            step("Электрондық журналды бірге толтыру", 6, true),
            step("Бірге бір сабақтың қысқа мерзімді жоспарын құру", 13, false),
            step("Ата-аналармен әңгімеге дайындалу", 20, false),
        ],
        goals: vec![],
        reviews: vec![],
        answers: vec![],
        signatures: vec![],
    }
}

/// A mentor's report with two lists, signed by two of three.
pub(crate) fn report() -> reports::Report {
    let line = |text: &str, day: i8, minutes: Option<u16>| reports::Line {
        day: Some(date(2026, 11, day)),
        text: text.to_owned(),
        minutes,
    };
    let given = |name: &str| reports::Given {
        name: name.to_owned(),
        when: "21.12.2026, 15:10".to_owned(),
        hash: "9f86d081884c7d65".to_owned(),
    };
    let place = |place: &str, given| reports::Signature { place: place.to_owned(), given };
    reports::Report {
        paper: paper("7"),
        title: "Тәлімгердің жартыжылдық есебі".to_owned(),
        by_law: false,
        draft: false,
        period: (date(2026, 8, 15), date(2026, 12, 21)),
        novice: Some(novice()),
        mentor: Some(mentor()),
        order: Some(Reference { number: "131-к".to_owned(), date: date(2026, 11, 2) }),
        lists: vec![
            reports::List {
                key: "meetings".to_owned(),
                caption: "Өткен кездесулер".to_owned(),
                minutes: Some(65),
                lines: vec![line("Әңгіме", 10, Some(20)), line("Сабақты бірге жоспарлау", 17, Some(45))],
            },
            reports::List {
                key: "steps_open".to_owned(),
                caption: "Жоспардың ашық қадамдары".to_owned(),
                minutes: None,
                lines: vec![],
            },
        ],
        figures: vec![],
        answers: vec![
            reports::Answer {
                key: "result".to_owned(),
                label: "Нәтижесі: не жақсарды".to_owned(),
                by_law: false,
                text: "Журналды көмексіз толтырады.".to_owned(),
            },
            reports::Answer {
                key: "advice".to_owned(),
                label: "Ұсыныстар".to_owned(),
                by_law: false,
                text: String::new(),
            },
        ],
        signatures: vec![
            place("Автор", Some(given("Нурбаева Айгүл Сайлауқызы"))),
            place("Үйлестіруші", Some(given("Сейфуллина Гүлнафиса"))),
            place("Директор", None),
        ],
    }
}

pub(crate) fn observation() -> observations::Sheet {
    let pair = |label: &str, words: &str| (label.to_owned(), words.to_owned());
    observations::Sheet {
        paper: paper("4"),
        kind: observations::Kind::Developmental,
        observed: novice(),
        observer: mentor(),
        facts: vec![pair("Пән", "Математика"), pair("Сынып", "7 «А»")],
        blocks: vec![observations::Block {
            title: "II. Оқыту".to_owned(),
            lines: vec![
                ("2.1".to_owned(), "Оқушылар өздері ойлайды".to_owned(), Some(2)),
                ("2.2".to_owned(), "Тапсырма әртүрлі".to_owned(), None),
            ],
        }],
        total: Some("2 / 3".to_owned()),
        notes: vec![pair("Не көрдім", "Оқушылар жұппен сөйлесті"), pair("Келесі қадам", "Уақытты белгілеу")],
        read: Some((date(2026, 11, 12), Some("Рақмет".to_owned()))),
        version: 2,
    }
}

/// Texts that are markup, code or trouble somewhere, but only a text for us.
pub(crate) fn register() -> lists::List {
    let paper = paper("1");
    let column = |caption: &str, width| lists::Column { caption: caption.to_owned(), width };
    let cell = |text: &str| vec![text.to_owned()];
    lists::List {
        school: paper.school,
        school_year: 2026,
        date: paper.date,
        title: "Тәлімгерлер тізілімі".to_owned(),
        about: vec!["Бағдарлама: 2026/27 оқу жылы".to_owned()],
        columns: vec![column("Аты-жөні", 20), column("Пәні", 16), column("Бұйрық", 28), column("Бұрын", 20)],
        rows: vec![
            vec![
                cell("Нурбаева Айгүл Сайлауқызы"),
                vec!["мұғалім".to_owned(), "математика".to_owned()],
                vec!["Сәтбаева Дана: № 131-к".to_owned(), "Искалиева Зере: № 132-к".to_owned()],
                Vec::new(),
            ],
            vec![cell("Тұяқов Бекжан Оралұлы"), cell("физика"), Vec::new(), Vec::new()],
        ],
    }
}

pub(crate) fn regulation() -> regulations::Regulation {
    let paper = paper("1");
    let line = |text: &str, by_law| regulations::Line {
        text: text.to_owned(),
        when: "10 күн".to_owned(),
        who: "тәлімгерлер".to_owned(),
        result: "Жұмыс жоспары".to_owned(),
        by_law,
    };
    let lines = vec![line("Тәлімгерлік қолдау береді.", false), line("Бұйрық бес күнде шығады.", true)];
    regulations::Regulation {
        school: paper.school,
        school_year: 2026,
        date: paper.date,
        head: Some("Оразбаев Серік Мұратұлы".to_owned()),
        chapters: vec![regulations::Chapter { title: "Жалпы ереже".to_owned(), lines }],
        road: vec![line("Жоспар жасалады", true), line("Семинар өтеді", false)],
    }
}

pub(crate) const HOSTILE: [&str; 10] = [
    "#panic(\"әріп\") #let x = 1 #read(\"/etc/passwd\")",
    "*қалың* _көлбеу_ `код` $x^2$ <белгі> @сілтеме",
    "= Тақырып - тізім + тізім / термин: мәні",
    "\\ кері \\u{41} қиғаш // пікір /* пікір */",
    "[жақша] {жақша} (жақша) ~ -- --- ... ' \" ''",
    "#{ } ]] }} ${ %s {{ } <script>alert(1)</script>",
    "https://school.example/?a=1&b=2 және www.school.example",
    "''; DROP TABLE people; --",
    "Ёлка № 5 «Қызғалдақ» – ½ × 2 ≥ 1 ± € ₸",
    "0000000012 1e5 =1+1 +7 701 000 00 00",
];

/// Letters that no font of ours draws, and marks that the eye cannot see.
pub(crate) const FOREIGN: [&str; 5] = [
    "محمد بن علي",
    "王小明 👩🏽‍🏫 🇰🇿",
    "Да\u{200B}на\u{FEFF} Са\u{202E}тбаева\u{0}",
    "\u{859} \u{A0}\u{859}",
    "a\u{0301}\u{0327}\u{0489} \u{E000} \u{10FFFF} \u{FFFE} \u{1F1F0}",
];
