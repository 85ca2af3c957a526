//! An award as a file that anybody replays without asking anybody (feat:J1, J3; measurement §9; docs/awards.md): the
//! published rule and the published list as they were hashed, the number of the lot, and who got what. Nobody's name is in
//! it. A file that says something which is not understood is refused and not guessed at.

pub use domain::awards::{list_text, read_list, read_rule, rule_text};

use domain::awards::{Entry, Rule, Share, Standing, drawn, lot_number};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Most bytes of a file.
pub const MOST_BYTES: usize = 1024 * 1024;

/// What the first field of a file says.
const FORMAT: &str = "talimger-award-1";

/// SHA-256 of a text in UTF-8, in small hexadecimal digits.
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut told, byte| {
        let _ = write!(told, "{byte:02x}");
        told
    })
}

/// The ticket of a code in the lot.
pub fn ticket(seed: &str, code: &str) -> String {
    digest(&format!("{seed}|{code}"))
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// More than [`MOST_BYTES`].
    Large,
    /// Not the JSON of an award of this version.
    None,
    /// The rule in it is none, or not as it is printed here.
    Rule,
    /// The list in it is none, or not as it is printed here.
    List,
    /// Somebody gives back what they do not have.
    Declined,
}

impl Unreadable {
    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::None => "none",
            Self::Rule => "rule",
            Self::List => "list",
            Self::Declined => "declined",
        }
    }
}

/// One of the order, as a file has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    code: String,
    recent: bool,
    points: u32,
    ticket: String,
    by_lot: bool,
    /// `prize 1`, counted as in the rule; `reserve`, `nothing` or `declined`.
    share: String,
}

impl From<&Standing> for Line {
    fn from(one: &Standing) -> Self {
        let share = match one.share {
            Share::Prize(prize) => format!("prize {}", prize + 1),
            Share::Reserve => "reserve".to_owned(),
            Share::Nothing => "nothing".to_owned(),
            Share::Declined => "declined".to_owned(),
        };
        Self {
            code: one.code.clone(),
            recent: one.recent,
            points: one.points,
            ticket: one.ticket.clone(),
            by_lot: one.tied,
            share,
        }
    }
}

/// The file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    rule: String,
    rule_sha256: String,
    list: String,
    list_sha256: String,
    seed: String,
    declined: Vec<String>,
    order: Vec<Line>,
}

/// Draws and shares out: the one answer of pages and files.
pub fn replay(rule: &Rule, entries: &[Entry], seed: &str, declined: &[String]) -> Option<Vec<Standing>> {
    drawn(rule, entries, declined, |code| ticket(seed, code))
}

/// The file of an award; `None` where somebody gives back what they do not have.
pub fn file(rule: &Rule, entries: &[Entry], seed: &str, declined: &[String]) -> Option<String> {
    let standings = replay(rule, entries, seed, declined)?;
    let (rule, list) = (rule_text(rule), list_text(entries));
    let file = File {
        format: FORMAT.to_owned(),
        rule_sha256: digest(&rule),
        rule,
        list_sha256: digest(&list),
        list,
        seed: seed.to_owned(),
        declined: declined.to_vec(),
        order: standings.iter().map(Line::from).collect(),
    };
    serde_json::to_string_pretty(&file).ok().map(|text| text + "\n")
}

/// What differs from what the rule gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The hash in the file, or the published one, is not that of the rule.
    RuleHash,
    /// The hash in the file, or the published one, is not that of the list.
    ListHash,
    /// The number of the lot is not written in its one form: another way of writing it is another lot.
    Seed,
    /// The order, from this place on, counted from 1.
    Order(usize),
}

impl Fault {
    /// The tail of its text key.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::RuleHash => "rule-hash",
            Self::ListHash => "list-hash",
            Self::Seed => "seed",
            Self::Order(_) => "order",
        }
    }
}

/// What a file says and whether it is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What differs; empty where nothing does.
    pub faults: Vec<Fault>,
    /// SHA-256 of the rule in the file, to be compared with the published one.
    pub rule_hash: String,
    /// SHA-256 of the list in the file.
    pub list_hash: String,
    /// Where the number of the lot was to come from, and when.
    pub source: (String, domain::Day),
    /// The number.
    pub seed: String,
    /// How many are on the list.
    pub entries: usize,
    /// How many have a prize.
    pub prizes: usize,
    /// Between how many the lot has decided.
    pub tied: usize,
}

/// Hashes that somebody wrote down when they were published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Of the rule.
    pub rule: Option<String>,
    /// Of the list.
    pub list: Option<String>,
}

/// Replays a file.
pub fn check(bytes: &[u8], published: &Published) -> Result<Checked, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::Large);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::None)?;
    // Editors on Windows put a byte order mark before the first brace.
    let file: File =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|_| Unreadable::None)?;
    if file.format != FORMAT {
        return Err(Unreadable::None);
    }
    let rule = read_rule(&file.rule).ok_or(Unreadable::Rule)?;
    let entries = read_list(&rule, &file.list).ok_or(Unreadable::List)?;
    let standings = replay(&rule, &entries, &file.seed, &file.declined).ok_or(Unreadable::Declined)?;
    let (rule_hash, list_hash) = (digest(&file.rule), digest(&file.list));
    let same = |hash: &String, said: &String, known: &Option<String>| {
        hash == said && known.as_ref().is_none_or(|known| known.eq_ignore_ascii_case(hash))
    };
    let mut faults = Vec::new();
    if !same(&rule_hash, &file.rule_sha256, &published.rule) {
        faults.push(Fault::RuleHash);
    }
    if !same(&list_hash, &file.list_sha256, &published.list) {
        faults.push(Fault::ListHash);
    }
    if lot_number(&file.seed).as_ref() != Some(&file.seed) {
        faults.push(Fault::Seed);
    }
    let right: Vec<Line> = standings.iter().map(Line::from).collect();
    if right != file.order {
        let differs = right.iter().zip(&file.order).position(|(right, said)| right != said);
        faults.push(Fault::Order(differs.unwrap_or(right.len().min(file.order.len())) + 1));
    }
    Ok(Checked {
        faults,
        rule_hash,
        list_hash,
        source: (rule.source, rule.draw_on),
        seed: file.seed,
        entries: entries.len(),
        prizes: standings.iter().filter(|one| matches!(one.share, Share::Prize(_))).count(),
        tied: standings.iter().filter(|one| one.tied).count(),
    })
}
