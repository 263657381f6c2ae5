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

    /// Reads what is needed out of a sealed package in any form, or out of the first of its volumes and those beside it
    /// that have the document; other records are not read.
    ///
    /// Throws `PackageError.noRecord` if the package holds no bytes of the document, `PackageError.notAPackage` if it
    /// has no seal, or one of another content, `PackageError.volumesMissing` if a volume that has it is not there.
    public init(of document: DocumentNumber, in path: FilePath) throws {
        let sealed = try SealedManifest(path)
        let records = try PackagedRecord.all(in: sealed.index).filter { $0.key.document == document }
        guard !records.isEmpty else { throw PackageError.noRecord(document: document, version: 1) }
        var proofs: [(version: Int, value: JSON)] = []
        for (volume, records) in Dictionary(grouping: records, by: \.value.volume) {
            let versions = Dictionary(
                records.map { ($0.value.path, $0.key.version) }, uniquingKeysWith: { first, _ in first })
            let (manifest, name) = try volume.map { try sealed.manifest(ofVolume: $0) } ?? (sealed.manifest, nil)
            for (path, line) in manifest.lines(of: Set(versions.keys)) {
                guard let version = versions[path] else { continue }
                proofs.append((version, MembershipProof.value(version, line, volume: name)))
            }
        }
        guard proofs.count == records.count else {
            throw PackageError.notAPackage(
                path: path.string, problem: "its manifest does not name every version of \(document); see `tmf verify`")
        }
        let lines = MembershipProof.script.split(separator: "\n").map { JSON.string(String($0)) }
        let members: [(String, JSON?)] = [
            ("document", JSON.string(document.description)), ("study", JSON.string(sealed.statement.study)),
            ("package", JSON.string(sealed.statement.package)),
            ("versions", JSON.array(proofs.sorted { $0.version < $1.version }.map { $0.value })),
            ("volumes", records.values.contains { $0.volume != nil } ? try sealed.volumes() : nil),
            ("seal_txt", JSON.string(String(decoding: sealed.text, as: UTF8.self))),
            ("seal_p7s_base64", JSON.string(Base64.text(of: sealed.signature))),
            ("how_to_check", JSON.array(MembershipProof.instructions(document).map { JSON.string($0) })),
            ("check_py", JSON.array(lines)),
        ]
        self.document = document
        versions = proofs.count
        value = JSON.full(members.filter { $0.1 != nil })
    }

    private static func value(_ version: Int, _ line: ProvedLine, volume: String?) -> JSON {
        var members: [(String, JSON?)] = [
            ("version", JSON.int(version)), ("sha256", JSON.string(String(line.text.prefix(64)))),
        ]
        if let volume { members.append(("volume", JSON.string(volume))) }
        return JSON.full(members + line.members)
    }

    private static func instructions(_ document: DocumentNumber) -> [String] {
        [
            "This file proves which bytes \(document) had in the package named above when that was sealed.",
            "1. Save the lines of check_py as check.py, and run: python3 check.py THIS-FILE [THE-DOCUMENT...]",
            "   It recomputes the root from each version's line, compares it with the sealed one (of a volume: with the one",
            "   that the sealed list of volumes states), writes seal.txt and seal.p7s, and, for files that you name, says",
            "   whether they are one of the versions.",
            "2. Check who sealed it: openssl cms -verify -binary -inform DER -in seal.p7s -content seal.txt "
                + "-CAfile TRUSTED.pem -purpose any -out /dev/null",
        ]
    }

    /// Needs Python's standard library only.
    static let script = #"""
        import base64, csv, hashlib, json, re, sys
        proof = json.load(open(sys.argv[1], encoding="utf-8"))
        def root_of(part):
            node = hashlib.sha256(b"\0" + part["manifest_line"].encode("utf-8")).digest()
            for step in part["steps"]:
                other = bytes.fromhex(step["hash"])
                node = hashlib.sha256(b"\1" + (other + node if step["left"] else node + other)).digest()
            return node.hex()
        sealed = re.search(r"^Manifest-Tree-Root-SHA256: (\w+)$", proof["seal_txt"], re.M).group(1)
        roots = {None: sealed}
        if "volumes" in proof:
            table = proof["volumes"]
            digest = hashlib.sha256(table["csv"].encode("utf-8")).hexdigest()
            if root_of(table) != sealed or table["manifest_line"] != digest + "  data/volumes.csv":
                sys.exit("the list of volumes is NOT in the sealed package")
            for row in csv.DictReader(table["csv"].splitlines()):
                roots[row["name"]] = row["manifest_tree_root_sha256"]
        for version in proof["versions"]:
            line = version["manifest_line"]
            if root_of(version) != roots.get(version.get("volume")) or line[:64] != version["sha256"]:
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
