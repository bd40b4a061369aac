//! Typing as at a keyboard, without a driver that would leave its own scripts in the window.

use std::time::Duration;

use anyhow::Context as _;
use x11rb::CURRENT_TIME;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    ConnectionExt as _, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MapState, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// The keys that are no letters, by X11's names.
const TAB: u32 = 0xff09;
const RETURN: u32 = 0xff0d;
const SHIFT: u32 = 0xffe1;

/// How long a key is down, and how long until the next one.
const PACE: Duration = Duration::from_millis(25);

/// A keyboard on the display.
pub(crate) struct Typist {
    display: RustConnection,
    root: Window,
    first: u8,
    per_key: usize,
    signs: Vec<u32>,
}

impl Typist {
    /// Sits down at the display.
    pub(crate) fn sit_down() -> anyhow::Result<Self> {
        let (display, screen) = x11rb::connect(None)?;
        let setup = display.setup();
        let root = setup.roots.get(screen).context("a screen")?.root;
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let keys = display.get_keyboard_mapping(first, last - first + 1)?.reply()?;
        let per_key = usize::from(keys.keysyms_per_keycode);
        Ok(Self { display, root, first, per_key, signs: keys.keysyms })
    }

    /// The largest window that is shown, where there is one.
    pub(crate) fn largest_window(&self) -> anyhow::Result<Option<Window>> {
        let mut largest = None;
        for window in self.display.query_tree(self.root)?.reply()?.children {
            // One that is being closed is gone before it can be asked.
            let Ok(state) = self.display.get_window_attributes(window)?.reply() else { continue };
            let Ok(shape) = self.display.get_geometry(window)?.reply() else { continue };
            if state.map_state == MapState::VIEWABLE {
                let area = u32::from(shape.width) * u32::from(shape.height);
                largest = largest.max(Some((area, window)));
            }
        }
        Ok(largest.map(|(_, window)| window))
    }

    /// Turns to a window: what is typed goes there.
    pub(crate) fn turn_to(&self, window: Window) -> anyhow::Result<()> {
        self.display.set_input_focus(InputFocus::PARENT, window, CURRENT_TIME)?.check()?;
        Ok(())
    }

    /// Types words.
    pub(crate) fn words(&self, words: &str) -> anyhow::Result<()> {
        words.chars().try_for_each(|sign| self.press(sign.into()))
    }

    /// Goes to the next field.
    pub(crate) fn next_field(&self) -> anyhow::Result<()> {
        self.press(TAB)
    }

    /// Sends what was typed.
    pub(crate) fn send(&self) -> anyhow::Result<()> {
        self.press(RETURN)
    }

    fn press(&self, sign: u32) -> anyhow::Result<()> {
        let (key, shifted) = self.key(sign).context("no key for a sign")?;
        let shift = self.key(SHIFT).context("no shift key")?.0;
        if shifted {
            self.fake(KEY_PRESS_EVENT, shift)?;
        }
        self.fake(KEY_PRESS_EVENT, key)?;
        std::thread::sleep(PACE);
        self.fake(KEY_RELEASE_EVENT, key)?;
        if shifted {
            self.fake(KEY_RELEASE_EVENT, shift)?;
        }
        std::thread::sleep(PACE);
        Ok(())
    }

    /// The key that gives a sign, and whether with shift.
    fn key(&self, sign: u32) -> Option<(u8, bool)> {
        let at = |column: usize| {
            self.signs.chunks(self.per_key).position(|key| key.get(column) == Some(&sign))
        };
        let (place, shifted) = at(0).map(|key| (key, false)).or_else(|| Some((at(1)?, true)))?;
        Some((self.first + u8::try_from(place).ok()?, shifted))
    }

    fn fake(&self, kind: u8, key: u8) -> anyhow::Result<()> {
        self.display.xtest_fake_input(kind, key, CURRENT_TIME, self.root, 0, 0, 0)?.check()?;
        Ok(())
    }
}
