"""Learns the contracts of the four services from the services themselves."""

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import (
    ProtoReflectionDescriptorDatabase,
)

import contracts
from checks import PATIENCE_SECONDS, check, finish

# A service of each process, a method that a user may call, and its request.
CALLS = {
    "ai-suggestion": ("smartcooking.suggestion.v1.AISuggestionService", "SearchRecipes", {}),
    "cooking-history": ("smartcooking.cooking.v1.CookingHistoryService", "GetCookingStats", {}),
    "rating-handler": (
        "smartcooking.rating.v1.RatingHandlerService",
        "GetRatingSummary",
        {"recipe_id": "thit-kho-trung"},
    ),
    "ingredient-validator": (
        "smartcooking.ingredient.v1.IngredientValidatorService",
        "ListCategories",
        {},
    ),
}
ACCESS = ("google.protobuf.MethodOptions", 50100)
OWN = {
    "grpc.health.v1.Health",
    "grpc.reflection.v1.ServerReflection",
    "grpc.reflection.v1alpha.ServerReflection",
}

options = contracts.arguments(*CALLS, "token")


def check_service(channel, name, method_name, fields):
    database = ProtoReflectionDescriptorDatabase(channel)
    check(f"{name}: is served, with health and reflection", set(database.get_services()), OWN | {name})
    pool = descriptor_pool.DescriptorPool(database)
    service = pool.FindServiceByName(name)
    method = service.FindMethodByName(method_name)
    request = message_factory.GetMessageClass(method.input_type)(**fields)
    answer = message_factory.GetMessageClass(method.output_type)
    call = channel.unary_unary(
        f"/{name}/{method_name}",
        request_serializer=type(request).SerializeToString,
        response_deserializer=answer.FromString,
    )
    bearer = [("authorization", f"Bearer {options.token}")]
    seen = call(request, metadata=bearer, timeout=PATIENCE_SECONDS)
    check(f"{name}: answers a request made of what it told", bool(seen.ListFields()))
    check(f"{name}: a method is a symbol", database.FindFileContainingSymbol(method.full_name).name, service.file.name)
    access = pool.FindExtensionByNumber(pool.FindMessageTypeByName(ACCESS[0]), ACCESS[1])
    check(f"{name}: the access option is found by its number", access.full_name, "smartcooking.common.v1.access")
    numbers = set(database.FindAllExtensionNumbers(ACCESS[0]))
    check(f"{name}: the options of methods are numbered", numbers, {50100, 72295728})


def check_stream(channel, name):
    """Several questions on one stream, the wrong ones among them."""
    Request = reflection_pb2.ServerReflectionRequest
    questions = [
        Request(file_containing_symbol=name),
        Request(file_containing_symbol=name + "Nope"),
        Request(file_by_filename="nope.proto"),
        Request(),
        Request(file_containing_symbol=name),
    ]
    stub = reflection_pb2_grpc.ServerReflectionStub(channel)
    answers = list(stub.ServerReflectionInfo(iter(questions), timeout=PATIENCE_SECONDS))
    errors = [answer.error_response.error_code for answer in answers]
    check(f"{name}: each question has its answer or its error", errors, [0, 5, 5, 3, 0])
    check(f"{name}: each answer repeats its question", [a.original_request for a in answers], questions)
    first, again = (answers[at].file_descriptor_response.file_descriptor_proto for at in (0, -1))
    files = [descriptor_pb2.FileDescriptorProto.FromString(file) for file in first]
    names = {file.name for file in files}
    needed = {name for file in files for name in file.dependency}
    check(f"{name}: the file comes first, with all it imports", needed, names - {files[0].name})
    check(f"{name}: what the stream has had is not sent again", list(again), [first[0]])
    check(f"{name}: no file is sent twice", len(names), len(files))


for option, (name, method, fields) in CALLS.items():
    with grpc.insecure_channel(getattr(options, option.replace("-", "_"))) as channel:
        check_service(channel, name, method, fields)
        check_stream(channel, name)
finish()
