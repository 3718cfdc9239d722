"""What holds for many calls on few connections: reuse, order, pings, a graceful end."""

import asyncio
import threading

import grpc
from grpc import StatusCode

import contracts
from checks import PATIENCE_SECONDS, check, finish
from wiretap import Wiretap

options = contracts.arguments("target", "leaving", "staying")
echo_pb2, echo_pb2_grpc = contracts.generate(options.protos, "echo")
NO_RETRIES = ("grpc.enable_retries", 0)


def request(text):
    return echo_pb2.EchoRequest(text=text)


async def many_at_once(target):
    async with grpc.aio.insecure_channel(target, options=[NO_RETRIES]) as channel:
        echo = echo_pb2_grpc.EchoStub(channel)
        calls = [echo.Get(request(f"call {i}"), timeout=PATIENCE_SECONDS) for i in range(1_000)]
        answers = await asyncio.gather(*calls)
        return [answer.text for answer in answers]


def reuse():
    tap = Wiretap(options.target)
    answers = asyncio.run(many_at_once(tap.target))
    check("1000 calls at once", answers, [f"call {i}" for i in range(1_000)])
    check("1000 calls at once share a connection", tap.connections, 1)
    check("each has a stream of its own", tap.sent["HEADERS"], 1_000)
    check("none was reset", (tap.sent["RST_STREAM"], tap.answered["RST_STREAM"]), (0, 0))
    with grpc.insecure_channel(tap.target, options=[NO_RETRIES]) as channel:
        echo = echo_pb2_grpc.EchoStub(channel)
        peers = {echo.Get(request("peer"), timeout=PATIENCE_SECONDS).text for _ in range(200)}
    check("200 calls in a row come from one peer", len(peers), 1)


def keepalive():
    """A client that pings as often as it can: grpcio sends at most one a second.

    Two that come too soon are forgiven (gRFC A8), and all by an answer.
    """
    tap = Wiretap(options.target)
    settings = [
        NO_RETRIES,
        ("grpc.keepalive_time_ms", 20),
        ("grpc.keepalive_timeout_ms", 5_000),
        ("grpc.keepalive_permit_without_calls", 1),
        ("grpc.http2.max_pings_without_data", 0),
    ]
    with grpc.insecure_channel(tap.target, options=settings) as channel:
        echo = echo_pb2_grpc.EchoStub(channel)
        echo.Get(request("hold 2500"), timeout=PATIENCE_SECONDS)
        echo.Get(request("still"), timeout=PATIENCE_SECONDS)
    pings = tap.sent["PING"]
    check("the client pings", pings, lambda count: count >= 2)
    check("its pings are answered", tap.answered["PING ACK"], lambda count: count >= pings - 1)
    check("its pings are tolerated", (tap.answered["GOAWAY"], tap.connections), (0, 1))


def graceful_stop():
    """One of two servers stops while calls arrive: none fails, all go to the other."""
    leaving, staying = Wiretap(options.leaving), Wiretap(options.staying)
    # With retries off grpcio fails calls that had not left when the GOAWAY came.
    channel = grpc.insecure_channel(f"ipv4:{leaving.target},{staying.target}")
    echo = echo_pb2_grpc.EchoStub(channel)
    name = echo.Get(request("name"), timeout=PATIENCE_SECONDS).text
    check("calls go to the server that will leave", name, "leaving")
    slow = echo.Get.future(request("hold 500"), timeout=PATIENCE_SECONDS)
    failures, names = [], []
    arriving = threading.Event()

    def arrive():
        while len(failures) < 10 and names.count("staying") < 200:
            try:
                names.append(echo.Get(request("name"), timeout=PATIENCE_SECONDS).text)
            except grpc.RpcError as error:
                failures.append((error.code(), error.details()))
            arriving.set()

    threads = [threading.Thread(target=arrive) for _ in range(4)]
    for thread in threads:
        thread.start()
    arriving.wait()
    echo.Get(request("drain"), timeout=PATIENCE_SECONDS)
    for thread in threads:
        thread.join()
    check("no call fails", failures, [])
    check("calls were answered by both", set(names), {"leaving", "staying"})
    check("the last ones by the one that stays", names[-1], "staying")
    check("a call that ran is answered", slow.result().text, "held")
    # Each request is one HEADERS frame, each answer two: its head and its trailers.
    requests, answers = leaving.sent["HEADERS"], leaving.answered["HEADERS"]
    check("the server that leaves answers whatever has reached it", answers, 2 * requests)
    check("the client was told by GOAWAY", leaving.answered["GOAWAY"], lambda count: count >= 1)
    channel.close()
    with grpc.insecure_channel(options.leaving, options=[NO_RETRIES]) as channel:
        try:
            echo_pb2_grpc.EchoStub(channel).Get(request("late"), timeout=PATIENCE_SECONDS)
            check("a server that left takes no call", False)
        except grpc.RpcError as error:
            check("a server that left takes no call", error.code(), StatusCode.UNAVAILABLE)


reuse()
keepalive()
graceful_stop()
finish()
