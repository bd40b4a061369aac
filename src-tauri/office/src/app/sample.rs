//! The sample office. Replaced below.
use super::office::Office;
use crate::kernel::Result;
use std::sync::Arc;
/// Name.
pub const SAMPLE_NAME: &str = "Dana Whitcomb";
/// Passphrase.
pub const SAMPLE_PASSPHRASE: &str = "this office is made up";
/// Fills.
pub async fn fill(_: &Arc<Office>, _: u32, _: u64) -> Result<()> {
    Ok(())
}
