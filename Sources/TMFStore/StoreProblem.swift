/// One thing that is wrong with a store's bytes.
public struct StoreProblem: Hashable, Sendable {
    /// The file or the journal entry.
    public let path: String
    public let problem: String

    public init(path: String, problem: String) {
        self.path = path
        self.problem = problem
    }

    /// Of a file among the contents that is none.
    static let notNamed = "is not named by a digest"
}
