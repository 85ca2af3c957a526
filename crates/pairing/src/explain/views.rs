//! What each reader may see.

/// A wish that was not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unmet<Reason> {
    /// Who was wished for: index on the other side.
    pub other: u32,
    /// Number of the wish in the list as written, from 1.
    pub number: u32,
    /// Why not, as far as this reader may know.
    pub reason: Reason,
}

/// Why a resident is not with a hospital they would rather have. For the coordinator only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNotHospital {
    /// Every place is taken by somebody the hospital ranks at least as high.
    Full {
        /// How many those are.
        ranked_at_least_as_high: u32,
        /// How many of them are ranked just alike: the tie-break decided between them.
        of_these_equal: u32,
    },
    /// The hospital has no places at all.
    NoPlaces,
    /// The hospital does not rank the resident.
    NotListed,
    /// None of these: the pair blocks the matching. It is not stable, somebody changed it.
    Passed,
}

/// Why a hospital does not have a resident it would rather have. For the coordinator only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyNotResident {
    /// The resident is with a hospital they rank at least as high.
    Elsewhere,
    /// The resident does not rank the hospital.
    NotListed,
    /// Neither: the pair blocks the matching. It is not stable, somebody changed it.
    Passed,
}

/// Why a resident has no place. For the coordinator only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyUnplaced {
    /// The resident ranked nobody.
    NoWishes,
    /// None of those the resident ranked ranks the resident.
    NotListed,
    /// Whoever ranks the resident is full with people ranked at least as high, or has no places. With
    /// strict lists no stable matching at all has a place for this resident (Roth 1984).
    AllFull,
    /// A hospital would rather have the resident: the matching is not stable, somebody changed it.
    Passed,
}

/// The one reason a person sees: the wish went otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WentOtherwise;

/// What a person without a place sees of the cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnCause {
    /// They ranked nobody.
    NoWishes,
    /// All their wishes went otherwise.
    WentOtherwise,
}

/// What a resident got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<Reason, Cause> {
    /// A place.
    Placed {
        /// With this hospital.
        hospital: u32,
        /// Which wish it was, from 1; nothing if the two do not rank each other (an appointment).
        wish: Option<u32>,
        /// Strictly better wishes, best first.
        better: Vec<Unmet<Reason>>,
    },
    /// No place.
    Unplaced {
        /// What it comes down to.
        cause: Cause,
        /// All wishes, best first.
        wishes: Vec<Unmet<Reason>>,
    },
}

/// What the coordinator sees of a resident's outcome.
pub type CoordinatorOutcome = Outcome<WhyNotHospital, WhyUnplaced>;

/// What the resident sees of their own outcome.
pub type OwnOutcome = Outcome<WentOtherwise, OwnCause>;

impl CoordinatorOutcome {
    /// The same for the resident's eyes.
    pub fn for_the_resident(&self) -> OwnOutcome {
        match self {
            Self::Placed { hospital, wish, better } => {
                Outcome::Placed { hospital: *hospital, wish: *wish, better: neutral(better) }
            }
            Self::Unplaced { cause, wishes } => Outcome::Unplaced {
                cause: match cause {
                    WhyUnplaced::NoWishes => OwnCause::NoWishes,
                    WhyUnplaced::NotListed | WhyUnplaced::AllFull | WhyUnplaced::Passed => {
                        OwnCause::WentOtherwise
                    }
                },
                wishes: neutral(wishes),
            },
        }
    }
}

/// Somebody a hospital was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// Index of the resident.
    pub resident: u32,
    /// Which wish of the hospital it was, from 1; nothing if the two do not rank each other.
    pub wish: Option<u32>,
}

/// What a hospital got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake<Reason> {
    /// How many places there are.
    pub capacity: u32,
    /// Whom it was given, by index.
    pub given: Vec<Given>,
    /// Those it would rather have: ranked strictly above its worst one, or all others it ranks while
    /// a place is free.
    pub better: Vec<Unmet<Reason>>,
}

/// What the coordinator sees of a hospital's intake.
pub type CoordinatorIntake = Intake<WhyNotResident>;

/// What the hospital sees of its own intake.
pub type OwnIntake = Intake<WentOtherwise>;

impl CoordinatorIntake {
    /// The same for the hospital's eyes.
    pub fn for_the_hospital(&self) -> OwnIntake {
        Intake { capacity: self.capacity, given: self.given.clone(), better: neutral(&self.better) }
    }
}

fn neutral<Reason>(unmet: &[Unmet<Reason>]) -> Vec<Unmet<WentOtherwise>> {
    unmet.iter().map(|wish| Unmet { other: wish.other, number: wish.number, reason: WentOtherwise }).collect()
}
