import Foundation
import TMFModel
import Testing

/// Packages in volumes, as the command does them.
@Suite struct VolumeCommandTests {
    @Test func `volumes are packed, checked and restored`() throws {
        let place = try Workplace()
        for name in ["a", "b", "c"] {
            try place.write("\(name).txt", String(repeating: "\(name) 0123456789\n", count: 250_000))
            let filed = try place.tmf(
                "file", "\(name).txt", "--artifact", "05.02.04", "--site", "101", "--document-date", "2024-02-10")
            try #require(filed.code == 0)
        }
        for words in [["--volume-size", "4X"], ["--volume-size", "1K"], ["--volume-size", "8M", "--agreement", "A"]] {
            #expect(try place.run(["package", "x.zip"] + words).code == 64, "\(words)")
        }
        try place.write("there.zip", "somebody's")
        #expect(try place.tmf("package", "there.zip").code == 73)
        #expect(try place.shell("cat there.zip").output == "somebody's")
        let small = try place.tmf("package", "x.zip", "--volume-size", "1M")
        #expect(small.code == 65 && small.errors.contains("volume must be smaller"))

        let packed = try place.tmf(
            "package", "p.zip", "--volume-size", "8M", "--prepared-by", "A. Archivist", "--include-restricted",
            "--format", "json")
        #expect(packed.code == 0, "\(packed.errors)")
        let volumes = try #require(try packed.json()["volumes"]?.array)
        #expect(volumes.map { $0["path"] } == ["p-1-of-3.zip", "p-2-of-3.zip", "p-3-of-3.zip"])
        #expect(try place.tmf("package", "p.zip", "--volume-size", "8M").code == 73)

        let alone = try place.tmf("verify", "p-2-of-3.zip")
        #expect(alone.code == 0 && alone.output.contains("2 of 3; the others were not looked at"))
        let all = try place.tmf("verify", "p-2-of-3.zip", "--volumes", "--format", "json")
        #expect(all.code == 0, "\(all.output)")
        #expect(try all.json()["volumes"] == 3 && all.json()["journal_head"] != nil)
        #expect(try place.tmf("verify", "ABC-101.tmf", "--volumes").code == 64)
        #expect(try place.tmf("restore", "p-1-of-3.zip", "back.tmf").code == 0)
        #expect(try place.tmf("compare", "ABC-101.tmf", "back.tmf").code == 0)
        try FileManager.default.removeItem(atPath: place.path("p-3-of-3.zip"))
        #expect(try place.tmf("restore", "p-1-of-3.zip", "less.tmf").code == 66)
        #expect(try place.tmf("verify", "p-1-of-3.zip", "--volumes").code == 66)
    }
}
