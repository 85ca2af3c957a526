use crate::{assert_printed, keep, pages, samples, samples::made_at, text};
use documents::plans::{Goal, Kind, Line, Review, pdf};
use documents::reports::{Given, Signature};
use i18n::Lang;
use jiff::civil::date;

#[test]
fn a_work_plan_names_its_act_and_a_development_plan_the_schools_choice() {
    for (lang, law, choice) in [
        (Lang::Kk, "Заң бойынша міндетті.", "Мектептің шешімі бойынша."),
        (Lang::Ru, "Обязательно по закону.", "По решению школы."),
        (Lang::En, "Required by law.", "The school's choice."),
    ] {
        let work =
            text(&keep(&format!("plan-{}.pdf", lang.tag()), pdf(&samples::plan(), lang, made_at()).unwrap()));
        assert_printed(&work, law);
        assert_printed(&work, "130");
        assert!(!work.contains(choice));
        let mut own = samples::plan();
        (own.kind, own.order, own.mentor, own.head) = (Kind::Development, None, None, None);
        own.lines.clear();
        let name = format!("plan-{}-development.pdf", lang.tag());
        let own = text(&keep(&name, pdf(&own, lang, made_at()).unwrap()));
        assert_printed(&own, choice.trim_start_matches("The school's "));
    }
}

#[test]
fn the_kazakh_and_the_russian_paper_hold_the_same_steps_days_and_people() {
    for lang in [Lang::Kk, Lang::Ru] {
        let printed = text(&pdf(&samples::plan(), lang, made_at()).unwrap());
        for line in samples::plan().lines {
            assert_printed(&printed, &line.text);
            assert_printed(&printed, &line.result);
        }
        for same in ["06.11.2026", "20.11.2026", "131-к", "Сәтбаева Дана", "Нурбаева Айгүл", "7F3K-92QD"]
        {
            assert_printed(&printed, same);
        }
    }
}

#[test]
fn eighty_long_steps_are_printed_over_pages_and_hostile_words_letter_by_letter() {
    let mut plan = samples::plan();
    let long = |text: &str| Line { text: text.repeat(12), ..samples::plan().lines[0].clone() };
    plan.lines = (0..80).map(|_| long("Сабақты бірге талдау. ")).collect();
    let printed = keep("plan-long.pdf", pdf(&plan, Lang::Kk, made_at()).unwrap());
    assert!(pages(&printed) > 5);
    for hostile in samples::HOSTILE {
        let mut plan = samples::plan();
        plan.lines[0].text = hostile.to_owned();
        pdf(&plan, Lang::Ru, made_at()).unwrap();
        plan.novice.name = hostile.to_owned();
        assert_printed(&text(&pdf(&plan, Lang::Kk, made_at()).unwrap()), hostile);
    }
}

#[test]
fn a_development_plan_prints_goals_and_what_both_said_of_them() {
    let mut plan = samples::plan();
    plan.kind = Kind::Development;
    let goal = |text: &str| Goal {
        text: text.to_owned(),
        seen: "Екі әңгіме келісіммен аяқталды".to_owned(),
        by: date(2027, 1, 29),
        state: "жұмыс жүріп жатыр".to_owned(),
    };
    plan.goals = vec![goal("Ата-анамен әңгімені өзім бастаймын")];
    let words = "Енді әңгімеге екі сөйлеммен дайындаламын.".to_owned();
    plan.reviews = vec![Review {
        season: "қаңтар".to_owned(), who: "Дана Ерланқызы".to_owned(), words
    }];
    for (lang, day) in [(Lang::Kk, "29.01.2027"), (Lang::Ru, "29.01.2027"), (Lang::En, "29 January 2027")] {
        let name = format!("plan-{}-goals.pdf", lang.tag());
        let printed = text(&keep(&name, pdf(&plan, lang, made_at()).unwrap()));
        for same in [
            "Ата-анамен әңгімені өзім бастаймын",
            "Екі әңгіме келісіммен аяқталды",
            day,
            "Енді әңгімеге екі сөйлеммен дайындаламын.",
            "Дана Ерланқызы",
        ] {
            assert_printed(&printed, same);
        }
    }
    plan.goals = samples::HOSTILE.map(goal).to_vec();
    pdf(&plan, Lang::Ru, made_at()).unwrap();
}

#[test]
fn what_was_asked_beside_the_form_stands_under_it_with_whose_choice_it_is() {
    let mut plan = samples::plan();
    plan.answers = vec![("Қандай үйірме бар".to_owned(), "Дебат клубы".to_owned())];
    for (lang, choice) in [(Lang::Kk, "Мектептің шешімі бойынша"), (Lang::Ru, "по решению школы")]
    {
        let printed = text(&pdf(&plan, lang, made_at()).unwrap());
        for words in [choice, "Қандай үйірме бар", "Дебат клубы"] {
            assert_printed(&printed, words);
        }
    }
}

/// The plan with the mentor's signature, and with a place that is awaited.
fn signed(mentor: &str, leader: &str) -> documents::plans::Plan {
    let given = Given {
        name: "Нурбаева Айгүл Сайлауқызы".to_owned(),
        when: "09.11.2026, 15:10".to_owned(),
        hash: "9f86d081884c7d65".to_owned(),
    };
    let place = |place: &str, given| Signature { place: place.to_owned(), given };
    let signatures = vec![place(mentor, Some(given)), place(leader, None)];
    documents::plans::Plan { signatures, ..samples::plan() }
}

#[test]
fn a_plan_that_is_signed_in_the_system_says_by_whom_and_has_a_line_for_whoever_has_not() {
    for (lang, mentor, leader, pen, on_paper) in [
        (Lang::Kk, "Педагог-тәлімгер", "Бекітемін", "қолы, күні", "бірлестігінің отырысында"),
        (Lang::Ru, "Педагог-наставник", "Утверждаю", "подпись, дата", "методического объединения"),
    ] {
        let unsigned = text(&pdf(&samples::plan(), lang, made_at()).unwrap());
        assert_printed(&unsigned, on_paper);
        let name = format!("plan-{}-signed.pdf", lang.tag());
        let printed = text(&keep(&name, pdf(&signed(mentor, leader), lang, made_at()).unwrap()));
        for told in [mentor, leader, pen, "9f86d081884c7d65", "09.11.2026, 15:10", "7F3K-92QD"] {
            assert_printed(&printed, told);
        }
        assert!(!printed.contains(on_paper));
    }
}
