/// Finds aliases before a parser expands them, which can take a few lines to billions of values.
enum YAMLAliases {
    /// The first `*name` for which an `&name` stands anywhere. No alias escapes this, as an alias needs its anchor;
    /// that a text has both by chance is next to impossible.
    static func first(in text: String) -> (name: String, line: Int)? {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "&")), bytes.contains(UInt8(ascii: "*")) else { return nil }
        var names: Set<String> = []
        each(UInt8(ascii: "&"), in: bytes) { name, _ in
            names.insert(name)
            return true
        }
        var found: (String, Int)?
        each(UInt8(ascii: "*"), in: bytes) { name, line in
            if names.contains(name) { found = (name, line) }
            return found == nil
        }
        return found.map { (name: $0.0, line: $0.1) }
    }

    private static func each(_ mark: UInt8, in bytes: [UInt8], _ body: (String, Int) -> Bool) {
        var line = 1
        for index in bytes.indices {
            if bytes[index] == 0x0A { line += 1 }
            guard bytes[index] == mark else { continue }
            let name = bytes[(index + 1)...].prefix {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D || $0 == 0x5F
            }
            if !name.isEmpty, !body(String(decoding: name, as: UTF8.self), line) { return }
        }
    }
}
