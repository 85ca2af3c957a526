//! `talimger pair live`: what comes of a season event by event, without a school.
//!
//! The file is a list of events in the order in which they happened:
//! `{"event": "places", "hospital": "h1", "capacity": 2, "list": ["r1", "r2"]}` (a capacity left out is 1; given
//! again, both are replaced; no places close it), `{"event": "request", "resident": "r1", "list": ["h1"], "pace":
//! "when_asked"}` (given again, the list is replaced; a pace left out is `at_once`: the whole list counts),
//! `{"event": "next_wish", "resident": "r1"}` (one wish more counts), `{"event": "decline", "hospital": "h1",
//! "resident": "r1"}` and `{"event": "withdraw", "resident": "r1"}`. Lists are strict, best first.
//!
//! An event that cannot have happened is an error: a request at a hospital that has given no places yet, a next wish or
//! a withdrawal of somebody without a list, somebody ranked twice.

// With its path, because the fuzzer takes this file in from elsewhere.
#[path = "live/verify.rs"]
mod verify;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use pairing::Live;
use pairing::live::{EventError, Moved, Pace};
use serde::{Deserialize, Serialize, Serializer};

use super::named::Names;
use crate::files::{in_file, not_both_standard_input, parse, print, read, verdict};

use verify::LiveCommand;
pub(crate) use verify::check;

/// Arguments of `talimger pair live`.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
pub(crate) struct LiveArgs {
    #[command(subcommand)]
    verify: Option<LiveCommand>,
    /// [{"event": "places", "hospital": "h1", "capacity": 1, "list": ["r1", …]}, {"event": "request", "resident":
    /// "r1", "list": ["h1", …], "pace": "at_once"|"when_asked"}, …] as JSON, with the events places, request,
    /// `next_wish`, decline and withdraw; `-` reads standard input
    events: Option<PathBuf>,
}

/// Does what was asked and gives the exit code.
pub(super) fn run(args: LiveArgs) -> Result<ExitCode, String> {
    match (args.verify, args.events) {
        (Some(LiveCommand::Verify { events, result }), _) => verify(&events, &result),
        (None, Some(events)) => {
            let season = in_file(&events, Season::read(&read(&events)?))?;
            print(&season.answer()?)?;
            Ok(ExitCode::SUCCESS)
        }
        (None, None) => Err("a file of events is needed; see `talimger pair live --help`".to_owned()),
    }
}

fn verify(events: &Path, result: &Path) -> Result<ExitCode, String> {
    not_both_standard_input(events, result)?;
    let season = in_file(events, Season::read(&read(events)?))?;
    let faults = in_file(result, check(&season, &read(result)?))?;
    verdict(&faults, "what deferred acceptance gives")
}

/// Something that happened, as it stands in the file.
#[derive(Deserialize)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
enum EventFile {
    Places {
        hospital: String,
        #[serde(default = "one")]
        capacity: u32,
        list: Vec<String>,
    },
    Request {
        resident: String,
        list: Vec<String>,
        #[serde(default)]
        pace: PaceName,
    },
    NextWish {
        resident: String,
    },
    Decline {
        hospital: String,
        resident: String,
    },
    Withdraw {
        resident: String,
    },
}

fn one() -> u32 {
    1
}

#[derive(Deserialize, Default, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum PaceName {
    #[default]
    AtOnce,
    WhenAsked,
}

impl From<PaceName> for Pace {
    fn from(pace: PaceName) -> Self {
        match pace {
            PaceName::AtOnce => Self::AtOnce,
            PaceName::WhenAsked => Self::WhenAsked,
        }
    }
}

/// The same with numbers instead of names.
enum Event {
    Places { hospital: u32, capacity: u32, list: Vec<u32> },
    Request { resident: u32, list: Vec<u32>, pace: Pace },
    NextWish { resident: u32 },
    Decline { hospital: u32, resident: u32 },
    Withdraw { resident: u32 },
}

/// Events with the names in them, and what came of each.
#[derive(Default)]
pub(crate) struct Season {
    events: Vec<Event>,
    /// In the order in which they are first named.
    residents: Names,
    /// In the order in which they first give places, as [`Live`] counts them.
    hospitals: Names,
    live: Live,
    /// Who moved after each event.
    moved: Vec<Vec<Moved>>,
}

impl Season {
    /// Reads events and lets them happen, up to the first one that cannot have happened.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let files: Vec<EventFile> = parse(text)?;
        let mut season = Self::default();
        for (number, file) in (1..).zip(files) {
            season.hear(file).map_err(|problem| format!("event {number}: {problem}"))?;
        }
        Ok(season)
    }

    /// What is printed: who is where at the end, and who moved after each event.
    pub(crate) fn answer(&self) -> Result<String, String> {
        let there = self.there();
        let matching: Vec<_> = there
            .into_iter()
            .map(|at| (self.residents.name(at), self.live.holder(at).map(|at| self.hospitals.name(at))))
            .collect();
        let size = matching.iter().filter(|(_, hospital)| hospital.is_some()).count();
        let named = |moved: &[Moved]| -> Vec<Move> { moved.iter().map(|&moved| self.named(moved)).collect() };
        let report = Report { matching, size, moved: self.moved.iter().map(|moved| named(moved)).collect() };
        serde_json::to_string(&report).map_err(|error| error.to_string())
    }

    fn hear(&mut self, file: EventFile) -> Result<(), String> {
        let event = self.numbered(file)?;
        let moved = happen(&mut self.live, &event).map_err(|error| self.refusal(&event, error))?;
        self.moved.push(moved);
        self.events.push(event);
        Ok(())
    }

    fn numbered(&mut self, file: EventFile) -> Result<Event, String> {
        Ok(match file {
            EventFile::Places { hospital, capacity, list } => Event::Places {
                hospital: self.hospitals.number(&hospital)?,
                capacity,
                list: list.iter().map(|name| self.residents.number(name)).collect::<Result<_, _>>()?,
            },
            EventFile::Request { resident, list, pace } => Event::Request {
                resident: self.residents.number(&resident)?,
                list: list.iter().map(|name| self.hospital(name)).collect::<Result<_, _>>()?,
                pace: pace.into(),
            },
            EventFile::NextWish { resident } => {
                Event::NextWish { resident: self.residents.number(&resident)? }
            }
            EventFile::Decline { hospital, resident } => Event::Decline {
                hospital: self.hospital(&hospital)?,
                resident: self.residents.number(&resident)?,
            },
            EventFile::Withdraw { resident } => {
                Event::Withdraw { resident: self.residents.number(&resident)? }
            }
        })
    }

    fn hospital(&self, name: &str) -> Result<u32, String> {
        self.hospitals.index(name).ok_or_else(|| format!("{name} has given no places yet"))
    }

    fn refusal(&self, event: &Event, error: EventError) -> String {
        match error {
            EventError::UnknownResident(at) => format!("{} has no list", self.residents.name(at)),
            EventError::Twice(at) => {
                let places = matches!(event, Event::Places { .. });
                let names = if places { &self.residents } else { &self.hospitals };
                format!("{} is ranked more than once", names.name(at))
            }
            EventError::UnknownHospital(_) => error.to_string(),
        }
    }

    /// Those who have a list at the end.
    fn there(&self) -> BTreeSet<u32> {
        let mut there = BTreeSet::new();
        for event in &self.events {
            match *event {
                Event::Request { resident, .. } => {
                    there.insert(resident);
                }
                Event::Withdraw { resident } => {
                    there.remove(&resident);
                }
                Event::Places { .. } | Event::NextWish { .. } | Event::Decline { .. } => {}
            }
        }
        there
    }

    fn named(&self, moved: Moved) -> Move {
        let hospital = |at: Option<u32>| at.map(|at| self.hospitals.name(at).to_owned());
        Move {
            resident: self.residents.name(moved.resident).to_owned(),
            from: hospital(moved.from),
            to: hospital(moved.to),
        }
    }
}

fn happen(live: &mut Live, event: &Event) -> Result<Vec<Moved>, EventError> {
    match event {
        Event::Places { hospital, capacity, list } => {
            match live.change_hospital(*hospital, *capacity, list) {
                Err(EventError::UnknownHospital(_)) => live.add_hospital(*capacity, list).map(|_| Vec::new()),
                done => done,
            }
        }
        Event::Request { resident, list, pace } => live.request(*resident, list, *pace),
        Event::NextWish { resident } => live.next_wish(*resident),
        Event::Decline { hospital, resident } => live.decline(*hospital, *resident),
        Event::Withdraw { resident } => live.withdraw(*resident),
    }
}

/// What `pair live` prints.
#[derive(Serialize)]
struct Report<'a> {
    #[serde(serialize_with = "as_object")]
    matching: Vec<(&'a str, Option<&'a str>)>,
    size: usize,
    moved: Vec<Vec<Move>>,
}

fn as_object<S: Serializer>(pairs: &[(&str, Option<&str>)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().copied())
}

/// Somebody is held by another hospital than before, by one instead of none, or by none.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
struct Move {
    resident: String,
    from: Option<String>,
    to: Option<String>,
}
