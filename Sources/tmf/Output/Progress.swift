import Disk
import Synchronization
import SystemPackage

/// A count that moves on a person's terminal; silent everywhere else. May be told from any thread.
final class Progress: Sendable {
    private let words: String
    private let isShown = ProcessFacts.isTerminal(2)
    private let began = ContinuousClock.now
    private let last = Mutex(0)

    /// `words` say what was done to the files: `verified`.
    init(_ words: String) { self.words = words }

    func show(_ files: Int) { show(files) { "\r\(files) files \(words)" } }

    /// The same where it is known how many there are: also how long it will take.
    func show(_ files: Int, of all: Int) {
        show(files) {
            let left = RemainingTime.words(after: began.duration(to: .now), done: files, of: all)
            return "\r\u{1B}[K\(files) of \(all) files \(words)\(left.map { ", \($0)" } ?? "")"
        }
    }

    /// Takes the line away before the result is printed.
    func clear() {
        if last.withLock({ $0 }) > 0 { Progress.write("\r\u{1B}[K") }
    }

    /// Now and then only: writing to a terminal takes time.
    private func show(_ files: Int, _ line: () -> String) {
        guard isShown else { return }
        last.withLock { last in
            guard files >= last + 100 else { return }
            last = files
            Progress.write(line())
        }
    }

    private static func write(_ text: String) {
        // A lost sign of progress is no failure.
        _ = try? FileDescriptor.standardError.writeAll(text.utf8)
    }
}
