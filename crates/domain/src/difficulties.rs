//! The newcomer's difficulty map: what is hard, from 0 to 3, asked in September, January and May (doc:A8; feat:E2;
//! essay:E3, E4). It is the newcomer's own: nobody adds it up, and the mentor reads it where the newcomer shares it.

use crate::plans::Step;
use crate::programmes::{Phase, Programme};
use crate::{Day, Instant, NewcomerId, ProgrammeId, SchoolId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most characters of the own words.
pub const MOST_WORDS: usize = 500;
/// Most needs that are proposed as steps at once (doc:A5: three to five goals).
const MOST_NEEDS: usize = 5;

/// What is asked about: about two lines for each block of doc:A8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Planning of a lesson.
    Planning,
    /// Planning of a quarter and a year.
    LongPlans,
    /// Goals of a lesson.
    Goals,
    /// Methods of teaching.
    Methods,
    /// Interest in the subject.
    Motivation,
    /// Questions, and time to think.
    Questioning,
    /// Work in pairs and groups.
    GroupWork,
    /// Tasks for pupils of different levels.
    Differentiation,
    /// Pupils who are ahead.
    Talented,
    /// Formative and summative assessment.
    Assessment,
    /// What pupils hear about their work.
    Feedback,
    /// Tasks of summative assessment.
    Summative,
    /// Order in the class.
    Discipline,
    /// Quarrels among pupils.
    Conflicts,
    /// Pupils with special needs.
    SpecialNeeds,
    /// Pupils who know the language of teaching badly.
    Language,
    /// Digital tools.
    Ict,
    /// Papers and the e-journal.
    Documents,
    /// Talks with parents.
    Parents,
    /// A meeting of parents.
    ParentsMeeting,
    /// The own class.
    OwnClass,
    /// Hours with the own class.
    ClassHour,
    /// Signs of bullying.
    Bullying,
    /// Time and strain.
    Time,
    /// The place among colleagues.
    Colleagues,
}

impl Topic {
    /// All, in the order of the form.
    pub const ALL: [Self; 25] = [
        Self::Planning,
        Self::LongPlans,
        Self::Goals,
        Self::Methods,
        Self::Motivation,
        Self::Questioning,
        Self::GroupWork,
        Self::Differentiation,
        Self::Talented,
        Self::Assessment,
        Self::Feedback,
        Self::Summative,
        Self::Discipline,
        Self::Conflicts,
        Self::SpecialNeeds,
        Self::Language,
        Self::Ict,
        Self::Documents,
        Self::Parents,
        Self::ParentsMeeting,
        Self::OwnClass,
        Self::ClassHour,
        Self::Bullying,
        Self::Time,
        Self::Colleagues,
    ];

    /// The word under which it is stored; also the tail of its text key and of its field.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planning => "planning",
            Self::LongPlans => "long_plans",
            Self::Goals => "goals",
            Self::Methods => "methods",
            Self::Motivation => "motivation",
            Self::Questioning => "questioning",
            Self::GroupWork => "group_work",
            Self::Differentiation => "differentiation",
            Self::Talented => "talented",
            Self::Assessment => "assessment",
            Self::Feedback => "feedback",
            Self::Summative => "summative",
            Self::Discipline => "discipline",
            Self::Conflicts => "conflicts",
            Self::SpecialNeeds => "special_needs",
            Self::Language => "language",
            Self::Ict => "ict",
            Self::Documents => "documents",
            Self::Parents => "parents",
            Self::ParentsMeeting => "parents_meeting",
            Self::OwnClass => "own_class",
            Self::ClassHour => "class_hour",
            Self::Bullying => "bullying",
            Self::Time => "time",
            Self::Colleagues => "colleagues",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.word() == word)
    }

    /// The small step that is proposed for it (feat:E4).
    pub const fn step(self) -> Step {
        match self {
            Self::Planning => Step::GrowPlanning,
            Self::LongPlans => Step::GrowLongPlans,
            Self::Goals => Step::GrowGoals,
            Self::Methods => Step::GrowMethods,
            Self::Motivation => Step::GrowMotivation,
            Self::Questioning => Step::GrowQuestioning,
            Self::GroupWork => Step::GrowGroupWork,
            Self::Differentiation => Step::GrowDifferentiation,
            Self::Talented => Step::GrowTalented,
            Self::Assessment => Step::GrowAssessment,
            Self::Feedback => Step::GrowFeedback,
            Self::Summative => Step::GrowSummative,
            Self::Discipline => Step::GrowDiscipline,
            Self::Conflicts => Step::GrowConflicts,
            Self::SpecialNeeds => Step::GrowSpecialNeeds,
            Self::Language => Step::GrowLanguage,
            Self::Ict => Step::GrowIct,
            Self::Documents => Step::GrowDocuments,
            Self::Parents => Step::GrowParents,
            Self::ParentsMeeting => Step::GrowParentsMeeting,
            Self::OwnClass => Step::GrowOwnClass,
            Self::ClassHour => Step::GrowClassHour,
            Self::Bullying => Step::GrowBullying,
            Self::Time => Step::GrowTime,
            Self::Colleagues => Step::GrowColleagues,
        }
    }
}

/// Who could help with something (doc:A8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Helper {
    /// The mentor.
    Mentor,
    /// The subject group, the ШМО.
    Group,
    /// The school's psychologist.
    Psychologist,
    /// A course.
    Course,
}

impl Helper {
    /// All, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Mentor, Self::Group, Self::Psychologist, Self::Course];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mentor => "mentor",
            Self::Group => "group",
            Self::Psychologist => "psychologist",
            Self::Course => "course",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|helper| helper.word() == word)
    }
}

/// How hard something is: 0 not at all, 1 a little, 2 hard, 3 very hard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark(u8);

impl Mark {
    /// All marks, the lightest first.
    pub const ALL: [Self; 4] = [Self(0), Self(1), Self(2), Self(3)];

    /// From here on something counts as hard.
    pub const NEED: u8 = 2;

    /// A mark from its number; `None` outside 0..=3.
    pub fn new(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.0 == number)
    }

    /// Its number, 0..=3.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// From here on a step is proposed.
    const fn is_need(self) -> bool {
        self.0 >= Self::NEED
    }
}

/// When a map is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// At the beginning of the year.
    September,
    /// After the winter holidays.
    January,
    /// At the end of the year.
    May,
}

impl Season {
    /// All, in the order of the year.
    pub const ALL: [Self; 3] = [Self::September, Self::January, Self::May];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::September => "september",
            Self::January => "january",
            Self::May => "may",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|season| season.word() == word)
    }

    /// The map that is filled in on a day: from the first day of the selection on, from 11 January, from 1 May;
    /// none before and after the programme's work.
    pub fn on(programme: &Programme, today: Day) -> Option<Self> {
        let begun = |season: &Self| season.begins_on(programme).is_some_and(|day| today >= day);
        match programme.phase(today) {
            Phase::Hiring | Phase::Closed => None,
            _ => Some([Self::May, Self::January].into_iter().find(begun).unwrap_or(Self::September)),
        }
    }

    /// Its first day; September begins with the selection.
    pub fn begins_on(self, programme: &Programme) -> Option<Day> {
        let next = programme.first_year.saturating_add(1);
        match self {
            Self::September => None,
            Self::January => Some(jiff::civil::date(next, 1, 11)),
            Self::May => Some(jiff::civil::date(next, 5, 1)),
        }
    }
}

/// One map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map {
    /// The school; leads every key.
    pub school: SchoolId,
    /// The programme.
    pub programme: ProgrammeId,
    /// Whose it is.
    pub newcomer: NewcomerId,
    /// When it was filled in.
    pub season: Season,
    /// What was answered; a topic may be left out.
    pub marks: BTreeMap<Topic, Mark>,
    /// Who could help with what; whoever reads the map reads it too.
    pub helpers: BTreeMap<Topic, Helper>,
    /// What else is hard, in own words.
    pub words: Option<String>,
    /// The mentor of now may read it.
    pub shared: bool,
    /// When it was filled in last.
    pub filled_at: Instant,
}

impl Map {
    /// True where a later map of the season says something else; whether it is shared is no answer.
    pub fn gives_way(&self, later: &Self) -> bool {
        self.marks != later.marks || self.helpers != later.helpers || self.words != later.words
    }

    /// On which topics a later map says something else, in the order of the form.
    pub fn changes(&self, later: &Self) -> Vec<Topic> {
        let said =
            |map: &Self, topic: &Topic| (map.marks.get(topic).copied(), map.helpers.get(topic).copied());
        let differs = |topic: &Topic| said(self, topic) != said(later, topic);
        Topic::ALL.into_iter().filter(differs).collect()
    }

    /// What is hard, the hardest first, at most five; never a sum over a person.
    pub fn needs(&self) -> Vec<Topic> {
        let mut needs: Vec<(Topic, Mark)> = self
            .marks
            .iter()
            .filter(|(_, mark)| mark.is_need())
            .map(|(topic, mark)| (*topic, *mark))
            .collect();
        needs.sort_by_key(|(_, mark)| std::cmp::Reverse(*mark));
        needs.into_iter().map(|(topic, _)| topic).take(MOST_NEEDS).collect()
    }
}

/// The maps of a season of which a school reads figures, in groups of `least` and more: those that were filled in before
/// an instant, the beginning of the month, in whole batches of `least` in the order in which they were filled in; the
/// rest waits for the next batch. So nobody who looks before and after one more map can tell what stands in it.
pub fn counted(mut maps: Vec<Map>, season: Season, before: Instant, least: usize) -> Vec<Map> {
    maps.retain(|map| map.season == season && map.filled_at < before);
    maps.sort_by(|one, other| (one.filled_at, &one.newcomer).cmp(&(other.filled_at, &other.newcomer)));
    let batches = maps.len().checked_div(least).unwrap_or_default();
    maps.truncate(batches * least);
    maps
}

/// Why a map is not kept, or a step not taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FillRefused {
    /// Nothing is asked on this day.
    NotNow,
    /// Nothing is answered.
    Nothing,
    /// Longer than [`MOST_WORDS`].
    TooLong,
    /// No map stands there, or it does not name this as hard.
    NotProposed,
}

/// May these answers be kept today? Gives the season.
pub fn fill(
    marks: &BTreeMap<Topic, Mark>,
    words: Option<&str>,
    programme: &Programme,
    today: Day,
) -> Result<Season, FillRefused> {
    let season = Season::on(programme, today).ok_or(FillRefused::NotNow)?;
    match () {
        () if marks.is_empty() => Err(FillRefused::Nothing),
        () if words.is_some_and(|words| words.chars().count() > MOST_WORDS) => Err(FillRefused::TooLong),
        () => Ok(season),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn programme() -> Programme {
        Programme::usual("programme".into(), "school".into(), 2026)
    }

    fn marks(given: &[(Topic, u8)]) -> BTreeMap<Topic, Mark> {
        given.iter().map(|(topic, mark)| (*topic, Mark::new(*mark).unwrap())).collect()
    }

    #[test]
    fn three_maps_a_year_are_asked_for() {
        let on = |day| Season::on(&programme(), day);
        assert_eq!(on(date(2026, 8, 20)), None);
        assert_eq!(on(date(2026, 9, 1)), Some(Season::September));
        assert_eq!(on(date(2026, 12, 25)), Some(Season::September));
        assert_eq!(on(date(2027, 1, 11)), Some(Season::January));
        assert_eq!(on(date(2027, 5, 1)), Some(Season::May));
        assert_eq!(on(date(2027, 5, 26)), None);
    }

    #[test]
    fn what_is_hardest_comes_first_and_what_is_light_is_no_need() {
        let map = Map {
            school: "school".into(),
            programme: "programme".into(),
            newcomer: "dana".into(),
            season: Season::September,
            marks: marks(&[(Topic::Planning, 2), (Topic::Parents, 3), (Topic::Ict, 1), (Topic::Time, 2)]),
            helpers: BTreeMap::new(),
            words: None,
            shared: false,
            filled_at: Instant::UNIX_EPOCH,
        };
        assert_eq!(map.needs(), [Topic::Parents, Topic::Planning, Topic::Time]);
        let shared = Map { shared: true, ..map.clone() };
        assert!(!map.gives_way(&shared) && map.changes(&shared).is_empty(), "sharing is no answer");
        let later = Map {
            marks: marks(&[(Topic::Planning, 1), (Topic::Parents, 3), (Topic::Ict, 1)]),
            ..map.clone()
        };
        assert!(map.gives_way(&later));
        let asks = Map { helpers: [(Topic::Parents, Helper::Mentor)].into(), ..map.clone() };
        assert!(map.gives_way(&asks) && map.changes(&asks) == [Topic::Parents]);
        assert_eq!(map.changes(&later), [Topic::Planning, Topic::Time], "one lighter, one left out");
        let all = Map { marks: Topic::ALL.map(|topic| (topic, Mark(3))).into(), ..map };
        assert_eq!(all.needs().len(), MOST_NEEDS);
    }

    #[test]
    fn maps_are_counted_in_whole_batches_of_earlier_months() {
        let map = |newcomer: &str, hours: i64| Map {
            school: "school".into(),
            programme: "programme".into(),
            newcomer: newcomer.into(),
            season: Season::September,
            marks: marks(&[(Topic::Parents, 3)]),
            helpers: BTreeMap::new(),
            words: None,
            shared: false,
            filled_at: Instant::UNIX_EPOCH + jiff::SignedDuration::from_hours(hours),
        };
        let before = Instant::UNIX_EPOCH + jiff::SignedDuration::from_hours(100);
        let eleven: Vec<Map> = (0..11).map(|at| map(&format!("n{at}"), 20 - at)).collect();
        let ten = counted(eleven.clone(), Season::September, before, 5);
        assert_eq!((ten.len(), ten[0].newcomer.as_str()), (10, "n10"), "the earliest first");
        assert_eq!(counted(eleven[..4].to_vec(), Season::September, before, 5), []);
        assert_eq!(counted(eleven.clone(), Season::January, before, 5), []);
        let early = Instant::UNIX_EPOCH + jiff::SignedDuration::from_hours(15);
        assert_eq!(counted(eleven, Season::September, early, 5).len(), 5, "five of an earlier month");
    }

    #[test]
    fn nothing_answered_is_no_map() {
        let today = date(2026, 9, 10);
        let one = marks(&[(Topic::Planning, 0)]);
        assert_eq!(fill(&one, None, &programme(), today), Ok(Season::September));
        assert_eq!(fill(&BTreeMap::new(), None, &programme(), today), Err(FillRefused::Nothing));
        assert_eq!(fill(&one, None, &programme(), date(2027, 6, 1)), Err(FillRefused::NotNow));
        let long = "ә".repeat(MOST_WORDS + 1);
        assert_eq!(fill(&one, Some(&long), &programme(), today), Err(FillRefused::TooLong));
    }

    #[test]
    fn words_and_marks_read_back_and_every_topic_has_a_step_of_its_own() {
        assert!(Topic::ALL.into_iter().all(|topic| Topic::from_word(topic.word()) == Some(topic)));
        assert!(Season::ALL.into_iter().all(|season| Season::from_word(season.word()) == Some(season)));
        assert!(Helper::ALL.into_iter().all(|helper| Helper::from_word(helper.word()) == Some(helper)));
        assert_eq!((Mark::new(4), Helper::from_word("head")), (None, None));
        let steps: std::collections::BTreeSet<Step> = Topic::ALL.into_iter().map(Topic::step).collect();
        assert_eq!(steps.len(), Topic::ALL.len());
    }
}
