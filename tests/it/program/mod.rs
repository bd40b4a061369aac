//! Bedside as a program of its own: used from a terminal, killed at work, and looked into.

mod cli;
mod kill;
mod plaintext;
mod telling;
