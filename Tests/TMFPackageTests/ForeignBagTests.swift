import Foundation
import SystemPackage
import TMFModel
import TMFPackage
import TMFTestSupport
import Testing

/// Bags of other programs, and what is none.
@Suite struct ForeignBagTests {
    private func bag() throws -> (folder: TemporaryFolder, path: FilePath) {
        let folder = try TemporaryFolder()
        try folder.write("one", to: "bag/one.txt")
        try folder.write("two", to: "bag/sub folder/zwei ä.txt")
        try folder.write("{\"not\":\"an entry\"}\n", to: "bag/journal.jsonl")
        let bagit = ProcessInfo.processInfo.environment["TMF_BAGIT"] ?? "bagit.py"
        let made = try run(bagit, "--sha256", folder("bag").string)
        guard made.status == 0 else { throw Unexpected(made.errors) }
        return (folder, folder("bag"))
    }

    @Test func `a bag made by bagit is sound, loose and packed by other tools`() throws {
        let (folder, path) = try bag()
        let pack = """
            cd "$1" && zip -qr bag.zip bag && (cd bag && zip -qr ../flat.zip .) && tar -cf bag.tar bag &&
            tar --zstd -cf bag.tar.zst bag && 7zz a -tzip -bd seven.zip bag > /dev/null
            """
        let packed = try run("sh", "-c", pack, "sh", folder.path.string)
        #expect(packed.status == 0, "\(packed.errors)")

        for name in ["bag", "bag.zip", "flat.zip", "seven.zip", "bag.tar", "bag.tar.zst", ""] {
            let verification = try PackageVerifying(name.isEmpty ? folder.path : folder(name)).verify()
            if name.isEmpty { continue }
            #expect(verification.problems == [], "\(name)")
            #expect(verification.files == 7)
        }
        try folder.write("twø", to: "bag/data/sub folder/zwei ä.txt")
        #expect(try PackageVerifying(path).verify().problems.map(\.path).contains("data/sub folder/zwei ä.txt"))
    }

    @Test func `what is no bag is said to be none`() throws {
        let folder = try TemporaryFolder()
        let cases = [
            (try folder.write("", to: "empty.zip"), "neither a ZIP nor a TAR"),
            (
                try folder.write("%PDF-1.7 and so on, longer than any block of a tape would need it", to: "a.pdf"),
                "neither"
            ),
            (try folder.write(String(repeating: "text\n", count: 1_000), to: "text.tar"), "neither"),
            (folder("nowhere.zip"), "there is no such file or folder"),
        ]
        for (path, word) in cases {
            let error = #expect(throws: PackageError.self, "\(path)") { try PackageVerifying(path).verify() }
            #expect(error?.description.contains(word) ?? false, "\(error.debugDescription)")
            #expect(throws: (any Error).self) { try OpenPackage(path) }
        }
        try folder.write("x", to: "folder/data/x")
        let verification = try PackageVerifying(folder("folder")).verify()
        #expect(verification.problems.map(\.problem).first?.hasPrefix("no bagit.txt at its top") ?? false)
        #expect(throws: PackageError.self) { try OpenPackage(folder("folder")) }
    }
}
