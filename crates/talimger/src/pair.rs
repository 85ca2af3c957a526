//! `talimger pair`: the pairing engine on JSON files, useful without a school.
//!
//! An instance is `{"residents": {"r1": ["h2", ["h1", "h3"]]}, "hospitals": {"h1": ["r1"]},
//! "capacity": {"h1": 2}}`: an inner list is a tie, a capacity left out is 1. Whoever is ranked without
//! an own list ranks nobody. Entries that are not mutual are ignored with a warning; somebody ranked
//! twice in one list, a name given twice and anything that is not this shape are errors.
//!
//! Exit codes: 0 done (or stable), 1 a matching is not valid or not stable, 2 a file cannot be read.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use pairing::largest::{Effort, Largest, Proof, kiraly, largest};
use pairing::{BuildError, Instance, Matching, OverCapacity, Side, TieBreak, certify, stable_matching};
use serde::de::{Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::files::{finished, print, read_json, shown};

/// How many one-sided entries are named before they are only counted.
const NAMED_WARNINGS: usize = 20;

/// Arguments of `talimger pair`.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
pub(crate) struct PairArgs {
    #[command(subcommand)]
    verify: Option<PairCommand>,
    #[command(flatten)]
    solve: Option<SolveArgs>,
}

#[derive(Args)]
struct SolveArgs {
    /// Lists and capacities as JSON; `-` reads standard input
    instance: PathBuf,
    /// Whose best stable matching to find
    #[arg(long, value_enum, default_value = "residents")]
    optimal_for: OptimalFor,
    /// Draw ties from this published seed; without it the order in the list decides
    #[arg(long)]
    seed: Option<u64>,
    /// Use ties to place more people: at least two thirds of the most that a stable matching can place
    #[arg(long)]
    largest: bool,
    /// Place as many people as a stable matching can, with a proof of that size in the output
    #[arg(long, conflicts_with = "largest")]
    exact: bool,
}

#[derive(Subcommand)]
enum PairCommand {
    /// Check a matching: exit code 0 if valid and stable, 1 if not, 2 if a file cannot be read
    Verify {
        /// Lists and capacities as JSON; `-` reads standard input
        instance: PathBuf,
        /// What `pair` printed, or only {"r1": "h2", "r2": null}; `-` reads standard input
        matching: PathBuf,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum OptimalFor {
    Residents,
    Hospitals,
}

impl From<OptimalFor> for Side {
    fn from(side: OptimalFor) -> Self {
        match side {
            OptimalFor::Residents => Self::Residents,
            OptimalFor::Hospitals => Self::Hospitals,
        }
    }
}

/// Does what was asked and gives the exit code.
pub(crate) fn run(args: PairArgs) -> ExitCode {
    let done = match (args.verify, args.solve) {
        (Some(PairCommand::Verify { instance, matching }), _) => verify(&instance, &matching),
        (None, Some(solve)) => match_people(&solve),
        (None, None) => Err("an instance file is needed; see `talimger pair --help`".to_owned()),
    };
    finished(done)
}

fn match_people(args: &SolveArgs) -> Result<ExitCode, String> {
    let named = NamedInstance::load(&args.instance)?;
    named.warn_of_one_sided();
    let mut bound = None;
    let matching = if args.exact {
        let effort = Effort { seed: args.seed.unwrap_or(Effort::default().seed), ..Effort::default() };
        let Largest { matching, at_most, proof } = largest(&named.instance, effort);
        if proof.is_none() {
            eprintln!("warning: not proved to be the largest; no stable matching places more than {at_most}");
        }
        bound = Some(Bound { at_most, proof: proof.map(|proof| NamedProof::of(&named, &proof)) });
        matching
    } else if args.largest {
        if args.seed.is_some() {
            eprintln!("warning: --largest draws nothing: the seed is ignored");
        }
        kiraly(&named.instance)
    } else {
        if let Some(seed) = args.seed {
            eprintln!("ties drawn from seed {seed}");
        }
        let ties = args.seed.map_or(TieBreak::ListOrder, TieBreak::Seed);
        stable_matching(&named.instance, args.optimal_for.into(), ties)
    };
    let certificate = certify(&named.instance, &matching);
    let report = Report {
        matching: NamedMatching { named: &named, matching: &matching },
        size: matching.size(),
        stable: certificate.is_stable(),
        blocking_pairs: certificate
            .blocking_pairs
            .iter()
            .map(|pair| [named.residents.name(pair.resident), named.hospitals.name(pair.hospital)])
            .collect(),
        bound,
    };
    let text = serde_json::to_string(&report).map_err(|error| error.to_string())?;
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn verify(instance: &Path, matching: &Path) -> Result<ExitCode, String> {
    if instance == Path::new("-") && matching == Path::new("-") {
        return Err("only one of the two files can be standard input".to_owned());
    }
    let named = NamedInstance::load(instance)?;
    let file: MatchingFile = read_json(matching)?;
    let mut faults = Vec::new();
    let matching = named.matching(&file, &mut faults);
    let certificate = certify(&named.instance, &matching);
    let (resident, hospital) = (|at| named.residents.name(at), |at| named.hospitals.name(at));
    for pair in &certificate.unacceptable {
        let (resident, hospital) = (resident(pair.resident), hospital(pair.hospital));
        faults.push(format!("not mutual: {resident} and {hospital} do not rank each other"));
    }
    for &OverCapacity { hospital: at, held, capacity } in &certificate.over_capacity {
        faults.push(format!("over capacity: {} has {held} of {capacity}", hospital(at)));
    }
    for pair in &certificate.blocking_pairs {
        faults.push(format!("blocking pair: {} and {}", resident(pair.resident), hospital(pair.hospital)));
    }
    if faults.is_empty() {
        print("valid and stable")?;
        return Ok(ExitCode::SUCCESS);
    }
    print(&faults.join("\n"))?;
    Ok(ExitCode::from(1))
}

/// Names of one side in the order of their index.
struct Names {
    by_index: Vec<String>,
    index: HashMap<String, u32>,
    /// How many have a list of their own; the others were only ranked.
    with_list: usize,
}

impl Names {
    /// Those with lists first, in their order, then those who are only ranked.
    fn of(lists: &Named<List>, ranked_by: &Named<List>) -> Result<Self, String> {
        let mut names = Self { by_index: Vec::new(), index: HashMap::new(), with_list: lists.0.len() };
        let owners = lists.0.iter().map(|(name, _)| name);
        let ranked = ranked_by.0.iter().flat_map(|(_, list)| &list.0).flat_map(|tie| &tie.0);
        for name in owners.chain(ranked) {
            if !names.index.contains_key(name) {
                let next =
                    u32::try_from(names.by_index.len()).map_err(|_| BuildError::TooLarge.to_string())?;
                names.index.insert(name.clone(), next);
                names.by_index.push(name.clone());
            }
        }
        Ok(names)
    }

    fn name(&self, index: u32) -> &str {
        &self.by_index[index as usize]
    }

    /// The list by index. [`Names::of`] has seen every name that stands in it.
    fn classes(&self, list: &List) -> Vec<Vec<u32>> {
        let known = |tie: &Tie| tie.0.iter().filter_map(|name| self.index.get(name).copied()).collect();
        list.0.iter().map(known).collect()
    }
}

/// An instance together with the names in its file.
struct NamedInstance {
    instance: Instance,
    residents: Names,
    hospitals: Names,
}

impl NamedInstance {
    fn load(path: &Path) -> Result<Self, String> {
        let file: InstanceFile = read_json(path)?;
        Self::from_file(&file).map_err(|problem| format!("{}: {problem}", shown(path)))
    }

    fn from_file(file: &InstanceFile) -> Result<Self, String> {
        let residents = Names::of(&file.residents, &file.hospitals)?;
        let hospitals = Names::of(&file.hospitals, &file.residents)?;
        let mut capacity = vec![1; hospitals.by_index.len()];
        for (name, places) in &file.capacity.0 {
            let hospital = hospitals.index.get(name);
            let hospital =
                hospital.ok_or_else(|| format!("capacity of {name}: there is no such hospital"))?;
            capacity[*hospital as usize] = *places;
        }
        let nobody = List(Vec::new());
        let mut builder = Instance::builder();
        let lists = file.residents.0.iter().map(|(_, list)| list).chain(std::iter::repeat(&nobody));
        for list in lists.take(residents.by_index.len()) {
            builder.resident(hospitals.classes(list));
        }
        let lists = file.hospitals.0.iter().map(|(_, list)| list).chain(std::iter::repeat(&nobody));
        for (list, places) in lists.zip(capacity) {
            builder.hospital(places, residents.classes(list));
        }
        match builder.build() {
            Ok(instance) => Ok(Self { instance, residents, hospitals }),
            Err(BuildError::Twice { by, owner, other }) => Err(match by {
                Side::Residents => twice("residents", residents.name(owner), hospitals.name(other)),
                Side::Hospitals => twice("hospitals", hospitals.name(owner), residents.name(other)),
            }),
            Err(error) => Err(error.to_string()),
        }
    }

    fn warn_of_one_sided(&self) {
        let sides = [
            (Side::Residents, &self.residents, &self.hospitals),
            (Side::Hospitals, &self.hospitals, &self.residents),
        ];
        let entries: Vec<_> = sides
            .iter()
            .flat_map(|&(side, owners, others)| {
                self.instance.one_sided(side).iter().map(move |entry| (entry, owners, others))
            })
            .collect();
        for (entry, owners, others) in entries.iter().take(NAMED_WARNINGS) {
            let (owner, other) = (owners.name(entry.owner), others.name(entry.wish.other));
            let absent = entry.wish.other as usize >= others.with_list;
            let why = if absent { "has no list" } else { "does not rank them" };
            eprintln!("warning: {owner} ranks {other}, who {why}: ignored");
        }
        if entries.len() > NAMED_WARNINGS {
            eprintln!("warning: {} more entries are not mutual: ignored", entries.len() - NAMED_WARNINGS);
        }
    }

    /// The matching of a file by index; names nobody knows are faults of the matching.
    fn matching(&self, file: &MatchingFile, faults: &mut Vec<String>) -> Matching {
        let mut hospital_of = vec![None; self.residents.by_index.len()];
        for (resident, hospital) in &file.0.0 {
            let at = self.residents.index.get(resident);
            let place = hospital.as_ref().map(|name| self.hospitals.index.get(name));
            if at.is_none() {
                faults.push(format!("unknown resident: {resident}"));
            }
            if let (Some(name), Some(None)) = (hospital, place) {
                faults.push(format!("unknown hospital: {name}, given to {resident}"));
            }
            if let Some(&at) = at {
                hospital_of[at as usize] = place.flatten().copied();
            }
        }
        Matching::new(hospital_of)
    }
}

fn twice(side: &str, owner: &str, other: &str) -> String {
    format!("{side}, list of {owner}: {other} is ranked more than once")
}

/// What `pair` prints.
#[derive(Serialize)]
struct Report<'a> {
    matching: NamedMatching<'a>,
    size: usize,
    stable: bool,
    blocking_pairs: Vec<[&'a str; 2]>,
    #[serde(flatten)]
    bound: Option<Bound<'a>>,
}

/// What `--exact` adds.
#[derive(Serialize)]
struct Bound<'a> {
    /// No stable matching has more pairs.
    at_most: usize,
    proof: Option<NamedProof<'a>>,
}

/// Why no stable matching has more pairs.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum NamedProof<'a> {
    /// Every mutual pair has one of these; residents count one place, hospitals their capacity.
    Cover { residents: Vec<&'a str>, hospitals: Vec<&'a str> },
    /// The search has refuted one pair more.
    Search { conflicts: u64 },
}

impl<'a> NamedProof<'a> {
    fn of(named: &'a NamedInstance, proof: &Proof) -> Self {
        match proof {
            Proof::Cover { residents, hospitals } => Self::Cover {
                residents: residents.iter().map(|&at| named.residents.name(at)).collect(),
                hospitals: hospitals.iter().map(|&at| named.hospitals.name(at)).collect(),
            },
            &Proof::Search { conflicts } => Self::Search { conflicts },
        }
    }
}

struct NamedMatching<'a> {
    named: &'a NamedInstance,
    matching: &'a Matching,
}

impl Serialize for NamedMatching<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let NamedInstance { residents, hospitals, .. } = self.named;
        let mut map = serializer.serialize_map(Some(residents.with_list))?;
        let own = residents.by_index.iter().take(residents.with_list);
        for (name, hospital) in own.zip(self.matching.as_slice()) {
            map.serialize_entry(name, &hospital.map(|hospital| hospitals.name(hospital)))?;
        }
        map.end()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object with residents and hospitals")]
struct InstanceFile {
    residents: Named<List>,
    hospitals: Named<List>,
    #[serde(default)]
    capacity: Named<u32>,
}

/// A JSON object in the order it was written; the same name twice is an error.
struct Named<V>(Vec<(String, V)>);

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
struct List(Vec<Tie>);

struct Tie(Vec<String>);

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
struct MatchingFile(Named<Option<String>>);

impl<'de> Deserialize<'de> for MatchingFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut fields = Named::<Field>::deserialize(deserializer)?.0;
        // A resident may be called «matching», but is never matched to an object.
        let printed =
            |(name, field): &(String, Field)| name == "matching" && matches!(field, Field::Pairs(_));
        if let Some(at) = fields.iter().position(printed)
            && let (_, Field::Pairs(pairs)) = fields.swap_remove(at)
        {
            return Ok(Self(pairs));
        }
        let place = |(resident, field)| match field {
            Field::Place(hospital) => Ok((resident, hospital)),
            Field::Pairs(_) | Field::Other(_) => Err(D::Error::custom(format!(
                "{resident}: expected a hospital or null, or under «matching» an object naming each resident once"
            ))),
        };
        fields.into_iter().map(place).collect::<Result<_, _>>().map(|pairs| Self(Named(pairs)))
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
