//! Paper. A page is served from memory to a window of its own, which has no rights at all,
//! and is gone when that window closes. Nothing touches the disk.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use anyhow::bail;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager, UriSchemeContext, Url, WebviewUrl, WebviewWindow, Wry};
use tokio::sync::oneshot;
use vault::{OsRandom, Randomness};

use crate::windows::Windows;

/// Pages to print have addresses of their own: `print://localhost/JOB`.
pub(crate) const SCHEME: &str = "print";

/// The first part of a print window's label; the rest is the job.
const LABEL: &str = "print-";

/// A page that is not ready by then is not coming.
const PATIENCE: Duration = Duration::from_secs(20);

/// The page may style itself and show the pictures it carries. That is all.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
                      font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The pages that wait to be printed.
#[derive(Default)]
pub(crate) struct Jobs {
    pages: Mutex<HashMap<String, String>>,
}

impl Jobs {
    fn pages(&self) -> MutexGuard<'_, HashMap<String, String>> {
        self.pages.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn add(&self, page: String) -> anyhow::Result<String> {
        let mut job = [0; 16];
        OsRandom.fill(&mut job)?;
        let job = format!("{:032x}", u128::from_be_bytes(job));
        self.pages().insert(job.clone(), page);
        Ok(job)
    }

    /// Forgets the page of the window with this label.
    pub(crate) fn drop_page_of(&self, label: &str) {
        if let Some(job) = label.strip_prefix(LABEL) {
            self.pages().remove(job);
        }
    }

    /// A window gets its own page and no other.
    fn page_for(&self, label: &str, path: &str) -> Option<String> {
        let job = label.strip_prefix(LABEL)?;
        (path.strip_prefix('/') == Some(job)).then(|| self.pages().get(job).cloned())?
    }
}

/// Answers a print window that asks for its page.
pub(crate) fn serve(
    context: &UriSchemeContext<'_, Wry>,
    request: &Request<Vec<u8>>,
) -> Response<Vec<u8>> {
    let jobs = context.app_handle().state::<Jobs>();
    let page = jobs.page_for(context.webview_label(), request.uri().path());
    let status = if page.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let mut response = Response::new(page.unwrap_or_default().into_bytes());
    *response.status_mut() = status;
    for (name, value) in [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        response.headers_mut().insert(name, header::HeaderValue::from_static(value));
    }
    response
}

/// Shows the system's print dialog for a page. Answers when the dialog is up.
pub(crate) async fn print(app: &AppHandle, page: String) -> anyhow::Result<()> {
    let size = page.len();
    let job = app.state::<Jobs>().add(page)?;
    let label = format!("{LABEL}{job}");
    let Ok(window) = open(app, &label, &job).await else {
        app.state::<Jobs>().drop_page_of(&label);
        bail!("The page to print could not be shown.");
    };
    show_dialog(app, &window, size)
}

async fn open(app: &AppHandle, label: &str, job: &str) -> anyhow::Result<WebviewWindow> {
    let address = WebviewUrl::CustomProtocol(address(job)?);
    let (loaded, is_loaded) = oneshot::channel();
    let loaded = Mutex::new(Some(loaded));
    let window = app
        .state::<Windows>()
        .guarded(label, address, is_a_page_to_print)?
        .title("Print")
        .inner_size(850.0, 1000.0)
        // Windows draws its print dialog inside the window; elsewhere it need not be seen.
        .visible(cfg!(windows))
        .disable_javascript()
        .on_page_load(move |_, load| {
            if load.event() == PageLoadEvent::Finished
                && let Some(loaded) = loaded.lock().ok().and_then(|mut loaded| loaded.take())
            {
                loaded.send(()).ok();
            }
        })
        .build()?;
    if tokio::time::timeout(PATIENCE, is_loaded).await.is_ok_and(|loaded| loaded.is_ok()) {
        return Ok(window);
    }
    window.destroy()?;
    bail!("the page did not load")
}

#[cfg(feature = "automation")]
fn show_dialog(app: &AppHandle, window: &WebviewWindow, size: usize) -> anyhow::Result<()> {
    app.state::<crate::automation::Printed>().note(size);
    Ok(window.destroy()?)
}

#[cfg(all(not(feature = "automation"), target_os = "linux"))]
fn show_dialog(app: &AppHandle, window: &WebviewWindow, _size: usize) -> anyhow::Result<()> {
    let parent = app.state::<Windows>().in_use();
    Ok(crate::webkit::print(window, parent)?)
}

/// Elsewhere nobody tells when printing is done: the person closes the window.
#[cfg(all(not(feature = "automation"), not(target_os = "linux")))]
fn show_dialog(_app: &AppHandle, window: &WebviewWindow, _size: usize) -> anyhow::Result<()> {
    Ok(window.print()?)
}

fn address(job: &str) -> Result<Url, tauri::Error> {
    let origin = if cfg!(windows) { "http://print.localhost/" } else { "print://localhost/" };
    Url::parse(origin).and_then(|origin| origin.join(job)).map_err(tauri::Error::InvalidUrl)
}

fn is_a_page_to_print(address: &Url) -> bool {
    match address.scheme() {
        SCHEME => address.host_str() == Some("localhost"),
        "http" => cfg!(windows) && address.host_str() == Some("print.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_gets_its_own_page_and_no_other() {
        let jobs = Jobs::default();
        let mine = jobs.add("mine".to_owned()).unwrap();
        let yours = jobs.add("yours".to_owned()).unwrap();
        assert_ne!(mine, yours);
        let label = format!("print-{mine}");
        assert_eq!(jobs.page_for(&label, &format!("/{mine}")).as_deref(), Some("mine"));
        assert_eq!(jobs.page_for(&label, &format!("/{yours}")), None);
        assert_eq!(jobs.page_for("main-1", &format!("/{mine}")), None);
        assert_eq!(jobs.page_for("print-", "/"), None);
    }

    #[test]
    fn a_page_is_gone_with_its_window() {
        let jobs = Jobs::default();
        let job = jobs.add("page".to_owned()).unwrap();
        jobs.drop_page_of("main-1");
        assert!(jobs.page_for(&format!("print-{job}"), &format!("/{job}")).is_some());
        jobs.drop_page_of(&format!("print-{job}"));
        assert!(jobs.pages().is_empty());
    }

    #[test]
    fn a_print_window_goes_nowhere_else() {
        assert!(is_a_page_to_print(&address("0a1b").unwrap()));
        assert!(!is_a_page_to_print(&"tauri://localhost/".parse().unwrap()));
        assert!(!is_a_page_to_print(&"https://example.org/".parse().unwrap()));
    }
}
