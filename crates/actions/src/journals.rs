//! The journal of weekly meetings: marks as they are tapped, one signature a week, and the hours that follow (feat:I5;
//! docs/decisions/0040, 0048).

pub mod printing;

use crate::peers::Ground;
use crate::{Context, Failed, Never};
use domain::journals::topics::{About, Kind, Noted, Part, Told};
use domain::journals::{
    Chosen, Entry, Helped, Mark, Marks, Remark, Remarks, Signature, confirmed, earlier, first_open, is_week,
    newer, week_of, weeks_since, written,
};
use domain::peers::Pair;
use domain::peers::voices::disputed;
use domain::peers::weekly::Weekly;
use domain::pupils::Pupil;
use domain::pupils::consents::{Part as Consented, may_start};
use domain::visibility::Data;
use domain::{Day, PeerPairId, PersonId, PupilId, SchoolId};
use jiff::ToSpan;
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// A pair in a week of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The pair.
    pub pair: Pair,
    /// Who helps.
    pub helper: Pupil,
    /// Who is helped.
    pub mentee: Pupil,
    /// What stands in this week.
    pub mark: Option<Mark>,
    /// What stands in the weeks before, in the order of [`Week::earlier`].
    pub earlier: Vec<Option<Mark>>,
    /// They do not meet for now: no mark is asked, and none is taken.
    pub paused: bool,
    /// What the meeting of this week was; as long as nobody has said it, what the two agreed on and did last.
    pub about: About,
    /// Somebody has written that down.
    pub is_noted: bool,
    /// The meeting may have been a walk off the grounds: both may leave them, and the adult on duty works here.
    pub may_go_out: bool,
}

/// The pairs of a class in a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassWeek {
    /// The class of those who are helped; of one who has changed class, that of the mark.
    pub class: String,
    /// Its pairs.
    pub lines: Vec<Line>,
    /// The signature, once the week is signed.
    pub signature: Option<Signature>,
    /// The remark on the week; read where a week is opened, not for a list of weeks.
    pub remark: Option<String>,
}

/// A week of the journal, as far as the reader keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub week: Day,
    /// The weeks before, oldest first, from the one in which a pair of this week began.
    pub earlier: Vec<Day>,
    /// Class by class.
    pub classes: Vec<ClassWeek>,
}

impl Week {
    /// All pairs of the week.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.classes.iter().flat_map(|class| &class.lines)
    }

    /// The pairs of the week that are asked for a mark.
    pub fn asked(&self) -> impl Iterator<Item = &Line> {
        self.lines().filter(|line| !line.paused)
    }

    /// What stands in the week, by pair.
    pub fn marks(&self) -> Marks {
        self.lines().filter_map(|line| Some((line.pair.id.clone(), line.mark?))).collect()
    }

    /// True where every class of it is signed.
    pub fn is_signed(&self) -> bool {
        !self.classes.is_empty() && self.classes.iter().all(|class| class.signature.is_some())
    }

    /// In whose journal a pair stands.
    fn class_of(&self, pair: &PeerPairId) -> Option<&ClassWeek> {
        self.classes.iter().find(|class| class.lines.iter().any(|line| line.pair.id == *pair))
    }

    /// A class of the week; for whoever does not keep it there is none.
    fn class(&self, name: &str) -> Option<&ClassWeek> {
        self.classes.iter().find(|class| class.class == name)
    }

    /// True where the week is signed for the class of a pair.
    pub fn is_signed_for(&self, pair: &PeerPairId) -> bool {
        self.class_of(pair).is_some_and(|class| class.signature.is_some())
    }
}

/// What comes from the page of a week.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sent<'a> {
    /// Marks that were chosen.
    pub chosen: &'a [Chosen],
    /// What was said of meetings.
    pub told: &'a [Told],
    /// Remarks as they were typed.
    pub remarks: &'a [Remark],
    /// The class whose week is to be signed.
    pub sign: Option<&'a str>,
}

/// What became of what was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// What stands now.
    pub marks: Marks,
    /// Pairs at which somebody else saved another mark meanwhile; nothing was written there.
    pub newer: Vec<PeerPairId>,
    /// Pairs whose week is signed, and otherwise than was chosen; nothing was written there.
    pub signed: Vec<PeerPairId>,
    /// What the meetings were, as it stands now.
    pub abouts: BTreeMap<PeerPairId, About>,
    /// What was said of meetings and stands otherwise: somebody else was faster, or the week is signed; nothing was written
    /// there.
    pub unheard: Vec<Told>,
    /// Pairs that may not have been off the grounds; nothing was written there.
    pub inside: Vec<PeerPairId>,
    /// Classes on which somebody else wrote another remark meanwhile, with what stands; nothing was written there.
    pub late: Remarks,
    /// The week was to be signed, and a meeting of that class has no mark yet.
    pub open: Option<PeerPairId>,
    /// The week of a class is signed now.
    pub is_signed: bool,
}

impl Put {
    /// True where everything that was sent stands now.
    pub fn is_whole(&self) -> bool {
        self.newer.is_empty()
            && self.signed.is_empty()
            && self.unheard.is_empty()
            && self.inside.is_empty()
            && self.late.is_empty()
    }
}

/// What stands in the journal of a school.
struct Written {
    entries: Vec<Entry>,
    signatures: Vec<Signature>,
    topics: Vec<Noted>,
    /// Who works at the school.
    adults: BTreeSet<PersonId>,
}

impl Written {
    /// From one week to another, both included.
    async fn load(tx: &mut Tx, ground: &Ground, (from, to): (Day, Day)) -> store::Result<Self> {
        Ok(Self {
            entries: store::journals::between(tx, &ground.school, from, to).await?,
            signatures: store::journals::signatures(tx, &ground.school).await?,
            topics: store::topics::between(tx, &ground.school, from, to).await?,
            adults: crate::people::working(tx, &ground.school, ground.today).await?,
        })
    }

    /// What the meeting of a pair was in a week, and whether somebody has written that down.
    fn about(&self, pair: &PeerPairId, weekly: &Weekly, week: Day) -> (About, bool) {
        let theirs = || self.topics.iter().rev().filter(move |one| one.pair == *pair);
        if let Some(noted) = theirs().find(|one| one.week == week) {
            return (noted.about.clone(), true);
        }
        // What was planned for a week in which they did not meet is not what they did last.
        let met = |one: &&Noted| {
            let is_it =
                |entry: &Entry| entry.pair == *pair && entry.week == one.week && entry.mark == Mark::Met;
            one.week < week && self.entries.iter().any(is_it)
        };
        (About::usual(weekly, theirs().find(met).and_then(|one| one.about.topic.clone())), false)
    }
}

/// May the meeting of a pair have been a walk off the grounds in a week?
pub(crate) fn may_go_out(ground: &Ground, pair: &Pair, weekly: &Weekly, week: Day) -> bool {
    let day = week.saturating_add((i64::from(weekly.weekday) - 1).days());
    let consented =
        |pupil: &Pupil| may_start(Consented::OffSite, ground.consents(&pupil.id), pupil.born_on, day).is_ok();
    ground.two(pair).is_some_and(|(helper, mentee)| consented(helper) && consented(mentee))
}

/// A pair with an agreement whose journal the reader keeps in a week, with the two. Whoever has left meets nobody any more.
fn kept<'a>(
    ground: &'a Ground,
    context: &Context<'_>,
    week: Day,
    pair: &'a Pair,
) -> Option<(&'a Pair, &'a Weekly, &'a Pupil, &'a Pupil)> {
    let (helper, mentee) = ground.two(pair)?;
    let weekly = &pair.state.agreement()?.weekly;
    let is_here = helper.is_here(week) && mentee.is_here(week);
    (is_here && ground.keeps(context, mentee)).then_some((pair, weekly, helper, mentee))
}

/// Builds a week from what is loaded.
fn build(ground: &Ground, context: &Context<'_>, week: Day, written: &Written) -> Week {
    let stands: BTreeMap<(&PeerPairId, Day), &Entry> =
        written.entries.iter().map(|entry| ((&entry.pair, entry.week), entry)).collect();
    let mark = |pair: &PeerPairId, week: Day| stands.get(&(pair, week)).map(|entry| entry.mark);
    // A pair that was taken up again begins anew: what is marked of its weeks before can still be signed.
    let is_asked = |pair: &&Pair| pair.meets_in(week) || stands.contains_key(&(&pair.id, week));
    let kept = |pair| kept(ground, context, week, pair);
    let asked: Vec<_> = ground.pairs.iter().filter(is_asked).filter_map(kept).collect();
    let mut weeks = earlier(week);
    weeks.retain(|one| asked.iter().any(|(pair, ..)| pair.meets_in(*one)));
    let mut classes: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for (pair, weekly, helper, mentee) in asked {
        // A mark stays with the class in whose journal it was written, and is that class's to sign.
        let written_in = stands.get(&(&pair.id, week)).map(|entry| entry.class.clone());
        let class = written_in.unwrap_or_else(|| mentee.class_key.clone());
        if !ground.keeps_of(context, mentee, &class) {
            continue;
        }
        let (mut about, is_noted) = written.about(&pair.id, weekly, week);
        let may_go_out = written.adults.contains(&weekly.adult) && may_go_out(ground, pair, weekly, week);
        if about.kind == Kind::Outside && !is_noted && !may_go_out {
            // Nobody is said to have left the grounds without the consents to that.
            about.kind = Kind::Walk;
        }
        classes.entry(class).or_default().push(Line {
            about,
            is_noted,
            may_go_out,
            mark: mark(&pair.id, week),
            earlier: weeks.iter().map(|one| mark(&pair.id, *one)).collect(),
            paused: ground.rests(pair),
            pair: pair.clone(),
            helper: helper.clone(),
            mentee: mentee.clone(),
        });
    }
    let signature =
        |class: &str| written.signatures.iter().find(|one| one.class == class && one.week == week).cloned();
    let class = |(class, lines): (String, Vec<Line>)| ClassWeek {
        signature: signature(&class),
        class,
        lines,
        remark: None,
    };
    Week { week, earlier: weeks, classes: classes.into_iter().map(class).collect() }
}

async fn load<R>(tx: &mut Tx, context: &Context<'_>, week: Day) -> Result<Week, Failed<R>> {
    let ground = Ground::load(tx, context).await?;
    if !is_week(week, ground.today) {
        return Err(Failed::NotFound);
    }
    let from = earlier(week).first().copied().unwrap_or(week);
    let written = Written::load(tx, &ground, (from, week)).await?;
    let mut remarks = store::journals::remarks(tx, &ground.school, week).await?;
    let mut journal = build(&ground, context, week, &written);
    for class in &mut journal.classes {
        class.remark = remarks.remove(&class.class);
    }
    Ok(journal)
}

/// A week of the journal, for whoever keeps it.
pub async fn week(tx: &mut Tx, context: &Context<'_>, week: Day) -> Result<Week, Failed<Never>> {
    load(tx, context, week).await
}

/// This week of the journal, where the reader keeps it and somebody has not signed it yet. Little is loaded where no pair
/// meets.
pub async fn current(tx: &mut Tx, context: &Context<'_>) -> Result<Option<Week>, Failed<Never>> {
    let this = week_of(context.today);
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    let meets = store::peers::of_school(tx, &school).await?.iter().any(|pair| pair.meets_in(this));
    if !meets || !is_week(this, context.today) {
        return Ok(None);
    }
    let week = match load(tx, context, this).await {
        Ok(week) => week,
        // Whoever may see no pairs has no such week.
        Err(Failed::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    Ok(Some(week).filter(|week: &Week| week.lines().next().is_some() && !week.is_signed()))
}

/// The weeks of the journal in which pairs of the reader meet, newest first: from the one in which the first of this school
/// year began to the present, or to the end of the last.
pub async fn weeks(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Week>, Failed<Never>> {
    let ground = Ground::load(tx, context).await?;
    let kept = |pair: &&Pair| ground.two(pair).is_some_and(|(_, mentee)| ground.keeps(context, mentee));
    let agreed = ground.pairs.iter().filter(kept).filter_map(|pair| pair.state.agreement());
    let Some(first) = agreed.map(|agreement| agreement.from).min() else { return Ok(Vec::new()) };
    let weeks = weeks_since(first, ground.today);
    let (Some(this), Some(from)) = (weeks.first(), weeks.last()) else { return Ok(Vec::new()) };
    let written = Written::load(tx, &ground, (*from, *this)).await?;
    let built = weeks.iter().map(|week| build(&ground, context, *week, &written));
    Ok(built.filter(|week| week.lines().next().is_some()).collect())
}

/// Marks and remarks are written as far as nobody else was faster and the week is not signed; with `sign` the week of that
/// class is signed, once all that was sent stands and every meeting of the class has a mark.
pub async fn put(context: &Context<'_>, week: Day, sent: &Sent<'_>) -> Result<Put, Failed<Never>> {
    store::change!(context.db, tx => put_in(&mut tx, context, week, sent))
}

async fn put_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    week: Day,
    sent: &Sent<'_>,
) -> Result<Put, Failed<Never>> {
    let journal = load(tx, context, week).await?;
    let mut marks = journal.marks();
    let newer = newer(&marks, sent.chosen);
    let is_closed = |one: &Chosen| journal.is_signed_for(&one.pair);
    let signed = sent.chosen.iter().filter(|one| is_closed(one) && marks.get(&one.pair) != Some(&one.mark));
    let signed: Vec<PeerPairId> = signed.map(|one| one.pair.clone()).collect();
    let mut changes = written(&marks, sent.chosen);
    changes.retain(|one| !is_closed(one));
    for one in &changes {
        mark(tx, context, &journal, one).await?;
    }
    marks.extend(changes.iter().map(|one| (one.pair.clone(), one.mark)));
    let heard = listen(&journal, sent.told, &changes)?;
    write_down(tx, context, &journal, &heard).await?;
    let late = remarked(tx, context, &journal, sent.remarks).await?;
    let Heard { abouts, unheard, inside, .. } = heard;
    let mut put = Put { marks, newer, signed, abouts, unheard, inside, late, open: None, is_signed: false };
    let Some(name) = sent.sign else { return Ok(put) };
    let class = journal.class(name).ok_or(Failed::NotFound)?;
    let asked = class.lines.iter().filter(|line| !line.paused).map(|line| &line.pair.id);
    put.open = first_open(asked, &put.marks).cloned();
    if put.is_whole() && put.open.is_none() {
        sign(tx, context, week, class).await?;
        put.is_signed = true;
    }
    Ok(put)
}

/// Writes a mark.
async fn mark(
    tx: &mut WriteTx,
    context: &Context<'_>,
    journal: &Week,
    one: &Chosen,
) -> Result<(), Failed<Never>> {
    let line = journal.asked().find(|line| line.pair.id == one.pair).ok_or(Failed::NotFound)?;
    let agreement = line.pair.state.agreement().ok_or(Failed::NotFound)?;
    let class = journal.class_of(&one.pair).ok_or(Failed::NotFound)?;
    let entry = Entry {
        school: line.pair.school.clone(),
        pair: one.pair.clone(),
        week: journal.week,
        class: class.class.clone(),
        mark: one.mark,
        minutes: agreement.weekly.minutes,
        by: (context.actor.person.clone(), context.now),
    };
    Ok(store::journals::put(tx, &entry).await?)
}

/// What becomes of what was said of meetings.
struct Heard {
    abouts: BTreeMap<PeerPairId, About>,
    unheard: Vec<Told>,
    inside: Vec<PeerPairId>,
    /// What is to be written.
    changed: BTreeSet<PeerPairId>,
}

/// Takes what was said as far as nobody else was faster and the week is not signed. With its mark, a meeting that took place
/// gets what the page showed there already.
fn listen(journal: &Week, told: &[Told], marked: &[&Chosen]) -> Result<Heard, Failed<Never>> {
    let abouts = journal.lines().map(|line| (line.pair.id.clone(), line.about.clone())).collect();
    let is_new = |one: &PeerPairId| journal.lines().any(|line| line.pair.id == *one && !line.is_noted);
    let met = marked.iter().filter(|one| one.mark == Mark::Met && is_new(&one.pair));
    let changed = met.map(|one| one.pair.clone()).collect();
    let mut heard = Heard { abouts, unheard: Vec::new(), inside: Vec::new(), changed };
    for one in told {
        let line = journal.asked().find(|line| line.pair.id == one.pair).ok_or(Failed::NotFound)?;
        let standing = heard.abouts.get(&one.pair).ok_or(Failed::NotFound)?;
        if standing.says(&one.said) {
            continue;
        }
        if journal.is_signed_for(&one.pair) || standing.is_late(one) {
            heard.unheard.push(one.clone());
        } else if one.said == Part::Kind(Kind::Outside) && !line.may_go_out {
            heard.inside.push(one.pair.clone());
        } else {
            let about = standing.clone().with(one.said.clone());
            heard.abouts.insert(one.pair.clone(), about);
            heard.changed.insert(one.pair.clone());
        }
    }
    Ok(heard)
}

/// Writes what was heard.
async fn write_down(
    tx: &mut WriteTx,
    context: &Context<'_>,
    journal: &Week,
    heard: &Heard,
) -> Result<(), Failed<Never>> {
    for line in journal.lines().filter(|line| heard.changed.contains(&line.pair.id)) {
        let noted = Noted {
            school: line.pair.school.clone(),
            pair: line.pair.id.clone(),
            week: journal.week,
            about: heard.abouts.get(&line.pair.id).unwrap_or(&line.about).clone(),
            by: (context.actor.person.clone(), context.now),
        };
        store::topics::put(tx, &noted).await?;
    }
    Ok(())
}

/// Writes remarks on classes whose week is not signed; gives those that somebody else wrote meanwhile.
async fn remarked(
    tx: &mut WriteTx,
    context: &Context<'_>,
    journal: &Week,
    remarks: &[Remark],
) -> Result<Remarks, Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    let mut late = Remarks::new();
    for remark in remarks {
        let class = journal.class(&remark.class).ok_or(Failed::NotFound)?;
        let standing = class.remark.as_deref();
        if standing == remark.text.as_deref() {
            continue;
        }
        if class.signature.is_some() || remark.is_late(standing) {
            late.insert(remark.class.clone(), standing.unwrap_or_default().to_owned());
        } else {
            let place = (remark.class.as_str(), journal.week);
            store::journals::remark(tx, &school, place, remark.text.as_deref()).await?;
        }
    }
    Ok(late)
}

/// Signs the week of a class; where it is signed, the form came twice.
async fn sign(
    tx: &mut WriteTx,
    context: &Context<'_>,
    week: Day,
    class: &ClassWeek,
) -> Result<(), Failed<Never>> {
    let Some(line) = class.lines.first().filter(|_| class.signature.is_none()) else { return Ok(()) };
    let signature = Signature {
        school: line.pair.school.clone(),
        class: class.class.clone(),
        week,
        by: (context.actor.person.clone(), context.now),
    };
    store::journals::sign(tx, &signature).await?;
    let subject = week.to_string();
    Ok(context.audit(tx, &signature.school, "journal-signed", &subject, &class.class).await?)
}

/// The signature of a class's week is taken back, so that a mark can be put right.
pub async fn reopen(context: &Context<'_>, week: Day, class: &str) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => reopen_in(&mut tx, context, week, class))
}

async fn reopen_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    week: Day,
    class: &str,
) -> Result<(), Failed<Never>> {
    let journal = load(tx, context, week).await?;
    let class = journal.class(class).ok_or(Failed::NotFound)?;
    // Where it is not signed, the form came twice.
    let Some(signature) = &class.signature else { return Ok(()) };
    store::journals::reopen(tx, &signature.school, &signature.class, week).await?;
    let subject = week.to_string();
    Ok(context.audit(tx, &signature.school, "journal-opened", &subject, &signature.class).await?)
}

/// Confirmed minutes of help by pupil who helps, of those whom the reader sees as volunteers.
pub async fn helped(tx: &mut Tx, context: &Context<'_>) -> Result<BTreeMap<PupilId, u32>, Failed<Never>> {
    let ground = Ground::gather(tx, context).await?;
    let minutes = minutes(tx, &ground).await?;
    let sees = |pupil: &Pupil| ground.sees(context, pupil, Data::Volunteering);
    let mut helped: BTreeMap<PupilId, u32> = BTreeMap::new();
    for pair in ground.pairs.iter().filter(|pair| ground.pupil(&pair.helper).is_some_and(sees)) {
        *helped.entry(pair.helper.clone()).or_default() += minutes.get(&pair.id).copied().unwrap_or_default();
    }
    Ok(helped)
}

/// What confirms that a meeting took place: the class in whose journal it stands signed the week, and neither of the two says
/// that they did not meet.
struct Confirming {
    signatures: Vec<Signature>,
    disputed: BTreeSet<(PeerPairId, Day)>,
}

impl Confirming {
    async fn load(tx: &mut Tx, school: &SchoolId) -> store::Result<Self> {
        Ok(Self {
            signatures: store::journals::signatures(tx, school).await?,
            disputed: disputed(&store::voices::took(tx, school).await?),
        })
    }

    fn holds(&self, entry: &Entry) -> bool {
        entry.is_signed(&self.signatures) && !self.disputed.contains(&(entry.pair.clone(), entry.week))
    }
}

/// Confirmed minutes of help by pair.
pub(crate) async fn minutes(tx: &mut Tx, ground: &Ground) -> store::Result<BTreeMap<PeerPairId, u32>> {
    let entries = store::journals::of_school(tx, &ground.school).await?;
    let confirming = Confirming::load(tx, &ground.school).await?;
    let minutes = |pair: &Pair| {
        let theirs = entries.iter().filter(|entry| entry.pair == pair.id);
        (pair.id.clone(), confirmed(theirs, |entry| confirming.holds(entry)).minutes)
    };
    Ok(ground.pairs.iter().map(minutes).collect())
}

/// Confirmed minutes of help by pair, of weeks whose Monday is among these days.
pub(crate) async fn minutes_between(
    tx: &mut Tx,
    school: &SchoolId,
    (from, to): (Day, Day),
) -> store::Result<BTreeMap<PeerPairId, u32>> {
    let entries = store::journals::between(tx, school, from, to).await?;
    let confirming = Confirming::load(tx, school).await?;
    let pairs: BTreeSet<&PeerPairId> = entries.iter().map(|entry| &entry.pair).collect();
    let of = |pair: &PeerPairId| {
        let theirs = entries.iter().filter(|entry| entry.pair == *pair);
        (pair.clone(), confirmed(theirs, |entry| confirming.holds(entry)).minutes)
    };
    Ok(pairs.into_iter().map(of).collect())
}

/// Confirmed help of some pupils of a school. A week belongs to the days among which its Monday is.
pub(crate) async fn helped_between(
    tx: &mut Tx,
    school: &SchoolId,
    (from, to): (Day, Day),
    pupils: &[PupilId],
) -> store::Result<BTreeMap<PupilId, Helped>> {
    let entries = store::journals::between(tx, school, from, to).await?;
    let confirming = Confirming::load(tx, school).await?;
    let pairs = store::peers::of_school(tx, school).await?;
    let helpers: BTreeMap<PeerPairId, PupilId> =
        pairs.into_iter().map(|pair| (pair.id, pair.helper)).collect();
    let of = |pupil: &PupilId| {
        let theirs = entries.iter().filter(|entry| helpers.get(&entry.pair) == Some(pupil));
        (pupil.clone(), confirmed(theirs, |entry| confirming.holds(entry)))
    };
    Ok(pupils.iter().map(of).collect())
}
