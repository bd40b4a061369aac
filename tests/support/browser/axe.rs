//! Accessibility: axe on whatever is on the screen.

use std::path::Path;

use anyhow::{Context as _, bail};

use super::Browser;

/// A tooltip stands at the end of the page, in no landmark: what it tells belongs to the control
/// that it describes.
const RUN: &str = r#"
const done = arguments[arguments.length - 1];
const isTip = (n) => document.querySelector(n.target[0])?.matches(':has(> [role=tooltip])');
const told = (v) => v.id === 'region' ? { ...v, nodes: v.nodes.filter((n) => !isTip(n)) } : v;
axe.run({ exclude: [['[data-live-announcer]']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'] })
  .then((r) => done(r.violations.map(told).filter((v) => v.nodes.length > 0).map((v) => v.id + ': ' + v.help + ' @ ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | '))))
  .catch((e) => done(['axe failed: ' + e]));
"#;

impl Browser {
    /// Fails when axe finds a violation; `screen` names the screen.
    pub async fn is_accessible(&self, screen: &str) -> anyhow::Result<()> {
        let axe =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let source = std::fs::read_to_string(axe).context("axe-core is not installed")?;
        self.page.execute(&source, vec![]).await?;
        let found = self.page.execute_async(RUN, vec![]).await?;
        let found: Vec<String> = serde_json::from_value(found)?;
        if !found.is_empty() {
            bail!("{screen}: axe found {} violations:\n{}", found.len(), found.join("\n"));
        }
        Ok(())
    }
}
