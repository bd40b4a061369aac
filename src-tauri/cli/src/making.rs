//! Making an office, or the sample office.

use std::convert::Infallible;
use std::io::IsTerminal as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use office::app::{Caller, Host, NoDesktop, Office, OfficeSetup, SAMPLE_NAME, SAMPLE_PASSPHRASE};
use office::kernel::{Clock, Ids};
use serde_json::{Value, json};

use crate::arguments::{New, Sample};
use crate::{asking, output};

/// Every call from a terminal says that it comes from there.
pub(crate) const TERMINAL: Caller = Caller { host: Host::CommandLine };

/// What an office in `folder` needs from this machine.
pub(crate) fn setup(folder: &Path) -> OfficeSetup {
    OfficeSetup::here(folder.to_path_buf(), Arc::new(NoDesktop))
}

/// Makes an office and locks it.
pub(crate) async fn new(new: New) -> Result<()> {
    let setup = setup(&new.folder);
    let zone = new.time_zone.unwrap_or_else(|| setup.clock.zone().name().to_owned());
    let office = Office::new(setup);
    let passphrase = asking::new_passphrase(new.passphrase_file.as_deref())?;
    let input = json!({
        "officeName": new.office, "yourName": new.name, "passphrase": passphrase.expose(),
        "profile": new.profile, "timeZone": zone,
    });
    office.call(TERMINAL, "security.create", input).await?;
    office.lock().await?;
    output::say(&format!("The office is in {}.", new.folder.display()));
    Ok(())
}

/// Makes the sample office and locks it.
pub(crate) async fn sample(sample: Sample) -> Result<()> {
    let mut setup = setup(&sample.folder);
    if let Some(day) = sample.today {
        let afternoon = day.and_hms_opt(16, 0, 0).context("The day has no afternoon.")?;
        let at = setup.clock.instant_of(afternoon);
        setup.clock = Clock::stopped(at, setup.clock.zone());
        setup.ids = Ids::seeded(sample.seed);
    }
    let office = Office::new(setup);
    let made = Box::pin(office.make_sample_here(sample.cases, sample.seed));
    tokio::select! {
        made = made => made?,
        never = watch(&office) => match never {},
    }
    if std::io::stderr().is_terminal() {
        output::say_again("");
    }
    office.lock().await?;
    output::say(&format!(
        "The sample office is in {}. Everyone in it is made up.\nName: {SAMPLE_NAME}\n\
         Passphrase: {SAMPLE_PASSPHRASE}",
        sample.folder.display()
    ));
    Ok(())
}

/// Shows how far it is, to somebody who watches. It never ends by itself.
async fn watch(office: &Arc<Office>) -> Infallible {
    if !std::io::stderr().is_terminal() {
        return std::future::pending().await;
    }
    loop {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let Ok(reply) = office.call(TERMINAL, "office.progress", Value::Null).await else {
            continue;
        };
        let number = |name: &str| reply.output.get(name).and_then(Value::as_u64);
        if let (Some(done), Some(total)) = (number("done"), number("total")) {
            output::say_again(&format!("{done} of {total} entries "));
        }
        if reply.output.is_null() {
            output::say_again("");
        }
    }
}
