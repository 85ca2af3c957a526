//! Which reports a school expects, by the forms that it uses: what it does not use is never asked for (feat:F6).

use crate::Context;
use domain::calendar::Period;
use domain::endings::{Pause, due_after};
use domain::people::Role;
use domain::programmes::Programme;
use domain::reports::{Kind, Report, Signature, Signer, Term, asked_from, due_on, is_asked_of};
use domain::{Day, PairId, PersonId};
use store::Tx;

/// A report that is expected, begun or not.
#[derive(Clone, Debug)]
pub struct Expected {
    /// What it is about.
    pub kind: Kind,
    /// Which part of the year.
    pub term: Term,
    /// The pair; a report on a programme has none.
    pub pair: Option<PairId>,
    /// Who writes it; of a report on a programme that nobody has begun, nobody yet.
    pub author: Option<PersonId>,
    /// The last day for it.
    pub due: Day,
    /// The report with its signatures, once it is begun.
    pub report: Option<(Report, Vec<Signature>)>,
}

impl Expected {
    /// True where the actor has to write it, or to sign it as its author. A report on a programme that nobody has begun waits
    /// for a coordinator.
    pub fn is_written_by(&self, context: &Context<'_>) -> bool {
        let me = &context.actor.person;
        match (&self.report, &self.author) {
            (Some((report, signatures)), _) => {
                let signs = report.next(signatures).is_some_and(|(_, signer)| signer == Signer::Author);
                report.author == *me && (report.is_written() || signs)
            }
            (None, Some(author)) => author == me,
            (None, None) => context.actor.is(Role::Coordinator),
        }
    }
}

/// What is expected around a day: from the first day on which it is asked for, and whatever was begun. Of a pair that has
/// ended, too, where it still worked on that day.
pub async fn expected(tx: &mut Tx, programme: &Programme, today: Day) -> store::Result<Vec<Expected>> {
    let (school, id) = (&programme.school, &programme.id);
    let used = store::reports::used(tx, school).await?;
    let signatures = store::reports::signatures_of_programme(tx, school, id).await?;
    let reports = store::reports::of_programme(tx, school, id).await?;
    let begun = |kind: Kind, term: Term, pair: Option<&PairId>| {
        let report =
            reports.iter().find(|one| one.kind == kind && one.term == term && one.pair.as_ref() == pair);
        report.map(|one| (one.clone(), signatures.get(&one.id).cloned().unwrap_or_default()))
    };
    let mentors = store::mentors::named(tx, school, id).await?;
    let newcomers = store::newcomers::named(tx, school, id).await?;
    let pairs = store::pairs::of_programme(tx, school, id).await?;
    let pauses = store::pauses::of_programme(tx, school, id).await?;
    // A pause of a pair moves what is due on it.
    let due_of = |due: Day, pair: Option<&PairId>| {
        let own: Vec<Pause> = pauses.iter().filter(|one| Some(&one.pair) == pair).cloned().collect();
        due_after(due, &own)
    };
    let mut expected = Vec::new();
    for (kind, _) in used {
        for term in kind.terms().iter().copied() {
            let wanted = |pair: Option<&PairId>, author: Option<PersonId>, worked: Option<Period>| {
                let due = due_of(due_on(kind, term, programme), pair);
                let asked = today >= asked_from(due) && worked.is_none_or(|worked| is_asked_of(&worked, due));
                let report = begun(kind, term, pair);
                let author = report.as_ref().map(|(report, _)| report.author.clone()).or(author);
                (asked || report.is_some()).then(|| Expected {
                    kind,
                    term,
                    pair: pair.cloned(),
                    author,
                    due,
                    report,
                })
            };
            if !kind.is_of_pair() {
                expected.extend(wanted(None, None, None));
                continue;
            }
            for pair in &pairs {
                let Some(assignment) = pair.assignment() else { continue };
                let author = match kind {
                    Kind::Mentor => mentors.iter().find(|one| one.id == pair.mentor).map(|one| &one.person),
                    _ => newcomers.iter().find(|one| one.id == pair.newcomer).map(|one| &one.person),
                };
                expected.extend(wanted(Some(&pair.id), author.cloned(), Some(assignment.period)));
            }
        }
    }
    Ok(expected)
}
