//! `talimger pair`: the pairing engine on JSON files, useful without a school.
//!
//! An instance is `{"residents": {"r1": ["h2", ["h1", "h3"]]}, "hospitals": {"h1": ["r1"]},
//! "capacity": {"h1": 2}}`: an inner list is a tie, a capacity left out is 1. Whoever is ranked without
//! an own list ranks nobody. Entries that are not mutual are ignored with a warning; somebody ranked
//! twice in one list, a name given twice and anything that is not this shape are errors.
//!
//! `pair verify` checks a matching without the solver, and what `pair` printed beside it too: size, stability,
//! blocking pairs, explanations and a cover are counted again, and a search that proved the size is repeated.
//! A published line of a draw is compared with its mark and its seed.
//! `pair live` reads events instead of lists, see [`live`].
//!
//! Exit codes: 0 done (or stable), 1 a matching is not valid or not stable, 2 a file cannot be read, 3 done, but
//! `--exact` has not proved the size within its `--conflicts`.

// With their paths, because the fuzzer takes this file in from elsewhere.
#[path = "pair/args.rs"]
mod args;
#[path = "pair/claims.rs"]
pub(crate) mod claims;
#[path = "pair/explained.rs"]
mod explained;
#[path = "pair/file.rs"]
mod file;
#[path = "pair/live.rs"]
pub(crate) mod live;
#[path = "pair/named.rs"]
mod named;
#[path = "pair/report.rs"]
mod report;

use std::path::Path;
use std::process::ExitCode;

use pairing::largest::{Largest, kiraly, largest};
use pairing::{Lattice, Matching, OverCapacity, Stability, blocking_pairs, certify, stable_matching};

use crate::files::{finished, in_file, not_both_standard_input, parse, print, read, verdict};

use args::{DrawArgs, PairCommand, SolveArgs};
pub(crate) use args::{How, Measure, PairArgs};
use claims::Claims;
use explained::Explained;
use file::MatchingFile;
use named::NamedInstance;
use report::{Bound, NamedMatching, NamedProof, Report};

/// The exit code where the answer stands without the proof that was asked for.
const NOT_PROVED: u8 = 3;

/// Does what was asked and gives the exit code.
pub(crate) fn run(args: PairArgs) -> ExitCode {
    let done = match (args.command, args.solve) {
        (Some(PairCommand::Live(args)), _) => live::run(args),
        (Some(PairCommand::Verify { instance, matching, stability, conflicts, draw }), _) => {
            let patience = conflicts.unwrap_or(claims::PATIENCE);
            verify(&instance, &matching, stability.into(), patience, &draw)
        }
        (None, Some(solve)) => match_people(&solve),
        (None, None) => Err("an instance file is needed; see `talimger pair --help`".to_owned()),
    };
    finished(done)
}

fn match_people(args: &SolveArgs) -> Result<ExitCode, String> {
    let how = How::from(args);
    let answer = in_file(&args.instance, answer(&read(&args.instance)?, how, args.explain))?;
    for warning in answer.warnings {
        eprintln!("warning: {warning}");
    }
    match (how, args.seed) {
        (How::Largest, Some(_)) => eprintln!("warning: --largest draws nothing: the seed is ignored"),
        (How::Stable(..), Some(seed)) => eprintln!("ties drawn from seed {seed}"),
        _ => {}
    }
    print(&answer.text)?;
    Ok(if answer.unproved { ExitCode::from(NOT_PROVED) } else { ExitCode::SUCCESS })
}

/// What an instance comes to.
pub(crate) struct Answer {
    /// What is printed.
    pub(crate) text: String,
    /// What to warn of.
    warnings: Vec<String>,
    /// A proof was asked for and not found.
    unproved: bool,
}

/// The answer for an instance, with explanations if they are asked for.
pub(crate) fn answer(instance: &str, how: How, explain: bool) -> Result<Answer, String> {
    let named = named(instance)?;
    let (mut warnings, mut unproved) = (named.one_sided(), false);
    let mut bound = None;
    let matching = match how {
        How::Stable(side, ties) => stable_matching(&named.instance, side, ties),
        How::Largest => kiraly(&named.instance),
        How::Best(measure) => best(&named, measure)?,
        How::Exact(effort) => {
            let Largest { matching, at_most, proof } = largest(&named.instance, effort);
            unproved = proof.is_none();
            if unproved {
                let (size, conflicts) = (matching.size(), effort.conflicts);
                warnings.push(format!(
                    "not proved within {conflicts} dead ends: {size} are placed, no stable matching places more than {at_most}"
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
    Ok(Answer { text, warnings, unproved })
}

fn best(named: &NamedInstance, measure: Measure) -> Result<Matching, String> {
    let lattice = Lattice::new(&named.instance).ok_or("--best needs lists without ties")?;
    Ok(match measure {
        Measure::Egalitarian => lattice.egalitarian(),
        Measure::MinimumRegret => lattice.minimum_regret(),
        Measure::RankMaximal => lattice.rank_maximal(),
    })
}

fn verify(
    instance: &Path,
    matching: &Path,
    stability: Stability,
    patience: u64,
    draw: &DrawArgs,
) -> Result<ExitCode, String> {
    not_both_standard_input(instance, matching)?;
    let named = in_file(instance, named(&read(instance)?))?;
    let mut checked = in_file(matching, check(&named, &read(matching)?, stability, patience))?;
    checked.faults.extend(draw.faults());
    let largest = if checked.largest { "; no stable matching is larger" } else { "" };
    let stable = match stability {
        Stability::Weak => "stable",
        Stability::Strong => "strongly stable",
        Stability::Super => "super-stable",
    };
    verdict(&checked.faults, &format!("valid and {stable}{largest}"))
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

/// Checks a matching, and again everything that is claimed beside it: claims mean weak stability. A proof by search is
/// repeated with so many dead ends.
pub(crate) fn check(
    named: &NamedInstance,
    matching: &str,
    stability: Stability,
    patience: u64,
) -> Result<Checked, String> {
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
    for pair in blocking_pairs(&named.instance, &given, stability) {
        faults.push(format!("blocking pair: {} and {}", resident(pair.resident), hospital(pair.hospital)));
    }
    let mut largest = false;
    if file.printed {
        let claims: Claims = parse(matching)?;
        faults.extend(claims.faults(named, &given, &certificate, patience));
        largest = claims.has_proof();
    }
    Ok(Checked { faults, largest })
}
