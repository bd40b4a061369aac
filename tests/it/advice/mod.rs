//! What the program says of a matter by itself: what it is, and what is about to go wrong.

mod advisor;
mod watchers;
