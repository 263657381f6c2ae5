import TMFTestSupport
import Testing

@testable import TMFModel

/// Where two pictures of pages disagree, and what a stamp is.
@Suite struct LocalAgreementTests {
    private static let (width, height) = (300, 400)
    private static let usual: Float = 11

    /// A page with words of strokes, each drawn by its own number.
    private func page(changing changed: Int? = nil, adding added: [(row: Int, column: Int)] = []) -> InkPicture {
        var ink = [Float](repeating: 0, count: Self.width * Self.height)
        func draw(_ row: Int, _ column: Int, _ number: Int) {
            var generator = SeededGenerator(seed: UInt64(number))
            for stroke in 0..<12 {
                let (at, length) = (column + stroke * 3, Int.random(in: 3...9, using: &generator))
                let start = row + Int.random(in: 0..<3, using: &generator)
                for line in start..<start + length { ink[line * Self.width + at] = 1 }
            }
        }
        var number = 0
        for row in stride(from: 50, to: 350, by: 16) {
            for column in stride(from: 30, to: 250, by: 44) {
                number += 1
                draw(row, column, number == changed ? 9_999 : number)
            }
        }
        for (place, stamp) in added.enumerated() { draw(stamp.row, stamp.column, 5_000 + place) }
        return InkPicture(
            width: Self.width, height: Self.height,
            ink: InkPicture.averaged(ink, Self.width, Self.height, 1, 1))
    }

    /// The same page as a scanner shows it.
    private func scanned(_ page: InkPicture) -> InkPicture {
        var generator = SeededGenerator(seed: 4)
        return InkPicture(
            width: Self.width, height: Self.height,
            ink: page.ink.map { min(1, max(0, $0 + Float.random(in: -0.04...0.04, using: &generator))) })
    }

    private func compare(_ one: InkPicture, _ two: InkPicture) -> LocalAgreement {
        LocalAgreement(one, two, down: 6, across: 6, margin: 8)
    }

    @Test func `a noisy picture of a page agrees everywhere, another word stands out`() {
        let same = compare(page(), scanned(page()))
        #expect(same.outstanding < Self.usual)
        #expect(!same.hasStamp)
        let other = compare(page(changing: 40), scanned(page()))
        #expect(other.outstanding > Self.usual)
        // The fortieth word: the fifth of the eighth row.
        #expect((200...250).contains(other.worst.across))
        #expect((155...180).contains(other.worst.down))
    }

    @Test func `what only one page has at an edge is a stamp, and has no say`() {
        for stamp in [(row: 10, column: 120), (row: 380, column: 60)] {
            for pair in [(page(adding: [stamp]), scanned(page())), (page(), scanned(page(adding: [stamp])))] {
                let comparison = compare(pair.0, pair.1)
                #expect(comparison.hasStamp)
                #expect(comparison.outstanding < Self.usual)
            }
        }
    }

    @Test func `what stands elsewhere, or at the edges of both, is no stamp`() {
        let inside = compare(page(adding: [(row: 360, column: 120)]), scanned(page()))
        #expect(!inside.hasStamp)
        #expect(inside.outstanding > Self.usual)
        let both = compare(page(adding: [(row: 10, column: 60)]), scanned(page(adding: [(row: 380, column: 60)])))
        #expect(!both.hasStamp)
        #expect(both.outstanding > Self.usual)
    }
}
