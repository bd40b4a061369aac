//! A session bus of a test's own: nothing is on it but what the test puts there.

use std::io::{BufRead as _, BufReader, ErrorKind, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

use anyhow::{Context as _, bail, ensure};
use tempfile::TempDir;
use zbus::blocking::{Connection, MessageIterator, connection};
use zbus::message;

/// No service is started by being asked for, so the machine's own portal and key store stay away.
const SETTINGS: &str = r#"<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>"#;

/// A session bus. It ends, with what was started on it, when it is dropped.
pub struct Bus {
    address: String,
    programs: Vec<Child>,
    home: TempDir,
}

impl Bus {
    /// Starts a bus. Says `skipped: …` when the machine has none.
    pub fn start() -> anyhow::Result<Self> {
        let home = TempDir::new()?;
        let settings = home.path().join("bus.conf");
        vault::files::write_atomic(&settings, SETTINGS.as_bytes())?;
        let mut daemon = Command::new("dbus-daemon");
        daemon.arg("--config-file").arg(&settings).args(["--nofork", "--print-address=1"]);
        let mut daemon = started(daemon.stdout(Stdio::piped()).stderr(Stdio::null()))?;
        let said = daemon.stdout.take().context("the bus's output")?;
        let mut address = String::new();
        BufReader::new(said).read_line(&mut address)?;
        Ok(Self { address: address.trim().to_owned(), programs: vec![daemon], home })
    }

    /// Where it is.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// A real gnome-keyring, open; its files are gone with the bus.
    pub fn start_keyring(&mut self) -> anyhow::Result<Keyring> {
        let mut command = Command::new("gnome-keyring-daemon");
        command.args(["--foreground", "--unlock", "--components=secrets"]);
        let folders = ["HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"];
        command.envs(folders.map(|name| (name, self.home.path())));
        // With no display it cannot ask anybody anything.
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.address);
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut daemon = started(&mut command)?;
        daemon.stdin.take().context("its input")?.write_all(b"test")?;
        let keyring = Keyring { bus: self.address.clone(), process: daemon.id() };
        self.programs.push(daemon);
        keyring.is_there()?;
        Ok(keyring)
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        for program in self.programs.iter_mut().rev() {
            let _ = program.kill();
            let _ = program.wait();
        }
    }
}

fn started(command: &mut Command) -> anyhow::Result<Child> {
    match command.spawn() {
        Ok(child) => Ok(child),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let name = Path::new(command.get_program()).display();
            bail!("skipped: {name} is not on this machine")
        }
        Err(error) => Err(error.into()),
    }
}

/// A gnome-keyring on a bus.
pub struct Keyring {
    bus: String,
    process: u32,
}

impl Keyring {
    /// Waits until it answers.
    fn is_there(&self) -> anyhow::Result<()> {
        for _ in 0..100 {
            if self.ask("org.freedesktop.DBus.Peer.Ping", "").is_ok() {
                return Ok(());
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        bail!("gnome-keyring does not answer")
    }

    /// Locks it, as a desktop does when its person leaves.
    pub fn lock(&self) -> anyhow::Result<()> {
        let login = "array:objpath:/org/freedesktop/secrets/collection/login";
        self.ask("org.freedesktop.Secret.Service.Lock", login)
    }

    /// From here on it takes what is asked of it and never answers.
    pub fn hang(&self) -> anyhow::Result<()> {
        let stopped = Command::new("kill").args(["-STOP", &self.process.to_string()]).status()?;
        ensure!(stopped.success(), "gnome-keyring was not stopped");
        Ok(())
    }

    fn ask(&self, method: &str, argument: &str) -> anyhow::Result<()> {
        let mut send = Command::new("dbus-send");
        send.args([&format!("--bus={}", self.bus), "--print-reply"]).args([
            "--dest=org.freedesktop.secrets",
            "/org/freedesktop/secrets",
            method,
        ]);
        if !argument.is_empty() {
            send.arg(argument);
        }
        let answer = send.output()?;
        ensure!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
        Ok(())
    }
}

/// Somebody who has a name on a bus, hears every call, and never answers one.
pub struct Silent {
    heard: Arc<Mutex<Vec<String>>>,
    _connection: Connection,
}

impl Silent {
    /// Takes the name.
    pub fn named(name: &str, bus: &Bus) -> anyhow::Result<Self> {
        let connection =
            connection::Builder::address(bus.address())?.name(name.to_owned())?.build()?;
        let heard = Arc::new(Mutex::new(Vec::new()));
        let (note, calls) = (heard.clone(), MessageIterator::from(&connection));
        std::thread::spawn(move || {
            for call in calls.flatten() {
                let header = call.header();
                if header.message_type() == message::Type::MethodCall
                    && let Some(member) = header.member()
                    && let Ok(mut note) = note.lock()
                {
                    note.push(member.to_string());
                }
            }
        });
        Ok(Self { heard, _connection: connection })
    }

    /// The methods that were called so far. All of their callers wait still, or have given up.
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().map(|heard| heard.clone()).unwrap_or_default()
    }
}
