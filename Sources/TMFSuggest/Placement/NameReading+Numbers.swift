import TMFModel

extension NameReading {
    /// The last artifact number: `05.02.04`, `05-02-04` or `05_02_04`.
    mutating func readNumber(_ model: ModelNames) {
        guard tokens.count >= 3 else { return }
        for start in 0...tokens.count - 3 {
            let separator = tokens[start + 1].before
            guard separator == "." || separator == "-" || separator == "_", tokens[start + 2].before == separator,
                isPair(start), isPair(start + 1), isPair(start + 2), !continuesNumber(at: start, separator),
                let zone = tokens[start].number, let section = tokens[start + 1].number,
                let artifact = tokens[start + 2].number
            else { continue }
            if let place = model.place(zone, section, artifact) {
                number = model.phrases.artifacts[place].number
                unknownNumber = nil
                mark(start..<start + 3, .number)
            } else if separator == ".", number == nil, (1...20).contains(zone),
                start == 0 || tokens[start].before != "."
            {
                unknownNumber = tokens[start...start + 2].map(\.text).joined(separator: ".")
                mark(start..<start + 3, .number)
            }
        }
    }

    /// A folder that is a zone or a section: by the number it begins with, or by its whole name.
    mutating func readBranch(_ model: ModelNames) {
        guard number == nil, unknownNumber == nil, !tokens.isEmpty else { return }
        let isNamed = ["zone", "section"].contains(tokens[0].text)
        let first = isNamed ? 1 : 0
        if first + 1 < tokens.count, isPair(first), isPair(first + 1), tokens[first + 1].before == ".", isFree(first) {
            let section = "\(tokens[first].text).\(tokens[first + 1].text)"
            if model.hasSection(section) { return take(branch: section) }
        }
        let words = Set(
            tokens.indices.filter { isFree($0) && !tokens[$0].isDigits }.map { tokens[$0].text }
                .filter { !FieldWords.joining.contains($0) && $0 != "zone" && $0 != "section" }.map(FieldWords.stem))
        if first < tokens.count, tokens[first].isDigits, isFree(first), tokens[first].text.utf8.count <= 2,
            let number = tokens[first].number, tokens.filter(\.isDigits).count == 1
        {
            let zone = number < 10 ? "0\(number)" : "\(number)"
            let isWritten = tokens[first].text.utf8.count == 2 || !words.isEmpty || isNamed
            if isWritten, model.isZone(zone, words: words, isNamed: isNamed) { return take(branch: zone) }
        }
        let branches = words.isEmpty ? [] : model.branches(named: words)
        if branches.count == 1 { take(branch: branches[0]) }
    }

    private mutating func take(branch: String) {
        if branch.utf8.count == 5 { section = branch }
        zone = String(branch.prefix(2))
        mark(0..<tokens.count, .number)
    }

    /// `v2.0`, `version 3`, `Ed. 5`, or a bare `2.0`.
    mutating func readVersion() {
        for index in tokens.indices.dropLast()
        where isFree(index) && NameReading.versionWords.contains(tokens[index].text) {
            let next = tokens[index + 1]
            let isNear = next.isJoined || next.before.utf8.count <= 2
            guard isNear, next.isDigits, isFree(index + 1), next.text.utf8.count <= 3, next.before != "v" else {
                continue
            }
            // `no v 101`: a lone v far from its number is no version.
            let end = endOfVersion(from: index + 1)
            versionLabel = label(index + 1..<end)
            mark(index..<end, .version)
            return
        }
        guard kind != .line else { return }
        for index in tokens.indices.dropLast() where isFree(index) && isFree(index + 1) {
            let (major, minor) = (tokens[index], tokens[index + 1])
            guard index > 0, !major.isJoined, major.isDigits, minor.isDigits, minor.before == ".",
                major.text.utf8.count <= 2, minor.text.utf8.count <= 2, !continuesNumber(at: index, "."),
                index + 2 == tokens.count || tokens[index + 2].before != "." || !tokens[index + 2].isDigits,
                !(major.text.hasPrefix("0") && major.text.utf8.count == 2)
            else { continue }
            versionLabel = label(index..<index + 2)
            mark(index..<index + 2, .version)
            return
        }
    }

    private func endOfVersion(from first: Int) -> Int {
        var end = first + 1
        while end < tokens.count, tokens[end].isDigits, isFree(end), tokens[end].text.utf8.count <= 2 {
            let isDecimal = tokens[end].before == "."
            // `v2_0`: a single digit that stands before nothing, or before another word.
            let isUnderscored =
                tokens[end].before == "_" && tokens[end].text.utf8.count == 1 && end == first + 1
                && (end + 1 == tokens.count || !tokens[end + 1].isDigits)
            guard isDecimal || isUnderscored else { break }
            end += 1
        }
        if end < tokens.count, tokens[end].isJoined, tokens[end].text.utf8.count == 1 { end += 1 }
        return end
    }

    /// `02.1` as `2.1`: leading zeros of the first number are dropped, and every separator is a dot.
    private func label(_ range: Range<Int>) -> String {
        var label = tokens[range.lowerBound].canonical
        for token in tokens[range].dropFirst() { label += token.isDigits ? ".\(token.text)" : token.text }
        return label
    }

    private func isPair(_ index: Int) -> Bool { tokens[index].isDigits && tokens[index].text.utf8.count == 2 }

    /// Whether digits with the same separator stand before, so that these are the rest of a longer number.
    private func continuesNumber(at index: Int, _ separator: Substring) -> Bool {
        index > 0 && tokens[index].before == separator && tokens[index - 1].isDigits
    }

    private static let versionWords: Set = [
        "v", "ver", "vers", "version", "rev", "revision", "edition", "ed", "fassung", "versao",
    ]
}
