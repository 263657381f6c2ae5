import TMFModel

/// Finds in a folder that others copy files into those that are whole: of the same size and time of change at two looks
/// in a row. Each is handed over once, and again only if it changes.
///
/// Remembers what is in the folder now, and nothing else.
struct SettledFiles {
    private struct Look: Hashable {
        let size: Int64
        let modified: Int64?
    }

    private var last: [String: Look] = [:]
    private var handedOver: [String: Look] = [:]
    private var told: Set<String> = []

    /// Looks at the folder once more: the paths that have settled since the look before, and what can not be filed and
    /// was not told yet.
    mutating func look(_ listing: IntakeSource.Listing) -> (settled: Set<String>, problems: [InputProblem]) {
        var now: [String: Look] = [:]
        var settled: Set<String> = []
        for file in listing.files {
            let look = Look(size: file.size, modified: file.modified)
            now[file.path] = look
            if last[file.path] == look, handedOver[file.path] != look { settled.insert(file.path) }
        }
        let problems = listing.problems.filter { !told.contains($0.description) }
        told = Set(listing.problems.map(\.description))
        for path in settled { handedOver[path] = now[path] }
        handedOver = handedOver.filter { now[$0.key] != nil }
        last = now
        return (settled, problems)
    }

    /// Hands the files over again at the next look: nobody could take them.
    mutating func takeBack(_ paths: Set<String>) {
        for path in paths { handedOver[path] = nil }
    }
}
