//! Eligibility line by line: what is asked, what the person has, whether it fits, on what the rule stands.

use super::hall::Hall;
use crate::Page;
use crate::courses::OwnPath;
use domain::courses::Standing;
use domain::mentors::{Candidate, Fit, Rule};
use domain::people::{Category, Person};
use i18n::Arg;

/// A rule as people read it.
pub(super) struct Line {
    pub(super) asked: String,
    pub(super) has: String,
    pub(super) look: &'static str,
    pub(super) icon: &'static str,
    /// Key of «fits», «does not fit», «not known yet».
    pub(super) fit: String,
    /// Key of the law, the order, the school, the programme.
    pub(super) source: String,
    /// Not met, and the coordinator may decide otherwise with a reason.
    pub(super) gives_way: bool,
    /// The page on which the way to it begins.
    pub(super) way: Option<String>,
}

/// All rules with somebody's answer to each, and in one word what follows.
pub(super) struct Lines {
    every: Vec<Line>,
    pub(super) look: &'static str,
    pub(super) icon: &'static str,
    /// Key of the summary.
    pub(super) summary: &'static str,
}

impl Lines {
    /// The rules in the order in which people read them.
    pub(super) fn all(&self) -> &[Line] {
        &self.every
    }
}

/// The word of a category.
pub(super) fn category(page: &Page, category: Category) -> String {
    page.text(&format!("rosters-category-{}", category.word()))
}

/// The lines of a person.
pub(super) fn of(page: &Page, hall: &Hall, person: &Person) -> Lines {
    let candidate = hall.candidate(person);
    let found = candidate.eligibility(&hall.programme.settings, page.today());
    let closed = found.iter().any(|line| line.fit == Fit::NotMet && !line.rule.gives_way_to_a_reason());
    let (look, icon, summary) = if closed {
        ("", "minus", "mentors-fits-not")
    } else if candidate.needs_a_reason(&hall.programme.settings, page.today()) {
        ("soon", "pencil", "mentors-fits-with-reason")
    } else {
        ("done", "check", "mentors-fits")
    };
    let lines = found.into_iter().map(|line| {
        let (look, icon) = match line.fit {
            Fit::Met => ("done", "check"),
            Fit::NotMet => ("", "minus"),
            Fit::NotKnown => ("", "circle-dashed"),
        };
        Line {
            asked: asked(page, line.rule),
            has: has(page, line.rule, &candidate),
            look,
            icon,
            fit: format!("mentors-fit-{}", line.fit.word()),
            source: format!("mentors-source-{}", line.rule.source().word()),
            gives_way: line.fit == Fit::NotMet && line.rule.gives_way_to_a_reason(),
            way: (line.fit == Fit::NotMet && line.rule == Rule::Exam).then(|| OwnPath.to_string()),
        }
    });
    Lines { every: lines.collect(), look, icon, summary }
}

fn asked(page: &Page, rule: Rule) -> String {
    let args: Vec<(&str, Arg)> = match rule {
        Rule::Works | Rule::NotNewcomer | Rule::NoSanction | Rule::Exam => vec![],
        Rule::CategoryAtLeast(least) => vec![("category", category(page, least).into())],
        Rule::YearsAtLeast(least) => vec![("count", least.into())],
        Rule::PlacesAtMost(most) => vec![("count", most.into())],
    };
    i18n::t(page.lang(), &format!("mentors-asked-{}", rule.word()), &args)
}

fn has(page: &Page, rule: Rule, candidate: &Candidate<'_>) -> String {
    let (person, places) = (candidate.person, candidate.places);
    let on = |key: &str, day| i18n::t(page.lang(), key, &[("day", i18n::day(page.lang(), day).into())]);
    match rule {
        Rule::Works => match (person.left_on, person.hired_on) {
            (Some(left), _) => on("mentors-has-left", left),
            (None, Some(hired)) => on("mentors-has-hired", hired),
            (None, None) => page.text("mentors-has-works"),
        },
        Rule::NotNewcomer if candidate.newcomer => page.text("mentors-has-newcomer"),
        Rule::NotNewcomer => page.text("mentors-has-no-newcomer"),
        Rule::NoSanction => match candidate.barred_until {
            Some(until) => on("mentors-has-barred", until),
            None => page.text("mentors-has-no-sanction"),
        },
        Rule::Exam => match candidate.standing {
            Standing::Holds(right) => on("mentors-has-right", right.until),
            Standing::Over => page.text("mentors-has-right-over"),
            Standing::Never => page.text("mentors-has-no-right"),
        },
        Rule::CategoryAtLeast(_) => category(page, person.category),
        Rule::YearsAtLeast(_) => match person.service_years {
            Some(years) => i18n::t(page.lang(), "mentors-years", &[("count", years.into())]),
            None => page.text("mentors-has-no-years"),
        },
        Rule::PlacesAtMost(_) if places == 0 => page.text("mentors-has-no-card"),
        Rule::PlacesAtMost(_) => i18n::t(page.lang(), "mentors-has-places", &[("count", places.into())]),
    }
}
