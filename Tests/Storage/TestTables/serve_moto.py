"""DynamoDB and STS as moto knows them, on a free port of this machine, until its parent ends.

    ready moto=127.0.0.1:41231
"""

import logging
import os
import threading
import time

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

moto = DomainDispatcherApplication(create_backend_app)
turn = threading.Lock()


def one_at_a_time(environ, start_response):
    """moto checks a condition and writes in two steps, between which another request may come."""
    with turn:
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
