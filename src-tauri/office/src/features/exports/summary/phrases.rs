//! Words put together, and the one plain sentence where there is nothing to tell.

use crate::kernel::documents::Block;

/// The parts that are not empty, with `between` between them.
pub(super) fn joined(parts: &[impl AsRef<str>], between: &str) -> String {
    let told: Vec<&str> = parts.iter().map(AsRef::as_ref).filter(|part| !part.is_empty()).collect();
    told.join(between)
}

pub(super) fn table_or<const N: usize>(
    caption: String,
    head: [&str; N],
    rows: Vec<[String; N]>,
    none: &str,
) -> Block {
    if rows.is_empty() { Block::text(none) } else { Block::table(caption, head, rows) }
}

pub(super) fn text_or(typed: &str, none: &str) -> Vec<Block> {
    or_sentence(Block::paragraphs(typed), none)
}

pub(super) fn or_sentence(blocks: Vec<Block>, none: &str) -> Vec<Block> {
    if blocks.is_empty() { vec![Block::text(none)] } else { blocks }
}
