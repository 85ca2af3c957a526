//! The files `pair` reads.

use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object with residents and hospitals")]
pub(super) struct InstanceFile {
    pub(super) residents: Named<List>,
    pub(super) hospitals: Named<List>,
    #[serde(default)]
    pub(super) capacity: Named<u32>,
}

/// A JSON object in the order it was written; the same name twice is an error.
pub(super) struct Named<V>(pub(super) Vec<(String, V)>);

impl<V> Default for Named<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Named<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(NamedVisitor(PhantomData))
    }
}

struct NamedVisitor<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for NamedVisitor<V> {
    type Value = Named<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with names as keys")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Named<V>, A::Error> {
        let mut seen = HashSet::new();
        let mut entries = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            if !seen.insert(name.clone()) {
                return Err(A::Error::custom(format!("the name {name} is given twice")));
            }
            let value = map.next_value()?;
            entries.push((name, value));
        }
        Ok(Named(entries))
    }
}

/// A list of wishes, best first; each is a name or a tie of names.
#[derive(Deserialize)]
pub(super) struct List(pub(super) Vec<Tie>);

pub(super) struct Tie(pub(super) Vec<String>);

impl<'de> Deserialize<'de> for Tie {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TieVisitor)
    }
}

struct TieVisitor;

impl<'de> Visitor<'de> for TieVisitor {
    type Value = Tie;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name or a list of names ranked alike")
    }

    fn visit_str<E>(self, name: &str) -> Result<Tie, E> {
        Ok(Tie(vec![name.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tie, A::Error> {
        let mut names = Vec::new();
        while let Some(name) = seq.next_element()? {
            names.push(name);
        }
        Ok(Tie(names))
    }
}

/// What `pair` printed, or its matching alone.
pub(super) struct MatchingFile {
    pub(super) pairs: Named<Option<String>>,
    /// Whether the matching stood among other fields.
    pub(super) printed: bool,
}

impl<'de> Deserialize<'de> for MatchingFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut fields = Named::<Field>::deserialize(deserializer)?.0;
        // A resident may be called «matching», but is never matched to an object.
        let printed =
            |(name, field): &(String, Field)| name == "matching" && matches!(field, Field::Pairs(_));
        if let Some(at) = fields.iter().position(printed)
            && let (_, Field::Pairs(pairs)) = fields.swap_remove(at)
        {
            return Ok(Self { pairs, printed: true });
        }
        let place = |(resident, field)| match field {
            Field::Place(hospital) => Ok((resident, hospital)),
            Field::Pairs(_) | Field::Other(_) => Err(D::Error::custom(format!(
                "{resident}: expected a hospital or null, or under «matching» an object naming each resident once"
            ))),
        };
        let pairs = fields.into_iter().map(place).collect::<Result<_, _>>()?;
        Ok(Self { pairs: Named(pairs), printed: false })
    }
}

/// What may stand behind a name in a matching file.
#[derive(Deserialize)]
#[serde(untagged)]
enum Field {
    Pairs(Named<Option<String>>),
    Place(Option<String>),
    Other(IgnoredAny),
}
