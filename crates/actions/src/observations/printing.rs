//! A finished sheet on paper: the version that holds, with the names as they were on the day (doc:A9, A10). Whoever
//! may read it may print it, nobody else.

use super::{Opened, opened};
use crate::formsets::said;
use crate::orders::{Unprintable, heading};
use crate::reports::{Press, edition_named, shaped};
use crate::{Context, Failed};
use documents::Both;
use documents::observations as printed;
use documents::orders::Named as Party;
use domain::ObservationId;
use domain::calendar::local;
use domain::observations::{Block, Content, Kind, Named, Sheet};
use domain::people::Category;
use domain::terms::both;
use i18n::{Arg, Lang};

/// Prints a sheet that the actor may read, with the body of the edition that it was begun with.
pub async fn print(
    context: &Context<'_>,
    id: &ObservationId,
    lang: Lang,
    press: Press<'_>,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let mut tx = context.db.read().await?;
    let opened = opened(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
    let sheet = opened.last().ok_or(Failed::NotFound)?;
    let (_, [teacher, observer]) = sheet.finished.as_ref().ok_or(Failed::NotFound)?;
    let observation = &opened.observation;
    let school = store::schools::get(&mut tx, &observation.school).await?.ok_or(Failed::NotFound)?;
    let edition = edition_named(&mut tx, sheet.added.edition.as_ref()).await?;
    drop(tx);
    let number = (observation.number.to_string(), observation.day);
    let mut head = heading(&school, &opened.programme, &observation.code, number, press.address);
    head.template_version = sheet.added.version.to_string();
    let paper = printed::Sheet {
        paper: head,
        kind: match observation.kind {
            Kind::ByMentor | Kind::ByOutsider => printed::Kind::Developmental,
            Kind::ByNewcomer => printed::Kind::Visit,
            Kind::Control => printed::Kind::Control,
        },
        observed: party(teacher),
        observer: party(observer),
        facts: facts(lang, &opened, teacher, &sheet.content),
        blocks: if observation.kind.has_marks() { blocks(lang, &sheet.content) } else { Vec::new() },
        total: total(lang, sheet),
        notes: notes(lang, observation.kind, sheet),
        read: sheet
            .read
            .as_ref()
            .map(|read| (local(read.at, school.utc_offset_minutes).date(), read.words.clone())),
        version: sheet.number,
    };
    shaped(press, paper, edition, id.as_str(), (lang, context.now)).await
}

/// Post and category in both languages, as the list of that day had them.
fn party(named: &Named) -> Party {
    let post = both(named.post.as_deref().unwrap_or("педагог"));
    let with = |lang: Lang, post: &str| match named.category {
        Category::None => post.to_owned(),
        category => format!("{post}, {}", say(lang, &format!("rosters-category-{}", category.word()))),
    };
    let post = Both::new(with(Lang::Kk, &post.kk), with(Lang::Ru, &post.ru));
    Party { name: named.name.clone(), post }
}

fn say(lang: Lang, key: &str) -> String {
    i18n::t(lang, key, &[])
}

fn facts(lang: Lang, opened: &Opened, teacher: &Named, content: &Content) -> Vec<(String, String)> {
    let observation = &opened.observation;
    let lines = [
        ("observations-paper-subject", teacher.subject.clone()),
        ("observations-paper-class", observation.class.clone()),
        ("observations-paper-room", observation.room.clone()),
        ("observations-paper-time", Some(i18n::time(observation.at))),
        ("observations-topic", content.topic.clone()),
        ("observations-goals", content.goals.clone()),
    ];
    lines.into_iter().filter_map(|(key, words)| Some((say(lang, key), words?))).collect()
}

/// The criteria with the marks of a sheet.
pub(crate) fn blocks(lang: Lang, content: &Content) -> Vec<printed::Block> {
    let line = |one: domain::observations::Criterion| {
        let words = say(lang, &format!("observations-criterion-{}", one.word()));
        (one.number().to_owned(), words, content.marks.get(&one).map(|mark| mark.number()))
    };
    let block = |one: Block| printed::Block {
        title: say(lang, &format!("observations-block-{}", one.word())),
        lines: one.criteria().map(line).collect(),
    };
    Block::ALL.into_iter().map(block).collect()
}

/// The sums in words; none where nothing is marked.
pub fn total(lang: Lang, sheet: &Sheet) -> Option<String> {
    let total = sheet.content.total();
    let [none, part, most, full] = total.of_mark.map(Arg::from);
    (total.marked > 0).then(|| {
        let args = [
            ("sum", total.sum.into()),
            ("most", total.most.into()),
            ("none", none),
            ("part", part),
            ("mostly", most),
            ("full", full),
        ];
        i18n::t(lang, "observations-total", &args)
    })
}

/// What was seen, and the answers to the questions that were added at the end.
fn notes(lang: Lang, kind: Kind, sheet: &Sheet) -> Vec<(String, String)> {
    let content = &sheet.content;
    let step = if kind.has_marks() { "observations-step" } else { "observations-try" };
    let lines = [
        ("observations-saw", &content.saw),
        ("observations-question", &content.question),
        (step, &content.step),
    ];
    let built = lines.into_iter().filter_map(|(key, words)| Some((say(lang, key), words.clone()?)));
    built.chain(said(lang, &sheet.added, &content.answers)).collect()
}
