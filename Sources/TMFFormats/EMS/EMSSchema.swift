import ExchangeSchemaData
package import SystemPackage
package import XML

/// The official schema of `exchange.xml`, which is part of the program.
package enum EMSSchema {
    package static let version = "22.1"
    /// The name under which packages carry it.
    package static let fileName = "TmfReferenceModelExchange-22.1.xsd"

    /// The XSD, byte for byte.
    package static var bytes: [UInt8] { (0..<tmf_ems_schema_length()).map { tmf_ems_schema_byte($0) } }

    /// What in the file breaks the schema, the first hundred; empty if the file is valid. Read in a stream.
    ///
    /// Throws `XMLError` if the file cannot be read or is larger than `limits` allow.
    package static func problems(in file: FilePath, limits: XMLLimits = XMLLimits()) throws(XMLError) -> [XMLError] {
        try XMLSchema.reading(bytes, name: FilePath(fileName)).problems(in: file, limits: limits)
    }
}
