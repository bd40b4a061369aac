//! Drags files onto a window and lets go, as a file manager does: XDND, the protocol of X11.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, MapState,
    PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window,
    WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT, CURRENT_TIME, NONE};

/// The version of the protocol that is spoken.
const VERSION: u32 = 5;

/// The pointer moves this often, as a hand does.
const MOVES: Duration = Duration::from_millis(60);

/// A window that has not taken the files by then will not.
const PATIENCE: Duration = Duration::from_secs(15);

x11rb::atom_manager! {
    Atoms: AtomsCookie {
        XdndAware,
        XdndEnter,
        XdndPosition,
        XdndStatus,
        XdndDrop,
        XdndFinished,
        XdndSelection,
        XdndActionCopy,
        UriList: b"text/uri-list",
    }
}

/// Drops the files on the middle of the window with that title. Answers when it has taken them.
pub fn drop_files(title: &str, files: &[PathBuf]) -> anyhow::Result<()> {
    let hand = Hand::over(title, files)?;
    hand.drag()
}

/// A hand that holds files over a window.
struct Hand {
    display: RustConnection,
    atoms: Atoms,
    source: Window,
    target: Window,
    /// The middle of the target, as XDND packs it.
    place: u32,
    uris: String,
}

impl Hand {
    fn over(title: &str, files: &[PathBuf]) -> anyhow::Result<Self> {
        let (display, screen) = x11rb::connect(None)?;
        let root = display.setup().roots.get(screen).context("a screen")?.root;
        let atoms = Atoms::new(&display)?.reply()?;
        let target = find(&display, &atoms, root, title)?
            .with_context(|| format!("no window called {title} takes files"))?;
        let size = display.get_geometry(target)?.reply()?;
        let middle = (size.width / 2, size.height / 2);
        let at = display
            .translate_coordinates(target, root, middle.0.try_into()?, middle.1.try_into()?)?
            .reply()?;
        let place = (u32::try_from(at.dst_x)? << 16) | u32::try_from(at.dst_y)?;
        let source = display.generate_id()?;
        display.create_window(
            COPY_DEPTH_FROM_PARENT,
            source,
            root,
            0,
            0,
            1,
            1,
            0,
            WindowClass::INPUT_OUTPUT,
            COPY_FROM_PARENT,
            &CreateWindowAux::new(),
        )?;
        display.set_selection_owner(source, atoms.XdndSelection, CURRENT_TIME)?;
        let uris = files.iter().map(|file| format!("file://{}\r\n", escaped(file))).collect();
        Ok(Self { display, atoms, source, target, place, uris })
    }

    /// Enters, moves until the window says that it would take the files, and lets go.
    fn drag(&self) -> anyhow::Result<()> {
        let begun = Instant::now();
        let (mut last_move, mut has_dropped) = (None, false);
        self.tell(self.atoms.XdndEnter, [VERSION << 24, self.atoms.UriList, NONE, NONE])?;
        while begun.elapsed() < PATIENCE {
            if !has_dropped && last_move.is_none_or(|at: Instant| at.elapsed() > MOVES) {
                let copy = self.atoms.XdndActionCopy;
                self.tell(self.atoms.XdndPosition, [0, self.place, CURRENT_TIME, copy])?;
                last_move = Some(Instant::now());
            }
            match self.display.poll_for_event()? {
                Some(Event::SelectionRequest(request)) => self.hand_over(&request)?,
                Some(Event::ClientMessage(said)) if said.type_ == self.atoms.XdndStatus => {
                    let [_, flags, ..] = said.data.as_data32();
                    if flags & 1 == 1 && !has_dropped {
                        has_dropped = true;
                        self.tell(self.atoms.XdndDrop, [0, CURRENT_TIME, NONE, NONE])?;
                    }
                }
                Some(Event::ClientMessage(said)) if said.type_ == self.atoms.XdndFinished => {
                    return Ok(());
                }
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        }
        bail!("the window did not take the files; let go: {has_dropped}")
    }

    /// Every message begins with who speaks; the other four words are the message's own.
    fn tell(&self, what: u32, [a, b, c, d]: [u32; 4]) -> anyhow::Result<()> {
        let words = [self.source, a, b, c, d];
        let message = ClientMessageEvent::new(32, self.target, what, words);
        self.display.send_event(false, self.target, EventMask::NO_EVENT, message)?;
        self.display.flush()?;
        Ok(())
    }

    /// Answers the window that asks which files they are.
    fn hand_over(&self, asked: &SelectionRequestEvent) -> anyhow::Result<()> {
        let knows = asked.target == self.atoms.UriList;
        if knows {
            self.display.change_property8(
                PropMode::REPLACE,
                asked.requestor,
                asked.property,
                self.atoms.UriList,
                self.uris.as_bytes(),
            )?;
        }
        let answer = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property: if knows { asked.property } else { NONE },
        };
        self.display.send_event(false, asked.requestor, EventMask::NO_EVENT, answer)?;
        self.display.flush()?;
        Ok(())
    }
}

/// The window of that title that can be seen and that takes drops, at whatever depth.
fn find(
    display: &RustConnection,
    atoms: &Atoms,
    below: Window,
    title: &str,
) -> anyhow::Result<Option<Window>> {
    for window in display.query_tree(below)?.reply()?.children {
        let is_seen = display.get_window_attributes(window)?.reply()?.map_state;
        if is_seen != MapState::VIEWABLE {
            continue;
        }
        let property = |name: u32, kind: u32| -> anyhow::Result<Vec<u8>> {
            Ok(display.get_property(false, window, name, kind, 0, 64)?.reply()?.value)
        };
        let is_aware = !property(atoms.XdndAware, AtomEnum::ATOM.into())?.is_empty();
        let name = property(AtomEnum::WM_NAME.into(), AtomEnum::ANY.into())?;
        if is_aware && name == title.as_bytes() {
            return Ok(Some(window));
        }
        if let Some(found) = find(display, atoms, window, title)? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// A path as a file manager writes it into a list of addresses.
fn escaped(file: &Path) -> String {
    file.to_string_lossy()
        .bytes()
        .map(|byte| match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}
