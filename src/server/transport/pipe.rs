//! Pipes and sockets that are read when there is something in them and written to when they have room, by whoever has a
//! message at hand: no thread has to be woken for it.
//!
//! They are left as they are, which is to say that they block: other programs may hold the same ends, and would not
//! expect them to be changed. So a write says of itself that it must not block; before a read, and where a write cannot
//! say so, the system is asked.

use rustix::event::{EventfdFlags, PollFd, PollFlags, Timespec, eventfd, poll};
use rustix::fs::{FileType, fstat};
use rustix::io::ReadWriteFlags;
use std::cell::{Cell, OnceCell};
use std::io::{self, IoSlice};
use std::os::fd::{AsFd, OwnedFd};
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};

/// What a pipe that has room at all takes without blocking: PIPE_BUF of Linux. A socket takes more.
const PIECE: usize = 4096;

/// How much a pipe is asked to take: the most that Linux grants everybody.
const ROOM: usize = 1024 * 1024;

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
    stdin: Rc<Stdin>,
}

/// Standard input, as far as the thread that waits for it and the one that reads it have to agree. They are the same.
#[derive(Default)]
struct Stdin {
    /// There is something to read.
    ready: Cell<bool>,
    /// Whoever waits for that.
    reader: Cell<Option<Waker>>,
    /// What is done before the thread waits.
    work: OnceCell<Box<dyn Fn()>>,
}

impl ReadEnd {
    /// Says what is to be done before the thread waits; only the first time counts.
    pub(super) fn before_waiting(&self, work: Box<dyn Fn()>) {
        let _ = self.stdin.work.set(work);
    }

    /// Hands over what is there; false at the end of the input.
    pub(super) fn poll_read(&mut self, cx: &mut Context<'_>, take: impl FnOnce(&[u8])) -> Poll<bool> {
        // Asked once is enough: a pipe that is read to its end says so before the thread waits again.
        while self.stdin.ready.replace(false) {
            match rustix::io::read(io::stdin(), &mut self.buffer) {
                Ok(0) => return Poll::Ready(false),
                Ok(len) => {
                    take(&self.buffer[..len]);
                    return Poll::Ready(true);
                }
                Err(rustix::io::Errno::INTR) => self.stdin.ready.set(true),
                Err(_) => return Poll::Ready(false),
            }
        }
        self.stdin.reader.set(Some(cx.waker().clone()));
        Poll::Pending
    }
}

/// Where a thread waits for standard input and for what others have for it at once.
pub(super) struct Waiting {
    bell: Arc<Bell>,
    stdin: Rc<Stdin>,
}

/// What others ring.
struct Bell {
    /// Wakes the thread where it waits.
    event: OwnedFd,
    rung: AtomicBool,
    /// The thread waits, or is about to.
    waits: AtomicBool,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.rung.store(true, Ordering::SeqCst);
        if self.waits.load(Ordering::SeqCst) {
            // It counts how often it was rung, and is full only when that was very often.
            let _ = rustix::io::write(&self.event, &1u64.to_ne_bytes());
        }
    }
}

impl Waiting {
    /// For standard input, if it is a pipe or a socket.
    pub(super) fn new() -> Option<Waiting> {
        if !is_pipe(io::stdin()) {
            return None;
        }
        let event = eventfd(0, EventfdFlags::NONBLOCK | EventfdFlags::CLOEXEC).ok()?;
        let bell = Bell { event, rung: AtomicBool::new(false), waits: AtomicBool::new(false) };
        Some(Waiting { bell: Arc::new(bell), stdin: Rc::default() })
    }

    /// The end to read from.
    pub(super) fn read_end(&self) -> ReadEnd {
        ReadEnd { buffer: vec![0; READ_LEN], stdin: Rc::clone(&self.stdin) }
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
            if let Some(work) = self.stdin.work.get() {
                work();
            }
            self.bell.waits.store(true, Ordering::SeqCst);
            // Whoever rings from here on wakes us; who did before is seen here.
            let reader = if self.bell.rung.load(Ordering::SeqCst) { None } else { self.wait() };
            self.bell.waits.store(false, Ordering::SeqCst);
            if let Some(reader) = reader {
                reader.wake();
            }
            self.bell.rung.swap(false, Ordering::SeqCst);
        }
    }

    /// Waits until there is something to do. What is answered waits for what can be read now.
    fn wait(&self) -> Option<Waker> {
        let stdin = io::stdin();
        let reader = self.stdin.reader.take();
        let mut ends = [PollFd::new(&self.bell.event, PollFlags::IN), PollFd::new(&stdin, PollFlags::IN)];
        // What nobody wants to read yet must not keep us busy.
        let ends = if reader.is_some() { &mut ends[..] } else { &mut ends[..1] };
        // Being interrupted is a reason to look again as any other.
        let _ = poll(ends, None);
        let is_ready = |end: Option<&PollFd<'_>>| end.is_some_and(|end| !end.revents().is_empty());
        if is_ready(ends.first()) {
            let _ = rustix::io::read(&self.bell.event, &mut [0; 8]);
        }
        if is_ready(ends.get(1)) {
            self.stdin.ready.set(true);
            return reader;
        }
        self.stdin.reader.set(reader);
        None
    }
}

/// The end of a pipe that we write to.
pub(super) struct WriteEnd {
    end: io::Stdout,
    /// A write can be told not to wait. Linux can since 6.4.
    can_tell: Cell<bool>,
}

impl WriteEnd {
    /// Standard output, if it is a pipe or a socket.
    pub(super) fn of_stdout() -> Option<WriteEnd> {
        let stdout = io::stdout();
        if !is_pipe(&stdout) {
            return None;
        }
        // The findings of a long text are longer than a pipe is at first. Where it cannot be longer, a thread waits.
        let _ = rustix::pipe::fcntl_setpipe_size(&stdout, ROOM);
        Some(WriteEnd { end: stdout, can_tell: Cell::new(true) })
    }

    /// Writes as much as is taken without waiting; how much that was. An end that is closed takes nothing: whoever
    /// writes the rest finds out.
    pub(super) fn write(&self, parts: &[&[u8]]) -> usize {
        while self.can_tell.get() {
            let slices: Vec<IoSlice<'_>> = parts.iter().map(|part| IoSlice::new(part)).collect();
            // Where the end writes next: a pipe has no other place.
            match rustix::io::pwritev2(&self.end, &slices, u64::MAX, ReadWriteFlags::NOWAIT) {
                Ok(written) => return written,
                Err(rustix::io::Errno::INTR) => {}
                Err(rustix::io::Errno::OPNOTSUPP | rustix::io::Errno::NOSYS | rustix::io::Errno::INVAL) => {
                    self.can_tell.set(false);
                }
                Err(_) => return 0,
            }
        }
        self.write_pieces(&parts.concat())
    }

    /// The same where the system does not know of a write that does not wait: it is asked before each piece.
    fn write_pieces(&self, bytes: &[u8]) -> usize {
        let mut written = 0;
        while written < bytes.len() && is_ready(&self.end, PollFlags::OUT) {
            let piece = &bytes[written..bytes.len().min(written + PIECE)];
            match rustix::io::write(&self.end, piece) {
                Ok(len) => written += len,
                Err(rustix::io::Errno::INTR) => {}
                Err(_) => break,
            }
        }
        written
    }
}
