"""An issuer of tokens in Cognito's form, made of joserfc and Python's own HTTP server.

    GET  /.well-known/jwks.json   its public keys
    POST /oauth2/token            a client's token, by its credentials (RFC 6749 section 4.4)
    POST /user                    a token for the user `sub`, in the groups `group`
    POST /rotate                  signs with a new key from now on, and withdraws the old one
"""

import base64
import json
import os
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote_plus

from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

CLIENT = ("kitchen client", "s3cret+/: ữ")
SCOPE = "smart-cooking/service"
LIFETIME_SECONDS = 3600
lock = threading.Lock()
keys = []


def make_key():
    return RSAKey.generate_key(
        2048, {"kid": f"key-{os.urandom(6).hex()}", "use": "sig", "alg": "RS256"}
    )


def sign(claims):
    now = int(time.time())
    issuer = f"http://127.0.0.1:{server.server_port}"
    body = {"iss": issuer, "token_use": "access", "iat": now, "exp": now + LIFETIME_SECONDS}
    with lock:
        key = keys[-1]
    return jwt.encode({"alg": "RS256", "kid": key.kid}, body | claims, key)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, document):
        body = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path != "/.well-known/jwks.json":
            return self.answer(404, {})
        with lock:
            self.answer(200, KeySet(keys).as_dict(private=False))

    def do_POST(self):
        length = int(self.headers.get("content-length", 0))
        form = parse_qs(self.rfile.read(length).decode(), strict_parsing=length > 0)
        if self.path == "/oauth2/token":
            self.answer(*self.client_token(form))
        elif self.path == "/user":
            claims = {"sub": form["sub"][0]}
            if "group" in form:
                claims["cognito:groups"] = form["group"]
            self.answer(200, {"access_token": sign(claims)})
        elif self.path == "/rotate":
            with lock:
                keys[:] = [make_key()]
            self.answer(200, {})
        else:
            self.answer(404, {})

    def client_token(self, form):
        scheme, _, pair = self.headers.get("authorization", "").partition(" ")
        given = tuple(unquote_plus(part) for part in base64.b64decode(pair).decode().split(":"))
        if scheme != "Basic" or given != CLIENT:
            return 400, {"error": "invalid_client"}
        if form.get("grant_type") != ["client_credentials"]:
            return 400, {"error": "unsupported_grant_type"}
        if form.get("scope") != [SCOPE]:
            return 400, {"error": "invalid_scope"}
        token = sign({"sub": CLIENT[0], "scope": SCOPE})
        return 200, {"access_token": token, "token_type": "Bearer", "expires_in": LIFETIME_SECONDS}


def end_with(parent):
    """A test that is killed cannot end what it has started."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


keys.append(make_key())
server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
print(f"ready issuer=127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
