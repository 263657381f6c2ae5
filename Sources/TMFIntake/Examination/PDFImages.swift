/// The list of pictures that `pdfimages -list` prints.
struct PDFImages {
    /// The lowest resolution on each page that has a picture, in dots per inch.
    private(set) var resolutions: [Int: Int] = [:]

    /// Pictures are listed of so many pages.
    static let mostPages = 50

    /// `page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio`, two lines of heading.
    init(_ listing: String) {
        for line in listing.split(separator: "\n").dropFirst(2) {
            let cells = line.split(separator: " ")
            // An inline picture has the word in place of two numbers.
            let shift = cells.contains("[inline]") ? 1 : 0
            guard cells.count >= 14 - shift, let page = Int(cells[0]), let across = Int(cells[12 - shift]),
                let down = Int(cells[13 - shift]), cells[2] == "image"
            else { continue }
            resolutions[page] = min(resolutions[page] ?? .max, min(across, down))
        }
    }
}
