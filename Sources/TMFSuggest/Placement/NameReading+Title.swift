import TMFModel

extension NameReading {
    /// The name without what became number, date, version, place or language; empty if nothing is left of it.
    var title: String {
        var title = ""
        var isBroken = true
        for (index, token) in tokens.enumerated() {
            switch parts[index] {
            case .free, .organization,
                .country where isCountryName(index):
                if !title.isEmpty {
                    let joins =
                        token.before.isEmpty || NameReading.joints.contains(token.before)
                    title += !isBroken && joins ? token.before : " "
                }
                title += token.original
                isBroken = false
            default: isBroken = true
            }
        }
        guard title.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return "" }
        return title
    }

    private func isCountryName(_ index: Int) -> Bool { tokens[index].text.utf8.count > 3 }

    /// What stays as it is between two words of a title.
    private static let joints: Set<Substring> = ["-", "'", "\u{2019}", "&", ", ", ". ", " - ", "/"]
}
