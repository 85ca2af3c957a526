//! One template: its texts, how they read, and whom it would reach.

use super::{ListPath, RemovePath, SendPath, SentPath, ShowPath, TryPath, target, weeks};
use crate::commissions::names;
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::said::{Said, listed};
use crate::{Page, PageError, filters};
use actions::messages::{Preview, opened, preview};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::meetings::Unmet;
use domain::messages::{Audience, Message, Target, Text, Variable};
use domain::people::Person;
use domain::{Day, MessageId, PersonId};
use i18n::Lang;
use std::collections::BTreeSet;
use store::Tx;

/// The fields of a template in one language: their names and labels.
struct Block {
    title: String,
    subject: (&'static str, String),
    text: (&'static str, String),
}

/// How the letter of a template reads in one language.
struct Sample {
    lang: &'static str,
    /// What every letter begins with.
    greeting: String,
    words: Text,
    /// What stands below the text.
    next: String,
}

fn sample(page: &Page, lang: Lang, words: Text) -> Sample {
    let name = [("name", page.person().name.polite().into())];
    Sample {
        lang: lang.tag(),
        greeting: i18n::t(lang, "letters-greeting", &name),
        words,
        next: i18n::t(lang, "letters-message-sent-next", &[]),
    }
}

/// Whom it would reach.
struct Reach {
    /// How many, in words.
    said: String,
    /// Who.
    names: String,
    /// Of those who have it already, or read it on the page.
    notes: Vec<String>,
    /// The edition and the mark of the list, as the form says it back; nothing where nobody is left.
    shown: Option<String>,
    to: Target,
    /// What was sent to them today.
    sent: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "messages/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    whole: bool,
    blocks: [Block; 3],
    variables: Vec<String>,
    samples: Vec<Sample>,
    choices: Choices,
    reach: Option<Reach>,
    action: String,
    tries: String,
    sends: String,
    removes: String,
    back: String,
    fields: Fields,
}

/// The names of the fields by language: subject, text.
pub(super) const FIELDS: [(Lang, &str, &str); 3] = [
    (Lang::Kk, "subject_kk", "text_kk"),
    (Lang::Ru, "subject_ru", "text_ru"),
    (Lang::En, "subject_en", "text_en"),
];

pub(super) async fn show(
    path: ShowPath,
    page: Page,
    RawQuery(query): RawQuery,
) -> Result<Response, PageError> {
    let query = Fields::read(page.lang(), &query.unwrap_or_default());
    draw(&page, &path.id, target(&query), None).await
}

/// What a template says in a language.
const fn of(message: &Message, lang: Lang) -> &Text {
    match lang {
        Lang::Kk => &message.texts.kk,
        Lang::Ru => &message.texts.ru,
        Lang::En => &message.texts.en,
    }
}

/// The form as it stands.
fn written(page: &Page, message: &Message) -> Fields {
    let both = |(lang, subject, text): (Lang, &'static str, &'static str)| {
        let words = of(message, lang);
        [(subject, words.subject.clone()), (text, words.text.clone())]
    };
    Fields::beginning(page.lang(), &FIELDS.map(both).concat())
}

fn block(page: &Page, (lang, subject, text): (Lang, &'static str, &'static str)) -> Block {
    let label = |part: &str| page.text(&format!("messages-field-{part}-{}", lang.tag()));
    Block {
        title: page.text(&format!("messages-in-{}", lang.tag())),
        subject: (subject, label("subject")),
        text: (text, label("text")),
    }
}

/// What can be filled in, with what it becomes.
fn variables(page: &Page) -> Vec<String> {
    let said = |one: Variable| {
        format!("[{}] – {}", one.word(), page.text(&format!("messages-variable-{}", one.word())))
    };
    Variable::ALL.map(said).into()
}

/// Whom it may go to.
struct Choices {
    audiences: Vec<Choice>,
    subjects: Vec<Choice>,
    people: Vec<Choice>,
    unmet: Vec<Choice>,
}

impl Choices {
    async fn load(page: &Page, tx: &mut Tx, to: Option<&Target>) -> Result<Self, PageError> {
        let mut working = store::people::of_school(tx, page.school_id()?).await?;
        working.retain(|person| person.works_on(page.today()));
        let audience = to.map(|to| to.audience.word()).unwrap_or_default();
        let one = |one: Audience| {
            let label = page.text(&format!("messages-audience-{}", one.word()));
            Choice::new(one.word(), label).chosen_if(audience)
        };
        let chosen = to.and_then(|to| to.subject.as_deref()).unwrap_or_default();
        let taught: BTreeSet<&String> = working.iter().filter_map(|one| one.subject.as_ref()).collect();
        let subject = |subject: &String| Choice::new(subject.as_str(), subject.as_str()).chosen_if(chosen);
        let subjects = taught.into_iter().map(subject).collect();
        let chosen = to.and_then(|to| to.person.as_ref()).map(PersonId::as_str).unwrap_or_default();
        let person = |person: &Person| Choice::new(person.id.as_str(), person.name.full()).chosen_if(chosen);
        let mut people: Vec<Choice> = working.iter().map(person).collect();
        i18n::sort_by_name(page.lang(), &mut people, |one| &one.label);
        let chosen = to.and_then(|to| to.unmet).map(|unmet| unmet.weeks().to_string()).unwrap_or_default();
        let unmet = |one: Unmet| Choice::new(one.weeks().to_string(), weeks(page, one)).chosen_if(&chosen);
        let (audiences, unmet) = (Audience::ALL.map(one).into(), Unmet::ALL.map(unmet).into());
        Ok(Self { audiences, subjects, people, unmet })
    }
}

async fn reach(page: &Page, tx: &mut Tx, preview: Preview) -> Result<Reach, PageError> {
    let lang = page.lang();
    let names = names(page, tx).await?;
    let mut people: Vec<String> =
        preview.people.iter().map(|person| names.get(person).cloned().unwrap_or_default()).collect();
    i18n::sort_by_name(lang, &mut people, |name| name);
    let count = people.len();
    let said = |key: &str, count: usize| Said::new(key).with("count", count).words(lang);
    let note = |key: &str, count: usize| (count > 0).then(|| said(key, count));
    let notes = [note("messages-reach-had", preview.had), note("messages-reach-page", preview.on_page)];
    Ok(Reach {
        said: if count == 0 { page.text("messages-reach-none") } else { said("messages-reach", count) },
        names: listed(lang, &people),
        notes: notes.into_iter().flatten().collect(),
        shown: (count > 0 && preview.sent.is_none()).then(|| format!("{}.{}", preview.edition, preview.list)),
        to: preview.to,
        sent: preview.sent.map(|id| SentPath { id }.to_string()),
    })
}

/// The page; with what was typed where it was not taken.
pub(super) async fn draw(
    page: &Page,
    id: &MessageId,
    to: Option<Target>,
    fields: Option<Fields>,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (message, shown) = opened(&mut tx, &page.context(), id).await?;
    let whole = message.texts.is_whole();
    let reach = match to.clone().filter(|_| whole) {
        Some(to) => {
            let preview = preview(&mut tx, &page.context(), &message, to).await?;
            Some(reach(page, &mut tx, preview).await?)
        }
        None => None,
    };
    let choices = Choices::load(page, &mut tx, to.as_ref()).await?;
    let fields = fields.unwrap_or_else(|| written(page, &message));
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let of_id = || id.clone();
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title: message.name.clone(),
            whole,
            blocks: FIELDS.map(|of| block(page, of)),
            variables: variables(page),
            samples: shown.into_iter().map(|(lang, words)| sample(page, lang, words)).collect(),
            choices,
            reach,
            action: ShowPath { id: of_id() }.to_string(),
            tries: TryPath { id: of_id() }.to_string(),
            sends: SendPath { id: of_id() }.to_string(),
            removes: RemovePath { id: of_id() }.to_string(),
            back: ListPath.to_string(),
            fields,
        },
    )
}
