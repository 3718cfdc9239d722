"""DynamoDB and STS as moto knows them, on a free port of this machine, until its parent ends.

    ready moto=127.0.0.1:41231
"""

import collections
import copy
import logging
import os
import threading
import time
import types

from moto.dynamodb import models
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

moto = DomainDispatcherApplication(create_backend_app)
turn = threading.Lock()
change_item = models.DynamoDBBackend.update_item
snapshots = {}


def snapshot(value, *rest):
    """moto copies the whole table for every write of a transaction, to put it back if one fails.

    One copy for all of them is enough, and it may share the items: the only thing that changes one
    in place is an update, which is given an item of its own.
    """
    if not isinstance(value, models.Table):
        return copy.deepcopy(value, *rest)
    if id(value) not in snapshots:
        twin = copy.copy(value)
        partitions = {name: dict(items) for name, items in value.items.items()}
        twin.items = collections.defaultdict(dict, partitions)
        snapshots[id(value)] = (value, twin)
    return snapshots[id(value)][1]


def update_item(backend, table_name, key, *rest, **named):
    items = backend.get_table(table_name).items.get(models.DynamoType(key["PK"]), {})
    sort = models.DynamoType(key["SK"])
    if sort in items:
        items[sort] = copy.deepcopy(items[sort])
    return change_item(backend, table_name, key, *rest, **named)


models.copy = types.SimpleNamespace(copy=copy.copy, deepcopy=snapshot)
models.DynamoDBBackend.update_item = update_item


def one_at_a_time(environ, start_response):
    """moto checks a condition and writes in two steps, between which another request may come."""
    with turn:
        snapshots.clear()
        return list(moto(environ, start_response))


def end_with(parent):
    """A test that is killed cannot end what it has started."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


WSGIRequestHandler.protocol_version = "HTTP/1.1"
logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = make_server("127.0.0.1", 0, one_at_a_time, threaded=True)
threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
print(f"ready moto=127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
