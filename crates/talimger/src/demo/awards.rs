//! The rule of an award, published before its weeks begin; two who help are named for it already.

use super::season::{actor, context};
use actions::Ids;
use actions::awards::{Named, nominate, publish};
use domain::awards::{Criterion, Fact, Kind, Prize, Rule};
use domain::people::Role;
use jiff::civil::date;
use std::error::Error;
use store::Db;

/// Who is named, and why.
const NAMED: [(&str, &str); 2] = [
    ("ali", "Қыркүйектен бері бір де кездесуді қалдырған жоқ."),
    ("aruzhan", "Аринаның сабақта өзі қол көтеруіне көмектесті."),
];

fn rule() -> Rule {
    let prize = |name: &str, places: u32| Prize { name: name.to_owned(), places };
    Rule {
        kind: Kind::Own,
        from: date(2026, 10, 12),
        to: date(2027, 5, 14),
        criteria: vec![
            Criterion { fact: Fact::Hours, points: 1, most: 40 },
            Criterion { fact: Fact::Weeks, points: 1, most: 30 },
            Criterion { fact: Fact::Training, points: 2, most: 10 },
        ],
        threshold: 20,
        rest_years: 1,
        prizes: vec![prize("Жазғы лагерь, бірінші ауысым", 2), prize("Кітап және театрға билет", 4)],
        reserve: 3,
        appeal_days: 5,
        source: "Ұлттық Банктің 1 маусымдағы доллар бағамы".to_owned(),
        draw_on: date(2027, 6, 1),
    }
}

pub(super) async fn play(db: &Db, ids: &Ids) -> Result<(), Box<dyn Error>> {
    let coordinator = actor("gulnafisa", Role::Coordinator);
    let leading = context(db, ids, &coordinator, date(2026, 10, 5), 16);
    let award = publish(&leading, "Қамқор жылы", &rule()).await;
    let award = award.map_err(|error| format!("the rule of an award: {error:?}"))?;
    for (pupil, grounds) in NAMED {
        let named = Named { wishes: vec![0, 1], grounds: grounds.to_owned() };
        let done = nominate(&leading, &award, &pupil.into(), &named).await;
        done.map_err(|error| format!("{pupil} for the award: {error:?}"))?;
    }
    Ok(())
}
