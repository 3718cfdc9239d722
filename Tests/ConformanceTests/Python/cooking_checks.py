"""The methods of CookingHistoryService."""

import uuid

from google.rpc import error_details_pb2
from grpc import StatusCode

from checks import check
from kitchen import check_fails, check_invalid, check_pages, checks_of, details
from smartcooking.cooking.v1 import cooking_pb2

SERVICE = "/smartcooking.cooking.v1.CookingHistoryService/"
DISH = "thit-kho-trung"
Status = cooking_pb2.CookingStatus


def start(caller, recipe=DISH):
    return caller(SERVICE + "StartCooking", recipe_id=recipe).session


@checks_of(SERVICE + "StartCooking")
def start_cooking(path, lan, **_):
    key = str(uuid.uuid4())
    answer, call = lan.in_full(path, recipe_id=DISH, idempotency_key=key)
    session = answer.session
    seen = (session.recipe_id, session.recipe_title, session.status)
    check("a session", seen, (DISH, "Caramelised pork and eggs", Status.COOKING_STATUS_COOKING))
    check("it has not ended", (session.HasField("end_time"), session.HasField("minutes")), (False, False))
    check("it keeps the recipe", (session.recipe.recipe_id, len(session.recipe.steps) > 0), (DISH, True))
    check("x-http-status", ("x-http-status", "201") in [tuple(e) for e in call.initial_metadata()])
    check("the same key, the same session", lan(path, recipe_id=DISH, idempotency_key=key).session, session)
    check_fails(StatusCode.ALREADY_EXISTS, lan, path, recipe_id="pho-bo-nau-tai-nha", idempotency_key=key)
    check_invalid("recipe_id", lan, path)
    check_invalid("idempotency_key", lan, path, recipe_id=DISH, idempotency_key="k" * 129)
    check_fails(StatusCode.NOT_FOUND, lan, path, "no-such-dish", recipe_id="no-such-dish")


@checks_of(SERVICE + "GetSession")
def get_session(path, lan, minh, **_):
    session = start(lan)
    check("a session as it was started", lan(path, id=session.id).session, session)
    check_fails(StatusCode.NOT_FOUND, minh, path, session.id, id=session.id)
    check_fails(StatusCode.NOT_FOUND, lan, path, "none", id="none")
    check_invalid("id", lan, path)


@checks_of(SERVICE + "ListSessions")
def list_sessions(path, lan, minh, **_):
    made = [start(lan).id for _ in range(2)]
    lan(SERVICE + "CompleteCooking", id=made[1])
    check("the newest first", [s.id for s in lan(path).sessions][:2], made[::-1])
    check("without recipes", any(s.HasField("recipe") for s in lan(path).sessions), False)
    done = lan(path, status=Status.COOKING_STATUS_COMPLETED).sessions
    check("a status alone", {s.status for s in done}, {Status.COOKING_STATUS_COMPLETED})
    check("a recipe alone", list(lan(path, recipe_id="no-such-dish").sessions), [])
    check_pages(lan, minh, path, "sessions")
    check_pages(lan, minh, path, "sessions", recipe_id=DISH)
    check_invalid("status", lan, path, status=99)


def check_ending(path, status, lan, minh):
    session = start(lan)
    check_fails(StatusCode.NOT_FOUND, minh, path, session.id, id=session.id)
    ended = lan(path, id=session.id).session
    check("the session has ended", (ended.status, ended.minutes), (status, 0))
    check("when", ended.end_time.seconds >= ended.start_time.seconds)
    error = check_fails(StatusCode.FAILED_PRECONDITION, lan, path, session.id, id=session.id)
    about = details(error, error_details_pb2.PreconditionFailure)
    check("which session", [v.subject for d in about for v in d.violations], [session.id])
    check_invalid("id", lan, path)


@checks_of(SERVICE + "CompleteCooking")
def complete(path, lan, minh, **_):
    check_ending(path, Status.COOKING_STATUS_COMPLETED, lan, minh)


@checks_of(SERVICE + "AbandonCooking")
def abandon(path, lan, minh, **_):
    check_ending(path, Status.COOKING_STATUS_ABANDONED, lan, minh)


@checks_of(SERVICE + "DeleteSession")
def delete(path, lan, minh, **_):
    session = start(lan)
    check_fails(StatusCode.NOT_FOUND, minh, path, id=session.id)
    lan(path, id=session.id)
    check_fails(StatusCode.NOT_FOUND, lan, SERVICE + "GetSession", id=session.id)
    check_fails(StatusCode.NOT_FOUND, lan, path, session.id, id=session.id)
    check_invalid("id", lan, path)


@checks_of(SERVICE + "SetFavorite")
def set_favorite(path, lan, **_):
    favorite = lan(path, recipe_id=DISH).favorite
    check("a favourite", (favorite.recipe_id, favorite.recipe_title), (DISH, "Caramelised pork and eggs"))
    check("it keeps its time", lan(path, recipe_id=DISH).favorite, favorite)
    check_invalid("recipe_id", lan, path)
    check_fails(StatusCode.NOT_FOUND, lan, path, "no-such-dish", recipe_id="no-such-dish")


@checks_of(SERVICE + "RemoveFavorite")
def remove_favorite(path, lan, **_):
    lan(SERVICE + "SetFavorite", recipe_id="pho-bo-nau-tai-nha")
    for _ in range(2):
        lan(path, recipe_id="pho-bo-nau-tai-nha")
        left = [f.recipe_id for f in lan(SERVICE + "ListFavorites").favorites]
        check("what is removed is gone", "pho-bo-nau-tai-nha" not in left)
    check_invalid("recipe_id", lan, path)


@checks_of(SERVICE + "ListFavorites")
def list_favorites(path, lan, minh, **_):
    for recipe in (DISH, "pho-bo-nau-tai-nha"):
        lan(SERVICE + "RemoveFavorite", recipe_id=recipe)
        lan(SERVICE + "SetFavorite", recipe_id=recipe)
    check("the newest first", [f.recipe_id for f in lan(path).favorites], ["pho-bo-nau-tai-nha", DISH])
    titles = [f.recipe_title for f in lan.speaking("vi")(path).favorites]
    check("in Vietnamese", titles[1], "Thịt kho trứng")
    check("everybody has their own", list(minh(path).favorites), [])
    check_pages(lan, minh, path, "favorites")


@checks_of(SERVICE + "GetCookingStats")
def stats(path, chef, **_):
    check("nothing yet is all zero", chef(path).stats.ByteSize(), 0)
    done, given_up = start(chef), start(chef)
    chef(SERVICE + "CompleteCooking", id=done.id)
    chef(SERVICE + "AbandonCooking", id=given_up.id)
    chef(SERVICE + "SetFavorite", recipe_id=DISH)
    stats = chef(path).stats
    seen = (stats.session_count, stats.completed_count, stats.abandoned_count, stats.favorite_count)
    check("what was cooked is counted", seen, (2, 1, 1, 1))
    check("an average that is 0 is there", (stats.HasField("average_minutes"), stats.average_minutes), (True, 0))
    check("the most cooked", (stats.most_cooked.recipe_id, stats.most_cooked.count), (DISH, 1))
    check("no rating is absent", stats.HasField("average_rating"), False)


@checks_of(SERVICE + "VerifyCook")
def verify(path, lan, service, **_):
    lan(SERVICE + "CompleteCooking", id=start(lan).id)
    answer = service(path, user_id="lan", recipe_id=DISH)
    check("who cooked", (answer.verified, answer.HasField("complete_time")), (True, True))
    answer = service(path, user_id="nobody", recipe_id=DISH)
    check("who did not", (answer.verified, answer.HasField("complete_time")), (False, False))
    check_invalid("user_id recipe_id", service, path)


@checks_of(SERVICE + "SetPersonalRating")
def set_rating(path, minh, service, **_):
    rating = {"user_id": "minh", "recipe_id": DISH, "stars": 4, "version": 5}
    check("a rating is noted", service(path, **rating).applied)
    check("a delivery that comes again changes nothing", service(path, **rating).applied, False)
    stats = minh(SERVICE + "GetCookingStats").stats
    check("the user's numbers show it", (stats.average_rating, stats.rating_count), (4, 1))
    del rating["stars"]
    check("it is taken back", service(path, **rating | {"version": 6}).applied)
    check("and gone", minh(SERVICE + "GetCookingStats").stats.rating_count, 0)
    check_invalid("user_id recipe_id stars version", service, path, stars=6)


@checks_of(SERVICE + "ExportHistory")
def export(path, lan, chef, **_):
    nothing = chef(path)
    check("numbers alone", [p.WhichOneof("entry") for p in nothing], ["stats"])
    session = start(lan)
    favorite = lan(SERVICE + "SetFavorite", recipe_id=DISH).favorite
    pieces = lan(path)
    order = [p.WhichOneof("entry") for p in pieces]
    check("numbers, sessions, favourites", order, sorted(order, key=["stats", "session", "favorite"].index))
    check("the numbers", pieces[0].stats, lan(SERVICE + "GetCookingStats").stats)
    check("the newest session first, with its recipe", pieces[1].session, session)
    check("favourites", favorite.recipe_id in [p.favorite.recipe_id for p in pieces])
    listed = lan(SERVICE + "ListSessions", page_size=100).sessions
    check("every session", [p.session.id for p in pieces if p.HasField("session")], [s.id for s in listed])


@checks_of(SERVICE + "EraseCookingData")
def erase(path, chef, service, **_):
    session = start(chef)
    chef(SERVICE + "SetFavorite", recipe_id=DISH)
    for _ in range(2):
        service(path, user_id="chef", rating_version=5)
        check("nothing is kept", [p.stats.ByteSize() for p in chef(SERVICE + "ExportHistory")], [0])
    check_fails(StatusCode.NOT_FOUND, chef, SERVICE + "GetSession", id=session.id)
    late = {"user_id": "chef", "recipe_id": DISH, "stars": 4, "version": 5}
    check("late news change nothing", service(SERVICE + "SetPersonalRating", **late).applied, False)
    check_invalid("user_id rating_version", service, path, rating_version=-1)
