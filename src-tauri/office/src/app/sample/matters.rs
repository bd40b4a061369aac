//! What everyone else came about, and what was said along the way.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::chance::Chance;
use super::source;
use crate::features::cases::{CaseKind, Outcome};
use crate::kernel::Result;

/// `matters.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Matters {
    weight: BTreeMap<CaseKind, u64>,
    matter: Vec<Matter>,
}

/// One thing that people come about.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Matter {
    pub(super) kind: CaseKind,
    pub(super) units: Vec<String>,
    pub(super) about: String,
    pub(super) happened: String,
    pub(super) wants: String,
    pub(super) found: String,
    pub(super) outcome: Outcome,
}

/// `lines.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lines {
    pub(super) first: Vec<String>,
    pub(super) acknowledged: Vec<String>,
    pub(super) asked: Vec<String>,
    pub(super) answered: Vec<String>,
    pub(super) missed: Vec<String>,
    pub(super) message: Vec<String>,
    pub(super) interim: Vec<String>,
    pub(super) decision: Vec<String>,
    pub(super) told: Vec<String>,
    pub(super) passed_on: Vec<String>,
    pub(super) promises: Vec<String>,
    pub(super) amend_reasons: Vec<String>,
}

impl Matters {
    pub(super) fn read() -> Result<Self> {
        source("matters")?.read()
    }

    /// The `nth` of all matters in an order that the seed shuffles.
    pub(super) fn shuffled(&self, seed: u64, nth: usize) -> Option<&Matter> {
        let mut order: Vec<(u64, &Matter)> = self
            .matter
            .iter()
            .enumerate()
            .map(|(place, matter)| (Chance::of(seed, 3, place).below(u64::MAX), matter))
            .collect();
        order.sort_by_key(|(drawn, _)| *drawn);
        order.get(nth % order.len().max(1)).map(|(_, matter)| *matter)
    }

    /// Draws a matter: its kind by weight, then one of that kind.
    pub(super) fn draw(&self, chance: &mut Chance) -> Option<&Matter> {
        let kinds: Vec<(CaseKind, u64)> = self.weight.iter().map(|(k, w)| (*k, *w)).collect();
        let (kind, _) = chance.weighed(&kinds, |(_, weight)| *weight)?;
        let of_kind: Vec<&Matter> = self.matter.iter().filter(|m| m.kind == *kind).collect();
        chance.pick(&of_kind).copied()
    }
}

impl Lines {
    pub(super) fn read() -> Result<Self> {
        source("lines")?.read()
    }
}
