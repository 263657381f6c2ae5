import TMFFormats
import Testing

@Suite struct BagPathTests {
    @Test(arguments: [
        ("Principal Investigator CV", "principal-investigator-cv"), ("Prüfärztin Größe", "pruefaerztin-groesse"),
        ("Pru\u{308}f", "pruef"), ("Café «Été» n° 5", "cafe-ete-n-5"), ("Łódź/Čeština", "lodz-cestina"),
        ("Đặng Thị Huyền", "dang-thi-huyen"), ("it's Dr. O\u{2019}Neill", "its-dr-oneill"), ("a...b  -- c.", "a-b-c"),
        ("../../etc/passwd", "etc-passwd"), ("CON", "con-x"), ("nul", "nul-x"), ("LPT1", "lpt1-x"), ("com10", "com10"),
        ("承認書", "record"), ("", "record"), ("\u{202E}abc", "abc"), ("🧪 v2", "v2"), ("İstanbul", "istanbul"),
    ])
    func `a title becomes a name that every system takes`(title: String, name: String) {
        #expect(BagPath.safeName(for: title, fallback: "Record") == name)
    }

    @Test func `a name is cut between words, and never too long`() {
        let title = "Statement of Investigator for the Extension Study"

        #expect(BagPath.safeName(for: title, fallback: "x", maxLength: 30) == "statement-of-investigator-for")
        #expect(BagPath.safeName(for: title, fallback: "x", maxLength: 29) == "statement-of-investigator-for")
        #expect(BagPath.safeName(for: String(repeating: "ß", count: 99), fallback: "x", maxLength: 15).utf8.count == 15)
        #expect(BagPath.safeName(for: "?", fallback: "!") == "file")
        for length in 8...40 {
            let name = BagPath.safeName(for: title, fallback: "x", maxLength: length)
            #expect(name.utf8.count <= length)
            #expect(name.last != "-")
        }
    }
}
