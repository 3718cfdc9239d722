import Foundation
package import NIOSSL

/// Where a certificate chain and its key are, both in PEM.
package struct TLSFiles: Sendable, Equatable {
  package let certificate: String
  package let key: String

  /// What the files held at a moment.
  struct Contents: Equatable {
    fileprivate let certificate: Data
    fileprivate let key: Data
  }

  func read() throws(ConfigurationError) -> Contents {
    Contents(
      certificate: try Self.read(certificate, "SMART_COOKING_TLS_CERTIFICATE"),
      key: try Self.read(key, "SMART_COOKING_TLS_KEY")
    )
  }

  private static func read(_ path: String, _ variable: String) throws(ConfigurationError) -> Data {
    do {
      return try Data(contentsOf: URL(filePath: path))
    } catch {
      throw ConfigurationError(variable: variable, rule: "cannot read \(path)")
    }
  }

  /// What a server shows; throws when the files hold nothing of that kind.
  package func configuration() throws -> TLSConfiguration { try read().configuration() }
}

extension TLSFiles.Contents {
  func configuration() throws -> TLSConfiguration {
    .makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMBytes(Array(certificate)).map {
        .certificate($0)
      },
      privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(key), format: .pem))
    )
  }
}
