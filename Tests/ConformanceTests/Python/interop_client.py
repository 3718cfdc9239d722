"""gRPC's interoperability client by grpcio; see doc/interop-test-descriptions.md of gRPC.

    --server_host=HOST --server_port=PORT --test_case=CASE[,CASE...] --use_tls=BOOLEAN
    --use_test_ca=BOOLEAN --ca_file=FILE --server_host_override=NAME --soak_...

Prints `ok CASE` or `FAILED CASE: WHY` for each case; ends with 1 when one failed.
"""

import faulthandler
import pathlib
import sys

import grpc

import interop
import interop_cases

options = interop.flags(
    server_host="localhost",
    server_port=0,
    server_host_override="",
    test_case="empty_unary",
    use_tls=False,
    use_test_ca=False,
    ca_file="",
    soak_iterations=10,
    soak_max_failures=0,
    soak_per_iteration_max_acceptable_latency_ms=1_000,
    soak_overall_timeout_seconds=0,
    soak_min_time_ms_between_rpcs=0,
)
# Whatever hangs is ended with the stack that shows where.
faulthandler.dump_traceback_later(100, exit=True)


def channel():
    target = f"{options.server_host}:{options.server_port}"
    settings = [interop.AS_THEY_TRAVELLED, ("grpc.use_local_subchannel_pool", 1)]
    if options.server_host_override:
        settings += [
            ("grpc.ssl_target_name_override", options.server_host_override),
            ("grpc.default_authority", options.server_host_override),
        ]
    if not options.use_tls:
        return grpc.insecure_channel(target, options=settings)
    roots = pathlib.Path(options.ca_file).read_bytes() if options.use_test_ca else None
    return grpc.secure_channel(target, grpc.ssl_channel_credentials(roots), options=settings)


cases = interop_cases.Cases(channel, interop.Messages(options.protos), options)
failed = False
for name in options.test_case.split(","):
    try:
        getattr(cases, name)()
        print(f"ok {name}", flush=True)
    except Exception as error:
        failed = True
        why = " ".join(f"{type(error).__name__}: {error}".split())
        print(f"FAILED {name}: {why}", flush=True)
sys.exit(1 if failed else 0)
