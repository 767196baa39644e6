//! Critical alerts of the live fleet: when one rises, who is told of it and when, and which were not
//! seen yet. All of it is pure but for the bell, which hands what is to be told to the computer.

pub mod bell;
pub mod edges;
pub mod flood;
pub mod quiet;
pub mod unread;
