use crate::thanks::named;
use crate::{assert_printed, keep, pages, samples, samples::made_at, text};
use documents::volunteering::{Kind, Volunteering, pdf};
use i18n::Lang;
use jiff::civil::date;

/// Of the invented school; it stands on its letterhead alone.
const BIN: &str = "990140000471";

pub(crate) fn paper(kind: Kind) -> Volunteering {
    Volunteering {
        kind,
        name: "Сарманов Аян Бекұлы".to_owned(),
        class: "8А".to_owned(),
        school: samples::regulation().school,
        school_year: 2026,
        from: date(2026, 8, 1),
        made: date(2027, 5, 25),
        hours: 14,
        weeks: 12,
        training: 2,
        head: Some(named("Ахмарқызы Гүлнафиса")),
    }
}

#[test]
fn a_certificate_of_hours_says_what_is_confirmed_in_every_language() {
    for (lang, title) in [
        (Lang::Kk, "Волонтерлік сағаттар туралы анықтама"),
        (Lang::Ru, "Справка о волонтёрских часах"),
        (Lang::En, "Certificate of volunteer hours"),
    ] {
        let printed = pdf(&paper(Kind::Hours), lang, made_at()).unwrap();
        let printed = text(&keep(&format!("volunteer-hours-{}.pdf", lang.tag()), printed));
        for part in [title, "Сарманов Аян", "8А", "14", "12", BIN, "2026/27"] {
            assert_printed(&printed, part);
        }
    }
}

#[test]
fn a_letter_of_thanks_says_nothing_of_what_there_was_none() {
    for (lang, title) in [(Lang::Kk, "Алғыс хат"), (Lang::Ru, "Благодарственное письмо")]
    {
        let idle = Volunteering { hours: 0, weeks: 0, head: None, ..paper(Kind::Thanks) };
        let printed = text(&pdf(&idle, lang, made_at()).unwrap());
        assert_printed(&printed, title);
        assert!(!printed.contains("Встречи") && !printed.contains("кездесулер"), "{printed}");
    }
    for (lang, family) in [(Lang::Kk, "Отбасына алғыс хат"), (Lang::Ru, "Благодарственное письмо семье")]
    {
        let thanks = pdf(&paper(Kind::Thanks), lang, made_at()).unwrap();
        assert_eq!(pages(&thanks), 2, "one for the pupil, one for the family");
        let printed = text(&thanks);
        assert_printed(&printed, family);
        let bare = printed.split_whitespace().collect::<String>();
        assert_eq!(bare.matches(BIN).count(), 2, "either sheet has the letterhead: {printed}");
        assert_eq!(pages(&pdf(&paper(Kind::Hours), lang, made_at()).unwrap()), 1);
    }
    for hostile in samples::HOSTILE {
        let paper = Volunteering { name: hostile.to_owned(), ..paper(Kind::Hours) };
        assert_printed(&text(&pdf(&paper, Lang::Ru, made_at()).unwrap()), hostile);
    }
}
