//! The library of cases: found by words and by topic, the latest first.

use super::{CasePath, CasesPath, OwnPath, TellPath};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::page::short;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::courses::{Author, Found, find, own};
use axum::extract::RawQuery;
use axum::response::Response;
use domain::Day;
use domain::courses::Audience;
use domain::questions::Topic;

/// A case in the list.
struct Row {
    href: String,
    title: String,
    /// Topic, author and how many have replied.
    text: String,
    /// The reader wrote it, or has replied.
    mark: Option<&'static str>,
    /// It was told in another school of the district.
    elsewhere: bool,
}

#[derive(askama::Template)]
#[template(path = "courses/cases.html")]
struct Cases {
    shell: Shell,
    today: Day,
    title: String,
    rows: Vec<Row>,
    /// The words that are looked for.
    words: String,
    topics: Vec<Choice>,
    /// The reader looks for something.
    narrowed: bool,
    tell: Option<String>,
    list: String,
    back: String,
}

/// The name of a topic.
pub(super) fn topic_words(page: &Page, topic: Topic) -> String {
    page.text(&format!("topics-{}", topic.word()))
}

/// Topics to choose from.
pub(super) fn topics(page: &Page, chosen: &str) -> Vec<Choice> {
    let choice = |topic: Topic| Choice::new(topic.word(), topic_words(page, topic)).chosen_if(chosen);
    Topic::ALL.map(choice).into()
}

/// Who wrote it, as far as the reader is told.
pub(super) fn author_words(page: &Page, author: &Author) -> String {
    match author {
        Author::Here(name) => name.clone(),
        Author::There { name, school } => Said::new("courses-author-there")
            .with("name", name.as_str())
            .with("school", short(page.lang(), school))
            .words(page.lang()),
        Author::Unnamed => page.text("courses-author-unnamed"),
    }
}

/// Who may read a case, to choose from.
pub(super) fn audiences(page: &Page, chosen: &str) -> Vec<Choice> {
    let choice = |audience: Audience| {
        let label = page.text(&format!("courses-audience-{}", audience.word()));
        Choice::new(audience.word(), label).chosen_if(chosen)
    };
    Audience::ALL.map(choice).into()
}

pub(super) async fn list(_: CasesPath, page: Page, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let asked = Fields::read(page.lang(), &query.unwrap_or_default());
    let (words, topic) = (asked.value("q").trim().to_owned(), Topic::from_word(asked.value("topic")));
    let mut tx = page.read().await?;
    let found = find(&mut tx, &page.context(), &words, topic).await?.ok_or(PageError::NotFound)?;
    let runs = own(&mut tx, &page.context()).await?.is_some_and(|opened| opened.course.runs());
    page.show(&Cases {
        shell: page.shell(),
        today: page.today(),
        title: Said::new("courses-cases-board").with("count", found.len()).words(page.lang()),
        rows: found.iter().map(|one| row(&page, one)).collect(),
        narrowed: !words.is_empty() || topic.is_some(),
        topics: topics(&page, topic.map_or("", Topic::word)),
        words,
        tell: runs.then(|| TellPath.to_string()),
        list: CasesPath.to_string(),
        back: OwnPath.to_string(),
    })
}

fn row(page: &Page, found: &Found) -> Row {
    let said = Said::new("courses-case-line")
        .with("topic", topic_words(page, found.card.topic))
        .with("name", author_words(page, &found.author))
        .with("count", found.replies);
    let mark = match (found.own, found.replied) {
        (true, _) => Some("courses-case-own"),
        (false, true) => Some("courses-case-replied"),
        (false, false) => None,
    };
    Row {
        href: CasePath { case: found.card.id.clone() }.to_string(),
        title: found.card.words.title.clone(),
        text: said.words(page.lang()),
        mark,
        elsewhere: found.elsewhere,
    }
}
