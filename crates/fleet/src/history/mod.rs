//! The past of devices: what is kept of it, what it comes to, and files of it.

pub mod cleaning;
pub mod coverage;
pub mod days;
#[cfg(test)]
pub(crate) mod drives;
pub mod export;
pub mod kept;
pub mod moment;
pub mod past;
pub mod points;
pub mod raised;
pub mod sums;
pub mod trips;
