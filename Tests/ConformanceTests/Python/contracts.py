"""The stubs that grpc_tools makes of `Protos`, made anew for each run."""

import argparse
import importlib
import pathlib
import sys
import tempfile

import grpc_tools
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
from grpc_tools import protoc


def arguments(*names):
    """The command line: `--protos FOLDER`, and one option for each name."""
    parser = argparse.ArgumentParser()
    for name in ("protos",) + names:
        parser.add_argument("--" + name, required=True)
    return parser.parse_args()


def generate(protos, *packages):
    """Writes the stubs of the packages below `protos` to where they can be imported from.

    Nothing is generated of `grpc` and `google`: folders of these names would hide the real ones.
    """
    files = [path for package in packages for path in pathlib.Path(protos, package).rglob("*.proto")]
    out = tempfile.mkdtemp(prefix="stubs-")
    _protoc(protos, files, f"--python_out={out}", f"--grpc_python_out={out}")
    sys.path.insert(0, out)
    return [
        importlib.import_module(
            ".".join(path.relative_to(protos).with_suffix("").parts) + kind
        )
        for path in sorted(files)
        for kind in ("_pb2", "_pb2_grpc")
    ]


def messages(protos, file):
    """The message classes of one file by full name, made from its descriptor alone."""
    with tempfile.NamedTemporaryFile() as out:
        _protoc(protos, [pathlib.Path(protos, file)], f"--descriptor_set_out={out.name}")
        described = descriptor_pb2.FileDescriptorSet.FromString(out.read())
    pool = descriptor_pool.DescriptorPool()
    for one in described.file:
        pool.Add(one)
    return message_factory.GetMessageClassesForFiles([file], pool)


def _protoc(protos, files, *flags):
    shipped = pathlib.Path(grpc_tools.__file__).parent / "_proto"
    command = ["protoc", f"-I{protos}", f"-I{shipped}", *flags, *map(str, files)]
    if protoc.main(command) != 0:
        sys.exit("protoc refuses the contracts")
