import NIOCore
import Synchronization

/// Pages that were made already, up to so many bytes; the longest unused ones go first.
final class PageCache: Sendable {
    private struct Entry {
        let page: RenderedPage
        let cost: Int
        var lastUse: Int
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var cost = 0
        var uses = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// `limit` in bytes.
    init(limit: Int) { self.limit = limit }

    func page(_ key: String) -> RenderedPage? {
        state.withLock { state in
            state.uses += 1
            state.entries[key]?.lastUse = state.uses
            return state.entries[key]?.page
        }
    }

    func keep(_ page: RenderedPage, as key: String) {
        // What an entry takes beside its bytes.
        let cost = page.body.readableBytes + key.utf8.count + 256
        guard cost <= limit / 8 else { return }
        state.withLock { state in
            state.uses += 1
            let former = state.entries.updateValue(Entry(page: page, cost: cost, lastUse: state.uses), forKey: key)
            state.cost += cost - (former?.cost ?? 0)
            guard state.cost > limit else { return }
            // Room is made for more than one, so that it is not made at every page.
            for (key, entry) in state.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
                if state.cost <= limit * 3 / 4 { break }
                state.entries[key] = nil
                state.cost -= entry.cost
            }
        }
    }

    /// Bytes that are kept now.
    var cost: Int { state.withLock { $0.cost } }
}
