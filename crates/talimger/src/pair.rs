//! `talimger pair`: the pairing engine on JSON files, useful without a school.
//!
//! An instance is `{"residents": {"r1": ["h2", ["h1", "h3"]]}, "hospitals": {"h1": ["r1"]},
//! "capacity": {"h1": 2}}`: an inner list is a tie, a capacity left out is 1. Whoever is ranked without
//! an own list ranks nobody. Entries that are not mutual are ignored with a warning; somebody ranked
//! twice in one list, a name given twice and anything that is not this shape are errors.
//!
//! `pair verify` checks a matching without the solver, and what `pair` printed beside it too: size, stability,
//! blocking pairs, explanations and a cover are counted again, and a search that proved the size is repeated.
//!
//! Exit codes: 0 done (or stable), 1 a matching is not valid or not stable, 2 a file cannot be read.

// With their paths, because the fuzzer takes this file in from elsewhere.
#[path = "pair/claims.rs"]
mod claims;
#[path = "pair/explained.rs"]
mod explained;
#[path = "pair/file.rs"]
mod file;
#[path = "pair/named.rs"]
mod named;
#[path = "pair/report.rs"]
mod report;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use pairing::largest::{Effort, Largest, kiraly, largest};
use pairing::{OverCapacity, Side, TieBreak, certify, stable_matching};

use crate::files::{finished, in_file, parse, print, read};

use claims::Claims;
use explained::Explained;
use file::MatchingFile;
use named::NamedInstance;
use report::{Bound, NamedMatching, NamedProof, Report};

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
    /// Also print why each resident got what they got, and which single place or «yes» more would place
    /// one person more; for a coordinator's eyes
    #[arg(long)]
    explain: bool,
}

#[derive(Subcommand)]
enum PairCommand {
    /// Check a matching and whatever `pair` has claimed beside it: exit code 0 if valid, stable and as
    /// claimed, 1 if not, 2 if a file cannot be read
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

/// How to match.
#[derive(Clone, Copy)]
pub(crate) enum How {
    /// Deferred acceptance.
    Stable(Side, TieBreak),
    /// Király's approximation.
    Largest,
    /// The largest, with its proof.
    Exact(Effort),
}

impl From<&SolveArgs> for How {
    fn from(args: &SolveArgs) -> Self {
        if args.exact {
            let usual = Effort::default();
            return Self::Exact(Effort { seed: args.seed.unwrap_or(usual.seed), ..usual });
        }
        if args.largest {
            return Self::Largest;
        }
        Self::Stable(args.optimal_for.into(), args.seed.map_or(TieBreak::ListOrder, TieBreak::Seed))
    }
}

fn match_people(args: &SolveArgs) -> Result<ExitCode, String> {
    let how = How::from(args);
    let (text, warnings) = in_file(&args.instance, answer(&read(&args.instance)?, how, args.explain))?;
    for warning in warnings {
        eprintln!("warning: {warning}");
    }
    match (how, args.seed) {
        (How::Largest, Some(_)) => eprintln!("warning: --largest draws nothing: the seed is ignored"),
        (How::Stable(..), Some(seed)) => eprintln!("ties drawn from seed {seed}"),
        _ => {}
    }
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// What is printed for an instance, with explanations if they are asked for, and what to warn of.
pub(crate) fn answer(instance: &str, how: How, explain: bool) -> Result<(String, Vec<String>), String> {
    let named = named(instance)?;
    let mut warnings = named.one_sided();
    let mut bound = None;
    let matching = match how {
        How::Stable(side, ties) => stable_matching(&named.instance, side, ties),
        How::Largest => kiraly(&named.instance),
        How::Exact(effort) => {
            let Largest { matching, at_most, proof } = largest(&named.instance, effort);
            if proof.is_none() {
                warnings.push(format!(
                    "not proved to be the largest; no stable matching places more than {at_most}"
                ));
            }
            bound = Some(Bound { at_most, proof: proof.map(|proof| NamedProof::of(&named, &proof)) });
            matching
        }
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
        explanations: explain.then(|| Explained::of(&named, &matching)),
    };
    let text = serde_json::to_string(&report).map_err(|error| error.to_string())?;
    Ok((text, warnings))
}

fn verify(instance: &Path, matching: &Path) -> Result<ExitCode, String> {
    if instance == Path::new("-") && matching == Path::new("-") {
        return Err("only one of the two files can be standard input".to_owned());
    }
    let named = in_file(instance, named(&read(instance)?))?;
    let checked = in_file(matching, check(&named, &read(matching)?))?;
    if checked.faults.is_empty() {
        let largest = if checked.largest { "; no stable matching is larger" } else { "" };
        print(&format!("valid and stable{largest}"))?;
        return Ok(ExitCode::SUCCESS);
    }
    print(&checked.faults.join("\n"))?;
    Ok(ExitCode::from(1))
}

/// Reads an instance.
pub(crate) fn named(instance: &str) -> Result<NamedInstance, String> {
    NamedInstance::from_file(&parse(instance)?)
}

/// What a check of a matching has shown.
pub(crate) struct Checked {
    /// What is wrong with it, and with what is claimed beside it.
    pub(crate) faults: Vec<String>,
    /// Whether a proof that it is a largest one was given and holds.
    pub(crate) largest: bool,
}

/// Checks a matching, and again everything that is claimed beside it.
pub(crate) fn check(named: &NamedInstance, matching: &str) -> Result<Checked, String> {
    let file: MatchingFile = parse(matching)?;
    let mut faults = Vec::new();
    let given = named.matching(&file, &mut faults);
    let certificate = certify(&named.instance, &given);
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
    let mut largest = false;
    if file.printed {
        let claims: Claims = parse(matching)?;
        faults.extend(claims.faults(named, &given, &certificate));
        largest = claims.has_proof();
    }
    Ok(Checked { faults, largest })
}
