//! What changed for pupils who are helped, as groups, for those who lead the school; how classes changed, for the specialist
//! who asked them; what a lot tells, for whoever draws it (feat:I9). Nobody learns of one child, and only by lot is anything an
//! effect.

pub use crate::lots::Standing;
pub use crate::sociometries::{ClassChange, Indices};
pub use measure::gates::{Estimate, Figure, NotShown};
pub use measure::outcome::{Beside, Change, DECIMALS};

use crate::lots::{parted, standing};
use crate::peers::Ground;
use crate::{Context, Failed, Never};
use domain::Day;
use domain::calendar::local;
use domain::changes::{Group, Measured, began, groups, marks, quarters};
use domain::lots::Entry;
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::pupils::consents::{Part, may_start};
use domain::rosters::{Kind, State, Values};
use measure::outcome::{Two, beside, change, difference};
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
}

/// A lot, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ByLot {
    /// Who waits, how many places there are, and the lot that holds.
    pub standing: Standing,
    /// What came of it, once it is drawn.
    pub differences: Vec<Difference>,
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

/// What changed, as far as the reader may read it; for everybody else there is nothing.
pub async fn changes(tx: &mut Tx, context: &Context<'_>) -> Result<Changes, Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    let leads = may(context.actor, &Action::SeeChanges(&school)).is_ok();
    let asks = crate::sociometries::asks(tx, context).await?;
    if !leads && !asks {
        return Err(Failed::NotFound);
    }
    let draws = may(context.actor, &Action::DrawLots(&school)).is_ok();
    let marks = if leads { Some(of_marks(tx, context).await?) } else { None };
    let by_lot = if draws { Some(of_lot(tx, context).await?) } else { None };
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

/// A pupil of the school whose marks may be counted, with the quarter in which their help began; nothing of whoever has left, and
/// of whom no data may be kept.
fn measured(
    ground: &Ground,
    figures: &BTreeMap<String, Values>,
    pupil: &Pupil,
    helped: Option<u8>,
) -> Option<Measured> {
    let keeps = may_start(Part::Data, ground.consents(&pupil.id), pupil.born_on, ground.today).is_ok();
    let marks = figures.get(pupil.id.as_str()).map(marks).unwrap_or_default();
    let counts = pupil.is_here(ground.today) && (keeps || helped.is_none());
    counts.then(|| Measured { class: pupil.class_key.clone(), helped, marks })
}

async fn of_marks(tx: &mut Tx, context: &Context<'_>) -> Result<Marks, Failed<Never>> {
    let ground = Ground::gather(tx, context).await?;
    let listed = listed(tx, &ground).await?;
    let figures = store::pupils::figures(tx, &ground.school).await?;
    let began = began(&ground.pairs, context.today);
    // Whose consent is withdrawn stands in no group, nor among those whom nobody helped.
    let one = |pupil: &Pupil| measured(&ground, &figures, pupil, began.get(&pupil.id).copied());
    let pupils: Vec<Measured> = ground.all().filter_map(one).collect();
    let last = known(listed, context.today);
    Ok(Marks { listed, subjects: groups(&pupils, last).into_iter().map(subject).collect() })
}

/// The last quarter whose marks are known: a quarter of last year stands in the list until the new one is taken in.
fn known(listed: Option<Day>, today: Day) -> u8 {
    listed.map_or(0, |day| quarters(today).over(day))
}

/// Those of a lot are compared as they were drawn, whatever became of them: whoever left help early counts as well.
async fn of_lot(tx: &mut Tx, context: &Context<'_>) -> Result<ByLot, Failed<Never>> {
    let ground = Ground::gather(tx, context).await?;
    let standing = standing(tx, &ground).await?;
    let mut differences = Vec::new();
    if let Some(lot) = &standing.lot
        && let Some([first, rest]) = parted(tx, lot).await?
    {
        let figures = store::pupils::figures(tx, &ground.school).await?;
        let last = known(listed(tx, &ground).await?, context.today);
        let quarter = quarters(context.today).number(lot.draw_on);
        let side = |entries: &[Entry], helped: Option<u8>| -> Vec<Measured> {
            let consents = |one: &&Entry| {
                let pupil = ground.pupil(&one.pupil);
                pupil.is_some_and(|it| {
                    may_start(Part::Data, ground.consents(&it.id), it.born_on, ground.today).is_ok()
                })
            };
            let of = |one: &Entry| measured(&ground, &figures, ground.pupil(&one.pupil)?, helped);
            // One group for all classes: the lot was drawn in the whole school.
            let whole = |one: Measured| Measured { class: String::new(), ..one };
            entries.iter().filter(consents).filter_map(of).map(whole).collect()
        };
        let both = [side(&first, Some(quarter)), side(&rest, None)].concat();
        differences.extend(groups(&both, last).into_iter().map(by_lot));
    }
    Ok(ByLot { standing, differences })
}

fn by_lot(group: Group) -> Difference {
    Difference {
        difference: difference(&two(&group.helped), &two(&group.others)),
        name: group.subject,
        quarters: group.quarters,
    }
}

/// The day on which the school's list of pupils was taken in last.
async fn listed(tx: &mut Tx, ground: &Ground) -> Result<Option<Day>, Failed<Never>> {
    let school = store::schools::get(tx, &ground.school).await?.ok_or(Failed::NotFound)?;
    let imports = store::rosters::of_school(tx, &ground.school).await?;
    let of_pupils = imports.into_iter().filter(|one| one.kind == Kind::Pupils && one.state == State::Applied);
    Ok(of_pupils.map(|one| local(one.state_at, school.utc_offset_minutes).date()).max())
}
