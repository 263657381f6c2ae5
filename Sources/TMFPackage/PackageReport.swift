public import TMFModel
public import TMFPages

/// What a package holds: every version of the store is packaged, excluded or failed.
public struct PackageReport: Hashable, Sendable {
    /// A document that was left out, and why.
    public struct Exclusion: Hashable, Sendable {
        public let document: DocumentNumber
        public let versions: Int
        public let reason: String
    }

    /// A version whose content could not be read as it was filed.
    public struct Failure: Hashable, Sendable {
        public let document: DocumentNumber
        public let version: Int
        public let problem: String
    }

    /// One of several bags that make the package together.
    public struct Volume: Hashable, Sendable {
        public let number: Int
        public let path: String
        /// Its folder, unpacked.
        public let name: String
        /// Files in it, and their bytes.
        public let files: Int
        public let bytes: Int64
        /// Bytes of the packed file; the same as `bytes` for a folder.
        public let size: Int64
        /// SHA-256 of the packed file; nil for a folder.
        public let sha256: Digest?
        /// SHA-256 of its `tagmanifest-sha256.txt`.
        public let tagManifest: Digest
        /// Root of the hash tree over the lines of its `manifest-sha256.txt`, by which one record can be proved; nil for
        /// the first, whose seal states it.
        let treeRoot: Digest?

        var json: JSON {
            .full([
                ("volume", .int(number)), ("path", .string(path)), ("name", .string(name)), ("files", .int(files)),
                ("bytes", .int(Int(size))), ("sha256", (sha256?.description).json),
                ("tagmanifest_sha256", .string(tagManifest.description)),
            ])
        }
    }

    public let path: String
    public let kind: PackageOptions.Kind
    public let documents: Int
    /// Versions packaged, signposts among them.
    public let versions: Int
    /// Files in the package, and their bytes.
    public let files: Int
    public let bytes: Int64
    /// SHA-256 of the packed file; nil for a folder.
    public let sha256: Digest?
    public let excluded: [Exclusion]
    public let failed: [Failure]
    /// Versions in the store.
    public let versionsInStore: Int
    /// Nil if no `exchange.xml` was asked for.
    public var exchange: ExchangeReport?
    /// From the first to the last; empty for a package that is whole in itself.
    public var volumes: [Volume] = []
    /// What the offline search finds of texts; nil if none were asked for.
    public var texts: SearchTextWriter.Summary?

    /// Versions in the store = packaged + excluded + failed.
    public var isConserved: Bool {
        versionsInStore == versions + excluded.reduce(0) { $0 + $1.versions } + failed.count
    }

    /// The object that `tmf package --format json` prints.
    public var json: JSON {
        .full([
            ("path", .string(path)), ("kind", .string(kind.rawValue)), ("documents", .int(documents)),
            ("versions", .int(versions)), ("files", .int(files)), ("bytes", .int(Int(bytes))),
            ("sha256", (sha256?.description).json),
            (
                "excluded",
                .array(
                    excluded.map {
                        .full([
                            ("document", .string($0.document.description)), ("versions", .int($0.versions)),
                            ("reason", .string($0.reason)),
                        ])
                    })
            ),
            (
                "failed",
                .array(
                    failed.map {
                        .full([
                            ("document", .string($0.document.description)), ("version", .int($0.version)),
                            ("problem", .string($0.problem)),
                        ])
                    })
            ),
            ("versions_in_store", .int(versionsInStore)), ("exchange", exchange?.json),
            (
                "texts",
                texts.map { texts -> JSON in
                    .full([
                        ("records", .int(texts.records)), ("without_text", .int(texts.without)),
                        ("left_out", .int(texts.leftOut)), ("files", .int(texts.files)), ("bytes", .int(texts.bytes)),
                    ])
                }
            ), ("volumes", volumes.isEmpty ? nil : .array(volumes.map(\.json))),
        ])
    }
}
