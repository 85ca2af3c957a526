//! A rotation and one plain pass over everybody's slots.

use std::error::Error;
use std::hint::black_box;
use std::io::Write;

use pairing::rotation::{Effort, Mentor, Task, rotate};

use crate::measured::{measured, peak};
use crate::rotations::{Size, rotation};
use crate::{Pipe, floors, milliseconds, write_list};

/// The week of each slot, then everybody's lessons.
pub(crate) fn write(out: &mut impl Write, size: Size) -> Result<(), Box<dyn Error>> {
    let task = rotation(size);
    write_list(out, &task.weeks)?;
    for busy in task.newcomers.iter().chain(task.mentors.iter().map(|mentor| &mentor.busy)) {
        write_list(out, busy)?;
    }
    Ok(())
}

pub(crate) fn solve(input: &mut Pipe, size: Size) -> Result<(), Box<dyn Error>> {
    let (newcomers, mentors, ..) = size;
    let mut task = Task { weeks: input.list()?, ..Task::default() };
    for _ in 0..newcomers {
        task.newcomers.push(input.list()?);
    }
    for _ in 0..mentors {
        task.mentors.push(Mentor { busy: input.list()?, capacity: 1 });
    }
    println!("rotation {newcomers} x {mentors} in {} slots", task.weeks.len());
    println!("lessons read peak {}", peak()?);
    let (planning, timetable) = measured(|| rotate(&task, Effort::default()));
    if !timetable?.is_complete() {
        return Err("the figure is meant for a complete timetable".into());
    }
    println!("planned      peak {}, {}, complete", peak()?, milliseconds(planning));
    let free = floors::free(size);
    let (floor, _) = measured(|| black_box(floors::slots(size, black_box(&free))));
    println!(
        "one pass over the slots {}; planning takes {:.0} times that",
        milliseconds(floor),
        planning / floor
    );
    Ok(())
}
