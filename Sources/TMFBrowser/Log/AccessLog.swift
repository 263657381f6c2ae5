public import SystemPackage

/// Where one line per request goes. Never into a store: reading leaves no trace there.
public enum AccessLog: Sendable {
    case none
    case standardError
    /// Added to at its end.
    case file(FilePath)
    /// Handed to the caller, without a line break, from several threads.
    case lines(@Sendable (String) -> Void)
}
