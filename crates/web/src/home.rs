//! The home page: what to do now, from facts. Each role has its file; a task is found by one small pure
//! function, so that a new feature adds its tasks without touching those of others.

mod awards;
mod camps;
mod coordinator;
mod courses;
mod district;
mod endings;
mod head;
mod ideas;
mod lanterns;
mod lots;
mod mentor;
mod newcomer;
mod observations;
mod own;
mod peers;
mod plans;
mod pulses;
mod references;
mod reports;
mod scenes;
#[cfg(test)]
mod staging;
mod surveys;
mod tasks;
mod teacher;

use crate::layout::Shell;
use crate::layout::parts::{Phase as PhasePart, When};
use crate::meetings::LogPath;
use crate::names::Names;
use crate::observations::own::OwnLessons;
use crate::pairs::Share;
use crate::pulses::Ask;
use crate::said::Said;
use crate::{Access, Page, PageError, Routes, filters};
use axum::response::Response;
use axum_extra::routing::TypedPath;
use domain::Day;
use domain::mentors::Mentor;
use domain::permissions::{Action, may};
use domain::programmes::{Phase, Programme};
use i18n::Lang;
use own::Own;
use store::Tx;
use tasks::{Drawn, Task, most_pressing_first};

/// The home page.
#[derive(TypedPath)]
#[typed_path("/")]
pub(crate) struct HomePath;

/// Routes of the home page.
pub(crate) fn routes() -> Routes {
    Routes::new().get(Access::SignedIn, home)
}

/// The board: one sentence, what helps, one button.
struct Board {
    title: String,
    text: String,
    /// Where the button leads, and its key.
    act: Option<(String, &'static str)>,
}

#[derive(askama::Template)]
#[template(path = "home/show.html")]
struct Home {
    shell: Shell,
    lang: Lang,
    today: Day,
    board: Board,
    phases: Vec<PhasePart>,
    /// What is to be done beside what the board says.
    tasks: Vec<Drawn>,
    /// The board says the first task itself.
    first_on_board: bool,
    /// How it goes, asked once in a fortnight.
    pulse: Option<Ask>,
    newcomer: Option<newcomer::View>,
    mentor: Option<mentor::View>,
    coordinator: Option<coordinator::View>,
    /// The sixty-second log, for whoever has a pair that works.
    log: Option<String>,
    /// Chosen and appointed pairs; for the head, and for the coordinator once there are any.
    share: Option<Share>,
    /// The way to become a mentor, while it is open.
    may_apply: bool,
    /// The ways to plans and checklists.
    plans: Vec<plans::Link>,
}

impl Home {
    /// What stands over the list: the board may have said the first task already.
    fn tasks_heading(&self) -> &'static str {
        if self.first_on_board { "home-tasks-more" } else { "home-tasks" }
    }
    fn has_aside(&self) -> bool {
        let newcomer = self.newcomer.as_ref().is_some_and(newcomer::View::has_aside);
        newcomer || self.mentor.as_ref().is_some_and(|view| view.approved)
    }
    fn is_bare(&self) -> bool {
        let parts = self.newcomer.is_some() || self.mentor.is_some() || self.coordinator.is_some();
        !parts && self.share.is_none() && !self.may_apply && self.tasks.is_empty()
    }
}

async fn home(_: HomePath, page: Page) -> Result<Response, PageError> {
    if let Some(district) = &page.actor().district
        && may(page.actor(), &Action::SeeDistrict(district)).is_ok()
    {
        return district::show(&page, district).await;
    }
    let mut tx = page.read().await?;
    let programme = match page.actor().school.as_ref() {
        Some(school) => store::programmes::in_sight(&mut tx, school, page.today()).await?,
        None => None,
    };
    match programme {
        Some(programme) => page.show(&with_programme(&page, &mut tx, &programme).await?),
        None => page.show(&without_programme(&page)),
    }
}

/// Everything that concerns the reader, in the roles they have.
struct Gathered {
    newcomer: Option<(Own, Vec<newcomer::Candidate>)>,
    mentor: Option<(Own, Mentor)>,
    coordinator: Option<coordinator::Facts>,
    head: Option<head::Facts>,
    /// Reports to write and to sign.
    reports: Vec<Task>,
    /// Closing words, thanks, last days.
    endings: Vec<Task>,
    /// The mentor course.
    courses: Vec<Task>,
    /// Ideas that wait for the reader's answer.
    ideas: Vec<Task>,
    /// What the reader is recognised for, and questions to answer.
    camps: Vec<Task>,
    lanterns: Vec<Task>,
    /// Steps of awards, and lists to look at while appeals are filed.
    awards: Vec<Task>,
    /// Pairs of pupils that end soon.
    peers: Option<Task>,
    /// The number of a lot among children who wait, and whom to tell what came out.
    lots: Vec<Task>,
    /// Volunteers for whom the reader is asked to write.
    references: Vec<Task>,
    /// Modelled situations and what was decided there.
    scenes: Vec<Task>,
    lessons: OwnLessons,
    /// Whom to ask how it goes.
    pulses: Vec<Task>,
    /// What the reader is asked themselves.
    pulse: Option<Ask>,
    /// The survey, to answer and to open.
    surveys: surveys::Facts,
}

async fn gather(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
) -> Result<Gathered, PageError> {
    let newcomer = match Own::newcomer(page, tx, programme, names).await? {
        Some(own) => {
            let candidates = newcomer::candidates(page, tx, programme, names, &own.contacts).await?;
            Some((own, candidates))
        }
        None => None,
    };
    let me = &page.actor().person;
    let mentor = match store::mentors::of_person(tx, &programme.id, me).await? {
        Some(mentor) => Some((Own::mentor(page, tx, programme, &mentor, names).await?, mentor)),
        None => None,
    };
    Ok(Gathered {
        newcomer,
        mentor,
        coordinator: coordinator::Facts::load(page, tx, programme, names).await?,
        head: head::Facts::load(page, tx, programme, names).await?,
        reports: reports::tasks(page, tx, programme, names).await?,
        endings: endings::tasks(page, tx, programme, names).await?,
        courses: courses::tasks(page, tx).await?,
        ideas: ideas::tasks(page, tx).await?,
        camps: camps::tasks(page, tx).await?,
        lanterns: lanterns::tasks(page, tx).await?,
        awards: awards::tasks(page, tx).await?,
        peers: peers::tasks(page, tx).await?,
        lots: lots::tasks(page, tx).await?,
        references: references::tasks(page, tx).await?,
        scenes: scenes::tasks(page, tx).await?,
        lessons: OwnLessons::load(page, tx).await?,
        pulses: pulses::tasks(page, tx, programme).await?,
        pulse: crate::pulses::ask(page, tx, programme).await?,
        surveys: surveys::Facts::load(page, tx, programme).await?,
    })
}

impl Gathered {
    /// The tasks of all roles, the most pressing first.
    fn tasks(&self, programme: &Programme, names: &Names, today: Day) -> Vec<Task> {
        let mut tasks = Vec::new();
        if let Some((own, candidates)) = &self.newcomer {
            tasks.extend(own.tasks(programme, names, today));
            tasks.extend(newcomer::tasks(own, candidates, programme, names, today));
        }
        if let Some((own, mentor)) = &self.mentor {
            tasks.extend(mentor::tasks(mentor));
            tasks.extend(own.tasks(programme, names, today));
        }
        tasks.extend(self.coordinator.iter().flat_map(coordinator::Facts::tasks));
        tasks.extend(self.head.iter().flat_map(head::Facts::tasks));
        tasks.extend(self.reports.iter().cloned());
        tasks.extend(self.endings.iter().cloned());
        tasks.extend(self.courses.iter().cloned());
        tasks.extend(self.ideas.iter().cloned());
        tasks.extend(self.camps.iter().cloned());
        tasks.extend(self.lanterns.iter().cloned());
        tasks.extend(self.awards.iter().cloned());
        tasks.extend(self.peers.iter().cloned());
        tasks.extend(self.lots.iter().cloned());
        tasks.extend(self.references.iter().cloned());
        tasks.extend(self.scenes.iter().cloned());
        tasks.extend(self.pulses.iter().cloned());
        tasks.extend(observations::tasks(&self.lessons));
        tasks.extend(self.surveys.tasks(today));
        most_pressing_first(&mut tasks, today);
        if let Some(first) =
            self.newcomer.as_ref().and_then(|(own, _)| newcomer::first(own, programme, today))
        {
            tasks.insert(0, first);
        }
        tasks
    }

    /// What the board says where nothing presses.
    fn quiet(&self, programme: &Programme, today: Day) -> Said {
        match (&self.newcomer, &self.mentor) {
            (Some((own, _)), _) => newcomer::quiet(own, programme, today),
            (None, Some((_, mentor))) => mentor::quiet(mentor, programme, today),
            _ if self.coordinator.is_some() || self.head.is_some() => coordinator::quiet(programme, today),
            _ => teacher::quiet(programme, today),
        }
    }
}

async fn with_programme(page: &Page, tx: &mut Tx, programme: &Programme) -> Result<Home, PageError> {
    let (lang, today) = (page.lang(), page.today());
    let names = Names::of(tx, programme).await?;
    let gathered = gather(page, tx, programme, &names).await?;
    let mut tasks = gathered.tasks(programme, &names, today);
    let coordinates = gathered.coordinator.is_some();
    let board = match tasks.is_empty() {
        true if coordinates && programme.shelved_on.is_some() => begin_board(page),
        true => quiet_board(&gathered.quiet(programme, today), lang),
        // A list of many kinds is counted; the one thing of a newcomer, a mentor, a head stands on the board.
        false if coordinates => count_board(&tasks, lang, today),
        false => task_board(tasks.remove(0), lang),
    };
    let first_on_board = board.act.is_some();
    let log = log_of(&gathered);
    let bystander = gathered.newcomer.is_none() && gathered.mentor.is_none() && gathered.head.is_none();
    let mut plans = match (&gathered.newcomer, &gathered.mentor) {
        (Some(_), _) => plans::of_newcomer(page, tx, programme).await?,
        (None, Some((own, _))) => plans::of_mentor(page, tx, programme, own).await?,
        (None, None) => Vec::new(),
    };
    plans.extend(gathered.surveys.links(page));
    plans.extend(pulses::link(page, tx, programme).await?);
    plans.extend(plans::to_pupils(page, tx).await?);
    plans.extend(plans::to_concerns(page, tx).await?);
    plans.extend(scenes::link(page, tx).await?);
    plans.extend(plans::to_own_data(page, tx).await?);
    let newcomer = match gathered.newcomer {
        Some((own, candidates)) => Some(newcomer::view(tx, programme, &own, candidates, today).await?),
        None => None,
    };
    let share = match (&gathered.head, &gathered.coordinator) {
        (Some(facts), _) => Some(facts.share),
        (None, Some(facts)) => Some(facts.share()).filter(|share| share.all() > 0),
        (None, None) => None,
    };
    // Of one that was set aside there is nothing to watch over.
    let coordinator = gathered.coordinator.filter(|_| programme.shelved_on.is_none());
    Ok(Home {
        shell: page.shell(),
        lang,
        today,
        board,
        phases: phases(page, programme),
        tasks: tasks.into_iter().map(|task| task.draw(lang, today)).collect(),
        first_on_board,
        pulse: gathered.pulse,
        newcomer,
        mentor: gathered.mentor.map(|(own, mentor)| mentor::view(&own, &mentor, programme, today)),
        coordinator: coordinator.map(|facts| coordinator::view(page, &facts)),
        log,
        share,
        may_apply: bystander && !coordinates && domain::mentors::open_until(programme, today).is_some(),
        plans,
    })
}

/// Where a talk is written down: the pair is filled in where there is one only.
fn log_of(gathered: &Gathered) -> Option<String> {
    let newcomer = gathered.newcomer.iter().map(|(own, _)| own);
    let mentor = gathered.mentor.iter().map(|(own, _)| own);
    let mut meets = newcomer.chain(mentor).flat_map(|own| &own.meets).filter(|one| one.works());
    let first = meets.next()?;
    Some(if meets.next().is_none() { LogPath::with(&first.pair.id) } else { LogPath.to_string() })
}

fn quiet_board(said: &Said, lang: Lang) -> Board {
    Board { title: said.words(lang), text: said.explained(lang), act: None }
}

fn task_board(task: Task, lang: Lang) -> Board {
    Board { title: task.title.words(lang), text: task.text.words(lang), act: Some((task.href, task.act)) }
}

/// «Дел сейчас: 4, первое до 9 октября».
fn count_board(tasks: &[Task], lang: Lang, today: Day) -> Board {
    let first = tasks.first().map(|task| task.when);
    let said = match first.and_then(tasks::When::day) {
        Some(day) if first.is_some_and(|when| when.is_late(today)) => Said::new("home-board-late").day(day),
        Some(day) => Said::new("home-board-until").day(day),
        None => Said::new("home-board-count"),
    };
    quiet_board(&said.with("count", tasks.len()), lang)
}

/// The next thing is a programme.
fn begin_board(page: &Page) -> Board {
    Board {
        title: page.text("home-begin"),
        text: page.text("home-begin-text"),
        act: Some(("/programmes".to_owned(), "home-act-begin")),
    }
}

/// The school has no programme yet: whoever runs it begins.
fn without_programme(page: &Page) -> Home {
    let (lang, actor) = (page.lang(), page.actor());
    let begins = actor.school.as_ref();
    let begins = begins.is_some_and(|school| may(actor, &Action::ManageProgramme(school)).is_ok());
    let board =
        if begins { begin_board(page) } else { quiet_board(&Said::new("home-quiet-no-programme"), lang) };
    let lists = Task {
        when: tasks::When::Anytime,
        title: Said::new("home-rosters"),
        text: Said::new("home-rosters-text"),
        href: "/rosters".to_owned(),
        act: "home-act-rosters",
    };
    Home {
        shell: page.shell(),
        lang,
        today: page.today(),
        first_on_board: begins,
        board,
        phases: Vec::new(),
        tasks: begins.then(|| lists.draw(lang, page.today())).into_iter().collect(),
        pulse: None,
        newcomer: None,
        mentor: None,
        coordinator: None,
        log: None,
        share: None,
        may_apply: false,
        plans: Vec::new(),
    }
}

fn phases(page: &Page, programme: &Programme) -> Vec<PhasePart> {
    let now = programme.phase(page.today());
    let part = |phase: Phase| {
        let (from, until) = programme.phases.span(phase);
        let when = match phase.cmp(&now) {
            std::cmp::Ordering::Less => When::Past,
            std::cmp::Ordering::Equal => When::Now,
            std::cmp::Ordering::Greater => When::Next,
        };
        let left = until.since(page.today()).map_or(0, |span| span.get_days());
        let note = match when {
            When::Now if left > 0 => {
                Said::new("home-phase-left").with("count", left).day(until).words(page.lang())
            }
            _ => i18n::day_span(page.lang(), from, until),
        };
        PhasePart { name: page.text(&format!("home-phase-{}", phase.word())), note, when }
    };
    Phase::ALL.into_iter().filter(|phase| *phase != Phase::Closed).map(part).collect()
}
