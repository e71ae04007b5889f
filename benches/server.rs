//! What a whole server has in memory with a document open, by what it is; what a key costs it, in instructions; and which
//! functions it calls all day. It is used as VS Code uses it.
//!
//! `cargo bench --bench server` prints a line for each length and kind of key, and fails if something takes more than it
//! may. `HYPECHECK_BLESS=1 cargo bench --bench server` finds out anew what is called, and writes `src/hot_code.txt`; the
//! next build puts these functions together. Memory is that of Linux; the rest needs Valgrind.
//!
//! With tests Cargo builds some libraries otherwise than for the program alone, and of functions that are alike the compiler
//! then keeps another. A copy of the program as `cargo build --release` makes it can be named in `HYPECHECK_PROGRAM`: what
//! is called in it is written too, and first.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]

#[path = "support/document.rs"]
mod document;
#[path = "../tests/support/session.rs"]
mod session;
#[path = "../tests/support/wire.rs"]
mod wire;

use document::{Edit, document};
use hypecheck::text::{Encoding, LineColumn, Text};
use serde_json::{Value, json};
use session::Session;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use url::Url;

const PROGRAM: &str = env!("CARGO_BIN_EXE_hypecheck");
/// KiB of code that may be in memory after a session: two thirds more than is, since systems differ in how much they bring
/// in at once. Where functions stand as they come, it is more than two and a half times as much.
const MOST_CODE: u64 = 4_500;

/// What a key may cost, in thousand instructions: a quarter more than it does. From reading the message to what is done
/// after the findings are written.
const MOST_FOR_KEYS: [(&str, [(usize, u64); 2]); 3] = [
    ("a letter in a comment", [(100, 65), (10_000, 187)]),
    ("a finding made", [(100, 241), (10_000, 434)]),
    ("a brace too many", [(100, 267), (10_000, 460)]),
];

fn main() {
    if std::env::var_os("HYPECHECK_BLESS").is_some() {
        bless();
    } else {
        measure_memory();
        measure_keys();
    }
}

/// What an editor can that can what VS Code can; it asks for findings, or is sent them.
fn capabilities(asks: bool) -> Value {
    let mut document = json!({
        "synchronization": { "willSave": true, "willSaveWaitUntil": true, "didSave": true },
        "publishDiagnostics": {
            "relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true, "dataSupport": true,
            "tagSupport": { "valueSet": [1, 2] },
        },
        "completion": {
            "contextSupport": true, "insertTextMode": 2, "completionItemKind": { "valueSet": (1..=25).collect::<Vec<_>>() },
            "completionItem": {
                "snippetSupport": true, "commitCharactersSupport": true, "documentationFormat": ["markdown", "plaintext"],
                "deprecatedSupport": true, "preselectSupport": true, "tagSupport": { "valueSet": [1] },
                "insertReplaceSupport": true, "insertTextModeSupport": { "valueSet": [1, 2] },
                "resolveSupport": { "properties": ["documentation", "detail"] }, "labelDetailsSupport": true,
            },
            "completionList": { "itemDefaults": ["commitCharacters", "editRange", "insertTextFormat"] },
        },
        "hover": { "contentFormat": ["markdown", "plaintext"] },
        "signatureHelp": {
            "contextSupport": true,
            "signatureInformation": {
                "documentationFormat": ["markdown", "plaintext"], "activeParameterSupport": true,
                "parameterInformation": { "labelOffsetSupport": true },
            },
        },
        "definition": { "linkSupport": true },
        "references": {},
        "documentHighlight": {},
        "documentSymbol": {
            "symbolKind": { "valueSet": (1..=26).collect::<Vec<_>>() }, "hierarchicalDocumentSymbolSupport": true,
            "tagSupport": { "valueSet": [1] }, "labelSupport": true,
        },
        "codeAction": {
            "isPreferredSupport": true, "disabledSupport": true, "dataSupport": true, "honorsChangeAnnotations": true,
            "resolveSupport": { "properties": ["edit"] },
            "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["", "quickfix", "refactor", "source"] } },
        },
        "codeLens": {},
        "formatting": {},
        "rangeFormatting": {},
        "onTypeFormatting": {},
        "rename": { "prepareSupport": true, "prepareSupportDefaultBehavior": 1, "honorsChangeAnnotations": true },
        "documentLink": { "tooltipSupport": true },
        "colorProvider": {},
        "foldingRange": { "rangeLimit": 5_000, "lineFoldingOnly": true },
        "selectionRange": {},
        "semanticTokens": {
            "requests": { "full": { "delta": true }, "range": true }, "formats": ["relative"],
            "tokenTypes": ["keyword", "string", "number", "comment", "property", "variable", "type", "operator"],
            "tokenModifiers": ["declaration", "definition", "readonly"], "multilineTokenSupport": false,
            "overlappingTokenSupport": false, "serverCancelSupport": true, "augmentsSyntaxTokens": true,
        },
        "inlayHint": { "resolveSupport": { "properties": ["tooltip", "label.tooltip"] } },
    });
    let later = json!({ "dynamicRegistration": true });
    for (name, capability) in document.as_object_mut().expect("it is one") {
        if name != "publishDiagnostics" {
            capability["dynamicRegistration"] = json!(true);
        }
    }
    if asks {
        document["diagnostic"] = json!({ "dynamicRegistration": true, "relatedDocumentSupport": false });
    }
    let refreshes = json!({ "refreshSupport": true });
    json!({
        "textDocument": document,
        "workspace": {
            "applyEdit": true, "configuration": true, "workspaceFolders": true,
            "workspaceEdit": {
                "documentChanges": true, "resourceOperations": ["create", "rename", "delete"],
                "failureHandling": "textOnlyTransactional", "normalizesLineEndings": true,
            },
            "didChangeConfiguration": later, "executeCommand": later, "symbol": later,
            "didChangeWatchedFiles": { "dynamicRegistration": true, "relativePatternSupport": true },
            "fileOperations": {
                "dynamicRegistration": true, "didCreate": true, "didRename": true, "didDelete": true,
                "willCreate": true, "willRename": true, "willDelete": true,
            },
            "codeLens": refreshes, "semanticTokens": refreshes, "inlayHint": refreshes, "diagnostics": refreshes,
        },
        "window": {
            "showMessage": { "messageActionItem": { "additionalPropertiesSupport": true } },
            "showDocument": { "support": true }, "workDoneProgress": true,
        },
        "general": {
            "positionEncodings": ["utf-16"], "markdown": { "parser": "marked", "version": "1.1.0" },
            "regularExpressions": { "engine": "ECMAScript", "version": "ES2020" },
            "staleRequestSupport": { "cancel": true, "retryOnContentModified": ["textDocument/semanticTokens/full"] },
        },
    })
}

/// Where a byte stands: the line, and the column in UTF-16.
fn place(text: &str, at: usize) -> (usize, usize) {
    let LineColumn { line, column } = Text::new(text).position((at as u32).into(), Encoding::Utf16);
    (line as usize, column as usize)
}

/// A document that is open in a session.
struct Typing {
    session: Session,
    uri: String,
    /// The folder that is open. It lives as long as the session.
    _folder: tempfile::TempDir,
    text: String,
    edits: Vec<Edit>,
    version: u64,
    asks: bool,
}

impl Typing {
    fn start(server: Command, lines: usize, asks: bool) -> Typing {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("house.synergy"), "technique night-work \"Night work\" { serves performance }\n")
            .unwrap();
        let root = Url::from_directory_path(folder.path()).unwrap();
        let uri = root.join("memory.synergy").unwrap().into();
        let (text, edits) = document(lines);
        let session = Session::start_in(root.as_str(), server, capabilities(asks));
        let mut typing = Typing { session, uri, _folder: folder, text, edits, version: 1, asks };
        typing.answer();
        typing.session.open(&typing.uri, &typing.text);
        typing.findings();
        typing.answer();
        typing
    }

    /// Answers what the server has asked so far: it is given what it wants, and nothing is set.
    fn answer(&mut self) {
        for asked in std::mem::take(&mut self.session.kept) {
            if let (Some(id), Some(_)) = (asked.get("id"), asked.get("method")) {
                let items = asked["params"]["items"].as_array().map(|items| vec![Value::Null; items.len()]);
                self.session.send(json!({ "jsonrpc": "2.0", "id": id, "result": items }));
            }
        }
    }

    /// Waits for the findings of the text as it is.
    fn findings(&mut self) {
        if self.asks {
            self.ask("textDocument/diagnostic", json!({}));
        } else {
            let version = json!(self.version);
            self.session.wait(|said| {
                said["method"] == "textDocument/publishDiagnostics" && said["params"]["version"] == version
            });
        }
    }

    fn ask(&mut self, method: &str, more: Value) -> Value {
        let mut params = json!({ "textDocument": { "uri": self.uri } });
        if let (Some(params), Value::Object(more)) = (params.as_object_mut(), more) {
            params.extend(more);
        }
        self.session.request(method, params)
    }

    fn change(&mut self, from: (usize, usize), to: (usize, usize), text: &str) {
        self.version += 1;
        self.session.change(&self.uri, self.version, [from, to], text);
    }

    /// Makes each kind of edit and takes it back, some times over.
    fn type_all(&mut self) {
        for _ in 0..3 {
            (0..self.edits.len()).for_each(|index| self.type_there_and_back(index));
        }
    }

    /// The same for one kind of edit.
    fn type_kind(&mut self, name: &str, times: usize) {
        let index = self.edits.iter().position(|edit| edit.name == name).expect("there is such an edit");
        (0..times).for_each(|_| self.type_there_and_back(index));
    }

    fn type_there_and_back(&mut self, index: usize) {
        let Edit { at, typed, .. } = self.edits[index];
        let from = place(&self.text, at);
        self.change(from, from, typed);
        self.findings();
        let to = if typed == "\n" { (from.0 + 1, 0) } else { (from.0, from.1 + typed.len()) };
        self.change(from, to, "");
        self.findings();
    }

    /// Opens another document and closes it.
    fn look_at_another(&mut self) {
        let uri = self.uri.replace("memory", "other");
        self.session.open(&uri, &self.text);
        if self.asks {
            self.session.request("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
        } else {
            self.session.published(&uri);
        }
        self.session.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }

    /// Asks what editors ask after a key, and what people ask for.
    fn ask_all(&mut self) {
        for index in 0..self.edits.len() {
            let (line, character) = place(&self.text, self.edits[index].at);
            let position = json!({ "line": line, "character": character });
            let range =
                json!({ "start": { "line": line, "character": 0 }, "end": { "line": line + 1, "character": 0 } });
            for method in ["hover", "completion", "definition", "documentHighlight", "signatureHelp"] {
                self.ask(&format!("textDocument/{method}"), json!({ "position": position }));
            }
            for method in ["inlayHint", "semanticTokens/range"] {
                self.ask(&format!("textDocument/{method}"), json!({ "range": range }));
            }
            self.ask("textDocument/codeAction", json!({ "range": range, "context": { "diagnostics": [] } }));
            for method in
                ["documentSymbol", "semanticTokens/full", "foldingRange", "documentLink", "codeLens", "documentColor"]
            {
                self.ask(&format!("textDocument/{method}"), json!({}));
            }
            self.ask("textDocument/formatting", json!({ "options": { "tabSize": 2, "insertSpaces": true } }));
            self.change((line, character), (line, character), "x");
            self.findings();
            self.change((line, character), (line, character + 1), "");
            self.findings();
        }
    }
}

/// KiB in memory, by what they are.
#[derive(Default)]
struct Held {
    code: u64,
    constants: u64,
    libraries: u64,
    own: u64,
}

impl Held {
    fn by(process: u32) -> Held {
        let maps = fs::read_to_string(format!("/proc/{process}/smaps")).expect("this is Linux");
        let program = fs::canonicalize(PROGRAM).unwrap();
        let mut held = Held::default();
        let (mut path, mut rights) = (String::new(), String::new());
        for line in maps.lines() {
            let mut words = line.split_whitespace();
            let first = words.next().unwrap_or_default();
            if first == "Rss:" {
                let kib: u64 = words.next().and_then(|kib| kib.parse().ok()).expect("a number");
                *match (Path::new(&path) == program, rights.as_bytes()) {
                    (true, [_, _, b'x', _]) => &mut held.code,
                    (true, _) => &mut held.constants,
                    (false, _) if path.starts_with('/') => &mut held.libraries,
                    (false, _) => &mut held.own,
                } += kib;
            } else if !first.ends_with(':') {
                rights = words.next().unwrap_or_default().to_owned();
                path = words.skip(3).collect::<Vec<_>>().join(" ");
            }
        }
        held
    }

    fn all(&self) -> u64 {
        self.code + self.constants + self.libraries + self.own
    }
}

fn measure_memory() {
    println!("KiB in memory  {:>8} {:>10} {:>10} {:>6} {:>7}", "code", "constants", "libraries", "own", "all");
    for lines in [20, 100, 1_000, 10_000] {
        for asks in [false, true] {
            let mut typing = Typing::start(session::server(), lines, asks);
            typing.type_all();
            let held = Held::by(typing.session.child.id());
            let Held { code, constants, libraries, own } = held;
            let kind = if asks { "asked" } else { "sent" };
            println!("{lines:>6} {kind:<6}  {code:>8} {constants:>10} {libraries:>10} {own:>6} {:>7}", held.all());
            assert!(typing.session.quit().success());
            assert!(
                code <= MOST_CODE,
                "{code} KiB of code are in memory where at most {MOST_CODE} should be. Functions that are called all day no \
                 longer stand together: find out anew which these are, with `HYPECHECK_BLESS=1 cargo bench --bench server`"
            );
        }
    }
}

fn measure_keys() {
    println!("\n{:<24} {:>12}", "a key", "thousand instructions");
    let folder = tempfile::tempdir().unwrap();
    let mut dear = Vec::new();
    for (name, lengths) in MOST_FOR_KEYS {
        for (lines, most) in lengths {
            // What it takes to start and to end is in both, and so in neither.
            let [few, many] = [10, 110].map(|times| {
                let counted = folder.path().join("counted");
                let mut server = valgrind(PROGRAM, &counted);
                server.arg("lsp");
                let mut typing = Typing::start(server, lines, false);
                typing.type_kind(name, times);
                assert!(typing.session.quit().success());
                total(&fs::read_to_string(&counted).expect("Valgrind has counted"))
            });
            let thousands = many.saturating_sub(few) / 200 / 1_000;
            println!("{name:<24} {thousands:>12} of {most}, {lines} lines");
            if thousands > most {
                dear.push(format!("{name}, {lines} lines: {thousands} of {most}"));
            }
        }
    }
    assert!(dear.is_empty(), "keys that cost more thousand instructions than they may: {}", dear.join("; "));
}

/// A program, to be run so that its instructions are counted into a file.
fn valgrind(program: &str, counted: &Path) -> Command {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--quiet", "--tool=callgrind", "--demangle=no"]);
    valgrind.arg(format!("--callgrind-out-file={}", counted.display())).arg(program);
    valgrind
}

/// All instructions, in what Valgrind wrote down.
fn total(counted: &str) -> u64 {
    let total = counted.lines().find_map(|line| line.strip_prefix("totals: "));
    total.and_then(|total| total.trim().parse().ok()).expect("there is a total")
}

/// Finds out what is called, and writes it down in the order in which it should stand.
fn bless() {
    let alone = std::env::var("HYPECHECK_PROGRAM").ok().map(|program| {
        let found = fs::canonicalize(&program).unwrap_or_else(|error| panic!("HYPECHECK_PROGRAM={program}: {error}"));
        found.into_os_string().into_string().expect("a path in UTF-8")
    });
    let mut text = String::new();
    let mut written = HashSet::new();
    for function in alone.as_deref().into_iter().chain([PROGRAM]).flat_map(called_all_day) {
        if written.insert(function.clone()) {
            text += &(function + "\n");
        }
    }
    let list = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/hot_code.txt");
    fs::write(&list, text).unwrap();
    println!("{} functions in {}", written.len(), list.display());
}

/// The functions of a program that are called: those that every key needs, then what it takes to start and to open a text,
/// what is asked, and what a run over files needs.
fn called_all_day(program: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let counted = folder.path().join("counted");
    let called = |run: &dyn Fn(Command)| {
        run(valgrind(program, &counted));
        functions(&fs::read_to_string(&counted).expect("Valgrind has counted"), Path::new(program))
    };
    let session = |lines: usize, asks: bool, act: fn(&mut Typing)| {
        called(&|mut valgrind| {
            valgrind.arg("lsp");
            let mut typing = Typing::start(valgrind, lines, asks);
            act(&mut typing);
            typing.look_at_another();
            typing.answer();
            assert!(typing.session.quit().success());
        })
    };
    let (mut by_keys, mut others) = (Vec::new(), Vec::new());
    for (lines, asks) in [(100, false), (100, true), (1_000, false)] {
        let opened: HashMap<String, u64> = session(lines, asks, |_| {}).into_iter().collect();
        for (function, instructions) in session(lines, asks, Typing::type_all) {
            let is_for_keys = opened.get(&function).is_none_or(|before| instructions > *before);
            if is_for_keys { &mut by_keys } else { &mut others }.push(function);
        }
    }
    let specs = folder.path().join("specs");
    fs::create_dir(&specs).unwrap();
    for index in 0..3 {
        fs::write(specs.join(format!("{index}.synergy")), document(100).0).unwrap();
    }
    let check = called(&|mut valgrind| {
        let done = valgrind.args(["check", "--format", "concise"]).arg(&specs).output().unwrap();
        assert_eq!(done.status.code(), Some(1), "there are errors among the findings");
    });
    let asked = session(100, true, Typing::ask_all);
    others.extend(asked.into_iter().chain(check).map(|(function, _)| function));
    by_keys.extend(others);
    by_keys
}

/// The functions of the program that were called, in what Valgrind wrote down, each with its own instructions; as
/// patterns of their names: what another compiler or another version of a library has otherwise in them is left open.
fn functions(counted: &str, program: &Path) -> Vec<(String, u64)> {
    let mut known: HashMap<(&str, &str), &str> = HashMap::new();
    let mut object = "";
    let mut found: Vec<(String, u64)> = Vec::new();
    let mut indices: HashMap<String, usize> = HashMap::new();
    let (mut current, mut is_of_a_call) = (None, false);
    for line in counted.lines() {
        // What a call has cost, all in all, stands in the line below it.
        let is_below_a_call = std::mem::replace(&mut is_of_a_call, line.starts_with("calls="));
        if line.starts_with(|first: char| first.is_ascii_digit() || "+-*".contains(first)) {
            let instructions = line.split_whitespace().nth(1).and_then(|number| number.parse::<u64>().ok());
            if let (Some(index), Some(instructions), false) = (current, instructions, is_below_a_call) {
                let (_, all): &mut (String, u64) = &mut found[index];
                *all += instructions;
            }
            continue;
        }
        // `fn=(12) name` where it first comes, `fn=(12)` later; `c` before it for one that is called from there.
        let Some((kind, rest)) = line.split_once("=(") else { continue };
        let Some(table) = ["ob", "fn"].into_iter().find(|table| kind.strip_prefix('c').unwrap_or(kind) == *table)
        else {
            continue;
        };
        let (number, name) = rest.split_once(')').expect("a number ends");
        let name = match name.trim() {
            "" => known.get(&(table, number)).copied().unwrap_or_default(),
            name => *known.entry((table, number)).or_insert(name),
        };
        match kind {
            "ob" => object = name,
            // Of what stands in a section of its own Valgrind does not know the file.
            "fn" if object == "???" || Path::new(object) == program => {
                current = pattern(name).map(|pattern| {
                    *indices.entry(pattern.clone()).or_insert_with(|| {
                        found.push((pattern, 0));
                        found.len() - 1
                    })
                });
            }
            "fn" => current = None,
            _ => {}
        }
    }
    found
}

/// A pattern of a function's name as a linker reads it: `*` for the number of a crate, for a reference to what came
/// before, which is counted in letters, and for what would make it long.
fn pattern(name: &str) -> Option<String> {
    const LONGEST: usize = 200;
    // Valgrind numbers the levels of a recursion.
    let name = name.split('\'').next().unwrap_or(name);
    let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.$".contains(&byte));
    if name.is_empty() || name.starts_with("0x") || !is_name {
        return None;
    }
    if !name.starts_with("_R") {
        return Some(name.to_owned());
    }
    // The compiler numbers the copies of a function.
    let name = name
        .rsplit_once('.')
        .filter(|(_, copy)| copy.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or(name, |it| it.0);
    let mut pattern = String::new();
    let mut rest = name;
    while let Some(letter) = rest.chars().next() {
        let number = |prefix: &str, longest: usize| {
            let digits = rest.strip_prefix(prefix)?;
            let len = digits.bytes().take_while(u8::is_ascii_alphanumeric).count();
            (len <= longest && digits[len..].starts_with('_')).then_some(prefix.len() + len)
        };
        match number("Cs", 13).or_else(|| number("B", 3)) {
            Some(len) => {
                pattern.push_str(if letter == 'C' { "Cs*" } else { "B*" });
                rest = &rest[len..];
            }
            None => {
                pattern.push(letter);
                rest = &rest[letter.len_utf8()..];
            }
        }
    }
    pattern.truncate(LONGEST);
    Some(pattern)
}
