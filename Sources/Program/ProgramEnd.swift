/// How a program ended, and what it left.
package struct ProgramEnd: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// By itself, with this status.
        case status(Int32)
        /// A signal that it brought on itself, such as by a fault of memory.
        case signal(Int32)
        /// It was stopped at one of its limits, named in words: `60 s of processor time`.
        case limit(String)
    }

    package let cause: Cause
    package let output: [UInt8]
    package let errors: String

    package var isSuccess: Bool { cause == .status(0) }

    /// The limit at which it was stopped; nil if it was not.
    package var limit: String? { if case .limit(let words) = cause { words } else { nil } }
}
