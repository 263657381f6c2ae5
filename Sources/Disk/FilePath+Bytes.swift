package import SystemPackage

extension FilePath {
    /// A path from its raw bytes, which need not be UTF-8. Bytes from the first NUL on are left out.
    package init(bytes: some Collection<UInt8>) {
        var text: [CChar] = []
        text.reserveCapacity(bytes.count + 1)
        for byte in bytes { text.append(CChar(bitPattern: byte)) }
        text.append(0)
        self.init(platformString: text)
    }

    /// The path's raw bytes, without a NUL at the end.
    package var bytes: [UInt8] {
        withPlatformString { start in
            var bytes: [UInt8] = []
            var next = start
            while next.pointee != 0 {
                bytes.append(UInt8(bitPattern: next.pointee))
                next += 1
            }
            return bytes
        }
    }
}

extension FilePath {
    /// As the system takes it where it writes the name that it has chosen into it.
    var zeroTerminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
