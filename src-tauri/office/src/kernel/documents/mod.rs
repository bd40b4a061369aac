//! Documents: one tree for everything that is put on paper, its drawing as one file that needs
//! nothing else, and how dates are written on it. What is told, and to whom, others decide.

mod columns;
mod dates;
mod document;
mod render;
mod wire;

pub use dates::{DateOrder, Dates};
pub use document::{
    Block, Document, Fact, Inline, Layout, Paper, Rank, Section, Table, TextSize, visible,
};
pub use render::{render, runs_from_the_right};
pub use wire::{BlockView, DocumentView, FactView, InlineView, SectionView};
