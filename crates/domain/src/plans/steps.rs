//! The starter template of the mentor's work plan, written for this project: small steps from the first week to the
//! end of the year, on documents, lessons, children, parents and duties (essay:E3–E5).

use super::{Area, Line, Template, Whose};
use crate::Day;
use crate::calendar::{Quarters, Week, WorkCalendar, friday, monday};
use jiff::ToSpan;

/// When a step is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// In a week counted from the beginning of the pair, from 1: what every beginning needs, whenever it is.
    WeekOfPair(i32),
    /// In a week of a quarter: what the school year brings. It is left out where the pair began later.
    WeekOfYear(Week),
}

const fn year(quarter: u8, number: u8) -> When {
    When::WeekOfYear(Week { quarter, number })
}

macro_rules! steps {
    (
        work { $($(#[$about:meta])* $name:ident $word:literal $area:ident $whose:ident $when:expr,)* }
        growth { $($(#[$note:meta])* $grow:ident $grown:literal $of:ident $by:ident,)* }
    ) => {
        /// A step of a template, or one that is proposed for a difficulty. Its words stand in the texts under its word.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Step {
            $($(#[$about])* $name,)*
            $($(#[$note])* $grow,)*
        }

        /// The steps of the work plan with their weeks.
        pub const WORK: &[(Step, When)] = &[$((Step::$name, $when),)*];

        impl Step {
            /// The word under which it is stored; also the tail of its text keys.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* $(Self::$grow => $grown,)* }
            }

            /// Reads a stored word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$name),)*
                    $($grown => Some(Self::$grow),)*
                    _ => None,
                }
            }

            /// What it is about.
            pub const fn area(self) -> Area {
                match self { $(Self::$name => Area::$area,)* $(Self::$grow => Area::$of,)* }
            }

            /// Who does it.
            pub const fn whose(self) -> Whose {
                match self { $(Self::$name => Whose::$whose,)* $(Self::$grow => Whose::$by,)* }
            }
        }
    };
}

steps! {
work {
    /// The two agree when they meet and how they ask each other.
    Rhythm "rhythm" Duties Both When::WeekOfPair(1),
    /// Around the school: who is who, where what stands.
    Around "around" Duties Both When::WeekOfPair(1),
    /// The e-journal and the papers of every week.
    Journal "journal" Documents Both When::WeekOfPair(2),
    /// The newcomer visits a lesson of the mentor.
    VisitMentor "visit-mentor" Lessons Newcomer When::WeekOfPair(2),
    /// A lesson plan made together.
    LessonPlan "lesson-plan" Planning Both When::WeekOfPair(3),
    /// The mentor comes to a lesson and speaks of two things.
    VisitNewcomer "visit-newcomer" Lessons Mentor When::WeekOfPair(4),
    /// The calendar-thematic plan of the year.
    YearPlan "year-plan" Planning Both year(1, 2),
    /// Rules of the class, agreed with the children.
    ClassRules "class-rules" Children Newcomer year(1, 3),
    /// The first meeting with parents.
    FirstParents "first-parents" Parents Both year(1, 4),
    /// Criteria of the first summative assessment of a section.
    FirstAssessment "first-assessment" Assessment Both year(1, 5),
    /// What the quarter has shown.
    FirstQuarter "first-quarter" Documents Both year(1, 8),
    /// A talk with one pupil's parents, prepared and gone through.
    TalkParents "talk-parents" Parents Newcomer year(2, 3),
    /// Tasks of two levels in one lesson.
    TwoLevels "two-levels" Lessons Newcomer year(2, 4),
    /// An hour with the own class.
    ClassHour "class-hour" Children Newcomer year(2, 6),
    /// The half year: what has become easier, what is next.
    HalfYear "half-year" Growth Both year(2, 8),
    /// Lessons of other colleagues.
    OtherLessons "other-lessons" Growth Newcomer year(3, 3),
    /// Duty and an event of the school.
    Event "event" Duties Newcomer year(3, 5),
    /// A lesson that colleagues are asked to.
    OpenLesson "open-lesson" Lessons Newcomer year(3, 8),
    /// Analysis of the assessment of the quarter.
    Analysis "analysis" Assessment Both year(3, 10),
    /// Papers of the end of the year.
    YearPapers "year-papers" Documents Both year(4, 5),
    /// What stays for the next year.
    YearEnd "year-end" Growth Both year(4, 8),
}
growth {
    /// A lesson counted in minutes.
    GrowPlanning "grow-planning" Planning Newcomer,
    /// The next four lessons in one line each.
    GrowLongPlans "grow-long_plans" Planning Both,
    /// A goal in a pupil's words.
    GrowGoals "grow-goals" Planning Newcomer,
    /// One new way of working.
    GrowMethods "grow-methods" Lessons Newcomer,
    /// One task from the life of the pupils.
    GrowMotivation "grow-motivation" Lessons Newcomer,
    /// Three seconds after a question.
    GrowQuestioning "grow-questioning" Lessons Newcomer,
    /// Roles on cards.
    GrowGroupWork "grow-group_work" Lessons Newcomer,
    /// A support and a harder version of a task.
    GrowDifferentiation "grow-differentiation" Lessons Newcomer,
    /// A task without a ready answer.
    GrowTalented "grow-talented" Lessons Newcomer,
    /// Criteria shown to a colleague.
    GrowAssessment "grow-assessment" Assessment Both,
    /// One sentence on the next step under a work.
    GrowFeedback "grow-feedback" Assessment Newcomer,
    /// A task that is solved by its author first.
    GrowSummative "grow-summative" Assessment Both,
    /// One quiet signal.
    GrowDiscipline "grow-discipline" Children Newcomer,
    /// Two sides heard apart.
    GrowConflicts "grow-conflicts" Children Newcomer,
    /// One task changed for one child.
    GrowSpecialNeeds "grow-special_needs" Children Newcomer,
    /// Five words of the lesson with pictures.
    GrowLanguage "grow-language" Children Newcomer,
    /// One task on the screen.
    GrowIct "grow-ict" Lessons Newcomer,
    /// One hour for papers.
    GrowDocuments "grow-documents" Documents Newcomer,
    /// Good news to parents.
    GrowParents "grow-parents" Parents Newcomer,
    /// A meeting of half an hour with an agenda.
    GrowParentsMeeting "grow-parents_meeting" Parents Both,
    /// Five minutes with two quiet pupils.
    GrowOwnClass "grow-own_class" Children Newcomer,
    /// A class hour that pupils have chosen.
    GrowClassHour "grow-class_hour" Children Newcomer,
    /// The school’s order of what to do.
    GrowBullying "grow-bullying" Children Both,
    /// An evening without school work.
    GrowTime "grow-time" Growth Newcomer,
    /// One question to a colleague.
    GrowColleagues "grow-colleagues" Growth Newcomer,
}
}

/// The steps of the work plan of a pair that begins on a day, with their days up to the last one, in the order of
/// the days.
pub fn lay_out(
    template: &Template,
    from: Day,
    until: Day,
    quarters: &Quarters,
    calendar: &WorkCalendar,
) -> Vec<(Line, Day)> {
    let day = |when: When| match when {
        When::WeekOfPair(number) => {
            let week = monday(from).saturating_add((number - 1).weeks());
            Some(calendar.on_or_before(friday(week)).max(from))
        }
        When::WeekOfYear(week) => Some(quarters.last_day(week, calendar)).filter(|day| *day >= from),
    };
    let mut laid: Vec<(Line, Day)> = template
        .lines()
        .filter_map(|(line, when)| Some((line, day(when)?)))
        .filter(|(_, day)| *day <= until)
        .collect();
    // Of one day those stand first that stand first in the template.
    laid.sort_by_key(|(_, day)| *day);
    laid
}
