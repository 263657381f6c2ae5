/// Something that happened on a day, from which a retention period may run: everywhere, or in one country.
public struct RetentionEvent: Hashable, Sendable {
    public let name: String
    public let country: CountryCode?
    public let day: Day

    public init(name: String, country: CountryCode? = nil, day: Day) {
        self.name = name
        self.country = country
        self.day = day
    }
}

extension RetentionEvent {
    /// Reads `end-of-trial=2026-03-31` or `approval@USA=2025-01-05`; nil if it is none.
    public init?(_ text: String) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(String(parts[1])) else { return nil }
        let names = parts[0].split(separator: "@", omittingEmptySubsequences: false)
        guard let name = names.first, !name.isEmpty, names.count <= 2 else { return nil }
        var country: CountryCode?
        if names.count == 2 {
            guard let code = CountryCode(String(names[1])) else { return nil }
            country = code
        }
        self.init(name: String(name), country: country, day: day)
    }
}

/// An event as somebody stated it: who, when and by what evidence.
public struct StatedEvent: Hashable, Sendable {
    public let event: RetentionEvent
    public let by: String
    public let at: Instant
    /// What shows that it happened on that day.
    public let reason: String

    public init(event: RetentionEvent, by: String, at: Instant, reason: String) {
        self.event = event
        self.by = by
        self.at = at
        self.reason = reason
    }
}
