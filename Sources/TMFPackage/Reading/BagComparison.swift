import SystemPackage
import TMFFormats
import TMFModel

/// Compares the files that were found with what a bag's manifests and counts say (RFC 8493, 2 and 3).
struct BagComparison {
    static let tagFiles: Set = [
        BagDeclaration.fileName, BagInfo.fileName, BagManifest.fileName, BagManifest.tagFileName,
    ]

    private let state: Ledger.State
    /// Where the archive is not as packages are written; they are problems of a package, and none of another bag.
    private let deviations: [PackageVerification.Problem]
    private var problems: [PackageVerification.Problem]
    private let unreadable: Set<String>

    init(state: Ledger.State, deviations: [PackageVerification.Problem]) {
        self.state = state
        self.deviations = deviations
        problems = state.problems
        unreadable = Set(state.problems.map(\.path))
    }

    consuming func verification(of path: FilePath) -> PackageVerification {
        compare(named: path)
        let sorted = problems.sorted { ($0.path, $0.problem) < ($1.path, $1.problem) }
        return PackageVerification(
            files: state.files.count, bytes: state.bytes, journalHead: state.journal?.head,
            withheldEntries: state.journal?.withheld ?? 0, problems: sorted)
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
        let isPackage = info?.first(BagTagFiles.headLabel) != nil || state.journal?.beginsAsJournal ?? false
        if let listed = compareManifest(base + BagManifest.fileName, base: base, isRequired: true) {
            for file in state.files.keys where file.hasPrefix(base + "data/") && !listed.contains(file) {
                report(file, "is not in \(BagManifest.fileName): it was added")
            }
        }
        let tags = compareManifest(base + BagManifest.tagFileName, base: base, isRequired: isPackage)
        compareOxum(base, info)
        if isPackage { comparePackage(base, info, tags: tags ?? []) }
    }

    private mutating func comparePackage(_ base: String, _ info: BagInfo?, tags: Set<String>) {
        problems += deviations
        for file in state.files.keys where file.hasPrefix(base) && !file.hasPrefix(base + "data/") {
            if !tags.contains(file), file != base + BagManifest.tagFileName {
                report(file, "is not in \(BagManifest.tagFileName): it was added")
            }
        }
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

    /// The files that the manifest lists; nil if it is missing or cannot be read.
    private mutating func compareManifest(_ name: String, base: String, isRequired: Bool) -> Set<String>? {
        guard let text = text(name) else {
            let isReported = unreadable.contains(name) || state.texts[name] != nil
            if isRequired, !isReported { report(name, "is missing: there is nothing to compare the files with") }
            return nil
        }
        do {
            let manifest = try BagManifest(parsing: text, source: name)
            for entry in manifest.entries {
                let path = base + entry.path
                guard let file = state.files[path] else {
                    if !unreadable.contains(path) { report(path, "is missing") }
                    continue
                }
                if file.digest != entry.digest {
                    report(path, "was altered: SHA-256 is \(file.digest), expected \(entry.digest)")
                }
            }
            return Set(manifest.entries.map { base + $0.path })
        } catch {
            for problem in error.problems { report(name, problem.description) }
            return nil
        }
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
