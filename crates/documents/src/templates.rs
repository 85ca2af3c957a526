//! Bodies of papers that people edit: reports, lesson sheets, plans, the letter of closing words, orders, certificates. An edited body is
//! somebody's program: it is laid out by a process of its own, which is handed the body with its data and nothing else, and
//! hands back a PDF or what is wrong (feat:F1). What bounds time and memory of that process stands where it is started.

use crate::papers::{Paper, PrintError};
pub use crate::typesetting::Shape;
use crate::typesetting::print_edited;
use i18n::Lang;
use jiff::Timestamp;
use serde_json::{Value, json};

/// A path that would lead out of the form.
const OUTSIDE: &str = "would escape the project root";
/// Names of files and packages that a body asks for begin the messages that say so.
const NO_FILE: [&str; 2] = ["file not found", "failed to load file"];
const NO_PACKAGE: [&str; 2] = ["package not found", "failed to load package"];
/// What is said of whatever would change the sheet: a body is laid out inside of a block.
const NO_SHEET: &str = "not allowed inside of containers";
/// What every PDF begins with.
const PDF: &[u8] = b"%PDF";

/// A paper whose body may be edited.
pub trait Shaped {
    /// Its form.
    const SHAPE: Shape;

    /// What stands on every paper.
    fn paper(&self) -> &Paper;

    /// The same, to be changed.
    fn paper_mut(&mut self) -> &mut Paper;

    /// What a body finds under `own`.
    fn own(&self, lang: Lang) -> Value;

    /// Prints it with the body of the program. `made_at` is the moment of printing; the same input gives the same bytes.
    fn pdf(&self, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
        self.paper().print(Self::SHAPE.form(), &self.own(lang), lang, made_at)
    }
}

/// Something wrong with an edited body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The line of the body, from 1, where it can be named.
    pub line: Option<usize>,
    /// What it is.
    pub why: Why,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It asks for a file, and there are none.
    File,
    /// It asks for a package, and there are none.
    Package,
    /// It would bring machine code along.
    Plugin,
    /// It would change the sheet: its size, its foot, its title, or break it.
    Sheet,
    /// Words that the law asks for do not stand on the paper, or cannot be read there.
    Missing(String),
    /// What the typesetter says, in English.
    Typst(String),
}

impl Why {
    pub(crate) fn of(message: &str) -> Self {
        let begins = |words: &[&str]| words.iter().any(|word| message.starts_with(word));
        match () {
            () if begins(&NO_FILE) || message.ends_with(OUTSIDE) => Self::File,
            () if begins(&NO_PACKAGE) => Self::Package,
            () if message == "unknown variable: plugin" => Self::Plugin,
            () if message.ends_with(NO_SHEET) => Self::Sheet,
            () => Self::Typst(message.to_owned()),
        }
    }

    const fn word(&self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Package => "package",
            Self::Plugin => "plugin",
            Self::Sheet => "sheet",
            Self::Missing(_) => "missing",
            Self::Typst(_) => "typst",
        }
    }

    fn read(word: &str, said: &str) -> Self {
        match word {
            "file" => Self::File,
            "package" => Self::Package,
            "plugin" => Self::Plugin,
            "sheet" => Self::Sheet,
            "missing" => Self::Missing(said.to_owned()),
            _ => Self::Typst(said.to_owned()),
        }
    }
}

impl std::fmt::Display for Why {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Typst(said) | Self::Missing(said) => f.write_str(said),
            Self::File | Self::Package | Self::Plugin | Self::Sheet => f.write_str(self.word()),
        }
    }
}

/// What the process is handed: the body, its data, the moment of printing.
pub fn task<P: Shaped>(paper: &P, body: &str, lang: Lang, made_at: Timestamp) -> Result<Vec<u8>, PrintError> {
    let facts = paper.paper().with(&paper.own(lang), lang)?;
    let task =
        json!({ "shape": P::SHAPE.word(), "body": body, "facts": facts, "made_at": made_at.to_string() });
    Ok(task.to_string().into_bytes())
}

/// What the process does with it, and hands back.
pub fn answer(task: &[u8]) -> Vec<u8> {
    let done = read(task).map(|(shape, body, facts, made_at)| print_edited(shape, body, facts, made_at));
    match done.unwrap_or_else(|| Err(vec![unreadable()])) {
        Ok(pdf) => pdf,
        Err(troubles) => {
            let said: Vec<Value> = troubles
                .iter()
                .map(|one| json!({ "line": one.line, "why": one.why.word(), "said": one.why.to_string() }))
                .collect();
            Value::Array(said).to_string().into_bytes()
        }
    }
}

fn read(task: &[u8]) -> Option<(Shape, String, Value, Timestamp)> {
    let mut task: Value = serde_json::from_slice(task).ok()?;
    let shape = Shape::ALL.into_iter().find(|shape| task["shape"] == shape.word())?;
    let body = task["body"].as_str()?.to_owned();
    let made_at = task["made_at"].as_str()?.parse().ok()?;
    Some((shape, body, task["facts"].take(), made_at))
}

fn unreadable() -> Trouble {
    Trouble { line: None, why: Why::Typst("no answer from the typesetter".to_owned()) }
}

/// Reads what the process handed back: a PDF, or what is wrong, at least one thing.
pub fn outcome(answer: Vec<u8>) -> Result<Vec<u8>, Vec<Trouble>> {
    if answer.starts_with(PDF) {
        return Ok(answer);
    }
    let said: Vec<Value> = serde_json::from_slice(&answer).unwrap_or_default();
    let trouble = |one: &Value| {
        let text = |key: &str| one[key].as_str().unwrap_or_default();
        let line = one["line"].as_u64().and_then(|line| usize::try_from(line).ok());
        Trouble { line, why: Why::read(text("why"), text("said")) }
    };
    let troubles: Vec<Trouble> = said.iter().map(trouble).collect();
    Err(if troubles.is_empty() { vec![unreadable()] } else { troubles })
}
