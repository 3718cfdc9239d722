"""One printed line for each check; a script ends with `finish()`, which says how many passed."""

import faulthandler
import sys
import time

import grpc

# Whatever hangs is ended with the stack that shows where.
faulthandler.dump_traceback_later(55, exit=True)

# No call of a script is ever without a limit.
PATIENCE_SECONDS = 20

_passed = 0
_failed = 0


def check(rule, seen, wanted=True):
    """The rule holds when `seen` equals `wanted`, or satisfies it when that is a function."""
    global _passed, _failed
    holds = wanted(seen) if callable(wanted) else seen == wanted
    if holds:
        _passed += 1
        print(f"ok      {rule}")
    else:
        _failed += 1
        promise = "something else" if callable(wanted) else _short(wanted)
        print(f"FAILED  {rule}: saw {_short(seen)}, wanted {promise}")


def error_of(call):
    """Runs the call and answers the error that it ends with; None when it succeeds."""
    try:
        call()
    except grpc.RpcError as error:
        return error
    return None


def code_of(call):
    """The status code that the call ends with."""
    error = error_of(call)
    return grpc.StatusCode.OK if error is None else error.code()


def eventually(seen, wanted):
    """Asks again until the answer is the wanted one; answers the last one."""
    end = time.monotonic() + PATIENCE_SECONDS
    while (answer := seen()) != wanted and time.monotonic() < end:
        pass
    return answer


def finish():
    print(f"{_passed} checks passed" + (f", {_failed} failed" if _failed else ""))
    sys.stdout.flush()
    sys.exit(1 if _failed else 0)


def _short(value):
    text = repr(value)
    return text if len(text) <= 600 else text[:600] + "…"
