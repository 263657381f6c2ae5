import Disk
import SystemPackage
import TMFFormats
import TMFModel

/// What a proof needs of a sealed package: its manifest, its list of records and its seal, which fit together.
struct SealedManifest {
    let statement: SealStatement
    /// `seal.txt` and `seal.p7s`.
    let text: [UInt8]
    let signature: [UInt8]
    let manifest: ProvedManifest
    /// `index.csv`.
    let index: [UInt8]
    private let path: FilePath
    /// `volumes.csv`; nil in a package that is whole in itself.
    private let table: [UInt8]?

    /// Throws `PackageError.notAPackage` if the package has no seal, or one of another content.
    init(_ path: FilePath) throws {
        // All at once: a stream is read from its beginning to its end for them.
        let found = try PackageFiles(path).bytes(of: [
            BagInfo.fileName, BagManifest.fileName, BagManifest.tagFileName, SealStatement.fileName,
            SealStatement.signatureFileName, "data/index.csv", VolumeTable.path,
        ])
        let info = try found[BagInfo.fileName].map { try BagInfo(parsing: String(decoding: $0, as: UTF8.self)) }
        if let volume = info.flatMap({ VolumeFacts($0) }), volume.number != 1 {
            throw PackageError.notAPackage(
                path: path.string, problem: "it is volume \(volume.number) of \(volume.count); the seal is in volume 1")
        }
        func bytes(_ name: String) throws -> [UInt8] {
            guard let bytes = found[name] else {
                let isSeal = [SealStatement.fileName, SealStatement.signatureFileName].contains(name)
                throw PackageError.notAPackage(
                    path: path.string,
                    problem: isSeal ? "it is not sealed; make one with `tmf package --seal`" : "it has no \(name)")
            }
            return bytes
        }
        text = try bytes(SealStatement.fileName)
        signature = try bytes(SealStatement.signatureFileName)
        statement = try SealStatement(parsing: text, source: SealStatement.fileName)
        manifest = ProvedManifest(try bytes(BagManifest.fileName))
        guard manifest.tree.root == statement.treeRoot, manifest.tree.leaves.count == statement.treeLines,
            Digest(of: try bytes(BagManifest.tagFileName)) == statement.tagManifest
        else {
            throw PackageError.notAPackage(
                path: path.string, problem: "its content is not what was sealed; see `tmf verify`")
        }
        index = try bytes("data/index.csv")
        table = found[VolumeTable.path]
        self.path = path
    }

    /// The manifest of another volume, and the volume's name.
    ///
    /// Throws `PackageError.volumesMissing` if it is not beside this one, `PackageError.notAPackage` if it is another
    /// than the sealed list says.
    func manifest(ofVolume number: Int) throws -> (ProvedManifest, String?) {
        guard let table, let stated = try VolumeTable.roots(in: table)[number] else {
            throw PackageError.notAPackage(path: path.string, problem: "its list of volumes has no volume \(number)")
        }
        let name = VolumeName(path.lastComponent?.string ?? "")
        let volume = path.neighbour(name?.sibling(number).text ?? stated.name)
        guard try Entry.exists(volume) else {
            throw PackageError.volumesMissing(["\(volume), which has it, is not there"])
        }
        let manifest = ProvedManifest(
            try PackageFiles(volume).bytes(of: [BagManifest.fileName])[BagManifest.fileName] ?? [])
        guard manifest.tree.root == stated.root else {
            throw PackageError.notAPackage(
                path: volume.string, problem: "it is not the volume that was sealed; see `tmf verify --volumes`")
        }
        return (manifest, stated.name)
    }

    /// The list of volumes with its line in the manifest; nil in a package that is whole in itself.
    func volumes() throws -> JSON? {
        guard let table else { return nil }
        guard let (_, line) = manifest.lines(of: [VolumeTable.path]).first else {
            throw PackageError.notAPackage(path: path.string, problem: "its manifest does not name volumes.csv")
        }
        return JSON.full([("csv", JSON.string(String(decoding: table, as: UTF8.self)))] + line.members)
    }
}
