import TMFModel
import TMFTestSupport
import Testing

@Suite struct SketchPairsTests {
    private static func text(_ generator: inout SeededGenerator, _ count: Int) -> [String] {
        (0..<count).map { _ in
            String((0..<7).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement(using: &generator) ?? "a" })
        }
    }

    private static func sketch(_ words: [String]) throws -> [UInt32] {
        try #require(TextSignature(folded: words.joined(separator: " "))).sketch
    }

    @Test func `texts with half of their passages in common are paired, others are not`() throws {
        var generator = SeededGenerator(seed: 4)
        var sketches: [[UInt32]] = []
        for _ in 0..<60 {
            let words = Self.text(&generator, 400)
            var other = words
            for place in stride(from: 0, to: 400, by: 12) { other[place] = "misread" }
            sketches += [try Self.sketch(words), try Self.sketch(other)]
        }
        var pairs = SketchPairs(sketches, isNew: sketches.map { _ in true })
        #expect(pairs.pairs().map { [$0.0, $0.1] } == (0..<60).map { [2 * $0, 2 * $0 + 1] })
    }

    @Test func `what was compared before is held against what is new only`() throws {
        var generator = SeededGenerator(seed: 5)
        let sketch = try Self.sketch(Self.text(&generator, 100))
        var pairs = SketchPairs([sketch, sketch, sketch], isNew: [false, false, true])
        #expect(pairs.pairs().map { [$0.0, $0.1] } == [[0, 2], [1, 2]])
    }

    @Test func `of two hundred forms of one template each keeps its nearest`() throws {
        var generator = SeededGenerator(seed: 6)
        let template = Self.text(&generator, 300)
        var sketches: [[UInt32]] = []
        for _ in 0..<100 {
            let form = template + Self.text(&generator, 60)
            sketches += [try Self.sketch(form), try Self.sketch(form + ["stamped", "later"])]
        }
        var pairs = SketchPairs(sketches, isNew: sketches.map { _ in true })
        let found = Set(pairs.pairs().map { [$0.0, $0.1] })
        #expect(found.count <= sketches.count * 8)
        #expect((0..<100).count { found.contains([2 * $0, 2 * $0 + 1]) } >= 98)
    }
}
