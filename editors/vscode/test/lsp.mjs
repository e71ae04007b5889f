// A small editor: it starts the language server, says what it is told to and keeps what it is sent.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** Starts a server for an editor with these capabilities. `asked` is called with each question of the server's. */
export async function startServer(program, capabilities, asked = {}) {
  const server = spawn(program, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = new Map(), told = [];
  let unread = Buffer.alloc(0), number = 0;

  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin.write(body);
  };

  server.stdout.on("data", (bytes) => {
    unread = Buffer.concat([unread, bytes]);
    for (;;) {
      const head = unread.indexOf("\r\n\r\n");
      if (head < 0) return;
      const end = head + 4 + Number(/Content-Length: (\d+)/.exec(unread.subarray(0, head).toString())[1]);
      if (unread.length < end) return;
      const message = JSON.parse(unread.subarray(head + 4, end).toString());
      unread = unread.subarray(end);
      if (message.method === undefined) {
        waiting.get(message.id)?.(message);
        waiting.delete(message.id);
      } else if (message.id === undefined) told.push(message);
      else send({ id: message.id, result: asked[message.method]?.(message.params) ?? null });
    }
  });

  const client = {
    told,
    notify: (method, params) => send({ method, params }),
    async request(method, params) {
      const id = ++number;
      send({ id, method, params });
      const { result, error } = await new Promise((done) => waiting.set(id, done));
      if (error) throw new Error(`${method}: ${error.message}`);
      return result;
    },
    /** Opens a text under a path, and answers with its address. */
    open(path, text = readFileSync(path, "utf8")) {
      const uri = pathToFileURL(path).href;
      client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "synergy", version: 1, text } });
      return uri;
    },
    /** Replaces a whole text. */
    change(uri, version, text) {
      client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
    },
    async stop() {
      const exited = new Promise((done) => server.once("exit", done));
      await client.request("shutdown", null);
      client.notify("exit", null);
      server.stdin.end();
      await exited;
    },
    /** Ends it as a crash would. */
    async kill() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const exited = new Promise((done) => server.once("exit", done));
      server.kill("SIGKILL");
      await exited;
    },
  };
  await client.request("initialize", { processId: process.pid, rootUri: null, capabilities });
  client.notify("initialized", {});
  return client;
}
