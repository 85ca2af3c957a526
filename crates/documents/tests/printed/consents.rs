use crate::{assert_printed, keep, pages, samples, samples::made_at, text};
use documents::consents::{Method, Side, pdf};
use i18n::Lang;

#[test]
fn a_consent_of_the_mentor_reads_well_in_kazakh() {
    let pdf = keep("consent-kk.pdf", pdf(&samples::consent(), Lang::Kk, made_at()).unwrap());
    insta::assert_snapshot!(text(&pdf));
}

#[test]
fn a_consent_of_the_mentor_reads_well_in_russian() {
    let pdf = keep("consent-ru.pdf", pdf(&samples::consent(), Lang::Ru, made_at()).unwrap());
    insta::assert_snapshot!(text(&pdf));
}

#[test]
fn every_side_and_method_fits_on_one_page_in_every_language() {
    for lang in Lang::ALL {
        for side in [Side::Mentor, Side::Novice] {
            for method in [Method::SignedIn, Method::OnPaper, Method::DigitalSignature] {
                let mut consent = samples::consent();
                (consent.side, consent.method) = (side, method);
                if side == Side::Novice {
                    std::mem::swap(&mut consent.who, &mut consent.to);
                }
                consent.hours_a_week = None;
                let name = format!("consent-{}-{side:?}-{method:?}.pdf", lang.tag());
                assert_eq!(pages(&keep(&name, pdf(&consent, lang, made_at()).unwrap())), 1);
            }
        }
    }
}

#[test]
fn before_the_order_its_day_begins_the_term() {
    let consent = documents::consents::Consent { from: None, ..samples::consent() };
    for (lang, from) in [
        (Lang::Kk, "бұйрықта көрсетілген күн – 2027 жылғы 25 мамыр"),
        (Lang::Ru, "день, указанный в приказе – 25 мая 2027 года"),
        (Lang::En, "the day named in the order"),
    ] {
        assert_printed(&text(&pdf(&consent, lang, made_at()).unwrap()), from);
    }
}

#[test]
fn the_right_to_refuse_stands_on_every_consent() {
    for (lang, right) in [
        (Lang::Kk, "себебін айтпай-ақ кез келген уақытта бас тартуға құқығым бар"),
        (Lang::Ru, "я вправе отказаться в любое время, не называя причины"),
        (Lang::En, "I may refuse at any time without giving a reason"),
    ] {
        assert_printed(&text(&pdf(&samples::consent(), lang, made_at()).unwrap()), right);
    }
}

#[test]
fn hostile_names_are_printed_letter_by_letter() {
    for hostile in samples::HOSTILE {
        let mut consent = samples::consent();
        consent.who.name = hostile.to_owned();
        assert_printed(&text(&pdf(&consent, Lang::Kk, made_at()).unwrap()), hostile);
    }
}
