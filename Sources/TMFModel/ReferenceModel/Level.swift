/// Where in the trial a record belongs.
public enum Level: String, Hashable, Comparable, Sendable, CaseIterable {
    case trial, country, site

    public static func < (left: Level, right: Level) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
