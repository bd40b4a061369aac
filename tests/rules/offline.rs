//! Nothing we ship opens a socket, and no door for tests is in it.

use crate::fault::{Fault, Rule};
use crate::reading::rust::{Code, code_in};
use crate::reading::script::{Script, scripts};
use crate::reading::words;
use crate::shipped::{Package, packages, read};

const NETWORK: Rule = Rule {
    wants: "No crate that speaks over a network is in what we ship.",
    because: "the record stays on the laptop; code that is not there cannot be made to send it.",
    instead: "do without, or turn the feature off that brings it. What cannot leave the machine gets a \
              line in `JUDGED` that says why.",
};

const SOCKETS: Rule = Rule {
    wants: "Our own code opens no socket, and the window asks no server.",
    because: "the one way out of the office is a file that a person saves or prints.",
    instead: "leave it out; what tests need stands in tests/host, which never ships.",
};

const DOORS: Rule = Rule {
    wants: "What only tests need is in nothing we ship.",
    because: "a cheap key derivation, a drivable window or an inspector is an open door.",
    instead: "switch the feature on in tests/ or on the command line of a test, never in a package \
              that ships.",
};

/// Crates that speak over a network, or wait for it.
const NETWORK_CRATES: [&str; 42] = [
    "actix-web",
    "async-io",
    "async-net",
    "async-std",
    "attohttpc",
    "axum",
    "awc",
    "curl",
    "ftp",
    "h2",
    "h3",
    "hickory-resolver",
    "http",
    "httparse",
    "hyper",
    "hyper-util",
    "isahc",
    "lettre",
    "libp2p",
    "mio",
    "minreq",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rocket",
    "rouille",
    "rustls",
    "schannel",
    "security-framework",
    "socket2",
    "soup3",
    "ssh2",
    "surf",
    "tiny_http",
    "tonic",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "warp",
    "webpki-roots",
    "zbus",
];

/// Families of such crates, by how their names begin.
const NETWORK_FAMILIES: [&str; 10] = [
    "actix-",
    "curl-",
    "hickory-",
    "hyper-",
    "quinn-",
    "rustls-",
    "tauri-plugin-http",
    "tauri-plugin-updater",
    "tokio-native-tls",
    "tokio-tungstenite",
];

/// Features that bring the network into a crate that is harmless without them.
const NETWORK_FEATURES: [(&str, &str); 3] =
    [("tokio", "net"), ("tauri", "native-tls"), ("tauri", "rustls-tls")];

/// What is in there all the same, and why it cannot reach a network here.
const JUDGED: [(&str, &str); 7] = [
    (
        "tokio/net",
        "sqlx-core asks for it, for database servers; with SQLite alone nothing calls it",
    ),
    ("mio", "the event loop behind tokio's `net`; nothing registers a socket with it"),
    ("socket2", "comes with tokio's `net`; nothing calls it"),
    ("zbus", "speaks D-Bus over the desktop's own local socket, to its key store (keyring)"),
    ("async-io", "waits on that one local socket for zbus"),
    (
        "http",
        "types only: how Tauri describes a request to the page that is built into the program",
    ),
    ("soup3", "names libsoup's types for WebKitGTK; the page's policy allows it no address to ask"),
];

/// Features that are doors for tests or for developers: no program has them on.
const DOORS_IN: [(&str, &str); 6] = [
    ("vault", "testing"),
    ("desktop", "automation"),
    ("tauri", "devtools"),
    ("tauri", "protocol-asset"),
    ("tauri", "test"),
    ("wry", "devtools"),
];

/// Packages of ours that never ship.
const STAY_HOME: [&str; 2] = ["office-tests", "xtask"];

fn network(packages: &[Package]) -> Vec<String> {
    let mut found: Vec<String> = packages
        .iter()
        .flat_map(|package| {
            let name = package.name.as_str();
            let is_one = NETWORK_CRATES.contains(&name)
                || NETWORK_FAMILIES.iter().any(|start| name.starts_with(start));
            let by_feature = NETWORK_FEATURES.iter().filter(move |(of, feature)| {
                *of == name && package.features.iter().any(|on| on == feature)
            });
            let by_name = is_one.then(|| name.to_owned());
            by_name.into_iter().chain(by_feature.map(|(of, feature)| format!("{of}/{feature}")))
        })
        .collect();
    found.dedup();
    found
}

fn unjudged(packages: &[Package]) -> Vec<Fault> {
    let is_judged = |name: &String| JUDGED.iter().any(|(judged, _)| judged == name);
    let strange = network(packages).into_iter().filter(|name| !is_judged(name));
    strange
        .map(|name| {
            let ask = name.split('/').next().unwrap_or_default();
            Fault::of(&name, format!("who brings it: cargo tree -p desktop -p cli -i {ask}"))
        })
        .collect()
}

fn doors(packages: &[Package]) -> Vec<Fault> {
    let open = packages.iter().flat_map(|package| {
        let on = |feature: &str| package.features.iter().any(|on| on == feature);
        DOORS_IN
            .iter()
            .filter(move |(of, feature)| *of == package.name && on(feature))
            .map(|(of, feature)| Fault::of(of, format!("its feature `{feature}` is on")))
            .collect::<Vec<_>>()
    });
    let strange = packages.iter().filter(|package| STAY_HOME.contains(&package.name.as_str()));
    open.chain(strange.map(|package| Fault::of(&package.name, "ships"))).collect()
}

fn sockets(code: &Code) -> Vec<Fault> {
    const TYPES: [&str; 7] = [
        "TcpStream",
        "TcpListener",
        "TcpSocket",
        "UdpSocket",
        "UnixStream",
        "UnixListener",
        "UnixDatagram",
    ];
    words(&code.text)
        .filter(|word| {
            let is_module = word.text == "net" && word.before.ends_with("::");
            is_module || TYPES.contains(&word.text)
        })
        .map(|word| Fault::at(&code.path, code.line(word.at), format!("uses `{}`", word.text)))
        .collect()
}

fn requests(script: &Script) -> Vec<Fault> {
    const WAYS: [&str; 6] =
        ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "RTCPeerConnection"];
    // Without Tauri around it the page talks to the test host that served it, and to nobody else.
    let asks_host = script.path == "ui/src/ipc/call.ts";
    words(&script.text)
        .filter(|word| WAYS.contains(&word.text) && !script.path.contains(".test."))
        .filter(|word| !(asks_host && word.text == "fetch"))
        .map(|word| Fault::at(&script.path, script.line(word.at), format!("uses `{}`", word.text)))
        .collect()
}

#[test]
fn nothing_we_ship_can_reach_a_network() {
    NETWORK.holds(unjudged(packages()));
}

#[test]
fn no_judgment_outlives_its_crate() {
    let found = network(packages());
    for (name, why) in JUDGED {
        assert!(found.iter().any(|f| f == name), "{name} ships no more; drop its line ({why})");
    }
}

#[test]
fn no_door_for_tests_ships() {
    DOORS.holds(doors(packages()));
}

#[test]
fn our_own_code_opens_no_socket() {
    let ours = code_in("src-tauri").filter(|code| !code.path.starts_with("src-tauri/xtask/"));
    SOCKETS.holds(ours.flat_map(sockets).chain(scripts().flat_map(requests)).collect());
}

#[test]
fn a_network_crate_and_a_door_are_noticed() {
    let tree = "reqwest v1.0.0|MIT|\nhyper-rustls v1|MIT|\ntauri v2|MIT|wry,rustls-tls\nserde v1|MIT|net\n";
    assert_eq!(unjudged(&read(tree)).len(), 3);
    let tree = "vault v0|MIT|testing\ndesktop v0|MIT|automation\ntauri v2|MIT|devtools\noffice-tests v0|MIT|\n";
    assert_eq!(doors(&read(tree)).len(), 4);
    assert_eq!(doors(&read("tauri v2|MIT|wry\nvault v0|MIT|\n")).len(), 0);
}

#[test]
fn a_socket_in_our_own_code_is_noticed() {
    let bad = "use std::net::IpAddr;\nfn f() { TcpStream::connect(a); }";
    assert_eq!(sockets(&Code::read("a.rs", bad)).len(), 2);
    assert_eq!(sockets(&Code::read("a.rs", "let net = 1; // std::net")).len(), 0);
    let script =
        |path: &str| requests(&Script::read(path, "await fetch(a); new WebSocket(b);")).len();
    assert_eq!((script("ui/src/features/a.ts"), script("ui/src/ipc/call.ts")), (2, 1));
}
