//! The protocol: a whole server is told valid JSON with hostile content, and answers each question once.
//!
//! The input is read by `arbitrary`, choice by choice: what is said, of which text and place, and what in it is replaced
//! by something that nobody should say. No text is on any disk.

use arbitrary::{Result, Unstructured};
use hypecheck::server::Conversation;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

/// Far longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(60);
/// Messages in one conversation.
const MOST: usize = 24;

/// All that can be asked, and some that cannot.
const QUESTIONS: [&str; 55] = [
    "callHierarchy/incomingCalls",
    "callHierarchy/outgoingCalls",
    "codeAction/resolve",
    "codeLens/resolve",
    "completionItem/resolve",
    "hypecheck/claimLocation",
    "hypecheck/heatMap",
    "hypecheck/invalidRequest",
    "hypecheck/parseError",
    "hypecheck/summary",
    "hypecheck/syntaxTree",
    "initialize",
    "inlayHint/resolve",
    "no/such/method",
    "textDocument/codeAction",
    "textDocument/codeLens",
    "textDocument/colorPresentation",
    "textDocument/completion",
    "textDocument/declaration",
    "textDocument/definition",
    "textDocument/diagnostic",
    "textDocument/documentColor",
    "textDocument/documentHighlight",
    "textDocument/documentLink",
    "textDocument/documentSymbol",
    "textDocument/foldingRange",
    "textDocument/formatting",
    "textDocument/hover",
    "textDocument/implementation",
    "textDocument/inlayHint",
    "textDocument/onTypeFormatting",
    "textDocument/prepareCallHierarchy",
    "textDocument/prepareRename",
    "textDocument/prepareTypeHierarchy",
    "textDocument/rangeFormatting",
    "textDocument/rangesFormatting",
    "textDocument/references",
    "textDocument/rename",
    "textDocument/selectionRange",
    "textDocument/semanticTokens/full",
    "textDocument/semanticTokens/full/delta",
    "textDocument/semanticTokens/range",
    "textDocument/signatureHelp",
    "textDocument/typeDefinition",
    "typeHierarchy/subtypes",
    "typeHierarchy/supertypes",
    "workspace/diagnostic",
    "workspace/executeCommand",
    "workspace/symbol",
    "workspace/textDocumentContent",
    "workspace/willCreateFiles",
    "workspace/willDeleteFiles",
    "workspace/willRenameFiles",
    "workspaceSymbol/resolve",
    "$/unknown",
];

/// All that can be told.
const NOTES: [&str; 17] = [
    "$/cancelRequest",
    "$/progress",
    "$/setTrace",
    "hypecheck/cursor",
    "initialized",
    "textDocument/didChange",
    "textDocument/didChange",
    "textDocument/didChange",
    "textDocument/didClose",
    "textDocument/didOpen",
    "textDocument/didOpen",
    "textDocument/didSave",
    "workspace/didChangeConfiguration",
    "workspace/didChangeWatchedFiles",
    "workspace/didChangeWorkspaceFolders",
    "workspace/didDeleteFiles",
    "workspace/didRenameFiles",
];

/// Addresses: of two texts, most often; and such as mean nothing, or lie in places that are not there.
const ADDRESSES: [&str; 12] = [
    "untitled:a",
    "untitled:a",
    "file:///no-such-folder/b.synergy",
    "file:///no-such-folder/b.synergy",
    "file:///no-such-folder/%C3%A4%20%23.synergy",
    "file:///no-such-folder/hypecheck.toml",
    "file:///C:/b.synergy",
    "file://host/share/b.synergy",
    "synergy-std:/matrix.synergy",
    "untitled:%ff%00",
    "no address",
    "",
];

const TEXTS: [&str; 5] = [
    "project demo \"Demo\" {\n  claim instant: performance + decentralization {\n    says \"A model answers within 40 ms. 😀\"\n    evidence benchmark \"https://example.org/runs\" 2026-05\n    metric latency < 40 ms\n  }\n}\n",
    "use \"b.synergy\"\r\nmatrix m \"M\" extends standard {\r\n  cell privacy + security { strength weak because \"é\" }\r\n}\r\nproject p \"P\" { judged-by m claim c { says \"Revolutionary\" using zkml } }\r\n",
    "technique t \"T\" { serves privacy costs security }\nproject q \"Q\" {\n  claim d: privacy + security { says \"\"\"\n    One\n  \"\"\" using t caveat weak-synergy \"why\" }\n}\n",
    "project",
    "",
];

/// How an editor may want columns to be counted.
const ENCODINGS: [&[&str]; 5] = [&["utf-8"], &["utf-16"], &["utf-32", "utf-8"], &[], &["utf-7"]];

/// A conversation with a server.
pub fn run(data: &[u8]) {
    // Bytes that end early are a conversation that ends early.
    let mut said = Vec::new();
    let mut choices = Unstructured::new(data);
    let introduction = introduction(&mut choices).unwrap_or_else(|_| json!({ "capabilities": {} }));
    while said.len() < MOST && !choices.is_empty() {
        match message(&mut choices, said.len() as i64) {
            Ok(message) => said.push(message),
            Err(_) => break,
        }
    }
    converse(&introduction, &said);
}

fn converse(introduction: &Value, said: &[(Option<i64>, Value)]) {
    let server = Conversation::begin().expect("there are threads");
    let mut editor = Editor { server: &server, unread: Vec::new(), answers: BTreeMap::new(), said: Vec::new() };
    editor.say(&json!({ "jsonrpc": "2.0", "id": -1, "method": "initialize", "params": introduction }));
    editor.wait_for(&[-1]);
    let clean = json!({ "jsonrpc": "2.0", "id": -2, "method": "initialize", "params": { "capabilities": {} } });
    if editor.answers[&-1]["error"].is_object() {
        // It was too hostile to begin with.
        editor.say(&clean);
        editor.wait_for(&[-2]);
    }
    editor.say(&json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }));
    for (_, message) in said {
        editor.say(message);
    }
    let asked: Vec<i64> = said.iter().filter_map(|(id, _)| *id).collect();
    editor.wait_for(&asked);
    editor.say(&json!({ "jsonrpc": "2.0", "id": -3, "method": "shutdown" }));
    editor.wait_for(&[-3]);
    editor.say(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    for id in asked {
        let error = &editor.answers[&id]["error"];
        assert_ne!(error["code"], -32603, "question {id} of {said:?} failed inside the server: {error}");
    }
    assert!(server.end(), "the server did not end as it should");
}

struct Editor<'a> {
    server: &'a Conversation,
    unread: Vec<u8>,
    answers: BTreeMap<i64, Value>,
    /// To be told if something does not hold.
    said: Vec<String>,
}

impl Editor<'_> {
    fn say(&mut self, message: &Value) {
        let body = message.to_string();
        assert!(self.server.say(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes()), "nobody listens");
        self.said.push(body);
    }

    /// Reads until these questions are answered.
    fn wait_for(&mut self, ids: &[i64]) {
        while let Some(missing) = ids.iter().find(|id| !self.answers.contains_key(id)) {
            let Some(bytes) = self.server.hear(PATIENCE) else {
                panic!("question {missing} was not answered:\n{}", self.said.join("\n"));
            };
            self.unread.extend(bytes);
            while let Some(message) = self.next() {
                self.take_in(message);
            }
        }
    }

    fn next(&mut self) -> Option<Value> {
        let head = self.unread.windows(4).position(|end| end == b"\r\n\r\n")?;
        let header = std::str::from_utf8(&self.unread[..head]).expect("a header is text");
        let len: usize = header.strip_prefix("Content-Length: ").and_then(|len| len.parse().ok()).expect("a length");
        let end = head + 4 + len;
        if self.unread.len() < end {
            return None;
        }
        let message = serde_json::from_slice(&self.unread[head + 4..end]).expect("what the server says is JSON");
        self.unread.drain(..end);
        Some(message)
    }

    fn take_in(&mut self, message: Value) {
        let Some(id) = message.get("id") else { return };
        if message.get("method").is_some() {
            // A question of the server's. Some editors answer none.
            return self.say(&json!({ "jsonrpc": "2.0", "id": id, "result": null }));
        }
        let id = id.as_i64().expect("only numbers were asked with");
        assert!(message.get("result").is_some() != message.get("error").is_some(), "{message}");
        assert!(!self.answers.contains_key(&id), "question {id} was answered twice: {message}");
        self.answers.insert(id, message);
    }
}

fn introduction(choices: &mut Unstructured<'_>) -> Result<Value> {
    let on: bool = choices.arbitrary()?;
    let encodings = choices.choose(&ENCODINGS)?;
    let mut capabilities = json!({
        "general": { "positionEncodings": encodings },
        "textDocument": {
            "publishDiagnostics": { "relatedInformation": on, "versionSupport": on, "dataSupport": on },
            "definition": { "linkSupport": on },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": on },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "completion": { "completionItem": { "snippetSupport": on, "documentationFormat": ["markdown"] } },
            "rename": { "prepareSupport": on },
            "codeAction": {
                "dataSupport": on, "disabledSupport": on, "honorsChangeAnnotations": on,
                "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "refactor", "source"] } },
            },
        },
        "workspace": {
            "workspaceEdit": { "documentChanges": on, "snippetEditSupport": on, "resourceOperations": ["create"] },
            "configuration": choices.arbitrary::<bool>()?,
            "diagnostics": { "refreshSupport": on },
            "textDocumentContent": {},
        },
        "window": { "workDoneProgress": choices.arbitrary::<bool>()?, "showDocument": { "support": on } },
    });
    if choices.arbitrary()? {
        capabilities["textDocument"]["diagnostic"] = json!({});
    }
    let mut introduction = json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
    if choices.ratio(1, 4)? {
        introduction["initializationOptions"] = settings(choices)?;
    }
    if choices.ratio(1, 4)? {
        introduction["workspaceFolders"] = json!([{ "uri": "file:///no-such-folder", "name": text(choices)? }]);
    }
    made_hostile(introduction, choices)
}

fn message(choices: &mut Unstructured<'_>, number: i64) -> Result<(Option<i64>, Value)> {
    let id = choices.arbitrary::<bool>()?.then_some(number);
    let method = choices.choose(if id.is_some() { &QUESTIONS[..] } else { &NOTES })?;
    let params = made_hostile(params(method, choices)?, choices)?;
    let mut message = json!({ "jsonrpc": "2.0", "method": method, "params": params });
    if params_are_none(&message) {
        message.as_object_mut().expect("it is an object").remove("params");
    }
    if let Some(id) = id {
        message["id"] = json!(id);
    }
    Ok((id, message))
}

fn params_are_none(message: &Value) -> bool {
    // Parameters are a list or an object, or are not there: anything else is no message.
    !message["params"].is_object() && !message["params"].is_array()
}

/// What may go along with any method: the handlers take what they know.
fn params(method: &str, choices: &mut Unstructured<'_>) -> Result<Value> {
    let uri = address(choices)?;
    Ok(match method {
        "textDocument/didOpen" => {
            let language = choices.choose(&["synergy", "", "rust"])?;
            let version = version(choices)?;
            json!({ "textDocument": { "uri": uri, "languageId": language, "version": version, "text": text(choices)? } })
        }
        "textDocument/didChange" => {
            let mut changes = Vec::new();
            for _ in 0..choices.int_in_range(1..=4)? {
                changes.push(match choices.ratio(1, 8)? {
                    true => json!({ "text": text(choices)? }),
                    false => json!({ "range": range(choices)?, "text": word(choices)? }),
                });
            }
            json!({ "textDocument": { "uri": uri, "version": version(choices)? }, "contentChanges": changes })
        }
        "$/cancelRequest" => json!({ "id": choices.int_in_range(0..=MOST as i64)? }),
        "$/setTrace" => json!({ "value": choices.choose(&["off", "messages", "verbose", "x"])? }),
        "workspace/didChangeConfiguration" => json!({ "settings": { "hypecheck": settings(choices)? } }),
        "workspace/didChangeWatchedFiles" => {
            json!({ "changes": [{ "uri": uri, "type": choices.int_in_range(0..=4)? }] })
        }
        "workspace/didChangeWorkspaceFolders" => {
            let folder = |name| json!([{ "uri": "file:///no-such-folder/sub", "name": name }]);
            let (added, removed) = match choices.arbitrary()? {
                true => (folder("a"), json!([])),
                false => (json!([]), folder("b")),
            };
            json!({ "event": { "added": added, "removed": removed } })
        }
        "workspace/executeCommand" => {
            let command = choices.choose(&["hypecheck.debugInfo", "hypecheck.explain", "hypecheck.matrix", "x"])?;
            json!({ "command": command, "arguments": [word(choices)?] })
        }
        "workspace/symbol" => json!({ "query": word(choices)? }),
        "workspace/textDocumentContent" => json!({ "uri": uri }),
        "workspace/diagnostic" => json!({ "previousResultIds": [{ "uri": uri, "value": word(choices)? }] }),
        _ if method.ends_with("Files") => {
            let other = address(choices)?;
            json!({ "files": [{ "uri": uri, "oldUri": uri, "newUri": other }] })
        }
        _ => {
            let range = range(choices)?;
            let position = range["start"].clone();
            let item = json!({
                "name": word(choices)?, "kind": 5, "uri": uri, "range": range, "selectionRange": range,
                "data": { "uri": uri, "offset": choices.arbitrary::<u32>()? },
            });
            json!({
                "textDocument": { "uri": uri }, "position": position, "range": range, "ranges": [range],
                "positions": [position], "context": { "diagnostics": [], "includeDeclaration": true, "triggerKind": 1 },
                "options": { "tabSize": 2, "insertSpaces": true }, "ch": choices.choose(&["\n", "}", "x", ""])?,
                "newName": word(choices)?, "previousResultId": word(choices)?, "item": item, "label": word(choices)?,
                "title": word(choices)?, "data": item["data"], "uri": uri, "claim": word(choices)?, "kind": 1,
                "color": { "red": 0.5, "green": 1e300, "blue": -1, "alpha": 1 }, "name": word(choices)?,
                "location": { "uri": uri, "range": range }, "text": word(choices)?,
            })
        }
    })
}

fn address(choices: &mut Unstructured<'_>) -> Result<Value> {
    Ok(json!(choices.choose(&ADDRESSES)?))
}

fn version(choices: &mut Unstructured<'_>) -> Result<Value> {
    Ok(choices.choose(&[json!(1), json!(2), json!(-1), json!(i32::MAX), json!(null), json!(1u64 << 40)])?.clone())
}

fn range(choices: &mut Unstructured<'_>) -> Result<Value> {
    let (start, end) = (position(choices)?, position(choices)?);
    Ok(json!({ "start": start, "end": end }))
}

fn position(choices: &mut Unstructured<'_>) -> Result<Value> {
    let part = |choices: &mut Unstructured<'_>| {
        let far = [u32::MAX, i32::MAX as u32, 1000];
        if choices.ratio(1, 16)? { choices.choose(&far).copied() } else { choices.int_in_range(0..=60) }
    };
    let line = if choices.ratio(3, 4)? { choices.int_in_range(0..=8)? } else { part(choices)? };
    Ok(json!({ "line": line, "character": part(choices)? }))
}

fn text(choices: &mut Unstructured<'_>) -> Result<String> {
    if choices.ratio(3, 4)? { Ok((*choices.choose(&TEXTS)?).to_owned()) } else { word(choices) }
}

fn word(choices: &mut Unstructured<'_>) -> Result<String> {
    const WORDS: [&str; 14] = [
        "",
        "\n",
        "}",
        "\"",
        "\"\"\"",
        "# ",
        "claim ",
        "privacy",
        "😀",
        "\r",
        "instant",
        "\u{202e}",
        "\0",
        "weak-synergy",
    ];
    if choices.ratio(3, 4)? {
        return Ok((*choices.choose(&WORDS)?).to_owned());
    }
    let len = choices.int_in_range(0..=40)?.min(choices.len());
    Ok(String::from_utf8_lossy(choices.bytes(len)?).into_owned())
}

fn settings(choices: &mut Unstructured<'_>) -> Result<Value> {
    let (on, preset) = (choices.arbitrary::<bool>()?, word(choices)?);
    let preset = if on { "strict".to_owned() } else { preset };
    Ok(json!({
        "preset": preset, "inlayHints": { "enabled": on, "factors": on }, "codeLens.enabled": on,
        "diagnostics": { "workspace": on }, "preseet": on,
    }))
}

/// Puts what nobody should say in the place of some part of a value, now and then.
fn made_hostile(mut value: Value, choices: &mut Unstructured<'_>) -> Result<Value> {
    for _ in 0..[0, 0, 0, 1, 1, 3][choices.choose_index(6)?] {
        let mut place = &mut value;
        loop {
            let inner = match &place {
                Value::Object(object) => object.len(),
                Value::Array(array) => array.len(),
                _ => 0,
            };
            if inner == 0 || choices.ratio(1, 4)? {
                break;
            }
            let index = choices.choose_index(inner)?;
            place = match place {
                Value::Object(object) => object.values_mut().nth(index).expect("there are so many"),
                Value::Array(array) => &mut array[index],
                _ => unreachable!("nothing is in it"),
            };
        }
        *place = hostile(choices)?;
    }
    Ok(value)
}

fn hostile(choices: &mut Unstructured<'_>) -> Result<Value> {
    Ok(match choices.int_in_range(0..=13)? {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(u64::MAX),
        4 => json!(i64::MIN),
        5 => json!(1e308),
        6 => json!([]),
        7 => json!({}),
        8 => json!("\u{0}\u{1b}[31m\u{202e}<script>[a](command:x)"),
        9 => json!("x".repeat(70_000)),
        10 => (0..100).fold(json!(0), |inner, _| json!([inner])),
        11 => json!(vec![json!({ "uri": "untitled:a" }); 200]),
        12 => json!({ "uri": 5, "line": -3, "character": 1.5 }),
        _ => json!(word(choices)?),
    })
}
