import Protobuf

/// protoc's side of the generator: a `CodeGeneratorRequest` in, a `CodeGeneratorResponse` out.
///
/// Parameters: `c_module=CContracts,schema=ContractsSchema`, and `protobuf` for the module
/// `Protobuf` itself.
package enum Plugin {
  package static func respond(to request: [UInt8]) -> [UInt8] {
    var response: [UInt8] = []
    do {
      for file in try files(request) {
        var entry: [UInt8] = []
        entry.appendField(1, file.path.utf8)
        entry.appendField(15, file.text.utf8)
        response.appendField(15, entry)
      }
    } catch {
      response = []
      response.appendField(1, error.description.utf8)
    }
    // FEATURE_PROTO3_OPTIONAL
    response.appendField(2, varint: 1)
    return response
  }

  private static func files(_ bytes: [UInt8]) throws(PluginError) -> [GeneratedFile] {
    let request = SchemaOptions(bytes)
    let wanted = request.messages(1).map { String(decoding: $0, as: UTF8.self) }
    let registry: SchemaRegistry
    do {
      registry = try SchemaRegistry(files: request.messages(15))
    } catch {
      throw PluginError(description: error.description)
    }
    let module = try module(request.string(2) ?? "")
    let generator = SwiftGenerator(registry, module)
    return wanted.flatMap { generator.generate($0) }
  }

  private static func module(_ parameter: String) throws(PluginError) -> SwiftGenerator.Module {
    var values: [String: String] = [:]
    for part in parameter.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1)
      values[String(pair[0])] = pair.count == 2 ? String(pair[1]) : ""
    }
    guard let cModule = values["c_module"], let schema = values["schema"] else {
      throw PluginError(description: "parameters c_module and schema are needed")
    }
    return SwiftGenerator.Module(
      cModule: cModule,
      schema: schema,
      isProtobuf: values["protobuf"] != nil
    )
  }
}

struct PluginError: Error {
  let description: String
}
