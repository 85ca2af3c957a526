//! Peak memory and time of one million residents: `cargo run --release -p pairing --example memory`, and with `-- ties`
//! the same where people are ranked alike on both sides.
//!
//! One process makes up the lists and writes them into a pipe; another reads them, so that its peak is
//! what the crate itself needs: index, matching and certificate. At the end it measures the floor beside
//! it: one touch of memory at random for each offer made, each waiting for the one before.

#![expect(clippy::disallowed_methods, reason = "this program measures")]

use std::error::Error;
use std::io::{BufReader, BufWriter, Read, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

use pairing::ties::ticket;
use pairing::{Instance, Matching, Side, TieBreak, certify, kiraly, stable_matching};

const RESIDENTS: u32 = 1_000_000;
const HOSPITALS: u32 = 700_000;
const WISHES: usize = 10;
/// In the pipe: ranked like the one before.
const ALIKE: u32 = 1 << 31;

fn main() -> Result<(), Box<dyn Error>> {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let ties = asked.iter().any(|one| one == "ties");
    if asked.iter().any(|one| one == "solve") {
        return solve(ties);
    }
    let mut child =
        Command::new(std::env::current_exe()?).arg("solve").args(asked).stdin(Stdio::piped()).spawn()?;
    let pipe = child.stdin.take().ok_or("the other process has no input")?;
    let alike = if ties { [40, 60] } else { [0, 0] };
    write_lists(&mut BufWriter::with_capacity(1 << 16, pipe), alike)?;
    if child.wait()?.success() { Ok(()) } else { Err("the other process failed".into()) }
}

/// Residents rank hospitals drawn uniformly; each hospital ranks whoever ranked it, in random order. So many per cent of
/// neighbours in a resident's and in a hospital's list are ranked alike.
fn write_lists(out: &mut impl Write, alike: [u64; 2]) -> Result<(), Box<dyn Error>> {
    let mut drawn = 0;
    let mut below = |limit: u32| {
        drawn += 1;
        let bits = ticket(20_260_901, Side::Residents, drawn) >> 32;
        u32::try_from((bits * u64::from(limit)) >> 32).unwrap_or(0)
    };
    let mut applicants = vec![Vec::new(); HOSPITALS as usize];
    for resident in 0..RESIDENTS {
        let mut list: Vec<u32> = Vec::with_capacity(WISHES);
        while list.len() < WISHES {
            let hospital = below(HOSPITALS);
            if !list.contains(&hospital) {
                list.push(hospital);
                applicants[hospital as usize].push(resident);
            }
        }
        write_list(out, &list, alike[0])?;
    }
    for (hospital, mut list) in (0..).zip(applicants) {
        list.sort_unstable_by_key(|&resident| ticket(hospital, Side::Hospitals, resident));
        write_list(out, &list, alike[1])?;
    }
    Ok(())
}

fn write_list(out: &mut impl Write, list: &[u32], alike: u64) -> Result<(), Box<dyn Error>> {
    out.write_all(&u32::try_from(list.len())?.to_le_bytes())?;
    for (at, &person) in list.iter().enumerate() {
        let drawn = ticket(list[0].into(), Side::Hospitals, person) % 100;
        let mark = if at > 0 && drawn < alike { ALIKE } else { 0 };
        out.write_all(&(person | mark).to_le_bytes())?;
    }
    Ok(())
}

/// A list as it came through the pipe, cut into ties.
fn classes(list: &[u32]) -> impl Iterator<Item = Vec<u32>> {
    let class = |class: &[u32]| class.iter().map(|&person| person & !ALIKE).collect();
    list.chunk_by(|_, next| next & ALIKE != 0).map(class)
}

fn solve(ties: bool) -> Result<(), Box<dyn Error>> {
    let mut input = BufReader::with_capacity(1 << 16, std::io::stdin().lock());
    let mut number = || -> Result<u32, std::io::Error> {
        let mut bytes = [0; 4];
        input.read_exact(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    };
    let mut list = || -> Result<Vec<u32>, std::io::Error> {
        let length = number()?;
        (0..length).map(|_| number()).collect()
    };
    let mut builder = Instance::builder();
    builder.reserve(RESIDENTS as usize * WISHES);
    for _ in 0..RESIDENTS {
        builder.resident(classes(&list()?));
    }
    for _ in 0..HOSPITALS {
        builder.hospital(1, classes(&list()?));
    }
    println!("lists read           peak {}", peak()?);
    let start = Instant::now();
    let instance = builder.build()?;
    let index = start.elapsed().as_secs_f64();
    println!("index     {index:.3} s    peak {}", peak()?);
    let start = Instant::now();
    let draw = if ties { TieBreak::Seed(1) } else { TieBreak::ListOrder };
    let matching = stable_matching(&instance, Side::Residents, draw);
    let solved = start.elapsed().as_secs_f64();
    println!("matching  {solved:.3} s    peak {}", peak()?);
    let start = Instant::now();
    let stable = certify(&instance, &matching).is_stable();
    println!("certified {:.3} s    peak {}", start.elapsed().as_secs_f64(), peak()?);
    if ties {
        let start = Instant::now();
        let size = kiraly(&instance).size();
        println!("Király    {:.3} s    peak {}, {size} pairs", start.elapsed().as_secs_f64(), peak()?);
        return Ok(());
    }
    let offers = offers(&instance, &matching);
    drop(instance);
    let floor = touch(offers);
    println!("{} pairs, stable: {stable}, {offers} offers", matching.size());
    println!("floor     {floor:.3} s; index and matching take {:.2} times that", (index + solved) / floor);
    Ok(())
}

/// Highest resident memory so far, as Linux counts it.
fn peak() -> Result<String, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
    let kibibytes: u32 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(format!("{:.0} MiB", f64::from(kibibytes) / 1024.0))
}

/// Offers that residents make until their optimum is reached: down to the one that was accepted.
fn offers(instance: &Instance, matching: &Matching) -> usize {
    let made = |resident| {
        let last = matching.hospital_of(resident);
        let mut wishes = instance.wishes(Side::Residents, resident);
        let before = wishes.by_ref().take_while(|wish| Some(wish.other) != last).count();
        before + usize::from(last.is_some())
    };
    (0..instance.count(Side::Residents)).map(made).sum()
}

/// Seconds of so many touches, in one cycle through as many slots of eight bytes as there are entries.
fn touch(offers: usize) -> f64 {
    let entries = RESIDENTS as usize * WISHES;
    let mut next: Vec<u64> = (0..entries as u64).collect();
    for (drawn, last) in (0..).zip((1..entries).rev()) {
        let other = ticket(7, Side::Residents, drawn) % (last as u64);
        next.swap(last, usize::try_from(other).unwrap_or(0));
    }
    let start = Instant::now();
    let end = (0..offers).fold(0, |at, _| usize::try_from(std::hint::black_box(&next)[at]).unwrap_or(0));
    std::hint::black_box(end);
    start.elapsed().as_secs_f64()
}
