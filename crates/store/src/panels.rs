//! Judges of the cut of a sitting with what they gave (methods of measurement, §3). Whoever asks them asks
//! `domain::permissions::Action::ManageSittings`, whoever judges `Action::JudgeSitting`; what somebody gave is read by
//! themselves alone, and of all together only figures.

use crate::sql::{json, known, small, to_json};
use crate::{Result, Tx, WriteTx};
use domain::exams::{Judge, Panel, PanelState, Shares};
use domain::{ExamId, PersonId, SchoolId};
use std::collections::BTreeMap;

sql! {
    ADD = "INSERT INTO panels (school_id, sitting_id, bank, state) VALUES ($1, $2, $3, $4)";
    SAVE = "UPDATE panels SET bank = $4, state = $5, version = version + 1 WHERE school_id = $1 AND sitting_id = $2 AND version = $3";
    GET = "SELECT school_id, bank, state, version FROM panels WHERE sitting_id = $1";
    JUDGES = "SELECT person_id, bearable FROM panel_judges WHERE school_id = $1 AND sitting_id = $2 ORDER BY person_id";
    SHARES = "SELECT person_id, round, shares, handed_in FROM panel_shares WHERE school_id = $1 AND sitting_id = $2 ORDER BY person_id, round";
    OF_JUDGE = "SELECT sitting_id FROM panel_judges WHERE school_id = $1 AND person_id = $2 ORDER BY sitting_id";
    SEAT = "INSERT INTO panel_judges (school_id, sitting_id, person_id, bearable) VALUES ($1, $2, $3, $4) ON CONFLICT (school_id, sitting_id, person_id) DO UPDATE SET bearable = excluded.bearable";
    GIVE = "INSERT INTO panel_shares (school_id, sitting_id, person_id, round, shares, handed_in) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (school_id, sitting_id, person_id, round) DO UPDATE SET shares = excluded.shares, handed_in = excluded.handed_in";
    FORGET_SHARES = "DELETE FROM panel_shares WHERE school_id = $1 AND sitting_id = $2 AND person_id = $3";
    UNSEAT = "DELETE FROM panel_judges WHERE school_id = $1 AND sitting_id = $2 AND person_id = $3";
}

/// Adds a panel that was just made, with its judges.
pub async fn add(tx: &mut WriteTx, panel: &Panel) -> Result<()> {
    on!(tx.0, c => {
        sqlx::query(ADD)
            .bind(panel.school.as_str())
            .bind(panel.exam.as_str())
            .bind(i64::from(panel.bank))
            .bind(panel.state.word())
            .execute(c)
            .await?;
    });
    for (person, judge) in &panel.judges {
        seat(tx, panel, person, judge).await?;
    }
    Ok(())
}

/// Saves bank and state; `Stale` where somebody was faster. Judges are saved one by one.
pub async fn save(tx: &mut WriteTx, panel: &Panel) -> Result<()> {
    save_one!(
        tx,
        sqlx::query(SAVE)
            .bind(panel.school.as_str())
            .bind(panel.exam.as_str())
            .bind(panel.version)
            .bind(i64::from(panel.bank))
            .bind(panel.state.word())
    )
}

/// Saves a judge with what they gave in both rounds.
pub async fn seat(tx: &mut WriteTx, panel: &Panel, person: &PersonId, judge: &Judge) -> Result<()> {
    let bearable = judge.bearable.as_ref().map(to_json).transpose()?;
    on!(tx.0, c => {
        sqlx::query(SEAT)
            .bind(panel.school.as_str())
            .bind(panel.exam.as_str())
            .bind(person.as_str())
            .bind(bearable.as_deref())
            .execute(c)
            .await?;
    });
    for (round, shares) in [(1_i64, &judge.first), (2, &judge.second)] {
        let given = to_json(&shares.given)?;
        on!(tx.0, c => {
            sqlx::query(GIVE)
                .bind(panel.school.as_str())
                .bind(panel.exam.as_str())
                .bind(person.as_str())
                .bind(round)
                .bind(&given)
                .bind(i64::from(shares.handed_in))
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

/// Somebody judges no more; everything they gave falls away.
pub async fn unseat(tx: &mut WriteTx, panel: &Panel, person: &PersonId) -> Result<()> {
    for statement in [FORGET_SHARES, UNSEAT] {
        on!(tx.0, c => {
            sqlx::query(statement)
                .bind(panel.school.as_str())
                .bind(panel.exam.as_str())
                .bind(person.as_str())
                .execute(c)
                .await?;
        });
    }
    Ok(())
}

/// The judges of a sitting, where somebody was asked.
pub async fn get(tx: &mut Tx, exam: &ExamId) -> Result<Option<Panel>> {
    let Some((school, bank, state, version)) = row!(tx, (String, i64, String, i64), GET, exam.as_str())
    else {
        return Ok(None);
    };
    let mut judges: BTreeMap<PersonId, Judge> = BTreeMap::new();
    for (person, bearable) in rows!(tx, (String, Option<String>), JUDGES, school.as_str(), exam.as_str()) {
        let bearable = bearable.as_deref().map(json).transpose()?;
        judges.insert(person.into(), Judge { bearable, ..Judge::default() });
    }
    for (person, round, given, handed_in) in
        rows!(tx, (String, i64, String, i64), SHARES, school.as_str(), exam.as_str())
    {
        let shares = Shares { given: json(&given)?, handed_in: handed_in != 0 };
        if let Some(judge) = judges.get_mut(&PersonId::from(person)) {
            if round == 1 { judge.first = shares } else { judge.second = shares }
        }
    }
    Ok(Some(Panel {
        exam: exam.clone(),
        school: school.into(),
        bank: small(bank)?,
        state: known(PanelState::from_word(&state), "state of a panel")?,
        judges,
        version,
    }))
}

/// The sittings that somebody judges.
pub async fn of_judge(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> Result<Vec<ExamId>> {
    let found = rows!(tx, (String,), OF_JUDGE, school.as_str(), person.as_str());
    Ok(found.into_iter().map(|(exam,)| exam.into()).collect())
}
