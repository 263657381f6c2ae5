import TMFModel
import Testing

@Suite struct ImportFlawTests {
    @Test func `an import says how many files have defects, and how to list them`() throws {
        let place = try Workplace()
        try place.write("empty.pdf", "")
        try place.write("note.pdf", "only text\n")
        try place.write("plan.txt", "a plan\n")
        try place.write(
            "list.csv",
            "path,artifact,level,title\nempty.pdf,01.01.01,trial,A\nnote.pdf,01.01.02,trial,B\nplan.txt,01.01.03,trial,C\n"
        )

        let first = try place.tmf("import", "list.csv")
        let again = try place.tmf("import", "list.csv", "--format", "json").json()
        let listed = try place.tmf(
            "check", "--rule", "empty-file", "--rule", "media-type-mismatch", "--format", "json"
        ).json()

        #expect(
            first.output.contains(
                "2 files have defects: 1 empty, 1 mislabelled. "
                    + "`tmf check --rule empty-file --rule media-type-mismatch` lists them."))
        #expect(again["unchanged"] == 3)
        #expect(again["defects"]?["files"] == 0)
        #expect(again["defects"]?.keys == ["files", "empty", "encrypted", "truncated", "damaged", "mislabelled"])
        #expect(listed["findings"]?.array?.count == 2)
    }
}
