"""The methods of RatingHandlerService."""

from grpc import StatusCode

from checks import check, eventually
from kitchen import check_fails, check_invalid, check_pages, checks_of
from smartcooking.common.v1 import approval_pb2

SERVICE = "/smartcooking.rating.v1.RatingHandlerService/"
SUGGESTION = "/smartcooking.suggestion.v1.AISuggestionService/"
Approval = approval_pb2.ApprovalState


def rate(caller, recipe, stars, comment=""):
    return caller(SERVICE + "RateRecipe", recipe_id=recipe, stars=stars, comment=comment)


def http_status(call):
    return [entry.value for entry in call.initial_metadata() if entry.key == "x-http-status"]


@checks_of(SERVICE + "RateRecipe")
def rate_recipe(path, lan, minh, **_):
    answer, call = lan.in_full(path, recipe_id="ga-xao-sa-ot", stars=4, comment="ngon ☺")
    rating, summary = answer.rating, answer.summary
    seen = (rating.recipe_id, rating.stars, rating.comment, rating.mine)
    check("a rating", seen, ("ga-xao-sa-ot", 4, "ngon ☺", True))
    check("the first one is created", (answer.created, http_status(call)), (True, ["201"]))
    answer, call = lan.in_full(path, recipe_id="ga-xao-sa-ot", stars=5)
    check("a later one replaces it", (answer.created, http_status(call)), (False, []))
    check("with its comment", (answer.rating.stars, answer.rating.comment), (5, ""))
    summary = rate(minh, "ga-xao-sa-ot", 2).summary
    seen = (summary.count, summary.sum, summary.average, dict(summary.count_by_stars))
    check("the summary", seen, (2, 7, 3.5, {5: 1, 2: 1}))
    check_invalid("recipe_id stars comment", lan, path, stars=6, comment="m" * 501)
    check_fails(StatusCode.NOT_FOUND, lan, path, "no-such-dish", recipe_id="no-such-dish", stars=3)


@checks_of(SERVICE + "GetMyRating")
def get_mine(path, lan, chef, **_):
    rated = rate(lan, "thit-kho-trung", 3).rating
    check("my rating", lan(path, recipe_id="thit-kho-trung").rating, rated)
    check_fails(StatusCode.NOT_FOUND, chef, path, "thit-kho-trung", recipe_id="thit-kho-trung")
    check_invalid("recipe_id", lan, path)


@checks_of(SERVICE + "DeleteRating")
def delete(path, lan, chef, **_):
    rate(lan, "muc-xao-dua", 5)
    rate(chef, "muc-xao-dua", 1)
    left = chef(path, recipe_id="muc-xao-dua").summary
    seen = (left.count, left.sum, left.average, dict(left.count_by_stars))
    check("the others' ratings are left", seen, (1, 5, 5, {5: 1}))
    check_fails(StatusCode.NOT_FOUND, chef, path, "muc-xao-dua", recipe_id="muc-xao-dua")
    check_invalid("recipe_id", chef, path)


@checks_of(SERVICE + "ListRecipeRatings")
def list_of_recipe(path, lan, minh, **_):
    rate(lan, "canh-chua-ca-loc", 5, "chua")
    rate(minh, "canh-chua-ca-loc", 4)
    ratings = lan(path, recipe_id="canh-chua-ca-loc").ratings
    seen = sorted((r.stars, r.comment, r.mine) for r in ratings)
    check("what people think", seen, [(4, "", False), (5, "chua", True)])
    check("a recipe without ratings", list(lan(path, recipe_id="no-such-dish").ratings), [])
    check_pages(lan, minh, path, "ratings", recipe_id="canh-chua-ca-loc")
    check_invalid("recipe_id", lan, path)


@checks_of(SERVICE + "ListMyRatings")
def list_mine(path, lan, minh, **_):
    for recipe in ("pho-bo-nau-tai-nha", "thit-kho-trung"):
        rate(lan, recipe, 5)
    listed = [rating.recipe_id for rating in lan(path).ratings]
    check("the latest change first", listed[:2], ["thit-kho-trung", "pho-bo-nau-tai-nha"])
    check_pages(lan, minh, path, "ratings")


@checks_of(SERVICE + "GetRatingSummary")
def summary(path, lan, **_):
    nothing = lan(path, recipe_id="no-such-dish").summary
    check("nobody rated it", (nothing.count, nothing.HasField("average")), (0, False))
    rated = rate(lan, "thit-kho-trung", 4).summary
    check("what all think", lan(path, recipe_id="thit-kho-trung").summary, rated)
    check_invalid("recipe_id", lan, path)


@checks_of(SERVICE + "OverrideApproval")
def override(path, lan, admin, **_):
    from suggestion_checks import DRAFT

    mine = lan(SUGGESTION + "CreateRecipe", recipe=DRAFT).recipe.id
    for approval in (Approval.APPROVAL_STATE_APPROVED, Approval.APPROVAL_STATE_REJECTED):
        summary = admin(path, recipe_id=mine, approval=approval, reason="on demand").summary
        check("the decision", summary.approval, approval)
        # The service that keeps the recipes is told after the answer.
        shown = lambda: lan(SUGGESTION + "GetRecipe", id=mine).recipe.approval
        check("the recipe follows it", eventually(shown, approval), approval)
    check_invalid("recipe_id approval reason", admin, path, reason="m" * 501)
    state = Approval.APPROVAL_STATE_APPROVED
    check_fails(StatusCode.NOT_FOUND, admin, path, "no-such-dish", recipe_id="no-such-dish", approval=state)


COOKING = "/smartcooking.cooking.v1.CookingHistoryService/"


def all_of(caller):
    """All that the services keep of the caller, by kind."""
    kept = {}
    for piece in caller(SERVICE + "ExportMyData"):
        kind = piece.WhichOneof("entry")
        part = getattr(piece, kind)
        kept.setdefault(kind if kind == "rating" else part.WhichOneof("entry"), []).append(part)
    return kept


@checks_of(SERVICE + "ExportMyData")
def export(path, chef, **_):
    from suggestion_checks import DRAFT

    rating = rate(chef, "muc-xao-dua", 4, "đậm đà").rating
    chef(COOKING + "StartCooking", recipe_id="thit-kho-trung")
    chef(SUGGESTION + "CreateRecipe", recipe=DRAFT)
    kept = all_of(chef)
    check("every service sends its part", {"rating", "stats", "session", "recipe"} <= set(kept))
    check("the ratings", rating in kept["rating"])
    check("as in the history", [p.session.recipe_id for p in kept["session"]], ["thit-kho-trung"])


@checks_of(SERVICE + "EraseMyData")
def erase(path, lan, chef, service, **_):
    from suggestion_checks import DRAFT

    rate(lan, "ga-kho-gung", 4)
    rate(chef, "ga-kho-gung", 1)
    chef(COOKING + "StartCooking", recipe_id="thit-kho-trung")
    mine = chef(SUGGESTION + "CreateRecipe", recipe=DRAFT).recipe
    check("a recipe of mine", mine.mine)
    for _ in range(2):
        check("all have forgotten", chef(path).complete)
        kept = all_of(chef)
        check("nothing but numbers is kept", set(kept), {"stats"})
        check("and they are zero", kept["stats"][0].stats.ByteSize(), 0)
    left = lan(SERVICE + "GetRatingSummary", recipe_id="ga-kho-gung").summary
    check("the totals lose the rating", (left.count, left.sum), (1, 4))
    check("the recipe stays, and is nobody's", chef(SUGGESTION + "GetRecipe", id=mine.id).recipe.mine, False)
