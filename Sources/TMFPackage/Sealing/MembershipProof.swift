public import SystemPackage
import TMFFormats
public import TMFModel

/// A small file by which one document's membership in a sealed package can be checked without the rest of it: the
/// lines of the manifest that name its versions, the hashes that lead from each to the root that was sealed, and the
/// seal. Only Python's standard library and OpenSSL are needed to check it.
public struct MembershipProof: Sendable {
    public let document: DocumentNumber
    /// Versions whose bytes are in the package.
    public let versions: Int
    private let value: JSON

    /// The file's text: JSON, for people and for the script in it.
    public var text: String { value.indented + "\n" }

    /// Reads what is needed out of a sealed package in any form; its other records are not read.
    ///
    /// Throws `PackageError.noRecord` if the package holds no bytes of the document, `PackageError.notAPackage` if it
    /// has no seal, or one of another content.
    public init(of document: DocumentNumber, in path: FilePath) throws {
        let names = [
            BagManifest.fileName, BagManifest.tagFileName, SealStatement.fileName, SealStatement.signatureFileName,
            "data/index.csv",
        ]
        let found = try PackageFiles(path).bytes(of: Set(names))
        func bytes(_ name: String) throws -> [UInt8] {
            guard let bytes = found[name] else {
                let isSeal = [SealStatement.fileName, SealStatement.signatureFileName].contains(name)
                throw PackageError.notAPackage(
                    path: path.string,
                    problem: isSeal ? "it is not sealed; make one with `tmf package --seal`" : "it has no \(name)")
            }
            return bytes
        }
        let sealed = try bytes(SealStatement.fileName)
        let signature = try bytes(SealStatement.signatureFileName)
        let statement = try SealStatement(parsing: sealed, source: SealStatement.fileName)
        let manifest = try bytes(BagManifest.fileName)
        let tree = ManifestTree(manifest: manifest)
        guard tree.root == statement.treeRoot, tree.leaves.count == statement.treeLines,
            Digest(of: try bytes(BagManifest.tagFileName)) == statement.tagManifest
        else {
            throw PackageError.notAPackage(
                path: path.string, problem: "its content is not what was sealed; see `tmf verify`")
        }
        let records = try OpenPackage.records(in: try bytes("data/index.csv"), base: "")
            .filter { $0.key.document == document }
        guard !records.isEmpty else { throw PackageError.noRecord(document: document, version: 1) }
        let paths = Dictionary(
            records.map { ($0.value.path, $0.key.version) }, uniquingKeysWith: { first, _ in first })
        var proofs: [(version: Int, value: JSON)] = []
        for (index, line) in manifest.split(separator: 0x0A).enumerated() {
            let text = String(decoding: line, as: UTF8.self)
            guard text.utf8.count > 66, let version = paths[String(text.dropFirst(66))] else { continue }
            proofs.append((version, MembershipProof.value(version, text, tree.path(from: index))))
        }
        guard proofs.count == records.count else {
            throw PackageError.notAPackage(
                path: path.string, problem: "its manifest does not name every version of \(document); see `tmf verify`")
        }
        let lines = MembershipProof.script.split(separator: "\n").map { JSON.string(String($0)) }
        let members: [(String, JSON?)] = [
            ("document", JSON.string(document.description)), ("study", JSON.string(statement.study)),
            ("package", JSON.string(statement.package)),
            ("versions", JSON.array(proofs.sorted { $0.version < $1.version }.map { $0.value })),
            ("seal_txt", JSON.string(String(decoding: sealed, as: UTF8.self))),
            ("seal_p7s_base64", JSON.string(Base64.text(of: signature))),
            ("how_to_check", JSON.array(MembershipProof.instructions(document).map { JSON.string($0) })),
            ("check_py", JSON.array(lines)),
        ]
        self.document = document
        versions = proofs.count
        value = JSON.full(members)
    }

    private static func value(_ version: Int, _ line: String, _ steps: [ManifestTree.Step]) -> JSON {
        let path = steps.map { step in
            JSON.full([("left", JSON.bool(step.isLeft)), ("hash", JSON.string(step.hash.description))])
        }
        return JSON.full([
            ("version", JSON.int(version)), ("sha256", JSON.string(String(line.prefix(64)))),
            ("manifest_line", JSON.string(line)), ("steps", JSON.array(path)),
        ])
    }

    private static func instructions(_ document: DocumentNumber) -> [String] {
        [
            "This file proves which bytes \(document) had in the package named above when that was sealed.",
            "1. Save the lines of check_py as check.py, and run: python3 check.py THIS-FILE [THE-DOCUMENT...]",
            "   It recomputes the root from each version's line, compares it with the sealed one, writes seal.txt and",
            "   seal.p7s, and, for files that you name, says whether they are one of the versions.",
            "2. Check who sealed it: openssl cms -verify -binary -inform DER -in seal.p7s -content seal.txt "
                + "-CAfile TRUSTED.pem -purpose any -out /dev/null",
        ]
    }

    /// Needs Python's standard library only.
    static let script = #"""
        import base64, hashlib, json, re, sys
        proof = json.load(open(sys.argv[1], encoding="utf-8"))
        root = re.search(r"^Manifest-Tree-Root-SHA256: (\w+)$", proof["seal_txt"], re.M).group(1)
        for version in proof["versions"]:
            line = version["manifest_line"]
            node = hashlib.sha256(b"\0" + line.encode("utf-8")).digest()
            for step in version["steps"]:
                other = bytes.fromhex(step["hash"])
                node = hashlib.sha256(b"\1" + (other + node if step["left"] else node + other)).digest()
            if node.hex() != root or line[:64] != version["sha256"]:
                sys.exit("version %d is NOT in the sealed package" % version["version"])
            print("version %d is in the sealed package: %s" % (version["version"], line))
        for name in sys.argv[2:]:
            digest = hashlib.sha256(open(name, "rb").read()).hexdigest()
            if digest not in [version["sha256"] for version in proof["versions"]]:
                sys.exit("%s is NOT one of the versions" % name)
            print("%s is one of the versions" % name)
        open("seal.txt", "w", encoding="utf-8", newline="").write(proof["seal_txt"])
        open("seal.p7s", "wb").write(base64.b64decode(proof["seal_p7s_base64"]))
        """#
}
