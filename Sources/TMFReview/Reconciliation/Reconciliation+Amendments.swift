import TMFModel

extension Reconciliation {
    /// A protocol version that is filed.
    private struct FiledProtocol {
        let document: Document
        let label: String
        let day: Day?
        /// The first version ever: no amendment made it.
        let isOriginal: Bool
    }

    /// Each amendment of the list against the filed protocol versions and the approvals of its country, and each filed
    /// version after the first against the list.
    mutating func reconcileAmendments(_ list: TrialList, _ file: ReconciledFile) {
        let filed = Reconciliation.protocols(in: file)
        let authority = file.documents(at: ["03.01.02"])
        let ethics = file.documents(at: ["04.01.02"])
        for row in list.rows {
            let version = row.texts[.version] ?? ""
            let subject = "protocol version \(version)" + (row.country.map { " in \($0)" } ?? "")
            let found = filed.filter { Reconciliation.isSame($0.label, version) }.filter { version in
                row.country == nil || version.document.facts.scope.country == nil
                    || version.document.facts.scope.country == row.country
            }
            guard let first = found.first else {
                missing(row, subject, "no protocol or amendment of this version is filed")
                continue
            }
            if !found.contains(where: { $0.day == row.days[.date] }) {
                compare(row, .date, with: first.day?.description, subject, document: first.document.number)
            }
            var isWhole = true
            if let country = row.country {
                let parts: [(TrialList.Column, [Document], String)] = [
                    (.regulatoryApproval, authority, "authority"), (.ethicsApproval, ethics, "ethics committee"),
                ]
                for (column, approvals, body) in parts where isAsked(column, of: row, in: list) {
                    let here = approvals.filter { $0.facts.scope.country == country }
                    let names = [version, row.texts[.amendment]].compactMap { $0 }
                    guard let approval = approval(row.days[column], among: here, of: found, names, file) else {
                        missing(row, subject, "no approval of the \(body) is filed for it in \(country)")
                        isWhole = false
                        continue
                    }
                    compare(row, column, with: approval.day?.description, subject, document: approval.number)
                }
            }
            if isWhole { matched += 1 }
        }
        // The protocol and the amendment that made it are one version.
        var known = Set(list.rows.compactMap { $0.texts[.version] }.map(Reconciliation.plain))
        for version in filed where !version.isOriginal {
            guard known.insert(Reconciliation.plain(version.label)).inserted else { continue }
            unlisted(
                version.document.number, "protocol version \(version.label)",
                "the list has no amendment that made this version")
        }
    }

    /// A blank date says that it is not approved yet; a list without any such column asks for both approvals.
    private func isAsked(_ column: TrialList.Column, of row: TrialList.Row, in list: TrialList) -> Bool {
        if row.days[column] != nil { return true }
        return list.columns.isDisjoint(with: [.regulatoryApproval, .ethicsApproval])
    }

    /// The approval that is linked to the version, or names it; else the one of the very day.
    private func approval(
        _ day: Day?, among approvals: [Document], of versions: [FiledProtocol], _ names: [String],
        _ file: ReconciledFile
    ) -> Document? {
        let tied = approvals.filter { approval in
            if versions.contains(where: { file.approves(approval, $0.document.number) }),
                versions.contains(where: { $0.document.versions.count == 1 })
            {
                return true
            }
            return names.contains { name in
                approval.mentions(name) || approval.versions.contains { $0.facts.label == name }
            }
        }
        return tied.first { $0.day == day } ?? approvals.first { day != nil && $0.day == day } ?? tied.first
    }

    private static func protocols(in file: ReconciledFile) -> [FiledProtocol] {
        var found: [FiledProtocol] = []
        for document in file.documents(at: ["02.01.02", "02.01.04"]) {
            for version in document.versions where version.facts.status != .draft {
                guard let label = version.facts.label else { continue }
                let isOriginal = document.facts.artifact.description == "02.01.02" && version.ordinal == 1
                found.append(
                    FiledProtocol(
                        document: document, label: label, day: version.facts.documentDate, isOriginal: isOriginal))
            }
        }
        return found
    }

    /// `2`, `2.0`, `v2.0` and `Version 2.0` are the same.
    private static func isSame(_ a: String, _ b: String) -> Bool { plain(a) == plain(b) }

    private static func plain(_ label: String) -> String {
        var text = label.lowercased()
        for prefix in ["version", "v"] where text.hasPrefix(prefix) {
            let rest = text.dropFirst(prefix.count).drop { $0 == " " || $0 == "." }
            if rest.first?.isNumber ?? false { text = String(rest) }
        }
        while text.hasSuffix(".0") { text.removeLast(2) }
        return text
    }
}
