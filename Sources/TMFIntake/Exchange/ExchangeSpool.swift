import Disk
import SystemPackage
import TMFModel

/// What was decided of each file of a transfer until everything is checked: on the disk, so that memory does not hold
/// the sender's statements of a whole trial.
final class ExchangeSpool {
    /// Where a decision is in the file.
    struct Place {
        fileprivate let offset: Int64
        fileprivate let count: Int32
    }

    private let path: FilePath
    private var buffer: [UInt8] = []
    private var file: FileWriter?
    private var written: Int64 = 0
    private var reader: OpenSpool?

    /// `path` is new, in a folder that nobody else writes to.
    init(_ path: FilePath) throws {
        self.path = path
        file = try FileWriter(creating: path)
    }

    func write(_ filed: ExchangeFacts.Filed) throws -> Place {
        let start = buffer.count
        let offset = written + Int64(start)
        filed.json.write(to: &buffer)
        let place = Place(offset: offset, count: Int32(clamping: buffer.count - start))
        if buffer.count >= 1 << 20 { try flush() }
        return place
    }

    /// What was written. Throws an error of the disk.
    func read(_ place: Place) throws -> ExchangeFacts.Filed {
        if !buffer.isEmpty { try flush() }
        let open = try reader ?? OpenSpool(path)
        reader = open
        let bytes = try open.file.read(at: place.offset, count: Int(place.count))
        return try ExchangeFacts.Filed(json: JSON(parsing: String(decoding: bytes, as: UTF8.self)))
    }

    private func flush() throws {
        try file?.write(buffer)
        written += Int64(buffer.count)
        buffer.removeAll(keepingCapacity: true)
        reader = nil
    }
}

/// The file, open: it has the size that it had then.
private final class OpenSpool {
    let file: FileReader

    init(_ path: FilePath) throws { file = try FileReader(opening: path) }
}

extension ExchangeFacts.Filed {
    fileprivate var json: JSON {
        .compact([
            ("document", document.json), ("version", version.json),
            (
                "links",
                links.isEmpty
                    ? nil
                    : .array(
                        links.map { .array([.string($0.relation.rawValue), .string($0.target.description)]) })
            ),
            ("withdrawal", withdrawal.json),
        ])
    }

    fileprivate init(json: JSON) throws {
        document = try DocumentFacts(json: json["document"] ?? .null)
        version = try VersionFacts(json: json["version"] ?? .null)
        links = (json["links"]?.array ?? []).compactMap { link in
            guard let parts = link.array, parts.count == 2,
                let relation = parts[0].string.flatMap({ DocumentLink.Relation(rawValue: $0) }),
                let target = parts[1].string.flatMap({ DocumentNumber($0) })
            else { return nil }
            return (relation, target)
        }
        withdrawal = json["withdrawal"]?.string
    }
}
