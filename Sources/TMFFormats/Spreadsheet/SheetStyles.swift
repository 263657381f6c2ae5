import XML

/// What the formats of a workbook say about the cells that have them.
struct SheetStyles: Sendable {
    /// By the number that a cell names.
    private var forms: [CellForm] = []
    private var isStruck: [Bool] = []

    /// A workbook without styles.
    init() {}

    /// Reads `styles.xml`.
    init(_ reading: consuming XMLReading) throws(XMLError) {
        var codes: [Int: CellForm] = [:]
        var struckFonts: [Bool] = []
        var section = ""
        while let event = try reading.next() {
            switch event {
            case .start(let name, let attributes):
                func number(_ key: String) -> Int? { attributes[XMLName(key)].flatMap { Int($0) } }
                switch (section, name.local) {
                case (_, "fonts"), (_, "cellXfs"), (_, "cellStyleXfs"), (_, "dxfs"): section = name.local
                case (_, "numFmt"):
                    // Those of `dxfs` are of conditions, and have numbers of their own.
                    guard section != "dxfs", let id = number("numFmtId") else { break }
                    codes[id] = CellForm(code: attributes[XMLName("formatCode")] ?? "")
                case ("fonts", "font"): struckFonts.append(false)
                case ("fonts", "strike"):
                    guard !struckFonts.isEmpty else { break }
                    struckFonts[struckFonts.count - 1] = SheetStyles.isOn(attributes[XMLName("val")])
                case ("cellXfs", "xf"):
                    let format = number("numFmtId") ?? 0
                    let font = number("fontId") ?? 0
                    forms.append(codes[format] ?? CellForm(builtIn: format))
                    isStruck.append(struckFonts.indices.contains(font) && struckFonts[font])
                default: break
                }
            case .end(let name): if name.local == section { section = "" }
            case .text: break
            }
        }
    }

    func form(_ style: Int) -> CellForm { forms.indices.contains(style) ? forms[style] : .general }

    /// Whether the text of the whole cell is struck through.
    func isStruck(_ style: Int) -> Bool { isStruck.indices.contains(style) && isStruck[style] }

    /// A switch is on where it is named, unless it says otherwise.
    static func isOn(_ value: String?) -> Bool { value != "0" && value != "false" }
}
