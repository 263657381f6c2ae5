import TMFModel
import TMFReview

/// A status as a word with a sign before it. The colour only repeats what the word says.
struct StatusWord {
    /// What the style sheet colours.
    enum Tone: String { case good, pending, bad, muted, plain }

    let sign: String
    let word: String
    let tone: Tone

    var html: HTML {
        "<span class=\"status \(tone.rawValue)\"><span aria-hidden=\"true\">\(sign)</span> \(word)</span>"
    }
}

extension VersionStanding {
    var word: StatusWord {
        switch self {
        case .draft: StatusWord(sign: "◌", word: "Draft", tone: .pending)
        case .filed: StatusWord(sign: "◐", word: "Filed", tone: .pending)
        case .approved: StatusWord(sign: "✓", word: "Approved", tone: .good)
        case .returned: StatusWord(sign: "↩", word: "Returned", tone: .bad)
        case .superseded: StatusWord(sign: "▾", word: "Superseded", tone: .muted)
        case .withdrawn: StatusWord(sign: "✕", word: "Withdrawn", tone: .muted)
        }
    }
}

extension ExpectedSlot.State {
    var word: StatusWord {
        switch self {
        case .complete: StatusWord(sign: "✓", word: "Complete", tone: .good)
        case .signposted: StatusWord(sign: "↗", word: "Signposted", tone: .good)
        case .waived: StatusWord(sign: "–", word: "Waived", tone: .muted)
        case .withheld: StatusWord(sign: "■", word: "Withheld", tone: .muted)
        case .expired: StatusWord(sign: "!", word: "Expired", tone: .bad)
        case .unapproved: StatusWord(sign: "◐", word: "Not approved", tone: .pending)
        case .missing: StatusWord(sign: "○", word: "Missing", tone: .bad)
        }
    }
}

extension FindingSeverity {
    var word: StatusWord {
        switch self {
        case .error: StatusWord(sign: "✕", word: "Error", tone: .bad)
        case .warning: StatusWord(sign: "!", word: "Warning", tone: .pending)
        case .notice: StatusWord(sign: "i", word: "Notice", tone: .plain)
        }
    }
}

extension TrafficLight {
    var word: StatusWord {
        switch self {
        case .green: StatusWord(sign: symbol, word: "On target", tone: .good)
        case .amber: StatusWord(sign: symbol, word: "Near target", tone: .pending)
        case .red: StatusWord(sign: symbol, word: "Below target", tone: .bad)
        }
    }
}

extension AmendmentStep.State {
    var word: StatusWord {
        switch self {
        case .done: StatusWord(sign: "✓", word: "Filed", tone: .good)
        case .open: StatusWord(sign: "○", word: "Open", tone: .bad)
        case .pending: StatusWord(sign: "◷", word: "In time", tone: .pending)
        case .unknown: StatusWord(sign: "?", word: "Unclear", tone: .plain)
        }
    }
}

extension CoverageLine.State {
    var word: StatusWord {
        switch self {
        case .covered: StatusWord(sign: "✓", word: "Covered", tone: .good)
        case .gap: StatusWord(sign: "!", word: "Gap", tone: .bad)
        case .nothingHeld: StatusWord(sign: "○", word: "Nothing held", tone: .bad)
        case .notNeeded: StatusWord(sign: "·", word: "Not needed", tone: .muted)
        case .withheld: StatusWord(sign: "■", word: "Withheld", tone: .muted)
        }
    }
}

extension HTML {
    static var expiredWord: HTML { StatusWord(sign: "!", word: "Expired", tone: .bad).html }
    static var expiringWord: HTML { StatusWord(sign: "◷", word: "Expiring", tone: .pending).html }
    static var signpostWord: HTML { StatusWord(sign: "↗", word: "Signpost", tone: .plain).html }
    static var addendumWord: HTML { StatusWord(sign: "+", word: "Addendum", tone: .plain).html }
    static var restrictedWord: HTML { StatusWord(sign: "■", word: "Restricted", tone: .bad).html }
}
