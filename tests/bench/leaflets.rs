//! The library, one leaflet on screen and on paper, twenty on paper. Their floor is a call that does
//! nothing.

use std::sync::Arc;

use anyhow::Context as _;
use office::app::Office;
use serde_json::{Value, json};

use super::{Figure, call, repeat};

pub(super) async fn measure(office: &Arc<Office>) -> anyhow::Result<Vec<Figure>> {
    let floor = repeat(200, async || call(office, "office.progress", Value::Null).await).await?;
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
    let time = async |times: usize, command: &str, input: Value| {
        repeat(times, async || call(office, command, input.clone()).await).await
    };
    let frame = "within a frame: 16 ms";
    let figure = |name, ours, target| Figure::of_table(name, ours, floor, target);
    Ok(vec![
        figure("the library", time(50, "education.library", Value::Null).await?, frame),
        figure("search the library", time(50, "education.search", words).await?, frame),
        figure("a leaflet on screen", time(50, "education.read", read).await?, "at most 10 ms"),
        figure(
            "a leaflet laid out",
            time(50, "education.preview", preview(one)).await?,
            "at most 10 ms",
        ),
        figure(
            "a leaflet in a file",
            time(20, "education.save", saved(one)).await?,
            "at most 10 ms, with its entry and the disk",
        ),
        figure(
            "20 leaflets in a file",
            time(20, "education.save", saved(&names)).await?,
            "at most 200 ms",
        ),
    ])
}
