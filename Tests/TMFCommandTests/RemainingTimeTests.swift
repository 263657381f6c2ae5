import Testing

@testable import tmf

@Suite struct RemainingTimeTests {
    @Test func `what is left is told once there is enough to tell by`() {
        #expect(RemainingTime.words(after: .seconds(4), done: 500, of: 1_000) == nil)
        #expect(RemainingTime.words(after: .seconds(60), done: 9, of: 1_000) == nil)
        #expect(RemainingTime.words(after: .seconds(60), done: 1_000, of: 1_000) == nil)
        #expect(RemainingTime.words(after: .seconds(10), done: 500, of: 1_000) == "less than a minute left")
        #expect(RemainingTime.words(after: .seconds(60), done: 250, of: 1_000) == "about 3 min left")
        #expect(RemainingTime.words(after: .seconds(600), done: 1_000, of: 10_000) == "about 1 h 30 min left")
    }
}
