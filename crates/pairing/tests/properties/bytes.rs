//! Any bytes as choices; where they end, every choice is the first.

pub(crate) struct Bytes<'a> {
    rest: std::slice::Iter<'a, u8>,
}

impl<'a> Bytes<'a> {
    pub(crate) fn new(data: &'a [u8]) -> Self {
        Self { rest: data.iter() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.as_slice().is_empty()
    }

    fn next(&mut self) -> u8 {
        self.rest.next().copied().unwrap_or(0)
    }

    /// One of the numbers below a limit of at most 256.
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        u32::from(self.next()) % limit.max(1)
    }

    pub(crate) fn flag(&mut self) -> bool {
        self.next() & 1 == 1
    }

    pub(crate) fn number(&mut self) -> i64 {
        i64::from_le_bytes(std::array::from_fn(|_| self.next()))
    }

    /// All numbers below a limit in some order.
    pub(crate) fn order(&mut self, limit: u32) -> Vec<u32> {
        let mut order: Vec<u32> = (0..limit).collect();
        for at in (1..limit).rev() {
            order.swap(at as usize, self.below(at + 1) as usize);
        }
        order
    }

    /// Some of the numbers below a limit in some order, mostly most of them.
    pub(crate) fn some_of(&mut self, limit: u32) -> Vec<u32> {
        let mut order = self.order(limit);
        let left_out = self.below(2) * self.below(limit + 1);
        order.truncate((limit - left_out) as usize);
        order
    }
}
