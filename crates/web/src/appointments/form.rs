//! The form of an appointment: the same for whoever appoints, on whichever page it stands.

use super::warnings::{Warned, Warnings};
use crate::forms::Fields;
use crate::layout::parts::Choice;
use crate::mentors::BesidePath;
use crate::{Page, PageError};
use actions::Failed;
use actions::pairs::{appoint, appointable};
use domain::pairs::{AppointRefused, LEAST_REASON};
use domain::people::Name;
use domain::programmes::Programme;
use domain::{MentorId, NewcomerId, PairId, PersonId};
use store::Tx;

/// Longest reason, in characters; the page counts up to it.
pub(crate) const MOST_REASON: usize = 500;

/// A mentor who may be chosen for a newcomer.
pub(crate) struct Candidate {
    pub(crate) mentor: MentorId,
    pub(crate) person: PersonId,
    pub(crate) name: Name,
    pub(crate) subject: Option<String>,
    /// How many places are free.
    pub(crate) free: usize,
}

/// Mentors with a free place, by name.
#[derive(Default)]
pub(crate) struct Offered {
    pub(crate) choices: Vec<Choice>,
    /// Where each stands beside the newcomer, with the name.
    pub(crate) beside: Vec<(String, String)>,
    /// What is to be known of them before deciding (neg:N4).
    pub(crate) warned: Warned,
}

/// The form of an appointment.
pub(crate) struct Appointing {
    pub(crate) action: String,
    pub(crate) offered: Offered,
    /// Fewest characters of the reason.
    pub(crate) least: usize,
}

impl Appointing {
    pub(crate) fn new(action: String, offered: Offered) -> Self {
        Self { action, offered, least: LEAST_REASON }
    }
}

/// The candidates as they are offered; the chosen one is marked.
pub(crate) fn offer(
    page: &Page,
    warnings: &Warnings,
    newcomer: &NewcomerId,
    candidates: Vec<Candidate>,
    chosen: &str,
) -> Offered {
    let mut candidates: Vec<(String, Candidate)> =
        candidates.into_iter().map(|one| (one.name.full(), one)).collect();
    i18n::sort_by_name(page.lang(), &mut candidates, |(name, _)| name);
    let mut offered = Offered::default();
    for (name, one) in candidates {
        let post = warnings.post(page, &one.person);
        let facts = [Some(name), one.subject, post].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let args = [("name", facts.into()), ("count", one.free.into())];
        let label = i18n::t(page.lang(), "proposals-mentor-choice", &args);
        offered.choices.push(Choice::new(one.mentor.as_str(), label).chosen_if(chosen));
        warnings.warn(page, newcomer, (&one.person, &one.name), &mut offered.warned);
        let path = BesidePath { id: one.mentor, newcomer: newcomer.clone() };
        offered.beside.push((path.to_string(), one.name.brief()));
    }
    offered
}

/// Mentors with a free place today, whom somebody may appoint for a newcomer; `but` is left out.
pub(crate) async fn free_mentors(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    newcomer: &NewcomerId,
    but: Option<&MentorId>,
    chosen: &str,
) -> Result<Offered, PageError> {
    let warnings = Warnings::load(page, tx, programme).await?;
    let free = appointable(tx, programme, page.today()).await?;
    let candidates = free.into_iter().filter(|one| Some(&one.mentor.id) != but).map(|one| Candidate {
        mentor: one.mentor.id,
        person: one.person.id,
        name: one.person.name,
        subject: one.person.subject,
        free: one.places.into(),
    });
    Ok(offer(page, &warnings, newcomer, candidates.collect(), chosen))
}

/// Appoints as the form says; `None` where the fields tell what is wrong.
pub(crate) async fn sent(
    page: &Page,
    newcomer: &NewcomerId,
    fields: &mut Fields,
) -> Result<Option<PairId>, PageError> {
    let typed = |word: &str| (!word.is_empty()).then(|| MentorId::from(word));
    let mentor = fields.choice("mentor", typed);
    let reason = fields.text("reason", MOST_REASON);
    let (Some(mentor), true) = (mentor, fields.is_right()) else { return Ok(None) };
    match appoint(&page.context(), newcomer, &mentor, &reason).await {
        Ok(pair) => Ok(Some(pair)),
        Err(Failed::Refused(why)) => {
            let (field, key) = appoint_refusal(why);
            fields.refuse(field, key, &[("least", LEAST_REASON.into())]);
            Ok(None)
        }
        Err(other) => Err(other.into()),
    }
}

/// What whoever appoints reads where nobody is appointed: the field, the key.
pub(crate) const fn appoint_refusal(why: AppointRefused) -> (&'static str, &'static str) {
    match why {
        AppointRefused::NotNow(_) => ("mentor", "newcomers-refused-appointing-not-now"),
        AppointRefused::Choosing { .. } => ("mentor", "rounds-refused-appointing"),
        AppointRefused::ReasonTooShort => ("reason", "proposals-refused-reason"),
        AppointRefused::NewcomerGone => ("mentor", "newcomers-refused-does-not-work"),
        AppointRefused::HasPair => ("mentor", "newcomers-refused-has-mentor"),
        AppointRefused::MentorGone | AppointRefused::MentorFull => ("mentor", "proposals-refused-no-mentor"),
    }
}
