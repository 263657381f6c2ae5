import TMFModel

/// Which record goes into which volume. The first volume has the pages, lists and journal, and no records: what they
/// take is known only when everything else is. The others are filled in the order of the records.
struct VolumePlan: Sendable {
    /// What a file takes in an archive and in the manifest beside its own bytes, at most: its names and headers.
    static let perFile: Int64 = 2_560
    /// What the tag files of a volume take, at most.
    static let tagFiles: Int64 = 32 << 10
    /// Below this, volumes would hold little but themselves.
    static let smallest: Int64 = 256 << 10

    /// The package's own folder, without number.
    let base: String
    /// Those of volume 2, of volume 3…
    let parts: [RecordOrders]
    private let volumes: [RecordName: Int]

    /// Throws `PackageError.tooLongForVolume` if one record alone is.
    init(_ orders: RecordOrders, base: String, limit: Int64) throws(PackageError) {
        let room = limit - VolumePlan.tagFiles
        // Where each part begins.
        var starts: [Int] = []
        var volumes: [RecordName: Int] = [:]
        var left: Int64 = 0
        for (place, order) in orders.enumerated() {
            let size = order.content.bytes + VolumePlan.perFile
            guard size <= room else {
                throw .tooLongForVolume(
                    "version \(order.version) of \(order.document)", bytes: order.content.bytes, limit: limit)
            }
            if size > left {
                starts.append(place)
                left = room
            }
            left -= size
            volumes[RecordName(document: order.document, version: order.version)] = starts.count + 1
        }
        self.base = base
        parts = zip(starts, starts.dropFirst() + [orders.count]).map { orders.part($0..<$1) }
        self.volumes = volumes
    }

    var count: Int { parts.count + 1 }

    /// The volume that holds a version; nil if none does.
    func volume(of name: RecordName) -> Int? { volumes[name] }

    /// The folder of a volume.
    func base(_ number: Int) -> String { VolumeName(stem: base, number: number, count: count).text }

    /// Where a version is, seen from below `data/` of another volume that lies beside its own.
    func link(to path: String, of name: RecordName) -> String? {
        volume(of: name).map { "../../\(base($0))/data/\(path)" }
    }
}

/// What a volume says of itself and of the others.
struct VolumeFacts: Hashable, Sendable {
    /// Another volume, by its folder.
    struct Sibling: Hashable, Sendable {
        let name: String
        /// The SHA-256 of its `tagmanifest-sha256.txt`, which stands for every byte of it; nil while it is not written.
        let tagManifest: Digest?
    }

    static let groupLabel = "Bag-Group-Identifier"
    static let countLabel = "Bag-Count"
    /// Stands once for each of the others.
    static let siblingLabel = "TMF-Volume"

    let group: String
    let number: Int
    let count: Int
    let siblings: [Sibling]

    /// For `bag-info.txt`.
    var fields: [(String, String)] {
        [(VolumeFacts.groupLabel, group), (VolumeFacts.countLabel, "\(number) of \(count)")]
            + siblings.map { sibling in
                (
                    VolumeFacts.siblingLabel,
                    [sibling.name, (sibling.tagManifest?.description).map { "tagmanifest-sha256 \($0)" }]
                        .compactMap { $0 }.joined(separator: " ")
                )
            }
    }

    init(group: String, number: Int, count: Int, siblings: [Sibling]) {
        self.group = group
        self.number = number
        self.count = count
        self.siblings = siblings
    }

    /// Reads them from the fields of a `bag-info.txt`; nil if it is of no volume.
    init?(_ fields: [(label: String, value: String)]) {
        func values(_ label: String) -> [String] {
            fields.filter { $0.label.lowercased() == label.lowercased() }.map(\.value)
        }
        let numbers = values(VolumeFacts.countLabel).first?.split(separator: " ") ?? []
        guard let group = values(VolumeFacts.groupLabel).first, numbers.count == 3, numbers[1] == "of",
            let number = Int(numbers[0]), let count = Int(numbers[2]), (1...max(count, 1)).contains(number)
        else { return nil }
        self.init(
            group: group, number: number, count: count,
            siblings: values(VolumeFacts.siblingLabel).compactMap { text in
                let words = text.split(separator: " ").map(String.init)
                return words.first.map { Sibling(name: $0, tagManifest: words.count == 3 ? Digest(words[2]) : nil) }
            })
    }
}
