"""The methods of IngredientValidatorService."""

from google.rpc import error_details_pb2
from grpc import StatusCode

from checks import check
from kitchen import check_fails, check_invalid, check_pages, checks_of, details
from smartcooking.ingredient.v1 import ingredient_pb2

SERVICE = "/smartcooking.ingredient.v1.IngredientValidatorService/"
Category = ingredient_pb2.IngredientCategory
Status = ingredient_pb2.IngredientStatus


@checks_of(SERVICE + "ValidateIngredients")
def validate(path, lan, **_):
    names = ["cà rốt", "ca chuaa", "bo", "zzqqxxwwkk", "x", "123"]
    results = lan(path, names=names).results
    check("results come in the order of the names", [r.input for r in results], names)
    seen = [Status.Name(r.status).removeprefix("INGREDIENT_STATUS_") for r in results]
    wanted = ["VALID", "CORRECTED", "AMBIGUOUS", "UNKNOWN", "MALFORMED", "MALFORMED"]
    check("each name is told what it is", seen, wanted)
    check("a name with diacritics", (results[0].ingredient.id, results[0].confidence), ("carrot", 1))
    check("a corrected name", results[1].ingredient.id, "tomato")
    check("its confidence", results[1].confidence, lambda value: 0.8 <= value < 1)
    check("an ambiguous name has candidates", len(results[2].suggestions), lambda n: 1 <= n <= 5)
    check("there is no food for it", results[2].HasField("ingredient"), False)
    check("all but the valid one warn", [bool(r.warning) for r in results], [False] + [True] * 5)
    check_invalid("names", lan, path, names=[])
    check_invalid("names", lan, path, names=["gừng"] * 21)


@checks_of(SERVICE + "SearchIngredients")
def search(path, lan, minh, **_):
    found = lan(path, q="ca chua").ingredients
    check("the nearest food comes first", found[0].id, "tomato")
    found = lan(path, category=Category.INGREDIENT_CATEGORY_NUT, page_size=100).ingredients
    check("a category alone", {f.category for f in found}, {Category.INGREDIENT_CATEGORY_NUT})
    check_pages(lan, minh, path, "ingredients")
    check_pages(lan, minh, path, "ingredients", q="cá")
    check_invalid("q", lan, path, q="q" * 101)
    check_invalid("category", lan, path, category=99)
    check_invalid("q category page_size", lan, path, q="q" * 101, category=99, page_size=-1)


@checks_of(SERVICE + "GetIngredient")
def get(path, lan, **_):
    food = lan(path, id="tomato").ingredient
    check("a food", (food.id, food.name, food.category), ("tomato", "tomato", Category.INGREDIENT_CATEGORY_VEGETABLE))
    check("a food in Vietnamese", lan.speaking("vi")(path, id="tomato").ingredient.name, "cà chua")
    check_invalid("id", lan, path)
    error = check_fails(StatusCode.NOT_FOUND, lan, path, "unobtainium", id="unobtainium")
    about = details(error, error_details_pb2.ResourceInfo)
    check("which food", [d.resource_name for d in about], ["unobtainium"])


@checks_of(SERVICE + "ListCategories")
def categories(path, lan, **_):
    found = lan(path).categories
    check("11 categories in order", [c.category for c in found], list(range(1, 12)))
    check("each has a name", all(c.name for c in found))
    check("they hold at least 500 foods", sum(c.ingredient_count for c in found), lambda n: n >= 500)


@checks_of(SERVICE + "AddPantryItem")
def add(path, lan, **_):
    best_before = {"seconds": 4_102_444_800, "nanos": 5}
    item = lan(path, ingredient_id="tomato", quantity=2.5, unit="piece", expire_time=best_before).item
    seen = (item.ingredient.id, item.quantity, item.unit, item.expire_time.seconds, item.expire_time.nanos)
    check("what is put in", seen, ("tomato", 2.5, "piece", 4_102_444_800, 5))
    check("when", item.update_time.seconds, lambda seconds: seconds > 1_700_000_000)
    item = lan(path, ingredient_id="tomato").item
    check("what is not said is absent", (item.HasField("quantity"), item.HasField("expire_time")), (False, False))
    check_invalid("ingredient_id", lan, path)
    check_invalid("quantity unit", lan, path, ingredient_id="tomato", quantity=-1, unit="furlong")
    check_invalid("unit", lan, path, ingredient_id="tomato", quantity=1)
    check_fails(StatusCode.NOT_FOUND, lan, path, "unobtainium", ingredient_id="unobtainium")


@checks_of(SERVICE + "ListPantry")
def pantry(path, lan, minh, **_):
    for id in ("tomato", "ginger"):
        lan(SERVICE + "AddPantryItem", ingredient_id=id)
    check("by id", [i.ingredient.id for i in lan(path).items], ["ginger", "tomato"])
    check("everybody has their own", list(minh(path).items), [])
    check_pages(lan, minh, path, "items")


@checks_of(SERVICE + "RemovePantryItem")
def remove(path, lan, **_):
    lan(SERVICE + "AddPantryItem", ingredient_id="carrot")
    for _ in range(2):
        lan(path, ingredient_id="carrot")
        left = [i.ingredient.id for i in lan(SERVICE + "ListPantry").items]
        check("what is taken out is gone", "carrot" not in left)
    check_invalid("ingredient_id", lan, path)


@checks_of(SERVICE + "BatchGetIngredients")
def batch(path, service, **_):
    found = service(path, ids=["tomato", "tomato", "unobtainium", "carrot"]).ingredients
    check("the foods that exist", set(found), {"tomato", "carrot"})
    check("in both languages", (found["tomato"].name.vi, found["tomato"].name.en), ("cà chua", "tomato"))
    check_invalid("ids", service, path)
    check_invalid("ids[1]", service, path, ids=["tomato", ""])
    check_invalid("ids", service, path, ids=["tomato"] * 201)


def report(caller, name):
    """The caller types a name that nobody knows; answers it as it is reported."""
    status = caller(SERVICE + "ValidateIngredients", names=[name]).results[0].status
    check(f"nobody knows {name}", status, Status.INGREDIENT_STATUS_UNKNOWN)
    return name.lower()


@checks_of(SERVICE + "ListUnknownIngredients")
def list_unknown(path, lan, minh, admin, **_):
    report(lan, "Wwkk Zzqq")
    for caller in (lan, minh):
        report(caller, "Vvjj Xxqq")
    names = {u.folded_name: u for u in admin(path, page_size=100).unknown_ingredients}
    seen = [(names[n].sample, names[n].reporter_count) for n in ("vvjj xxqq", "wwkk zzqq")]
    check("as it was typed, by how many", seen, [("Vvjj Xxqq", 2), ("Wwkk Zzqq", 1)])
    counts = [u.reporter_count for u in admin(path).unknown_ingredients]
    check("those with most reporters first", counts, sorted(counts, reverse=True))
    first = admin(path, page_size=1)
    second = admin(path, page_size=1, page_token=first.next_page_token)
    check("page by page", first.unknown_ingredients[0] != second.unknown_ingredients[0])
    check_invalid("page_size", admin, path, page_size=-1)
    check_invalid("page_token", admin, path, page_token="forged")


def record(id, **more):
    name = {"vi": f"món {id}", "en": f"dish {id}"}
    return {"id": id, "name": name, "category": Category.INGREDIENT_CATEGORY_SPICE} | more


@checks_of(SERVICE + "ResolveUnknownIngredient")
def resolve(path, lan, admin, **_):
    name = report(lan, "Kkppqq wwvv")
    check_fails(StatusCode.ALREADY_EXISTS, admin, path, "tomato", folded_name=name, add_as_new=record("tomato"))
    check_fails(StatusCode.NOT_FOUND, admin, path, "none", folded_name=name, alias_of={"ingredient_id": "none"})
    food = admin(path, folded_name=name, add_as_new=record("qqppkk")).ingredient
    check("a new food with the name", (food.id, list(food.aliases)), ("qqppkk", ["Kkppqq wwvv"]))
    known = lan(SERVICE + "ValidateIngredients", names=[name.upper()]).results[0]
    check("it is understood at once", (known.status, known.ingredient.id), (Status.INGREDIENT_STATUS_VALID, "qqppkk"))
    check_fails(StatusCode.FAILED_PRECONDITION, admin, path, name, folded_name=name, ignore={})
    name = report(lan, "Jjqqxx vvzz")
    food = admin(path, folded_name=name, alias_of={"ingredient_id": "tomato"}).ingredient
    check("another name of a food", (food.id, "Jjqqxx vvzz" in food.aliases), ("tomato", True))
    name = report(lan, "Zzvvjj qqpp")
    check("nothing to cook with", admin(path, folded_name=name, ignore={"reason": "keys"}).HasField("ingredient"), False)
    check_fails(StatusCode.NOT_FOUND, admin, path, "nobody said it", folded_name="nobody said it", ignore={})
    check_invalid("folded_name resolution", admin, path)
    check_invalid("add_as_new.id", admin, path, folded_name=name, add_as_new=record("No Slug"))


@checks_of(SERVICE + "ImportIngredients")
def import_foods(path, lan, service, **_):
    foods = [{"ingredient": record(f"imported_{n}")} for n in range(120)]
    counts = lambda answer: (answer.created_count, answer.updated_count, answer.unchanged_count)
    check("new foods", counts(service(path, requests=foods)), (120, 0, 0))
    changed = [foods[0], {"ingredient": record("imported_1", aliases=["qqvvww"])}, *foods[:1]]
    check("again, and changed", counts(service(path, requests=changed)), (0, 1, 2))
    check("nothing", counts(service(path, requests=[])), (0, 0, 0))
    found = lan(SERVICE + "ValidateIngredients", names=["qqvvww"]).results[0]
    check("known at once", found.ingredient.id, "imported_1")
    bad = [{"ingredient": record("imported_before")}, {"ingredient": record("imported_bad", name={"en": "x"})}]
    check_invalid("[1].name.vi", service, path, requests=bad)
    check("what came before stays", lan(SERVICE + "GetIngredient", id="imported_before").ingredient.id, "imported_before")
    check_invalid("[0].ingredient", service, path, requests=[{}])


@checks_of(SERVICE + "ExportIngredientData")
def export(path, chef, service, **_):
    check("nothing is kept", service(path, user_id="chef"), [])
    for id in ("tomato", "ginger"):
        chef(SERVICE + "AddPantryItem", ingredient_id=id)
    report(chef, "Ppww qqkk")
    pieces = service(path, user_id="chef")
    check("the pantry", [p.pantry_item.ingredient.id for p in pieces[:2]], ["ginger", "tomato"])
    check("the names typed", [p.report.folded_name for p in pieces[2:]], ["ppww qqkk"])
    check_invalid("user_id", service, path)


@checks_of(SERVICE + "EraseIngredientData")
def erase(path, chef, service, **_):
    chef(SERVICE + "AddPantryItem", ingredient_id="tomato")
    report(chef, "Wwpp kkqq")
    for _ in range(2):
        service(path, user_id="chef")
        check("nothing is kept", service(SERVICE + "ExportIngredientData", user_id="chef"), [])
    check_invalid("user_id", service, path)
