import TMFModel

/// Studies that are open, each read once however many requests ask at the same time, and again when its journal or
/// the day has moved on.
actor OpenedStudies {
    /// So many studies are kept as they are now, and so many past days.
    private static let limit = 4

    private struct Key: Hashable {
        let study: String
        let asOf: Day?
    }

    private struct Slot {
        let head: Digest?
        let day: Day
        let task: Task<OpenedStudy, any Error>
        var lastUse: Int
    }

    private struct Checked<Value: Sendable> {
        let at: ContinuousClock.Instant
        let task: Task<Value, any Error>
    }

    private let source: any BrowserSource
    /// How long an answer about the journal's head is good.
    private let checkInterval: Duration
    private var names: Checked<[String]>?
    private var heads: [String: Checked<JournalHead?>] = [:]
    private var slots: [Key: Slot] = [:]
    private var uses = 0

    init(_ source: any BrowserSource, checkInterval: Duration) {
        self.source = source
        self.checkInterval = checkInterval
    }

    /// The studies by name.
    func all() async throws -> [String] {
        if let names, names.at.duration(to: .now) < checkInterval { return try await names.task.value }
        let source = source
        let task = Task { try await OffLoop.run { try source.studies() } }
        names = Checked(at: .now, task: task)
        return try await task.value
    }

    func head(of study: String) async throws -> JournalHead? {
        if let known = heads[study], known.at.duration(to: .now) < checkInterval { return try await known.task.value }
        let source = source
        let task = Task { try await OffLoop.run { try source.head(of: study) } }
        heads[study] = Checked(at: .now, task: task)
        return try await task.value
    }

    /// The study as it is now, or as it was at the end of a past day. Throws a problem of status 404 if there is none.
    func study(_ id: String, asOf: Day?) async throws -> OpenedStudy {
        guard try await all().contains(id) else { throw RequestProblem.notFound("There is no study “\(id)” here.") }
        let head = try await head(of: id)?.hash
        let day = asOf ?? source.day
        let key = Key(study: id, asOf: asOf)
        uses += 1
        if let slot = slots[key], slot.head == head, slot.day == day {
            slots[key]?.lastUse = uses
            return try await slot.task.value
        }
        let source = source
        let task = Task { try await OffLoop.run { try OpenedStudy(id, asOf: asOf, in: source) } }
        slots[key] = Slot(head: head, day: day, task: task, lastUse: uses)
        dropLongUnused(past: asOf != nil)
        do {
            return try await task.value
        } catch {
            // Not kept: what could not be read now may be there later.
            if slots[key]?.task == task { slots[key] = nil }
            throw error
        }
    }

    private func dropLongUnused(past: Bool) {
        let kept = slots.filter { ($0.key.asOf != nil) == past }
        guard kept.count > OpenedStudies.limit else { return }
        if let oldest = kept.min(by: { $0.value.lastUse < $1.value.lastUse }) { slots[oldest.key] = nil }
    }
}
