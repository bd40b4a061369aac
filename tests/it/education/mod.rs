//! Education through the command table: reading, giving, teach-back, the office's own, paper.

mod given;
mod library;
mod own;
mod paper;
