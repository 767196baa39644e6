//! The spending of requests: what to ask next (policy), how many may be sent (budget), the desk that
//! every request passes, and the scheduler that asks.

mod attribution;
pub mod books;
pub mod budget;
pub mod choosing;
pub mod days;
pub mod desk;
pub mod failing;
pub mod health;
pub mod limit;
pub mod looking;
pub mod policy;
pub mod rhythm;
pub mod round;
pub mod scheduler;
