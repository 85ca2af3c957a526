//! Messages to many (feat:N2): a template in three languages with variables of a closed list, an audience of a closed list,
//! and what became of it for each person. Nobody gets one edition of a template twice (docs/decisions/0057).

use crate::meetings::Unmet;
use crate::people::Person;
use crate::{BroadcastId, Day, Instant, MessageId, PersonId, SchoolId};
use serde::{Deserialize, Serialize};

/// Most characters of the name of a template, and of a subject.
pub const MOST_LINE: usize = 120;
/// Most characters of a text.
pub const MOST_TEXT: usize = 1500;
/// Most templates of a school.
pub const MOST_MESSAGES: usize = 60;

/// What is filled in for each reader. It stands in a text as its word in square brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Variable {
    /// How the reader is addressed.
    Name,
    /// The school, in short.
    School,
    /// The school year.
    Year,
    /// Who sends it.
    Sender,
    /// With whom the reader works in a pair.
    Partner,
    /// When the reader's pair meets next.
    Meeting,
}

impl Variable {
    /// All.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::School, Self::Year, Self::Sender, Self::Partner, Self::Meeting];

    /// The word between the brackets, the same in every language; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::School => "school",
            Self::Year => "year",
            Self::Sender => "sender",
            Self::Partner => "partner",
            Self::Meeting => "meeting",
        }
    }

    /// Reads a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|variable| variable.word() == word)
    }
}

/// A piece of a text.
enum Piece<'a> {
    /// As it stands.
    Plain(&'a str),
    /// Letters alone between square brackets: a variable, or a slip of the hand.
    Named(&'a str),
}

/// The pieces of a text, in order. Brackets around anything but letters are text.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while let Some((before, after)) = rest.split_once('[') {
        let word = after.split_once(']').map(|(word, _)| word);
        let word = word.filter(|word| !word.is_empty() && word.chars().all(char::is_alphabetic));
        if let Some(word) = word {
            pieces.extend([Piece::Plain(before), Piece::Named(word)]);
            rest = &after[word.len() + 1..];
        } else {
            pieces.push(Piece::Plain(&rest[..=before.len()]));
            rest = after;
        }
    }
    pieces.push(Piece::Plain(rest));
    pieces
}

/// The first word of a text that looks like a variable and is none.
pub fn unknown(text: &str) -> Option<&str> {
    pieces(text).into_iter().find_map(|piece| match piece {
        Piece::Named(word) if Variable::from_word(word).is_none() => Some(word),
        _ => None,
    })
}

/// A text with everything filled in. What is filled in is not read again: a name with brackets stays a name.
pub fn fill(text: &str, value: impl Fn(Variable) -> String) -> String {
    let filled = |piece| match piece {
        Piece::Plain(text) => text.to_owned(),
        Piece::Named(word) => Variable::from_word(word).map_or_else(|| format!("[{word}]"), &value),
    };
    pieces(text).into_iter().map(filled).collect()
}

/// A template in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

impl Text {
    /// Both are written.
    pub const fn is_whole(&self) -> bool {
        !self.subject.is_empty() && !self.text.is_empty()
    }
}

/// A template in the three languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// In Kazakh.
    pub kk: Text,
    /// In Russian.
    pub ru: Text,
    /// In English.
    pub en: Text,
}

impl Texts {
    const fn each(&self) -> [&Text; 3] {
        [&self.kk, &self.ru, &self.en]
    }

    /// All three are written: it can be sent.
    pub fn is_whole(&self) -> bool {
        self.each().into_iter().all(Text::is_whole)
    }

    /// The same where no variable is unknown.
    pub fn checked(self) -> Result<Self, MessageRefused> {
        let both = |one: &Text| unknown(&one.subject).or_else(|| unknown(&one.text)).map(str::to_owned);
        let slip = self.each().into_iter().find_map(both);
        slip.map_or(Ok(self), |word| Err(MessageRefused::Unknown(word)))
    }
}

/// A template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// What the coordinators call it; no recipient reads it.
    pub name: String,
    /// What it says.
    pub texts: Texts,
    /// It is in use; what was taken off the list stays for the log.
    pub used: bool,
    /// Its edition, and the version for optimistic locking.
    pub version: i64,
}

/// To whom a message goes: a closed list, each by what the system knows on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Everybody who works at the school and has a role.
    Everybody,
    /// Newcomers of the programme.
    Newcomers,
    /// Mentors.
    Mentors,
    /// Newcomers without a chosen or appointed mentor.
    Waiting,
    /// Both of every pair that was chosen or appointed and has not ended.
    Paired,
    /// Whose consent to a published pair is missing (doc:A2).
    Consent,
    /// Mentors of an assigned pair without a work plan (doc:A4).
    Plan,
    /// Who has not said this term that what the school keeps of them is right (feat:N3).
    Data,
}

impl Audience {
    /// All, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Everybody,
        Self::Newcomers,
        Self::Mentors,
        Self::Waiting,
        Self::Paired,
        Self::Consent,
        Self::Plan,
        Self::Data,
    ];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Newcomers => "newcomers",
            Self::Mentors => "mentors",
            Self::Waiting => "waiting",
            Self::Paired => "paired",
            Self::Consent => "consent",
            Self::Plan => "plan",
            Self::Data => "data",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.word() == word)
    }
}

/// To whom a message goes: an audience, and whom of it. What is named narrows it; where more than one is, all must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The audience.
    pub audience: Audience,
    /// Those of this subject alone.
    pub subject: Option<String>,
    /// This person alone.
    pub person: Option<PersonId>,
    /// Both of pairs that have not met for so many weeks alone (docs/decisions/0069).
    pub unmet: Option<Unmet>,
}

impl From<Audience> for Target {
    fn from(audience: Audience) -> Self {
        Self { audience, subject: None, person: None, unmet: None }
    }
}

impl Target {
    /// Is somebody of the audience among those who are meant, as far as the list of people says? Whose pair has not met is
    /// looked up beside it.
    pub fn takes(&self, person: &Person) -> bool {
        let subject = self.subject.is_none() || self.subject == person.subject;
        subject && self.person.as_ref().is_none_or(|one| *one == person.id)
    }
}

/// A template that was sent: what it said is kept, whatever becomes of the template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broadcast {
    /// Its id.
    pub id: BroadcastId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// Of which template.
    pub message: MessageId,
    /// Of which edition of it.
    pub edition: i64,
    /// What it was called.
    pub name: String,
    /// What it said.
    pub texts: Texts,
    /// To whom.
    pub to: Target,
    /// The calendar year in which its school year begins.
    pub first_year: i16,
    /// Who sent it.
    pub by: PersonId,
    /// When.
    pub at: Instant,
    /// On which day at the school.
    pub on: Day,
}

/// What became of a message for one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The letter waits: for the carrier, for the end of the quiet hours, for the letter of the day.
    Waiting,
    /// The letter was handed over.
    Sent,
    /// No letter: it is read on the page. Why – no address, no wish for letters of this kind – is nobody's business.
    OnPage,
    /// The letter could not be carried; it is read on the page.
    Failed,
}

impl Outcome {
    /// All.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Sent, Self::OnPage, Self::Failed];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::OnPage => "page",
            Self::Failed => "failed",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }
}

/// A line of the log of deliveries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// To whom.
    pub person: PersonId,
    /// What became of it.
    pub outcome: Outcome,
    /// Since when; none while it waits.
    pub at: Option<Instant>,
}

/// Why a message is neither kept nor sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageRefused {
    /// It needs a name.
    Nameless,
    /// The school has as many as it can.
    TooMany,
    /// This word between brackets is no variable.
    Unknown(String),
    /// A language is missing.
    Unfinished,
    /// Nobody is left to whom it would go.
    Nobody,
    /// It would go to more or fewer people than were shown, or say something else.
    Others,
    /// Whoever tries it has no address to which the letter could go.
    NoAddress,
}

/// May it be sent to so many people, where the sender was shown this edition and this list? A list is a mark of everybody on
/// it: where one has gone and another has come it is another one, though they are as many.
pub fn may_send(
    message: &Message,
    (fresh, list): (usize, &str),
    shown: (i64, &str),
) -> Result<(), MessageRefused> {
    match () {
        () if !message.used || !message.texts.is_whole() => Err(MessageRefused::Unfinished),
        () if fresh == 0 => Err(MessageRefused::Nobody),
        () if (message.version, list) != shown => Err(MessageRefused::Others),
        () => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(variable: Variable) -> String {
        match variable {
            Variable::Name => "Әлия [year] Серікқызы".to_owned(),
            other => other.word().to_uppercase(),
        }
    }

    #[test]
    fn variables_are_filled_in_and_other_brackets_are_text() {
        let filled = fill("[name]: [school], [см. ниже] [ ] [2] [[year]] [", value);
        assert_eq!(filled, "Әлия [year] Серікқызы: SCHOOL, [см. ниже] [ ] [2] [YEAR] [");
    }

    #[test]
    fn a_slip_of_the_hand_is_named() {
        assert_eq!(unknown("[name] [shcool]"), Some("shcool"));
        assert_eq!(unknown("Құрметті [аты]"), Some("аты"));
        assert_eq!(unknown("[Name]"), Some("Name"));
        assert_eq!(unknown("[name], [31m, [ ], []"), None);
        let texts =
            Texts { ru: Text { subject: "[имя]".into(), text: String::new() }, ..Texts::default() };
        assert_eq!(texts.checked(), Err(MessageRefused::Unknown("имя".into())));
    }

    #[test]
    fn only_what_is_written_in_three_languages_goes_to_as_many_as_were_shown() {
        let text = Text { subject: "a".into(), text: "b".into() };
        let whole = Texts { kk: text.clone(), ru: text.clone(), en: text };
        let mut message = Message {
            id: "m".into(),
            school: "s".into(),
            name: "n".into(),
            texts: whole,
            used: true,
            version: 0,
        };
        assert_eq!(may_send(&message, (3, "a"), (0, "a")), Ok(()));
        assert_eq!(may_send(&message, (0, "a"), (0, "a")), Err(MessageRefused::Nobody));
        assert_eq!(may_send(&message, (3, "a"), (0, "b")), Err(MessageRefused::Others), "as many others");
        let edition = may_send(&message, (3, "a"), (1, "a"));
        assert_eq!(edition, Err(MessageRefused::Others), "another edition was shown");
        message.texts.en.text.clear();
        assert_eq!(may_send(&message, (3, "a"), (0, "a")), Err(MessageRefused::Unfinished));
    }

    #[test]
    fn words_read_back() {
        assert!(Variable::ALL.iter().all(|one| Variable::from_word(one.word()) == Some(*one)));
        assert!(Audience::ALL.iter().all(|one| Audience::from_word(one.word()) == Some(*one)));
        assert!(Outcome::ALL.iter().all(|one| Outcome::from_word(one.word()) == Some(*one)));
    }

    proptest! {
        #[test]
        fn a_text_without_variables_stays_as_it_is(text in "[^\\[]{0,60}") {
            prop_assert_eq!(fill(&text, value), text.clone());
            prop_assert_eq!(unknown(&text), None);
        }

        #[test]
        fn any_text_can_be_read(text in "[\\[\\]a-zәі ]{0,40}") {
            if unknown(&text).is_none() {
                fill(&text, value);
            }
            prop_assert_eq!(fill(&text, |variable| format!("[{}]", variable.word())), text);
        }
    }
}
