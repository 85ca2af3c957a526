//! Settings with defaults: numbers of the law and of practice are data, not constants (rules §18).

use crate::choices::Mode;
use crate::courses::Mode as Exam;
use crate::mentors::{Field, Reach, Readers};
use crate::people::Category;
use crate::volunteers::{Grades, Organisation};
use jiff::civil::{Time, time};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// The smallest group whose count may leave a school, whatever it sets (rules §18).
pub const LEAST_CELL: u16 = 5;

/// Settings of a programme. A missing value in stored data takes its default, so that a new setting does not
/// break an old programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `pair.days_to_order`: working days from hiring to the order (Law 293-VI Art. 13; confirmed).
    pub days_to_order: u16,
    /// `choice.window_max`: longest selection, in months (essay:E14).
    pub choice_window_months: u8,
    /// `mentor.min_category`: lowest category of a mentor (Order 160; to verify).
    pub mentor_min_category: Category,
    /// `mentor.max_mentees`: most newcomers for one mentor (practice 1–2; to verify).
    pub max_mentees: u8,
    /// `sanction.most_months`: for how many months a disciplinary sanction holds at most (Labour Code Art. 66; to verify).
    pub sanction_months: u8,
    /// Whether a new pair needs a mentor who holds the right that the exam grants (feat:G9; ours).
    pub exam: Exam,
    /// Working days from being told a result of the exam in which an appeal may be filed (feat:G7; ours). A course keeps
    /// what stood when it began.
    pub appeal_days: u16,
    /// Hours of training that the mentor course asks for (rules §7; ours). A course keeps what stood when it began.
    pub course_hours: u8,
    /// Most requests open at once for one newcomer (feat:C10).
    pub open_requests: u8,
    /// Fewest characters of a request (feat:C9).
    pub request_min_chars: u16,
    /// Days in which a mentor answers (feat:C14).
    pub answer_days: u16,
    /// Longest list in a newcomer's sealed ranking (doc:A3), where as many pairs as possible are looked for; see
    /// [`Settings::longest_list`].
    pub ranked_choices: u8,
    /// A newcomer ranks only mentors with whom there was joint work (doc:A3); off where a school does not
    /// record joint work.
    pub ranked_after_contact: bool,
    /// `choice.mode`: what the engine looks for when the rankings are opened.
    pub choice_mode: Mode,
    /// `pay.pct_bdo`: supplement in percent of the basic salary (confirmed; per mentor or newcomer to verify).
    pub pay_percent: u16,
    /// `choice.round_days`: days of a second round (feat:C19).
    pub round_days: u16,
    /// Days from the order to the first meeting.
    pub first_meeting_days: u16,
    /// When the first lesson of a day begins: from it follow the times that a pair is offered (feat:D1).
    pub first_lesson: Time,
    /// How long a lesson lasts, in minutes.
    pub lesson_minutes: u16,
    /// How long a break lasts, in minutes.
    pub break_minutes: u16,
    /// `observation.floor`, September to December: observations of a newcomer's lessons; 0 counts none (doc:A9).
    pub observations_first: u8,
    /// `observation.floor`, January to May (doc:A9).
    pub observations_second: u8,
    /// How many of them in each half by somebody from outside the pair (rules §12).
    pub observations_outside: u8,
    /// `aggregate.min_cell`: the smallest group whose count leaves the school.
    pub min_cell: u16,
    /// Days in which somebody answers an idea of a young specialist (feat:H2; ours).
    pub idea_days: u16,
    /// `roundlantern.min_year`: for how many years of service a teacher who is no newcomer may be a «round lantern» (essay:E18).
    pub lantern_years: u16,
    /// So many colleagues make a recognition for one (feat:H5; ours).
    pub lantern_colleagues: u16,
    /// Both sides are asked in every fortnight how it goes (feat:K1; ours).
    pub pulse_fortnightly: bool,
    /// They are asked after a meeting how it went, one question a week at most (feat:K1; ours).
    pub pulse_after_meeting: bool,
    /// After so many fortnights in a row without an answer the coordinator is asked to ask (ours).
    pub pulse_silent: u8,
    /// `volunteer.min_grade`: the first grade whose pupils help others (ours).
    pub volunteer_grade: u8,
    /// `peer.age_gap`: by how many grades whoever helps is ahead, at least (ours).
    pub peer_ahead_least: u8,
    /// `peer.age_gap`: and at most (ours).
    pub peer_ahead_most: u8,
    /// Most pupils whom one pupil helps at a time (ours).
    pub peer_mentees: u8,
    /// Days after the end of a pair of pupils in which the child who was helped gets no other (ours).
    pub peer_rest_days: u16,
    /// `youth_organisations`: the grades whose pupils belong to each (rules §11; to verify).
    pub organisations: Grades,
    /// Who reads which field of a mentor's card (feat:B3).
    pub readers: Readers,
}

impl Settings {
    /// The most people whom a newcomer may rank; `None` where they may rank everybody. The true order is safe in lists
    /// of any length alone: in a bounded one somebody gains by naming whom they are likely to get (Haeringer and Klijn
    /// 2009), so a bound and the promise of [`Mode::Truthful`] do not go together.
    pub const fn longest_list(&self) -> Option<u8> {
        match self.choice_mode {
            Mode::Truthful => None,
            Mode::MostPairs => Some(self.ranked_choices),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            days_to_order: 5,
            choice_window_months: 2,
            mentor_min_category: Category::Expert,
            max_mentees: 2,
            sanction_months: 6,
            exam: Exam::NoExamYet,
            appeal_days: 5,
            course_hours: 24,
            open_requests: 3,
            request_min_chars: 20,
            answer_days: 14,
            ranked_choices: 3,
            ranked_after_contact: false,
            choice_mode: Mode::Truthful,
            pay_percent: 100,
            round_days: 14,
            first_meeting_days: 14,
            first_lesson: time(8, 0, 0, 0),
            lesson_minutes: 45,
            break_minutes: 10,
            observations_first: 5,
            observations_second: 4,
            observations_outside: 1,
            min_cell: LEAST_CELL,
            idea_days: 14,
            lantern_years: 2,
            lantern_colleagues: 3,
            pulse_fortnightly: true,
            pulse_after_meeting: true,
            pulse_silent: 2,
            volunteer_grade: 8,
            peer_ahead_least: 2,
            peer_ahead_most: 4,
            peer_mentees: 2,
            peer_rest_days: 28,
            organisations: Grades::default(),
            readers: Readers::default(),
        }
    }
}

/// A setting that a programme may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// See [`Settings::days_to_order`].
    DaysToOrder,
    /// See [`Settings::choice_window_months`].
    ChoiceWindowMonths,
    /// See [`Settings::mentor_min_category`].
    MentorMinCategory,
    /// See [`Settings::max_mentees`].
    MaxMentees,
    /// See [`Settings::sanction_months`].
    SanctionMonths,
    /// See [`Settings::exam`].
    Exam,
    /// See [`Settings::appeal_days`].
    AppealDays,
    /// See [`Settings::course_hours`].
    CourseHours,
    /// See [`Settings::open_requests`].
    OpenRequests,
    /// See [`Settings::request_min_chars`].
    RequestMinChars,
    /// See [`Settings::answer_days`].
    AnswerDays,
    /// See [`Settings::ranked_choices`].
    RankedChoices,
    /// See [`Settings::ranked_after_contact`].
    RankedAfterContact,
    /// See [`Settings::choice_mode`].
    ChoiceMode,
    /// See [`Settings::pay_percent`].
    PayPercent,
    /// See [`Settings::round_days`].
    RoundDays,
    /// See [`Settings::first_meeting_days`].
    FirstMeetingDays,
    /// See [`Settings::first_lesson`].
    FirstLesson,
    /// See [`Settings::lesson_minutes`].
    LessonMinutes,
    /// See [`Settings::break_minutes`].
    BreakMinutes,
    /// See [`Settings::observations_first`].
    ObservationsFirst,
    /// See [`Settings::observations_second`].
    ObservationsSecond,
    /// See [`Settings::observations_outside`].
    ObservationsOutside,
    /// See [`Settings::min_cell`].
    MinCell,
    /// See [`Settings::idea_days`].
    IdeaDays,
    /// See [`Settings::lantern_years`].
    LanternYears,
    /// See [`Settings::lantern_colleagues`].
    LanternColleagues,
    /// See [`Settings::pulse_fortnightly`].
    PulseFortnightly,
    /// See [`Settings::pulse_after_meeting`].
    PulseAfterMeeting,
    /// See [`Settings::pulse_silent`].
    PulseSilent,
    /// See [`Settings::volunteer_grade`].
    VolunteerGrade,
    /// See [`Settings::peer_ahead_least`].
    PeerAheadLeast,
    /// See [`Settings::peer_ahead_most`].
    PeerAheadMost,
    /// See [`Settings::peer_mentees`].
    PeerMentees,
    /// See [`Settings::peer_rest_days`].
    PeerRestDays,
    /// The first grade of an organisation; see [`Settings::organisations`].
    GradesFrom(Organisation),
    /// Its last grade; with none the school does not offer it.
    GradesTo(Organisation),
    /// See [`Settings::readers`].
    Readers(Field),
}

/// How sure a setting is (rules, «Marks of certainty»).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Stated in an act.
    Confirmed,
    /// Plausible, not yet read in the act.
    ToVerify,
    /// From the essay that the product follows.
    Essay,
    /// Our own decision.
    Ours,
}

impl Certainty {
    /// Tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::ToVerify => "to_verify",
            Self::Essay => "essay",
            Self::Ours => "ours",
        }
    }
}

/// The value of a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A whole number; the key says of what.
    Number(u16),
    /// A category.
    Category(Category),
    /// Yes or no.
    Switch(bool),
    /// What the engine looks for.
    Mode(Mode),
    /// How far a field of a card goes.
    Reach(Reach),
    /// A time of day.
    Time(Time),
}

impl Value {
    /// The word under which a change of it is stored.
    pub fn word(self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Category(category) => category.word().to_owned(),
            Self::Switch(on) => switch(on).to_owned(),
            Self::Mode(mode) => mode.word().to_owned(),
            Self::Reach(reach) => reach.word().to_owned(),
            Self::Time(at) => clock(at),
        }
    }
}

/// The word of a time of day: `08:30`.
pub fn clock(at: Time) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// When the first lesson of a school may begin: every quarter of an hour from seven to half past nine.
pub fn first_lessons() -> impl Iterator<Item = Time> {
    (0..=10).map(|quarter: i8| time(7 + quarter / 4, quarter % 4 * 15, 0, 0))
}

/// The word of yes and no.
pub const fn switch(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

/// The value is not one that the setting may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfBounds;

impl Key {
    /// All settings, in the order in which the page shows them: the law's first.
    pub const ALL: [Self; 49] = [
        Self::DaysToOrder,
        Self::PayPercent,
        Self::MentorMinCategory,
        Self::MaxMentees,
        Self::SanctionMonths,
        Self::Exam,
        Self::AppealDays,
        Self::CourseHours,
        Self::ChoiceWindowMonths,
        Self::OpenRequests,
        Self::RequestMinChars,
        Self::AnswerDays,
        Self::RankedChoices,
        Self::RankedAfterContact,
        Self::ChoiceMode,
        Self::RoundDays,
        Self::FirstMeetingDays,
        Self::FirstLesson,
        Self::LessonMinutes,
        Self::BreakMinutes,
        Self::ObservationsFirst,
        Self::ObservationsSecond,
        Self::ObservationsOutside,
        Self::MinCell,
        Self::IdeaDays,
        Self::LanternYears,
        Self::LanternColleagues,
        Self::PulseFortnightly,
        Self::PulseAfterMeeting,
        Self::PulseSilent,
        Self::VolunteerGrade,
        Self::PeerAheadLeast,
        Self::PeerAheadMost,
        Self::PeerMentees,
        Self::PeerRestDays,
        Self::GradesFrom(Organisation::ZhasQyran),
        Self::GradesTo(Organisation::ZhasQyran),
        Self::GradesFrom(Organisation::ZhasUlan),
        Self::GradesTo(Organisation::ZhasUlan),
        Self::GradesFrom(Organisation::ZhasSarbaz),
        Self::GradesTo(Organisation::ZhasSarbaz),
        Self::GradesFrom(Organisation::Qamqor),
        Self::GradesTo(Organisation::Qamqor),
        Self::Readers(Field::Motive),
        Self::Readers(Field::Gives),
        Self::Readers(Field::Works),
        Self::Readers(Field::Languages),
        Self::Readers(Field::Category),
        Self::Readers(Field::ServiceYears),
    ];

    /// The word under which it is stored and written in addresses; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::DaysToOrder => "days_to_order",
            Self::ChoiceWindowMonths => "choice_window_months",
            Self::MentorMinCategory => "mentor_min_category",
            Self::MaxMentees => "max_mentees",
            Self::SanctionMonths => "sanction_months",
            Self::Exam => "exam",
            Self::AppealDays => "appeal_days",
            Self::CourseHours => "course_hours",
            Self::OpenRequests => "open_requests",
            Self::RequestMinChars => "request_min_chars",
            Self::AnswerDays => "answer_days",
            Self::RankedChoices => "ranked_choices",
            Self::RankedAfterContact => "ranked_after_contact",
            Self::ChoiceMode => "choice_mode",
            Self::PayPercent => "pay_percent",
            Self::RoundDays => "round_days",
            Self::FirstMeetingDays => "first_meeting_days",
            Self::FirstLesson => "first_lesson",
            Self::LessonMinutes => "lesson_minutes",
            Self::BreakMinutes => "break_minutes",
            Self::ObservationsFirst => "observations_first",
            Self::ObservationsSecond => "observations_second",
            Self::ObservationsOutside => "observations_outside",
            Self::MinCell => "min_cell",
            Self::IdeaDays => "idea_days",
            Self::LanternYears => "lantern_years",
            Self::LanternColleagues => "lantern_colleagues",
            Self::PulseFortnightly => "pulse_fortnightly",
            Self::PulseAfterMeeting => "pulse_after_meeting",
            Self::PulseSilent => "pulse_silent",
            Self::VolunteerGrade => "volunteer_grade",
            Self::PeerAheadLeast => "peer_ahead_least",
            Self::PeerAheadMost => "peer_ahead_most",
            Self::PeerMentees => "peer_mentees",
            Self::PeerRestDays => "peer_rest_days",
            Self::GradesFrom(Organisation::ZhasQyran) => "grades_from_zhas_qyran",
            Self::GradesTo(Organisation::ZhasQyran) => "grades_to_zhas_qyran",
            Self::GradesFrom(Organisation::ZhasUlan) => "grades_from_zhas_ulan",
            Self::GradesTo(Organisation::ZhasUlan) => "grades_to_zhas_ulan",
            Self::GradesFrom(Organisation::ZhasSarbaz) => "grades_from_zhas_sarbaz",
            Self::GradesTo(Organisation::ZhasSarbaz) => "grades_to_zhas_sarbaz",
            Self::GradesFrom(Organisation::Qamqor) => "grades_from_qamqor",
            Self::GradesTo(Organisation::Qamqor) => "grades_to_qamqor",
            Self::Readers(Field::Motive) => "readers_motive",
            Self::Readers(Field::Gives) => "readers_gives",
            Self::Readers(Field::Works) => "readers_works",
            Self::Readers(Field::Languages) => "readers_languages",
            Self::Readers(Field::Category) => "readers_category",
            Self::Readers(Field::ServiceYears) => "readers_service_years",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.word() == word)
    }

    /// How sure its default is (rules §18).
    pub const fn certainty(self) -> Certainty {
        match self {
            Self::DaysToOrder | Self::PayPercent => Certainty::Confirmed,
            Self::MentorMinCategory
            | Self::MaxMentees
            | Self::SanctionMonths
            | Self::GradesFrom(_)
            | Self::GradesTo(_) => Certainty::ToVerify,
            Self::ChoiceWindowMonths | Self::LanternYears => Certainty::Essay,
            Self::Exam
            | Self::AppealDays
            | Self::CourseHours
            | Self::OpenRequests
            | Self::RequestMinChars
            | Self::AnswerDays
            | Self::RankedChoices
            | Self::RankedAfterContact
            | Self::ChoiceMode
            | Self::RoundDays
            | Self::FirstMeetingDays
            | Self::FirstLesson
            | Self::LessonMinutes
            | Self::BreakMinutes
            | Self::ObservationsFirst
            | Self::ObservationsSecond
            | Self::ObservationsOutside
            | Self::MinCell
            | Self::IdeaDays
            | Self::LanternColleagues
            | Self::PulseFortnightly
            | Self::PulseAfterMeeting
            | Self::PulseSilent
            | Self::VolunteerGrade
            | Self::PeerAheadLeast
            | Self::PeerAheadMost
            | Self::PeerMentees
            | Self::PeerRestDays
            | Self::Readers(_) => Certainty::Ours,
        }
    }

    /// Least and greatest number it may take; what is chosen from words has none. A school may be stricter than
    /// the law's five working days, never laxer.
    pub const fn bounds(self) -> Option<RangeInclusive<u16>> {
        Some(match self {
            Self::MentorMinCategory
            | Self::Exam
            | Self::RankedAfterContact
            | Self::ChoiceMode
            | Self::FirstLesson
            | Self::PulseFortnightly
            | Self::PulseAfterMeeting
            | Self::Readers(_) => return None,
            Self::DaysToOrder | Self::MaxMentees | Self::LanternYears | Self::LanternColleagues => 1..=5,
            Self::ChoiceWindowMonths => 1..=2,
            Self::SanctionMonths => 1..=12,
            Self::AppealDays | Self::OpenRequests | Self::RankedChoices => 1..=10,
            Self::CourseHours => 24..=36,
            Self::RequestMinChars => 0..=500,
            Self::AnswerDays | Self::RoundDays | Self::FirstMeetingDays | Self::IdeaDays => 1..=30,
            Self::PayPercent => 0..=300,
            Self::LessonMinutes => 30..=60,
            Self::BreakMinutes => 5..=30,
            Self::ObservationsFirst | Self::ObservationsSecond => 0..=20,
            Self::ObservationsOutside => 0..=5,
            Self::PulseSilent => 1..=6,
            Self::VolunteerGrade | Self::GradesFrom(_) => 1..=11,
            // Whatever both say, three grades ahead are possible: the least is never above the most.
            Self::PeerAheadLeast => 1..=3,
            Self::PeerAheadMost => 3..=10,
            Self::PeerMentees => 1..=4,
            // A quick re-match harms (rules §13).
            Self::PeerRestDays => 14..=90,
            Self::GradesTo(_) => 0..=11,
            // A school may hide more, never less: a small number names a person.
            Self::MinCell => LEAST_CELL..=20,
        })
    }

    /// Reads a value as it was typed or stored.
    pub fn read(self, word: &str) -> Result<Value, OutOfBounds> {
        let value = match (self, self.bounds()) {
            (_, Some(bounds)) => {
                word.trim().parse().ok().filter(|number| bounds.contains(number)).map(Value::Number)
            }
            (
                Self::Exam | Self::RankedAfterContact | Self::PulseFortnightly | Self::PulseAfterMeeting,
                None,
            ) => [true, false].into_iter().find(|on| switch(*on) == word).map(Value::Switch),
            (Self::ChoiceMode, None) => Mode::from_word(word).map(Value::Mode),
            (Self::Readers(_), None) => Reach::from_word(word).map(Value::Reach),
            (Self::FirstLesson, None) => first_lessons().find(|at| clock(*at) == word).map(Value::Time),
            (_, None) => Category::from_word(word).map(Value::Category),
        };
        value.ok_or(OutOfBounds)
    }
}

impl Settings {
    /// The value of a setting.
    pub fn get(&self, key: Key) -> Value {
        Value::Number(match key {
            Key::MentorMinCategory => return Value::Category(self.mentor_min_category),
            Key::Exam => return Value::Switch(self.exam == Exam::Required),
            Key::RankedAfterContact => return Value::Switch(self.ranked_after_contact),
            Key::PulseFortnightly => return Value::Switch(self.pulse_fortnightly),
            Key::PulseAfterMeeting => return Value::Switch(self.pulse_after_meeting),
            Key::ChoiceMode => return Value::Mode(self.choice_mode),
            Key::Readers(field) => return Value::Reach(self.readers.of(field)),
            Key::FirstLesson => return Value::Time(self.first_lesson),
            Key::DaysToOrder => self.days_to_order,
            Key::ChoiceWindowMonths => self.choice_window_months.into(),
            Key::MaxMentees => self.max_mentees.into(),
            Key::SanctionMonths => self.sanction_months.into(),
            Key::OpenRequests => self.open_requests.into(),
            Key::RequestMinChars => self.request_min_chars,
            Key::AnswerDays => self.answer_days,
            Key::AppealDays => self.appeal_days,
            Key::CourseHours => self.course_hours.into(),
            Key::RankedChoices => self.ranked_choices.into(),
            Key::PayPercent => self.pay_percent,
            Key::RoundDays => self.round_days,
            Key::FirstMeetingDays => self.first_meeting_days,
            Key::LessonMinutes => self.lesson_minutes,
            Key::BreakMinutes => self.break_minutes,
            Key::ObservationsFirst => self.observations_first.into(),
            Key::ObservationsSecond => self.observations_second.into(),
            Key::ObservationsOutside => self.observations_outside.into(),
            Key::MinCell => self.min_cell,
            Key::IdeaDays => self.idea_days,
            Key::LanternYears => self.lantern_years,
            Key::LanternColleagues => self.lantern_colleagues,
            Key::PulseSilent => self.pulse_silent.into(),
            Key::VolunteerGrade => self.volunteer_grade.into(),
            Key::PeerAheadLeast => self.peer_ahead_least.into(),
            Key::PeerAheadMost => self.peer_ahead_most.into(),
            Key::PeerMentees => self.peer_mentees.into(),
            Key::PeerRestDays => self.peer_rest_days,
            Key::GradesFrom(one) => self.organisations.of(one).0.into(),
            Key::GradesTo(one) => self.organisations.of(one).1.into(),
        })
    }

    /// The settings with one of them changed.
    pub fn with(mut self, key: Key, word: &str) -> Result<Self, OutOfBounds> {
        match key.read(word)? {
            Value::Category(category) => self.mentor_min_category = category,
            Value::Switch(on) => return self.switched(key, on),
            Value::Mode(mode) => self.choice_mode = mode,
            Value::Reach(reach) => {
                let Key::Readers(field) = key else { return Err(OutOfBounds) };
                self.readers = self.readers.with(field, reach);
            }
            Value::Time(at) => self.first_lesson = at,
            Value::Number(number) => return self.numbered(key, number),
        }
        Ok(self)
    }

    fn switched(mut self, key: Key, on: bool) -> Result<Self, OutOfBounds> {
        match key {
            Key::Exam => self.exam = if on { Exam::Required } else { Exam::NoExamYet },
            Key::RankedAfterContact => self.ranked_after_contact = on,
            Key::PulseFortnightly => self.pulse_fortnightly = on,
            Key::PulseAfterMeeting => self.pulse_after_meeting = on,
            _ => return Err(OutOfBounds),
        }
        Ok(self)
    }

    fn numbered(mut self, key: Key, number: u16) -> Result<Self, OutOfBounds> {
        let small = u8::try_from(number).map_err(|_| OutOfBounds);
        match key {
            Key::MentorMinCategory
            | Key::Exam
            | Key::RankedAfterContact
            | Key::ChoiceMode
            | Key::FirstLesson
            | Key::PulseFortnightly
            | Key::PulseAfterMeeting
            | Key::Readers(_) => return Err(OutOfBounds),
            Key::DaysToOrder => self.days_to_order = number,
            Key::ChoiceWindowMonths => self.choice_window_months = small?,
            Key::MaxMentees => self.max_mentees = small?,
            Key::SanctionMonths => self.sanction_months = small?,
            Key::OpenRequests => self.open_requests = small?,
            Key::RequestMinChars => self.request_min_chars = number,
            Key::AnswerDays => self.answer_days = number,
            Key::AppealDays => self.appeal_days = number,
            Key::CourseHours => self.course_hours = small?,
            Key::RankedChoices => self.ranked_choices = small?,
            Key::PayPercent => self.pay_percent = number,
            Key::RoundDays => self.round_days = number,
            Key::FirstMeetingDays => self.first_meeting_days = number,
            Key::LessonMinutes => self.lesson_minutes = number,
            Key::BreakMinutes => self.break_minutes = number,
            Key::ObservationsFirst => self.observations_first = small?,
            Key::ObservationsSecond => self.observations_second = small?,
            Key::ObservationsOutside => self.observations_outside = small?,
            Key::MinCell => self.min_cell = number,
            Key::IdeaDays => self.idea_days = number,
            Key::LanternYears => self.lantern_years = number,
            Key::LanternColleagues => self.lantern_colleagues = number,
            Key::PulseSilent => self.pulse_silent = small?,
            Key::VolunteerGrade => self.volunteer_grade = small?,
            Key::PeerAheadLeast => self.peer_ahead_least = small?,
            Key::PeerAheadMost => self.peer_ahead_most = small?,
            Key::PeerMentees => self.peer_mentees = small?,
            Key::PeerRestDays => self.peer_rest_days = number,
            Key::GradesFrom(one) => {
                let (_, to) = self.organisations.of(one);
                self.organisations = self.organisations.with(one, (small?, to));
            }
            Key::GradesTo(one) => {
                let (from, _) = self.organisations.of(one);
                self.organisations = self.organisations.with(one, (from, small?));
            }
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests;
