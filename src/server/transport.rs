//! Standard input and output for the server: a thread each, so that an editor that stops reading does not stop us from
//! reading, and a message does not wait for a thread to be found.

use super::framing::Framing;
use std::io::{self, Read, Write};
use std::pin::Pin;
use std::sync::mpsc;
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

/// Standard input.
///
/// # Errors
/// If the system gives no thread.
pub(super) fn stdin() -> io::Result<Input> {
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
    Ok(Input { receiver, framing: Framing::default(), rest: Vec::new(), start: 0 })
}

/// Whole messages from a thread that reads bytes.
pub(super) struct Input {
    receiver: async_mpsc::Receiver<Vec<u8>>,
    framing: Framing,
    rest: Vec<u8>,
    start: usize,
}

#[cfg(test)]
impl Input {
    pub(super) fn of(receiver: async_mpsc::Receiver<Vec<u8>>) -> Input {
        Input { receiver, framing: Framing::default(), rest: Vec::new(), start: 0 }
    }
}

impl AsyncRead for Input {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        while self.start == self.rest.len() {
            if let Some(message) = self.framing.next() {
                self.rest = message;
                self.start = 0;
                break;
            }
            match self.receiver.poll_recv(cx) {
                Poll::Ready(Some(bytes)) => self.framing.push(&bytes),
                // The end of the input.
                Poll::Ready(None) => return Poll::Ready(Ok(())),
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

/// Standard output, and what tells that all of it has been written.
///
/// # Errors
/// If the system gives no thread.
pub(super) fn stdout() -> io::Result<(Output, Finished)> {
    let (sender, receiver) = mpsc::channel::<Vec<u8>>();
    let (done, finished) = mpsc::channel();
    std::thread::Builder::new().name("stdout".to_owned()).spawn(move || {
        let mut stdout = io::stdout().lock();
        while let Ok(mut bytes) = receiver.recv() {
            // Whatever else is waiting goes with it.
            while let Ok(more) = receiver.try_recv() {
                bytes.extend_from_slice(&more);
            }
            if stdout.write_all(&bytes).and_then(|()| stdout.flush()).is_err() {
                // The editor is gone; its end of our input will be too.
                break;
            }
        }
        let _ = done.send(());
    })?;
    Ok((Output { sender }, Finished(finished)))
}

/// Bytes to a thread that writes them. Never waits.
pub(super) struct Output {
    sender: mpsc::Sender<Vec<u8>>,
}

#[cfg(test)]
impl Output {
    pub(super) fn of(sender: mpsc::Sender<Vec<u8>>) -> Output {
        Output { sender }
    }
}

impl AsyncWrite for Output {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match self.sender.send(bytes.to_vec()) {
            Ok(()) => Poll::Ready(Ok(bytes.len())),
            Err(_) => Poll::Ready(Err(io::ErrorKind::BrokenPipe.into())),
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
