"""Messages, metadata and statuses, against a server that does what the text of a request asks."""

import grpc
from google.rpc import error_details_pb2
from grpc_status import rpc_status

import contracts
from checks import PATIENCE_SECONDS, check, code_of, error_of, finish
from grpc import StatusCode

options = contracts.arguments("target", "echo-server")
echo_pb2, echo_pb2_grpc = contracts.generate(options.protos, "echo")

MIB = 1 << 20


def stub_for(target, *settings):
    channel = grpc.insecure_channel(target, options=[("grpc.enable_retries", 0), *settings])
    return channel, echo_pb2_grpc.EchoStub(channel)


def ask(stub, text, **more):
    return stub.Get(echo_pb2.EchoRequest(text=text), timeout=PATIENCE_SECONDS, **more).text


def messages(server, target):
    channel, echo = stub_for(target, ("grpc.max_receive_message_length", -1))
    check(f"{server}: a unary call", ask(echo, "xin chào"), "xin chào")
    check(f"{server}: an empty message", ask(echo, ""), "")
    # One less than 4 MiB with the two fields' tag and length.
    for name, size in [("1 MiB", MIB), ("just below 4 MiB", 4 * MIB - 5)]:
        check(f"{server}: {name} both ways", ask(echo, "m" * size) == "m" * size)
    large = echo.Get.future
    calls = [
        large(echo_pb2.EchoRequest(text=str(i) * MIB), timeout=PATIENCE_SECONDS) for i in range(8)
    ]
    right = [call.result().text == str(i) * MIB for i, call in enumerate(calls)]
    check(f"{server}: 8 messages of 1 MiB at once share the window", all(right))
    error = error_of(lambda: ask(echo, "m" * (4 * MIB + 1)))
    check(f"{server}: more than 4 MiB", error and error.code(), StatusCode.RESOURCE_EXHAUSTED)
    check(f"{server}: the connection outlives it", ask(echo, "still"), "still")
    raw = channel.unary_unary("/echo.Echo/Get")
    for name, sent in [("are no message", b"\x0a\x05abc"), ("are no UTF-8", b"\x0a\x01\xff")]:
        code = code_of(lambda: raw(sent, timeout=PATIENCE_SECONDS))
        check(f"{server}: bytes that {name}", code, StatusCode.INVALID_ARGUMENT)
    unknown = b"\x0a\x01a" + b"\xfa\x06\x02zz"
    check(f"{server}: an unknown field", raw(unknown, timeout=PATIENCE_SECONDS), b"\x0a\x01a")
    for path in ("/echo.Echo/Nope", "/echo.Nope/Get"):
        error = error_of(lambda: channel.unary_unary(path)(b"", timeout=PATIENCE_SECONDS))
        check(f"{server}: {path}", error and error.code(), StatusCode.UNIMPLEMENTED)
        check(f"{server}: {path} is named", error and error.details(), lambda text: path in text)
    channel.close()


def cardinality(channel):
    """The specification has UNIMPLEMENTED for another number of requests than one."""
    request = echo_pb2.EchoRequest(text="one").SerializeToString()
    for count in (0, 2):
        call = channel.stream_unary("/echo.Echo/Get")
        code = code_of(lambda: call(iter([request] * count), timeout=PATIENCE_SECONDS))
        check(f"{count} messages on a unary call", code, StatusCode.UNIMPLEMENTED)


def large_answer(target):
    channel, echo = stub_for(target)
    code = code_of(lambda: ask(echo, "size %d" % (4 * MIB + 1)))
    check("an answer above the client's limit", code, StatusCode.RESOURCE_EXHAUSTED)
    channel.close()
    channel, echo = stub_for(target, ("grpc.max_receive_message_length", -1))
    check("an answer of 16 MiB to who takes it", len(ask(echo, f"size {16 * MIB}")), 16 * MIB)
    channel.close()


def metadata(echo):
    initial, trailing = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"
    every_byte = bytes(range(256))
    sent = (
        (initial, "test_initial_metadata_value"),
        (initial, "~!@#$%^&*()_+ {}|:\"<>?`-=[]\\;',./"),
        (trailing, b"\x00\xab\xff"),
        (trailing, every_byte),
        (trailing, b""),
    )
    answer, call = echo.Get.with_call(
        echo_pb2.EchoRequest(text="metadata"), metadata=sent, timeout=PATIENCE_SECONDS
    )
    check("the answer beside metadata", answer.text, "metadata")
    heads, trailers = call.initial_metadata(), call.trailing_metadata()
    values = lambda entries, name: [entry.value for entry in entries if entry.key == name]
    check("duplicate ASCII metadata, in order", values(heads, initial), [v for k, v in sent[:2]])
    check("duplicate binary metadata, in order", values(trailers, trailing), [v for k, v in sent[2:]])
    check("initial metadata is not in the trailers", values(trailers, initial), [])
    check("trailing metadata is not in the head", values(heads, trailing), [])

    error = error_of(
        lambda: echo.Get(
            echo_pb2.EchoRequest(text="fail 9 not yet"), metadata=sent, timeout=PATIENCE_SECONDS
        )
    )
    check("trailing metadata beside an error", values(error.trailing_metadata(), trailing)[0], sent[2][1])

    code = code_of(lambda: ask(echo, "", metadata=[("x-large", "v" * 40_000)]))
    check("metadata above the limit", code, StatusCode.RESOURCE_EXHAUSTED)
    check("the connection outlives it", ask(echo, "still"), "still")


def statuses(echo):
    for code in StatusCode:
        number, _ = code.value
        if number == 0:
            continue
        error = error_of(lambda: ask(echo, f"fail {number} on demand"))
        check(f"status {code.name}", error and (error.code(), error.details()), (code, "on demand"))
    special = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n 100%"
    error = error_of(lambda: ask(echo, f"fail 2 {special}"))
    check("special status message", error and error.details(), special)
    error = error_of(lambda: ask(echo, "break"))
    check("an error of Swift", error and error.code(), StatusCode.UNKNOWN)
    check("an error of Swift keeps its internals", error and error.details(), lambda text: "secret" not in text)


def details(echo):
    error = error_of(lambda: ask(echo, "fail-rich"))
    status = rpc_status.from_call(error)
    check("the status inside grpc-status-details-bin", (status.code, status.message), (3, "names[2]: ☺ 100%"))
    violation, reason, retry = (
        error_details_pb2.BadRequest(),
        error_details_pb2.ErrorInfo(),
        error_details_pb2.RetryInfo(),
    )
    unpacked = [any.Unpack(into) for any, into in zip(status.details, (violation, reason, retry))]
    check("each detail is of its type", unpacked, [True, True, True])
    seen = [(v.field, v.description) for v in violation.field_violations]
    check("BadRequest", seen, [("names[2]", "☺ 100%"), ("names[3]", "is empty")])
    seen = (reason.reason, reason.domain, dict(reason.metadata))
    check("ErrorInfo", seen, ("NAME_TOO_LONG", "smart-cooking", {"most": "100"}))
    check("RetryInfo", (retry.retry_delay.seconds, retry.retry_delay.nanos), (1, 500_000_000))
    check("without details there are none", rpc_status.from_call(error_of(lambda: ask(echo, "fail 5 gone"))), None)


def compression(target):
    for encoding in (grpc.Compression.Gzip, grpc.Compression.Deflate, grpc.Compression.NoCompression):
        channel = grpc.insecure_channel(target, compression=encoding)
        echo = echo_pb2_grpc.EchoStub(channel)
        check(f"a request in {encoding.name}", ask(echo, "z" * 10_000), "z" * 10_000)
        channel.close()


def health(channel):
    kinds = contracts.messages(options.protos, "grpc/health/v1/health.proto")
    ask_type, answer_type, list_type, list_answer_type = (
        kinds["grpc.health.v1.Health" + name]
        for name in ("CheckRequest", "CheckResponse", "ListRequest", "ListResponse")
    )
    ask_health = channel.unary_unary(
        "/grpc.health.v1.Health/Check", ask_type.SerializeToString, answer_type.FromString
    )
    serving = 1
    for name in ("", "echo.Echo"):
        answer = ask_health(ask_type(service=name), timeout=PATIENCE_SECONDS)
        check(f"health of {name or 'the server'}", answer.status, serving)
    code = code_of(lambda: ask_health(ask_type(service="echo.Nope"), timeout=PATIENCE_SECONDS))
    check("health of what is not there", code, StatusCode.NOT_FOUND)
    list_health = channel.unary_unary(
        "/grpc.health.v1.Health/List", list_type.SerializeToString, list_answer_type.FromString
    )
    statuses = list_health(list_type(), timeout=PATIENCE_SECONDS).statuses
    seen = {name: answer.status for name, answer in statuses.items()}
    check("health of all", seen, {"": serving, "echo.Echo": serving})
    watch = channel.unary_stream(
        "/grpc.health.v1.Health/Watch", ask_type.SerializeToString, answer_type.FromString
    )
    for name, wanted in (("echo.Echo", serving), ("echo.Nope", 3)):
        call = watch(ask_type(service=name), timeout=PATIENCE_SECONDS)
        check(f"health of {name}, watched", next(call).status, wanted)
        call.cancel()


messages("echo-server", options.echo_server)
messages("test server", options.target)
large_answer(options.target)
channel, echo = stub_for(options.target)
cardinality(channel)
metadata(echo)
statuses(echo)
details(echo)
compression(options.target)
health(channel)
finish()
