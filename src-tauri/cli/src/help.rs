//! What the program can do, in plain words.

const ALL: &str = "\
bedside-cli: the work of an office, from a terminal.

  bedside-cli new DIR --office NAME --name YOU    make an office in the folder DIR
  bedside-cli sample DIR                          make the sample office in the folder DIR
  bedside-cli call DIR COMMAND [JSON]             run one command and print what it answers
  bedside-cli commands                            list every command, as JSON
  bedside-cli verify DIR                          check that an office is whole

`bedside-cli new --help`, and so on, tells more about each.

The passphrase is read from the terminal, without showing it, or from a file given with
--passphrase-file. It is never taken from the command line or the environment, where other programs
could see it.

Exit codes: 0 done, 1 refused, 2 the office is not whole.";

const NEW: &str = "\
bedside-cli new DIR --office NAME --name YOU

Makes an office in the folder DIR, which is made too if it is not there.

  --office NAME            what the office is called
  --name YOU               the name you will unlock with
  --profile PROFILE        the rules it works under: us-hospital (if left out), us-ltc-ombudsman,
                           us-insurance, uk-england, scotland, wales, northern-ireland, ireland,
                           new-south-wales or ontario
  --time-zone ZONE         such as America/Chicago; if left out, this computer's
  --passphrase-file FILE   read the passphrase from FILE instead of asking

A passphrase has 15 characters or more. Nobody can open the office without it.";

const SAMPLE: &str = "\
bedside-cli sample DIR

Makes the sample office in the folder DIR. Everyone in it is made up. Its passphrase is printed: it
is no secret.

  --cases N                how many cases (60 if left out)
  --seed S                 a number; the same one gives the same office (7 if left out)
  --today YYYY-MM-DD       the day on which it plays, if not today

Stopping with Ctrl+C leaves no office behind.";

const CALL: &str = "\
bedside-cli call DIR COMMAND [JSON]

Unlocks the office in DIR, runs one command, prints its answer as JSON, and locks again.
`bedside-cli commands` lists the commands and what each wants.

  JSON                     what the command wants; - reads it from standard input; none is null
  --name YOU               the name you unlock with
  --passphrase-file FILE   read the passphrase from FILE instead of asking

Give what holds names or notes on standard input: other programs can see a command line.
A refusal is printed to standard error as JSON, and the exit code is 1.";

const COMMANDS: &str = "\
bedside-cli commands

Lists every command as JSON: its name, who may call it, what kind it is (query, viewing, action or
task), and the types of what it takes and answers, as in the contract of the window.";

const VERIFY: &str = "\
bedside-cli verify DIR

Checks that the office in DIR is whole: both checks of the encrypted file, the chain of the journal,
the signed marks beside it, and every record against the journal.

  --name YOU               the name you unlock with
  --passphrase-file FILE   read the passphrase from FILE instead of asking

The exit code is 0 when all is well, and 2 when it is not; the first fault is named. Checking is
itself written into the journal.";

/// The help about one command, or about all.
pub(crate) fn about(command: Option<&str>) -> String {
    let text = match command {
        Some("new") => NEW,
        Some("sample") => SAMPLE,
        Some("call") => CALL,
        Some("commands") => COMMANDS,
        Some("verify") => VERIFY,
        _ => ALL,
    };
    text.to_owned()
}
