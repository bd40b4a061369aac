//! When the picture on the screen changed, as the display itself says: no page knows when what it
//! drew has come out.

use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Context as _;
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use x11rb::rust_connection::RustConnection;

/// A change smaller than this, in pixels, is a caret or a spinner and not what was asked for.
const LEAST: u32 = 1_000;

/// Changes of one picture follow each other closer than this, in milliseconds.
const BURST: f64 = 4.0;

/// Listens to what is drawn on the display, from now on.
pub(crate) struct Screen {
    changes: Arc<Mutex<Vec<f64>>>,
}

impl Screen {
    /// Begins to listen, where there is a display.
    pub(crate) fn listen() -> anyhow::Result<Self> {
        let (display, screen) = x11rb::connect(None)?;
        let root = display.setup().roots.get(screen).context("a screen")?.root;
        display.damage_query_version(1, 1)?.reply()?;
        let damage = display.generate_id()?;
        display.damage_create(damage, root, ReportLevel::RAW_RECTANGLES)?.check()?;
        let changes = Arc::new(Mutex::new(Vec::new()));
        let heard = changes.clone();
        std::thread::spawn(move || follow(&display, &heard));
        Ok(Self { changes })
    }

    /// When the first picture was wholly out that changed after `moment`; both in milliseconds since
    /// 1970. Forgets what came before.
    pub(crate) fn first_after(&self, moment: f64) -> Option<f64> {
        let mut changes = self.changes.lock().ok()?;
        changes.retain(|at| *at >= moment);
        let mut last = *changes.first()?;
        for at in changes.iter() {
            if *at - last > BURST {
                break;
            }
            last = *at;
        }
        Some(last)
    }
}

fn follow(display: &RustConnection, changes: &Mutex<Vec<f64>>) {
    while let Ok(event) = display.wait_for_event() {
        let Event::DamageNotify(told) = event else { continue };
        let area = u32::from(told.area.width) * u32::from(told.area.height);
        #[expect(clippy::disallowed_methods, reason = "the page reads the laptop's clock too")]
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        if let Some(mut changes) = changes.lock().ok().filter(|_| area >= LEAST) {
            changes.push(now.as_secs_f64() * 1e3);
        }
    }
}
