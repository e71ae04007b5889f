//! Whatever an editor does, in whatever order: what it shows at the end is what a server shows that has just started.
//!
//! Random sequences of what editors and people do to several files are told to a server. Beside it a model keeps what an
//! editor keeps: the texts, and what the server said of them. `PROPTEST_CASES=2000 cargo test --lib server::tests::model`
//! is a long run.

use super::harness::{Editor, WEAK, boundary, modern, position, pulling};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long the server may take to say what it has to say. Far longer than it ever does.
const PATIENCE: Duration = Duration::from_secs(60);

/// The files of the folder. One has a name that is written otherwise in addresses, one is in a folder of its own.
const FILES: [&str; 4] = ["house.synergy", "a.synergy", "with space ü.synergy", "deep/c.synergy"];

/// What may stand in a file.
fn text(index: usize, file: usize) -> String {
    let house = if FILES[file].starts_with("deep/") { "../house.synergy" } else { "house.synergy" };
    let matrix =
        "matrix acme \"Acme\" extends standard {\n  cell performance + decentralization { strength strong }\n}\n";
    let judged = WEAK.replace("{\n  claim", "{\n  judged-by acme\n  claim");
    match index % 8 {
        0 => String::new(),
        1 => WEAK.to_owned(),
        2 => matrix.to_owned(),
        3 => matrix.replace("strong", "weak"),
        4 => format!("use \"{house}\"\n{judged}"),
        5 => format!("use \"{house}\"\nuse \"a.synergy\"\n{judged}\nproject demo \"Again\" {{ }}\n"),
        6 => "project p \"P\" {\n  claim x: privacy + security { says \"It is \u{202e}safe 😀.\n".to_owned(),
        _ => format!("phrase \"machines\" buzzword {{ why \"It says little.\" }}\n{WEAK}"),
    }
}

/// What is typed.
const PIECES: [&str; 12] = [
    "",
    " ",
    "\n",
    "}",
    "{",
    "\"",
    "\"\"\"\n",
    "# 😀\r\n",
    "claim b: privacy + security { }\n",
    "use \"a.synergy\"\n",
    "é",
    "judged-by acme\n",
];

const CONFIGS: [Option<&str>; 5] = [
    None,
    Some("[rules]\nweak-synergy = \"error\"\n"),
    Some("preset = \"strict\"\n[[overrides]]\npaths = [\"deep/**\"]\nrules = { weak-synergy = \"off\" }\n"),
    Some("[[overrides]]\npaths = [\"*.synergy\"]\nrules = { weak-synergy = \"hint\", syntax-error = \"off\" }\n"),
    Some("[rules\n"),
];

const PRESETS: [&str; 3] = ["author", "reviewer", "strict"];

const QUESTIONS: [&str; 8] = [
    "textDocument/hover",
    "textDocument/completion",
    "textDocument/documentSymbol",
    "textDocument/codeLens",
    "textDocument/semanticTokens/full",
    "textDocument/references",
    "workspace/symbol",
    "hypecheck/nonsense",
];

/// Something that is done. Numbers are taken modulo what there is.
#[derive(Clone, Debug)]
enum Step {
    Open(usize),
    Type {
        file: usize,
        at: usize,
        deleted: usize,
        piece: usize,
    },
    Replace {
        file: usize,
        text: usize,
    },
    Close(usize),
    Save(usize),
    WriteOutside {
        file: usize,
        text: usize,
    },
    DeleteOutside(usize),
    Rename {
        file: usize,
        to: usize,
    },
    Configure(usize),
    Set(usize),
    Folder {
        open: bool,
    },
    Ask {
        question: usize,
        file: usize,
        taken_back: bool,
    },
    /// Reads what has come so far. Between two of them the editor is deaf.
    Read,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let file = 0..FILES.len();
    let text = 0..8usize;
    let step = prop_oneof![
        3 => file.clone().prop_map(Step::Open),
        6 => (file.clone(), any::<usize>(), 0..40usize, 0..PIECES.len())
            .prop_map(|(file, at, deleted, piece)| Step::Type { file, at, deleted, piece }),
        2 => (file.clone(), text.clone()).prop_map(|(file, text)| Step::Replace { file, text }),
        2 => file.clone().prop_map(Step::Close),
        2 => file.clone().prop_map(Step::Save),
        3 => (file.clone(), text).prop_map(|(file, text)| Step::WriteOutside { file, text }),
        1 => file.clone().prop_map(Step::DeleteOutside),
        1 => (file.clone(), file.clone()).prop_map(|(file, to)| Step::Rename { file, to }),
        1 => (0..CONFIGS.len()).prop_map(Step::Configure),
        1 => (0..PRESETS.len()).prop_map(Step::Set),
        1 => any::<bool>().prop_map(|open| Step::Folder { open }),
        3 => (0..QUESTIONS.len(), file, any::<bool>())
            .prop_map(|(question, file, taken_back)| Step::Ask { question, file, taken_back }),
        1 => Just(Step::Read),
    ];
    prop::collection::vec(step, 1..40)
}

/// How an editor learns of findings.
#[derive(Clone, Copy, Debug)]
struct Manner {
    asks: bool,
    whole_workspace: bool,
}

impl Manner {
    fn capabilities(self) -> Value {
        if self.asks { pulling() } else { modern() }
    }

    fn options(self, preset: usize) -> Value {
        json!({ "preset": PRESETS[preset], "diagnostics": { "workspace": self.whole_workspace } })
    }
}

/// An editor with its files, and what it has to remember to tell whether the server is right.
struct World {
    editor: Editor,
    manner: Manner,
    folder: PathBuf,
    folder_is_open: bool,
    preset: usize,
    /// The texts that are open.
    open: BTreeMap<usize, String>,
    /// The version of the last text of each file that was ever open. It never goes back.
    versions: BTreeMap<String, i64>,
    /// What is shown for each address.
    shown: BTreeMap<String, Value>,
    /// The version of the text that what was last shown is of.
    shown_versions: BTreeMap<String, i64>,
    asked: BTreeSet<i64>,
    answered: BTreeSet<i64>,
}

fn uri(folder: &Path, file: usize) -> String {
    url::Url::from_file_path(folder.join(FILES[file])).expect("an address").to_string()
}

impl World {
    fn new(folder: &Path, manner: Manner, preset: usize, folder_is_open: bool) -> World {
        let root = url::Url::from_file_path(folder).expect("an address").to_string();
        let folders = if folder_is_open { json!([{ "uri": root, "name": "specs" }]) } else { json!([]) };
        let more = json!({ "workspaceFolders": folders, "initializationOptions": manner.options(preset) });
        World {
            editor: Editor::introduce(manner.capabilities(), &more),
            manner,
            folder: folder.to_owned(),
            folder_is_open,
            preset,
            open: BTreeMap::new(),
            versions: BTreeMap::new(),
            shown: BTreeMap::new(),
            shown_versions: BTreeMap::new(),
            asked: BTreeSet::new(),
            answered: BTreeSet::new(),
        }
    }

    fn uri(&self, file: usize) -> String {
        uri(&self.folder, file)
    }

    fn path(&self, file: usize) -> PathBuf {
        self.folder.join(FILES[file])
    }

    fn next_version(&mut self, file: usize) -> i64 {
        let version = self.versions.entry(self.uri(file)).or_insert(0);
        *version += 1;
        *version
    }

    fn open(&mut self, file: usize, text: String) {
        let document = json!({
            "uri": self.uri(file), "languageId": "synergy", "version": self.next_version(file), "text": text,
        });
        self.editor.notify("textDocument/didOpen", json!({ "textDocument": document }));
        self.open.insert(file, text);
    }

    fn close(&mut self, file: usize) -> Option<String> {
        let text = self.open.remove(&file)?;
        self.editor.notify("textDocument/didClose", json!({ "textDocument": { "uri": self.uri(file) } }));
        Some(text)
    }

    fn on_disk(&self, file: usize) -> Option<String> {
        std::fs::read_to_string(self.path(file)).ok()
    }

    fn write(&mut self, path: &Path, text: Option<&str>) {
        let was_there = path.exists();
        let kind = match text {
            Some(text) => {
                std::fs::create_dir_all(path.parent().expect("it is in the folder")).expect("it can be made");
                std::fs::write(path, text).expect("it can be written");
                if was_there { 2 } else { 1 }
            }
            None if was_there => {
                std::fs::remove_file(path).expect("it can be removed");
                3
            }
            None => return,
        };
        let uri = url::Url::from_file_path(path).expect("an address").to_string();
        let changes = json!([{ "uri": uri, "type": kind }]);
        self.editor.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    }

    fn act(&mut self, step: &Step) {
        match *step {
            Step::Open(file) => {
                if !self.open.contains_key(&file) {
                    let text = self.on_disk(file).unwrap_or_default();
                    self.open(file, text);
                }
            }
            Step::Type { file, at, deleted, piece } => {
                let Some(mut text) = self.open.get(&file).cloned() else { return };
                let start = boundary(&text, at % (text.len() + 1));
                let end = boundary(&text, start + deleted).max(start);
                let place = |offset: usize| position(&text, offset, "utf-16");
                let range = json!({ "start": place(start), "end": place(end) });
                text.replace_range(start..end, PIECES[piece]);
                let version = self.next_version(file);
                let uri = self.uri(file);
                self.editor.change(&uri, version, json!([{ "range": range, "text": PIECES[piece] }]));
                self.open.insert(file, text);
            }
            Step::Replace { file, text: index } => {
                if self.open.contains_key(&file) {
                    let (uri, version) = (self.uri(file), self.next_version(file));
                    self.editor.change(&uri, version, json!([{ "text": text(index, file) }]));
                    self.open.insert(file, text(index, file));
                }
            }
            Step::Close(file) => {
                self.close(file);
            }
            Step::Save(file) => {
                if let Some(text) = self.open.get(&file).cloned() {
                    self.write(&self.path(file), Some(&text));
                    let document = json!({ "textDocument": { "uri": self.uri(file) } });
                    self.editor.notify("textDocument/didSave", document);
                }
            }
            Step::WriteOutside { file, text: index } => self.write(&self.path(file), Some(&text(index, file))),
            Step::DeleteOutside(file) => self.write(&self.path(file), None),
            Step::Rename { file, to } => self.rename(file, to),
            Step::Configure(index) => self.write(&self.folder.join("hypecheck.toml"), CONFIGS[index]),
            Step::Set(preset) => {
                self.preset = preset;
                let settings = json!({ "settings": { "hypecheck": self.manner.options(preset) } });
                self.editor.notify("workspace/didChangeConfiguration", settings);
            }
            Step::Folder { open } => {
                if std::mem::replace(&mut self.folder_is_open, open) != open {
                    let root = url::Url::from_file_path(&self.folder).expect("an address").to_string();
                    let (here, nothing) = (json!([{ "uri": root, "name": "specs" }]), json!([]));
                    let (added, removed) = if open { (here, nothing) } else { (nothing, here) };
                    let event = json!({ "event": { "added": added, "removed": removed } });
                    self.editor.notify("workspace/didChangeWorkspaceFolders", event);
                }
            }
            Step::Ask { question, file, taken_back } => {
                let mut params = Editor::at(&self.uri(file), 2, 14);
                params["query"] = json!("a");
                params["context"] = json!({ "includeDeclaration": true });
                let id = self.editor.ask(QUESTIONS[question], params);
                self.asked.insert(id);
                if taken_back {
                    self.editor.notify("$/cancelRequest", json!({ "id": id }));
                }
            }
            Step::Read => self.read(Duration::from_millis(5)),
        }
    }

    /// As editors do it: what is open is closed under its old name and opened under the new one.
    fn rename(&mut self, file: usize, to: usize) {
        if file == to || self.open.contains_key(&to) {
            return;
        }
        let Some(text) = self.on_disk(file) else { return };
        let opened = self.close(file);
        let files = json!({ "files": [{ "oldUri": self.uri(file), "newUri": self.uri(to) }] });
        self.write(&self.path(to), Some(&text));
        self.write(&self.path(file), None);
        self.editor.notify("workspace/didRenameFiles", files);
        if let Some(text) = opened {
            self.open(to, text);
        }
    }

    /// Takes in what has come, and what comes within a moment.
    fn read(&mut self, moment: Duration) {
        for message in self.editor.drain(moment) {
            if let (Some(id), None) = (message["id"].as_i64(), message.get("method")) {
                assert!(self.asked.contains(&id), "an answer to no question: {message}");
                assert!(self.answered.insert(id), "a second answer to question {id}: {message}");
            } else if message["method"] == "textDocument/publishDiagnostics" {
                let params = &message["params"];
                let uri = params["uri"].as_str().expect("an address").to_owned();
                if let Some(version) = params["version"].as_i64() {
                    let before = self.shown_versions.insert(uri.clone(), version);
                    assert!(before <= Some(version), "{uri}: version {version} after {before:?}");
                    assert!(version <= self.versions[&uri], "{uri}: a version that never was");
                }
                self.shown.insert(uri, params["diagnostics"].clone());
            } else if message.get("id").is_some() {
                self.editor.reply(&message, Value::Null);
            }
        }
        self.shown.retain(|_, found| found.as_array().is_none_or(|found| !found.is_empty()));
    }

    /// Asks for what this editor has to ask for. What is not open shows nothing unless all of the workspace is told.
    fn ask_for_findings(&mut self) {
        if !self.manner.asks {
            return;
        }
        for uri in self.open.keys().map(|file| self.uri(*file)).collect::<Vec<_>>() {
            let params = json!({ "textDocument": { "uri": uri } });
            let answer = self.editor.request("textDocument/diagnostic", params);
            self.shown.insert(uri, answer["items"].clone());
        }
        self.read(Duration::ZERO);
    }

    /// The outline and the tokens of each open file.
    fn shapes(&mut self) -> BTreeMap<usize, [Value; 2]> {
        let files: Vec<usize> = self.open.keys().copied().collect();
        let shape = |file: usize| {
            let document = json!({ "textDocument": { "uri": self.uri(file) } });
            let methods = ["textDocument/documentSymbol", "textDocument/semanticTokens/full"];
            (file, methods.map(|method| self.editor.request(method, document.clone())))
        };
        files.into_iter().map(shape).collect()
    }

    /// The text of each open file, as the server has it.
    fn texts_of_the_server(&mut self) -> BTreeMap<usize, String> {
        let files: Vec<usize> = self.open.keys().copied().collect();
        let text = |file: usize| {
            let document = json!({ "textDocument": { "uri": self.uri(file) } });
            let seen = self.editor.request("hypecheck/syntaxTree", document);
            (file, seen["text"].as_str().unwrap_or("no text").to_owned())
        };
        files.into_iter().map(text).collect()
    }
}

/// What a server shows that has just started and sees what is there now.
fn fresh(world: &World) -> World {
    let mut fresh = World::new(&world.folder, world.manner, world.preset, world.folder_is_open);
    for (&file, text) in &world.open {
        fresh.open(file, text.clone());
    }
    fresh
}

/// Whether both show the same before patience ends.
fn agree(world: &mut World, fresh: &mut World) -> Result<(), TestCaseError> {
    let until = Instant::now() + PATIENCE;
    // Once what was said first is told, more may follow; so two looks in a row have to agree.
    let mut agreed = 0;
    while agreed < 2 {
        for world in [&mut *world, &mut *fresh] {
            world.ask_for_findings();
            world.read(Duration::from_millis(10));
        }
        agreed = if world.shown == fresh.shown { agreed + 1 } else { 0 };
        if Instant::now() > until {
            prop_assert_eq!(&world.shown, &fresh.shown, "at the left the server that was told of each step");
        }
    }
    Ok(())
}

fn run(manner: Manner, steps: &[Step]) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().expect("a folder");
    // On some systems the folder for temporary files is a link.
    let path = folder.path().canonicalize().expect("it is there");
    for (file, name) in FILES.into_iter().enumerate() {
        std::fs::create_dir_all(path.join(name).parent().expect("a folder")).expect("it can be made");
        std::fs::write(path.join(name), text(file + 2, file)).expect("it can be written");
    }
    let mut world = World::new(&path, manner, 0, true);
    steps.iter().for_each(|step| world.act(step));
    world.read(Duration::ZERO);
    let texts = world.texts_of_the_server();
    prop_assert_eq!(&texts, &world.open, "at the left the texts as the server has them");
    let mut fresh = fresh(&world);
    agree(&mut world, &mut fresh)?;
    prop_assert_eq!(world.shapes(), fresh.shapes(), "at the left the server that was told of each step");
    let until = Instant::now() + PATIENCE;
    while world.answered != world.asked && Instant::now() < until {
        world.read(Duration::from_millis(10));
    }
    prop_assert_eq!(&world.answered, &world.asked, "at the left what was answered");
    // Closed, a text is no longer shown: what its file shows is what anybody sees who has not opened it.
    let open: Vec<usize> = world.open.keys().copied().collect();
    for file in open {
        world.close(file);
        fresh.close(file);
        if manner.asks {
            let uri = world.uri(file);
            world.shown.remove(&uri);
            fresh.shown.remove(&uri);
        }
    }
    agree(&mut world, &mut fresh)?;
    if !manner.whole_workspace {
        prop_assert_eq!(&world.shown, &BTreeMap::new(), "nothing is open");
    }
    prop_assert!(world.editor.quit() && fresh.editor.quit(), "both end as they should");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn an_editor_that_is_sent_findings_shows_what_a_fresh_start_shows(steps in steps()) {
        run(Manner { asks: false, whole_workspace: false }, &steps)?;
    }

    #[test]
    fn an_editor_that_is_sent_those_of_all_files_shows_what_a_fresh_start_shows(steps in steps()) {
        run(Manner { asks: false, whole_workspace: true }, &steps)?;
    }

    #[test]
    fn an_editor_that_asks_for_findings_shows_what_a_fresh_start_shows(steps in steps()) {
        run(Manner { asks: true, whole_workspace: false }, &steps)?;
    }
}
