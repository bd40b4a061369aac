//! What every page of ours runs before its own scripts, and the calls it makes to the shell.
//! The shell answers them itself; the office never sees them.

/// A page has painted.
pub(crate) const PAINTED: &str = "shell.painted";

/// A page asks for news.
pub(crate) const NEWS: &str = "shell.news";

/// The second frame comes after the first is out.
pub(crate) const SCRIPT: &str = "requestAnimationFrame(() => requestAnimationFrame(() =>
  window.__TAURI_INTERNALS__.invoke('call', { name: 'shell.painted', input: null })));";

/// A menu on the page is of use only where there is text to cut and paste.
pub(crate) const NO_MENU: &str = "addEventListener('contextmenu', (event) => {
  const place = event.target instanceof Element ? event.target : null;
  if (!place?.closest('input, textarea, [contenteditable]')) event.preventDefault();
}, true);";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_makes_the_call_that_the_shell_answers() {
        assert!(SCRIPT.contains(&format!("name: '{PAINTED}'")));
    }
}
