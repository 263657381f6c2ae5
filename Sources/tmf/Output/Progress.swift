import Disk
import SystemPackage

/// A count that moves on a person's terminal; silent everywhere else.
struct Progress {
    private let words: String
    private let isShown = ProcessFacts.isTerminal(2)
    private let began = ContinuousClock.now
    private var last = 0

    /// `words` say what was done to the files: `verified`.
    init(_ words: String) { self.words = words }

    mutating func show(_ files: Int) {
        guard isShown, files >= last + 100 else { return }
        last = files
        write("\r\(files) files \(words)")
    }

    /// The same where it is known how many there are: also how long it will take.
    mutating func show(_ files: Int, of all: Int) {
        guard isShown, files >= last + 100 else { return }
        last = files
        let left = RemainingTime.words(after: began.duration(to: .now), done: files, of: all)
        write("\r\u{1B}[K\(files) of \(all) files \(words)\(left.map { ", \($0)" } ?? "")")
    }

    /// Takes the line away before the result is printed.
    func clear() {
        if last > 0 { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        // A lost sign of progress is no failure.
        _ = try? FileDescriptor.standardError.writeAll(text.utf8)
    }
}
