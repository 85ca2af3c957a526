//! Where each pupil stands on a target of four rings. The same choices give the same picture every time: no chance is in it.

use super::{Choices, Status};
use crate::moments::count;
use std::f64::consts::TAU;

/// How often every pupil is moved towards those with whom it is mutual.
const SWEEPS: u32 = 20;

/// A place on the target: the middle is (0, 0), the outer edge 1 away from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    fn at(ring: Status, angle: f64) -> Self {
        let radius = match ring {
            Status::First => 0.125,
            Status::Second => 0.375,
            Status::Third => 0.625,
            Status::Fourth => 0.875,
        };
        Self { x: radius * angle.cos(), y: radius * angle.sin() }
    }
}

/// The places of all pupils, each on the ring of its group. On a ring they stand at equal distances, in the order of the
/// class at first; then every pupil is drawn to the middle of those with whom it is mutual (barycentres), twenty times.
pub fn target(choices: &Choices, rings: &[Status]) -> Vec<Point> {
    let mut angles = vec![0.0; rings.len()];
    for ring in Status::ALL {
        spread(&mut angles, &on_ring(rings, ring));
    }
    for _ in 0..SWEEPS {
        for ring in Status::ALL {
            let mut drawn: Vec<(f64, usize)> = on_ring(rings, ring)
                .into_iter()
                .map(|place| (pull(choices, rings, &angles, place), place))
                .collect();
            drawn.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
            let order: Vec<usize> = drawn.into_iter().map(|(_, place)| place).collect();
            spread(&mut angles, &order);
        }
    }
    rings.iter().zip(angles).map(|(ring, angle)| Point::at(*ring, angle)).collect()
}

fn on_ring(rings: &[Status], ring: Status) -> Vec<usize> {
    rings.iter().enumerate().filter(|(_, one)| **one == ring).map(|(place, _)| place).collect()
}

/// Puts pupils at equal distances round a ring, in this order.
fn spread(angles: &mut [f64], order: &[usize]) {
    let step = TAU / count(order.len()).max(1.0);
    for (nth, place) in order.iter().enumerate() {
        if let Some(angle) = angles.get_mut(*place) {
            *angle = count(nth) * step;
        }
    }
}

/// The angle at which those with whom a pupil is mutual have their middle; the own one where there are none.
fn pull(choices: &Choices, rings: &[Status], angles: &[f64], place: usize) -> f64 {
    let own = angles.get(place).copied().unwrap_or_default();
    let near = rings.iter().zip(angles).enumerate().filter(|(other, _)| choices.mutual(place, *other));
    let (x, y) = near
        .map(|(_, (ring, angle))| Point::at(*ring, *angle))
        .fold((0.0, 0.0), |(x, y), point| (x + point.x, y + point.y));
    // Friends who stand opposite each other pull nowhere.
    if x.hypot(y) < 1e-9 { own } else { y.atan2(x).rem_euclid(TAU) }
}
