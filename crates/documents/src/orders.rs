//! Order assigning mentors, doc:A1 (Law 293-VI Art. 13, Order 160), or ending the mentoring of pairs, doc:A15.

use crate::{
    papers::{Both, Category, Paper, PrintError, Reference, day_in_digits},
    reports::Given,
    templates::{Shape, Shaped},
};
use i18n::{Lang, day};
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

/// The order of a school's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// School, number, date, version, check code.
    pub paper: Paper,
    /// Which of the orders it is.
    pub kind: Kind,
    /// What it rests on besides the acts.
    pub basis: Basis,
    /// One line for each novice.
    pub lines: Vec<Line>,
    /// Extra pay of the mentors, where the order fixes or ends it.
    pub supplement: Option<Supplement>,
    /// Who controls that the order is carried out; nobody named means the head.
    pub controlling: Option<Named>,
    /// Who signs.
    pub head: Named,
    /// The head's simple signature in the system, which stands beside the line for the pen; missing where there is none.
    pub signed: Option<Given>,
    /// Who signs to have read it: mentors, novices, deputy, accountant.
    pub acquainted: Vec<Named>,
}

/// Which order of the two steps it is (rules.md §1, fact 1), or that it ends them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Within five working days of hiring, until the choice is made.
    Provisional,
    /// After the choice window; the provisional order that it ends, if there was one.
    Confirming(Option<Reference>),
    /// Another mentor instead of the one in the former order.
    Replacing(Reference),
    /// The mentoring of the pairs ends; the order that assigned them.
    Ending(Option<Reference>),
}

/// Papers that the order rests on besides the law and the ministerial order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// Minutes of the council that considered the candidates.
    pub minutes: Option<Minutes>,
    /// Written consents of both sides are attached.
    pub consents: bool,
}

/// Minutes of a council.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// Which council.
    pub council: Council,
    /// Their number and date.
    pub reference: Reference,
}

/// A collegial body that may consider candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Council {
    /// Педагогикалық кеңес.
    Pedagogical,
    /// Әдістемелік кеңес.
    Methodological,
}

/// A person with the post as it stands in papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Full name as in the order of hiring.
    pub name: String,
    /// Post.
    pub post: Both,
}

/// A pair in the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The young specialist.
    pub novice: Novice,
    /// The mentor.
    pub mentor: Mentor,
    /// First day of the term.
    pub from: Date,
    /// Last day of the term.
    pub to: Date,
    /// Chosen by both, or appointed.
    pub origin: Origin,
}

/// The young specialist of a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Novice {
    /// Name and post.
    pub person: Named,
    /// Subject taught, if the post has one.
    pub subject: Option<Both>,
    /// First working day.
    pub hired: Date,
}

/// The mentor of a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentor {
    /// Name and post.
    pub person: Named,
    /// Qualification category, if there is one.
    pub category: Option<Category>,
    /// Subject taught, if the post has one.
    pub subject: Option<Both>,
}

/// How the pair came about, or how it ends. Reasons are kept in the system, not on the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Both sides chose each other.
    Chosen,
    /// The head decided.
    Appointed,
    /// The work ends as planned.
    EndPlanned,
    /// It ends before its time.
    EndEarly,
}

/// Extra pay of a mentor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supplement {
    /// Share of the basic salary (БДО), per cent.
    pub percent: u16,
    /// Who pays.
    pub payer: Both,
}

/// Prints the order. `made_at` is the moment of printing; the same input gives the same bytes.
/// The English copy is for reading: it says so and has no place for signatures.
pub fn pdf(order: &Order, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    Shaped::pdf(order, lang, made_at)
}

impl Shaped for Order {
    const SHAPE: Shape = Shape::Order;

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

fn facts(order: &Order, lang: Lang) -> Value {
    let (kind, former) = match &order.kind {
        Kind::Provisional => ("provisional", None),
        Kind::Confirming(provisional) => ("confirming", provisional.as_ref()),
        Kind::Replacing(former) => ("replacing", Some(former)),
        Kind::Ending(former) => ("ending", former.as_ref()),
    };
    json!({
        "kind": kind,
        "former": former.map(|former| former.facts(lang)),
        "minutes": order.basis.minutes.as_ref().map(|minutes| json!({
            "council": match minutes.council {
                Council::Pedagogical => "pedagogical",
                Council::Methodological => "methodological",
            },
            "reference": minutes.reference.facts(lang),
        })),
        "consents": order.basis.consents,
        "lines": order.lines.iter().map(|line| line_facts(line, lang)).collect::<Vec<_>>(),
        "supplement": order.supplement.as_ref().map(|supplement| json!({
            "percent": supplement.percent.to_string(),
            "payer": supplement.payer.pick(lang),
        })),
        "controlling": order.controlling.as_ref().map(|person| person.facts(lang)),
        "head": order.head.facts(lang),
        "signed": order.signed.as_ref().map(|signed| json!({ "when": signed.when, "hash": signed.hash })),
        "acquainted": order.acquainted.iter().map(|person| person.facts(lang)).collect::<Vec<_>>(),
    })
}

fn line_facts(line: &Line, lang: Lang) -> Value {
    let subject = |subject: &Option<Both>| subject.as_ref().map(|both| both.pick(lang).to_owned());
    json!({
        "novice": line.novice.person.facts(lang),
        "novice_subject": subject(&line.novice.subject),
        "hired": day(lang, line.novice.hired),
        "mentor": line.mentor.person.facts(lang),
        "mentor_subject": subject(&line.mentor.subject),
        "category": line.mentor.category.map(Category::key),
        "from": day_in_digits(lang, line.from),
        "to": day_in_digits(lang, line.to),
        "origin": match line.origin {
            Origin::Chosen => "chosen",
            Origin::Appointed => "appointed",
            Origin::EndPlanned => "end_planned",
            Origin::EndEarly => "end_early",
        },
    })
}

impl Named {
    /// Name and post for a form.
    pub(crate) fn facts(&self, lang: Lang) -> Value {
        json!({ "name": self.name, "post": self.post.pick(lang) })
    }
}
