//! What only WebKit on Linux needs.

use gtk::glib;
use gtk::prelude::{Cast, DialogExt};
use tauri::{Manager, WebviewWindow};
#[cfg(not(feature = "automation"))]
use webkit2gtk::{PrintOperationExt, PrintOperationResponse};
use webkit2gtk::{SettingsExt, WebViewExt};

use crate::news::Newsstand;
use crate::painting::{self, Painting};

/// By these WebKit decides that a function ran often enough to be compiled anew, and better.
const OFTEN_ENOUGH: [&str; 3] = [
    "JSC_thresholdForOptimizeSoon",
    "JSC_thresholdForOptimizeAfterWarmUp",
    "JSC_thresholdForOptimizeAfterLongWarmUp",
];

/// WebKit's own measure is a hundredth of this. By that it compiles while an office still opens, and
/// an idle window keeps 10 MB for it. What runs all day is compiled all the same.
const OFTEN: &str = "100000";

/// Settles how WebKit runs scripts, before it starts. What somebody has set stays.
pub(crate) fn prepare() {
    for name in OFTEN_ENOUGH {
        // Without it more memory is used, and nothing else changes.
        glib::setenv(name, OFTEN, false).ok();
    }
}

/// Settles a new window: nothing kept, nothing fetched ahead, no smooth scrolling.
pub(crate) fn settle(window: &WebviewWindow) -> tauri::Result<()> {
    let app = window.app_handle().clone();
    window.with_webview(move |view| {
        let view = view.inner();
        if let Some(settings) = WebViewExt::settings(&view) {
            settings.set_enable_page_cache(false);
            settings.set_enable_html5_database(false);
            settings.set_enable_html5_local_storage(false);
            settings.set_enable_offline_web_application_cache(false);
            settings.set_enable_dns_prefetching(false);
            settings.set_enable_webgl(false);
            settings.set_enable_webaudio(false);
            // It misbehaves with wheels of high resolution.
            settings.set_enable_smooth_scrolling(false);
        }
        view.connect_web_process_terminated(move |view, _| {
            if !app.state::<Painting>().is_done() {
                painting::start_again(&app);
            }
            app.state::<Newsstand>().page_died();
            // What was typed is in the drafts; the page finds it there.
            view.reload();
        });
    })
}

/// Shows the print dialog for a window's page; the window goes when the paper is on its way.
#[cfg(not(feature = "automation"))]
pub(crate) fn print(window: &WebviewWindow, parent: Option<WebviewWindow>) -> tauri::Result<()> {
    let closing = window.clone();
    window.with_webview(move |view| {
        let view = view.inner();
        // The dialog turns a loop of its own. It is begun from GTK's loop, not inside Tauri's.
        glib::idle_add_local_once(move || {
            let operation = webkit2gtk::PrintOperation::new(&view);
            let finished = closing.clone();
            operation.connect_finished(move |_| drop(finished.destroy()));
            let parent = parent.and_then(|parent| parent.gtk_window().ok());
            if operation.run_dialog(parent.as_ref()) != PrintOperationResponse::Print {
                closing.destroy().ok();
            }
        });
    })
}

/// Takes away every open dialog, from any thread: a lock must not wait behind one.
pub(crate) fn dismiss_dialogs() {
    glib::idle_add_once(|| {
        for window in gtk::Window::list_toplevels() {
            if let Ok(dialog) = window.downcast::<gtk::Dialog>() {
                dialog.response(gtk::ResponseType::Cancel);
            }
        }
    });
}
