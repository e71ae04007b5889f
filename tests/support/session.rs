//! An editor's session with a server that is a process of its own.
#![allow(dead_code)]

use super::wire;
use serde_json::{Value, json};
use std::io::BufReader;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long to wait for a server: far longer than any takes, so that a slow machine fails nothing.
const PATIENCE: Duration = Duration::from_secs(180);

/// A spec with one finding, a weak cell in its second line, and an address for it.
pub const SPEC: &str = "\
project demo \"Demo\" {
  claim instant: performance + decentralization {
    says     \"A model answers within 40 ms on machines that nobody runs alone.\"
    evidence benchmark \"https://example.org/runs\" 2026-05
    metric   latency < 40 ms
  }
}
";
pub const URI: &str = "file:///specs/demo.synergy";

pub struct Session {
    pub child: Child,
    pub input: ChildStdin,
    pub output: Output,
    next_id: i64,
    /// Messages that were read while waiting for another.
    pub kept: Vec<Value>,
}

/// What the server writes. It is read when somebody waits for a message, and no sooner.
pub struct Output {
    wanted: Sender<()>,
    read: Receiver<Value>,
    reader: JoinHandle<()>,
}

impl Output {
    fn new(output: ChildStdout) -> Output {
        let (wanted, wants) = channel();
        let (told, read) = channel();
        let reader = std::thread::spawn(move || {
            let mut output = BufReader::new(output);
            while wants.recv().is_ok() && told.send(wire::read(&mut output)).is_ok() {}
        });
        Output { wanted, read, reader }
    }

    fn next(&self) -> Value {
        let _ = self.wanted.send(());
        self.read.recv_timeout(PATIENCE).expect("the server says something")
    }

    /// Closes this end of the pipe.
    pub fn close(self) {
        let Output { wanted, read, reader } = self;
        drop((wanted, read));
        let _ = reader.join();
    }
}

/// The server, to be started.
pub fn server() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hypecheck"));
    command.arg("lsp");
    command
}

impl Session {
    /// Starts a server and introduces an editor with these capabilities.
    pub fn start(server: Command, capabilities: Value) -> Session {
        Session::with(spawned(server), capabilities)
    }

    /// The same for an editor with a folder open, named by its address.
    pub fn start_in(root: &str, server: Command, capabilities: Value) -> Session {
        Session::introduced(spawned(server), json!(root), capabilities)
    }

    /// Introduces an editor to a server that was started with pipes.
    pub fn with(child: Child, capabilities: Value) -> Session {
        Session::introduced(child, Value::Null, capabilities)
    }

    fn introduced(mut child: Child, root: Value, capabilities: Value) -> Session {
        let input = child.stdin.take().expect("it was asked for");
        let output = Output::new(child.stdout.take().expect("it was asked for"));
        let mut session = Session { child, input, output, next_id: 1, kept: Vec::new() };
        session.request("initialize", json!({ "processId": null, "rootUri": root, "capabilities": capabilities }));
        session.notify("initialized", json!({}));
        session
    }

    pub fn send(&mut self, message: Value) {
        wire::write(&mut self.input, &message);
    }

    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    pub fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "synergy", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Replaces what is between two places, each a line and a column in UTF-16.
    pub fn change(&mut self, uri: &str, version: u64, between: [(usize, usize); 2], text: &str) {
        let [start, end] = between.map(|(line, character)| json!({ "line": line, "character": character }));
        let change = json!({ "range": { "start": start, "end": end }, "text": text });
        let document = json!({ "uri": uri, "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
    }

    /// The first message that fits; others are kept.
    pub fn wait(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(index) = self.kept.iter().position(&fits) {
            return self.kept.remove(index);
        }
        loop {
            let message = self.output.next();
            if fits(&message) {
                return message;
            }
            self.kept.push(message);
        }
    }

    /// How many findings are published next for a text.
    pub fn published(&mut self, uri: &str) -> usize {
        let message = self
            .wait(|message| message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri);
        message["params"]["diagnostics"].as_array().expect("a list").len()
    }

    /// Asks without waiting for the answer.
    pub fn ask(&mut self, method: &str, params: Value) -> i64 {
        let id = self.next_id;
        self.next_id += 1;
        self.send(json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    /// What a question is answered with.
    pub fn answer(&mut self, id: i64) -> Value {
        self.wait(|message| message["id"] == id && message.get("method").is_none())["result"].clone()
    }

    pub fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        self.answer(id)
    }

    /// Says goodbye; how the server ended.
    pub fn quit(mut self) -> ExitStatus {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        ended(&mut self.child)
    }

    /// Goes away without a word; how the server ended.
    pub fn vanish(self) -> ExitStatus {
        let Session { mut child, input, output, .. } = self;
        drop(input);
        output.close();
        ended(&mut child)
    }
}

fn spawned(mut server: Command) -> Child {
    server.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it runs")
}

/// How a server ended, which it has to do before patience does.
pub fn ended(child: &mut Child) -> ExitStatus {
    let until = Instant::now() + PATIENCE;
    loop {
        if let Some(status) = child.try_wait().expect("it can be asked") {
            return status;
        }
        if Instant::now() > until {
            let _ = child.kill();
            panic!("the server goes on");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}
