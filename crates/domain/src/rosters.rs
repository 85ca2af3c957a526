//! Imports of lists: what would change, what needs a decision, what can be undone (feat:A2, A3).
//!
//! One comparison serves staff, pupils and timetables: a line of a file and a record that stands are both keys,
//! a folded name and values by field. Whatever is written was first shown by the same comparison.

mod named;
pub mod staff;
mod state;
pub mod taken;
mod undoing;

pub use named::Unread;
pub use state::{ApplyRefused, State, UndoRefused, undo_until};
pub use undoing::{LeftAlone, Undone, WhyLeft, undo};

use named::{Names, Unclear};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a list is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// People who work at the school.
    Staff,
    /// Pupils.
    Pupils,
    /// Lessons of the week.
    Timetable,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Staff, Self::Pupils, Self::Timetable];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Pupils => "pupils",
            Self::Timetable => "timetable",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Values by field; a field without a value is not there.
pub type Values = BTreeMap<String, String>;

/// The field of the day from which somebody no longer belongs to the school.
pub const LEFT_ON: &str = "left_on";
/// The mark of a record that an import made.
pub const CREATED: &str = "created";

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Physical line, from 1.
    pub line: u32,
    /// Keys in the order in which they are trusted: staff number, e-mail.
    pub keys: Vec<String>,
    /// Full name, folded; empty where records have no names.
    pub name: String,
    /// What the file says. A blank cell says nothing, so it clears nothing.
    pub values: Values,
}

/// What becomes of a record that a complete list does not name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// It ends.
    Ends,
    /// A person decides: a pair is running.
    Asks,
    /// Never by a file: who runs the school's programme must not be locked out by it.
    Stays,
}

/// A record that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its id.
    pub id: String,
    /// Its keys.
    pub keys: Vec<String>,
    /// Full name, folded.
    pub name: String,
    /// What it holds.
    pub values: Values,
    /// Fields corrected by hand: the file does not overwrite them unless told to.
    pub edited: BTreeSet<String>,
    /// What its absence from a complete list means.
    pub absence: Absence,
}

impl Standing {
    fn has_left(&self) -> bool {
        self.values.contains_key(LEFT_ON)
    }
}

/// What a person decided about a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The line is about this record.
    Same(String),
    /// Somebody new.
    New,
    /// Nothing is done with the line.
    Skip,
}

/// What a person decided about somebody the complete list does not name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Still belongs to the school.
    Stays,
    /// Has left.
    Leaves,
}

/// All decisions about one import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// By line.
    pub lines: BTreeMap<u32, Decision>,
    /// By id of the absent record.
    pub absent: BTreeMap<String, Fate>,
    /// Fields in which the file wins over corrections by hand.
    pub file_wins: BTreeSet<String>,
    /// The file names everybody: who is absent has left.
    pub full_list: bool,
    /// Lines that the system wrote itself, each with the record that it is about (see `actions::rosters::roll_over`).
    pub known: BTreeMap<u32, String>,
    /// Lines that are only namesakes of one another are different people: said once for the whole file.
    pub namesakes_differ: bool,
}

/// A field before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which field.
    pub field: String,
    /// What stands.
    pub before: Option<String>,
    /// What will stand.
    pub after: Option<String>,
}

/// Why a line needs a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Other lines carry the same full name, and no key tells which is which.
    Namesakes,
    /// Somebody of the same full name stands, with another key or none.
    SameName,
    /// The key is known, the name is quite another: an address may have been given to somebody else.
    OtherName,
}

/// Why a line that could be read cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// One key belongs to one record, another key to another.
    KeysDisagree,
    /// An earlier line is about the same record.
    SameRecord {
        /// The earlier line.
        other_line: u32,
    },
    /// The key is in use outside this school.
    TakenElsewhere,
}

/// What becomes of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// A record is made.
    Create,
    /// A record changes.
    Update {
        /// Its id.
        id: String,
        /// What changes.
        changes: Vec<Change>,
        /// What the file says otherwise and what stays, because it was corrected by hand.
        kept: Vec<Change>,
    },
    /// Everything stands as the file says, or was corrected by hand since.
    Unchanged {
        /// Its id.
        id: String,
        /// What stays, because it was corrected by hand.
        kept: Vec<Change>,
    },
    /// A person decides first.
    Decide {
        /// Why.
        why: Why,
        /// Records it may be about.
        candidates: Vec<String>,
        /// Other lines it may be confused with.
        lines: Vec<u32>,
    },
    /// Decided: nothing is done.
    Skipped,
    /// Cannot be written.
    Fault(Fault),
}

/// A record that the file does not name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Absent {
    /// Its id.
    pub id: String,
    /// What becomes of it; `None` while a person has to decide.
    pub fate: Option<Fate>,
    /// Why it never ends unasked; such records are named first.
    pub asked: Option<Asked>,
}

/// Why somebody absent from a complete list does not leave unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// A pair is running.
    Pair,
    /// This line could not be read, and it may be about them.
    Line(u32),
}

/// The whole comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// One for each row, in the order of the rows.
    pub verdicts: Vec<Verdict>,
    /// Who is not in the file; those who need a decision first.
    pub absent: Vec<Absent>,
    /// How many stood before.
    pub standing: usize,
}

/// How many lines become what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// Made.
    pub create: usize,
    /// Changed.
    pub update: usize,
    /// As they were.
    pub unchanged: usize,
    /// Wait for a decision; absent people with running pairs included.
    pub decision: usize,
    /// Not read or not writable.
    pub error: usize,
    /// Not in the file.
    pub absent: usize,
    /// Of the absent: will end.
    pub leaving: usize,
    /// Left out by decision.
    pub skipped: usize,
}

impl Counts {
    /// How many records an application writes.
    pub const fn writes(&self) -> usize {
        self.create + self.update + self.leaving
    }
}

impl Comparison {
    /// Counts; lines that could not be read come on top.
    pub fn counts(&self, unreadable: usize) -> Counts {
        let mut counts = Counts { error: unreadable, absent: self.absent.len(), ..Counts::default() };
        for verdict in &self.verdicts {
            match verdict {
                Verdict::Create => counts.create += 1,
                Verdict::Update { .. } => counts.update += 1,
                Verdict::Unchanged { .. } => counts.unchanged += 1,
                Verdict::Decide { .. } => counts.decision += 1,
                Verdict::Skipped => counts.skipped += 1,
                Verdict::Fault(_) => counts.error += 1,
            }
        }
        counts.decision += self.absent.iter().filter(|absent| absent.fate.is_none()).count();
        counts.leaving = self.absent.iter().filter(|absent| absent.fate == Some(Fate::Leaves)).count();
        counts
    }
}

/// Most people that leave by one import without a number typed by hand.
pub const MOST_LEAVING: usize = 20;

/// True where so many leave that somebody types the number first: more than 20 people or a tenth.
pub const fn brakes(leaving: usize, standing: usize) -> bool {
    leaving > MOST_LEAVING || leaving * 10 > standing
}

/// Compares a file with what stands. `unread` are the lines that an error stopped, `elsewhere` holds keys in use
/// outside the school.
pub fn compare(
    rows: &[Row],
    unread: &[Unread],
    standing: &[Standing],
    choices: &Choices,
    elsewhere: &BTreeSet<String>,
) -> Comparison {
    let known = Known::new(rows, standing);
    let mut taken: HashMap<usize, u32> = HashMap::new();
    let mut verdicts = Vec::with_capacity(rows.len());
    for row in rows {
        let verdict = known.judge(row, choices, elsewhere);
        let place = verdict.record().and_then(|id| known.place.get(id));
        verdicts.push(match place.and_then(|place| taken.insert(*place, row.line)) {
            Some(other_line) => Verdict::Fault(Fault::SameRecord { other_line }),
            None => verdict,
        });
    }
    let working = standing.iter().filter(|record| !record.has_left()).count();
    let absent = known.absent(rows, &verdicts, unread, &taken, choices);
    Comparison { verdicts, absent, standing: working }
}

fn absent(record: &Standing, unread: Option<u32>, choices: &Choices) -> Absent {
    let decided = choices.absent.get(&record.id).copied();
    let asked = match record.absence {
        _ if !choices.full_list => None,
        Absence::Stays => None,
        Absence::Asks => Some(Asked::Pair),
        Absence::Ends => unread.map(Asked::Line),
    };
    let fate = match record.absence {
        Absence::Stays => Some(Fate::Stays),
        _ if !choices.full_list => Some(Fate::Stays),
        _ if asked.is_some() => decided,
        _ => Some(decided.unwrap_or(Fate::Leaves)),
    };
    Absent { id: record.id.clone(), fate, asked }
}

impl Verdict {
    /// The record the line is about.
    pub fn record(&self) -> Option<&str> {
        match self {
            Self::Update { id, .. } | Self::Unchanged { id, .. } => Some(id),
            Self::Create | Self::Decide { .. } | Self::Skipped | Self::Fault(_) => None,
        }
    }
}

/// What stands and what the file holds, found by key and by name.
struct Known<'a> {
    standing: &'a [Standing],
    place: HashMap<&'a str, usize>,
    by_key: HashMap<&'a str, usize>,
    by_name: HashMap<&'a str, Vec<usize>>,
    /// Lines of rows that no key tells apart, by name.
    unkeyed: HashMap<&'a str, Vec<u32>>,
}

impl<'a> Known<'a> {
    fn new(rows: &'a [Row], standing: &'a [Standing]) -> Self {
        let mut known = Self {
            standing,
            place: HashMap::new(),
            by_key: HashMap::new(),
            by_name: HashMap::new(),
            unkeyed: HashMap::new(),
        };
        for (place, record) in standing.iter().enumerate() {
            known.place.insert(&record.id, place);
            known.by_key.extend(record.keys.iter().map(|key| (key.as_str(), place)));
            known.by_name.entry(&record.name).or_default().push(place);
        }
        for row in rows {
            if known.hits(row).is_empty() && !row.name.is_empty() {
                known.unkeyed.entry(&row.name).or_default().push(row.line);
            }
        }
        known
    }

    fn hits(&self, row: &Row) -> Vec<usize> {
        let mut hits: Vec<usize> =
            row.keys.iter().filter_map(|key| self.by_key.get(key.as_str()).copied()).collect();
        hits.dedup();
        hits
    }

    /// Who belongs to the school and is not named by the file; those who need a decision first. A line that is
    /// faulty or left out still names whom it is about, and one that names nobody may be about anybody.
    fn absent(
        &self,
        rows: &[Row],
        verdicts: &[Verdict],
        unread: &[Unread],
        taken: &HashMap<usize, u32>,
        choices: &Choices,
    ) -> Vec<Absent> {
        let spelt = Names::of(self.standing);
        let mut named: BTreeSet<usize> = taken.keys().copied().collect();
        for (row, verdict) in rows.iter().zip(verdicts) {
            match verdict {
                Verdict::Decide { candidates, .. } => {
                    named.extend(candidates.iter().filter_map(|id| self.place.get(id.as_str())));
                }
                Verdict::Skipped | Verdict::Fault(_) => {
                    named.extend(self.meant(&spelt, &row.keys, &row.name));
                }
                Verdict::Create | Verdict::Update { .. } | Verdict::Unchanged { .. } => {}
            }
        }
        let mut unclear = Unclear::default();
        for line in unread {
            let meant = self.meant(&spelt, &line.keys, &line.name);
            if meant.is_empty() {
                unclear.add(line);
            }
            named.extend(meant);
        }
        let missing = self.standing.iter().enumerate();
        let missing = missing.filter(|(place, record)| !record.has_left() && !named.contains(place));
        let mut absent: Vec<Absent> = missing
            .map(|(place, record)| absent(record, unclear.about(&spelt.initials_of(place)), choices))
            .collect();
        absent.sort_by_key(|one| one.asked.is_none());
        absent
    }

    /// Records that a line may be about, though nothing of it is written.
    fn meant(&self, names: &Names, keys: &[String], name: &str) -> BTreeSet<usize> {
        let by_key = keys.iter().filter_map(|key| self.by_key.get(key.as_str()).copied());
        by_key.chain(names.meant(name)).collect()
    }

    fn judge(&self, row: &Row, choices: &Choices, elsewhere: &BTreeSet<String>) -> Verdict {
        if row.keys.iter().any(|key| elsewhere.contains(key)) {
            return Verdict::Fault(Fault::TakenElsewhere);
        }
        if let Some(place) = choices.known.get(&row.line).and_then(|id| self.place.get(id.as_str())) {
            return against(row, &self.standing[*place], choices);
        }
        match self.hits(row)[..] {
            [] => self.judge_unkeyed(row, choices),
            [place] => {
                let record = &self.standing[place];
                if is_quite_another(&record.name, &row.name) {
                    self.decided(row, choices, Why::OtherName, vec![record.id.clone()], Vec::new())
                } else {
                    against(row, record, choices)
                }
            }
            _ => Verdict::Fault(Fault::KeysDisagree),
        }
    }

    /// Never automatic on a name alone: a known name is a question.
    fn judge_unkeyed(&self, row: &Row, choices: &Choices) -> Verdict {
        if row.name.is_empty() {
            return Verdict::Create;
        }
        let places = self.by_name.get(row.name.as_str()).map_or(&[][..], Vec::as_slice);
        let candidates: Vec<String> = places.iter().map(|place| self.standing[*place].id.clone()).collect();
        let lines = self.unkeyed.get(row.name.as_str()).map_or(&[][..], Vec::as_slice);
        let lines: Vec<u32> = lines.iter().copied().filter(|line| *line != row.line).collect();
        match (candidates.is_empty(), lines.is_empty()) {
            (true, true) => Verdict::Create,
            (true, false) => self.decided(row, choices, Why::Namesakes, candidates, lines),
            (false, _) => self.decided(row, choices, Why::SameName, candidates, lines),
        }
    }

    fn decided(
        &self,
        row: &Row,
        choices: &Choices,
        why: Why,
        candidates: Vec<String>,
        lines: Vec<u32>,
    ) -> Verdict {
        let known_key = why == Why::OtherName;
        match choices.lines.get(&row.line) {
            Some(Decision::Same(id)) if candidates.contains(id) => {
                against(row, &self.standing[self.place[id.as_str()]], choices)
            }
            Some(Decision::New) if !known_key => Verdict::Create,
            Some(Decision::Skip) => Verdict::Skipped,
            _ if choices.namesakes_differ && !known_key => Verdict::Create,
            _ => Verdict::Decide { why, candidates, lines },
        }
    }
}

/// Compares a line with the record it is about.
fn against(row: &Row, record: &Standing, choices: &Choices) -> Verdict {
    let mut changes = Vec::new();
    let mut kept = Vec::new();
    for (field, value) in &row.values {
        let before = record.values.get(field);
        if before.is_some_and(|before| before == value || staff::means_the_same(field, before, value)) {
            continue;
        }
        let change = Change { field: field.clone(), before: before.cloned(), after: Some(value.clone()) };
        if record.edited.contains(field) && !choices.file_wins.contains(field) {
            kept.push(change);
        } else {
            changes.push(change);
        }
    }
    // Who is named again belongs to the school again; the history was never away.
    if let Some(day) = record.values.get(LEFT_ON) {
        changes.push(Change { field: LEFT_ON.to_owned(), before: Some(day.clone()), after: None });
    }
    let id = record.id.clone();
    if changes.is_empty() { Verdict::Unchanged { id, kept } } else { Verdict::Update { id, changes, kept } }
}

/// True where both family and given name begin with other letters. Spelling alone («Сатбаева», «Сәтбаева»)
/// makes nobody another person.
fn is_quite_another(one: &str, other: &str) -> bool {
    let initials = |name: &str| -> Vec<char> {
        name.split_whitespace().take(2).filter_map(|word| word.chars().next()).map(plain).collect()
    };
    let (one, other) = (initials(one), initials(other));
    one.len() == 2 && other.len() == 2 && one.iter().all(|letter| !other.contains(letter))
}

/// The Russian letter by which a Kazakh one is often replaced.
const fn plain(letter: char) -> char {
    match letter {
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        'ё' => 'е',
        _ => letter,
    }
}

#[cfg(test)]
mod tests;
