import TMFModel

/// Where documents stand: found by artifact, and by artifact and scope, without searching.
///
/// All documents lie in one order, by artifact, then the withdrawn ones after the others, then by scope and number;
/// an artifact, or a scope within it, is a range of that order.
struct DocumentIndex: Sendable {
    /// How each document counts, by its place in the snapshot.
    let fillings: [Filling]
    /// Places in the snapshot.
    let order: [Int32]
    /// Places of the documents whose current version has an expiry date.
    let withExpiry: [Int32]
    /// The cell of each document, by its place in the snapshot: an artifact in one scope. Withdrawn ones have a cell, too.
    let cells: [Int32]
    /// Where each cell is.
    let cellPlaces: [(artifact: ArtifactNumber, scope: Scope)]
    /// Where in the order the documents of each cell lie.
    let cellRanges: [Range<Int>]
    private let scopeRanks: [Scope: Int]
    private let artifactRanges: [ArtifactNumber: Range<Int>]
    private let placeRanges: [UInt64: Range<Int>]
    private let byOrganization: [OrganizationPlace: [Int32]]

    private struct OrganizationPlace: Hashable {
        let artifact: ArtifactNumber
        let organization: String
    }

    init(_ documents: [Document], on day: Day) {
        let ((fillings, withExpiry), scopes) = sideBySide(
            { Self.fillings(of: documents, on: day) }, { ScopeMeetings(documents) })
        // Side by side as well: the order of all documents, and the few that are about an organization.
        let (keys, byOrganization) = sideBySide(
            { Self.sortedKeys(of: documents, fillings, scopes) }, { Self.byOrganization(documents, fillings) })
        var placeRanges: [UInt64: Range<Int>] = [:]
        var artifactRanges: [ArtifactNumber: Range<Int>] = [:]
        var cells = [Int32](repeating: 0, count: documents.count)
        var cellPlaces: [(artifact: ArtifactNumber, scope: Scope)] = []
        var cellRanges: [Range<Int>] = []
        var start = 0
        while start < keys.count {
            var end = start + 1
            while end < keys.count, keys[end].key == keys[start].key { end += 1 }
            placeRanges[keys[start].key] = start..<end
            let artifact = documents[Int(keys[start].place)].facts.artifact
            for key in keys[start..<end] { cells[Int(key.place)] = Int32(cellPlaces.count) }
            cellPlaces.append((artifact, documents[Int(keys[start].place)].facts.scope))
            cellRanges.append(start..<end)
            artifactRanges[artifact] = (artifactRanges[artifact]?.lowerBound ?? start)..<end
            start = end
        }
        self.fillings = fillings
        self.withExpiry = withExpiry
        self.order = keys.map(\.place)
        self.cells = cells
        self.cellPlaces = cellPlaces
        self.cellRanges = cellRanges
        self.scopeRanks = scopes.ranks
        self.artifactRanges = artifactRanges
        self.placeRanges = placeRanges
        self.byOrganization = byOrganization
    }

    /// How each document counts, and the places of those that say when they expire.
    private static func fillings(of documents: [Document], on day: Day) -> ([Filling], withExpiry: [Int32]) {
        var fillings: [Filling] = []
        fillings.reserveCapacity(documents.count)
        var withExpiry: [Int32] = []
        for place in documents.indices {
            let current = documents[place].current
            fillings.append(Filling(of: current, on: day))
            if current?.expires != nil { withExpiry.append(Int32(place)) }
        }
        return (fillings, withExpiry)
    }

    /// The places of all documents in the order of their keys.
    private static func sortedKeys(
        of documents: [Document], _ fillings: [Filling], _ scopes: ScopeMeetings
    ) -> [(key: UInt64, place: Int32)] {
        var keys: [(key: UInt64, place: Int32)] = []
        keys.reserveCapacity(documents.count)
        for place in documents.indices {
            let key = key(
                documents[place].facts.artifact, rank: scopes.rank(at: place),
                isWithdrawn: fillings[place] == .withdrawn)
            keys.append((key, Int32(place)))
        }
        keys.sort { $0.key == $1.key ? $0.place < $1.place : $0.key < $1.key }
        return keys
    }

    private static func byOrganization(
        _ documents: [Document], _ fillings: [Filling]
    ) -> [OrganizationPlace: [Int32]] {
        var found: [OrganizationPlace: [Int32]] = [:]
        for place in documents.indices where fillings[place] != .withdrawn {
            guard let organization = documents[place].facts.organization else { continue }
            let artifact = documents[place].facts.artifact
            found[OrganizationPlace(artifact: artifact, organization: organization), default: []].append(Int32(place))
        }
        return found
    }

    /// The documents about organizations, without the withdrawn ones.
    var ofOrganizations: some Sequence<(organization: String, places: [Int32])> {
        byOrganization.lazy.map { ($0.key.organization, $0.value) }
    }

    /// Of no documents.
    static let empty = DocumentIndex([], on: Day(daysSince1970: 0))

    private static func key(_ artifact: ArtifactNumber, rank: Int, isWithdrawn: Bool) -> UInt64 {
        let number = UInt64(artifact.zone) << 16 | UInt64(artifact.section) << 8 | UInt64(artifact.artifact)
        return number << 32 | (isWithdrawn ? 1 << 31 : 0) | UInt64(rank)
    }

    /// Places of all documents at an artifact, the withdrawn ones last.
    func places(at artifact: ArtifactNumber) -> ArraySlice<Int32> {
        artifactRanges[artifact].map { order[$0] } ?? []
    }

    /// Places of the documents at an artifact and scope, without the withdrawn ones.
    func places(at artifact: ArtifactNumber, in scope: Scope) -> ArraySlice<Int32> {
        guard let rank = scopeRanks[scope],
            let range = placeRanges[Self.key(artifact, rank: rank, isWithdrawn: false)]
        else { return [] }
        return order[range]
    }

    /// Places of the documents about an organization at an artifact, in any scope, without the withdrawn ones.
    func places(at artifact: ArtifactNumber, organization: String) -> [Int32] {
        byOrganization[OrganizationPlace(artifact: artifact, organization: organization)] ?? []
    }
}
