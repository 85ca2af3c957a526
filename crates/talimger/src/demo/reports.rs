//! Reports on the weeks with the provisional mentors, one in each state, so that every page has something to show. The
//! signatures are proved by codes of slips, as people without a password do.

use super::season::{actor, context};
use actions::Ids;
use actions::accounts::secret_hash;
use actions::reports::{
    New, Press, Typesetter, begin, content_hash, give_back, opened, put_in_force, ready, set_used, sign,
    write,
};
use domain::pairs::Pair;
use domain::people::{Actor, Role};
use domain::reports::{Form, Kind, Term};
use domain::{Day, PersonId, ReportId};
use jiff::ToSpan;
use jiff::civil::date;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Debug;
use store::Db;

/// How far a report has come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Draft,
    Author,
    Coordinator,
    Returned,
    Approved,
}

const BEGUN: Day = date(2026, 10, 1);
const EDITED: Day = date(2026, 10, 6);
const SIGNED: Day = date(2026, 10, 5);
/// Whoever reads these, has them from the coordinator and the head of the demonstration.
const COORDINATOR: &str = "gulnafisa";
const HEAD: &str = "serik";
const STAGES: [Stage; 6] =
    [Stage::Draft, Stage::Coordinator, Stage::Author, Stage::Coordinator, Stage::Returned, Stage::Approved];

fn failed<E: Debug>(what: &'static str) -> impl FnOnce(E) -> String {
    move |error| format!("{what}: {error:?}")
}

/// The school uses two of the forms; the mentors of the provisional pairs write, in the order of their pairs, Aigül first.
pub(super) async fn play(db: &Db, ids: &Ids, typesetter: &Typesetter) -> Result<(), Box<dyn Error>> {
    let school = "school-47".into();
    let coordinator = actor(COORDINATOR, Role::Coordinator);
    for kind in [Kind::Mentor, Kind::Newcomer] {
        let used = set_used(&context(db, ids, &coordinator, BEGUN, 9), &school, kind, true).await;
        used.map_err(failed("a form in use"))?;
    }
    let mut pairs = store::pairs::of_programme(&mut *db.read().await?, &school, &"programme".into()).await?;
    pairs.retain(|pair| pair.assignment().is_some());
    pairs.sort_by_key(|pair| pair.newcomer.as_str() != "zhupar");
    for (pair, stage) in pairs.iter().zip(STAGES) {
        play_one(db, ids, pair, stage).await?;
    }
    edited(db, ids, typesetter).await?;
    match pairs.iter().find(|pair| pair.newcomer.as_str() == "dana") {
        Some(pair) => of_dana(db, ids, pair).await.map_err(Into::into),
        None => Err("Dana has no provisional mentor".into()),
    }
}

/// The district puts the words of people before the numbers; reports that were begun before stay as they were.
async fn edited(db: &Db, ids: &Ids, typesetter: &Typesetter) -> Result<(), Box<dyn Error>> {
    let roles = vec![Role::DistrictOfficer];
    let officer = Actor { person: "saule".into(), school: None, district: Some("district".into()), roles };
    let body =
        "#import \"parts.typ\": *\n\n#period()\n#people()\n#answers()\n#totals()\n#lists()\n".to_owned();
    let new = New { chain: Form::usual(Kind::Mentor, Term::Half).chain, body, from: EDITED };
    let press = Press { address: "", typesetter };
    let kept = put_in_force(&context(db, ids, &officer, EDITED, 10), Kind::Mentor, &new, press).await;
    Ok(kept.map_err(failed("an edition of a form"))?)
}

/// Dana's own report is ready, and she has not signed it yet.
async fn of_dana(db: &Db, ids: &Ids, pair: &Pair) -> Result<(), String> {
    let dana = actor("dana", Role::Newcomer);
    let writing = context(db, ids, &dana, BEGUN, 16);
    let id =
        begin(&writing, Kind::Newcomer, Term::Half, Some(&pair.id)).await.map_err(failed("Dana's report"))?;
    let words = [("result".to_owned(), "Сабақтың мақсатын бір сөйлеммен жазуды үйрендім.".to_owned())].into();
    write(&writing, &id, 0, &words).await.map_err(failed("Dana's words"))?;
    ready(&writing, &id).await.map_err(failed("Dana's report is ready"))
}

async fn play_one(db: &Db, ids: &Ids, pair: &Pair, stage: Stage) -> Result<(), String> {
    let person: Option<PersonId> = {
        let mut tx = db.read().await.map_err(failed("reading"))?;
        store::mentors::get(&mut tx, &pair.mentor)
            .await
            .map_err(failed("a mentor"))?
            .map(|mentor| mentor.person)
    };
    let mentor = actor(person.ok_or("a pair without a mentor")?.as_str(), Role::Mentor);
    let writing = context(db, ids, &mentor, BEGUN, 15);
    let id = begin(&writing, Kind::Mentor, Term::Half, Some(&pair.id)).await.map_err(failed("a report"))?;
    if stage == Stage::Draft {
        return Ok(());
    }
    let words = [
        ("result", "Жас маман журналды көмексіз толтырады, сабағының жоспарын өзі құрады."),
        ("difficulty", "Ата-анамен әңгіме әлі қиын: бірге дайындалып жүрміз."),
        ("advice", "Сабақты өзара қатысып көруді жалғастыру."),
    ];
    let words = words.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
    write(&writing, &id, 0, &words).await.map_err(failed("the words"))?;
    ready(&writing, &id).await.map_err(failed("it is ready"))?;
    let (coordinator, head) = (actor(COORDINATOR, Role::Coordinator), actor(HEAD, Role::Head));
    for (signer, until) in
        [(&mentor, Stage::Author), (&coordinator, Stage::Coordinator), (&head, Stage::Approved)]
    {
        if stage >= until && (until != Stage::Approved || stage == Stage::Approved) {
            signed(db, ids, signer, &id).await?;
        }
    }
    if stage == Stage::Returned {
        let returning = context(db, ids, &head, SIGNED, 16);
        let comment = "Нәтижені мысалмен толықтырыңыз: қай сабақта көрдіңіз?";
        give_back(&returning, &id, "result", comment).await.map_err(failed("a return"))?;
    }
    Ok(())
}

async fn signed(db: &Db, ids: &Ids, who: &Actor, id: &ReportId) -> Result<(), String> {
    let signing = context(db, ids, who, SIGNED, 15);
    let code = domain::accounts::code(ids.bytes());
    let until = signing.now.checked_add(1.hour()).map_err(failed("an hour"))?;
    let mut tx = db.write().await.map_err(failed("writing"))?;
    let hash = secret_hash(&code);
    store::accounts::add_code(&mut tx, &hash, &who.person, signing.now, until)
        .await
        .map_err(failed("a code"))?;
    tx.commit().await.map_err(failed("a code"))?;
    let seen = {
        let mut tx = db.read().await.map_err(failed("reading"))?;
        let opened = opened(&mut tx, &signing, id).await.map_err(failed("a report"))?.ok_or("no report")?;
        let next = opened.report.next(&opened.signatures);
        next.and_then(|(place, _)| content_hash(&opened.report, place)).ok_or("nobody signs")?
    };
    sign(&signing, id, &seen, &BTreeMap::new(), &code).await.map_err(failed("a signature"))
}
