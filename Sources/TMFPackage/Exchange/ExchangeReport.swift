public import TMFModel

/// What the `exchange.xml` of a package holds, and what it cannot.
public struct ExchangeReport: Hashable, Sendable {
    /// A version that the standard has no place for.
    public struct Omission: Hashable, Sendable {
        public let document: DocumentNumber
        public let version: Int
        public let reason: String
    }

    public let transferSource: String
    public let transfer: String
    public let agreement: String
    /// One for each version, with one or more files.
    public let objects: Int
    public let files: Int
    public let notExported: [Omission]
    /// Versions of which nobody said whether they are copies: the standard requires an answer, and No was given.
    public let copyNotStated: Int

    /// Under `exchange` in what `tmf package --format json` prints.
    public var json: JSON {
        .full([
            ("transfer_source", .string(transferSource)), ("transfer", .string(transfer)),
            ("agreement", .string(agreement)), ("objects", .int(objects)), ("files", .int(files)),
            (
                "not_exported",
                .array(
                    notExported.map {
                        .full([
                            ("document", .string($0.document.description)), ("version", .int($0.version)),
                            ("reason", .string($0.reason)),
                        ])
                    })
            ),
            ("copy_not_stated", .int(copyNotStated)),
        ])
    }
}
