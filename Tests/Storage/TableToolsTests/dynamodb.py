"""What another client of DynamoDB finds in a table:

    dynamodb.py ENDPOINT describe TABLE      keys, indexes, ttl and payment, as JSON
    dynamodb.py ENDPOINT compare TABLE FILE  each line of the export against the item of its key
    dynamodb.py ENDPOINT make TABLE PARTITION SORT [INDEX]   a table that has these keys
"""

import base64
import json
import sys

import botocore.session

endpoint, command, table, *rest = sys.argv[1:]
client = botocore.session.get_session().create_client(
    "dynamodb",
    region_name="ap-southeast-1",
    endpoint_url=endpoint,
    aws_access_key_id="test",
    aws_secret_access_key="test",
)


def schema(part):
    return [(key["AttributeName"], key["KeyType"]) for key in part["KeySchema"]]


def describe():
    found = client.describe_table(TableName=table)["Table"]
    ttl = client.describe_time_to_live(TableName=table)["TimeToLiveDescription"]
    return {
        "keys": schema(found),
        "types": {a["AttributeName"]: a["AttributeType"] for a in found["AttributeDefinitions"]},
        "indexes": {
            index["IndexName"]: [schema(index), index["Projection"]["ProjectionType"]]
            for index in found.get("GlobalSecondaryIndexes", [])
        },
        "ttl": ttl.get("AttributeName") if ttl["TimeToLiveStatus"] == "ENABLED" else None,
        "billing": found["BillingModeSummary"]["BillingMode"],
        "encryption": found.get("SSEDescription", {}).get("Status"),
    }


def plain(value):
    """A value as exports have it: binaries in base64, sets in one order."""
    ((kind, inner),) = value.items()
    if kind == "M":
        inner = {name: plain(part) for name, part in inner.items()}
    elif kind == "L":
        inner = [plain(part) for part in inner]
    elif kind == "B" and isinstance(inner, bytes):
        inner = base64.b64encode(inner).decode()
    elif kind in ("SS", "NS", "BS"):
        texts = [base64.b64encode(e).decode() if isinstance(e, bytes) else e for e in inner]
        inner = sorted(texts)
    return {kind: inner}


def items():
    found = {}
    for page in client.get_paginator("scan").paginate(TableName=table, ConsistentRead=True):
        for item in page["Items"]:
            found[item["PK"]["S"], item["SK"]["S"]] = plain({"M": item})
    return found


def compare(path):
    found = items()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)["Item"]
            key = item["PK"]["S"], item["SK"]["S"]
            if found.pop(key, None) != plain({"M": item}):
                return f"{key} differs"
    return f"{len(found)} items more" if found else "the same"


def make(partition, sort, *indexes):
    def keys(partition, sort):
        return [
            {"AttributeName": partition, "KeyType": "HASH"},
            {"AttributeName": sort, "KeyType": "RANGE"},
        ]

    names = [partition, sort, *[name + part for name in indexes for part in ("PK", "SK")]]
    secondary = [
        {
            "IndexName": name,
            "KeySchema": keys(name + "PK", name + "SK"),
            "Projection": {"ProjectionType": "ALL"},
        }
        for name in indexes
    ]
    client.create_table(
        TableName=table,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in names],
        KeySchema=keys(partition, sort),
        **({"GlobalSecondaryIndexes": secondary} if secondary else {}),
    )
    return "made"


answer = {"describe": describe, "compare": compare, "make": make}[command](*rest)
print(answer if isinstance(answer, str) else json.dumps(answer))
