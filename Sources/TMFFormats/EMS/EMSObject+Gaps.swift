import TMFModel

/// What keeps a fact from being written into an `exchange.xml`.
public struct EMSGap: Hashable, Sendable, CustomStringConvertible {
    /// The element or attribute.
    public let element: String
    public let problem: String

    public init(element: String, problem: String) {
        self.element = element
        self.problem = problem
    }

    public var description: String { "\(element): \(problem)" }
}

extension EMSObject {
    /// Everything in which the object breaks the schema or the rules beside it; empty if it can be written.
    public var gaps: [EMSGap] {
        var gaps: [EMSGap] = []
        func note(_ element: String, _ problem: String) { gaps.append(EMSGap(element: element, problem: problem)) }
        let required = [
            ("OBJECTID", id), ("OBJECTVERSION", version), ("ARTIFACTNUMBER", artifactNumber),
        ]
        for (element, text) in required where EMSText.isBlank(text) { note(element, "is blank") }
        for (element, text) in [("SITEID", site), ("SITESYSTEMID", siteSystemID)] {
            if let text, EMSText.isBlank(text) { note(element, "is blank") }
        }
        if uniqueID < 1 || uniqueID > Int(Int32.max) { note("UNIQUEID", "\(uniqueID) is no unique ID") }
        if level != .trial, country == nil { note("COUNTRYID", "a \(level.exchangeName) object needs a country") }
        if level == .site, site == nil { note("SITEID", "a Site object needs a site") }
        if let language, !EMSLanguage.codes.contains(language) {
            note("OBJECTLANGUAGE", "'\(language)' is not in the list")
        }
        if files.isEmpty { note("FILE", "there is none") }
        let texts: [(String, String?)] =
            required.map { ($0, $1) } + [
                ("SITEID", site), ("SITESYSTEMID", siteSystemID), ("ORGANIZATIONNAME", organization),
                ("OBJECTTITLE", title), ("SUBARTIFACT", subArtifact), ("DATEDESCRIPTION", dateDescription),
            ] + people.map { ("PERSONNAME", $0) } + metadata.map { ("METADATA \($0.name)", $0.value) }
        for (element, text) in texts {
            guard let text, let problem = EMSText.problem(of: text) else { continue }
            note(element, problem)
        }
        return gaps
    }
}

extension EMSBatch {
    /// Everything in which the batch breaks the schema or the rules beside it.
    public var gaps: [EMSGap] {
        let required = [
            ("STUDYID", studyID), ("TRANSFERSOURCEID", transferSourceID), ("TRANSFERID", transferID),
            ("SPECIFICATIONID", agreement),
        ]
        var gaps = required.filter { EMSText.isBlank($0.1) }.map { EMSGap(element: $0.0, problem: "is blank") }
        for (element, text) in attributes {
            if let problem = EMSText.problem(of: text) { gaps.append(EMSGap(element: element, problem: problem)) }
        }
        if !EMSBatch.isModelVersion(modelVersion) {
            gaps.append(EMSGap(element: "TMFRMVERSION", problem: "'\(modelVersion)' is not of the form 3.3.1"))
        }
        return gaps
    }

    /// Two or three numbers from 0 to 99 without leading zeros.
    static func isModelVersion(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count)
            && parts.allSatisfy { part in
                (1...2).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
                    && (part.utf8.count == 1 || part.utf8.first != 0x30)
            }
    }
}

/// Texts that go into XML.
public enum EMSText {
    /// Whether there is nothing in it but white space.
    public static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    /// Why XML cannot hold the text; nil if it can.
    public static func problem(of text: String) -> String? {
        guard let scalar = text.unicodeScalars.first(where: { !isAllowed($0) }) else { return nil }
        return "holds the character U+\(String(scalar.value, radix: 16, uppercase: true)), which XML cannot carry"
    }

    /// The text with such characters spelled out, `\u{7}`: for what is told, not for facts.
    public static func spelledOut(_ text: String) -> String {
        guard problem(of: text) != nil else { return text }
        return text.unicodeScalars.map { isAllowed($0) ? String($0) : "\\u{\(String($0.value, radix: 16))}" }.joined()
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
