internal import CCrypto

/// A SHA-256 computation: bytes go in piece by piece, the digest comes out at the end.
///
/// Has one owner because it owns libcrypto's state, which is freed with it.
@safe public struct SHA256: ~Copyable {
  // Never nil and freed in deinit only, so every use of it below is sound.
  private let context: OpaquePointer

  /// Starts with no bytes.
  public init() {
    guard let context = unsafe EVP_MD_CTX_new(),
      unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    else { preconditionFailure("libcrypto offers SHA-256 and there is memory for its state") }
    unsafe self.context = context
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    // Unsafe: libcrypto reads the bytes by pointer, during the call only.
    let result = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe EVP_DigestUpdate(context, source.baseAddress, source.count)
    }
    precondition(result == 1, "libcrypto takes bytes until the digest is finished")
  }

  /// The digest of everything added.
  public consuming func finish() -> Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    // Unsafe: libcrypto writes the 32 bytes of SHA-256 by pointer, during the call only.
    let result = unsafe bytes.withUnsafeMutableBufferPointer { target in
      unsafe EVP_DigestFinal_ex(context, target.baseAddress, nil)
    }
    precondition(result == 1, "libcrypto finishes a digest once")
    return Digest(bytes: bytes)
  }
}

extension SHA256 {
  /// The digest of these bytes.
  public static func digest(of bytes: Span<UInt8>) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// The digest of these bytes.
  public static func digest(of bytes: [UInt8]) -> Digest {
    digest(of: bytes.span)
  }

  /// The digest of the text's UTF-8.
  public static func digest(of text: String) -> Digest {
    digest(of: Array(text.utf8).span)
  }
}
