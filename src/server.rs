//! The language server: the protocol on one side, snapshots on the other.
//!
//! How an edit and a question travel:
//!
//! 1. `gate` sees every message in the order of the wire. It applies edits to its texts at once and passes them on
//!    to the engine; a question gets a ticket for the state that it was asked in.
//! 2. `engine`, one thread, owns the workspace. It takes edits as they come, parses what changed, gives out
//!    snapshots for tickets, and judges and publishes when nothing more is waiting.
//! 3. `backend` takes questions and has them answered from snapshots by `answers`, off the threads that read and write.
//!
//! Nothing here ever waits for the editor, and no text is ever changed by anything but the gate. What the protocol
//! calls things is known in this layer alone.

mod answers;
mod asked;
mod backend;
mod cancel;
mod capabilities;
mod commands;
mod committed;
mod convert;
mod engine;
mod framing;
mod gate;
mod heat_map;
mod in_memory;
mod library_files;
mod offer;
mod outgoing;
mod per_declaration;
mod placed;
mod plain;
mod progress;
mod registration;
mod rendered;
mod session;
mod settings;
mod transport;
mod view;
mod written_maps;

#[cfg(test)]
mod tests;

pub use in_memory::{Conversation, messages};

use backend::Backend;
use gate::Gate;
use heat_map::HeatMaps;
use session::Session;
use std::process::ExitCode;
use std::sync::Arc;
use tower_lsp_server::{LspService, Server};
use transport::{Input, Output};

/// Questions that may wait for an answer at the same time. They only wait; the work is done elsewhere.
const CONCURRENCY: usize = 256;

/// Runs the server on standard input and output until the editor ends it. The code is 0 if it was shut down properly.
pub fn main() -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return complain(&format!("the server cannot start: {error}")),
    };
    let (writer, finished) = match transport::stdout() {
        Ok(output) => output,
        Err(error) => return complain(&format!("the server cannot start: {error}")),
    };
    let clean = match transport::serve_stdin(&runtime, |reader| serve(reader, writer)) {
        Ok(clean) => clean,
        Err(error) => return complain(&format!("the server cannot start: {error}")),
    };
    // Work that nobody waits for any more must not keep the process.
    runtime.shutdown_background();
    finished.wait();
    if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn complain(text: &str) -> ExitCode {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "hypecheck: {text}");
    ExitCode::from(2)
}

/// Serves one editor until it says `exit` or its stream ends; whether it said `shutdown` before.
async fn serve(mut input: Input, output: Output) -> bool {
    let (out, publisher) = outgoing::channel(output.wire());
    let finished = heat_map::Finished::new(None);
    let maps = HeatMaps::new(finished.clone());
    let engine = engine::start(out.clone(), finished);
    input.before_waiting(|| engine.worked_on_here());
    let session = Arc::new(Session::new(engine, out, maps));
    let service = LspService::build(|client| {
        session.meet(client.clone());
        publisher.spawn(client, Arc::downgrade(&session));
        Backend::new(Arc::clone(&session))
    })
    .custom_method("hypecheck/summary", Backend::summary)
    .custom_method("hypecheck/syntaxTree", Backend::syntax_tree)
    .custom_method("hypecheck/heatMap", Backend::heat_map)
    .custom_method("hypecheck/claimLocation", Backend::claim_location)
    .custom_method(framing::PARSE_ERROR, Backend::parse_error)
    .custom_method(framing::INVALID_REQUEST, Backend::invalid_request);
    #[cfg(test)]
    let service = service
        .custom_method("test/panic", Backend::panic)
        .custom_method("test/slow", Backend::slow)
        .custom_method("test/files", Backend::files)
        .custom_method("test/committed", Backend::committed)
        .custom_method("test/progress", Backend::progress)
        .custom_method("test/endless", Backend::endless)
        .custom_method("test/show", Backend::show);
    let (service, socket) = service.finish();
    let gate = Gate::new(service, Arc::clone(&session));
    input.passes(gate.lane());
    Server::new(input, output, socket).concurrency_level(CONCURRENCY).serve(gate).await;
    session.maps().end();
    session.written_maps().end();
    session.was_shut_down()
}
