//! A card as everybody of the school reads it: own words first, facts as facts, and never a rank (essay:E8).

use super::hall::{Hall, manages};
use super::lines::category;
use super::{MarkPath, ShowPath};
use crate::requests::{self, WritePath};
use crate::rosters::words;
use crate::{Page, PageError};
use actions::mentors::answering;
use domain::favourites::{Favourite, Mark, mark_of, place};
use domain::mentors::{Answering, Field, Mentor, Reach, Readers, State};
use domain::newcomers::Newcomer;
use domain::people::{Name, Person};
use domain::requests::SendRefused;
use domain::rosters::staff;
use domain::sides::Side;
use domain::{Day, MentorId};
use i18n::Arg;
use std::collections::BTreeMap;
use store::Tx;

/// A mentor's card as far as the reader sees it; what they do not see is empty (feat:B3).
pub(super) struct Card {
    pub(super) id: MentorId,
    pub(super) href: String,
    pub(super) name: Name,
    /// Subject, category and years: facts, as the staff list has them.
    pub(super) facts: String,
    pub(super) languages: String,
    pub(super) motive: String,
    pub(super) gives: String,
    pub(super) works: String,
    /// The mentor has written the card.
    pub(super) written: bool,
    /// For those who read everything: which fields not everybody reads, and who does.
    pub(super) closed: Vec<String>,
    pub(super) taken: u8,
    pub(super) places: u8,
    /// First day back of a mentor who pauses.
    pub(super) back_on: Option<Day>,
    /// The last day of the mentor's certificate, where the mentor lets the card say it.
    pub(super) certified: Option<Day>,
    /// How soon the mentor usually answers, in coarse words; its text key.
    pub(super) answering: String,
    /// What the reader may do: nothing where the reader is no newcomer.
    pub(super) ask: Ask,
    /// The reader's own marks; missing where the reader is no newcomer.
    pub(super) own: Option<Own>,
    /// Ticked for comparing.
    pub(super) ticked: bool,
}

/// What a newcomer has noted about a card for themselves.
pub(super) struct Own {
    /// Where the mark is put and taken away.
    pub(super) action: String,
    pub(super) mark: Option<Mark>,
}

impl Own {
    pub(super) fn favourite(&self) -> bool {
        self.mark == Some(Mark::Favourite)
    }

    pub(super) fn hidden(&self) -> bool {
        self.mark == Some(Mark::Hidden)
    }
}

/// What a newcomer may do with a card now.
pub(super) enum Ask {
    /// Nothing is offered and nothing explained.
    Nothing,
    /// May write: the address of the form.
    Write(String),
    /// Has written: the address of the request.
    Written(String),
    /// The mentor has offered first: the address of the offer.
    Offered(String),
    /// May not now: the key of the reason.
    NotNow(&'static str),
}

impl Card {
    /// Hidden by the reader.
    pub(super) fn hidden(&self) -> bool {
        self.own.as_ref().is_some_and(Own::hidden)
    }

    /// Full: says so, and cannot be asked (feat:B5).
    pub(super) fn full(&self) -> bool {
        self.taken >= self.places
    }

    pub(super) fn write(&self) -> &str {
        match &self.ask {
            Ask::Write(href) => href,
            _ => "",
        }
    }

    pub(super) fn written(&self) -> &str {
        match &self.ask {
            Ask::Written(href) => href,
            _ => "",
        }
    }

    /// The same with what the reader has noted.
    fn marked(self, marks: Option<&[Favourite]>) -> Self {
        let own = marks.map(|marks| Own {
            action: MarkPath { id: self.id.clone() }.to_string(),
            mark: mark_of(marks, &self.id),
        });
        Self { own, ..self }
    }

    /// The same with how soon the mentor usually answers.
    fn signed(self, signs: &BTreeMap<MentorId, Answering>) -> Self {
        let sign = signs.get(&self.id).copied().unwrap_or(Answering::NotKnown);
        Self { answering: format!("mentors-answering-{}", sign.word()), ..self }
    }

    pub(super) fn offered(&self) -> &str {
        match &self.ask {
            Ask::Offered(href) => href,
            _ => "",
        }
    }

    pub(super) fn not_now(&self) -> &str {
        match &self.ask {
            Ask::NotNow(key) => key,
            _ => "",
        }
    }
}

/// True where everybody of the school sees the card: approved, and works here.
pub(super) fn is_public(page: &Page, hall: &Hall, mentor: &Mentor) -> bool {
    let works = hall.person(&mentor.person).is_ok_and(|person| person.works_on(page.today()));
    mentor.state == State::Approved && works
}

/// Every public card, by name; to a newcomer their favourites first and the hidden ones last.
/// `ticked` are the ids of those who were ticked for comparing.
pub(super) async fn all(
    page: &Page,
    tx: &mut Tx,
    hall: &Hall,
    ticked: &[&str],
) -> Result<Vec<Card>, PageError> {
    let mentors: Vec<Mentor> =
        hall.mentors.iter().filter(|mentor| is_public(page, hall, mentor)).cloned().collect();
    let asks = asks(page, tx, hall, &mentors).await?;
    let marks = marks(page, tx, hall).await?;
    let signs = answering(tx, &hall.programme, page.context().now).await?;
    let mut cards = Vec::with_capacity(mentors.len());
    for (mentor, ask) in mentors.iter().zip(asks) {
        let ticked = ticked.contains(&mentor.id.as_str());
        let card = card(page, tx, hall, mentor, ask).await?.marked(marks.as_deref()).signed(&signs);
        let card = Card { ticked, ..card };
        cards.push((hall.person(&mentor.person)?.name.brief(), card));
    }
    i18n::sort_by_name(page.lang(), &mut cards, |(name, _)| name);
    cards.sort_by_key(|(_, card)| place(card.own.as_ref().and_then(|own| own.mark)));
    Ok(cards.into_iter().map(|(_, card)| card).collect())
}

/// The reader's own marks; `None` where the reader is no newcomer.
async fn marks(page: &Page, tx: &mut Tx, hall: &Hall) -> Result<Option<Vec<Favourite>>, PageError> {
    let Some(newcomer) = hall.newcomer_of(&page.actor().person) else { return Ok(None) };
    Ok(Some(store::favourites::of_newcomer(tx, &newcomer.school, &newcomer.id).await?))
}

/// One card.
pub(super) async fn one(page: &Page, tx: &mut Tx, hall: &Hall, mentor: &Mentor) -> Result<Card, PageError> {
    let ask = asks(page, tx, hall, std::slice::from_ref(mentor)).await?.pop().unwrap_or(Ask::Nothing);
    let marks = marks(page, tx, hall).await?;
    let signs = answering(tx, &hall.programme, page.context().now).await?;
    Ok(card(page, tx, hall, mentor, ask).await?.marked(marks.as_deref()).signed(&signs))
}

async fn card(page: &Page, tx: &mut Tx, hall: &Hall, mentor: &Mentor, ask: Ask) -> Result<Card, PageError> {
    let person = hall.person(&mentor.person)?;
    let taken = store::pairs::places_taken(tx, &mentor.school, &mentor.id).await?.len();
    let readers = hall.programme.settings.readers;
    let reader = reader(page, mentor)?;
    let card = readers.card(mentor.card.clone(), reader);
    Ok(Card {
        id: mentor.id.clone(),
        href: ShowPath { id: mentor.id.clone() }.to_string(),
        name: person.name.clone(),
        facts: facts_for(page, person, readers, reader),
        languages: languages(page, &card.languages),
        motive: card.motive,
        gives: card.gives,
        works: card.works,
        written: !mentor.card.motive.is_empty(),
        closed: if reader == Reach::Coordinator { closed(page, readers) } else { Vec::new() },
        taken: u8::try_from(taken).unwrap_or(u8::MAX),
        places: card.places,
        back_on: mentor.paused_on(page.today()),
        certified: hall.certified_until(&mentor.person),
        answering: String::new(),
        ask,
        own: None,
        ticked: false,
    })
}

/// How much the reader sees: whoever decides about mentors, and the mentor, all of it.
pub(super) fn reader(page: &Page, mentor: &Mentor) -> Result<Reach, PageError> {
    let all = manages(page)? || mentor.person == page.actor().person;
    Ok(if all { Reach::Coordinator } else { Reach::Everyone })
}

/// Which fields not everybody reads, and who does.
pub(super) fn closed(page: &Page, readers: Readers) -> Vec<String> {
    let name = |field: Field| match field {
        Field::Motive => page.text("mentors-motive"),
        Field::Gives => page.text("mentors-gives"),
        Field::Works => page.text("mentors-works"),
        Field::Languages => page.text("mentors-languages"),
        Field::Category => words::field(page.lang(), staff::CATEGORY),
        Field::ServiceYears => words::field(page.lang(), staff::SERVICE_YEARS),
    };
    let narrow = Field::ALL.into_iter().filter(|field| !readers.shows(*field, Reach::Everyone));
    let line = |field: Field| {
        let key = format!("mentors-closed-{}", readers.of(field).word());
        i18n::t(page.lang(), &key, &[("field", name(field).into())])
    };
    narrow.map(line).collect()
}

/// Subject, category, years of service: for the mentor and for whoever decides about mentors.
pub(super) fn facts(page: &Page, person: &Person) -> String {
    facts_for(page, person, Readers::default(), Reach::Coordinator)
}

fn facts_for(page: &Page, person: &Person, readers: Readers, reader: Reach) -> String {
    let years = |years: u16| i18n::t(page.lang(), "mentors-years", &[("count", Arg::from(years))]);
    let known = [
        person.subject.clone(),
        readers.shows(Field::Category, reader).then(|| category(page, person.category)),
        person.service_years.filter(|_| readers.shows(Field::ServiceYears, reader)).map(years),
    ];
    known.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn languages(page: &Page, tags: &[String]) -> String {
    let word = |tag: &String| page.text(&format!("mentors-language-{tag}"));
    tags.iter().map(word).collect::<Vec<_>>().join(", ")
}

/// What the reader may do with each of these mentors; asked from the rule that answers the form too.
async fn asks(page: &Page, tx: &mut Tx, hall: &Hall, mentors: &[Mentor]) -> Result<Vec<Ask>, PageError> {
    let Some(newcomer) = hall.newcomer_of(&page.actor().person) else {
        return Ok(mentors.iter().map(|_| Ask::Nothing).collect());
    };
    let sent = store::requests::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let answers = asked(page, tx, hall, newcomer, mentors).await?;
    let one = |(mentor, answer): (&Mentor, Result<(), SendRefused>)| match answer {
        Ok(()) => Ask::Write(WritePath { mentor: mentor.id.clone() }.to_string()),
        Err(SendRefused::AlreadyAsked) => {
            let open = sent.iter().find(|one| one.mentor == mentor.id && one.state.is_open());
            open.map_or(Ask::Nothing, |request| {
                let href = requests::ShowPath { id: request.id.clone() }.to_string();
                if request.asked_by == Side::Newcomer { Ask::Written(href) } else { Ask::Offered(href) }
            })
        }
        Err(why) => not_now(why),
    };
    Ok(mentors.iter().zip(answers).map(one).collect())
}

async fn asked(
    page: &Page,
    tx: &mut Tx,
    hall: &Hall,
    newcomer: &Newcomer,
    mentors: &[Mentor],
) -> Result<Vec<Result<(), SendRefused>>, PageError> {
    let context = page.context();
    Ok(actions::requests::may_be_asked(tx, &context, &hall.programme, newcomer, mentors).await?)
}

/// Why nothing is offered beside one card; what holds for all of them is said once, on the board.
fn not_now(why: SendRefused) -> Ask {
    match why {
        SendRefused::MentorFull => Ask::NotNow("mentors-full-text"),
        SendRefused::Paused { .. } => Ask::NotNow("mentors-paused-text"),
        SendRefused::MentorGone => Ask::NotNow("requests-refused-mentor-gone"),
        SendRefused::NoExam => Ask::NotNow("requests-refused-mentor-takes-nobody"),
        SendRefused::NotNow(_)
        | SendRefused::NewcomerGone
        | SendRefused::AgreedElsewhere
        | SendRefused::TooMany
        | SendRefused::AlreadyAsked
        | SendRefused::TooShort { .. }
        | SendRefused::TooManyGoals => Ask::Nothing,
    }
}
