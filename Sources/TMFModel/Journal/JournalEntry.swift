/// One line of the journal, read.
public struct JournalEntry: Hashable, Sendable {
    /// 1 for the first entry of a study, and no gaps.
    public let seq: Int
    public let study: String
    public let at: Instant
    public let by: Attribution
    public let event: JournalEvent

    public init(seq: Int, study: String, at: Instant, by: Attribution, event: JournalEvent) {
        self.seq = seq
        self.study = study
        self.at = at
        self.by = by
        self.event = event
    }

    /// The line as it is stored and hashed.
    public var line: String {
        JSON.object([
            JSON.Member("seq", .int(seq)),
            JSON.Member("study", .string(study)),
            JSON.Member("at", .string(at.description)),
            JSON.Member("actor", .string(by.actor)),
            JSON.Member("host", .string(by.host)),
            JSON.Member("reason", by.reason.map(JSON.string) ?? .null),
            JSON.Member("event", .string(event.name)),
            JSON.Member("data", event.data),
        ]).line
    }

    /// Reads a line of the journal. Throws `JournalLineError`.
    public init(line: String) throws(JournalLineError) {
        let json: JSON
        do { json = try JSON(parsing: line) } catch { throw JournalLineError(seq: nil, problem: "\(error)") }
        let seq = json["seq"]?.int
        func text(_ key: String) throws(JournalLineError) -> String {
            guard let text = json[key]?.string else {
                throw JournalLineError(seq: seq, problem: "key '\(key)' is not a text")
            }
            return text
        }
        guard let seq, seq >= 1 else {
            throw JournalLineError(seq: nil, problem: "key 'seq' is not a number from 1")
        }
        guard let at = Instant(try text("at")) else {
            throw JournalLineError(seq: seq, problem: "key 'at' is not a time in UTC such as 2026-01-05T14:03:00.000Z")
        }
        self.seq = seq
        self.study = try text("study")
        self.at = at
        self.by = Attribution(actor: try text("actor"), host: try text("host"), reason: json["reason"]?.string)
        do {
            self.event = try JournalEvent(name: try text("event"), data: json["data"] ?? .object([]))
        } catch let error as FactError {
            throw JournalLineError(seq: seq, problem: error.description)
        } catch let error as JournalLineError {
            throw error
        } catch {
            throw JournalLineError(seq: seq, problem: "\(error)")
        }
    }
}

/// Why a line is not an entry of a journal.
public struct JournalLineError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nil where the line does not even say.
    public let seq: Int?
    public let problem: String

    public init(seq: Int?, problem: String) {
        self.seq = seq
        self.problem = problem
    }

    public var description: String { "journal entry \(seq.map(String.init) ?? "?"): \(problem)" }
}
