//! What the regulation and the road map say in a language: the same on the page and on paper.

use super::Opened;
use domain::Day;
use domain::plans::DAYS_TO_PLAN;
use domain::regulations::{Chapter, Clause, Content, Line, Step, When, Words, road_map};
use domain::reports::Basis;
use i18n::{Arg, Lang, t};

/// A line of the text or of the road map, in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What it says, or what happens.
    pub text: String,
    /// When; empty in the text.
    pub when: String,
    /// Who is responsible; empty in the text.
    pub who: String,
    /// The document that comes of it; empty in the text.
    pub result: String,
    /// The law asks for it; else the school's choice.
    pub by_law: bool,
}

fn pick(lang: Lang, words: &Words) -> String {
    match lang {
        Lang::Kk | Lang::En => words.kk.clone(),
        Lang::Ru => words.ru.clone(),
    }
}

/// What is filled into clauses: the settings and the days of the programme.
fn args(lang: Lang, opened: &Opened) -> Vec<(&'static str, Arg)> {
    let (settings, phases) = (&opened.programme.settings, &opened.programme.phases);
    let category = t(lang, &format!("rosters-category-{}", settings.mentor_min_category.word()), &[]);
    let day = |day: Day| Arg::from(i18n::day(lang, day));
    vec![
        ("order_days", settings.days_to_order.into()),
        ("plan_days", DAYS_TO_PLAN.into()),
        ("percent", settings.pay_percent.into()),
        ("category", category.into()),
        ("most", settings.max_mentees.into()),
        ("months", settings.choice_window_months.into()),
        ("from", day(phases.selection_from)),
        ("until", day(phases.selection_until)),
        ("open", settings.open_requests.into()),
        ("answer_days", settings.answer_days.into()),
        ("ranked", settings.ranked_choices.into()),
        ("closes", day(phases.decision_until)),
        ("mode", settings.choice_mode.word().into()),
        ("round_days", settings.round_days.into()),
        ("meeting_days", settings.first_meeting_days.into()),
        ("first", settings.observations_first.into()),
        ("second", settings.observations_second.into()),
        ("outside", settings.observations_outside.into()),
        ("cell", settings.min_cell.into()),
    ]
}

fn plain(text: String, by_law: bool) -> Said {
    Said { text, when: String::new(), who: String::new(), result: String::new(), by_law }
}

/// The chapters with their clauses; what the school added to the text stands in a chapter of its own, if there is any.
pub fn chapters(lang: Lang, opened: &Opened) -> Vec<(String, Vec<Said>)> {
    let args = args(lang, opened);
    let title = |word: &str| t(lang, &format!("regulations-chapter-{word}"), &[]);
    let clause = |clause: Clause| {
        let text = t(lang, &format!("regulations-clause-{}", clause.word()), &args);
        plain(text, clause.basis() == Basis::Law)
    };
    let mut chapters: Vec<(String, Vec<Said>)> = Chapter::ALL
        .into_iter()
        .map(|chapter| (title(chapter.word()), Clause::of(chapter).map(clause).collect()))
        .collect();
    let own = |line: &Line| match &line.content {
        Content::Text(words) => Some(plain(pick(lang, words), line.basis == Basis::Law)),
        Content::Road { .. } => None,
    };
    let own: Vec<Said> = opened.standing().filter_map(own).collect();
    if !own.is_empty() {
        chapters.push((title("own"), own));
    }
    chapters
}

fn when(lang: Lang, when: When) -> String {
    let days = |key: &str, days: u16| t(lang, key, &[("days", days.into())]);
    match when {
        When::AfterHiring(count) => days("regulations-when-after-hiring", count),
        When::AfterOrder(count) => days("regulations-when-after-order", count),
        When::Span(from, until) => i18n::day_span(lang, from, until),
        When::Until(day) => i18n::day_until(lang, day),
        When::Seasons => t(lang, "regulations-when-seasons", &[]),
        When::Waves => t(lang, "regulations-when-waves", &[]),
    }
}

fn step(lang: Lang, step: &Step) -> Said {
    Said {
        text: t(lang, &format!("regulations-event-{}", step.word), &[]),
        when: when(lang, step.when),
        who: t(lang, &format!("regulations-who-{}", step.who.word()), &[]),
        result: t(lang, &format!("regulations-result-{}", step.word), &[]),
        by_law: step.basis == Basis::Law,
    }
}

/// The road map: the steps of the programme, then those of the school in the order of their days.
pub fn road(lang: Lang, opened: &Opened) -> Vec<Said> {
    let plan_days = u16::try_from(DAYS_TO_PLAN).unwrap_or_default();
    let steps = road_map(&opened.programme, &opened.used, plan_days);
    let own = |line: &Line| match &line.content {
        Content::Road { event, due, who, result } => Some((
            *due,
            Said {
                text: pick(lang, event),
                when: i18n::day_until(lang, *due),
                who: pick(lang, who),
                result: pick(lang, result),
                by_law: line.basis == Basis::Law,
            },
        )),
        Content::Text(_) => None,
    };
    let mut own: Vec<(Day, Said)> = opened.standing().filter_map(own).collect();
    own.sort_by_key(|(due, _)| *due);
    steps.iter().map(|one| step(lang, one)).chain(own.into_iter().map(|(_, said)| said)).collect()
}
