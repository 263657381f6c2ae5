extension JSON {
    /// One line of JSON: no blanks, keys in their order, only what must be escaped is escaped.
    public var line: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same with line breaks and two blanks of indentation, for people.
    public var indented: String {
        var bytes: [UInt8] = []
        write(to: &bytes, indentation: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the UTF-8 of `line`, or of `indented` where an indentation is given, to `bytes`.
    public func write(to bytes: inout [UInt8], indentation: Int? = nil) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .int(let number): bytes.append(contentsOf: String(number).utf8)
        case .number(let text): bytes.append(contentsOf: text.utf8)
        case .string(let text): JSON.write(text, to: &bytes)
        case .array(let elements):
            JSON.write(elements, between: ("[", "]"), to: &bytes, indentation) { element, bytes, deeper in
                element.write(to: &bytes, indentation: deeper)
            }
        case .object(let members):
            JSON.write(members, between: ("{", "}"), to: &bytes, indentation) { member, bytes, deeper in
                JSON.write(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                if deeper != nil { bytes.append(UInt8(ascii: " ")) }
                member.value.write(to: &bytes, indentation: deeper)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], between brackets: (Unicode.Scalar, Unicode.Scalar), to bytes: inout [UInt8],
        _ indentation: Int?, _ body: (Element, inout [UInt8], Int?) -> Void
    ) {
        let deeper = indentation.map { $0 + 2 }
        bytes.append(UInt8(ascii: brackets.0))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine(deeper, in: &bytes)
            body(element, &bytes, deeper)
        }
        if !elements.isEmpty { breakLine(indentation, in: &bytes) }
        bytes.append(UInt8(ascii: brackets.1))
    }

    private static func breakLine(_ indentation: Int?, in bytes: inout [UInt8]) {
        guard let indentation else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: indentation))
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        // Most texts have nothing to escape.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
            bytes.append(contentsOf: text.utf8)
            bytes.append(0x22)
            return
        }
        let digits = Array("0123456789abcdef".utf8)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }
}
