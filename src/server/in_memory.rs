//! The server without a process around it: bytes in, bytes out.
//!
//! The fuzz targets are a package of their own and see no more of this one than anybody. They need the whole server many
//! times a second, which processes do not give, and the framing of messages alone. Neither knows more than what goes
//! over the wire.

use super::framing::Framing;
use super::serve;
use super::transport::{Input, Output};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::mpsc as async_mpsc;

/// What may be said before any of it is read. Whoever says more waits.
const WAITING: usize = 1024;

/// The messages that the server makes of bytes, one after the other, each with its header.
pub fn messages<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut framing = Framing::default();
    let mut found = Vec::new();
    for piece in pieces {
        framing.push(piece);
        while let Some(message) = framing.next(|_| false) {
            found.extend(message);
        }
    }
    found
}

/// A server and the editor's end of the way to it.
pub struct Conversation {
    input: async_mpsc::Sender<Vec<u8>>,
    output: Receiver<Vec<u8>>,
    server: JoinHandle<bool>,
}

impl Conversation {
    /// Starts a server.
    ///
    /// # Errors
    /// If the system gives no threads.
    pub fn begin() -> std::io::Result<Conversation> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let (input, from_editor) = async_mpsc::channel(WAITING);
        let (to_editor, output) = channel();
        let server = std::thread::Builder::new().name("server".to_owned()).spawn(move || {
            let clean = runtime.block_on(serve(Input::of(from_editor), Output::of(to_editor)));
            runtime.shutdown_background();
            clean
        })?;
        Ok(Conversation { input, output, server })
    }

    /// Says something; whether the server still listens.
    pub fn say(&self, bytes: &[u8]) -> bool {
        self.input.blocking_send(bytes.to_vec()).is_ok()
    }

    /// What the server says next; nothing if it says nothing for so long, or has ended.
    pub fn hear(&self, patience: Duration) -> Option<Vec<u8>> {
        self.output.recv_timeout(patience).ok()
    }

    /// Says nothing more and waits for the server to end; whether it was shut down properly before.
    pub fn end(self) -> bool {
        drop(self.input);
        self.server.join().unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_without_a_process_answers_and_ends() {
        let server = Conversation::begin().expect("there are threads");
        let say = |body: &str| server.say(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
        assert!(say(r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#));
        let answer = server.hear(Duration::from_secs(60)).expect("there is an answer");
        assert!(String::from_utf8_lossy(&answer).contains("\"serverInfo\""));
        assert!(say(r#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#));
        server.hear(Duration::from_secs(60)).expect("there is an answer");
        assert!(say(r#"{"jsonrpc":"2.0","method":"exit"}"#));
        assert!(server.end());
    }

    #[test]
    fn messages_come_out_whole_however_the_bytes_are_cut() {
        let message = b"Content-Length: 33\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";
        assert_eq!(messages([&message[..]]), message);
        assert_eq!(messages(message.chunks(5)), message);
        assert_eq!(messages([&message[..30]]), b"");
    }
}
