//! Work that takes long is shown to whoever waits for it.
//!
//! What is done within a moment shows nothing: a window that opens and closes at once only disturbs. What is shown
//! ends when the work does, however it ends.

use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};
use tower_lsp_server::Client;
use tower_lsp_server::gen_lsp_types::{
    LspAny, ProgressNotification, ProgressParams, ProgressToken, WorkDoneProgressBegin, WorkDoneProgressEnd,
    WorkDoneProgressReport,
};

/// Work that is done within this is not shown.
const MOMENT: Duration = Duration::from_millis(300);
/// How often what is shown changes at most.
const BETWEEN: Duration = Duration::from_millis(100);

/// Work that is being done. It has ended when this is let go.
pub(super) struct Progress(watch::Sender<State>);

/// How far the work is.
#[derive(Clone, Default)]
struct State {
    message: Option<String>,
    percentage: Option<u32>,
}

impl Progress {
    /// So many of so many are done.
    pub(super) fn report(&self, done: usize, all: usize) {
        let percentage = u32::try_from(done * 100 / all.max(1)).ok();
        self.0.send_replace(State { message: Some(format!("{done} of {all}")), percentage });
    }

    /// So much is done, of nobody knows how much.
    pub(super) fn count(&self, message: String) {
        self.0.send_replace(State { message: Some(message), percentage: None });
    }
}

/// Work that has begun and may be shown.
pub(super) struct Begun {
    title: String,
    /// The editor's own; without one, one is asked for.
    token: Option<ProgressToken>,
    state: watch::Receiver<State>,
    since: Instant,
}

/// The two ends of a progress: one for who does the work, one for who shows it.
pub(super) fn begin(title: String, token: Option<ProgressToken>) -> (Progress, Begun) {
    let (sender, state) = watch::channel(State::default());
    (Progress(sender), Begun { title, token, state, since: Instant::now() })
}

impl Begun {
    /// Shows the work until it ends, if it takes more than a moment.
    pub(super) async fn show(mut self, client: Client) {
        tokio::select! {
            biased;
            () = ended(&mut self.state) => return,
            () = sleep_until(self.since + MOMENT) => {}
        }
        let token = match self.token {
            Some(token) => token,
            None => {
                let token = ProgressToken::String(format!("hypecheck-{:?}", client.next_request_id()));
                if client.create_work_done_progress(token.clone()).await.is_err() {
                    return;
                }
                token
            }
        };
        let say = |value: Result<LspAny, serde_json::Error>| {
            let params = value.map(|value| ProgressParams { token: token.clone(), value });
            let client = client.clone();
            async move {
                if let Ok(params) = params {
                    client.send_notification::<ProgressNotification>(params).await;
                }
            }
        };
        let now = self.state.borrow_and_update().clone();
        let begin = WorkDoneProgressBegin {
            title: self.title,
            cancellable: Some(false),
            message: now.message,
            percentage: now.percentage,
        };
        say(tagged("begin", serde_json::to_value(begin))).await;
        while self.state.changed().await.is_ok() {
            let State { message, percentage } = self.state.borrow_and_update().clone();
            let report = WorkDoneProgressReport { cancellable: Some(false), message, percentage };
            say(tagged("report", serde_json::to_value(report))).await;
            tokio::select! {
                () = sleep_until(Instant::now() + BETWEEN) => {}
                () = ended(&mut self.state) => break,
            }
        }
        say(tagged("end", serde_json::to_value(WorkDoneProgressEnd { message: None }))).await;
    }
}

/// Waits until the work has ended.
async fn ended(state: &mut watch::Receiver<State>) {
    // A copy: what is reported in between must still be seen as new by the other.
    let mut state = state.clone();
    while state.changed().await.is_ok() {}
}

/// The kind of a report stands in it, beside what it says.
fn tagged(kind: &str, value: serde_json::Result<LspAny>) -> serde_json::Result<LspAny> {
    value.map(|mut value| {
        if let Some(fields) = value.as_object_mut() {
            fields.insert("kind".to_owned(), kind.into());
        }
        value
    })
}
