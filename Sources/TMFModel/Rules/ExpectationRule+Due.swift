extension ExpectationRule {
    /// When a record is due: days after, or before, a day that the study or a record names.
    public struct Due: Hashable, Sendable {
        /// The day from which days are counted.
        public enum Anchor: Hashable, Sendable {
            /// A milestone of the scope: its actual date if known, its planned date otherwise.
            case milestone(String)
            /// A date of the records filed at an artifact, in the scope or one that encloses it; the rule's own
            /// artifact where none is named. The earliest document date or received date, the latest expiry date.
            case record(RecordDate, at: ArtifactNumber?)
            /// A day that the study file has for the scope or the person.
            case own(OwnDate)
        }

        public enum RecordDate: String, Hashable, Sendable, CaseIterable {
            case documentDate = "document_date"
            case receivedDate = "received_date"
            case expiryDate = "expiry_date"
        }

        public enum OwnDate: String, Hashable, Sendable, CaseIterable {
            /// Of the site or country.
            case activated, closed
            /// First and last day of the person in the role.
            case from, to
        }

        public let anchor: Anchor
        /// May be negative: before the day.
        public let days: Int

        public init(_ anchor: Anchor, days: Int) {
            self.anchor = anchor
            self.days = days
        }

        public init(milestone: String, days: Int) { self.init(.milestone(milestone), days: days) }

        /// Nil if the days are counted from another date.
        public var milestone: String? { if case .milestone(let number) = anchor { number } else { nil } }
    }
}

extension ExpectationRule.Due: LosslessStringConvertible {
    /// An anchor, a sign and days, at most 36,500: `03+0`, `document_date+30`, `document_date@04.01.02+30`, `to-7`.
    public init?(_ text: String) {
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }),
            let days = Decimal.value(of: text[text.index(after: sign)...].utf8), days <= 36_500,
            let anchor = Anchor(String(text[..<sign]))
        else { return nil }
        self.init(anchor, days: text[sign] == "-" ? -days : days)
    }

    public var description: String { "\(anchor)\(days < 0 ? "" : "+")\(days)" }
}

extension ExpectationRule.Due.Anchor: LosslessStringConvertible {
    public init?(_ text: String) {
        if let own = ExpectationRule.Due.OwnDate(rawValue: text) {
            self = .own(own)
            return
        }
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if let date = ExpectationRule.Due.RecordDate(rawValue: parts[0]) {
            guard parts.count == 2 else {
                self = .record(date, at: nil)
                return
            }
            guard let artifact = ArtifactNumber(parts[1]) else { return nil }
            self = .record(date, at: artifact)
            return
        }
        guard parts.count == 1, text.utf8.count == 2, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        self = .milestone(text)
    }

    public var description: String {
        switch self {
        case .milestone(let number): number
        case .record(let date, nil): date.rawValue
        case .record(let date, let artifact?): "\(date.rawValue)@\(artifact)"
        case .own(let date): date.rawValue
        }
    }
}
