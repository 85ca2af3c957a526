//! The certificate of a mentor, doc:A18: a certificate of the school, not of a course that the state recognises.

use crate::{
    orders::Named,
    papers::{Paper, PrintError},
    templates::{Shape, Shaped},
};
use i18n::{Lang, day};
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

/// What the course asked: its programme in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Programme {
    /// Cases from one's own practice.
    pub cases: u32,
    /// Replies to cases of others.
    pub replies: u32,
    /// Minutes of training.
    pub minutes: u32,
}

/// The certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// School, number, date, version, check code.
    pub paper: Paper,
    /// Whose it is.
    pub holder: Named,
    /// Who signs; none where the school has no head today.
    pub head: Option<Named>,
    /// The first day of the course.
    pub begun: Date,
    /// The first day of the right: the day on which the exam was passed.
    pub from: Date,
    /// Its last day.
    pub until: Date,
    /// What the course asked.
    pub programme: Programme,
    /// Minutes of training that were attended; nothing is said of none.
    pub minutes: u32,
}

/// Prints the certificate. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(certificate: &Certificate, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    Shaped::pdf(certificate, lang, made_at)
}

impl Shaped for Certificate {
    const SHAPE: Shape = Shape::Certificate;

    fn paper(&self) -> &Paper {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper {
        &mut self.paper
    }

    fn own(&self, lang: Lang) -> Value {
        facts(self, lang)
    }
}

fn facts(certificate: &Certificate, lang: Lang) -> Value {
    json!({
        "holder": certificate.holder.facts(lang),
        "head": certificate.head.as_ref().map(|head| head.facts(lang)),
        "begun": day(lang, certificate.begun),
        "from": day(lang, certificate.from),
        "until": day(lang, certificate.until),
        "programme": {
            "cases": certificate.programme.cases,
            "replies": certificate.programme.replies,
            "hours": certificate.programme.minutes / 60,
        },
        "hours": certificate.minutes / 60,
    })
}
