import TMFFormats
import TMFModel

/// Finds the file that a CONTENTURL means. Nothing outside the package is ever looked for.
struct ExchangePaths {
    /// The files of the source by their paths.
    let files: [String: IntakeSource.File]
    /// The folder of the `exchange.xml` in the source, with a slash at its end; empty at the top.
    let folder: String
    let transferID: String

    enum Finding: Equatable {
        /// Where the CONTENTURL leads. `deviation` is how its form differs from the standard's; nil if it does not.
        case found(String, deviation: String?)
        case missing
        /// It leads out of the package, or is no path at all.
        case refused(String)
    }

    func find(_ url: String) -> Finding {
        if let path = path(url) { return .found(path, deviation: nil) }
        let decoded = ExchangePaths.percentDecoded(url)
        if let path = path(decoded) { return .found(path, deviation: nil) }
        let turned = decoded.replacing("\\", with: "/")
        if turned != decoded, let path = path(turned) {
            return .found(path, deviation: "backslashes between folders")
        }
        if let objection = BagPath.objection(to: turned) { return .refused(objection) }
        var parts = turned.split(separator: "/").map(String.init)
        if parts.count > 1, parts[0].lowercased().hasSuffix(".zip") {
            parts.removeFirst()
            if let path = path(parts.joined(separator: "/")) {
                return .found(path, deviation: "the path begins with the name of the archive")
            }
        }
        if let place = parts.firstIndex(of: transferID), place + 1 < parts.count,
            let path = path(parts[(place + 1)...].joined(separator: "/"))
        {
            return .found(path, deviation: "the path begins above the folder of exchange.xml")
        }
        return .missing
    }

    private func path(_ relative: String) -> String? {
        guard BagPath.objection(to: relative) == nil else { return nil }
        return files[folder + relative]?.path
    }

    private static func percentDecoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), value != 0
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? text
    }
}
