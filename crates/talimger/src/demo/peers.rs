//! Pairs of pupils: four meet every week, one waits for the word of both children; the journal of two weeks is signed, this
//! week's is filled in as far as they have met.

use super::pupils::teacher;
use super::season::{actor, context};
use actions::Ids;
use actions::journals::{Sent, put};
use actions::peers::{agree, confirm, keep};
use domain::journals::topics::{Part, Told};
use domain::journals::{Chosen, Mark};
use domain::peers::fits::Profile;
use domain::peers::weekly::{Form, Weekly};
use domain::people::Role;
use domain::{Day, PeerPairId};
use jiff::civil::{date, time};
use std::error::Error;
use store::Db;

/// The day on which the pairs were made, a Friday.
const MADE: Day = date(2026, 9, 18);
const TODAY: Day = date(2026, 10, 7);

/// Monday and the day on which the journal of the week was filled in.
const WEEKS: [(Day, Day); 3] = [
    (date(2026, 9, 21), date(2026, 9, 25)),
    (date(2026, 9, 28), date(2026, 10, 2)),
    (date(2026, 10, 5), TODAY),
];

type Seed = (&'static str, &'static str, &'static str, Form, u8, [Option<Mark>; 3]);

/// Who is helped by whom, why them, how and on which weekday they meet, and what became of it in the weeks.
const PAIRS: [Seed; 4] = [
    (
        "aisha",
        "ali",
        "Екеуі де бір аулада тұрады, Әли алгебраны жақсы түсіндіреді.",
        Form::Elective,
        2,
        [Some(Mark::Met), Some(Mark::Met), Some(Mark::Met)],
    ),
    (
        "alikhan",
        "batyr",
        "Батыр да осы мектепке былтыр жаңа келген еді.",
        Form::Walk,
        3,
        [Some(Mark::Met), Some(Mark::Excused), None],
    ),
    (
        "arina",
        "aruzhan",
        "Обе ходят на театральный кружок.",
        Form::Programme,
        1,
        [Some(Mark::Met), Some(Mark::Missed), Some(Mark::Met)],
    ),
    (
        "gulnur",
        "batyr",
        "Батыр Гүлнұрдың ағасымен дос, отбасылары таныс.",
        Form::Elective,
        4,
        [Some(Mark::Met), Some(Mark::Met), None],
    ),
];
/// A pair on which the class teacher has decided, and the children have not agreed yet.
const DECIDED: (&str, &str, &str) = ("bekarys", "ali", "Әли үй тапсырмасын жоспарлап үйренген.");

/// Who was helped with what.
const TOPIC: (&str, &str) = ("aisha", "Теңдеулер");

/// What is known before a pair is looked for: pupil, subjects, languages.
const KNOWN: [(&str, &[&str], &[&str]); 3] = [
    ("ali", &["алгебра", "физика"], &["kk", "ru"]),
    ("aisha", &["алгебра"], &["kk"]),
    ("danial", &["алгебра"], &["kk", "ru"]),
];

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    known(db, ids).await?;
    let mut made = Vec::new();
    for seed in &PAIRS {
        made.push(pair(db, ids, seed).await.map_err(|error| format!("the pair of {}: {error}", seed.0))?);
    }
    let (mentee, helper, reason) = DECIDED;
    let chooser = actor(teacher(mentee), Role::Teacher);
    let deciding = context(db, ids, &chooser, date(2026, 10, 6), 15);
    let decided = confirm(&deciding, &mentee.into(), &helper.into(), Some(reason)).await;
    decided.map_err(|error| format!("the pair of {mentee}: {error:?}"))?;
    journal(db, ids, &made).await?;
    Ok(())
}

async fn known(db: &Db, ids: &Ids) -> Result<(), String> {
    let words = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<String>>();
    for (pupil, subjects, languages) in KNOWN {
        let teacher = actor(teacher(pupil), Role::Teacher);
        let asking = context(db, ids, &teacher, date(2026, 9, 17), 14);
        let profile =
            Profile { subjects: words(subjects), languages: words(languages), ..Profile::default() };
        let kept = keep(&asking, &pupil.into(), &profile).await;
        kept.map_err(|error| format!("what is known of {pupil}: {error:?}"))?;
    }
    Ok(())
}

/// Decides on a pair, to which both children say yes.
async fn pair(
    db: &Db,
    ids: &Ids,
    &(mentee, helper, reason, form, weekday, _): &Seed,
) -> Result<PeerPairId, String> {
    let teacher = actor(teacher(mentee), Role::Teacher);
    let deciding = context(db, ids, &teacher, MADE, 15);
    let made = confirm(&deciding, &mentee.into(), &helper.into(), Some(reason)).await;
    let made = made.map_err(|error| format!("{error:?}"))?;
    let weekly = Weekly {
        form,
        weekday,
        at: time(16, 30, 0, 0),
        minutes: 45,
        place: "Кітапхана".to_owned(),
        adult: "bekzhan".into(),
        off_site: false,
    };
    agree(&deciding, &made, &weekly, true).await.map_err(|error| format!("{error:?}"))?;
    Ok(made)
}

/// Every class teacher fills in the own pairs; a week that is over is signed.
async fn journal(db: &Db, ids: &Ids, made: &[PeerPairId]) -> Result<(), String> {
    for (who, class) in [("madina", "5А"), ("polina", "6Б")] {
        let keeper = actor(who, Role::Teacher);
        for (at, (week, day)) in WEEKS.into_iter().enumerate() {
            let mark = |(seed, pair): (&Seed, &PeerPairId)| {
                let mark = seed.5.get(at).copied().flatten().filter(|_| teacher(seed.0) == who)?;
                Some(Chosen { pair: pair.clone(), mark, known: None })
            };
            let chosen: Vec<Chosen> = PAIRS.iter().zip(made).filter_map(mark).collect();
            let pairs =
                PAIRS.iter().zip(made).filter(|(seed, _)| seed.0 == TOPIC.0 && teacher(seed.0) == who);
            let told = |(_, pair): (&Seed, &PeerPairId)| Told {
                pair: pair.clone(),
                said: Part::Topic(Some(TOPIC.1.to_owned())),
                known: Part::Topic(None),
            };
            // Said once; from the next week on it stands there by itself.
            let told: Vec<Told> = pairs.filter(|_| at == 0).map(told).collect();
            let sign = (day < TODAY).then_some(class);
            let sent = Sent { chosen: &chosen, told: &told, sign, ..Sent::default() };
            let filled = put(&context(db, ids, &keeper, day, 8), week, &sent).await;
            filled.map_err(|error| format!("the week of {week} by {who}: {error:?}"))?;
        }
    }
    Ok(())
}
