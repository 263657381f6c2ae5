import Foundation
import TMFModel
import Testing

/// Transfers by the exchange standard, on the command line.
@Suite struct ExchangeCommandTests {
    @Test func `a study goes to another store by a transfer, with a receipt`() throws {
        let place = try Workplace()
        try place.write("cv.txt", "Curriculum vitae")
        let filed = try place.tmf(
            "file", "cv.txt", "--artifact", "05.02.04", "--site", "101", "--person", "p-mueller", "--title", "CV")
        #expect(filed.code == 0, "\(filed.errors)")

        let packed = try place.tmf(
            "package", "t.zip", "--kind", "transfer", "--agreement", "EA-1", "--format", "json")
        #expect(packed.code == 0, "\(packed.errors)")
        #expect(try packed.json()["exchange"]?["objects"] == 1)
        #expect(try place.tmf("verify", "t.zip").code == 0)

        #expect(try place.tmf("init", "B.tmf", "--study", "study.yaml").code == 0)
        let taken = try place.tmf("import", "t.zip", "--store", "B.tmf", "--receipt", "r.txt", "--format", "json")
        #expect(taken.code == 0, "\(taken.errors)")
        let json = try taken.json()
        #expect(json["read"] == 1 && json["filed"] == 1 && json["failed"] == 0)
        #expect(json["receipt"]?["objects"]?.array?.first?["result"] == "filed")
        let receipt = try String(contentsOfFile: place.path("r.txt"), encoding: .utf8)
        #expect(receipt.contains("Agreement       EA-1") && receipt.contains(": filed D-000001 version 1"))
        let again = try place.tmf("import", "t.zip", "--store", "B.tmf", "--receipt", "r.txt")
        #expect(again.code == 73)
    }

    @Test func `wrong use and bad transfers have their codes`() throws {
        let place = try Workplace()
        #expect(try place.tmf("package", "t.zip", "--kind", "transfer").code == 64)
        #expect(try place.tmf("package", "t.zip", "--transfer-id", "x").code == 64)
        #expect(try place.tmf("package", "t.zip", "--agreement", "EA-1").code == 65)
        try FileManager.default.createDirectory(atPath: place.path("in"), withIntermediateDirectories: true)
        try place.write(
            "in/exchange.xml",
            "<!DOCTYPE B [<!ENTITY a \"x\">]><BATCH xmlns=\"https://tmfrefmodel.com/ems\">&a;</BATCH>")
        let hostile = try place.tmf("import", "in", "--lenient")
        #expect(hostile.code == 65)
        #expect(hostile.output.contains("DOCTYPE"))
        #expect(try place.tmf("import", "in", "--partial").code == 64)
        #expect(try place.tmf("import", "study.yaml", "--lenient").code != 0)
        #expect(try place.tmf("list", "--format", "json").json()["documents"]?.array?.isEmpty == true)
    }
}
