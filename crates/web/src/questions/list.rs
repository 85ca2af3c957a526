//! The bank: by topic with counts, searched, handed out; where it is empty, the starting material.

use super::{ExportPath, ImportPath, ListPath, NewPath, ShowPath, StarterPath, words};
use crate::files::attachment;
use crate::forms::{Fields, encode};
use crate::layout::Shell;
use crate::layout::parts::{Choice, Filter, Pager};
use crate::{Page, PageError, filters};
use actions::questions::Form;
use axum::response::Response;
use domain::Day;
use domain::questions::{Edition, Kept, Language, Shelf, Topic, Wanted, Way};

/// Questions of one page.
const ROWS: usize = 50;
/// Characters of a question in the list.
const SHOWN: usize = 160;

/// A question in the list.
struct Row {
    href: String,
    title: String,
    facts: String,
}

#[derive(askama::Template)]
#[template(path = "questions/list.html")]
struct List {
    shell: Shell,
    today: Day,
    board: String,
    /// Nothing was ever put in.
    empty: bool,
    starter: String,
    import: String,
    new: String,
    topics: Vec<Filter>,
    search: String,
    chosen_topics: Vec<Choice>,
    ways: Vec<Choice>,
    languages: Vec<Choice>,
    /// Which ones alone are looked for: retired, for practice, or neither.
    narrowed: &'static str,
    rows: Vec<Row>,
    pager: Option<Pager>,
    exports: Vec<(String, String)>,
}

pub(super) async fn list(_: ListPath, page: Page) -> Result<Response, PageError> {
    let lang = page.lang();
    let mut tx = page.read().await?;
    let editions = actions::questions::all(&mut tx, &page.context(), page.school_id()?).await?;
    let query = page.visit.path.split_once('?').map_or("", |(_, query)| query);
    let query = Fields::read(lang, query);
    let wanted = wanted(&query);
    let found: Vec<&Kept> =
        editions.iter().map(|edition| &edition.kept).filter(|kept| wanted.fits(kept)).collect();
    let count = editions.iter().filter(|edition| !edition.kept.retired).count();
    let (from, pager) = paged(found.len(), &query);
    let rows = found.iter().skip(from).take(ROWS).map(|kept| row(&page, kept, &wanted)).collect();
    page.show(&List {
        shell: page.shell(),
        today: page.today(),
        board: i18n::t(lang, "questions-board", &[("count", count.into())]),
        empty: editions.is_empty(),
        starter: StarterPath.to_string(),
        import: ImportPath.to_string(),
        new: NewPath.to_string(),
        topics: topics(&page, &editions, &wanted),
        search: wanted.letters.clone(),
        chosen_topics: Topic::ALL
            .map(|topic| Choice::new(topic.word(), words::topic(lang, topic)).chosen_if(query.value("topic")))
            .into(),
        ways: Way::ALL
            .map(|way| Choice::new(way.word(), words::way(lang, way)).chosen_if(query.value("kind")))
            .into(),
        languages: Language::ALL
            .map(|one| Choice::new(one.word(), words::language(lang, one)).chosen_if(query.value("lang")))
            .into(),
        narrowed: narrowed(&wanted),
        rows,
        pager,
        exports: exports(&page),
    })
}

fn wanted(query: &Fields) -> Wanted {
    Wanted {
        shelf: Topic::from_word(query.value("topic")).map(Shelf::Topic),
        way: Way::from_word(query.value("kind")),
        language: Language::from_word(query.value("lang")),
        letters: query.value("q").trim().to_owned(),
        retired: query.value("show") == "retired",
        practice: query.value("show") == "practice",
    }
}

/// What the address says where retired questions alone are looked for, or those for practice.
const fn narrowed(wanted: &Wanted) -> &'static str {
    match (wanted.retired, wanted.practice) {
        (true, _) => "retired",
        (false, true) => "practice",
        (false, false) => "",
    }
}

/// The topics with their counts, then what is for practice and what is retired.
fn topics(page: &Page, editions: &[Edition], wanted: &Wanted) -> Vec<Filter> {
    let lang = page.lang();
    let fitting = |wanted: &Wanted| editions.iter().filter(|edition| wanted.fits(&edition.kept)).count();
    let filter = |query: String, label: String, one: &Wanted| Filter {
        href: format!("{ListPath}?{query}"),
        icon: "",
        count: fitting(one),
        label,
        current: one == wanted,
    };
    let of_topic = |topic: Topic| {
        let one = Wanted { shelf: Some(Shelf::Topic(topic)), ..Wanted::default() };
        filter(format!("topic={}", topic.word()), words::topic(lang, topic), &one)
    };
    let all = filter("show=all".to_owned(), page.text("questions-all"), &Wanted::default());
    let retired = Wanted { retired: true, ..Wanted::default() };
    let retired = filter("show=retired".to_owned(), page.text("questions-retired"), &retired);
    let practice = Wanted { practice: true, ..Wanted::default() };
    let practice = filter("show=practice".to_owned(), page.text("questions-practice"), &practice);
    [all].into_iter().chain(Topic::ALL.map(of_topic)).chain([practice, retired]).collect()
}

fn row(page: &Page, kept: &Kept, wanted: &Wanted) -> Row {
    let lang = page.lang();
    let language = wanted.language.unwrap_or_else(|| super::language(lang));
    let (mut title, mut facts) = (format!("№ {}", kept.number), Vec::new());
    if let Some((_, question)) = kept.read(language) {
        let short: String = question.text.chars().take(SHOWN).collect();
        let more = if question.text.chars().count() > SHOWN { "…" } else { "" };
        title = format!("{title}. {short}{more}");
        facts = vec![words::shelf(lang, &question.shelf), words::way(lang, question.kind.way())];
    }
    let languages = kept.words().keys().map(|one| words::language(lang, *one));
    facts.push(languages.collect::<Vec<_>>().join(", "));
    Row { href: ShowPath { number: kept.number }.to_string(), title, facts: facts.join(" · ") }
}

/// Where the page begins, and the way to the others.
fn paged(of: usize, query: &Fields) -> (usize, Option<Pager>) {
    if of <= ROWS {
        return (0, None);
    }
    let from: usize = query.value("from").parse().unwrap_or(0);
    let from = (from / ROWS * ROWS).min((of - 1) / ROWS * ROWS);
    let to = (from + ROWS).min(of);
    let asked =
        ["q", "topic", "kind", "lang", "show"].map(|name| format!("{name}={}", encode(query.value(name))));
    let href = |from: usize| format!("{ListPath}?{}&from={from}", asked.join("&"));
    let previous = (from > 0).then(|| href(from - ROWS));
    (from, Some(Pager { previous, next: (to < of).then(|| href(to)), from: from + 1, to, of }))
}

fn exports(page: &Page) -> Vec<(String, String)> {
    let lang = page.lang();
    let export = |(form, language): (Form, Language)| {
        let path = ExportPath { form: form.word().to_owned(), lang: language.word().to_owned() };
        let args = [("language", words::language(lang, language).into())];
        (path.to_string(), i18n::t(lang, &format!("questions-export-{}", form.word()), &args))
    };
    let both = Language::ALL.into_iter().flat_map(|language| Form::ALL.map(|form| (form, language)));
    both.map(export).collect()
}

pub(super) async fn starter(_: StarterPath, page: Page) -> Result<Response, PageError> {
    let count = actions::questions::take_starter(&page.context(), page.school_id()?).await?;
    Ok(page.done(&ListPath, "questions-done-starter", &[("count", count.to_string())]))
}

pub(super) async fn export(path: ExportPath, page: Page) -> Result<Response, PageError> {
    let form = Form::from_word(&path.form).ok_or(PageError::NotFound)?;
    let language = Language::from_word(&path.lang).ok_or(PageError::NotFound)?;
    let mut tx = page.read().await?;
    let which = (form, language);
    let text = actions::questions::export(&mut tx, &page.context(), page.school_id()?, which).await?;
    Ok(attachment(text, form.media(), &format!("questions-{}.{}", language.word(), form.word())))
}
