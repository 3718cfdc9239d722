"""The cases of gRPC's doc/interop-test-descriptions.md, one method each; a failed one raises."""

import queue
import random
import time

import grpc
from grpc import StatusCode

import interop

LARGE_REQUEST, LARGE_RESPONSE = 271_828, 314_159
REQUEST_SIZES, RESPONSE_SIZES = (27_182, 8, 1_828, 45_904), (31_415, 9, 2_653, 58_979)
SPECIAL = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP \U0001f608\t\n"
METADATA = (
    (interop.ECHO_INITIAL, "test_initial_metadata_value"),
    (interop.ECHO_TRAILING, b"\xab\xab\xab"),
)
CONCURRENT_CALLS = 1_000
# No call is ever without a limit; the soaks want none of their own, and this is none to them.
PATIENCE_SECONDS = 60


def equal(what, seen, wanted):
    if seen != wanted:
        raise AssertionError(f"{what}: saw {seen!r}, wanted {wanted!r}"[:400])


def status_of(call):
    """The code and message that a call ends with."""
    try:
        call()
    except grpc.RpcError as error:
        return error.code(), error.details()
    return StatusCode.OK, ""


class Cases:
    def __init__(self, make_channel, messages, options):
        self.make_channel = make_channel
        self.channel = make_channel()
        self.messages = messages
        self.options = options

    # What the cases are made of.

    def method(self, kind, name, answer, channel=None, service=interop.SERVICE):
        return getattr(channel or self.channel, kind)(
            f"/{service}/{name}",
            request_serializer=lambda message: message.SerializeToString(),
            response_deserializer=interop.reader(answer),
        )

    def unary_call(self, channel=None):
        return self.method("unary_unary", "UnaryCall", self.messages.SimpleResponse, channel)

    def input_call(self):
        answer = self.messages.StreamingInputCallResponse
        return self.method("stream_unary", "StreamingInputCall", answer)

    def output_call(self):
        answer = self.messages.StreamingOutputCallResponse
        return self.method("unary_stream", "StreamingOutputCall", answer)

    def duplex_call(self):
        answer = self.messages.StreamingOutputCallResponse
        return self.method("stream_stream", "FullDuplexCall", answer)

    def payload(self, size):
        return self.messages.Payload(body=bytes(size))

    def boolean(self, value):
        return None if value is None else self.messages.BoolValue(value=value)

    def large_request(self, expect=None, response=None):
        return self.messages.SimpleRequest(
            response_size=LARGE_RESPONSE,
            payload=self.payload(LARGE_REQUEST),
            expect_compressed=self.boolean(expect),
            response_compressed=self.boolean(response),
        )

    def put(self, size, expect=None):
        return self.messages.StreamingInputCallRequest(
            payload=self.payload(size), expect_compressed=self.boolean(expect)
        )

    def ask(self, request_size=None, *sizes, status=None):
        return self.messages.StreamingOutputCallRequest(
            payload=None if request_size is None else self.payload(request_size),
            response_parameters=[self.messages.ResponseParameters(size=size) for size in sizes],
            response_status=status,
        )

    @staticmethod
    def check_body(received, size):
        body = received.message.payload.body
        equal("bytes of the payload", len(body), size)
        equal("the payload is zeros", body.count(0), size)

    # The cases.

    def empty_unary(self):
        call = self.method("unary_unary", "EmptyCall", self.messages.Empty)
        answer = call(self.messages.Empty(), timeout=PATIENCE_SECONDS)
        equal("the answer", answer.message, self.messages.Empty())

    def large_unary(self):
        answer = self.unary_call()(self.large_request(), timeout=PATIENCE_SECONDS)
        self.check_body(answer, LARGE_RESPONSE)

    def client_streaming(self):
        requests = iter([self.put(size) for size in REQUEST_SIZES])
        answer = self.input_call()(requests, timeout=PATIENCE_SECONDS)
        equal("bytes in all", answer.message.aggregated_payload_size, 74_922)

    def server_streaming(self):
        request = self.ask(None, *RESPONSE_SIZES)
        answers = list(self.output_call()(request, timeout=PATIENCE_SECONDS))
        equal("responses", len(answers), 4)
        for answer, size in zip(answers, RESPONSE_SIZES):
            self.check_body(answer, size)

    def ping_pong(self):
        requests = Requests()
        answers = self.duplex_call()(requests, timeout=PATIENCE_SECONDS)
        for request_size, response_size in zip(REQUEST_SIZES, RESPONSE_SIZES):
            requests.put(self.ask(request_size, response_size))
            self.check_body(next(answers), response_size)
        requests.close()
        equal("responses beyond", len(list(answers)), 0)
        equal("the status", answers.code(), StatusCode.OK)

    def empty_stream(self):
        answers = self.duplex_call()(iter([]), timeout=PATIENCE_SECONDS)
        equal("responses", len(list(answers)), 0)
        equal("the status", answers.code(), StatusCode.OK)

    def client_compressed_unary(self):
        call = self.unary_call()
        plain, gzip = grpc.Compression.NoCompression, grpc.Compression.Gzip
        probe = self.large_request(expect=True)
        code, _ = status_of(lambda: call(probe, compression=plain, timeout=PATIENCE_SECONDS))
        equal("the status of the probe", code, StatusCode.INVALID_ARGUMENT)
        for expect, compression in ((True, gzip), (False, plain)):
            request = self.large_request(expect=expect)
            answer = call(request, compression=compression, timeout=PATIENCE_SECONDS)
            self.check_body(answer, LARGE_RESPONSE)

    def server_compressed_unary(self):
        for compressed in (True, False):
            request = self.large_request(response=compressed)
            answer = self.unary_call()(request, timeout=PATIENCE_SECONDS)
            equal("the flag of the response", answer.was_compressed, compressed)
            self.check_body(answer, LARGE_RESPONSE)

    def client_compressed_streaming(self):
        """grpcio compresses whole calls; a message that gets no shorter goes without the flag.

        So the one that must not be compressed carries noise instead of zeros.
        """
        call = self.input_call()
        probe = iter([self.put(27_182, expect=True)])
        code, _ = status_of(lambda: call(probe, timeout=PATIENCE_SECONDS))
        equal("the status of the probe", code, StatusCode.INVALID_ARGUMENT)
        plain = self.put(45_904, expect=False)
        plain.payload.body = random.Random(1).randbytes(45_904)
        requests = iter([self.put(27_182, expect=True), plain])
        answer = call(requests, compression=grpc.Compression.Gzip, timeout=PATIENCE_SECONDS)
        equal("bytes in all", answer.message.aggregated_payload_size, 73_086)

    def server_compressed_streaming(self):
        request, wanted = self.ask(None, 31_415, 92_653), ((31_415, True), (92_653, False))
        for one, (_, compressed) in zip(request.response_parameters, wanted):
            one.compressed.value = compressed
        answers = list(self.output_call()(request, timeout=PATIENCE_SECONDS))
        equal("responses", len(answers), 2)
        for answer, (size, compressed) in zip(answers, wanted):
            equal("the flag of the response", answer.was_compressed, compressed)
            self.check_body(answer, size)

    def custom_metadata(self):
        _, call = self.unary_call().with_call(
            self.large_request(), metadata=METADATA, timeout=PATIENCE_SECONDS
        )
        self.check_metadata(call)
        requests = iter([self.ask(LARGE_REQUEST, LARGE_RESPONSE)])
        call = self.duplex_call()(requests, metadata=METADATA, timeout=PATIENCE_SECONDS)
        equal("responses", len(list(call)), 1)
        self.check_metadata(call)

    @staticmethod
    def check_metadata(call):
        for entries, (name, value) in zip(
            (call.initial_metadata(), call.trailing_metadata()), METADATA
        ):
            equal(name, [entry.value for entry in entries if entry.key == name], [value])

    def status_code_and_message(self):
        status = self.messages.EchoStatus(code=2, message="test status message")
        self.check_status(status)
        requests = iter([self.ask(status=status)])
        seen = status_of(lambda: list(self.duplex_call()(requests, timeout=PATIENCE_SECONDS)))
        equal("the status of a stream", seen, (StatusCode.UNKNOWN, status.message))

    def special_status_message(self):
        self.check_status(self.messages.EchoStatus(code=2, message=SPECIAL))

    def check_status(self, status):
        request = self.messages.SimpleRequest(response_status=status)
        seen = status_of(lambda: self.unary_call()(request, timeout=PATIENCE_SECONDS))
        equal("the status", seen, (StatusCode.UNKNOWN, status.message))

    def unimplemented_method(self, service=interop.SERVICE):
        call = self.method("unary_unary", "UnimplementedCall", self.messages.Empty, service=service)
        code, _ = status_of(lambda: call(self.messages.Empty(), timeout=PATIENCE_SECONDS))
        equal("the status", code, StatusCode.UNIMPLEMENTED)

    def unimplemented_service(self):
        self.unimplemented_method(interop.UNIMPLEMENTED_SERVICE)

    def cancel_after_begin(self):
        requests = Requests()
        call = self.input_call().future(requests, timeout=PATIENCE_SECONDS)
        call.cancel()
        equal("it is cancelled", call.cancelled(), True)
        equal("the status", call.code(), StatusCode.CANCELLED)
        requests.close()

    def cancel_after_first_response(self):
        requests = Requests()
        call = self.duplex_call()(requests, timeout=PATIENCE_SECONDS)
        requests.put(self.ask(27_182, 31_415))
        self.check_body(next(call), 31_415)
        call.cancel()
        code, _ = status_of(lambda: next(call))
        equal("the status", code, StatusCode.CANCELLED)
        requests.close()

    def timeout_on_sleeping_server(self):
        requests = Requests()
        requests.put(self.ask(27_182))
        code, _ = status_of(lambda: list(self.duplex_call()(requests, timeout=0.001)))
        equal("the status", code, StatusCode.DEADLINE_EXCEEDED)
        requests.close()

    def concurrent_large_unary(self):
        call, request = self.unary_call(), self.large_request()
        calls = [
            call.future(request, timeout=PATIENCE_SECONDS) for _ in range(CONCURRENT_CALLS)
        ]
        for one in calls:
            self.check_body(one.result(), LARGE_RESPONSE)

    def rpc_soak(self):
        self.soak(lambda: self.channel)

    def channel_soak(self):
        self.soak(self.make_channel, is_shared=False)

    def soak(self, channel, is_shared=True):
        options = self.options
        acceptable_ms = options.soak_per_iteration_max_acceptable_latency_ms
        count = options.soak_iterations
        limit = options.soak_overall_timeout_seconds or acceptable_ms * count / 1_000
        start, failures, done = time.monotonic(), [], 0
        while done < count and time.monotonic() < start + limit:
            begin, one = time.monotonic(), channel()
            try:
                answer, call = self.unary_call(one).with_call(
                    self.large_request(), timeout=PATIENCE_SECONDS
                )
                self.check_body(answer, LARGE_RESPONSE)
                passed_ms = (time.monotonic() - begin) * 1_000
                if passed_ms > acceptable_ms:
                    failures.append(f"{passed_ms:.1f} ms")
            except (grpc.RpcError, AssertionError) as error:
                failures.append(repr(error))
            done += 1
            if not is_shared:
                one.close()
            time.sleep(options.soak_min_time_ms_between_rpcs / 1_000)
        equal("iterations", done, count)
        if len(failures) > options.soak_max_failures:
            raise AssertionError(f"{len(failures)} of {count} failed: {failures[:3]}")


class Requests:
    """The requests of a call, handed over one by one while it runs."""

    END = object()

    def __init__(self):
        self.waiting = queue.SimpleQueue()

    def put(self, request):
        self.waiting.put(request)

    def close(self):
        self.waiting.put(self.END)

    def __iter__(self):
        return self

    def __next__(self):
        request = self.waiting.get()
        if request is self.END:
            raise StopIteration
        return request
