//! A credential as the statements that it makes: JSON-LD read as RDF, as far as credentials need it. Whatever would be
//! dropped, guessed or fetched is refused: words without a meaning, values without a kind, addresses that are not whole,
//! keywords of JSON-LD other than `@context`.

use super::Unreadable;
use super::terms::{Kind, Named, whole};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Most statements of one document.
const MOST_STATEMENTS: usize = 2_000;
/// Most things without a name of their own.
const MOST_NAMELESS: usize = 256;
/// Whole numbers beyond it are not the same in every program.
const MOST_NUMBER: u64 = 1 << 53;

const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const BOOLEAN: &str = "http://www.w3.org/2001/XMLSchema#boolean";
const INTEGER: &str = "http://www.w3.org/2001/XMLSchema#integer";

/// What a statement speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Term {
    /// A thing with an address.
    Address(String),
    /// A thing without one.
    Nameless(usize),
    /// A text with its datatype; without one it is plain text.
    Literal(String, Option<String>),
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Triple {
    pub(super) subject: Term,
    pub(super) predicate: String,
    pub(super) object: Term,
}

/// The statements of an object, whose own `@context` is known already.
pub(super) fn statements(
    object: &Map<String, Value>,
    contexts: &Named,
) -> Result<BTreeSet<Triple>, Unreadable> {
    let mut graph = Graph { contexts, nameless: 0, statements: BTreeSet::new() };
    graph.thing(object, true)?;
    Ok(graph.statements)
}

/// The classes of a thing, as it names them.
pub(super) fn classes(object: &Map<String, Value>) -> Result<Vec<&str>, Unreadable> {
    let Some(named) = object.get("type") else { return Ok(Vec::new()) };
    let all: Option<Vec<&str>> = several(named).iter().map(Value::as_str).collect();
    all.ok_or_else(|| Unreadable::Value("type".to_owned()))
}

/// One value, or those of a list.
pub(super) fn several(value: &Value) -> &[Value] {
    match value {
        Value::Array(all) => all,
        one => std::slice::from_ref(one),
    }
}

struct Graph<'a> {
    contexts: &'a Named,
    nameless: usize,
    statements: BTreeSet<Triple>,
}

impl Graph<'_> {
    fn add(&mut self, subject: &Term, predicate: String, object: Term) -> Result<(), Unreadable> {
        self.statements.insert(Triple { subject: subject.clone(), predicate, object });
        if self.statements.len() > MOST_STATEMENTS { Err(Unreadable::Tangled) } else { Ok(()) }
    }

    fn thing(&mut self, object: &Map<String, Value>, outermost: bool) -> Result<Term, Unreadable> {
        let subject = match object.get("id") {
            Some(id) => address(id).ok_or_else(|| Unreadable::Value("id".to_owned()))?,
            None => self.nameless()?,
        };
        let classes = classes(object)?;
        for class in &classes {
            let meaning =
                self.contexts.class(class).ok_or_else(|| Unreadable::Unknown((*class).to_owned()))?;
            self.add(&subject, TYPE.to_owned(), Term::Address(whole(meaning)))?;
        }
        for (name, value) in object {
            if name == "id" || name == "type" || (outermost && name == "@context") {
                continue;
            }
            let (kind, meaning) =
                self.contexts.term(&classes, name).ok_or_else(|| Unreadable::Unknown(name.clone()))?;
            for one in several(value) {
                let object = self.value(kind, one)?.ok_or_else(|| Unreadable::Value(name.clone()))?;
                self.add(&subject, whole(meaning), object)?;
            }
        }
        Ok(subject)
    }

    fn nameless(&mut self) -> Result<Term, Unreadable> {
        let number = self.nameless;
        self.nameless += 1;
        if number < MOST_NAMELESS { Ok(Term::Nameless(number)) } else { Err(Unreadable::Tangled) }
    }

    /// What stands under a term of a kind; nothing where it is of another one.
    fn value(&mut self, kind: Kind, value: &Value) -> Result<Option<Term>, Unreadable> {
        if let Value::Object(object) = value {
            return match kind {
                Kind::Plain | Kind::Id => self.thing(object, false).map(Some),
                Kind::Typed(_) | Kind::Word(..) => Ok(None),
            };
        }
        Ok(match kind {
            Kind::Id => address(value),
            Kind::Word(word, meaning) => {
                (value.as_str() == Some(word)).then(|| Term::Address(whole(meaning)))
            }
            Kind::Plain => literal(value, None),
            Kind::Typed(datatype) => literal(value, Some(whole(datatype))),
        })
    }
}

fn literal(value: &Value, datatype: Option<String>) -> Option<Term> {
    let of = |datatype: Option<String>, otherwise: &str| datatype.or_else(|| Some(otherwise.to_owned()));
    match value {
        Value::String(text) => is_text(text).then(|| Term::Literal(text.clone(), datatype)),
        Value::Bool(said) => Some(Term::Literal(said.to_string(), of(datatype, BOOLEAN))),
        Value::Number(number) => {
            let number = number.as_i64().filter(|number| number.unsigned_abs() < MOST_NUMBER)?;
            Some(Term::Literal(number.to_string(), of(datatype, INTEGER)))
        }
        _ => None,
    }
}

/// Signs that control a machine are written differently by different programs, and nobody sees them.
fn is_text(text: &str) -> bool {
    text.chars().all(|letter| !letter.is_ascii_control() || matches!(letter, '\n' | '\r' | '\t'))
}

/// A whole address: a scheme, a colon and nothing that an address cannot hold.
fn address(value: &Value) -> Option<Term> {
    let text = value.as_str()?;
    let (scheme, rest) = text.split_once(':')?;
    let begins = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let of_scheme = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.');
    let stands = |letter: char| {
        letter > ' '
            && letter != '\u{7f}'
            && !matches!(letter, '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`')
    };
    let whole = begins && scheme.chars().all(of_scheme) && !rest.is_empty() && text.chars().all(stands);
    whole.then(|| Term::Address(text.to_owned()))
}
