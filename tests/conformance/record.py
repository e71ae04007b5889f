"""record.py RECORDING PROGRAM ARGUMENTS...: runs a language server and writes down all that is said.

Stands between any client and the server. Each line of the recording is `c` or `s` (client or server), a blank, and the
message. Bytes are passed on as they come, so that the server sees what it would see without us.
"""

import os
import subprocess
import sys
import threading
from typing import BinaryIO


def pass_on(source: BinaryIO, target: BinaryIO, sender: str, recording, lock) -> None:
    while True:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = source.readline()
            if not line:
                target.close()
                return
            head += line
        length = next(int(line.split(b":")[1]) for line in head.splitlines() if line.lower().startswith(b"content-length"))
        body = source.read(length)
        with lock:
            recording.write(sender + " " + body.decode("utf-8").replace("\r", " ").replace("\n", " ") + "\n")
            recording.flush()
        try:
            target.write(head + body)
            target.flush()
        except OSError:
            return


def main() -> int:
    path, *command = sys.argv[1:]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    lock = threading.Lock()
    with open(path, "w", encoding="utf-8") as recording:
        up = threading.Thread(
            target=pass_on, args=(sys.stdin.buffer, server.stdin, "c", recording, lock), daemon=True
        )
        up.start()
        pass_on(server.stdout, sys.stdout.buffer, "s", recording, lock)
        return server.wait()


if __name__ == "__main__":
    # At once: the other thread may be waiting for a client that says nothing more.
    os._exit(main())
