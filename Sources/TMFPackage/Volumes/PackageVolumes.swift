import Disk
import SystemPackage
import TMFFormats
import TMFModel

/// All volumes of a package, found beside one of them by their names.
struct PackageVolumes: Sendable {
    let group: String
    let count: Int
    /// From the first to the last.
    let paths: [FilePath]

    /// Nil if the package is whole in itself. Throws `PackageError.volumesMissing` with every volume that is not there.
    init?(_ path: FilePath) throws {
        guard let facts = try PackageVolumes.facts(of: path) else { return nil }
        guard let name = VolumeName(path.lastComponent?.string ?? ""), name.count == facts.count else {
            throw PackageError.volumesMissing([
                "\(path) is volume \(facts.number) of \(facts.count) of \(facts.group), but not called "
                    + "…-\(facts.number)-of-\(facts.count): the others cannot be found by their names"
            ])
        }
        let paths = (1...facts.count).map { path.neighbour(name.sibling($0).text) }
        let missing = try paths.filter { try !Entry.exists($0) }
        guard missing.isEmpty else {
            throw PackageError.volumesMissing(missing.map { "\($0), a volume of \(facts.group), is not there" })
        }
        group = facts.group
        count = facts.count
        self.paths = paths
    }

    /// What a package says of its volume; nil if it is whole in itself, or so damaged that nothing of it is known:
    /// that is left to the checks of every file.
    static func facts(of path: FilePath) throws -> VolumeFacts? {
        let files = try PackageFiles(path)
        let found: [UInt8]
        do {
            found = try files.bytes(of: [BagInfo.fileName])[BagInfo.fileName] ?? []
        } catch PackageError.notAPackage {
            return nil
        }
        return try VolumeFacts(BagInfo(parsing: String(decoding: found, as: UTF8.self)))
    }
}

extension VolumeFacts {
    init?(_ info: BagInfo) { self.init(info.fields.map { ($0.label, $0.value) }) }
}
