import SystemPackage
import TMFFormats
import TMFModel

/// Compares the files that were found with what a bag's manifests and counts say (RFC 8493, 2 and 3).
struct BagComparison {
    static let tagFiles: Set = [
        BagDeclaration.fileName, BagInfo.fileName, BagManifest.fileName, BagManifest.tagFileName, BagFetch.fileName,
        SealStatement.fileName, SealStatement.signatureFileName,
    ]

    private let state: Ledger.State
    /// Where the archive is not as packages are written; they are problems of a package, and none of another bag.
    private let deviations: [PackageVerification.Problem]
    private var problems: [PackageVerification.Problem]
    private let unreadable: Set<String>
    /// Whether it was made by `tmf package`, as far as can be told.
    private var isPackage = false
    private var seal: FoundSeal?
    private var volume: VolumeFacts?

    init(state: Ledger.State, deviations: [PackageVerification.Problem]) {
        self.state = state
        self.deviations = deviations
        problems = state.problems
        unreadable = Set(state.problems.map(\.path))
    }

    consuming func verification(of path: FilePath) -> PackageVerification {
        compare(named: path)
        // Two manifests may miss the same file.
        let sorted = Set(problems).sorted { ($0.path, $0.problem) < ($1.path, $1.problem) }
        return PackageVerification(
            files: state.files.count, bytes: state.bytes, journalHead: state.journal?.head,
            withheldEntries: state.journal?.withheld ?? 0, isPackage: isPackage,
            volume: volume.map { "\($0.number) of \($0.count)" }, volumes: nil, seal: seal, problems: sorted)
    }

    private mutating func compare(named path: FilePath) {
        // An archive that cannot be read at all was reported as that.
        if state.files.isEmpty, !problems.isEmpty { return }
        guard let base = base() else {
            report(path.string, "no bagit.txt at its top: it is no BagIt bag, or its beginning is gone")
            return
        }
        for file in state.files.keys where !file.hasPrefix(base) { report(file, "stands outside the bag's folder") }
        if let declaration = text(base + BagDeclaration.fileName) {
            do { _ = try BagDeclaration(parsing: declaration, source: base + BagDeclaration.fileName) } catch {
                report(base + BagDeclaration.fileName, error.message)
            }
        }
        let info = info(base)
        // Of a package more is known than of any bag: nothing it is written with may be gone.
        isPackage = info?.first(BagTagFiles.headLabel) != nil || state.journal?.beginsAsJournal ?? false
        volume = isPackage ? info.flatMap { VolumeFacts($0) } : nil
        let absent = readFetch(base)
        comparePayload(base, isPackage: isPackage, absent: absent)
        var tags: Set<String>?
        for algorithm in ChecksumAlgorithm.allCases {
            let isRequired = isPackage && algorithm == .sha256
            let listed = compareManifest(algorithm.tagManifest, algorithm, base: base, isRequired: isRequired)
            if algorithm == .sha256 { tags = listed }
        }
        compareOxum(base, info)
        if isPackage { comparePackage(base, info, tags: tags ?? []) }
        findSeal(base, info)
    }

    /// What was sealed is compared here; who sealed it is for `FoundSeal.check`.
    private mutating func findSeal(_ base: String, _ info: BagInfo?) {
        let (statement, signature) = (base + SealStatement.fileName, base + SealStatement.signatureFileName)
        guard let bytes = state.texts[statement], let signed = state.texts[signature] else {
            let isPromised = info?.first(BagTagFiles.sealLabel) != nil
            for name in [statement, signature] where state.texts[name] == nil {
                guard isPromised || state.texts[statement] != nil || state.texts[signature] != nil else { continue }
                report(name, "is missing: the package says that it is sealed")
            }
            return
        }
        do {
            let sealed = try SealStatement(parsing: bytes, source: statement)
            let actual = SealStatement(
                study: info?.first("External-Identifier") ?? sealed.study, package: sealed.package,
                tagManifest: state.files[base + BagManifest.tagFileName]?.digest ?? .zero,
                journalEntries: state.journal?.entries ?? 0, journalHead: state.journal?.head ?? .zero,
                tree: ManifestTree(manifest: state.texts[base + BagManifest.fileName] ?? []))
            let differences = sealed.differences(from: actual)
            for difference in differences { report(statement, "the content is not what was sealed: \(difference)") }
            seal = FoundSeal(statement: bytes, signature: signed, isOfContent: differences.isEmpty)
        } catch {
            report(statement, error.message)
        }
    }

    /// Every manifest of the payload must hold, and list every file of it.
    private mutating func comparePayload(_ base: String, isPackage: Bool, absent: [String: String]) {
        let found = unreadable.union(state.texts.keys)
        let present = ChecksumAlgorithm.allCases.filter { found.contains(base + $0.manifest) }
        // Of a package it is known which one there must be.
        let expected = present.isEmpty || isPackage ? Set(present).union([.sha256]) : Set(present)
        for name in state.texts.keys.filter({ $0.hasPrefix(base) }).map({ String($0.dropFirst(base.count)) }).sorted()
        where ChecksumAlgorithm.isManifest(name) && ChecksumAlgorithm(fileName: name) == nil {
            report(base + name, "its checksums are of an algorithm that is not known here; they were not compared")
        }
        for algorithm in ChecksumAlgorithm.allCases where expected.contains(algorithm) {
            let listed = compareManifest(
                algorithm.manifest, algorithm, base: base, isRequired: true, absent: absent)
            guard let listed else { continue }
            for file in state.files.keys where file.hasPrefix(base + "data/") && !listed.contains(file) {
                report(file, "is not in \(algorithm.manifest): it was added")
            }
            for path in absent.keys where !listed.contains(path) {
                report(path, "is to be fetched, but is not in \(algorithm.manifest)")
            }
        }
    }

    /// Files that `fetch.txt` names, with their addresses.
    private mutating func readFetch(_ base: String) -> [String: String] {
        guard let text = text(base + BagFetch.fileName) else { return [:] }
        do {
            let fetch = try BagFetch(parsing: text, source: base + BagFetch.fileName)
            for entry in fetch.entries {
                guard let length = entry.length, let file = state.files[base + entry.path], file.size != length
                else { continue }
                report(base + entry.path, "has \(file.size) bytes; \(BagFetch.fileName) says \(length)")
            }
            return Dictionary(fetch.entries.map { (base + $0.path, $0.url) }, uniquingKeysWith: { first, _ in first })
        } catch {
            for problem in error.problems { report(base + BagFetch.fileName, problem.description) }
            return [:]
        }
    }

    private mutating func comparePackage(_ base: String, _ info: BagInfo?, tags: Set<String>) {
        problems += deviations
        for file in state.files.keys where file.hasPrefix(base) && !file.hasPrefix(base + "data/") {
            let isOutside = [
                BagManifest.tagFileName, SealStatement.fileName, SealStatement.signatureFileName,
            ].contains(String(file.dropFirst(base.count)))
            if !tags.contains(file), !isOutside {
                report(file, "is not in \(BagManifest.tagFileName): it was added")
            }
        }
        // The journal is in the first volume.
        if let volume, volume.number > 1 { return }
        let journal = base + "data/journal.jsonl"
        for problem in state.journal?.problems ?? [] { report("\(journal), line \(problem.line)", problem.problem) }
        guard let stated = info?.first(BagTagFiles.headLabel) else {
            report(base + BagInfo.fileName, "does not state \(BagTagFiles.headLabel), the journal's last hash")
            return
        }
        if stated != state.journal?.head.description {
            report(journal, "its chain ends in \(state.journal?.head.description ?? "nothing"), expected \(stated)")
        }
    }

    /// `ABC-101-tmf-2026-03-31/`, or nothing for a bag without a folder around it.
    private func base() -> String? {
        if state.files[BagDeclaration.fileName] != nil { return "" }
        let tops = state.files.keys.filter {
            $0.hasSuffix("/" + BagDeclaration.fileName) && $0.split(separator: "/").count == 2
        }
        return tops.min().map { String($0.dropLast(BagDeclaration.fileName.count)) }
    }

    /// The files that a manifest lists; nil if it is missing or cannot be read. `absent` are files that may be fetched.
    private mutating func compareManifest(
        _ fileName: String, _ algorithm: ChecksumAlgorithm, base: String, isRequired: Bool,
        absent: [String: String] = [:]
    ) -> Set<String>? {
        let name = base + fileName
        guard let text = text(name) else {
            let isReported = unreadable.contains(name) || state.texts[name] != nil
            if isRequired, !isReported { report(name, "is missing: there is nothing to compare the files with") }
            return nil
        }
        do {
            let manifest = try BagChecksums(parsing: text, digits: algorithm.digits, source: name)
            for entry in manifest.entries { compare(entry, algorithm, base: base, absent: absent) }
            return Set(manifest.entries.map { base + $0.path })
        } catch {
            for problem in error.problems { report(name, problem.description) }
            return nil
        }
    }

    private mutating func compare(
        _ entry: BagChecksums.Entry, _ algorithm: ChecksumAlgorithm, base: String, absent: [String: String]
    ) {
        let path = base + entry.path
        guard let file = state.files[path] else {
            if let url = absent[path] {
                report(path, "did not come with the bag: \(BagFetch.fileName) says to fetch it from \(url)")
            } else if !unreadable.contains(path) {
                report(path, "is missing")
            }
            return
        }
        guard let checksum = file.checksum(algorithm), checksum != entry.checksum else { return }
        let name = algorithm == .sha256 ? "SHA-256" : algorithm.rawValue.uppercased()
        let what = file.size == 0 ? "was truncated to nothing" : "was altered"
        report(path, "\(what): \(name) is \(checksum), expected \(entry.checksum)")
    }

    private mutating func info(_ base: String) -> BagInfo? {
        guard let text = text(base + BagInfo.fileName) else { return nil }
        do { return try BagInfo(parsing: text) } catch {
            report(base + BagInfo.fileName, error.description)
            return nil
        }
    }

    private mutating func compareOxum(_ base: String, _ info: BagInfo?) {
        let payload = state.files.filter { $0.key.hasPrefix(base + "data/") }
        let oxum = "\(payload.values.reduce(0) { $0 + $1.size }).\(payload.count)"
        if let stated = info?.first("Payload-Oxum"), stated != oxum {
            report(base + BagInfo.fileName, "Payload-Oxum is \(stated), but the payload has \(oxum) (bytes.files)")
        }
    }

    private mutating func text(_ path: String) -> String? {
        guard let bytes = state.texts[path] else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            report(path, "is not UTF-8")
            return nil
        }
        return text
    }

    private mutating func report(_ path: String, _ problem: String) {
        problems.append(PackageVerification.Problem(path: path, problem: problem))
    }
}
