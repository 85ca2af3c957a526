use crate::{assert_printed, keep, pages, samples, samples::made_at, text};
use documents::slips::{Slip, pdf};
use i18n::Lang;
use jiff::civil::date;

fn slip(lang: Lang, name: &str) -> Slip {
    Slip {
        lang,
        name: name.to_owned(),
        school: "№ 47 мектеп-гимназия".to_owned(),
        login: "dana.satbaeva".to_owned(),
        code: "7F3K-92QD".to_owned(),
        expires: date(2026, 10, 5).at(18, 0, 0, 0),
        address: "https://talimger.example".to_owned(),
    }
}

#[test]
fn a_slip_has_all_that_is_needed_to_sign_in() {
    for (lang, expires) in [
        (Lang::Kk, "2026 жылғы 5 қазан, 18:00"),
        (Lang::Ru, "5 октября 2026 года, 18:00"),
        (Lang::En, "5 October 2026, 18:00"),
    ] {
        let text = text(&pdf(&[slip(lang, "Сәтбаева Дана")], Lang::Kk, made_at()).unwrap());
        for part in ["Сәтбаева Дана", "dana.satbaeva", "7F3K-92QD", "https://talimger.example", expires]
        {
            assert_printed(&text, part);
        }
    }
}

#[test]
fn eight_slips_go_on_a_page_each_in_its_own_language() {
    let slips = |count: usize| -> Vec<Slip> {
        (0..count).map(|at| slip(Lang::ALL[at % 3], &format!("Оқушы {at}"))).collect()
    };
    assert_eq!(pages(&keep("slips-eight.pdf", pdf(&slips(8), Lang::Ru, made_at()).unwrap())), 1);
    let nine = keep("slips-nine.pdf", pdf(&slips(9), Lang::Kk, made_at()).unwrap());
    assert_eq!(pages(&nine), 2);
    let text = text(&nine);
    for label in ["Кіру коды", "Код входа", "Sign-in code"] {
        assert_printed(&text, label);
    }
}

#[test]
fn an_empty_sheet_is_still_a_sheet() {
    assert_eq!(pages(&pdf(&[], Lang::En, made_at()).unwrap()), 1);
}

#[test]
fn long_and_hostile_names_stay_on_their_slip() {
    let mut slips: Vec<Slip> =
        samples::HOSTILE.into_iter().take(6).map(|hostile| slip(Lang::Ru, hostile)).collect();
    slips.push(slip(Lang::Kk, &"Құдайбергенқызы ".repeat(6)));
    slips.push(Slip { code: "ABCDEFGH-JKLMNPQR".to_owned(), ..slip(Lang::Kk, &"ә".repeat(60)) });
    let pdf = keep("slips-hostile.pdf", pdf(&slips, Lang::Kk, made_at()).unwrap());
    assert_eq!(pages(&pdf), 1);
    let text = text(&pdf);
    for hostile in samples::HOSTILE.into_iter().take(6) {
        assert_printed(&text, hostile);
    }
}
