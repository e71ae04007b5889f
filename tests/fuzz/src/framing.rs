//! Framing: whole messages come out of any bytes, however they are cut.
//!
//! The input is the bytes of the wire.

use hypecheck::server::messages;

/// Takes messages out of bytes that come at once, one by one, and in pieces.
pub fn run(data: &[u8]) {
    let whole = messages([data]);
    for len in [1, 7] {
        let pieces = messages(data.chunks(len));
        assert_eq!(shown(&whole), shown(&pieces), "in pieces of {len} of {:?}", String::from_utf8_lossy(data));
    }
    let mut rest = &whole[..];
    while !rest.is_empty() {
        let head = rest.windows(4).position(|end| end == b"\r\n\r\n").expect("a message has a header");
        let header = std::str::from_utf8(&rest[..head]).expect("a header is text");
        let len = header.strip_prefix("Content-Length: ").expect("a header says how long its message is");
        let len: usize = len.parse().expect("a length is a number");
        let body = &rest[head + 4..head + 4 + len];
        let body: serde_json::Value = serde_json::from_slice(body).expect("a message is JSON");
        assert_eq!(body["jsonrpc"], "2.0", "{body}");
        assert!(body.get("method").is_some() || body.get("id").is_some(), "{body}");
        rest = &rest[head + 4 + len..];
    }
}

fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
