//! `talimger pair`: the pairing engine on JSON files, useful without a school.
//!
//! An instance is `{"residents": {"r1": ["h2", ["h1", "h3"]]}, "hospitals": {"h1": ["r1"]},
//! "capacity": {"h1": 2}}`: an inner list is a tie, a capacity left out is 1. Whoever is ranked without
//! an own list ranks nobody. Entries that are not mutual are ignored with a warning; somebody ranked
//! twice in one list, a name given twice and anything that is not this shape are errors.
//!
//! Exit codes: 0 done (or stable), 1 a matching is not valid or not stable, 2 a file cannot be read.

// With their paths, because the fuzzer takes this file in from elsewhere.
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
    let (text, warnings) = in_file(&args.instance, answer(&read(&args.instance)?, how))?;
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

/// What is printed for an instance, and what to warn of.
pub(crate) fn answer(instance: &str, how: How) -> Result<(String, Vec<String>), String> {
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
    };
    let text = serde_json::to_string(&report).map_err(|error| error.to_string())?;
    Ok((text, warnings))
}

fn verify(instance: &Path, matching: &Path) -> Result<ExitCode, String> {
    if instance == Path::new("-") && matching == Path::new("-") {
        return Err("only one of the two files can be standard input".to_owned());
    }
    let named = in_file(instance, named(&read(instance)?))?;
    let faults = in_file(matching, faults(&named, &read(matching)?))?;
    if faults.is_empty() {
        print("valid and stable")?;
        return Ok(ExitCode::SUCCESS);
    }
    print(&faults.join("\n"))?;
    Ok(ExitCode::from(1))
}

/// Reads an instance.
pub(crate) fn named(instance: &str) -> Result<NamedInstance, String> {
    NamedInstance::from_file(&parse(instance)?)
}

/// What is wrong with a matching, if anything.
pub(crate) fn faults(named: &NamedInstance, matching: &str) -> Result<Vec<String>, String> {
    let file: MatchingFile = parse(matching)?;
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
    Ok(faults)
}
