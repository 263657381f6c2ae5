public import SystemPackage
import TMFModel

/// Checks all volumes of a package: each as a package of its own, and then whether they belong together and hold every
/// record that the list names.
public struct VolumeVerifying: Sendable {
    private let path: FilePath

    /// Any volume; the others are found beside it by their names.
    public init(_ path: FilePath) { self.path = path }

    /// Throws `PackageError.volumesMissing`, or `.notAPackage` if the package is no volume.
    public func verify(progress: @escaping @Sendable (Int64) -> Void = { _ in }) throws -> PackageVerification {
        guard let volumes = try PackageVolumes(path) else {
            throw PackageError.notAPackage(path: path.string, problem: "it is whole in itself, and no volume of one")
        }
        return try verify(volumes, progress) { ledger in { LedgerVisit(path: $0, ledger: ledger) } }
    }

    /// The same with visits of another kind, which must tell the ledger of their file.
    func verify(
        _ volumes: PackageVolumes, _ progress: @escaping @Sendable (Int64) -> Void,
        _ visitor: (Ledger) -> @Sendable (String) -> any FileVisit
    ) throws -> PackageVerification {
        var comparison = VolumeComparison(volumes)
        var problems: [PackageVerification.Problem] = []
        var first: PackageVerification?
        var (files, bytes): (Int, Int64) = (0, 0)
        for path in volumes.paths {
            let before = bytes
            let ledger = Ledger(progress: { progress(before + $0) })
            let visit = visitor(ledger)
            let found = try PackageVerifying(path).verify(ledger) { path, _ in visit(path) }
            problems += found.problems.map {
                PackageVerification.Problem(
                    path: "\(path.lastComponent?.string ?? ""): \($0.path)", problem: $0.problem)
            }
            files += found.files
            bytes += found.bytes
            first = first ?? found
            comparison.add(ledger)
        }
        let index = try PackageFiles(volumes.paths[0]).bytes(of: ["data/index.csv"])["data/index.csv"] ?? []
        problems += comparison.compare(index: index)
        return PackageVerification(
            files: files, bytes: bytes, journalHead: first?.journalHead,
            withheldEntries: first?.withheldEntries ?? 0, isPackage: true, volume: nil, volumes: volumes.count,
            seal: first?.seal, problems: problems)
    }
}
