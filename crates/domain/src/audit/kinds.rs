//! Of what kind a deed is, and who may read which kind.

use super::Deed;
use crate::SchoolId;
use crate::people::Actor;
use crate::permissions::{Action, Denied, may};

/// What a deed is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// People, their roles, slips with codes.
    People,
    /// Lists of the school.
    Rosters,
    /// The programme, its dates and settings, days off.
    Programmes,
    /// Mentors and newcomers of the programme.
    Mentors,
    /// Joint work.
    Contacts,
    /// Requests.
    Requests,
    /// Rankings and what is proposed from them.
    Choices,
    /// Pairs and consents.
    Pairs,
    /// Meetings of pairs.
    Meetings,
    /// Changes of mentor that were asked for in confidence.
    Handovers,
    /// Observations of lessons.
    Observations,
    /// Work plans of pairs.
    Plans,
    /// Reports, their signatures, forms and archives.
    Reports,
    /// What is the newcomer's own: the development plan, the difficulty map, the adaptation checklist, evidence.
    Growth,
    /// The mentor course: who is in it, cases, sessions of training.
    Courses,
    /// Orders.
    Orders,
    /// Disciplinary sanctions.
    Sanctions,
    /// What the law names against being helped by pupils.
    Eligibility,
    /// Pupils, who looks after them, consents about them.
    Pupils,
    /// Ideas of young specialists; who shares, votes and comments leaves no line (docs/decisions/0050).
    Ideas,
    /// Sign-ins, and what people set for themselves.
    Accounts,
}

impl Kind {
    /// All kinds, in the order of the page.
    pub const ALL: [Self; 21] = [
        Self::People,
        Self::Rosters,
        Self::Programmes,
        Self::Mentors,
        Self::Contacts,
        Self::Requests,
        Self::Choices,
        Self::Pairs,
        Self::Meetings,
        Self::Handovers,
        Self::Observations,
        Self::Plans,
        Self::Reports,
        Self::Growth,
        Self::Courses,
        Self::Orders,
        Self::Sanctions,
        Self::Eligibility,
        Self::Pupils,
        Self::Ideas,
        Self::Accounts,
    ];

    /// The word in addresses; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Rosters => "rosters",
            Self::Programmes => "programmes",
            Self::Mentors => "mentors",
            Self::Contacts => "contacts",
            Self::Requests => "requests",
            Self::Choices => "choices",
            Self::Pairs => "pairs",
            Self::Meetings => "meetings",
            Self::Handovers => "handovers",
            Self::Observations => "observations",
            Self::Plans => "plans",
            Self::Reports => "reports",
            Self::Growth => "growth",
            Self::Courses => "courses",
            Self::Orders => "orders",
            Self::Sanctions => "sanctions",
            Self::Eligibility => "eligibility",
            Self::Pupils => "pupils",
            Self::Ideas => "ideas",
            Self::Accounts => "accounts",
        }
    }

    /// Reads a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What is read and what is set all day long: shown only where somebody asks for it.
    pub const fn is_everyday(self) -> bool {
        matches!(self, Self::Accounts)
    }

    /// The deeds of this kind.
    pub fn deeds(self) -> impl Iterator<Item = Deed> {
        Deed::ALL.iter().copied().filter(move |deed| deed.kind() == self)
    }
}

/// May the actor read the lines of this kind?
pub fn may_read(actor: &Actor, school: &SchoolId, kind: Kind) -> Result<(), Denied> {
    may(actor, &Action::SeeAudit(school))?;
    match kind {
        Kind::Requests => may(actor, &Action::SeeRequestStates(school)),
        Kind::Contacts => may(actor, &Action::SeeContacts(school)),
        Kind::Choices => may(actor, &Action::ManageProposals(school)),
        // How often two people meet is no figure for the head.
        Kind::Meetings => may(actor, &Action::SeeDisputes(school)),
        // Not for the head; whether the line itself is for this coordinator, `Action::DecideHandover` says.
        // Nor is what is the newcomer's own, and who watches whose lessons how often; the coordinator reads that something
        // was written, never what.
        Kind::Handovers | Kind::Observations | Kind::Growth => may(actor, &Action::ManageProgramme(school)),
        Kind::Ideas => may(actor, &Action::ManageIdeas(school)),
        // Of a sanction only the head reads more than until when it bars somebody. What the law names of a pupil is kept
        // by the head and a specialist, and a specialist reads no log.
        Kind::Sanctions | Kind::Eligibility => may(actor, &Action::SignOrders(school)),
        // Who learns how is no figure for the head either.
        Kind::Courses => may(actor, &Action::ManageCourses(school)),
        Kind::People
        | Kind::Rosters
        | Kind::Programmes
        | Kind::Mentors
        | Kind::Pairs
        | Kind::Plans
        | Kind::Reports
        | Kind::Orders
        | Kind::Pupils
        | Kind::Accounts => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::Role;

    fn reader(role: Role) -> Actor {
        Actor { person: "p".into(), school: Some("s".into()), district: None, roles: vec![role] }
    }

    #[test]
    fn n08_the_log_does_not_tell_the_head_who_writes_to_whom() {
        let school = SchoolId::from("s");
        let hidden = |role: Role| -> Vec<Kind> {
            let reader = reader(role);
            Kind::ALL.into_iter().filter(|kind| may_read(&reader, &school, *kind).is_err()).collect()
        };
        assert_eq!(hidden(Role::Coordinator), [Kind::Sanctions, Kind::Eligibility]);
        let hidden_from_head = [
            Kind::Contacts,
            Kind::Requests,
            Kind::Choices,
            Kind::Meetings,
            Kind::Handovers,
            Kind::Observations,
            Kind::Growth,
            Kind::Courses,
            Kind::Ideas,
        ];
        assert_eq!(hidden(Role::Head), hidden_from_head);
        assert_eq!(hidden(Role::Mentor), Kind::ALL);
    }
}
