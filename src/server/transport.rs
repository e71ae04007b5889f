//! Standard input and output for the server. An editor that stops reading does not stop us from reading: what it does
//! not take at once a thread writes. Where the system tells whether a pipe has something to read or room to write, no
//! thread is woken on the way of a message; elsewhere each direction has one of its own.

#[cfg(target_os = "linux")]
mod pipe;

use super::framing::Framing;
use super::gate::Lane;
use std::collections::{HashMap, VecDeque};
use std::io::{self, Read, Write};
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex, PoisonError, mpsc};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::mpsc as async_mpsc;

/// Bytes read at once.
const READ_LEN: usize = 64 * 1024;
/// Reads that may wait to be looked at. An editor that sends more waits itself.
const READS_WAITING: usize = 64;
/// How long to wait for the last answers to be written when the editor has said goodbye.
const GOODBYE: Duration = Duration::from_secs(2);

/// Serves whoever writes to standard input, on this thread.
///
/// # Errors
/// If the system gives no thread.
pub(super) fn serve_stdin<T, F: Future<Output = T>>(
    runtime: &tokio::runtime::Runtime,
    serve: impl FnOnce(Input) -> F,
) -> io::Result<T> {
    #[cfg(target_os = "linux")]
    if let Some(waiting) = pipe::Waiting::new() {
        let _entered = runtime.enter();
        return Ok(waiting.run(serve(Input::new(Bytes::Pipe(waiting.read_end())))));
    }
    let input = stdin_of_a_thread()?;
    Ok(runtime.block_on(serve(input)))
}

/// Standard input, read by a thread of its own.
fn stdin_of_a_thread() -> io::Result<Input> {
    let (sender, receiver) = async_mpsc::channel(READS_WAITING);
    std::thread::Builder::new().name("stdin".to_owned()).spawn(move || {
        let mut stdin = io::stdin().lock();
        let mut buffer = vec![0; READ_LEN];
        loop {
            match stdin.read(&mut buffer) {
                Ok(0) => break,
                Ok(len) => {
                    if sender.blocking_send(buffer[..len].to_vec()).is_err() {
                        break;
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => break,
            }
        }
    })?;
    Ok(Input::new(Bytes::Thread(receiver)))
}

/// Where bytes come from.
enum Bytes {
    /// A thread that waits for them.
    Thread(async_mpsc::Receiver<Vec<u8>>),
    /// A pipe or socket that tells when there are some: no thread has to be woken.
    #[cfg(target_os = "linux")]
    Pipe(pipe::ReadEnd),
}

/// Whole messages from what is read.
pub(super) struct Input {
    bytes: Bytes,
    framing: Framing,
    rest: Vec<u8>,
    start: usize,
    lane: Option<Lane>,
}

impl Input {
    fn new(bytes: Bytes) -> Input {
        Input { bytes, framing: Framing::default(), rest: Vec::new(), start: 0, lane: None }
    }

    /// Says who takes in messages before all others.
    pub(super) fn passes(&mut self, lane: Lane) {
        self.lane = Some(lane);
    }

    /// Where the thread that reads does other work too: has it do this, given it when it is known, before it waits.
    pub(super) fn before_waiting<T: Fn() + 'static>(&self, work: impl FnOnce() -> T) {
        match &self.bytes {
            Bytes::Thread(_) => {}
            #[cfg(target_os = "linux")]
            Bytes::Pipe(pipe) => pipe.before_waiting(Box::new(work())),
        }
        #[cfg(not(target_os = "linux"))]
        drop(work);
    }
}

impl Input {
    /// Whole messages from bytes that come from elsewhere.
    pub(super) fn of(receiver: async_mpsc::Receiver<Vec<u8>>) -> Input {
        Input::new(Bytes::Thread(receiver))
    }
}

impl AsyncRead for Input {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        while self.start == self.rest.len() {
            let Input { framing, lane, .. } = &mut *self;
            if let Some(message) = framing.next(|body| lane.as_ref().is_some_and(|lane| lane.take(body))) {
                self.rest = message;
                self.start = 0;
                break;
            }
            let Input { bytes, framing, .. } = &mut *self;
            let more = match bytes {
                Bytes::Thread(receiver) => {
                    receiver.poll_recv(cx).map(|bytes| bytes.map(|bytes| framing.push(&bytes)).is_some())
                }
                #[cfg(target_os = "linux")]
                Bytes::Pipe(pipe) => pipe.poll_read(cx, |bytes| framing.push(bytes)),
            };
            match more {
                Poll::Ready(true) => {}
                // The end of the input.
                Poll::Ready(false) => return Poll::Ready(Ok(())),
                Poll::Pending => return Poll::Pending,
            }
        }
        let len = into.remaining().min(self.rest.len() - self.start);
        let start = self.start;
        into.put_slice(&self.rest[start..start + len]);
        self.start += len;
        Poll::Ready(Ok(()))
    }
}

/// What waits to be written, in order.
#[derive(Default)]
struct Waiting {
    entries: VecDeque<Entry>,
    /// The latest findings of each text that wait.
    findings: HashMap<String, Vec<u8>>,
    /// Nothing more will come.
    closed: bool,
    /// Nobody reads any more.
    unread: bool,
    /// The thread that writes is writing.
    writing: bool,
    /// Where a message can be written at once, if it can be.
    #[cfg(target_os = "linux")]
    direct: Option<pipe::WriteEnd>,
}

impl Waiting {
    /// Writes what nothing has to be written before, as far as the editor takes it now; whether that was all of it.
    /// What is left is the next to be written.
    #[cfg(target_os = "linux")]
    fn write_at_once(&mut self, parts: &[&[u8]]) -> bool {
        let Some(direct) = self.direct.as_ref().filter(|_| self.entries.is_empty() && !self.writing) else {
            return false;
        };
        let written = direct.write(parts);
        let rest = (written > 0).then(|| rest(parts, written)).filter(|rest| !rest.is_empty());
        self.entries.extend(rest.map(Entry::Bytes));
        written > 0
    }

    #[cfg(not(target_os = "linux"))]
    fn write_at_once(&mut self, _: &[&[u8]]) -> bool {
        false
    }
}

enum Entry {
    Bytes(Vec<u8>),
    /// The findings of that text.
    Findings(String),
}

/// The way to the editor: whole messages, which a thread writes one after the other. Whoever sends never waits.
#[derive(Clone, Default)]
pub(super) struct Wire(Arc<(Mutex<Waiting>, Condvar)>);

impl Wire {
    /// Sends a message, which may be in several parts.
    pub(super) fn send(&self, message: &[&str]) {
        with_header(message, |parts| self.send_bytes(parts));
    }

    /// Sends a piece of what goes over the wire; whether anybody is there to read it.
    fn send_bytes(&self, parts: &[&[u8]]) -> bool {
        self.put(|waiting| {
            if !waiting.write_at_once(parts) {
                waiting.entries.push_back(Entry::Bytes(parts.concat()));
            }
        })
    }

    /// Sends the findings of a text. If earlier ones of it have not been written yet, these are written in their place:
    /// an editor that reads slowly gets what is true now, and what waits for it does not grow.
    pub(super) fn send_findings(&self, uri: &str, message: &[&str]) {
        with_header(message, |parts| {
            self.put(|waiting| {
                if !waiting.write_at_once(parts) && waiting.findings.insert(uri.to_owned(), parts.concat()).is_none() {
                    waiting.entries.push_back(Entry::Findings(uri.to_owned()));
                }
            })
        });
    }

    fn put(&self, put: impl FnOnce(&mut Waiting)) -> bool {
        let (waiting, arrived) = &*self.0;
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if !waiting.unread {
            put(&mut waiting);
            if !waiting.entries.is_empty() || waiting.closed {
                arrived.notify_one();
            }
        }
        !waiting.unread
    }

    /// Waits for something to write and takes all that is there, in one piece; nothing when nothing more will come.
    fn take(&self) -> Option<Vec<u8>> {
        let (waiting, arrived) = &*self.0;
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.writing = false;
        while waiting.entries.is_empty() && !waiting.closed && !waiting.unread {
            waiting = arrived.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
        let mut taken: Option<Vec<u8>> = None;
        while let Some(entry) = waiting.entries.pop_front() {
            let bytes = match entry {
                Entry::Bytes(bytes) => bytes,
                Entry::Findings(uri) => waiting.findings.remove(&uri).unwrap_or_default(),
            };
            match &mut taken {
                Some(taken) => taken.extend_from_slice(&bytes),
                None => taken = Some(bytes),
            }
        }
        waiting.writing = true;
        taken
    }

    /// Writes until nothing more comes or nobody takes it.
    pub(super) fn write_all(&self, mut write: impl FnMut(&[u8]) -> bool) {
        while let Some(bytes) = self.take() {
            if !write(&bytes) {
                // The editor is gone; its end of our input will be too.
                let mut waiting = self.0.0.lock().unwrap_or_else(PoisonError::into_inner);
                *waiting = Waiting { unread: true, ..Waiting::default() };
                return;
            }
        }
    }

    /// Says that nothing more will come.
    fn close(&self) {
        self.put(|waiting| waiting.closed = true);
    }
}

/// Does something with the parts of a message and its header before them.
fn with_header<T>(message: &[&str], act: impl FnOnce(&[&[u8]]) -> T) -> T {
    let len: usize = message.iter().map(|part| part.len()).sum();
    let header = format!("Content-Length: {len}\r\n\r\n");
    let mut parts = vec![header.as_bytes()];
    parts.extend(message.iter().map(|part| part.as_bytes()));
    act(&parts)
}

/// What is left of parts of which so many bytes were written.
#[cfg(target_os = "linux")]
fn rest(parts: &[&[u8]], written: usize) -> Vec<u8> {
    let mut done = written;
    let mut rest = Vec::new();
    for part in parts {
        rest.extend_from_slice(part.get(done..).unwrap_or_default());
        done = done.saturating_sub(part.len());
    }
    rest
}

/// Standard output, and what tells that all of it has been written.
///
/// # Errors
/// If the system gives no thread.
pub(super) fn stdout() -> io::Result<(Output, Finished)> {
    let wire = Wire::default();
    #[cfg(target_os = "linux")]
    {
        wire.0.0.lock().unwrap_or_else(PoisonError::into_inner).direct = pipe::WriteEnd::of_stdout();
    }
    let output = Output { wire: wire.clone() };
    let (done, finished) = mpsc::channel();
    std::thread::Builder::new().name("stdout".to_owned()).spawn(move || {
        let mut stdout = io::stdout().lock();
        wire.write_all(|bytes| stdout.write_all(bytes).and_then(|()| stdout.flush()).is_ok());
        let _ = done.send(());
    })?;
    Ok((output, Finished(finished)))
}

/// What the library writes, which are whole messages, goes the same way as all else.
pub(super) struct Output {
    wire: Wire,
}

impl Output {
    /// Where messages go that do not come from the library.
    pub(super) fn wire(&self) -> Wire {
        self.wire.clone()
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        self.wire.close();
    }
}

impl Output {
    /// Goes elsewhere.
    pub(super) fn of(sender: mpsc::Sender<Vec<u8>>) -> Output {
        let wire = Wire::default();
        let output = Output { wire: wire.clone() };
        std::thread::spawn(move || wire.write_all(|bytes| sender.send(bytes.to_vec()).is_ok()));
        output
    }
}

impl AsyncWrite for Output {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if self.wire.send_bytes(&[bytes]) {
            Poll::Ready(Ok(bytes.len()))
        } else {
            Poll::Ready(Err(io::ErrorKind::BrokenPipe.into()))
        }
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

/// Tells when everything has been written.
pub(super) struct Finished(mpsc::Receiver<()>);

impl Finished {
    /// Waits until everything has been written, but not for an editor that does not read.
    pub(super) fn wait(self) {
        let _ = self.0.recv_timeout(GOODBYE);
    }
}

#[cfg(test)]
mod tests {
    use super::Wire;

    fn taken(wire: &Wire) -> String {
        String::from_utf8(wire.take().expect("something waits")).expect("it is text")
    }

    #[test]
    fn all_that_waits_is_written_in_order_and_of_each_text_the_latest_findings_alone() {
        let wire = Wire::default();
        wire.send(&["one"]);
        wire.send_findings("a", &["old"]);
        wire.send(&["two"]);
        wire.send_findings("b", &["other"]);
        wire.send_findings("a", &["new"]);
        let expected: String =
            ["one", "new", "two", "other"].iter().map(|m| format!("Content-Length: {}\r\n\r\n{m}", m.len())).collect();
        assert_eq!(taken(&wire), expected);
        wire.send_findings("a", &["newer"]);
        assert_eq!(taken(&wire), "Content-Length: 5\r\n\r\nnewer");
    }

    #[test]
    fn what_nobody_reads_is_not_kept() {
        let wire = Wire::default();
        wire.send(&["one"]);
        wire.write_all(|_| false);
        wire.send(&["two"]);
        wire.close();
        assert!(wire.take().is_none_or(|bytes| bytes.is_empty()));
    }
}
