//! A work plan is signed by its mentor, by the newcomer, who has read it, and by the head or the coordinator, who approves it or
//! returns it with a comment (doc:A4; feat:F3, F5, F9).

use super::{Opened, around, opened, words};
use crate::accounts::{ProofRefused, prove, use_proof};
use crate::formsets::answered;
use crate::letters::{Letter, promise};
use crate::signatures::Covers;
use crate::{Context, Failed, signatures};
use domain::people::Role;
use domain::permissions::{Action, may};
use domain::plans::{Content, Item, Kind, Plan, Signer, Signing, SigningRefused, Standing, Step, may_keep};
use domain::programmes::Programme;
use domain::signatures::{Paper, Reading, Signature};
use domain::{Instant, PersonId, PlanId};
use i18n::Lang;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// How a work plan is signed.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    /// How it stands.
    pub signing: Signing,
    /// All signatures that were ever given, void ones included.
    pub signatures: Vec<Signature>,
}

impl Chain {
    /// True where the actor's is the last signature, over what they have seen: the form came twice.
    fn came_twice(&self, context: &Context<'_>, seen: &str) -> bool {
        let last = self.signatures.iter().rfind(|one| one.void_at.is_none());
        last.is_some_and(|last| last.by == context.actor.person && last.content == seen)
    }

    /// Who signs next.
    pub fn next(&self) -> Option<Signer> {
        self.signing.next(&self.signatures)
    }
}

/// One step as it is signed: what is done or taken away is no part of it. A step of the template stands there with the words
/// that people read, what is done and what comes of it, in both languages of the paper: a key says nothing to anybody, and what
/// was signed does not change with the words of a later version.
#[derive(Serialize)]
struct Said<'a> {
    item: &'a str,
    step: Option<&'static str>,
    kk: (String, String),
    ru: (String, String),
    content: &'a Content,
}

impl<'a> Said<'a> {
    fn of(item: &'a Item) -> Self {
        let Item { step, content, .. } = item;
        Self {
            item: item.id.as_str(),
            step: step.map(Step::word),
            kk: words(Lang::Kk, *step, content),
            ru: words(Lang::Ru, *step, content),
            content,
        }
    }
}

/// One answer to a question that was added to the form, with the words that people read.
#[derive(Serialize)]
struct Answered<'a> {
    key: &'a str,
    kk: (&'a str, String),
    ru: (&'a str, String),
}

/// The answers that were given, in the order of the form.
fn answers(plan: &Plan) -> Vec<Answered<'_>> {
    let mut given = Vec::new();
    for field in &plan.added.fields {
        let Some(answer) = plan.answers.get(&field.key) else { continue };
        let said = |lang| answered(lang, field, answer);
        given.push(Answered {
            key: field.key.as_str(),
            kk: (field.label.kk.as_str(), said(Lang::Kk)),
            ru: (field.label.ru.as_str(), said(Lang::Ru)),
        });
    }
    given
}

/// Everything that a signature covers, in one order: the canonical content. A plan without answers says what it said before
/// there were questions to add.
#[derive(Serialize)]
struct Canonical<'a> {
    plan: &'a str,
    number: u16,
    pair: Option<&'a str>,
    steps: Vec<Said<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    answers: Vec<Answered<'a>>,
}

/// The hash of what a plan with these steps says.
pub fn content_hash(plan: &Plan, items: &[Item]) -> Option<String> {
    canonical(plan, items).map(|text| signatures::sha(&text))
}

/// What a plan with these steps says, to the last byte.
pub(crate) fn canonical(plan: &Plan, items: &[Item]) -> Option<String> {
    let mut steps: Vec<Said<'_>> = items.iter().filter(|item| !item.removed).map(Said::of).collect();
    steps.sort_by_key(|said| said.item);
    signatures::canonical(&Canonical {
        plan: plan.id.as_str(),
        number: plan.number,
        pair: plan.pair.as_ref().map(domain::PairId::as_str),
        steps,
        answers: answers(plan),
    })
}

fn paper(plan: &Plan) -> Paper {
    Paper::Plan(plan.id.clone())
}

/// How a work plan is signed; of a development plan, which nobody signs, an empty chain.
pub async fn chain(tx: &mut Tx, plan: &Plan) -> store::Result<Chain> {
    if plan.kind == Kind::Development {
        return Ok(Chain::default());
    }
    Ok(Chain {
        signing: store::plans::signings::get(tx, plan).await?,
        signatures: store::signatures::of_paper(tx, &plan.school, &paper(plan)).await?,
    })
}

impl Opened {
    /// May the actor sign in this place while the pair works?
    fn signs(&self, context: &Context<'_>, signer: Signer) -> bool {
        let works = may_keep(self.pair.as_ref(), &self.programme, context.today).is_ok();
        let action = Action::SignPlan { two: self.two(), signer };
        self.plan.kind == Kind::Work && works && may(context.actor, &action).is_ok()
    }

    /// May the actor say that it is ready?
    pub fn may_ready(&self, context: &Context<'_>, chain: &Chain) -> bool {
        chain.signing.awaits_ready() && self.signs(context, Signer::Mentor)
    }

    /// The place that waits for the actor's signature.
    pub fn turn(&self, context: &Context<'_>, chain: &Chain) -> Option<Signer> {
        chain.next().filter(|signer| self.signs(context, *signer))
    }

    /// May the actor return it now?
    pub fn may_return(&self, context: &Context<'_>, chain: &Chain) -> bool {
        self.returns(context, chain) && self.signs(context, Signer::Leader)
    }

    fn returns(&self, context: &Context<'_>, chain: &Chain) -> bool {
        let head = context.actor.is_at(Role::Head, &self.plan.school);
        chain.signing.may_be_returned_by(&chain.signatures, &context.actor.person, head)
    }
}

/// The mentor says that the plan is ready to be signed.
pub async fn ready(context: &Context<'_>, id: &PlanId) -> Result<(), Failed<SigningRefused>> {
    store::change!(context.db, tx => ready_in(&mut tx, context, id))
}

async fn ready_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PlanId,
) -> Result<(), Failed<SigningRefused>> {
    let opened = opened(tx, context, id).await?.ok_or(Failed::NotFound)?;
    if !opened.signs(context, Signer::Mentor) {
        return Err(Failed::Refused(SigningRefused::NotYours));
    }
    let plan = &opened.plan;
    let signing = store::plans::signings::get(tx, plan).await?;
    if signing.standing == Standing::Ready {
        // The form came twice.
        return Ok(());
    }
    let steps = store::plans::items(tx, plan).await?.iter().filter(|item| !item.removed).count();
    let ready = signing.ready(steps).map_err(Failed::Refused)?;
    store::plans::signings::save(tx, plan, &ready).await?;
    Ok(context.audit(tx, &plan.school, "plan-ready", plan.id.as_str(), "").await?)
}

const fn refused(why: ProofRefused) -> SigningRefused {
    match why {
        ProofRefused::Wrong => SigningRefused::Wrong,
        ProofRefused::NoPassword => SigningRefused::NoPassword,
    }
}

/// Signs a plan in the place that waits for the actor. `seen` is the hash of the content that was read.
pub async fn sign(
    context: &Context<'_>,
    id: &PlanId,
    seen: &str,
    secret: &str,
) -> Result<(), Failed<SigningRefused>> {
    let proof = prove(context, secret).await.map_err(|why| why.map(refused))?;
    store::change!(context.db, tx => async {
        use_proof(&mut tx, context, &proof).await.map_err(|why| why.map(refused))?;
        sign_in(&mut tx, context, id, seen).await
    })
}

pub(crate) async fn sign_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PlanId,
    seen: &str,
) -> Result<(), Failed<SigningRefused>> {
    let opened = opened(tx, context, id).await?.ok_or(Failed::NotFound)?;
    let plan = &opened.plan;
    let chain = chain(tx, plan).await?;
    if chain.came_twice(context, seen) {
        return Ok(());
    }
    let signer = chain.next().ok_or(Failed::Refused(SigningRefused::NotOpen))?;
    if !opened.signs(context, signer) {
        return Err(Failed::Refused(SigningRefused::NotYours));
    }
    let hash = content_hash(plan, &store::plans::items(tx, plan).await?);
    let hash = hash.filter(|now| now == seen).ok_or(Failed::Refused(SigningRefused::Changed))?;
    let done = chain.signing.sign(&chain.signatures, signer).map_err(Failed::Refused)?;
    store::plans::signings::save(tx, plan, &done).await?;
    let place = (signer.place(), hash, Covers::Name);
    let given = signatures::given(tx, context, place, &chain.signatures).await?.ok_or(Failed::NotFound)?;
    store::signatures::sign(tx, &plan.school, &paper(plan), &given).await?;
    context.audit(tx, &plan.school, "plan-signed", plan.id.as_str(), signer.word()).await?;
    Ok(after(tx, context, &opened, signer).await?)
}

/// Tells whoever is next.
async fn after(
    tx: &mut WriteTx,
    context: &Context<'_>,
    opened: &Opened,
    signer: Signer,
) -> store::Result<()> {
    let plan = &opened.plan;
    let next = match signer {
        Signer::Mentor => vec![opened.newcomer.clone()],
        Signer::Newcomer => approvers(tx, opened, context.today).await?,
        Signer::Leader => return approved(tx, context, opened).await,
    };
    for person in next {
        promise(context, tx, &person, Letter::PlanAwaits, plan.id.as_str()).await?;
    }
    Ok(())
}

/// The last signature is given: the two learn that their plan is approved.
async fn approved(tx: &mut WriteTx, context: &Context<'_>, opened: &Opened) -> store::Result<()> {
    let plan = &opened.plan;
    context.audit(tx, &plan.school, "plan-approved", plan.id.as_str(), "").await?;
    for person in opened.mentor.iter().chain([&opened.newcomer]) {
        promise(context, tx, person, Letter::PlanApproved, plan.id.as_str()).await?;
    }
    Ok(())
}

/// Who is asked to approve a plan: the head; where the head is one of the two, the coordinator.
async fn approvers(tx: &mut Tx, opened: &Opened, today: domain::Day) -> store::Result<Vec<PersonId>> {
    for role in [Role::Head, Role::Coordinator] {
        let mut people = store::people::with_role(tx, &opened.plan.school, role, today).await?;
        people.retain(|person| *person != opened.newcomer && opened.mentor.as_ref() != Some(person));
        if !people.is_empty() {
            return Ok(people);
        }
    }
    Ok(Vec::new())
}

/// Who must act so that a work plan is approved: whoever signs next; its mentor, where nobody has said that it is ready, it was
/// returned, or a change took its signatures off. Nobody where it is approved, or its pair works no longer.
pub(crate) async fn whose_turn(
    tx: &mut Tx,
    opened: &Opened,
    chain: &Chain,
    today: domain::Day,
) -> store::Result<Vec<PersonId>> {
    let works = may_keep(opened.pair.as_ref(), &opened.programme, today).is_ok();
    if opened.plan.kind != Kind::Work || !works {
        return Ok(Vec::new());
    }
    let next = match chain.next() {
        None if chain.signing.awaits_ready() => Some(Signer::Mentor),
        next => next,
    };
    match next {
        Some(Signer::Mentor) => Ok(opened.mentor.iter().cloned().collect()),
        Some(Signer::Newcomer) => Ok(vec![opened.newcomer.clone()]),
        Some(Signer::Leader) => approvers(tx, opened, today).await,
        None => Ok(Vec::new()),
    }
}

/// True where it is the turn of whoever approves, and the school has nobody but the two who might: it is approved on paper.
pub async fn is_left_to_paper(
    tx: &mut Tx,
    opened: &Opened,
    chain: &Chain,
    today: domain::Day,
) -> store::Result<bool> {
    Ok(chain.next() == Some(Signer::Leader) && approvers(tx, opened, today).await?.is_empty())
}

/// Returns a plan with a comment: every signature covers the whole plan, so each is void.
pub async fn give_back(
    context: &Context<'_>,
    id: &PlanId,
    comment: &str,
) -> Result<(), Failed<SigningRefused>> {
    store::change!(context.db, tx => give_back_in(&mut tx, context, id, comment))
}

async fn give_back_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PlanId,
    comment: &str,
) -> Result<(), Failed<SigningRefused>> {
    let opened = opened(tx, context, id).await?.ok_or(Failed::NotFound)?;
    let plan = &opened.plan;
    if !opened.signs(context, Signer::Leader) {
        return Err(Failed::Refused(SigningRefused::NotYours));
    }
    let chain = chain(tx, plan).await?;
    if chain.signing.may_return(&chain.signatures) && !opened.returns(context, &chain) {
        return Err(Failed::Refused(SigningRefused::NotYours));
    }
    let back = chain.signing.give_back(&chain.signatures, comment).map_err(Failed::Refused)?;
    store::plans::signings::save(tx, plan, &back).await?;
    void(tx, context, plan).await?;
    context.audit(tx, &plan.school, "plan-returned", plan.id.as_str(), "").await?;
    // Its mentor mends it; whoever had signed learns that the signature is void.
    let signed = chain.signatures.iter().filter(|one| one.void_at.is_none()).map(|one| &one.by);
    let told: BTreeSet<&PersonId> = opened.mentor.iter().chain(signed).collect();
    for person in told.into_iter().filter(|person| **person != context.actor.person) {
        promise(context, tx, person, Letter::PlanReturned, plan.id.as_str()).await?;
    }
    Ok(())
}

/// The signatures that hold are void from now on, and the log says so. Whoever had read it reads it again: what comes back
/// unchanged is not approved in a batch by a reading from before.
async fn void(tx: &mut WriteTx, context: &Context<'_>, plan: &Plan) -> store::Result<bool> {
    store::signatures::unread(tx, &plan.school, &paper(plan)).await?;
    let voided = store::signatures::void(tx, &plan.school, &paper(plan), 0, context.now).await? > 0;
    if voided {
        context.audit(tx, &plan.school, "plan-voided", plan.id.as_str(), "").await?;
    }
    Ok(voided)
}

/// What a step says was changed: the plan says something else than what was signed. The form that the law requires is not
/// approved any more, so its mentor, who says when it is ready, learns of it.
pub(super) async fn edited(tx: &mut WriteTx, context: &Context<'_>, plan: &Plan) -> store::Result<()> {
    if plan.kind == Kind::Development {
        return Ok(());
    }
    let signing = store::plans::signings::get(tx, plan).await?;
    let edited = signing.clone().edited();
    if edited == signing {
        return Ok(());
    }
    store::plans::signings::save(tx, plan, &edited).await?;
    if !void(tx, context, plan).await? {
        return Ok(());
    }
    let mentor = around(tx, plan.clone(), context.today).await?.and_then(|opened| opened.mentor);
    match mentor.filter(|mentor| *mentor != context.actor.person) {
        Some(mentor) => promise(context, tx, &mentor, Letter::PlanUnsigned, plan.id.as_str()).await,
        None => Ok(()),
    }
}

/// The actor has read a plan as it stands: it may be in the batch now.
pub async fn mark_read(context: &Context<'_>, id: &PlanId, seen: &str) -> Result<(), Failed<SigningRefused>> {
    store::change!(context.db, tx => async {
        let opened = opened(&mut tx, context, id).await?.ok_or(Failed::NotFound)?;
        let chain = chain(&mut tx, &opened.plan).await?;
        opened.turn(context, &chain).ok_or(Failed::Refused(SigningRefused::NotYours))?;
        let now = content_hash(&opened.plan, &store::plans::items(&mut tx, &opened.plan).await?);
        let hash = now.filter(|now| now == seen).ok_or(Failed::Refused(SigningRefused::Changed))?;
        let reading = Reading { paper: paper(&opened.plan), content: hash, entry: None };
        Ok(signatures::read(&mut tx, context, &opened.plan.school, &reading).await?)
    })
}

/// The work plans that wait for the actor to approve them, each with whether it was read as it stands.
pub async fn folder(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Vec<(Opened, bool)>> {
    // Nobody else approves: everybody else's home asks for nothing.
    if !context.actor.is(Role::Coordinator) && !context.actor.is(Role::Head) {
        return Ok(Vec::new());
    }
    let school = &programme.school;
    let mut signings = store::plans::signings::of_school(tx, school).await?;
    let mut signatures: BTreeMap<PlanId, Vec<Signature>> = store::signatures::of_plans(tx, school).await?;
    let readings = store::signatures::readings(tx, school, &context.actor.person).await?;
    let mut waiting = Vec::new();
    for plan in store::plans::of_programme(tx, school, &programme.id).await? {
        let chain = Chain {
            signing: signings.remove(&plan.id).unwrap_or_default(),
            signatures: signatures.remove(&plan.id).unwrap_or_default(),
        };
        if chain.next() != Some(Signer::Leader) {
            continue;
        }
        let Some(opened) = around(tx, plan, context.today).await? else { continue };
        if opened.turn(context, &chain).is_none() {
            continue;
        }
        let now = content_hash(&opened.plan, &store::plans::items(tx, &opened.plan).await?);
        let paper = paper(&opened.plan);
        let read = readings.iter().any(|one| one.paper == paper && Some(&one.content) == now.as_ref());
        waiting.push((opened, read));
    }
    Ok(waiting)
}

/// When a plan was approved whose every signature fits what it says now; nothing where it is not, or where somebody changed the
/// database.
pub async fn approved_at(tx: &mut Tx, plan: &Plan) -> store::Result<Option<Instant>> {
    let chain = chain(tx, plan).await?;
    if chain.signing.standing != Standing::Approved {
        return Ok(None);
    }
    let now = content_hash(plan, &store::plans::items(tx, plan).await?);
    let places = Signer::ALL.map(|signer| (signer.place(), now.clone()));
    let held = signatures::holds(places, &chain.signatures, Covers::Name);
    Ok(signatures::last_at(&chain.signatures).filter(|_| held))
}
