//! Printed slips with one-time sign-in codes for people without e-mail, feat:A7.

use crate::{
    papers::PrintError,
    typesetting::{Form, print},
};
use i18n::{Lang, day};
use jiff::{Timestamp, civil::DateTime};
use serde_json::json;

/// One slip: all that a person needs to sign in for the first time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Language of this person's slip.
    pub lang: Lang,
    /// Whose it is.
    pub name: String,
    /// Short name of the school.
    pub school: String,
    /// Sign-in name.
    pub login: String,
    /// The one-time code as it is typed.
    pub code: String,
    /// Until when it works, by the school's clock.
    pub expires: DateTime,
    /// Address of the sign-in page.
    pub address: String,
}

/// Prints the slips on A4, eight to a page, with lines to cut along. `lang` is the language of the
/// sheet's title, `made_at` the moment of printing; the same input gives the same bytes.
pub fn pdf(slips: &[Slip], lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let slips: Vec<_> = slips.iter().map(facts).collect();
    print(Form::Slips, json!({ "lang": lang.tag(), "slips": slips }), made_at)
}

fn facts(slip: &Slip) -> serde_json::Value {
    let expires = slip.expires;
    json!({
        "lang": slip.lang.tag(),
        "name": slip.name,
        "school": slip.school,
        "login": slip.login,
        "code": slip.code,
        "expires": format!("{}, {}", day(slip.lang, expires.date()), i18n::time(expires.time())),
        "address": slip.address,
    })
}
