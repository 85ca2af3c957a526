use crate::{assert_printed, keep, pages, samples, samples::made_at, text};
use documents::applications::{Application, Wish, pdf};
use documents::{Both, Reference, orders::Named};
use i18n::Lang;
use jiff::civil::date;

fn application(wish: Wish) -> Application {
    let head = Named {
        name: "Ахмарқызы Гүлнафиса".to_owned(), post: Both::new("директор", "директор")
    };
    let (author, other) = match wish {
        Wish::Replace => (samples::novice(), samples::mentor()),
        Wish::End => (samples::mentor(), samples::novice()),
    };
    Application {
        wish,
        school: samples::paper("1").school.name,
        head: Some(head),
        author,
        other,
        order: Reference { number: "131-к".to_owned(), date: date(2026, 11, 2) },
        date: date(2027, 1, 14),
    }
}

#[test]
fn an_application_says_who_asks_for_what_on_one_page_and_gives_no_reason() {
    let titles = [
        (Lang::Kk, "Тәлімгерді ауыстыру туралы өтініш", "Тәлімгерлікті тоқтату туралы өтініш"),
        (Lang::Ru, "Заявление о замене наставника", "Заявление о прекращении наставничества"),
        (Lang::En, "Application for another mentor", "Application to end the mentoring"),
    ];
    for (lang, replace, end) in titles {
        for (wish, title) in [(Wish::Replace, replace), (Wish::End, end)] {
            let name = format!("application-{wish:?}-{}.pdf", lang.tag());
            let printed = keep(&name, pdf(&application(wish), lang, made_at()).unwrap());
            assert_eq!(pages(&printed), 1);
            let said = text(&printed);
            let day = i18n::day(lang, date(2027, 1, 14));
            for part in [title, "Сәтбаева Дана", "Нурбаева Айгүл", "131-к", "Ахмарқызы", &day]
            {
                assert_printed(&said, part);
            }
        }
    }
}

#[test]
fn long_and_hostile_names_are_printed_letter_by_letter() {
    let worst = "Құдайбергенқызының-Мұхаметқалиевтегі ".repeat(6);
    for hostile in samples::HOSTILE.into_iter().chain([worst.as_str()]) {
        let named = Named { name: hostile.to_owned(), post: Both::new(hostile, hostile) };
        for lang in [Lang::Kk, Lang::Ru] {
            let paper = Application {
                school: Both::new(hostile, hostile),
                head: None,
                author: named.clone(),
                other: named.clone(),
                order: Reference { number: hostile.to_owned(), date: date(2026, 11, 2) },
                ..application(Wish::Replace)
            };
            let printed =
                keep(&format!("application-worst-{}.pdf", lang.tag()), pdf(&paper, lang, made_at()).unwrap());
            assert_printed(&text(&printed), hostile);
        }
    }
}
