import TMFFormats
import TMFModel

/// `seal.txt`: what a seal says of a package, in lines that people read. The signature in `seal.p7s` is over exactly
/// these bytes.
struct SealStatement: Hashable, Sendable {
    static let fileName = "seal.txt"
    /// A detached CMS signature in DER.
    static let signatureFileName = "seal.p7s"

    let study: String
    /// The package's folder.
    let package: String
    /// SHA-256 of `tagmanifest-sha256.txt`, and by it of every file.
    let tagManifest: Digest
    let journalEntries: Int
    let journalHead: Digest
    /// Over the lines of `manifest-sha256.txt`.
    let treeLines: Int
    let treeRoot: Digest

    init(
        study: String, package: String, tagManifest: Digest, journalEntries: Int, journalHead: Digest,
        tree: ManifestTree
    ) {
        self.study = study
        self.package = package
        self.tagManifest = tagManifest
        self.journalEntries = journalEntries
        self.journalHead = journalHead
        treeLines = tree.leaves.count
        treeRoot = tree.root
    }

    private enum Label {
        static let version = "TMF-Seal-Version"
        static let study = "Study"
        static let package = "Package"
        static let tagManifest = "Tag-Manifest-SHA256"
        static let journalEntries = "Journal-Entries"
        static let journalHead = "Journal-Head"
        static let treeLines = "Manifest-Tree-Lines"
        static let treeRoot = "Manifest-Tree-Root-SHA256"
    }

    var text: String {
        BagInfo([
            BagInfo.Field(Label.version, "1"), BagInfo.Field(Label.study, study),
            BagInfo.Field(Label.package, package), BagInfo.Field(Label.tagManifest, tagManifest.description),
            BagInfo.Field(Label.journalEntries, String(journalEntries)),
            BagInfo.Field(Label.journalHead, journalHead.description),
            BagInfo.Field(Label.treeLines, String(treeLines)),
            BagInfo.Field(Label.treeRoot, treeRoot.description),
        ]).text
    }

    /// Reads what `text` writes. Throws `InputProblem`.
    init(parsing bytes: [UInt8], source: String) throws(InputProblem) {
        let info = try BagInfo(parsing: String(decoding: bytes, as: UTF8.self), source: source)
        func value<Value>(_ label: String, _ read: (String) -> Value?) throws(InputProblem) -> Value {
            guard let value = info.first(label).flatMap(read) else {
                throw InputProblem(source: source, column: label, message: "is missing, or not what a seal states")
            }
            return value
        }
        guard try value(Label.version, { $0 }) == "1" else {
            throw InputProblem(
                source: source, column: Label.version, message: "expected 1: made by a newer program; use a newer tmf")
        }
        study = try value(Label.study) { $0 }
        package = try value(Label.package) { $0 }
        tagManifest = try value(Label.tagManifest) { Digest($0) }
        journalEntries = try value(Label.journalEntries) { Int($0) }
        journalHead = try value(Label.journalHead) { Digest($0) }
        treeLines = try value(Label.treeLines) { Int($0) }
        treeRoot = try value(Label.treeRoot) { Digest($0) }
    }

    /// What the seal says otherwise than the package, in words.
    func differences(from actual: SealStatement) -> [String] {
        var found: [String] = []
        func compare(_ label: String, _ sealed: String, _ actual: String) {
            if sealed != actual { found.append("\(label) was \(sealed), and is \(actual)") }
        }
        compare(Label.study, study, actual.study)
        compare(Label.tagManifest, tagManifest.description, actual.tagManifest.description)
        compare(Label.journalEntries, String(journalEntries), String(actual.journalEntries))
        compare(Label.journalHead, journalHead.description, actual.journalHead.description)
        compare(Label.treeLines, String(treeLines), String(actual.treeLines))
        compare(Label.treeRoot, treeRoot.description, actual.treeRoot.description)
        return found
    }
}
