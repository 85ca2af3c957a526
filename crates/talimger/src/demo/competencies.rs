//! What Дана has attached to the frame of competencies by October and shows to her mentor, who suggests one more fact;
//! and what the school added before the year began.

use super::season::{actor, context};
use actions::Ids;
use actions::competencies::{add, attach, share, suggest};
use domain::competencies::{Competency, Fact, Field, Item, Proof};
use domain::milestones::Milestone;
use domain::people::Role;
use domain::programmes::Programme;
use domain::regulations::Words;
use domain::{Day, PersonId};
use jiff::civil::date;
use std::error::Error;
use store::Db;

const ATTACHED: Day = date(2026, 10, 5);

fn ticked(milestone: Milestone) -> Proof {
    Proof::Fact(Fact::Milestone(milestone))
}

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let (programme, mentor) = {
        let mut tx = db.read().await?;
        let programme = store::programmes::get(&mut tx, &"school-47".into(), &"programme".into()).await?;
        let mentor =
            actions::plans::mentor_of_today(&mut tx, &"school-47".into(), &"dana".into(), ATTACHED).await?;
        (programme.ok_or("no programme")?, mentor.ok_or("nobody stands beside Dana")?)
    };
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let words = Words {
        kk: "Сыныппен жылына бір жоба өткіземін".into(),
        ru: "Провожу с классом один проект в год".into(),
    };
    let adding = context(db, ids, &coordinator, date(2026, 8, 26), 12);
    let added = add(&adding, &programme, Field::Children, &words).await;
    added.map_err(|error| format!("the school's line: {error:?}"))?;
    hers(db, ids, &programme, &mentor).await.map_err(|what| format!("Dana's evidence: {what}"))?;
    Ok(())
}

async fn hers(db: &Db, ids: &Ids, programme: &Programme, mentor: &PersonId) -> Result<(), String> {
    let dana = actor("dana", Role::Newcomer);
    let acting = context(db, ids, &dana, ATTACHED, 17);
    for (competency, proof) in [
        (Competency::Planning, ticked(Milestone::LessonPlans)),
        (Competency::Journal, ticked(Milestone::Journal)),
        (Competency::Gathering, ticked(Milestone::ParentsMeeting)),
        (
            Competency::Order,
            Proof::Words("Сабақ басын үш минутта өткізуді апта бойы қолданып көрдім.".into()),
        ),
    ] {
        let attached = attach(&acting, programme, &Item::BuiltIn(competency), &proof).await;
        attached.map_err(|error| format!("{competency:?}: {error:?}"))?;
    }
    share(&acting, programme, true).await.map_err(|error| format!("{error:?}"))?;
    let mentor = actor(mentor.as_str(), Role::Mentor);
    let suggesting = context(db, ids, &mentor, date(2026, 10, 6), 16);
    let assessment = Item::BuiltIn(Competency::Assessment);
    let suggested = suggest(&suggesting, &"dana".into(), &assessment, &ticked(Milestone::Assessment)).await;
    suggested.map_err(|error| format!("suggested: {error:?}"))
}
