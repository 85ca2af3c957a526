//! What a report gathers from the journal. A total is the length of its list and nothing else, so that the two cannot
//! differ (neg:N18). Words of templates are kept as words, so that every language says the same.

use crate::Day;
use serde::{Deserialize, Serialize};

/// What a list counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Meetings of the pair that took place.
    Meetings,
    /// Joint work before and beside the meetings.
    Contacts,
    /// Lessons of the newcomer that somebody watched to help.
    Observations,
    /// Lessons that the newcomer visited to learn.
    Visits,
    /// All that the two did together, meetings, joint work and lessons, each deed once.
    Together,
    /// Themes of meetings that whoever wrote them offered to the report.
    Themes,
    /// Notes of meetings that were written for the document.
    Notes,
    /// Steps of the work plan that are done.
    StepsDone,
    /// Steps of the work plan that are open.
    StepsOpen,
    /// Lines of the adaptation checklist that are ticked.
    MilestonesDone,
    /// Lines of the adaptation checklist that are open.
    MilestonesOpen,
    /// What has become easier from one difficulty map to the next; the newcomer's own report alone.
    Easier,
    /// Pairs by order.
    Pairs,
    /// Pairs without a meeting that took place.
    NotMet,
    /// Pairs without a work plan.
    NoPlan,
    /// Pairs that have ended.
    Ended,
    /// Reports that were signed by their day.
    InTime,
    /// Pairs of pupils that began, with the hours that are confirmed.
    PeerPairs,
    /// Those of them that last, or lasted to the day on which both had agreed.
    PeerKept,
    /// Those that ended before it.
    PeerEarly,
    /// Pupils who help.
    PeerHelpers,
    /// Pupils who are helped.
    PeerMentees,
}

impl What {
    /// All.
    pub const ALL: [Self; 22] = [
        Self::Meetings,
        Self::Contacts,
        Self::Observations,
        Self::Visits,
        Self::Together,
        Self::Themes,
        Self::Notes,
        Self::StepsDone,
        Self::StepsOpen,
        Self::MilestonesDone,
        Self::MilestonesOpen,
        Self::Easier,
        Self::Pairs,
        Self::NotMet,
        Self::NoPlan,
        Self::Ended,
        Self::InTime,
        Self::PeerPairs,
        Self::PeerKept,
        Self::PeerEarly,
        Self::PeerHelpers,
        Self::PeerMentees,
    ];

    /// Its word; the tail of its text key and of its address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Meetings => "meetings",
            Self::Contacts => "contacts",
            Self::Observations => "observations",
            Self::Visits => "visits",
            Self::Together => "together",
            Self::Themes => "themes",
            Self::Notes => "notes",
            Self::StepsDone => "steps_done",
            Self::StepsOpen => "steps_open",
            Self::MilestonesDone => "milestones_done",
            Self::MilestonesOpen => "milestones_open",
            Self::Easier => "easier",
            Self::Pairs => "pairs",
            Self::NotMet => "not_met",
            Self::NoPlan => "no_plan",
            Self::Ended => "ended",
            Self::InTime => "in_time",
            Self::PeerPairs => "peer_pairs",
            Self::PeerKept => "peer_kept",
            Self::PeerEarly => "peer_early",
            Self::PeerHelpers => "peer_helpers",
            Self::PeerMentees => "peer_mentees",
        }
    }

    /// Reads a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.word() == word)
    }

    /// True where its lines are pairs of pupils or pupils: they stand there by a number, and nobody by name.
    pub const fn is_of_pupils(self) -> bool {
        matches!(
            self,
            Self::PeerPairs | Self::PeerKept | Self::PeerEarly | Self::PeerHelpers | Self::PeerMentees
        )
    }
}

/// One line of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The word of a template: a kind of meeting, a step, a line of the checklist, a topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// Own words, or names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// Minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
}

/// A list with what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// What it counts.
    pub what: What,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl List {
    /// Its total.
    pub const fn total(&self) -> usize {
        self.lines.len()
    }

    /// Minutes of all its lines together.
    pub fn minutes(&self) -> u32 {
        self.lines.iter().filter_map(|line| line.minutes).map(u32::from).sum()
    }
}

/// A figure of many that opens no list, or why it is not shown: whoever reads it learns of no child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Closed cases of concern.
    Cases {
        /// How many.
        number: u32,
    },
    /// Fewer than this many cases; how many fewer stays unknown, none included.
    FewCases {
        /// The least that is told.
        least: u32,
    },
    /// How the answer whether they have somebody to be with at school changed for those who are helped, in points of a hundred.
    Belonging {
        /// How many answered twice.
        pupils: u32,
        /// The mean change.
        mean: i32,
        /// Lower end of its interval of 95 %.
        low: i32,
        /// Upper end.
        high: i32,
    },
    /// Fewer than this many answered twice.
    FewAnswers {
        /// The least that is told.
        least: u32,
    },
    /// The answers of all changed alike: there is no interval.
    SameAnswers,
}

/// Somebody named in a report, as on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Full name.
    pub name: String,
    /// Post in Kazakh.
    pub post_kk: String,
    /// Post in Russian.
    pub post_ru: String,
}

/// Everything that a report gathers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The first day that is covered.
    pub from: Day,
    /// The last day that is covered: of the term, or the day of gathering before that.
    pub until: Day,
    /// The newcomer of the pair.
    pub newcomer: Option<Party>,
    /// The mentor of the pair.
    pub mentor: Option<Party>,
    /// Number and day of the order.
    pub order: Option<(String, Day)>,
    /// Lists, each with its total.
    pub lists: Vec<List>,
    /// Figures that open no list; the report of the pupil programme alone has any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
}

/// How a list differs from what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which list.
    pub what: What,
    /// Lines that have come.
    pub more: usize,
    /// Lines that are no longer there.
    pub less: usize,
}

impl Facts {
    /// One list.
    pub fn list(&self, what: What) -> Option<&List> {
        self.lists.iter().find(|list| list.what == what)
    }

    /// What has changed from these facts to those of now, list by list; nothing where all is the same. A list that was
    /// not counted then has not changed since, and what is one sum of several lists is told once, by its list.
    pub fn changes(&self, now: &Self) -> Vec<Change> {
        let gone = |from: &[Line], to: &[Line]| {
            let mut rest = to.to_vec();
            from.iter()
                .filter(|line| match rest.iter().position(|other| other == *line) {
                    Some(at) => {
                        rest.swap_remove(at);
                        false
                    }
                    None => true,
                })
                .count()
        };
        let lines = |facts: &Self, what| facts.list(what).map(|list| list.lines.clone()).unwrap_or_default();
        What::ALL
            .into_iter()
            .filter(|what| self.list(*what).is_some() && *what != What::Together)
            .map(|what| {
                let (was, is) = (lines(self, what), lines(now, what));
                Change { what, more: gone(&is, &was), less: gone(&was, &is) }
            })
            .filter(|change| change.more + change.less > 0)
            .collect()
    }
}
