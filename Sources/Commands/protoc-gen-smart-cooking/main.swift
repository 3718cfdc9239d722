import Foundation
import RPCCodegen

let request = try FileHandle.standardInput.readToEnd() ?? Data()
try FileHandle.standardOutput.write(contentsOf: Data(Plugin.respond(to: [UInt8](request))))
