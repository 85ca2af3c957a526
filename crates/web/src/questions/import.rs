//! A file of questions: shown line by line, mended on the page, taken in. Nothing of it is kept in between.

use super::{ImportPath, ListPath, ShowPath, words};
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::questions::{Brought, Line, MOST_BYTES, Seen, TakeRefused, Taken, keeps, look, take};
use actions::{Failed, Never};
use axum::extract::Multipart;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::questions::{Language, MOST_QUESTIONS, Topic};
use i18n::Lang;

/// Characters of a question in the preview.
const SHOWN: usize = 160;

/// A line of the preview.
struct Row {
    title: String,
    text: String,
    /// What becomes of it, in a word.
    word: String,
    look: &'static str,
    icon: &'static str,
    /// The question of the bank that it meets.
    href: String,
    number: String,
    why: String,
}

/// What was read.
struct Preview {
    summary: String,
    /// There is something to take in.
    takes: bool,
    rows: Vec<Row>,
    skipped: Vec<String>,
    left: Vec<String>,
    letters: bool,
}

#[derive(askama::Template)]
#[template(path = "questions/import.html")]
struct Import {
    shell: Shell,
    today: Day,
    action: String,
    back: String,
    error: String,
    pasted: String,
    languages: Vec<Choice>,
    topics: Vec<Choice>,
    preview: Option<Preview>,
}

/// What the form sent.
#[derive(Default)]
struct Form {
    bytes: Vec<u8>,
    pasted: String,
    language: Option<Language>,
    topic: Option<Topic>,
    /// It is to be taken in; else it is only looked at.
    takes: bool,
}

impl Form {
    /// The file, or what stands in the field where none came.
    fn text(&self) -> &[u8] {
        if self.bytes.is_empty() { self.pasted.as_bytes() } else { &self.bytes }
    }
}

pub(super) async fn import(_: ImportPath, page: Page) -> Result<Response, PageError> {
    keeps::<Never>(&mut *page.read().await?, &page.context(), page.school_id()?).await?;
    draw(&page, StatusCode::OK, &Form::default(), (String::new(), None))
}

async fn read(mut form: Multipart) -> Result<Form, PageError> {
    let mut read = Form::default();
    while let Some(field) = form.next_field().await? {
        match field.name() {
            Some("file") => read.bytes = field.bytes().await?.to_vec(),
            Some("pasted") => read.pasted = field.text().await?,
            Some("lang") => {
                let word = field.text().await?;
                read.language = Language::from_word(&word);
            }
            Some("topic") => {
                let word = field.text().await?;
                read.topic = Topic::from_word(&word);
            }
            Some("step") => {
                let word = field.text().await?;
                read.takes = word == "take";
            }
            _ => {}
        }
    }
    Ok(read)
}

pub(super) async fn bring(_: ImportPath, page: Page, form: Multipart) -> Result<Response, PageError> {
    let form = read(form).await?;
    let language = form.language.unwrap_or_else(|| super::language(page.lang()));
    let brought = Brought { school: page.school_id()?, bytes: form.text(), language, topic: form.topic };
    let context = page.context();
    let refused = if form.takes {
        match take(&context, &brought).await {
            Ok(counts) => return Ok(done(&page, &counts)),
            Err(Failed::Refused(why)) => Some(why),
            Err(other) => return Err(other.into()),
        }
    } else {
        None
    };
    // What was not taken is shown as well, as far as it can be read.
    match (look(&context, &brought).await, refused) {
        (Ok(seen), None) => draw(&page, StatusCode::OK, &form, (String::new(), Some(seen))),
        (Ok(seen), Some(why)) => {
            let error = said(page.lang(), &why);
            draw(&page, StatusCode::UNPROCESSABLE_ENTITY, &form, (error, Some(seen)))
        }
        (Err(Failed::Refused(why)), _) => {
            let error = said(page.lang(), &why);
            draw(&page, StatusCode::UNPROCESSABLE_ENTITY, &form, (error, None))
        }
        (Err(other), _) => Err(other.into()),
    }
}

fn done(page: &Page, counts: &Taken) -> Response {
    let args = [
        ("new", counts.new.to_string()),
        ("worded", counts.worded.to_string()),
        ("better", counts.better.to_string()),
        ("same", counts.same.to_string()),
        ("left", counts.not_taken.to_string()),
    ];
    page.done(&ListPath, "questions-done-taken", &args)
}

/// Why nothing was taken.
fn said(lang: Lang, why: &TakeRefused) -> String {
    match why {
        TakeRefused::TooLarge => i18n::t(lang, "questions-file-large", &[]),
        TakeRefused::File(refused) => words::refused(lang, refused),
        TakeRefused::Nothing => i18n::t(lang, "questions-file-nothing", &[]),
        TakeRefused::Full => i18n::t(lang, "questions-file-full", &[("most", MOST_QUESTIONS.into())]),
    }
}

/// The page with what was read, and with what is wrong where something is.
fn draw(
    page: &Page,
    status: StatusCode,
    form: &Form,
    (error, seen): (String, Option<Seen>),
) -> Result<Response, PageError> {
    let lang = page.lang();
    let language = form.language.unwrap_or_else(|| super::language(lang));
    let of_language =
        |one: Language| Choice::new(one.word(), words::language(lang, one)).chosen_if(language.word());
    let chosen = form.topic.map(Topic::word).unwrap_or_default();
    let topic = |one: Topic| Choice::new(one.word(), words::topic(lang, one)).chosen_if(chosen);
    let pasted = match &seen {
        Some(seen) => seen.text.clone(),
        // What is too large to be read is too large to be mended here.
        None if form.text().len() > MOST_BYTES => String::new(),
        None => String::from_utf8_lossy(form.text()).into_owned(),
    };
    page.show_with(
        status,
        &Import {
            shell: page.shell(),
            today: page.today(),
            action: ImportPath.to_string(),
            back: ListPath.to_string(),
            error,
            pasted: crate::forms::clean(&pasted),
            languages: Language::ALL.map(of_language).into(),
            topics: Topic::ALL.map(topic).into(),
            preview: seen.map(|seen| preview(lang, &seen)),
        },
    )
}

fn preview(lang: Lang, seen: &Seen) -> Preview {
    let counts = &seen.counts;
    let args = [
        ("new", counts.new.into()),
        ("worded", counts.worded.into()),
        ("better", counts.better.into()),
        ("same", counts.same.into()),
        ("left", (counts.not_taken + seen.skipped.len()).into()),
    ];
    let skipped = |one: &actions::questions::Skipped| {
        let why = words::skipped(lang, one);
        let args = [
            ("line", one.at.line.into()),
            ("column", one.at.column.into()),
            ("name", one.name.as_str().into()),
            ("why", why.into()),
        ];
        i18n::t(lang, "questions-skipped", &args)
    };
    let left = seen.left.iter().map(|(name, left)| {
        let args =
            [("name", name.as_str().into()), ("count", left.count.into()), ("line", left.first.line.into())];
        i18n::t(lang, "questions-left", &args)
    });
    let files = seen.without_files.iter().map(|one| {
        let args = [("line", one.at.line.into()), ("file", one.file.as_str().into())];
        i18n::t(lang, "questions-without-file", &args)
    });
    Preview {
        summary: i18n::t(lang, "questions-summary", &args),
        takes: counts.new + counts.worded + counts.better > 0,
        rows: seen.lines.iter().map(|line| row(lang, line)).collect(),
        skipped: seen.skipped.iter().map(skipped).collect(),
        left: left.chain(files).collect(),
        letters: seen.may_be_kz1048,
    }
}

fn row(lang: Lang, line: &Line) -> Row {
    let (look, icon) = match line.fate {
        "new" | "worded" => ("done", "plus"),
        "better" => ("soon", "writing-sign"),
        "same" => ("", "minus"),
        _ => ("bad", "alert-circle"),
    };
    let number = line.number.map(|number| number.to_string()).unwrap_or_default();
    let args = [("line", line.line.into()), ("name", line.name.as_str().into())];
    let fault = line.fault.as_ref().map(|fault| words::fault(lang, fault));
    let apart = (line.fate == "apart").then(|| i18n::t(lang, "questions-apart", &[]));
    let href = line.number.filter(|_| matches!(line.fate, "better" | "worded" | "apart"));
    Row {
        title: i18n::t(lang, "questions-line", &args),
        text: format!(
            "{} · {}",
            words::way(lang, line.way),
            line.text.chars().take(SHOWN).collect::<String>()
        ),
        word: i18n::t(lang, &format!("questions-fate-{}", line.fate), &[]),
        look,
        icon,
        href: href.map(|number| ShowPath { number }.to_string()).unwrap_or_default(),
        number,
        why: fault.or(apart).unwrap_or_default(),
    }
}
