//! What every page of ours runs before its own scripts, and the calls it makes to the shell.
//! The shell answers them itself; the office never sees them.

/// A page has painted.
pub(crate) const PAINTED: &str = "shell.painted";

/// Somebody sits at the keyboard or holds the mouse.
pub(crate) const TOUCHED: &str = "shell.touched";

/// The second frame comes after the first is out. A touch counts only when a person makes it,
/// and is told at most every ten seconds.
pub(crate) const SCRIPT: &str = "(() => {
  const tell = (name) => window.__TAURI_INTERNALS__.invoke('call', { name, input: null });
  requestAnimationFrame(() => requestAnimationFrame(() => tell('shell.painted')));
  let told = -Infinity;
  const touched = (event) => {
    if (!event.isTrusted || performance.now() - told < 10000) return;
    told = performance.now();
    tell('shell.touched');
  };
  for (const sign of ['keydown', 'pointerdown', 'pointermove', 'wheel'])
    addEventListener(sign, touched, { capture: true, passive: true });
})();";

/// A menu on the page is of use only where there is text to cut and paste.
pub(crate) const NO_MENU: &str = "addEventListener('contextmenu', (event) => {
  const place = event.target instanceof Element ? event.target : null;
  if (!place?.closest('input, textarea, [contenteditable]')) event.preventDefault();
}, true);";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_makes_the_calls_that_the_shell_answers() {
        for name in [PAINTED, TOUCHED] {
            assert!(SCRIPT.contains(&format!("tell('{name}')")), "{name}");
        }
    }
}
