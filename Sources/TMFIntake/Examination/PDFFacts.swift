import TMFModel

/// What `pdfinfo` prints.
struct PDFFacts {
    private let values: [String: String]
    /// Width and height of the pages that were measured, in points of 1/72 inch.
    private let sizes: [(width: Double, height: Double)]

    var pages: Int? { values["Pages"].flatMap { Int($0) } }

    init(_ text: String) {
        var values: [String: String] = [:]
        var sizes: [(Double, Double)] = []
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let key = line[..<colon].trimmed
            let value = line[line.index(after: colon)...].trimmed
            if key.hasPrefix("Page"), key.hasSuffix("size") {
                let cells = value.split(separator: " ")
                if cells.count >= 3, let width = Double(cells[0]), let height = Double(cells[2]) {
                    sizes.append((width, height))
                }
            } else if values[key] == nil {
                values[key] = value
            }
        }
        self.values = values
        self.sizes = sizes
    }

    func note(in examination: inout FileExamination) {
        examination.pages = pages
        examination.pdfVersion = values["PDF version"]
        examination.pdfConformance = values["Abbreviation"] ?? values["PDF subtype"]
        notePageSizes(in: &examination)
        if let encrypted = values["Encrypted"], encrypted.hasPrefix("yes") {
            examination.remarks.removeAll { $0.condition == .encrypted }
            let refused = [("print", "printing"), ("copy", "copying"), ("change", "changes")]
                .filter { encrypted.contains("\($0.0):no") }.map(\.1)
            examination.note(
                .encrypted,
                "opens without a password, but is encrypted"
                    + (refused.isEmpty ? "" : "; not allowed: \(refused.joined(separator: ", "))"))
        }
        if values["JavaScript"] == "yes" { examination.note(.script, "runs a script when it is shown") }
        switch values["Form"] {
        case "XFA": examination.note(.changingForm, "is a form (XFA) that is laid out anew whenever it is shown")
        case "AcroForm": examination.note(.changingForm, "is a form whose fields can still be filled in")
        default: break
        }
    }

    private func notePageSizes(in examination: inout FileExamination) {
        guard let first = sizes.first else { return }
        let others = sizes.count { Self.millimetres($0) != Self.millimetres(first) }
        examination.pageSize =
            Self.millimetres(first) + (others > 0 ? ", \(others.counted("other page")) of another size" : "")
        let odd = sizes.enumerated().first { place, size in
            max(size.width, size.height) > Self.mostPoints || min(size.width, size.height) < Self.leastPoints
        }
        if let odd {
            examination.note(.unusualPage, "page \(odd.offset + 1) measures \(Self.millimetres(odd.element))")
        }
    }

    /// 200 inches, the most that a PDF reader need show; and 1 cm.
    private static let mostPoints = 14_400.0
    private static let leastPoints = 28.0

    private static func millimetres(_ size: (width: Double, height: Double)) -> String {
        func rounded(_ points: Double) -> String {
            let millimetres = (points * 25.4 / 72).rounded()
            return millimetres.isFinite && abs(millimetres) < 1e9 ? String(Int(millimetres)) : "no"
        }
        return "\(rounded(size.width)) × \(rounded(size.height)) mm"
    }
}
