//! From a key press to the painted result, on the screen people have: the real window, or Chromium
//! on the loopback host.
//!
//! The page's own clock runs from the trusted key press, before any script of ours hears it, to the
//! frame that draws what was asked for. When that frame is on the screen the display says, where
//! there is one; without it, the frame after it does, which may be most of a frame too late.
//!
//! The floor is a key pressed just before on the same screen. Where as much as a window is drawn
//! anew, it colors the window and nothing else: what is left of our figure is our own work. Where
//! little is drawn, it colors a spot.

use std::path::Path;
use std::time::Duration;

use anyhow::bail;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use office::app::{SAMPLE_NAME, SAMPLE_PASSPHRASE};
use office_tests::browser::{Browser, Engine, Opening};
use serde_json::Value;

use crate::Figure;
use crate::pixels::Screen;

/// How often each key is pressed.
const TIMES: usize = 30;

/// The first presses on a screen warm it up and are not counted.
const WARMING: usize = 3;

const AT_ONCE: &str = "at most 50 ms";

const WITHIN_A_FRAME: &str = "the floor and a frame: 16.7 ms";

const ENTER: char = '\u{E007}';
const CONTROL: char = '\u{E009}';
const PAGE_DOWN: char = '\u{E00F}';
/// F9, which means nothing here.
const NOTHING: char = '\u{E039}';

/// Starts listening. `READY` is replaced by an expression that says whether the result is there.
const LISTEN: &str = r#"
const [key, given] = arguments;
const told = window.__told = { pressed: null, there: null, painted: null, began: null, drawn: null };
addEventListener('keydown', function first(event) {
  if (!event.isTrusted || event.key !== key) return;
  removeEventListener('keydown', first, true);
  told.pressed = performance.now();
  told.began = Date.now();
  const before = document.activeElement?.closest('[role=row]')?.dataset.key;
  const ready = () => { READY };
  const watch = new MutationObserver(look);
  function look() {
    if (told.there !== null || !ready()) return;
    watch.disconnect();
    removeEventListener('focusin', look);
    told.there = performance.now();
    requestAnimationFrame(() => {
      told.drawn = Date.now();
      requestAnimationFrame(() => { told.painted = performance.now(); });
    });
  }
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  // Not by asking each frame: every frame asked for is drawn, and holds up what is measured.
  addEventListener('focusin', look);
  look();
}, true);
"#;

/// What one key press cost, in milliseconds.
struct Press {
    /// Until the result was in the page.
    there: f64,
    /// Until it was painted.
    painted: f64,
}

/// One thing a person does with a key.
struct Deed {
    name: &'static str,
    key: (char, &'static str),
    with_control: bool,
    /// The body of a function that says whether the result is in the page.
    ready: &'static str,
}

const OPEN_CASE: Deed = Deed {
    name: "open a case, painted",
    key: (ENTER, "Enter"),
    with_control: false,
    // The head, what they want, the strip, the box for a contact, the clocks and the first lines of
    // the log. The panels below the clocks follow a frame later and are not waited for.
    ready: "const head = document.querySelector('main header');
      return location.hash.startsWith('#/cases/') && head !== null
        && head.textContent.includes(given) && document.querySelector('main textarea') !== null
        && document.querySelector('main [role=status] [aria-hidden] span:empty') === null
        && document.querySelector('main [id^=contact-]') !== null;",
};

const ADD_CONTACT: Deed = Deed {
    name: "add a contact, painted",
    key: (ENTER, "Enter"),
    with_control: true,
    ready: "return [...document.querySelectorAll('main [id^=contact-]')]
      .some((row) => row.textContent.includes(given));",
};

const PAGE_LIST: Deed = Deed {
    name: "page the list, painted",
    key: (PAGE_DOWN, "PageDown"),
    with_control: false,
    ready: "const row = document.activeElement?.closest('[role=row]');
      if (!row || row.dataset.key === before) return false;
      const edge = row.closest('[role=grid]').getBoundingClientRect().bottom;
      return [...document.querySelectorAll('[role=row][data-key]')]
        .some((one) => one.getBoundingClientRect().bottom >= edge - 8);",
};

const OPEN_LIBRARY: Deed = Deed {
    name: "open the library, painted",
    key: (ENTER, "Enter"),
    with_control: false,
    // Its lines fill the window; those below the edge nobody sees yet.
    ready: "const lines = [...document.querySelectorAll('main li p a')];
      return location.hash.startsWith('#/education')
        && lines.some((line) => line.getBoundingClientRect().bottom > innerHeight - 80);",
};

const FILTER_LIBRARY: Deed = Deed {
    name: "filter the library, painted",
    key: (ENTER, "Enter"),
    with_control: false,
    ready: "const told = document.querySelector('main [role=status]')?.textContent;
      return told !== undefined && told !== given;",
};

const COLOR_SPOT: Deed = Deed {
    name: "",
    key: (NOTHING, "F9"),
    with_control: false,
    ready: "let spot = document.getElementById('spot');
      if (spot === null) {
        spot = document.body.appendChild(document.createElement('div'));
        spot.id = 'spot';
        spot.style.cssText = 'position: absolute; inset: 0 auto auto 0; width: 40px; height: 40px';
      }
      spot.style.background = spot.style.background === 'red' ? 'blue' : 'red';
      return true;",
};

const COLOR_WINDOW: Deed = Deed {
    name: "",
    key: (NOTHING, "F9"),
    with_control: false,
    ready: "const cover = document.body.appendChild(document.createElement('div'));
      cover.id = 'cover';
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 99; background: blue';
      return true;",
};

/// What colored the window goes away again, and nothing of it is still being drawn.
const UNCOVER: &str = "document.getElementById('cover')?.remove();";

/// Measures on a sample office that is locked.
pub(crate) async fn measure(engine: Engine, folder: &Path) -> anyhow::Result<Vec<Figure>> {
    let opening =
        Opening { folder: folder.to_path_buf(), size: Some((1360, 850)), ..Opening::default() };
    let browser = Browser::open(engine, &opening).await?;
    unlock(&browser).await?;
    let screen = match engine {
        Engine::Window => Screen::listen().ok(),
        Engine::Chromium => None,
    };
    let at = Seat { browser, screen };
    let opened = open_cases(&at).await?;
    let added = add_contacts(&at).await?;
    let paged = page_list(&at).await?;
    let library = open_library(&at).await?;
    let filtered = filter_library(&at).await?;
    at.browser.close().await?;
    Ok(vec![opened, added, paged, library, filtered])
}

/// A browser, and what shows its window.
struct Seat {
    browser: Browser,
    screen: Option<Screen>,
}

impl std::ops::Deref for Seat {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

/// Unlocks the sample office.
async fn unlock(at: &Browser) -> anyhow::Result<()> {
    at.fill("Your name", SAMPLE_NAME).await?;
    at.fill("Passphrase", SAMPLE_PASSPHRASE).await?;
    at.click("Unlock").await?;
    at.settle().await?;
    at.sees("Locks after").await?;
    // It opens where it was left.
    at.go("/day").await?;
    at.sees("Needs you now").await
}

async fn open_cases(at: &Seat) -> anyhow::Result<Figure> {
    let mut runs = Runs::default();
    for kind in ["grievance", "complaint", "concern", "question"] {
        for row in 0..(TIMES + WARMING).div_ceil(4) {
            at.go(&format!("/cases?show=all&kind={kind}")).await?;
            let number = focus_row(at, row).await?;
            runs.take(at, &OPEN_CASE, &COLOR_WINDOW, &number).await?;
        }
    }
    runs.figure(&OPEN_CASE, AT_ONCE, at.engine())
}

async fn add_contacts(at: &Seat) -> anyhow::Result<Figure> {
    let mut runs = Runs::default();
    // Not the newest of all, which may have no contact yet.
    at.go("/cases?kind=grievance").await?;
    let number = focus_row(at, 0).await?;
    press(at, &OPEN_CASE, &number).await?;
    for turn in 0..TIMES + WARMING {
        // In no contact of an earlier run on the same office.
        let run = std::process::id();
        let words = format!("She is home. Call {turn} of {run}, {:?}.", at.engine());
        at.fill("What was said", &words).await?;
        at.sees("Draft kept").await?;
        runs.take(at, &ADD_CONTACT, &COLOR_SPOT, &words).await?;
    }
    runs.figure(&ADD_CONTACT, AT_ONCE, at.engine())
}

async fn page_list(at: &Seat) -> anyhow::Result<Figure> {
    let mut runs = Runs::default();
    at.go("/cases?show=all").await?;
    focus_row(at, 0).await?;
    for _ in 0..TIMES + WARMING {
        runs.take(at, &PAGE_LIST, &COLOR_WINDOW, "").await?;
    }
    runs.figure(&PAGE_LIST, AT_ONCE, at.engine())
}

async fn open_library(at: &Seat) -> anyhow::Result<Figure> {
    let mut runs = Runs::default();
    for _ in 0..TIMES + WARMING {
        at.go("/people").await?;
        focus(at, "nav a[href$='/education']").await?;
        runs.take(at, &OPEN_LIBRARY, &COLOR_WINDOW, "").await?;
    }
    runs.figure(&OPEN_LIBRARY, WITHIN_A_FRAME, at.engine())
}

async fn filter_library(at: &Seat) -> anyhow::Result<Figure> {
    let mut runs = Runs::default();
    for _ in 0..TIMES + WARMING {
        // The filter by the office's own kind is on at first; its cross takes it off.
        at.go("/people").await?;
        at.go("/education").await?;
        focus(at, "main search button[aria-label^='Stop']").await?;
        let told = "return document.querySelector('main [role=status]').textContent";
        let told = at.page.execute(told, vec![]).await?;
        let told = told.as_str().unwrap_or_default();
        runs.take(at, &FILTER_LIBRARY, &COLOR_WINDOW, told).await?;
    }
    runs.figure(&FILTER_LIBRARY, WITHIN_A_FRAME, at.engine())
}

/// Puts the focus on what a selector finds.
async fn focus(at: &Browser, selector: &str) -> anyhow::Result<()> {
    const FOCUS: &str = "const one = document.querySelector(arguments[0]);
      if (!one) return false; one.focus(); return document.activeElement === one;";
    for _ in 0..100 {
        if at.page.execute(FOCUS, vec![selector.into()]).await?.as_bool() == Some(true) {
            return at.rest().await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    bail!("nothing to press at {selector}: {}", at.text().await?)
}

/// Puts the focus on a row of the list; answers the number of its case.
async fn focus_row(at: &Browser, row: usize) -> anyhow::Result<String> {
    const FOCUS: &str =
        "const row = document.querySelectorAll('[role=row][data-key]')[arguments[0]];
      if (!row || document.querySelector('main header h1')?.textContent !== 'Cases') return null;
      row.focus(); return row.querySelector('[role=rowheader]')?.textContent ?? null;";
    for _ in 0..100 {
        let told = at.page.execute(FOCUS, vec![row.into()]).await?;
        if let Some(number) = told.as_str() {
            at.rest().await?;
            return Ok(number.to_owned());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    bail!("the list has no row {row}: {}", at.text().await?)
}

/// Presses the key and waits for the painted result, without touching the page meanwhile.
async fn press(at: &Seat, deed: &Deed, given: &str) -> anyhow::Result<Press> {
    let (code, name) = deed.key;
    let listen = LISTEN.replace("READY", deed.ready);
    at.page.execute(&listen, vec![name.into(), given.into()]).await?;
    let mut keys = KeyActions::new("keys".to_owned());
    if deed.with_control {
        keys = keys.then(KeyAction::Down { value: CONTROL });
    }
    keys = keys.then(KeyAction::Down { value: code }).then(KeyAction::Up { value: code });
    if deed.with_control {
        keys = keys.then(KeyAction::Up { value: CONTROL });
    }
    at.page.perform_actions(keys).await?;
    for _ in 0..100 {
        tokio::time::sleep(Duration::from_millis(150)).await;
        let told = at.page.execute("return window.__told", vec![]).await?;
        let moment = |name: &str| told.get(name).and_then(Value::as_f64);
        if let (Some(pressed), Some(there), Some(painted)) =
            (moment("pressed"), moment("there"), moment("painted"))
        {
            let seen = || {
                let drawn = at.screen.as_ref()?.first_after(moment("drawn")?)?;
                Some(drawn - moment("began")?)
            };
            let painted = seen().unwrap_or(painted - pressed);
            return Ok(Press { there: there - pressed, painted });
        }
    }
    bail!("“{}” was not painted; the page says: {}", deed.name, at.text().await?)
}

#[derive(Default)]
struct Runs {
    ours: Vec<Press>,
    floor: Vec<Press>,
}

impl Runs {
    /// One press of a deed, after one of its floor.
    async fn take(
        &mut self,
        at: &Seat,
        deed: &Deed,
        floor: &Deed,
        given: &str,
    ) -> anyhow::Result<()> {
        self.floor.push(press(at, floor, "").await?);
        at.page.execute(UNCOVER, vec![]).await?;
        at.rest().await?;
        self.ours.push(press(at, deed, given).await?);
        Ok(())
    }

    fn figure(self, deed: &Deed, target: &'static str, engine: Engine) -> anyhow::Result<Figure> {
        let painted = |runs: Vec<Press>| -> Vec<f64> {
            runs.into_iter().skip(WARMING).map(|press| press.painted).collect()
        };
        let there = self.ours.iter().skip(WARMING).map(|press| press.there).collect();
        let ours = painted(self.ours);
        crate::say(&format!("  {}: {:.0} ms", deed.name, crate::median(ours.clone())));
        let place = match engine {
            Engine::Window => "window",
            Engine::Chromium => "Chromium",
        };
        Ok(Figure {
            name: format!("{} ({place})", deed.name),
            unit: "ms",
            p95: Some(crate::percentile(&ours, 95)),
            there: Some(crate::median(there)),
            ours: crate::median(ours),
            floor: crate::median(painted(self.floor)),
            target,
        })
    }
}
