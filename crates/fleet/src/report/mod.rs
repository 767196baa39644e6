//! What devices did over days, for reports: device by device, day by day, and in all. Pure.

pub mod device;
pub mod line;
pub mod speeding;
pub mod table;
