"""An echo by grpcio that does what the text of a request asks for. Prints `ready echo=HOST:PORT`.

    fail CODE MESSAGE   ends with this status        size N      answers N bytes
    fail-rich           ends with details            deadline    milliseconds left, or none
    break               throws what is no status     generation  how often it was restarted
    wait                until it is cancelled        restart     a new server takes the port over,
    waiting, cancelled  how many do, and were                    the old one finishes its calls
    hold N              answers after N ms           peer        the caller's address
    held                how many held on             else        answers the text
"""

import argparse
import pathlib
import threading
import time
from concurrent import futures

import grpc
from google.protobuf import any_pb2
from google.rpc import code_pb2, error_details_pb2, status_pb2
from grpc_status import rpc_status

import contracts

parser = argparse.ArgumentParser()
parser.add_argument("--protos", required=True)
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--connection-age", type=int, help="milliseconds")
parser.add_argument("--certificate", help="speak TLS with this certificate")
parser.add_argument("--key")
options = parser.parse_args()
echo_pb2, echo_pb2_grpc = contracts.generate(options.protos, "echo")

HANDLERS_MAX = 100
DRAIN_SECONDS = 10
A_CENTURY_SECONDS = 100 * 365 * 86_400
INITIAL, TRAILING = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"
CODES = {code.value[0]: code for code in grpc.StatusCode}


class Echo(echo_pb2_grpc.EchoServicer):
    lock = threading.Lock()
    waiting = 0
    cancelled = 0
    held = 0

    def Get(self, request, context):
        sent = context.invocation_metadata()
        context.set_trailing_metadata([entry for entry in sent if entry.key == TRAILING])
        text = self.answer(request.text, context)
        context.send_initial_metadata([entry for entry in sent if entry.key == INITIAL])
        return echo_pb2.EchoResponse(text=text)

    def answer(self, text, context):
        verb, *rest = text.split(" ", 2)
        match verb:
            case "fail":
                context.abort(CODES[int(rest[0])], rest[1])
            case "fail-rich":
                context.abort_with_status(rpc_status.to_status(rich_status()))
            case "break":
                raise RuntimeError("on demand")
            case "size":
                return "x" * int(rest[0])
            case "hold":
                Echo.held += 1
                time.sleep(int(rest[0]) / 1_000)
                return "held"
            case "deadline":
                left = context.time_remaining()
                return "none" if left > A_CENTURY_SECONDS else str(int(left * 1_000))
            case "wait":
                return self.wait(context)
            case "waiting":
                return str(Echo.waiting)
            case "cancelled":
                return str(Echo.cancelled)
            case "held":
                return str(Echo.held)
            case "generation":
                return str(len(servers))
            case "peer":
                return context.peer()
            case "restart":
                old = servers[-1]
                serve(port)
                old.stop(DRAIN_SECONDS)
                return "restarted"
            case _:
                return text

    def wait(self, context):
        over = threading.Event()
        if not context.add_callback(over.set):
            over.set()
        with Echo.lock:
            Echo.waiting += 1
        over.wait()
        with Echo.lock:
            Echo.waiting -= 1
            Echo.cancelled += 1
        return "nobody hears this"


def rich_status():
    details = [
        error_details_pb2.BadRequest(
            field_violations=[
                error_details_pb2.BadRequest.FieldViolation(field="names[2]", description="☺ 100%")
            ]
        ),
        error_details_pb2.ErrorInfo(
            reason="NAME_TOO_LONG", domain="smart-cooking", metadata={"most": "100"}
        ),
        error_details_pb2.Help(links=[error_details_pb2.Help.Link(url="https://example.org")]),
    ]
    status = status_pb2.Status(code=code_pb2.INVALID_ARGUMENT, message="names[2]: ☺ 100%")
    for detail in details:
        packed = any_pb2.Any()
        packed.Pack(detail)
        status.details.append(packed)
    return status


def serve(port):
    settings = [("grpc.so_reuseport", 1)]
    if options.connection_age:
        settings += [("grpc.max_connection_age_ms", options.connection_age)]
    server = grpc.server(futures.ThreadPoolExecutor(HANDLERS_MAX), options=settings)
    echo_pb2_grpc.add_EchoServicer_to_server(Echo(), server)
    if options.certificate:
        pair = (pathlib.Path(options.key).read_bytes(), pathlib.Path(options.certificate).read_bytes())
        port = server.add_secure_port(f"127.0.0.1:{port}", grpc.ssl_server_credentials([pair]))
    else:
        port = server.add_insecure_port(f"127.0.0.1:{port}")
    server.start()
    servers.append(server)
    return port


servers = []
port = serve(options.port)
print(f"ready echo=127.0.0.1:{port}", flush=True)
threading.Event().wait()
