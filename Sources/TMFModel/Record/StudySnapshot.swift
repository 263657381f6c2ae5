/// Everything that is known and filed for one study at one moment: read once, then judged and shown without I/O.
public struct StudySnapshot: Hashable, Sendable {
    public let study: Study
    /// In the order of their numbers, the withdrawn ones among them.
    public let documents: [Document]
    public let waivers: [Waiver]
    public let links: [DocumentLink]
    /// Quality control, issues, gates and locks.
    public let oversight: Oversight
    /// The last entry of the journal that this snapshot knows; nil for an empty journal.
    public let head: JournalHead?
    /// The version of the reference model that the study names, where it is none of the program's.
    public var keptModel: KeptModel?
    /// What was seen when contents were looked into, by their digests. Empty unless the reader adds it: it depends on
    /// what was examined so far and by which programs, not on the journal.
    public var remarks: [Digest: [FileRemark]]
    /// Contents that are duplicates of one another though their bytes differ. Empty unless the reader adds it, as above.
    public var likenesses: [ContentLikeness]

    public init(
        study: Study, documents: [Document], waivers: [Waiver] = [], links: [DocumentLink] = [],
        oversight: Oversight = Oversight(), head: JournalHead? = nil, keptModel: KeptModel? = nil,
        remarks: [Digest: [FileRemark]] = [:], likenesses: [ContentLikeness] = []
    ) {
        self.study = study
        self.documents = documents
        self.waivers = waivers
        self.links = links
        self.oversight = oversight
        self.head = head
        self.keptModel = keptModel
        self.remarks = remarks
        self.likenesses = likenesses
    }

    /// The same with other documents, in the order of their numbers.
    public func with(documents: [Document]) -> StudySnapshot {
        StudySnapshot(
            study: study, documents: documents, waivers: waivers, links: links, oversight: oversight, head: head,
            keptModel: keptModel, remarks: remarks, likenesses: likenesses)
    }

    public func document(_ number: DocumentNumber) -> Document? { place(of: number).map { documents[$0] } }

    /// Where in `documents` a document stands. Binary search: documents are in the order of their numbers.
    public func place(of number: DocumentNumber) -> Int? {
        // Numbers are given one after the other: where all documents are there, each stands where its number says.
        let likely = Int(number.value) - 1
        if documents.indices.contains(likely), documents[likely].number == number { return likely }
        var low = 0
        var high = documents.count
        while low < high {
            let middle = (low + high) / 2
            if documents[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < documents.count && documents[low].number == number ? low : nil
    }
}
