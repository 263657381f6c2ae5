import Foundation
import SystemPackage
import TMFModel
import Testing

/// Packing, checking, proving, bringing back and comparing, as the command does them.
@Suite struct ArchiveCommandTests {
    private func filled() throws -> Workplace {
        let place = try Workplace()
        try place.write("cv.pdf", "%PDF-1.4 cv")
        let filed = try place.tmf(
            "file", "cv.pdf", "--artifact", "05.02.04", "--site", "101", "--person", "p-mueller",
            "--document-date", "2024-02-10", "--version", "1.0")
        try #require(filed.code == 0)
        return place
    }

    @Test func `a store comes back and is the same, today and on a past day`() throws {
        let place = try filled()
        try #require(try place.tmf("package", "whole.zip", "--include-restricted").code == 0)

        try FileManager.default.createDirectory(atPath: place.path("back"), withIntermediateDirectories: true)
        let nowhere = try place.tmf("restore", "whole.zip", "none/ABC-101.tmf")
        let restored = try place.tmf("restore", "whole.zip", "back/ABC-101.tmf", "--format", "json")
        let taken = try place.tmf("restore", "whole.zip", "back/ABC-101.tmf")
        let absent = try place.tmf("restore", "none.zip", "other.tmf")
        let compared = try place.tmf("compare", "ABC-101.tmf", "back/ABC-101.tmf", "--format", "json")

        #expect(nowhere.code == 73)
        #expect(restored.code == 0, "\(restored.errors)")
        #expect(taken.code == 73)
        #expect(absent.code == 66)
        #expect(compared.code == 0)
        #expect(try compared.json()["same"] == true)
        #expect(try compared.json().keys.contains("different"))
        for command in [
            ["status"], ["check"], ["list"], ["status", "--as-of", "2024-06-01"], ["list", "--as-of", "2030-01-01"],
        ] {
            let words = command.joined(separator: " ")
            let before = try place.shell("$TMF \(words) --store ABC-101.tmf --format json")
            let after = try place.shell("$TMF \(words) --store back/ABC-101.tmf --format json")
            #expect(before.output == after.output && before.code == after.code, "\(words)")
        }
    }

    @Test func `what differs is printed as a table, JSON and CSV, and the exit code says so`() throws {
        let place = try filled()
        try #require(try place.tmf("backup", "before.tmf").code == 0)
        try #require(try place.tmf("amend", "D-1", "title=New title", "--store", "ABC-101.tmf").code == 0)

        let json = try place.tmf("compare", "before.tmf", "ABC-101.tmf", "--format", "json")
        let csv = try place.tmf("compare", "before.tmf", "ABC-101.tmf", "--format", "csv")
        let table = try place.tmf("compare", "before.tmf", "ABC-101.tmf")

        #expect(json.code == 1 && csv.code == 1 && table.code == 1)
        let different = try #require(try json.json()["different"]?.array)
        #expect(different.map { $0["field"] } == ["title"])
        #expect(different.first?["document"] == "D-000001" && different.first?["b"] == "New title")
        #expect(csv.output.contains("different,D-000001,,title,cv,New title"))
        #expect(table.output.contains("not the same") && table.errors.isEmpty)
        #expect(try place.tmf("compare", "before.tmf", "none.tmf").code == 66)
    }

    @Test func `a package that withholds is refused with exit code 65 and nothing is left`() throws {
        let place = try filled()
        try place.write("list.pdf", "%PDF-1.4 list")
        let filed = try place.tmf("file", "list.pdf", "--artifact", "06.04.01", "--restricted")
        try #require(filed.code == 0, "\(filed.errors)")
        try #require(try place.tmf("package", "open.zip").code == 0)
        let before = try FileManager.default.contentsOfDirectory(atPath: place.folder.string).count

        let refused = try place.tmf("restore", "open.zip", "back.tmf")

        #expect(refused.code == 65)
        #expect(refused.errors.contains("withholds"))
        let files = try FileManager.default.contentsOfDirectory(atPath: place.folder.string)
        #expect(files.filter { $0.contains("back") }.isEmpty && files.count >= before)
    }

    @Test func `a list of visits is held against the file, and the result is filed`() throws {
        let place = try filled()
        try place.write("mvr.pdf", "%PDF-1.4 report")
        let report = try place.tmf(
            "file", "mvr.pdf", "--artifact", "05.04.03", "--site", "101", "--document-date", "2024-04-10")
        try #require(report.code == 0)
        try place.write("visits.csv", "Site Number,Visit Date,Monitor\n101,2024-04-10,x\n102,2024-05-01,y\n")
        try place.write("bad-visits.csv", "site,date\n101,10.4.2024\n")
        try place.write("list.csv", "site,date\n")

        let found = try place.tmf("reconcile", "visits.csv", "--format", "json")
        let bad = try place.tmf("reconcile", "bad-visits.csv")
        let unnamed = try place.tmf("reconcile", "list.csv")
        let unreasoned = try place.tmf("reconcile", "visits.csv", "--file-as-record")
        let filed = try place.tmf(
            "reconcile", "visits.csv", "--file-as-record", "--reason", "monthly", "--format", "json")

        #expect(found.code == 1)
        let json = try found.json()
        #expect(json["kind"] == "visits" && json["rows"] == 2 && json["matched"] == 1)
        #expect(json["unmatched_in_list"]?.array?.map { $0["row"] } == [3])
        #expect(json["unmatched_in_tmf"]?.array == [] && json["different"]?.array == [])
        #expect(bad.code == 65 && bad.errors.contains("bad-visits.csv, row 2, column date"))
        #expect(unnamed.code == 64 && unreasoned.code == 64)
        #expect(filed.code == 1)
        #expect(try filed.json()["record"] == "D-000003")
        let shown = try place.tmf("show", "D-3", "--format", "json").output
        #expect(shown.contains("05.05.02") && shown.contains("Reconciliation of visits with visits.csv"))
        #expect(try place.tmf("verify", "ABC-101.tmf").code == 0)
    }

    @Test func `a sealed package tells its signer, and one document is proven out of it`() throws {
        let place = try filled()
        let key = try place.shell(
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out cert.pem "
                + "-days 3 -subj '/CN=Archive Signer' -addext keyUsage=critical,digitalSignature 2>&1")
        try #require(key.code == 0, "\(key.output)")

        let half = try place.tmf("package", "x.zip", "--seal", "key.pem")
        let bad = try place.tmf("package", "x.zip", "--seal", "cert.pem", "--certificate", "cert.pem")
        let made = try place.tmf("package", "sealed.zip", "--seal", "key.pem", "--certificate", "cert.pem")
        let verified = try place.tmf("verify", "sealed.zip", "--format", "json")
        let shown = try place.tmf("verify", "sealed.zip")
        let proven = try place.tmf("prove", "D-1", "--package", "sealed.zip", "--out", "d1.json", "--format", "json")
        let twice = try place.tmf("prove", "D-1", "--package", "sealed.zip", "--out", "d1.json")
        try #require(try place.tmf("package", "plain.zip").code == 0)
        let unsealed = try place.tmf("verify", "plain.zip", "--trust", "cert.pem")

        #expect(half.code == 64 && bad.code == 65)
        #expect(made.code == 0, "\(made.errors)")
        #expect(verified.code == 0, "\(verified.output)")
        let seal = try #require(try verified.json()["seal"])
        #expect(seal["signer"]?.string?.contains("Archive Signer") ?? false)
        #expect(seal["valid"] == true && seal["content_is_sealed"] == true && seal["trusted"] == nil)
        #expect(seal["time_stated_by"] == "signer")
        #expect(shown.output.contains("is what was sealed") && shown.output.contains("by the signer's own statement"))
        #expect(proven.code == 0 && twice.code == 73)
        #expect(try proven.json()["versions"] == 1)
        #expect(unsealed.code == 1 && unsealed.output.contains("there is no seal"))
    }
}
