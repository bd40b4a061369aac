//! What a person does on a page: looks for words, clicks what is called so, types into what is
//! labeled so, presses keys.

use std::time::Instant;

use anyhow::bail;
use fantoccini::Locator;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use serde_json::Value;

use super::{Browser, PATIENCE};

/// What a control is called.
const NAMED: &str = r"
const clean = (t) => (t || '').replace(/\s+/g, ' ').trim();
const named = (e) => {
  const by = e.getAttribute('aria-labelledby');
  if (by) return clean(by.split(' ').map((id) => document.getElementById(id)?.innerText || '').join(' '));
  if (e.getAttribute('aria-label')) return clean(e.getAttribute('aria-label'));
  if (e.labels && e.labels.length) return clean(e.labels[0].innerText);
  return clean(e.innerText || e.value || e.title);
};
";

/// What closes something that is told.
const TOLD: Locator<'_> = Locator::Css("[role=alertdialog] [aria-label=Close]");

/// How many times somebody presses Tab before they give up.
const MOST_STOPS: usize = 90;

/// Finds a visible control by its accessible name. The innermost dialog comes first.
const FIND: &str = r#"
const [kind, name, exact] = arguments;
const kinds = {
  button: 'button,[role=button],a[href],[role=menuitem],[role=menuitemradio],[role=option],[role=tab],[role=radio],summary',
  field: 'input:not([type=hidden]),textarea,select,[role=combobox],[contenteditable=true],[role=spinbutton]',
  any: '*',
};
const seen = (e) => { const r = e.getClientRects(); return r.length > 0 && getComputedStyle(e).visibility !== 'hidden'; };
const fits = (e) => { const n = named(e); return exact ? n === name : n === name || n.startsWith(name); };
const tops = [...document.querySelectorAll('[role=dialog],[role=alertdialog],[role=listbox],[role=menu]')].filter(seen).reverse();
for (const root of [...tops, document]) {
  const all = [...root.querySelectorAll(kinds[kind])].filter(seen).filter((e) => !e.disabled);
  const found = all.find((e) => named(e) === name)
    || (exact ? null : all.find(fits) || all.find((e) => e.hasAttribute('aria-labelledby') && named(e).includes(name)));
  if (found) return found;
}
if (kind === 'button') {
  const label = [...document.querySelectorAll('label')].filter(seen).find((e) => clean(e.innerText).startsWith(name));
  if (label) return label;
}
return null;
"#;

/// Waits until an element stands still: two frames in the same place, and nothing about it moving.
/// One that lies under a bar that stays, or out of sight, is brought out from there.
const STEADY: &str = r#"
const [element, done] = arguments;
const box = element.getBoundingClientRect();
const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
if (above === null || (!element.contains(above) && !above.contains(element))) element.scrollIntoView({ block: 'center' });
let last = '', frames = 0;
const look = () => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const place = [x, y, width, height].join();
  const isMoving = document.getAnimations().some((a) => a.playState === 'running'
    && a.effect?.target?.contains(element) && a.effect.getComputedTiming().iterations !== Infinity);
  if ((place === last && !isMoving) || ++frames > 120) return done(true);
  last = place;
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"#;

/// What has the focus: nothing, or what it is called. A part of a date is called as the date is.
const FOCUSED: &str = r"
const e = document.activeElement;
if (e === null || e === document.body) return '';
return named((e.matches('[role=spinbutton]') && e.closest('[role=group]')) || e);
";

/// The entry of a list that Enter would choose, while the focus stays in its field.
const MARKED: &str = "
const id = document.activeElement?.getAttribute('aria-activedescendant');
return (id && document.getElementById(id)?.innerText.trim()) || ''";

/// Text on the page that a person can see.
const SEES: &str = "return document.body.innerText.replace(/\\s+/g, ' ')";

impl Browser {
    async fn find(&self, kind: &str, name: &str) -> anyhow::Result<Element> {
        let begun = Instant::now();
        loop {
            let args = vec![kind.into(), name.into(), Value::Bool(false)];
            if let Ok(found) = self.page.execute(&format!("{NAMED}{FIND}"), args).await
                && let Some(id) = element_id(&found)
            {
                return Ok(Element::from_element_id(self.page.clone(), ElementRef::from(id)));
            }
            if begun.elapsed() > PATIENCE {
                let seen = self.text().await.unwrap_or_default();
                let seen: String = seen.chars().take(600).collect();
                bail!("there is no {kind} called “{name}”; the page says: {seen}");
            }
            tokio::time::sleep(std::time::Duration::from_millis(80)).await;
        }
    }

    /// Clicks the button, link, tab or option of that name.
    pub async fn click(&self, name: &str) -> anyhow::Result<()> {
        self.clicked("button", name).await?;
        self.rest().await
    }

    /// Clicks what is called so, and answers it.
    async fn clicked(&self, kind: &str, name: &str) -> anyhow::Result<Element> {
        let begun = Instant::now();
        loop {
            let element = self.find(kind, name).await?;
            self.steady(&element).await?;
            match element.click().await {
                Ok(()) => return Ok(element),
                // It may still be moving, or be drawn anew: try again as a person would.
                Err(error) if begun.elapsed() > PATIENCE => {
                    return Err(anyhow::Error::new(error).context(format!("clicking “{name}”")));
                }
                Err(_) => tokio::time::sleep(std::time::Duration::from_millis(150)).await,
            }
        }
    }

    async fn steady(&self, element: &Element) -> anyhow::Result<()> {
        let element = serde_json::to_value(element)?;
        // One that was just drawn anew is found again by the click that fails.
        let _ = self.page.execute_async(STEADY, vec![element]).await;
        Ok(())
    }

    /// Clicks the first element that a CSS selector finds.
    pub async fn click_first(&self, css: &str) -> anyhow::Result<()> {
        let wait = self.page.wait().at_most(PATIENCE);
        wait.for_element(Locator::Css(css)).await?.click().await?;
        self.rest().await
    }

    /// Types into the field of that label, after what is there.
    pub async fn add_to(&self, label: &str, text: &str) -> anyhow::Result<()> {
        let field = self.find("field", label).await?;
        field.send_keys(text).await?;
        self.rest().await
    }

    /// Puts away what is told at the corner, each with an Undo of its own. One that leaves by itself
    /// meanwhile is put away too.
    pub async fn put_away_told(&self) -> anyhow::Result<()> {
        let begun = Instant::now();
        while let Ok(close) = self.page.find(TOLD).await {
            if begun.elapsed() > PATIENCE {
                bail!("what is told stays");
            }
            let _ = close.click().await;
            self.rest().await?;
        }
        Ok(())
    }

    /// Empties the field of that label and types into it.
    pub async fn fill(&self, label: &str, text: &str) -> anyhow::Result<()> {
        let field = self.clicked("field", label).await?;
        field.send_keys("\u{E009}a\u{E000}").await?;
        field.send_keys("\u{E017}").await?;
        field.send_keys(text).await?;
        self.rest().await
    }

    /// What is in the field of that label.
    pub async fn value_of(&self, label: &str) -> anyhow::Result<String> {
        let field = self.find("field", label).await?;
        Ok(field.prop("value").await?.unwrap_or_default())
    }

    /// Presses keys on whatever has the focus; WebDriver's codes for special keys.
    pub async fn press(&self, keys: &str) -> anyhow::Result<()> {
        self.send(keys).await?;
        self.rest().await
    }

    /// What has the focus may be drawn anew just now: then its successor gets the keys.
    async fn send(&self, keys: &str) -> anyhow::Result<()> {
        let begun = Instant::now();
        loop {
            let sent = match self.page.active_element().await {
                Ok(active) => active.send_keys(keys).await,
                Err(error) => Err(error),
            };
            match sent {
                Ok(()) => return Ok(()),
                Err(error) if !is_gone(&error) || begun.elapsed() > PATIENCE => {
                    return Err(error.into());
                }
                Err(_) => tokio::time::sleep(std::time::Duration::from_millis(80)).await,
            }
        }
    }

    /// Presses Down until the entry of that name is the marked one of an open list.
    pub async fn arrow_to(&self, name: &str) -> anyhow::Result<()> {
        let begun = Instant::now();
        loop {
            let marked = self.page.execute(MARKED, vec![]).await?;
            if marked.as_str().is_some_and(|marked| marked.starts_with(name)) {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                bail!("“{name}” is never marked; the last one was {marked}");
            }
            self.press("\u{E015}").await?;
        }
    }

    /// Presses Tab until the focus is on what is called so; none when it is there already.
    pub async fn reach(&self, name: &str) -> anyhow::Result<()> {
        let mut passed = Vec::new();
        for _ in 0..MOST_STOPS {
            let focused = self.page.execute(&format!("{NAMED}{FOCUSED}"), vec![]).await?;
            let focused = focused.as_str().unwrap_or_default();
            if focused.starts_with(name) {
                return Ok(());
            }
            passed.push(focused.chars().take(40).collect::<String>());
            self.send("\u{E004}").await?;
        }
        bail!("the focus never comes to “{name}”; it was on: {}", passed.join(" | "))
    }

    /// Comes to what is called so by Tab, and presses Enter on it.
    pub async fn enter(&self, name: &str) -> anyhow::Result<()> {
        self.reach(name).await?;
        self.press("\u{E007}").await
    }

    /// All text a person can see.
    pub async fn text(&self) -> anyhow::Result<String> {
        let text = self.page.execute(SEES, vec![]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page no longer says this.
    pub async fn sees_no(&self, words: &str) -> anyhow::Result<()> {
        let begun = Instant::now();
        while self.text().await.is_ok_and(|text| text.contains(words)) {
            if begun.elapsed() > PATIENCE {
                bail!("“{words}” is still there");
            }
            tokio::time::sleep(std::time::Duration::from_millis(80)).await;
        }
        Ok(())
    }

    /// Waits until the page says this.
    pub async fn sees(&self, words: &str) -> anyhow::Result<()> {
        let begun = Instant::now();
        loop {
            let text = self.text().await.unwrap_or_default();
            if text.contains(words) {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                let start: String = text.chars().take(800).collect();
                bail!("“{words}” does not appear; the page says: {start}");
            }
            tokio::time::sleep(std::time::Duration::from_millis(80)).await;
        }
    }
}

/// Whether the element was drawn anew before anything could be done with it.
fn is_gone(error: &CmdError) -> bool {
    error.is_no_such_element() || error.is_stale_element_reference()
}

fn element_id(found: &Value) -> Option<String> {
    let map = found.as_object()?;
    map.values().next()?.as_str().map(str::to_owned)
}
