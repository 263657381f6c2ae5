import TMFModel
import TMFReview

/// What pages look up again and again: made once, in time linear in records and slots.
struct PageIndex: Sendable {
    let names: PersonNames
    let people: PeopleIndex
    let amendments: AmendmentMatrix
    /// Places in the binder's slots of those that are due and not complete.
    let openSlots: [Int32]
    /// Places of those that were waived.
    let waivedSlots: [Int32]
    /// Documents that have expired, or will within the study's window.
    let lapsing: [ExpiringRecord]
    private let linksByDocument: [DocumentNumber: [DocumentLink]]
    private let waivers: [SlotAddress: Waiver]
    /// In the order of each artifact's page.
    private let documentsByArtifact: [ArtifactNumber: [DocumentNumber]]
    /// The place of each document among those of its artifact.
    private let places: [DocumentNumber: Int32]
    private let scopes: Set<Scope>

    init(_ binder: Binder) {
        names = PersonNames(binder.study)
        people = PeopleIndex(binder)
        amendments = AmendmentMatrix(binder)
        var open: [Int32] = []
        var waived: [Int32] = []
        for (place, slot) in binder.slots.enumerated() {
            if slot.state == .waived {
                waived.append(Int32(place))
            } else if !slot.state.isComplete, slot.isDue(on: binder.asOf) {
                open.append(Int32(place))
            }
        }
        openSlots = open
        waivedSlots = waived
        lapsing = binder.expiring(within: binder.study.settings.expiryWindowDays)
        var links: [DocumentNumber: [DocumentLink]] = [:]
        for link in binder.snapshot.links {
            links[link.document, default: []].append(link)
            links[link.target, default: []].append(link)
        }
        linksByDocument = links
        waivers = Dictionary(binder.snapshot.waivers.map { ($0.address, $0) }, uniquingKeysWith: { $1 })
        var documentsByArtifact: [ArtifactNumber: [DocumentNumber]] = [:]
        var places: [DocumentNumber: Int32] = [:]
        places.reserveCapacity(binder.snapshot.documents.count)
        for artifact in binder.model.artifacts {
            let numbers = binder.documents(at: artifact.number).map(\.number)
            guard !numbers.isEmpty else { continue }
            for (place, number) in numbers.enumerated() { places[number] = Int32(place) }
            documentsByArtifact[artifact.number] = numbers
        }
        self.documentsByArtifact = documentsByArtifact
        self.places = places
        scopes = Set(Level.allCases.flatMap { binder.study.scopes(at: $0) })
    }

    /// The documents at an artifact in the order of its page.
    func documents(at artifact: ArtifactNumber) -> [DocumentNumber] { documentsByArtifact[artifact] ?? [] }

    /// The place of a document among those of its artifact; nil if the model has no such artifact.
    func place(of document: DocumentNumber) -> Int? { places[document].map(Int.init) }

    /// Whether the study has the scope.
    func contains(_ scope: Scope) -> Bool { scopes.contains(scope) }

    /// Links from and to the document.
    func links(of document: DocumentNumber) -> [DocumentLink] { linksByDocument[document] ?? [] }

    /// The waiver of exactly this place.
    func waiver(of address: SlotAddress) -> Waiver? { waivers[address] }

    /// The part of its artifact's page that holds the document.
    func part(of document: DocumentNumber) -> Int { (place(of: document) ?? 0) / Pages.rowsPerPart + 1 }
}

/// The names of people and organizations by their ids.
struct PersonNames: Sendable {
    private let names: [String: String]

    init(_ study: Study) {
        var names: [String: String] = [:]
        for organization in study.organizations { names[organization.id] = organization.name }
        for (_, person) in study.everyone { names[person.id] = person.name }
        self.names = names
    }

    /// The name, or the id where the study file has none.
    func callAsFunction(_ id: String) -> String { names[id] ?? id }
}
