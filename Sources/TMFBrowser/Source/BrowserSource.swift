public import TMFModel
public import TMFPages
public import TMFReview

/// What a browser shows: the studies of a store, or the one of a package. Its calls may wait for a disk.
public protocol BrowserSource: Sendable {
    /// What a reader must know of the pages: live or a copy, and of what.
    var provenance: Provenance { get }
    /// The day for which everything is judged where the reader asks for none: today for a store, a package's own.
    var day: Day { get }
    /// The studies by name.
    func studies() throws -> [String]
    /// The title of a study.
    func title(of study: String) throws -> String
    /// The newest entry of a study's journal. Cheap: it is asked again and again.
    func head(of study: String) throws -> JournalHead?
    /// Changes whenever what `binder` gives could. Cheap: it is asked again and again.
    func edition(of study: String) throws -> String
    /// The records judged for a day, without those that this source withholds; nil for `day`.
    ///
    /// Throws `StoreError.noSuchStudy` if the study was not there yet.
    func binder(of study: String, asOf day: Day?) throws -> Binder
    /// The figures at the end of every month up to a day, each as known then, the earliest first.
    func trend(of study: String, until day: Day) throws -> [TrendPoint]
    /// The entries about a document, oldest first. Those that also speak of a withheld one may be among them.
    func history(of document: DocumentNumber, in study: String) throws -> [JournalEntry]
    /// The entries with these numbers, oldest first.
    func entries(of study: String, _ numbers: ClosedRange<Int>) throws -> [JournalEntry]
    /// The bytes of a version; nil for a version without bytes here.
    func content(of document: DocumentNumber, version: Version, in study: String) throws -> BrowserContent?
    /// The contents whose texts say a term, as `SearchQuery.Term.expression` puts it, withheld ones among them.
    func contents(answering words: String) throws -> [Digest]
    /// The text of a content; nil if it is not known.
    func text(of content: Digest) throws -> ExtractedText?
}

extension BrowserSource {
    public func edition(of study: String) throws -> String { try head(of: study)?.hash.description ?? "" }
    public func contents(answering words: String) throws -> [Digest] { [] }
    public func text(of content: Digest) throws -> ExtractedText? { nil }
}
