//! Written consent of a mentor or of a novice, doc:A2.

use crate::{
    orders::Named,
    papers::{Paper, PrintError},
    typesetting::Form,
};
use i18n::{Lang, day};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use serde_json::{Value, json};

/// A consent to a pair, given by one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// School, number, date, version, check code.
    pub paper: Paper,
    /// Which side gives it.
    pub side: Side,
    /// Who gives it.
    pub who: Named,
    /// The other side of the pair.
    pub to: Named,
    /// Hours a week that both agreed on.
    pub hours_a_week: Option<u8>,
    /// First day of the term; none where the order has yet to name it.
    pub from: Option<Date>,
    /// Last day of the term.
    pub until: Date,
    /// When it was given, by the school's clock.
    pub given_at: DateTime,
    /// How it was given.
    pub method: Method,
}

/// Who gives the consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The mentor, to mentor.
    Mentor,
    /// The young specialist, to be mentored.
    Novice,
}

/// How a consent was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Confirmed with the password, signed in to the system.
    SignedIn,
    /// Signed by hand; this sheet is the paper to sign.
    OnPaper,
    /// Electronic digital signature (ЭЦҚ / ЭЦП).
    DigitalSignature,
}

/// Prints the consent. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(consent: &Consent, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    consent.paper.print(Form::Consent, &facts(consent, lang), lang, made_at)
}

fn facts(consent: &Consent, lang: Lang) -> Value {
    let given = consent.given_at;
    json!({
        "side": match consent.side {
            Side::Mentor => "mentor",
            Side::Novice => "novice",
        },
        "who": consent.who.facts(lang),
        "to": consent.to.facts(lang),
        "hours": consent.hours_a_week.map(|hours| hours.to_string()),
        "from": consent.from.map(|from| day(lang, from)),
        "until": day(lang, consent.until),
        "given": format!("{}, {}", day(lang, given.date()), i18n::time(given.time())),
        "method": match consent.method {
            Method::SignedIn => "signed_in",
            Method::OnPaper => "on_paper",
            Method::DigitalSignature => "digital_signature",
        },
    })
}
