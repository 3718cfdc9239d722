"""The methods of AISuggestionService."""

import uuid

from grpc import StatusCode

from checks import check
from kitchen import check_fails, check_invalid, check_pages, checks_of
from smartcooking.common.v1 import approval_pb2, kitchen_pb2
from smartcooking.suggestion.v1 import recipe_pb2, suggestion_pb2

SERVICE = "/smartcooking.suggestion.v1.AISuggestionService/"
KITCHEN = ["cà rô", "gừng", "hành", "trứng", "cà chua"]
Approval = approval_pb2.ApprovalState
Method = kitchen_pb2.CookingMethod
Origin = recipe_pb2.RecipeOrigin
Warning = suggestion_pb2.SuggestionWarningCode


@checks_of(SERVICE + "Suggest")
def suggest(path, lan, **_):
    suggestion = lan(path, ingredients=KITCHEN, recipe_count=5).suggestion
    recipes = [suggested.recipe for suggested in suggestion.recipes]
    check("as many as asked for", (suggestion.requested_count, len(recipes)), (5, 5))
    check("each by another method", len({recipe.method for recipe in recipes}), 5)
    check("where from adds up", suggestion.from_cookbook + suggestion.from_model, 5)
    check("the names are explained in order", [r.input for r in suggestion.ingredients], KITCHEN)
    seconds = suggestion.expire_time.seconds - suggestion.create_time.seconds
    check("kept for 90 days", seconds, 90 * 86_400)
    skipped = lan(path, ingredients=["trứng", "cà chua", "zzqqxxwwkk"]).suggestion
    codes = [(w.code, w.ingredient) for w in skipped.warnings]
    check("an unknown name warns", (Warning.SUGGESTION_WARNING_CODE_INGREDIENT_SKIPPED, "zzqqxxwwkk") in codes)
    check("one recipe unless asked", len(skipped.recipes), 1)

    key = str(uuid.uuid4())
    first = lan(path, ingredients=KITCHEN, idempotency_key=key)
    check("the same key, the same answer", lan(path, ingredients=KITCHEN, idempotency_key=key), first)
    by_header, _ = lan.in_full(path, [("idempotency-key", key)], ingredients=KITCHEN)
    check("the key as metadata", by_header, first)
    check_fails(StatusCode.ALREADY_EXISTS, lan, path, ingredients=KITCHEN[1:], idempotency_key=key)
    check_invalid("idempotency_key", lan, path, [("idempotency-key", "a")], ingredients=KITCHEN, idempotency_key="b")
    check_invalid("ingredients", lan, path)
    check_invalid("recipe_count max_minutes", lan, path, ingredients=KITCHEN, recipe_count=6, max_minutes=0)
    check_invalid("diets[0] allergies[1]", lan, path, ingredients=KITCHEN, diets=[99], allergies=[1, 99])
    check_invalid("preferred_methods[0]", lan, path, ingredients=KITCHEN, preferred_methods=[99])
    error = check_fails(StatusCode.INVALID_ARGUMENT, lan, path, ingredients=["bo", "zzqqxxwwkk"])


@checks_of(SERVICE + "StreamSuggest")
def stream_suggest(path, lan, **_):
    key = str(uuid.uuid4())
    wish = {"ingredients": KITCHEN + ["zzqqxxwwkk"], "recipe_count": 5, "idempotency_key": key}
    events = lan(path, request=wish)
    kinds = [event.WhichOneof("event") for event in events]
    check("the ingredients first, the whole at last", (kinds[0], kinds[-1]), ("ingredients", "suggestion"))
    check("a recipe each", kinds.count("recipe"), 5)
    check("a warning", "warning" in kinds)
    whole = events[-1].suggestion
    shown = {event.recipe.recipe.id for event in events if event.WhichOneof("event") == "recipe"}
    check("the whole has what was shown", shown, {suggested.recipe.id for suggested in whole.recipes})
    check("it is kept", lan(SERVICE + "GetSuggestion", id=whole.id).suggestion, whole)
    check("the same key, the same whole", lan(path, request=wish)[-1].suggestion, whole)
    check("as by the other way to ask", lan(SERVICE + "Suggest", **wish).suggestion, whole)
    check_invalid("request", lan, path)
    check_invalid("recipe_count", lan, path, request=wish | {"recipe_count": 6, "idempotency_key": ""})


@checks_of(SERVICE + "ListSuggestions")
def list_suggestions(path, lan, minh, **_):
    made = [lan(SERVICE + "Suggest", ingredients=KITCHEN).suggestion.id for _ in range(2)]
    listed = [s.id for s in lan(path).suggestions]
    check("the newest first", listed[:2], made[::-1])
    check("everybody has their own", list(minh(path).suggestions), [])
    check_pages(lan, minh, path, "suggestions")


@checks_of(SERVICE + "GetSuggestion")
def get_suggestion(path, lan, minh, **_):
    made = lan(SERVICE + "Suggest", ingredients=KITCHEN, recipe_count=2).suggestion
    check("a suggestion as it was made", lan(path, id=made.id).suggestion, made)
    check_fails(StatusCode.NOT_FOUND, minh, path, id=made.id)
    check_fails(StatusCode.NOT_FOUND, lan, path, id="none")
    check_invalid("id", lan, path)


@checks_of(SERVICE + "SubmitFeedback")
def feedback(path, lan, minh, **_):
    made = lan(SERVICE + "Suggest", ingredients=KITCHEN).suggestion
    said = {"helpful": True, "comment": "ngon ☺", "chosen_recipe_id": made.recipes[0].recipe.id}
    answer = lan(path, suggestion_id=made.id, feedback=said).suggestion
    seen = {name: getattr(answer.feedback, name) for name in said}
    check("what was said", seen, said)
    check("what was said is kept", lan(SERVICE + "GetSuggestion", id=made.id).suggestion, answer)
    check_invalid("feedback", lan, path, suggestion_id=made.id)
    check_invalid("feedback.comment", lan, path, suggestion_id=made.id, feedback={"comment": "m" * 501})
    check_invalid("feedback.chosen_recipe_id", lan, path, suggestion_id=made.id, feedback={"chosen_recipe_id": "none"})
    check_fails(StatusCode.NOT_FOUND, minh, path, suggestion_id=made.id, feedback=said)


@checks_of(SERVICE + "GetRecipe")
def get_recipe(path, lan, **_):
    recipe = lan(path, id="thit-kho-trung").recipe
    seen = (recipe.title, recipe.method, recipe.origin, recipe.approval, recipe.mine)
    wanted = (
        "Caramelised pork and eggs",
        Method.COOKING_METHOD_BRAISE,
        Origin.RECIPE_ORIGIN_CURATED,
        Approval.APPROVAL_STATE_APPROVED,
        False,
    )
    check("a recipe", seen, wanted)
    check("with ingredients by name", all(i.name and i.ingredient_id for i in recipe.ingredients))
    check("with steps", all(step.text for step in recipe.steps) and len(recipe.steps) > 0)
    check("in Vietnamese", lan.speaking("vi")(path, id="thit-kho-trung").recipe.title, "Thịt kho trứng")
    check_invalid("id", lan, path)
    check_fails(StatusCode.NOT_FOUND, lan, path, "no-such-dish", id="no-such-dish")


@checks_of(SERVICE + "SearchRecipes")
def search(path, lan, minh, **_):
    check("by a title without diacritics", "thit-kho-trung" in [r.id for r in lan(path, q="thit kho trung").recipes])
    soups = lan(path, method=Method.COOKING_METHOD_SOUP, page_size=100).recipes
    check("by method", {recipe.method for recipe in soups}, {Method.COOKING_METHOD_SOUP})
    with_eggs = {r.id for r in lan(path, ingredient="pork_belly", page_size=100).recipes}
    check("by ingredient", "thit-kho-trung" in with_eggs)
    check("by cuisine", {r.cuisine for r in lan(path, cuisine="vietnamese").recipes}, {"vietnamese"})
    check_pages(lan, minh, path, "recipes")
    check_invalid("q", lan, path, q="q" * 101)
    check_invalid("method", lan, path, method=99)


DRAFT = {
    "title": "Trứng chiên cà chua",
    "method": Method.COOKING_METHOD_FRY,
    "cuisine": "vietnamese",
    "servings": 2,
    "prep_minutes": 5,
    "cook_minutes": 10,
    "difficulty": kitchen_pb2.DIFFICULTY_EASY,
    "ingredients": [
        {"name": "cà chua", "quantity": 2, "unit": "piece"},
        {"name": "trứng gà", "quantity": 3, "unit": "piece"},
    ],
    "steps": [{"text": "Chiên.", "minutes": 10}],
}


@checks_of(SERVICE + "CreateRecipe")
def create(path, lan, minh, **_):
    key = str(uuid.uuid4())
    made = lan(path, recipe=DRAFT, idempotency_key=key).recipe
    seen = (made.title, made.origin, made.approval, made.mine)
    check("the recipe", seen, (DRAFT["title"], Origin.RECIPE_ORIGIN_USER, Approval.APPROVAL_STATE_PENDING, True))
    check("its names are understood", made.ingredients[0].ingredient_id, "tomato")
    check("the same key, the same recipe", lan(path, recipe=DRAFT, idempotency_key=key).recipe.id, made.id)
    check_fails(StatusCode.ALREADY_EXISTS, lan, path, recipe=DRAFT | {"servings": 3}, idempotency_key=key)
    check("who has its id can read it", minh(SERVICE + "GetRecipe", id=made.id).recipe.mine, False)
    check_invalid("recipe", lan, path)
    check_invalid("recipe.servings recipe.steps", lan, path, recipe=DRAFT | {"servings": 0, "steps": []})
    unknown = DRAFT["ingredients"] + [{"name": "zzqqxxwwkk", "quantity": 1, "unit": "g"}]
    check_invalid("recipe.ingredients[2].name", lan, path, recipe=DRAFT | {"ingredients": unknown})


@checks_of(SERVICE + "GetPreferences")
def get_preferences(path, minh, **_):
    check("none were ever set", minh(path).preferences.ByteSize(), 0)


@checks_of(SERVICE + "UpdatePreferences")
def update_preferences(path, lan, **_):
    egg = kitchen_pb2.ALLERGEN_GROUP_EGG
    vegan = kitchen_pb2.DIET_VEGAN
    now = lan(path, preferences={"allergies": [egg], "country": "VN"}).preferences
    check("what is given is set", (list(now.allergies), now.country), ([egg], "VN"))
    now = lan(path, preferences={"diets": [vegan]}, update_mask={"paths": ["diets", "country"]}).preferences
    seen = (list(now.diets), list(now.allergies), now.country)
    check("the fields of the mask change", seen, ([vegan], [egg], ""))
    check("it is kept", lan(SERVICE + "GetPreferences").preferences, now)
    check_invalid("preferences", lan, path)
    check_invalid("preferences.country", lan, path, preferences={"country": "Vietnam"})
    check_invalid("update_mask", lan, path, preferences={}, update_mask={"paths": ["color"]})
    now = lan(path, preferences={}, update_mask={"paths": ["*"]}).preferences
    check("all can be emptied", (list(now.diets), list(now.allergies)), ([], []))


@checks_of(SERVICE + "BatchGetRecipes")
def batch(path, lan, service, **_):
    mine = lan(SERVICE + "CreateRecipe", recipe=DRAFT).recipe.id
    found = service(path, ids=["thit-kho-trung", mine, "no-such-dish"]).recipes
    check("the recipes that exist", set(found), {"thit-kho-trung", mine})
    check("in both languages", found["thit-kho-trung"].record.title.vi, "Thịt kho trứng")
    seen = (found[mine].author_id, found[mine].origin, found[mine].approval)
    check("who wrote it", seen, ("lan", Origin.RECIPE_ORIGIN_USER, Approval.APPROVAL_STATE_PENDING))
    check_invalid("ids", service, path)
    check_invalid("ids[0]", service, path, ids=[""])


@checks_of(SERVICE + "ApplyRating")
def apply_rating(path, lan, service, **_):
    mine = lan(SERVICE + "CreateRecipe", recipe=DRAFT).recipe.id
    state = {"recipe_id": mine, "version": 2, "sum": 9, "count": 2, "approval": Approval.APPROVAL_STATE_APPROVED}
    answer = service(path, **state)
    check("a state is taken over", (answer.applied, answer.approval), (True, Approval.APPROVAL_STATE_APPROVED))
    check("a delivery that comes again changes nothing", service(path, **state).applied, False)
    recipe = lan(SERVICE + "GetRecipe", id=mine).recipe
    seen = (recipe.average_rating, recipe.rating_count, recipe.approval)
    check("the recipe shows it", seen, (4.5, 2, Approval.APPROVAL_STATE_APPROVED))
    check_invalid("version", service, path, **state | {"version": 0})
    check_invalid("sum", service, path, **state | {"sum": 11})
    check_fails(StatusCode.NOT_FOUND, service, path, "no-such-dish", **state | {"recipe_id": "no-such-dish"})


@checks_of(SERVICE + "ExportSuggestionData")
def export(path, chef, service, **_):
    made = chef(SERVICE + "Suggest", ingredients=KITCHEN).suggestion
    recipe = chef(SERVICE + "CreateRecipe", recipe=DRAFT).recipe
    chef(SERVICE + "UpdatePreferences", preferences={"diets": [2]}, update_mask={"paths": ["diets"]})
    pieces = service(path, user_id="chef")
    kinds = [p.WhichOneof("entry") for p in pieces]
    check("in order", kinds, sorted(kinds, key=["preferences", "quota", "suggestion", "recipe"].index))
    check("preferences", [list(p.preferences.diets) for p in pieces[:1]], [[2]])
    check("the calls of this month", pieces[1].quota.call_count, lambda count: count > 0)
    check("suggestions", made.id in [p.suggestion.id for p in pieces])
    check("recipes that wait for approval too", recipe.id in [p.recipe.id for p in pieces])
    check_invalid("user_id", service, path)


@checks_of(SERVICE + "EraseSuggestionData")
def erase(path, chef, service, **_):
    made = chef(SERVICE + "Suggest", ingredients=KITCHEN).suggestion
    recipe = chef(SERVICE + "CreateRecipe", recipe=DRAFT).recipe
    for _ in range(2):
        service(path, user_id="chef")
        check("nothing is kept", service(SERVICE + "ExportSuggestionData", user_id="chef"), [])
    check_fails(StatusCode.NOT_FOUND, chef, SERVICE + "GetSuggestion", id=made.id)
    check("a recipe stays, and is nobody's", chef(SERVICE + "GetRecipe", id=recipe.id).recipe.mine, False)
    check_invalid("user_id", service, path)


@checks_of(SERVICE + "ImportRecipes")
def import_recipes(path, lan, service, **_):
    text = {"vi": "Canh thử", "en": "Test soup"}
    recipe = {
        "id": "canh-thu",
        "title": text,
        "description": text,
        "method": Method.COOKING_METHOD_SOUP,
        "cuisine": "vietnamese",
        "servings": 2,
        "cook_minutes": 10,
        "difficulty": kitchen_pb2.DIFFICULTY_EASY,
        "ingredients": [{"ingredient_id": "tomato", "quantity": 2, "unit": "piece"}],
        "steps": [{"text": text, "minutes": 10}],
    }
    counts = lambda answer: (answer.created_count, answer.updated_count, answer.unchanged_count)
    check("a recipe comes in", counts(service(path, recipe=recipe)), (1, 0, 0))
    check("again it is left alone", counts(service(path, recipe=recipe)), (0, 0, 1))
    check("a change is one", counts(service(path, recipe=recipe | {"servings": 3})), (0, 1, 0))
    seen = lan(SERVICE + "GetRecipe", id="canh-thu").recipe
    check("it is approved", (seen.approval, seen.servings), (Approval.APPROVAL_STATE_APPROVED, 3))
    check("it is found", "canh-thu" in [r.id for r in lan(SERVICE + "SearchRecipes", q="canh thu").recipes])
    check_invalid("[0]", service, path)
    check_invalid("[0].servings", service, path, recipe=recipe | {"servings": 0})
    check_invalid("[0].title.en", service, path, recipe=recipe | {"title": {"vi": "Canh"}})
    stranger = [{"ingredient_id": "zzqqxxwwkk", "quantity": 1, "unit": "g"}]
    check_invalid("[0].ingredients[0].ingredient_id", service, path, recipe=recipe | {"ingredients": stranger})
