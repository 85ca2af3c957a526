//! Whom a newcomer could get to know, spread so that one mentor is not suggested to everybody (feat:C7, C8).

mod spread;

use crate::rounds::{Taking, taking};
use crate::{Context, Failed, Never};
use domain::contacts::{Contact, Impression};
use domain::favourites::{Favourite, Mark, mark_of};
use domain::mentors::{Mentor, Reach, Readers};
use domain::newcomers::Newcomer;
use domain::pairs::Pair;
use domain::people::Person;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::requests::Request;
use domain::sides::Side;
use domain::suggestions::{Common, Known, Offer, TO_EACH_PLACE, opinion, shown};
use domain::timetables::Lesson;
use domain::{MentorId, PersonId};
use spread::{Quota, spread};
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;

/// What the whole school may know: the spread is worked out from this alone.
struct Public {
    people: BTreeMap<PersonId, Person>,
    lessons: BTreeMap<PersonId, Vec<Lesson>>,
    /// Newcomers who work here and have no mentor of choice.
    newcomers: Vec<Newcomer>,
    /// Mentors who can be asked now, with their free places.
    mentors: Vec<(Mentor, u8)>,
}

impl Public {
    async fn load(tx: &mut Tx, context: &Context<'_>, programme: &Programme) -> store::Result<Self> {
        let school = &programme.school;
        let people = store::people::of_school(tx, school).await?;
        let people: BTreeMap<PersonId, Person> =
            people.into_iter().map(|person| (person.id.clone(), person)).collect();
        let mut lessons: BTreeMap<PersonId, Vec<Lesson>> = BTreeMap::new();
        for lesson in store::timetables::of_school(tx, school).await? {
            lessons.entry(lesson.person.clone()).or_default().push(lesson);
        }
        let Taking { newcomers, mentors } = taking(tx, programme, context.today).await?;
        let counted = |(mentor, free)| (counted(mentor, programme.settings.readers), free);
        Ok(Self { people, lessons, newcomers, mentors: mentors.into_iter().map(counted).collect() })
    }

    fn known(&self, person: &PersonId) -> Option<Known<'_>> {
        let lessons = self.lessons.get(person).map_or(&[][..], Vec::as_slice);
        self.people.get(person).map(|person| Known { person, lessons })
    }

    fn common(&self, newcomer: &Newcomer, mentor: &Mentor) -> Common {
        let both = self.known(&newcomer.person).zip(self.known(&mentor.person));
        both.map_or_else(Common::default, |(one, other)| Common::between(one, other, &mentor.card))
    }

    /// To whom the spread points one of the newcomers.
    fn share_of(&self, newcomer: &Newcomer) -> BTreeSet<&MentorId> {
        let quotas: Vec<Quota> =
            self.mentors.iter().map(|(_, free)| u32::from(*free) * u32::from(TO_EACH_PLACE)).collect();
        let of = |one: &Newcomer| self.mentors.iter().map(|(mentor, _)| self.common(one, mentor)).collect();
        let table: Vec<Vec<Common>> = self.newcomers.iter().map(of).collect();
        let row = self.newcomers.iter().position(|one| one.id == newcomer.id);
        let share = row.and_then(|row| spread(&table, &quotas).into_iter().nth(row)).unwrap_or_default();
        share
            .into_iter()
            .filter_map(|column| self.mentors.get(column))
            .map(|(mentor, _)| &mentor.id)
            .collect()
    }
}

/// A mentor with what suggestions may count of the card.
fn counted(mentor: Mentor, readers: Readers) -> Mentor {
    Mentor { card: readers.card(mentor.card, Reach::Matching), ..mentor }
}

/// What only the newcomer knows. It orders and narrows what is shown to them, and nothing else.
struct Private {
    marks: Vec<Favourite>,
    impressions: Vec<Impression>,
    contacts: Vec<Contact>,
    requests: Vec<Request>,
}

impl Private {
    async fn load(tx: &mut Tx, newcomer: &Newcomer) -> store::Result<Self> {
        let school = &newcomer.school;
        Ok(Self {
            marks: store::favourites::of_newcomer(tx, school, &newcomer.id).await?,
            impressions: store::contacts::impressions(tx, school, &newcomer.person).await?,
            contacts: store::contacts::of_newcomer(tx, school, &newcomer.id).await?,
            requests: store::requests::of_newcomer(tx, school, &newcomer.id).await?,
        })
    }

    /// Hidden, or in touch by a request already: whatever came of it, the newcomer knows better.
    fn leaves_out(&self, mentor: &MentorId) -> bool {
        mark_of(&self.marks, mentor) == Some(Mark::Hidden)
            || self.requests.iter().any(|request| request.mentor == *mentor)
    }

    fn of<'a>(&'a self, mentor: &'a MentorId) -> impl Iterator<Item = &'a Impression> {
        self.impressions.iter().filter(move |impression| {
            self.contacts.iter().any(|contact| contact.id == impression.contact && contact.mentor == *mentor)
        })
    }

    fn goals(&self) -> Vec<String> {
        let own = self.requests.iter().filter(|request| request.asked_by == Side::Newcomer);
        own.flat_map(|request| request.wish.goals.clone()).collect()
    }
}

/// For the newcomer's own page: whom they could get to know now, best first, each with what the two have in
/// common. Empty while nobody is asked and for whoever has agreed with a mentor.
pub async fn suggest(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    newcomer: &Newcomer,
) -> Result<Vec<Offer>, Failed<Never>> {
    may(context.actor, &Action::MarkMentor { newcomer: &newcomer.person })?;
    let pairs = store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    if programme.asking(context.today).is_err() || pairs.iter().any(Pair::is_settled) {
        return Ok(Vec::new());
    }
    let public = Public::load(tx, context, programme).await?;
    let private = Private::load(tx, newcomer).await?;
    let share = public.share_of(newcomer);
    let goals = private.goals();
    let asked = public.mentors.iter().filter(|(mentor, _)| !private.leaves_out(&mentor.id));
    let offers = asked.map(|(mentor, _)| Offer {
        mentor: mentor.id.clone(),
        common: public.common(newcomer, mentor).with_goals(&goals, &mentor.card),
        opinion: opinion(private.of(&mentor.id)),
        spread: share.contains(&mentor.id),
    });
    let readers = programme.settings.readers;
    let named = |offer: Offer| Offer { common: offer.common.named(&readers), ..offer };
    Ok(shown(offers.collect()).into_iter().map(named).collect())
}

/// For the newcomer's own page: what they have in common with these mentors, whoever they are.
pub async fn common_with(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    newcomer: &Newcomer,
    mentors: &[Mentor],
) -> Result<Vec<Common>, Failed<Never>> {
    may(context.actor, &Action::MarkMentor { newcomer: &newcomer.person })?;
    let public = Public::load(tx, context, programme).await?;
    let goals = Private::load(tx, newcomer).await?.goals();
    let readers = programme.settings.readers;
    let common = |mentor: &Mentor| {
        let mentor = counted(mentor.clone(), readers);
        public.common(newcomer, &mentor).with_goals(&goals, &mentor.card).named(&readers)
    };
    Ok(mentors.iter().map(common).collect())
}

/// For whoever appoints: what the two have in common, as anybody of the school could find by comparing. Goals are
/// the newcomer's own and stay out (feat:C20). What not everybody reads on a card is marked for whoever reads it.
pub async fn common_in_the_open(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    newcomer: &Newcomer,
    mentor: &Mentor,
) -> Result<Common, Failed<Never>> {
    may(context.actor, &Action::Appoint(&newcomer.school))?;
    let common = Public::load(tx, context, programme).await?.common(newcomer, mentor);
    let reads_all = may(context.actor, &Action::ManageMentors(&newcomer.school)).is_ok();
    Ok(if reads_all { common } else { common.named(&programme.settings.readers) })
}
