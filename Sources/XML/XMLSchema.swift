import CXML2
package import SystemPackage

/// A schema (XSD) to check XML files against. Owns libxml2's schema, and frees it once.
package struct XMLSchema: ~Copyable {
    private let schema: xmlSchemaPtr

    package let path: FilePath

    private init(owning schema: xmlSchemaPtr, path: FilePath) {
        self.schema = schema
        self.path = path
    }

    deinit { xmlSchemaFree(schema) }

    /// Reads a schema with what it includes from beside it. Throws if it is missing or wrong.
    package static func reading(_ path: FilePath) throws(XMLError) -> XMLSchema {
        XMLListener.prepare()
        guard let parser = path.withPlatformString({ xmlSchemaNewParserCtxt($0) }) else {
            throw XMLError(path, line: 0, "out of memory")
        }
        defer { xmlSchemaFreeParserCtxt(parser) }
        return XMLSchema(owning: try schema(of: parser, path), path: path)
    }

    /// Reads a schema in memory that includes nothing; `name` stands for the path in errors. Throws if it is wrong.
    package static func reading(_ bytes: [UInt8], name: FilePath) throws(XMLError) -> XMLSchema {
        XMLListener.prepare()
        let count = Int32(clamping: bytes.count)
        // The parser looks at the bytes until it has parsed them.
        let outcome: Result<xmlSchemaPtr, XMLError> = bytes.withUnsafeBytes { bytes in
            guard let start = bytes.bindMemory(to: CChar.self).baseAddress,
                let parser = xmlSchemaNewMemParserCtxt(start, count)
            else { return .failure(XMLError(name, line: 0, "not a schema: it is empty")) }
            defer { xmlSchemaFreeParserCtxt(parser) }
            return Result { () throws(XMLError) in try schema(of: parser, name) }
        }
        return XMLSchema(owning: try outcome.get(), path: name)
    }

    private static func schema(of parser: xmlSchemaParserCtxtPtr, _ path: FilePath) throws(XMLError) -> xmlSchemaPtr {
        let listener = XMLListener()
        xml_listen_schema(parser, nil, listener.pointer)
        guard let schema = xmlSchemaParse(parser) else {
            let first = listener.complaints.first
            throw XMLError(path, line: first?.line ?? 0, first?.message ?? "not a schema, or it cannot be opened")
        }
        return schema
    }

    /// What in the file breaks the schema, the first hundred; empty if the file is valid.
    ///
    /// Read in a stream. A file that declares a document type is refused like any other breach, and not read further.
    package func problems(in file: FilePath, limits: XMLLimits = XMLLimits()) throws(XMLError) -> [XMLError] {
        let listener = XMLListener()
        let reader = try XMLReaderHandle.opening(file, limits)
        guard let validator = xmlSchemaNewValidCtxt(schema) else { throw XMLError(file, line: 0, "out of memory") }
        let plugged = reader.pointer
        defer {
            // The reader outlives this and looks at its validator when freed, so the two are parted first.
            xmlTextReaderSchemaValidateCtxt(plugged, nil, 0)
            xmlSchemaFreeValidCtxt(validator)
        }
        xml_listen_schema(nil, validator, listener.pointer)
        guard xmlTextReaderSchemaValidateCtxt(reader.pointer, validator, 0) == 0 else {
            throw XMLError(file, line: 0, "the schema cannot be applied")
        }
        do throws(XMLError) {
            while try reader.advance() {
                if xmlTextReaderNodeType(reader.pointer) == 10 {
                    return [reader.error("a document type (DOCTYPE) is declared; such files are refused")]
                }
                guard xmlTextReaderDepth(reader.pointer) < Int32(clamping: limits.maxDepth) else {
                    return [reader.error("elements nested deeper than the \(limits.maxDepth) allowed")]
                }
            }
        } catch {
            return listener.complaints.map { XMLError(file, line: $0.line, $0.message) } + [error]
        }
        return listener.complaints.map { XMLError(file, line: $0.line, $0.message) }
    }
}
