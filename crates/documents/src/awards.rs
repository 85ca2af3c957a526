//! Papers of an award to pupils who help pupils, doc:B14: the protocol of the commission, the order, and the list by which
//! a school nominates for vouchers. Names stand in the order of the alphabet, and nobody's points stand beside them.

use crate::{
    lists::heading,
    papers::{PrintError, School},
    typesetting::{Form, print},
};
use i18n::{Lang, day};
use jiff::{Timestamp, civil::Date};
use serde_json::json;

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The protocol of the commission.
    Protocol,
    /// The order of the head: the school gives the award.
    Order,
    /// The nomination for vouchers: the state service issues them.
    Nomination,
}

impl Kind {
    /// Key of its texts in the form.
    const fn key(self) -> &'static str {
        match self {
            Self::Protocol => "protocol",
            Self::Order => "order",
            Self::Nomination => "nomination",
        }
    }
}

/// A pupil with a prize.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The full name.
    pub name: String,
    /// The class, as the school writes it.
    pub class: String,
    /// The prize.
    pub prize: String,
    /// The grounds of the nomination.
    pub grounds: String,
}

/// A paper of an award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Award {
    /// Which.
    pub kind: Kind,
    /// Whose it is.
    pub school: School,
    /// The calendar year in which the school year begins.
    pub school_year: i16,
    /// Its day.
    pub date: Date,
    /// Its number; empty where it is entered by pen.
    pub number: String,
    /// What the award is called.
    pub title: String,
    /// Number and day of the protocol, once the commission has voted.
    pub protocol: Option<(String, Date)>,
    /// Votes for and against, once the commission has voted.
    pub votes: Option<[u32; 2]>,
    /// Who sat in the commission, by full name.
    pub members: Vec<String>,
    /// Who has a prize, by name.
    pub prizes: Vec<Line>,
    /// Names and classes of the reserve list, by name.
    pub reserve: Vec<(String, String)>,
    /// SHA-256 of the rule and of the list, as they were published.
    pub hashes: [String; 2],
    /// Where the number of the lot came from, and on which day.
    pub source: (String, Date),
    /// The number.
    pub seed: String,
    /// The full name of the head; none where the school has no head today.
    pub head: Option<String>,
}

/// Prints it. `made_at` is the moment of printing; the same input gives the same bytes.
pub fn pdf(award: &Award, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let prize = |one: &Line| json!({ "name": one.name, "class": one.class, "prize": one.prize, "grounds": one.grounds });
    let own = json!({
        "kind": award.kind.key(),
        "number": award.number,
        "title": award.title,
        "protocol": award.protocol.as_ref().map(|(number, on)| json!({ "number": number, "day": day(lang, *on) })),
        "votes": award.votes.map(|votes| votes.map(|count| count.to_string())),
        "members": award.members,
        "prizes": award.prizes.iter().map(prize).collect::<Vec<_>>(),
        "reserve": award.reserve.iter().map(|(name, class)| format!("{name}, {class}")).collect::<Vec<_>>(),
        "rule": award.hashes[0],
        "list": award.hashes[1],
        "source": award.source.0,
        "draw": day(lang, award.source.1),
        "seed": award.seed,
        "head": award.head,
    });
    let paper = heading(&award.school, award.school_year, award.date, lang);
    print(Form::Award, json!({ "lang": lang.tag(), "paper": paper, "own": own }), made_at)
}
