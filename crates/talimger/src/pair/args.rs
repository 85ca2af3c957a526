//! What `pair` can be asked.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use pairing::largest::Effort;
use pairing::{Side, Stability, TieBreak};

use super::live::LiveArgs;

/// Arguments of `talimger pair`.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
pub(crate) struct PairArgs {
    #[command(subcommand)]
    pub(super) command: Option<PairCommand>,
    #[command(flatten)]
    pub(super) solve: Option<SolveArgs>,
}

#[derive(Args)]
pub(super) struct SolveArgs {
    /// Lists and capacities as JSON; `-` reads standard input
    pub(super) instance: PathBuf,
    /// Whose best stable matching to find
    #[arg(long, value_enum, default_value = "residents")]
    optimal_for: OptimalFor,
    /// Draw ties from this published seed; without it the order in the list decides
    #[arg(long)]
    pub(super) seed: Option<u64>,
    /// Use ties to place more people: at least two thirds of the most that a stable matching can place
    #[arg(long)]
    largest: bool,
    /// Place as many people as a stable matching can, with a proof of that size in the output; exit code 3
    /// where no proof was found within --conflicts
    #[arg(long, conflicts_with = "largest")]
    exact: bool,
    /// Dead ends that the search of --exact meets before it gives up; 0 searches not at all [default: 200000]
    #[arg(long, value_name = "N", requires = "exact")]
    conflicts: Option<u64>,
    /// Of all stable matchings of lists without ties, the best for both sides together by this measure
    #[arg(long, value_enum, conflicts_with_all = ["largest", "exact", "optimal_for", "seed"])]
    best: Option<Measure>,
    /// Also print why each resident got what they got, and which single place or «yes» more would place
    /// one person more; for a coordinator's eyes
    #[arg(long)]
    pub(super) explain: bool,
}

#[derive(Subcommand)]
pub(super) enum PairCommand {
    /// Let requests, refusals and withdrawals happen one after the other, or verify what came of them
    Live(LiveArgs),
    /// Check a matching and whatever `pair` has claimed beside it: exit code 0 if valid, stable and as
    /// claimed, 1 if not, 2 if a file cannot be read
    Verify {
        /// Lists and capacities as JSON; `-` reads standard input
        instance: PathBuf,
        /// What `pair` printed, or only {"r1": "h2", "r2": null}; `-` reads standard input
        matching: PathBuf,
        /// With ties: what counts as stable
        #[arg(long, value_enum, default_value = "weak")]
        stability: StabilityName,
        /// Dead ends that a proof by search may meet when it is repeated: as many as `pair --exact` was allowed,
        /// and some more, because it may start from another matching [default: 800000]
        #[arg(long, value_name = "N")]
        conflicts: Option<u64>,
        #[command(flatten)]
        draw: DrawArgs,
    },
}

// What was published of a draw.
#[derive(Args)]
pub(super) struct DrawArgs {
    /// The line of the draw, as it was opened with the pairs
    #[arg(long, value_name = "LINE", requires = "mark")]
    line: Option<String>,
    /// The SHA-256 of the line, as it was shown before the lists
    #[arg(long, value_name = "SHA256", requires = "line")]
    mark: Option<String>,
    /// The seed that comes of the line
    #[arg(long, value_name = "N", requires = "line")]
    seed: Option<u64>,
}

impl DrawArgs {
    /// What does not fit: the line and its mark, the seed and its line.
    pub(super) fn faults(&self) -> Vec<String> {
        let (Some(line), Some(mark)) = (&self.line, &self.mark) else { return Vec::new() };
        let (line, mark) = (line.trim(), mark.trim().to_lowercase());
        let mut faults = Vec::new();
        let given = exchange::awards::digest(line);
        if given != mark {
            faults.push(format!("draw: the line does not match the mark: its SHA-256 is {given}"));
        }
        let number = line.get(..16).and_then(|digits| u64::from_str_radix(digits, 16).ok());
        if self.seed.is_some() && self.seed != number {
            let number = number.map_or_else(|| "none".to_owned(), |number| number.to_string());
            faults.push(format!("draw: the seed does not come of the line: it gives {number}"));
        }
        faults
    }
}

/// A measure of a stable matching.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Measure {
    /// The smallest sum of ranks over everybody placed
    Egalitarian,
    /// Whoever is worst off is as well off as possible
    MinimumRegret,
    /// As many residents as possible have their first wish, of these as many as possible their second
    RankMaximal,
}

/// When two people who are not together make a matching unstable.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum StabilityName {
    /// Both would gain
    Weak,
    /// One would gain and the other would not lose
    Strong,
    /// Neither would lose: stable however ties are read
    Super,
}

impl From<StabilityName> for Stability {
    fn from(name: StabilityName) -> Self {
        match name {
            StabilityName::Weak => Self::Weak,
            StabilityName::Strong => Self::Strong,
            StabilityName::Super => Self::Super,
        }
    }
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

/// How to match.
#[derive(Clone, Copy)]
pub(crate) enum How {
    /// Deferred acceptance.
    Stable(Side, TieBreak),
    /// Király's approximation.
    Largest,
    /// The largest, with its proof.
    Exact(Effort),
    /// The best of all stable ones.
    Best(Measure),
}

impl From<&SolveArgs> for How {
    fn from(args: &SolveArgs) -> Self {
        if let Some(measure) = args.best {
            return Self::Best(measure);
        }
        if args.exact {
            let usual = Effort::default();
            let seed = args.seed.unwrap_or(usual.seed);
            return Self::Exact(Effort {
                seed,
                conflicts: args.conflicts.unwrap_or(usual.conflicts),
                ..usual
            });
        }
        if args.largest {
            return Self::Largest;
        }
        Self::Stable(args.optimal_for.into(), args.seed.map_or(TieBreak::ListOrder, TieBreak::Seed))
    }
}
