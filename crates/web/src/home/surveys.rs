//! The survey at home: a wave to open and talks to have for the coordinator, an open form for whoever is asked.

use super::plans::Link;
use super::tasks::{Task, When};
use crate::motivations::OwnPath as MotivationsPath;
use crate::said::Said;
use crate::surveys::{ListPath, OwnPath};
use crate::{Page, PageError};
use actions::surveys::{Form, form, talks};
use domain::Day;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::surveys::{Survey, Wave};
use store::Tx;

/// What the reader can do about the survey now.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    /// The calendar proposes to open this wave.
    wave: Option<Wave>,
    /// With how many people a talk would help.
    talks: usize,
    /// The reader's own form.
    form: Option<Form>,
    /// What draws the reader to this work is asked, or was.
    motivation: bool,
}

impl Facts {
    pub(super) async fn load(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Self, PageError> {
        let form = form(tx, &page.context(), programme).await?;
        let motivation = actions::motivations::form(tx, &page.context(), programme).await?.is_some();
        if may(page.actor(), &Action::ManageSurveys(&programme.school)).is_err() {
            return Ok(Self { form, motivation, ..Self::default() });
        }
        let known = store::surveys::of_programme(tx, &programme.school, &programme.id).await?;
        let free = |wave: &Wave| !known.iter().any(|survey: &Survey| survey.wave == *wave);
        Ok(Self {
            wave: Wave::proposed(programme, page.today()).filter(free),
            talks: talks(tx, &page.context(), programme).await?.len(),
            form,
            motivation,
        })
    }

    /// Nothing of it is ever late: it is the school's choice, and each person's.
    pub(super) fn tasks(&self, today: Day) -> Vec<Task> {
        let form = self.form.iter().filter(|form| !form.marked);
        let answer = form.map(|form| Task {
            when: When::Until(form.survey.until.max(today)),
            title: Said::new("surveys-task-answer"),
            text: Said::new("surveys-task-answer-text"),
            href: OwnPath.to_string(),
            act: "surveys-act-answer",
        });
        // Names stay on the page: others look at the screen, too.
        let talk = (self.talks > 0).then(|| Task {
            when: When::Anytime,
            title: Said::new("surveys-board-talks").with("count", self.talks),
            text: Said::new("surveys-task-talk-text"),
            href: ListPath.to_string(),
            act: "home-act-look",
        });
        let open = self.wave.map(|wave| Task {
            when: When::Anytime,
            title: Said::new("surveys-board-open").text("wave", format!("surveys-wave-{}", wave.word())),
            text: Said::new("surveys-board-open-text"),
            href: ListPath.to_string(),
            act: "surveys-act-open",
        });
        answer.chain(talk).chain(open).collect()
    }

    /// The ways to the own answers: of the survey while they may be changed, to what draws the reader at any time.
    pub(super) fn links(&self, page: &Page) -> Vec<Link> {
        let motivation = self.motivation.then(|| Link {
            href: MotivationsPath.to_string(),
            title: page.text("motivations-title"),
            text: page.text("motivations-link"),
        });
        self.link(page).into_iter().chain(motivation).collect()
    }

    fn link(&self, page: &Page) -> Option<Link> {
        let form = self.form.as_ref().filter(|form| form.marked)?;
        let until = i18n::day_until(page.lang(), form.survey.until);
        Some(Link {
            href: OwnPath.to_string(),
            title: page.text("surveys-title"),
            text: Said::new("surveys-link").with("until", until).words(page.lang()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::secrets::Secret;
    use domain::sides::Side;
    use domain::surveys::State;
    use domain::{Instant, SurveyId};
    use jiff::civil::date;

    fn form(marked: bool) -> Form {
        let survey = Survey {
            id: SurveyId::from("survey"),
            school: "school".into(),
            programme: "programme".into(),
            wave: Wave::October,
            until: date(2026, 10, 19),
            opened_at: Instant::UNIX_EPOCH,
            opened_by: "gulnafisa".into(),
            state: State::Open(Secret::new("s".into())),
            version: 0,
        };
        Form { survey, side: Side::Newcomer, answers: None, marked, talk: false }
    }

    #[test]
    fn who_has_looked_is_not_asked_again_and_nothing_is_ever_late() {
        let today = date(2026, 10, 19);
        let asked = Facts { form: Some(form(false)), ..Facts::default() };
        let tasks = asked.tasks(today);
        assert!(tasks.len() == 1 && !tasks[0].when.is_late(today), "{tasks:?}");
        assert_eq!(Facts { form: Some(form(true)), ..Facts::default() }.tasks(today), []);
    }

    #[test]
    fn the_coordinator_is_asked_to_open_the_wave_and_to_talk_without_a_name() {
        let facts = Facts { wave: Some(Wave::January), talks: 2, ..Facts::default() };
        let titles: Vec<_> =
            facts.tasks(date(2027, 1, 12)).iter().map(|task| task.title.key().to_owned()).collect();
        assert_eq!(titles, ["surveys-board-talks", "surveys-board-open"]);
    }
}
