//! Closing words: each writes alone, and reads the other one's once both have written or the last day has come.

use crate::consents::persons;
use crate::formsets::{of_school, said};
use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::PairId;
use domain::endings::{Ending, Review, Words, WriteRefused, are_open, write};
use domain::formsets::{Added, Answers, Kind};
use domain::pairs::Pair;
use domain::permissions::{Action, Two, may};
use domain::programmes::Programme;
use domain::sides::Side;
use i18n::Lang;
use store::{Tx, WriteTx};

/// The end of a pair as one of the two may see it.
#[derive(Clone, Debug)]
pub struct Closing {
    /// The last day, where one is named.
    pub ending: Option<Ending>,
    /// Which of the two the reader is.
    pub side: Side,
    /// What the reader has written.
    pub own: Option<Review>,
    /// What the other one has written, once it is open; without the part for coordinators.
    pub theirs: Option<Words>,
    /// The reader's words are read by the other one, and stay.
    pub read: bool,
    /// May the reader write today?
    pub may_write: Result<(), WriteRefused>,
    /// The questions that were added to the form of the reader's words.
    pub added: Added,
}

/// The end of a pair for one of the two; `None` for everybody else.
pub async fn closing(
    tx: &mut Tx,
    context: &Context<'_>,
    pair: &Pair,
    programme: &Programme,
) -> store::Result<Option<Closing>> {
    let Some((newcomer, mentor)) = persons(tx, pair).await? else { return Ok(None) };
    let two = Two { school: &pair.school, newcomer: &newcomer, mentor: &mentor };
    if may(context.actor, &Action::WriteEnding(two)).is_err() {
        return Ok(None);
    }
    let side = if context.actor.person == newcomer { Side::Newcomer } else { Side::Mentor };
    let ending = store::endings::of_pair(tx, &pair.school, &pair.id).await?;
    let reviews = store::endings::reviews(tx, &pair.school, &pair.id).await?;
    let open = are_open(reviews.len() == 2, pair, ending.as_ref(), context.today);
    let of = |side: Side| reviews.iter().find(|review| review.side == side).cloned();
    let own = of(side);
    let read = open && own.is_some();
    // Any words would do: whether it is time, and nothing else, is asked.
    let some = Words { thanks: Some("·".to_owned()), ..Words::default() };
    let may_write = write(some, pair, ending.as_ref(), programme, read, context.today).map(|_| ());
    let theirs = of(side.other()).filter(|_| open).map(|review| {
        // What coordinators alone read.
        Words { evaluation: None, answers: Answers::new(), ..review.words }
    });
    let added = match &own {
        Some(own) => own.added.clone(),
        None => of_school(tx, &pair.school, Kind::Closing).await?,
    };
    Ok(Some(Closing { ending, side, own, theirs, read, may_write, added }))
}

/// One of the two keeps closing words; `seen` is the version that was on the screen, none where there was none.
pub async fn keep(
    context: &Context<'_>,
    pair: &PairId,
    seen: Option<i64>,
    words: &Words,
) -> Result<(), Failed<WriteRefused>> {
    store::change!(context.db, tx => keep_in(&mut tx, context, pair, seen, words))
}

async fn keep_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PairId,
    seen: Option<i64>,
    words: &Words,
) -> Result<(), Failed<WriteRefused>> {
    let pair = store::pairs::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let programme =
        store::programmes::get(tx, &pair.school, &pair.programme).await?.ok_or(Failed::NotFound)?;
    let Closing { ending, side, own, read, added, .. } =
        closing(tx, context, &pair, &programme).await?.ok_or(Failed::NotFound)?;
    let kept = write(words.clone(), &pair, ending.as_ref(), &programme, read, context.today);
    // The form came twice.
    if own.as_ref().is_some_and(|own| kept.as_ref().map_or(*words == own.words, |kept| *kept == own.words)) {
        return Ok(());
    }
    let kept = kept.map_err(Failed::Refused)?;
    added.check(&kept.answers).map_err(|why| Failed::Refused(WriteRefused::Unfit(why)))?;
    if own.as_ref().map(|own| own.version) != seen {
        return Err(Failed::Changed);
    }
    let review = Review {
        school: pair.school.clone(),
        pair: pair.id.clone(),
        side,
        added,
        words: kept,
        written_at: context.now,
        version: seen.unwrap_or_default(),
    };
    let before = store::endings::reviews(tx, &pair.school, id).await?.len();
    match own {
        None => store::endings::add_review(tx, &review).await?,
        Some(_) => store::endings::save_review(tx, &review).await?,
    }
    context.audit(tx, &pair.school, "ending-words-kept", id.as_str(), "").await?;
    if own.is_none() && before == 1 {
        opened(tx, context, &pair).await?;
    }
    Ok(())
}

/// Both have written: each learns that there is something to read.
async fn opened(tx: &mut WriteTx, context: &Context<'_>, pair: &Pair) -> store::Result<()> {
    let Some((newcomer, mentor)) = persons(tx, pair).await? else { return Ok(()) };
    for person in [newcomer, mentor] {
        promise(context, tx, &person, Letter::ThanksOpened, pair.id.as_str()).await?;
    }
    Ok(())
}

/// What one of the two wrote for coordinators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// Whose it is.
    pub side: Side,
    /// What could have been better.
    pub words: Option<String>,
    /// The questions that district and school have added, with the answers.
    pub answers: Vec<(String, String)>,
}

/// What the two wrote for coordinators, in a language, as far as the reader may see it: never where they are the other one.
pub async fn evaluations(
    tx: &mut Tx,
    context: &Context<'_>,
    pair: &Pair,
    lang: Lang,
) -> store::Result<Vec<Evaluation>> {
    let Some((newcomer, mentor)) = persons(tx, pair).await? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for review in store::endings::reviews(tx, &pair.school, &pair.id).await? {
        let other = if review.side == Side::Newcomer { &mentor } else { &newcomer };
        let read = Action::ReadEvaluation { school: &pair.school, other };
        let answers = said(lang, &review.added, &review.words.answers);
        let written = review.words.evaluation.is_some() || !answers.is_empty();
        if written && may(context.actor, &read).is_ok() {
            found.push(Evaluation { side: review.side, words: review.words.evaluation, answers });
        }
    }
    Ok(found)
}
