//! A plan as the coordinator looks at it: week by week, who is left out and why, whom it does not concern.

use super::own::place;
use crate::layout::parts::Fact;
use crate::names::Names;
use crate::said::{Said, listed};
use crate::{Page, PageError};
use actions::rotations::{LeftOut, Line, Plan, Sheet, WhyNot};
use domain::contacts::Kind;
use domain::people::Person;
use domain::rotations::Wish;
use domain::sides::Side;
use domain::timetables::Lesson;
use domain::{Day, PersonId};
use store::Tx;

/// A meeting of the plan.
pub(super) struct Row {
    pub(super) day: Day,
    pub(super) lesson: u8,
    pub(super) newcomer: String,
    pub(super) mentor: String,
    /// Class and room of the lesson that is visited.
    pub(super) place: String,
}

/// A week of the plan.
pub(super) struct Week {
    pub(super) title: String,
    pub(super) rows: Vec<Row>,
}

/// The plan, drawn.
pub(super) struct Preview {
    pub(super) weeks: Vec<Week>,
    pub(super) count: usize,
    /// Who is left out, and why.
    pub(super) left_out: Vec<Fact>,
    /// What is known of a plan that is not complete: the key of a sentence.
    pub(super) verdict: &'static str,
    /// Lines about whom it does not concern.
    pub(super) notes: Vec<String>,
    pub(super) digest: String,
}

/// What a plan is drawn with.
pub(super) struct Drawing<'a> {
    pub(super) page: &'a Page,
    pub(super) names: &'a Names,
    pub(super) sheet: &'a Sheet,
    pub(super) lessons: &'a [Lesson],
}

impl Drawing<'_> {
    pub(super) async fn preview(&self, wish: Wish, plan: Plan) -> Result<Preview, PageError> {
        let mut weeks: Vec<Week> = Vec::new();
        let monday = |day: Day| day.iso_week_date().week();
        for of_week in plan.lines.chunk_by(|one, other| monday(one.slot.day) == monday(other.slot.day)) {
            let (Some(first), Some(last)) = (of_week.first(), of_week.last()) else { continue };
            let title = i18n::day_span(self.page.lang(), first.slot.day, last.slot.day);
            let rows: Result<Vec<Row>, PageError> =
                of_week.iter().map(|line| self.row(line, wish.kind)).collect();
            weeks.push(Week { title, rows: rows? });
        }
        let left_out: Result<Vec<Fact>, PageError> =
            plan.left_out.iter().map(|left| self.left_out(left)).collect();
        let verdict = match () {
            () if plan.is_complete() => "",
            () if plan.is_proved() => "rotations-verdict-proved",
            () => "rotations-verdict-not-found",
        };
        let notes = self.notes(&plan).await?;
        let count = plan.lines.len();
        Ok(Preview { weeks, count, left_out: left_out?, verdict, notes, digest: plan.digest })
    }

    fn row(&self, line: &Line, kind: Kind) -> Result<Row, PageError> {
        let visited = match kind.visited() {
            Some(Side::Newcomer) => self.sheet.newcomers.get(&line.newcomer),
            Some(Side::Mentor) => self.sheet.mentors.get(&line.mentor),
            None => None,
        };
        let lesson = |lesson: &&Lesson| Some(&lesson.person) == visited && line.slot.is(lesson);
        Ok(Row {
            day: line.slot.day,
            lesson: line.slot.lesson,
            newcomer: self.names.newcomer(&line.newcomer)?.name.brief(),
            mentor: self.names.mentor(&line.mentor)?.name.brief(),
            place: place(self.page.lang(), self.lessons.iter().find(lesson)),
        })
    }

    /// The two, why they do not meet, and what they could do instead.
    fn left_out(&self, left: &LeftOut) -> Result<Fact, PageError> {
        let lang = self.page.lang();
        let newcomer = self.names.newcomer(&left.newcomer)?.name.brief();
        let mentor = self.names.mentor(&left.mentor)?.name.brief();
        let why = match left.why {
            WhyNot::NoCommonSlot => Said::new("rotations-why-no-common"),
            WhyNot::NoCapacity { of, wanted, most } => Said::new("rotations-why-no-capacity")
                .with("name", if of == Side::Newcomer { &newcomer } else { &mentor })
                .with("wanted", wanted)
                .with("most", most),
            WhyNot::NewcomerFull { wanted, most } => Said::new("rotations-why-full")
                .with("name", &newcomer)
                .with("wanted", wanted)
                .with("most", most),
            WhyNot::MentorFull { wanted, most } => Said::new("rotations-why-full")
                .with("name", &mentor)
                .with("wanted", wanted)
                .with("most", most),
            WhyNot::Crowded { proved: true } => Said::new("rotations-why-crowded"),
            WhyNot::Crowded { proved: false } => Said::new("rotations-why-not-found"),
        };
        let kinds: Vec<String> = left
            .instead
            .iter()
            .map(|kind| self.page.text(&format!("rotations-instead-{}", kind.word())))
            .collect();
        let instead = if kinds.is_empty() {
            Said::new("rotations-instead-none")
        } else {
            Said::new("rotations-instead").with("kinds", kinds.join(", "))
        };
        let name =
            i18n::t(lang, "rotations-two", &[("newcomer", newcomer.into()), ("mentor", mentor.into())]);
        Ok(Fact { name, value: format!("{} {}", why.words(lang), instead.words(lang)) })
    }

    /// Whom the plan does not concern, and what it does not know.
    async fn notes(&self, plan: &Plan) -> Result<Vec<String>, PageError> {
        let mut said = Vec::new();
        if plan.met > 0 {
            said.push(Said::new("rotations-note-met").with("count", plan.met));
        }
        if plan.standing > 0 {
            said.push(Said::new("rotations-note-standing").with("count", plan.standing));
        }
        if !plan.chosen.is_empty() {
            let chosen: Result<Vec<String>, PageError> =
                plan.chosen.iter().map(|id| Ok(self.names.newcomer(id)?.name.brief())).collect();
            said.push(Said::new("rotations-note-chosen").names(chosen?));
        }
        if !plan.unknown.is_empty() {
            let unknown = people(&mut *self.page.read().await?, &plan.unknown).await?;
            let names = listed(self.page.lang(), &unknown);
            said.push(Said::new("rotations-note-unknown").with("names", names));
        }
        Ok(said.into_iter().map(|said| said.words(self.page.lang())).collect())
    }
}

async fn people(tx: &mut Tx, ids: &[PersonId]) -> Result<Vec<String>, PageError> {
    let mut names = Vec::new();
    for id in ids {
        let person: Option<Person> = store::people::get(tx, id).await?;
        names.extend(person.map(|person| person.name.brief()));
    }
    Ok(names)
}
