"""The same questions to rapidfuzz as to our matcher, and whether the answers agree.

    matching.py prepare FOLDER LIST --few N --many N     writes names and queries
    matching.py ask FOLDER NAME                          answers them by rapidfuzz, and times that
    matching.py compare FOLDER NAME                      holds the two answers against each other

What is asked is `process.extractOne(query, names, scorer=OSA.normalized_similarity,
score_cutoff=0.5999)`: optimal string alignment, which is Damerau-Levenshtein with no place edited
twice, over the longer of the two names. Times are core time of this process.
"""

import argparse
import json
import pathlib
import random
import string
import time
import unicodedata

from rapidfuzz import process
from rapidfuzz.distance import OSA

# rapidfuzz rounds the cutoff in floating point: just below 0.60, so that 0.60 itself is in.
CUTOFF = 0.5999
LETTERS = string.ascii_lowercase + " "


def folded(name):
    bare = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    letters = "".join(c for c in bare if not unicodedata.combining(c)).replace("'", "")
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())


def typo(name, random):
    letters = list(name)
    place = random.randrange(len(letters))
    match random.randrange(4):
        case 0:
            letters.insert(place, random.choice(LETTERS))
        case 1 if len(letters) > 2:
            del letters[place]
        case 2 if place + 1 < len(letters):
            letters[place : place + 2] = letters[place + 1], letters[place]
        case _:
            letters[place] = random.choice(LETTERS)
    return " ".join("".join(letters).split())


def query(names, random):
    """Nine of ten are names with up to four typos, the others are nobody's."""
    if random.randrange(10) == 0:
        length = random.randint(3, 20)
        text = " ".join("".join(random.choices(LETTERS, k=length)).split())
        return text or "x"
    text = random.choice(names)
    for _ in range(random.choice([0, 1, 1, 1, 2, 2, 3, 4])):
        text = typo(text, random) or text
    return text


def prepare(folder, list_path, few, many, seed):
    dice = random.Random(seed)
    names = set()
    for line in pathlib.Path(list_path).read_text().splitlines():
        food = json.loads(line)
        for name in [*food["name"].values(), *food.get("aliases", [])]:
            names.add(folded(name))
    ours = sorted(names)
    words = sorted({word for name in ours for word in name.split()})
    generated = set()
    while len(generated) < 100_000:
        generated.add(" ".join(dice.choices(words, k=dice.choice([1, 2, 2, 3, 3, 4]))))
    for name, listed, count in [("ours", ours, few), ("many", sorted(generated), many)]:
        asked = [query(listed, dice) for _ in range(count)]
        write(folder, name, "names", listed)
        write(folder, name, "queries", asked)
    print(f"seed {seed}")


def ask(folder, name):
    names, queries = read(folder, name, "names"), read(folder, name, "queries")
    start = time.process_time()
    found = [
        process.extractOne(query, names, scorer=OSA.normalized_similarity, score_cutoff=CUTOFF)
        for query in queries
    ]
    seconds = time.process_time() - start
    write(folder, name, "theirs", [f"{one[0]}\t{one[1]}" if one else "" for one in found])
    print(f"names {len(names)} queries {len(queries)} best_per_s {len(queries) / seconds:.1f}")


def compare(folder, name):
    names, queries = read(folder, name, "names"), read(folder, name, "queries")
    theirs, ours = read(folder, name, "theirs"), read(folder, name, "answers")
    assert len(queries) == len(theirs) == len(ours), (len(queries), len(theirs), len(ours))
    differing = 0
    for asked, their, our in zip(queries, theirs, ours):
        if not same(asked, their, our):
            differing += 1
            print(f"DIFFERS {asked!r}: rapidfuzz {their!r}, ours {our!r}")
    print(f"queries {len(queries)} found {sum(map(bool, ours))} differing {differing}")
    raise SystemExit(1 if differing else 0)


def same(asked, their, our):
    """The same best similarity; of several names that have it, either may be told."""
    if not their or not our:
        return their == our
    (their_name, their_score), (our_name, our_score) = their.split("\t"), our.split("\t")
    if abs(float(their_score) - float(our_score)) > 1e-9:
        return False
    scored = OSA.normalized_similarity(asked, our_name)
    return their_name == our_name or abs(scored - float(their_score)) < 1e-9


def write(folder, name, kind, lines):
    pathlib.Path(folder, f"{name}.{kind}").write_text("".join(f"{line}\n" for line in lines))


def read(folder, name, kind):
    return pathlib.Path(folder, f"{name}.{kind}").read_text().split("\n")[:-1]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("step", choices=["prepare", "ask", "compare"])
    parser.add_argument("folder")
    parser.add_argument("what")
    parser.add_argument("--few", type=int, default=5000)
    parser.add_argument("--many", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    options = parser.parse_args()
    if options.step == "prepare":
        prepare(options.folder, options.what, options.few, options.many, options.seed)
    else:
        {"ask": ask, "compare": compare}[options.step](options.folder, options.what)
