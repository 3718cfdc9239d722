"""Calls every method of the four services, as contracts and tokens allow, and as they do not."""

import grpc
from grpc import StatusCode

import contracts
from checks import PATIENCE_SECONDS, check, finish
from kitchen import CASES, Caller, check_fails, reason

TOKENS = ("lan", "minh", "chef", "admin", "service")
SERVICES = {
    "ai-suggestion": "AISuggestionService",
    "cooking-history": "CookingHistoryService",
    "rating-handler": "RatingHandlerService",
    "ingredient-validator": "IngredientValidatorService",
}

options = contracts.arguments(*SERVICES, *TOKENS)
modules = contracts.generate(options.protos, "smartcooking")

# They speak of the generated messages.
import described
import cooking_checks
import ingredient_checks
import rating_checks
import suggestion_checks

contract = described.Described(modules)
channels = {
    service: grpc.insecure_channel(getattr(options, name.replace("-", "_")))
    for name, service in SERVICES.items()
}
callers = {name: Caller(name, channels, contract, getattr(options, name)) for name in TOKENS}
stranger = Caller("a stranger", channels, contract)

# Who may call what the contract gives to whom.
ALLOWED = {
    "ACCESS_USER": {"lan", "admin", "service"},
    "ACCESS_ADMIN": {"admin"},
    "ACCESS_SERVICE": {"service"},
}


def check_access(method):
    error = check_fails(StatusCode.UNAUTHENTICATED, stranger, method.path)
    check("the reason is said", reason(error), ["TOKEN_MISSING"])
    forged = callers["lan"].with_token(callers["lan"].token[:-8] + "AAAAAAAA")
    error = check_fails(StatusCode.UNAUTHENTICATED, forged, method.path)
    check("the reason is said", reason(error), ["TOKEN_INVALID"])
    for name in {"lan", "admin", "service"} - ALLOWED[method.access]:
        error = check_fails(StatusCode.PERMISSION_DENIED, callers[name], method.path)
        needed = "ADMIN_REQUIRED" if method.access == "ACCESS_ADMIN" else "SERVICE_REQUIRED"
        check("the reason is said", reason(error), [needed])


for method in contract.methods.values():
    check_access(method)

kinds = contracts.messages(options.protos, "grpc/health/v1/health.proto")
asked, answered = (kinds["grpc.health.v1.HealthCheck" + name] for name in ("Request", "Response"))
for full_name in sorted({method.path.split("/")[1] for method in contract.methods.values()}):
    ask = channels[full_name.rsplit(".", 1)[1]].unary_unary(
        "/grpc.health.v1.Health/Check", asked.SerializeToString, answered.FromString
    )
    for name in ("", full_name):
        seen = ask(asked(service=name), timeout=PATIENCE_SECONDS).status
        check(f"health of {name or 'the server of ' + full_name}", seen, answered.SERVING)

served = {method.path for method in contract.methods.values()}
check("every served method is in the table, and no other", set(CASES), served)
for path in sorted(CASES):
    try:
        CASES[path](path, **callers)
    except grpc.RpcError as error:
        check(f"{path} goes through", (error.code(), error.details()), StatusCode.OK)
finish()
