//! Closing words of one of the two: written alone, read by the other one later.

use super::{WordsPath, report};
use crate::forms::Fields;
use crate::formsets::asking::{self, Asking, facts, unfit};
use crate::layout::Shell;
use crate::layout::parts::Fact;
use crate::names::Names;
use crate::pairs::ShowPath as PairPath;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::endings::Closing;
use axum::http::StatusCode;
use axum::response::Response;
use domain::endings::{MOST_WORDS, Words, WriteRefused};
use domain::formsets::Added;
use domain::pairs::Pair;
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{Day, PairId};
use store::Tx;

/// The parts in the order of the form, and the one for coordinators last.
const PARTS: [&str; 4] = ["worked", "gave", "thanks", "evaluation"];

#[derive(askama::Template)]
#[template(path = "endings/words.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    other: String,
    /// Where the form goes; none where nothing is written now.
    action: Option<String>,
    /// The newcomer's thanks may stand in the letter.
    newcomer: bool,
    in_letter: bool,
    /// The other one's words, once they are open: what each part is, and the part.
    theirs: Vec<(&'static str, String)>,
    /// The own ones, once they stay.
    own: Vec<(&'static str, String)>,
    /// What district and school ask beside them; coordinators alone read the answers.
    questions: Vec<Asking>,
    /// The own answers, once they stay.
    answered: Vec<Fact>,
    report: (Option<String>, String),
    pair: String,
    fields: Fields,
}

impl Show {
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn most(&self) -> usize {
        MOST_WORDS
    }
}

pub(super) async fn show(path: WordsPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.pair, None).await
}

pub(super) async fn keep(path: WordsPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let [worked, gave, thanks, evaluation] = PARTS.map(|part| fields.optional_text(part, MOST_WORDS));
    let answers = asking::read(&added(&page, &path.pair).await?.fields, &mut fields);
    let in_letter = fields.ticked("in_letter");
    let words = Words { worked, gave, thanks, evaluation, in_letter, answers };
    if !fields.is_right() {
        return draw(&page, &path.pair, Some(fields)).await;
    }
    let seen = fields.value("seen").parse().ok();
    match actions::endings::keep(&page.context(), &path.pair, seen, &words).await {
        Ok(()) => Ok(page.done(&path, "endings-done-words", &[])),
        Err(Failed::Refused(why)) => {
            match why {
                WriteRefused::Nothing => fields.refuse(PARTS[0], "endings-refused-nothing", &[]),
                WriteRefused::TooLong => {
                    let args = [("most", MOST_WORDS.into()), ("count", MOST_WORDS.into())];
                    fields.refuse(PARTS[0], "forms-too-long", &args);
                }
                WriteRefused::Unfit(why) => fields.refuse(PARTS[3], unfit(why), &[]),
                // The page says these by itself.
                WriteRefused::NotYet { .. } | WriteRefused::TooLate | WriteRefused::Read => {}
            }
            draw(&page, &path.pair, Some(fields)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The end of a pair for one of the two.
async fn closed(
    page: &Page,
    tx: &mut Tx,
    id: &PairId,
) -> Result<(Pair, Programme, Names, Closing), PageError> {
    let pair = store::pairs::get(tx, id).await?.ok_or(PageError::NotFound)?;
    let (programme, names) = Names::in_programme(tx, &pair.school, &pair.programme).await?;
    let closing = actions::endings::closing(tx, &page.context(), &pair, &programme).await?;
    Ok((pair, programme, names, closing.ok_or(PageError::NotFound)?))
}

/// The questions that were added to the form.
async fn added(page: &Page, id: &PairId) -> Result<Added, PageError> {
    Ok(closed(page, &mut *page.read().await?, id).await?.3.added)
}

async fn draw(page: &Page, id: &PairId, typed: Option<Fields>) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let (pair, programme, names, closing) = closed(page, &mut tx, id).await?;
    let other = match closing.side {
        Side::Newcomer => names.mentor(&pair.mentor)?.name.polite(),
        Side::Mentor => names.newcomer(&pair.newcomer)?.name.polite(),
    };
    let (title, text) = board(page, &closing, &other, programme.phases.work_until);
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let writes = closing.may_write.is_ok();
    let in_letter = match &typed {
        Some(typed) => typed.ticked("in_letter"),
        None => closing.own.as_ref().is_some_and(|own| own.words.in_letter),
    };
    let fields = typed.unwrap_or_else(|| beginning(page, &closing));
    let answers = closing.own.as_ref().map(|own| own.words.answers.clone()).unwrap_or_default();
    page.show_with(
        status,
        &Show {
            shell: page.shell(),
            today: page.today(),
            title,
            text,
            action: writes.then(|| WordsPath { pair: id.clone() }.to_string()),
            newcomer: closing.side == Side::Newcomer,
            in_letter,
            theirs: closing.theirs.as_ref().map(for_the_other).unwrap_or_default(),
            own: closing.own.as_ref().filter(|_| !writes).map(|own| all(&own.words)).unwrap_or_default(),
            report: report(page, &mut tx, &programme, &pair).await?,
            pair: PairPath { id: id.clone() }.to_string(),
            questions: asking::all(page, &closing.added, &answers, &fields),
            answered: if writes { Vec::new() } else { facts(page, &closing.added, &answers) },
            fields,
            other,
        },
    )
}

fn beginning(page: &Page, closing: &Closing) -> Fields {
    let Some(own) = &closing.own else { return Fields::beginning(page.lang(), &[]) };
    let words = &own.words;
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    Fields::beginning(
        page.lang(),
        &[
            ("worked", text(&words.worked)),
            ("gave", text(&words.gave)),
            ("thanks", text(&words.thanks)),
            ("evaluation", text(&words.evaluation)),
            ("seen", own.version.to_string()),
        ],
    )
}

/// What the other one reads.
fn for_the_other(words: &Words) -> Vec<(&'static str, String)> {
    let parts = [
        ("endings-part-thanks", &words.thanks),
        ("endings-part-worked", &words.worked),
        ("endings-part-gave", &words.gave),
    ];
    parts.into_iter().filter_map(|(key, part)| Some((key, part.clone()?))).collect()
}

/// The same with the part for coordinators, for its author.
fn all(words: &Words) -> Vec<(&'static str, String)> {
    let mut parts = for_the_other(words);
    parts.extend(words.evaluation.clone().map(|part| ("endings-part-evaluation", part)));
    parts
}

fn board(page: &Page, closing: &Closing, other: &str, work_until: Day) -> (String, String) {
    let last = closing.ending.as_ref().map_or(work_until, |ending| ending.last_day);
    let (key, day) = match (&closing.may_write, &closing.theirs, &closing.own) {
        (Err(WriteRefused::NotYet { from }), ..) => ("early", *from),
        (_, Some(_), _) => ("open", last),
        (Err(WriteRefused::TooLate), ..) => ("late", last),
        (Ok(()), None, Some(_)) => ("kept", last),
        (Ok(()), None, None) => ("write", last),
        // Read, and the other one has written nothing.
        (Err(_), None, _) => ("alone", last),
    };
    let said = |key: String| Said::new(key).with("name", other).day(day).words(page.lang());
    (said(format!("endings-words-{key}")), said(format!("endings-words-{key}-text")))
}
