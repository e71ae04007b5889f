//! An editor that says what it is told to and keeps what it is sent.

use crate::server::serve;
use crate::server::transport::{Input, Output};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use tokio::sync::mpsc as async_mpsc;

/// How long to wait for an answer: far longer than any takes, so that a slow machine fails nothing.
const PATIENCE: Duration = Duration::from_secs(60);

pub(super) struct Editor {
    input: Option<async_mpsc::Sender<Vec<u8>>>,
    output: Receiver<Vec<u8>>,
    unread: Vec<u8>,
    /// Messages that were read while waiting for another.
    kept: VecDeque<Value>,
    next_id: i64,
    server: Option<std::thread::JoinHandle<bool>>,
}

/// What an editor of today can do, as far as it matters here.
pub(super) fn modern() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "textDocument": {
            "publishDiagnostics": { "relatedInformation": true, "versionSupport": true },
            "definition": { "linkSupport": true },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
        },
        "workspace": { "workspaceEdit": { "documentChanges": true }, "diagnostics": { "refreshSupport": true } },
    })
}

/// The same, and it asks for findings instead of being sent them.
pub(super) fn pulling() -> Value {
    let mut capabilities = modern();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities
}

impl Editor {
    /// Starts a server and says nothing yet.
    pub(super) fn silent() -> Editor {
        let (input, from_editor) = async_mpsc::channel(1024);
        let (to_editor, output) = channel();
        let server = std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
            let clean = runtime.block_on(serve(Input::of(from_editor), Output::of(to_editor)));
            runtime.shutdown_background();
            clean
        });
        Editor {
            input: Some(input),
            output,
            unread: Vec::new(),
            kept: VecDeque::new(),
            next_id: 1,
            server: Some(server),
        }
    }

    /// Starts a server and introduces an editor with these capabilities.
    pub(super) fn start(capabilities: Value) -> Editor {
        Self::start_in(capabilities, Value::Null)
    }

    /// The same, with settings that come along.
    pub(super) fn start_with(capabilities: Value, options: Value) -> Editor {
        let mut editor = Editor::silent();
        let params = json!({
            "processId": null, "rootUri": null, "capabilities": capabilities, "initializationOptions": options,
        });
        editor.request("initialize", params);
        editor.notify("initialized", json!({}));
        editor
    }

    /// The same, with a folder open.
    pub(super) fn start_in(capabilities: Value, folder: Value) -> Editor {
        let mut editor = Editor::silent();
        let folders = if folder.is_null() { Value::Null } else { json!([{ "uri": folder, "name": "workspace" }]) };
        editor.request(
            "initialize",
            json!({ "processId": null, "rootUri": null, "capabilities": capabilities, "workspaceFolders": folders }),
        );
        editor.notify("initialized", json!({}));
        editor
    }

    /// Starts a server and introduces an editor with these capabilities, and with whatever else it says of itself.
    pub(super) fn introduce(capabilities: Value, more: &Value) -> Editor {
        let mut editor = Editor::silent();
        let mut params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
        for (name, value) in more.as_object().into_iter().flatten() {
            params[name] = value.clone();
        }
        editor.request("initialize", params);
        editor.notify("initialized", json!({}));
        editor
    }

    /// The next question of the server's with this method.
    #[track_caller]
    pub(super) fn asked(&mut self, method: &str) -> Value {
        self.wait(&format!("the question {method}"), |message| message["method"] == method)
    }

    /// Answers a question of the server's.
    pub(super) fn reply(&mut self, question: &Value, result: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "id": question["id"], "result": result }));
    }

    pub(super) fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_ref().expect("the editor is still there");
        input.blocking_send(bytes.to_vec()).expect("the server reads");
    }

    pub(super) fn send(&mut self, message: &Value) {
        self.send_bytes(&framed(message));
    }

    pub(super) fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Says all of it in one write.
    pub(super) fn notify_together(&mut self, messages: &[(&str, Value)]) {
        let bytes: Vec<u8> = messages
            .iter()
            .flat_map(|(method, params)| framed(&json!({ "jsonrpc": "2.0", "method": method, "params": params })))
            .collect();
        self.send_bytes(&bytes);
    }

    /// Says all of it and asks, in one write and without waiting for the answer.
    pub(super) fn notify_and_ask(&mut self, messages: &[(&str, Value)], method: &str, params: Value) -> i64 {
        let id = self.next_id;
        self.next_id += 1;
        let said = messages
            .iter()
            .map(|(method, params)| json!({ "jsonrpc": "2.0", "method": method, "params": params }))
            .chain([json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params })]);
        let bytes: Vec<u8> = said.flat_map(|message| framed(&message)).collect();
        self.send_bytes(&bytes);
        id
    }

    /// Asks without waiting for the answer.
    pub(super) fn ask(&mut self, method: &str, params: Value) -> i64 {
        let id = self.next_id;
        self.next_id += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    /// The whole answer to a question.
    #[track_caller]
    pub(super) fn answer(&mut self, id: i64) -> Value {
        self.wait(&format!("the answer to question {id}"), |message| {
            message["id"] == id && message.get("method").is_none()
        })
    }

    /// Asks, and returns the result.
    #[track_caller]
    pub(super) fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        let answer = self.answer(id);
        assert!(answer.get("error").is_none(), "{method} failed: {answer}");
        answer["result"].clone()
    }

    /// Asks, and returns the code of the error.
    #[track_caller]
    pub(super) fn request_error(&mut self, method: &str, params: Value) -> i64 {
        let id = self.ask(method, params);
        let answer = self.answer(id);
        answer["error"]["code"].as_i64().unwrap_or_else(|| panic!("{method} did not fail: {answer}"))
    }

    pub(super) fn open(&mut self, uri: &str, text: &str) {
        self.notify(
            "textDocument/didOpen",
            json!({ "textDocument": { "uri": uri, "languageId": "synergy", "version": 1, "text": text } }),
        );
    }

    pub(super) fn change(&mut self, uri: &str, version: i64, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    pub(super) fn at(uri: &str, line: u32, character: u32) -> Value {
        json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character } })
    }

    /// The findings that are published for a version of a text.
    #[track_caller]
    pub(super) fn published(&mut self, uri: &str, version: i64) -> Vec<Value> {
        let message = self.wait(&format!("findings of version {version} of {uri}"), |message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
                && message["params"]["version"] == version
        });
        message["params"]["diagnostics"].as_array().expect("a list").clone()
    }

    /// The first message that fits; others are kept.
    #[track_caller]
    pub(super) fn wait(&mut self, what: &str, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(index) = self.kept.iter().position(&fits) {
            return self.kept.remove(index).expect("it was just found");
        }
        let until = Instant::now() + PATIENCE;
        loop {
            let Some(message) = self.read(until) else { panic!("{what} did not come; kept: {:#?}", self.kept) };
            if fits(&message) {
                return message;
            }
            self.kept.push_back(message);
        }
    }

    /// All messages that are there, and those that come within a moment.
    pub(super) fn drain(&mut self, moment: Duration) -> Vec<Value> {
        let mut messages: Vec<Value> = self.kept.drain(..).collect();
        let until = Instant::now() + moment;
        while let Some(message) = self.read(until) {
            messages.push(message);
        }
        messages
    }

    fn read(&mut self, until: Instant) -> Option<Value> {
        loop {
            if let Some(message) = self.framed() {
                return Some(message);
            }
            match self.output.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.unread.extend_from_slice(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return None,
            }
        }
    }

    fn framed(&mut self) -> Option<Value> {
        let head_end = self.unread.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = String::from_utf8(self.unread[..head_end].to_vec()).expect("a header is ASCII");
        let len = head.lines().find_map(|line| line.strip_prefix("Content-Length: ")).expect("a length");
        let end = head_end + 4 + len.trim().parse::<usize>().expect("a number");
        if self.unread.len() < end {
            return None;
        }
        let body = self.unread[head_end + 4..end].to_vec();
        self.unread.drain(..end);
        Some(serde_json::from_slice(&body).expect("JSON"))
    }

    /// Says goodbye properly; whether the server ended as it should.
    pub(super) fn quit(mut self) -> bool {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        self.server.take().expect("it was started").join().expect("the server did not panic")
    }

    /// Goes away without a word; whether the server took that for a proper end.
    pub(super) fn vanish(mut self) -> bool {
        self.input = None;
        self.server.take().expect("it was started").join().expect("the server did not panic")
    }

    /// Says something and waits until the server has ended.
    pub(super) fn end_with(mut self, method: &str) -> bool {
        self.notify(method, Value::Null);
        self.server.take().expect("it was started").join().expect("the server did not panic")
    }
}

fn framed(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// The position of a byte as an editor counts it, without any of our code.
pub(super) fn position(text: &str, offset: usize, encoding: &str) -> Value {
    let bytes = text.as_bytes();
    // CRLF is one break, at its LF.
    let ends_a_line =
        |index: usize| bytes[index] == b'\n' || bytes[index] == b'\r' && bytes.get(index + 1) != Some(&b'\n');
    let mut line = 0;
    let mut start = 0;
    for index in (0..offset).filter(|&index| ends_a_line(index)) {
        line += 1;
        start = index + 1;
    }
    let column = &text[start..offset];
    let units = match encoding {
        "utf-8" => column.len(),
        "utf-16" => column.encode_utf16().count(),
        _ => column.chars().count(),
    };
    json!({ "line": line, "character": units })
}

/// The last place up to a byte that has a position: none is in a character, or between CR and LF.
pub(super) fn boundary(text: &str, offset: usize) -> usize {
    let has_position =
        |at: &usize| text.is_char_boundary(*at) && !(text[..*at].ends_with('\r') && text[*at..].starts_with('\n'));
    (0..=offset.min(text.len())).rev().find(has_position).unwrap_or(0)
}

pub(super) const WEAK: &str = "\
project demo \"Demo\" {
  claim instant: performance + decentralization {
    says     \"A model answers within 40 ms on machines that nobody runs alone. 😀\"
    evidence benchmark \"https://example.org/runs\" 2026-05
    metric   latency < 40 ms
  }
}
";
