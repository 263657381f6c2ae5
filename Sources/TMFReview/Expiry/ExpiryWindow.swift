/// How soon something lapses, in the steps in which reminders are sent.
public enum ExpiryWindow: String, Hashable, Sendable, CaseIterable {
    case expired
    case within30 = "0-30"
    case within60 = "31-60"
    case within90 = "61-90"
    case within120 = "91-120"
    case later = "121+"

    /// `daysLeft` counts to the last day in force; negative once it has passed.
    public init(daysLeft: Int) {
        self =
            switch daysLeft {
            case ..<0: .expired
            case ...30: .within30
            case ...60: .within60
            case ...90: .within90
            case ...120: .within120
            default: .later
            }
    }
}

extension ExpiringRecord {
    public var window: ExpiryWindow { ExpiryWindow(daysLeft: daysLeft) }
}
