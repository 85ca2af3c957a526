//! What binds a candidate to others, from dated pairs and roles (neg:N23), and who marked what an appeal has repeated:
//! nobody is asked.

use domain::appeals::{About, State};
use domain::calendar::{Period, USUAL_OFFSET_MINUTES, local};
use domain::exams::{Conflict, Tie, TieKind, bound, conflicts};
use domain::people::{Role, leads};
use domain::{Day, PersonId, SchoolId};
use std::collections::BTreeSet;
use store::Tx;

/// All ties of a candidate: pairs in the dated roles of their own school and of the others that have to do with the exam, who
/// is above them at home by role or by post, and who marked what an appeal has repeated.
pub(crate) async fn ties(
    tx: &mut Tx,
    home: &SchoolId,
    others: &BTreeSet<SchoolId>,
    candidate: &PersonId,
) -> store::Result<Vec<Tie>> {
    let mut ties = paired(tx, home, candidate).await?;
    for other in others.iter().filter(|one| *one != home) {
        ties.extend(paired(tx, other, candidate).await?);
    }
    let tie = |other: PersonId, kind, period| Tie { candidate: candidate.clone(), other, kind, period };
    for (person, held) in store::people::roles_of_school(tx, home).await? {
        let heads = held.iter().filter(|held| held.role == Role::Head && person != *candidate);
        ties.extend(heads.map(|held| tie(person.clone(), TieKind::Superior, held.period)));
    }
    // A post has no dates: it is taken as it stands (docs/decisions/0071).
    let always = Period { from: Day::MIN, until: None };
    for person in store::people::of_school(tx, home).await? {
        if person.id != *candidate && leads(&[], person.position.as_deref()).is_some() {
            ties.push(tie(person.id, TieKind::Superior, always));
        }
    }
    let offset = offset(tx, home).await?;
    for appeal in store::appeals::of_person(tx, home, candidate).await? {
        let (About::Practice(id), State::Upheld { decision, .. }) = (&appeal.about, &appeal.state) else {
            continue;
        };
        let Some(hearing) = store::commissions::hearing(tx, id).await? else { continue };
        let period = Period { from: local(decision.at, offset).date(), until: None };
        ties.extend(hearing.sheets.into_keys().map(|who| tie(who, TieKind::Earlier, period)));
    }
    Ok(ties)
}

async fn offset(tx: &mut Tx, school: &SchoolId) -> store::Result<i16> {
    let here = store::schools::get(tx, school).await?;
    Ok(here.map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes))
}

/// Whom a candidate mentors in a school, and who mentors them.
async fn paired(tx: &mut Tx, school: &SchoolId, candidate: &PersonId) -> store::Result<Vec<Tie>> {
    let offset = offset(tx, school).await?;
    let tie = |other: PersonId, kind, period| Tie { candidate: candidate.clone(), other, kind, period };
    let mut ties = Vec::new();
    for newcomer in store::newcomers::every_of_person(tx, school, candidate).await? {
        for pair in store::pairs::of_newcomer(tx, school, &newcomer.id).await? {
            let Some(mentor) = store::mentors::get(tx, &pair.mentor).await? else { continue };
            let period = bound(&pair, |at| local(at, offset).date());
            ties.push(tie(mentor.person, TieKind::Mentor, period));
        }
    }
    for mentor in store::mentors::every_of_person(tx, school, candidate).await? {
        for pair in store::pairs::of_mentor(tx, school, &mentor.id).await? {
            let Some(newcomer) = store::newcomers::get(tx, &pair.newcomer).await? else { continue };
            let period = bound(&pair, |at| local(at, offset).date());
            ties.push(tie(newcomer.person, TieKind::Pair, period));
        }
    }
    Ok(ties)
}

/// Who of some people must not mark a candidate of a school on a day.
pub(super) async fn found(
    tx: &mut Tx,
    (home, candidate): (&SchoolId, &PersonId),
    others: &BTreeSet<SchoolId>,
    examiners: &BTreeSet<PersonId>,
    day: Day,
) -> store::Result<Vec<Conflict>> {
    let ties = ties(tx, home, others, candidate).await?;
    Ok(conflicts(examiners, candidate, &ties, day))
}
