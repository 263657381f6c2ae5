import Disk
import Foundation
import SystemPackage
import TMFModel
import Testing

@Suite struct StoreCommandTests {
    @Test func `a store is not made where something is, nor from a study file with faults`() throws {
        let place = try Workplace()
        try place.write("bad.yaml", "study: X\ncountries:\n  - code: GERMANY\ncolour: red\n")

        let again = try place.tmf("init", "ABC-101.tmf", "--study", "study.yaml")
        let faulty = try place.tmf("init", "X.tmf", "--study", "bad.yaml")
        let absent = try place.tmf("init", "Y.tmf", "--study", "absent.yaml")

        #expect(again.code == 73)
        #expect(again.errors == "tmf: ABC-101.tmf is there already; choose another name\n")
        #expect(faulty.code == 65)
        #expect(faulty.errors.split(separator: "\n").count >= 2)
        #expect(faulty.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("tmf: bad.yaml") })
        #expect(absent.code == 66)
        #expect(!FileManager.default.fileExists(atPath: place.path("X.tmf")))
        #expect(!FileManager.default.fileExists(atPath: place.path("Y.tmf")))
    }

    @Test func `the study is shown, written out, applied, and the second time there is nothing to apply`() throws {
        let place = try Workplace()
        let exported = try place.tmf("study", "export").output
        try place.write("same.yaml", exported)
        try place.write("new.yaml", Workplace.studyFile.replacing("Example CRO", with: "Other CRO"))

        let same = try place.tmf("study", "apply", "same.yaml", "--format", "json").json()
        let dry = try place.tmf("study", "apply", "new.yaml", "--dry-run", "--format", "json").json()
        let applied = try place.tmf("study", "apply", "new.yaml", "--format", "json").json()
        let second = try place.tmf("study", "apply", "new.yaml", "--format", "json").json()

        #expect(same["changes"]?.array == [])
        #expect(dry["applied"] == false)
        #expect(dry["changes"]?.array?.map { $0["key"] } == ["cro-1"])
        #expect(applied["applied"] == true)
        #expect(second["changes"]?.array == [])
        #expect(try place.tmf("study", "show", "--format", "json").json()["organizations"]?.array?.count == 1)
    }

    @Test func `the store is found by option, by variable and upward from here`() throws {
        let place = try Workplace()
        let inside = try place.shell("mkdir -p a/b && cd a/b && $TMF list")
        let elsewhere = try place.shell("cd / && $TMF list")
        let named = try place.shell("cd / && $TMF list --store \"\(place.path("ABC-101.tmf"))\"")
        let variable = try place.tmf("list", environment: ["TMF_STORE": place.path("absent.tmf")])
        let several = try place.shell("cp -r ABC-101.tmf Z.tmf && $TMF list")

        #expect(inside.code == 0)
        #expect(elsewhere.code == 66)
        #expect(named.code == 0)
        #expect(variable.code == 66)
        #expect(several.code == 64)
        #expect(several.errors.contains("ABC-101.tmf, Z.tmf"))
    }

    @Test func `a second writer is told who writes`() throws {
        let place = try Workplace()
        let lock = try FileLock(place.folder.appending("ABC-101.tmf/writer.lock"), waiting: 0)
        defer { withExtendedLifetime(lock) {} }

        let waived = try place.tmf("waive", "06.04.03", "--site", "101", "--reason", "no pharmacy")

        #expect(waived.code == 75)
        #expect(waived.errors.contains("process \(ProcessInfo.processInfo.processIdentifier)"))
        #expect(try place.tmf("status").code == 0)
    }

    @Test func `damage is named, a backup is whole, and a lost catalog comes back`() throws {
        let place = try Workplace()
        try place.write("a.pdf", "content")
        #expect(try place.tmf("file", "a.pdf", "--artifact", "05.02.04", "--site", "101").code == 0)

        #expect(try place.tmf("backup", "copy.tmf").code == 0)
        #expect(try place.tmf("backup", "copy.tmf").code != 0)
        #expect(try place.tmf("verify", "copy.tmf").code == 0)
        #expect(try place.tmf("doctor", "--store", "copy.tmf").code == 0)
        #expect(try place.shell("chmod -R u+w copy.tmf && echo x > copy.tmf/content/*/*").code == 0)
        let damaged = try place.tmf("verify", "copy.tmf", "--format", "json")
        #expect(damaged.code == 1)
        #expect(try damaged.json()["problems"]?.array?.count == 1)
        #expect(try place.tmf("doctor", "--store", "copy.tmf").code == 1)

        #expect(try place.shell("rm copy.tmf/catalog.sqlite*").code == 0)
        #expect(try place.tmf("list", "--store", "copy.tmf").code == 66)
        #expect(try place.tmf("doctor", "--store", "copy.tmf").code == 1)
        #expect(try place.tmf("doctor", "--rebuild", "--store", "copy.tmf").code == 0)
        #expect(try place.tmf("list", "--store", "copy.tmf").output.contains("D-000001"))
    }
}
