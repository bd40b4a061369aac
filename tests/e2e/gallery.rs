//! Every component in every state, theme, contrast and text size, under axe.

use anyhow::Context as _;
use office_tests::browser::{Browser, Engine, Opening};

use crate::first::judge;

const LOOKS: [&str; 5] = [
    "theme=light",
    "theme=dark",
    "theme=light&contrast=more",
    "theme=dark&contrast=more",
    "theme=light&scale=200",
];

async fn look_around() -> anyhow::Result<()> {
    let folder = tempfile::TempDir::new()?;
    let opening = Opening { folder: folder.path().join("office"), ..Opening::default() };
    let at = Browser::open(Engine::Chromium, &opening).await?;
    let base = at.base().context("the host's address")?.to_owned();
    for look in LOOKS {
        at.page.goto(&format!("{base}/gallery.html?{look}")).await?;
        at.sees("Every component in every state").await?;
        at.is_accessible(look).await?;
    }
    at.close().await
}

#[tokio::test]
async fn every_component_is_accessible_in_every_look() {
    judge(look_around().await);
}
