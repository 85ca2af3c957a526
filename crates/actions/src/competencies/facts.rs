//! The facts of the journal that can be evidence: nothing is typed twice. Each is gathered for a reader, by the rules of
//! the pages on which it stands.

use crate::Context;
use crate::plans::{pair_of_today, words};
use domain::competencies::{Fact, Line};
use domain::difficulties::{Map, Mark, Topic};
use domain::meetings::State as MeetingState;
use domain::newcomers::Newcomer;
use domain::observations::{Kind as Visit, Observation, State as ObservationState};
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use domain::plans::{Area, Content, Kind, Step};
use domain::{Day, PersonId};
use i18n::Lang;
use store::Tx;

/// What a fact says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Text {
    /// A text of the program.
    Key(String),
    /// A text of the program, and words of the two.
    Both(String, String),
    /// A topic of a difficulty map.
    Light(Topic),
    /// A step of a plan.
    Step(Option<Step>, Content),
}

/// A fact that stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which.
    pub fact: Fact,
    /// When it took place.
    pub day: Day,
    /// What it is about; of a meeting only the two know.
    area: Option<Area>,
    text: Text,
}

impl Found {
    /// Does it fit a line? A light topic fits the line that answers it, a meeting any line.
    pub fn fits(&self, line: &Line) -> bool {
        match (&self.fact, line.topic) {
            (Fact::Light(_, topic), Some(of_line)) => *topic == of_line,
            _ => self.area.is_none_or(|area| line.field.areas().contains(&area)),
        }
    }
}

/// What a fact says in a language.
pub fn said(lang: Lang, found: &Found) -> String {
    match &found.text {
        Text::Key(key) => i18n::t(lang, key, &[]),
        Text::Both(key, own) => {
            let what = i18n::t(lang, key, &[]);
            i18n::t(lang, "competencies-fact-both", &[("what", what.into()), ("words", own.as_str().into())])
        }
        Text::Light(topic) => {
            let topic = i18n::t(lang, &format!("difficulties-topic-{}", topic.word()), &[]);
            i18n::t(lang, "competencies-fact-light", &[("topic", topic.into())])
        }
        Text::Step(step, content) => {
            let step = words(lang, *step, content).0;
            i18n::t(lang, "competencies-fact-step", &[("step", step.into())])
        }
    }
}

/// Who asks: the newcomer, or the mentor of now.
struct Reader<'a> {
    context: &'a Context<'a>,
    newcomer: &'a Newcomer,
    mentor: Option<&'a PersonId>,
}

impl Reader<'_> {
    fn is_own(&self) -> bool {
        self.context.actor.person == self.newcomer.person
    }
}

/// The facts that the actor may read, the latest first.
pub(super) async fn gather(
    tx: &mut Tx,
    context: &Context<'_>,
    newcomer: &Newcomer,
    mentor: Option<&PersonId>,
) -> store::Result<Vec<Found>> {
    let reader = Reader { context, newcomer, mentor };
    let pairs: Vec<Pair> = if reader.is_own() {
        store::pairs::of_newcomer(tx, &newcomer.school, &newcomer.id).await?
    } else {
        pair_of_today(tx, &newcomer.school, &newcomer.id, context.today).await?.into_iter().collect()
    };
    let mut facts = meetings(tx, &pairs).await?;
    facts.extend(steps(tx, newcomer, &pairs).await?);
    facts.extend(lessons(tx, &reader).await?);
    facts.extend(milestones(tx, newcomer).await?);
    facts.extend(light(tx, &reader).await?);
    facts.sort_by(|one, other| other.day.cmp(&one.day).then_with(|| one.fact.cmp(&other.fact)));
    Ok(facts)
}

/// Meetings that took place, with their themes: the two read these.
async fn meetings(tx: &mut Tx, pairs: &[Pair]) -> store::Result<Vec<Found>> {
    let mut found = Vec::new();
    for pair in pairs {
        let all = store::meetings::of_pair(tx, &pair.school, &pair.id).await?;
        found.extend(all.into_iter().filter(|one| one.state == MeetingState::Held).map(|one| {
            let key = format!("contacts-kind-{}", one.kind.word());
            Found {
                fact: Fact::Meeting(one.id),
                day: one.day,
                area: None,
                text: match one.topic {
                    Some(topic) => Text::Both(key, topic),
                    None => Text::Key(key),
                },
            }
        }));
    }
    Ok(found)
}

/// Steps that are done, of the development plan and of the work plans of these pairs.
async fn steps(tx: &mut Tx, newcomer: &Newcomer, pairs: &[Pair]) -> store::Result<Vec<Found>> {
    let mut found = Vec::new();
    for plan in store::plans::of_newcomer(tx, &newcomer.school, &newcomer.id).await? {
        let open = match plan.kind {
            Kind::Development => true,
            Kind::Work => pairs.iter().any(|pair| plan.pair.as_ref() == Some(&pair.id)),
        };
        if !open {
            continue;
        }
        for item in store::plans::items(tx, &plan).await? {
            if let Some(done) = item.done.filter(|_| !item.removed) {
                let area = Some(item.content.area);
                let text = Text::Step(item.step, item.content);
                found.push(Found { fact: Fact::Step(item.id), day: done.on, area, text });
            }
        }
    }
    Ok(found)
}

/// Watched lessons whose finished sheet the reader may read (rules §17).
async fn lessons(tx: &mut Tx, reader: &Reader<'_>) -> store::Result<Vec<Found>> {
    let newcomer = reader.newcomer;
    let all = store::observations::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let open = |one: &Observation| {
        one.state == ObservationState::Finished
            && may(reader.context.actor, &Action::ReadSheet(one.reading(reader.mentor, true))).is_ok()
    };
    Ok(all.into_iter().filter(open).map(lesson).collect())
}

fn lesson(one: Observation) -> Found {
    let key = match one.kind {
        Visit::ByNewcomer => "competencies-fact-visited",
        Visit::ByMentor | Visit::ByOutsider | Visit::Control => "competencies-fact-watched",
    };
    let area = match one.kind {
        Visit::ByNewcomer => Area::Growth,
        Visit::ByMentor | Visit::ByOutsider | Visit::Control => Area::Lessons,
    };
    Found { fact: Fact::Observation(one.id), day: one.day, area: Some(area), text: Text::Key(key.to_owned()) }
}

async fn milestones(tx: &mut Tx, newcomer: &Newcomer) -> store::Result<Vec<Found>> {
    let ticks = crate::milestones::ticks(tx, &newcomer.school, &newcomer.id).await?;
    let found = |tick: domain::milestones::Tick| Found {
        fact: Fact::Milestone(tick.milestone),
        day: tick.on,
        area: Some(tick.milestone.area()),
        text: Text::Key(format!("milestones-step-{}", tick.milestone.word())),
    };
    Ok(ticks.into_iter().map(found).collect())
}

/// Topics that a map does not name as hard; the mentor reads maps that are shared.
async fn light(tx: &mut Tx, reader: &Reader<'_>) -> store::Result<Vec<Found>> {
    let newcomer = reader.newcomer;
    let mut maps = store::difficulties::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    maps.retain(|map| reader.is_own() || map.shared);
    let school = store::schools::get(tx, &newcomer.school).await?;
    let offset = school.map_or(0, |school| school.utc_offset_minutes);
    Ok(maps.iter().flat_map(|map| of_map(map, offset)).collect())
}

fn of_map(map: &Map, offset: i16) -> impl Iterator<Item = Found> {
    let day = domain::calendar::local(map.filled_at, offset).date();
    let light = map.marks.iter().filter(|(_, mark)| mark.number() < Mark::NEED);
    light.map(move |(topic, _)| Found {
        fact: Fact::Light(map.season, *topic),
        day,
        area: Some(topic.step().area()),
        text: Text::Light(*topic),
    })
}
