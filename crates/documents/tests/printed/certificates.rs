use crate::{assert_printed, keep, samples, samples::made_at, text, thanks::named};
use documents::certificates::{Certificate, Programme, pdf};
use i18n::Lang;
use jiff::civil::date;

pub(crate) fn certificate() -> Certificate {
    Certificate {
        paper: samples::paper("4"),
        holder: named("Нурбаева Айгүл Сайлауқызы"),
        head: Some(named("Ахмарқызы Гүлнафиса")),
        begun: date(2027, 1, 18),
        from: date(2027, 4, 20),
        until: date(2030, 4, 19),
        programme: Programme { cases: 1, replies: 2, minutes: 26 * 60 },
        minutes: 30 * 60,
    }
}

#[test]
fn a_certificate_says_what_the_course_asked() {
    for (lang, word) in [(Lang::Kk, "Бағдарлама"), (Lang::Ru, "Программа"), (Lang::En, "Programme")]
    {
        let printed = text(&pdf(&certificate(), lang, made_at()).unwrap());
        for part in [word, ": 26)"] {
            assert_printed(&printed, part);
        }
    }
}

#[test]
fn a_certificate_names_its_holder_the_hours_and_the_term_and_is_no_form_of_the_law() {
    for (lang, title, school) in [
        (Lang::Kk, "Тәлімгер сертификаты", "Мектептің сертификаты."),
        (Lang::Ru, "Сертификат наставника", "Сертификат школы."),
        (Lang::En, "Certificate of a mentor", "certificate of the school."),
    ] {
        let printed = pdf(&certificate(), lang, made_at()).unwrap();
        let printed = text(&keep(&format!("certificate-{}.pdf", lang.tag()), printed));
        for part in [title, school, "Нурбаева Айгүл", "30", "2030", "7F3K-92QD"] {
            assert_printed(&printed, part);
        }
    }
}

#[test]
fn of_no_hours_nothing_is_said() {
    let short = Certificate { minutes: 0, head: None, ..certificate() };
    let printed = text(&pdf(&short, Lang::Ru, made_at()).unwrap());
    assert!(!printed.contains("Часов"), "{printed}");
}
