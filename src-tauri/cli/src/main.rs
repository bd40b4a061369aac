//! The command table of an office, from a terminal.

mod arguments;
mod asking;
mod calling;
mod help;
mod making;
mod output;
mod verifying;

use std::process::ExitCode;

use arguments::Ask;

/// Done.
const DONE: u8 = 0;
/// Refused: wrong arguments, a wrong passphrase, or a command that said no.
const REFUSED: u8 = 1;
/// The office is not whole.
const FAULT: u8 = 2;

fn main() -> ExitCode {
    let asked = match arguments::read(lexopt::Parser::from_env()) {
        Ok(asked) => asked,
        Err(error) => {
            output::complain(&format!("{error:#}\n`bedside-cli --help` tells more."));
            return ExitCode::from(REFUSED);
        }
    };
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            output::complain(&format!("Bedside could not start: {error}"));
            return ExitCode::from(REFUSED);
        }
    };
    let code = runtime.block_on(Box::pin(run(asked))).unwrap_or_else(|error| {
        output::complain(&output::words(&error));
        REFUSED
    });
    ExitCode::from(code)
}

async fn run(asked: Ask) -> anyhow::Result<u8> {
    match asked {
        Ask::Help(about) => output::say(&help::about(about.as_deref())),
        Ask::Version => output::say(concat!("bedside-cli ", env!("CARGO_PKG_VERSION"))),
        Ask::Commands => output::say(&calling::commands()),
        Ask::New(new) => making::new(new).await?,
        Ask::Sample(sample) => making::sample(sample).await?,
        Ask::Call(call) => return calling::call(call).await,
        Ask::Verify(opening) => return verifying::verify(opening).await,
    }
    Ok(DONE)
}
