//! The command line and the server find the same: both judge through one call, and this holds them to it.

#[path = "support/wire.rs"]
mod wire;

use serde_json::{Value, json};
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

struct Server {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    next_id: i64,
}

impl Server {
    fn start(folder: &Path) -> Server {
        let mut child = Command::new(env!("CARGO_BIN_EXE_hypecheck"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it runs");
        let input = child.stdin.take().expect("it was asked for");
        let output = BufReader::new(child.stdout.take().expect("it was asked for"));
        let mut server = Server { child, input, output, next_id: 1 };
        let root = url::Url::from_file_path(folder).expect("an address").to_string();
        let capabilities =
            json!({ "general": { "positionEncodings": ["utf-32"] }, "textDocument": { "diagnostic": {} } });
        let folders = json!([{ "uri": root, "name": "w" }]);
        server.request(
            "initialize",
            json!({ "processId": null, "rootUri": null, "capabilities": capabilities, "workspaceFolders": folders }),
        );
        server.send(json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }));
        server
    }

    fn send(&mut self, message: Value) {
        wire::write(&mut self.input, &message);
    }

    fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.next_id;
        self.next_id += 1;
        self.send(json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = wire::read(&mut self.output);
            if message["id"] == id {
                return message["result"].clone();
            }
        }
    }

    /// The findings of a file, as the command line would tell them in JSON.
    fn check(&mut self, path: &Path) -> Vec<Value> {
        let uri = url::Url::from_file_path(path).expect("an address").to_string();
        let text = std::fs::read_to_string(path).expect("it can be read");
        let document = json!({ "uri": uri, "languageId": "synergy", "version": 1, "text": text });
        self.send(
            json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document } }),
        );
        let report = self.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
        let levels = ["", "error", "warning", "information", "hint"];
        let place =
            |at: &Value| json!([at["line"].as_u64().unwrap_or(0) + 1, at["character"].as_u64().unwrap_or(0) + 1]);
        let items = report["items"].as_array().expect("a list");
        items
            .iter()
            .map(|item| {
                let level = levels[item["severity"].as_u64().expect("a number") as usize];
                json!([
                    item["code"],
                    level,
                    item["message"],
                    place(&item["range"]["start"]),
                    place(&item["range"]["end"])
                ])
            })
            .collect()
    }
}

fn from_command_line(folder: &Path, files: &[PathBuf]) -> Vec<Vec<Value>> {
    let output = Command::new(env!("CARGO_BIN_EXE_hypecheck"))
        .args(["check", "--format", "json"])
        .args(files)
        .current_dir(folder)
        .output()
        .expect("it runs");
    let value: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let place = |at: &Value| json!([at["line"], at["column"]]);
    let file = |file: &Value| {
        let found = file["diagnostics"].as_array().expect("a list").iter();
        found
            .map(|f| {
                json!([f["rule"], f["level"], f["message"], place(&f["range"]["start"]), place(&f["range"]["end"])])
            })
            .collect()
    };
    value["files"].as_array().expect("a list").iter().map(file).collect()
}

/// Every example, and every broken input of the grammar's corpus as a file.
fn corpus(folder: &Path) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut waiting = vec![root.join("examples")];
    while let Some(from) = waiting.pop() {
        for entry in std::fs::read_dir(from).expect("it is there") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "synergy") {
                let copy = folder.join(path.strip_prefix(root).expect("it is inside"));
                std::fs::create_dir_all(copy.parent().expect("it has one")).expect("it can be made");
                std::fs::copy(&path, &copy).expect("it can be copied");
                files.push(copy);
            }
        }
    }
    for entry in std::fs::read_dir(root.join("grammar/test/corpus")).expect("it is there") {
        let path = entry.expect("it can be listed").path();
        let text = std::fs::read_to_string(&path).expect("it can be read");
        for (index, case) in text.split("\n===").enumerate() {
            let copy = folder.join(format!("{}-{index}.synergy", path.file_stem().expect("a name").to_string_lossy()));
            std::fs::write(&copy, case).expect("it can be written");
            files.push(copy);
        }
    }
    files.sort();
    files
}

#[test]
fn the_command_line_and_the_server_find_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().canonicalize().expect("it is there");
    let files = corpus(&root);
    assert!(files.len() > 100);
    let by_command_line = from_command_line(&root, &files);
    let mut server = Server::start(&root);
    for (path, expected) in files.iter().zip(&by_command_line) {
        assert_eq!(server.check(path), *expected, "{}", path.display());
    }
    server.request("shutdown", Value::Null);
    server.send(json!({ "jsonrpc": "2.0", "method": "exit", "params": null }));
    assert!(server.child.wait().expect("it ends").success());
}
