"""Writes fixtures.jsonl: messages as Python's protobuf reads and writes them.

Each line: wire (what to decode), canonical (what it must encode to), json (what it must read as).
Needs the PyPI packages protobuf and grpcio-tools. Run: python make_fixtures.py
"""

import json
import pathlib
import random
import struct
import sys
import tempfile

from google.protobuf import json_format
from grpc_tools import protoc
import grpc_tools

HERE = pathlib.Path(__file__).parent
SEED = 20240501


def load():
    out = tempfile.mkdtemp()
    well_known = pathlib.Path(grpc_tools.__file__).parent / "_proto"
    status = protoc.main(
        ["protoc", f"-I{HERE.parent / 'Protos'}", f"-I{well_known}", f"--python_out={out}",
         "test/everything.proto"])
    assert status == 0
    # A regular package, or Python's own `test` would come first.
    (pathlib.Path(out) / "test" / "__init__.py").touch()
    sys.path.insert(0, out)
    from test import everything_pb2
    return everything_pb2


def number(rng, low, high):
    edge = [0, 1, -1, low, high, low + 1, high - 1]
    return rng.choice([v for v in edge if low <= v <= high] + [rng.randint(low, high)])


TEXTS = ["", "a", "cà chua", "thịt kho trứng", "x" * 15, "y" * 16, "z" * 200, "nul\0inside",
         "\u4f60\u597d", "\U0001f35c noodles", "\"quoted\\\" \n\t\x01", "é", "e\u0301"]


def scalar(rng, field):
    kind = field.type
    if kind in (field.TYPE_INT32, field.TYPE_SINT32, field.TYPE_SFIXED32):
        return number(rng, -2**31, 2**31 - 1)
    if kind in (field.TYPE_INT64, field.TYPE_SINT64, field.TYPE_SFIXED64):
        return number(rng, -2**63, 2**63 - 1)
    if kind in (field.TYPE_UINT32, field.TYPE_FIXED32):
        return number(rng, 0, 2**32 - 1)
    if kind in (field.TYPE_UINT64, field.TYPE_FIXED64):
        return number(rng, 0, 2**64 - 1)
    if kind == field.TYPE_DOUBLE:
        return rng.choice([0.0, -0.0, 1.5, -2.25, 1e300, 5e-324, 0.1, rng.random(), 1e15, 1e16,
                           float("inf"), float("-inf"), float("nan")])
    if kind == field.TYPE_FLOAT:
        values = [0.0, -0.0, 1.5, -2.25, 1e30, 0.1, rng.random(), float("inf"), float("nan")]
        return struct.unpack("f", struct.pack("f", rng.choice(values)))[0]
    if kind == field.TYPE_BOOL:
        return rng.random() < 0.5
    if kind == field.TYPE_STRING:
        return rng.choice(TEXTS)
    if kind == field.TYPE_BYTES:
        return rng.randbytes(rng.choice([0, 1, 2, 3, 17, 64]))
    if kind == field.TYPE_ENUM:
        known = [v.number for v in field.enum_type.values]
        return rng.choice(known + ([77, -3] if field.enum_type.name != "NullValue" else []))
    raise ValueError(kind)


def value(rng, depth):
    kind = rng.randrange(7 if depth < 3 else 5)
    if kind == 5:
        return {rng.choice("abcdef"): value(rng, depth + 1)}
    if kind == 6:
        return [value(rng, depth + 1) for _ in range(rng.randrange(3))]
    return [None, True, False, rng.choice(TEXTS), rng.choice([0, 1.5, -7, 1e20])][kind]


def special(rng, message, everything):
    name = message.DESCRIPTOR.full_name
    if name == "google.protobuf.Timestamp":
        message.seconds = rng.choice([0, -1, 1, 951782399, 951782400, -62135596800, 253402300799])
        message.nanos = rng.choice([0, 1, 999999999, 120000000, 120000, 5000])
    elif name == "google.protobuf.Duration":
        sign = rng.choice([1, -1])
        message.seconds = sign * rng.choice([0, 1, 315576000000])
        message.nanos = sign * rng.choice([0, 1, 999999999, 500000000])
    elif name == "google.protobuf.FieldMask":
        message.paths.extend(rng.sample(["display_name", "a", "address.street_name", "x.y.z"], 2))
    elif name == "google.protobuf.Struct":
        json_format.ParseDict({rng.choice("abc"): value(rng, 0)}, message)
    elif name == "google.protobuf.Value":
        json_format.ParseDict(value(rng, 0), message)
    elif name == "google.protobuf.ListValue":
        json_format.ParseDict([value(rng, 0) for _ in range(3)], message)
    elif name == "google.protobuf.Any":
        inner = rng.choice([everything.Part(name="inside"), None])
        if inner is None:
            from google.protobuf import duration_pb2
            inner = duration_pb2.Duration(seconds=3, nanos=5000)
        message.Pack(inner)
    else:
        return False
    return True


def fill(rng, message, everything, depth, density):
    message.SetInParent()
    if special(rng, message, everything):
        return
    for field in message.DESCRIPTOR.fields:
        if rng.random() > density:
            continue
        if field.message_type and field.message_type.GetOptions().map_entry:
            key, entry = (field.message_type.fields_by_name[n] for n in ("key", "value"))
            target = getattr(message, field.name)
            # One entry: the order of several is nobody's promise.
            for _ in range(1):
                at = rng.choice("abcdefgh") if key.type == key.TYPE_STRING else scalar(rng, key)
                if entry.message_type:
                    if depth < 2:
                        fill(rng, target[at], everything, depth + 1, density / 2)
                else:
                    target[at] = scalar(rng, entry)
        elif field.message_type:
            if depth >= 2:
                continue
            if field.is_repeated:
                for _ in range(rng.randrange(1, 4)):
                    fill(rng, getattr(message, field.name).add(), everything, depth + 1, density / 2)
            else:
                fill(rng, getattr(message, field.name), everything, depth + 1, density / 2)
        elif field.is_repeated:
            getattr(message, field.name).extend(
                scalar(rng, field) for _ in range(rng.randrange(1, 5)))
        else:
            setattr(message, field.name, scalar(rng, field))


def line(name, message_type, wire, with_json=True):
    message = message_type.FromString(wire)
    entry = {"name": name, "type": message_type.DESCRIPTOR.full_name, "wire": wire.hex(),
             "canonical": message.SerializeToString(deterministic=True).hex()}
    try:
        if with_json:
            entry["json"] = json_format.MessageToJson(message, indent=None, ensure_ascii=False)
    except json_format.SerializeToJsonError:
        pass  # Merged halves of a Duration may have different signs.
    return json.dumps(entry, ensure_ascii=False)


def main():
    everything = load()
    rng = random.Random(SEED)
    lines = []
    for index in range(50):
        message = everything.Everything()
        fill(rng, message, everything, 0, rng.choice([0.05, 0.2, 0.6]))
        lines.append(line(f"random {index}", everything.Everything,
                          message.SerializeToString(deterministic=True)))
    for index in range(20):
        parts = []
        for _ in range(2):
            message = everything.Everything()
            fill(rng, message, everything, 0, 0.3)
            parts.append(message.SerializeToString(deterministic=True))
        lines.append(line(f"merged {index}", everything.Everything, b"".join(parts)))
    for index in range(10):
        newer = everything.NewerPart()
        fill(rng, newer, everything, 0, 0.8)
        lines.append(line(f"unknown fields {index}", everything.Part, newer.SerializeToString(),
                          with_json=False))
    (HERE / "fixtures.jsonl").write_text("\n".join(lines) + "\n")


main()
