//! Generated instances with a fixed seed, for the benchmarks, for other solvers and for the program that measures memory.

use pairing::Side;
use pairing::ties::ticket;

/// Rows and columns, or residents and hospitals; fewest and most entries of a list.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) name: &'static str,
    pub(crate) rows: u32,
    pub(crate) columns: u32,
    pub(crate) shortest: u32,
    pub(crate) longest: u32,
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// Repeatable random numbers below a limit.
pub(crate) struct Draw(pub(crate) u32);

impl Draw {
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        self.0 += 1;
        let bits = ticket(20_260_901, Side::Residents, self.0) >> 32;
        u32::try_from((bits * u64::from(limit)) >> 32).unwrap_or(0)
    }

    /// Different columns, as many as the size says.
    pub(crate) fn list(&mut self, size: Size) -> Vec<u32> {
        let length = size.shortest + self.below(size.longest - size.shortest + 1);
        let mut drawn = Vec::new();
        while drawn.len() < length as usize {
            let one = self.below(size.columns);
            if !drawn.contains(&one) {
                drawn.push(one);
            }
        }
        drawn
    }

    /// The columns of one row, each with its cost.
    pub(crate) fn row(&mut self, size: Size) -> Row {
        self.list(size).into_iter().map(|column| (column, [i64::from(self.below(1_000))])).collect()
    }
}

/// Columns and what each costs.
pub(crate) type Row = Vec<(u32, [i64; 1])>;
