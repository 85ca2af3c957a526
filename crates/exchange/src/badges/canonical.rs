//! One text for one set of statements, in whatever order they came and however its nameless things were counted: RDF
//! Dataset Canonicalization 1.0 (W3C, RDFC-1.0) with SHA-256, for statements without named graphs.

use super::Unreadable;
use super::graph::{Term, Triple};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Most comparisons of nameless things with each other. Files can be made up in which these are without end.
const MOST_STEPS: u32 = 50_000;

/// The statements as canonical N-Quads.
pub(super) fn canonical(statements: &BTreeSet<Triple>) -> Result<String, Unreadable> {
    let mut naming = Naming::of(statements);
    naming.name_all()?;
    let label = |thing: usize| naming.named.label(thing).unwrap_or_default();
    Ok(sorted(statements, &label))
}

/// Hexadecimal SHA-256.
pub(super) fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        // Writing into a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn sorted<'a>(statements: impl IntoIterator<Item = &'a Triple>, label: &dyn Fn(usize) -> String) -> String {
    let mut lines: Vec<String> = statements.into_iter().map(|one| line(one, label)).collect();
    lines.sort_unstable();
    lines.concat()
}

fn line(triple: &Triple, label: &dyn Fn(usize) -> String) -> String {
    let term = |term: &Term| match term {
        Term::Address(address) => format!("<{address}>"),
        Term::Nameless(thing) => format!("_:{}", label(*thing)),
        Term::Literal(text, None) => format!("\"{}\"", escaped(text)),
        Term::Literal(text, Some(datatype)) => format!("\"{}\"^^<{datatype}>", escaped(text)),
    };
    format!("{} <{}> {} .\n", term(&triple.subject), triple.predicate, term(&triple.object))
}

/// Other control signs never get here.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            letter => out.push(letter),
        }
    }
    out
}

/// Names given to nameless things, in the order in which they were given.
#[derive(Clone)]
struct Issuer {
    prefix: &'static str,
    order: Vec<usize>,
}

impl Issuer {
    const fn new(prefix: &'static str) -> Self {
        Self { prefix, order: Vec::new() }
    }

    fn label(&self, thing: usize) -> Option<String> {
        let place = self.order.iter().position(|one| *one == thing)?;
        Some(format!("{}{place}", self.prefix))
    }

    fn issue(&mut self, thing: usize) -> String {
        if !self.order.contains(&thing) {
            self.order.push(thing);
        }
        self.label(thing).unwrap_or_default()
    }
}

/// A way through the neighbours of a thing, with the names that it gave.
type Path = (String, Issuer);

struct Naming<'a> {
    /// The statements about each nameless thing.
    about: BTreeMap<usize, Vec<&'a Triple>>,
    /// What each of them says without looking at its neighbours.
    first: BTreeMap<usize, String>,
    /// The names that stand.
    named: Issuer,
    steps: u32,
}

const fn nameless(term: &Term) -> Option<usize> {
    match term {
        Term::Nameless(thing) => Some(*thing),
        _ => None,
    }
}

impl<'a> Naming<'a> {
    fn of(statements: &'a BTreeSet<Triple>) -> Self {
        let mut about: BTreeMap<usize, Vec<&'a Triple>> = BTreeMap::new();
        for triple in statements {
            let both = [&triple.subject, &triple.object].into_iter().filter_map(nameless);
            for thing in both.collect::<BTreeSet<_>>() {
                about.entry(thing).or_default().push(triple);
            }
        }
        let first = |(thing, triples): (&usize, &Vec<&'a Triple>)| {
            let label = |one: usize| if one == *thing { "a".to_owned() } else { "z".to_owned() };
            (*thing, hash(&sorted(triples.iter().copied(), &label)))
        };
        let first = about.iter().map(first).collect();
        Self { about, first, named: Issuer::new("c14n"), steps: 0 }
    }

    /// Section 4.4 of the recommendation.
    fn name_all(&mut self) -> Result<(), Unreadable> {
        let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (thing, hash) in &self.first {
            alike.entry(hash.clone()).or_default().push(*thing);
        }
        let (alone, together): (Vec<_>, Vec<_>) = alike.into_values().partition(|things| things.len() == 1);
        for thing in alone.into_iter().flatten() {
            self.named.issue(thing);
        }
        for things in together {
            let mut paths = Vec::new();
            for thing in things {
                if self.named.label(thing).is_none() {
                    let mut issuer = Issuer::new("b");
                    issuer.issue(thing);
                    paths.push(self.with_neighbours(thing, &issuer)?);
                }
            }
            paths.sort_by(|(one, _), (other, _)| one.cmp(other));
            for thing in paths.into_iter().flat_map(|(_, issuer)| issuer.order) {
                self.named.issue(thing);
            }
        }
        Ok(())
    }

    fn step(&mut self) -> Result<(), Unreadable> {
        self.steps += 1;
        if self.steps > MOST_STEPS { Err(Unreadable::Tangled) } else { Ok(()) }
    }

    /// The nameless neighbours of a thing, by how each is bound to it (section 4.7).
    fn neighbours(
        &mut self,
        thing: usize,
        issuer: &Issuer,
    ) -> Result<BTreeMap<String, Vec<usize>>, Unreadable> {
        let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for triple in self.about.get(&thing).cloned().unwrap_or_default() {
            for (position, term) in [("s", &triple.subject), ("o", &triple.object)] {
                let Some(other) = nameless(term).filter(|other| *other != thing) else { continue };
                self.step()?;
                let name = self.named.label(other).or_else(|| issuer.label(other));
                let known = match name {
                    Some(name) => format!("_:{name}"),
                    None => self.first.get(&other).cloned().unwrap_or_default(),
                };
                let bound = hash(&format!("{position}<{}>{known}", triple.predicate));
                found.entry(bound).or_default().push(other);
            }
        }
        Ok(found)
    }

    /// The hash of a thing with everything that it is bound to (section 4.8).
    fn with_neighbours(&mut self, thing: usize, issuer: &Issuer) -> Result<Path, Unreadable> {
        let mut issuer = issuer.clone();
        let mut data = String::new();
        for (bound, mut others) in self.neighbours(thing, &issuer)? {
            data.push_str(&bound);
            others.sort_unstable();
            let mut best: Option<Path> = None;
            loop {
                let so_far = best.as_ref().map(|(path, _)| path.as_str());
                if let Some(better) = self.path(&others, &issuer, so_far)? {
                    best = Some(better);
                }
                if !next_order(&mut others) {
                    break;
                }
            }
            if let Some((path, names)) = best {
                data.push_str(&path);
                issuer = names;
            }
        }
        Ok((hash(&data), issuer))
    }

    /// The way through neighbours in one order; nothing where it is not better than the best one.
    fn path(
        &mut self,
        others: &[usize],
        issuer: &Issuer,
        best: Option<&str>,
    ) -> Result<Option<Path>, Unreadable> {
        let worse = |path: &str| best.is_some_and(|best| path.len() >= best.len() && path > best);
        let (mut path, mut issuer, mut deeper) = (String::new(), issuer.clone(), Vec::new());
        self.step()?;
        for other in others {
            let name = self.named.label(*other).unwrap_or_else(|| {
                if issuer.label(*other).is_none() {
                    deeper.push(*other);
                }
                issuer.issue(*other)
            });
            let _ = write!(path, "_:{name}");
            if worse(&path) {
                return Ok(None);
            }
        }
        for other in deeper {
            let (hash, names) = self.with_neighbours(other, &issuer)?;
            let _ = write!(path, "_:{}<{hash}>", issuer.issue(other));
            issuer = names;
            if worse(&path) {
                return Ok(None);
            }
        }
        Ok(best.is_none_or(|best| path.as_str() < best).then_some((path, issuer)))
    }
}

/// The next order of these numbers; false after the last one, which is the falling one.
fn next_order(numbers: &mut [usize]) -> bool {
    let Some(at) = numbers.windows(2).rposition(|two| two[0] < two[1]) else { return false };
    let pivot = numbers[at];
    let Some(larger) = numbers.iter().rposition(|one| *one > pivot) else { return false };
    numbers.swap(at, larger);
    numbers[at + 1..].reverse();
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bound(ties: &[(usize, &str, usize)]) -> BTreeSet<Triple> {
        let tie = |(subject, word, object): &(usize, &str, usize)| Triple {
            subject: Term::Nameless(*subject),
            predicate: format!("https://x.example/{word}"),
            object: Term::Nameless(*object),
        };
        ties.iter().map(tie).collect()
    }

    /// Two halves that mirror each other; the names are those that pyld gives.
    const MIRROR: [(usize, &str, usize); 8] = [
        (0, "p", 1),
        (1, "p", 0),
        (0, "q", 2),
        (1, "q", 3),
        (2, "r", 3),
        (3, "r", 2),
        (0, "p", 4),
        (1, "p", 5),
    ];

    #[test]
    fn things_that_are_alike_are_named_as_the_recommendation_says() {
        let lines = [
            "_:c14n0 <https://x.example/p> _:c14n1 .\n",
            "_:c14n0 <https://x.example/p> _:c14n5 .\n",
            "_:c14n0 <https://x.example/q> _:c14n3 .\n",
            "_:c14n1 <https://x.example/p> _:c14n0 .\n",
            "_:c14n1 <https://x.example/p> _:c14n4 .\n",
            "_:c14n1 <https://x.example/q> _:c14n2 .\n",
            "_:c14n2 <https://x.example/r> _:c14n3 .\n",
            "_:c14n3 <https://x.example/r> _:c14n2 .\n",
        ];
        assert_eq!(canonical(&bound(&MIRROR)).unwrap(), lines.concat());
        let counted_otherwise = MIRROR.map(|(subject, word, object)| (7 - subject, word, 7 - object));
        assert_eq!(canonical(&bound(&counted_otherwise)).unwrap(), lines.concat());
    }

    #[test]
    fn ties_without_end_are_refused() {
        let everybody = (0..12).flat_map(|one| (0..12).map(move |other| (one, "p", other)));
        let all: Vec<_> = everybody.filter(|(one, _, other)| one != other).collect();
        assert_eq!(canonical(&bound(&all)), Err(Unreadable::Tangled));
    }

    #[test]
    fn signs_in_texts_are_written_as_one_writes_them() {
        assert_eq!(escaped("а\"б\\\n\r\t"), "а\\\"б\\\\\\n\\r\\t");
    }
}
