//! The card of the next meeting of a pair (doc:B7): filled in with the volunteer by whoever keeps the pair,
//! from what the two have agreed on and an activity of the starter set, and printed for the two. What they do is the topic of the
//! week in the journal: it is written once.

use super::{Ground, on_duty, own};
use crate::journals::may_go_out;
use crate::lists::school_of;
use crate::orders::{Unprintable, laid_out};
use crate::{Context, Failed, Never};
use documents::agreements as printed;
use domain::certificates::first_year;
use domain::journals::cards::{Card, Starter, next_meeting};
use domain::journals::topics::{About, Kind, Noted};
use domain::journals::week_of;
use domain::peers::weekly::Weekly;
use domain::peers::{Pair, State};
use domain::pupils::Pupil;
use domain::{Day, PeerPairId};
use i18n::{Lang, t};
use jiff::ToSpan;
use store::pupils::reads::What;
use store::{Tx, WriteTx};

/// The next meeting of a pair with what is planned for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The pair.
    pub pair: Pair,
    /// Who helps.
    pub helper: Pupil,
    /// Who is helped.
    pub mentee: Pupil,
    /// What the two have agreed on.
    pub weekly: Weekly,
    /// The name of the adult on duty; nothing where they have left the school.
    pub adult: Option<String>,
    /// The day of the meeting.
    pub day: Day,
    /// What is planned; own words where somebody wrote any.
    pub card: Card,
    /// What the meeting is as long as nobody says otherwise.
    kind: Kind,
    /// Both may be written about.
    writes: bool,
}

/// Why a card is not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardRefused {
    /// It does not say what the two do.
    Nothing,
    /// Somebody else planned something else meanwhile; this stands.
    Newer(Card),
}

/// What an activity of the starter set is called.
pub fn title(lang: Lang, starter: Starter) -> String {
    t(lang, &format!("peers-idea-{}", starter.word()), &[])
}

/// A card with the words of its starter where nobody wrote others: what for, what they do, what they bring.
pub fn words(lang: Lang, card: &Card) -> [Option<String>; 3] {
    let of_starter =
        |tail: &str| card.starter.map(|one| t(lang, &format!("peers-idea-{}{tail}", one.word()), &[]));
    let own = |words: Option<String>, tail: &str| words.or_else(|| of_starter(tail));
    [own(card.aim.clone(), "-aim"), own(card.topic.clone(), ""), own(card.materials.clone(), "-materials")]
}

/// The day of the meeting and when it begins, in words.
pub fn when(lang: Lang, planned: &Planned) -> String {
    let day = i18n::day_with_weekday(lang, planned.day);
    let time = i18n::time(planned.weekly.at);
    t(lang, "peers-card-at", &[("day", day.into()), ("time", time.into())])
}

/// A card as it was filled in: a topic that is the name of its starter in one of the languages was written by nobody.
fn plain(card: Card) -> Card {
    let is_name = |topic: &String| {
        card.starter.is_some_and(|one| Lang::ALL.into_iter().any(|lang| title(lang, one) == *topic))
    };
    Card { topic: card.topic.clone().filter(|topic| !is_name(topic)), ..card }
}

async fn planned<R>(tx: &mut Tx, context: &Context<'_>, id: &PeerPairId) -> Result<Planned, Failed<R>> {
    let ground = Ground::load(tx, context).await?;
    let (pair, helper, mentee) = own(&ground, context, id)?;
    let State::Agreed(agreement) = &pair.state else { return Err(Failed::NotFound) };
    if ground.rests(pair) {
        return Err(Failed::NotFound);
    }
    let mut day = next_meeting(agreement, context.today).ok_or(Failed::NotFound)?;
    let signatures = store::journals::signatures(tx, &pair.school).await?;
    let is_signed =
        |one: &domain::journals::Signature| one.week == week_of(day) && one.class == mentee.class_key;
    if signatures.iter().any(is_signed) {
        // They have met already in that week, or will not.
        day = day.saturating_add(1.week());
    }
    if day >= agreement.ends {
        return Err(Failed::NotFound);
    }
    let weekly = &agreement.weekly;
    let adult = on_duty(tx, &ground, weekly).await?;
    let goes_out = adult.is_some() && may_go_out(&ground, pair, weekly, week_of(day));
    let kind = match Kind::of(weekly) {
        // Nobody is said to leave the grounds without the consents to that.
        Kind::Outside if !goes_out => Kind::Walk,
        kind => kind,
    };
    let card = store::cards::of_week(tx, pair, week_of(day)).await?;
    Ok(Planned {
        pair: pair.clone(),
        helper: helper.clone(),
        mentee: mentee.clone(),
        weekly: weekly.clone(),
        adult: adult.map(|one| one.name.brief()),
        day,
        card: card.map(plain).unwrap_or_default(),
        kind,
        writes: ground.keeps_data(helper) && ground.keeps_data(mentee),
    })
}

/// The same, noted with both as on the page of the pair.
async fn read<R>(tx: &mut WriteTx, context: &Context<'_>, id: &PeerPairId) -> Result<Planned, Failed<R>> {
    let planned = planned(tx, context, id).await?;
    for pupil in [&planned.helper, &planned.mentee] {
        store::pupils::reads::add(tx, What::Page, pupil, &context.actor.person, context.today).await?;
    }
    Ok(planned)
}

/// The next meeting with its card, for whoever keeps the pair while the two meet.
pub async fn open(context: &Context<'_>, id: &PeerPairId) -> Result<Planned, Failed<Never>> {
    store::change!(context.db, tx => read(&mut tx, context, id))
}

/// The card is filled in, in the language of whoever does it. `known` is what their page had there, where it says so.
pub async fn write(
    context: &Context<'_>,
    id: &PeerPairId,
    (card, lang): (&Card, Lang),
    known: Option<&Card>,
) -> Result<(), Failed<CardRefused>> {
    store::change!(context.db, tx => write_in(&mut tx, context, id, (card, lang), known))
}

async fn write_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PeerPairId,
    (card, lang): (&Card, Lang),
    known: Option<&Card>,
) -> Result<(), Failed<CardRefused>> {
    let planned = planned(tx, context, id).await?;
    if !planned.writes {
        return Err(Failed::NotFound);
    }
    if !card.says_what() {
        return Err(Failed::Refused(CardRefused::Nothing));
    }
    if planned.card == *card {
        // The form came twice.
        return Ok(());
    }
    if known.is_some_and(|known| *known != planned.card) {
        return Err(Failed::Refused(CardRefused::Newer(planned.card)));
    }
    let topic = card.topic.clone().or_else(|| card.starter.map(|one| title(lang, one)));
    let noted = Noted {
        school: planned.pair.school.clone(),
        pair: planned.pair.id.clone(),
        week: week_of(planned.day),
        about: About { kind: planned.kind, topic },
        by: (context.actor.person.clone(), context.now),
    };
    store::cards::put(tx, &noted, card).await?;
    Ok(context.audit(tx, &noted.school, "peer-card-written", id.as_str(), "").await?)
}

/// Prints the card; as long as it says nothing there is none.
pub async fn print(
    context: &Context<'_>,
    id: &PeerPairId,
    lang: Lang,
) -> Result<Vec<u8>, Failed<Unprintable>> {
    let paper = store::change!(context.db, tx => written(&mut tx, context, id, lang))?;
    let made_at = context.now;
    laid_out(move || printed::pdf(&paper, lang, made_at)).await
}

/// What it says: the two go by given name, as it lies on a table.
async fn written(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PeerPairId,
    lang: Lang,
) -> Result<printed::Agreement, Failed<Unprintable>> {
    let planned = read(tx, context, id).await?;
    if !planned.card.says_what() {
        return Err(Failed::NotFound);
    }
    let school = store::schools::get(tx, &planned.pair.school).await?.ok_or(Failed::NotFound)?;
    let weekly = &planned.weekly;
    let when = when(lang, &planned);
    let adult = planned.adult.unwrap_or_else(|| t(lang, "peers-adult-gone", &[]));
    let [aim, topic, materials] = words(lang, &planned.card);
    let facts = [
        ("peers-card-two", Some(format!("{}, {}", planned.helper.given, planned.mentee.given))),
        ("peers-card-when", Some(when)),
        ("peers-place", Some(weekly.place.clone())),
        ("peers-adult", Some(adult)),
        ("peers-card-topic", topic),
        ("peers-card-aim", aim),
        ("peers-card-materials", materials),
    ];
    let said = |(caption, words): (&str, Option<String>)| Some((t(lang, caption, &[]), words?));
    Ok(printed::Agreement {
        school: school_of(&school),
        school_year: first_year(context.today),
        made: context.today,
        title: t(lang, "peers-card", &[]),
        basis: t(lang, "peers-paper-basis", &[]),
        facts: facts.into_iter().filter_map(said).collect(),
        parts: Vec::new(),
        rules: vec![(t(lang, "peers-card-rule", &[]), t(lang, "peers-card-rule-text", &[]))],
        signers: Vec::new(),
    })
}
