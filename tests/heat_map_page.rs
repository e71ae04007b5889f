//! The page of the heat map as a browser gets it, and who gets nothing.

#[path = "support/session.rs"]
mod session;
#[path = "support/wire.rs"]
mod wire;

use serde_json::{Value, json};
use session::{Session, server};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::ops::{Deref, DerefMut};
use std::time::Duration;

const URI: &str = "file:///specs/demo.synergy";
const SPEC: &str = "project demo \"Demo\" {\n  claim instant: performance + decentralization { says \"Fast.\" }\n}\n";

/// An editor with a server, which knows how to be asked to show something.
struct Editor(Session);

impl Editor {
    fn start(shows_documents: bool) -> Editor {
        let capabilities = json!({ "window": { "showDocument": { "support": shows_documents } } });
        let mut session = Session::start(server(), capabilities);
        session.open(URI, SPEC);
        Editor(session)
    }

    /// Says yes to the next question to show something, and answers what was to be shown.
    fn shows(&mut self) -> Value {
        let asked = self.wait(|message| message["method"] == "window/showDocument");
        self.send(json!({ "jsonrpc": "2.0", "id": asked["id"], "result": { "success": true } }));
        asked["params"].clone()
    }

    /// Asks for the page of the spec.
    fn page(&mut self) -> Page {
        let arguments = json!({ "command": "hypecheck.matrix", "arguments": [{ "uri": URI }] });
        let answer = self.request("workspace/executeCommand", arguments);
        let url = url::Url::parse(answer["url"].as_str().expect("an address")).expect("an address");
        let address = format!("{}:{}", url.host_str().expect("a host"), url.port().expect("a port"));
        Page {
            address: address.parse().expect("an address"),
            path: url.path().to_owned(),
            query: url.query().expect("a query").to_owned(),
        }
    }

    fn quit(self) {
        assert!(self.0.quit().success());
    }
}

impl Deref for Editor {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.0
    }
}

impl DerefMut for Editor {
    fn deref_mut(&mut self) -> &mut Session {
        &mut self.0
    }
}

struct Page {
    address: SocketAddr,
    path: String,
    query: String,
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.split_once(": ").filter(|(key, _)| *key == name).map(|(_, value)| value))
    }
}

impl Page {
    fn send(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("it can be set");
        stream.write_all(request.as_bytes()).expect("it reads");
        stream
    }

    /// Sends a request as it is, and reads the answer to its end.
    fn raw(&self, request: &str) -> Answer {
        let mut text = String::new();
        self.send(request).read_to_string(&mut text).expect("it answers");
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Answer {
        self.raw(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address))
    }

    /// The address of something beside the page.
    fn beside(&self, name: &str) -> String {
        format!("{}{name}?{}", self.path, self.query)
    }

    fn post(&self, path: &str, headers: &str, body: &str) -> Answer {
        let len = body.len();
        self.raw(&format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nContent-Length: {len}\r\n{headers}\r\n{body}",
            self.address
        ))
    }

    fn own(&self) -> String {
        format!("Origin: http://{}\r\nContent-Type: application/json\r\n", self.address)
    }
}

const GO: &str = r##"{"claim":"#demo/instant"}"##;

#[test]
fn the_page_comes_with_a_policy_that_runs_our_script_and_nothing_else() {
    let mut editor = Editor::start(true);
    let page = editor.page();
    let answer = page.get(&page.beside(""));
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("text/html; charset=utf-8")));
    let policy = answer.header("content-security-policy").expect("a policy");
    let nonce = policy.split("script-src 'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce");
    assert!(nonce.len() >= 32 && answer.body.contains(&format!("<script nonce=\"{nonce}\"")), "{policy}");
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cache-control", "no-store"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-frame-options", "DENY"),
    ] {
        assert_eq!(answer.header(name), Some(value), "{name}");
    }
    assert_ne!(page.get(&page.beside("")).header("content-security-policy"), Some(policy), "a nonce is used once");
    for (name, kind) in [("heat-map.css", "text/css; charset=utf-8"), ("heat-map.js", "text/javascript; charset=utf-8")]
    {
        let answer = page.get(&page.beside(name));
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(kind)));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    }
    editor.quit();
}

#[test]
fn without_the_token_there_is_nothing() {
    let mut editor = Editor::start(true);
    let page = editor.page();
    let token = page.path.trim_matches('/').to_owned();
    assert!(token.len() >= 32, "at least 128 bits");
    let wrong = format!("{}{}", if token.starts_with('0') { '1' } else { '0' }, &token[1..]);
    let nothing = page.get("/");
    assert_eq!(nothing.status, 404);
    for path in [
        "/heat-map.css".to_owned(),
        format!("/{wrong}/?{}", page.query),
        format!("/{wrong}/heat-map.js"),
        format!("/{wrong}/events?{}", page.query),
        format!("/{}/?{}", &token[..token.len() - 1], page.query),
        format!("/{token}0/?{}", page.query),
        format!("/{}/?{}", token.to_uppercase(), page.query),
        format!("/?token={token}"),
        format!("//{token}/"),
        format!("/{token}"),
        "/../../etc/passwd".to_owned(),
    ] {
        // Each looks the same, so that nothing can be learnt from it.
        let answer = page.get(&path);
        assert_eq!((answer.status, &answer.body), (404, &nothing.body), "{path}");
    }
    let answer = page.post(&format!("/{wrong}/claim?{}", page.query), &page.own(), GO);
    assert_eq!(answer.status, 404);
    editor.quit();
}

#[test]
fn behind_the_token_there_is_the_page_and_nothing_else() {
    let mut editor = Editor::start(true);
    let page = editor.page();
    for name in ["heat-map.html", "demo.synergy", "..%2f", "../", "claims", "events/", "Cargo.toml"] {
        assert_eq!(page.get(&page.beside(name)).status, 404, "{name}");
    }
    for query in ["", "?of=", "?of=1", "?of=-1", "?of=99999999999999999999", "?of=file:///etc/passwd"] {
        assert_eq!(page.get(&format!("{}{query}", page.path)).status, 404, "{query}");
    }
    editor.quit();
}

#[test]
fn another_name_for_this_machine_leads_nowhere() {
    let mut editor = Editor::start(true);
    let page = editor.page();
    let port = page.address.port();
    let path = page.beside("");
    for host in
        ["evil.example", "127.0.0.1", "localhost", &format!("localhost:{port}"), &format!("evil.example:{port}"), ""]
    {
        let answer = page.raw(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n"));
        assert_eq!(answer.status, 403, "{host}");
        assert!(!answer.body.contains("<html"));
    }
    let twice = format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example\r\n\r\n");
    assert!(matches!(page.raw(&twice).status, 400 | 403));
    assert!(matches!(page.raw(&format!("GET {path} HTTP/1.1\r\n\r\n")).status, 400 | 403));
    editor.quit();
}

#[test]
fn another_page_in_the_browser_gets_nothing_and_moves_no_cursor() {
    let mut editor = Editor::start(true);
    let page = editor.page();
    editor.shows();
    for origin in ["http://evil.example", "null", "http://127.0.0.1", &format!("https://{}", page.address)] {
        for name in ["", "events", "heat-map.js"] {
            let path = page.beside(name);
            let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nOrigin: {origin}\r\n\r\n", page.address);
            assert_eq!(page.raw(&request).status, 403, "{name} for {origin}");
        }
        let headers = format!("Origin: {origin}\r\nContent-Type: application/json\r\n");
        assert_eq!(page.post(&page.beside("claim"), &headers, GO).status, 403, "{origin}");
    }
    assert_eq!(page.post(&page.beside("claim"), "Content-Type: application/json\r\n", GO).status, 403, "no origin");
    let plain = format!("Origin: http://{}\r\nContent-Type: text/plain\r\n", page.address);
    assert_eq!(page.post(&page.beside("claim"), &plain, GO).status, 400, "what a form could send");
    editor.request("hypecheck/heatMap", json!({}));
    assert!(editor.kept.iter().all(|message| message["method"] != "window/showDocument"), "{:?}", editor.kept);
    editor.quit();
}

#[test]
fn only_one_way_of_asking_is_answered() {
    let mut editor = Editor::start(true);
    let page = editor.page();
    for (method, name) in [
        ("POST", ""),
        ("PUT", ""),
        ("DELETE", ""),
        ("OPTIONS", ""),
        ("HEAD", ""),
        ("POST", "events"),
        ("GET", "claim"),
        ("OPTIONS", "claim"),
        ("TRACE", ""),
    ] {
        let answer = page.raw(&format!(
            "{method} {} HTTP/1.1\r\nHost: {}\r\nOrigin: http://{}\r\nContent-Length: 0\r\n\r\n",
            page.beside(name),
            page.address,
            page.address
        ));
        assert_eq!(answer.status, 405, "{method} {name}");
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
    editor.quit();
}

#[test]
fn a_click_has_the_editor_go_to_the_claim_where_it_is_now() {
    let mut editor = Editor::start(true);
    let page = editor.page();
    editor.shows();
    let document = json!({ "uri": URI, "version": 2 });
    let text = format!("# one line more\n{SPEC}");
    editor.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [{ "text": text }] }));
    // A question is answered after what was said before it; a click comes on a way of its own.
    editor.request("hypecheck/heatMap", json!({}));
    let clicked = std::thread::scope(|scope| {
        let click = scope.spawn(|| page.post(&page.beside("claim"), &page.own(), GO));
        let shown = editor.shows();
        assert_eq!(
            (&shown["uri"], &shown["external"], &shown["takeFocus"]),
            (&json!(URI), &json!(false), &json!(true))
        );
        assert_eq!(shown["selection"]["start"], json!({ "line": 2, "character": 8 }));
        click.join().expect("it is answered")
    });
    assert_eq!(clicked.status, 200);
    let gone = page.post(&page.beside("claim"), &page.own(), r##"{"claim":"#demo/gone"}"##);
    assert_eq!((gone.status, gone.body.as_str()), (404, "This claim is not there any more."));
    for unclear in ["", "{}", "[]", "{\"claim\":1}", &format!("{{\"claim\":\"{}\"}}", "x".repeat(10_000))] {
        assert_eq!(page.post(&page.beside("claim"), &page.own(), unclear).status, 400, "{unclear:.40}");
    }
    editor.quit();
}

#[test]
fn an_editor_that_cannot_go_anywhere_is_not_asked_to() {
    let mut editor = Editor::start(false);
    let page = editor.page();
    let answer = page.post(&page.beside("claim"), &page.own(), GO);
    assert_eq!((answer.status, answer.body.as_str()), (409, "Your editor cannot be told to go there."));
    editor.quit();
}

/// Reads events until one of that kind comes, and answers with its data.
fn event(stream: &mut BufReader<TcpStream>, kind: &str) -> Value {
    let mut found = false;
    loop {
        let mut line = String::new();
        assert!(stream.read_line(&mut line).expect("it goes on") > 0, "the events have ended");
        match line.trim_end().split_once(": ") {
            Some(("event", name)) => found = name == kind,
            Some(("data", data)) if found => return serde_json::from_str(data).expect("it is JSON"),
            _ => {}
        }
    }
}

#[test]
fn a_page_is_told_what_to_show_what_changes_and_where_the_cursor_is() {
    let mut editor = Editor::start(true);
    let page = editor.page();
    let path = page.beside("events");
    let mut events = BufReader::new(page.send(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", page.address)));
    let first = event(&mut events, "update");
    assert!(first["html"].as_str().expect("a text").contains("instant: speculative; performance + decentralization"));
    let at = json!({ "textDocument": { "uri": URI }, "position": { "line": 1, "character": 50 } });
    editor.notify("hypecheck/cursor", at);
    while event(&mut events, "cursor")["claim"] != "#demo/instant" {}
    let text = SPEC.replace("performance", "privacy");
    let document = json!({ "uri": URI, "version": 2 });
    editor.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [{ "text": text }] }));
    let second = event(&mut events, "update");
    assert!(second["html"].as_str().expect("a text").contains("instant: promising; privacy + decentralization"));
    editor.quit();
}

#[test]
fn the_page_ends_with_the_server() {
    let mut editor = Editor::start(true);
    let page = editor.page();
    let path = page.beside("events");
    let mut events = BufReader::new(page.send(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", page.address)));
    event(&mut events, "update");
    editor.quit();
    let mut rest = Vec::new();
    // Whether the end is polite or not, it is one.
    let _ = events.read_to_end(&mut rest);
    assert!(TcpStream::connect(page.address).is_err(), "nobody listens any more");
}

#[test]
fn silent_and_idle_connections_keep_nobody_out() {
    let mut editor = Editor::start(true);
    let page = editor.page();
    let mut idle: Vec<TcpStream> = (0..40).map(|_| TcpStream::connect(page.address).expect("it listens")).collect();
    assert_eq!(page.get(&page.beside("")).status, 200);
    idle.clear();
    let path = page.beside("events");
    let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", page.address);
    let mut open: Vec<BufReader<TcpStream>> = (0..16).map(|_| BufReader::new(page.send(&request))).collect();
    for events in &mut open {
        event(events, "update");
    }
    assert_eq!(page.get(&path).status, 503, "one page too many");
    assert_eq!(page.get(&page.beside("")).status, 200);
    editor.quit();
}

/// The addresses that a process listens on, as Linux tells them.
#[cfg(target_os = "linux")]
fn listening(pid: u32) -> Vec<String> {
    let sockets: Vec<String> = std::fs::read_dir(format!("/proc/{pid}/fd"))
        .expect("it runs")
        .filter_map(|entry| std::fs::read_link(entry.ok()?.path()).ok())
        .filter_map(|link| Some(link.to_string_lossy().strip_prefix("socket:[")?.trim_end_matches(']').to_owned()))
        .collect();
    ["tcp", "tcp6"]
        .into_iter()
        .flat_map(|table| {
            let text = std::fs::read_to_string(format!("/proc/{pid}/net/{table}")).unwrap_or_default();
            text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
        })
        .filter_map(|line| {
            let columns: Vec<&str> = line.split_whitespace().collect();
            // 0A: it listens.
            (columns[3] == "0A" && sockets.iter().any(|socket| socket == columns[9])).then(|| columns[1].to_owned())
        })
        .collect()
}

#[test]
#[cfg(target_os = "linux")]
fn nothing_listens_until_it_is_asked_for_and_then_on_this_machine_alone() {
    let mut editor = Editor::start(true);
    editor.request("hypecheck/heatMap", json!({}));
    let pid = editor.child.id();
    assert_eq!(listening(pid), Vec::<String>::new());
    let page = editor.page();
    editor.page();
    // 127.0.0.1 backwards, in hexadecimal.
    assert_eq!(listening(pid), [format!("0100007F:{:04X}", page.address.port())]);
    editor.quit();
}
