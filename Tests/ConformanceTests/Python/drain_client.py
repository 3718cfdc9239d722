"""A server stops while clients send 500 calls a second each: not one of them fails.

The clients are as grpcio makes them: a call that was given to a connection and had not left when the
GOAWAY came is begun again elsewhere, which grpcio does unless retries are switched off.
"""

import threading
import time

import grpc

import contracts
from checks import PATIENCE_SECONDS, check, finish

options = contracts.arguments("leaving", "staying", "clients")
echo_pb2, echo_pb2_grpc = contracts.generate(options.protos, "echo")
CALLS_PER_SECOND = 500
SECONDS_BEFORE = 0.5
CALLS_AFTER = 500
# Else all would share a connection.
SETTINGS = [("grpc.use_local_subchannel_pool", 1)]


class Client(threading.Thread):
    """Sends calls at its pace, whether or not they are answered, until enough come from who stays."""

    def __init__(self):
        super().__init__()
        self.channel = grpc.insecure_channel(
            f"ipv4:{options.leaving},{options.staying}", options=SETTINGS
        )
        self.echo = echo_pb2_grpc.EchoStub(self.channel)
        self.lock = threading.Lock()
        self.names = {"leaving": 0, "staying": 0}
        self.failures = []
        self.sent = 0

    def run(self):
        start = time.monotonic()
        calls = []
        while self.names["staying"] < CALLS_AFTER and len(self.failures) < 10:
            call = self.echo.Get.future(
                echo_pb2.EchoRequest(text="name"), timeout=PATIENCE_SECONDS
            )
            call.add_done_callback(self.note)
            calls.append(call)
            self.sent += 1
            time.sleep(max(0, start + self.sent / CALLS_PER_SECOND - time.monotonic()))
        for call in calls:
            call.exception()

    def note(self, call):
        error = call.exception()
        with self.lock:
            if error:
                self.failures.append((error.code(), error.details()))
            else:
                self.names[call.result().text] += 1


clients = [Client() for _ in range(int(options.clients))]
for client in clients:
    client.echo.Get(echo_pb2.EchoRequest(text="warm"), timeout=PATIENCE_SECONDS)
for client in clients:
    client.start()
time.sleep(SECONDS_BEFORE)
clients[0].echo.Get(echo_pb2.EchoRequest(text="drain"), timeout=PATIENCE_SECONDS)
for client in clients:
    client.join()
for name, client in enumerate(clients):
    check(f"no call of client {name} fails", client.failures, [])
    check(f"client {name} was served before", client.names["leaving"], lambda count: count > 0)
    check(f"client {name} went elsewhere", client.names["staying"], lambda count: count >= CALLS_AFTER)
finish()
