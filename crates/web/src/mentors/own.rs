//! The own card: coming forward, answering a nomination, changing what newcomers read.

use super::hall::{Hall, not_begun};
use super::lines::{self, Lines};
use super::{OwnPath, ShowPath, cards, field_of, own_chip, refusal};
use crate::commitments::{self, Ticked};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::{Page, PageError, filters};
use actions::Failed;
use axum::http::StatusCode;
use axum::response::Response;
use domain::commitments::Commitment;
use domain::mentors::{
    Card, LANGUAGES, MOST_CARD_TEXT, Mentor, Refused, State, counts_until, may_come_forward, open_now,
};
use domain::permissions::{Action, may};
use domain::sides::Side;
use domain::{Day, MentorId};
use i18n::Arg;
use store::Tx;

/// What the form does when it is sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Comes forward.
    Apply,
    /// Answers a nomination: yes or no, one click each.
    Answer,
    /// Changes the card.
    Change,
}

#[derive(askama::Template)]
#[template(path = "mentors/own.html")]
struct Own {
    shell: Shell,
    date: String,
    title: String,
    text: String,
    /// Chip and the key of its word.
    look: &'static str,
    icon: &'static str,
    word: String,
    /// Why the coordinator decided so.
    reason: String,
    facts: String,
    /// Which fields not everybody reads, and who does.
    narrow: Vec<String>,
    lines: Option<Lines>,
    /// What may be sent; nothing where it is too late or a rule is in the way.
    form: Option<Form>,
    /// Why nothing may be sent.
    closed: String,
    /// What newcomers read, where it cannot be changed any more.
    card: Option<Card>,
    fields: Fields,
    languages: Vec<Choice>,
    places: Vec<Choice>,
    taken: u8,
    /// Address of the card as others see it; empty while nobody does.
    public: String,
    may_leave: bool,
    may_pause: bool,
    /// First day back of a mentor who pauses.
    back_on: Option<Day>,
    commitment: Vec<String>,
    /// The duties to tick before one comes forward.
    duties: Vec<Ticked>,
    /// When they were ticked.
    committed: Option<Day>,
    refused: String,
}

impl Own {
    /// Comes forward or agrees with it, and so ticks what it means.
    fn commits(&self) -> bool {
        matches!(self.form, Some(Form::Apply | Form::Answer))
    }

    fn answers(&self) -> bool {
        self.form == Some(Form::Answer)
    }
    /// Key of the words on the button.
    fn act(&self) -> &'static str {
        match self.form {
            Some(Form::Answer) => "mentors-agree",
            Some(Form::Change) => "mentors-save",
            Some(Form::Apply) | None => "mentors-apply",
        }
    }
}

pub(super) async fn own(_: OwnPath, page: Page) -> Result<Response, PageError> {
    draw(&page, None, String::new()).await
}

pub(super) async fn save(_: OwnPath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let hall = Hall::load(&page, &mut tx).await?.ok_or(PageError::NotFound)?;
    drop(tx);
    let mine = hall.mentor_of(&page.actor().person);
    if fields.value("answer") == "no" {
        let mentor = mine.ok_or(PageError::NotFound)?;
        return decline(&page, &mentor.id, fields).await;
    }
    let Some(card) = read(&mut fields) else { return draw(&page, Some(fields), String::new()).await };
    let context = page.context();
    let (done, key) = match mine {
        Some(mentor) if matches!(mentor.state, State::Applied | State::Approved) => {
            (actions::mentors::edit_card(&context, &mentor.id, card).await, "mentors-done-saved")
        }
        mine => {
            let agrees = mine.is_some_and(|mentor| mentor.state == State::Nominated);
            let key = if agrees { "mentors-done-agreed" } else { "mentors-done-applied" };
            let ticked = commitments::read(Side::Mentor, &fields.values("duty"));
            let applied = actions::mentors::apply(&context, &hall.programme.id, card, &ticked).await;
            (applied.map(|_| ()), key)
        }
    };
    match done {
        Ok(()) => Ok(page.done(&OwnPath, key, &[])),
        Err(failed) => refuse(&page, fields, failed).await,
    }
}

/// A nominee says no: one click, no question, and it reads like every other candidature that does not run.
async fn decline(page: &Page, id: &MentorId, fields: Fields) -> Result<Response, PageError> {
    match actions::mentors::step_back(&page.context(), id).await {
        Ok(()) => Ok(page.done(&super::ListPath, "mentors-done-declined", &[])),
        Err(failed) => refuse(page, fields, failed).await,
    }
}

/// The page again: what is wrong with the card beside its field, everything else above the form.
async fn refuse(page: &Page, mut fields: Fields, failed: Failed<Refused>) -> Result<Response, PageError> {
    let why = match failed {
        Failed::Refused(why) => why,
        other => return Err(other.into()),
    };
    let text = refusal(page, why);
    if let Refused::Card(card) = why {
        fields.problems.add(field_of(card), text);
        return draw(page, Some(fields), String::new()).await;
    }
    if why == Refused::Duties {
        fields.problems.add("duty", text);
        return draw(page, Some(fields), String::new()).await;
    }
    draw(page, Some(fields), text).await
}

fn read(fields: &mut Fields) -> Option<Card> {
    let (motive, gives, works) = (
        fields.text("motive", MOST_CARD_TEXT),
        fields.text("gives", MOST_CARD_TEXT),
        fields.text("works", MOST_CARD_TEXT),
    );
    let languages = fields.values("languages").into_iter().map(ToOwned::to_owned).collect();
    let places = fields.choice("places", |word| word.parse::<u8>().ok());
    fields.is_right().then_some(())?;
    Some(Card { motive, gives, works, languages, places: places? })
}

/// What stands on a card, as a form begins with it.
fn beginning(page: &Page, card: &Card) -> Fields {
    let mut values =
        vec![("motive", card.motive.clone()), ("gives", card.gives.clone()), ("works", card.works.clone())];
    values.extend(card.languages.iter().map(|tag| ("languages", tag.clone())));
    if card.places > 0 {
        values.push(("places", card.places.to_string()));
    }
    Fields::beginning(page.lang(), &values)
}

/// What may be sent now, or the reason why nothing may.
fn form(page: &Page, hall: &Hall, mine: Option<&Mentor>) -> Result<Form, Refused> {
    match mine.map(|mentor| mentor.state) {
        Some(State::Applied | State::Approved) => {
            open_now(&hall.programme, page.today()).map(|()| Form::Change)
        }
        state => {
            let me = hall.person(&page.actor().person).map_err(|_| Refused::NotOpen)?;
            may_come_forward(&hall.candidate(me), &hall.programme, page.today())?;
            Ok(if state == Some(State::Nominated) { Form::Answer } else { Form::Apply })
        }
    }
}

/// What a mentor has taken upon themselves; whoever has stepped back ticks anew.
async fn ticked(tx: &mut Tx, hall: &Hall, mine: Option<&Mentor>) -> Result<Option<Commitment>, PageError> {
    match mine {
        Some(mentor) if matches!(mentor.state, State::Applied | State::Approved | State::Rejected) => {
            Ok(actions::commitments::own(tx, &hall.programme, &mentor.person, Side::Mentor).await?)
        }
        _ => Ok(None),
    }
}

async fn draw(page: &Page, typed: Option<Fields>, refused: String) -> Result<Response, PageError> {
    let mut tx = page.read().await?;
    let Some(hall) = Hall::load(page, &mut tx).await? else { return not_begun(page) };
    let me = hall.person(&page.actor().person)?;
    may(page.actor(), &Action::BeMentor { school: &hall.programme.school, person: &me.id })
        .map_err(|_| PageError::NotFound)?;
    let mine = hall.mentor_of(&me.id);
    let (taken, reason) = match mine {
        Some(mentor) => (
            store::pairs::places_taken(&mut tx, &mentor.school, &mentor.id).await?.last().copied(),
            store::mentors::last_reason(&mut tx, mentor).await?,
        ),
        None => (None, None),
    };
    let committed = ticked(&mut tx, &hall, mine).await?;
    let decided = mine.is_some_and(|mentor| matches!(mentor.state, State::Approved | State::Rejected));
    let wrong = typed.as_ref().is_some_and(|fields| !fields.is_right()) || !refused.is_empty();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let fields =
        typed.unwrap_or_else(|| beginning(page, &mine.map(|one| one.card.clone()).unwrap_or_default()));
    let (form, closed) = match form(page, &hall, mine) {
        Ok(form) => (Some(form), String::new()),
        Err(why) => (None, refusal(page, why)),
    };
    let (look, icon, word) = mine
        .map_or(("", "circle-dashed", "mentors-own-none-word".to_owned()), |mentor| own_chip(mentor.state));
    let (title, text) = board(page, &hall, mine, form);
    let state = mine.map(|mentor| mentor.state);
    let own = Own {
        shell: page.shell(),
        date: i18n::day_with_weekday(page.lang(), page.today()),
        title,
        text,
        look,
        icon,
        word,
        reason: reason.filter(|_| decided).unwrap_or_default(),
        facts: cards::facts(page, me),
        narrow: cards::closed(page, hall.programme.settings.readers),
        lines: (form != Some(Form::Change)).then(|| lines::of(page, &hall, me)),
        card: mine.filter(|_| form.is_none()).map(|mentor| mentor.card.clone()),
        languages: languages(page, &fields),
        places: places(page, &hall, &fields),
        duties: commitments::duties(page, Side::Mentor, &fields.values("duty")),
        fields,
        form,
        closed,
        taken: taken.unwrap_or(0),
        public: mine.map(public).unwrap_or_default(),
        may_leave: matches!(state, Some(State::Applied | State::Approved)),
        may_pause: state == Some(State::Approved),
        back_on: mine.and_then(|mentor| mentor.paused_on(page.today())),
        commitment: commitment(page, &hall),
        committed: committed.map(|given| page.local(given.given_at).date()),
        refused,
    };
    page.show_with(status, &own)
}

/// Where others read the card; empty while nobody does.
fn public(mentor: &Mentor) -> String {
    let read = mentor.state == State::Approved;
    if read { ShowPath { id: mentor.id.clone() }.to_string() } else { String::new() }
}

fn board(page: &Page, hall: &Hall, mine: Option<&Mentor>, form: Option<Form>) -> (String, String) {
    let since = mine.map_or(page.today(), |mentor| page.local(mentor.since).date());
    let until = i18n::day_until(page.lang(), counts_until(&hall.programme, page.today()));
    let since = i18n::day_short(page.lang(), since);
    let args = [("since", Arg::from(since)), ("until", until.into())];
    let word = match (form, mine.map(|mentor| mentor.state)) {
        (None, None | Some(State::Nominated | State::Rejected | State::SteppedBack)) => "closed",
        (_, None) => "none",
        (_, Some(state)) => state.word(),
    };
    let say = |key: String| i18n::t(page.lang(), &key, &args);
    (say(format!("mentors-card-{word}")), say(format!("mentors-card-{word}-text")))
}

fn languages(page: &Page, fields: &Fields) -> Vec<Choice> {
    let chosen = fields.values("languages");
    let choice = |tag: &str| Choice {
        value: tag.to_owned(),
        label: page.text(&format!("mentors-language-{tag}")),
        chosen: chosen.contains(&tag),
    };
    LANGUAGES.into_iter().map(choice).collect()
}

fn places(page: &Page, hall: &Hall, fields: &Fields) -> Vec<Choice> {
    let choice = |count: u8| {
        let label = i18n::t(page.lang(), "mentors-takes", &[("count", count.into())]);
        Choice::new(count.to_string(), label).chosen_if(fields.value("places"))
    };
    (1..=hall.programme.settings.max_mentees).map(choice).collect()
}

/// What a mentor does, plainly, with the days and numbers of this programme.
fn commitment(page: &Page, hall: &Hall) -> Vec<String> {
    let settings = &hall.programme.settings;
    let until = i18n::day_until(page.lang(), hall.programme.phases.work_until);
    let say = |key: &str, args: &[(&str, Arg)]| i18n::t(page.lang(), key, args);
    vec![
        say("mentors-does-select", &[("days", settings.answer_days.into())]),
        say("mentors-does-meet", &[]),
        say("mentors-does-year", &[("until", until.into())]),
        say("mentors-does-pay", &[("percent", settings.pay_percent.into())]),
        say("mentors-does-leave", &[]),
    ]
}
