"""A port that forwards to a server and counts the HTTP/2 frames that pass."""

import collections
import socket
import threading

PREFACE_BYTES = 24
NAMES = {
    0: "DATA",
    1: "HEADERS",
    3: "RST_STREAM",
    4: "SETTINGS",
    6: "PING",
    7: "GOAWAY",
    8: "WINDOW_UPDATE",
}
ACK = 1


class Wiretap:
    """`sent` counts what clients sent, `answered` what the server did; acknowledgements apart."""

    def __init__(self, target):
        host, port = target.rsplit(":", 1)
        self.sent = collections.Counter()
        self.answered = collections.Counter()
        self.connections = 0
        self._server = (host, int(port))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.target = "127.0.0.1:%d" % self._listener.getsockname()[1]
        self._start(self._accept)

    def _accept(self):
        while True:
            client, _ = self._listener.accept()
            self.connections += 1
            try:
                server = socket.create_connection(self._server)
            except OSError:
                client.close()  # As the server would.
                continue
            self._start(self._forward, client, server, self.sent, PREFACE_BYTES)
            self._start(self._forward, server, client, self.answered, 0)

    @staticmethod
    def _start(function, *arguments):
        threading.Thread(target=function, args=arguments, daemon=True).start()

    @staticmethod
    def _forward(source, sink, counter, skipped):
        pending = bytearray()
        try:
            while piece := source.recv(65536):
                sink.sendall(piece)
                pending += piece
                skipped = Wiretap._count(pending, counter, skipped)
        except OSError:
            pass  # One side is gone; the other is told below.
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # Closed already.

    @staticmethod
    def _count(pending, counter, skipped):
        while True:
            if skipped > len(pending):
                skipped -= len(pending)
                pending.clear()
                return skipped
            del pending[:skipped]
            skipped = 0
            if len(pending) < 9:
                return 0
            acknowledges = pending[3] in (4, 6) and pending[4] & ACK
            name = NAMES.get(pending[3], str(pending[3]))
            counter[name + " ACK" if acknowledges else name] += 1
            skipped = 9 + int.from_bytes(pending[:3], "big")
