//! Lists of both sides: index, matching and certificate, with ties Király as well, and the passes beside them.

use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::time::Instant;

use pairing::ties::ticket;
use pairing::{Instance, Matching, Side, TieBreak, certify, kiraly, stable_matching};

use crate::drawn::{Draw, Size};
use crate::measured::{measured, peak};
use crate::{Pipe, floors, milliseconds, write_list};

/// In the pipe: ranked like the one before.
const ALIKE: u32 = 1 << 31;

/// Per cent of neighbours in a resident's and in a hospital's list that are ranked alike, where there are ties.
const TIES: [u64; 2] = [40, 60];

/// Residents rank hospitals drawn uniformly; each hospital ranks whoever ranked it, in random order.
pub(crate) fn write(out: &mut impl Write, size: Size, ties: bool) -> Result<(), Box<dyn Error>> {
    let alike = if ties { TIES } else { [0, 0] };
    let mut draw = Draw(0);
    let mut applicants = vec![Vec::new(); size.columns as usize];
    for resident in 0..size.rows {
        let list = draw.list(size);
        for &hospital in &list {
            applicants[hospital as usize].push(resident);
        }
        write_list(out, &marked(list, alike[0]))?;
    }
    for (hospital, mut list) in (0..).zip(applicants) {
        list.sort_unstable_by_key(|&resident| ticket(hospital, Side::Hospitals, resident));
        write_list(out, &marked(list, alike[1]))?;
    }
    Ok(())
}

fn marked(mut list: Vec<u32>, alike: u64) -> Vec<u32> {
    let Some(&first) = list.first() else { return list };
    for person in &mut list[1..] {
        if ticket(first.into(), Side::Hospitals, *person) % 100 < alike {
            *person |= ALIKE;
        }
    }
    list
}

/// A list as it came through the pipe, cut into ties.
fn classes(list: &[u32]) -> impl Iterator<Item = Vec<u32>> {
    let class = |class: &[u32]| class.iter().map(|&person| person & !ALIKE).collect();
    list.chunk_by(|_, next| next & ALIKE != 0).map(class)
}

pub(crate) fn solve(input: &mut Pipe, size: Size, ties: bool) -> Result<(), Box<dyn Error>> {
    let mut builder = Instance::builder();
    builder.reserve(size.rows as usize * size.longest as usize);
    for _ in 0..size.rows {
        builder.resident(classes(&input.list()?));
    }
    for _ in 0..size.columns {
        builder.hospital(1, classes(&input.list()?));
    }
    println!("{} residents, {} hospitals{}", size.rows, size.columns, if ties { ", ties" } else { "" });
    println!("lists read   peak {}", peak()?);
    let start = Instant::now();
    let instance = builder.build()?;
    let index = start.elapsed().as_secs_f64();
    println!("index        peak {}, {}", peak()?, milliseconds(index));
    let draw = if ties { TieBreak::Seed(1) } else { TieBreak::ListOrder };
    let (solving, matching) = measured(|| stable_matching(&instance, Side::Residents, draw));
    println!("matching     peak {}, {}, {} pairs", peak()?, milliseconds(solving), matching.size());
    let (certifying, stable) = measured(|| certify(&instance, &matching).is_stable());
    println!("certificate  peak {}, {}, stable: {stable}", peak()?, milliseconds(certifying));
    if ties {
        beside_wishes(&instance)
    } else {
        beside_lists(&instance, &matching, [index, solving, certifying])
    }
}

/// Király and one pass over every wish.
fn beside_wishes(instance: &Instance) -> Result<(), Box<dyn Error>> {
    let (approximating, size) = measured(|| kiraly(instance).size());
    println!("Király       peak {}, {}, {size} pairs", peak()?, milliseconds(approximating));
    let (pass, _) = measured(|| black_box(floors::wishes(instance)));
    println!(
        "one pass over the wishes {}; Király takes {:.1} times that",
        milliseconds(pass),
        approximating / pass
    );
    Ok(())
}

/// One pass over both sides' lists, and one touch at random for each offer.
fn beside_lists(instance: &Instance, matching: &Matching, took: [f64; 3]) -> Result<(), Box<dyn Error>> {
    let [index, solving, certifying] = took;
    let people: Vec<u32> = [Side::Residents, Side::Hospitals]
        .into_iter()
        .flat_map(|side| (0..instance.count(side)).map(move |owner| (side, owner)))
        .flat_map(|(side, owner)| instance.wishes(side, owner).map(|wish| wish.other))
        .collect();
    let read = || black_box(&people).iter().fold(0_u32, |sum, &person| sum.wrapping_add(person));
    let (pass, _) = measured(|| black_box(read()));
    println!(
        "one pass over the lists {}; index takes {:.0} times that, matching {:.0}, certificate {:.0}",
        milliseconds(pass),
        index / pass,
        solving / pass,
        certifying / pass
    );
    let offers = offers(instance, matching);
    let touching = touch(offers, people.len() / 2)?;
    println!(
        "one touch at random for each of {offers} offers {}; index and matching take {:.2} times that",
        milliseconds(touching),
        (index + solving) / touching
    );
    Ok(())
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
fn touch(offers: usize, entries: usize) -> Result<f64, Box<dyn Error>> {
    let mut next: Vec<u64> = (0..u64::try_from(entries)?).collect();
    for (drawn, last) in (0..).zip((1..entries).rev()) {
        let other = ticket(7, Side::Residents, drawn) % u64::try_from(last)?;
        next.swap(last, usize::try_from(other)?);
    }
    let walk = || (0..offers).fold(0, |at, _| usize::try_from(black_box(&next)[at]).unwrap_or(0));
    Ok(measured(|| black_box(walk())).0)
}
