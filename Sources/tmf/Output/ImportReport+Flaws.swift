import TMFIntake
import TMFModel

extension ImportReport {
    /// `3 files have defects: 2 empty, 1 encrypted. … lists them.`; nil if nothing is wrong with any.
    var flawsInWords: String? {
        guard defects > 0 else { return nil }
        let counts = flaws.map { "\($0.files) \($0.flaw.rawValue)" }.joined(separator: ", ")
        var rules: [String] = []
        for rule in flaws.map(\.flaw.rule) where !rules.contains(rule) { rules.append(rule) }
        let command = "tmf check" + rules.map { " --rule \($0)" }.joined()
        return defects == 1
            ? "1 file has a defect: \(counts). `\(command)` names it."
            : "\(defects) files have defects: \(counts). `\(command)` lists them."
    }
}
