//! Properties of reading: whatever the service sends, nothing panics, and nobody who can be told
//! from others vanishes.

mod bytes;
mod json;
mod lists;
mod objects;
mod records;
