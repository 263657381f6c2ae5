import Program
import SystemPackage
import TMFModel

/// Draws pages of PDF files in shades of grey with poppler, within the limits that all such programs have.
struct PagePictures: Sendable {
    private let program: ConfinedProgram

    /// Nil where the program is not installed.
    init?(tools: ExaminingTools) {
        guard let program = tools.picture else { return nil }
        self.program = program
    }

    /// What the first page looks like; empty if it is blank or cannot be drawn.
    func signature(of path: FilePath) throws -> [UInt64] {
        let size = ["-scale-to-x", String(PictureSignature.width), "-scale-to-y", String(PictureSignature.height)]
        return try drawn(path, page: 1, size).map { PictureSignature.of($0) } ?? []
    }

    /// A page in the size in which pages are compared; nil if it cannot be drawn.
    func page(_ number: Int, of path: FilePath) throws -> InkPicture? {
        let size = ["-scale-to-x", "-1", "-scale-to-y", String(PictureComparison.height)]
        guard let picture = try drawn(path, page: number, size), picture.width <= PictureComparison.height * 3 else {
            return nil
        }
        return InkPicture(picture)
    }

    private func drawn(_ path: FilePath, page: Int, _ size: [String]) throws -> GrayPicture? {
        let drawn = try program.run(
            ["-gray", "-f", String(page), "-l", String(page)] + size + [path.argument])
        return drawn.isSuccess ? GrayPicture.read(drawn.output).first : nil
    }
}
