//! One observation: when it is and the step that is the reader's; the finished sheet, the observed teacher's own words,
//! and who else reads it.

use super::new::seen_key;
use super::own::kind_key;
use super::reading::{Lines, Version, fact_list, lines, version};
use super::{
    AmendPath, AnswerPath, NewPath, PaperPath, ReadPath, SharePath, SheetPath, ShowPath, StepPath, VoidPath,
    Way,
};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::{Choice, Fact};
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::observations::{Opened, opened};
use axum::http::StatusCode;
use axum::response::Response;
use domain::observations::{Audience, MOST_WORDS, Party, State};
use domain::{Day, ObservationId, PersonId};
use i18n::Lang;
use store::Tx;

/// What the reader may say to the lesson.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Nothing,
    /// It suits, or it does not.
    Answer,
    /// The own proposal is taken back.
    TakeBack,
    /// It does not take place.
    Cancel,
}

/// What the two do with it.
struct Acts {
    turn: Turn,
    /// Where the sheet is written, and whether something stands on it.
    write: Option<(String, bool)>,
    /// The reader has not read the version that holds.
    unread: bool,
}

/// What is the observed teacher's to decide.
struct Owning {
    audiences: Vec<Choice>,
    shared: bool,
}

#[derive(askama::Template)]
#[template(path = "observations/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    id: ObservationId,
    title: String,
    text: String,
    kind: String,
    facts: Vec<Fact>,
    seen: &'static str,
    acts: Acts,
    /// What will be looked at, before there is a sheet.
    ahead: Vec<Lines>,
    last: Option<Version>,
    earlier: Vec<Version>,
    /// Why it is void.
    void: Option<String>,
    owning: Option<Owning>,
    /// The observed teacher writes own words.
    answers: bool,
    /// The observer may amend it or take it back.
    amends: bool,
    /// The newcomer may take the next step up.
    steps: bool,
    papers: Option<[String; 2]>,
    again: Option<String>,
    fields: Fields,
    refusal: Option<String>,
}

impl Show {
    fn answer(&self) -> AnswerPath {
        AnswerPath { id: self.id.clone() }
    }
    fn amend(&self) -> AmendPath {
        AmendPath { id: self.id.clone() }
    }
    fn annul(&self) -> VoidPath {
        VoidPath { id: self.id.clone() }
    }
    fn read(&self) -> ReadPath {
        ReadPath { id: self.id.clone() }
    }
    fn share(&self) -> SharePath {
        SharePath { id: self.id.clone() }
    }
    fn step(&self) -> StepPath {
        StepPath { id: self.id.clone() }
    }
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn most_words(&self) -> usize {
        MOST_WORDS
    }
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, None, None).await
}

/// The page, also where a step was refused: then with the reason and what was typed.
pub(super) async fn draw(
    page: &Page,
    id: &ObservationId,
    refusal: Option<String>,
    typed: Option<Fields>,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let opened = opened(&mut tx, &page.context(), id).await?.ok_or(PageError::NotFound)?;
    let two = [
        name_of(&mut tx, &opened.observation.observed).await?,
        name_of(&mut tx, &opened.observation.observer).await?,
    ];
    drop(tx);
    let wrong = refusal.is_some() || typed.is_some();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let acts = acts(&opened);
    let fields = typed.unwrap_or_else(|| beginning(page, &opened));
    let (title, text) = board(page, &opened, &acts, &two);
    let observation = &opened.observation;
    let finished = observation.state == State::Finished;
    let is = |party| opened.party == Some(party);
    let mut versions: Vec<Version> =
        opened.finished.iter().map(|sheet| version(page, &opened, sheet, &two)).collect();
    let last = versions.pop();
    let paper = |lang: Lang| PaperPath { id: id.clone(), lang: lang.tag().to_owned() }.to_string();
    let newcomer = *opened.newcomer() == page.actor().person;
    let has_step = opened.last().is_some_and(|sheet| sheet.content.step.is_some());
    let show = Show {
        shell: page.shell(),
        today: page.today(),
        id: id.clone(),
        title,
        text,
        kind: kind_words(page, &opened, &two),
        facts: facts(page, &opened, &two),
        seen: seen_key(observation.kind),
        ahead: if observation.state.is_open() && observation.kind.has_marks() {
            lines(page, None)
        } else {
            Vec::new()
        },
        void: match &observation.state {
            State::Void { reason } => Some(reason.clone()),
            _ => None,
        },
        owning: (is(Party::Observed) && finished && observation.kind.is_developmental())
            .then(|| owning(page, &opened)),
        answers: is(Party::Observed) && finished,
        amends: is(Party::Observer) && finished,
        steps: newcomer && finished && has_step,
        papers: last.as_ref().map(|_| [paper(Lang::Kk), paper(Lang::Ru)]),
        again: again(&opened),
        acts,
        last,
        earlier: versions.into_iter().rev().collect(),
        fields,
        refusal,
    };
    page.show_with(status, &show)
}

/// How colleagues say somebody's name.
pub(super) async fn name_of(tx: &mut Tx, person: &PersonId) -> Result<String, PageError> {
    Ok(store::people::get(tx, person).await?.ok_or(PageError::NotFound)?.name.polite())
}

fn acts(opened: &Opened) -> Acts {
    let (observation, now) = (&opened.observation, opened.now);
    let Some(party) = opened.party else {
        return Acts { turn: Turn::Nothing, write: None, unread: false };
    };
    let proposed = matches!(observation.state, State::Proposed { by } if by == party);
    let planned = observation.state == State::Planned;
    let calls_off = observation.kind.is_developmental() || party == Party::Observer;
    let drafts = opened.draft.is_some();
    let writes = party == Party::Observer && observation.keep(now).is_ok() && (planned || drafts);
    let unread = opened.last().is_some_and(|last| last.read.is_none());
    Acts {
        turn: match () {
            () if observation.waits_for(party, now) => Turn::Answer,
            () if proposed => Turn::TakeBack,
            () if planned && calls_off => Turn::Cancel,
            () => Turn::Nothing,
        },
        write: writes.then(|| (SheetPath { id: observation.id.clone() }.to_string(), drafts)),
        unread: party == Party::Observed && observation.state == State::Finished && unread,
    }
}

fn beginning(page: &Page, opened: &Opened) -> Fields {
    let read = opened.last().and_then(|last| last.read.as_ref());
    let words = read.and_then(|read| read.words.clone()).unwrap_or_default();
    Fields::beginning(page.lang(), &[("words", words)])
}

/// Where another lesson is proposed to the same two, once nothing came of this one.
fn again(opened: &Opened) -> Option<String> {
    let observation = &opened.observation;
    let over = matches!(observation.state, State::Declined | State::Withdrawn | State::Cancelled { .. });
    let party = opened.party.filter(|_| over)?;
    let way = match party {
        Party::Observed => Way::Invite,
        Party::Observer if observation.kind.is_developmental() => Way::Watch,
        Party::Observer => Way::Control,
    };
    Some(NewPath::with(way, Some(observation.person(party.other()))))
}

/// What it is for, as the reader reads it.
fn kind_words(page: &Page, opened: &Opened, [teacher, observer]: &[String; 2]) -> String {
    let kind = opened.observation.kind;
    match opened.party {
        Some(party) => {
            let name = if party == Party::Observed { observer } else { teacher };
            Said::new(kind_key(kind, party)).with("name", name).words(page.lang())
        }
        None => page.text(&format!("observations-paper-{}", kind.word())),
    }
}

fn facts(page: &Page, opened: &Opened, [teacher, observer]: &[String; 2]) -> Vec<Fact> {
    let observation = &opened.observation;
    let when =
        format!("{}, {}", i18n::day_with_weekday(page.lang(), observation.day), i18n::time(observation.at));
    let lines = [
        ("observations-paper-observed", Some(teacher.clone())),
        ("observations-paper-observer", Some(observer.clone())),
        ("observations-when", Some(when)),
        ("observations-paper-class", observation.class.clone()),
        ("observations-paper-room", observation.room.clone()),
    ];
    fact_list(page, lines)
}

/// With whom the sheet may be shared: everybody who does not read it as one of the two.
fn owning(page: &Page, opened: &Opened) -> Owning {
    let observation = &opened.observation;
    let is_one = |mentor: &PersonId| observation.party(mentor).is_some();
    let has_mentor = opened.mentor.as_ref().is_some_and(|mentor| !is_one(mentor));
    let offered = Audience::ALL.into_iter().filter(|one| *one != Audience::Mentor || has_mentor);
    let choice = |one: Audience| Choice {
        value: one.word().to_owned(),
        label: page.text(&format!("observations-audience-{}", one.word())),
        chosen: observation.shares.with(one),
    };
    Owning { audiences: offered.map(choice).collect(), shared: !observation.shares.is_empty() }
}

/// What the board says: how it stands for the reader.
fn board(page: &Page, opened: &Opened, acts: &Acts, two: &[String; 2]) -> (String, String) {
    let observation = &opened.observation;
    let begun = observation.has_begun(opened.now);
    let own = opened.party.map_or("shared", Party::word);
    let key = match &observation.state {
        State::Proposed { .. } if begun => "passed".to_owned(),
        State::Proposed { .. } if acts.turn == Turn::Answer => format!("waits-{own}"),
        State::Proposed { .. } => "proposed".to_owned(),
        State::Planned if !begun && !observation.kind.is_developmental() => format!("control-{own}"),
        State::Planned if !begun => format!("planned-{own}"),
        State::Planned => format!("begun-{own}"),
        State::Finished if acts.unread => "unread".to_owned(),
        State::Finished => format!("finished-{own}"),
        State::Void { .. } => "void".to_owned(),
        other => other.word().to_owned(),
    };
    let [teacher, observer] = two;
    let name = if opened.party == Some(Party::Observed) { observer } else { teacher };
    let words = |key: String| {
        Said::new(key)
            .with("name", name)
            .with("observer", observer)
            .with("on", i18n::day_in_sentence(page.lang(), observation.day))
            .with("time", i18n::time(observation.at))
            .line(page.lang())
    };
    (words(format!("observations-show-{key}")), words(format!("observations-show-{key}-text")))
}
