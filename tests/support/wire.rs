//! Messages as they go over the wire between an editor and the server.

use serde_json::Value;
use std::io::{BufRead, Write};

/// Sends a message.
pub fn write(input: &mut impl Write, message: &Value) {
    let body = message.to_string();
    write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("it reads");
    input.flush().expect("it reads");
}

/// Waits for the next message.
pub fn read(output: &mut impl BufRead) -> Value {
    let mut len = 0;
    loop {
        let mut line = String::new();
        assert!(output.read_line(&mut line).expect("it writes") > 0, "the server went away");
        match line.trim().split_once(": ") {
            Some(("Content-Length", value)) => len = value.parse().expect("a number"),
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; len];
    output.read_exact(&mut body).expect("it writes");
    serde_json::from_slice(&body).expect("it is JSON")
}
