"""The methods of the generated modules, with what their contracts say of them."""

import collections

from google.protobuf import message_factory

Method = collections.namedtuple("Method", "path service kind request answer access")

KINDS = {
    (False, False): "unary_unary",
    (False, True): "unary_stream",
    (True, False): "stream_unary",
    (True, True): "stream_stream",
}


class Described:
    def __init__(self, modules):
        access = next(module for module in modules if hasattr(module, "Access"))
        files = [module.DESCRIPTOR for module in modules if hasattr(module, "DESCRIPTOR")]
        self.methods = {
            method.path: method
            for file in files
            for service in file.services_by_name.values()
            for method in map(lambda m: self._describe(m, access), service.methods)
        }

    def method(self, path):
        return self.methods[path]

    @staticmethod
    def _describe(method, access):
        service = method.containing_service
        value = method.GetOptions().Extensions[access.access]
        return Method(
            path=f"/{service.full_name}/{method.name}",
            service=service.name,
            kind=KINDS[method.client_streaming, method.server_streaming],
            request=message_factory.GetMessageClass(method.input_type),
            answer=message_factory.GetMessageClass(method.output_type),
            access=access.Access.Name(value),
        )
