"""A Bedrock that trusts nobody: one model, every request held against botocore's own.

HTTPS, or HTTP where no certificate is given.

The text of the prompt says what happens: `good`, `throttled`, `busy`, `choked` (for ever), `broken`,
`reset`, `slow`, `silent`, `asked N` (answered once N silent calls have come), `left N` (answered once
N of them were given up, with the moment of the last), `huge`, `refused`, or `answer BASE64`, which is
answered as it is. A real prompt gets a recipe, or what the file `--say` has for it: such a text.
"""

import argparse
import base64
import hashlib
import http.server
import json
import socket
import ssl
import struct
import threading
import time

import botocore.auth
import botocore.awsrequest
import botocore.credentials
import botocore.session

REGION = "ap-southeast-1"
MODEL = "anthropic.claude-3-haiku-20240307-v1:0"
CREDENTIALS = botocore.credentials.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG", "token/+==")

options = argparse.ArgumentParser()
options.add_argument("--certificate")
options.add_argument("--key")
options.add_argument("--say")
options = options.parse_args()


def recorded():
    """The request that botocore itself sends for the same call."""
    seen = []
    client = botocore.session.Session().create_client(
        "bedrock-runtime",
        region_name=REGION,
        aws_access_key_id=CREDENTIALS.access_key,
        aws_secret_access_key=CREDENTIALS.secret_key,
        aws_session_token=CREDENTIALS.token,
    )

    def record(request, **_):
        seen.append(request)
        return botocore.awsrequest.AWSResponse(request.url, 200, {}, None)

    client.meta.events.register("before-send.bedrock-runtime.InvokeModel", record)
    try:
        client.invoke_model(modelId=MODEL, body=b"{}", contentType="application/json", accept="application/json")
    except Exception:  # There is no answer to read; the request is what counts.
        pass
    return seen[0]


WIRE = recorded()
WIRE_PATH = WIRE.url.split(".com", 1)[1]


def signature(method, url, headers, body):
    """What botocore signs the request with, at the time that it says."""
    signed = dict(part.split("=", 1) for part in headers["authorization"].split(" ", 1)[1].replace(" ", "").split(","))
    names = signed["SignedHeaders"].split(";")
    request = botocore.awsrequest.AWSRequest(
        method=method, url=url, data=body, headers={name: headers[name] for name in names if name != "host"}
    )
    request.headers["host"] = headers["host"]
    request.context["timestamp"] = headers["x-amz-date"]
    auth = botocore.auth.SigV4Auth(CREDENTIALS, "bedrock", REGION)
    to_sign = auth.string_to_sign(request, auth.canonical_request(request))
    return signed, names, auth.signature(to_sign, request)


def plain(value):
    return value.decode() if isinstance(value, bytes) else value


def complaint(method, target, headers, body):
    """What is wrong with the request; None when nothing is."""
    if (method, target) != ("POST", WIRE_PATH):
        return f"asked {method} {target}, not POST {WIRE_PATH}"
    for name in ("content-type", "accept"):
        if headers.get(name) != plain(WIRE.headers[name]):
            return f"{name} is {headers.get(name)}"
    if headers.get("x-amz-security-token") != CREDENTIALS.token:
        return "the session token is missing"
    if headers.get("x-amz-content-sha256", hashlib.sha256(body).hexdigest()) != hashlib.sha256(body).hexdigest():
        return "the digest is not that of the body"
    message = json.loads(body)
    if set(message) != {"anthropic_version", "max_tokens", "system", "messages"}:
        return f"the body has {sorted(message)}"
    if message["anthropic_version"] != "bedrock-2023-05-31" or not 0 < message["max_tokens"] <= 4096:
        return "version or max_tokens"
    [turn] = message["messages"]
    if turn["role"] != "user" or [part["type"] for part in turn["content"]] != ["text"]:
        return "the messages are not one text of a user"
    return None


def answer(text, **more):
    return {
        "id": "msg_bdrk_01",
        "type": "message",
        "role": "assistant",
        "model": "claude-3-haiku-20240307",
        "content": [{"type": "text", "text": text}],
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": 412, "output_tokens": 871},
    } | more


def recipe(prompt):
    """A recipe of everything that the prompt gives."""
    lines = dict(line.split(": ", 1) for line in prompt.splitlines())
    ids = [food.split(" ", 1)[0] for food in lines["ingredients"].split("; ")]
    method = lines["method"]
    name = method.removeprefix("COOKING_METHOD_").lower().replace("_", " ")
    return {
        "title": {"vi": f"Món {name} thử", "en": f"Test {name}"},
        "description": {"vi": "Ngon.", "en": "Good."},
        "method": method,
        "servings": 2,
        "prepMinutes": 5,
        "cookMinutes": 10,
        "difficulty": "DIFFICULTY_EASY",
        "ingredients": [{"ingredientId": id, "quantity": 100, "unit": "g"} for id in ids],
        "steps": [{"text": {"vi": "Nấu chín.", "en": "Cook until done."}, "minutes": 10}],
    }


def said(prompt):
    """What happens to a real prompt: as the test has written, by default a recipe."""
    try:
        with open(options.say, encoding="utf-8") as file:
            return file.read()
    except (TypeError, FileNotFoundError):
        return "recipe " + prompt


class Silent:
    """Calls that are never answered: how many have come, and when each was given up."""

    def __init__(self):
        self.changed = threading.Condition()
        self.come = 0
        self.left = []

    def begin(self):
        with self.changed:
            self.come += 1
            self.changed.notify_all()

    def end(self):
        with self.changed:
            self.left.append(time.monotonic_ns())
            self.changed.notify_all()

    def wait(self, holds):
        with self.changed:
            return self.changed.wait_for(holds, 30)


tries = {}
silent = Silent()


class Bedrock(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers["content-length"]))
        signed, names, expected = signature("POST", f"https://{headers['host']}{self.path}", headers, body)
        if signed["Signature"] != expected or not {"host", "x-amz-date"} <= set(names):
            return self.fail(403, "InvalidSignatureException", "The request signature we calculated does not match")
        wrong = complaint("POST", self.path, headers, body)
        if wrong:
            return self.fail(400, "ValidationException", wrong)
        prompt = json.loads(body)["messages"][0]["content"][0]["text"]
        if prompt.startswith("ingredients: "):
            prompt = said(prompt)
        scenario, _, rest = prompt.partition(" ")
        key = (scenario, rest)
        tries[key] = tries.get(key, 0) + 1
        getattr(self, "on_" + scenario)(rest, tries[key])

    def on_recipe(self, prompt, _):
        self.reply(answer(json.dumps(recipe(prompt), ensure_ascii=False)))

    def on_good(self, rest, _):
        self.reply(answer(f"heard: {rest}"))

    def on_throttled(self, rest, count):
        if count < 3:
            return self.fail(429, "ThrottlingException", "Too many requests")
        self.reply(answer(f"after {count}"))

    def on_busy(self, rest, count):
        if count < 2:
            return self.fail(503, "ServiceUnavailableException", "Come back")
        self.reply(answer(f"after {count}"))

    def on_choked(self, rest, _):
        self.fail(429, "ThrottlingException", "Too many requests")

    def on_broken(self, rest, count):
        if count < 2:
            return self.fail(500, "InternalServerException", "Oops")
        self.reply(answer("asked again, which may be paid twice"))

    def on_refused(self, rest, _):
        self.fail(403, "AccessDeniedException", "You don't have access to the model")

    def on_reset(self, rest, count):
        if count > 1:
            return self.reply(answer("asked again, which may be paid twice"))
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def on_silent(self, rest, _):
        silent.begin()
        try:
            self.rfile.read(1)  # Nothing comes but the end.
        except OSError:
            pass
        silent.end()
        self.close_connection = True

    def on_asked(self, rest, _):
        silent.wait(lambda: silent.come >= int(rest))
        self.reply(answer("asked"))

    def on_left(self, rest, _):
        silent.wait(lambda: len(silent.left) >= int(rest))
        self.reply(answer(str(silent.left[-1])))

    def on_slow(self, rest, _):
        self.send_response(200)
        self.send_header("content-length", "100000")
        self.end_headers()
        for _ in range(600):
            self.wfile.write(b" ")
            time.sleep(0.1)

    def on_huge(self, rest, _):
        self.reply(answer("x" * 10_000_000))

    def on_answer(self, rest, _):
        self.send_bytes(200, base64.b64decode(rest), {})

    def reply(self, document):
        self.send_bytes(200, json.dumps(document).encode(), {})

    def fail(self, status, name, message):
        headers = {"x-amzn-errortype": f"{name}:http://internal.amazon.com/"}
        self.send_bytes(status, json.dumps({"message": message}).encode(), headers)

    def send_bytes(self, status, body, headers):
        self.send_response(status)
        for name, value in ({"content-type": "application/json", "content-length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # A client that leaves in the middle is what some cases are about.


server = Server(("127.0.0.1", 0), Bedrock)
if options.certificate:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate, options.key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"ready port={server.server_address[1]}", flush=True)
threading.Event().wait()
