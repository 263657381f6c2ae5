import TMFModel

/// Studies that are open, each read once however many requests ask at the same time, and again when its journal, what
/// is known of its contents, or the day has moved on.
actor OpenedStudies {
    /// So many studies are kept as they are now, and so many past days.
    private static let limit = 4

    private struct Key: Hashable {
        let study: String
        let asOf: Day?
    }

    private struct Slot {
        let edition: String
        let day: Day
        let task: Task<OpenedStudy, any Error>
        var lastUse: Int
    }

    private struct Checked<Value: Sendable> {
        let at: ContinuousClock.Instant
        let task: Task<Value, any Error>
    }

    private let source: any BrowserSource
    /// How long an answer about a journal's head or a study's edition is good.
    private let checkInterval: Duration
    private var names: Checked<[String]>?
    private var heads: [String: Checked<JournalHead?>] = [:]
    private var editions: [String: Checked<String>] = [:]
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

    private func edition(of study: String) async throws -> String {
        if let known = editions[study], known.at.duration(to: .now) < checkInterval {
            return try await known.task.value
        }
        let source = source
        let task = Task { try await OffLoop.run { try source.edition(of: study) } }
        editions[study] = Checked(at: .now, task: task)
        return try await task.value
    }

    /// The study as it is now, or as it was at the end of a past day. Throws a problem of status 404 if there is none.
    func study(_ id: String, asOf: Day?) async throws -> OpenedStudy {
        guard try await all().contains(id) else { throw RequestProblem.notFound("There is no study “\(id)” here.") }
        let edition = try await edition(of: id)
        let day = asOf ?? source.day
        let key = Key(study: id, asOf: asOf)
        uses += 1
        if let slot = slots[key], slot.edition == edition, slot.day == day {
            slots[key]?.lastUse = uses
            return try await slot.task.value
        }
        let source = source
        let task = Task { try await OffLoop.run { try OpenedStudy(id, asOf: asOf, edition: edition, in: source) } }
        slots[key] = Slot(edition: edition, day: day, task: task, lastUse: uses)
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
