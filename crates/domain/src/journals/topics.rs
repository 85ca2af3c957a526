//! What a single meeting was, and what it was about (feat:I5; essay:E40; doc:B6). Nobody has to say it: as long as nobody does,
//! it is what the two agreed on, and about what they did last.

use crate::peers::weekly::{Form, Weekly};
use crate::{Day, Instant, PeerPairId, PersonId, SchoolId};

/// Most characters of a topic.
pub const MOST_TOPIC: usize = 80;

/// What a meeting was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Learning together.
    Elective,
    /// A walk within the school grounds.
    Walk,
    /// A walk off the grounds, with an adult and the consent of both to that.
    Outside,
    /// A programme: play, craft, an outing within the school.
    Programme,
}

impl Kind {
    /// All kinds, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Elective, Self::Walk, Self::Outside, Self::Programme];

    /// What the meetings of a pair are.
    pub const fn of(weekly: &Weekly) -> Self {
        match (weekly.form, weekly.off_site) {
            (Form::Elective, _) => Self::Elective,
            (Form::Programme, _) => Self::Programme,
            (Form::Walk, true) => Self::Outside,
            (Form::Walk, false) => Self::Walk,
        }
    }

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Elective => "elective",
            Self::Walk => "walk",
            Self::Outside => "outside",
            Self::Programme => "programme",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What is known of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What it was.
    pub kind: Kind,
    /// What it was about.
    pub topic: Option<String>,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// What it was.
    Kind(Kind),
    /// What it was about; empty where nothing is to be said.
    Topic(Option<String>),
}

/// What somebody says of a meeting, with what their page had there (docs/decisions/0040).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Whose meeting.
    pub pair: PeerPairId,
    /// What is said.
    pub said: Part,
    /// What the page knew.
    pub known: Part,
}

impl About {
    /// What stands of a meeting as long as nobody has said anything; `last` is the topic of the meeting before.
    pub fn usual(weekly: &Weekly, last: Option<String>) -> Self {
        Self { kind: Kind::of(weekly), topic: last }
    }

    /// True where it says so already.
    pub fn says(&self, part: &Part) -> bool {
        match part {
            Part::Kind(kind) => self.kind == *kind,
            Part::Topic(topic) => self.topic == *topic,
        }
    }

    /// True where somebody else said something meanwhile, and something else; then nothing is written over it.
    pub fn is_late(&self, told: &Told) -> bool {
        !self.says(&told.known) && !self.says(&told.said)
    }

    /// The same with what is said.
    #[must_use]
    pub fn with(self, part: Part) -> Self {
        match part {
            Part::Kind(kind) => Self { kind, ..self },
            Part::Topic(topic) => Self { topic, ..self },
        }
    }
}

/// What was written down of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The school; leads every key.
    pub school: SchoolId,
    /// Whose meeting.
    pub pair: PeerPairId,
    /// The Monday of the week.
    pub week: Day,
    /// What it was.
    pub about: About,
    /// Who wrote it down, and when.
    pub by: (PersonId, Instant),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::weekly::tests::weekly;

    fn told(said: Part, known: Part) -> Told {
        Told { pair: "pair".into(), said, known }
    }

    fn topic(text: &str) -> Part {
        Part::Topic(Some(text.into()))
    }

    #[test]
    fn nobody_has_to_say_what_the_two_agreed_on() {
        let usual = About::usual(&weekly(), Some("бөлшектер".into()));
        assert!(usual.says(&Part::Kind(Kind::Elective)) && usual.says(&topic("бөлшектер")));
        let outside = Weekly { form: Form::Walk, off_site: true, ..weekly() };
        assert_eq!(Kind::of(&outside), Kind::Outside);
        assert_eq!(Kind::of(&Weekly { off_site: false, ..outside }), Kind::Walk);
    }

    #[test]
    fn what_another_device_said_is_not_written_over_and_twice_is_once() {
        let standing = About { kind: Kind::Walk, topic: Some("шахмат".into()) };
        assert!(standing.is_late(&told(topic("пьеса"), topic("бөлшектер"))));
        assert!(!standing.is_late(&told(topic("шахмат"), topic("бөлшектер"))), "sent twice");
        assert!(!standing.is_late(&told(topic("пьеса"), topic("шахмат"))), "whoever read it may");
        assert!(!standing.is_late(&told(Part::Kind(Kind::Elective), Part::Kind(Kind::Walk))));
        let changed = standing.with(Part::Kind(Kind::Elective));
        assert_eq!(changed, About { kind: Kind::Elective, topic: Some("шахмат".into()) });
    }
}
