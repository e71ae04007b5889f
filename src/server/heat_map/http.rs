//! The page for editors that show none by themselves: the one place that listens.
//!
//! It listens on 127.0.0.1 alone, from the first time that somebody asks for the page until the server ends. Whoever
//! can reach a port of this machine is still not whoever may see the specs: other users can, and so can any page in the
//! browser. Therefore
//!
//! - all paths begin with a token of 256 random bits, which is compared in constant time; without it there is nothing;
//! - `Host` must be the address that was given out, so that no other name can be made to lead here;
//! - `Origin`, where there is one, must be our own, and what does something rather than show something must have one;
//! - the page may run our script and follow our style sheet and nothing else, and no other page may show it in a frame;
//! - nothing of it is kept by the browser or told to anybody.
//!
//! Nothing here opens a connection. The numbers of connections and of pages are bounded, and so is all that is read.

use super::page::{self, Asset, NO_PAGE};
use super::{Subject, Told, drawing};
use crate::server::engine::Asked;
use crate::server::session::Session;
use futures::stream::{BoxStream, StreamExt, unfold};
use http_body_util::{BodyExt, Full, Limited, StreamBody, combinators::UnsyncBoxBody};
use hyper::body::{Bytes, Frame, Incoming};
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use subtle::ConstantTimeEq;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::task::{AbortHandle, JoinSet};

/// Connections at a time. What comes beyond waits to be taken.
const MOST_CONNECTIONS: usize = 48;
/// Pages that are kept up to date at a time, fewer than connections: there must always be one to load a page with.
const MOST_PAGES: usize = 16;
/// How long a browser may take to say what it wants.
const PATIENCE: Duration = Duration::from_secs(10);
/// The longest text that is taken from a browser.
const MOST_READ: usize = 4096;

type Body = UnsyncBoxBody<Bytes, Infallible>;

/// The pages of one editor.
pub(super) struct Pages {
    shared: Arc<Shared>,
    listening: AbortHandle,
}

struct Shared {
    session: Arc<Session>,
    address: SocketAddr,
    token: String,
    /// What there are pages of. Their addresses have the place in this list and no path.
    subjects: Mutex<Vec<Subject>>,
    pages: Arc<Semaphore>,
}

impl Pages {
    /// Begins to serve.
    pub(super) async fn serve(session: Arc<Session>) -> io::Result<Pages> {
        let token = random()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let pages = Arc::new(Semaphore::new(MOST_PAGES));
        let shared = Arc::new(Shared { session, address, token, subjects: Mutex::default(), pages });
        let listening = tokio::spawn(listen(listener, Arc::clone(&shared))).abort_handle();
        Ok(Pages { shared, listening })
    }

    /// The address of the page of a subject.
    pub(super) fn address_of(&self, subject: Subject) -> String {
        let Shared { address, token, subjects, .. } = &*self.shared;
        let mut subjects = subjects.lock().unwrap_or_else(PoisonError::into_inner);
        let known = subjects.iter().position(|known| *known == subject);
        let number = known.unwrap_or_else(|| {
            subjects.push(subject);
            subjects.len() - 1
        });
        format!("http://{address}/{token}/?of={number}")
    }

    /// Ends all of it, with the connections that there are.
    pub(super) fn end(&self) {
        self.listening.abort();
    }
}

/// 256 random bits in letters that may stand in an address.
fn random() -> io::Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

async fn listen(listener: TcpListener, shared: Arc<Shared>) {
    let room = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    // They end with this task.
    let mut connections = JoinSet::new();
    while let Ok(permit) = Arc::clone(&room).acquire_owned().await {
        match listener.accept().await {
            Ok((stream, _)) => drop(connections.spawn(connection(stream, Arc::clone(&shared), permit))),
            // There may be no file handle left, say. Trying again at once would only heat the machine.
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
        while connections.try_join_next().is_some() {}
    }
}

async fn connection(stream: TcpStream, shared: Arc<Shared>, permit: OwnedSemaphorePermit) {
    let service = service_fn(move |request| {
        let shared = Arc::clone(&shared);
        async move { Ok::<_, Infallible>(shared.answer(request).await) }
    });
    // What goes wrong on the way is the browser's loss.
    let _ = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(16 * 1024)
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), service)
        .await;
    drop(permit);
}

/// Why there is nothing to see.
struct Refusal(StatusCode, &'static str);

impl Shared {
    async fn answer(&self, request: Request<Incoming>) -> Response<Body> {
        let answer = match self.admit(&request) {
            Ok(name) => self.admitted(&name, request).await,
            Err(refusal) => Err(refusal),
        };
        answer.unwrap_or_else(|Refusal(status, why)| {
            let mut response = text(Asset { kind: "text/plain; charset=utf-8", text: why.to_owned() }, NO_PAGE);
            *response.status_mut() = status;
            response
        })
    }

    /// What is asked for behind the token, if whoever asks may ask.
    fn admit(&self, request: &Request<Incoming>) -> Result<String, Refusal> {
        const NOTHING: Refusal = Refusal(StatusCode::NOT_FOUND, "There is nothing here.");
        let own = self.address.to_string();
        if only(request, header::HOST) != Some(Some(&own)) {
            return Err(Refusal(StatusCode::FORBIDDEN, "This is not the address that was given out."));
        }
        let path = request.uri().path().strip_prefix('/').ok_or(NOTHING)?;
        let (token, name) = path.split_once('/').ok_or(NOTHING)?;
        if !bool::from(token.as_bytes().ct_eq(self.token.as_bytes())) {
            return Err(NOTHING);
        }
        match only(request, header::ORIGIN) {
            Some(Some(origin)) if origin.strip_prefix("http://") == Some(&own) => {}
            // A browser names none when a person opens an address or a page reads from where it came from.
            Some(None) if request.method() == Method::GET => {}
            _ => return Err(Refusal(StatusCode::FORBIDDEN, "Another page may not ask this.")),
        }
        let wanted = if name == "claim" { Method::POST } else { Method::GET };
        if request.method() != wanted {
            return Err(Refusal(StatusCode::METHOD_NOT_ALLOWED, "This is not how it is asked for."));
        }
        Ok(name.to_owned())
    }

    async fn admitted(&self, name: &str, request: Request<Incoming>) -> Result<Response<Body>, Refusal> {
        if let Some(asset) = page::linked(name) {
            return Ok(text(asset, NO_PAGE));
        }
        let number = request.uri().query().and_then(|query| query.strip_prefix("of=")?.parse::<usize>().ok());
        let subjects = self.subjects.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let subject = number.and_then(|number| subjects.into_iter().nth(number));
        let subject = subject.ok_or(Refusal(StatusCode::NOT_FOUND, "There is no such page."))?;
        match name {
            "" => {
                let nonce = random().map_err(|_| Refusal(StatusCode::INTERNAL_SERVER_ERROR, "No random number."))?;
                Ok(text(page::html(&nonce), &page::policy(&nonce)))
            }
            "events" => self.events(subject),
            "claim" => self.go(subject, request).await,
            _ => Err(Refusal(StatusCode::NOT_FOUND, "There is no such page.")),
        }
    }

    /// Tells a page what there is to see, for as long as it is open.
    fn events(&self, subject: Subject) -> Result<Response<Body>, Refusal> {
        let full = |_| Refusal(StatusCode::SERVICE_UNAVAILABLE, "Too many pages are open.");
        let permit = Arc::clone(&self.pages).try_acquire_owned().map_err(full)?;
        // One at a time: a browser that reads slowly is drawn less for.
        let (tell, told) = mpsc::channel(1);
        tokio::spawn(self.session.maps().follow(&self.session, subject, tell));
        let begin = futures::stream::once(async { Bytes::from_static(b"retry: 1000\n\n") });
        let events = unfold((told, permit), |(mut told, permit)| async move {
            let event = event(&told.recv().await?);
            Some((event, (told, permit)))
        });
        let frames: BoxStream<'static, Result<Frame<Bytes>, Infallible>> =
            begin.chain(events).map(|bytes| Ok(Frame::data(bytes))).boxed();
        Ok(respond(StreamBody::new(frames).boxed_unsync(), "text/event-stream", NO_PAGE))
    }

    /// Has the editor go to a claim.
    async fn go(&self, subject: Subject, request: Request<Incoming>) -> Result<Response<Body>, Refusal> {
        const UNCLEAR: Refusal = Refusal(StatusCode::BAD_REQUEST, "It was not said which claim is meant.");
        // A page of another origin can send no such thing without asking before, and is then refused.
        if only(&request, header::CONTENT_TYPE) != Some(Some("application/json")) {
            return Err(UNCLEAR);
        }
        let reading = Limited::new(request.into_body(), MOST_READ).collect();
        let body = tokio::time::timeout(PATIENCE, reading).await.map_err(|_| UNCLEAR)?.map_err(|_| UNCLEAR)?.to_bytes();
        let wanted: Wanted = serde_json::from_slice(&body).map_err(|_| UNCLEAR)?;
        let ending = Refusal(StatusCode::SERVICE_UNAVAILABLE, "The server is ending.");
        let view = self.session.engine().view(Asked::default()).await.ok_or(ending)?;
        let agreed = self.session.agreed().ok_or(UNCLEAR)?;
        let encoding = agreed.encoding;
        let work = tokio::task::spawn_blocking(move || drawing::location(&view, &subject, &wanted.claim, encoding));
        let gone = Refusal(StatusCode::NOT_FOUND, "This claim is not there any more.");
        let location = work.await.ok().flatten().ok_or(gone)?;
        if !self.session.show_document(location.uri, false, true, Some(location.range)).await {
            return Err(Refusal(StatusCode::CONFLICT, "Your editor cannot be told to go there."));
        }
        Ok(text(Asset { kind: "text/plain; charset=utf-8", text: String::new() }, NO_PAGE))
    }
}

/// Which claim to go to.
#[derive(serde::Deserialize)]
struct Wanted {
    claim: String,
}

/// A header: nothing if it is not there, and no answer if it is there twice or cannot be read.
fn only<B>(request: &Request<B>, name: HeaderName) -> Option<Option<&str>> {
    let mut values = request.headers().get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => Some(None),
        (Some(value), None) => value.to_str().ok().map(Some),
        (Some(_), Some(_)) => None,
    }
}

/// What is told, as an event. JSON has no line break in it.
fn event(told: &Told) -> Bytes {
    let (kind, data) = match told {
        Told::Picture(drawn) => ("update", serde_json::json!({ "html": drawn.html, "title": drawn.title })),
        Told::Cursor(claim) => ("cursor", serde_json::json!({ "claim": claim })),
    };
    Bytes::from(format!("event: {kind}\ndata: {data}\n\n"))
}

fn text(Asset { kind, text }: Asset, policy: &str) -> Response<Body> {
    respond(Full::new(Bytes::from(text)).boxed_unsync(), kind, policy)
}

fn respond(body: Body, kind: &'static str, policy: &str) -> Response<Body> {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // It is made of ASCII alone.
    if let Ok(policy) = HeaderValue::from_str(policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}
