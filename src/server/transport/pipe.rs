//! Pipes and sockets that are read when there is something in them and written to when they have room, by whoever has a
//! message at hand: no thread has to be woken for it.
//!
//! They are left as they are, which is to say that they block: other programs may hold the same ends, and would not
//! expect them to be changed. So before each step the system is asked whether it would block.

use rustix::event::{EventfdFlags, PollFd, PollFlags, Timespec, eventfd, poll};
use rustix::fs::{FileType, fstat};
use std::cell::OnceCell;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::pin::pin;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

/// What a pipe that has room at all takes without blocking: PIPE_BUF of Linux. A socket takes more.
const PIECE: usize = 4096;

/// Bytes read at once.
const READ_LEN: usize = 64 * 1024;

fn is_pipe(end: impl AsFd) -> bool {
    fstat(end).is_ok_and(|stat| matches!(FileType::from_raw_mode(stat.st_mode), FileType::Fifo | FileType::Socket))
}

/// Whether a step would not block: a read, say, or a write of a [`PIECE`].
fn is_ready(end: impl AsFd, step: PollFlags) -> bool {
    let mut ends = [PollFd::new(&end, step)];
    matches!(poll(&mut ends, Some(&Timespec::default())), Ok(1..))
}

/// The end of a pipe that we read from.
pub(super) struct ReadEnd {
    buffer: Vec<u8>,
    reader: Arc<Mutex<Option<Waker>>>,
    work: Work,
}

/// What is done before the thread waits.
type Work = Rc<OnceCell<Box<dyn Fn()>>>;

impl ReadEnd {
    /// Says what is to be done before the thread waits; only the first time counts.
    pub(super) fn before_waiting(&self, work: Box<dyn Fn()>) {
        let _ = self.work.set(work);
    }

    /// Hands over what is there; false at the end of the input.
    pub(super) fn poll_read(&mut self, cx: &mut Context<'_>, take: impl FnOnce(&[u8])) -> Poll<bool> {
        let stdin = io::stdin();
        loop {
            if !is_ready(&stdin, PollFlags::IN) {
                *self.reader.lock().unwrap_or_else(PoisonError::into_inner) = Some(cx.waker().clone());
                return Poll::Pending;
            }
            match rustix::io::read(&stdin, &mut self.buffer) {
                Ok(0) => return Poll::Ready(false),
                Ok(len) => {
                    take(&self.buffer[..len]);
                    return Poll::Ready(true);
                }
                Err(rustix::io::Errno::INTR) => {}
                Err(_) => return Poll::Ready(false),
            }
        }
    }
}

/// Where a thread waits for standard input and for what others have for it at once.
pub(super) struct Waiting {
    bell: Arc<Bell>,
    /// Whoever waits for standard input.
    reader: Arc<Mutex<Option<Waker>>>,
    work: Work,
}

/// What others ring.
struct Bell(OwnedFd);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        // It counts how often it was rung, and is full only when that was very often.
        let _ = rustix::io::write(&self.0, &1u64.to_ne_bytes());
    }
}

impl Waiting {
    /// For standard input, if it is a pipe or a socket.
    pub(super) fn new() -> Option<Waiting> {
        if !is_pipe(io::stdin()) {
            return None;
        }
        let bell = eventfd(0, EventfdFlags::NONBLOCK | EventfdFlags::CLOEXEC).ok()?;
        Some(Waiting { bell: Arc::new(Bell(bell)), reader: Arc::default(), work: Work::default() })
    }

    /// The end to read from.
    pub(super) fn read_end(&self) -> ReadEnd {
        ReadEnd { buffer: vec![0; READ_LEN], reader: Arc::clone(&self.reader), work: Rc::clone(&self.work) }
    }

    /// Does the work of a future on this thread until it is done.
    pub(super) fn run<T>(&self, future: impl Future<Output = T>) -> T {
        let mut future = pin!(future);
        let waker = Waker::from(Arc::clone(&self.bell));
        let mut cx = Context::from_waker(&waker);
        loop {
            if let Poll::Ready(done) = future.as_mut().poll(&mut cx) {
                return done;
            }
            if let Some(work) = self.work.get() {
                work();
            }
            self.wait();
        }
    }

    /// Waits until there is something to do.
    fn wait(&self) {
        let stdin = io::stdin();
        let is_read = self.reader.lock().unwrap_or_else(PoisonError::into_inner).is_some();
        let mut ends = [PollFd::new(&self.bell.0, PollFlags::IN), PollFd::new(&stdin, PollFlags::IN)];
        // What nobody wants to read yet must not keep us busy.
        let ends = if is_read { &mut ends[..] } else { &mut ends[..1] };
        // Being interrupted is a reason to look again as any other.
        let _ = poll(ends, None);
        if ends.get(1).is_some_and(|stdin| !stdin.revents().is_empty())
            && let Some(reader) = self.reader.lock().unwrap_or_else(PoisonError::into_inner).take()
        {
            reader.wake();
        }
        let _ = rustix::io::read(&self.bell.0, &mut [0; 8]);
    }
}

/// The end of a pipe that we write to.
pub(super) struct WriteEnd(io::Stdout);

impl WriteEnd {
    /// Standard output, if it is a pipe or a socket.
    pub(super) fn of_stdout() -> Option<WriteEnd> {
        let stdout = io::stdout();
        is_pipe(&stdout).then_some(WriteEnd(stdout))
    }

    /// Writes as much as is taken without waiting; how much that was. An end that is closed takes nothing: whoever
    /// writes the rest finds out.
    pub(super) fn write(&self, bytes: &[u8]) -> usize {
        let mut written = 0;
        while written < bytes.len() && is_ready(&self.0, PollFlags::OUT) {
            let piece = &bytes[written..bytes.len().min(written + PIECE)];
            match rustix::io::write(&self.0, piece) {
                Ok(len) => written += len,
                Err(rustix::io::Errno::INTR) => {}
                Err(_) => break,
            }
        }
        written
    }
}
