/// What is wrong with a file as such, whatever record it is.
public enum FileFlaw: String, Hashable, Sendable, CaseIterable {
    case empty, encrypted, truncated, damaged
    /// Its bytes are not what its name says.
    case mislabelled

    /// The check that reports it: `tmf check --rule …`.
    public var rule: String {
        switch self {
        case .empty: "empty-file"
        case .encrypted: "encrypted-file"
        case .truncated, .damaged: "damaged-file"
        case .mislabelled: "media-type-mismatch"
        }
    }
}

extension Content {
    /// All that is wrong with the file, as its bytes and `name` tell. An empty file is only that.
    public func flaws(named name: String?) -> [FileFlaw] {
        if bytes == 0 { return [.empty] }
        let own: FileFlaw? =
            switch defect {
            case .encrypted: .encrypted
            case .truncated: .truncated
            case .damaged: .damaged
            case nil: nil
            }
        let isMislabelled =
            bytes > 0 && name.flatMap { MediaType.contradictedEnding(of: $0, mediaType: mediaType) } != nil
        return [own, isMislabelled ? .mislabelled : nil].compactMap { $0 }
    }
}
