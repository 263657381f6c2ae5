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
    private let scopeRanks: [Scope: Int]
    private let artifactRanges: [ArtifactNumber: Range<Int>]
    private let placeRanges: [UInt64: Range<Int>]
    private let byOrganization: [OrganizationPlace: [Int32]]

    private struct OrganizationPlace: Hashable {
        let artifact: ArtifactNumber
        let organization: String
    }

    init(_ documents: [Document], on day: Day) {
        let (filled, (met, meetingOf, ranks)) = sideBySide(
            { Self.fillings(of: documents, on: day) }, { Self.meetings(of: documents) })
        let (fillings, withExpiry) = filled
        let rankOfMeeting = met.map { ranks[$0] ?? 0 }
        var keys: [(key: UInt64, place: Int32)] = []
        keys.reserveCapacity(documents.count)
        var byOrganization: [OrganizationPlace: [Int32]] = [:]
        for place in documents.indices {
            let isWithdrawn = fillings[place] == .withdrawn
            let artifact = documents[place].facts.artifact
            let rank = rankOfMeeting[Int(meetingOf[place])]
            keys.append((Self.key(artifact, rank: rank, isWithdrawn: isWithdrawn), Int32(place)))
            if !isWithdrawn, let organization = documents[place].facts.organization {
                byOrganization[
                    OrganizationPlace(artifact: artifact, organization: organization), default: []
                ].append(Int32(place))
            }
        }
        keys.sort { $0.key == $1.key ? $0.place < $1.place : $0.key < $1.key }

        var placeRanges: [UInt64: Range<Int>] = [:]
        var artifactRanges: [ArtifactNumber: Range<Int>] = [:]
        var cells = [Int32](repeating: 0, count: documents.count)
        var cellPlaces: [(artifact: ArtifactNumber, scope: Scope)] = []
        var start = 0
        while start < keys.count {
            var end = start + 1
            while end < keys.count, keys[end].key == keys[start].key { end += 1 }
            placeRanges[keys[start].key] = start..<end
            let artifact = documents[Int(keys[start].place)].facts.artifact
            for key in keys[start..<end] { cells[Int(key.place)] = Int32(cellPlaces.count) }
            cellPlaces.append((artifact, documents[Int(keys[start].place)].facts.scope))
            artifactRanges[artifact] = (artifactRanges[artifact]?.lowerBound ?? start)..<end
            start = end
        }
        self.fillings = fillings
        self.withExpiry = withExpiry
        self.order = keys.map(\.place)
        self.cells = cells
        self.cellPlaces = cellPlaces
        self.scopeRanks = ranks
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

    /// The scopes in the order in which they are met, which of them each document has, and their ranks among each other.
    private static func meetings(
        of documents: [Document]
    ) -> (met: [Scope], meetingOf: [Int32], ranks: [Scope: Int]) {
        // Places of one scope are often neighbours.
        var met: [Scope] = []
        var meetings: [Scope: Int] = [:]
        var meetingOf: [Int32] = []
        meetingOf.reserveCapacity(documents.count)
        for document in documents {
            let scope = document.facts.scope
            if let last = meetingOf.last, met[Int(last)] == scope {
                meetingOf.append(last)
            } else if let meeting = meetings[scope] {
                meetingOf.append(Int32(meeting))
            } else {
                meetings[scope] = met.count
                meetingOf.append(Int32(met.count))
                met.append(scope)
            }
        }
        let ranks = Dictionary(met.sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return (met, meetingOf, ranks)
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
