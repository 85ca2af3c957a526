//! One meeting: how it stands, the step that is the reader's, notes with their level beside them, next steps.

use super::list::StepRow;
use super::new::free_days;
use super::own::{Chip, Time, chip, times};
use super::{
    AnswerPath, AskPath, ForgetPath, LogPath, NewPath, NotePath, SayPath, ShowPath, StepPath, ThemePath,
};
use crate::contacts::kind_key;
use crate::forms::Fields;
use crate::formsets::asking::facts;
use crate::layout::Shell;
use crate::layout::parts::{Choice, Day as FreeDay, Fact};
use crate::names::Names;
use crate::pulses::Ask;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::meetings::{busy, last_day};
use axum::http::StatusCode;
use axum::response::Response;
use domain::meetings::{Level, MOST_NOTE, Meeting, Note, Span, State, open, tell, theme};
use domain::pairs::Pair;
use domain::permissions::{Action, Two, may};
use domain::programmes::Programme;
use domain::sides::Side;
use domain::{Day, MeetingId};
use jiff::civil::DateTime;
use store::Tx;

/// A note with who reads it.
struct NoteRow {
    id: String,
    text: String,
    /// Who wrote it, and when.
    by: String,
    level: Level,
    own: bool,
}

impl NoteRow {
    fn icon(&self) -> &'static str {
        match self.level {
            Level::Ours => "users",
            Level::Mine => "lock",
            Level::Document => "file-text",
        }
    }
    fn seen(&self) -> &'static str {
        level_key(self.level)
    }
}

const fn level_key(level: Level) -> &'static str {
    match level {
        Level::Ours => "meetings-level-ours",
        Level::Mine => "meetings-level-mine",
        Level::Document => "meetings-level-document",
    }
}

#[derive(askama::Template)]
#[template(path = "meetings/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    now: DateTime,
    meeting: Meeting,
    side: Side,
    /// The other one, as addressed.
    name: String,
    /// The pair works.
    works: bool,
    /// The two may say whether it took place: also for some days after the pair's end.
    tells: bool,
    /// All times of its series that wait for the reader; none where it is answered alone.
    times: Vec<Time>,
    chip: Chip,
    title: String,
    text: String,
    days: Vec<FreeDay>,
    notes: Vec<NoteRow>,
    levels: Vec<Choice>,
    whose: Vec<Choice>,
    /// All open next steps of the pair: they come first at the next meeting.
    steps: Vec<StepRow>,
    /// Next steps of this meeting that are done.
    done: Vec<String>,
    until: Day,
    /// The theme is offered to the reports of the pair.
    offered: bool,
    /// What district and school asked when the talk was written down, with the answers.
    answers: Vec<Fact>,
    fields: Fields,
    refusal: Option<String>,
    /// How it goes, asked of whoever says that the two have met.
    pulse: Option<Ask>,
}

impl Show {
    fn kind(&self) -> String {
        kind_key(self.meeting.kind)
    }
    fn time(&self) -> String {
        self.meeting.at.map(i18n::time).unwrap_or_default()
    }
    /// The time that waits for the reader's answer.
    fn waits(&self) -> Option<Span> {
        let offer = self.meeting.offer(self.now).filter(|(by, _)| *by != self.side && self.works);
        offer.map(|(_, span)| span)
    }
    /// An agreed time stays where the new one does not suit.
    fn keeps(&self) -> bool {
        matches!(self.meeting.state, State::Moving { .. })
    }
    /// The reader may take something back.
    fn takes_back(&self) -> bool {
        let own = self.meeting.offer(self.now).is_some_and(|(by, _)| by == self.side);
        self.works && (own || self.meeting.may_take_back_log(self.side))
    }
    fn asks(&self) -> bool {
        self.tells && (self.meeting.asks(self.side, self.now) || self.meeting.state == State::Disputed)
    }
    /// Another time may be named.
    fn moves(&self) -> bool {
        let proposed = matches!(self.meeting.state, State::Proposed { .. });
        self.works && (proposed || (self.meeting.state.is_planned() && !self.meeting.has_ended(self.now)))
    }
    fn cancels(&self) -> bool {
        self.works && self.meeting.state.is_planned() && !self.meeting.has_ended(self.now)
    }
    /// The theme can be offered, or taken back, by the reader.
    fn offers(&self) -> bool {
        theme(&self.meeting, self.side, !self.offered).is_ok()
    }
    fn theme(&self) -> ThemePath {
        ThemePath { id: self.meeting.id.clone() }
    }
    fn writes(&self) -> bool {
        self.works && !self.meeting.state.is_over()
    }
    fn here(&self) -> String {
        ShowPath { id: self.meeting.id.clone() }.to_string()
    }
    fn answer(&self) -> AnswerPath {
        AnswerPath { id: self.meeting.id.clone() }
    }
    fn ask(&self) -> AskPath {
        AskPath { id: self.meeting.id.clone() }
    }
    fn say(&self) -> SayPath {
        SayPath { id: self.meeting.id.clone() }
    }
    fn note(&self) -> NotePath {
        NotePath { id: self.meeting.id.clone() }
    }
    fn forget(&self) -> ForgetPath {
        ForgetPath { id: self.meeting.id.clone() }
    }
    fn step(&self) -> StepPath {
        StepPath { id: self.meeting.id.clone() }
    }
    fn again(&self) -> String {
        NewPath::with(&self.meeting.pair)
    }
    fn log(&self) -> String {
        LogPath::with(&self.meeting.pair)
    }
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn most_note(&self) -> usize {
        MOST_NOTE
    }
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, None, None).await
}

/// A meeting that the reader may see, with everything around it.
struct Loaded {
    meeting: Meeting,
    pair: Pair,
    programme: Programme,
    side: Side,
    /// The other one, and the reader, as addressed.
    names: [String; 2],
}

impl Loaded {
    fn tells(&self, today: Day) -> bool {
        tell(&self.pair, self.meeting.day, today).is_ok()
    }
}

async fn load(page: &Page, tx: &mut Tx, id: &MeetingId) -> Result<Loaded, PageError> {
    let meeting = store::meetings::get(tx, id).await?.ok_or(PageError::NotFound)?;
    let pair = store::pairs::get(tx, &meeting.pair).await?.ok_or(PageError::NotFound)?;
    let (programme, names) = Names::in_programme(tx, &pair.school, &pair.programme).await?;
    let (newcomer, mentor) = (names.newcomer(&pair.newcomer)?, names.mentor(&pair.mentor)?);
    let two = Two { school: &pair.school, newcomer: &newcomer.person, mentor: &mentor.person };
    may(page.actor(), &Action::Meet(two)).map_err(|_| PageError::NotFound)?;
    let polite = [mentor.name.polite(), newcomer.name.polite()];
    let (side, names) = if page.actor().person == newcomer.person {
        (Side::Newcomer, polite)
    } else {
        let [mentor, newcomer] = polite;
        (Side::Mentor, [newcomer, mentor])
    };
    Ok(Loaded { meeting, pair, programme, side, names })
}

/// The page, also where a step was refused: then with the reason and what was typed.
pub(super) async fn draw(
    page: &Page,
    id: &MeetingId,
    refusal: Option<String>,
    typed: Option<Fields>,
) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let loaded = load(page, &mut tx, id).await?;
    let now = page.visit.local;
    let wrong = refusal.is_some() || typed.is_some();
    let fields = typed.unwrap_or_default();
    let busy = busy(&mut tx, &loaded.pair, &loaded.programme, Some(id)).await?;
    let until = last_day(&mut tx, &loaded.pair, &loaded.programme).await?;
    let openings = busy.openings(loaded.meeting.kind, now, until);
    let notes = notes(page, &mut tx, &loaded).await?;
    let (open_steps, done) = steps(page, &mut tx, &loaded).await?;
    let times = waiting(page, &mut tx, &loaded).await?;
    let themes = store::meetings::offered_themes(&mut tx, &loaded.pair.school, &loaded.pair.id).await?;
    let answers = store::meetings::answers(&mut tx, &loaded.pair.school, &loaded.pair.id).await?;
    let answers = answers.get(id).map(|(added, answers)| facts(page, added, answers)).unwrap_or_default();
    let (title, text) = board(page, &loaded, now);
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let level = |level: Level| {
        Choice::new(level.word(), page.text(level_key(level))).chosen_if(fields.value("level"))
    };
    let whose = |side: Side| {
        let key = if side == loaded.side { "meetings-step-yours" } else { "meetings-step-theirs" };
        Choice::new(side.word(), page.text(key)).chosen_if(fields.value("whose"))
    };
    let [name, _] = loaded.names.clone();
    let show = Show {
        shell: page.shell(),
        today: page.today(),
        now,
        side: loaded.side,
        name,
        works: open(&loaded.pair).is_ok(),
        tells: loaded.tells(now.date()),
        times,
        chip: chip(&loaded.meeting, loaded.side, now, loaded.tells(now.date())),
        title,
        text,
        days: free_days(page.lang(), &openings, fields.value("slot")),
        notes,
        levels: Level::ALL.map(level).into(),
        whose: [loaded.side, loaded.side.other()].map(whose).into(),
        steps: open_steps,
        done,
        until,
        offered: themes.contains(id),
        answers,
        fields,
        refusal,
        pulse: pulse(page, &mut tx, &loaded).await?,
        meeting: loaded.meeting,
    };
    page.show_with(status, &show)
}

/// How it went: asked once the reader has said that it took place.
async fn pulse(page: &Page, tx: &mut Tx, loaded: &Loaded) -> Result<Option<Ask>, PageError> {
    if loaded.meeting.said.of(loaded.side) != Some(true) {
        return Ok(None);
    }
    crate::pulses::ask_after(page, tx, &loaded.programme, loaded.meeting.day).await
}

async fn notes(page: &Page, tx: &mut Tx, loaded: &Loaded) -> Result<Vec<NoteRow>, PageError> {
    let me = &page.actor().person;
    let all = store::meetings::notes(tx, &loaded.meeting.school, &loaded.meeting.id, me).await?;
    let row = |note: Note| {
        let own = note.author == *me;
        let name = &loaded.names[usize::from(own)];
        let day = i18n::day_short(page.lang(), page.local(note.written_at).date());
        let by = Said::new("meetings-note-by").with("name", name).with("day", day).words(page.lang());
        NoteRow { id: note.id.to_string(), text: note.text, by, level: note.level, own }
    };
    Ok(all.into_iter().map(row).collect())
}

async fn steps(page: &Page, tx: &mut Tx, loaded: &Loaded) -> Result<(Vec<StepRow>, Vec<String>), PageError> {
    let all = store::meetings::steps(tx, &loaded.meeting.school, &loaded.meeting.pair).await?;
    let (done, open): (Vec<_>, Vec<_>) = all.into_iter().partition(|step| step.done_at.is_some());
    let rows = open.iter().map(|step| StepRow::of(step, loaded.side, page.today())).collect();
    let of_this = done.into_iter().filter(|step| step.meeting == loaded.meeting.id);
    Ok((rows, of_this.map(|step| step.text).collect()))
}

/// The times of its series that wait for the reader with it.
async fn waiting(page: &Page, tx: &mut Tx, loaded: &Loaded) -> Result<Vec<Time>, PageError> {
    let (meeting, now) = (&loaded.meeting, page.visit.local);
    let Some((_, asked)) = meeting.offer(now) else { return Ok(Vec::new()) };
    let all = store::meetings::of_pair(tx, &meeting.school, &meeting.pair).await?;
    let with = all.iter().filter(|one| meeting.is_asked_with(one, loaded.side, now));
    let with: Vec<Span> = with.filter_map(Meeting::span).collect();
    Ok(times(page.lang(), asked, &with))
}

/// What the board says: how the meeting stands for the reader.
fn board(page: &Page, loaded: &Loaded, now: DateTime) -> (String, String) {
    let (meeting, side) = (&loaded.meeting, loaded.side);
    let (offer, tells) = (meeting.offer(now), loaded.tells(now.date()));
    let asks = tells && meeting.asks(side, now);
    let key = match meeting.state {
        State::Proposed { .. } if offer.is_none() => "passed",
        State::Proposed { by } if by == side => "proposed",
        State::Proposed { .. } => "waits",
        State::Moving { .. } if offer.is_some_and(|(by, _)| by != side) => "moves",
        _ if asks && meeting.is_logged() => "logged",
        _ if asks => "said",
        State::Moving { .. } if offer.is_some() => "moving",
        State::Agreed | State::Moving { .. } if !tells => "untold",
        State::Agreed | State::Moving { .. } if meeting.has_ended(now) => "unsaid",
        State::Agreed | State::Moving { .. } => "agreed",
        State::Held => "held",
        State::Missed => "missed",
        State::Disputed => "disputed",
        State::Declined => "declined",
        State::Withdrawn => "withdrawn",
        State::Cancelled { .. } => "cancelled",
    };
    let (day, time) = match offer {
        Some((_, span)) => (span.day, i18n::time(span.at)),
        None => (meeting.day, meeting.at.map(i18n::time).unwrap_or_default()),
    };
    let words = |key: String| {
        let on = i18n::day_in_sentence(page.lang(), day);
        let within = i18n::day_in_sentence(page.lang(), meeting.day);
        Said::new(key)
            .with("name", &loaded.names[0])
            .with("on", on)
            .with("time", time.as_str())
            .with("old", within)
            .with("old-time", meeting.at.map(i18n::time).unwrap_or_default())
            .line(page.lang())
    };
    // The two of a pair that has ended are sent to no step that nobody takes any more.
    let over = open(&loaded.pair).is_err() && !asks && !matches!(key, "unsaid" | "untold" | "disputed");
    // A reminder is promised where one is still to come.
    let reminded = meeting.span().is_some_and(|span| span.reminded_at() > now);
    let text = match key {
        _ if over => "over",
        "agreed" if !reminded => "agreed-soon",
        key => key,
    };
    (words(format!("meetings-show-{key}")), words(format!("meetings-show-{text}-text")))
}
