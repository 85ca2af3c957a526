//! Messages to many (feat:N2): templates that coordinators keep, a test to oneself, and sending to an audience of a closed
//! list after a preview. Each letter takes the way of all letters: quiet hours, the letter of the day, later attempts.

mod own;
mod reading;
mod sending;

pub use reading::{Place, Preview, Received, Sent, Standing, opened, preview, received, sent, standing};
pub(crate) use reading::{everybody, first_year};
pub(crate) use sending::note;
pub use sending::{send, try_out};

use crate::letters::school_name;
use crate::{Context, Failed};
use domain::messages::{MOST_MESSAGES, Message, MessageRefused, Text, Texts, Variable, fill};
use domain::people::Person;
use domain::permissions::{Action, may};
use domain::schools::School;
use domain::{Day, MessageId, PersonId, SchoolId};
use i18n::Lang;
use own::Own;
use store::{Tx, WriteTx};

/// The school whose messages the actor manages.
fn school_of<R>(context: &Context<'_>) -> Result<SchoolId, Failed<R>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageMessages(&school))?;
    Ok(school)
}

/// A template that the actor manages and that is in use.
async fn managed<R>(tx: &mut Tx, context: &Context<'_>, id: &MessageId) -> Result<Message, Failed<R>> {
    let message = store::messages::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageMessages(&message.school))?;
    if message.used { Ok(message) } else { Err(Failed::NotFound) }
}

/// What is filled in for one reader.
pub(crate) struct Values {
    name: String,
    school: String,
    year: String,
    sender: String,
    partner: String,
    meeting: String,
}

impl Values {
    /// For a reader of a school, in a language, of what is sent on a day of a school year.
    pub(crate) async fn load(
        tx: &mut Tx,
        lang: Lang,
        reader: &Person,
        (first_year, on): (i16, Day),
        sender: &PersonId,
    ) -> store::Result<Self> {
        let school = match &reader.school {
            Some(school) => store::schools::get(tx, school).await?,
            None => None,
        };
        let sender = store::people::get(tx, sender).await?;
        let own = Own::load(tx, reader, on).await?;
        Ok(Self::known(lang, reader, (school.as_ref(), sender.as_ref()), first_year, &own))
    }

    /// The same where school, sender and what the reader's pairs give are there.
    pub(crate) fn known(
        lang: Lang,
        reader: &Person,
        (school, sender): (Option<&School>, Option<&Person>),
        first_year: i16,
        own: &Own,
    ) -> Self {
        Self {
            name: reader.name.polite(),
            school: school_name(lang, school),
            year: i18n::school_year(first_year),
            sender: sender.map(|sender| sender.name.full()).unwrap_or_default(),
            partner: own.partner(lang),
            meeting: own.meeting(lang),
        }
    }

    /// What a template says to the reader.
    pub(crate) fn words(&self, lang: Lang, texts: &Texts) -> Text {
        let text = match lang {
            Lang::Kk => &texts.kk,
            Lang::Ru => &texts.ru,
            Lang::En => &texts.en,
        };
        let value = |variable| match variable {
            Variable::Name => self.name.clone(),
            Variable::School => self.school.clone(),
            Variable::Year => self.year.clone(),
            Variable::Sender => self.sender.clone(),
            Variable::Partner => self.partner.clone(),
            Variable::Meeting => self.meeting.clone(),
        };
        Text { subject: fill(&text.subject, value), text: fill(&text.text, value) }
    }
}

/// Makes a template without texts. One of the same name is the first one: the form came twice.
pub async fn add(context: &Context<'_>, name: &str) -> Result<MessageId, Failed<MessageRefused>> {
    store::change!(context.db, tx => add_in(&mut tx, context, name))
}

async fn add_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    name: &str,
) -> Result<MessageId, Failed<MessageRefused>> {
    let school = school_of::<MessageRefused>(context)?;
    if name.trim().is_empty() {
        return Err(Failed::Refused(MessageRefused::Nameless));
    }
    let mut there = store::messages::of_school(tx, &school).await?;
    there.retain(|one| one.used);
    if let Some(known) = there.iter().find(|one| one.name == name) {
        return Ok(known.id.clone());
    }
    if there.len() >= MOST_MESSAGES {
        return Err(Failed::Refused(MessageRefused::TooMany));
    }
    let message = Message {
        id: context.id(),
        school,
        name: name.to_owned(),
        texts: Texts::default(),
        used: true,
        version: 0,
    };
    store::messages::add(tx, &message).await?;
    context.audit(tx, &message.school, "message-kept", message.id.as_str(), "").await?;
    Ok(message.id)
}

/// Keeps what a template says, where every variable is known: another edition from then on.
pub async fn keep(
    context: &Context<'_>,
    id: &MessageId,
    texts: &Texts,
) -> Result<(), Failed<MessageRefused>> {
    store::change!(context.db, tx => keep_in(&mut tx, context, id, texts))
}

async fn keep_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MessageId,
    texts: &Texts,
) -> Result<(), Failed<MessageRefused>> {
    let message = managed::<MessageRefused>(tx, context, id).await?;
    let texts = texts.clone().checked().map_err(Failed::Refused)?;
    if message.texts == texts {
        return Ok(());
    }
    let kept = Message { texts, ..message };
    store::messages::save(tx, &kept).await?;
    context.audit(tx, &kept.school, "message-kept", kept.id.as_str(), "").await?;
    Ok(())
}

/// Takes a template off the list. What was sent from it stays.
pub async fn remove(context: &Context<'_>, id: &MessageId) -> Result<(), Failed<MessageRefused>> {
    store::change!(context.db, tx => remove_in(&mut tx, context, id))
}

async fn remove_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &MessageId,
) -> Result<(), Failed<MessageRefused>> {
    let message = managed::<MessageRefused>(tx, context, id).await?;
    let removed = Message { used: false, ..message };
    store::messages::save(tx, &removed).await?;
    context.audit(tx, &removed.school, "message-removed", removed.id.as_str(), "").await?;
    Ok(())
}
