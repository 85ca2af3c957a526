//! The newcomers whom a proposal leaves without a pair: each with the cause and with what can be done, so that
//! nobody is silently rejected (neg:N21).

use super::pairs::{Read, Who};
use super::{LinePath, say};
use crate::{PageError, newcomers};
use actions::proposals::{Change, Help};
use domain::proposals::{Decision, Line, Outcome};
use store::Tx;

/// A newcomer without a pair.
pub(super) struct Unpaired {
    pub(super) who: Who,
    pub(super) cause: String,
    /// What became of each wish.
    pub(super) wishes: Vec<String>,
    /// Why a person left the line out.
    pub(super) reason: Option<String>,
    /// Who is with the newcomer until there is a pair.
    pub(super) provisional: String,
    /// Where the line is decided.
    pub(super) line: String,
    /// The newcomer's card.
    pub(super) card: String,
}

/// So many changes that would help are shown: the ones that ask least of others.
const HELPS: usize = 5;

impl Read<'_> {
    /// Which single change would give one of them a mentor, in words; those that ask least of others first.
    pub(super) fn helps(&self) -> Result<Vec<String>, PageError> {
        let found = actions::proposals::helps(self.proposal);
        let found = found.map_err(|error| PageError::Broken(error.to_string()))?;
        found.iter().take(HELPS).map(|help| self.help(help)).collect()
    }

    fn help(&self, help: &Help) -> Result<String, PageError> {
        let (key, mentor, newcomer) = match &help.change {
            Change::Place { mentor } => ("proposals-help-place", mentor, &help.placed),
            Change::MentorNames { mentor, newcomer } => ("proposals-help-mentor-names", mentor, newcomer),
            Change::NewcomerNames { newcomer, mentor } => ("proposals-help-newcomer-names", mentor, newcomer),
        };
        let newcomers_name = |id| Ok::<_, PageError>(self.names.newcomer(id)?.name.brief());
        let args = [
            ("mentor", self.mentors_name(mentor)?.polite().into()),
            ("newcomer", newcomers_name(newcomer)?.into()),
            ("placed", newcomers_name(&help.placed)?.into()),
            ("moved", help.moved.into()),
        ];
        Ok(say(self.page, key, &args))
    }

    /// Those without a pair, by name.
    pub(super) async fn unpaired(&self, tx: &mut Tx) -> Result<Vec<Unpaired>, PageError> {
        let mut rows = Vec::new();
        for line in self.proposal.lines.iter().filter(|line| line.mentor().is_none()) {
            rows.push(self.without(tx, line).await?);
        }
        i18n::sort_by_name(self.page.lang(), &mut rows, |row| &row.who.name);
        Ok(rows)
    }

    async fn without(&self, tx: &mut Tx, line: &Line) -> Result<Unpaired, PageError> {
        let newcomer = self.names.newcomer(&line.newcomer)?;
        let cause = match &line.outcome {
            Outcome::Unmatched { cause } => self.page.text(&format!("proposals-cause-{}", cause.word())),
            Outcome::Proposed { mentor } | Outcome::AlreadyAgreed { mentor, .. } => {
                let name = self.mentors_name(mentor)?.polite();
                say(self.page, "proposals-cause-left-out", &[("name", name.into())])
            }
        };
        let path = LinePath { id: self.proposal.id.clone(), newcomer: line.newcomer.clone() };
        Ok(Unpaired {
            who: Who::of(newcomer),
            cause,
            wishes: self.wishes(&line.newcomer)?,
            reason: match &line.decision {
                Decision::LeftOut { reason } => Some(reason.clone()),
                Decision::Kept | Decision::Changed { .. } => None,
            },
            provisional: newcomers::for_now(self.page, tx, &self.proposal.school, &line.newcomer).await?,
            line: path.to_string(),
            card: newcomers::ShowPath { id: line.newcomer.clone() }.to_string(),
        })
    }
}
