//! What changed for pupils who are helped, as groups, for those who lead the school; how classes changed, for the specialist
//! who asked them (feat:I9). Nobody learns of one child, and nothing here is an effect: nobody was drawn.

pub use crate::sociometries::{ClassChange, Indices};
pub use measure::gates::{Estimate, Figure, NotShown};
pub use measure::outcome::{Beside, Change};

use crate::peers::Ground;
use crate::{Context, Failed, Never};
use domain::Day;
use domain::calendar::local;
use domain::changes::{Group, Measured, began, groups, marks, quarters};
use domain::permissions::{Action, may};
use domain::pupils::consents::{Part, may_start};
use domain::rosters::{Kind, State};
use measure::outcome::{Two, beside, change};
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

/// What the reader may read of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// For those who lead the school.
    pub marks: Option<Marks>,
    /// For the specialist whom the head has named.
    pub classes: Option<Vec<ClassChange>>,
}

/// What changed, as far as the reader may read it; for everybody else there is nothing.
pub async fn changes(tx: &mut Tx, context: &Context<'_>) -> Result<Changes, Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    let leads = may(context.actor, &Action::SeeChanges(&school)).is_ok();
    let asks = crate::sociometries::asks(tx, context).await?;
    if !leads && !asks {
        return Err(Failed::NotFound);
    }
    let marks = if leads { Some(of_marks(tx, context).await?) } else { None };
    let classes = if asks { Some(crate::sociometries::changed(tx, context, &school).await?) } else { None };
    Ok(Changes { marks, classes })
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

async fn of_marks(tx: &mut Tx, context: &Context<'_>) -> Result<Marks, Failed<Never>> {
    let ground = Ground::gather(tx, context).await?;
    let listed = listed(tx, &ground).await?;
    let figures = store::pupils::figures(tx, &ground.school).await?;
    let began = began(&ground.pairs, context.today);
    let mut pupils = Vec::new();
    for pupil in ground.all().filter(|pupil| pupil.is_here(context.today)) {
        let helped = began.get(&pupil.id).copied();
        let keeps = may_start(Part::Data, ground.consents(&pupil.id), pupil.born_on, context.today);
        if helped.is_some() && keeps.is_err() {
            // Whose consent is withdrawn stands in no group, nor among those whom nobody helped.
            continue;
        }
        let marks = figures.get(pupil.id.as_str()).map(marks).unwrap_or_default();
        pupils.push(Measured { class: pupil.class_key.clone(), helped, marks });
    }
    // A quarter of last year stands in the list until the new one is taken in.
    let last = listed.map_or(0, |day| quarters(context.today).over(day));
    Ok(Marks { listed, subjects: groups(&pupils, last).into_iter().map(subject).collect() })
}

/// The day on which the school's list of pupils was taken in last.
async fn listed(tx: &mut Tx, ground: &Ground) -> Result<Option<Day>, Failed<Never>> {
    let school = store::schools::get(tx, &ground.school).await?.ok_or(Failed::NotFound)?;
    let imports = store::rosters::of_school(tx, &ground.school).await?;
    let of_pupils = imports.into_iter().filter(|one| one.kind == Kind::Pupils && one.state == State::Applied);
    Ok(of_pupils.map(|one| local(one.state_at, school.utc_offset_minutes).date()).max())
}
