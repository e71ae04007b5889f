//! `hypecheck new`: a new spec, from options or from questions. It begins as a new file in an editor does, and an old
//! one is never written over.

use super::Exit;
use super::terminal::{Terminal, printable};
use crate::ide::{NewClaim, NewSpec, new_spec};
use crate::model::{Cell, FileKey, FileSystem, Library, Workspace, schema};
use crate::rules::{Settings, check};
use crate::syntax::{Keyword, SyntaxTree};
use crate::text::Text;
use std::io::{BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// What `hypecheck new` is asked to write.
#[derive(Debug, clap::Args)]
pub(super) struct NewArguments {
    /// The file to write, which ends in `.synergy`. On a terminal, without options, questions are asked.
    path: Option<PathBuf>,
    /// What the project is called.
    #[arg(long)]
    title: Option<String>,
    /// What it is, in a sentence.
    #[arg(long)]
    about: Option<String>,
    /// Its own site.
    #[arg(long, value_name = "URL")]
    site: Option<String>,
    /// How far it is: research, library, testnet, alpha, partial, live, completed, absorbed or unconfirmed.
    #[arg(long)]
    status: Option<String>,
    /// A chain it runs on; may be given several times.
    #[arg(long = "runs-on", value_name = "CHAIN")]
    runs_on: Vec<String>,
    /// What it claims, in its words; may be given several times.
    #[arg(long, value_name = "TEXT")]
    says: Vec<String>,
    /// The cell of the claim in the same place, as `privacy+decentralization`; without one it is read from the words.
    #[arg(long, value_name = "CELL")]
    cell: Vec<String>,
}

impl NewArguments {
    fn says_something(&self) -> bool {
        let texts = [&self.title, &self.about, &self.site, &self.status];
        texts.iter().any(|text| text.is_some())
            || !(self.runs_on.is_empty() && self.says.is_empty() && self.cell.is_empty())
    }
}

pub(super) fn run(arguments: &NewArguments, terminal: &mut Terminal) -> Exit {
    let asking = !arguments.says_something() && std::io::stdin().is_terminal() && terminal.is_seen();
    let spec = if asking { ask(arguments, terminal) } else { given(arguments) };
    let written = spec.and_then(|(path, spec)| write(&path, &spec).map(|text| (path, text)));
    match written {
        Ok((path, text)) => {
            let name = super::files::shown(&path);
            let name = printable(&name);
            let open = unfilled(&text);
            terminal.print(&format!("Wrote {name}{open}.\nNext: hypecheck check {name}\n"));
            Exit::Clean
        }
        Err(problem) => {
            terminal.complain(&problem);
            Exit::CouldNotRun
        }
    }
}

fn given(arguments: &NewArguments) -> Result<(PathBuf, NewSpec), String> {
    let path = arguments.path.clone().ok_or("name the file to write, such as `my-project.synergy`")?;
    let path = place(path)?;
    if arguments.cell.len() > arguments.says.len().max(1) {
        return Err("there are more cells than claims; write one `--says` for each `--cell`".to_owned());
    }
    let mut spec = NewSpec::default();
    spec.title.clone_from(&arguments.title);
    spec.about.clone_from(&arguments.about);
    spec.site = arguments.site.as_deref().map(address).transpose()?;
    spec.status = arguments.status.as_deref().map(status).transpose()?;
    spec.runs_on = arguments.runs_on.iter().map(|name| chain(name)).collect::<Result<_, _>>()?;
    for index in 0..arguments.says.len().max(arguments.cell.len()) {
        let cell = arguments.cell.get(index).map(|text| self::cell(text)).transpose()?;
        spec.claims.push(NewClaim { says: arguments.says.get(index).cloned().unwrap_or_default(), cell });
    }
    Ok((path, spec))
}

fn ask(arguments: &NewArguments, terminal: &mut Terminal) -> Result<(PathBuf, NewSpec), String> {
    terminal.print("A new spec. What you leave empty stays open, and `hypecheck check` will ask for it.\n");
    let path = match &arguments.path {
        Some(path) => place(path.clone())?,
        None => question(terminal, "File, such as my-project.synergy: ", |text| match text {
            "" => Err("a file needs a name".to_owned()),
            text => place(PathBuf::from(text)),
        })?,
    };
    let optional = |text: &str| Ok((!text.is_empty()).then(|| text.to_owned()));
    let mut spec = NewSpec {
        title: question(terminal, "Project's name: ", optional)?,
        about: question(terminal, "What it is, in a sentence: ", optional)?,
        ..NewSpec::default()
    };
    let some = |text: &str, read: fn(&str) -> Result<String, String>| match text {
        "" => Ok(None),
        text => read(text).map(Some),
    };
    spec.site = question(terminal, "Its site, https://…: ", |text| some(text, address))?;
    spec.status = question(terminal, "How far it is (research, testnet, live, …): ", |text| some(text, status))?;
    spec.runs_on = question(terminal, "Chains it runs on, with commas: ", |text| {
        text.split(',').map(str::trim).filter(|name| !name.is_empty()).map(chain).collect()
    })?;
    loop {
        let says = question(terminal, "A claim, in its words (empty to end): ", |text| Ok(text.to_owned()))?;
        if says.is_empty() {
            break;
        }
        let cell = question(
            terminal,
            "Its cell, such as privacy+decentralization (empty: read it from the words): ",
            |text| match text {
                "" => Ok(None),
                text => cell(text).map(Some),
            },
        )?;
        spec.claims.push(NewClaim { says, cell });
    }
    Ok((path, spec))
}

/// Asks until the answer can be understood.
fn question<T>(terminal: &mut Terminal, text: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<T, String> {
    loop {
        terminal.print(text);
        terminal.flush();
        let mut line = String::new();
        match std::io::stdin().lock().read_line(&mut line) {
            Ok(0) => return Err("the answers broke off; nothing was written".to_owned()),
            Ok(_) => {}
            Err(error) => return Err(format!("the answer cannot be read: {error}")),
        }
        match read(line.trim()) {
            Ok(answer) => return Ok(answer),
            Err(problem) => terminal.complain(&problem),
        }
    }
}

fn place(path: PathBuf) -> Result<PathBuf, String> {
    if path.extension().is_none_or(|word| word != "synergy") {
        return Err(format!("{}: a spec ends in `.synergy`", path.display()));
    }
    if path.exists() {
        return Err(format!("{} is there already; it is not written over", path.display()));
    }
    Ok(path)
}

fn cell(text: &str) -> Result<Cell, String> {
    Cell::parse(text).ok_or_else(|| {
        format!("`{text}` is no cell; join privacy, verifiability or performance with `+` to security, scalability or decentralization")
    })
}

fn address(text: &str) -> Result<String, String> {
    if crate::syntax::is_url(text) {
        Ok(text.to_owned())
    } else {
        Err(format!("`{text}` is no address; write https://…"))
    }
}

fn status(text: &str) -> Result<String, String> {
    if schema::STATUSES.contains(&text) {
        return Ok(text.to_owned());
    }
    Err(format!("`{text}` is no status; there are {}", schema::STATUSES.join(", ")))
}

fn chain(text: &str) -> Result<String, String> {
    if Library::get().names().get(Keyword::Chain, text).is_some() {
        return Ok(text.to_owned());
    }
    let scope = crate::model::Scope::library();
    let known = scope.all(Keyword::Chain).into_iter().filter_map(|entry| entry.declaration.name.clone());
    let mut names: Vec<String> = known.map(|name| name.text.to_string()).collect();
    names.sort();
    Err(match scope.nearest(Keyword::Chain, text) {
        Some(near) => format!("the library has no chain `{text}`; is `{near}` meant?"),
        None => format!("the library has no chain `{text}`; it has {}", names.join(", ")),
    })
}

/// Writes the spec, but never over another file.
fn write(path: &Path, spec: &NewSpec) -> Result<String, String> {
    let text = new_spec(path, spec);
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => format!("{} is there already; it is not written over", path.display()),
        _ => format!("{} cannot be written: {error}", path.display()),
    };
    let file = std::fs::OpenOptions::new().write(true).create_new(true).open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(failed)?;
    Ok(text)
}

/// How many fields of it wait to be filled, in words.
fn unfilled(source: &str) -> String {
    let mut workspace = Workspace::new(Vec::new());
    let text = Text::new(source);
    let tree = SyntaxTree::parse(&text);
    let id = workspace.open(&FileKey::Virtual("new".to_owned()), text, tree, None, &FileSystem);
    let report = check(&workspace.snapshot(), id, &Settings::new(crate::model::today()));
    let count =
        report.map_or(0, |report| report.diagnostics.iter().filter(|it| it.rule.name == "unfilled-field").count());
    match count {
        0 => String::new(),
        1 => "; one field waits to be filled".to_owned(),
        count => format!("; {count} fields wait to be filled"),
    }
}
