package import Program
public import SystemPackage

/// The programs that look into files. Each is optional: what one is missing for is left out, and `missing` says so.
public struct ExaminingTools: Sendable {
    let information: ConfinedProgram?
    let text: ConfinedProgram?
    let attachments: ConfinedProgram?
    let images: ConfinedProgram?
    let structure: ConfinedProgram?
    let type: ConfinedProgram?
    let picture: ConfinedProgram?
    let recognition: ConfinedProgram?

    /// Finds the programs on the `PATH`, or in `folders`.
    ///
    /// Each may take 60 s of processor time, 120 s in all, 1 GiB of memory and 64 MiB of output for one file.
    public init(in folders: [FilePath]? = nil) { self.init(in: folders, limits: ProgramLimits()) }

    package init(in folders: [FilePath]? = nil, limits: ProgramLimits) {
        func find(_ name: String) -> ConfinedProgram? { ConfinedProgram(named: name, in: folders, limits: limits) }
        information = find("pdfinfo")
        text = find("pdftotext")
        attachments = find("pdfdetach")
        images = find("pdfimages")
        structure = find("qpdf")
        type = find("file")
        picture = find("pdftoppm")
        recognition = find("tesseract")
    }

    public var canRecognize: Bool { recognition != nil && picture != nil }

    /// The languages that text can be recognized in, as Tesseract names them. Throws if it cannot be run.
    public func languages() throws -> Set<String> {
        guard let recognition else { return [] }
        // The first line tells the folder.
        let lines = String(decoding: try recognition.run(["--list-langs"]).output, as: UTF8.self).split(separator: "\n")
        return Set(lines.dropFirst().map(String.init))
    }

    /// What is not installed and what is left out for it, one sentence each.
    public var missing: [String] {
        var missing: [String] = []
        if information == nil || text == nil || attachments == nil || images == nil {
            missing.append("poppler-utils is not installed: PDF files are judged by their first and last bytes only")
        }
        if structure == nil { missing.append("qpdf is not installed: the structure of damaged PDF files is not told") }
        if type == nil { missing.append("file is not installed: formats that are not known here have no name") }
        return missing
    }
}
