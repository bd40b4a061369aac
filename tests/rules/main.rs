//! The rules of the house, checked by reading the folders: a new feature is guarded from its first
//! file. Plain line scanning, both languages, no tool to install.
//!
//! Every rule says what it wants, why, and where the code should go instead. Beside each stands a
//! test that feeds it a small bad example, so that a rule that has gone blind is noticed.

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod clocks;
#[cfg(test)]
mod content;
#[cfg(test)]
mod education;
#[cfg(test)]
mod fault;
#[cfg(test)]
mod licenses;
#[cfg(test)]
mod manifests;
#[cfg(test)]
mod names;
#[cfg(test)]
mod offline;
#[cfg(test)]
mod purity;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod sizes;
#[cfg(test)]
mod sql;
