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

    @Test(arguments: ["--md5", "--sha1", "--sha256", "--sha512", "--md5 --sha512", "--sha256 --sha512"])
    func `a bag is checked by whatever checksums it has, loose, packed and through a link`(options: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("one", to: "bag/one.txt")
        try folder.write("two", to: "bag/sub/two.txt")
        let bagit = ProcessInfo.processInfo.environment["TMF_BAGIT"] ?? "bagit.py"
        let script = """
            cd "$1" && $2 \(options) bag 2>/dev/null && ln -s bag link && zip -qr bag.zip bag && ln -s bag.zip link.zip &&
            tar -cf bag.tar bag
            """
        let made = try run("sh", "-c", script, "sh", folder.path.string, bagit)
        #expect(made.status == 0, "\(made.errors)")

        for name in ["bag", "link", "bag.zip", "link.zip", "bag.tar"] {
            let found = try PackageVerifying(folder(name)).verify()
            #expect(found.problems == [], "\(name)")
            #expect(!found.isPackage)
        }
        let change =
            "cd \(folder.path.string) && printf three > bag/data/sub/two.txt && touch bag/data/new.txt"
            + " && : > bag/data/one.txt && rm bag.zip bag.tar && zip -qr bag.zip bag && tar -cf bag.tar bag"
        #expect(try run("sh", "-c", change).status == 0)
        for name in ["link", "link.zip", "bag.tar"] {
            let found = try PackageVerifying(folder(name)).verify().problems.map { "\($0.path): \($0.problem)" }
            for word in [
                "sub/two.txt: was altered", "new.txt: is not in manifest-", "one.txt: was truncated to nothing",
                "Payload-Oxum",
            ] {
                #expect(found.contains { $0.contains(word) }, "\(name): \(word) in \(found)")
            }
        }
    }

    @Test func `files that are still to be fetched are named with their address`() throws {
        let (folder, path) = try bag()
        defer { withExtendedLifetime(folder) {} }
        let script = """
            cd "$1" && rm data/one.txt && printf 'https://example.org/one 3 data/one.txt\n' > fetch.txt &&
            printf 'https://example.org/none - data/none.txt\nhttps://example.org/up 1 ../up\n' >> fetch.txt
            """
        #expect(try run("sh", "-c", script, "sh", path.string).status == 0)
        let bad = try PackageVerifying(path).verify().problems.map { "\($0.path): \($0.problem)" }
        #expect(try run("sh", "-c", "sed -i '$d' \(path.string)/fetch.txt").status == 0)

        let found = try PackageVerifying(path).verify().problems.map { "\($0.path): \($0.problem)" }

        #expect(bad.contains { $0.contains("row 3") && $0.contains("a path within the bag") }, "\(bad)")
        #expect(found.contains { $0.hasPrefix("data/one.txt: did not come with the bag") && $0.contains("/one") })
        #expect(found.contains { $0.hasPrefix("data/none.txt: is to be fetched, but is not in manifest-sha256.txt") })
    }

    @Test func `a bag whose checksums nobody knows cannot be said to be sound`() throws {
        let (folder, path) = try bag()
        defer { withExtendedLifetime(folder) {} }
        let script = "cd \(path.string) && mv manifest-sha256.txt manifest-blake9.txt && rm tagmanifest-sha256.txt"
        #expect(try run("sh", "-c", script).status == 0)

        let found = try PackageVerifying(path).verify().problems.map { "\($0.path): \($0.problem)" }

        #expect(found.contains { $0.contains("manifest-blake9.txt: its checksums are of an algorithm") }, "\(found)")
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
