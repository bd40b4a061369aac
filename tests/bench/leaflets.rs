//! The library, one leaflet on screen and on paper, twenty on paper. The floor of an answer is
//! writing it as JSON, bare; that of a file is writing its bytes.

use std::sync::Arc;

use anyhow::Context as _;
use office::app::Office;
use serde_json::{Value, json};

use super::{Figure, call, repeat};

pub(super) async fn measure(office: &Arc<Office>) -> anyhow::Result<Vec<Figure>> {
    let library = call(office, "education.library", Value::Null).await?;
    let rows = library.get("rows").and_then(Value::as_array).context("leaflets")?;
    let names: Vec<Value> = rows
        .iter()
        .take(20)
        .map(|row| json!({ "key": row.get("key"), "language": row.get("language") }))
        .collect();
    let place = tempfile::TempDir::new()?;
    let path = place.path().join("leaflet.html");
    let saved = |leaflets: &[Value]| {
        json!({ "path": path, "handing": {
            "leaflets": leaflets, "sheet": null, "paper": "letter", "size": "12" } })
    };
    let preview = |leaflets: &[Value]| {
        json!({ "handing": {
            "leaflets": leaflets, "sheet": null, "paper": "letter", "size": "12" } })
    };
    let name = rows.first().and_then(|row| row.get("key")).context("a leaflet")?.clone();
    let read = json!({ "key": name, "language": "en", "textId": null });
    let words = json!({ "text": "time limit" });
    let one = names.get(..1).unwrap_or_default();
    let answered = async |name: &str, command: &str, input: Value, target| {
        let answer = call(office, command, input.clone()).await?;
        let floor = repeat(50, async || Ok(Value::from(answer.to_string()))).await?;
        let ours = repeat(50, async || call(office, command, input.clone()).await).await?;
        anyhow::Ok(Figure::of_table(name, ours, floor, target))
    };
    let filed = async |name: &str, input: Value, target| {
        let ours = repeat(20, async || call(office, "education.save", input.clone()).await).await?;
        let bytes = std::fs::read(&path)?;
        let beside = path.with_extension("floor");
        let floor = repeat(20, async || {
            vault::files::write_atomic(&beside, &bytes)?;
            Ok(Value::Null)
        });
        anyhow::Ok(Figure::of_table(name, ours, floor.await?, target))
    };
    let frame = "within a frame: 16 ms";
    let ten = "at most 10 ms";
    Ok(vec![
        answered("the library", "education.library", Value::Null, frame).await?,
        answered("search the library", "education.search", words, frame).await?,
        answered("a leaflet on screen", "education.read", read, ten).await?,
        answered("a leaflet laid out", "education.preview", preview(one), ten).await?,
        filed("a leaflet in a file", saved(one), "at most 10 ms").await?,
        filed("20 leaflets in a file", saved(&names), "at most 200 ms").await?,
    ])
}
