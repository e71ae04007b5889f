//! Messages out of bytes, so that what is none does not reach the library below: it ends with the first one that it
//! cannot read.
//!
//! A body that is no JSON, or no message, is replaced by a question whose answer is the error that the protocol wants
//! for it ([`PARSE_ERROR`], [`INVALID_REQUEST`]). Bytes that are no header are passed over up to the next one.

use tower_lsp_server::jsonrpc::{Request, Response};

/// The question that stands for a body that is no JSON.
pub(super) const PARSE_ERROR: &str = "hypecheck/parseError";
/// The question that stands for a body that is JSON, but no message.
pub(super) const INVALID_REQUEST: &str = "hypecheck/invalidRequest";

/// A message longer than this, in bytes, is not taken in. No spec is half as long.
const MAX_LEN: usize = 512 * 1024 * 1024;
/// A header longer than this, in bytes, is none.
const MAX_HEADER_LEN: usize = 4096;
/// Room of so many bytes is kept for the next message. What a longer one took is given back when it has been read.
const ROOM: usize = 64 * 1024;

/// Room of at most so many bytes is made for a message before it has come; for more when so much is there.
const MOST_ROOM_AHEAD: usize = 8 * 1024 * 1024;

/// Takes in bytes as they come and gives out whole messages.
#[derive(Default)]
pub(super) struct Framing {
    unread: Vec<u8>,
    /// Bytes of a message that is too long and still has to come.
    skip: usize,
    /// Bytes have been passed over since the last header.
    lost: bool,
}

impl Framing {
    /// Takes in bytes.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        let skipped = self.skip.min(bytes.len());
        self.skip -= skipped;
        self.unread.extend_from_slice(&bytes[skipped..]);
    }

    /// The next message with its header, if all of it is there. What `takes` takes comes no further.
    pub(super) fn next(&mut self, takes: impl Fn(&[u8]) -> bool) -> Option<Vec<u8>> {
        let message = self.read(takes);
        if self.unread.is_empty() {
            self.unread.shrink_to(ROOM);
        }
        message
    }

    fn read(&mut self, takes: impl Fn(&[u8]) -> bool) -> Option<Vec<u8>> {
        loop {
            let Some((head, rest)) = find_header_end(&self.unread) else {
                if self.unread.len() > MAX_HEADER_LEN {
                    self.lose();
                    continue;
                }
                return None;
            };
            let Some(len) = content_length(&self.unread[..head]) else {
                self.lose();
                continue;
            };
            if len > MAX_LEN {
                let there = (self.unread.len() - rest).min(len);
                self.skip = len - there;
                self.unread.drain(..rest + there);
                return Some(stand_in(INVALID_REQUEST));
            }
            if self.unread.len() - rest < len {
                let missing = rest + len - self.unread.len();
                self.unread.reserve(missing.min(MOST_ROOM_AHEAD));
                return None;
            }
            if !self.lost && takes(&self.unread[rest..rest + len]) {
                self.unread.drain(..rest + len);
                continue;
            }
            let body = self.unread[rest..rest + len].to_vec();
            self.unread.drain(..rest + len);
            if std::mem::take(&mut self.lost) {
                // What was passed over is told once, before what follows it.
                let mut both = stand_in(PARSE_ERROR);
                both.extend(checked(body));
                return Some(both);
            }
            return Some(checked(body));
        }
    }

    /// Passes over bytes that begin no header, up to where the next one may begin.
    fn lose(&mut self) {
        self.lost = true;
        let from = 1.min(self.unread.len());
        let next = self.unread[from..].windows(NAME.len()).position(|window| window.eq_ignore_ascii_case(NAME));
        match next {
            Some(at) => drop(self.unread.drain(..from + at)),
            // The name may be cut in two by the end of what has come so far.
            None => {
                let keep = self.unread.len().saturating_sub(NAME.len() - 1).max(from);
                drop(self.unread.drain(..keep));
            }
        }
    }
}

const NAME: &[u8] = b"Content-Length:";

/// Where the header ends and where the body begins.
fn find_header_end(bytes: &[u8]) -> Option<(usize, usize)> {
    let window = &bytes[..bytes.len().min(MAX_HEADER_LEN)];
    window.windows(4).position(|end| end == b"\r\n\r\n").map(|end| (end, end + 4))
}

/// The length that a header gives. One that is no header gives none.
fn content_length(header: &[u8]) -> Option<usize> {
    let header = std::str::from_utf8(header).ok()?;
    let mut length = None;
    for line in header.split("\r\n") {
        let (name, value) = line.split_once(':')?;
        if name.trim().eq_ignore_ascii_case("Content-Length") {
            length = Some(value.trim().parse().ok()?);
        } else if !name.trim().eq_ignore_ascii_case("Content-Type") {
            return None;
        }
    }
    length
}

/// A body with its header, or what stands for it if it is no message.
fn checked(body: Vec<u8>) -> Vec<u8> {
    match serde_json::from_slice::<Request>(&body) {
        Ok(request) if !request.method().is_empty() => framed(&body),
        Err(error) if !error.is_data() => stand_in(PARSE_ERROR),
        _ if serde_json::from_slice::<Response>(&body).is_ok() => framed(&body),
        _ => stand_in(INVALID_REQUEST),
    }
}

fn stand_in(method: &str) -> Vec<u8> {
    framed(format!(r#"{{"jsonrpc":"2.0","id":null,"method":"{method}"}}"#).as_bytes())
}

fn framed(body: &[u8]) -> Vec<u8> {
    let mut message = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
    message.extend_from_slice(body);
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#;

    fn message(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    /// What comes out of bytes, whether they come at once or one by one.
    #[track_caller]
    fn check(bytes: &[u8], expected: &[&str]) {
        for step in [bytes.len().max(1), 1] {
            let mut framing = Framing::default();
            let mut out = Vec::new();
            for piece in bytes.chunks(step) {
                framing.push(piece);
                while let Some(message) = framing.next(|_| false) {
                    out.extend(message);
                }
            }
            let expected: String = expected.iter().map(|body| message(body)).collect();
            assert_eq!(String::from_utf8_lossy(&out), expected, "in steps of {step}");
        }
    }

    const NO_JSON: &str = r#"{"jsonrpc":"2.0","id":null,"method":"hypecheck/parseError"}"#;
    const NO_MESSAGE: &str = r#"{"jsonrpc":"2.0","id":null,"method":"hypecheck/invalidRequest"}"#;

    #[test]
    fn messages_come_out_as_they_went_in() {
        check(format!("{}{}", message(GOOD), message(GOOD)).as_bytes(), &[GOOD, GOOD]);
        let answer = r#"{"jsonrpc":"2.0","id":7,"result":null}"#;
        check(message(answer).as_bytes(), &[answer]);
        let typed = format!(
            "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: {}\r\n\r\n{GOOD}",
            GOOD.len()
        );
        check(typed.as_bytes(), &[GOOD]);
    }

    #[test]
    fn a_body_that_is_no_json_becomes_a_question_that_fails() {
        for body in ["{]}", "", "\u{1}", r#"{"jsonrpc":"\ud800"}"#] {
            check(format!("{}{}", message(body), message(GOOD)).as_bytes(), &[NO_JSON, GOOD]);
        }
    }

    #[test]
    fn json_that_is_no_message_becomes_a_question_that_fails() {
        let deep = "[".repeat(100_000);
        for body in [
            &deep,
            "[]",
            "3",
            "{}",
            r#"{"jsonrpc":"1.0","method":"x"}"#,
            r#"{"jsonrpc":"2.0"}"#,
            r#"{"jsonrpc":"2.0","method":5}"#,
        ] {
            check(format!("{}{}", message(body), message(GOOD)).as_bytes(), &[NO_MESSAGE, GOOD]);
        }
    }

    #[test]
    fn bytes_that_are_no_header_are_passed_over() {
        let good = message(GOOD);
        check(format!("rubbish\r\n\r\n{good}").as_bytes(), &[NO_JSON, GOOD]);
        check(format!("Content-Length: x\r\n\r\n{good}").as_bytes(), &[NO_JSON, GOOD]);
        check(format!("Content-Length: -1\r\n\r\n{{}}{good}{good}").as_bytes(), &[NO_JSON, GOOD, GOOD]);
        let long = "x".repeat(20_000);
        check(format!("{long}{good}").as_bytes(), &[NO_JSON, GOOD]);
    }

    #[test]
    fn the_room_of_a_long_message_is_given_back() {
        let long = message(&format!(r#"{{"jsonrpc":"2.0","method":"{}"}}"#, "x".repeat(3 * ROOM)));
        for takes in [true, false] {
            let mut framing = Framing::default();
            framing.push(long.as_bytes());
            assert!(framing.unread.capacity() > ROOM);
            assert_eq!(framing.next(|_| takes).is_none(), takes);
            assert!(framing.unread.capacity() <= ROOM, "taken: {takes}");
        }
    }

    #[test]
    fn what_is_not_all_there_is_waited_for() {
        check(&message(GOOD).as_bytes()[..20], &[]);
        check(b"Content-Length: 99\r\n\r\n{}", &[]);
    }

    #[test]
    fn a_length_that_nobody_can_mean_is_not_believed() {
        check(b"Content-Length: 99999999999\r\n\r\n{}", &[NO_MESSAGE]);
    }
}
