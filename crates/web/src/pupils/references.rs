//! The application of a volunteer with the adults who are asked to write for them, and the page on which one of these writes
//! (doc:B2; docs/decisions/0079).

use super::{
    ApplicationPaperPath, ApplicationPath, DeclinePath, Head, RefereesPath, ReferencePath, ShowPath, shell,
};
use crate::commissions::{Names, names};
use crate::errors::unprinted;
use crate::files::shown;
use crate::forms::Fields;
use crate::home::HomePath;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::peers::AskPath;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::pupils::references::{
    Applied, AskRefused, Asked, applied, apply as do_apply, ask, asked, decline as do_decline,
    give as do_give, helps, print_application, take_off,
};
use axum::http::StatusCode;
use axum::response::Response;
use domain::volunteers::references::{
    Answer, Application, AskRefused as Rule, MOST_MOTIVE, MOST_SENTENCE, MOST_WISH, Quality, REFEREES,
    Referee, Reference, Seen, may_ask,
};
use domain::{Day, PersonId, PupilId};
use i18n::Lang;

/// An adult who is asked to write.
struct Line {
    person: String,
    name: String,
    state: String,
    /// What they saw and wrote.
    seen: Vec<String>,
    words: Option<String>,
    /// They can be asked no longer.
    waits: bool,
}

/// Who is asked, for whoever reads that.
struct Asking {
    action: String,
    lines: Vec<Line>,
    /// Who else can be asked, as long as there is room.
    teachers: Option<Vec<Choice>>,
}

#[derive(askama::Template)]
#[template(path = "pupils/application.html")]
struct Show {
    shell: Shell,
    today: Day,
    head: Head,
    action: String,
    version: String,
    motive: String,
    wish: String,
    /// What is said before a pair is looked for: captions with their words.
    facts: Vec<(&'static str, String)>,
    /// Where that is said.
    profile: String,
    asking: Option<Asking>,
    papers: Vec<(String, &'static str)>,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ApplicationPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.pupil, Fields::default()).await
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, id: &PupilId, fields: Fields) -> Result<Response, PageError> {
    let applied = applied(&page.context(), id).await?;
    let names = names(page, &mut *page.read().await?).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let stands = &applied.application;
    let known = helps(page.lang(), &applied.profile);
    let or = |name: &str, stands: &str| {
        if fields.has(name) { fields.value(name).to_owned() } else { stands.to_owned() }
    };
    let paper = |lang: &str| ApplicationPaperPath { pupil: id.clone(), lang: lang.to_owned() }.to_string();
    page.show_with(
        status,
        &Show {
            shell: shell(page),
            today: page.today(),
            head: Head::of(&applied.pupil),
            action: ApplicationPath { pupil: id.clone() }.to_string(),
            version: or("version", &stands.version.to_string()),
            motive: or("motive", &stands.motive),
            wish: or("wish", stands.wish.as_deref().unwrap_or_default()),
            facts: known.into_iter().filter(|(_, words)| !words.is_empty()).collect(),
            profile: AskPath { pupil: id.clone() }.to_string(),
            asking: asking(page, &applied, (&names, &fields)),
            papers: vec![(paper("kk"), "references-paper-kk"), (paper("ru"), "references-paper-ru")],
            back: ShowPath { id: id.clone() }.to_string(),
            fields,
        },
    )
}

fn asking(page: &Page, applied: &Applied, (names, fields): (&Names, &Fields)) -> Option<Asking> {
    let referees = applied.referees.as_ref()?;
    let is_asked = |id: &PersonId| referees.iter().any(|one| one.person == *id);
    let choice = |(id, name): (&PersonId, &String)| {
        Choice::new(id.as_str(), name.as_str()).chosen_if(fields.value("teacher"))
    };
    let teachers = may_ask(&applied.volunteer.state, referees).is_ok().then(|| {
        let mut teachers: Vec<Choice> = names.iter().filter(|(id, _)| !is_asked(id)).map(choice).collect();
        i18n::sort_by_name(page.lang(), &mut teachers, |one| &one.label);
        teachers
    });
    Some(Asking {
        action: RefereesPath { pupil: applied.pupil.id.clone() }.to_string(),
        lines: referees.iter().map(|one| line(page, one, names)).collect(),
        teachers,
    })
}

fn line(page: &Page, referee: &Referee, names: &Names) -> Line {
    let (seen, words) = match &referee.answer {
        Answer::Given(reference) => (seen(page, reference), Some(reference.words.clone())),
        Answer::Waiting | Answer::Declined => (Vec::new(), None),
    };
    Line {
        person: referee.person.to_string(),
        name: names.get(&referee.person).cloned().unwrap_or_default(),
        state: page.text(&format!("references-state-{}", referee.answer.word())),
        seen,
        words,
        waits: referee.answer == Answer::Waiting,
    }
}

fn quality(page: &Page, quality: Quality) -> String {
    page.text(&format!("references-quality-{}", quality.word()))
}

fn often(page: &Page, seen: Seen) -> String {
    page.text(&format!("references-seen-{}", seen.word()))
}

/// What a referee saw, line by line.
fn seen(page: &Page, reference: &Reference) -> Vec<String> {
    let line = |(asked, seen): (Quality, Seen)| format!("{}: {}", quality(page, asked), often(page, seen));
    Quality::ALL.into_iter().zip(reference.seen).map(line).collect()
}

pub(super) async fn apply(
    path: ApplicationPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let version = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    let motive = fields.text("motive", MOST_MOTIVE);
    let wish = fields.optional_text("wish", MOST_WISH);
    if !fields.is_right() {
        return draw(&page, &path.pupil, fields).await;
    }
    let application = Application { motive, wish, version };
    match do_apply(&page.context(), &path.pupil, &application).await {
        Ok(()) => Ok(page.done(&ApplicationPath { pupil: path.pupil }, "references-done-applied", &[])),
        Err(Failed::Changed) => {
            let now = applied(&page.context(), &path.pupil).await?.application;
            show_what_stands(&application, now, &mut fields);
            draw(&page, &path.pupil, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Says beside each field that differs what stands there since the other one saved; nothing that was typed is lost.
fn show_what_stands(typed: &Application, now: Application, fields: &mut Fields) {
    if typed.motive != now.motive {
        fields.now_stands("motive", now.motive);
    }
    if typed.wish != now.wish {
        fields.now_stands("wish", now.wish.unwrap_or_default());
    }
    if fields.is_right() {
        fields.refuse("motive", "forms-now-other", &[]);
    }
    fields.put("version", now.version.to_string());
}

pub(super) async fn referees(
    path: RefereesPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let person = fields.choice("teacher", |id| (!id.is_empty()).then(|| PersonId::from(id)));
    let Some(person) = person else { return draw(&page, &path.pupil, fields).await };
    let context = page.context();
    let (done, key) = if fields.value("go") == "off" {
        (take_off(&context, &path.pupil, &person).await, "references-done-off")
    } else {
        (ask(&context, &path.pupil, &person).await, "references-done-asked")
    };
    match done {
        Ok(()) => Ok(page.done(&ApplicationPath { pupil: path.pupil }, key, &[])),
        Err(Failed::Refused(why)) => {
            let key = match why {
                AskRefused::Person => "pupils-refused-teacher",
                AskRefused::Rule(Rule::Stopped) => "pupils-refused-stopped",
                AskRefused::Rule(Rule::Enough) => "references-refused-enough",
            };
            fields.refuse("teacher", key, &[("most", REFEREES.into())]);
            draw(&page, &path.pupil, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn paper(path: ApplicationPaperPath, page: Page) -> Result<Response, PageError> {
    let lang = Lang::from_tag(&path.lang).ok_or(PageError::NotFound)?;
    let pdf = print_application(&page.context(), &path.pupil, lang).await.map_err(unprinted)?;
    Ok(shown(pdf, "application/pdf", "application.pdf"))
}

/// What a referee is asked.
struct Question {
    name: &'static str,
    label: String,
    answers: Vec<Choice>,
}

#[derive(askama::Template)]
#[template(path = "pupils/reference.html")]
struct Write {
    shell: Shell,
    today: Day,
    head: Head,
    action: String,
    questions: Vec<Question>,
    words: String,
    /// Where they say that they write none, as long as they have not written.
    decline: Option<String>,
    back: String,
    fields: Fields,
}

pub(super) async fn write(path: ReferencePath, page: Page) -> Result<Response, PageError> {
    draw_reference(&page, &path.pupil, Fields::default()).await
}

/// The page of whoever is asked; with what was typed where it was not taken.
async fn draw_reference(page: &Page, id: &PupilId, fields: Fields) -> Result<Response, PageError> {
    let Asked { pupil, answer } = asked(&page.context(), id).await?;
    let given = match &answer {
        Answer::Given(reference) => Some(reference),
        Answer::Waiting | Answer::Declined => None,
    };
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let words =
        if fields.has("words") { Some(fields.value("words")) } else { given.map(|one| one.words.as_str()) };
    page.show_with(
        status,
        &Write {
            shell: Shell { helplines: true, ..page.shell() },
            today: page.today(),
            head: Head::of(&pupil),
            action: ReferencePath { pupil: id.clone() }.to_string(),
            questions: questions(page, given, &fields),
            words: words.unwrap_or_default().to_owned(),
            decline: given.is_none().then(|| DeclinePath { pupil: id.clone() }.to_string()),
            back: HomePath.to_string(),
            fields,
        },
    )
}

fn questions(page: &Page, given: Option<&Reference>, fields: &Fields) -> Vec<Question> {
    let question = |(at, asked): (usize, Quality)| {
        let stood = given.and_then(|one| one.seen.get(at)).copied().map(Seen::word);
        let name = asked.word();
        let value = if fields.has(name) { fields.value(name) } else { stood.unwrap_or_default() };
        let answer = |seen: Seen| Choice::new(seen.word(), often(page, seen)).chosen_if(value);
        Question { name, label: quality(page, asked), answers: Seen::ALL.map(answer).into() }
    };
    Quality::ALL.into_iter().enumerate().map(question).collect()
}

pub(super) async fn give(path: ReferencePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let seen = Quality::ALL.map(|asked| fields.choice(asked.word(), Seen::from_word));
    let words = fields.text("words", MOST_SENTENCE);
    let [Some(promises), Some(patience), Some(asks)] = seen else {
        return draw_reference(&page, &path.pupil, fields).await;
    };
    if !fields.is_right() {
        return draw_reference(&page, &path.pupil, fields).await;
    }
    let reference = Reference { seen: [promises, patience, asks], words, on: page.today() };
    do_give(&page.context(), &path.pupil, &reference).await?;
    Ok(page.done(&ReferencePath { pupil: path.pupil }, "references-done-given", &[]))
}

pub(super) async fn decline(path: DeclinePath, page: Page) -> Result<Response, PageError> {
    do_decline(&page.context(), &path.pupil).await?;
    Ok(page.done(&HomePath, "references-done-declined", &[]))
}
