import Testing

@testable import TMFModel

@Suite struct LineSplitterTests {
    /// The whole lines of `text` when it comes in pieces of `length` bytes, and whether something is left.
    private func lines(of text: String, length: Int) -> (lines: [String], isUnfinished: Bool) {
        var splitter = LineSplitter()
        var lines: [String] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            splitter.add(rest.prefix(length))
            rest = rest.dropFirst(length)
            while let line = splitter.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        }
        return (lines, splitter.hasUnfinishedLine)
    }

    @Test(arguments: 1...12)
    func `lines are the same however their bytes come`(length: Int) {
        let found = lines(of: "one\n\ntwo and a half\nthree\n", length: length)
        #expect(found.lines == ["one", "", "two and a half", "three"])
        #expect(!found.isUnfinished)
    }

    @Test(arguments: 1...5)
    func `a last line without its end is no line yet`(length: Int) {
        let found = lines(of: "one\ntw", length: length)
        #expect(found.lines == ["one"])
        #expect(found.isUnfinished)
    }

    @Test func `bytes that come before all lines were asked for are not lost`() {
        var splitter = LineSplitter()
        splitter.add(Array("a\nb\nc".utf8)[...])
        #expect(splitter.next().map(Array.init) == Array("a".utf8))
        splitter.add(Array("d\n".utf8)[...])
        #expect(splitter.next().map(Array.init) == Array("b".utf8))
        #expect(splitter.next().map(Array.init) == Array("cd".utf8))
        #expect(splitter.next() == nil)
    }
}
