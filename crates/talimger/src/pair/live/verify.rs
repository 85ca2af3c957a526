//! A season checked without believing it: after each event everybody is matched from nothing, by the solver for whole
//! lists and the lists as they then stand.

use std::collections::HashMap;
use std::path::PathBuf;

use clap::Subcommand;
use pairing::live::{Moved, Pace};
use pairing::{Instance, Side, TieBreak, stable_matching};
use serde::Deserialize;

use super::super::file::Named;
use super::{Event, Move, Season};
use crate::files::parse;

#[derive(Subcommand)]
pub(super) enum LiveCommand {
    /// Check who is said to be where, and to have moved after each event, by matching everybody anew each time: exit
    /// code 0 if it is so, 1 if not, 2 if a file cannot be read
    Verify {
        /// Events as JSON; `-` reads standard input
        events: PathBuf,
        /// What `pair live` printed, or only {"matching": {"r1": "h2", "r2": null}}; `-` reads standard input
        result: PathBuf,
    },
}

/// What `pair live` prints; whatever is left out beside the matching is not claimed.
#[derive(Deserialize)]
#[serde(expecting = "an object with matching")]
struct ResultFile {
    matching: Named<Option<String>>,
    size: Option<usize>,
    moved: Option<Vec<Vec<Move>>>,
}

/// Everything that is not as it is said, in words.
pub(crate) fn check(season: &Season, result: &str) -> Result<Vec<String>, String> {
    let result: ResultFile = parse(result)?;
    let mut said = Said::by_nobody(season);
    let mut faults = Vec::new();
    if let Some(moved) = &result.moved
        && moved.len() != season.events.len()
    {
        let (named, events) = (moved.len(), season.events.len());
        faults.push(format!("moves are named after {named} events, but there are {events}"));
    }
    let mut before = vec![None; said.residents.len()];
    for (at, event) in season.events.iter().enumerate() {
        said.hear(event);
        let Some(moved) = &result.moved else { continue };
        let after = said.matched()?;
        let mut claimed = moved.get(at).cloned().unwrap_or_default();
        let mut found = moves(season, &before, &after);
        claimed.sort_unstable();
        found.sort_unstable();
        if claimed != found {
            faults.push(format!("event {}: other moves are named than there are", at + 1));
        }
        before = after;
    }
    faults.extend(wrongly_placed(season, &said, &result)?);
    Ok(faults)
}

fn moves(season: &Season, before: &[Option<u32>], after: &[Option<u32>]) -> Vec<Move> {
    (0..)
        .zip(before.iter().zip(after))
        .filter(|(_, (from, to))| from != to)
        .map(|(resident, (&from, &to))| season.named(Moved { resident, from, to }))
        .collect()
}

/// What is wrong with the matching at the end and its size.
fn wrongly_placed(season: &Season, said: &Said, result: &ResultFile) -> Result<Vec<String>, String> {
    let claimed: HashMap<&str, Option<&str>> =
        result.matching.0.iter().map(|(name, hospital)| (name.as_str(), hospital.as_deref())).collect();
    let has_list = |name: &str| season.residents.index(name).is_some_and(|at| said.has_list(at));
    let strangers = result.matching.0.iter().filter(|(name, _)| !has_list(name));
    let mut faults: Vec<String> = strangers.map(|(name, _)| format!("{name} has no list")).collect();
    let matched = said.matched()?;
    for (resident, hospital) in (0..).zip(&matched).filter(|&(at, _)| said.has_list(at)) {
        let name = season.residents.name(resident);
        let has = hospital.map(|at| season.hospitals.name(at));
        let said_to_have = claimed.get(name).copied().flatten();
        if said_to_have != has {
            let [claimed, has] = [said_to_have, has].map(|hospital| hospital.unwrap_or("no place"));
            faults.push(format!("{name} is said to have {claimed}, but has {has}"));
        }
    }
    let placed = matched.iter().flatten().count();
    if let Some(size) = result.size.filter(|&size| size != placed) {
        faults.push(format!("size is said to be {size}, but is {placed}"));
    }
    Ok(faults)
}

/// The list of a resident and how many of its wishes count.
#[derive(Clone)]
struct Wishes {
    list: Vec<u32>,
    count: usize,
}

/// The lists as they stand.
struct Said {
    /// Nothing for whoever has no list.
    residents: Vec<Option<Wishes>>,
    /// Capacity and list.
    hospitals: Vec<(u32, Vec<u32>)>,
}

impl Said {
    fn by_nobody(season: &Season) -> Self {
        Self {
            residents: vec![None; season.residents.len()],
            hospitals: vec![(0, Vec::new()); season.hospitals.len()],
        }
    }

    fn has_list(&self, resident: u32) -> bool {
        self.residents[resident as usize].is_some()
    }

    fn hear(&mut self, event: &Event) {
        match event {
            Event::Places { hospital, capacity, list } => {
                self.hospitals[*hospital as usize] = (*capacity, list.clone());
            }
            Event::Request { resident, list, pace } => {
                let count = if *pace == Pace::AtOnce { list.len() } else { 1 };
                self.residents[*resident as usize] = Some(Wishes { list: list.clone(), count });
            }
            Event::NextWish { resident } => {
                if let Some(wishes) = &mut self.residents[*resident as usize] {
                    wishes.count += 1;
                }
            }
            Event::Decline { hospital, resident } => {
                self.hospitals[*hospital as usize].1.retain(|other| other != resident);
            }
            Event::Withdraw { resident } => self.residents[*resident as usize] = None,
        }
    }

    /// The hospital of each resident.
    fn matched(&self) -> Result<Vec<Option<u32>>, String> {
        let mut builder = Instance::builder();
        for wishes in &self.residents {
            let count = wishes.iter().flat_map(|wishes| wishes.list.iter().take(wishes.count));
            builder.resident(count.map(|&hospital| [hospital]));
        }
        for (capacity, list) in &self.hospitals {
            builder.hospital(*capacity, list.iter().map(|&resident| [resident]));
        }
        let instance = builder.build().map_err(|error| error.to_string())?;
        Ok(stable_matching(&instance, Side::Residents, TieBreak::ListOrder).as_slice().to_vec())
    }
}
