//! The command table over HTTP on loopback, with the built window beside it. For tests and for
//! looking at screens; never shipped.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use office::app::{Caller, Host, Office, TOGETHER};
use office_tests::answers::Answers;
use office_tests::setup;

struct Served {
    office: Arc<Office>,
    desktop: Arc<Answers>,
    ui: PathBuf,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let (mut folder, mut port, mut ui, mut clock) = (None, 0_u16, PathBuf::from("ui/dist"), None);
    while let Some(arg) = args.next() {
        let mut value = || args.next().with_context(|| format!("{arg} needs a value"));
        match arg.as_str() {
            "--data" => folder = Some(PathBuf::from(value()?)),
            "--port" => port = value()?.parse()?,
            "--ui" => ui = PathBuf::from(value()?),
            "--clock" => clock = Some(value()?),
            other => bail!("unknown argument {other}"),
        }
    }
    let folder = folder.context("--data DIR is needed")?;
    let desktop = Arc::new(Answers::from_environment()?);
    let office = Office::new(setup::at(folder, desktop.clone(), clock.as_deref())?);
    let served = Arc::new(Served { office, desktop, ui });
    let app = Router::new()
        .route("/call/{name}", post(call))
        .route("/print/last", get(printed))
        .fallback(get(file))
        .with_state(served);
    let listener = tokio::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], port))).await?;
    #[expect(clippy::print_stdout, reason = "whoever starts the host needs its address")]
    {
        println!("listening on http://{}", listener.local_addr()?);
    }
    axum::serve(listener, app).await?;
    Ok(())
}

async fn call(
    State(served): State<Arc<Served>>,
    Path(name): Path<String>,
    body: Bytes,
) -> Response {
    let input = match serde_json::from_slice(&body) {
        Ok(input) => input,
        Err(_) if body.is_empty() => serde_json::Value::Null,
        Err(_) => return (StatusCode::BAD_REQUEST, "not JSON").into_response(),
    };
    let caller = Caller { host: Host::Test };
    if name == TOGETHER {
        let Ok(asked) = serde_json::from_value(input) else {
            return (StatusCode::BAD_REQUEST, "not a list of calls").into_response();
        };
        return axum::Json(served.office.call_together(caller, asked).await).into_response();
    }
    match served.office.call(caller, &name, input).await {
        Ok(reply) => axum::Json(reply).into_response(),
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, axum::Json(error)).into_response(),
    }
}

async fn printed(State(served): State<Arc<Served>>) -> Response {
    match served.desktop.printed() {
        Some(html) => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A file of the built window; an address of the app itself gets its page.
async fn file(State(served): State<Arc<Served>>, uri: axum::http::Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    if path.split('/').any(|part| part == "..") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut asked = served.ui.join(path);
    if !asked.is_file() {
        // The gallery of components is built apart; only this host serves it.
        let gallery = served.ui.with_file_name("dist-gallery").join(path);
        if gallery.is_file() {
            asked = gallery;
        }
    }
    let found =
        if path.contains('.') && asked.is_file() { asked } else { served.ui.join("index.html") };
    let kind = match found.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    match tokio::task::spawn_blocking(move || std::fs::read(found)).await {
        Ok(Ok(bytes)) => ([(header::CONTENT_TYPE, kind)], bytes).into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
