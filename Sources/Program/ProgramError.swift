import SystemPackage

/// Why a program did not run at all.
package enum ProgramError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system has no more descriptors or processes.
    case cannotStart(String, code: Int32)
    /// This system lets no program be cut off from the network.
    case notConfined(String)

    package var description: String {
        switch self {
        case .cannotStart(let name, let code): "cannot start \(name): \(Errno(rawValue: code).description)"
        case .notConfined(let name):
            "cannot start \(name) without a network: this system allows no filter of system calls (seccomp)"
        }
    }
}
