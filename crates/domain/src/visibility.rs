//! Who sees what of a pupil: the matrix of rules §17 (feat:M1), as `docs/visibility.md` has it.

use crate::people::{Actor, Role};
use crate::{PersonId, SchoolId};

/// A kind of data about a pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Data {
    /// First name, class, interests, the goal that is offered.
    Card,
    /// Quarter marks, attendance.
    Marks,
    /// Why the pupil was referred.
    Reason,
    /// Registers of school and police, facts of criminal law.
    Register,
    /// Who chose whom.
    Sociometry,
    /// Health, special needs.
    Health,
    /// What was done when.
    Sessions,
    /// Somebody is worried about the pupil.
    Concerns,
    /// A volunteer's own profile, training, hours.
    Volunteering,
    /// Who agreed to what.
    Consents,
    /// Which adults are asked to write for a volunteer, and what they wrote.
    References,
}

/// As what somebody looks at a pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The volunteer who helps the pupil.
    Volunteer,
    /// The pupil who is helped.
    Mentee,
    /// The pupil's parent or legal representative.
    Parent,
    /// The teacher who looks after the pupil's class.
    ClassTeacher,
    /// Runs the programme of the school.
    Coordinator,
    /// Psychologist or social pedagogue.
    Specialist,
    /// Heads the school.
    Head,
    /// The district's department.
    District,
}

/// How much of it somebody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// All of it.
    Whole,
    /// Less: what it is stands in `docs/visibility.md`. Opens nothing by itself.
    Part,
    /// Not even that it exists.
    Nothing,
}

impl Data {
    /// All kinds, in the order of the document.
    pub const ALL: [Self; 11] = [
        Self::Card,
        Self::Marks,
        Self::Reason,
        Self::Register,
        Self::Sociometry,
        Self::Health,
        Self::Sessions,
        Self::Concerns,
        Self::Volunteering,
        Self::Consents,
        Self::References,
    ];

    /// The word in the document.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Marks => "marks",
            Self::Reason => "reason",
            Self::Register => "register",
            Self::Sociometry => "sociometry",
            Self::Health => "health",
            Self::Sessions => "sessions",
            Self::Concerns => "concerns",
            Self::Volunteering => "volunteering",
            Self::Consents => "consents",
            Self::References => "references",
        }
    }

    /// The row of the matrix, in the order of [`Reader::ALL`].
    const fn row(self) -> [Sight; 8] {
        use Sight::{Nothing as N, Part as P, Whole as W};
        match self {
            Self::Card => [W, W, W, W, W, W, W, N],
            Self::Marks => [P, W, W, W, P, P, P, P],
            Self::Reason => [N, P, P, P, W, W, N, N],
            Self::Register => [N, N, W, P, P, W, W, N],
            Self::Sociometry => [N, N, P, P, N, P, N, N],
            Self::Health => [N, W, W, P, P, W, W, N],
            Self::Sessions => [W, W, P, W, W, W, P, P],
            Self::Concerns => [P, P, P, P, P, W, W, P],
            Self::Volunteering => [W, P, P, W, W, W, W, P],
            Self::Consents => [N, W, W, W, W, W, W, N],
            Self::References => [N, N, N, N, W, N, N, N],
        }
    }

    /// How much of it a reader sees.
    pub fn seen_by(self, reader: Reader) -> Sight {
        Reader::ALL
            .into_iter()
            .zip(self.row())
            .find(|(one, _)| *one == reader)
            .map_or(Sight::Nothing, |(_, sight)| sight)
    }
}

impl Reader {
    /// All readers, in the order of the document.
    pub const ALL: [Self; 8] = [
        Self::Volunteer,
        Self::Mentee,
        Self::Parent,
        Self::ClassTeacher,
        Self::Coordinator,
        Self::Specialist,
        Self::Head,
        Self::District,
    ];

    /// The word in the document.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Volunteer => "volunteer",
            Self::Mentee => "mentee",
            Self::Parent => "parent",
            Self::ClassTeacher => "class teacher",
            Self::Coordinator => "coordinator",
            Self::Specialist => "specialist",
            Self::Head => "head",
            Self::District => "district",
        }
    }
}

/// A pupil, as far as it matters who may look.
#[derive(Clone, Copy, Debug)]
pub struct Child<'a> {
    /// The school.
    pub school: &'a SchoolId,
    /// Who looks after the class today.
    pub class_teachers: &'a [PersonId],
    /// Psychologists and social pedagogues of today.
    pub specialists: &'a [PersonId],
    /// Those of them whom the head has named.
    pub named_by_head: &'a [PersonId],
}

impl Child<'_> {
    /// As what the actor looks at this child; nothing for everybody who has nothing to do with them.
    pub fn readers(&self, actor: &Actor) -> impl Iterator<Item = Reader> {
        let here = actor.school.as_ref() == Some(self.school) && !actor.roles.is_empty();
        [
            (Reader::ClassTeacher, here && self.class_teachers.contains(&actor.person)),
            (Reader::Coordinator, actor.is_at(Role::Coordinator, self.school)),
            (Reader::Specialist, here && self.specialists.contains(&actor.person)),
            (Reader::Head, actor.is_at(Role::Head, self.school)),
        ]
        .into_iter()
        .filter_map(|(reader, is)| is.then_some(reader))
    }

    /// True where the actor sees all of it. What the coordinator does not see whole opens to a specialist whom the head
    /// has named, and to no other: nobody lets themselves in (docs/decisions/0045).
    pub fn opens(&self, actor: &Actor, data: Data) -> bool {
        let needs_head = data.seen_by(Reader::Coordinator) != Sight::Whole;
        let is_named = |reader: Reader| {
            reader != Reader::Specialist || !needs_head || self.named_by_head.contains(&actor.person)
        };
        self.readers(actor).any(|reader| data.seen_by(reader) == Sight::Whole && is_named(reader))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    fn matrix() -> String {
        let heads: Vec<&str> = Reader::ALL.into_iter().map(Reader::word).collect();
        let mut text = format!("| data | {} |\n|---{}|\n", heads.join(" | "), "|---".repeat(heads.len()));
        for data in Data::ALL {
            let cell = |reader| match data.seen_by(reader) {
                Sight::Whole => "yes",
                Sight::Part => "part",
                Sight::Nothing => "–",
            };
            let cells: Vec<&str> = Reader::ALL.into_iter().map(cell).collect();
            let _ = writeln!(text, "| {} | {} |", data.word(), cells.join(" | "));
        }
        text
    }

    #[test]
    fn the_matrix_in_the_documents_is_what_the_code_decides() {
        let document = include_str!("../../../docs/visibility.md");
        let matrix = matrix();
        assert!(document.contains(&matrix), "docs/visibility.md should hold:\n{matrix}");
    }

    #[test]
    fn n19_neither_the_pupil_nor_the_volunteer_reads_why_somebody_was_referred() {
        for reader in [Reader::Mentee, Reader::Volunteer, Reader::Parent, Reader::District] {
            assert_ne!(Data::Reason.seen_by(reader), Sight::Whole, "{reader:?}");
        }
        assert_eq!(Data::Reason.seen_by(Reader::Volunteer), Sight::Nothing);
    }

    #[test]
    fn n08_the_district_sees_nothing_whole() {
        assert!(Data::ALL.into_iter().all(|data| data.seen_by(Reader::District) != Sight::Whole));
    }

    #[test]
    fn n08_a_duty_opens_nothing_in_another_school_and_nothing_without_a_role() {
        let (school, teacher) = (SchoolId::from("school-12"), [PersonId::from("dana")]);
        let all = &teacher;
        let child = Child { school: &school, class_teachers: all, specialists: all, named_by_head: all };
        let actor = |school: &str, roles: &[Role]| Actor {
            person: "dana".into(),
            school: Some(school.into()),
            district: None,
            roles: roles.to_vec(),
        };
        assert!(child.opens(&actor("school-12", &[Role::Teacher]), Data::Card));
        for stranger in [actor("school-7", &Role::ALL), actor("school-12", &[])] {
            assert!(Data::ALL.into_iter().all(|data| !child.opens(&stranger, data)), "{stranger:?}");
        }
    }

    #[test]
    fn n08_a_coordinator_who_names_themself_a_specialist_learns_nothing_new() {
        let (school, own) = (SchoolId::from("school-12"), [PersonId::from("gulnafisa")]);
        let named = Child { school: &school, class_teachers: &[], specialists: &own, named_by_head: &[] };
        let trusted = Child { named_by_head: &own, ..named };
        let nobody = Child { specialists: &[], ..named };
        let coordinator = Actor {
            person: "gulnafisa".into(),
            school: Some("school-12".into()),
            district: None,
            roles: vec![Role::Coordinator],
        };
        for data in Data::ALL {
            let opens = |child: Child<'_>| child.opens(&coordinator, data);
            assert_eq!(opens(named), opens(nobody), "{data:?}");
            assert!(opens(trusted) || data.seen_by(Reader::Specialist) != Sight::Whole, "{data:?}");
        }
    }
}
