//! The lines of a proposal that make pairs, with the reasons in words.

use super::{LinePath, say};
use crate::appointments::Warnings;
use crate::mentors::BesidePath;
use crate::names::Names;
use crate::{Page, PageError};
use actions::proposals::{Between, Reasons, WhyNot};
use domain::people::Name;
use domain::proposals::{Decision, Line, Outcome, Proposal};
use domain::{MentorId, NewcomerId};
use std::collections::BTreeMap;
use store::Tx;
use store::people::Named;

/// Somebody in a cell.
pub(super) struct Who {
    pub(super) initials: String,
    pub(super) name: String,
    pub(super) sub: String,
}

impl Who {
    pub(super) fn of<Id>(named: &Named<Id>) -> Self {
        let sub = named.subject.clone().unwrap_or_default();
        Self { initials: named.name.initials(), name: named.name.brief(), sub }
    }
}

/// A pair of the proposal.
pub(super) struct PairRow {
    pub(super) newcomer: Who,
    pub(super) mentor: Who,
    /// Places of the mentor that are taken if the proposal is published, of how many.
    pub(super) taken: u8,
    pub(super) places: u8,
    pub(super) look: &'static str,
    pub(super) icon: &'static str,
    pub(super) word: &'static str,
    pub(super) why: Vec<String>,
    /// The reason of an appointment.
    pub(super) reason: Option<String>,
    /// A warning where the mentor leads the teachers (neg:N4): what they are.
    pub(super) leads: Option<String>,
    /// Where the two stand side by side.
    pub(super) beside: String,
    /// Where the line is decided; empty where it is not changed here.
    pub(super) change: String,
}

/// What the lines are put into words from.
pub(super) struct Read<'a> {
    pub(super) page: &'a Page,
    pub(super) proposal: &'a Proposal,
    pub(super) names: &'a Names,
    pub(super) reasons: BTreeMap<NewcomerId, Reasons>,
    pub(super) warnings: Warnings,
    /// Places on the card of each mentor.
    pub(super) places: BTreeMap<MentorId, u8>,
}

impl Read<'_> {
    /// The pairs, by the newcomer's name.
    pub(super) async fn pairs(&self, tx: &mut Tx) -> Result<Vec<PairRow>, PageError> {
        let mut rows = Vec::new();
        for line in &self.proposal.lines {
            if let Some(mentor) = line.mentor() {
                rows.push(self.pair(tx, line, mentor).await?);
            }
        }
        i18n::sort_by_name(self.page.lang(), &mut rows, |row| &row.newcomer.name);
        Ok(rows)
    }

    async fn pair(&self, tx: &mut Tx, line: &Line, mentor: &MentorId) -> Result<PairRow, PageError> {
        let (newcomer, named) = (self.names.newcomer(&line.newcomer)?, self.names.mentor(mentor)?);
        let (look, icon, word) = match (&line.decision, &line.outcome) {
            (Decision::Changed { .. }, _) => ("soon", "gavel", "proposals-word-appointed"),
            (_, Outcome::AlreadyAgreed { .. }) => ("done", "circle-check", "proposals-word-asked"),
            _ => ("done", "circle-check", "proposals-word-ranked"),
        };
        let agreed = matches!(line.outcome, Outcome::AlreadyAgreed { .. });
        let path = LinePath { id: self.proposal.id.clone(), newcomer: line.newcomer.clone() };
        let places = self.places.get(mentor).copied().unwrap_or_default();
        Ok(PairRow {
            newcomer: Who::of(newcomer),
            leads: self.warnings.post(self.page, &named.person),
            beside: BesidePath { id: mentor.clone(), newcomer: line.newcomer.clone() }.to_string(),
            mentor: Who::of(named),
            taken: self.taken(mentor),
            places,
            look,
            icon,
            word,
            why: self.why(tx, line).await?,
            reason: match &line.decision {
                Decision::Changed { reason, .. } => Some(reason.clone()),
                Decision::Kept | Decision::LeftOut { .. } => None,
            },
            change: if agreed { String::new() } else { path.to_string() },
        })
    }

    /// Places of a mentor that are taken if the proposal is published.
    fn taken(&self, mentor: &MentorId) -> u8 {
        let places = self.places.get(mentor).copied().unwrap_or_default();
        let free = self.proposal.lists.places.get(mentor).copied().unwrap_or_default();
        let new = self.proposal.lines.iter().filter_map(Line::new_pair).filter(|(to, _)| *to == mentor);
        places.saturating_sub(free).saturating_add(u8::try_from(new.count()).unwrap_or(u8::MAX)).min(places)
    }

    async fn why(&self, tx: &mut Tx, line: &Line) -> Result<Vec<String>, PageError> {
        let text = |key: &str| self.page.text(key);
        match (&line.decision, &line.outcome) {
            (Decision::Changed { .. }, Outcome::Proposed { mentor }) => {
                let name = self.mentors_name(mentor)?.polite();
                let drafted = say(self.page, "proposals-why-drafted", &[("name", name.into())]);
                Ok(vec![drafted, text("proposals-why-appointed")])
            }
            (Decision::Changed { .. }, _) => Ok(vec![text("proposals-why-appointed")]),
            (_, Outcome::AlreadyAgreed { pair, .. }) => {
                let pair = store::pairs::get(tx, pair).await?.ok_or(PageError::NotFound)?;
                let day = i18n::day_short(self.page.lang(), self.page.local(pair.since).date());
                Ok(vec![say(self.page, "proposals-why-asked", &[("day", day.into())])])
            }
            _ => self.ranked(&line.newcomer),
        }
    }

    /// The place in the newcomer's list, and what became of the better wishes.
    fn ranked(&self, newcomer: &NewcomerId) -> Result<Vec<String>, PageError> {
        let Some(reasons) = self.reasons.get(newcomer) else { return Ok(Vec::new()) };
        let number = reasons.wish.unwrap_or_default();
        let mut lines = vec![say(self.page, "proposals-why-wish", &[("number", number.into())])];
        lines.extend(self.wishes(newcomer)?);
        Ok(lines)
    }

    /// What became of the wishes of a newcomer that went otherwise.
    pub(super) fn wishes(&self, newcomer: &NewcomerId) -> Result<Vec<String>, PageError> {
        let better = self.reasons.get(newcomer).map(|reasons| reasons.better.as_slice()).unwrap_or_default();
        let line = |wish: &actions::proposals::Wish| {
            let key = match wish.why {
                WhyNot::Full => "proposals-wish-full",
                WhyNot::Equal(Between::Draw) => "proposals-wish-equal-draw",
                WhyNot::Equal(Between::MostPairs) => "proposals-wish-equal-most_pairs",
                WhyNot::Equal(Between::Person) => "proposals-wish-equal-person",
                WhyNot::NoPlaces => "proposals-wish-no-places",
                WhyNot::NotListed => "proposals-wish-not-listed",
                WhyNot::Passed => "proposals-wish-passed",
            };
            let name = self.mentors_name(&wish.mentor)?.polite();
            Ok(say(self.page, key, &[("number", wish.number.into()), ("name", name.into())]))
        };
        better.iter().map(line).collect()
    }

    pub(super) fn mentors_name(&self, mentor: &MentorId) -> Result<&Name, PageError> {
        Ok(&self.names.mentor(mentor)?.name)
    }
}
