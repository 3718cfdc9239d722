"""The four services as one caller sees them, and the table of what is checked of each method."""

import grpc
from google.rpc import error_details_pb2
from grpc_status import rpc_status

from checks import PATIENCE_SECONDS, check, error_of

# Full name of each method, as in `/package.Service/Method`, with its checks.
CASES = {}


def checks_of(path):
    """Puts a function of checks into the table."""

    def register(function):
        assert path not in CASES, path
        CASES[path] = function
        return function

    return register


class Caller:
    """Calls in the name of a token, in a language; `None` is a stranger."""

    def __init__(self, name, channels, contracts, token=None, language="en"):
        self.name = name
        self.token = token
        self.language = language
        self._channels = channels
        self._contracts = contracts

    def speaking(self, language):
        return Caller(self.name, self._channels, self._contracts, self.token, language)

    def with_token(self, token):
        return Caller("forged", self._channels, self._contracts, token)

    def __call__(self, path, **fields):
        """Calls with the fields of the request; answers the message alone."""
        return self.in_full(path, **fields)[0]

    def in_full(self, path, metadata=(), **fields):
        """Calls; answers the message and the call, which has metadata and trailers."""
        entries = list(metadata) + [("accept-language", self.language)]
        if self.token is not None:
            entries.append(("authorization", f"Bearer {self.token}"))
        method = self._contracts.method(path)
        # A stream of requests comes as `requests`, a list of their fields.
        requests = [method.request(**each) for each in fields.pop("requests", [fields])]
        invoke = getattr(self._channels[method.service], method.kind)(
            path, method.request.SerializeToString, method.answer.FromString
        )
        more = {"metadata": entries, "timeout": PATIENCE_SECONDS}
        match method.kind:
            case "unary_unary":
                return invoke.with_call(requests[0], **more)
            case "stream_unary":
                return invoke.with_call(iter(requests), **more)
            case _:
                call = invoke(requests[0], **more)
                return list(call), call


# What errors say besides their code.


def details(error, kind):
    """The details of one kind inside the status."""
    status = rpc_status.from_call(error)
    found = []
    for packed in status.details if status else []:
        detail = kind()
        if packed.Unpack(detail):
            found.append(detail)
    return found


def violated_fields(error):
    bad = details(error, error_details_pb2.BadRequest)
    return {violation.field for one in bad for violation in one.field_violations}


def reason(error):
    return [info.reason for info in details(error, error_details_pb2.ErrorInfo)]


def check_fails(code, caller, path, names="", metadata=(), **fields):
    """The call ends with this code, and its message names what it is about."""
    error = error_of(lambda: caller.in_full(path, metadata, **fields))
    rule = f"{short(path)} {code.name} for {caller.name} {fields or ''}"
    check(rule[:160], error and error.code(), code)
    if names:
        check(f"{short(path)} names {names}", error and error.details(), lambda text: names in text)
    return error


def check_invalid(violated, caller, path, metadata=(), **fields):
    """The call is INVALID_ARGUMENT, and its BadRequest names these fields and no other."""
    error = error_of(lambda: caller.in_full(path, metadata, **fields))
    seen = error and (error.code(), violated_fields(error))
    wanted = (grpc.StatusCode.INVALID_ARGUMENT, set(violated.split()))
    check(f"{short(path)} refuses {violated}", seen, wanted)


def check_pages(caller, other, path, entries, **fields):
    """Two pages differ, the token is bound to the caller, a negative size is refused."""
    first = caller(path, page_size=1, **fields)
    second = caller(path, page_size=1, page_token=first.next_page_token, **fields)
    pages = [list(getattr(page, entries)) for page in (first, second)]
    check(f"{short(path)} answers pages", [len(page) for page in pages], [1, 1])
    check(f"{short(path)} goes on with the next page", pages[0] != pages[1])
    check_invalid("page_size", caller, path, page_size=-1, **fields)
    check_invalid("page_token", caller, path, page_token="forged", **fields)
    check_invalid("page_token", other, path, page_token=first.next_page_token, **fields)


def short(path):
    return path.rsplit("/", 1)[1]
