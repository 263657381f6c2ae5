import SystemPackage
import TMFModel

/// Says of altered records of a package that they were cut off, where the package's own index shows it: a bag's
/// manifests know no sizes.
struct TruncationNaming {
    private static let word = "was altered: "

    /// Of the files with problems, in bytes, by their path.
    let sizes: [String: Int64]

    /// The same result with such problems in other words. Looks into the package again only if a record was altered,
    /// and never reads through a stream again.
    func naming(_ found: PackageVerification, in path: FilePath) -> PackageVerification {
        let isCandidate = { (problem: PackageVerification.Problem) in
            problem.path.contains("data/records/") && problem.problem.hasPrefix(TruncationNaming.word)
        }
        let isIndexSound = !found.problems.contains { $0.path.hasSuffix("data/index.csv") }
        guard found.isPackage, isIndexSound, found.problems.contains(where: isCandidate) else { return found }
        let expected = indexedSizes(of: path)
        let problems = found.problems.map { problem -> PackageVerification.Problem in
            guard isCandidate(problem), let size = sizes[problem.path] else { return problem }
            guard let known = expected[TruncationNaming.below(problem.path)], size < known else { return problem }
            let rest = problem.problem.dropFirst(TruncationNaming.word.count)
            return PackageVerification.Problem(
                path: problem.path, problem: "was truncated to \(size) of \(known) bytes: \(rest)")
        }
        return PackageVerification(
            files: found.files, bytes: found.bytes, journalHead: found.journalHead,
            withheldEntries: found.withheldEntries, isPackage: found.isPackage,
            volume: found.volume, volumes: found.volumes, seal: found.seal, problems: problems)
    }

    /// Sizes of the altered records as the index has them; empty if it cannot be read, which others report.
    private func indexedSizes(of path: FilePath) -> [String: Int64] {
        do {
            let files = try PackageFiles(path)
            if case .stream = files { return [:] }
            guard let index = try files.bytes(of: ["data/index.csv"])["data/index.csv"] else { return [:] }
            let altered = Set(sizes.keys.map(TruncationNaming.below))
            let records = try PackagedRecord.all(in: index).values.filter { altered.contains($0.path) }
            return Dictionary(records.map { ($0.path, $0.size) }, uniquingKeysWith: { first, _ in first })
        } catch {
            return [:]
        }
    }

    /// The path in the bag, whether or not a folder stands around it.
    private static func below(_ path: String) -> String {
        guard !path.hasPrefix("data/"), let slash = path.firstIndex(of: "/") else { return path }
        return String(path[path.index(after: slash)...])
    }
}
