public import TMFModel

/// What tells the records of one store from those of any other, wherever they travel, and never changes: the first
/// digits of the hash of its journal's first entry.
public struct EMSOrigin: Hashable, Sendable {
    public let study: String
    /// `3fa9c1d2`
    public let digits: String

    /// `first` is the hash of the study's first entry.
    public init(study: String, first: Digest) {
        self.study = study
        digits = String(first.description.prefix(8))
    }

    /// The STUDYSYSTEMID of what this store sends.
    public var studySystemID: String { "\(study).\(digits)" }

    /// The OBJECTID of a record that was first filed here.
    public func objectID(of document: DocumentNumber) -> String { "\(study).\(document).\(digits)" }

    /// The record first filed here that an OBJECTID stands for; nil if it is of another store.
    public func document(of objectID: String) -> DocumentNumber? {
        guard objectID.hasPrefix("\(study)."), objectID.hasSuffix(".\(digits)") else { return nil }
        let number = DocumentNumber(String(objectID.dropFirst(study.count + 1).dropLast(digits.count + 1)))
        return number.flatMap { self.objectID(of: $0) == objectID ? $0 : nil }
    }

    /// The number that a record has in the store that first filed it, whichever it is; nil if its OBJECTID is not of this
    /// program's form.
    package static func documentNumber(in objectID: String, of study: String) -> DocumentNumber? {
        guard let dot = objectID.lastIndex(of: "."), objectID.hasPrefix("\(study)."),
            objectID[objectID.index(after: dot)...].utf8.count == 8
        else { return nil }
        return DocumentNumber(String(objectID[..<dot].dropFirst(study.count + 1)))
    }
}
