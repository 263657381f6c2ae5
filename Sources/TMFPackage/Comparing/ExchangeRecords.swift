import Disk
import SystemPackage
import TMFFormats
import TMFModel

/// The records of an eTMF-EMS transfer, as its `exchange.xml` lists them.
enum ExchangeRecords {
    /// Reads leniently: what deviates from the standard may still be compared. Throws `InputProblems` with everything that
    /// cannot be understood, `XMLError` for what is no XML.
    static func read(_ path: FilePath) throws -> [ComparedRecord] {
        if path.extension?.lowercased() == "xml" { return try read([path], names: [path.string]) }
        let files = try PackageFiles(path)
        let names = EMSManifests.paths(among: try files.names())
        let folder = try Folder.createUnique(in: ProcessFacts.temporaryFolder, prefix: "tmf-exchange")
        defer { try? Folder.remove(folder) }  // It holds copies only.
        try files.copy(names, to: folder)
        return try read(names.indices.map { folder.appending(String($0)) }, names: names)
    }

    private static func read(_ paths: [FilePath], names: [String]) throws -> [ComparedRecord] {
        var records: [(key: Key, batch: EMSBatch, versions: [(object: EMSObject, file: Int)])] = []
        var places: [Key: Int] = [:]
        var problems: [InputProblem] = []
        for (path, name) in zip(paths, names) {
            var reader = try EMSReader(opening: path, source: name, isLenient: true)
            let batch = reader.batch
            while let object = try reader.next() {
                for file in object.files.indices {
                    let key = Key(source: batch.transferSourceID, object: object.id, file: file + 1)
                    if places[key] == nil {
                        places[key] = records.count
                        records.append((key, batch, []))
                    }
                    if let place = places[key] { records[place].versions.append((object, file + 1)) }
                }
            }
            problems += reader.finish().problems
        }
        guard problems.isEmpty else { throw InputProblems(problems) }
        // Unique IDs mean the same in every version.
        let model = try BundledReferenceModel.load(BundledReferenceModel.newest).model
        let artifacts = Dictionary(
            model.artifacts.compactMap { artifact in Int(artifact.uniqueID).map { ($0, artifact.number) } }
        ) { first, _ in first }
        return records.map { ComparedRecord($0.versions, in: $0.batch, artifacts: artifacts) }
    }

    private struct Key: Hashable {
        let source: String
        let object: String
        let file: Int
    }
}

extension ComparedRecord {
    /// What a transfer says of one file of a record, in the order in which its versions stand there.
    fileprivate init(
        _ versions: [(object: EMSObject, file: Int)], in batch: EMSBatch, artifacts: [Int: ArtifactNumber]
    ) {
        let (object, file) = versions.last ?? (EMSObject.none, 1)
        let said: [(ManifestColumn, String?)] = [
            (.artifact, artifacts[object.uniqueID]?.description ?? object.artifactNumber),
            (.level, object.level.rawValue), (.country, object.country), (.site, object.site),
            (.person, object.metadata(.person)), (.organization, object.metadata(.organization)),
            (.title, file == 1 ? object.title : nil), (.subArtifact, object.subArtifact),
            (.language, object.metadata(.language) ?? object.language),
            (.restricted, object.isRestricted.map { $0 ? "yes" : "no" }),
        ]
        let id = file == 1 ? object.id : "\(object.id)#\(file)"
        var identities = ["source:\(batch.transferSourceID)\u{1F}\(id)"]
        if file == 1 {
            if let key = object.metadata(.key) { identities.append("key:\(key)") }
            if let number = EMSOrigin.documentNumber(in: object.id, of: batch.studyID) {
                identities.append("key:\(number)")
            }
            if let system = object.metadata(.sourceSystem), let sourceID = object.metadata(.sourceID) {
                identities.append("source:\(system)\u{1F}\(sourceID)")
            }
        }
        self.init(
            name: id,
            fields: Dictionary(
                said.compactMap { column, text in text.map { (column.rawValue, .string($0)) } }
            ) { first, _ in first },
            versions: versions.map { Version($0.object, file: $0.file) }, ownIdentities: identities)
    }
}

extension ComparedRecord.Version {
    fileprivate init(_ object: EMSObject, file: Int) {
        let said: [(ManifestColumn, String?)] = [
            (.version, object.metadata(.label) ?? object.version), (.documentDate, object.artifactDate?.description),
            (.receivedDate, object.metadata(.receivedDate)), (.expiryDate, object.expiryDate?.description),
            (.expiryRule, object.metadata(.expiryRule)), (.copy, object.metadata(.copy)),
            (.certifiedBy, object.metadata(.certifiedBy)), (.certifiedOn, object.metadata(.certifiedOn)),
            (.certifiedMethod, object.metadata(.certifiedMethod)), (.status, object.metadata(.status)),
            (.note, object.metadata(.note)),
        ]
        var fields: [String: JSON] = Dictionary(
            said.compactMap { column, text in
                text.flatMap { $0.isEmpty ? nil : (column.rawValue, JSON.string($0)) }
            }
        ) { first, _ in first }
        let readings = EMSIntegrity(object.files[file - 1].integrity).readings
        if let digest = readings.first(where: { $0.algorithm == .sha256 }).flatMap({ Digest(bytes: $0.digest) }) {
            fields["sha256"] = .string(digest.description)
        }
        self.init(ordinal: object.metadata(.ordinal).flatMap { Int($0) }, fields: fields)
    }
}

extension EMSObject {
    /// Stands for what is never there: a record has one version at least.
    fileprivate static let none = EMSObject(
        id: "", level: .trial, uniqueID: 0, artifactNumber: "", version: "", state: .current, isCopy: false)
}
