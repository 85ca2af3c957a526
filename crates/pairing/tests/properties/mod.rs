//! What has to hold for any bytes, read as an instance. The fuzzer calls these with bytes it makes up, and
//! the tests with those it has kept (`tests/corpus`).

pub(crate) mod assignment;
mod bytes;
pub(crate) mod live;
pub(crate) mod plain;
pub(crate) mod rotation;
pub(crate) mod stable;
pub(crate) mod ties;
