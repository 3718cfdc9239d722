"""gRPC's interoperability server by grpcio. Prints `ready interop=HOST:PORT`.

    --port=PORT --use_tls=BOOLEAN --certificate=FILE --key=FILE
"""

import pathlib
import threading
import time
from concurrent import futures

import grpc

import interop

options = interop.flags(port=0, use_tls=False, certificate="", key="")
messages = interop.Messages(options.protos)
CODES = {code.value[0]: code for code in grpc.StatusCode}
HANDLERS_MAX = 100


def echo_metadata(context, compress=False):
    """Sends the head, because its encoding is decided before the first message."""
    sent = context.invocation_metadata()
    context.set_trailing_metadata([entry for entry in sent if entry.key == interop.ECHO_TRAILING])
    if compress:
        context.set_compression(grpc.Compression.Gzip)
    context.send_initial_metadata([entry for entry in sent if entry.key == interop.ECHO_INITIAL])


def expect(received, context):
    wanted = received.message.expect_compressed.value
    if received.message.HasField("expect_compressed") and wanted != received.was_compressed:
        context.abort(grpc.StatusCode.INVALID_ARGUMENT, f"compressed: {received.was_compressed}")


def echo_status(request, context):
    if request.HasField("response_status") and request.response_status.code:
        context.abort(CODES[request.response_status.code], request.response_status.message)


def payload(request, size):
    return messages.Payload(type=request.response_type, body=bytes(size))


def empty_call(received, context):
    echo_metadata(context)
    return messages.Empty()


def unary_call(received, context):
    request = received.message
    expect(received, context)
    echo_metadata(context, compress=request.response_compressed.value)
    echo_status(request, context)
    return messages.SimpleResponse(payload=payload(request, request.response_size))


def streaming_output_call(received, context):
    parameters = received.message.response_parameters
    echo_metadata(context, compress=any(one.compressed.value for one in parameters))
    yield from answers(received.message, context)


def answers(request, context):
    echo_status(request, context)
    for one in request.response_parameters:
        time.sleep(one.interval_us / 1_000_000)
        if not one.compressed.value:
            context.disable_next_message_compression()
        yield messages.StreamingOutputCallResponse(payload=payload(request, one.size))


def streaming_input_call(requests, context):
    size = 0
    for received in requests:
        expect(received, context)
        size += len(received.message.payload.body)
    echo_metadata(context)
    return messages.StreamingInputCallResponse(aggregated_payload_size=size)


def full_duplex_call(requests, context):
    echo_metadata(context)
    for received in requests:
        yield from answers(received.message, context)


def half_duplex_call(requests, context):
    echo_metadata(context)
    for received in list(requests):
        yield from answers(received.message, context)


def handlers():
    read, write = interop.reader, lambda message: message.SerializeToString()
    simple, put = read(messages.SimpleRequest), read(messages.StreamingInputCallRequest)
    ask = read(messages.StreamingOutputCallRequest)
    unary, upload = grpc.unary_unary_rpc_method_handler, grpc.stream_unary_rpc_method_handler
    download, duplex = grpc.unary_stream_rpc_method_handler, grpc.stream_stream_rpc_method_handler
    return {
        "EmptyCall": unary(empty_call, read(messages.Empty), write),
        "UnaryCall": unary(unary_call, simple, write),
        "StreamingOutputCall": download(streaming_output_call, ask, write),
        "StreamingInputCall": upload(streaming_input_call, put, write),
        "FullDuplexCall": duplex(full_duplex_call, ask, write),
        "HalfDuplexCall": duplex(half_duplex_call, ask, write),
    }


server = grpc.server(
    futures.ThreadPoolExecutor(HANDLERS_MAX), options=[interop.AS_THEY_TRAVELLED]
)
server.add_generic_rpc_handlers(
    (grpc.method_handlers_generic_handler(interop.SERVICE, handlers()),)
)
address = f"127.0.0.1:{options.port}"
if options.use_tls:
    pair = [pathlib.Path(path).read_bytes() for path in (options.key, options.certificate)]
    port = server.add_secure_port(address, grpc.ssl_server_credentials([pair]))
else:
    port = server.add_insecure_port(address)
server.start()
print(f"ready interop=127.0.0.1:{port}", flush=True)
threading.Event().wait()
