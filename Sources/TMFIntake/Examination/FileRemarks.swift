import TMFModel

/// What is told of a file from its name and its first and last bytes, without looking into it.
enum FileRemarks {
    static func append(to examination: inout FileExamination, ends: FileEnds, name: String?) {
        guard ends.size > 0 else { return examination.note(.empty, "has no bytes") }
        switch ends.defect {
        case .truncated: examination.note(.damaged, "is cut off: its end is missing")
        case .damaged: examination.note(.damaged, "is broken: its parts do not fit together")
        case .encrypted: examination.note(.encrypted, "is encrypted")
        case nil: break
        }
        let type = examination.mediaType
        if let name, let ending = MediaType.contradictedEnding(of: name, mediaType: type) {
            examination.note(.mediaTypeMismatch, "is named .\(ending), but is \(type)")
        }
        if type.contains(".macroenabled.") { examination.note(.macros, "can run macros") }
        if MediaType.isArchive(type) { examination.note(.archive, "is a packed archive (\(type)), not a record") }
        if type != MediaType.unknown, !MediaType.isLasting(type), !MediaType.isArchive(type) {
            examination.note(.formatAtRisk, "is \(type), which few programs may read in 25 years")
        } else if type == MediaType.unknown {
            examination.note(.formatAtRisk, "is of a format that is not known here")
        } else if ["application/x-7z-compressed", "application/vnd.rar", "application/x-rar"].contains(type) {
            examination.note(.formatAtRisk, "is \(type), which few programs may read in 25 years")
        }
    }
}
