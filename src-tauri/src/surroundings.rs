//! The Linux desktop around the window: what must be settled before GTK starts,
//! and the signals by which a session says that its person has left.

use std::ffi::OsString;

use gtk::gio::{self, BusType, Cancellable, DBusCallFlags, DBusConnection, DBusSignalFlags};
use gtk::glib::{self, ToVariant, Variant};
use gtk::prelude::GtkSettingsExt;
use tauri::AppHandle;

use crate::shell;

const BUS: &str = "DBUS_SESSION_BUS_ADDRESS";
const APPEARANCE: &str = "org.freedesktop.appearance";
const SETTINGS: &str = "org.freedesktop.portal.Settings";

/// A portal that has not answered by then, in milliseconds, is stuck.
const PORTAL_WITHIN: i32 = 3_000;

/// By these a browser engine can be driven or inspected from outside.
#[cfg(not(feature = "automation"))]
const DOORS: [&str; 4] = [
    "TAURI_AUTOMATION",
    "TAURI_WEBVIEW_AUTOMATION",
    "WEBKIT_INSPECTOR_SERVER",
    "WEBKIT_INSPECTOR_HTTP_SERVER",
];

/// What was found out before GTK started.
pub(crate) struct Surroundings {
    prefers_dark: bool,
    hidden_bus: Option<HiddenBus>,
}

/// Before GTK starts.
pub(crate) fn prepare() -> Surroundings {
    #[cfg(not(feature = "automation"))]
    DOORS.into_iter().for_each(glib::unsetenv);
    crate::webkit::prepare();
    match ask_portal() {
        Ok(prefers_dark) => Surroundings { prefers_dark, hidden_bus: None },
        Err(Stuck) => Surroundings { prefers_dark: false, hidden_bus: HiddenBus::hide() },
    }
}

impl Surroundings {
    /// After GTK has started and before there is a window.
    pub(crate) fn settle(self) {
        if let Some(bus) = self.hidden_bus {
            bus.show();
        }
        if let Some(settings) = gtk::Settings::default() {
            settings.set_gtk_application_prefer_dark_theme(self.prefers_dark);
            // A saved summary's name has no business in a list of recent files.
            settings.set_gtk_recent_files_enabled(false);
        }
    }
}

/// The portal is there and does not answer.
struct Stuck;

/// Asks the desktop's portal whether the person likes it dark.
fn ask_portal() -> Result<bool, Stuck> {
    let Ok(bus) = own_connection() else { return Ok(false) };
    let question = (APPEARANCE, "color-scheme").to_variant();
    let answer = bus.call_sync(
        Some("org.freedesktop.portal.Desktop"),
        "/org/freedesktop/portal/desktop",
        SETTINGS,
        "Read",
        Some(&question),
        None,
        DBusCallFlags::NONE,
        PORTAL_WITHIN,
        Cancellable::NONE,
    );
    match answer {
        Ok(answer) => Ok(is_dark(&answer)),
        Err(why) if why.matches(gio::IOErrorEnum::TimedOut) => Err(Stuck),
        // No portal, or one without this setting: nobody will wait for it.
        Err(_) => Ok(false),
    }
}

/// A connection that is not the one GTK would find and use.
fn own_connection() -> Result<DBusConnection, glib::Error> {
    let address = gio::dbus_address_get_for_bus_sync(BusType::Session, Cancellable::NONE)?;
    let flags = gio::DBusConnectionFlags::AUTHENTICATION_CLIENT
        | gio::DBusConnectionFlags::MESSAGE_BUS_CONNECTION;
    DBusConnection::for_address_sync(&address, flags, None, Cancellable::NONE)
}

/// GTK asks a portal that cannot start for 25 seconds before it shows anything, and no setting
/// tells it not to. While it starts it finds no bus at all, which it takes in its stride.
struct HiddenBus {
    address: Option<OsString>,
}

impl HiddenBus {
    fn hide() -> Option<Self> {
        let address = std::env::var_os(BUS);
        glib::setenv(BUS, "disabled:", true).ok()?;
        Some(Self { address })
    }

    fn show(self) {
        match self.address {
            Some(address) => drop(glib::setenv(BUS, address, true)),
            None => glib::unsetenv(BUS),
        }
    }
}

/// `1` means dark, wrapped as deep as the portal likes.
fn is_dark(answer: &Variant) -> bool {
    let mut value = answer.clone();
    while let Some(inner) = value.as_variant().or_else(|| value.try_child_value(0)) {
        value = inner;
    }
    value.get::<u32>() == Some(1)
}

/// Locks when the laptop goes to sleep or its screen is locked; follows the desktop's darkness.
pub(crate) fn watch_the_session(app: &AppHandle) {
    let sleeper = app.clone();
    listen(BusType::System, "org.freedesktop.login1.Manager", "PrepareForSleep", move |told| {
        if told.get::<(bool,)>() == Some((true,)) {
            tauri::async_runtime::spawn(lock(sleeper.clone()));
        }
    });
    for screen in ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"] {
        let leaver = app.clone();
        listen(BusType::Session, screen, "ActiveChanged", move |told| {
            if told.get::<(bool,)>() == Some((true,)) {
                tauri::async_runtime::spawn(lock(leaver.clone()));
            }
        });
    }
    listen(BusType::Session, SETTINGS, "SettingChanged", |told| {
        if let Some((area, name, value)) = told.get::<(String, String, Variant)>()
            && (area.as_str(), name.as_str()) == (APPEARANCE, "color-scheme")
            && let Some(settings) = gtk::Settings::default()
        {
            settings.set_gtk_application_prefer_dark_theme(is_dark(&value));
        }
    });
}

async fn lock(app: AppHandle) {
    shell::lock(&app).await;
}

/// Hears a signal for as long as the program runs. A bus that is not there is never heard.
fn listen(
    bus: BusType,
    interface: &'static str,
    signal: &'static str,
    then: impl Fn(&Variant) + 'static,
) {
    gio::bus_get(bus, Cancellable::NONE, move |bus| {
        let Ok(bus) = bus else { return };
        let kept = bus.clone();
        bus.signal_subscribe(
            None,
            Some(interface),
            Some(signal),
            None,
            None,
            DBusSignalFlags::NONE,
            move |_, _, _, _, _, told| {
                // The connection lives as long as somebody holds it.
                let _ = &kept;
                then(told);
            },
        );
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dark_desktop_is_understood_however_it_is_wrapped() {
        let wrapped = |scheme: u32| scheme.to_variant().to_variant();
        assert!(is_dark(&1_u32.to_variant()));
        assert!(is_dark(&wrapped(1)));
        assert!(is_dark(&(wrapped(1).to_variant(),).to_variant()));
        assert!(!is_dark(&wrapped(2)), "light");
        assert!(!is_dark(&wrapped(0)), "no preference");
        assert!(!is_dark(&"dark".to_variant()));
    }
}
