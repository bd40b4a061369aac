//! Bedside as Tauri runs it: the one command, the windows, and what locks them.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tauri::ipc::{InvokeError, Response};
use tauri::{AppHandle, DragDropEvent, Manager, RunEvent, WebviewWindow, Window, WindowEvent};
use tokio::sync::broadcast::error::RecvError;

#[cfg(feature = "automation")]
use crate::automation::{self, Scripted as Answering};
#[cfg(not(feature = "automation"))]
use crate::dialogs::Native as Answering;
use crate::hosting::{Event, Hosted, locked};
use crate::news::{Drag, News, Newsstand};
use crate::page;
use crate::painting::{self, Painting};
use crate::printing::{self, Jobs};
use crate::sleep::Heartbeat;
use crate::windows::{Face, Windows};

/// A lock that takes longer has failed, and the program starts anew instead.
const LOCK_WITHIN: Duration = Duration::from_secs(2);

/// Runs Bedside until its last window is closed.
pub(crate) fn run(folder: Option<PathBuf>) -> anyhow::Result<()> {
    vault::host::harden_process()?;
    #[cfg(target_os = "linux")]
    let surroundings = crate::surroundings::prepare();
    let builder = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Painting::default())
        .manage(Jobs::default())
        .manage(Newsstand::default())
        .register_uri_scheme_protocol(printing::SCHEME, |context, request| {
            printing::serve(&context, &request)
        })
        .invoke_handler(tauri::generate_handler![call])
        .on_window_event(notice)
        .setup(move |app| Ok(open(app.handle(), folder)?));
    #[cfg(feature = "automation")]
    let builder = builder.manage(automation::Printed::default());
    let app = builder.build(context())?;
    #[cfg(target_os = "linux")]
    surroundings.settle();
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<Windows>().wipe();
        }
    });
    Ok(())
}

/// The pages, the icon and the settings of `tauri.conf.json`, built in.
#[expect(clippy::disallowed_methods, reason = "written by Tauri's macro, and never reached here")]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

fn open(app: &AppHandle, folder: Option<PathBuf>) -> anyhow::Result<()> {
    let folder = match folder {
        Some(folder) => std::path::absolute(folder)?,
        None => app.path().app_data_dir()?.join("office"),
    };
    let desktop = Arc::new(Answering::new(app));
    let hosted = Hosted::new(&folder, desktop);
    app.manage(hosted.clone());
    app.manage(Windows::new(app, &folder));
    app.state::<Windows>().show(Face::Lock)?;
    tauri::async_runtime::spawn(follow(app.clone(), hosted.clone()));
    tauri::async_runtime::spawn(keep_watch(app.clone(), hosted));
    tauri::async_runtime::spawn(painting::watch(app.clone()));
    #[cfg(target_os = "linux")]
    crate::surroundings::watch_the_session(app);
    Ok(())
}

/// The one command. Which window calls is Tauri's word, never the page's.
#[tauri::command]
async fn call(window: WebviewWindow, name: String, input: Value) -> Result<Response, InvokeError> {
    let app = window.app_handle();
    let Some(face) = app.state::<Windows>().face(window.label()) else {
        return Err(InvokeError(locked()));
    };
    if name == page::PAINTED {
        app.state::<Painting>().note();
        return Ok(Response::new("null".to_owned()));
    }
    let stand = app.state::<Newsstand>();
    if name == page::NEWS {
        let news = stand.next().await;
        return match news.and_then(|news| serde_json::to_string(&news).ok()) {
            Some(news) => Ok(Response::new(news)),
            None => Err(InvokeError(locked())),
        };
    }
    #[cfg(feature = "automation")]
    if name == automation::PRINTED_CALL {
        let printed = app.state::<automation::Printed>().all();
        return Ok(Response::new(printed.to_string()));
    }
    let hosted = app.state::<Hosted>().inner().clone();
    let deaths = stand.deaths();
    match hosted.call(face.host(), &name, input).await {
        Ok(answer) => {
            if stand.deaths() != deaths && !answer.changed.is_empty() {
                stand.put(News::Changed(answer.changed));
            }
            Ok(Response::new(answer.text))
        }
        Err(refusal) => Err(InvokeError(refusal)),
    }
}

/// Carries news of the office to the windows.
async fn follow(app: AppHandle, hosted: Hosted) {
    let mut news = hosted.news();
    loop {
        match news.recv().await {
            Ok(Event::Changed(topics)) => app.state::<Newsstand>().put(News::Changed(topics)),
            Ok(Event::Locked) => turn_to(&app, Face::Lock),
            Ok(Event::Unlocked) => turn_to(&app, Face::Main),
            // Too much at once to follow. A new window reads everything anew.
            Err(RecvError::Lagged(_)) => {
                let face = if hosted.is_unlocked().await { Face::Main } else { Face::Lock };
                turn_to(&app, face);
            }
            Err(RecvError::Closed) => return,
        }
    }
}

fn turn_to(app: &AppHandle, face: Face) {
    #[cfg(target_os = "linux")]
    if face == Face::Lock {
        crate::webkit::dismiss_dialogs();
    }
    if app.state::<Windows>().show(face).is_err() {
        // Without a window nobody can lock or unlock: an end is safer than a hidden office.
        app.exit(1);
    }
}

/// Looks once a second whether it is time to lock.
async fn keep_watch(app: AppHandle, hosted: Hosted) {
    let mut heartbeat = Heartbeat::begin();
    let mut second = tokio::time::interval(Duration::from_secs(1));
    second.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        second.tick().await;
        if heartbeat.has_slept() {
            lock(&app).await;
        }
        hosted.tick().await;
    }
}

/// Locks the office now; its news then turn the window. Cancels an unlocking that is under way.
pub(crate) async fn lock(app: &AppHandle) {
    if !is_locked_in_time(app).await {
        // A new Bedside is a locked one, and nothing that was saved is lost.
        app.request_restart();
    }
}

async fn is_locked_in_time(app: &AppHandle) -> bool {
    let hosted = app.state::<Hosted>().inner().clone();
    tokio::time::timeout(LOCK_WITHIN, hosted.lock()).await.is_ok()
}

fn notice(window: &Window, event: &WindowEvent) {
    let app = window.app_handle();
    match event {
        WindowEvent::CloseRequested { api, .. }
            if app.state::<Windows>().face(window.label()) == Some(Face::Main) =>
        {
            api.prevent_close();
            let app = app.clone();
            tauri::async_runtime::spawn(async move {
                is_locked_in_time(&app).await;
                app.exit(0);
            });
        }
        WindowEvent::DragDrop(drag) => take_drag(window, drag),
        WindowEvent::Destroyed => app.state::<Jobs>().drop_page_of(window.label()),
        _ => {}
    }
}

/// The office keeps dropped files until the page asks for a preview.
fn take_drag(window: &Window, drag: &DragDropEvent) {
    let app = window.app_handle();
    if app.state::<Windows>().face(window.label()) != Some(Face::Main) {
        return;
    }
    let drag = match drag {
        DragDropEvent::Enter { .. } => Drag::Over,
        DragDropEvent::Leave => Drag::Left,
        DragDropEvent::Drop { paths, .. } => {
            app.state::<Hosted>().offer_dropped(paths.clone());
            Drag::Dropped
        }
        _ => return,
    };
    app.state::<Newsstand>().put(News::Drag(drag));
}
