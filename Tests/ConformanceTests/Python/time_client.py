"""Deadlines and cancellation: on both sides, and the handler really stops."""

import grpc
from grpc import StatusCode

import contracts
from checks import PATIENCE_SECONDS, check, error_of, eventually, finish
from wiretap import Wiretap

options = contracts.arguments("target")
echo_pb2, echo_pb2_grpc = contracts.generate(options.protos, "echo")

tap = Wiretap(options.target)
channel = grpc.insecure_channel(tap.target, options=[("grpc.enable_retries", 0)])
echo = echo_pb2_grpc.EchoStub(channel)


def request(text):
    return echo_pb2.EchoRequest(text=text)


def ask(text, timeout=PATIENCE_SECONDS):
    return echo.Get(request(text), timeout=timeout).text


def cancelled_handlers():
    return int(ask("cancelled"))


def waiting_handlers():
    return int(ask("waiting"))


# The deadline is known to the handler; grpcio rounds it up to three digits.
for seconds in (0.9, 9, 3_600, 1_000_000):
    left = int(ask("deadline", timeout=seconds))
    check(f"of {seconds} s", left, lambda left: 0 < left <= seconds * 1_010 + 100)
check("no deadline is none", echo.Get(request("deadline")).text, "none")

# It ends the call and the handler.
error = error_of(lambda: ask("wait", timeout=0.2))
check("a deadline that passes", error and error.code(), StatusCode.DEADLINE_EXCEEDED)
check("a deadline that passes cancels the handler", eventually(cancelled_handlers, 1), 1)

# A handler that finds its own deadline passed; the caller has one that is later.
error = error_of(lambda: ask("fail 4 too late"))
check("a deadline of the server's own", error and error.code(), StatusCode.DEADLINE_EXCEEDED)

# Cancellation reaches the handler of the call alone.
calls = [echo.Get.future(request("wait"), timeout=PATIENCE_SECONDS) for _ in range(3)]
check("three handlers wait", eventually(waiting_handlers, 3), 3)
calls[1].cancel()
check("the caller sees CANCELLED", calls[1].code(), StatusCode.CANCELLED)
check("one handler is cancelled", eventually(cancelled_handlers, 2), 2)
check("the others wait on", waiting_handlers(), 2)
check("cancellation is RST_STREAM", tap.sent["RST_STREAM"], lambda count: count >= 1)
check("the connection lives on", (ask("still"), tap.connections), ("still", 1))

# So does a connection that is lost.
channel.close()
tap = Wiretap(options.target)
channel = grpc.insecure_channel(tap.target)
echo = echo_pb2_grpc.EchoStub(channel)
check("a closed channel cancels what it carried", eventually(cancelled_handlers, 4), 4)
check("nothing waits any more", waiting_handlers(), 0)
finish()
