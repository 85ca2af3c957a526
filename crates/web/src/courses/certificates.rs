//! The certificates of the reader: made, shown on the own card or not, printed.

use super::{BadgePath, CertificateCardPath, CertificatePaperPath, CertificatePath, OwnPath};
use crate::badges::CREDENTIAL;
use crate::errors::unprinted;
use crate::files::{attachment, shown};
use crate::forms::Fields;
use crate::layout::FlashKind;
use crate::said::Said;
use crate::{Page, PageError};
use actions::Failed;
use actions::badges::{Unsayable, bake, issue};
use actions::certificates::{Held, make, print, show};
use axum::response::Response;
use domain::certificates::{MakeRefused, Validity};
use domain::settings::switch;
use i18n::Lang;
use store::Tx;

/// A badge alone.
const JSON: &str = "json";
/// A badge inside of a picture.
const PNG: &str = "png";

/// A right with its paper.
pub(super) struct Paper {
    /// For how long.
    pub(super) title: String,
    pub(super) state: &'static str,
    pub(super) glyph: &'static str,
    /// What it is worth today.
    pub(super) validity: String,
    /// Where the certificate is made, as long as there is none.
    pub(super) make: Option<String>,
    /// Its files: address, key.
    pub(super) files: Vec<(String, &'static str)>,
    /// The same as a digital badge: address, key.
    pub(super) badges: Vec<(String, &'static str)>,
    /// Where it is shown on the card or hidden: address, what the button sends, its key.
    pub(super) card: Option<(String, &'static str, &'static str)>,
}

/// All of the reader, the latest first.
pub(super) async fn all(page: &Page, tx: &mut Tx) -> Result<Vec<Paper>, PageError> {
    let held = actions::certificates::own(tx, &page.context()).await?;
    Ok(held.iter().map(|one| paper(page, one)).collect())
}

/// What a certificate is worth, as a sentence.
pub(crate) fn worth(lang: Lang, validity: Validity) -> String {
    let said = Said::new(format!("courses-certificate-is-{}", validity.word()));
    match validity {
        // A right lasts for years: without its own, the last day would read as one before the first.
        Validity::Valid { until } | Validity::Expired { until } => said.with("day", i18n::day(lang, until)),
        Validity::Revoked => said,
    }
    .words(lang)
}

fn paper(page: &Page, held: &Held) -> Paper {
    let lang = page.lang();
    let (state, glyph) = match held.validity {
        Validity::Valid { .. } => ("done", "circle-check"),
        Validity::Expired { .. } | Validity::Revoked => ("", "minus"),
    };
    let valid = matches!(held.validity, Validity::Valid { .. });
    let course = || held.course.clone();
    let file =
        |lang: &str, key| (CertificatePaperPath { course: course(), lang: lang.to_owned() }.to_string(), key);
    // A badge goes out of the house: it is in the language of whoever takes it along.
    let badge = |form: &str, key| {
        let path = BadgePath { course: course(), lang: lang.tag().to_owned(), form: form.to_owned() };
        (path.to_string(), key)
    };
    let made = held.certificate.as_ref();
    let printed = made.is_some() && held.validity != Validity::Revoked;
    let title = match made {
        Some(made) => Said::new("courses-certificate-numbered").with("number", made.number),
        None => Said::new("courses-certificate-none"),
    };
    let card = made.filter(|_| valid).map(|made| {
        let key = if made.on_card { "courses-certificate-hide" } else { "courses-certificate-show" };
        (CertificateCardPath { course: course() }.to_string(), switch(!made.on_card), key)
    });
    Paper {
        title: title.words(lang),
        state,
        glyph,
        validity: worth(lang, held.validity),
        make: (valid && made.is_none()).then(|| CertificatePath { course: course() }.to_string()),
        files: if printed {
            vec![file("kk", "courses-certificate-kk"), file("ru", "courses-certificate-ru")]
        } else {
            Vec::new()
        },
        badges: if printed && page.app.config.badges.is_some() {
            vec![badge(PNG, "badges-png"), badge(JSON, "badges-json")]
        } else {
            Vec::new()
        },
        card,
    }
}

pub(super) async fn make_one(path: CertificatePath, page: Page) -> Result<Response, PageError> {
    match make(&page.context(), &path.course).await {
        Ok(()) => Ok(page.done(&OwnPath, "courses-done-certificate", &[])),
        Err(Failed::Refused(MakeRefused::NoRight)) => {
            Ok(page.lead(&OwnPath, FlashKind::Refused, "courses-refused-no-right", &[]))
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn card(
    path: CertificateCardPath,
    page: Page,
    fields: Fields,
) -> Result<Response, PageError> {
    let on = [true, false].into_iter().find(|on| switch(*on) == fields.value("step"));
    let on = on.ok_or(PageError::Unreadable)?;
    show(&page.context(), &path.course, on).await?;
    let key = if on { "courses-done-certificate-shown" } else { "courses-done-certificate-hidden" };
    Ok(page.done(&OwnPath, key, &[]))
}

pub(super) async fn file(path: CertificatePaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let pdf = print(&page.context(), &path.course, lang, page.press()).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "certificate.pdf"))
}

pub(super) async fn badge(path: BadgePath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let config = &page.app.config;
    let keys = config.badges.as_ref().ok_or(PageError::NotFound)?;
    let badge = issue(&page.context(), &path.course, lang, &config.address, keys).await;
    let badge = badge.map_err(|failed| match failed {
        Failed::Refused(Unsayable) => PageError::Broken("a badge cannot say it".to_owned()),
        other => other.into(),
    })?;
    match path.form.as_str() {
        JSON => Ok(attachment(badge, CREDENTIAL, "badge.json")),
        PNG => Ok(attachment(bake(&badge), "image/png", "badge.png")),
        _ => Err(PageError::NotFound),
    }
}
