//! Hands the key to SQLCipher directly, so that it never passes through a statement or a log.

use std::ffi::c_int;

use libsqlite3_sys::{SQLITE_OK, sqlite3_key_v2};
use sqlx::SqliteConnection;
use zeroize::Zeroizing;

use crate::kernel::{Error, Result};

/// The length of `x'` + 64 hex digits + `'`.
const RAW_KEY_TEXT: usize = 67;

/// Keys a connection that was opened without a key.
///
/// `hex` is the 64-digit form; any other length would silently be taken for a passphrase.
pub(super) async fn key(connection: &mut SqliteConnection, hex: &str) -> Result<()> {
    if hex.len() != 64 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(Error::bug("the store key is not 64 hex digits"));
    }
    let mut text = Zeroizing::new(String::with_capacity(RAW_KEY_TEXT));
    text.push_str("x'");
    text.push_str(hex);
    text.push('\'');
    let length = c_int::try_from(text.len()).map_err(|e| Error::bug("key length").caused_by(e))?;
    let mut handle = connection.lock_handle().await.map_err(super::tx::failed)?;
    let raw = handle.as_raw_handle().as_ptr();
    #[expect(unsafe_code, reason = "SQLCipher takes a key only through its C interface")]
    // SAFETY: the handle is locked and alive, and the text outlives the call, which copies it.
    let code = unsafe { sqlite3_key_v2(raw, c"main".as_ptr(), text.as_ptr().cast(), length) };
    if code == SQLITE_OK { Ok(()) } else { Err(Error::bug("sqlite3_key_v2")) }
}
