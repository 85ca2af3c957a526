//! What people agree to by pen, part by part: the consent about a pupil (doc:B3) and the agreement of a pair of pupils
//! (doc:B5). All words come from outside; nobody numbers these papers, and each line is signed by whoever it names. The card of
//! one meeting (doc:B7) is the same sheet without parts and lines.

use crate::{
    lists::heading,
    papers::{PrintError, School},
    typesetting::{Form, print},
};
use i18n::Lang;
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

/// A part that is agreed to by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is called.
    pub title: String,
    /// What is agreed to.
    pub text: String,
    /// Who signs this part; nobody where the whole is signed.
    pub signers: Vec<String>,
}

/// A paper to be signed by pen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Whose it is.
    pub school: School,
    /// The calendar year in which the school year begins.
    pub school_year: i16,
    /// The day on which it is made.
    pub made: Date,
    /// What it is.
    pub title: String,
    /// By which law or by whose choice there is such a paper.
    pub basis: String,
    /// About whom and what it is: captions with their words.
    pub facts: Vec<(String, String)>,
    /// The parts, in the order in which they are read.
    pub parts: Vec<Part>,
    /// What holds for all parts: captions with their words.
    pub rules: Vec<(String, String)>,
    /// Lines at the end that are filled in by pen, such as a name, a signature and a day; none where nobody signs.
    pub signers: Vec<String>,
}

/// Captions with their words, for the form.
fn pairs(of: &[(String, String)]) -> Vec<Value> {
    of.iter().map(|(label, words)| json!({ "label": label, "words": words })).collect()
}

/// Prints it. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(agreement: &Agreement, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let part = |one: &Part| json!({ "title": one.title, "text": one.text, "signers": one.signers });
    let own = json!({
        "title": agreement.title,
        "basis": agreement.basis,
        "facts": pairs(&agreement.facts),
        "parts": agreement.parts.iter().map(part).collect::<Vec<_>>(),
        "rules": pairs(&agreement.rules),
        "signers": agreement.signers,
    });
    let top = heading(&agreement.school, agreement.school_year, agreement.made, lang);
    print(Form::Agreement, json!({ "lang": lang.tag(), "paper": top, "own": own }), made_at)
}
