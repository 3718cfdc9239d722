"""Calls over TLS, where ALPN agrees on h2, and without it where TLS is spoken."""

import pathlib

import grpc
from grpc import StatusCode

import contracts
from checks import PATIENCE_SECONDS, check, code_of, finish

options = contracts.arguments("target", "certificate")
echo_pb2, echo_pb2_grpc = contracts.generate(options.protos, "echo")


def ask(channel, text):
    stub = echo_pb2_grpc.EchoStub(channel)
    return stub.Get(echo_pb2.EchoRequest(text=text), timeout=PATIENCE_SECONDS).text


trusting = grpc.ssl_channel_credentials(pathlib.Path(options.certificate).read_bytes())
with grpc.secure_channel(options.target, trusting) as channel:
    check("a call over TLS", ask(channel, "xin chào"), "xin chào")
    check("1 MiB over TLS", ask(channel, "m" * (1 << 20)) == "m" * (1 << 20))
    peers = {ask(channel, "peer") for _ in range(50)}
    check("on one connection", len(peers), 1)
with grpc.insecure_channel(options.target) as channel:
    check("who speaks no TLS", code_of(lambda: ask(channel, "")), StatusCode.UNAVAILABLE)
with grpc.secure_channel(options.target, grpc.ssl_channel_credentials()) as channel:
    check("who does not trust the server", code_of(lambda: ask(channel, "")), StatusCode.UNAVAILABLE)
finish()
