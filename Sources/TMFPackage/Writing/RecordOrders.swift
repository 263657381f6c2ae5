import TMFModel

/// The files to copy into a package, in the order of their documents and versions.
///
/// Each order and each path is made when somebody asks for it: what is kept of a file is where its version stands.
struct RecordOrders: RandomAccessCollection, Sendable {
    private struct Place {
        let document: Int32
        let version: Int32
    }

    private let documents: [Document]
    private let places: ArraySlice<Place>
    private let paths: RecordPath

    /// Of all versions with content but the named ones.
    init(_ documents: [Document], excluding bad: Set<RecordName>, paths: RecordPath) {
        var places: [Place] = []
        places.reserveCapacity(documents.count)
        for (place, document) in documents.enumerated() {
            for (ordinal, version) in document.versions.enumerated() where version.facts.content != nil {
                guard bad.isEmpty || !bad.contains(RecordName(document: document.number, version: version.ordinal))
                else { continue }
                places.append(Place(document: Int32(place), version: Int32(ordinal)))
            }
        }
        self.init(documents, places[...], paths)
    }

    private init(_ documents: [Document], _ places: ArraySlice<Place>, _ paths: RecordPath) {
        self.documents = documents
        self.places = places
        self.paths = paths
    }

    var startIndex: Int { 0 }
    var endIndex: Int { places.count }

    subscript(place: Int) -> RecordCopying.Order {
        let (document, version) = record(place)
        guard let content = version.facts.content else { preconditionFailure("an order without content") }
        return RecordCopying.Order(document: document.number, version: version.ordinal, content: content)
    }

    /// Below `data/`.
    func path(at place: Int) -> String {
        let (document, version) = record(place)
        return paths.path(of: document, version)
    }

    /// Some of them, as orders of their own.
    func part(_ range: Range<Int>) -> RecordOrders {
        let first = places.startIndex
        return RecordOrders(documents, places[first + range.lowerBound..<first + range.upperBound], paths)
    }

    /// Of all contents together.
    var bytes: Int64 { reduce(0) { $0 + $1.content.bytes } }

    private func record(_ place: Int) -> (Document, Version) {
        let found = places[places.startIndex + place]
        let document = documents[Int(found.document)]
        return (document, document.versions[Int(found.version)])
    }
}
