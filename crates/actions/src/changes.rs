//! What changed for pupils who are helped, as groups, for those who lead the school; how classes changed, for the specialist
//! who asked them; what a lot tells, for whoever draws it (feat:I9). Nobody learns of one child, and only by lot is anything an
//! effect.

pub use crate::lots::Standing;
pub use crate::sociometries::{ClassChange, Indices};
pub use measure::gates::{Estimate, Figure, NotShown};
pub use measure::outcome::{Beside, Change, DECIMALS};

use crate::lots::{drawn, parted, standing};
use crate::peers::Ground;
use crate::{Context, Failed, Never};
use domain::calendar::local;
use domain::changes::{Group, Measured, began, groups, marks, quarters};
use domain::lots::{Entry, Lot};
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::rosters::{Kind, State, Values};
use domain::{Day, SchoolId};
use measure::outcome::{Two, beside, by_chance, change, difference};
use std::collections::BTreeMap;
use store::Tx;

/// What changed in a subject for those whose help began in one quarter.
#[derive(Clone, Debug, PartialEq)]
pub struct Subject {
    /// The subject, as the school's list names it.
    pub name: String,
    /// The quarter before and the quarter after.
    pub quarters: (u8, u8),
    /// Their change, in points of per cent.
    pub change: Figure<Change>,
    /// What their classmates say about it.
    pub beside: Figure<Beside>,
}

/// What the marks of groups say.
#[derive(Clone, Debug, PartialEq)]
pub struct Marks {
    /// The day on which the school's list of pupils was taken in last; nothing where none was.
    pub listed: Option<Day>,
    /// By subject and quarter.
    pub subjects: Vec<Subject>,
}

/// How much more those who were drawn changed in a subject than those who wait by the same lot.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The subject, as the school's list names it.
    pub name: String,
    /// The quarter of the lot and the later one.
    pub quarters: (u8, u8),
    /// In points of per cent.
    pub difference: Figure<Estimate>,
    /// In what share of all ways in which the lot could have fallen it would be as large.
    pub by_chance: Figure<f64>,
}

/// What came of a lot.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The lot.
    pub lot: Lot,
    /// By subject; none before the marks of a quarter that ended while the others waited are known.
    pub differences: Vec<Difference>,
}

/// The lot that holds, and what came of the last one.
#[derive(Clone, Debug, PartialEq)]
pub struct ByLot {
    /// Who waits, how many places there are, and the lot that holds.
    pub standing: Standing,
    /// What came of the last one that was drawn this school year; also once it holds no longer.
    pub outcome: Option<Outcome>,
}

/// What the reader may read of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// For those who lead the school.
    pub marks: Option<Marks>,
    /// For the specialist whom the head has named.
    pub classes: Option<Vec<ClassChange>>,
    /// For whoever draws lots.
    pub by_lot: Option<ByLot>,
}

/// Does the actor read the marks of groups, and do they read of classes?
async fn reads(tx: &mut Tx, context: &Context<'_>, school: &SchoolId) -> store::Result<(bool, bool)> {
    let leads = may(context.actor, &Action::SeeChanges(school)).is_ok();
    Ok((leads, crate::sociometries::asks(tx, context).await?))
}

/// True where the actor may read what changed.
pub async fn is_open(tx: &mut Tx, context: &Context<'_>) -> store::Result<bool> {
    let Some(school) = &context.actor.school else { return Ok(false) };
    let (leads, asks) = reads(tx, context, school).await?;
    Ok(leads || asks)
}

/// What changed, as far as the reader may read it; for everybody else there is nothing.
pub async fn changes(tx: &mut Tx, context: &Context<'_>) -> Result<Changes, Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    let (leads, asks) = reads(tx, context, &school).await?;
    if !leads && !asks {
        return Err(Failed::NotFound);
    }
    let draws = may(context.actor, &Action::DrawLots(&school)).is_ok();
    let base = if leads { Some(Base::gather(tx, context).await?) } else { None };
    let marks = base.as_ref().map(Base::marks);
    let by_lot = match base.filter(|_| draws) {
        Some(base) => Some(of_lot(tx, &base).await?),
        None => None,
    };
    let classes = if asks { Some(crate::sociometries::changed(tx, context, &school).await?) } else { None };
    Ok(Changes { marks, classes, by_lot })
}

/// Two measurements of each.
fn two(pairs: &[(f64, f64)]) -> Vec<Two> {
    pairs.iter().map(|(before, after)| Two { before: *before, after: *after }).collect()
}

fn subject(group: Group) -> Subject {
    let (helped, others) = (two(&group.helped), two(&group.others));
    Subject {
        name: group.subject,
        quarters: group.quarters,
        change: change(&helped),
        beside: beside(&helped, &others),
    }
}

/// What all of it is read from.
struct Base {
    ground: Ground,
    /// The day on which the school's list of pupils was taken in last.
    listed: Option<Day>,
    /// By pupil.
    figures: BTreeMap<String, Values>,
}

impl Base {
    async fn gather(tx: &mut Tx, context: &Context<'_>) -> Result<Self, Failed<Never>> {
        let ground = Ground::gather(tx, context).await?;
        let listed = listed(tx, &ground).await?;
        let figures = store::pupils::figures(tx, &ground.school).await?;
        Ok(Self { ground, listed, figures })
    }

    /// The last quarter whose marks are known: a quarter of last year stands in the list until the new one is taken in.
    fn known(&self) -> u8 {
        self.listed.map_or(0, |day| quarters(self.ground.today).over(day))
    }

    /// A pupil with the quarter in which their help began; nothing of whoever has left.
    fn measured(&self, pupil: &Pupil, helped: Option<u8>) -> Option<Measured> {
        let marks = self.figures.get(pupil.id.as_str()).map(marks).unwrap_or_default();
        let class = pupil.class_key.clone();
        pupil.is_here(self.ground.today).then_some(Measured { class, helped, marks })
    }

    fn marks(&self) -> Marks {
        let began = began(&self.ground.pairs, self.ground.today);
        // Whose data may not be kept stands neither in a group nor among its classmates: their marks came with the list for the
        // school itself.
        let there = self.ground.all().filter(|pupil| self.ground.keeps_data(pupil));
        let one = |pupil: &Pupil| self.measured(pupil, began.get(&pupil.id).copied());
        let pupils: Vec<Measured> = there.filter_map(one).collect();
        let subjects = groups(&pupils, self.known()).into_iter().map(subject).collect();
        Marks { listed: self.listed, subjects }
    }

    /// What came of a drawn lot. Everybody is compared as they were drawn, whatever became of them: whoever left help early counts
    /// as well. Marks count of quarters that were over while the others still waited: later on everybody is helped, and the
    /// difference would tell of nothing.
    fn outcome(&self, lot: Lot, [first, rest]: &[Vec<Entry>; 2]) -> Outcome {
        let year = quarters(self.ground.today);
        let last = self.known().min(year.over(lot.until.yesterday().unwrap_or(lot.until)));
        let side = |entries: &[Entry], helped: Option<u8>| -> Vec<Measured> {
            let pupils = entries.iter().filter_map(|one| self.ground.pupil(&one.pupil));
            let measured =
                pupils.filter(|it| self.ground.keeps_data(it)).filter_map(|it| self.measured(it, helped));
            // One group for all classes: the lot was drawn in the whole school.
            measured.map(|one| Measured { class: String::new(), ..one }).collect()
        };
        let both = [side(first, Some(year.number(lot.draw_on))), side(rest, None)].concat();
        Outcome { differences: groups(&both, last).into_iter().map(by_lot).collect(), lot }
    }
}

async fn of_lot(tx: &mut Tx, base: &Base) -> Result<ByLot, Failed<Never>> {
    let standing = standing(tx, &base.ground).await?;
    let outcome = match drawn(tx, &base.ground).await? {
        Some(lot) => parted(tx, &lot).await?.map(|both| base.outcome(lot, &both)),
        None => None,
    };
    Ok(ByLot { standing, outcome })
}

fn by_lot(group: Group) -> Difference {
    let (drawn, waiting) = (two(&group.helped), two(&group.others));
    Difference {
        difference: difference(&drawn, &waiting),
        by_chance: by_chance(&drawn, &waiting),
        name: group.subject,
        quarters: group.quarters,
    }
}

/// The day on which the school's list of pupils was taken in last.
pub(crate) async fn listed<R>(tx: &mut Tx, ground: &Ground) -> Result<Option<Day>, Failed<R>> {
    let school = store::schools::get(tx, &ground.school).await?.ok_or(Failed::NotFound)?;
    let imports = store::rosters::of_school(tx, &ground.school).await?;
    let of_pupils = imports.into_iter().filter(|one| one.kind == Kind::Pupils && one.state == State::Applied);
    Ok(of_pupils.map(|one| local(one.state_at, school.utc_offset_minutes).date()).max())
}
