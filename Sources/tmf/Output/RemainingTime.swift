/// How long a job that goes on as it did so far will still take, for people.
enum RemainingTime {
    /// `about 3 min left`; nil before there is enough to tell by: five seconds, and a hundredth of the whole.
    static func words(after elapsed: Duration, done: Int, of all: Int) -> String? {
        guard done > 0, all > done, elapsed >= .seconds(5), done * 100 >= all else { return nil }
        let seconds = Double(elapsed.components.seconds) / Double(done) * Double(all - done)
        switch seconds {
        case ..<60: return "less than a minute left"
        case ..<3_600: return "about \(Int((seconds / 60).rounded())) min left"
        default:
            let minutes = Int((seconds / 60).rounded())
            return "about \(minutes / 60) h \(minutes % 60) min left"
        }
    }
}
