//! The sixty-second log: a talk in the corridor, written down on the phone (feat:D8; essay:E19).

use super::list::StepRow;
use super::new::minutes;
use super::own::{OwnPair, own_pairs};
use super::{LogPath, ShowPath, field, refusal};
use crate::contacts::kind_key;
use crate::forms::Fields;
use crate::formsets::asking::{self, Asking};
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::names::Names;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::formsets::{Whose, questions};
use actions::meetings::{Log, log as do_log};
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Day;
use domain::contacts::Kind;
use domain::formsets::{Added, Answers, Kind as Form};
use domain::meetings::MOST_WORDS;

#[derive(askama::Template)]
#[template(path = "meetings/log.html")]
struct Show {
    shell: Shell,
    today: Day,
    /// Where there is one pair only, or one is chosen: the name of the other one and the pair.
    one: Option<(String, String)>,
    people: Vec<Choice>,
    kinds: Vec<Choice>,
    minutes: Vec<Choice>,
    /// What district and school ask beside it; nobody has to answer.
    questions: Vec<Asking>,
    steps: Vec<StepRow>,
    fields: Fields,
}

/// The pairs of the reader, and what is asked of their talks.
async fn own(page: &Page) -> Result<(Vec<OwnPair>, Added), PageError> {
    let mut tx = page.read().await?;
    let (programme, names) = Names::load(page, &mut tx).await?;
    let own = own_pairs(page, &mut tx, &programme, &names).await?;
    if own.is_empty() {
        return Err(PageError::NotFound);
    }
    let added = questions(&mut tx, &Whose::School(programme.school), Form::Log).await?;
    Ok((own, added))
}

pub(super) async fn blank(_: LogPath, page: Page, RawQuery(query): RawQuery) -> Result<Response, PageError> {
    let asked = Fields::read(page.lang(), &query.unwrap_or_default());
    let (own, added) = own(&page).await?;
    let pair = asked.value("pair").to_owned();
    if !pair.is_empty() && !own.iter().any(|one| one.pair.id.as_str() == pair) {
        return Err(PageError::NotFound);
    }
    let day = asked.value("day").parse().unwrap_or(page.today());
    let beginning = [
        ("pair", pair),
        ("kind", Kind::Talk.word().to_owned()),
        ("day", day.to_string()),
        ("minutes", "10".to_owned()),
    ];
    draw(&page, (&own, &added), Fields::beginning(page.lang(), &beginning))
}

pub(super) async fn log(_: LogPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let (own, added) = own(&page).await?;
    // Whoever has one pair is not asked which.
    let pair = match own.as_slice() {
        [only] if fields.value("pair").is_empty() => Some(only.pair.id.to_string()),
        _ => fields.choice("pair", |id| (!id.is_empty()).then(|| id.to_owned())),
    };
    let log = read(&added, &mut fields);
    let Some((pair, log)) = pair.zip(log) else { return draw(&page, (&own, &added), fields) };
    let one = own.iter().find(|one| one.pair.id.as_str() == pair).ok_or(PageError::NotFound)?;
    match do_log(&page.context(), &one.pair.id, &log).await {
        Ok(id) => {
            let name = one.other.clone();
            Ok(page.done(&ShowPath { id }, "meetings-done-logged", &[("name", name)]))
        }
        Err(Failed::Refused(why)) => {
            fields.problems.add(field(why), refusal(page.lang(), why));
            draw(&page, (&own, &added), fields)
        }
        Err(other) => Err(other.into()),
    }
}

fn read(added: &Added, fields: &mut Fields) -> Option<Log> {
    let kind = fields.choice("kind", Kind::from_word);
    let day = fields.day("day");
    let minutes = fields.choice("minutes", |typed| typed.parse().ok());
    let topic = fields.optional_text("topic", MOST_WORDS);
    let answers = asking::read(&added.fields, fields);
    fields.is_right().then_some(())?;
    Some(Log { kind: kind?, day: day?, minutes: minutes?, topic, answers })
}

fn draw(page: &Page, (own, added): (&[OwnPair], &Added), fields: Fields) -> Result<Response, PageError> {
    let chosen = fields.value("pair");
    let one = match own {
        [only] => Some(only),
        _ => own.iter().find(|one| one.pair.id.as_str() == chosen),
    };
    let kind =
        |kind: Kind| Choice::new(kind.word(), page.text(&kind_key(kind))).chosen_if(fields.value("kind"));
    let person = |one: &OwnPair| Choice::new(one.pair.id.to_string(), one.other.clone());
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            one: one.map(|one| (one.other.clone(), one.pair.id.to_string())),
            people: own.iter().map(person).collect(),
            kinds: Kind::ALL.map(kind).into(),
            minutes: minutes(page, fields.value("minutes")),
            questions: asking::all(page, added, &Answers::new(), &fields),
            steps: one.map_or_else(Vec::new, |one| {
                one.steps.iter().map(|step| StepRow::of(step, one.side, page.today())).collect()
            }),
            fields,
        },
    )
}
