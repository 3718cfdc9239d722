"""What the interop programs share: their flags, the messages, how these travelled."""

import argparse
import gzip
import zlib

import contracts

SERVICE = "grpc.testing.TestService"
UNIMPLEMENTED_SERVICE = "grpc.testing.UnimplementedService"
ECHO_INITIAL = "x-grpc-test-echo-initial"
ECHO_TRAILING = "x-grpc-test-echo-trailing-bin"

# Lets the marshalling below see messages as they travelled: grpcio shows their flag to nobody.
AS_THEY_TRAVELLED = ("grpc.per_message_decompression", 0)


def flags(**kinds):
    """The command line of an interop program: `--protos FOLDER`, and one option for each kind.

    Booleans are written as gRPC's own programs take them: `--use_tls=true`.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--protos", required=True)
    for name, default in kinds.items():
        kind = _boolean if isinstance(default, bool) else type(default)
        parser.add_argument("--" + name, type=kind, default=default)
    return parser.parse_args()


def _boolean(text):
    return {"true": True, "false": False}[text.lower()]


class Messages:
    """The classes of grpc/testing as attributes: `messages.SimpleRequest`."""

    def __init__(self, protos):
        for file in ("empty", "messages"):
            for name, kind in contracts.messages(protos, f"grpc/testing/{file}.proto").items():
                setattr(self, name.removeprefix("grpc.testing."), kind)


class Received:
    """A message, and whether it came compressed."""

    def __init__(self, kind, travelled):
        # No message of these contracts begins with either byte: fields 3 and 15 of wire types that
        # they do not have.
        self.was_compressed = travelled[:1] in (b"\x1f", b"\x78")
        if travelled[:2] == b"\x1f\x8b":
            travelled = gzip.decompress(travelled)
        elif self.was_compressed:
            travelled = zlib.decompress(travelled)
        self.message = kind.FromString(travelled)


def reader(kind):
    return lambda travelled: Received(kind, travelled)
